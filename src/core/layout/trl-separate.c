/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Discs stand in cells as wide as two of the widest can reach, so that only those of
 * neighbouring cells are compared, in the order of cells in memory.  Each overlapping
 * pair is pushed apart along the line of its centres; where nothing moved in a step,
 * nothing is compared in the next. */
#include "config.h"

#include "layout/trl-separate.h"

#include "layout/trl-parallel.h"
#include "layout/trl-room.h"
#include "model/trl-compare.h"

#include <math.h>
#include <string.h>

#define FEW 50             /* so few find room by themselves */
#define THIN 0.25          /* a picture counts as at least so high for its width */
#define MOST_STRETCH 1.6   /* beyond that, to free single pairs */
#define MOST_PAIRWISE 1000 /* discs for which single pairs are looked at */
#define CLEARED 0.8        /* share of overlaps that a stretch is for */
#define MOST_STEPS 720
/* After so many steps more than this share still moves: the picture is stretched. */
#define STEPS 8
#define SLOW 0.7
#define STRETCH 1.08
#define CROWDED 7.0 /* times more where all move than where half do, by powers */
#define ENOUGH 1e-6 /* points of overlap that are none */
/* Pairs to compare before patience ends: about a second. */
#define PATIENCE 200000000
#define LOOK 1000000 /* pairs after which somebody looks whether it is cancelled */
#define GRAIN 4096   /* discs */
#define BAND 64      /* rows of cells: one thread's share of a step */
#define PILE 32      /* discs on one spot: with more, they are strewn about it first */
#define SPOT 0.125   /* how wide that is, in reaches */
#define STREWN 0.6   /* their distances, in reaches */
/* More than the overlap, so that a chain of discs settles in fewer steps; of the overlap,
 * in the first gentle step. */
#define PUSH 1.05
#define GENTLE 0.1

typedef struct
{
  TrlPoint at;
  double   radius;
  guint    node;
  guint8   fixed;
  guint8   moves; /* was pushed in this step, or in the last */
} Disc;

typedef struct
{
  guint         n;
  Disc         *discs; /* n, by cell */
  Disc         *spare;
  double        gap;
  double        push;  /* of an overlap at once */
  double        reach; /* at which no two discs touch: a cell is as wide, or wider */
  guint         columns, rows;
  guint         n_cells, room; /* cells; how many there is room for */
  guint        *first;         /* a cell more than there are: where its discs begin */
  guint8       *active;   /* by cell: whether a disc of it was pushed in the last step */
  guint        *cell;     /* by disc, while they are sorted */
  gint64        patience; /* pairs left */
  GCancellable *cancellable;
} Crowd;

static void
crowd_clear (Crowd *crowd)
{
  g_free (crowd->discs);
  g_free (crowd->spare);
  g_free (crowd->first);
  g_free (crowd->active);
  g_free (crowd->cell);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Crowd, crowd_clear)

static void
crowd_init (Crowd          *crowd,
            guint           n,
            const TrlPoint *points,
            const double   *radius,
            const gboolean *fixed,
            double          gap)
{
  double widest = 0;

  crowd->n = n;
  crowd->gap = gap;
  crowd->patience = PATIENCE;
  crowd->discs = g_new (Disc, n + 1);
  crowd->spare = g_new (Disc, n + 1);
  crowd->cell = g_new (guint, n + 1);
  for (guint i = 0; i < n; i++)
    {
      crowd->discs[i] = (Disc){ points[i], radius[i], i, fixed && fixed[i], TRUE };
      widest = fmax (widest, radius[i]);
    }
  crowd->reach = fmax (2 * widest + gap, ENOUGH);
}

/* About as many cells as discs, so that a picture of few in much space has no more. */
static double
measure_cells (Crowd *crowd, TrlPoint *corner)
{
  TrlPoint least = crowd->discs[0].at, most = least;
  double   side;

  for (guint i = 1; i < crowd->n; i++)
    {
      TrlPoint at = crowd->discs[i].at;

      least = (TrlPoint){ MIN (least.x, at.x), MIN (least.y, at.y) };
      most = (TrlPoint){ MAX (most.x, at.x), MAX (most.y, at.y) };
    }
  side = fmax (crowd->reach, sqrt ((most.x - least.x) * (most.y - least.y) / crowd->n));
  side = fmax (side, fmax (most.x - least.x, most.y - least.y) / crowd->n);
  crowd->columns = (guint) ((most.x - least.x) / side) + 1;
  crowd->rows = (guint) ((most.y - least.y) / side) + 1;
  *corner = least;
  return side;
}

static inline guint
find_cell (const Crowd *crowd, TrlPoint corner, double side, TrlPoint at)
{
  guint column = (guint) ((at.x - corner.x) / side);
  guint row = (guint) ((at.y - corner.y) / side);

  return MIN (row, crowd->rows - 1) * crowd->columns + MIN (column, crowd->columns - 1);
}

static void
empty_cells (Crowd *crowd)
{
  crowd->n_cells = crowd->columns * crowd->rows;
  if (crowd->n_cells > crowd->room)
    {
      crowd->room = crowd->n_cells + crowd->n_cells / 4;
      g_free (crowd->first);
      g_free (crowd->active);
      crowd->first = g_new (guint, crowd->room + 2);
      crowd->active = g_new (guint8, crowd->room);
    }
  memset (crowd->first, 0, (crowd->n_cells + 2) * sizeof (guint));
  memset (crowd->active, 0, crowd->n_cells);
}

typedef struct
{
  const Crowd *crowd;
  TrlPoint     corner;
  double       side;
} Cells;

static void
find_cells (guint from, guint to, gpointer data)
{
  const Cells *cells = data;
  const Crowd *crowd = cells->crowd;

  for (guint i = from; i < to; i++)
    crowd->cell[i] = find_cell (crowd, cells->corner, cells->side, crowd->discs[i].at);
}

/* Each disc into its cell, in the order in which they stand.
 * @moves: whether each counts as moving from now on */
static void
sort_into_cells (Crowd *crowd, guint8 moves)
{
  Cells        cells = { crowd };
  const guint *cell = crowd->cell;
  Disc        *discs = crowd->discs;

  cells.side = measure_cells (crowd, &cells.corner);
  empty_cells (crowd);
  trl_parallel_run (crowd->n, GRAIN, find_cells, &cells);
  for (guint i = 0; i < crowd->n; i++)
    {
      crowd->first[cell[i] + 2]++;
      crowd->active[cell[i]] |= discs[i].moves;
    }
  for (guint c = 2; c < crowd->n_cells + 2; c++)
    crowd->first[c] += crowd->first[c - 1];
  for (guint i = 0; i < crowd->n; i++)
    {
      Disc *disc = &crowd->spare[crowd->first[cell[i] + 1]++];

      *disc = discs[i];
      disc->moves = moves;
    }
  crowd->discs = crowd->spare;
  crowd->spare = discs;
}

/* Returns whether they overlapped. */
static inline G_ALWAYS_INLINE gboolean
push_apart (Disc *a, Disc *b, const Crowd *crowd)
{
  double dx = b->at.x - a->at.x, dy = b->at.y - a->at.y;
  double wanted = a->radius + b->radius + crowd->gap, square = dx * dx + dy * dy;
  double apart, push, share;

  if (square >= (wanted - ENOUGH) * (wanted - ENOUGH) || (a->fixed && b->fixed))
    return FALSE;
  apart = sqrt (square);
  push = (wanted - apart) * crowd->push;
  if (apart < ENOUGH)
    {
      /* Any direction will do, if it is another for each pair. */
      dx = cos (2.4 * a->node + b->node);
      dy = sin (2.4 * a->node + b->node);
      apart = 1;
    }
  share = a->fixed ? 0 : b->fixed ? 1 : 0.5;
  a->at.x -= share * push * dx / apart;
  a->at.y -= share * push * dy / apart;
  b->at.x += (1 - share) * push * dx / apart;
  b->at.y += (1 - share) * push * dy / apart;
  return TRUE;
}

typedef void (*Visit) (Disc *a, Disc *b, gpointer data);

/* Over rows of cells; @left: pairs before patience ends. */
typedef struct
{
  Crowd *crowd;
  gint64 left, look;
} Walk;

/* Inline, that each way to visit has a loop of its own. */
static inline G_ALWAYS_INLINE void
visit_range (Walk *walk, guint k, guint from, guint to, Visit visit, gpointer data)
{
  Disc *discs = walk->crowd->discs;

  walk->left -= to - MIN (from, to);
  for (guint l = from; l < to; l++)
    visit (&discs[k], &discs[l], data);
}

static gboolean
is_over (Walk *walk)
{
  if (walk->left < walk->look)
    {
      walk->look = walk->left - LOOK;
      if (g_cancellable_is_cancelled (walk->crowd->cancellable))
        walk->left = 0;
    }
  return walk->left <= 0;
}

/* The discs of a cell with each other, with those to the right, and with those of three
 * cells below. */
static inline G_ALWAYS_INLINE void
visit_cell (Walk *walk, guint row, guint column, Visit visit, gpointer data)
{
  const Crowd *crowd = walk->crowd;
  guint        cell = row * crowd->columns + column;
  guint    right = cell + (column + 1 < crowd->columns), below = cell + crowd->columns;
  gboolean has_below = row + 1 < crowd->rows;
  guint    from = has_below ? crowd->first[below - (column > 0)] : 0;
  guint    to = has_below ? crowd->first[below + (column + 1 < crowd->columns) + 1] : 0;

  for (guint k = crowd->first[cell]; k < crowd->first[cell + 1] && !is_over (walk); k++)
    {
      visit_range (walk, k, k + 1, crowd->first[right + 1], visit, data);
      visit_range (walk, k, from, to, visit, data);
    }
}

/* Whether a disc of a cell, or of those that it is compared with, was just moved. */
static gboolean
is_active (const Crowd *crowd, guint row, guint column)
{
  guint cell = row * crowd->columns + column;
  guint left = cell - (column > 0), right = cell + (column + 1 < crowd->columns);

  if (crowd->active[cell] || crowd->active[right])
    return TRUE;
  for (guint c = left; row + 1 < crowd->rows && c <= right; c++)
    if (crowd->active[c + crowd->columns])
      return TRUE;
  return FALSE;
}

static inline G_ALWAYS_INLINE void
visit_rows (Walk *walk, guint from, guint to, Visit visit, gpointer data)
{
  for (guint row = from; row < to; row++)
    for (guint column = 0; column < walk->crowd->columns; column++)
      if (is_active (walk->crowd, row, column))
        visit_cell (walk, row, column, visit, data);
}

static inline G_ALWAYS_INLINE void
push_pair (Disc *a, Disc *b, gpointer crowd)
{
  if (push_apart (a, b, crowd))
    a->moves = b->moves = TRUE;
}

/* Every second band of rows; each also pushes discs of the first row below it, so that
 * the bands between wait. */
typedef struct
{
  Crowd *crowd;
  guint  first; /* band */
  Walk  *walks; /* by band */
} Bands;

static void
push_bands (guint from, guint to, gpointer data)
{
  Bands *bands = data;

  for (guint i = from; i < to; i++)
    {
      guint band = bands->first + 2 * i;
      Walk *walk = &bands->walks[band];

      visit_rows (walk, band * BAND, MIN ((band + 1) * BAND, bands->crowd->rows),
                  push_pair, bands->crowd);
    }
}

static void
push_all (Crowd *crowd)
{
  guint            n_bands = (crowd->rows + BAND - 1) / BAND;
  g_autofree Walk *walks = g_new (Walk, n_bands + 1);
  gint64           before = crowd->patience;
  Bands            bands = { crowd, 0, walks };

  for (guint i = 0; i < n_bands; i++)
    walks[i] = (Walk){ crowd, before, before };
  for (; bands.first < 2; bands.first++)
    trl_parallel_run ((n_bands + 1 - bands.first) / 2, 1, push_bands, &bands);
  for (guint i = 0; i < n_bands; i++)
    crowd->patience -= before - walks[i].left;
}

/* Returns how many discs overlapped. */
static guint
step_all (Crowd *crowd)
{
  guint n = 0;

  sort_into_cells (crowd, FALSE);
  push_all (crowd);
  for (guint k = 0; k < crowd->n; k++)
    n += crowd->discs[k].moves;
  return n;
}

static void
stretch (Crowd *crowd, double by)
{
  for (guint i = 0; i < crowd->n; i++)
    {
      crowd->discs[i].at.x *= by;
      crowd->discs[i].at.y *= by;
    }
}

static double
find_room (guint n, const TrlPoint *points, const double *radius, double gap, double room)
{
  TrlPoint least = points[0], most = points[0];
  double   wanted = 0, area;

  for (guint i = 0; i < n; i++)
    {
      double side = 2 * radius[i] + gap;

      least = (TrlPoint){ fmin (least.x, points[i].x), fmin (least.y, points[i].y) };
      most = (TrlPoint){ fmax (most.x, points[i].x), fmax (most.y, points[i].y) };
      wanted += side * side * room;
    }
  most.x -= least.x;
  most.y -= least.y;
  area = fmax (most.x * most.y, pow (fmax (most.x, most.y), 2) * THIN);
  return n >= FEW && area > 0 ? fmax (sqrt (wanted / area), 1) : 1;
}

typedef struct
{
  double  gap;
  GArray *wishes; /* double */
} Wishes;

static inline G_ALWAYS_INLINE void
add_wish (Disc *a, Disc *b, gpointer data)
{
  const Wishes *all = data;
  double        apart = hypot (a->at.x - b->at.x, a->at.y - b->at.y);
  double        wish = (a->radius + b->radius + all->gap) / fmax (apart, 1e-9);

  if (wish > 1)
    g_array_append_val (all->wishes, wish);
}

double
trl_separate_find_stretch (
  guint n, const TrlPoint *points, const double *radius, double gap, double room)
{
  g_auto (Crowd) crowd = { 0 };
  g_autoptr (GArray) wishes = NULL;
  double by = n > 0 ? find_room (n, points, radius, gap, room) : 1;

  if (n < 2 || n > MOST_PAIRWISE)
    return by;
  crowd_init (&crowd, n, points, radius, NULL, gap);
  stretch (&crowd, by);
  sort_into_cells (&crowd, TRUE);
  wishes = g_array_new (FALSE, FALSE, sizeof (double));
  visit_rows (&(Walk){ &crowd, PATIENCE, PATIENCE }, 0, crowd.rows, add_wish,
              &(Wishes){ gap, wishes });
  g_array_sort (wishes, trl_compare_numbers);
  if (wishes->len == 0)
    return by;
  return by * fmin (g_array_index (wishes, double, (guint) (CLEARED * (wishes->len - 1))),
                    MOST_STRETCH);
}

/* Of what lies within so much nobody sees which is where. */
static double
get_spot (const Crowd *crowd, double at)
{
  return floor (at / (crowd->reach * SPOT));
}

static gboolean
is_on_spot (const Crowd *crowd, const Disc *a, const Disc *b)
{
  return get_spot (crowd, a->at.x) == get_spot (crowd, b->at.x) &&
         get_spot (crowd, a->at.y) == get_spot (crowd, b->at.y);
}

static int
compare_spots (gconstpointer a, gconstpointer b, gpointer crowd)
{
  const Disc *one = a, *two = b;
  double      x = get_spot (crowd, one->at.x) - get_spot (crowd, two->at.x);
  double      y = get_spot (crowd, one->at.y) - get_spot (crowd, two->at.y);

  if (x != 0 || y != 0)
    return x < 0 || (x == 0 && y < 0) ? -1 : 1;
  return one->node < two->node ? -1 : one->node > two->node;
}

/* As the seeds of a sunflower lie. */
static void
strew (const Crowd *crowd, Disc *pile, guint n)
{
  TrlPoint middle = pile[0].at;

  for (guint k = 0; k < n; k++)
    if (!pile[k].fixed)
      pile[k].at = trl_spiral (middle, STREWN * crowd->reach, k);
}

/* Pairs of those on one spot are too many to be pushed apart one by one. */
static void
strew_piles (Crowd *crowd)
{
  sort_into_cells (crowd, TRUE);
  for (guint cell = 0; cell < crowd->columns * crowd->rows; cell++)
    {
      Disc *discs = crowd->discs + crowd->first[cell];
      guint n = crowd->first[cell + 1] - crowd->first[cell], k = 0;

      if (n <= PILE)
        continue;
      g_qsort_with_data (discs, (int) n, sizeof (Disc), compare_spots, crowd);
      for (guint from = 0; from < n; from = k)
        {
          for (k = from + 1; k < n && is_on_spot (crowd, &discs[from], &discs[k]);)
            k++;
          if (k - from > PILE)
            strew (crowd, discs + from, k - from);
        }
    }
}

gboolean
trl_separate (guint           n,
              TrlPoint       *points,
              const double   *radius,
              const gboolean *fixed,
              double          gap,
              guint           gentle,
              GCancellable   *cancellable,
              GError        **error)
{
  g_auto (Crowd) crowd = { 0 };
  guint before = n, moving = n;

  crowd_init (&crowd, n, points, radius, fixed, gap);
  crowd.cancellable = cancellable;
  if (n > PILE)
    strew_piles (&crowd);
  for (guint k = 1; n > 1 && moving > 0 && k < MOST_STEPS && crowd.patience > 0; k++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      crowd.push = k < gentle ? GENTLE + (PUSH - GENTLE) * k / gentle : PUSH;
      moving = step_all (&crowd);
      if (k % STEPS != 0 || k < gentle)
        continue;
      if (!fixed && moving > SLOW * before)
        stretch (&crowd,
                 pow (STRETCH, 1 + CROWDED * fmax (0, (double) moving / n - 0.5)));
      before = moving;
    }
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  for (guint k = 0; k < n; k++)
    points[crowd.discs[k].node] = crowd.discs[k].at;
  return TRUE;
}
