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

/* As a tile stands in the first step of a group: whole registers change places, or the
 * lanes within them. */
INLINE void
NAME (load) (NAME (Tile) * tile, const TrlTileWork *work, guint at, guint group)
{
  const float *x = work->x + at * TRL_TILE, *y = work->y + at * TRL_TILE;

  for (guint part = 0; part < PARTS; part++)
    {
      memcpy (&tile->x[part], x + (part ^ (group * 4 / WIDTH)) * WIDTH, WIDTH * 4);
      memcpy (&tile->y[part], y + (part ^ (group * 4 / WIDTH)) * WIDTH, WIDTH * 4);
    }
#if WIDTH >= 8
  if (group & 1)
    TURN (tile, TURN_4)
#endif
#if WIDTH >= 16
  if (group & 2)
    TURN (tile, TURN_8)
#endif
}

INLINE void
NAME (store) (NAME (Tile) * tile, const TrlTileWork *work, guint at, guint group)
{
  float *x = work->x + at * TRL_TILE, *y = work->y + at * TRL_TILE;

#if WIDTH >= 8
  if (group & 1)
    TURN (tile, TURN_4)
#endif
#if WIDTH >= 16
  if (group & 2)
    TURN (tile, TURN_8)
#endif
  for (guint part = 0; part < PARTS; part++)
    {
      memcpy (x + (part ^ (group * 4 / WIDTH)) * WIDTH, &tile->x[part], WIDTH * 4);
      memcpy (y + (part ^ (group * 4 / WIDTH)) * WIDTH, &tile->y[part], WIDTH * 4);
    }
}

/* Several pairs at once, so that the processor need not wait for one of them. */
#define AT_ONCE (WIDTH == 16 ? 4 : 1)

#define EACH for (guint k = 0; k < n; k++)

INLINE void
NAME (step_some) (const TrlTileWork *work, const TrlTilePair *pairs, guint n)
{
  NAME (Tile) a[AT_ONCE], b[AT_ONCE];
  const guint8 *at[AT_ONCE];

#pragma GCC unroll 4
  EACH
  {
    at[k] = work->blocks + pairs[k].block + pairs[k].group * 4 * TRL_TILE;
    NAME (load) (&a[k], work, pairs[k].a, 0);
    NAME (load) (&b[k], work, pairs[k].b, pairs[k].group);
  }
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
  EACH
  {
    TURN (&b[k], TURN_2)
    NAME (store) (&a[k], work, pairs[k].a, 0);
    NAME (store) (&b[k], work, pairs[k].b, pairs[k].group);
  }
}

static void
NAME (step_pairs) (const TrlTileWork *work, const TrlTilePair *pairs, guint n)
{
  guint k = 0;

  for (; k + AT_ONCE <= n; k += AT_ONCE)
    {
      for (guint ahead = 0; ahead < AT_ONCE && k + ahead + 8 < n; ahead++)
        __builtin_prefetch (work->blocks + pairs[k + ahead + 8].block +
                            pairs[k + ahead + 8].group * 4 * TRL_TILE);
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

  for (guint s = 1; s < TRL_TILE; s++)
    {
      NAME (load) (&own, work, tile, 0);
      NAME (load) (&other, work, tile, s / 4);
      if (s & 1)
        TURN (&other, TURN_1)
      if (s & 2)
        TURN (&other, TURN_2)
      NAME (step) (&own, &other, work->blocks + block + s * TRL_TILE, work);
      NAME (store) (&own, work, tile, 0);
    }
}

#undef PARTS
#undef TURN_1
#undef TURN_2
#undef TURN_4
#undef TURN_8
#undef TURN
#undef AT_ONCE
#undef EACH
