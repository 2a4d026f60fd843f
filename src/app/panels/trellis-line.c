/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The lines that the panels at the side are made of. */

#include "config.h"

#include "panels/trellis-line.h"

static GtkLabel *
make_label (const char *text, gboolean expands)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label),
                           expands ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
  gtk_widget_set_hexpand (label, expands);
  return GTK_LABEL (label);
}

static TrellisLine *
make (GtkWidget *picture, const char *name, GtkWidget **box)
{
  TrellisLine *line = g_new0 (TrellisLine, 1);

  *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  line->name = make_label (name, TRUE);
  line->count = make_label (NULL, FALSE);
  gtk_widget_set_tooltip_text (GTK_WIDGET (line->name), name);
  gtk_widget_add_css_class (GTK_WIDGET (line->count), "numeric");
  gtk_widget_add_css_class (GTK_WIDGET (line->count), "dim-label");
  if (picture)
    gtk_box_append (GTK_BOX (*box), picture);
  gtk_box_append (GTK_BOX (*box), GTK_WIDGET (line->name));
  gtk_box_append (GTK_BOX (*box), GTK_WIDGET (line->count));
  return line;
}

TrellisLine *
trellis_line_new_check (GtkWidget *picture, const char *name)
{
  GtkWidget   *box;
  TrellisLine *line = make (picture, name, &box);

  line->widget = gtk_check_button_new ();
  gtk_widget_set_hexpand (box, TRUE);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (line->widget), box);
  gtk_widget_add_css_class (line->widget, "trellis-line");
  return line;
}

TrellisLine *
trellis_line_new_button (GtkWidget *picture, const char *name)
{
  GtkWidget   *box;
  TrellisLine *line = make (picture, name, &box);

  line->widget = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (line->widget), box);
  gtk_widget_add_css_class (line->widget, "flat");
  gtk_widget_add_css_class (line->widget, "trellis-line");
  return line;
}

void
trellis_line_set_count (TrellisLine *line,
                        const char  *text,
                        const char  *description,
                        gboolean     dim)
{
  gtk_label_set_text (line->count, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (line->widget),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, description, -1);
  if (dim)
    gtk_widget_add_css_class (GTK_WIDGET (line->name), "dim-label");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (line->name), "dim-label");
}

GtkWidget *
trellis_line_heading (const char *title, GtkLabel **count, GtkWidget *suffix)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkLabel  *label = make_label (title, TRUE);

  gtk_widget_add_css_class (GTK_WIDGET (label), "heading");
  gtk_widget_add_css_class (box, "trellis-heading");
  gtk_widget_set_size_request (box, -1, 34);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (label));
  if (count)
    {
      *count = make_label (NULL, FALSE);
      gtk_widget_add_css_class (GTK_WIDGET (*count), "numeric");
      gtk_widget_add_css_class (GTK_WIDGET (*count), "dim-label");
      gtk_box_append (GTK_BOX (box), GTK_WIDGET (*count));
    }
  if (suffix)
    gtk_box_append (GTK_BOX (box), suffix);
  return box;
}
