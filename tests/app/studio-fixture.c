/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every test gets a document, a window and a folder of its own. */

#include "config.h"

#include "studio-fixture.h"

#include <glib/gstdio.h>

TrellisApplication *application;

void
settle (Fixture *self)
{
  fixture_settle (GTK_WIDGET (self->studio));
}

void
open_studio (Fixture *self, const char *figure)
{
  self->document = fixture_document ();
  self->window = fixture_open (application, self->document);
  self->folder = g_dir_make_tmp ("figures-XXXXXX", NULL);
  g_assert_true (
    gtk_widget_activate_action (GTK_WIDGET (self->window), "win.view", "s", "figures"));
  fixture_spin (300);
  self->studio = TRELLIS_FIGURE_STUDIO (
    fixture_find (GTK_WIDGET (self->window), TRELLIS_TYPE_FIGURE_STUDIO, NULL));
  trellis_figure_studio_show_figure (self->studio, figure);
  settle (self);
}

void
close_studio (Fixture *self)
{
  static const char *const keys[] = { "export-preset", "export-format", "export-data",
                                      "export-alt", "export-sidecar" };
  g_autoptr (GDir) folder = g_dir_open (self->folder, 0, NULL);
  const char *name;

  gtk_window_destroy (GTK_WINDOW (self->window));
  fixture_spin (20);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_reset (trellis_application_get_settings (application), keys[i]);
  while ((name = g_dir_read_name (folder)))
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (self->folder);
  g_free (self->folder);
  g_object_unref (self->document);
}

void
act (Fixture *self, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->studio), action, NULL));
  fixture_spin (50);
}

GtkWidget *
find (Fixture *self, GType type, const char *label)
{
  GtkWidget *found = fixture_find (GTK_WIDGET (self->studio), type, label);

  g_assert_nonnull (found);
  return found;
}

TrellisFigureControls *
find_controls (Fixture *self)
{
  return TRELLIS_FIGURE_CONTROLS (find (self, TRELLIS_TYPE_FIGURE_CONTROLS, NULL));
}

char *
in_folder (Fixture *self, const char *name)
{
  return g_build_filename (self->folder, name, NULL);
}

char *
read_file (Fixture *self, const char *name)
{
  g_autofree char *path = in_folder (self, name);
  char            *content = NULL;

  g_assert_true (fixture_wait_file (path));
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  return content;
}

void
save_to (Fixture *self, const char *name)
{
  g_autofree char *path = in_folder (self, name);

  trellis_figure_studio_save_to (self->studio, path);
}

const TrlSavedFigure *
get_saved (Fixture *self, guint index)
{
  g_assert_cmpuint (index, <, trl_document_get_n_figures (self->document));
  return trl_document_get_figure (self->document, index);
}

void
rename_to (Fixture *self, const char *text)
{
  GtkWidget *name = find (self, ADW_TYPE_ENTRY_ROW, NAME_TITLE);

  gtk_editable_set_text (GTK_EDITABLE (name), text);
  g_signal_emit_by_name (name, "apply");
  fixture_spin (50);
}
