/* SPDX-License-Identifier: GPL-3.0-or-later */
/* In rings a place is a level: letting a partner go on another ring changes its tie with
 * the hub, and nothing else. */
#include "canvas/trellis-canvas-private.h"

#include <glib/gi18n.h>

char *
trellis_canvas_level_name (TrellisCanvas *self, int rank)
{
  guint           hub = trl_network_get_hub (self->shown);
  const TrlScale *scale = NULL;
  if (rank < 0)
    return g_strdup (rank == TRL_RANK_NOT_REPORTED ? _ ("Not reported") : _ ("No tie"));
  if (hub != TRL_NO_ROW)
    {
      guint     n;
      TrlGraph *graph = self->graph;
      guint     index = graph->node_index[hub];
      n = graph->first[index + 1] - graph->first[index];
      if (n > 0)
        scale = trl_network_get_edge_scale (
          self->shown, graph->edge_row[graph->via[graph->first[index]]]);
    }
  if (!scale)
    scale = trl_vocabulary_find_scale (trl_network_get_vocabulary (self->shown), NULL);
  const TrlLevel *level = trl_scale_get_level (scale, rank);
  return g_strdup (level ? level->name : "");
}

int
trellis_canvas_rank_at (TrellisCanvas *self, double x, double y)
{
  return self->goal ? trl_layout_rank_at (self->goal, x, y) : G_MININT;
}

void
trellis_canvas_drop_on_ring (TrellisCanvas *self, GArray *rows, int rank)
{
  if (self->rolled_up || !trellis_canvas_begin (self, _ ("Change Level"), NULL))
    return;
  const TrlTable *nodes = trl_network_get_nodes (self->shown);
  for (guint i = 0; i < rows->len; i++)
    {
      g_autofree char *id =
        g_strdup (trl_table_get_id (nodes, g_array_index (rows, guint, i)));
      trellis_canvas_set_hub_rank (self, id, rank);
    }
  trellis_canvas_end (self);
}
