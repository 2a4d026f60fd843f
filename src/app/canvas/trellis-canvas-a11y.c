/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said of partners and partnerships, and how the focus comes in and goes out. */
#include "canvas/trellis-canvas-private.h"

#include <glib/gi18n.h>
#include <math.h>

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

const char *
trellis_canvas_get_name (TrellisCanvas *self, guint row)
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
  if (type && g_strcmp0 (type, trellis_canvas_get_name (self, row)) != 0)
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
    trl_text_isolate (trellis_canvas_get_name (self, trl_table_get_end (edges, row, 0)));
  g_autofree char *to =
    trl_text_isolate (trellis_canvas_get_name (self, trl_table_get_end (edges, row, 1)));
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
      text = g_strdup_printf ("%s\n%s", trellis_canvas_get_name (self, owner.row),
                              description);
    }
  gtk_tooltip_set_text (tooltip, g_strchomp (text));
  return TRUE;
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
