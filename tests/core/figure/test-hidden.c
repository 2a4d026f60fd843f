/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Levels and partner types that a figure is asked to leave out. */

#include "../scene/networks.h"

#include "figure/trl-figure.h"

#include <string.h>

static TrlScene *
make_page (TrlDocument *document,
           const char  *figure,
           const char  *levels,
           const char  *types,
           GError     **error)
{
  g_autoptr (TrlOptions) options = trl_figure_options_new (figure);
  TrlFigureRequest request = { .document = document,
                               .figure = figure,
                               .options = options };

  g_assert_true (trl_options_set (options, "hide-levels", levels, NULL));
  g_assert_true (trl_options_set (options, "hide-types", types, NULL));
  return trl_figure_build (&request, NULL, error);
}

static gboolean
says (const TrlScene *scene, const char *text)
{
  guint          n;
  const TrlItem *items = trl_scene_get_items (scene, &n);

  for (guint i = 0; i < n; i++)
    if (items[i].kind == TRL_ITEM_TEXT &&
        strstr (trl_scene_get_text (scene, items[i].text)->string, text))
      return TRUE;
  return FALSE;
}

/* Owners of what is drawn of partners and partnerships. */
static guint
count_owners (const TrlScene *scene, TrlOwnerKind kind)
{
  g_autoptr (GHashTable) rows = g_hash_table_new (NULL, NULL);
  guint          n;
  const TrlItem *items = trl_scene_get_items (scene, &n);

  for (guint i = 0; i < n; i++)
    if (items[i].owner.kind == kind)
      g_hash_table_add (rows, GUINT_TO_POINTER (items[i].owner.row + 1));
  return g_hash_table_size (rows);
}

static void
check_figure (gconstpointer data)
{
  const char *figure = data;
  g_autoptr (TrlDocument) document = new_survey ();
  g_autoptr (TrlScene) all = make_page (document, figure, "", "", NULL);
  g_autoptr (TrlScene) some =
    make_page (document, figure, " networking\tnone ", "food", NULL);

  g_assert_false (says (all, "Left out"));
  g_assert_true (says (all, "Dashed outline"));
  g_assert_true (says (some,
                       "Left out: \u2068Networking\u2069; \u2068No interaction\u2069; "
                       "\u2068Food Agencies\u2069."));
  g_assert_false (says (some, "Dashed outline"));
  g_assert_cmpuint (count_owners (all, TRL_OWNER_NODE), ==, 19);
  /* Of nine levels in turn two are networking and one none; food is at another. */
  g_assert_cmpuint (count_owners (some, TRL_OWNER_NODE), ==, 19 - 2 * 3 - 1);
}

/* What the legend counts is what is in the picture. */
static void
test_legend (void)
{
  g_autoptr (TrlDocument) document = new_survey ();
  TrlNetwork     *network = trl_document_get_network (document, 0);
  TrlSceneOptions options;
  g_autoptr (GHashTable) types = g_hash_table_new (g_str_hash, g_str_equal);
  guint sums[2] = { 0 };

  trl_scene_options_init (&options);
  g_hash_table_add (types, (gpointer) "k12");
  for (guint turn = 0; turn < 2; turn++)
    {
      g_autoptr (TrlLegend) legend = trl_legend_new (&network, 1, &options);

      for (guint i = 0; i < trl_legend_get_n_entries (legend); i++)
        if (trl_legend_get_entry (legend, i)->kind == TRL_LEGEND_LEVEL)
          sums[turn] += trl_legend_get_entry (legend, i)->count;
      options.hidden_types = types;
    }
  g_assert_cmpuint (sums[0], ==, 16);
  g_assert_cmpuint (sums[1], ==, 15);
}

/* The survey's odd ties are at the third level of another scale. */
static TrlDocument *
new_mixed_survey (void)
{
  TrlDocument *document = new_survey ();
  g_autoptr (TrlVocabulary) words =
    trl_vocabulary_copy (trl_document_get_vocabulary (document));
  TrlScale *other = trl_scale_new ("other", "Other");
  guint     n_types = words->types->len;

  trl_scale_add (other, "none", "None at all", NULL);
  trl_scale_add (other, "some", "Some", NULL);
  trl_scale_add (other, "much", "Much", NULL);
  g_ptr_array_add (words->scales, other);
  trl_document_begin (document, "Scales", NULL);
  trl_document_set_vocabulary (document, words);
  for (guint i = 1; i < n_types; i += 2)
    {
      const TrlPartnerType *type = words->types->pdata[i];
      g_autofree char      *id = g_strdup_printf ("hub-%s", type->id);

      trl_document_set (document, TRL_KIND_EDGE, "n", id, TRL_EDGE_SCALE,
                        TRL_TEXT ("other"));
      trl_document_set (document, TRL_KIND_EDGE, "n", id, TRL_EDGE_LEVEL,
                        TRL_TEXT (i == 1 ? "none" : "much"));
    }
  trl_document_end (document);
  return document;
}

/* Partners whose tie is at a level, of those that are drawn. */
static guint
count_drawn (
  TrlDocument *document, const TrlScene *scene, const char *scale, int rank, guint *drawn)
{
  TrlNetwork     *network = trl_document_get_network (document, 0);
  const TrlTable *nodes = trl_network_get_nodes (network);
  const TrlTable *edges = trl_network_get_edges (network);
  guint           n, sum = 0, bit;
  const guint    *rows = trl_table_get_rows (edges, &n);

  *drawn = 0;
  for (guint i = 0; i < n; i++)
    if (trl_network_get_edge_rank (network, rows[i]) == rank &&
        g_str_equal (trl_network_get_edge_scale (network, rows[i])->id, scale))
      {
        const char *id = trl_table_get_id (edges, rows[i]);
        TrlOwner owner = { TRL_OWNER_NODE, trl_table_find (nodes, id + strlen ("hub-")) };

        trl_scene_get_owner_items (scene, owner, &bit);
        *drawn += bit > 0;
        sum++;
      }
  return sum;
}

static void
test_two_scales (void)
{
  static const struct
  {
    const char *hidden;
    gboolean    own, other; /* whether rank 2 is drawn */
  } rows[] = { { "", TRUE, TRUE },
               { "cooperation", FALSE, TRUE },
               { "much", TRUE, FALSE },
               { "cooperation much", FALSE, FALSE } };
  g_autoptr (TrlDocument) document = new_mixed_survey ();
  guint drawn;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (TrlScene) page =
        make_page (document, "network", rows[i].hidden, "", NULL);
      guint own = count_drawn (document, page, "interaction", 2, &drawn);

      g_assert_cmpuint (own, >, 0);
      g_assert_cmpuint (drawn, ==, rows[i].own ? own : 0);
      g_assert_cmpuint (count_drawn (document, page, "other", 2, &drawn), ==, 8);
      g_assert_cmpuint (drawn, ==, rows[i].other ? 8 : 0);
    }
}

/* Both scales have a level of that id, by two names. */
static void
test_id_of_two_scales (void)
{
  g_autoptr (TrlDocument) document = new_mixed_survey ();
  g_autoptr (TrlScene) page = make_page (document, "network", "none", "", NULL);
  guint drawn;

  g_assert_true (
    says (page, "Left out: \u2068No interaction\u2069; \u2068None at all\u2069."));
  g_assert_cmpuint (count_drawn (document, page, "other", 0, &drawn), ==, 1);
  g_assert_cmpuint (drawn, ==, 0);
}

static void
test_level_of_one_scale (void)
{
  g_autoptr (TrlDocument) document = new_mixed_survey ();
  g_autoptr (TrlScene) page =
    make_page (document, "network", "interaction/none", "", NULL);
  guint own, drawn;

  g_assert_true (says (page, "Left out: \u2068No interaction\u2069."));
  own = count_drawn (document, page, "interaction", 0, &drawn);
  g_assert_cmpuint (own, >, 0);
  g_assert_cmpuint (drawn, ==, 0);
  g_assert_cmpuint (count_drawn (document, page, "other", 0, &drawn), ==, 1);
  g_assert_cmpuint (drawn, ==, 1);
}

/* Ids of files of others may have a slash, and begin as their scale does. */
static void
test_id_with_slash (void)
{
  static const char *const asked[] = { "other/some", "other/other/some" };
  g_autoptr (TrlDocument) document = new_mixed_survey ();
  g_autoptr (TrlVocabulary) words =
    trl_vocabulary_copy (trl_document_get_vocabulary (document));
  TrlScale *other = words->scales->pdata[words->scales->len - 1];

  trl_scale_add (other, "other/some", "With a Slash", NULL);
  trl_document_begin (document, "Level", NULL);
  trl_document_set_vocabulary (document, words);
  trl_document_end (document);
  for (guint i = 0; i < G_N_ELEMENTS (asked); i++)
    {
      g_autoptr (TrlScene) page = make_page (document, "network", asked[i], "", NULL);

      g_assert_nonnull (page);
      g_assert_true (says (page, "Left out: \u2068With a Slash\u2069."));
    }
}

static void
test_names (void)
{
  static const struct
  {
    const char *levels, *types, *said;
  } rows[] = {
    { "Networking", "", "\u2068Networking\u2069." },
    { "NO INTERACTION", "", "\u2068No interaction\u2069." },
    { "no interaction\nnetworking", "food agencies",
      "\u2068No interaction\u2069; \u2068Networking\u2069; \u2068Food Agencies\u2069." },
    { "other/MUCH", "", "\u2068Much\u2069." },
    { "other/None At All", "", "\u2068None at all\u2069." },
  };
  g_autoptr (TrlDocument) document = new_mixed_survey ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *words = g_strconcat ("Left out: ", rows[i].said, NULL);
      g_autoptr (TrlScene) page =
        make_page (document, "network", rows[i].levels, rows[i].types, &error);

      g_assert_no_error (error);
      g_assert_true (says (page, words));
    }
}

/* What is called by its name is what its id leaves out. */
static void
test_name_leaves_out (void)
{
  g_autoptr (TrlDocument) document = new_survey ();
  g_autoptr (TrlScene) by_id =
    make_page (document, "network", "networking", "food", NULL);
  g_autoptr (TrlScene) by_name =
    make_page (document, "network", "NetWorking", "Food Agencies", NULL);
  g_autofree char *one = trl_scene_to_text (by_id);
  g_autofree char *two = trl_scene_to_text (by_name);

  g_assert_cmpstr (one, ==, two);
}

static void
test_unknown (void)
{
  g_autoptr (TrlDocument) document = new_survey ();
  static const char *const figures[] = { "network", "multiples" };

  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (
        make_page (document, figures[i], "networking deep", "farms", &error));
      g_assert_error (error, TRL_FIGURE_ERROR, TRL_FIGURE_ERROR_UNKNOWN);
      g_assert_nonnull (strstr (error->message, "deep"));
      g_assert_nonnull (strstr (error->message, "farms"));
      g_assert_null (strstr (error->message, "networking"));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/figure/hidden/network-says-what-is-left-out", "network",
                        check_figure);
  g_test_add_data_func ("/figure/hidden/panels-say-what-is-left-out", "multiples",
                        check_figure);
  g_test_add_func ("/figure/hidden/legend-counts-what-is-shown", test_legend);
  g_test_add_func ("/figure/hidden/level-of-one-scale-leaves-the-other", test_two_scales);
  g_test_add_func ("/figure/hidden/id-of-two-scales-is-that-of-both",
                   test_id_of_two_scales);
  g_test_add_func ("/figure/hidden/level-of-one-scale", test_level_of_one_scale);
  g_test_add_func ("/figure/hidden/id-may-have-a-slash", test_id_with_slash);
  g_test_add_func ("/figure/hidden/names-are-known", test_names);
  g_test_add_func ("/figure/hidden/names-leave-out-what-ids-do", test_name_leaves_out);
  g_test_add_func ("/figure/hidden/unknown-ids-are-named", test_unknown);
  return g_test_run ();
}
