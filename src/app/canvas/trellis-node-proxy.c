/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A widget without a picture.  Only what differs is told to the accessibility layer,
 * because each telling goes over a bus. */
#include "canvas/trellis-node-proxy.h"

struct _TrellisNodeProxy
{
  GtkWidget parent_instance;
  char     *id;
  guint     row;
  char     *name;
  char     *description;
  int       position, size;
  gboolean  selected;
};

G_DEFINE_FINAL_TYPE (TrellisNodeProxy, trellis_node_proxy, GTK_TYPE_WIDGET)

static void
trellis_node_proxy_finalize (GObject *object)
{
  TrellisNodeProxy *self = TRELLIS_NODE_PROXY (object);
  g_free (self->id);
  g_free (self->name);
  g_free (self->description);
  G_OBJECT_CLASS (trellis_node_proxy_parent_class)->finalize (object);
}

static void
trellis_node_proxy_class_init (TrellisNodeProxyClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->finalize = trellis_node_proxy_finalize;
  gtk_widget_class_set_css_name (widget_class, "trellis-partner");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
trellis_node_proxy_init (TrellisNodeProxy *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED,
                               FALSE, -1);
}

GtkWidget *
trellis_node_proxy_new (const char *id)
{
  TrellisNodeProxy *self = g_object_new (TRELLIS_TYPE_NODE_PROXY, NULL);
  self->id = g_strdup (id);
  return GTK_WIDGET (self);
}

const char *
trellis_node_proxy_get_id (TrellisNodeProxy *self)
{
  return self->id;
}

guint
trellis_node_proxy_get_row (TrellisNodeProxy *self)
{
  return self->row;
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
trellis_node_proxy_set (TrellisNodeProxy *self,
                        guint             row,
                        const char       *name,
                        const char       *description,
                        int               position,
                        int               size)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (self);
  self->row = row;
  if (replace (&self->name, name))
    gtk_accessible_update_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (replace (&self->description, description))
    gtk_accessible_update_property (accessible, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    description, -1);
  if (self->position == position && self->size == size)
    return;
  self->position = position;
  self->size = size;
  gtk_accessible_update_relation (accessible, GTK_ACCESSIBLE_RELATION_POS_IN_SET,
                                  position, GTK_ACCESSIBLE_RELATION_SET_SIZE, size, -1);
}

void
trellis_node_proxy_set_selected (TrellisNodeProxy *self, gboolean selected)
{
  if (self->selected == selected)
    return;
  self->selected = selected;
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED,
                               selected, -1);
}
