/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is typed is a step once it is finished: by Enter, by leaving, by closing.  Until
 * then the document keeps what it had, so no half of a name is ever in it, and a text
 * that is refused goes again when it is left. */

#include "config.h"

#include "dialogs/trellis-codebook-private.h"

#include <glib/gi18n.h>

static char *
dup_shown (GtkWidget *widget)
{
  GtkTextBuffer *buffer;
  GtkTextIter    start, end;

  if (!GTK_IS_TEXT_VIEW (widget))
    return g_strdup (gtk_editable_get_text (GTK_EDITABLE (widget)));
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget));
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

/* In one paragraph, as legends and tables show it. */
static char *
dup_typed (GtkWidget *widget)
{
  return g_strstrip (g_strdelimit (dup_shown (widget), "\r\n", ' '));
}

static void
show_text (GtkWidget *widget, const char *text)
{
  g_autofree char *shown = dup_shown (widget);

  if (g_str_equal (shown, text))
    return;
  if (GTK_IS_TEXT_VIEW (widget))
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget)), text,
                              -1);
  else
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

static void
add_leave (GtkWidget *widget)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_widget_add_controller (widget, focus);
  g_signal_connect (focus, "leave", G_CALLBACK (on_left), NULL);
}

GtkWidget *
codebook_make_entry (const CodebookRow *like, const CodebookMember *member)
{
  GtkWidget *entry = adw_entry_row_new ();

  codebook_row_attach (entry, like);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry), _ (member->label));
  add_leave (entry);
  codebook_follow (like->self, entry, show_entry);
  g_signal_connect (entry, "changed", G_CALLBACK (on_typed), NULL);
  g_signal_connect (entry, "entry-activated", G_CALLBACK (on_finished), NULL);
  return entry;
}

/* Enter ends it as it ends an entry; by the buffer, so that a method of input has had its
 * say about the key. */
static void
on_insert (
  GtkTextBuffer *buffer, GtkTextIter *at, const char *text, int length, GtkWidget *view)
{
  if (!g_str_equal (text, "\n"))
    return;
  g_signal_stop_emission_by_name (buffer, "insert-text");
  on_finished (view);
}

GtkWidget *
codebook_make_prose (const CodebookRow *like, const CodebookMember *member)
{
  GtkWidget     *line = adw_preferences_row_new ();
  GtkWidget     *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget     *caption = gtk_label_new (_ (member->label));
  GtkWidget     *view = gtk_text_view_new ();
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));

  codebook_row_attach (view, like);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_widget_add_css_class (view, "trellis-prose");
  gtk_label_set_xalign (GTK_LABEL (caption), 0);
  gtk_widget_add_css_class (caption, "caption");
  gtk_widget_add_css_class (caption, "dim-label");
  gtk_widget_add_css_class (box, "trellis-stacked");
  gtk_box_append (GTK_BOX (box), caption);
  gtk_box_append (GTK_BOX (box), view);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (line), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (line), FALSE);
  gtk_widget_set_focusable (line, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (member->label), -1);
  add_leave (view);
  codebook_follow (like->self, view, show_entry);
  g_signal_connect_swapped (buffer, "changed", G_CALLBACK (on_typed), view);
  g_signal_connect (buffer, "insert-text", G_CALLBACK (on_insert), view);
  return line;
}
