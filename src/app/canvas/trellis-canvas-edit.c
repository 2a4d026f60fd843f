/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every change that the canvas makes to a document, one step each.  Nothing here does
 * anything while the canvas is locked. */
#include "canvas/trellis-canvas-private.h"

#include <glib/gi18n.h>
#include <math.h>

gboolean
trellis_canvas_may_edit (TrellisCanvas *self)
{
  return self->document && !self->locked && trellis_canvas_get_real (self) != NULL;
}

gboolean
trellis_canvas_begin (TrellisCanvas *self, const char *name, const char *merge_key)
{
  if (!trellis_canvas_may_edit (self))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return FALSE;
    }
  trl_document_begin (self->document, name, merge_key);
  return TRUE;
}

void
trellis_canvas_end (TrellisCanvas *self)
{
  trl_document_end (self->document);
}

static void
set_node (TrellisCanvas *self, const char *id, guint prop, TrlValue value)
{
  trl_document_set (self->document, TRL_KIND_NODE, self->network_id, id, prop, value);
}

static void
set_edge (TrellisCanvas *self, const char *id, guint prop, TrlValue value)
{
  trl_document_set (self->document, TRL_KIND_EDGE, self->network_id, id, prop, value);
}

/* --- levels --- */

void
trellis_canvas_set_edge_rank (TrellisCanvas *self, const char *edge, int rank)
{
  TrlNetwork     *network = trellis_canvas_get_real (self);
  const TrlTable *edges = trl_network_get_edges (network);
  guint           row = trl_table_find (edges, edge);
  if (row == TRL_NO_ROW)
    return;
  const TrlScale *scale = trl_network_get_edge_scale (network, row);
  if (rank >= (int) trl_scale_get_n_levels (scale))
    return;
  TrlValue level =
    rank < 0 ? TRL_NONE_VALUE : TRL_TEXT (trl_scale_get_level (scale, rank)->id);
  /* Where both ends answered, the level that is set by hand is what both now say. */
  gboolean both = trl_table_get_text (edges, row, TRL_EDGE_BACK) != NULL;
  set_edge (self, edge, TRL_EDGE_LEVEL, level);
  set_edge (self, edge, TRL_EDGE_PRESENCE, TRL_NONE_VALUE);
  set_edge (self, edge, TRL_EDGE_MISSING, TRL_NONE_VALUE);
  if (both)
    set_edge (self, edge, TRL_EDGE_BACK, level);
}

/* A new partnership, inside a step. */
static char *
add_edge (TrellisCanvas *self, const char *from, const char *to, int rank)
{
  g_autoptr (TrlRecord) record = trl_record_new_edge (NULL, from, to);
  char *id = g_strdup (record->id);
  if (!trl_document_add (self->document, self->network_id, record))
    g_clear_pointer (&id, g_free);
  else if (rank >= 0)
    trellis_canvas_set_edge_rank (self, id, rank);
  return id;
}

void
trellis_canvas_set_hub_rank (TrellisCanvas *self, const char *node, int rank)
{
  TrlNetwork     *network = trellis_canvas_get_real (self);
  const TrlTable *nodes = trl_network_get_nodes (network);
  guint           hub = trl_network_get_hub (network), row = trl_table_find (nodes, node);
  if (hub == TRL_NO_ROW || row == TRL_NO_ROW || row == hub)
    return;
  guint edge = trl_network_get_node_edge (network, hub, row);
  if (edge != TRL_NO_ROW)
    {
      g_autofree char *id =
        g_strdup (trl_table_get_id (trl_network_get_edges (network), edge));
      trellis_canvas_set_edge_rank (self, id, rank);
      return;
    }
  g_autofree char *hub_id = g_strdup (trl_table_get_id (nodes, hub));
  g_autofree char *made = add_edge (self, hub_id, node, rank);
}

/* The tie between exactly two selected partners, where there is one. */
static char *
find_tie_of_two (TrellisCanvas *self, GPtrArray *nodes)
{
  TrlNetwork *network = trellis_canvas_get_real (self);
  if (nodes->len != 2)
    return NULL;
  const TrlTable *table = trl_network_get_nodes (network);
  guint           a = trl_table_find (table, g_ptr_array_index (nodes, 0));
  guint           b = trl_table_find (table, g_ptr_array_index (nodes, 1));
  guint           edge = a == TRL_NO_ROW || b == TRL_NO_ROW
                           ? TRL_NO_ROW
                           : trl_network_get_node_edge (network, a, b);
  return edge == TRL_NO_ROW
           ? NULL
           : g_strdup (trl_table_get_id (trl_network_get_edges (network), edge));
}

void
trellis_canvas_apply_level (TrellisCanvas *self, int rank)
{
  g_autoptr (GPtrArray) edges = trellis_selection_get_edges (self->selection);
  g_autoptr (GPtrArray) nodes = trellis_selection_get_nodes (self->selection);
  if (edges->len + nodes->len == 0 ||
      !trellis_canvas_begin (self, _ ("Change Level"), NULL))
    return;
  gboolean has_hub = trl_network_get_hub (trellis_canvas_get_real (self)) != TRL_NO_ROW;
  g_autofree char *tie = has_hub || edges->len ? NULL : find_tie_of_two (self, nodes);
  if (tie)
    trellis_canvas_set_edge_rank (self, tie, rank);
  for (guint i = 0; i < edges->len; i++)
    trellis_canvas_set_edge_rank (self, g_ptr_array_index (edges, i), rank);
  /* Of partners and partnerships selected together, the partnerships are meant. */
  for (guint i = 0; edges->len == 0 && i < nodes->len; i++)
    trellis_canvas_set_hub_rank (self, g_ptr_array_index (nodes, i), rank);
  trellis_canvas_end (self);
}

/* --- places --- */

/* Places that the picture has and the document does not yet: moving one node keeps the
 * others where they are. */
static void
store_others (TrellisCanvas *self)
{
  const TrlTable *nodes = trl_network_get_nodes (self->shown);
  for (guint i = 0; i < self->graph->n; i++)
    {
      guint row = self->graph->node_row[i];
      if (isfinite (trl_table_get_number (nodes, row, TRL_NODE_X)))
        continue;
      const char *id = trl_table_get_id (nodes, row);
      set_node (self, id, TRL_NODE_X, TRL_NUMBER (self->goal->points[i].x));
      set_node (self, id, TRL_NODE_Y, TRL_NUMBER (self->goal->points[i].y));
    }
}

void
trellis_canvas_move_nodes (
  TrellisCanvas *self, GArray *rows, double dx, double dy, const char *merge_key)
{
  if (self->rolled_up || !trellis_canvas_begin (self, _ ("Move Partner"), merge_key))
    return;
  gboolean        live = trellis_canvas_is_live (self);
  const TrlTable *nodes = trl_network_get_nodes (self->shown);
  if (!live)
    store_others (self);
  for (guint i = 0; i < rows->len; i++)
    {
      guint    row = g_array_index (rows, guint, i), index = self->graph->node_index[row];
      TrlPoint at = self->goal->points[index];
      g_autofree char *id = g_strdup (trl_table_get_id (nodes, row));
      at = (TrlPoint){ at.x + dx, at.y + dy };
      self->now->points[index] = at;
      set_node (self, id, TRL_NODE_X, TRL_NUMBER (at.x));
      set_node (self, id, TRL_NODE_Y, TRL_NUMBER (at.y));
      /* A layout that follows the data keeps a place only where it is pinned. */
      if (live)
        set_node (self, id, TRL_NODE_PINNED, TRL_FLAG (TRUE));
    }
  trellis_canvas_end (self);
}

static GArray *
get_selected_rows (TrellisCanvas *self)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GPtrArray) ids = trellis_selection_get_nodes (self->selection);
  for (guint i = 0; i < ids->len; i++)
    {
      guint row = trellis_canvas_find_row (self, g_ptr_array_index (ids, i));
      if (row != TRL_NO_ROW && self->graph->node_index[row] != G_MAXUINT)
        g_array_append_val (rows, row);
    }
  return rows;
}

/* One walk is one step: of the same partners, in the same network. */
static char *
make_nudge_key (TrellisCanvas *self, GArray *rows)
{
  const TrlTable *nodes = trl_network_get_nodes (self->shown);
  GString        *key = g_string_new ("canvas-nudge ");
  g_string_append (key, self->network_id);
  for (guint i = 0; i < rows->len; i++)
    g_string_append_printf (key, " %s",
                            trl_table_get_id (nodes, g_array_index (rows, guint, i)));
  return g_string_free (key, FALSE);
}

void
trellis_canvas_nudge (TrellisCanvas *self, double dx, double dy)
{
  if (!self->shown || !self->goal || self->rolled_up || trellis_canvas_has_rings (self))
    return;
  g_autoptr (GArray) rows = get_selected_rows (self);
  if (rows->len == 0)
    return;
  g_autofree char *key = make_nudge_key (self, rows);
  trellis_canvas_move_nodes (self, rows, dx, dy, key);
}

void
trellis_canvas_toggle_pin (TrellisCanvas *self)
{
  g_autoptr (GArray) rows =
    self->shown && self->goal && !self->rolled_up ? get_selected_rows (self) : NULL;
  if (!rows || rows->len == 0)
    return;
  const TrlTable *nodes = trl_network_get_nodes (self->shown);
  gboolean        pin =
    !trl_table_get_flag (nodes, g_array_index (rows, guint, 0), TRL_NODE_PINNED);
  if (!trellis_canvas_begin (self, pin ? _ ("Pin Partner") : _ ("Unpin Partner"), NULL))
    return;
  if (pin && !trellis_canvas_is_live (self))
    store_others (self);
  for (guint i = 0; i < rows->len; i++)
    {
      guint            row = g_array_index (rows, guint, i);
      TrlPoint         at = self->goal->points[self->graph->node_index[row]];
      g_autofree char *id = g_strdup (trl_table_get_id (nodes, row));
      set_node (self, id, TRL_NODE_PINNED, TRL_FLAG (pin));
      if (pin)
        {
          set_node (self, id, TRL_NODE_X, TRL_NUMBER (at.x));
          set_node (self, id, TRL_NODE_Y, TRL_NUMBER (at.y));
        }
    }
  trellis_canvas_end (self);
}

/* --- adding and removing --- */

char *
trellis_canvas_connect_partners (TrellisCanvas *self,
                                 const char    *from,
                                 const char    *to,
                                 int            rank)
{
  g_return_val_if_fail (TRELLIS_IS_CANVAS (self) && from && to, NULL);
  TrlNetwork *network = trellis_canvas_get_real (self);
  if (!network || g_str_equal (from, to))
    return NULL;
  const TrlTable *nodes = trl_network_get_nodes (network);
  guint           a = trl_table_find (nodes, from), b = trl_table_find (nodes, to);
  if (a == TRL_NO_ROW || b == TRL_NO_ROW)
    return NULL;
  guint edge = trl_network_get_node_edge (network, a, b);
  char *id = edge == TRL_NO_ROW
               ? NULL
               : g_strdup (trl_table_get_id (trl_network_get_edges (network), edge));
  if (id)
    trellis_canvas_notice (self, _ ("These two are connected already."), FALSE);
  else if (trellis_canvas_begin (self, _ ("Add Partnership"), NULL))
    {
      id = add_edge (self, from, to, rank);
      trellis_canvas_end (self);
    }
  if (id)
    trellis_selection_set (self->selection, TRL_KIND_EDGE, id);
  return id;
}

/* The tie that a new partner starts with: to the partner it was drawn from, or in a
 * network about a hub to the hub, at the level of the ring it was put on. */
static void
connect_new (TrellisCanvas *self, const char *id, double x, double y, const char *from)
{
  TrlNetwork *network = trellis_canvas_get_real (self);
  guint       hub = trl_network_get_hub (network);
  int         rank = trellis_canvas_has_rings (self) ? trellis_canvas_rank_at (self, x, y)
                                                     : TRL_RANK_NOT_REPORTED;
  g_autofree char *hub_id =
    hub == TRL_NO_ROW
      ? NULL
      : g_strdup (trl_table_get_id (trl_network_get_nodes (network), hub));
  if (from && g_strcmp0 (from, hub_id) != 0)
    g_free (add_edge (self, from, id, TRL_RANK_NOT_REPORTED));
  if (hub_id && (trellis_canvas_is_live (self) || g_strcmp0 (from, hub_id) == 0))
    g_free (add_edge (self, hub_id, id, rank == G_MININT ? TRL_RANK_NOT_REPORTED : rank));
}

/* A partner without a type may make another layout the default of the network; the one
 * that is seen stays. */
static void
keep_layout (TrellisCanvas *self)
{
  if (!trl_network_get_text (self->shown, TRL_NETWORK_LAYOUT))
    trl_document_set (self->document, TRL_KIND_NETWORK, self->network_id, NULL,
                      TRL_NETWORK_LAYOUT,
                      TRL_TEXT (trellis_canvas_get_layout (self)->id));
}

void
trellis_canvas_add_partner_at (TrellisCanvas *self, double x, double y, const char *from)
{
  if (self->rolled_up)
    {
      trellis_canvas_notice (
        self, _ ("Partners are added where each is shown, not by type."), FALSE);
      return;
    }
  g_autofree char *key = g_strdup_printf ("add-%" G_GUINT64_FORMAT,
                                          trl_document_get_revision (self->document));
  if (!trellis_canvas_begin (self, _ ("Add Partner"), key))
    return;
  g_autoptr (TrlRecord) record = trl_record_new (TRL_KIND_NODE, NULL);
  g_autofree char *id = g_strdup (record->id);
  trl_record_set (record, TRL_NODE_NAME, TRL_TEXT (_ ("New Partner")));
  keep_layout (self);
  if (!trellis_canvas_is_live (self))
    {
      if (self->goal)
        store_others (self);
      trl_record_set (record, TRL_NODE_X, TRL_NUMBER (x));
      trl_record_set (record, TRL_NODE_Y, TRL_NUMBER (y));
    }
  gboolean added = trl_document_add (self->document, self->network_id, record);
  if (added)
    connect_new (self, id, x, y, from);
  trellis_canvas_end (self);
  if (!added)
    return;
  trellis_selection_set (self->selection, TRL_KIND_NODE, id);
  guint row = trellis_canvas_find_row (self, id);
  trellis_canvas_focus_row (self, row);
  trellis_canvas_rename (self, row, key);
}

/* “Local Businesses removed”, “3 partners removed” … */
static char *
describe_removal (TrellisCanvas *self, GPtrArray *nodes, GPtrArray *edges)
{
  const TrlTable *table = trl_network_get_nodes (trellis_canvas_get_real (self));
  if (nodes->len == 1)
    {
      guint            row = trl_table_find (table, g_ptr_array_index (nodes, 0));
      const char      *name = trl_table_get_text (table, row, TRL_NODE_NAME);
      g_autofree char *isolated = trl_text_isolate (name ? name : _ ("Partner"));
      return g_strdup_printf (_ ("%s removed"), isolated);
    }
  if (nodes->len > 1)
    return g_strdup_printf (
      ngettext ("%u partner removed", "%u partners removed", nodes->len), nodes->len);
  return g_strdup_printf (
    ngettext ("%u partnership removed", "%u partnerships removed", edges->len),
    edges->len);
}

void
trellis_canvas_remove_selected (TrellisCanvas *self)
{
  g_autoptr (GPtrArray) nodes = trellis_selection_get_nodes (self->selection);
  g_autoptr (GPtrArray) edges = trellis_selection_get_edges (self->selection);
  if (nodes->len + edges->len == 0 ||
      !trellis_canvas_begin (
        self, nodes->len ? _ ("Remove Partner") : _ ("Remove Partnership"), NULL))
    return;
  g_autofree char *text = describe_removal (self, nodes, edges);
  for (guint i = 0; i < edges->len; i++)
    trl_document_remove_edge (self->document, self->network_id,
                              g_ptr_array_index (edges, i));
  trl_document_remove_nodes (self->document, self->network_id,
                             (const char *const *) nodes->pdata, nodes->len);
  trellis_canvas_end (self);
  trellis_canvas_notice (self, text, TRUE);
}
