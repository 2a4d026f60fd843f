/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One proxy for each partner that is drawn, in list order.  Proxies live as long as their
 * partner is shown, so that focus and screen readers stay where they are when data
 * change.  A widget takes half a millisecond to make: of many partners only those about
 * the focus have one, as in a long list only the lines in view are widgets. */
#include "canvas/trellis-canvas-private.h"
#include "canvas/trellis-node-proxy.h"

#include <math.h>

#define FEW_PARTNERS 250 /* that have a proxy each */
#define ABOUT_FOCUS 30   /* before and after it, that have one where there are more */
#define REST_MS 250

static void
on_focus (GtkWidget *widget, GParamSpec *pspec, TrellisCanvas *self)
{
  TrellisNodeProxy *proxy = TRELLIS_NODE_PROXY (widget);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (!gtk_widget_has_focus (widget))
    return;
  if (g_strcmp0 (self->focus_id, trellis_node_proxy_get_id (proxy)) != 0)
    {
      g_free (self->focus_id);
      self->focus_id = g_strdup (trellis_node_proxy_get_id (proxy));
    }
  if (!self->keeps_view)
    trellis_canvas_pan_to (self, trellis_node_proxy_get_row (proxy));
}

/* The proxy of a node: the one it had, or a new one. */
static GtkWidget *
take_proxy (TrellisCanvas *self, GHashTable *old, const char *id)
{
  GtkWidget *proxy = g_hash_table_lookup (old, id);
  if (proxy)
    {
      g_hash_table_steal (old, id);
      return proxy;
    }
  proxy = trellis_node_proxy_new (id);
  g_signal_connect (proxy, "notify::has-focus", G_CALLBACK (on_focus), self);
  gtk_widget_set_parent (proxy, GTK_WIDGET (self));
  return proxy;
}

/* Takes the proxies out of the list; those left in the table when it is freed go. */
static GHashTable *
empty_list (TrellisCanvas *self)
{
  GHashTable *old = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                           (GDestroyNotify) gtk_widget_unparent);
  for (guint i = 0; i < self->proxies->len; i++)
    {
      TrellisNodeProxy *proxy = g_ptr_array_index (self->proxies, i);
      g_hash_table_insert (old, (char *) trellis_node_proxy_get_id (proxy), proxy);
    }
  g_ptr_array_set_size (self->proxies, 0);
  return old;
}

static void
list_walk (TrellisCanvas *self)
{
  guint        n = 0;
  const guint *all =
    self->scene ? trl_table_get_rows (trl_network_get_nodes (self->shown), &n) : NULL;
  g_array_set_size (self->walk, 0);
  for (guint i = 0; i < n; i++)
    if (trellis_canvas_is_shown (self, all[i]))
      g_array_append_val (self->walk, all[i]);
}

int
trellis_canvas_find_in_walk (TrellisCanvas *self, guint row)
{
  for (guint i = 0; row != TRL_NO_ROW && i < self->walk->len; i++)
    if (g_array_index (self->walk, guint, i) == row)
      return (int) i;
  return -1;
}

/* The places in the walk that have a proxy: from @first up to @end. */
static void
find_range (TrellisCanvas *self, int *first, int *end)
{
  int n = (int) self->walk->len;
  *first = 0;
  *end = n;
  if (n <= FEW_PARTNERS)
    return;
  int at =
    MAX (trellis_canvas_find_in_walk (self, trellis_canvas_get_focus_row (self)), 0);
  *first = CLAMP (at - ABOUT_FOCUS, 0, n - 2 * ABOUT_FOCUS - 1);
  *end = *first + 2 * ABOUT_FOCUS + 1;
}

static GtkWidget *
add_proxy (TrellisCanvas *self, GHashTable *old, int at, GtkWidget *before)
{
  guint            row = g_array_index (self->walk, guint, at);
  g_autofree char *description = trellis_canvas_describe (self, row);
  const char      *id = trl_table_get_id (trl_network_get_nodes (self->shown), row);
  GtkWidget       *proxy = take_proxy (self, old, id);
  if (gtk_widget_get_prev_sibling (proxy) != before)
    gtk_widget_insert_after (proxy, GTK_WIDGET (self), before);
  trellis_node_proxy_set (TRELLIS_NODE_PROXY (proxy), row,
                          trellis_canvas_get_name (self, row), description, at + 1,
                          (int) self->walk->len);
  g_ptr_array_add (self->proxies, proxy);
  return proxy;
}

static void
make_proxies (TrellisCanvas *self, GHashTable *old)
{
  int first, end;
  find_range (self, &first, &end);
  GtkWidget *before = NULL;
  for (int i = first; i < end; i++)
    before = add_proxy (self, old, i, before);
  trellis_canvas_mark_proxies (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
trellis_canvas_update_proxies (TrellisCanvas *self)
{
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
  g_autoptr (GHashTable) old = empty_list (self);
  list_walk (self);
  make_proxies (self, old);
  g_hash_table_remove_all (old);
  /* The partner that had the focus is gone: the map has it. */
  if (had_focus && !gtk_widget_get_focus_child (GTK_WIDGET (self)))
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

static GtkWidget *
find_proxy (TrellisCanvas *self, guint row)
{
  for (guint i = 0; i < self->proxies->len; i++)
    {
      TrellisNodeProxy *proxy = g_ptr_array_index (self->proxies, i);
      if (trellis_node_proxy_get_row (proxy) == row)
        return GTK_WIDGET (proxy);
    }
  return NULL;
}

/* Those that the focus leaves behind go when it has left them. */
void
trellis_canvas_grab_proxy (TrellisCanvas *self, guint row)
{
  g_autoptr (GHashTable) old = NULL;
  GtkWidget *proxy = find_proxy (self, row);
  if (!proxy && trellis_canvas_find_in_walk (self, row) >= 0)
    {
      old = empty_list (self);
      make_proxies (self, old);
      proxy = find_proxy (self, row);
    }
  gtk_widget_grab_focus (proxy ? proxy : GTK_WIDGET (self));
}

void
trellis_canvas_mark_proxies (TrellisCanvas *self)
{
  for (guint i = 0; i < self->proxies->len; i++)
    {
      TrellisNodeProxy *proxy = g_ptr_array_index (self->proxies, i);
      TrlOwner          owner = { TRL_OWNER_NODE, trellis_node_proxy_get_row (proxy) };
      trellis_node_proxy_set_selected (proxy, trellis_canvas_is_selected (self, owner));
    }
}

void
trellis_canvas_drop_proxies (TrellisCanvas *self)
{
  g_clear_handle_id (&self->proxies_later, g_source_remove);
  g_clear_pointer (&self->walk, g_array_unref);
  if (!self->proxies)
    return;
  for (guint i = 0; i < self->proxies->len; i++)
    {
      GtkWidget *proxy = g_ptr_array_index (self->proxies, i);
      g_signal_handlers_disconnect_by_data (proxy, self);
      gtk_widget_unparent (proxy);
    }
  g_clear_pointer (&self->proxies, g_ptr_array_unref);
}

static gboolean
on_at_rest (gpointer data)
{
  TrellisCanvas *self = data;
  self->proxies_later = 0;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

/* Nobody reads while the view moves, and each allocation has the whole window laid out,
 * for which GTK asks the X server several times. */
void
trellis_canvas_place_proxies (TrellisCanvas *self)
{
  if (!self->proxies || self->proxies->len == 0)
    return;
  g_clear_handle_id (&self->proxies_later, g_source_remove);
  self->proxies_later = g_timeout_add (REST_MS, on_at_rest, self);
}

void
trellis_canvas_allocate_proxies (TrellisCanvas *self)
{
  for (guint i = 0; i < self->proxies->len; i++)
    {
      GtkWidget *proxy = g_ptr_array_index (self->proxies, i);
      guint      row = trellis_node_proxy_get_row (TRELLIS_NODE_PROXY (proxy));
      double     x = 0, y = 0;
      trellis_canvas_get_place (self, row, &x, &y);
      int radius = MAX (trellis_canvas_get_radius (self, row), TRELLIS_TARGET);
      gtk_widget_measure (proxy, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      gtk_widget_size_allocate (proxy,
                                &(GtkAllocation){ floor (x) - radius, floor (y) - radius,
                                                  2 * radius, 2 * radius },
                                -1);
    }
}
