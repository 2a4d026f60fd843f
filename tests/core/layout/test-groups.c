/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <string.h>

#include "karate.h"
#include "planted.h"

static TrlLayoutResult *
run_with (const TrlLayoutInput *input, const char *const *pairs)
{
  const TrlLayout *layout = trl_layout_find ("groups");
  g_autoptr (TrlOptions) options = trl_options_new (layout->options, layout->n_options);
  g_autoptr (GError) error = NULL;
  TrlLayoutResult *result;

  for (; *pairs != NULL; pairs++)
    g_assert_true (trl_options_set_pair (options, *pairs, NULL));
  result = trl_layout_place (layout, input, options, 1, NULL, &error);
  g_assert_no_error (error);
  return result;
}

#define RUN_WITH(input, ...) run_with (input, (const char *const[]){ __VA_ARGS__, NULL })

static void
assert_finite (const TrlLayoutInput *input, const TrlLayoutResult *result)
{
  for (guint i = 0; i < input->n; i++)
    g_assert_true (isfinite (result->points[i].x) && isfinite (result->points[i].y));
}

static void
set_starts (TrlLayoutInput *input, const TrlPoint *start, guint8 flags)
{
  guint8 *all = g_new (guint8, input->n);

  memset (all, flags, input->n);
  input->start = g_memdup2 (start, input->n * sizeof (TrlPoint));
  input->flags = all;
}

/* A picture at random has a purity of one over the number of groups. */
static void
test_planted (void)
{
  for (guint n = 120; n <= 1200; n *= 10)
    {
      TrlRandom         random;
      g_autofree guint *kind = get_planted (n, n / 30);
      g_autoptr (TrlLayoutInput) input = NULL;
      g_autoptr (TrlLayoutResult) tight = NULL;
      g_autoptr (TrlLayoutResult) loose = NULL;

      trl_random_init (&random, 72, n);
      input = input_new_planted (&random, n, n / 30, 3);
      tight = RUN_WITH (input, "tightness=tight");
      loose = RUN_WITH (input, "tightness=loose");
      g_assert_cmpfloat (measure_purity (tight->points, n, kind, 8), >, 0.9);
      g_assert_cmpfloat (measure_purity (loose->points, n, kind, 8), >, 0.4);
      assert_apart (input, tight);
      assert_apart (input, loose);
    }
}

/* The two sides that the club split into, after Zachary: all but few neighbours agree. */
static void
test_karate (void)
{
  static const guint side[KARATE_MEMBERS] = { 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0,
                                              0, 0, 1, 1, 0, 0, 1, 0, 1, 0, 1, 1,
                                              1, 1, 1, 1, 1, 1, 1, 1, 1, 1 };
  g_autoptr (TrlLayoutInput) input = input_new (KARATE_MEMBERS, 78, karate);
  g_autoptr (TrlLayoutResult) result = run_layout ("groups", input, 0);

  g_assert_cmpfloat (measure_purity (result->points, KARATE_MEMBERS, side, 4), >, 0.85);
}

/* Ties run across types, and are not even connected; types stand together all the same.
 */
static void
test_by_type (void)
{
  TrlRandom         random;
  g_autofree guint *kind = get_planted (150, 5);
  g_autofree int   *sector = g_new (int, 150);
  g_autoptr (TrlLayoutInput) input = NULL;
  g_autoptr (TrlLayoutResult) again = NULL;

  trl_random_init (&random, 73, 0);
  input = input_new_random (&random, 150, 0);
  input->m -= 60;
  for (guint i = 0; i < 150; i++)
    sector[i] = (int) kind[i] - 1;
  input->sector = sector;
  input->n_sectors = 4;
  for (guint tight = 0; tight < 2; tight++)
    {
      g_autoptr (TrlLayoutResult) result =
        RUN_WITH (input, "by=type", tight ? "tightness=tight" : "tightness=loose");

      g_assert_cmpfloat (measure_purity (result->points, 150, kind, 6), >, 0.8);
      assert_apart (input, result);
      if (tight)
        set_starts (input, result->points, TRL_LAYOUT_PLACED);
    }
  again = RUN_WITH (input, "by=type", "from-current=yes");
  g_assert_cmpfloat (measure_purity (again->points, 150, kind, 6), >, 0.8);
  assert_apart (input, again);
  input->sector = NULL;
}

/* Without types there is one group, and ties are all there is to go by. */
static void
test_without_types (void)
{
  g_autoptr (TrlLayoutInput) input = input_new (KARATE_MEMBERS, 78, karate);
  g_autoptr (TrlLayoutResult) result = RUN_WITH (input, "by=type");
  g_autoptr (TrlLayoutResult) same = RUN_WITH (input, "by=ties");

  g_assert_cmpmem (result->points, KARATE_MEMBERS * sizeof (TrlPoint), same->points,
                   KARATE_MEMBERS * sizeof (TrlPoint));
}

static TrlLayoutInput *
new_star (guint n)
{
  g_autofree guint *ties = g_new0 (guint, 2 * n);

  for (guint e = 0; e + 1 < n; e++)
    ties[2 * e + 1] = e + 1;
  return input_new (n, n - 1, (const guint (*)[2]) ties);
}

/* Stars, whose leaves all join one cluster, and pairs. */
static void
test_odd (void)
{
  static const guint sizes[] = { 2, 3, 40, 41, 42, 600 };
  g_autofree guint  *ties = g_new (guint, 80);
  g_autoptr (TrlLayoutInput) pairs = NULL;
  g_autoptr (TrlLayoutResult) result = NULL;

  for (guint k = 0; k < G_N_ELEMENTS (sizes); k++)
    {
      g_autoptr (TrlLayoutInput) input = new_star (sizes[k]);
      g_autoptr (TrlLayoutResult) star = run_layout ("groups", input, 0);

      assert_finite (input, star);
      assert_apart (input, star);
    }
  for (guint i = 0; i < 80; i++)
    ties[i] = i;
  pairs = input_new (80, 40, (const guint (*)[2]) ties);
  result = run_layout ("groups", pairs, 0);
  assert_apart (pairs, result);
}

static void
test_pinned (void)
{
  static const guint pinned[] = { 0, 33, 5, 2, 16, 23 };
  g_autoptr (TrlLayoutInput) input = input_new (KARATE_MEMBERS, 78, karate);
  g_autoptr (TrlLayoutResult) free_result = run_layout ("groups", input, 0);
  guint8 *flags;

  /* Turned by a quarter and moved away: the others must come along. */
  for (guint i = 0; i < KARATE_MEMBERS; i++)
    {
      TrlPoint was = free_result->points[i];

      free_result->points[i] = (TrlPoint){ 1000 - was.y, was.x };
    }
  set_starts (input, free_result->points, TRL_LAYOUT_PLACED);
  flags = (guint8 *) input->flags;
  for (guint k = 0; k < G_N_ELEMENTS (pinned); k++)
    flags[pinned[k]] |= TRL_LAYOUT_PINNED;
  for (guint by = 0; by < 2; by++)
    {
      g_autoptr (TrlLayoutResult) result =
        RUN_WITH (input, by ? "from-current=yes" : "from-current=no", "edge-length=61.3");
      double off = 0;

      for (guint k = 0; k < G_N_ELEMENTS (pinned); k++)
        {
          g_assert_cmpfloat (result->points[pinned[k]].x, ==, input->start[pinned[k]].x);
          g_assert_cmpfloat (result->points[pinned[k]].y, ==, input->start[pinned[k]].y);
        }
      for (guint i = 0; i < KARATE_MEMBERS; i++)
        off += get_distance (result->points[i], input->start[i]) / KARATE_MEMBERS;
      g_assert_cmpfloat (off, <, 120);
      assert_apart (input, result);
    }
}

static void
test_from_current (void)
{
  g_autoptr (TrlLayoutInput) input = input_new (KARATE_MEMBERS, 78, karate);
  g_autoptr (TrlLayoutResult) before = run_layout ("groups", input, 0);
  g_autoptr (TrlLayoutResult) after = NULL;

  for (guint i = 0; i < KARATE_MEMBERS; i++)
    before->points[i] = (TrlPoint){ 500 - before->points[i].y, before->points[i].x };
  set_starts (input, before->points, TRL_LAYOUT_PLACED);
  for (guint round = 0; round < 5; round++)
    {
      g_clear_pointer (&after, trl_layout_result_free);
      after = RUN_WITH (input, "from-current=yes");
      for (guint i = 0; i < KARATE_MEMBERS; i++)
        g_assert_cmpfloat (get_distance (before->points[i], after->points[i]), <, 60);
      assert_apart (input, after);
      memcpy ((TrlPoint *) input->start, after->points,
              KARATE_MEMBERS * sizeof (TrlPoint));
    }
}

/* There is nothing to keep but where the heap is. */
static void
test_heap (void)
{
  TrlPoint heap[KARATE_MEMBERS], middle = { 0, 0 };
  g_autoptr (TrlLayoutInput) input = input_new (KARATE_MEMBERS, 78, karate);
  g_autoptr (TrlLayoutResult) result = NULL;

  for (guint i = 0; i < KARATE_MEMBERS; i++)
    heap[i] = (TrlPoint){ 300, -200 };
  set_starts (input, heap, TRL_LAYOUT_PLACED);
  result = RUN_WITH (input, "from-current=yes");
  assert_finite (input, result);
  assert_apart (input, result);
  for (guint i = 0; i < KARATE_MEMBERS; i++)
    {
      middle.x += result->points[i].x / KARATE_MEMBERS;
      middle.y += result->points[i].y / KARATE_MEMBERS;
    }
  g_assert_cmpfloat (get_distance (middle, heap[0]), <, 40);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/groups/planted-groups-stand-apart", test_planted);
  g_test_add_func ("/layout/groups/the-karate-club-splits-as-it-did", test_karate);
  g_test_add_func ("/layout/groups/types-stand-together", test_by_type);
  g_test_add_func ("/layout/groups/without-types-ties-decide", test_without_types);
  g_test_add_func ("/layout/groups/stars-and-pairs-are-sane", test_odd);
  g_test_add_func ("/layout/groups/pinned-nodes-never-move", test_pinned);
  g_test_add_func ("/layout/groups/from-current-keeps-the-picture", test_from_current);
  g_test_add_func ("/layout/groups/a-heap-unfolds-where-it-is", test_heap);
  return g_test_run ();
}
