/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A scene as others see it: other colours, and nothing else is changed. */

#include "scene/trl-sight.h"

#include <string.h>

static const TrlColour red = { 0.8, 0.1, 0.1, 1 }, green = { 0.1, 0.6, 0.2, 0.5 },
                       yellow = { 1, 0.9, 0.2, 1 }, blue = { 0.9, 0.92, 1, 1 };

static TrlScene *
make_scene (void)
{
  TrlScene *scene = trl_scene_new ();
  TrlOwner  node = { TRL_OWNER_NODE, 4 };

  trl_scene_set_page (scene, blue, 200, 100);
  trl_scene_add (scene, &(TrlItem){ .kind = TRL_ITEM_DISC,
                                    .owner = node,
                                    .x = 50,
                                    .y = 50,
                                    .radius = 20,
                                    .fill = green,
                                    .stroke = red,
                                    .width = 2,
                                    .hatch = TRUE });
  trl_scene_add_text (scene, node, 50, 50,
                      &(TrlTextSpec){ .string = "Clinic", .halo = yellow, .angle = 0.3 },
                      red);
  trl_scene_set_title (scene, node, "clinic", "Clinic");
  return scene;
}

static void
assert_same (TrlColour a, TrlColour b)
{
  g_assert_cmpfloat (a.r, ==, b.r);
  g_assert_cmpfloat (a.g, ==, b.g);
  g_assert_cmpfloat (a.b, ==, b.b);
  g_assert_cmpfloat (a.a, ==, b.a);
}

static void
test_colours (void)
{
  g_autoptr (TrlScene) scene = make_scene ();
  for (TrlSight sight = 0; sight < TRL_N_SIGHTS; sight++)
    {
      g_autoptr (TrlScene) seen = trl_scene_simulate (scene, sight);
      guint          n;
      const TrlItem *items = trl_scene_get_items (seen, &n);
      TrlColour      page, faint = trl_colour_simulate (green, sight);

      faint.a = 0.5;
      trl_scene_get_page (seen, &page, NULL, NULL);
      g_assert_true (trl_scene_is_frozen (seen));
      g_assert_cmpuint (n, ==, 2);
      assert_same (page, trl_colour_simulate (blue, sight));
      assert_same (items[0].fill, faint);
      assert_same (items[0].stroke, trl_colour_simulate (red, sight));
      assert_same (items[1].fill, trl_colour_simulate (red, sight));
      assert_same (trl_scene_get_text (seen, items[1].text)->halo,
                   trl_colour_simulate (yellow, sight));
    }
}

/* What is not painted stays so, and the picture of today's eyes is the scene itself. */
static void
test_rest (void)
{
  g_autoptr (TrlScene) scene = make_scene ();
  g_autofree char *before = trl_scene_to_text (scene);
  g_autoptr (TrlScene) grey = trl_scene_simulate (scene, TRL_SIGHT_GREY);
  g_autoptr (TrlScene) same = trl_scene_simulate (scene, TRL_SIGHT_NORMAL);
  g_autofree char *after = trl_scene_to_text (scene);
  g_autofree char *seen = trl_scene_to_text (same);
  guint            n;
  const TrlItem   *items = trl_scene_get_items (grey, &n);
  TrlOwner         node = { TRL_OWNER_NODE, 4 };

  g_assert_cmpstr (before, ==, after);
  g_assert_cmpstr (before, ==, seen);
  g_assert_cmpfloat (items[1].stroke.a, ==, 0);
  g_assert_cmpfloat (items[0].fill.r, ==, items[0].fill.b);
  g_assert_cmpstr (trl_scene_get_title (grey, node), ==, "Clinic");
  g_assert_cmpstr (trl_scene_get_owner_id (grey, node), ==, "clinic");
}

static void
test_without_page (void)
{
  g_autoptr (TrlScene) scene = trl_scene_new ();
  g_autoptr (TrlScene) seen = trl_scene_simulate (scene, TRL_SIGHT_GREY);

  g_assert_false (trl_scene_get_page (seen, NULL, NULL, NULL));
}

static void
test_choices (void)
{
  static const char *const ids[] = { "normal", "protan", "deutan", "tritan", "grey" };
  guint                    n;
  const TrlSightChoice    *choices = trl_sights (&n);

  g_assert_cmpuint (n, ==, G_N_ELEMENTS (ids));
  g_assert_cmpint (choices[0].sight, ==, TRL_SIGHT_NORMAL);
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpstr (choices[i].id, ==, ids[i]);
      g_assert_cmpuint (strlen (choices[i].label), >, 0);
      g_assert_nonnull (trl_sight_get_words (choices[i].sight));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/sight/every-colour-is-simulated", test_colours);
  g_test_add_func ("/scene/sight/all-else-stays", test_rest);
  g_test_add_func ("/scene/sight/a-scene-needs-no-page", test_without_page);
  g_test_add_func ("/scene/sight/choices-have-ids", test_choices);
  return g_test_run ();
}
