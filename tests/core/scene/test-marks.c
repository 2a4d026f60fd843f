/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What came, went, deepened and loosened has a sign of its own in picture and legend. */

#include "networks.h"

#include "model/trl-next-wave.h"
#include "scene/trl-legend.h"
#include "scene/trl-scene-build.h"

#include <math.h>
#include <string.h>

typedef struct
{
  TrlDocument     *document;
  TrlNetwork      *network;
  TrlChangeMarks  *marks;
  TrlLayoutResult *places;
  TrlSceneOptions  options;
  TrlScene        *scene;
} Joined;

static void
set_level (TrlDocument *document, const char *network, const char *partner, int rank)
{
  const TrlScale *scale =
    trl_vocabulary_find_scale (trl_document_get_vocabulary (document), NULL);
  g_autofree char *id = g_strconcat ("hub-", partner, NULL);

  trl_document_set (document, TRL_KIND_EDGE, network, id, TRL_EDGE_LEVEL,
                    TRL_TEXT (trl_scale_get_level (scale, (guint) rank)->id));
}

/* One site twice: a partner each is added, lost, deepened, loosened or as it was. */
static TrlDocument *
make_waves (void)
{
  static const char *const names[] = { "added", "lost", "deeper", "looser", "same" };
  TrlDocument             *document = trl_document_new ();
  TrlNetwork              *next;
  const char              *id;

  trl_document_begin (document, "Make", NULL);
  add_network (document, "Hub");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      add_node (document, names[i], names[i], NULL, 0);
      add_edge (document, "hub", names[i], i == 0 ? 0 : 2);
    }
  add_node (document, "gone", "gone", NULL, 0);
  next =
    trl_next_wave_add (document, trl_document_get_network (document, 0), "2", TRUE, NULL);
  id = trl_network_get_id (next);
  set_level (document, id, "added", 3);
  set_level (document, id, "lost", 0);
  set_level (document, id, "deeper", 4);
  set_level (document, id, "looser", 1);
  trl_document_apply (
    document, &(TrlEdit){ TRL_EDIT_REMOVE, TRL_KIND_NODE, .network = id, .id = "gone" },
    NULL);
  trl_document_end (document);
  return document;
}

static void
joined_init (Joined *joined, const char *layout)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrlChanges) changes = NULL;

  *joined = (Joined){ .document = make_waves () };
  changes = trl_changes_new (trl_document_get_network (joined->document, 0),
                             trl_document_get_network (joined->document, 1));
  joined->network = trl_change_join (changes, &joined->marks);
  joined->places = trl_layout_run (joined->network, layout, NULL, NULL, &error);
  g_assert_no_error (error);
  trl_scene_options_init (&joined->options);
  joined->options.marks = joined->marks;
  joined->scene = trl_scene_build (joined->network, joined->places, &joined->options);
}

static void
joined_clear (Joined *joined)
{
  trl_scene_unref (joined->scene);
  trl_layout_result_free (joined->places);
  trl_network_unref (joined->network);
  trl_change_marks_free (joined->marks);
  g_object_unref (joined->document);
}

static const TrlItem *
get_item (const Joined *joined, TrlKind of, const char *id, guint index, guint *n)
{
  const TrlTable *table = trl_network_get_table (joined->network, of);
  TrlOwner        owner = { of == TRL_KIND_NODE ? TRL_OWNER_NODE : TRL_OWNER_EDGE,
                     trl_table_find (table, id) };
  const guint *items = trl_scene_get_owner_items (joined->scene, owner, n);

  guint          total;
  const TrlItem *all = trl_scene_get_items (joined->scene, &total);

  return index < *n ? &all[items[index]] : NULL;
}

/* Behind its name's leader. */
static const TrlItem *
get_disc (const Joined *joined, const char *id)
{
  const TrlItem *item;
  guint          n = 1;

  for (guint i = 0; i < n; i++)
    if ((item = get_item (joined, TRL_KIND_NODE, id, i, &n)) &&
        item->kind == TRL_ITEM_DISC)
      return item;
  g_assert_not_reached ();
}

/* The badge of an edge, after its line; NULL when it has none. */
static const TrlItem *
get_badge (const Joined *joined, const char *id, guint *n_strokes)
{
  guint          n;
  const TrlItem *badge = get_item (joined, TRL_KIND_EDGE, id, 1, &n);

  *n_strokes = n < 2 ? 0 : n - 2;
  return badge;
}

static void
test_signs (void)
{
  Joined         joined;
  const TrlItem *line, *badge;
  guint          n;

  joined_init (&joined, "spokes");
  badge = get_badge (&joined, "hub-added", &n);
  g_assert_nonnull (badge);
  g_assert_cmpint (badge->kind, ==, TRL_ITEM_DISC);
  g_assert_cmpfloat (badge->dash[0], ==, 0);
  g_assert_cmpuint (n, ==, 2);
  badge = get_badge (&joined, "hub-lost", &n);
  g_assert_nonnull (badge);
  g_assert_cmpfloat (badge->dash[0], >, 0);
  g_assert_cmpuint (n, ==, 1);
  line = get_item (&joined, TRL_KIND_EDGE, "hub-lost", 0, &n);
  g_assert_cmpint (line->kind, ==, TRL_ITEM_LINE);
  g_assert_cmpfloat (line->dash[0], >, 0);
  line = get_item (&joined, TRL_KIND_EDGE, "hub-same", 0, &n);
  g_assert_cmpfloat (line->dash[0], ==, 0);
  g_assert_cmpuint (n, ==, 1);
  joined_clear (&joined);
}

/* The tip of a chevron is where its first stroke ends. */
static double
tip_towards (const Joined *joined, const char *id, const TrlItem *hub)
{
  guint          n;
  const TrlItem *badge = get_item (joined, TRL_KIND_EDGE, id, 1, &n);
  const TrlItem *stroke = get_item (joined, TRL_KIND_EDGE, id, 2, &n);

  g_assert_nonnull (stroke);
  return hypot (badge->x - hub->x, badge->y - hub->y) -
         hypot (stroke->x2 - hub->x, stroke->y2 - hub->y);
}

static void
test_chevrons (void)
{
  Joined         joined;
  const TrlItem *hub;

  joined_init (&joined, "spokes");
  hub = get_disc (&joined, "hub");
  g_assert_cmpfloat (tip_towards (&joined, "hub-deeper", hub), >, 0.5);
  g_assert_cmpfloat (tip_towards (&joined, "hub-looser", hub), <, -0.5);
  joined_clear (&joined);
}

/* Signs are told apart without hue: all are in the same ink on the same ground. */
static void
test_no_hue (void)
{
  static const char *const ids[] = { "hub-added", "hub-lost", "hub-deeper",
                                     "hub-looser" };
  Joined                   joined;
  const TrlItem           *first, *other;
  guint                    n;

  joined_init (&joined, "spokes");
  first = get_badge (&joined, ids[0], &n);
  for (guint i = 1; i < G_N_ELEMENTS (ids); i++)
    {
      other = get_badge (&joined, ids[i], &n);
      g_assert_cmpmem (&first->stroke, sizeof first->stroke, &other->stroke,
                       sizeof other->stroke);
      g_assert_cmpmem (&first->fill, sizeof first->fill, &other->fill,
                       sizeof other->fill);
    }
  joined_clear (&joined);
}

static void
test_partners (void)
{
  Joined         joined;
  const TrlItem *disc;
  TrlOwner       owner = { TRL_OWNER_NODE, 0 };

  joined_init (&joined, "spokes");
  disc = get_disc (&joined, "gone");
  g_assert_cmpfloat (disc->dash[0], >, 0);
  owner.row = trl_table_find (trl_network_get_nodes (joined.network), "gone");
  g_assert_nonnull (strstr (trl_scene_get_title (joined.scene, owner), "(Lost)"));
  disc = get_disc (&joined, "same");
  g_assert_cmpfloat (disc->dash[0], ==, 0);
  joined_clear (&joined);
}

static void
test_legend (void)
{
  Joined joined;
  g_autoptr (TrlLegend) legend = NULL;
  g_autoptr (TrlScene) scene = trl_scene_new ();

  joined_init (&joined, "spokes");
  legend = trl_legend_new (&joined.network, 1, &joined.options);
  g_assert_cmpuint (trl_legend_count (legend, TRL_LEGEND_CHANGED_TIE), ==, 4);
  g_assert_cmpuint (trl_legend_count (legend, TRL_LEGEND_CHANGED_PARTNER), ==, 1);
  g_assert_cmpuint (trl_legend_count (legend, TRL_LEGEND_LEVEL), ==, 4);
  g_assert_cmpfloat (trl_legend_add_to_scene (legend, scene, 0, 0, 400, 0, 9), >, 0);
  joined_clear (&joined);
}

/* Without marks a joined network is drawn as any other. */
static void
test_unmarked (void)
{
  Joined joined;
  g_autoptr (TrlScene) plain = NULL;
  guint n, marked;

  joined_init (&joined, "spokes");
  joined.options.marks = NULL;
  plain = trl_scene_build (joined.network, joined.places, &joined.options);
  trl_scene_get_items (plain, &n);
  trl_scene_get_items (joined.scene, &marked);
  g_assert_cmpuint (marked, ==, n + 4 + 1 + 2 + 1 + 2 + 2 + 1);
  joined_clear (&joined);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/marks/each-change-has-its-sign", test_signs);
  g_test_add_func ("/scene/marks/deeper-points-to-the-hub", test_chevrons);
  g_test_add_func ("/scene/marks/hue-says-nothing", test_no_hue);
  g_test_add_func ("/scene/marks/lost-partners-are-dashed", test_partners);
  g_test_add_func ("/scene/marks/legend-counts-them", test_legend);
  g_test_add_func ("/scene/marks/nothing-else-is-drawn-otherwise", test_unmarked);
  return g_test_run ();
}
