/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What happens to saved figures, each as a step of the document that can be undone. */

#include "config.h"

#include "figures/trellis-figure-shelf.h"

#include <glib/gi18n.h>

static gboolean
is_taken (TrlDocument *document, const char *name)
{
  for (guint i = 0; i < trl_document_get_n_figures (document); i++)
    if (g_str_equal (trl_document_get_figure (document, i)->name, name))
      return TRUE;
  return FALSE;
}

static char *
find_name (TrlDocument *document, const char *wish)
{
  g_autofree char *name = g_strdup (wish);

  for (guint i = 2; is_taken (document, name); i++)
    {
      g_free (name);
      name = g_strdup_printf ("%s %u", wish, i);
    }
  return g_steal_pointer (&name);
}

static char *
put_new (TrlDocument *document, TrlSavedFigure *saved, const char *step)
{
  char    *id = NULL;
  gboolean done;

  if (trl_document_get_n_figures (document) >= TRL_MAX_SAVED_FIGURES)
    return NULL;
  trl_document_begin (document, step, NULL);
  done = trl_document_put_figure (document, saved);
  if (done)
    id = g_strdup (saved->id);
  trl_document_end (document);
  return id;
}

char *
trellis_figure_shelf_add (TrlDocument             *document,
                          const TrlFigureSettings *settings,
                          const char              *name)
{
  const TrlFigure *figure = trl_figure_settings_get_figure (settings);
  g_autofree char *own = find_name (document, name ? name : _ (figure->label));
  g_autoptr (TrlSavedFigure) saved = trl_saved_figure_new (NULL, own);

  trl_figure_settings_save (settings, saved);
  return put_new (document, saved, _ ("Save Figure"));
}

static TrlSavedFigure *
make_altered (TrlDocument *document, const char *id, const TrlFigureSettings *settings)
{
  const TrlSavedFigure *before = trl_document_find_figure (document, id);
  TrlSavedFigure       *saved = before ? trl_saved_figure_copy (before) : NULL;

  if (saved)
    trl_figure_settings_save (settings, saved);
  return saved;
}

static const char *
find_other (const TrlSavedFigure *a, const TrlSavedFigure *b)
{
  for (guint i = 0; i < trl_saved_figure_get_n_settings (a); i++)
    {
      const TrlSetting *setting = trl_saved_figure_get_setting (a, i);

      if (!setting->foreign &&
          g_strcmp0 (trl_saved_figure_get (b, setting->key), setting->text) != 0)
        return setting->key;
    }
  return NULL;
}

/* The first setting that is not as it is in the document, whatever their order. */
static const char *
find_change (TrlDocument *document, const TrlSavedFigure *altered)
{
  const TrlSavedFigure *saved = trl_document_find_figure (document, altered->id);
  const char           *changed = find_other (altered, saved);

  return changed ? changed : find_other (saved, altered);
}

gboolean
trellis_figure_shelf_differs (TrlDocument             *document,
                              const char              *id,
                              const TrlFigureSettings *settings)
{
  g_autoptr (TrlSavedFigure) altered = make_altered (document, id, settings);

  return altered && find_change (document, altered);
}

static void
put (TrlDocument          *document,
     const TrlSavedFigure *saved,
     const char           *step,
     const char           *merge_key)
{
  trl_document_begin (document, step, merge_key);
  trl_document_put_figure (document, saved);
  trl_document_end (document);
}

void
trellis_figure_shelf_store (TrlDocument             *document,
                            const char              *id,
                            const TrlFigureSettings *settings)
{
  g_autoptr (TrlSavedFigure) saved = make_altered (document, id, settings);
  const char      *changed = saved ? find_change (document, saved) : NULL;
  g_autofree char *key = NULL;

  if (!changed)
    return;
  key = g_strdup_printf ("figure-%s-%s", id, changed);
  put (document, saved, _ ("Change Figure"), key);
}

void
trellis_figure_shelf_rename (TrlDocument *document, const char *id, const char *name)
{
  const TrlSavedFigure *before = trl_document_find_figure (document, id);
  g_autoptr (TrlSavedFigure) saved = before ? trl_saved_figure_copy (before) : NULL;

  if (!saved || g_str_equal (saved->name, name))
    return;
  g_free (saved->name);
  saved->name = g_strdup (name);
  put (document, saved, _ ("Rename Figure"), NULL);
}

char *
trellis_figure_shelf_duplicate (TrlDocument *document, const char *id)
{
  const TrlSavedFigure *before = trl_document_find_figure (document, id);
  g_autoptr (TrlSavedFigure) saved = NULL;

  if (!before)
    return NULL;
  saved = trl_saved_figure_copy (before);
  g_free (saved->id);
  saved->id = trl_id_new ();
  g_free (saved->name);
  saved->name = find_name (document, before->name);
  return put_new (document, saved, _ ("Duplicate Figure"));
}

void
trellis_figure_shelf_remove (TrlDocument *document, const char *id)
{
  trl_document_begin (document, _ ("Remove Figure"), NULL);
  trl_document_remove_figure (document, id);
  trl_document_end (document);
}

void
trellis_figure_shelf_move (TrlDocument *document, const char *id, int by)
{
  int n = (int) trl_document_get_n_figures (document);

  for (int i = 0; i < n; i++)
    if (g_str_equal (trl_document_get_figure (document, (guint) i)->id, id) &&
        i + by >= 0 && i + by < n)
      {
        trl_document_begin (document, _ ("Move Figure"), NULL);
        trl_document_move_figure (document, id, (guint) (i + by));
        trl_document_end (document);
        return;
      }
}
