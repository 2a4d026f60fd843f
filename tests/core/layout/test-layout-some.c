/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A few partners placed among others that stay. */
#include "layout/trl-layout-some.h"
#include "layout/trl-random.h"
#include "model/trl-document.h"

#include <math.h>

#define N 240
#define EVERY 12 /* which are placed anew */
#define PINNED (3 * EVERY)

/* Clusters of forty on a ring of ties, with ties across. */
static TrlDocument *
make (void)
{
  TrlDocument *document = trl_document_new ();
  TrlRandom    random;
  g_autoptr (TrlRecord) site = trl_record_new (TRL_KIND_NETWORK, "site");

  trl_random_init (&random, 33, 0);
  trl_document_begin (document, "Make", NULL);
  trl_document_add_network (document, site);
  for (guint i = 0; i < N; i++)
    {
      g_autofree char *id = g_strdup_printf ("p%u", i);
      g_autoptr (TrlRecord) node = trl_record_new (TRL_KIND_NODE, id);

      trl_record_set (node, TRL_NODE_COUNT, TRL_NUMBER (i % 9));
      trl_document_add (document, "site", node);
    }
  for (guint i = 0; i < 2 * N; i++)
    {
      guint other =
        i < N ? (i + 1) % N : i % N / 40 * 40 + trl_random_below (&random, 40);
      g_autofree char *from = g_strdup_printf ("p%u", i % N);
      g_autofree char *to = g_strdup_printf ("p%u", other);
      g_autoptr (TrlRecord) edge = trl_record_new_edge (NULL, from, to);

      if (other != i % N)
        trl_document_add (document, "site", edge);
    }
  trl_document_end (document);
  return document;
}

typedef struct
{
  TrlDocument    *document;
  TrlNetwork     *network;
  TrlLayoutInput *input;
  TrlPoint       *places;
  gboolean        moves[N];
} Fixture;

static void
set_up (Fixture *f, gconstpointer layout)
{
  g_autoptr (TrlLayoutResult) before = NULL;

  f->document = make ();
  f->network = trl_document_get_network (f->document, 0);
  f->input = trl_layout_input_new (f->network);
  before = trl_layout_run (f->network, layout, NULL, NULL, NULL);
  f->places = g_memdup2 (before->points, N * sizeof (TrlPoint));
  for (guint i = 0; i < N; i += EVERY)
    f->moves[i] = TRUE;
}

static void
tear_down (Fixture *f, gconstpointer layout)
{
  trl_layout_input_free (f->input);
  g_free (f->places);
  g_object_unref (f->document);
}

static TrlLayoutResult *
run (Fixture *f, gconstpointer layout)
{
  g_autoptr (GError) error = NULL;
  TrlLayoutResult *result = trl_layout_run_some (f->network, trl_layout_find (layout),
                                                 f->places, f->moves, NULL, NULL, &error);

  g_assert_no_error (error);
  return result;
}

static void
assert_held (const Fixture *f, const TrlLayoutResult *result)
{
  for (guint i = 0; i < N; i++)
    if (!f->moves[i])
      g_assert_cmpmem (&result->points[i], sizeof (TrlPoint), &f->places[i],
                       sizeof (TrlPoint));
}

static void
assert_clear (const Fixture *f, const TrlLayoutResult *result)
{
  for (guint i = 0; i < N; i++)
    for (guint j = 0; j < N; j++)
      if (f->moves[i] && i != j)
        g_assert_cmpfloat (hypot (result->points[i].x - result->points[j].x,
                                  result->points[i].y - result->points[j].y),
                           >=, f->input->radius[i] + f->input->radius[j] - 1e-6);
}

/* The mean length of the ties of those that move. */
static double
measure (const Fixture *f, const TrlPoint *points)
{
  double sum = 0;
  guint  n = 0;

  for (guint e = 0; e < f->input->m; e++)
    {
      guint a = f->input->from[e], b = f->input->to[e];

      if (!f->moves[a] && !f->moves[b])
        continue;
      sum += hypot (points[a].x - points[b].x, points[a].y - points[b].y);
      n++;
    }
  return sum / n;
}

/* Thrown away, they come back to those they work with. */
static void
test_back (Fixture *f, gconstpointer layout)
{
  double usual = measure (f, f->places);
  g_autoptr (TrlLayoutResult) result = NULL;
  g_autoptr (TrlLayoutResult) again = NULL;

  for (guint i = 0; i < N; i += EVERY)
    f->places[i] = (TrlPoint){ 4000 + i, 90 };
  result = run (f, layout);
  assert_held (f, result);
  assert_clear (f, result);
  g_assert_cmpfloat (measure (f, result->points), <, 2 * usual);
  again = run (f, layout);
  g_assert_cmpmem (result->points, N * sizeof (TrlPoint), again->points,
                   N * sizeof (TrlPoint));
}

/* A layout that knows no places gives them a picture of their own, where they are. */
static void
test_apart (Fixture *f, gconstpointer layout)
{
  g_autoptr (TrlLayoutResult) result = NULL;
  TrlPoint before = { 0, 0 }, after = { 0, 0 };
  guint    n = 0;

  for (guint i = 0; i < N; i += EVERY, n++)
    {
      f->places[i] = (TrlPoint){ 9000 + 3 * i, 9000 };
      before = (TrlPoint){ before.x + f->places[i].x, before.y + f->places[i].y };
    }
  result = run (f, layout);
  assert_held (f, result);
  assert_clear (f, result);
  for (guint i = 0; i < N; i += EVERY)
    after = (TrlPoint){ after.x + result->points[i].x, after.y + result->points[i].y };
  g_assert_cmpfloat_with_epsilon (before.x / n, after.x / n, 20);
  g_assert_cmpfloat_with_epsilon (before.y / n, after.y / n, 20);
}

/* Where a picture of their own would lie on others, it moves as one to the nearest room,
 * and keeps its shape. */
static void
test_room (Fixture *f, gconstpointer layout)
{
  TrlPoint middle = { 0, 0 }, far = { 90000, 90000 }, shift;
  g_autoptr (TrlLayoutResult) alone = NULL;
  g_autoptr (TrlLayoutResult) among = NULL;

  for (guint i = 0; i < N; i++)
    middle = (TrlPoint){ middle.x + f->places[i].x / N, middle.y + f->places[i].y / N };
  for (guint i = 0; i < N; i += EVERY)
    f->places[i] = far;
  alone = run (f, layout);
  for (guint i = 0; i < N; i += EVERY)
    f->places[i] = middle;
  among = run (f, layout);
  assert_held (f, among);
  assert_clear (f, among);
  shift = (TrlPoint){ among->points[0].x - alone->points[0].x,
                      among->points[0].y - alone->points[0].y };
  for (guint i = 0; i < N; i += EVERY)
    {
      g_assert_cmpfloat_with_epsilon (among->points[i].x - alone->points[i].x, shift.x,
                                      1e-6);
      g_assert_cmpfloat_with_epsilon (among->points[i].y - alone->points[i].y, shift.y,
                                      1e-6);
    }
}

static double
measure_from_tie (TrlPoint a, TrlPoint b, TrlPoint at)
{
  double length = hypot (b.x - a.x, b.y - a.y);
  double along = ((at.x - a.x) * (b.x - a.x) + (at.y - a.y) * (b.y - a.y)) / length;
  double t = CLAMP (along / length, 0, 1);

  return hypot (a.x + t * (b.x - a.x) - at.x, a.y + t * (b.y - a.y) - at.y);
}

/* A partner without ties that was put on a tie of two others is placed beside it. */
static void
test_beside_ties (Fixture *f, gconstpointer layout)
{
  g_autoptr (TrlDocument) document = trl_document_new ();
  g_autoptr (TrlRecord) site = trl_record_new (TRL_KIND_NETWORK, "site");
  g_autoptr (TrlRecord) edge = trl_record_new_edge (NULL, "q0", "q1");
  g_autoptr (TrlLayoutResult) result = NULL;
  TrlPoint places[] = { { 0, 0 }, { 400, 0 }, { 200, 1 } };
  gboolean moves[] = { FALSE, FALSE, TRUE };

  trl_document_begin (document, "Make", NULL);
  trl_document_add_network (document, site);
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *id = g_strdup_printf ("q%u", i);
      g_autoptr (TrlRecord) node = trl_record_new (TRL_KIND_NODE, id);

      trl_document_add (document, "site", node);
    }
  trl_document_add (document, "site", edge);
  trl_document_end (document);
  result =
    trl_layout_run_some (trl_document_get_network (document, 0), trl_layout_find (layout),
                         places, moves, NULL, NULL, NULL);
  g_assert_cmpfloat (measure_from_tie (places[0], places[1], result->points[2]), >=,
                     trl_layout_disc_radius (1));
  g_assert_cmpfloat (hypot (result->points[2].x - 200, result->points[2].y), <, 100);
}

#define GROUP 16
#define LINES 60
#define BETWEEN 30.0 /* lines: a disc has room there, a grid of them has not */

/* Partners on one spot, and others whose ties cross the picture from side to side. */
static TrlDocument *
make_lines (void)
{
  TrlDocument *document = trl_document_new ();
  g_autoptr (TrlRecord) site = trl_record_new (TRL_KIND_NETWORK, "site");

  trl_document_begin (document, "Make", NULL);
  trl_document_add_network (document, site);
  for (guint i = 0; i < GROUP + 2 * LINES; i++)
    {
      g_autofree char *id = g_strdup_printf ("r%u", i);
      g_autoptr (TrlRecord) node = trl_record_new (TRL_KIND_NODE, id);

      trl_document_add (document, "site", node);
    }
  for (guint k = 0; k < LINES; k++)
    {
      g_autofree char *from = g_strdup_printf ("r%u", GROUP + 2 * k);
      g_autofree char *to = g_strdup_printf ("r%u", GROUP + 2 * k + 1);
      g_autoptr (TrlRecord) edge = trl_record_new_edge (NULL, from, to);

      trl_document_add (document, "site", edge);
    }
  trl_document_end (document);
  return document;
}

/* Each of them could be beside a tie, but not all as they stand: they stay together. */
static void
test_together (Fixture *f, gconstpointer layout)
{
  g_autoptr (TrlDocument) document = make_lines ();
  const TrlNetwork *network = trl_document_get_network (document, 0);
  TrlPoint          places[GROUP + 2 * LINES] = { { 0, 0 } };
  gboolean          moves[GROUP + 2 * LINES] = { FALSE };
  TrlLayoutResult  *results[2];

  for (guint i = 0; i < GROUP; i++)
    moves[i] = TRUE;
  for (guint k = 0; k < 2 * LINES; k++)
    places[GROUP + k] = (TrlPoint){ k % 2 ? -900 : 900, (k / 2 - LINES / 2.0) * BETWEEN };
  for (guint k = 0; k < 2; k++)
    {
      for (guint i = 0; i < GROUP; i++)
        places[i] = (TrlPoint){ k * 90000.0, 0 };
      results[k] = trl_layout_run_some (network, trl_layout_find (layout), places, moves,
                                        NULL, NULL, NULL);
    }
  for (guint i = 1; i < GROUP; i++)
    {
      TrlPoint a = results[0]->points[0], b = results[0]->points[i];
      TrlPoint c = results[1]->points[0], d = results[1]->points[i];

      g_assert_cmpfloat_with_epsilon (b.x - a.x, d.x - c.x, 1e-6);
      g_assert_cmpfloat_with_epsilon (b.y - a.y, d.y - c.y, 1e-6);
    }
  for (guint k = 0; k < 2; k++)
    trl_layout_result_free (results[k]);
}

/* What a person pinned does not move, selected or not. */
static void
test_pinned (Fixture *f, gconstpointer layout)
{
  g_autofree char *id = g_strdup_printf ("p%u", PINNED);
  g_autoptr (TrlLayoutResult) result = NULL;

  f->places[PINNED] = (TrlPoint){ 1234.5, -678.25 };
  trl_document_begin (f->document, "Pin", NULL);
  trl_document_set (f->document, TRL_KIND_NODE, "site", id, TRL_NODE_X,
                    TRL_NUMBER (1234.5));
  trl_document_set (f->document, TRL_KIND_NODE, "site", id, TRL_NODE_Y,
                    TRL_NUMBER (-678.25));
  trl_document_set (f->document, TRL_KIND_NODE, "site", id, TRL_NODE_PINNED,
                    TRL_FLAG (TRUE));
  trl_document_end (f->document);
  result = run (f, layout);
  assert_held (f, result);
  assert_clear (f, result);
  g_assert_cmpfloat (result->points[PINNED].x, ==, 1234.5);
  g_assert_cmpfloat (result->points[PINNED].y, ==, -678.25);
}

/* Those who hang on none of the others stay where they are, and get tidy there. */
static void
test_island (Fixture *f, gconstpointer layout)
{
  g_autoptr (TrlLayoutResult) result = NULL;
  TrlPoint after = { 0, 0 };

  trl_document_begin (f->document, "Part", NULL);
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *id = g_strdup_printf ("q%u", i);
      g_autoptr (TrlRecord) node = trl_record_new (TRL_KIND_NODE, id);
      g_autoptr (TrlRecord) edge = trl_record_new_edge (NULL, "q0", id);

      trl_document_add (f->document, "site", node);
      if (i > 0)
        trl_document_add (f->document, "site", edge);
    }
  trl_document_end (f->document);
  {
    g_autofree TrlPoint *places = g_new0 (TrlPoint, N + 3);
    g_autofree gboolean *moves = g_new0 (gboolean, N + 3);

    memcpy (places, f->places, N * sizeof (TrlPoint));
    for (guint i = N; i < N + 3; i++)
      {
        places[i] = (TrlPoint){ -5000, -7000 };
        moves[i] = TRUE;
      }
    result = trl_layout_run_some (f->network, trl_layout_find (layout), places, moves,
                                  NULL, NULL, NULL);
  }
  for (guint i = N; i < N + 3; i++)
    after =
      (TrlPoint){ after.x + result->points[i].x / 3, after.y + result->points[i].y / 3 };
  g_assert_cmpfloat_with_epsilon (after.x, -5000, 1);
  g_assert_cmpfloat_with_epsilon (after.y, -7000, 1);
  g_assert_cmpfloat (hypot (result->points[N].x - result->points[N + 1].x,
                            result->points[N].y - result->points[N + 1].y),
                     >, 20);
}

#define ADD(name, layout, test)                                                          \
  g_test_add (name, Fixture, layout, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/layout/some/come-back-by-distance", "stress", test_back);
  ADD ("/layout/some/come-back-by-group", "groups", test_back);
  ADD ("/layout/some/get-a-grid-of-their-own", "grid", test_apart);
  ADD ("/layout/some/get-layers-of-their-own", "layers", test_apart);
  ADD ("/layout/some/a-grid-finds-room", "grid", test_room);
  ADD ("/layout/some/layers-find-room", "layers", test_room);
  ADD ("/layout/some/beside-a-tie-by-distance", "stress", test_beside_ties);
  ADD ("/layout/some/beside-a-tie-in-a-grid", "grid", test_beside_ties);
  ADD ("/layout/some/a-grid-on-ties-stays-together", "grid", test_together);
  ADD ("/layout/some/layers-on-ties-stay-together", "layers", test_together);
  ADD ("/layout/some/pinned-by-distance-stay", "stress", test_pinned);
  ADD ("/layout/some/pinned-in-a-grid-stay", "grid", test_pinned);
  ADD ("/layout/some/an-island-stays", "stress", test_island);
  return g_test_run ();
}
