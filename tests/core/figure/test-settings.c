/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is chosen about a figure is refused or kept, wherever it is written, and makes the
 * same bytes again. */

#include "settings.h"

#include "model/trl-next-wave.h"

/* Another value than the fallback. */
static char *
other_value (const TrlOption *option)
{
  static const struct
  {
    const char *id, *text;
  } texts[] = {
    { "width", "column" },
    { "height", "120mm" },
    { "layout", "stress" },
  };

  if (option->type == TRL_OPTION_FLAG)
    return g_strdup (g_str_equal (option->fallback, "yes") ? "no" : "yes");
  if (option->type == TRL_OPTION_CHOICE)
    return g_strdup (
      option->choices[g_str_equal (option->choices[0], option->fallback) ? 1 : 0]);
  if (option->type != TRL_OPTION_TEXT)
    return g_strdup_printf ("%.0f", g_ascii_strtod (option->fallback, NULL) == option->max
                                      ? option->min
                                      : option->max);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (g_str_equal (texts[i].id, option->id))
      return g_strdup (texts[i].text);
  return g_strdup ("“é” = {title}; \\ \n 機 \"<&>");
}

static void
collect (const char *key, const char *text, gpointer data)
{
  g_string_append_printf (data, "%s=%s\n", key, text);
}

static char *
dup_all (const TrlFigureSettings *settings)
{
  GString *out = g_string_new (trl_figure_settings_get_figure (settings)->id);

  trl_figure_settings_foreach (settings, collect, out);
  return g_string_free (out, FALSE);
}

static TrlFigureSettings *
through_saved (const TrlFigureSettings *settings)
{
  g_autoptr (TrlSavedFigure) saved = trl_saved_figure_new ("s", "Saved");
  g_autoptr (GError) error = NULL;
  TrlFigureSettings *again;

  trl_saved_figure_set (saved, "from-the-future", "kept");
  trl_saved_figure_set (saved, "margin", "99");
  trl_figure_settings_save (settings, saved);
  g_assert_true (trl_saved_figure_check (saved, NULL));
  g_assert_cmpstr (trl_saved_figure_get (saved, "from-the-future"), ==, "kept");
  again = trl_figure_settings_new_from_saved (saved, &error);
  g_assert_no_error (error);
  return again;
}

static TrlFigureSettings *
through_sidecar (const TrlFigureSettings *settings, TrlDocument *document)
{
  g_autofree char *json = trl_figure_settings_to_sidecar (settings, document);
  g_autoptr (GError) error = NULL;
  TrlFigureSettings *again = trl_figure_settings_from_sidecar (json, &error);

  g_assert_no_error (error);
  return again;
}

static void
check_round_trip (const TrlFigureSettings *settings, TrlDocument *document)
{
  g_autoptr (TrlFigureSettings) saved = through_saved (settings);
  g_autoptr (TrlFigureSettings) sidecar = through_sidecar (settings, document);
  g_autoptr (TrlFigureSettings) copy = trl_figure_settings_copy (settings);
  g_autofree char *wanted = dup_all (settings), *one = dup_all (saved);
  g_autofree char *two = dup_all (sidecar), *three = dup_all (copy);

  g_assert_cmpstr (one, ==, wanted);
  g_assert_cmpstr (two, ==, wanted);
  g_assert_cmpstr (three, ==, wanted);
}

static void
check_options (const TrlFigure *figure, TrlDocument *document)
{
  g_autoptr (TrlFigureSettings) settings = trl_figure_settings_new (figure->id);
  g_autofree char *before = dup_all (settings);
  guint            n;
  const TrlOption *table =
    trl_options_get_table (trl_figure_settings_get_options (settings), &n);

  g_assert_cmpstr (before, ==, figure->id);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *other = other_value (&table[i]), *after = NULL;
      g_autoptr (GError) error = NULL;

      for (guint k = 0; k < i; k++)
        g_assert_cmpstr (table[i].id, !=, table[k].id);
      g_assert_false (trl_figure_settings_is_set (settings, table[i].id));
      trl_figure_settings_set (settings, table[i].id, other, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (trl_figure_settings_get (settings, table[i].id), ==, other);
      g_assert_true (trl_figure_settings_is_set (settings, table[i].id));
      check_round_trip (settings, document);
      g_assert_true (trl_figure_settings_set (settings, table[i].id, NULL, NULL));
      after = dup_all (settings);
      g_assert_cmpstr (after, ==, before);
    }
}

static void
test_every_option (void)
{
  g_autoptr (TrlDocument) document = trl_document_new ();
  guint                   n;
  const TrlFigure *const *figures = trl_figures (&n);

  for (guint i = 0; i < n; i++)
    check_options (figures[i], document);
}

/* Flags, choices and numbers at another value, all at once. */
static TrlFigureSettings *
new_different (const TrlFigure *figure)
{
  TrlFigureSettings *settings = trl_figure_settings_new (figure->id);
  guint              n;
  const TrlOption   *table =
    trl_options_get_table (trl_figure_settings_get_options (settings), &n);

  for (guint i = 0; i < n; i++)
    if (table[i].type == TRL_OPTION_FLAG || table[i].type == TRL_OPTION_CHOICE)
      {
        g_autofree char *other = other_value (&table[i]);

        trl_figure_settings_set (settings, table[i].id, other, NULL);
      }
  if (g_str_equal (figure->id, "axes"))
    set_pairs (settings, PAIRS ("x=partners", "y=breadth"));
  set_pairs (settings, PAIRS ("width=wide-column", "title={title}, {sites}", "margin=7.5",
                              "author=A. Author", "font=Noto Serif", "text-size=8"));
  return settings;
}

static void
assert_same (TrlFigureSettings *one,
             TrlDocument       *first,
             TrlFigureSettings *two,
             TrlDocument       *second)
{
  g_autoptr (GBytes) a = export_as (one, first, "svg"),
                     b = export_as (two, second, "svg");

  g_assert_true (g_bytes_equal (a, b));
}

static void
check_bytes (const TrlFigure *figure, TrlDocument *document)
{
  g_autoptr (TrlFigureSettings) settings = new_different (figure);
  g_autoptr (TrlFigureSettings) saved = through_saved (settings);
  g_autoptr (TrlFigureSettings) sidecar = through_sidecar (settings, document);
  g_autoptr (TrlFigureSettings) plain = trl_figure_settings_new (figure->id);
  g_autoptr (GBytes) one = NULL, other = NULL;

  assert_same (settings, document, saved, document);
  assert_same (settings, document, sidecar, document);
  if (g_str_equal (figure->id, "axes"))
    set_pairs (plain, PAIRS ("x=partners", "y=breadth"));
  one = export_as (settings, document, "svg");
  other = export_as (plain, document, "svg");
  g_assert_false (g_bytes_equal (one, other));
}

static void
test_bytes (gconstpointer data)
{
  g_autoptr (TrlDocument) document = open_sample ("ecosystem-lab-illustrative");

  check_bytes (data, document);
}

/* All figures saved in a document, which is written and read. */
static void
test_reopened (void)
{
  g_autoptr (TrlDocument) document = open_sample ("ecosystem-lab-illustrative");
  g_autoptr (GPtrArray) saved = trl_saved_figures_new ();
  g_autoptr (TrlDocument) again = NULL;
  g_autoptr (GBytes) file = NULL;
  guint                   n;
  const TrlFigure *const *figures = trl_figures (&n);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TrlFigureSettings) settings = new_different (figures[i]);
      TrlSavedFigure *figure = trl_saved_figure_new (figures[i]->id, figures[i]->label);

      trl_figure_settings_save (settings, figure);
      g_ptr_array_add (saved, figure);
    }
  trl_document_begin (document, "Save", NULL);
  g_assert_true (trl_document_set_figures (document, saved));
  trl_document_end (document);
  file = trl_store_to_bytes (document, NULL);
  again = trl_store_from_bytes (file, "again", NULL);
  g_assert_cmpuint (trl_document_get_n_figures (again), ==, n);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TrlFigureSettings) settings = new_different (figures[i]);
      g_autoptr (TrlFigureSettings) reopened =
        trl_figure_settings_new_from_saved (trl_document_get_figure (again, i), NULL);

      assert_same (settings, document, reopened, again);
    }
}

static void
test_other_figure (void)
{
  g_autoptr (TrlFigureSettings) settings =
    new_settings ("multiples", PAIRS ("width=column", "columns=3", "order=name",
                                      "ghosts=no", "title=Ours", "palette=grey"));
  g_autofree char *after = NULL, *back = NULL;

  trl_figure_settings_set_figure (settings, "matrix");
  after = dup_all (settings);
  g_assert_cmpstr (after, ==, "matrixwidth=column\npalette=grey\ntitle=Ours\n");
  trl_figure_settings_set_figure (settings, "reach");
  g_assert_cmpstr (trl_figure_settings_get (settings, "order"), ==, "share");
  trl_figure_settings_set (settings, "order", "name", NULL);
  trl_figure_settings_set_figure (settings, "depth");
  back = dup_all (settings);
  g_assert_cmpstr (back, ==, "depthwidth=column\npalette=grey\ntitle=Ours\norder=name\n");
}

static void
check_refused (const char *pair, TrlOptionError code)
{
  g_autoptr (TrlFigureSettings) settings =
    new_settings ("crosstab", PAIRS ("width=column", "height=100mm", "layout=stress",
                                     "palette=grey", "margin=5", "classes=4"));
  g_autofree char *before = dup_all (settings), *after = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) words = g_strsplit (pair, "=", 2);

  g_assert_false (trl_figure_settings_set_pair (settings, pair, &error));
  g_assert_error (error, TRL_OPTION_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, words[0]));
  if (words[1] && code == TRL_OPTION_ERROR_VALUE)
    g_assert_nonnull (strstr (error->message, words[1]));
  after = dup_all (settings);
  g_assert_cmpstr (after, ==, before);
}

static void
test_refusals (void)
{
  static const char *const pairs[] = {
    "width=wide",      "width=",       "width=1mm",
    "width=nan",       "width=-90mm",  "width=1e9mm",
    "width=90furlong", "height=tall",  "height=0",
    "layout=clouds",   "palette=pink", "palette=",
    "theme=Print",     "legend=left",  "margin=101",
    "margin=-1",       "margin=a",     "margin=5,5",
    "dpi=0",           "dpi=inf",      "text-size=73",
    "classes=1",       "classes=3.5",  "classes=99999999999999999999",
    "roll-up=maybe",   "outlines=",    "legend-columns=13",
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    check_refused (pairs[i], TRL_OPTION_ERROR_VALUE);
  check_refused ("no pair", TRL_OPTION_ERROR_VALUE);
  check_refused ("colour=red", TRL_OPTION_ERROR_UNKNOWN);
  check_refused ("=red", TRL_OPTION_ERROR_UNKNOWN);
  g_assert_null (trl_figure_settings_new ("pie"));
}

/* A layout is kept by its id, whatever it was called. */
static void
test_layout_names (void)
{
  g_autoptr (TrlFigureSettings) settings = trl_figure_settings_new ("network");

  g_assert_true (trl_figure_settings_set (settings, "layout", "Rings of depth", NULL));
  g_assert_cmpstr (trl_figure_settings_get (settings, "layout"), ==, "rings");
  g_assert_true (trl_figure_settings_set (settings, "layout", "", NULL));
  g_assert_cmpstr (trl_figure_settings_get (settings, "layout"), ==, "");
}

static void
test_unknown_saved (void)
{
  g_autoptr (TrlSavedFigure) saved = trl_saved_figure_new ("s", "Saved");
  g_autoptr (TrlFigureSettings) plain = NULL;
  g_autoptr (GError) error = NULL;

  trl_saved_figure_set (saved, "margin", "a lot");
  trl_saved_figure_set (saved, "width", "column");
  plain = trl_figure_settings_new_from_saved (saved, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (trl_figure_settings_get (plain, "margin"), ==, "0");
  g_assert_cmpstr (trl_figure_settings_get (plain, "width"), ==, "column");
  trl_saved_figure_set (saved, "figure", "pie");
  g_assert_null (trl_figure_settings_new_from_saved (saved, &error));
  g_assert_error (error, TRL_FIGURE_ERROR, TRL_FIGURE_ERROR_UNKNOWN);
}

/* A figure that is no text is as little known as an unknown text. */
static void
test_foreign_figure (void)
{
  static const char *const values[] = { "5", "null", "[\"depth\"]" };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autoptr (TrlSavedFigure) saved = trl_saved_figure_new ("s", "Saved");
      g_autoptr (GError) error = NULL;

      trl_saved_figure_set (saved, "width", "column");
      trl_saved_figure_add_foreign (saved, "figure", values[i]);
      g_assert_null (trl_figure_settings_new_from_saved (saved, &error));
      g_assert_error (error, TRL_FIGURE_ERROR, TRL_FIGURE_ERROR_UNKNOWN);
      g_assert_nonnull (strstr (error->message, values[i]));
    }
}

/* --- what reaches the page --- */

static TrlRect
find_bounds (const char *figure, const char *const *pairs)
{
  g_autoptr (TrlDocument) document = open_sample ("ecosystem-lab-illustrative");
  g_autoptr (TrlFigureSettings) settings = new_settings (figure, pairs);
  g_autoptr (TrlScene) scene = build_page (settings, document);
  TrlRect bounds;

  g_assert_true (trl_scene_get_bounds (scene, &bounds));
  return bounds;
}

static void
test_margin (void)
{
  TrlRect wide = find_bounds ("matrix", PAIRS ("margin=20"));
  TrlRect narrow = find_bounds ("matrix", PAIRS ("margin=2"));
  TrlRect most = find_bounds ("matrix", PAIRS ("margin=100", "width=column"));

  g_assert_cmpfloat (wide.x, >=, 20 * TRL_POINTS_PER_MM - 1);
  g_assert_cmpfloat (narrow.x, <, 3 * TRL_POINTS_PER_MM);
  g_assert_cmpfloat (most.x, >=, 20 * TRL_POINTS_PER_MM);
  g_assert_cmpfloat (most.x + most.width, <=, 65 * TRL_POINTS_PER_MM);
}

static double
largest_text (const char *figure, const char *const *pairs)
{
  g_autoptr (TrlDocument) document = open_sample ("ecosystem-lab-illustrative");
  g_autoptr (TrlFigureSettings) settings = new_settings (figure, pairs);
  g_autoptr (TrlScene) scene = build_page (settings, document);
  double         largest = 0;
  guint          n;
  const TrlItem *items = trl_scene_get_items (scene, &n);

  for (guint i = 0; i < n; i++)
    if (items[i].kind == TRL_ITEM_TEXT)
      largest = MAX (largest, trl_scene_get_text (scene, items[i].text)->size);
  return largest;
}

static void
test_text_size (void)
{
  double plain = largest_text ("depth", PAIRS ("width=page"));
  double large = largest_text ("depth", PAIRS ("text-size=14"));
  double least = largest_text ("depth", PAIRS ("text-size=0.5"));

  g_assert_cmpfloat_with_epsilon (large, 21, 0.1);
  g_assert_cmpfloat (plain, <, large);
  g_assert_cmpfloat (least, >=, 6);
}

static gboolean
is_in (GBytes *bytes, const char *text)
{
  gsize       size;
  const char *data = g_bytes_get_data (bytes, &size);

  return g_strstr_len (data, (gssize) size, text) != NULL;
}

static void
test_font (void)
{
  g_autoptr (TrlDocument) document = open_sample ("seven-roles");
  g_autoptr (TrlFigureSettings) plain = new_settings (NULL, NULL);
  g_autoptr (TrlFigureSettings) own = new_settings (NULL, PAIRS ("font=DejaVu Serif"));
  g_autoptr (GBytes) before = export_as (plain, document, "svg");
  g_autoptr (GBytes) after = export_as (own, document, "svg");
  g_autoptr (GBytes) again = export_as (plain, document, "svg");

  g_assert_false (is_in (before, "DejaVu Serif"));
  g_assert_true (is_in (after, "DejaVu Serif"));
  g_assert_true (g_bytes_equal (before, again));
}

static void
test_outlines (void)
{
  g_autoptr (TrlDocument) document = open_sample ("seven-roles");
  g_autoptr (TrlFigureSettings) plain = new_settings (NULL, NULL);
  g_autoptr (TrlFigureSettings) shapes = new_settings (NULL, PAIRS ("outlines=yes"));
  g_autoptr (GBytes) texts = export_as (plain, document, "svg");
  g_autoptr (GBytes) paths = export_as (shapes, document, "svg");

  g_assert_true (is_in (texts, "<text"));
  g_assert_false (is_in (paths, "<text"));
}

static void
test_wave (void)
{
  g_autoptr (TrlDocument) document = open_sample ("ecosystem-lab-illustrative");
  g_autoptr (TrlFigureSettings) settings =
    new_settings ("multiples", PAIRS ("wave=2030", "title={sites}"));
  g_autoptr (TrlScene) scene = NULL;
  guint                   n;
  const TrlFigure *const *figures = trl_figures (&n);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GError) error = NULL;
      TrlFigureRequest request;

      if (!figures[i]->many || g_str_equal (figures[i]->id, "axes"))
        continue;
      trl_figure_settings_set_figure (settings, figures[i]->id);
      trl_figure_settings_fill_request (settings, document, &request);
      g_assert_null (trl_figure_build (&request, NULL, &error));
      g_assert_error (error, TRL_FIGURE_ERROR, TRL_FIGURE_ERROR_UNKNOWN);
      g_test_message ("%s: %s", figures[i]->id, error->message);
      g_assert_nonnull (strstr (error->message, "2030"));
    }
  trl_document_begin (document, "Next", NULL);
  trl_next_wave_add (document, trl_document_get_network (document, 0), "2030", TRUE,
                     NULL);
  trl_document_end (document);
  trl_figure_settings_set_figure (settings, "multiples");
  scene = build_page (settings, document);
  g_assert_cmpstr (trl_scene_get_name (scene), ==, "1");
}

/* What only a newer version can read stays, until something else is chosen for it. */
static void
test_newer_values (void)
{
  g_autoptr (TrlSavedFigure) saved = trl_saved_figure_new ("x", "X");
  g_autoptr (TrlFigureSettings) settings = NULL;

  trl_saved_figure_set (saved, "figure", "depth");
  trl_saved_figure_set (saved, "palette", "rainbow");
  trl_saved_figure_set (saved, "hologram", "yes");
  settings = trl_figure_settings_new_from_saved (saved, NULL);
  g_assert_cmpstr (trl_figure_settings_get (settings, "palette"), ==, "own");
  trl_figure_settings_set (settings, "note", "Draft", NULL);
  trl_figure_settings_save (settings, saved);
  g_assert_cmpstr (trl_saved_figure_get (saved, "palette"), ==, "rainbow");
  g_assert_cmpstr (trl_saved_figure_get (saved, "hologram"), ==, "yes");
  g_assert_cmpstr (trl_saved_figure_get (saved, "note"), ==, "Draft");
  trl_figure_settings_set (settings, "palette", "grey", NULL);
  trl_figure_settings_save (settings, saved);
  g_assert_cmpstr (trl_saved_figure_get (saved, "palette"), ==, "grey");
}

int
main (int argc, char **argv)
{
  guint                   n;
  const TrlFigure *const *figures = trl_figures (&n);

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figure/settings/newer-values-stay", test_newer_values);
  g_test_add_func ("/figure/settings/every-option-comes-back", test_every_option);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *path =
        g_strdup_printf ("/figure/settings/same-settings-same-bytes-%s", figures[i]->id);

      g_test_add_data_func (path, figures[i], test_bytes);
    }
  g_test_add_func ("/figure/settings/reopened-document-same-bytes", test_reopened);
  g_test_add_func ("/figure/settings/another-figure-keeps-what-fits", test_other_figure);
  g_test_add_func ("/figure/settings/refusals-keep-the-old-value", test_refusals);
  g_test_add_func ("/figure/settings/layouts-are-kept-by-id", test_layout_names);
  g_test_add_func ("/figure/settings/saved-by-a-newer-version", test_unknown_saved);
  g_test_add_func ("/figure/settings/figure-that-is-no-text", test_foreign_figure);
  g_test_add_func ("/figure/settings/margin-is-left-free", test_margin);
  g_test_add_func ("/figure/settings/names-have-their-size", test_text_size);
  g_test_add_func ("/figure/settings/font-is-of-one-figure", test_font);
  g_test_add_func ("/figure/settings/letters-are-shapes", test_outlines);
  g_test_add_func ("/figure/settings/wave-is-filtered", test_wave);
  return g_test_run ();
}
