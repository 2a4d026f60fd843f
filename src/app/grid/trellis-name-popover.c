/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A name is asked for where it stands. */

#include "config.h"

#include "grid/trellis-name-popover.h"

#include <glib/gi18n.h>

typedef struct
{
  GtkWidget      *popover;
  TrellisNameFunc func;
  gpointer        user_data;
  GDestroyNotify  free_func;
} Asking;

static void
free_asking (gpointer data)
{
  Asking *asking = data;

  if (asking->free_func)
    asking->free_func (asking->user_data);
  g_free (asking);
}

static gboolean
unparent (gpointer popover)
{
  if (gtk_widget_get_parent (popover))
    gtk_widget_unparent (popover);
  return G_SOURCE_REMOVE;
}

/* Later: what closes it may still use it. */
static void
on_closed (GtkPopover *popover, gpointer data)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, unparent, g_object_ref (popover),
                   g_object_unref);
}

void
trellis_popover_go_when_closed (GtkWidget *popover)
{
  g_signal_connect (popover, "closed", G_CALLBACK (on_closed), NULL);
}

static void
on_activate (GtkEntry *entry, Asking *asking)
{
  g_autofree char *name =
    g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));

  if (*name)
    asking->func (name, asking->user_data);
  gtk_popover_popdown (GTK_POPOVER (asking->popover));
}

GtkWidget *
trellis_name_popover_show (GtkWidget          *parent,
                           const GdkRectangle *at,
                           const char         *title,
                           const char         *name,
                           TrellisNameFunc     func,
                           gpointer            user_data,
                           GDestroyNotify      free_func)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = gtk_label_new (title);
  GtkWidget *entry = gtk_entry_new ();
  Asking    *asking = g_new (Asking, 1);

  *asking = (Asking){ popover, func, user_data, free_func };
  gtk_widget_add_css_class (label, "heading");
  gtk_editable_set_text (GTK_EDITABLE (entry), name);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 28);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);
  g_signal_connect_data (entry, "activate", G_CALLBACK (on_activate), asking,
                         (GClosureNotify) (void (*) (void)) free_asking, 0);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), entry);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_widget_set_parent (popover, parent);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), at);
  trellis_popover_go_when_closed (popover);
  gtk_popover_popup (GTK_POPOVER (popover));
  gtk_widget_grab_focus (entry);
  return popover;
}
