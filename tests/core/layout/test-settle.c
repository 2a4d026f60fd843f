/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Room between discs and ties that stand, for a picture and for single discs. */
#include "inputs.h"

#include "layout/trl-settle.h"

#include <string.h>

#define SMALL 7.0
#define GAP 6.0

typedef gboolean (*Settle) (const TrlLayoutInput *input,
                            const gboolean       *held,
                            TrlPoint             *points,
                            GCancellable         *cancellable,
                            GError              **error);

static gboolean
settle_as_one (const TrlLayoutInput *input,
               const gboolean       *held,
               TrlPoint             *points,
               GCancellable         *cancellable,
               GError              **error)
{
  return trl_settle_as_one (input, held, GAP, points, cancellable, error);
}

static gboolean
settle_each (const TrlLayoutInput *input,
             const gboolean       *held,
             TrlPoint             *points,
             GCancellable         *cancellable,
             GError              **error)
{
  return trl_settle_each (input, held, TRUE, points, cancellable, error);
}

static const struct
{
  const char *name;
  Settle      settle;
} ways[] = { { "as-one", settle_as_one }, { "each", settle_each } };

static double
measure_from_tie (TrlPoint a, TrlPoint b, TrlPoint at)
{
  TrlPoint way = { b.x - a.x, b.y - a.y };
  double   along = ((at.x - a.x) * way.x + (at.y - a.y) * way.y) / hypot (way.x, way.y);
  double   t = CLAMP (along / hypot (way.x, way.y), 0, 1);

  return hypot (a.x + t * way.x - at.x, a.y + t * way.y - at.y);
}

/* Of a node from discs and ties; below 0: it is on one. */
static double
measure_room (const TrlLayoutInput *input, const TrlPoint *points, guint node)
{
  double room = G_MAXDOUBLE;

  for (guint i = 0; i < input->n; i++)
    if (i != node)
      room = fmin (room, get_distance (points[i], points[node]) - input->radius[i]);
  for (guint e = 0; e < input->m; e++)
    room = fmin (room, measure_from_tie (points[input->from[e]], points[input->to[e]],
                                         points[node]));
  return room - input->radius[node];
}

static void
run (Settle settle, const TrlLayoutInput *input, const gboolean *held, TrlPoint *points)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (settle (input, held, points, NULL, &error));
  g_assert_no_error (error);
}

/* Wherever on the tie of a hub and a disc of many it was put. */
static void
test_no_gap_in_a_tie (gconstpointer settle)
{
  const guint    ties[][2] = { { 0, 1 } };
  const gboolean held[] = { TRUE, TRUE, FALSE };
  g_autoptr (TrlLayoutInput) input = input_new (3, 1, ties);
  double *radius = (double *) input->radius;

  radius[0] = TRL_LAYOUT_HUB_RADIUS;
  radius[1] = trl_layout_disc_radius (45);
  radius[2] = SMALL;
  for (double x = 45; x < 355; x += 0.5)
    {
      TrlPoint points[] = { { 0, 0 }, { 400, 100 }, { x, x / 4 } };

      run (settle, input, held, points);
      g_assert_cmpfloat (measure_room (input, points, 2), >=, 0);
      g_assert_cmpfloat (hypot (points[2].x - x, points[2].y - x / 4), <, 150);
    }
}

#define COLUMNS 16
#define SIDE 17.0   /* of a square of the crowd: less than two discs need */
#define BETWEEN 25. /* ties: a disc has room between two of them */
#define TIES 33

static TrlPoint
place_in_crowd (guint k)
{
  return (TrlPoint){ (k % COLUMNS - (COLUMNS - 1) / 2.0) * SIDE,
                     (double) (k / COLUMNS) * SIDE - (COLUMNS - 1) / 2.0 * SIDE };
}

/* The first node moves; around it is a crowd, and ties of others cross all of it. */
static TrlLayoutInput *
make_crowd (TrlPoint *points, gboolean *held)
{
  guint           ties[TIES][2];
  guint           n = 1 + COLUMNS * COLUMNS;
  TrlLayoutInput *input;

  for (guint k = 0; k < TIES; k++)
    {
      ties[k][0] = n + 2 * k;
      ties[k][1] = n + 2 * k + 1;
      points[n + 2 * k] = (TrlPoint){ (k - TIES / 2.0) * BETWEEN, -900 };
      points[n + 2 * k + 1] = (TrlPoint){ (k - TIES / 2.0) * BETWEEN, 900 };
    }
  input = input_new (n + 2 * TIES, TIES, ties);
  for (guint i = 0; i < input->n; i++)
    {
      ((double *) input->radius)[i] = SMALL;
      held[i] = i > 0;
    }
  for (guint k = 0; k < n - 1; k++)
    points[k + 1] = place_in_crowd (k);
  return input;
}

/* Ties are seen at the rim of a crowd, too. */
static void
test_ties_afar (gconstpointer settle)
{
  TrlPoint points[1 + COLUMNS * COLUMNS + 2 * TIES];
  gboolean held[G_N_ELEMENTS (points)];
  g_autoptr (TrlLayoutInput) input = make_crowd (points, held);

  for (double x = -60; x <= 60; x += 4)
    {
      points[0] = (TrlPoint){ x, 1 };
      run (settle, input, held, points);
      g_assert_cmpfloat (measure_room (input, points, 0), >=, 0);
      g_assert_cmpfloat (get_distance (points[0], (TrlPoint){ x, 1 }), <, 260);
    }
}

#define MANY 40000

/* More ties than can be looked at, but not where there is room. */
static void
test_ties_nearby (gconstpointer settle)
{
  g_autofree guint *ties = g_new (guint, 2 * (MANY + 1));
  const gboolean    held[] = { TRUE, TRUE, TRUE, TRUE, FALSE };
  TrlPoint points[] = { { -60, 0 }, { 60, 0 }, { 72, -40 }, { 72, 40 }, { 0, 1 } };
  g_autoptr (TrlLayoutInput) input = NULL;

  for (guint e = 0; e <= MANY; e++)
    {
      ties[2 * e] = e == 0 ? 0 : 2;
      ties[2 * e + 1] = e == 0 ? 1 : 3;
    }
  input = input_new (5, MANY + 1, (const guint (*)[2]) ties);
  run (settle, input, held, points);
  g_assert_cmpfloat (measure_room (input, points, 4), >=, 0);
  g_assert_cmpfloat (hypot (points[4].x, points[4].y - 1), <, 60);
}

/* Single discs need not be off ties. */
static void
test_discs_alone (void)
{
  const guint    ties[][2] = { { 0, 1 } };
  const gboolean held[] = { TRUE, TRUE, FALSE, FALSE };
  TrlPoint       points[] = { { 0, 0 }, { 400, 0 }, { 200, 1 }, { 12, 0 } };
  g_autoptr (TrlLayoutInput) input = input_new (4, 1, ties);

  g_assert_true (trl_settle_each (input, held, FALSE, points, NULL, NULL));
  g_assert_cmpfloat (points[2].x, ==, 200);
  g_assert_cmpfloat (points[2].y, ==, 1);
  g_assert_cmpfloat (get_distance (points[0], points[3]), >=, 2 * input->radius[0]);
}

#define ROW 160
#define SPACING 24.0

/* A square of discs that move, over ties that cross all of it, @between apart. */
static TrlLayoutInput *
make_large (double between, TrlPoint **points, gboolean **held)
{
  guint             m = (guint) (4 * ROW * SPACING / between), n = ROW * ROW;
  g_autofree guint *ties = g_new (guint, 2 * m);
  TrlLayoutInput   *input;

  *points = g_new (TrlPoint, n + 2 * m);
  *held = g_new0 (gboolean, n + 2 * m);
  for (guint i = 0; i < n; i++)
    (*points)[i] = (TrlPoint){ i % ROW * SPACING, (double) (i / ROW) * SPACING };
  for (guint k = 0; k < 2 * m; k++)
    {
      ties[k] = n + k;
      (*points)[n + k] =
        (TrlPoint){ (k % 2 ? -5 : 5) * ROW * SPACING, (k / 2 - m * 0.4) * between };
      (*held)[n + k] = TRUE;
    }
  input = input_new (n + 2 * m, m, (const guint (*)[2]) ties);
  for (guint i = 0; i < input->n; i++)
    ((double *) input->radius)[i] = SMALL;
  return input;
}

typedef struct
{
  GCancellable *cancellable;
  gulong        after; /* microseconds */
} Impatience;

static gpointer
cancel (gpointer data)
{
  const Impatience *impatience = data;

  g_usleep (impatience->after);
  g_cancellable_cancel (impatience->cancellable);
  return NULL;
}

/* Cancelled before it can be done; a thread may wake too late for that.
 * Returns: whether it was in time */
static gboolean
is_stopped (const TrlLayoutInput *input,
            Settle                settle,
            const gboolean       *held,
            TrlPoint             *points,
            gint64                after,
            GError              **error)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Impatience impatience = { cancellable, (gulong) after };
  GThread   *thread = g_thread_new ("cancel", cancel, &impatience);
  gboolean   stopped = !settle (input, held, points, cancellable, error);

  g_thread_join (thread);
  return stopped;
}

/* Who does not want to wait gets everything back as it was. */
static void
check_cancel (Settle settle, double between)
{
  g_autofree TrlPoint *points = NULL;
  g_autofree gboolean *held = NULL;
  g_autoptr (TrlLayoutInput) input = make_large (between, &points, &held);
  gsize                size = input->n * sizeof (TrlPoint);
  g_autofree TrlPoint *before = g_memdup2 (points, size);
  g_autoptr (GError) error = NULL;
  gint64   start = g_get_monotonic_time (), all;
  gboolean stopped = FALSE;

  run (settle, input, held, points);
  all = g_get_monotonic_time () - start;
  for (guint part = 2; part < 12 && !stopped; part++)
    {
      memcpy (points, before, size);
      stopped = is_stopped (input, settle, held, points, all / part, &error);
    }
  g_assert_true (stopped);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpmem (points, size, before, size);
}

static void
test_cancel_as_one (void)
{
  check_cancel (settle_as_one, 150);
}

static void
test_cancel_each (void)
{
  check_cancel (settle_each, 19);
}

static void
add (const char *what, GTestDataFunc test)
{
  for (guint k = 0; k < G_N_ELEMENTS (ways); k++)
    {
      g_autofree char *path = g_strdup_printf ("/settle/%s/%s", ways[k].name, what);

      g_test_add_data_func (path, (gconstpointer) ways[k].settle, test);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("no-gap-in-a-tie", test_no_gap_in_a_tie);
  add ("beside-ties-afar", test_ties_afar);
  add ("beside-ties-nearby-of-too-many", test_ties_nearby);
  g_test_add_func ("/settle/each/discs-alone", test_discs_alone);
  g_test_add_func ("/settle/as-one/cancel", test_cancel_as_one);
  g_test_add_func ("/settle/each/cancel", test_cancel_each);
  return g_test_run ();
}
