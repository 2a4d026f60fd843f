/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "networks.h"

#include "scene/trl-text-cache.h"

static TrlTextSpec
random_spec (GRand *random, const char *string)
{
  return (TrlTextSpec){
    .string = string,
    .size = g_rand_int_range (random, 6, 14),
    .bold = g_rand_boolean (random),
    .width = g_rand_boolean (random) ? g_rand_int_range (random, 20, 120) : 0,
    .balance = g_rand_boolean (random),
    .max_lines = (guint) g_rand_int_range (random, 0, 4),
    .align = (TrlAlign) g_rand_int_range (random, TRL_ALIGN_START, TRL_ALIGN_RIGHT + 1),
    .anchor_x = g_rand_double (random),
    .anchor_y = g_rand_double (random),
    .halo = { 1, 1, 1, g_rand_int_range (random, 0, 2) },
  };
}

static void
assert_same (const TrlTextBlock *a, const TrlTextBlock *b)
{
  g_assert_cmpstr (a->string, ==, b->string);
  g_assert_cmpfloat (a->width, ==, b->width);
  g_assert_cmpfloat (a->height, ==, b->height);
  g_assert_cmpfloat (a->anchor_x, ==, b->anchor_x);
  g_assert_cmpfloat (a->anchor_y, ==, b->anchor_y);
  g_assert_cmpfloat (a->halo.a, ==, b->halo.a);
  g_assert_cmpint (a->align, ==, b->align);
  g_assert_cmpint (a->bold, ==, b->bold);
  g_assert_cmpuint (a->n_lines, ==, b->n_lines);
  for (guint i = 0; i < a->n_lines; i++)
    {
      g_assert_cmpstr (a->lines[i].string, ==, b->lines[i].string);
      g_assert_cmpfloat (a->lines[i].x, ==, b->lines[i].x);
      g_assert_cmpfloat (a->lines[i].baseline, ==, b->lines[i].baseline);
    }
}

/* A few strings in many ways, so that most of them meet a text that is there already. */
static void
test_like_breaking (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (3);
  g_autoptr (TrlTextCache) cache = trl_text_cache_new ();
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < 6; i++)
    g_ptr_array_add (names, new_name (random));
  for (guint i = 0; i < 400; i++)
    {
      TrlTextSpec spec = random_spec (random, names->pdata[i % names->len]);
      g_autoptr (TrlTextBlock) fresh = trl_text_break (NULL, &spec);
      g_autoptr (TrlTextBlock) kept = trl_text_cache_break (cache, &spec);
      double width, height;

      assert_same (fresh, kept);
      trl_text_cache_measure (cache, &spec, &width, &height);
      g_assert_cmpfloat (width, ==, fresh->width);
      g_assert_cmpfloat (height, ==, fresh->height);
    }
}

static void
test_empty (void)
{
  g_autoptr (TrlTextCache) cache = trl_text_cache_new ();
  double width = 7, height = 7;

  trl_text_cache_measure (cache, &(TrlTextSpec){ .string = "" }, &width, &height);
  g_assert_cmpfloat (width, ==, 0);
  g_assert_cmpfloat (height, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/text-cache/gives-what-breaking-gives", test_like_breaking);
  g_test_add_func ("/scene/text-cache/empty-text-has-no-size", test_empty);
  return g_test_run ();
}
