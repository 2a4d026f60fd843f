/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Charts across sites: what they count, that they say the same as their tables, and that
 * every letter is on the page and on no other. */

#include "samples.h"

#include "figure/trl-figure.h"
#include "model/trl-next-wave.h"

#include <math.h>
#include <string.h>

typedef struct
{
  const char *id;
  const char *settings[3];
} Case;

static const Case cases[] = {
  { "reach", { NULL } },
  { "reach", { "group=family", "colour=yes", NULL } },
  { "reach", { "group=presence", "order=name", NULL } },
  { "depth", { NULL } },
  { "depth", { "types=brief", "base=engaged", NULL } },
  { "depth", { "types=frequent", "diverging=yes", NULL } },
  { "matrix", { NULL } },
  { "matrix", { "rows=name", "columns=document", NULL } },
  { "quadrant", { NULL } },
  { "axes", { "x=partners", "y=breadth", NULL } },
  { "crosstab", { "classes=2", NULL } },
  { "model", { NULL } },
  { "change", { NULL } },
};

/* The ten sites of the illustrative survey. */
static TrlDocument *
open_survey (void)
{
  return open_sample ("ecosystem-lab-illustrative");
}

static TrlOptions *
make_options (const Case *c)
{
  TrlOptions *options = trl_figure_options_new (c->id);

  for (guint i = 0; c->settings[i]; i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_true (trl_options_set_pair (options, c->settings[i], &error));
      g_assert_no_error (error);
    }
  return options;
}

static char *
make_table (TrlDocument *document, const Case *c)
{
  g_autoptr (TrlOptions) options = make_options (c);
  TrlFigureRequest request = { .document = document,
                               .figure = c->id,
                               .options = options };
  g_autoptr (GError) error = NULL;
  char *table = trl_figure_make_table (&request, &error);

  g_assert_no_error (error);
  g_assert_nonnull (table);
  return table;
}

static guint
count_lines (const char *table, const char *end)
{
  guint n = 0;

  for (const char *at = table; (at = strstr (at, end)); at += strlen (end))
    n++;
  return n;
}

/* Figure 1 of the brief: eight types in every site, two in nine, four in eight; the four
 * that are not in the brief in five. */
static void
test_reach (void)
{
  static const Case c = { "reach", { NULL } };
  g_autoptr (TrlDocument) document = open_survey ();
  g_autofree char *table = make_table (document, &c);

  g_assert_cmpuint (count_lines (table, ",10,10,100\r\n"), ==, 8);
  g_assert_cmpuint (count_lines (table, ",9,10,90\r\n"), ==, 2);
  g_assert_cmpuint (count_lines (table, ",8,10,80\r\n"), ==, 4);
  g_assert_cmpuint (count_lines (table, ",5,10,50\r\n"), ==, 4);
  g_assert_true (g_str_has_prefix (
    table, "partner_type,sites_engaged,sites_answered,percent\r\nK-12 Schools,10,10"));
}

/* Half of the communities collaborate with community-based organizations and with
 * schools; of research partners 70 % of all sites, 88 % of those that have one. */
static void
test_depth (void)
{
  static const Case all = { "depth", { NULL } };
  static const Case engaged = { "depth", { "base=engaged", NULL } };
  g_autoptr (TrlDocument) document = open_survey ();
  g_autofree char *table = make_table (document, &all);
  g_autofree char *other = make_table (document, &engaged);

  g_assert_nonnull (strstr (
    table, "\r\nCommunity-Based Organizations,10,0,0,5,4,1,0,0,50,40,10,0,0\r\n"));
  g_assert_nonnull (strstr (table, "\r\nK-12 Schools,10,0,0,5,5,0,0,0,50,50,0,0,0\r\n"));
  g_assert_nonnull (strstr (
    table, "\r\nResearch and Evaluation Partners,10,0,0,7,1,0,0,2,70,10,0,0,20\r\n"));
  g_assert_nonnull (strstr (
    other, "\r\nResearch and Evaluation Partners,8,0,0,7,1,0,0,0,88,13,0,0,0\r\n"));
}

/* Fullest first, both ways. */
static void
test_matrix (void)
{
  static const Case c = { "matrix", { NULL } };
  g_autoptr (TrlDocument) document = open_survey ();
  g_autofree char *table = make_table (document, &c);
  g_auto (GStrv) lines = NULL;

  lines = g_strsplit (table, "\r\n", -1);
  g_assert_true (g_str_has_prefix (lines[0], "site,K-12 Schools,"));
  g_assert_true (g_str_has_suffix (lines[1], ",18"));
  g_assert_true (g_str_has_prefix (lines[10], "Site A,"));
  g_assert_true (g_str_has_suffix (lines[10], ",11"));
}

/* Totals and order are of the types that are shown. */
static void
test_matrix_of_some (void)
{
  static const Case c = { "matrix", { "types=k12,research,edtech", NULL } };
  g_autoptr (TrlDocument) document = open_survey ();
  g_autofree char *table = make_table (document, &c);
  g_auto (GStrv) lines = g_strsplit (table, "\r\n", -1);
  guint before = 3;

  g_assert_cmpuint (g_strv_length (lines), ==, 12);
  for (guint i = 1; *lines[i]; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], ",", -1);
      guint total = 0;

      for (guint k = 1; k <= 3; k++)
        total += *cells[k] && !g_str_equal (cells[k], "0");
      g_assert_cmpuint (total, ==, g_ascii_strtoull (cells[4], NULL, 10));
      g_assert_cmpuint (total, <=, before);
      before = total;
    }
}

/* Sites of one name stand as they do in the document. */
static void
test_matrix_of_one_name (void)
{
  static const Case by_name = { "matrix", { "rows=name", NULL } };
  static const Case by_document = { "matrix", { "rows=document", NULL } };
  g_autoptr (TrlDocument) document = open_survey ();
  g_autofree char *names = NULL;
  g_autofree char *rows = NULL;

  trl_document_begin (document, "Rename", NULL);
  for (guint i = 0; i < trl_document_get_n_networks (document); i++)
    trl_document_set (document, TRL_KIND_NETWORK,
                      trl_network_get_id (trl_document_get_network (document, i)), NULL,
                      TRL_NETWORK_NAME, TRL_TEXT ("Site"));
  /* Or they would be the waves of one site. */
  for (guint i = 0; i < trl_document_get_n_networks (document); i++)
    {
      const char *id = trl_network_get_id (trl_document_get_network (document, i));

      trl_document_set (document, TRL_KIND_NETWORK, id, NULL, TRL_NETWORK_SITE,
                        TRL_TEXT (id));
    }
  trl_document_end (document);
  names = make_table (document, &by_name);
  rows = make_table (document, &by_document);
  g_assert_cmpuint (count_lines (names, "\r\nSite,"), ==, 10);
  g_assert_cmpstr (names, ==, rows);
}

/* --- pages --- */

static gboolean
is_text (const TrlItem *item)
{
  return item->kind == TRL_ITEM_TEXT;
}

static void
check_page (TrlDocument *document, const Case *c, const TrlFigureRequest *page)
{
  g_autoptr (TrlOptions) options = make_options (c);
  TrlFigureRequest request = *page;
  g_autoptr (GError) error = NULL;
  g_autoptr (TrlScene) scene = NULL;
  double         width, height;
  guint          n;
  const TrlItem *items;

  request.document = document;
  request.figure = c->id;
  request.options = options;
  scene = trl_figure_build (&request, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (trl_scene_get_page (scene, NULL, &width, &height));
  items = trl_scene_get_items (scene, &n);
  for (guint i = 0; i < n; i++)
    {
      TrlRect a, b;

      trl_scene_get_item_bounds (scene, i, &a);
      g_assert_cmpfloat (a.x, >=, -0.5);
      g_assert_cmpfloat (a.y, >=, -0.5);
      g_assert_cmpfloat (a.x + a.width, <=, width + 0.5);
      g_assert_cmpfloat (a.y + a.height, <=, height + 0.5);
      if (!is_text (&items[i]))
        continue;
      g_assert_cmpfloat (trl_scene_get_text (scene, items[i].text)->size, >=, 5.99);
      for (guint k = 0; k < i; k++)
        {
          trl_scene_get_item_bounds (scene, k, &b);
          if (is_text (&items[k]) &&
              MIN (a.x + a.width, b.x + b.width) - MAX (a.x, b.x) > 1.5 &&
              MIN (a.y + a.height, b.y + b.height) - MAX (a.y, b.y) > 2.5)
            g_error ("%s at %.0f pt: “%s” lies on “%s”", c->id, request.width,
                     trl_scene_get_text (scene, items[i].text)->string,
                     trl_scene_get_text (scene, items[k].text)->string);
        }
    }
}

static void
test_pages (void)
{
  guint                n;
  const TrlPagePreset *presets = trl_page_presets (&n);
  g_autoptr (TrlDocument) document = open_survey ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint p = 0; p < n; p++)
      for (TrlTheme theme = 0; theme < TRL_N_THEMES; theme++)
        check_page (document, &cases[i],
                    &(TrlFigureRequest){ .width = presets[p].width * TRL_POINTS_PER_MM,
                                         .height = presets[p].height * TRL_POINTS_PER_MM,
                                         .theme = theme });
}

/* The numbers on a page are those of its table. */
static void
test_same_numbers (void)
{
  static const Case c = { "reach", { NULL } };
  g_autoptr (TrlDocument) document = open_survey ();
  TrlFigureRequest request = { .document = document, .figure = "reach" };
  g_autofree char *table = make_table (document, &c);
  g_autoptr (GBytes) svg = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  svg = trl_figure_export (&request, "svg", NULL, NULL);
  text = g_strndup (g_bytes_get_data (svg, NULL), g_bytes_get_size (svg));
  lines = g_strsplit (table, "\r\n", -1);
  for (guint i = 1; lines[i] && *lines[i]; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], ",", -1);
      g_autofree char *count = g_strdup_printf (">%s of %s<", cells[1], cells[2]);
      g_autofree char *share = g_strdup_printf (">%s %%<", cells[3]);

      g_assert_nonnull (strstr (text, count));
      g_assert_nonnull (strstr (text, share));
    }
  /* Of eighteen types, below a head and before what follows the last line. */
  g_assert_cmpuint (g_strv_length (lines), ==, 20);
}

/* Numbers of whole sites are those of the measures. */
static void
test_sites (void)
{
  static const Case quadrant = { "quadrant", { NULL } };
  static const Case model = { "model", { NULL } };
  static const Case crosstab = { "crosstab", { NULL } };
  g_autoptr (TrlDocument) document = open_survey ();
  g_autofree char *points = make_table (document, &quadrant);
  g_autofree char *range = make_table (document, &model);
  g_autofree char *cells = make_table (document, &crosstab);
  g_auto (GStrv) lines = g_strsplit (cells, "\r\n", -1);
  guint sums[2] = { 0 };

  g_assert_nonnull (strstr (points, "\r\nSite A,11,18,36.363636,41,Moderately evident"));
  g_assert_nonnull (strstr (range, "\r\ntypes_engaged,10,11,15,18\r\n"));
  for (guint i = 1; lines[i] && *lines[i]; i++)
    sums[g_str_has_prefix (lines[i], "depth")] +=
      (guint) g_ascii_strtoull (strrchr (lines[i], ',') + 1, NULL, 10);
  /* Every site is in one cell of each of the two tables. */
  g_assert_cmpuint (sums[0], ==, 10);
  g_assert_cmpuint (sums[1], ==, 10);
}

/* Takes the levels of all partnerships of a site away; they stay engaged. */
static void
clear_levels (TrlDocument *document, const char *name)
{
  for (guint i = 0; i < trl_document_get_n_networks (document); i++)
    {
      TrlNetwork     *network = trl_document_get_network (document, i);
      const TrlTable *edges = trl_network_get_edges (network);
      guint           n;
      const guint    *rows = trl_table_get_rows (edges, &n);

      if (!g_str_equal (trl_network_get_name (network), name))
        continue;
      trl_document_begin (document, "Clear", NULL);
      for (guint k = 0; k < n; k++)
        trl_document_set (document, TRL_KIND_EDGE, trl_network_get_id (network),
                          trl_table_get_id (edges, rows[k]), TRL_EDGE_LEVEL,
                          TRL_NONE_VALUE);
      trl_document_end (document);
    }
}

static gboolean
says (TrlDocument *document, const Case *c, const char *const *networks, const char *what)
{
  g_autoptr (TrlOptions) options = make_options (c);
  TrlFigureRequest request = { .document = document,
                               .figure = c->id,
                               .networks = networks,
                               .width = 2000,
                               .options = options };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) svg = trl_figure_export (&request, "svg", NULL, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = g_strndup (g_bytes_get_data (svg, NULL), g_bytes_get_size (svg));
  return strstr (text, what) != NULL;
}

/* A site that is not drawn has no part in the medians. */
static void
test_medians (void)
{
  static const Case        c = { "quadrant", { NULL } };
  static const char *const two[] = { "Site A", "Site B", NULL };
  static const char *const one[] = { "Site B", NULL };
  g_autoptr (TrlDocument) document = open_survey ();

  g_assert_false (says (document, &c, two, "is left out"));
  clear_levels (document, "Site A");
  g_assert_true (says (document, &c, two, "1 site reports no level and is left out"));
  g_assert_true (says (document, &c, one, "Dashed: medians, 13 types"));
  g_assert_true (says (document, &c, two, "Dashed: medians, 13 types"));
}

/* Equal depths are one class, and no depth is in none. */
static void
test_classes (void)
{
  static const Case        c = { "crosstab", { NULL } };
  static const char *const two[] = { "Site A", "Site B", NULL };
  static const char *const one[] = { "Site A", NULL };
  g_autoptr (TrlDocument) document = open_survey ();
  g_autoptr (TrlOptions) options = make_options (&c);
  TrlFigureRequest request = {
    .document = document, .figure = c.id, .networks = one, .options = options
  };
  g_autofree char *table = trl_figure_make_table (&request, NULL);

  g_assert_nonnull (strstr (table, "\r\ndepth,36 %,Moderately evident,1\r\n"));
  g_assert_cmpuint (count_lines (table, "\r\ndepth,"), ==, 4);
  g_assert_true (says (document, &c, two, "n = 2."));
  clear_levels (document, "Site A");
  g_assert_true (says (document, &c, two, "n = 2 for breadth and 1 for depth: 1 site"));
}

/* A share that is where one class ends is in no other. */
static void
test_class_bounds (void)
{
  static const Case c = { "crosstab", { NULL } };
  g_autoptr (TrlDocument) document = open_survey ();
  g_autofree char *table = make_table (document, &c);

  g_assert_nonnull (strstr (table, "\r\ndepth,33–44 %,"));
  g_assert_nonnull (strstr (table, "\r\ndepth,45–57 %,"));
  g_assert_nonnull (strstr (table, "\r\ndepth,58–69 %,"));
}

static void
test_two_sites (void)
{
  static const Case        c = { "change", { NULL } };
  static const char *const two[] = { "Site A", "Site B", NULL };
  g_autoptr (TrlDocument) document = open_survey ();

  g_assert_true (says (document, &c, two, "The two are different sites"));
}

/* Only what is a median is called one. */
static void
test_dashed (void)
{
  static const Case both = { "axes", { "x=partners", "y=breadth", NULL } };
  static const Case up = { "axes", { "x=design", "y=breadth", NULL } };
  g_autoptr (TrlDocument) document = open_survey ();

  trl_document_begin (document, "Place", NULL);
  trl_document_set (document, TRL_KIND_NETWORK,
                    trl_network_get_id (trl_document_get_network (document, 0)), NULL,
                    TRL_NETWORK_AXIS_DESIGN, TRL_NUMBER (0.25));
  trl_document_end (document);
  g_assert_true (says (document, &both, NULL, "Dashed: medians."));
  g_assert_true (
    says (document, &up, NULL, "Dashed: the median of “Partner types engaged”."));
}

/* What the page says is missing is missing. */
static void
test_unnamed (void)
{
  static const Case c = { "quadrant", { NULL } };
  g_autoptr (TrlDocument) document = open_survey ();
  guint n = trl_document_get_n_networks (document);

  g_assert_false (says (document, &c, NULL, "for want of room"));
  trl_document_begin (document, "Rename", NULL);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u %s", i, "A name without end. ");
      g_autofree char *longer = g_strconcat (name, name, name, name, NULL);
      g_autofree char *longest = g_strconcat (longer, longer, longer, longer, NULL);

      trl_document_set (document, TRL_KIND_NETWORK,
                        trl_network_get_id (trl_document_get_network (document, i)), NULL,
                        TRL_NETWORK_NAME, TRL_TEXT (longest));
    }
  trl_document_end (document);
  g_assert_true (says (document, &c, NULL, "for want of room."));
}

/* An answer is taken as a whole: not reported is not the same as not evident. */
static void
test_answers (void)
{
  static const struct
  {
    const char *answer;
    const char *shown;
  } answers[] = { { "Not reported", "" },
                  { "Not evident", "Not evident" },
                  { "moderate", "Moderately evident" },
                  { " Significantly evident", "Significantly evident" },
                  { "Nothing", "" } };
  static const Case c = { "quadrant", { NULL } };
  g_autoptr (TrlDocument) document = open_survey ();
  const char *id = trl_network_get_id (trl_document_get_network (document, 0));

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      g_autofree char *row =
        g_strdup_printf ("\r\nSite A,11,18,36.363636,41,%s\r\n", answers[i].shown);
      g_autofree char *table = NULL;

      trl_document_begin (document, "Answer", NULL);
      trl_document_set (document, TRL_KIND_NETWORK, id, NULL, TRL_NETWORK_RESPONSIBILITY,
                        TRL_TEXT (answers[i].answer));
      trl_document_end (document);
      table = make_table (document, &c);
      g_assert_nonnull (strstr (table, row));
    }
}

/* A site that is asked again is still one site, and its latest answers count. */
static void
test_waves (void)
{
  static const Case c = { "quadrant", { NULL } };
  static const Case reach = { "reach", { NULL } };
  g_autoptr (TrlDocument) document = open_survey ();
  g_autofree char *before = make_table (document, &reach);
  g_autofree char *after = NULL;
  g_autofree char *points = NULL;
  guint            n = trl_document_get_n_networks (document);

  trl_document_begin (document, "Next Wave", NULL);
  for (guint i = 0; i < n; i++)
    g_assert_nonnull (trl_next_wave_add (
      document, trl_document_get_network (document, 2 * i), "2030", TRUE, NULL));
  trl_document_end (document);
  after = make_table (document, &reach);
  points = make_table (document, &c);
  g_assert_cmpuint (trl_document_get_n_networks (document), ==, 2 * n);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpuint (count_lines (points, "\r\n"), ==, n + 1);
  g_assert_nonnull (strstr (points, "2030"));
}

/* Two waves that are named are compared; deeper is a positive step. */
static void
test_change (void)
{
  static const char *const networks[] = { "Site A", "Site B", NULL };
  g_autoptr (TrlDocument) document = open_survey ();
  g_autoptr (TrlOptions) options = trl_figure_options_new ("change");
  TrlFigureRequest request = {
    .document = document, .figure = "change", .networks = networks, .options = options
  };
  g_autofree char *table = trl_figure_make_table (&request, NULL);
  g_auto (GStrv) lines = g_strsplit (table, "\r\n", -1);
  double before = INFINITY;

  g_assert_cmpstr (lines[0], ==, "partner_type,Site A,Site B,steps");
  g_assert_cmpuint (g_strv_length (lines), ==, 20);
  for (guint i = 1; lines[i] && *lines[i]; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], ",", -1);
      double steps = g_ascii_strtod (cells[3], NULL);

      g_assert_cmpfloat (
        g_ascii_strtod (cells[2], NULL) - g_ascii_strtod (cells[1], NULL), ==, steps);
      g_assert_cmpfloat (steps, <=, before);
      before = steps;
    }
}

/* Names that are long and in other scripts are cut or broken, and cover nothing. */
static void
test_long_names (void)
{
  static const char *const names[] = {
    "Ökosystem Großstadt-Nord für außerschulische Bildung und Zusammenarbeit 2024",
    "東京都教育委員会学習エコシステム", "مركز التعلم المجتمعي في الدار البيضاء", "A",
    "Экосистема обучения Санкт-Петербурга"
  };
  g_autoptr (TrlDocument) document = open_survey ();

  trl_document_begin (document, "Rename", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    trl_document_set (document, TRL_KIND_NETWORK,
                      trl_network_get_id (trl_document_get_network (document, i)), NULL,
                      TRL_NETWORK_NAME, TRL_TEXT (names[i]));
  trl_document_end (document);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (double width = 85; width <= 180; width += 95)
      check_page (document, &cases[i],
                  &(TrlFigureRequest){ .width = width * TRL_POINTS_PER_MM });
}

/* What a column has no room for is not missed in silence. */
static void
test_unprinted (void)
{
  static const Case wide = { "depth", { NULL } };
  static const Case without = { "depth", { "percentages=no", NULL } };
  g_autoptr (TrlDocument) document = open_survey ();
  const Case *both[] = { &wide, &without };

  for (guint i = 0; i < G_N_ELEMENTS (both); i++)
    for (guint narrow = 0; narrow < 2; narrow++)
      {
        g_autoptr (TrlOptions) options = make_options (both[i]);
        TrlFigureRequest request = { .document = document,
                                     .figure = "depth",
                                     .options = options,
                                     .width = narrow ? 85 * TRL_POINTS_PER_MM
                                                     : 1000 * TRL_POINTS_PER_MM };
        g_autoptr (TrlScene) scene = trl_figure_build (&request, NULL, NULL);
        const char *words = trl_scene_get_description (scene);

        g_test_message ("%s", words);
        g_assert_true ((strstr (words, "are not printed") != NULL) == (narrow && i == 0));
      }
}

/* The rule is said where there is something to count together. */
static void
test_organizations (void)
{
  static const char *const figures[] = { "reach", "depth", "matrix" };
  static const char *const samples[] = { "ecosystem-lab-illustrative",
                                         "ecosystem-lab-documented" };

  for (guint s = 0; s < G_N_ELEMENTS (samples); s++)
    for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
      {
        g_autoptr (TrlDocument) document = open_sample (samples[s]);
        Case c = { figures[i], { NULL } };

        g_test_message ("%s of %s", figures[i], samples[s]);
        g_assert_true (says (document, &c, NULL, "at their deepest level") == (s == 1));
      }
}

static void
test_refusals (void)
{
  static const char *const figures[] = { "reach", "depth", "matrix" };
  g_autoptr (TrlDocument) document = open_survey ();

  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      g_autoptr (TrlOptions) options = trl_figure_options_new (figures[i]);
      TrlFigureRequest request = { .document = document,
                                   .figure = figures[i],
                                   .options = options };
      g_autoptr (GError) error = NULL;

      trl_options_set (options, "types", "k12 bakeries", NULL);
      g_assert_null (trl_figure_build (&request, NULL, &error));
      g_assert_error (error, TRL_FIGURE_ERROR, TRL_FIGURE_ERROR_UNKNOWN);
      g_assert_nonnull (strstr (error->message, "bakeries"));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figure/charts/reach-counts-sites", test_reach);
  g_test_add_func ("/figure/charts/depth-says-out-of-what", test_depth);
  g_test_add_func ("/figure/charts/matrix-is-packed", test_matrix);
  g_test_add_func ("/figure/charts/matrix-totals-what-it-shows", test_matrix_of_some);
  g_test_add_func ("/figure/charts/matrix-keeps-equals-in-order",
                   test_matrix_of_one_name);
  g_test_add_func ("/figure/charts/pages-hold-all-and-nothing-overlaps", test_pages);
  g_test_add_func ("/figure/charts/numbers-are-those-of-the-table", test_same_numbers);
  g_test_add_func ("/figure/charts/sites-are-counted-once", test_sites);
  g_test_add_func ("/figure/charts/medians-are-of-what-is-drawn", test_medians);
  g_test_add_func ("/figure/charts/equal-depths-are-one-class", test_classes);
  g_test_add_func ("/figure/charts/classes-share-no-bound", test_class_bounds);
  g_test_add_func ("/figure/charts/change-between-sites-says-so", test_two_sites);
  g_test_add_func ("/figure/charts/medians-are-named", test_dashed);
  g_test_add_func ("/figure/charts/names-without-room-are-counted", test_unnamed);
  g_test_add_func ("/figure/charts/answers-are-taken-whole", test_answers);
  g_test_add_func ("/figure/charts/waves-are-one-site", test_waves);
  g_test_add_func ("/figure/charts/change-has-a-sign", test_change);
  g_test_add_func ("/figure/charts/long-names-cover-nothing", test_long_names);
  g_test_add_func ("/figure/charts/shares-without-room-are-mentioned", test_unprinted);
  g_test_add_func ("/figure/charts/rule-for-organizations-is-said", test_organizations);
  g_test_add_func ("/figure/charts/unknown-types-are-named", test_refusals);
  return g_test_run ();
}
