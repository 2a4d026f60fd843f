/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sites on two axes that somebody chooses: what they say of themselves, what is measured,
 * or a field of numbers. */
#include "config.h"

#include "figure/trl-chart-scatter.h"
#include "figure/trl-chart-sites.h"
#include "figure/trl-chart-types.h"
#include "figure/trl-figure-alt.h"
#include "figure/trl-figure-axes.h"
#include "figure/trl-figure-words.h"
#include "formats/trl-csv.h"
#include "formats/trl-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static const TrlOption options[] = {
  { "x", N_ ("Across"), TRL_OPTION_TEXT, "" },
  { "y", N_ ("Up"), TRL_OPTION_TEXT, "" },
  { "top-left", N_ ("Top Left"), TRL_OPTION_TEXT, "" },
  { "top-right", N_ ("Top Right"), TRL_OPTION_TEXT, "" },
  { "bottom-left", N_ ("Bottom Left"), TRL_OPTION_TEXT, "" },
  { "bottom-right", N_ ("Bottom Right"), TRL_OPTION_TEXT, "" },
  { "quadrants", N_ ("Names of Quarters"), TRL_OPTION_FLAG, "yes" },
  { "responsibility", N_ ("Shade by Shared Responsibility"), TRL_OPTION_FLAG, "no" },
};

typedef struct
{
  const char *id;
  const char *title;
  const char *low, *high; /* of what has two ends and no numbers: 0 … 1 */
  gboolean    percent;
  gboolean    whole;
  const char *where; /* of what somebody has to say: how the inspector calls it */
  double (*get) (const TrlChartSite *site);
} Measure;

static double
get_design (const TrlChartSite *site)
{
  return trl_network_get_number (site->network, TRL_NETWORK_AXIS_DESIGN);
}

static double
get_learner (const TrlChartSite *site)
{
  return trl_network_get_number (site->network, TRL_NETWORK_AXIS_LEARNER);
}

static double
get_breadth (const TrlChartSite *site)
{
  return site->breadth;
}

static double
get_depth (const TrlChartSite *site)
{
  return site->depth;
}

static double
get_partners (const TrlChartSite *site)
{
  return site->partners;
}

/* The two first are the axes of the report on learning ecosystems (Innovation Unit for
 * WISE). */
static const Measure measures[] = {
  { "design", N_ ("Origin"), N_ ("Designed"), N_ ("Emergent"), FALSE, FALSE,
    N_ ("Designed 0 … 1 emergent"), get_design },
  { "learner", N_ ("Direction"), N_ ("Curriculum-led"), N_ ("Learner-driven"), FALSE,
    FALSE, N_ ("Curriculum-led 0 … 1 learner-driven"), get_learner },
  { "breadth", N_ ("Partner types engaged"), NULL, NULL, FALSE, TRUE, NULL, get_breadth },
  { "depth", N_ ("At coordination or deeper"), NULL, NULL, TRUE, FALSE, NULL, get_depth },
  { "partners", N_ ("Partners"), NULL, NULL, FALSE, TRUE, NULL, get_partners },
};

/* Of the quarters of the two axes that the report names. */
static const char *const report_quarters[] = { N_ ("New designs and platforms"),
                                               N_ ("Responsively dynamic"),
                                               N_ ("Expanded formal offers"),
                                               N_ ("Industry or community led") };
static const char *const quarter_ids[] = { "top-left", "top-right", "bottom-left",
                                           "bottom-right" };

typedef struct
{
  const TrlFigureRequest *request;
  GPtrArray              *networks;
  GArray                 *sites;      /* TrlChartSite */
  const Measure          *measure[2]; /* NULL: a field */
  const char             *field[2];
  const char             *title[2];
  GArray                 *values[2]; /* double */
  guint                   unnamed;   /* discs whose name found no place */
} Axes;

static void
axes_clear (Axes *axes)
{
  g_clear_pointer (&axes->networks, g_ptr_array_unref);
  g_clear_pointer (&axes->sites, g_array_unref);
  for (guint i = 0; i < 2; i++)
    g_clear_pointer (&axes->values[i], g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Axes, axes_clear)

static double
field_of (const TrlNetwork *network, const char *id)
{
  const TrlRecord *record = trl_network_get_record (network);
  const char *text = record->fields ? g_hash_table_lookup (record->fields, id) : NULL;
  double      number;

  return text && trl_word_number (text, FALSE, &number) ? number : NAN;
}

static const Measure *
find_measure (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (measures); i++)
    if (g_str_equal (measures[i].id, id))
      return &measures[i];
  return NULL;
}

static double
value_of (const TrlChartSite *site, const char *id)
{
  const Measure *measure = find_measure (id);

  return measure ? measure->get (site) : field_of (site->network, id);
}

static gboolean
is_known (const GArray *sites, const char *id)
{
  for (guint i = 0; i < sites->len; i++)
    if (isfinite (value_of (&g_array_index (sites, TrlChartSite, i), id)))
      return TRUE;
  return FALSE;
}

static void
axis_free (gpointer data)
{
  TrlFigureAxis *axis = data;

  g_free (axis->id);
  g_free (axis->label);
  g_free (axis);
}

static void
add_axis (GPtrArray *list, const GArray *sites, const char *id, const char *label)
{
  TrlFigureAxis axis = { g_strdup (id), g_strdup (label), is_known (sites, id) };

  g_ptr_array_add (list, g_memdup2 (&axis, sizeof axis));
}

static GPtrArray *
list_axes (const GArray *sites, const TrlVocabulary *words)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (axis_free);

  for (guint i = 0; i < G_N_ELEMENTS (measures); i++)
    add_axis (list, sites, measures[i].id, _ (measures[i].title));
  for (guint i = 0; i < words->fields->len; i++)
    {
      const TrlField *field = words->fields->pdata[i];

      if (field->kind == TRL_FIELD_NUMBER && g_strcmp0 (field->of, "network") == 0)
        add_axis (list, sites, field->id, field->name);
    }
  return list;
}

GPtrArray *
trl_figure_axes_list (TrlDocument *document)
{
  g_autoptr (GPtrArray) networks = g_ptr_array_new ();
  g_autoptr (GArray) sites = NULL;

  for (guint i = 0; i < trl_document_get_n_networks (document); i++)
    g_ptr_array_add (networks, trl_document_get_network (document, i));
  sites = trl_chart_sites_new (networks);
  return list_axes (sites, trl_document_get_vocabulary (document));
}

/* The axes of the report belong together: they come last unless both are known. */
static const char *
choose_known (const Axes *axes, const char *other)
{
  g_autoptr (GPtrArray) list =
    list_axes (axes->sites, trl_document_get_vocabulary (axes->request->document));
  gboolean report = is_known (axes->sites, "design") && is_known (axes->sites, "learner");
  guint    first = report ? 0 : 2;

  for (guint i = 0; i < list->len; i++)
    {
      const TrlFigureAxis *axis = list->pdata[(first + i) % list->len];

      if (axis->known && !g_str_equal (axis->id, other))
        return g_intern_string (axis->id);
    }
  return measures[first].id;
}

static void
set_missing (const Axes *axes, guint which, const TrlField *field, GError **error)
{
  const Measure *measure = axes->measure[which];

  if (measure && measure->where)
    /* Translators: an axis and what the inspector of a network calls it */
    g_set_error (error, TRL_FIGURE_ERROR, TRL_FIGURE_ERROR_EMPTY,
                 _ ("No site has a number for “%s”, which is set in the inspector of a "
                    "network as “%s”"),
                 axes->title[which], _ (measure->where));
  else if (field)
    g_set_error (error, TRL_FIGURE_ERROR, TRL_FIGURE_ERROR_EMPTY,
                 _ ("No site has a number for “%s”, which is a field of networks"),
                 axes->title[which]);
  else
    g_set_error (error, TRL_FIGURE_ERROR, TRL_FIGURE_ERROR_EMPTY,
                 _ ("No site has a number for “%s”"), axes->title[which]);
}

static gboolean
choose_axis (Axes *axes, guint which, const char *id, GError **error)
{
  const TrlVocabulary *words = trl_document_get_vocabulary (axes->request->document);
  const TrlField      *field = trl_vocabulary_find_field (words, "network", id);
  gboolean             known = is_known (axes->sites, id);

  axes->measure[which] = find_measure (id);
  axes->field[which] = id;
  axes->title[which] = axes->measure[which] ? _ (axes->measure[which]->title)
                       : field              ? field->name
                                            : id;
  axes->values[which] = g_array_new (FALSE, FALSE, sizeof (double));
  for (guint i = 0; i < axes->sites->len; i++)
    {
      double value = value_of (&g_array_index (axes->sites, TrlChartSite, i), id);

      g_array_append_val (axes->values[which], value);
    }
  if (!known)
    set_missing (axes, which, field, error);
  return known;
}

/* What is chosen is kept; what is not is what is known, another than the other. */
static gboolean
choose_axes (Axes *axes, GError **error)
{
  const char *x = trl_options_get_text (axes->request->options, "x");
  const char *y = trl_options_get_text (axes->request->options, "y");

  if (!*x)
    x = choose_known (axes, y);
  if (!*y)
    y = choose_known (axes, x);
  return choose_axis (axes, 0, x, error) && choose_axis (axes, 1, y, error);
}

static gboolean
prepare (const TrlFigureRequest *request, Axes *axes, GError **error)
{
  axes->request = request;
  axes->sites = trl_chart_find_sites (request, &axes->networks, error);
  if (!axes->sites)
    return FALSE;
  return choose_axes (axes, error);
}

static void
fill_axis (const Axes *axes, guint which, TrlChartAxis *axis)
{
  const Measure *measure = axes->measure[which];

  *axis = (TrlChartAxis){
    .title = axes->title[which], .from = INFINITY, .to = -INFINITY, .middle = NAN
  };
  if (measure && measure->low)
    {
      axis->low = _ (measure->low);
      axis->high = _ (measure->high);
      axis->from = -0.02;
      axis->to = 1.02;
      axis->middle = 0.5;
      return;
    }
  axis->percent = measure && measure->percent;
  axis->whole = measure && measure->whole;
  for (guint i = 0; i < axes->values[which]->len; i++)
    {
      double value = g_array_index (axes->values[which], double, i);

      if (isfinite (value))
        {
          axis->from = MIN (axis->from, value);
          axis->to = MAX (axis->to, value);
        }
    }
  trl_chart_scatter_fit (&axis->from, &axis->to, axis->whole);
  axis->middle = trl_chart_find_median (axes->values[which]);
}

/* Those of the report on its own axes, unless somebody says others. */
static void
fill_quadrants (const Axes *axes, TrlChartScatter *scatter)
{
  gboolean report = axes->measure[0] == &measures[0] && axes->measure[1] == &measures[1];

  for (guint i = 0; i < 4; i++)
    {
      const char *own = trl_options_get_text (axes->request->options, quarter_ids[i]);

      scatter->quadrants[i] = *own ? own : report ? _ (report_quarters[i]) : NULL;
      if (!trl_options_get_flag (axes->request->options, "quadrants"))
        scatter->quadrants[i] = NULL;
    }
}

static void
add_keys (const TrlChart *chart, gpointer data, TrlLegend *legend)
{
  const Axes *axes = data;

  if (trl_options_get_flag (axes->request->options, "responsibility"))
    trl_chart_add_responsibility_keys (chart, axes->sites, axes->request->legend_all,
                                       legend);
}

static void
draw (TrlChart *chart, gpointer data)
{
  Axes    *axes = data;
  gboolean shades = trl_options_get_flag (axes->request->options, "responsibility");
  g_autofree TrlChartPoint *points = g_new (TrlChartPoint, axes->sites->len);
  TrlChartScatter           scatter = { .points = points, .n = axes->sites->len };

  fill_axis (axes, 0, &scatter.x);
  fill_axis (axes, 1, &scatter.y);
  fill_quadrants (axes, &scatter);
  for (guint i = 0; i < axes->sites->len; i++)
    {
      const TrlChartSite *site = &g_array_index (axes->sites, TrlChartSite, i);

      points[i] = (TrlChartPoint){ .label = site->name,
                                   .x = g_array_index (axes->values[0], double, i),
                                   .y = g_array_index (axes->values[1], double, i),
                                   .radius = chart->text * 0.55,
                                   .key = { .fill = trl_chart_bar_colour (chart),
                                            .stroke = chart->style->outline } };
      if (shades)
        points[i].key = trl_chart_responsibility_get_key (chart, site->responsibility);
    }
  axes->unnamed = trl_chart_put_scatter (chart, &scatter);
}

/* The line of an axis with two ends is its middle. */
static void
say_medians (const Axes *axes, GString *out)
{
  gboolean medians[2];

  for (guint i = 0; i < 2; i++)
    medians[i] = !axes->measure[i] || !axes->measure[i]->low;
  if (medians[0] && medians[1])
    g_string_append (out, _ ("Dashed: medians. "));
  else if (medians[0] || medians[1])
    /* Translators: title of an axis */
    g_string_append_printf (out, _ ("Dashed: the median of “%s”. "),
                            axes->title[medians[0] ? 0 : 1]);
}

static void
make_words (const Axes *axes, TrlPageWords *words)
{
  g_autoptr (GString) out = g_string_new (NULL);
  guint missing = 0;

  for (guint i = 0; i < axes->sites->len; i++)
    missing += !isfinite (g_array_index (axes->values[0], double, i)) ||
               !isfinite (g_array_index (axes->values[1], double, i));
  /* Translators: titles of two axes */
  words->title = g_strdup_printf (_ ("%s × %s"), axes->title[0], axes->title[1]);
  words->subtitle = trl_chart_dup_sites (axes->request->document, axes->sites->len);
  say_medians (axes, out);
  if (missing > 0)
    g_string_append_printf (out,
                            ngettext ("%u site lacks one of the two and is left out. ",
                                      "%u sites lack one of the two and are left out. ",
                                      missing),
                            missing);
  g_string_append (out, _ ("No place on the plane is better than another."));
  words->caption = g_string_free (g_steal_pointer (&out), FALSE);
  words->source = trl_figure_words_sources (axes->request->document, axes->networks);
}

static TrlScene *
build (const TrlFigureRequest *request, GCancellable *cancellable, GError **error)
{
  g_auto (Axes) axes = { 0 };
  g_auto (TrlPageWords) words = { 0 };

  if (!prepare (request, &axes, error))
    return NULL;
  make_words (&axes, &words);
  return trl_chart_compose_scatter (request, &words, draw, add_keys, &axes, &axes.unnamed,
                                    cancellable, error);
}

static char *
make_table (const TrlFigureRequest *request, GError **error)
{
  g_auto (Axes) axes = { 0 };
  g_autoptr (GString) csv = g_string_new (NULL);

  if (!prepare (request, &axes, error))
    return NULL;
  trl_csv_append (csv, "site", FALSE);
  trl_csv_append (csv, axes.field[0], FALSE);
  trl_csv_append (csv, axes.field[1], TRUE);
  for (guint i = 0; i < axes.sites->len; i++)
    {
      trl_csv_append (csv, g_array_index (axes.sites, TrlChartSite, i).name, FALSE);
      trl_csv_append_number (csv, g_array_index (axes.values[0], double, i), FALSE);
      trl_csv_append_number (csv, g_array_index (axes.values[1], double, i), TRUE);
    }
  return g_string_free (g_steal_pointer (&csv), FALSE);
}

static void
say (const TrlFigureRequest *request, const TrlScene *scene, GString *out)
{
  g_auto (Axes) axes = { 0 };
  gboolean made = prepare (request, &axes, NULL);

  for (guint i = 0; made && i < axes.sites->len; i++)
    {
      if (trl_figure_alt_is_full (out, i))
        break;
      g_string_append_c (out, ' ');
      trl_figure_alt_say_name (out, g_array_index (axes.sites, TrlChartSite, i).name);
      for (guint k = 0; k < 2; k++)
        {
          double value = g_array_index (axes.values[k], double, i);
          char   number[G_ASCII_DTOSTR_BUF_SIZE];

          g_string_append_printf (out, "%s %s ", k ? "," : ":", axes.title[k]);
          if (isfinite (value))
            g_string_append (out, g_ascii_formatd (number, sizeof number, "%g",
                                                   round (100 * value) / 100));
          else
            g_string_append (out, _ ("not known"));
        }
      g_string_append_c (out, '.');
    }
}

const TrlFigure trl_figure_axes = {
  .id = "axes",
  .label = N_ ("Two Axes"),
  .description = N_ ("Sites on two axes: attributes, measures or fields of numbers."),
  .options = options,
  .n_options = G_N_ELEMENTS (options),
  .many = TRUE,
  .build = build,
  .make_table = make_table,
  .say = say,
};
