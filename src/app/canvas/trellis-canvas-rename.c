/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An entry over a partner.  Return and leaving it keep the name, Esc does not. */
#include "canvas/trellis-canvas-private.h"

#include <glib/gi18n.h>

#define LEAST_CHARS 14
#define MOST_CHARS 36

static void
keep_name (TrellisCanvas *self, const char *text, const char *id, const char *key)
{
  guint row = trellis_canvas_find_row (self, id);
  if (row == TRL_NO_ROW || !trellis_canvas_may_edit (self))
    return;
  g_autofree char *name = g_strstrip (g_strdup (text));
  const char      *old =
    trl_table_get_text (trl_network_get_nodes (self->shown), row, TRL_NODE_NAME);
  if (*name == '\0' || g_strcmp0 (name, old) == 0)
    return;
  if (!trellis_canvas_begin (self, key ? _ ("Add Partner") : _ ("Rename Partner"), key))
    return;
  trl_document_set (self->document, TRL_KIND_NODE, self->network_id, id, TRL_NODE_NAME,
                    TRL_TEXT (name));
  trellis_canvas_end (self);
}

void
trellis_canvas_end_rename (TrellisCanvas *self, gboolean keep)
{
  if (!self->entry)
    return;
  g_clear_handle_id (&self->entry_leaving, g_source_remove);
  g_autofree char *id = g_steal_pointer (&self->entry_id);
  g_autofree char *key = g_steal_pointer (&self->entry_key);
  g_autoptr (GtkWidget) entry = g_object_ref (self->entry);
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry)));
  gboolean         had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) == entry;
  self->entry = NULL;
  had_focus = had_focus && gtk_widget_get_root (GTK_WIDGET (self));
  g_signal_handlers_disconnect_by_data (entry, self);
  gtk_widget_unparent (entry);
  if (keep)
    keep_name (self, text, id, key);
  guint row = trellis_canvas_find_row (self, id);
  if (had_focus && row != TRL_NO_ROW)
    trellis_canvas_take_focus (self, row);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_activate (GtkEntry *entry, TrellisCanvas *self)
{
  trellis_canvas_end_rename (self, TRUE);
}

static gboolean
on_entry_key (GtkEventControllerKey *keys,
              guint                  key,
              guint                  code,
              GdkModifierType        state,
              TrellisCanvas         *self)
{
  if (key != GDK_KEY_Escape)
    return FALSE;
  trellis_canvas_end_rename (self, FALSE);
  return TRUE;
}

static gboolean
on_left_for_good (gpointer data)
{
  TrellisCanvas *self = data;
  self->entry_leaving = 0;
  /* Another window may have the focus for a while; the entry keeps its place here. */
  if (gtk_widget_get_focus_child (GTK_WIDGET (self)) != self->entry)
    trellis_canvas_end_rename (self, TRUE);
  return G_SOURCE_REMOVE;
}

/* Later, because the focus is still on its way, perhaps out of a window that closes. */
static void
on_entry_left (GtkEventControllerFocus *focus, TrellisCanvas *self)
{
  if (self->entry && self->entry_leaving == 0)
    self->entry_leaving = g_idle_add (on_left_for_good, self);
}

/* As wide as what is in it. */
static void
on_text_changed (GtkEditable *entry, TrellisCanvas *self)
{
  glong length = g_utf8_strlen (gtk_editable_get_text (entry), -1);
  gtk_editable_set_width_chars (entry, CLAMP (length + 3, LEAST_CHARS, MOST_CHARS));
}

static GtkWidget *
make_entry (TrellisCanvas *self, const char *name)
{
  GtkWidget *entry = gtk_entry_new ();
  gtk_editable_set_text (GTK_EDITABLE (entry), name);
  gtk_editable_set_alignment (GTK_EDITABLE (entry), 0.5);
  gtk_widget_add_css_class (entry, "view"); /* nothing shows through */
  on_text_changed (GTK_EDITABLE (entry), self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Name"), -1);
  g_signal_connect (entry, "activate", G_CALLBACK (on_activate), self);
  g_signal_connect (entry, "changed", G_CALLBACK (on_text_changed), self);

  GtkEventController *keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_entry_key), self);
  gtk_widget_add_controller (entry, keys);

  GtkEventController *focus = gtk_event_controller_focus_new ();
  g_signal_connect (focus, "leave", G_CALLBACK (on_entry_left), self);
  gtk_widget_add_controller (entry, focus);
  return entry;
}

void
trellis_canvas_rename (TrellisCanvas *self, guint row, const char *merge_key)
{
  if (row == TRL_NO_ROW || self->rolled_up || !trellis_canvas_may_edit (self))
    return;
  trellis_canvas_end_rename (self, TRUE);
  const TrlTable *nodes = trl_network_get_nodes (self->shown);
  const char     *name = trl_table_get_text (nodes, row, TRL_NODE_NAME);
  self->entry_id = g_strdup (trl_table_get_id (nodes, row));
  self->entry_key = g_strdup (merge_key);
  self->entry = make_entry (self, name ? name : "");
  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));
  trellis_canvas_pan_to (self, row);
  gtk_widget_grab_focus (self->entry);
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}

void
trellis_canvas_place_entry (TrellisCanvas *self)
{
  if (self->entry)
    gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
trellis_canvas_allocate_entry (TrellisCanvas *self)
{
  double x, y;
  int    width, height;
  if (!self->entry)
    return;
  guint row = trellis_canvas_find_row (self, self->entry_id);
  if (!trellis_canvas_get_place (self, row, &x, &y))
    x = self->width / 2.0, y = self->height / 2.0;
  gtk_widget_measure (self->entry, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL,
                      NULL);
  width = MIN (width, MAX (self->width - 8, 1));
  gtk_widget_measure (self->entry, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL,
                      NULL);
  int left = CLAMP (x - width / 2.0, 4, MAX (self->width - width - 4, 4));
  int top = CLAMP (y - height / 2.0, 4, MAX (self->height - height - 4, 4));
  gtk_widget_size_allocate (self->entry, &(GtkAllocation){ left, top, width, height },
                            -1);
}
