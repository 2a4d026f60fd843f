/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A scene keeps what was added in order, refuses what cannot be drawn, and knows its
 * bounds. */

#include "scene/trl-scene.h"

#include <math.h>

static const TrlColour black = { 0, 0, 0, 1 }, red = { 1, 0, 0, 1 };

static TrlScene *
sample (void)
{
  TrlScene *scene = trl_scene_new ();
  trl_scene_add (scene, &(TrlItem){ .kind = TRL_ITEM_LINE,
                                    .owner = { TRL_OWNER_EDGE, 4 },
                                    .x2 = 30,
                                    .y2 = 40,
                                    .stroke = black,
                                    .width = 2 });
  trl_scene_add (scene, &(TrlItem){ .kind = TRL_ITEM_DISC,
                                    .owner = { TRL_OWNER_NODE, 7 },
                                    .x = 30,
                                    .y = 40,
                                    .radius = 10,
                                    .fill = red,
                                    .stroke = black,
                                    .width = 1,
                                    .dash = { 2, 1 },
                                    .hatch = TRUE });
  trl_scene_add_text (scene, (TrlOwner){ TRL_OWNER_NODE, 7 }, 30, 55,
                      &(TrlTextSpec){ .string = "Local\nBusinesses", .anchor_x = 0.5 },
                      black);
  trl_scene_set_title (scene, (TrlOwner){ TRL_OWNER_NODE, 7 }, "business",
                       "Local Businesses");
  return scene;
}

static void
test_text (void)
{
  g_autoptr (TrlScene) scene = sample ();
  trl_scene_set_page (scene, (TrlColour){ 1, 1, 1, 1 }, 100, 80);
  g_autofree char *text = trl_scene_to_text (scene);
  g_assert_cmpstr (
    text, ==,
    "page by 100.00,80.00 fill #ffffff\n"
    "line edge:4 at 0.00,0.00 to 30.00,40.00 stroke #000000 width 2.00\n"
    "disc node:business at 30.00,40.00 radius 10.00 fill #ff0000 stroke #000000 "
    "width 1.00 dash 2.00,1.00 hatch\n"
    "text node:business at 30.00,55.00 fill #000000 size 9.00 anchor 0.50,0.00 "
    "|Local |Businesses\n");
}

static void
assert_refused (const TrlItem *item)
{
  g_autoptr (TrlScene) scene = trl_scene_new ();
  guint n;
  g_test_expect_message (G_LOG_DOMAIN, G_LOG_LEVEL_CRITICAL, "*assertion*failed*");
  g_assert_cmpuint (trl_scene_add (scene, item), ==, TRL_NO_ITEM);
  g_test_assert_expected_messages ();
  trl_scene_get_items (scene, &n);
  g_assert_cmpuint (n, ==, 0);
}

static void
test_refuses (void)
{
  assert_refused (&(TrlItem){ .kind = TRL_ITEM_DISC, .x = NAN });
  assert_refused (&(TrlItem){ .kind = TRL_ITEM_LINE, .y2 = INFINITY });
  assert_refused (&(TrlItem){ .kind = TRL_ITEM_LINE, .width = NAN });
  assert_refused (&(TrlItem){ .kind = TRL_ITEM_DISC, .fill = { NAN, 0, 0, 1 } });
  assert_refused (&(TrlItem){ .kind = TRL_ITEM_DISC, .radius = -1 });
  assert_refused (&(TrlItem){ .kind = TRL_ITEM_DISC, .x = 1e9 });
  assert_refused (&(TrlItem){ .kind = TRL_ITEM_TEXT, .text = 3 });
}

static void
test_frozen (void)
{
  g_autoptr (TrlScene) scene = sample ();
  trl_scene_freeze (scene);
  trl_scene_freeze (scene);
  g_assert_true (trl_scene_is_frozen (scene));
  g_test_expect_message (G_LOG_DOMAIN, G_LOG_LEVEL_CRITICAL, "*frozen*failed*");
  g_assert_cmpuint (trl_scene_add (scene, &(TrlItem){ 0 }), ==, TRL_NO_ITEM);
  g_test_assert_expected_messages ();
}

static void
test_bounds (void)
{
  g_autoptr (TrlScene) scene = trl_scene_new ();
  TrlRect bounds;
  g_assert_false (trl_scene_get_bounds (scene, &bounds));
  trl_scene_add (
    scene, &(TrlItem){ .kind = TRL_ITEM_DISC, .x = 5, .y = 6, .radius = 4, .fill = red });
  trl_scene_add (scene, &(TrlItem){ .kind = TRL_ITEM_CURVE,
                                    .x2 = 20,
                                    .cx = 10,
                                    .cy = 30,
                                    .stroke = black,
                                    .width = 2 });
  g_assert_true (trl_scene_get_bounds (scene, &bounds));
  g_assert_cmpfloat (bounds.x, ==, -1);
  g_assert_cmpfloat (bounds.y, ==, -1);
  g_assert_cmpfloat (bounds.width, ==, 22);
  g_assert_cmpfloat (bounds.height, ==, 17); /* the curve turns half way to its control */
}

static void
test_turned_text (void)
{
  g_autoptr (TrlScene) scene = trl_scene_new ();
  TrlRect     bounds;
  double      width, height;
  TrlTextSpec spec = { .string = "Partners", .angle = -G_PI_2 };
  trl_scene_add_text (scene, (TrlOwner){ 0 }, 10, 20, &spec, black);
  trl_scene_measure (&spec, &width, &height);
  trl_scene_get_bounds (scene, &bounds);
  g_assert_cmpfloat_with_epsilon (bounds.x, 10, 1e-9);
  g_assert_cmpfloat_with_epsilon (bounds.y, 20 - width, 1e-9);
  g_assert_cmpfloat_with_epsilon (bounds.width, height, 1e-9);
}

static void
test_append (void)
{
  g_autoptr (TrlScene) scene = trl_scene_new ();
  g_autoptr (TrlScene) other = sample ();
  trl_scene_add_text (scene, (TrlOwner){ 0 }, 0, 0, &(TrlTextSpec){ .string = "Title" },
                      black);
  trl_scene_append (scene, other, 100, 200, 0.5);
  TrlOwner         node = { TRL_OWNER_NODE, 7 };
  g_autofree char *text = trl_scene_to_text (scene);
  g_assert_cmpstr (
    text, ==,
    "text at 0.00,0.00 fill #000000 size 9.00 anchor 0.00,0.00 |Title\n"
    "line edge:4 at 100.00,200.00 to 115.00,220.00 stroke #000000 width 1.00\n"
    "disc node:business at 115.00,220.00 radius 5.00 fill #ff0000 stroke #000000 "
    "width 0.50 dash 1.00,0.50 hatch\n"
    "text node:business at 115.00,227.50 fill #000000 size 4.50 anchor 0.50,0.00 "
    "|Local |Businesses\n");
  g_assert_cmpstr (trl_scene_get_title (scene, node), ==, "Local Businesses");
}

static void
test_owner (void)
{
  g_autoptr (TrlScene) scene = sample ();
  TrlOwner node = { TRL_OWNER_NODE, 7 }, nobody = { TRL_OWNER_NODE, 8 };
  TrlRect  bounds;
  guint    n;
  trl_scene_freeze (scene);
  const guint *items = trl_scene_get_owner_items (scene, node, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpuint (items[0], ==, 1);
  g_assert_cmpuint (items[1], ==, 2);
  g_assert_true (trl_scene_get_owner_bounds (scene, node, &bounds));
  g_assert_cmpfloat (bounds.y, ==, 29.5);
  g_assert_false (trl_scene_get_owner_bounds (scene, nobody, &bounds));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/prints-one-line-an-item", test_text);
  g_test_add_func ("/scene/refuses-what-cannot-be-drawn", test_refuses);
  g_test_add_func ("/scene/never-changes-once-frozen", test_frozen);
  g_test_add_func ("/scene/bounds-include-strokes", test_bounds);
  g_test_add_func ("/scene/bounds-follow-turned-text", test_turned_text);
  g_test_add_func ("/scene/append-moves-and-scales-all", test_append);
  g_test_add_func ("/scene/an-owner-knows-its-items", test_owner);
  return g_test_run ();
}
