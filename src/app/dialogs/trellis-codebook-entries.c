/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is typed is a step once it is finished: by Enter, by leaving, by closing.  Until
 * then the document keeps what it had, so no half of a name is ever in it, and a text
 * that is refused goes again when it is left. */

#include "config.h"

#include "dialogs/trellis-codebook-private.h"

#include <glib/gi18n.h>

static char *
dup_typed (GtkWidget *widget)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (widget))));
}

static void
show_text (GtkWidget *widget, const char *text)
{
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (widget)), text) != 0)
    gtk_editable_set_text (GTK_EDITABLE (widget), text);
}

static void
tell (GtkWidget *widget, const char *message)
{
  GtkWidget *line = codebook_row_of (widget)->message;

  if (message)
    gtk_widget_add_css_class (widget, "error");
  else
    gtk_widget_remove_css_class (widget, "error");
  if (!line)
    return;
  gtk_widget_set_visible (line, message != NULL);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (line), message ? message : "");
}

/* What is being typed stays, whatever else changes meanwhile. */
static void
show_entry (Codebook *self, GtkWidget *widget)
{
  g_autofree char *text = codebook_row_dup_text (codebook_row_of (widget));
  gboolean         was_deaf = self->deaf;

  if (self->edited == widget)
    return;
  self->deaf = TRUE;
  show_text (widget, text ? text : "");
  tell (widget, NULL);
  self->deaf = was_deaf;
}

static gboolean
commit (GtkWidget *widget)
{
  const CodebookRow *row = codebook_row_of (widget);
  g_autofree char   *id = g_strdup (codebook_row_get_id (row));
  g_autofree char   *text = dup_typed (widget);
  g_autofree char   *message = NULL;
  gboolean good = !id || codebook_set_text (row->self, row->word, row->scope, id,
                                            row->member, text, &message);

  show_entry (row->self, widget);
  codebook_update_history (row->self);
  return good;
}

gboolean
codebook_commit (Codebook *self)
{
  GtkWidget *widget = g_steal_pointer (&self->edited);

  return !widget || commit (widget);
}

static void
on_typed (GtkWidget *widget)
{
  const CodebookRow *row = codebook_row_of (widget);
  const char        *id = codebook_row_get_id (row);
  GtkWidget         *before = row->self->edited;
  g_autofree char   *text = dup_typed (widget);
  g_autofree char   *message = NULL;

  if (row->self->deaf || !id)
    return;
  row->self->edited = widget;
  if (before && before != widget)
    commit (before);
  codebook_check_text (row->self, row->word, row->scope, id, row->member, text, &message);
  tell (widget, message);
  codebook_update_history (row->self);
}

static void
on_finished (GtkWidget *widget)
{
  Codebook *self = codebook_row_of (widget)->self;

  if (self->edited == widget)
    codebook_commit (self);
}

static void
on_left (GtkEventController *focus)
{
  on_finished (gtk_event_controller_get_widget (focus));
}

GtkWidget *
codebook_make_entry (const CodebookRow *like, const CodebookMember *member)
{
  GtkWidget          *entry = adw_entry_row_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  codebook_row_attach (entry, like);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry), _ (member->label));
  gtk_widget_add_controller (entry, focus);
  codebook_follow (like->self, entry, show_entry);
  g_signal_connect (entry, "changed", G_CALLBACK (on_typed), NULL);
  g_signal_connect (entry, "entry-activated", G_CALLBACK (on_finished), NULL);
  g_signal_connect (focus, "leave", G_CALLBACK (on_left), NULL);
  return entry;
}
