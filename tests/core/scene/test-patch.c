/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A scene that was patched after moves is the scene that would be built anew. */
#include "networks.h"

#include "scene/trl-scene-build.h"
#include "scene/trl-scene-patch.h"

#define NODES 60
#define SIDE 600.0

typedef struct
{
  TrlDocument     *document;
  TrlNetwork      *network;
  TrlGraph        *graph;
  TrlLayoutResult *places;
  TrlSceneOptions  options;
  TrlScene        *scene;
} Picture;

static void
picture_init (Picture *p, GRand *random)
{
  p->document = new_random_net (random, NODES, 150);
  p->network = trl_document_get_network (p->document, 0);
  p->graph = trl_network_get_graph (p->network);
  p->places = trl_layout_result_new (p->graph->n);
  for (guint i = 0; i < p->graph->n; i++)
    p->places->points[i] = (TrlPoint){ g_rand_double_range (random, 0, SIDE),
                                       g_rand_double_range (random, 0, SIDE) };
  trl_scene_options_init (&p->options);
  p->options.labels = FALSE;
  p->scene = trl_scene_build (p->network, p->places, &p->options);
}

static void
picture_clear (Picture *p)
{
  trl_scene_unref (p->scene);
  trl_layout_result_free (p->places);
  trl_graph_unref (p->graph);
  g_object_unref (p->document);
}

static TrlRect
random_area (GRand *random)
{
  return (TrlRect){ g_rand_double_range (random, 0, SIDE),
                    g_rand_double_range (random, 0, SIDE),
                    g_rand_double_range (random, 1, 200),
                    g_rand_double_range (random, 1, 200) };
}

/* What surely shows in an area: of curves the index says only where they may. */
static GArray *
find_showing (const TrlScene *scene, const TrlRect *area)
{
  GArray *found = trl_scene_find_items (scene, area);
  guint   kept = 0;

  for (guint i = 0; i < found->len; i++)
    {
      guint item = g_array_index (found, guint, i);

      if (trl_scene_get_item (scene, item)->kind != TRL_ITEM_CURVE &&
          trl_scene_item_shows_in (scene, item, area))
        g_array_index (found, guint, kept++) = item;
    }
  g_array_set_size (found, kept);
  return found;
}

/* All that is asked of a scene has the same answer. */
static void
assert_same (const TrlScene *a, const TrlScene *b, GRand *random)
{
  g_autofree char *said = trl_scene_to_text (a), *expected = trl_scene_to_text (b);

  g_assert_cmpstr (said, ==, expected);
  for (guint i = 0; i < 20; i++)
    {
      TrlRect  area = random_area (random);
      TrlOwner hit = { 0 }, due = { 0 };
      g_autoptr (GArray) found = find_showing (a, &area);
      g_autoptr (GArray) wanted = find_showing (b, &area);
      g_autoptr (GArray) caught = trl_scene_hit_rect (a, &area);
      g_autoptr (GArray) fitting = trl_scene_hit_rect (b, &area);

      g_assert_cmpmem (found->data, found->len * sizeof (guint), wanted->data,
                       wanted->len * sizeof (guint));
      g_assert_cmpmem (caught->data, caught->len * sizeof (TrlOwner), fitting->data,
                       fitting->len * sizeof (TrlOwner));
      g_assert_cmpint (trl_scene_hit (a, area.x, area.y, 6, &hit), ==,
                       trl_scene_hit (b, area.x, area.y, 6, &due));
      g_assert_cmpint (hit.kind, ==, due.kind);
      g_assert_cmpuint (hit.row, ==, due.row);
    }
}

static void
test_moves (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  Picture p;

  picture_init (&p, random);
  for (guint round = 0; round < 60; round++)
    {
      guint moved[3], n = (guint) g_rand_int_range (random, 1, 4);
      g_autoptr (TrlScene) patched = NULL;
      g_autoptr (TrlScene) fresh = NULL;

      for (guint i = 0; i < n; i++)
        {
          moved[i] = (guint) g_rand_int_range (random, 0, NODES / 3) * 3 + i;
          p.places->points[moved[i]] =
            (TrlPoint){ g_rand_double_range (random, -50, SIDE + 50),
                        g_rand_double_range (random, -50, SIDE + 50) };
        }
      patched =
        trl_scene_build_moved (p.scene, p.network, p.places, &p.options, moved, n);
      g_assert_nonnull (patched);
      fresh = trl_scene_build (p.network, p.places, &p.options);
      assert_same (patched, fresh, random);
      trl_scene_unref (p.scene);
      p.scene = g_steal_pointer (&patched);
    }
  g_assert_cmpuint (trl_scene_count_patched (p.scene), >, NODES);
  picture_clear (&p);
}

/* Names keep off everything: they cannot be patched. */
static void
test_names (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (3);
  guint   moved = 0;
  Picture p;

  picture_init (&p, random);
  p.options.labels = TRUE;
  g_assert_null (
    trl_scene_build_moved (p.scene, p.network, p.places, &p.options, &moved, 1));
  picture_clear (&p);
}

static void
test_gone (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  g_autoptr (TrlScene) lifted = NULL;
  g_autoptr (TrlScene) back = NULL;
  g_autoptr (GArray) changed = NULL;
  g_autoptr (GArray) none = NULL;
  TrlItemChange change = { .item = 4, .gone = TRUE };
  TrlRect       all = { -1e4, -1e4, 2e4, 2e4 };
  Picture       p;

  picture_init (&p, random);
  change.value = *trl_scene_get_item (p.scene, 4);
  lifted = trl_scene_patch (p.scene, &change, 1);
  g_assert_null (trl_scene_get_item (lifted, 4));
  g_assert_false (trl_scene_item_shows_in (lifted, 4, &all));
  g_assert_true (trl_scene_item_shows_in (p.scene, 4, &all));
  g_autoptr (GArray) found = trl_scene_find_items (lifted, &all);
  for (guint i = 0; i < found->len; i++)
    g_assert_cmpuint (g_array_index (found, guint, i), !=, 4);
  g_assert_cmpuint (found->len, ==, trl_scene_count_items (p.scene) - 1);

  g_assert_true (trl_scene_list_changes (p.scene, lifted, &changed));
  g_assert_cmpuint (changed->len, ==, 1);
  g_assert_cmpuint (g_array_index (changed, guint, 0), ==, 4);
  change.gone = FALSE;
  back = trl_scene_patch (lifted, &change, 1);
  g_assert_true (trl_scene_list_changes (back, p.scene, &none));
  g_assert_cmpuint (none->len, ==, 0);
  picture_clear (&p);
}

static void
test_strangers (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (9);
  g_autoptr (GArray) changed = NULL;
  Picture p;

  picture_init (&p, random);
  g_autoptr (TrlScene) other = trl_scene_build (p.network, p.places, &p.options);
  g_assert_false (trl_scene_list_changes (p.scene, other, &changed));
  g_assert_null (changed);
  picture_clear (&p);
}

/* A long line shows in the tiles that it crosses, not in all of its box. */
static void
test_lines (void)
{
  g_autoptr (TrlScene) scene = trl_scene_new ();
  TrlItem line = {
    .kind = TRL_ITEM_LINE, .stroke = { 0, 0, 0, 1 }, .width = 1, .x2 = 100, .y2 = 100
  };

  trl_scene_add (scene, &line);
  trl_scene_freeze (scene);
  g_assert_true (trl_scene_item_shows_in (scene, 0, &(TrlRect){ 40, 40, 20, 20 }));
  g_assert_false (trl_scene_item_shows_in (scene, 0, &(TrlRect){ 70, 10, 20, 20 }));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/patch/moving-equals-building-anew", test_moves);
  g_test_add_func ("/scene/patch/names-need-the-whole", test_names);
  g_test_add_func ("/scene/patch/what-is-gone-is-not-found", test_gone);
  g_test_add_func ("/scene/patch/strangers-are-not-compared", test_strangers);
  g_test_add_func ("/scene/patch/lines-show-where-they-run", test_lines);
  return g_test_run ();
}
