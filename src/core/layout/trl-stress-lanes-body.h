/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One width of registers, WIDTH numbers; NAME makes names of it.  No operation here is
 * fused or approximate, and each lane does the same in all widths.  For
 * trl-stress-lanes.c alone, which includes it once a width. */

#define PARTS (TRL_TILE / WIDTH)

typedef float  NAME (Floats) __attribute__ ((vector_size (WIDTH * 4)));
typedef gint32 NAME (Ints) __attribute__ ((vector_size (WIDTH * 4)));
typedef guint8 NAME (Bytes) __attribute__ ((vector_size (WIDTH)));

typedef struct
{
  NAME (Floats) x[PARTS], y[PARTS];
} NAME (Tile);

#if WIDTH == 4
#define TURN_1 1, 0, 3, 2
#define TURN_2 2, 3, 0, 1
#elif WIDTH == 8
#define TURN_1 1, 0, 3, 2, 5, 4, 7, 6
#define TURN_2 2, 3, 0, 1, 6, 7, 4, 5
#define TURN_4 4, 5, 6, 7, 0, 1, 2, 3
#else
#define TURN_1 1, 0, 3, 2, 5, 4, 7, 6, 9, 8, 11, 10, 13, 12, 15, 14
#define TURN_2 2, 3, 0, 1, 6, 7, 4, 5, 10, 11, 8, 9, 14, 15, 12, 13
#define TURN_4 4, 5, 6, 7, 0, 1, 2, 3, 12, 13, 14, 15, 8, 9, 10, 11
#define TURN_8 8, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3, 4, 5, 6, 7
#endif

#define TURN(tile, ...)                                                                  \
  for (guint part = 0; part < PARTS; part++)                                             \
    {                                                                                    \
      (tile)->x[part] =                                                                  \
        __builtin_shufflevector ((tile)->x[part], (tile)->x[part], __VA_ARGS__);         \
      (tile)->y[part] =                                                                  \
        __builtin_shufflevector ((tile)->y[part], (tile)->y[part], __VA_ARGS__);         \
    }

INLINE
NAME (Floats) NAME (read_bytes) (const guint8 *bytes)
{
#if WIDTH == 4
  NAME (Ints) whole = { bytes[0], bytes[1], bytes[2], bytes[3] };
#else
  NAME (Bytes) small;
  NAME (Ints) whole;

  memcpy (&small, bytes, WIDTH);
  whole = __builtin_convertvector(small, NAME (Ints));
#endif
  return __builtin_convertvector(whole, NAME (Floats));
}

/* To about 5 parts in a million, by the bits of a number and two steps of Newton. */
INLINE
NAME (Floats) NAME (invert_root) (NAME (Floats) square)
{
  NAME (Floats) half = square * 0.5f;
  NAME (Floats) y = (NAME (Floats)) (0x5f375a86 - ((NAME (Ints)) square >> 1));

  y = y * (1.5f - half * y * y);
  return y * (1.5f - half * y * y);
}

/* The share of its gap that each of a pair closes, over their distance as drawn. */
INLINE
NAME (Floats)
NAME (find_share) (NAME (Floats) d, NAME (Floats) dx, NAME (Floats) dy, float rate)
{
  NAME (Floats) one = (NAME (Floats)){ 0 } + 1.0f;
  NAME (Floats) share = rate / (d * d);
  NAME (Ints) is_less = share < one;

  share = (NAME (Floats)) (
    (((NAME (Ints)) share & is_less) | ((NAME (Ints)) one & ~is_less)) & (d > 0.0f));
  return 0.5f * share * (1.0f - d * NAME (invert_root) (dx * dx + dy * dy + TINY));
}

INLINE void
NAME (step) (NAME (Tile) * a,
             NAME (Tile) * b,
             const guint8      *distances,
             const TrlTileWork *work)
{
#pragma GCC unroll 4
  for (guint part = 0; part < PARTS; part++)
    {
      NAME (Floats) d = NAME (read_bytes) (distances + part * WIDTH) * work->unit;
      NAME (Floats) dx = a->x[part] - b->x[part], dy = a->y[part] - b->y[part];
      NAME (Floats) share = NAME (find_share) (d, dx, dy, work->rate);

      dx *= share;
      dy *= share;
      a->x[part] -= dx;
      a->y[part] -= dy;
      b->x[part] += dx;
      b->y[part] += dy;
    }
}

INLINE void
NAME (load) (NAME (Tile) * tile, const TrlTileWork *work, guint at)
{
  memcpy (tile->x, work->x + at * TRL_TILE, sizeof tile->x);
  memcpy (tile->y, work->y + at * TRL_TILE, sizeof tile->y);
}

INLINE void
NAME (store) (const NAME (Tile) * tile, const TrlTileWork *work, guint at)
{
  memcpy (work->x + at * TRL_TILE, tile->x, sizeof tile->x);
  memcpy (work->y + at * TRL_TILE, tile->y, sizeof tile->y);
}

/* Whole registers change places. */
INLINE void
NAME (swap_parts) (NAME (Tile) * tile, guint by)
{
  NAME (Tile) old = *tile;

  for (guint part = 0; part < PARTS; part++)
    {
      tile->x[part] = old.x[part ^ by];
      tile->y[part] = old.y[part ^ by];
    }
}

INLINE void
NAME (turn_4) (NAME (Tile) * tile)
{
#if WIDTH >= 8
  TURN (tile, TURN_4)
#else
  NAME (swap_parts) (tile, 1);
#endif
}

INLINE void
NAME (turn_8) (NAME (Tile) * tile)
{
#if WIDTH >= 16
  TURN (tile, TURN_8)
#else
  NAME (swap_parts) (tile, 8 / WIDTH);
#endif
}

/* Several pairs at once, so that the processor need not wait for one of them. */
#define AT_ONCE (WIDTH == 16 ? 4 : 1)

#define EACH for (guint k = 0; k < n; k++)

/* Four steps, of which each but the first lies one turn from the one before. */
INLINE void
NAME (step_four) (NAME (Tile) * a,
                  NAME (Tile) * b,
                  const guint8 *const *at,
                  const TrlTileWork   *work,
                  guint                n)
{
#pragma GCC unroll 4
  EACH NAME (step) (&a[k], &b[k], at[k], work);
#pragma GCC unroll 4
  EACH TURN (&b[k], TURN_1)
#pragma GCC unroll 4
    EACH NAME (step) (&a[k], &b[k], at[k] + TRL_TILE, work);
#pragma GCC unroll 4
  EACH TURN (&b[k], TURN_2)
#pragma GCC unroll 4
    EACH NAME (step) (&a[k], &b[k], at[k] + 3 * TRL_TILE, work);
#pragma GCC unroll 4
  EACH TURN (&b[k], TURN_1)
#pragma GCC unroll 4
    EACH NAME (step) (&a[k], &b[k], at[k] + 2 * TRL_TILE, work);
#pragma GCC unroll 4
  EACH TURN (&b[k], TURN_2)
}

/* Fours of steps lie one turn apart as well: 0 …, 4 …, 12 …, 8 …. */
INLINE void
NAME (step_some) (const TrlTileWork *work, const TrlTilePair *pairs, guint n)
{
  NAME (Tile) a[AT_ONCE], b[AT_ONCE];
  const guint8 *at[AT_ONCE];

#pragma GCC unroll 4
  EACH
  {
    NAME (load) (&a[k], work, pairs[k].a);
    NAME (load) (&b[k], work, pairs[k].b);
  }
  for (guint four = 0; four < 4; four++)
    {
#pragma GCC unroll 4
      EACH at[k] = work->blocks + pairs[k].block + (four ^ four >> 1) * 4 * TRL_TILE;
      NAME (step_four) (a, b, at, work, n);
#pragma GCC unroll 4
      EACH
      {
        if (four & 1)
          NAME (turn_8) (&b[k]);
        else
          NAME (turn_4) (&b[k]);
      }
    }
#pragma GCC unroll 4
  EACH
  {
    NAME (store) (&a[k], work, pairs[k].a);
    NAME (store) (&b[k], work, pairs[k].b);
  }
}

static void
NAME (step_pairs) (const TrlTileWork *work, const TrlTilePair *pairs, guint n)
{
  guint k = 0;

  for (; k + AT_ONCE <= n; k += AT_ONCE)
    {
      for (guint ahead = k + AT_ONCE; ahead < MIN (k + 2 * AT_ONCE, n); ahead++)
        for (guint byte = 0; byte < TRL_TILE_PAIRS; byte += 64)
          __builtin_prefetch (work->blocks + pairs[ahead].block + byte);
      NAME (step_some) (work, pairs + k, AT_ONCE);
    }
  for (; k < n; k++)
    NAME (step_some) (work, pairs + k, 1);
}

/* Each pair is in two lanes, and each of its nodes moves in its own. */
static void
NAME (step_within) (const TrlTileWork *work, guint tile, gsize block)
{
  NAME (Tile) own, other;

  NAME (load) (&own, work, tile);
  for (guint s = 1; s < TRL_TILE; s++)
    {
      other = own;
      if (s & 1)
        TURN (&other, TURN_1)
      if (s & 2)
        TURN (&other, TURN_2)
      if (s & 4)
        NAME (turn_4) (&other);
      if (s & 8)
        NAME (turn_8) (&other);
      NAME (step) (&own, &other, work->blocks + block + s * TRL_TILE, work);
    }
  NAME (store) (&own, work, tile);
}

/* What is found in a table of floats, or in one of 32 that has room in two registers. */
INLINE
NAME (Floats) NAME (look_up) (const float *table, const guint8 *at, gboolean is_short)
{
#if WIDTH == 16
  __m512i index = _mm512_cvtepu8_epi32 (_mm_loadu_si128 ((const __m128i *) at));

  if (is_short)
    return (NAME (Floats)) _mm512_permutex2var_ps (_mm512_loadu_ps (table), index,
                                                   _mm512_loadu_ps (table + 16));
  return (NAME (Floats)) _mm512_i32gather_ps (index, table, 4);
#elif WIDTH == 8
  return (NAME (Floats)) _mm256_i32gather_ps (
    table, _mm256_cvtepu8_epi32 (_mm_loadl_epi64 ((const __m128i *) at)), 4);
#else
  return (NAME (Floats)){ table[at[0]], table[at[1]], table[at[2]], table[at[3]] };
#endif
}

/* So many tiles side by side. */
INLINE void
NAME (follow) (const TrlPivotWork *work, guint tile, guint n, gboolean is_short)
{
  const guint8 *distances = work->distances + (gsize) tile * TRL_TILE * work->stride;
  NAME (Tile) at[AT_ONCE];
  TrlTileWork places = { work->x, work->y };

#pragma GCC unroll 4
  EACH NAME (load) (&at[k], &places, tile + k);
  for (guint next = 0; next < work->n_pivots; next++)
    {
      guint        p = work->order[next];
      float        pivot_x = work->pivot_x[p], pivot_y = work->pivot_y[p];
      const float *share = work->share + p * work->n_shares;

#pragma GCC unroll 4
      EACH
      {
        const guint8 *row = distances + k * TRL_TILE * work->stride + p * TRL_TILE;

#pragma GCC unroll 4
        for (guint part = 0; part < PARTS; part++)
          {
            NAME (Floats) d = NAME (read_bytes) (row + part * WIDTH) * work->unit;
            NAME (Floats) by = NAME (look_up) (share, row + part * WIDTH, is_short);
            NAME (Floats) dx = at[k].x[part] - pivot_x, dy = at[k].y[part] - pivot_y;

            by *= 1.0f - d * NAME (invert_root) (dx * dx + dy * dy + TINY);
            at[k].x[part] -= by * dx;
            at[k].y[part] -= by * dy;
          }
      }
    }
#pragma GCC unroll 4
  EACH NAME (store) (&at[k], &places, tile + k);
}

INLINE void
NAME (follow_all) (const TrlPivotWork *work, guint from, guint to, gboolean is_short)
{
  guint tile = from;

  for (; tile + AT_ONCE <= to; tile += AT_ONCE)
    NAME (follow) (work, tile, AT_ONCE, is_short);
  for (; tile < to; tile++)
    NAME (follow) (work, tile, 1, is_short);
}

static void
NAME (follow_pivots) (const TrlPivotWork *work, guint from, guint to)
{
  if (work->n_shares == 32)
    NAME (follow_all) (work, from, to, TRUE);
  else
    NAME (follow_all) (work, from, to, FALSE);
}

#undef PARTS
#undef TURN_1
#undef TURN_2
#undef TURN_4
#undef TURN_8
#undef TURN
#undef AT_ONCE
#undef EACH
