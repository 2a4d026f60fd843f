/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A figure that is saved follows its controls, as steps of the document; and the controls
 * follow the document, when a step is undone. */

#include "config.h"

#include "figures/trellis-figure-studio-private.h"

#include "figures/trellis-figure-shelf.h"

#include <glib/gi18n.h>

void
trellis_figure_studio_show_saved (TrellisFigureStudio *self)
{
  const TrlSavedFigure *saved =
    self->saved ? trl_document_find_figure (studio_document (self), self->saved) : NULL;
  static const char *const actions[] = { "figure.rename", "figure.duplicate",
                                         "figure.remove", "figure.move-up",
                                         "figure.move-down" };

  trellis_figure_choice_show (
    self->choice, trellis_figure_controls_get_figure (self->controls)->id, self->saved);
  if (self->name_group)
    gtk_widget_set_visible (self->name_group, saved != NULL);
  if (self->save)
    gtk_widget_set_visible (self->save, saved == NULL);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], saved != NULL);
  if (saved && self->name &&
      !g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->name)), saved->name))
    gtk_editable_set_text (GTK_EDITABLE (self->name), saved->name);
}

void
trellis_figure_studio_controls_changed (TrellisFigureStudio *self)
{
  g_autoptr (TrlFigureSettings) settings =
    trellis_figure_controls_dup_settings (self->controls);

  trellis_figure_studio_queue_page (self);
  if (self->saved && !self->unknown)
    trellis_figure_shelf_store (studio_document (self), self->saved, settings);
}

/* One of a newer version stays as it is, and can be neither shown nor changed. */
static void
load (TrellisFigureStudio *self)
{
  const TrlSavedFigure *saved =
    self->saved ? trl_document_find_figure (studio_document (self), self->saved) : NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TrlFigureSettings) settings =
    saved ? trl_figure_settings_new_from_saved (saved, &error) : NULL;

  if (settings)
    trellis_figure_controls_set_settings (self->controls, settings);
  g_free (self->unknown);
  self->unknown = error ? g_strdup (error->message) : NULL;
  gtk_widget_set_sensitive (GTK_WIDGET (self->controls), !self->unknown);
}

void
trellis_figure_studio_open (TrellisFigureStudio *self, const char *id)
{
  if (g_strcmp0 (self->saved, id) == 0)
    return;
  g_clear_pointer (&self->gone, g_free);
  g_free (self->saved);
  self->saved = g_strdup (id);
  load (self);
  trellis_figure_studio_show_saved (self);
  trellis_figure_studio_queue_page (self);
}

static void
begin (TrellisFigureStudio *self, const char *id)
{
  g_autoptr (TrlFigureSettings) draft = NULL;

  if (self->draft && g_str_equal (trl_figure_settings_get_figure (self->draft)->id, id))
    draft = g_steal_pointer (&self->draft);
  if (draft)
    trellis_figure_controls_set_settings (self->controls, draft);
  else
    trellis_figure_controls_begin (self->controls, id);
}

void
trellis_figure_studio_choose (TrellisFigureStudio *self, const char *id)
{
  g_clear_pointer (&self->gone, g_free);
  if (self->saved)
    {
      g_clear_pointer (&self->saved, g_free);
      load (self);
      begin (self, id);
    }
  trellis_figure_controls_set_figure (self->controls, id);
  trellis_figure_studio_show_saved (self);
  trellis_figure_studio_queue_page (self);
}

static char *
describe (const TrlSavedFigure *figure)
{
  GString *out = g_string_new (figure->name);

  for (guint i = 0; i < trl_saved_figure_get_n_settings (figure); i++)
    {
      const TrlSetting *setting = trl_saved_figure_get_setting (figure, i);

      g_string_append_printf (out, "\n%s=%s", setting->key, setting->text);
    }
  return g_string_free (out, FALSE);
}

char *
trellis_figure_studio_see_saved (TrellisFigureStudio *self)
{
  TrlDocument *document = studio_document (self);
  g_autoptr (GHashTable) before = g_steal_pointer (&self->seen);
  char *changed = NULL;

  self->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < trl_document_get_n_figures (document); i++)
    {
      const TrlSavedFigure *figure = trl_document_get_figure (document, i);
      const char *was = before ? g_hash_table_lookup (before, figure->id) : NULL;
      char       *is = describe (figure);

      if (!changed && was && !g_str_equal (was, is) &&
          g_strcmp0 (figure->id, self->saved) != 0)
        changed = g_strdup (figure->id);
      g_hash_table_insert (self->seen, g_strdup (figure->id), is);
    }
  return changed;
}

/* Undo changes no figure behind anybody's back; what was chosen of a new one waits. */
static void
show_changed (TrellisFigureStudio *self, const char *id)
{
  if (!self->saved)
    {
      g_clear_pointer (&self->draft, trl_figure_settings_free);
      self->draft = trellis_figure_controls_dup_choices (self->controls);
    }
  trellis_figure_gallery_open (self->gallery, id);
}

/* A figure that is gone, by undo for instance, leaves what it looked like; when it comes
 * back before another is chosen, it is the one that is shown again. */
static void
follow_saved (TrellisFigureStudio *self)
{
  g_autoptr (TrlFigureSettings) settings = NULL;
  g_autofree char *changed = trellis_figure_studio_see_saved (self);

  if (self->saved && !trl_document_find_figure (studio_document (self), self->saved))
    {
      g_autofree char *gone = g_steal_pointer (&self->saved);

      trellis_figure_gallery_choose (
        self->gallery, trellis_figure_controls_get_figure (self->controls)->id);
      self->gone = g_steal_pointer (&gone);
    }
  else if (self->gone && trl_document_find_figure (studio_document (self), self->gone))
    {
      g_autofree char *back = g_steal_pointer (&self->gone);

      trellis_figure_gallery_open (self->gallery, back);
    }
  else if (changed && self->gallery)
    show_changed (self, changed);
  else if (self->saved && !self->unknown)
    {
      settings = trellis_figure_controls_dup_settings (self->controls);
      if (trellis_figure_shelf_differs (studio_document (self), self->saved, settings))
        load (self);
    }
  trellis_figure_studio_show_saved (self);
}

void
trellis_figure_studio_document_changed (TrellisFigureStudio *self)
{
  trellis_figure_controls_update (self->controls);
  follow_saved (self);
  trellis_figure_studio_queue_page (self);
}

static void
on_save (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TrellisFigureStudio *self = TRELLIS_FIGURE_STUDIO (widget);
  g_autoptr (TrlFigureSettings) settings =
    trellis_figure_controls_dup_settings (self->controls);
  g_autofree char *id = trellis_figure_shelf_add (studio_document (self), settings, NULL);

  if (!id)
    {
      studio_say (self, _ ("The document cannot hold more figures"), FALSE);
      return;
    }
  trellis_figure_gallery_open (self->gallery, id);
  studio_say (self, _ ("Figure saved in the document"), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
}

void
trellis_figure_studio_renamed (TrellisFigureStudio *self)
{
  const char *name = gtk_editable_get_text (GTK_EDITABLE (self->name));

  if (self->saved && *name)
    trellis_figure_shelf_rename (studio_document (self), self->saved, name);
  trellis_figure_studio_show_saved (self);
}

gboolean
trellis_figure_studio_leave_name (TrellisFigureStudio *self)
{
  trellis_figure_studio_show_saved (self);
  return gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
on_rename (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TrellisFigureStudio *self = TRELLIS_FIGURE_STUDIO (widget);

  gtk_widget_grab_focus (GTK_WIDGET (self->name));
  gtk_editable_select_region (GTK_EDITABLE (self->name), 0, -1);
}

static void
on_duplicate (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TrellisFigureStudio *self = TRELLIS_FIGURE_STUDIO (widget);
  g_autofree char     *id = NULL;

  id = trellis_figure_shelf_duplicate (studio_document (self), self->saved);
  if (id)
    trellis_figure_gallery_open (self->gallery, id);
}

static void
on_remove (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TrellisFigureStudio *self = TRELLIS_FIGURE_STUDIO (widget);
  g_autofree char     *text = g_strdup_printf (
        _ ("Removed “%s”"), gtk_editable_get_text (GTK_EDITABLE (self->name)));

  trellis_figure_shelf_remove (studio_document (self), self->saved);
  studio_say (self, text, TRUE);
}

static void
on_move (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TrellisFigureStudio *self = TRELLIS_FIGURE_STUDIO (widget);
  g_autofree char     *id = g_strdup (self->saved);

  trellis_figure_shelf_move (studio_document (self), id,
                             g_str_equal (name, "figure.move-up") ? -1 : 1);
  trellis_figure_gallery_open (self->gallery, id);
}

static const struct
{
  const char *name;
  void (*activate) (GtkWidget *widget, const char *name, GVariant *parameter);
} actions[] = {
  { "figure.save", on_save },           { "figure.rename", on_rename },
  { "figure.duplicate", on_duplicate }, { "figure.remove", on_remove },
  { "figure.move-up", on_move },        { "figure.move-down", on_move },
};

void
trellis_figure_studio_install_saved (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL,
                                     actions[i].activate);
}
