/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../draw/draw-tools.h"
#include "../scene/networks.h"

#include "figure/trl-figure.h"
#include "layout/trl-layout.h"
#include "store/trl-samples.h"
#include "store/trl-store.h"

#include <gio/gio.h>
#include <math.h>
#include <string.h>

static GBytes *
export_as (TrlFigureRequest *request, const char *format)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = trl_figure_export (request, format, NULL, &error);

  g_assert_no_error (error);
  return bytes;
}

static void
test_same_bytes (void)
{
  g_autoptr (TrlDocument) first = new_survey (), second = new_survey ();
  guint                  n;
  const TrlFigureFormat *formats = trl_figure_formats (&n);

  g_assert_cmpuint (n, ==, 4);
  for (guint i = 0; i < n; i++)
    {
      TrlFigureRequest request = { .document = first, .dpi = 72 };
      g_autoptr (GBytes) a = export_as (&request, formats[i].id), b = NULL;

      request.document = second;
      b = export_as (&request, formats[i].id);
      g_assert_true (g_bytes_equal (a, b));
      g_assert_cmpuint (g_bytes_get_size (a), >, 1000);
    }
}

static char *
read_pdf (GBytes *pdf)
{
  return tool_pipe (pdf, (const char *const[]){ "pdftotext", "-raw", "-", "-", NULL });
}

/* Line breaks and hyphens at line ends are how a page is set, not what it says. */
static void
squeeze (char *text)
{
  char *to = text;

  for (char *from = text; *from; from++)
    if (!g_ascii_isspace (*from))
      *to++ = *from;
  *to = '\0';
}

static void
check_pdf_names (double width)
{
  g_autoptr (TrlDocument) document = new_survey ();
  TrlFigureRequest request = { .document = document, .width = width, .layout = "rings" };
  g_autoptr (GBytes) pdf = export_as (&request, "pdf");
  g_autofree char     *text = read_pdf (pdf);
  const TrlVocabulary *words = trl_document_get_vocabulary (document);

  if (!text)
    {
      g_test_skip ("pdftotext is not here");
      return;
    }
  squeeze (text);
  for (guint i = 0; i < words->types->len; i++)
    {
      const TrlPartnerType *type = g_ptr_array_index (words->types, i);
      g_autofree char      *name = g_strdup (type->name);

      squeeze (name);
      if (!strstr (text, name))
        g_error ("“%s” is not in “%s”", name, text);
    }
  g_assert_nonnull (strstr (text, "16of18partnertypesengaged"));
  g_assert_nonnull (strstr (text, "Dashedoutline:nointeraction."));
}

static void
test_pdf_names (void)
{
  check_pdf_names (510);
  check_pdf_names (241);
}

/* Nothing is cut off and no letter is below 6 points, on any page and in any theme. */
static void
check_page (TrlDocument         *document,
            const char          *figure,
            const TrlPagePreset *preset,
            TrlTheme             theme)
{
  TrlFigureRequest request = { .document = document,
                               .figure = figure,
                               .width = preset->width * TRL_POINTS_PER_MM,
                               .height = preset->height * TRL_POINTS_PER_MM,
                               .theme = theme };
  g_autoptr (GError) error = NULL;
  g_autoptr (TrlScene) scene = trl_figure_build (&request, NULL, &error);
  double         width, height;
  guint          n;
  const TrlItem *items;

  g_assert_no_error (error);
  g_assert_true (trl_scene_get_page (scene, NULL, &width, &height));
  g_assert_cmpfloat_with_epsilon (width, request.width, 1e-9);
  if (preset->height > 0)
    g_assert_cmpfloat_with_epsilon (height, request.height, 1e-9);
  items = trl_scene_get_items (scene, &n);
  for (guint i = 0; i < n; i++)
    {
      TrlRect box;

      trl_scene_get_item_bounds (scene, i, &box);
      g_assert_cmpfloat (box.x, >=, -0.5);
      g_assert_cmpfloat (box.y, >=, -0.5);
      g_assert_cmpfloat (box.x + box.width, <=, width + 0.5);
      g_assert_cmpfloat (box.y + box.height, <=, height + 0.5);
      if (items[i].kind == TRL_ITEM_TEXT && items[i].owner.kind != TRL_OWNER_LEGEND)
        g_assert_cmpfloat (trl_scene_get_text (scene, items[i].text)->size, >=, 5.99);
    }
}

static void
test_pages_hold_all (void)
{
  guint                n;
  const TrlPagePreset *presets = trl_page_presets (&n);

  for (guint i = 0; i < n; i++)
    for (guint seed = 0; seed < 3; seed++)
      {
        g_autoptr (GRand) random = g_rand_new_with_seed (seed);
        g_autoptr (TrlDocument) types = new_random_hub (random, 6 * (seed + 1), TRUE);
        g_autoptr (TrlDocument) net = new_random_net (random, 25, 60);

        check_page (types, NULL, &presets[i], (TrlTheme) seed);
        check_page (net, NULL, &presets[i], (TrlTheme) seed);
      }
}

/* Ten networks and the same again, with names that are long and in many scripts. */
static TrlDocument *
read_sites (void)
{
  guint            n;
  const TrlSample *samples = trl_samples (&n);
  g_autofree char *path = trl_sample_dup_path (&samples[0]);

  for (guint i = 0; i < n; i++)
    if (g_str_equal (samples[i].id, "ecosystem-lab-illustrative"))
      {
        g_free (path);
        path = trl_sample_dup_path (&samples[i]);
      }
  return trl_store_load (path, NULL, NULL, NULL);
}

static void
test_pages_hold_panels (void)
{
  guint                n;
  const TrlPagePreset *presets = trl_page_presets (&n);
  g_autoptr (TrlDocument) document = read_sites ();

  for (guint i = 0; i < n; i++)
    check_page (document, "multiples", &presets[i], (TrlTheme) (i % 3));
  trl_document_begin (document, "Rename", NULL);
  for (guint k = 0; k < trl_document_get_n_networks (document); k++)
    {
      TrlNetwork *network = trl_document_get_network (document, k);
      GString    *name = g_string_new (NULL);

      for (guint w = 0; w < 3 * k; w++)
        g_string_append_printf (name, "%s ", name_words[w % G_N_ELEMENTS (name_words)]);
      trl_document_set (document, TRL_KIND_NETWORK, trl_network_get_id (network), NULL,
                        TRL_NETWORK_NAME, TRL_TEXT (name->str));
      g_string_free (name, TRUE);
    }
  trl_document_end (document);
  for (guint i = 0; i < n; i++)
    check_page (document, "multiples", &presets[i], (TrlTheme) (i % 3));
}

/* Forty panels on one column of a journal: few columns, and no letter shrinks. */
static void
test_pages_hold_many (void)
{
  guint                n;
  const TrlPagePreset *presets = trl_page_presets (&n);
  g_autoptr (TrlDocument) document = new_survey ();

  trl_document_begin (document, "Add", NULL);
  for (guint k = 1; k < 40; k++)
    {
      g_autofree char *id = g_strdup_printf ("n%u", k);
      g_autoptr (TrlRecord) record = trl_record_new (TRL_KIND_NETWORK, id);
      g_autoptr (TrlRecord) node = trl_record_new (TRL_KIND_NODE, "food");

      trl_record_set (record, TRL_NETWORK_NAME, TRL_TEXT (id));
      trl_record_set (node, TRL_NODE_NAME, TRL_TEXT ("Food"));
      trl_record_set (node, TRL_NODE_TYPE, TRL_TEXT ("food"));
      trl_document_add_network (document, record);
      trl_document_add (document, id, node);
    }
  trl_document_end (document);
  for (guint i = 0; i < n; i++)
    check_page (document, "multiples", &presets[i], TRL_THEME_PRINT);
}

static void
test_picture_fills_page (void)
{
  g_autoptr (TrlDocument) document = new_survey ();
  TrlFigureRequest request = { .document = document };
  g_autoptr (TrlScene) scene = trl_figure_build (&request, NULL, NULL);
  guint          n;
  const TrlItem *items = trl_scene_get_items (scene, &n);
  double         left = 1e9, right = -1e9;

  for (guint i = 0; i < n; i++)
    if (items[i].owner.kind == TRL_OWNER_NODE)
      {
        TrlRect box;

        trl_scene_get_item_bounds (scene, i, &box);
        left = MIN (left, box.x);
        right = MAX (right, box.x + box.width);
      }
  g_assert_cmpfloat (right - left, >, 0.9 * 180 * TRL_POINTS_PER_MM);
}

/* A word of the hub's name is never broken; a name too long for the disc is in the
 * caption. */
static void
check_hub_name (const char *name)
{
  g_autoptr (TrlDocument) document = new_survey ();
  TrlFigureRequest request = { .document = document, .width = 241 };
  g_autoptr (TrlScene) scene = NULL;
  g_auto (GStrv) words = g_strsplit (name, " ", -1);
  guint          n, lines = 0;
  const TrlItem *items;

  trl_document_begin (document, "Rename", NULL);
  trl_document_set (document, TRL_KIND_NODE, "n", "hub", TRL_NODE_NAME, TRL_TEXT (name));
  trl_document_end (document);
  scene = trl_figure_build (&request, NULL, NULL);
  items = trl_scene_get_items (scene, &n);
  for (guint i = 0; i < n; i++)
    if (items[i].kind == TRL_ITEM_TEXT)
      {
        const TrlTextBlock *text = trl_scene_get_text (scene, items[i].text);

        if (strstr (text->string, name))
          lines += text->n_lines > g_strv_length (words) && text->bold ? 1000 : 1;
      }
  g_assert_cmpuint (lines, ==, 1);
}

static void
test_hub_name (void)
{
  check_hub_name ("Columbus");
  check_hub_name ("Big Picture South Valley");
  check_hub_name ("The Regional Intermediary Organization of the Northwestern Counties");
}

static void
assert_refused (TrlFigureRequest *request, const char *format, TrlFigureError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (trl_figure_export (request, format, NULL, &error));
  g_assert_error (error, TRL_FIGURE_ERROR, (int) code);
}

static void
test_refusals (void)
{
  g_autoptr (TrlDocument) empty = trl_document_new (), document = new_survey ();
  TrlFigureRequest none = { .document = empty };
  TrlFigureRequest figure = { .document = document, .figure = "pie" };
  TrlFigureRequest network = { .document = document, .network = "Site Y" };
  TrlFigureRequest layout = { .document = document, .layout = "clouds" };
  TrlFigureRequest places = { .document = document, .positions_csv = "id,x,y\nhub,1,b" };
  TrlFigureRequest short_places = { .document = document,
                                    .positions_csv = "id,x,y\nhub,1,2\n" };
  TrlFigureRequest fine = { .document = document, .network = "Site X" };

  assert_refused (&none, "svg", TRL_FIGURE_ERROR_EMPTY);
  assert_refused (&figure, "svg", TRL_FIGURE_ERROR_UNKNOWN);
  assert_refused (&network, "svg", TRL_FIGURE_ERROR_UNKNOWN);
  assert_refused (&layout, "svg", TRL_FIGURE_ERROR_UNKNOWN);
  assert_refused (&places, "svg", TRL_FIGURE_ERROR_PLACES);
  assert_refused (&short_places, "svg", TRL_FIGURE_ERROR_PLACES);
  assert_refused (&fine, "docx", TRL_FIGURE_ERROR_UNKNOWN);
}

/* The line is counted as an editor counts it, and empty ones are no fault. */
static void
test_places_say_where (void)
{
  static const char *const tables[] = { "id,x,y\n\n hub,1 \r\n",
                                        "id,x,y\r\n\r\nhub,1,b,2",
                                        "id,x,y\n\nhub,1,inf\nt,1,1" };
  static const char *const found[] = { "“hub,1”", "“hub,1,b,2”", "“hub,1,inf”" };
  g_autoptr (TrlDocument) document = new_survey ();

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      TrlFigureRequest request = { .document = document, .positions_csv = tables[i] };
      g_autoptr (GError) error = NULL;

      g_assert_null (trl_figure_export (&request, "svg", NULL, &error));
      g_assert_error (error, TRL_FIGURE_ERROR, TRL_FIGURE_ERROR_PLACES);
      g_assert_nonnull (strstr (error->message, "Line 3:"));
      g_assert_nonnull (strstr (error->message, found[i]));
    }
}

static void
test_cancelled (void)
{
  g_autoptr (TrlDocument) document = new_survey ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  TrlFigureRequest request = { .document = document };

  g_cancellable_cancel (cancellable);
  g_assert_null (trl_figure_build (&request, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

typedef struct
{
  GCancellable *cancellable;
  guint         tries, last; /* @last: at which it is cancelled */
  double        width;
} Tries;

static TrlScene *
draw_try (gpointer data, double scale)
{
  Tries    *tries = data;
  TrlScene *scene = trl_scene_new ();

  if (++tries->tries == tries->last)
    g_cancellable_cancel (tries->cancellable);
  trl_scene_add (scene, &(TrlItem){ .kind = TRL_ITEM_RECT,
                                    .owner = { TRL_OWNER_PAGE, 0 },
                                    .fill = { 0, 0, 0, 1 },
                                    .x2 = tries->width * scale,
                                    .y2 = 10 });
  trl_scene_freeze (scene);
  return scene;
}

/* Also where the first picture fits, or the last one is drawn. */
static void
test_page_cancelled (void)
{
  static const double widths[] = { 50, 300 };
  TrlPageWords        words = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    for (guint last = 1; last > 0; last++)
      {
        g_autoptr (GCancellable) cancellable = g_cancellable_new ();
        g_autoptr (GError) error = NULL;
        g_autoptr (TrlScene) scene = NULL;
        Tries   tries = { cancellable, 0, last, widths[i] };
        TrlPage page = { .width = 200,
                         .text_size = 9,
                         .words = &words,
                         .largest = 1,
                         .picture = draw_try,
                         .sketch = draw_try,
                         .data = &tries };

        scene = trl_page_compose (&page, cancellable, &error);
        if (tries.tries < last)
          {
            g_assert_no_error (error);
            g_assert_nonnull (scene);
            g_assert_cmpuint (last, >, i ? 3 : 2);
            break;
          }
        g_assert_null (scene);
        g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      }
}

/* A picture that grows by its scale but for letters at its sides. */
typedef struct
{
  double   bare, letters, claimed; /* @claimed: 0: nothing is known ahead */
  guint    sketches, pictures;
  double   drawn; /* the scale of the last picture */
  gboolean stale;
} Crowd;

static TrlScene *
draw_crowd (gpointer data, double scale)
{
  const Crowd *crowd = data;
  TrlScene    *scene = trl_scene_new ();

  trl_scene_add (scene, &(TrlItem){ .kind = TRL_ITEM_RECT,
                                    .owner = { TRL_OWNER_PAGE, 0 },
                                    .fill = { 0, 0, 0, 1 },
                                    .x2 = crowd->bare * scale + crowd->letters,
                                    .y2 = 10 });
  trl_scene_freeze (scene);
  return scene;
}

static TrlScene *
sketch_crowd (gpointer data, double scale)
{
  ((Crowd *) data)->sketches++;
  return draw_crowd (data, scale);
}

static TrlScene *
picture_crowd (gpointer data, double scale)
{
  Crowd *crowd = data;

  crowd->pictures += crowd->drawn != scale;
  crowd->drawn = scale;
  return draw_crowd (data, scale);
}

static gboolean
measure_crowd (gpointer data, double *width, double *height)
{
  const Crowd *crowd = data;

  *width = crowd->claimed;
  *height = 1;
  return crowd->claimed > 0;
}

static gboolean
crowd_is_stale (gpointer data)
{
  return ((Crowd *) data)->stale;
}

static TrlScene *
compose_crowd (Crowd *crowd)
{
  static const TrlPageWords words;
  g_autoptr (GError) error = NULL;
  TrlPage   page = { .width = 200,
                     .text_size = 9,
                     .words = &words,
                     .largest = 1.6,
                     .picture = picture_crowd,
                     .sketch = sketch_crowd,
                     .bare = measure_crowd,
                     .is_stale = crowd_is_stale,
                     .data = crowd };
  TrlScene *scene = trl_page_compose (&page, NULL, &error);

  g_assert_no_error (error);
  return scene;
}

/* Where bare places are known, one sketch and one picture do; what is claimed wrongly,
 * as when partners are left out, costs time alone. */
static void
test_page_starts_near (void)
{
  static const double claims[] = { 0, 1, 1.5, 40 };

  for (double letters = 1; letters <= 40; letters += 7)
    for (guint i = 0; i < G_N_ELEMENTS (claims); i++)
      {
        Crowd crowd = { .bare = 2000, .letters = letters, .claimed = 2000 * claims[i] };
        g_autoptr (TrlScene) scene = compose_crowd (&crowd);

        double used = (crowd.bare * crowd.drawn + letters) / (200 - 2 * 4.4);

        g_assert_nonnull (scene);
        g_assert_cmpfloat (used, <=, 1);
        g_assert_cmpfloat (used, >, 0.98);
        if (claims[i] == 1 && letters < 10)
          g_assert_cmpuint (crowd.sketches + crowd.pictures, ==, 2);
      }
}

/* A page whose words no longer suit it is not made, and that is no error. */
static void
test_page_stale (void)
{
  Crowd crowd = { .bare = 2000, .stale = TRUE };

  g_assert_null (compose_crowd (&crowd));
  g_assert_cmpuint (crowd.pictures, ==, 1);
}

/* A picture that was arranged by hand is drawn as it is. */
static void
test_places_are_kept (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  g_autoptr (TrlDocument) document = new_random_net (random, 3, 3);
  TrlFigureRequest request = { .document = document, .layout = "stress" };
  g_autoptr (TrlScene) scene = NULL;
  const TrlTable *nodes = trl_network_get_nodes (trl_document_get_network (document, 0));
  TrlPoint        at[3];

  trl_document_begin (document, "Move", NULL);
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *id = g_strdup_printf ("p%u", i);

      trl_document_set (document, TRL_KIND_NODE, "n", id, TRL_NODE_X,
                        TRL_NUMBER (i * 100));
      trl_document_set (document, TRL_KIND_NODE, "n", id, TRL_NODE_Y, TRL_NUMBER (0));
    }
  trl_document_end (document);
  scene = trl_figure_build (&request, NULL, NULL);
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *id = g_strdup_printf ("p%u", i);
      guint            n, k = 0;
      const TrlItem   *items = trl_scene_get_items (scene, &n);

      while (items[k].owner.kind != TRL_OWNER_NODE ||
             items[k].owner.row != trl_table_find (nodes, id) ||
             items[k].kind != TRL_ITEM_DISC)
        k++;
      at[i] = (TrlPoint){ items[k].x, items[k].y };
    }
  g_assert_cmpfloat_with_epsilon (at[0].y, at[1].y, 1e-6);
  g_assert_cmpfloat_with_epsilon (at[2].x - at[1].x, at[1].x - at[0].x, 1e-6);
  g_assert_cmpfloat (at[1].x, >, at[0].x);
}

static void
test_lengths (void)
{
  double length = 7;

  g_assert_true (trl_page_parse_length ("180mm", &length));
  g_assert_cmpfloat_with_epsilon (length, 510.236, 1e-3);
  g_assert_true (trl_page_parse_length ("18 cm", &length));
  g_assert_cmpfloat_with_epsilon (length, 510.236, 1e-3);
  g_assert_true (trl_page_parse_length ("2in", &length));
  g_assert_cmpfloat (length, ==, 144);
  g_assert_true (trl_page_parse_length ("100pt", &length));
  g_assert_cmpfloat (length, ==, 100);
  g_assert_false (trl_page_parse_length ("wide", &length));
  g_assert_false (trl_page_parse_length ("10 parsec", &length));
  g_assert_false (trl_page_parse_length ("-3mm", &length));
  g_assert_false (trl_page_parse_length ("19mm", &length));
  g_assert_false (trl_page_parse_length ("nan", &length));
  g_assert_cmpfloat (length, ==, 100);
}

static char *
page_text (const TrlFigureRequest *request)
{
  g_autoptr (TrlScene) scene = trl_figure_build (request, NULL, NULL);
  GString       *out = g_string_new (NULL);
  guint          n;
  const TrlItem *items = trl_scene_get_items (scene, &n);

  for (guint i = 0; i < n; i++)
    if (items[i].kind == TRL_ITEM_TEXT && items[i].owner.kind == TRL_OWNER_PAGE)
      g_string_append_printf (out, "%s\n",
                              trl_scene_get_text (scene, items[i].text)->string);
  return g_string_free (out, FALSE);
}

static void
test_words (void)
{
  g_autoptr (TrlDocument) document = new_survey ();
  TrlFigureRequest request = { .document = document };
  g_autofree char *before = page_text (&request), *after = NULL, *own = NULL;

  g_assert_nonnull (strstr (before, "16 of 18 partner types engaged"));
  g_assert_null (strstr (before, "not reported"));
  g_assert_null (strstr (before, "Source"));
  trl_document_begin (document, "Clear Level", NULL);
  trl_document_set (document, TRL_KIND_EDGE, "n", "hub-cbo", TRL_EDGE_LEVEL,
                    TRL_NONE_VALUE);
  trl_document_set (document, TRL_KIND_DOCUMENT, NULL, NULL, TRL_DOCUMENT_SOURCE,
                    TRL_TEXT ("a survey"));
  trl_document_end (document);
  after = page_text (&request);
  g_assert_nonnull (strstr (after, "level not reported for 1"));
  g_assert_nonnull (strstr (after, "Hatched: engaged, level not reported"));
  g_assert_nonnull (strstr (after, "Source: a survey"));
  request.title = "T";
  request.subtitle = request.caption = request.source = "";
  own = page_text (&request);
  g_assert_cmpstr (own, ==, "T\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figure/same-request-same-bytes", test_same_bytes);
  g_test_add_func ("/figure/pdf-has-all-names-as-text", test_pdf_names);
  g_test_add_func ("/figure/pages-hold-all", test_pages_hold_all);
  g_test_add_func ("/figure/pages-hold-panels", test_pages_hold_panels);
  g_test_add_func ("/figure/pages-hold-forty-panels", test_pages_hold_many);
  g_test_add_func ("/figure/picture-fills-the-page", test_picture_fills_page);
  g_test_add_func ("/figure/hub-is-named-without-breaking-words", test_hub_name);
  g_test_add_func ("/figure/refusals-say-what-is-unknown", test_refusals);
  g_test_add_func ("/figure/wrong-places-are-named", test_places_say_where);
  g_test_add_func ("/figure/cancelled-makes-nothing", test_cancelled);
  g_test_add_func ("/figure/page-cancelled-at-any-try-makes-nothing",
                   test_page_cancelled);
  g_test_add_func ("/figure/page-starts-near-its-scale", test_page_starts_near);
  g_test_add_func ("/figure/stale-page-is-not-made", test_page_stale);
  g_test_add_func ("/figure/places-are-kept", test_places_are_kept);
  g_test_add_func ("/figure/lengths-have-units", test_lengths);
  g_test_add_func ("/figure/words-say-only-what-is-there", test_words);
  return g_test_run ();
}
