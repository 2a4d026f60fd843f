/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A saved figure is a name and a list of settings, which are words to the model: only
 * their number, their spelling and their length are its business. */

#include "config.h"

#include "model/trl-saved-figure.h"

#include "model/trl-edit-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
setting_free (gpointer data)
{
  TrlSetting *setting = data;

  g_free (setting->key);
  g_free (setting->text);
  g_free (setting);
}

TrlSavedFigure *
trl_saved_figure_new (const char *id, const char *name)
{
  TrlSavedFigure *figure = g_new0 (TrlSavedFigure, 1);

  figure->id = id ? g_strdup (id) : trl_id_new ();
  figure->name = g_strdup (name ? name : figure->id);
  figure->settings = g_ptr_array_new_with_free_func (setting_free);
  return figure;
}

static void
add_setting (TrlSavedFigure *figure, const char *key, const char *text, gboolean foreign)
{
  TrlSetting *setting = g_new0 (TrlSetting, 1);

  setting->key = g_strdup (key);
  setting->text = g_strdup (text);
  setting->foreign = foreign;
  g_ptr_array_add (figure->settings, setting);
}

TrlSavedFigure *
trl_saved_figure_copy (const TrlSavedFigure *figure)
{
  TrlSavedFigure *copy = trl_saved_figure_new (figure->id, figure->name);

  copy->extra = g_strdup (figure->extra);
  for (guint i = 0; i < figure->settings->len; i++)
    {
      const TrlSetting *setting = figure->settings->pdata[i];

      add_setting (copy, setting->key, setting->text, setting->foreign);
    }
  return copy;
}

void
trl_saved_figure_free (TrlSavedFigure *figure)
{
  if (!figure)
    return;
  g_free (figure->id);
  g_free (figure->name);
  g_ptr_array_unref (figure->settings);
  g_free (figure->extra);
  g_free (figure);
}

static TrlSetting *
find_setting (const TrlSavedFigure *figure, const char *key)
{
  for (guint i = 0; i < figure->settings->len; i++)
    {
      TrlSetting *setting = figure->settings->pdata[i];

      if (g_str_equal (setting->key, key))
        return setting;
    }
  return NULL;
}

const char *
trl_saved_figure_get (const TrlSavedFigure *figure, const char *key)
{
  const TrlSetting *setting = find_setting (figure, key);

  return setting && !setting->foreign ? setting->text : NULL;
}

void
trl_saved_figure_set (TrlSavedFigure *figure, const char *key, const char *text)
{
  TrlSetting *setting = find_setting (figure, key);
  char       *copy = g_strdup (text); /* it may be the text that goes */

  if (setting && text)
    {
      g_free (setting->text);
      setting->text = g_steal_pointer (&copy);
      setting->foreign = FALSE;
    }
  else if (setting)
    g_ptr_array_remove (figure->settings, setting);
  else if (text)
    add_setting (figure, key, text, FALSE);
  g_free (copy);
}

void
trl_saved_figure_add_foreign (TrlSavedFigure *figure, const char *key, const char *value)
{
  g_return_if_fail (!find_setting (figure, key));

  add_setting (figure, key, value, TRUE);
}

guint
trl_saved_figure_get_n_settings (const TrlSavedFigure *figure)
{
  return figure->settings->len;
}

const TrlSetting *
trl_saved_figure_get_setting (const TrlSavedFigure *figure, guint index)
{
  g_return_val_if_fail (index < figure->settings->len, NULL);

  return figure->settings->pdata[index];
}

gboolean
trl_saved_figure_equal (const TrlSavedFigure *a, const TrlSavedFigure *b)
{
  if (a == b)
    return TRUE;
  if (g_strcmp0 (a->id, b->id) != 0 || g_strcmp0 (a->name, b->name) != 0 ||
      g_strcmp0 (a->extra, b->extra) != 0 || a->settings->len != b->settings->len)
    return FALSE;
  for (guint i = 0; i < a->settings->len; i++)
    {
      const TrlSetting *one = a->settings->pdata[i];
      const TrlSetting *two = b->settings->pdata[i];

      if (!g_str_equal (one->key, two->key) || !g_str_equal (one->text, two->text) ||
          one->foreign != two->foreign)
        return FALSE;
    }
  return TRUE;
}

GPtrArray *
trl_saved_figures_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) trl_saved_figure_free);
}

gboolean
trl_saved_figures_equal (const GPtrArray *a, const GPtrArray *b)
{
  if (a == b)
    return TRUE;
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (!trl_saved_figure_equal (a->pdata[i], b->pdata[i]))
      return FALSE;
  return TRUE;
}

/* What a document may hold */

static gboolean
refuse (GError **error, const char *message, const char *what)
{
  g_set_error (error, TRL_MODEL_ERROR, TRL_MODEL_ERROR_VALUE, message, what);
  return FALSE;
}

static gboolean
is_key (const char *key)
{
  gsize length = strspn (key, "abcdefghijklmnopqrstuvwxyz0123456789-");

  return length > 0 && length <= TRL_MAX_SETTING_KEY && key[length] == '\0';
}

static gboolean
check_setting (const TrlSetting *setting, GHashTable *keys, GError **error)
{
  g_return_val_if_fail (setting->key && setting->text, FALSE);

  /* Its bytes may be no text: checked before it stands in a message. */
  if (!trl_edit_check_text (setting->key, "settings", error))
    return FALSE;
  if (!setting->foreign && !is_key (setting->key))
    return refuse (error, _ ("“%s” cannot be the name of a setting of a saved figure"),
                   setting->key);
  if (!g_hash_table_add (keys, setting->key))
    return refuse (error, _ ("The setting “%s” stands twice in a saved figure"),
                   setting->key);
  return setting->foreign || trl_edit_check_text (setting->text, setting->key, error);
}

gboolean
trl_saved_figure_check (const TrlSavedFigure *figure, GError **error)
{
  g_autoptr (GHashTable) keys = g_hash_table_new (g_str_hash, g_str_equal);

  g_return_val_if_fail (figure->id && figure->name, FALSE);

  if (!*figure->id)
    return refuse (error, _ ("“%s” cannot be empty"), "id");
  if (!trl_edit_check_text (figure->id, "id", error) ||
      !trl_edit_check_text (figure->name, "name", error))
    return FALSE;
  if (figure->settings->len > TRL_MAX_SETTINGS)
    {
      g_set_error (error, TRL_MODEL_ERROR, TRL_MODEL_ERROR_VALUE,
                   _ ("A saved figure has at most %d settings"), TRL_MAX_SETTINGS);
      return FALSE;
    }
  for (guint i = 0; i < figure->settings->len; i++)
    if (!check_setting (figure->settings->pdata[i], keys, error))
      return FALSE;
  return TRUE;
}

gboolean
trl_saved_figures_check (const GPtrArray *figures, GError **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  if (figures->len > TRL_MAX_SAVED_FIGURES)
    {
      g_set_error (error, TRL_MODEL_ERROR, TRL_MODEL_ERROR_VALUE,
                   _ ("A document holds at most %d saved figures"),
                   TRL_MAX_SAVED_FIGURES);
      return FALSE;
    }
  for (guint i = 0; i < figures->len; i++)
    {
      const TrlSavedFigure *figure = figures->pdata[i];

      if (!trl_saved_figure_check (figure, error))
        return FALSE;
      if (!g_hash_table_add (ids, figure->id))
        {
          g_set_error (error, TRL_MODEL_ERROR, TRL_MODEL_ERROR_TAKEN,
                       _ ("The id “%s” is taken"), figure->id);
          return FALSE;
        }
    }
  return TRUE;
}
