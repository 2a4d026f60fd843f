/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A widget without a picture.  Only what differs is told to the accessibility layer,
 * because each telling goes over a bus. */
#include "grid/trellis-sheet-proxy.h"

struct _TrellisSheetProxy
{
  GtkWidget parent_instance;
  int       place[2];
  char     *label;
  char     *description;
  gboolean  selected;
};

G_DEFINE_FINAL_TYPE (TrellisSheetProxy, trellis_sheet_proxy, GTK_TYPE_WIDGET)

static void
trellis_sheet_proxy_finalize (GObject *object)
{
  TrellisSheetProxy *self = TRELLIS_SHEET_PROXY (object);
  g_free (self->label);
  g_free (self->description);
  G_OBJECT_CLASS (trellis_sheet_proxy_parent_class)->finalize (object);
}

static void
trellis_sheet_proxy_class_init (TrellisSheetProxyClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = trellis_sheet_proxy_finalize;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "trellis-cell");
}

static void
trellis_sheet_proxy_init (TrellisSheetProxy *self)
{
  self->place[0] = self->place[1] = -2;
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED,
                               FALSE, -1);
}

GtkWidget *
trellis_sheet_proxy_new (GtkAccessibleRole role)
{
  /* Headers are read with their cells; the keyboard goes from cell to cell. */
  return g_object_new (TRELLIS_TYPE_SHEET_PROXY, "accessible-role", role, "focusable",
                       role == GTK_ACCESSIBLE_ROLE_GRID_CELL, NULL);
}

void
trellis_sheet_proxy_set_place (TrellisSheetProxy *self, int row, int column)
{
  if (self->place[0] == row && self->place[1] == column)
    return;
  self->place[0] = row;
  self->place[1] = column;
  /* From 1, and the headers count. */
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_RELATION_ROW_INDEX, row + 2,
                                  GTK_ACCESSIBLE_RELATION_COL_INDEX, column + 2, -1);
}

void
trellis_sheet_proxy_get_place (TrellisSheetProxy *self, int *row, int *column)
{
  *row = self->place[0];
  *column = self->place[1];
}

static gboolean
replace (char **text, const char *by)
{
  if (g_strcmp0 (*text, by) == 0)
    return FALSE;
  g_free (*text);
  *text = g_strdup (by);
  return TRUE;
}

void
trellis_sheet_proxy_set_texts (TrellisSheetProxy *self,
                               const char        *label,
                               const char        *description)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (self);
  if (replace (&self->label, label ? label : ""))
    gtk_accessible_update_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    self->label, -1);
  if (replace (&self->description, description ? description : ""))
    gtk_accessible_update_property (accessible, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    self->description, -1);
}

void
trellis_sheet_proxy_set_selected (TrellisSheetProxy *self, gboolean selected)
{
  if (self->selected == selected)
    return;
  self->selected = selected;
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED,
                               selected, -1);
}
