/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a person changes about a legend stays what was meant, whatever the data become. */

#include "networks.h"

#include "figure/trl-figure-settings.h"
#include "model/trl-next-wave.h"
#include "scene/trl-legend-plan.h"

#include <string.h>

/* The ids of all entries, with a space between. */
static char *
ids_of (const TrlLegend *legend)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < trl_legend_get_n_entries (legend); i++)
    {
      g_autofree char *id = trl_legend_dup_id (legend, i);

      g_string_append_printf (out, "%s%s", i > 0 ? " " : "", id);
    }
  return g_string_free (out, FALSE);
}

static char *
random_text (GRand *random)
{
  static const char *const pieces[] = {
    ";", "=", "\\", "-", " ", "a", "Ä", "機", "ع", "e\u0301", "🐝", "none", "\n", "\"",
  };
  GString *out = g_string_new (NULL);

  for (int n = g_rand_int_range (random, 0, 9); n > 0; n--)
    g_string_append (out, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
  return g_string_free (out, FALSE);
}

static void
free_change (gpointer data)
{
  g_free (((TrlLegendChange *) data)->id);
  g_free (((TrlLegendChange *) data)->label);
}

static GArray *
random_changes (GRand *random)
{
  GArray *changes = g_array_new (FALSE, TRUE, sizeof (TrlLegendChange));

  g_array_set_clear_func (changes, free_change);
  for (int n = g_rand_int_range (random, 0, 6); n > 0; n--)
    {
      TrlLegendChange change = { .hidden = g_rand_boolean (random) };

      change.id = g_strstrip (random_text (random));
      if (!*change.id)
        change.id = (g_free (change.id), g_strdup ("x"));
      if (g_rand_boolean (random))
        change.label = random_text (random);
      g_array_append_val (changes, change);
    }
  return changes;
}

static void
test_round_trip (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (guint run = 0; run < 5000; run++)
    {
      g_autoptr (GArray) changes = random_changes (random);
      g_autofree char *text = trl_legend_changes_to_text (changes);
      g_autoptr (GArray) again = trl_legend_changes_parse (text);

      g_assert_cmpuint (again->len, ==, changes->len);
      for (guint i = 0; i < changes->len; i++)
        {
          const TrlLegendChange *a = &g_array_index (changes, TrlLegendChange, i);
          const TrlLegendChange *b = &g_array_index (again, TrlLegendChange, i);

          g_assert_cmpstr (a->id, ==, b->id);
          g_assert_cmpstr (a->label, ==, b->label);
          g_assert_cmpint (a->hidden, ==, b->hidden);
        }
    }
}

/* Nothing is a change without an id; whatever is written is read without end. */
static void
test_loose_texts (void)
{
  static const struct
  {
    const char *text, *plain;
  } cases[] = {
    { NULL, "" },
    { "", "" },
    { ";;=;-;  ; -=x", "" },
    { " a ; b = B;- c", "a;b= B;-c" },
    { "a; -b", "a;-b" },
    { "a\\", "a\\\\" },
    { "a=b=c", "a=b=c" },
    { "\\-a;b\\=c=d", "\\-a;b\\=c=d" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) changes = trl_legend_changes_parse (cases[i].text);
      g_autofree char *plain = trl_legend_changes_to_text (changes);

      g_assert_cmpstr (plain, ==, cases[i].plain);
    }
}

static TrlLegend *
make_boxes (void)
{
  static const TrlLegendBox box = { .fill = { 1, 0, 0, 1 } };
  TrlLegend                *legend = trl_legend_new_for_chart (TRL_THEME_PRINT);

  trl_legend_add_box (legend, "one", "One", &box);
  trl_legend_add_box (legend, "two", "Two", &box);
  trl_legend_add_box (legend, "three", "Three", &box);
  trl_legend_add_box (legend, "four", "Four", &box);
  return legend;
}

static void
test_arrange (void)
{
  static const struct
  {
    const char *plan, *ids;
  } cases[] = {
    { NULL, "one two three four" },
    { "three", "three one two four" },
    { "four;two", "four two one three" },
    { "-two", "one three four" },
    { "-one;four;-three", "four two" },
    { "five;two;-six;=x", "two one three four" },
    { "two;two;-two;one;two", "two one three four" },
    { "-two;two", "one three four" },
    { "-one;-two;-three;-four", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TrlLegend) legend = make_boxes ();
      g_autofree char *ids = NULL;

      trl_legend_arrange (legend, cases[i].plan);
      ids = ids_of (legend);
      g_assert_cmpstr (ids, ==, cases[i].ids);
    }
}

static void
test_rename (void)
{
  g_autoptr (TrlLegend) legend = make_boxes ();

  trl_legend_arrange (legend, "two=A\\; b = \\\\c;one=;three");
  g_assert_cmpstr (trl_legend_get_entry (legend, 0)->label, ==, "A; b = \\c");
  g_assert_cmpstr (trl_legend_get_entry (legend, 1)->label, ==, "One");
  g_assert_cmpstr (trl_legend_get_entry (legend, 2)->label, ==, "Three");
}

/* Levels of a second scale say whose they are. */
static void
add_second_scale (TrlDocument *document)
{
  TrlScale *scale = trl_scale_new ("trust", "Trust");
  g_autoptr (TrlVocabulary) words =
    trl_vocabulary_copy (trl_document_get_vocabulary (document));

  trl_scale_add (scale, "none", "None", NULL);
  trl_scale_add (scale, "high", "High", NULL);
  g_ptr_array_add (words->scales, scale);
  trl_document_set_vocabulary (document, words);
}

static void
set_edge (TrlDocument *document, const char *id, int column, TrlValue value)
{
  trl_document_set (document, TRL_KIND_EDGE, "n", id, column, value);
}

static TrlDocument *
make_all_kinds (void)
{
  TrlDocument *document = new_survey ();

  trl_document_begin (document, "More", NULL);
  add_second_scale (document);
  for (guint i = 0; i < 6; i++)
    {
      static const int ranks[] = { 1, 2, 3, 4, 0, -1 };
      g_autofree char *id = g_strdup_printf ("p%u", i);

      add_node (document, id, id, NULL, 0);
      add_edge (document, "hub", id, ranks[i]);
    }
  set_edge (document, "hub-p0", TRL_EDGE_PLANNED, TRL_FLAG (TRUE));
  set_edge (document, "hub-p1", TRL_EDGE_DIRECTED, TRL_FLAG (TRUE));
  set_edge (document, "hub-p2", TRL_EDGE_INTENDED, TRL_TEXT ("collaboration"));
  set_edge (document, "hub-p3", TRL_EDGE_LEVEL, TRL_NONE_VALUE);
  set_edge (document, "hub-p3", TRL_EDGE_SCALE, TRL_TEXT ("trust"));
  set_edge (document, "hub-p3", TRL_EDGE_LEVEL, TRL_TEXT ("high"));
  trl_document_end (document);
  return document;
}

/* Every entry has an id of its own, and goes when its id is hidden. */
static void
check_ids (TrlLegend *legend)
{
  g_autoptr (GHashTable) seen =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  while (trl_legend_get_n_entries (legend) > 0)
    {
      guint            n = trl_legend_get_n_entries (legend);
      g_autofree char *id = trl_legend_dup_id (legend, n - 1);
      g_autoptr (GArray) changes = trl_legend_changes_parse (NULL);
      g_autofree char *plan = NULL;
      TrlLegendChange  change = { g_strdup (id), NULL, TRUE };

      g_assert_true (id && *id);
      g_array_append_val (changes, change);
      plan = trl_legend_changes_to_text (changes);
      trl_legend_arrange (legend, plan);
      g_assert_cmpuint (trl_legend_get_n_entries (legend), ==, n - 1);
      g_assert_true (g_hash_table_add (seen, g_steal_pointer (&id)));
    }
}

static void
test_ids (void)
{
  g_autoptr (TrlDocument) document = make_all_kinds ();
  TrlNetwork     *network = trl_document_get_network (document, 0);
  TrlSceneOptions options;
  g_autoptr (TrlLegend) legend = NULL;
  g_autofree char *ids = NULL;

  trl_scene_options_init (&options);
  options.intended = TRUE;
  legend = trl_legend_new (&network, 1, &options);
  trl_legend_add_ghosts (legend, 2);
  ids = ids_of (legend);
  g_assert_true (
    g_str_has_prefix (ids, "collaboration coordination cooperation networking none "
                           "trust:high not-reported not-listed planned directed "
                           "intended family-"));
  g_assert_true (g_str_has_suffix (ids, " family-none sizes"));
  check_ids (legend);
}

static void
test_ids_of_change (void)
{
  g_autoptr (TrlDocument) document = new_survey ();
  g_autoptr (TrlChanges) changes = NULL;
  g_autoptr (TrlChangeMarks) marks = NULL;
  g_autoptr (TrlNetwork) joined = NULL;
  g_autoptr (TrlLegend) legend = NULL;
  g_autofree char *ids = NULL;
  TrlEdit          gone = { TRL_EDIT_REMOVE, TRL_KIND_NODE, .id = "gone" };
  TrlSceneOptions  options;
  TrlNetwork      *next;

  trl_document_begin (document, "Next", NULL);
  add_node (document, "gone", "Gone", NULL, 0);
  next =
    trl_next_wave_add (document, trl_document_get_network (document, 0), "2", TRUE, NULL);
  gone.network = trl_network_get_id (next);
  g_assert_true (trl_document_apply (document, &gone, NULL));
  set_edge (document, "hub-cbo", TRL_EDGE_LEVEL, TRL_TEXT ("networking"));
  trl_document_end (document);
  changes = trl_changes_new (trl_document_get_network (document, 0), next);
  joined = trl_change_join (changes, &marks);
  trl_scene_options_init (&options);
  options.marks = marks;
  legend = trl_legend_new (&joined, 1, &options);
  ids = ids_of (legend);
  g_assert_nonnull (strstr (ids, " tie-deepened "));
  g_assert_nonnull (strstr (ids, " partner-lost"));
  check_ids (legend);
}

/* --- on a scene --- */

/* The left edges of the marks, by entry. */
static void
check_columns (guint columns, double width, guint wanted)
{
  g_autoptr (TrlLegend) legend = make_boxes ();
  g_autoptr (TrlScene) scene = trl_scene_new ();
  double         lefts[4] = { 0 };
  guint          n;
  const TrlItem *items;

  trl_legend_add_to_scene (legend, scene, 10, 20, width, columns, 8);
  trl_scene_freeze (scene);
  items = trl_scene_get_items (scene, &n);
  for (guint i = 0; i < n; i++)
    if (items[i].kind == TRL_ITEM_RECT)
      lefts[items[i].owner.row] = items[i].x;
  for (guint i = 0; i < 4; i++)
    {
      g_assert_cmpfloat_with_epsilon (lefts[i], lefts[i % wanted], 1e-9);
      if (i % wanted > 0)
        g_assert_cmpfloat (lefts[i], >, lefts[i - 1]);
    }
}

static void
test_columns (void)
{
  check_columns (1, 400, 1);
  check_columns (2, 400, 2);
  check_columns (3, 400, 3);
  check_columns (3, 20, 1);
}

/* --- on a page --- */

typedef struct
{
  TrlRect legend, picture;
  guint   n_legend; /* items */
  double  width, height;
} Look;

static void
join (TrlRect *to, const TrlRect *box)
{
  double right = MAX (to->x + to->width, box->x + box->width);
  double bottom = MAX (to->y + to->height, box->y + box->height);

  if (to->width <= 0)
    *to = *box;
  else
    {
      to->x = MIN (to->x, box->x);
      to->y = MIN (to->y, box->y);
      to->width = right - to->x;
      to->height = bottom - to->y;
    }
}

static TrlScene *
build_page (TrlDocument *document, const char *const *pairs)
{
  g_autoptr (TrlFigureSettings) settings = trl_figure_settings_new (NULL);
  g_autoptr (GError) error = NULL;
  TrlFigureRequest request;
  TrlScene        *scene;

  for (; pairs && *pairs; pairs++)
    {
      trl_figure_settings_set_pair (settings, *pairs, &error);
      g_assert_no_error (error);
    }
  trl_figure_settings_fill_request (settings, document, &request);
  scene = trl_figure_build (&request, NULL, &error);
  g_assert_no_error (error);
  return scene;
}

static Look
look_at (const char *const *pairs)
{
  g_autoptr (TrlDocument) document = new_survey ();
  g_autoptr (TrlScene) scene = build_page (document, pairs);
  Look           look = { 0 };
  guint          n;
  const TrlItem *items = trl_scene_get_items (scene, &n);

  trl_scene_get_page (scene, NULL, &look.width, &look.height);
  for (guint i = 0; i < n; i++)
    {
      TrlRect box;

      trl_scene_get_item_bounds (scene, i, &box);
      if (items[i].owner.kind == TRL_OWNER_LEGEND)
        join (&look.legend, &box);
      if (items[i].owner.kind == TRL_OWNER_NODE)
        join (&look.picture, &box);
      look.n_legend += items[i].owner.kind == TRL_OWNER_LEGEND;
      g_assert_cmpfloat (box.x, >=, -0.5);
      g_assert_cmpfloat (box.y, >=, -0.5);
      g_assert_cmpfloat (box.x + box.width, <=, look.width + 0.5);
      g_assert_cmpfloat (box.y + box.height, <=, look.height + 0.5);
    }
  return look;
}

#define LOOK(...) look_at ((const char *const[]){ __VA_ARGS__, NULL })

static void
check_below (const Look *look)
{
  g_assert_cmpuint (look->n_legend, >, 0);
  g_assert_cmpfloat (look->legend.y, >=, look->picture.y + look->picture.height - 1);
}

static void
check_beside (const Look *look)
{
  g_assert_cmpuint (look->n_legend, >, 0);
  g_assert_cmpfloat (look->legend.x, >=, look->picture.x + look->picture.width - 1);
}

static void
test_places (void)
{
  static const char *const heights[] = { "height=", "height=150mm" };

  for (guint i = 0; i < G_N_ELEMENTS (heights); i++)
    {
      Look below = LOOK ("legend=below", heights[i]), plain = LOOK (heights[i]);
      Look above = LOOK ("legend=above", heights[i]);
      Look beside = LOOK ("legend=beside", heights[i]);
      Look none = LOOK ("legend=none", heights[i]);

      check_below (&plain);
      check_below (&below);
      check_beside (&beside);
      g_assert_cmpuint (above.n_legend, >, 0);
      g_assert_cmpfloat (above.legend.y + above.legend.height, <=, above.picture.y + 1);
      g_assert_cmpuint (none.n_legend, ==, 0);
    }
}

static void
test_auto_is_beside_on_slides (void)
{
  Look look = LOOK ("width=slide");

  check_beside (&look);
}

/* A long label leaves no room for the picture: the legend goes below it. */
static void
test_too_wide (void)
{
  Look look = LOOK ("legend=beside", "width=column",
                    "legend-entries=none=What is far too long to stand beside a picture");

  check_below (&look);
}

static void
test_plan_on_a_page (void)
{
  Look all = LOOK ("legend=below"), some = LOOK ("legend-entries=-none;-sizes");
  Look nothing = LOOK ("legend-entries=-collaboration;-coordination;-cooperation;"
                       "-networking;-none;-sizes;-family-none");

  g_assert_cmpuint (some.n_legend, >, 0);
  g_assert_cmpuint (some.n_legend, <, all.n_legend);
  g_assert_cmpuint (nothing.n_legend, <, some.n_legend);
}

static void
test_all_levels (void)
{
  g_autoptr (TrlDocument) document = trl_document_new ();
  g_autoptr (TrlScene) used = NULL, all = NULL;
  guint n = 0, n_all = 0;

  trl_document_begin (document, "Make", NULL);
  add_network (document, "Hub");
  add_node (document, "a", "A", NULL, 0);
  add_edge (document, "hub", "a", 3);
  trl_document_end (document);
  used = build_page (document, NULL);
  all = build_page (document, (const char *const[]){ "legend-all=yes", NULL });
  while (trl_scene_get_title (used, (TrlOwner){ TRL_OWNER_LEGEND, n }))
    n++;
  while (trl_scene_get_title (all, (TrlOwner){ TRL_OWNER_LEGEND, n_all }))
    n_all++;
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpuint (n_all, ==, 5);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/legend-plan/texts-come-back-the-same", test_round_trip);
  g_test_add_func ("/scene/legend-plan/loose-texts-are-read", test_loose_texts);
  g_test_add_func ("/scene/legend-plan/orders-and-hides", test_arrange);
  g_test_add_func ("/scene/legend-plan/renames", test_rename);
  g_test_add_func ("/scene/legend-plan/every-entry-has-its-id", test_ids);
  g_test_add_func ("/scene/legend-plan/changes-have-ids", test_ids_of_change);
  g_test_add_func ("/scene/legend-plan/columns-are-aligned", test_columns);
  g_test_add_func ("/scene/legend-plan/stands-where-it-is-said", test_places);
  g_test_add_func ("/scene/legend-plan/is-beside-on-slides",
                   test_auto_is_beside_on_slides);
  g_test_add_func ("/scene/legend-plan/goes-below-when-too-wide", test_too_wide);
  g_test_add_func ("/scene/legend-plan/changes-a-page", test_plan_on_a_page);
  g_test_add_func ("/scene/legend-plan/lists-unused-levels", test_all_levels);
  return g_test_run ();
}
