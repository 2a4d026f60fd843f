/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A saved figure is a name and what was chosen, so it follows the data. */
#include "config.h"

#include "figure/trl-figure-saved.h"

#include "draw/trl-draw.h"
#include "figure/trl-figure-options.h"

#include <glib/gi18n-lib.h>

#define FIGURE_KEY "figure"

/* A figure that is no text is one of a newer version, as an unknown text is; without
 * any it is the first of the list. */
static const char *
find_id (const TrlSavedFigure *saved)
{
  for (guint i = 0; i < trl_saved_figure_get_n_settings (saved); i++)
    {
      const TrlSetting *setting = trl_saved_figure_get_setting (saved, i);

      if (g_str_equal (setting->key, FIGURE_KEY))
        return setting->text;
    }
  return NULL;
}

TrlFigureSettings *
trl_figure_settings_new_from_saved (const TrlSavedFigure *saved, GError **error)
{
  const char        *id = find_id (saved);
  TrlFigureSettings *settings = trl_figure_settings_new (id);

  if (!settings)
    {
      g_set_error (error, TRL_FIGURE_ERROR, TRL_FIGURE_ERROR_UNKNOWN,
                   _ ("There is no figure “%s”"), id);
      return NULL;
    }
  for (guint i = 0; i < trl_saved_figure_get_n_settings (saved); i++)
    {
      const TrlSetting *setting = trl_saved_figure_get_setting (saved, i);

      if (!setting->foreign && !g_str_equal (setting->key, FIGURE_KEY))
        trl_figure_settings_set (settings, setting->key, setting->text, NULL);
    }
  return settings;
}

static void
keep (const char *key, const char *text, gpointer data)
{
  trl_saved_figure_set (data, key, text);
}

/* A value that only a newer version knows stays until another is chosen here. */
static void
forget (const TrlFigureSettings *settings, TrlSavedFigure *saved, const char *key)
{
  const char *text = trl_saved_figure_get (saved, key);
  g_autoptr (TrlFigureSettings) trial = NULL;

  if (!text)
    return;
  trial = trl_figure_settings_copy (settings);
  if (trl_figure_settings_is_set (settings, key) ||
      trl_figure_settings_set (trial, key, text, NULL))
    trl_saved_figure_set (saved, key, NULL);
}

void
trl_figure_settings_save (const TrlFigureSettings *settings, TrlSavedFigure *saved)
{
  const TrlFigure *figure = trl_figure_settings_get_figure (settings);
  guint            n;
  const TrlOption *page = trl_figure_page_options (&n);

  trl_saved_figure_set (saved, FIGURE_KEY, figure->id);
  for (guint i = 0; i < n; i++)
    forget (settings, saved, page[i].id);
  for (guint i = 0; i < figure->n_options; i++)
    forget (settings, saved, figure->options[i].id);
  trl_figure_settings_foreach (settings, keep, saved);
}

static TrlScene *
build (TrlDocument          *document,
       const TrlSavedFigure *saved,
       GCancellable         *cancellable,
       GError              **error)
{
  g_autoptr (TrlFigureSettings) settings =
    trl_figure_settings_new_from_saved (saved, error);
  TrlFigureRequest request;
  TrlScene        *scene = NULL;

  if (settings)
    {
      trl_figure_settings_fill_request (settings, document, &request);
      scene = trl_figure_build (&request, cancellable, error);
    }
  if (!scene)
    g_prefix_error (error, "%s: ", saved->name);
  return scene;
}

GBytes *
trl_figure_export_saved (TrlDocument *document, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) scenes =
    g_ptr_array_new_with_free_func ((GDestroyNotify) trl_scene_unref);
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();
  TrlDrawInfo info = {
    .title = trl_document_get_text (document, TRL_DOCUMENT_TITLE),
    .description = trl_document_get_text (document, TRL_DOCUMENT_DESCRIPTION),
    .language = trl_document_get_text (document, TRL_DOCUMENT_LANGUAGE),
    .created = trl_figure_get_date (),
  };

  for (guint i = 0; i < trl_document_get_n_figures (document); i++)
    {
      const TrlSavedFigure *saved = trl_document_get_figure (document, i);
      TrlScene             *scene = build (document, saved, cancellable, error);

      if (!scene)
        return NULL;
      g_ptr_array_add (scenes, scene);
      g_ptr_array_add (titles, saved->name);
    }
  return trl_draw_pdf_pages ((const TrlScene *const *) scenes->pdata,
                             (const char *const *) titles->pdata, scenes->len, &info,
                             error);
}
