/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One proxy for each partner that is drawn, in list order.  Proxies live as long as their
 * partner is shown, so that focus and screen readers stay where they are when data
 * change. */
#include "canvas/trellis-canvas-private.h"
#include "canvas/trellis-node-proxy.h"

#include <glib/gi18n.h>
#include <math.h>

#define MAX_PROXIES 5000
#define FEW_PROXIES 200 /* that are placed in every frame */
#define REST_MS 250

/* --- words --- */

static void
add_part (GString *text, char *part)
{
  if (part && *part)
    g_string_append_printf (text, "%s%s", text->len ? " · " : "", part);
  g_free (part);
}

/* “Coordination with Hub” */
static char *
describe_level (TrellisCanvas *self, guint row)
{
  const TrlTable *nodes = trl_network_get_nodes (self->shown);
  guint           hub = trl_network_get_hub (self->shown);
  if (hub == TRL_NO_ROW || row == hub)
    return NULL;
  guint edge = trl_network_get_node_edge (self->shown, hub, row);
  if (edge == TRL_NO_ROW)
    return g_strdup (_ ("Not connected with the hub"));
  const char      *name = trl_table_get_text (nodes, hub, TRL_NODE_NAME);
  g_autofree char *isolated = trl_text_isolate (name ? name : _ ("Hub"));
  int              rank = trl_network_get_edge_rank (self->shown, edge);
  if (rank < 0)
    return g_strdup_printf (_ ("Level with %s not reported"), isolated);
  const TrlLevel *level =
    trl_scale_get_level (trl_network_get_edge_scale (self->shown, edge), rank);
  return g_strdup_printf (_ ("%s with %s"), level->name, isolated);
}

static char *
describe_count (TrellisCanvas *self, guint row)
{
  double count =
    trl_table_get_number (trl_network_get_nodes (self->shown), row, TRL_NODE_COUNT);
  if (!isfinite (count))
    return NULL;
  guint n = MAX (count, 0);
  return g_strdup_printf (ngettext ("%u partner", "%u partners", n), n);
}

static char *
describe_ties (TrellisCanvas *self, guint row)
{
  guint hub = trl_network_get_hub (self->shown), index = self->graph->node_index[row];
  guint n = self->graph->first[index + 1] - self->graph->first[index];
  if (hub != TRL_NO_ROW && row != hub && n <= 1)
    return NULL;
  return g_strdup_printf (ngettext ("%u partnership", "%u partnerships", n), n);
}

static const char *
get_type_name (TrellisCanvas *self, guint row)
{
  const char *id =
    trl_table_get_text (trl_network_get_nodes (self->shown), row, TRL_NODE_TYPE);
  const TrlPartnerType *type =
    id ? trl_vocabulary_find_type (trl_network_get_vocabulary (self->shown), id) : NULL;
  return type ? type->name : NULL;
}

/* Never empty: a partner without a name is called by its type. */
static const char *
get_name (TrellisCanvas *self, guint row)
{
  const char *name =
    trl_table_get_text (trl_network_get_nodes (self->shown), row, TRL_NODE_NAME);
  if (name && *name)
    return name;
  const char *type = get_type_name (self, row);
  if (type)
    return type;
  return row == trl_network_get_hub (self->shown) ? _ ("Hub") : _ ("Unnamed partner");
}

char *
trellis_canvas_describe (TrellisCanvas *self, guint row)
{
  GString    *text = g_string_new (NULL);
  const char *type = get_type_name (self, row);
  if (row == trl_network_get_hub (self->shown))
    add_part (text, g_strdup (_ ("Hub")));
  add_part (text, describe_level (self, row));
  add_part (text, describe_count (self, row));
  add_part (text, describe_ties (self, row));
  if (type && g_strcmp0 (type, get_name (self, row)) != 0)
    add_part (text, g_strdup (type));
  return g_string_free (text, FALSE);
}

/* “A – B” and the level of their tie */
static char *
describe_edge (TrellisCanvas *self, guint row)
{
  const TrlTable  *edges = trl_network_get_edges (self->shown);
  int              rank = trl_network_get_edge_rank (self->shown, row);
  g_autofree char *from =
    trl_text_isolate (get_name (self, trl_table_get_end (edges, row, 0)));
  g_autofree char *to =
    trl_text_isolate (get_name (self, trl_table_get_end (edges, row, 1)));
  const TrlLevel *level =
    rank < 0 ? NULL
             : trl_scale_get_level (trl_network_get_edge_scale (self->shown, row), rank);
  return g_strdup_printf ("%s – %s\n%s", from, to,
                          level ? level->name : _ ("Not reported"));
}

gboolean
trellis_canvas_query_tooltip (
  GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  TrellisCanvas *self = TRELLIS_CANVAS (widget);
  TrlOwner       owner;
  if (keyboard || self->tool || self->entry || !trellis_canvas_pick (self, x, y, &owner))
    return FALSE;
  g_autofree char *text = NULL;
  if (owner.kind == TRL_OWNER_EDGE)
    text = describe_edge (self, owner.row);
  else
    {
      g_autofree char *description = trellis_canvas_describe (self, owner.row);
      text = g_strdup_printf ("%s\n%s", get_name (self, owner.row), description);
    }
  gtk_tooltip_set_text (tooltip, g_strchomp (text));
  return TRUE;
}

/* --- keeping the proxies --- */

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

static GArray *
list_rows (TrellisCanvas *self)
{
  GArray      *rows = g_array_new (FALSE, FALSE, sizeof (guint));
  guint        n = 0;
  const guint *all =
    self->scene ? trl_table_get_rows (trl_network_get_nodes (self->shown), &n) : NULL;
  for (guint i = 0; i < n && rows->len < MAX_PROXIES; i++)
    if (trellis_canvas_is_shown (self, all[i]))
      g_array_append_val (rows, all[i]);
  return rows;
}

void
trellis_canvas_update_proxies (TrellisCanvas *self)
{
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
  g_autoptr (GHashTable) old = empty_list (self);
  g_autoptr (GArray) rows = list_rows (self);
  GtkWidget *before = NULL;
  for (guint i = 0; i < rows->len; i++)
    {
      guint            row = g_array_index (rows, guint, i);
      g_autofree char *description = trellis_canvas_describe (self, row);
      GtkWidget       *proxy = take_proxy (
              self, old, trl_table_get_id (trl_network_get_nodes (self->shown), row));
      if (gtk_widget_get_prev_sibling (proxy) != before)
        gtk_widget_insert_after (proxy, GTK_WIDGET (self), before);
      before = proxy;
      trellis_node_proxy_set (TRELLIS_NODE_PROXY (proxy), row, get_name (self, row),
                              description, i + 1, rows->len);
      g_ptr_array_add (self->proxies, proxy);
    }
  g_hash_table_remove_all (old);
  trellis_canvas_mark_proxies (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  /* The partner that had the focus is gone: the map has it. */
  if (had_focus && !gtk_widget_get_focus_child (GTK_WIDGET (self)))
    gtk_widget_grab_focus (GTK_WIDGET (self));
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

/* Nobody reads while the view moves. */
void
trellis_canvas_place_proxies (TrellisCanvas *self)
{
  if (!self->proxies || self->proxies->len == 0)
    return;
  if (self->proxies->len <= FEW_PROXIES)
    {
      gtk_widget_queue_allocate (GTK_WIDGET (self));
      return;
    }
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

/* --- focus --- */

gboolean
trellis_canvas_focus (GtkWidget *widget, GtkDirectionType direction)
{
  TrellisCanvas *self = TRELLIS_CANVAS (widget);
  gboolean       inside = gtk_widget_get_focus_child (widget) != NULL;
  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return FALSE;
  if (self->entry)
    trellis_canvas_end_rename (self, TRUE);
  /* From the map itself back out; coming in, to where the focus was. */
  guint row = trellis_canvas_get_focus_row (self);
  if (gtk_widget_has_focus (widget) && direction == GTK_DIR_TAB_BACKWARD)
    return FALSE;
  if (!inside && row != TRL_NO_ROW)
    trellis_canvas_focus_row (self, row);
  else if (!trellis_canvas_walk (self, direction == GTK_DIR_TAB_FORWARD ? 1 : -1))
    return !inside && !gtk_widget_has_focus (widget) && gtk_widget_grab_focus (widget);
  return TRUE;
}
