/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every value was accepted by its option; lengths, which are texts to an option, are
 * checked here as well. */
#include "config.h"

#include "figure/trl-figure-settings.h"

#include "figure/trl-figure-options.h"
#include "layout/trl-layout.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct TrlFigureSettings
{
  const TrlFigure *figure;
  TrlOptions      *options;
  char           **networks; /* of the request that was filled last */
};

TrlFigureSettings *
trl_figure_settings_new (const char *id)
{
  const TrlFigure   *figure = trl_figure_find (id ? id : "network");
  TrlFigureSettings *settings;

  if (!figure)
    return NULL;
  settings = g_new0 (TrlFigureSettings, 1);
  settings->figure = figure;
  settings->options = trl_figure_all_options (figure);
  return settings;
}

TrlFigureSettings *
trl_figure_settings_copy (const TrlFigureSettings *settings)
{
  TrlFigureSettings *copy = g_new0 (TrlFigureSettings, 1);

  copy->figure = settings->figure;
  copy->options = trl_options_copy (settings->options);
  return copy;
}

void
trl_figure_settings_free (TrlFigureSettings *settings)
{
  if (!settings)
    return;
  trl_options_free (settings->options);
  g_strfreev (settings->networks);
  g_free (settings);
}

const TrlFigure *
trl_figure_settings_get_figure (const TrlFigureSettings *settings)
{
  return settings->figure;
}

static void
keep_value (const char *key, const char *text, gpointer data)
{
  trl_options_set (data, key, text, NULL);
}

void
trl_figure_settings_set_figure (TrlFigureSettings *settings, const char *id)
{
  const TrlFigure *figure = trl_figure_find (id);
  TrlOptions      *options;

  g_return_if_fail (figure != NULL);
  if (figure == settings->figure)
    return;
  options = trl_figure_all_options (figure);
  trl_figure_settings_foreach (settings, keep_value, options);
  trl_options_free (settings->options);
  settings->options = options;
  settings->figure = figure;
}

/* What an option takes for any text, and a figure does not. */
static gboolean
check_length (const char *key, const char *text, GError **error)
{
  double width, height;

  if (g_str_equal (key, "width")
        ? trl_page_parse_size (text, &width, &height)
        : !g_str_equal (key, "height") || !*text || trl_page_parse_length (text, &height))
    return TRUE;
  g_set_error (error, TRL_OPTION_ERROR, TRL_OPTION_ERROR_VALUE,
               _ ("Option “%s”: a length is a number with mm, cm, in, pt or px, of 20 mm "
                  "or more; found “%s”"),
               key, text);
  return FALSE;
}

/* By whatever name it is called, the id is kept. */
static gboolean
set_layout (TrlFigureSettings *settings,
            const char        *key,
            const char        *name,
            GError           **error)
{
  g_autoptr (GError) reason = NULL;
  const TrlLayout *layout = trl_layout_find_named (name, &reason);

  if (layout)
    return trl_options_set (settings->options, key, layout->id, error);
  g_set_error (error, TRL_OPTION_ERROR, TRL_OPTION_ERROR_VALUE, _ ("Option “%s”: %s"),
               key, reason->message);
  return FALSE;
}

gboolean
trl_figure_settings_set (TrlFigureSettings *settings,
                         const char        *key,
                         const char        *text,
                         GError           **error)
{
  if (text && *text && g_str_equal (key, "layout"))
    return set_layout (settings, key, text, error);
  return (!text || check_length (key, text, error)) &&
         trl_options_set (settings->options, key, text, error);
}

gboolean
trl_figure_settings_set_pair (TrlFigureSettings *settings,
                              const char        *pair,
                              GError           **error)
{
  const char      *equals = strchr (pair, '=');
  g_autofree char *key = equals ? g_strndup (pair, (gsize) (equals - pair)) : NULL;

  return equals ? trl_figure_settings_set (settings, key, equals + 1, error)
                : trl_options_set_pair (settings->options, pair, error);
}

const char *
trl_figure_settings_get (const TrlFigureSettings *settings, const char *key)
{
  return trl_options_get_text (settings->options, key);
}

static gboolean
is_set (const TrlFigureSettings *settings, const TrlOption *option)
{
  return !g_str_equal (trl_options_get_text (settings->options, option->id),
                       option->fallback);
}

gboolean
trl_figure_settings_is_set (const TrlFigureSettings *settings, const char *key)
{
  guint            n;
  const TrlOption *table = trl_options_get_table (settings->options, &n);

  for (guint i = 0; i < n; i++)
    if (g_str_equal (table[i].id, key))
      return is_set (settings, &table[i]);
  return FALSE;
}

TrlOptions *
trl_figure_settings_get_options (TrlFigureSettings *settings)
{
  return settings->options;
}

void
trl_figure_settings_foreach (const TrlFigureSettings *settings,
                             void (*func) (const char *key,
                                           const char *text,
                                           gpointer    data),
                             gpointer data)
{
  guint            n;
  const TrlOption *table = trl_options_get_table (settings->options, &n);

  for (guint i = 0; i < n; i++)
    if (is_set (settings, &table[i]))
      func (table[i].id, trl_options_get_text (settings->options, table[i].id), data);
}

/* Words that are the figure's own are left to it; an empty text leaves them out. */
static const char *
get_word (const TrlFigureSettings *settings, const char *key)
{
  return trl_figure_settings_is_set (settings, key)
           ? trl_figure_settings_get (settings, key)
           : NULL;
}

static const char *
get_or_null (const TrlFigureSettings *settings, const char *key)
{
  const char *text = trl_figure_settings_get (settings, key);

  return *text ? text : NULL;
}

static void
fill_networks (TrlFigureSettings *settings, TrlFigureRequest *request)
{
  const char *text = get_or_null (settings, "network");

  g_strfreev (settings->networks);
  settings->networks = text ? g_strsplit (text, "\n", -1) : NULL;
  request->networks = (const char *const *) settings->networks;
  request->network = settings->networks ? settings->networks[0] : NULL;
  request->wave = get_or_null (settings, "wave");
}

static void
fill_size (const TrlFigureSettings *settings, TrlFigureRequest *request)
{
  const char *height = get_or_null (settings, "height");

  trl_page_parse_size (trl_figure_settings_get (settings, "width"), &request->width,
                       &request->height);
  if (height)
    trl_page_parse_length (height, &request->height);
  request->margin =
    trl_options_get_number (settings->options, "margin") * TRL_POINTS_PER_MM;
  request->dpi = trl_options_get_number (settings->options, "dpi");
  request->text_size = trl_options_get_number (settings->options, "text-size");
}

static guint
find_choice (const TrlFigureSettings *settings, const char *key)
{
  guint            n;
  const TrlOption *table = trl_figure_page_options (&n);
  const char      *text = trl_figure_settings_get (settings, key);

  for (guint i = 0; i < n; i++)
    for (guint k = 0; g_str_equal (table[i].id, key) && table[i].choices[k]; k++)
      if (g_str_equal (table[i].choices[k], text))
        return k;
  return 0;
}

static void
fill_looks (const TrlFigureSettings *settings, TrlFigureRequest *request)
{
  trl_theme_find (trl_figure_settings_get (settings, "theme"), &request->theme);
  request->palette = (TrlPaletteKind) find_choice (settings, "palette");
  request->family = get_or_null (settings, "font");
  request->outlines = trl_options_get_flag (settings->options, "outlines");
  request->legend.place = (TrlLegendPlace) find_choice (settings, "legend");
  request->legend.columns =
    (guint) trl_options_get_integer (settings->options, "legend-columns");
  request->legend.entries = get_or_null (settings, "legend-entries");
  request->legend_all = trl_options_get_flag (settings->options, "legend-all");
}

void
trl_figure_settings_fill_request (TrlFigureSettings *settings,
                                  TrlDocument       *document,
                                  TrlFigureRequest  *request)
{
  *request = (TrlFigureRequest){
    .document = document,
    .figure = settings->figure->id,
    .layout = get_or_null (settings, "layout"),
    .roll_up = trl_options_get_flag (settings->options, "roll-up"),
    .title = get_word (settings, "title"),
    .subtitle = get_word (settings, "subtitle"),
    .caption = get_word (settings, "caption"),
    .source = get_word (settings, "source"),
    .note = get_or_null (settings, "note"),
    .alt = get_word (settings, "alt"),
    .author = get_or_null (settings, "author"),
    .keywords = get_or_null (settings, "keywords"),
    .options = settings->options,
  };
  fill_networks (settings, request);
  fill_size (settings, request);
  fill_looks (settings, request);
}
