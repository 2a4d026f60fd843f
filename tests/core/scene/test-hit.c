/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The grid finds what a search of the whole list finds; the pointer finds what one sees.
 */

#include "scene/trl-scene.h"

#include <string.h>

static const TrlColour black = { 0, 0, 0, 1 };

static void
add_random (TrlScene *scene, GRand *random, guint row)
{
  TrlItem item = {
    .kind = g_rand_int_range (random, 0, TRL_ITEM_TEXT),
    .owner = { TRL_OWNER_NODE, row },
    .stroke = black,
    .width = g_rand_double_range (random, 0, 4),
    .x = g_rand_double_range (random, -300, 900),
    .y = g_rand_double_range (random, 0, 500),
    .radius = g_rand_double_range (random, 1, 20),
    .shape = g_rand_int_range (random, 0, TRL_N_SHAPES),
  };
  item.x2 = item.kind == TRL_ITEM_RECT ? 40 : g_rand_double_range (random, -300, 900);
  item.y2 = item.kind == TRL_ITEM_RECT ? 20 : g_rand_double_range (random, 0, 500);
  item.cx = g_rand_double_range (random, -300, 900);
  item.cy = g_rand_double_range (random, 0, 500);
  if (row % 50 == 0)
    item = (TrlItem){ .kind = TRL_ITEM_DISC, .stroke = black, .width = 1, .radius = 200 };
  trl_scene_add (scene, &item);
}

static TrlScene *
random_scene (guint n)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (11);
  TrlScene *scene = trl_scene_new ();
  for (guint i = 0; i < n; i++)
    add_random (scene, random, i);
  trl_scene_freeze (scene);
  return scene;
}

static double
bezier (double a, double b, double c, double t)
{
  return (1 - t) * (1 - t) * a + 2 * t * (1 - t) * b + t * t * c;
}

static gboolean
has_point_in (const TrlItem *item, const TrlRect *area)
{
  gboolean line = item->kind == TRL_ITEM_LINE;
  for (guint i = 0; i <= 400; i++)
    {
      double t = i / 400.0;
      double x =
        bezier (item->x, line ? (item->x + item->x2) / 2 : item->cx, item->x2, t);
      double y =
        bezier (item->y, line ? (item->y + item->y2) / 2 : item->cy, item->y2, t);
      if (x >= area->x && x <= area->x + area->width && y >= area->y &&
          y <= area->y + area->height)
        return TRUE;
    }
  return FALSE;
}

static gboolean
shows_in (const TrlScene *scene, guint i, const TrlRect *area)
{
  guint          n;
  TrlRect        box;
  const TrlItem *item = &trl_scene_get_items (scene, &n)[i];
  trl_scene_get_item_bounds (scene, i, &box);
  if (item->kind == TRL_ITEM_LINE || item->kind == TRL_ITEM_CURVE)
    return has_point_in (item, area);
  return box.x <= area->x + area->width && area->x <= box.x + box.width &&
         box.y <= area->y + area->height && area->y <= box.y + box.height;
}

static void
test_index (void)
{
  g_autoptr (TrlScene) scene = random_scene (600);
  g_autoptr (GRand) random = g_rand_new_with_seed (3);
  for (guint k = 0; k < 60; k++)
    {
      TrlRect area = { g_rand_double_range (random, -400, 950),
                       g_rand_double_range (random, -50, 550),
                       g_rand_double_range (random, 0, 120),
                       g_rand_double_range (random, 0, 120) };
      g_autoptr (GArray) found = trl_scene_find_items (scene, &area);
      guint at = 0;
      for (guint i = 0; i < 600; i++)
        {
          gboolean listed = at < found->len && g_array_index (found, guint, at) == i;
          g_assert_true (listed || !shows_in (scene, i, &area));
          at += listed;
        }
      g_assert_cmpuint (at, ==, found->len); /* in order, each once */
    }
}

static void
test_culls (void)
{
  g_autoptr (TrlScene) scene = random_scene (600);
  TrlRect area = { 100, 100, 20, 20 }, away = { 5000, 100, 20, 20 };
  g_autoptr (GArray) found = trl_scene_find_items (scene, &area);
  g_autoptr (GArray) none = trl_scene_find_items (scene, &away);
  g_assert_cmpuint (found->len, <, 150);
  g_assert_cmpuint (none->len, ==, 0);
}

static void
add (TrlScene *scene, TrlItem item, TrlOwnerKind kind, guint row)
{
  item.owner = (TrlOwner){ kind, row };
  item.stroke = black;
  item.width = 1;
  trl_scene_add (scene, &item);
}

/* A line under a hollow disc, a disc beside it, a ring around all. */
static TrlScene *
small_scene (void)
{
  static const TrlItem ring = { .kind = TRL_ITEM_DISC, .radius = 80 };
  static const TrlItem line = { .kind = TRL_ITEM_LINE, .x = -50, .x2 = 50 };
  static const TrlItem curve = { .kind = TRL_ITEM_CURVE, .x = -50, .x2 = 50, .cy = 40 };
  static const TrlItem disc = { .kind = TRL_ITEM_DISC, .x = 50, .radius = 10 };
  static const TrlItem square = {
    .kind = TRL_ITEM_SHAPE,
    .shape = TRL_SHAPE_SQUARE,
    .x = 50,
    .y = 25,
    .radius = 10,
  };
  TrlScene *scene = trl_scene_new ();
  add (scene, ring, TRL_OWNER_RING, 1);
  add (scene, line, TRL_OWNER_EDGE, 1);
  add (scene, curve, TRL_OWNER_EDGE, 2);
  add (scene, disc, TRL_OWNER_NODE, 1);
  add (scene, square, TRL_OWNER_NODE, 2);
  trl_scene_freeze (scene);
  return scene;
}

static void
assert_hit (const TrlScene *scene, double x, double y, TrlOwnerKind kind, guint row)
{
  TrlOwner owner = { TRL_OWNER_NONE, 0 };
  g_assert_true (trl_scene_hit (scene, x, y, 4, &owner));
  g_assert_cmpint (owner.kind, ==, kind);
  g_assert_cmpuint (owner.row, ==, row);
}

static void
test_hit (void)
{
  g_autoptr (TrlScene) scene = small_scene ();
  TrlOwner owner;
  assert_hit (scene, 50, 0, TRL_OWNER_NODE, 1); /* hollow, over the end of a line */
  assert_hit (scene, 43, 3, TRL_OWNER_NODE, 1);
  assert_hit (scene, 0, 2, TRL_OWNER_EDGE, 1);   /* beside the line */
  assert_hit (scene, 0, 21, TRL_OWNER_EDGE, 2);  /* at the turn of the curve */
  assert_hit (scene, 50, 13, TRL_OWNER_NODE, 1); /* between two: nearer the first */
  assert_hit (scene, 50, 14.5, TRL_OWNER_NODE, 2);
  g_assert_false (trl_scene_hit (scene, 0, 8, 4, &owner));
  g_assert_false (trl_scene_hit (scene, 80, 0, 4, &owner)); /* rings are not picked */
}

static void
test_lasso (void)
{
  g_autoptr (TrlScene) scene = small_scene ();
  const double corners[] = { 30, -20, 70, -20, 70, 15, 30, 15 };
  TrlRect      all = { -100, -100, 200, 200 };
  g_autoptr (GArray) few = trl_scene_hit_polygon (scene, corners, 4);
  g_autoptr (GArray) many = trl_scene_hit_rect (scene, &all);
  g_assert_cmpuint (few->len, ==, 1);
  g_assert_cmpuint (g_array_index (few, TrlOwner, 0).row, ==, 1);
  g_assert_cmpuint (many->len, ==, 4);
  g_assert_cmpint (g_array_index (many, TrlOwner, 0).kind, ==, TRL_OWNER_EDGE);
}

static void
test_label (void)
{
  g_autoptr (TrlScene) scene = trl_scene_new ();
  trl_scene_add_text (scene, (TrlOwner){ TRL_OWNER_NODE, 5 }, 0, 0,
                      &(TrlTextSpec){ .string = "Partner", .angle = G_PI_2 }, black);
  trl_scene_freeze (scene);
  assert_hit (scene, -5, 15, TRL_OWNER_NODE, 5); /* turned by a right angle: hangs down */
  TrlOwner owner;
  g_assert_false (trl_scene_hit (scene, 15, 5, 4, &owner));
}

/* Of a shape what is within its outline, of a sector not what is in its middle. */
static void
test_covers (void)
{
  static const struct
  {
    TrlItem item;
    double  in_x, in_y, out_x, out_y;
  } rows[] = {
    { { .kind = TRL_ITEM_DISC, .x = 10, .y = 10, .radius = 5 }, 14, 10, 14, 14 },
    { { .kind = TRL_ITEM_RECT, .x = 10, .y = 10, .x2 = 30, .y2 = 5 }, 39, 14, 39, 16 },
    { { .kind = TRL_ITEM_SHAPE, .shape = TRL_SHAPE_TRIANGLE, .radius = 10 },
      0,
      0,
      9,
      -9 },
    { { .kind = TRL_ITEM_SECTOR, .radius = 10, .cx = 5, .x2 = 0, .y2 = 1 }, 7, 1, 3, 1 },
    { { .kind = TRL_ITEM_SECTOR, .radius = 10, .x2 = 0, .y2 = 1 }, 3, 1, 3, -1 },
  };
  g_autoptr (TrlScene) scene = trl_scene_new ();
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_assert_cmpuint (trl_scene_add (scene, &rows[i].item), ==, i);
      g_assert_true (trl_scene_item_covers (scene, i, rows[i].in_x, rows[i].in_y));
      g_assert_false (trl_scene_item_covers (scene, i, rows[i].out_x, rows[i].out_y));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/index/misses-nothing-that-shows", test_index);
  g_test_add_func ("/scene/index/leaves-out-what-is-elsewhere", test_culls);
  g_test_add_func ("/scene/hit/finds-what-one-sees", test_hit);
  g_test_add_func ("/scene/hit/lasso-takes-centres-and-whole-lines", test_lasso);
  g_test_add_func ("/scene/hit/an-item-covers-what-is-filled", test_covers);
  g_test_add_func ("/scene/hit/labels-belong-to-their-node", test_label);
  return g_test_run ();
}
