/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "networks.h"

#include "scene/trl-labels.h"
#include "scene/trl-scene-build.h"
#include "scene/trl-scene-private.h"

#include <math.h>

static TrlScene *
build (TrlDocument           *document,
       const char            *layout,
       const TrlSceneOptions *options,
       TrlSceneNotes         *notes)
{
  TrlNetwork *network = trl_document_get_network (document, 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (TrlLayoutResult) places =
    trl_layout_run (network, layout, NULL, NULL, &error);

  g_assert_no_error (error);
  return trl_scene_build_noting (network, places, options, notes);
}

/* Texts that name a node: all that is no number on it and not the hub's. */
static gboolean
is_name (const TrlScene *scene, const TrlItem *item, guint hub)
{
  return item->kind == TRL_ITEM_TEXT && item->owner.kind == TRL_OWNER_NODE &&
         item->owner.row != hub && !trl_scene_get_text (scene, item->text)->bold;
}

static TrlRect
text_box (const TrlScene *scene, const TrlItem *item)
{
  const TrlTextBlock *text = trl_scene_get_text (scene, item->text);

  return (TrlRect){ item->x - text->anchor_x * text->width,
                    item->y - text->anchor_y * text->height, text->width, text->height };
}

static gboolean
is_body (const TrlItem *item)
{
  return item->owner.kind == TRL_OWNER_NODE &&
         (item->kind == TRL_ITEM_DISC || item->kind == TRL_ITEM_SHAPE) &&
         item->stroke.a > 0;
}

/* No name is on a disc or on another name. Returns the names. */
static guint
assert_clear (const TrlScene *scene, guint hub)
{
  guint          n, names = 0;
  const TrlItem *items = trl_scene_get_items (scene, &n);

  for (guint i = 0; i < n; i++)
    if (is_name (scene, &items[i], hub))
      {
        TrlRect box = text_box (scene, &items[i]);

        names++;
        for (guint j = 0; j < n; j++)
          if (is_body (&items[j]))
            g_assert_cmpfloat (trl_rect_distance (&box, items[j].x, items[j].y), >=,
                               items[j].radius - 0.01);
          else if (j > i && is_name (scene, &items[j], hub))
            {
              TrlRect other = text_box (scene, &items[j]);

              g_assert_false (trl_rect_overlaps (&box, &other));
            }
      }
  return names;
}

static guint
hub_row (TrlDocument *document)
{
  return trl_network_get_hub (trl_document_get_network (document, 0));
}

/* 510 points are 180 mm: with names of 8.5 points, what fits has about this scale. */
static void
check_hub (guint n, gboolean types, const char *layout, guint seeds)
{
  for (guint seed = 0; seed < seeds; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      g_autoptr (TrlDocument) document = new_random_hub (random, n, types);
      TrlSceneOptions options;
      TrlSceneNotes   notes;
      g_autoptr (TrlScene) scene = NULL;
      guint names;

      trl_scene_options_init (&options);
      options.scale = g_rand_double_range (random, 0.45, 1.4);
      options.text_size = 8.5;
      scene = build (document, layout, &options, &notes);
      names = assert_clear (scene, hub_row (document));
      if (n <= 20)
        {
          g_assert_cmpuint (names, ==, n);
          g_assert_cmpuint (notes.unnamed, ==, 0);
        }
    }
}

static void
test_names_in_rings (void)
{
  for (guint n = 1; n <= 18; n += 3)
    check_hub (n, TRUE, "rings", 12);
  check_hub (20, FALSE, "rings", 12);
}

static void
test_names_on_spokes (void)
{
  check_hub (18, TRUE, "spokes", 12);
  check_hub (20, FALSE, "spokes", 12);
}

static void
test_names_of_many (void)
{
  check_hub (60, FALSE, "rings", 3);
}

static void
test_names_in_stress (void)
{
  for (guint seed = 0; seed < 12; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      g_autoptr (TrlDocument) document = new_random_net (random, 20, 40);
      TrlSceneOptions options;
      TrlSceneNotes   notes;
      g_autoptr (TrlScene) scene = NULL;

      trl_scene_options_init (&options);
      options.text_size = 8.5;
      scene = build (document, "stress", &options, &notes);
      g_assert_cmpuint (assert_clear (scene, TRL_NO_ROW) + notes.unnamed, ==, 20);
      g_assert_cmpuint (notes.unnamed, <=, 1);
    }
}

static guint
count_owned (const TrlScene *scene, TrlOwnerKind kind)
{
  guint          n, found = 0;
  const TrlItem *items = trl_scene_get_items (scene, &n);
  g_autoptr (GHashTable) rows = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < n; i++)
    if (items[i].owner.kind == kind)
      g_hash_table_add (rows, GUINT_TO_POINTER (items[i].owner.row + 1));
  found = g_hash_table_size (rows);
  return found;
}

static void
test_what_is_hidden (void)
{
  g_autoptr (TrlDocument) document = new_survey ();
  g_autoptr (TrlLevelSet) levels = trl_level_set_new ();
  g_autoptr (GHashTable) types = g_hash_table_new (g_str_hash, g_str_equal);
  TrlSceneOptions options;
  TrlSceneNotes   notes;
  g_autoptr (TrlScene) all = NULL, some = NULL, deep = NULL, few = NULL;

  trl_scene_options_init (&options);
  all = build (document, "rings", &options, &notes);
  g_assert_cmpuint (count_owned (all, TRL_OWNER_NODE), ==, 19);
  g_assert_cmpuint (count_owned (all, TRL_OWNER_EDGE), ==, 16);
  options.ghosts = FALSE;
  some = build (document, "rings", &options, &notes);
  g_assert_cmpuint (count_owned (some, TRL_OWNER_NODE), ==, 17);
  options.reveal = 3;
  deep = build (document, "rings", &options, &notes);
  g_assert_cmpuint (count_owned (deep, TRL_OWNER_NODE), ==, 9);
  trl_level_set_change (levels, "interaction", 4, TRUE);
  options.hidden_levels = levels;
  g_hash_table_add (types, (gpointer) "district");
  options.hidden_types = types;
  few = build (document, "rings", &options, &notes);
  g_assert_cmpuint (count_owned (few, TRL_OWNER_NODE), ==, 4);
}

static void
test_spotlight (void)
{
  g_autoptr (TrlDocument) document = new_survey ();
  TrlSceneOptions options;
  TrlSceneNotes   notes;
  g_autoptr (TrlScene) plain = NULL, lit = NULL;
  guint           n;
  const guint    *indexes;
  TrlOwner        owner = { TRL_OWNER_NODE, 0 };
  const TrlTable *nodes = trl_network_get_nodes (trl_document_get_network (document, 0));

  trl_scene_options_init (&options);
  plain = build (document, "rings", &options, &notes);
  options.spotlight = "cbo";
  lit = build (document, "rings", &options, &notes);
  for (guint turn = 0; turn < 2; turn++)
    {
      const TrlItem *a, *b;

      owner.row = trl_table_find (nodes, turn ? "cbo" : "district");
      indexes = trl_scene_get_owner_items (plain, owner, &n);
      a = &trl_scene_get_items (plain, &n)[indexes[1]];
      indexes = trl_scene_get_owner_items (lit, owner, &n);
      b = &trl_scene_get_items (lit, &n)[indexes[1]];
      if (turn)
        g_assert_cmpfloat (a->fill.r, ==, b->fill.r);
      else
        g_assert_cmpfloat (a->fill.r, <, b->fill.r);
    }
}

/* The spoke of a tie wears the colour and the width of its level, deepest in front. */
static void
test_deep_ties_in_front (void)
{
  g_autoptr (TrlDocument) document = new_survey ();
  TrlNetwork     *network = trl_document_get_network (document, 0);
  TrlSceneOptions options;
  TrlSceneNotes   notes;
  g_autoptr (TrlScene) scene = NULL;
  const TrlItem *items;
  guint          n;
  int            last = -1;
  double         width = 0;

  trl_scene_options_init (&options);
  scene = build (document, "rings", &options, &notes);
  items = trl_scene_get_items (scene, &n);
  for (guint i = 0; i < n; i++)
    if (items[i].owner.kind == TRL_OWNER_EDGE)
      {
        int rank = trl_network_get_edge_rank (network, items[i].owner.row);

        g_assert_cmpint (rank, >=, last);
        if (rank > last)
          g_assert_cmpfloat (items[i].width, >, width);
        last = rank;
        width = items[i].width;
      }
  g_assert_cmpint (last, ==, 4);
}

static void
test_planned_is_dashed (void)
{
  g_autoptr (TrlDocument) document = new_survey ();
  TrlSceneOptions options;
  TrlSceneNotes   notes;
  g_autoptr (TrlScene) scene = NULL;
  const TrlItem *items;
  guint          n, dashed = 0;

  trl_document_begin (document, "Plan", NULL);
  trl_document_set (document, TRL_KIND_EDGE, "n", "hub-cbo", TRL_EDGE_PLANNED,
                    TRL_FLAG (TRUE));
  trl_document_end (document);
  trl_scene_options_init (&options);
  scene = build (document, "spokes", &options, &notes);
  items = trl_scene_get_items (scene, &n);
  for (guint i = 0; i < n; i++)
    dashed += items[i].owner.kind == TRL_OWNER_EDGE && items[i].dash[0] > 0;
  g_assert_cmpuint (dashed, ==, 1);
}

static void
test_two_answers (void)
{
  g_autoptr (TrlDocument) document = new_survey ();
  TrlSceneOptions options;
  TrlSceneNotes   notes;
  g_autoptr (TrlScene) scene = NULL;
  const TrlTable *edges = trl_network_get_edges (trl_document_get_network (document, 0));
  TrlOwner        owner = { TRL_OWNER_EDGE, trl_table_find (edges, "hub-cbo") };
  guint           n;

  trl_document_begin (document, "Answer", NULL);
  trl_document_set (document, TRL_KIND_EDGE, "n", "hub-cbo", TRL_EDGE_BACK,
                    TRL_TEXT ("networking"));
  trl_document_end (document);
  trl_scene_options_init (&options);
  scene = build (document, "spokes", &options, &notes);
  trl_scene_get_owner_items (scene, owner, &n);
  g_assert_cmpuint (n, ==, 2);
}

/* Every partner has a name that a screen reader can say, with its level. */
static void
test_titles (void)
{
  g_autoptr (TrlDocument) document = new_survey ();
  const TrlTable *nodes = trl_network_get_nodes (trl_document_get_network (document, 0));
  TrlSceneOptions options;
  TrlSceneNotes   notes;
  g_autoptr (TrlScene) scene = NULL;
  const char *title;

  trl_scene_options_init (&options);
  scene = build (document, "rings", &options, &notes);
  title = trl_scene_get_title (
    scene, (TrlOwner){ TRL_OWNER_NODE, trl_table_find (nodes, "district") });
  g_assert_nonnull (strstr (title, "School Districts"));
  g_assert_nonnull (strstr (title, "2 partners"));
  g_assert_nonnull (strstr (title, "Coordination"));
}

static void
test_same_again (void)
{
  g_autoptr (TrlDocument) document = new_survey ();
  TrlSceneOptions options;
  TrlSceneNotes   notes;

  trl_scene_options_init (&options);
  for (guint i = 0; i < 3; i++)
    {
      static const char *const layouts[] = { "rings", "spokes", "stress" };
      g_autoptr (TrlScene) a = build (document, layouts[i], &options, &notes);
      g_autoptr (TrlScene) b = build (document, layouts[i], &options, &notes);
      g_autofree char *first = trl_scene_to_text (a), *second = trl_scene_to_text (b);

      g_assert_cmpstr (first, ==, second);
    }
}

/* A page looks for its scale by sketches. */
static void
test_sketch (void)
{
  static const guint ties[] = { 40, 1500 };

  for (guint i = 0; i < G_N_ELEMENTS (ties); i++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (i);
      g_autoptr (TrlDocument) document = new_random_net (random, 20 + 180 * i, ties[i]);
      g_autoptr (TrlScene) picture = NULL;
      g_autoptr (TrlScene) sketch = NULL;
      TrlSceneOptions options;
      TrlSceneNotes   notes;
      TrlRect         whole, bounds;

      trl_scene_options_init (&options);
      picture = build (document, "stress", &options, &notes);
      options.sketch = TRUE;
      sketch = build (document, "stress", &options, &notes);
      g_assert_true (trl_scene_get_bounds (picture, &whole));
      g_assert_true (trl_scene_get_bounds (sketch, &bounds));
      g_assert_cmpfloat_with_epsilon (whole.x, bounds.x, 0.5);
      g_assert_cmpfloat_with_epsilon (whole.y, bounds.y, 0.5);
      g_assert_cmpfloat_with_epsilon (whole.width, bounds.width, 1);
      g_assert_cmpfloat_with_epsilon (whole.height, bounds.height, 1);
    }
}

static gboolean
names_ring (const TrlScene *scene, const char *name)
{
  guint          n;
  const TrlItem *items = trl_scene_get_items (scene, &n);

  for (guint i = 0; i < n; i++)
    if (items[i].kind == TRL_ITEM_TEXT && items[i].owner.kind == TRL_OWNER_RING &&
        g_str_equal (trl_scene_get_text (scene, items[i].text)->string, name))
      return TRUE;
  return FALSE;
}

/* The first partner is at the third level of a scale of its own. */
static TrlDocument *
new_survey_of_two_scales (void)
{
  TrlDocument *document = new_survey ();
  g_autoptr (TrlVocabulary) words =
    trl_vocabulary_copy (trl_document_get_vocabulary (document));
  const TrlPartnerType *first = words->types->pdata[0];
  g_autofree char      *edge = g_strconcat ("hub-", first->id, NULL);
  TrlScale             *other = trl_scale_new ("other", "Other");

  trl_scale_add (other, "nil", "Nil", NULL);
  trl_scale_add (other, "some", "Some", NULL);
  trl_scale_add (other, "much", "Much", NULL);
  g_ptr_array_add (words->scales, other);
  trl_document_begin (document, "Scales", NULL);
  trl_document_set_vocabulary (document, words);
  trl_document_set (document, TRL_KIND_EDGE, "n", edge, TRL_EDGE_SCALE,
                    TRL_TEXT ("other"));
  trl_document_set (document, TRL_KIND_EDGE, "n", edge, TRL_EDGE_LEVEL,
                    TRL_TEXT ("much"));
  trl_document_end (document);
  return document;
}

/* Rings are named on a scale that someone who is drawn is on. */
static void
test_ring_names (void)
{
  g_autoptr (TrlDocument) document = new_survey_of_two_scales ();
  const TrlScale *own =
    trl_vocabulary_find_scale (trl_document_get_vocabulary (document), NULL);
  const char *deep = trl_scale_get_level (own, 2)->name;
  g_autoptr (TrlLevelSet) levels = trl_level_set_new ();
  TrlSceneOptions options;
  TrlSceneNotes   notes;

  trl_scene_options_init (&options);
  options.hidden_levels = levels;
  for (guint turn = 0; turn < 2; turn++)
    {
      g_autoptr (TrlScene) scene = build (document, "rings", &options, &notes);

      g_assert_true (names_ring (scene, turn ? deep : "Much"));
      g_assert_false (names_ring (scene, turn ? "Much" : deep));
      trl_level_set_change (levels, "other", 2, TRUE);
    }
}

static gboolean
has_words (const TrlScene *scene, const char *words)
{
  guint          n;
  const TrlItem *items = trl_scene_get_items (scene, &n);

  for (guint i = 0; i < n; i++)
    if (items[i].kind == TRL_ITEM_TEXT &&
        g_str_equal (trl_scene_get_text (scene, items[i].text)->string, words))
      return TRUE;
  return FALSE;
}

/* The bar of a map grows with the picture, and who is on no map is counted. */
static void
test_map (void)
{
  g_autoptr (TrlDocument) document = new_survey ();
  TrlNetwork *network = trl_document_get_network (document, 0);
  g_autoptr (TrlLayoutResult) places =
    trl_layout_run (network, "spokes", NULL, NULL, NULL);
  g_autoptr (TrlScene) scene = NULL;
  TrlSceneOptions options;
  const TrlItem  *items;
  guint           n, bars = 0;

  trl_scene_options_init (&options);
  options.scale = 2;
  places->map =
    (TrlLayoutMap){ 110, { -90, 300 }, 50, TRL_UNIT_KILOMETRES, 3, { 200, 0 } };
  scene = trl_scene_build (network, places, &options);
  items = trl_scene_get_items (scene, &n);
  for (guint i = 0; i < n; i++)
    bars += items[i].kind == TRL_ITEM_LINE && items[i].x == -180 && items[i].y == 600 &&
            items[i].x2 == 40 && items[i].y2 == 600;
  g_assert_cmpuint (bars, ==, 1);
  g_assert_true (has_words (scene, "50 km"));
  g_assert_true (has_words (scene, "3 without coordinates"));
}

static gboolean
holds (const TrlRect *a, const TrlRect *b)
{
  return b->x >= a->x && b->y >= a->y && b->x + b->width <= a->x + a->width &&
         b->y + b->height <= a->y + a->height;
}

/* Names of a part are of partners in it, each named or counted, and nothing else is
 * drawn; those of partners in view are not cut at its edge.
 */
static void
test_names_of_a_part (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (11);
  g_autoptr (TrlDocument) document = new_random_net (random, 300, 500);
  TrlNetwork *network = trl_document_get_network (document, 0);
  g_autoptr (TrlGraph) graph = trl_network_get_graph (network);
  g_autoptr (TrlLayoutResult) places = trl_layout_result_new (graph->n);
  TrlRect         area = { 100, 150, 320, 240 }, view = { 160, 210, 200, 120 };
  TrlSceneOptions options;
  TrlSceneNotes   notes;
  guint           inside = 0, named = 0, n;

  for (guint i = 0; i < graph->n; i++)
    {
      places->points[i] = (TrlPoint){ g_rand_double_range (random, 0, 700),
                                      g_rand_double_range (random, 0, 700) };
      inside += trl_rect_distance (&area, places->points[i].x, places->points[i].y) <= 0;
    }
  trl_scene_options_init (&options);
  g_autoptr (TrlScene) scene =
    trl_scene_build_names (network, places, &options, &area, &view, &notes);
  const TrlItem *items = trl_scene_get_items (scene, &n);
  for (guint i = 0; i < n; i++)
    if (items[i].kind == TRL_ITEM_TEXT)
      {
        TrlPoint p = places->points[graph->node_index[items[i].owner.row]];

        TrlRect box =
          trl_item_get_box (&items[i], trl_scene_get_text (scene, items[i].text));

        g_assert_cmpfloat (trl_rect_distance (&area, p.x, p.y), <=, 0);
        if (trl_rect_distance (&view, p.x, p.y) <= 0)
          g_assert_true (holds (&view, &box));
        named++;
      }
    else
      g_assert_cmpint (items[i].kind, ==, TRL_ITEM_LINE); /* leads to a name */
  g_assert_cmpuint (named, >, 10);
  g_assert_cmpuint (named + notes.unnamed, ==, inside);
}

/* Of the ties of a crowd on a page as small as that. */
static double
find_opacity (TrlDocument *document, double scale, gboolean sheer, const char *spotlight)
{
  TrlSceneOptions options;
  TrlSceneNotes   notes;
  g_autoptr (TrlScene) scene = NULL;
  const TrlItem *items;
  guint          n;
  double         opacity = 0;

  trl_scene_options_init (&options);
  options.labels = FALSE;
  options.scale = scale;
  options.sheer = sheer;
  options.spotlight = spotlight;
  scene = build (document, "stress", &options, &notes);
  items = trl_scene_get_items (scene, &n);
  for (guint i = 0; i < n; i++)
    if (items[i].kind == TRL_ITEM_LINE && items[i].owner.kind == TRL_OWNER_EDGE)
      {
        g_assert_true (opacity == 0 || opacity == items[i].stroke.a);
        opacity = items[i].stroke.a;
      }
    else if (is_body (&items[i]))
      {
        g_assert_cmpfloat (items[i].stroke.a, ==, 1);
        g_assert_cmpfloat (items[i].width, <=, 0.2501 * items[i].radius);
      }
  return opacity;
}

/* The smaller the page, the more often lines of a width would cover it. */
static void
test_sheer (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (3);
  g_autoptr (TrlDocument) document = new_random_net (random, 200, 600);
  double small = find_opacity (document, 0.002, TRUE, NULL);

  g_assert_cmpfloat (find_opacity (document, 1, TRUE, NULL), ==, 1);
  g_assert_cmpfloat (small, <, 0.7);
  g_assert_cmpfloat (small, >, 0.05);
  g_assert_cmpfloat (find_opacity (document, 0.004, TRUE, NULL), >, small);
  g_assert_cmpfloat (find_opacity (document, 0.002, FALSE, NULL), ==, 1);
  g_assert_cmpfloat (find_opacity (document, 0.002, TRUE, ""), ==, 1);
}

/* In a crowd of dots everybody stands in the way of everybody's name, and nobody in that
 * of a few that were chosen. */
static void
test_names_on_dots (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (4);
  g_autoptr (TrlDocument) document = new_random_net (random, 900, 900);
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (TrlLayoutResult) places = trl_layout_result_new (900);
  TrlNetwork     *network = trl_document_get_network (document, 0);
  const TrlTable *nodes = trl_network_get_nodes (network);
  TrlSceneOptions options;
  TrlSceneNotes   notes;

  trl_scene_options_init (&options);
  options.disc_scale = 0.1;
  for (guint i = 0; i < places->n; i++)
    {
      places->points[i] = (TrlPoint){ i % 30 * 5, i / 30 * 5 };
      g_hash_table_insert (names, (char *) trl_table_get_id (nodes, i),
                           (char *) (i % 310 == 155 ? "Chosen" : ""));
    }
  trl_scene_unref (trl_scene_build_noting (network, places, &options, &notes));
  g_assert_cmpuint (notes.unnamed, >, 500);
  options.names = names;
  trl_scene_unref (trl_scene_build_noting (network, places, &options, &notes));
  g_assert_cmpuint (notes.unnamed, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/build/names-in-rings-are-clear", test_names_in_rings);
  g_test_add_func ("/scene/build/names-on-spokes-are-clear", test_names_on_spokes);
  g_test_add_func ("/scene/build/names-of-sixty-are-clear", test_names_of_many);
  g_test_add_func ("/scene/build/names-in-stress-are-clear", test_names_in_stress);
  g_test_add_func ("/scene/build/what-is-hidden-is-not-drawn", test_what_is_hidden);
  g_test_add_func ("/scene/build/spotlight-pales-the-rest", test_spotlight);
  g_test_add_func ("/scene/build/deep-ties-are-in-front", test_deep_ties_in_front);
  g_test_add_func ("/scene/build/planned-is-dashed", test_planned_is_dashed);
  g_test_add_func ("/scene/build/two-answers-are-two-halves", test_two_answers);
  g_test_add_func ("/scene/build/partners-have-titles", test_titles);
  g_test_add_func ("/scene/build/rings-are-named-as-partners-are", test_ring_names);
  g_test_add_func ("/scene/build/same-again", test_same_again);
  g_test_add_func ("/scene/build/sketch-is-as-large-as-picture", test_sketch);
  g_test_add_func ("/scene/build/maps-have-a-scale", test_map);
  g_test_add_func ("/scene/build/ties-that-would-cover-the-page-are-sheer", test_sheer);
  g_test_add_func ("/scene/build/names-of-a-part", test_names_of_a_part);
  g_test_add_func ("/scene/build/chosen-names-may-lie-on-dots", test_names_on_dots);
  return g_test_run ();
}
