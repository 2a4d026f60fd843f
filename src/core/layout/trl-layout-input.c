/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The one place where layouts meet the model: a network becomes arrays in drawing order.
 * Ties that are known not to be there pull nobody together. */
#include "config.h"

#include "layout/trl-coordinates.h"

#include <math.h>

static gboolean
is_drawn (const TrlNetwork *network, guint edge)
{
  return trl_network_is_edge_engaged (network, edge) ||
         trl_table_get_flag (trl_network_get_edges (network), edge, TRL_EDGE_PLANNED);
}

/* On a scale with one level of ties, all are halfway. */
static double
get_depth (const TrlNetwork *network, guint edge)
{
  int rank = trl_network_get_edge_rank (network, edge);
  int n = (int) trl_scale_get_n_levels (trl_network_get_edge_scale (network, edge));

  if (rank < 0)
    return NAN;
  return n > 2 ? (MAX (rank, 1) - 1.0) / (n - 2) : 0.5;
}

static void
take_edges (TrlLayoutInput *input, const TrlNetwork *network, const TrlGraph *graph)
{
  guint *from = g_new (guint, graph->m + 1);
  guint *to = g_new (guint, graph->m + 1);
  float *depth = g_new (float, graph->m + 1);

  for (guint e = 0; e < graph->m; e++)
    if (is_drawn (network, graph->edge_row[e]))
      {
        from[input->m] = graph->from[e];
        depth[input->m] = (float) get_depth (network, graph->edge_row[e]);
        to[input->m++] = graph->to[e];
      }
  input->from = from;
  input->to = to;
  input->depth = depth;
}

static void
take_discs (TrlLayoutInput *input, const TrlNetwork *network, const TrlGraph *graph)
{
  const TrlTable *nodes = trl_network_get_nodes (network);
  guint           hub = trl_network_get_hub (network);
  double         *radius = g_new (double, graph->n + 1);

  input->hub = TRL_NO_INDEX;
  for (guint i = 0; i < graph->n; i++)
    {
      guint row = graph->node_row[i];

      radius[i] =
        trl_layout_disc_radius (trl_table_get_number (nodes, row, TRL_NODE_COUNT));
      if (row == hub)
        {
          input->hub = i;
          radius[i] = TRL_LAYOUT_HUB_RADIUS;
        }
    }
  input->radius = radius;
}

static void
take_sectors (TrlLayoutInput *input, const TrlNetwork *network, const TrlGraph *graph)
{
  const TrlTable      *nodes = trl_network_get_nodes (network);
  const TrlVocabulary *words = trl_network_get_vocabulary (network);
  g_autoptr (GHashTable) families = g_hash_table_new (g_str_hash, g_str_equal);
  int *sector = g_new (int, graph->n + 1);
  int *family = g_new (int, words->types->len + 1);

  for (guint s = 0; s < words->types->len; s++)
    {
      const TrlPartnerType *type = g_ptr_array_index (words->types, s);
      char                 *name = type->family != NULL ? type->family : (char *) "";
      gpointer              known;

      if (!g_hash_table_lookup_extended (families, name, NULL, &known))
        {
          known = GUINT_TO_POINTER (g_hash_table_size (families));
          g_hash_table_insert (families, name, known);
        }
      family[s] = GPOINTER_TO_INT (known);
    }
  for (guint i = 0; i < graph->n; i++)
    {
      const char *type = trl_table_get_text (nodes, graph->node_row[i], TRL_NODE_TYPE);

      sector[i] = type != NULL ? trl_vocabulary_type_index (words, type) : -1;
    }
  input->n_sectors = words->types->len;
  input->sector_family = family;
  input->sector = sector;
}

/* The scale that the rings are of: that of the first node which has one. */
static const TrlScale *
find_scale (const TrlNetwork *network, const TrlGraph *graph)
{
  for (guint i = 0; i < graph->n; i++)
    {
      const TrlScale *scale = NULL;

      if (trl_network_get_node_rank (network, graph->node_row[i], &scale) >= 0 &&
          scale != NULL)
        return scale;
    }
  return trl_vocabulary_find_scale (trl_network_get_vocabulary (network), NULL);
}

/* On another scale than that of the rings, the level on this one is not reported. */
static void
take_ranks (TrlLayoutInput *input, const TrlNetwork *network, const TrlGraph *graph)
{
  const TrlScale *scale = find_scale (network, graph);
  int            *rank = g_new (int, graph->n + 1);

  for (guint i = 0; i < graph->n; i++)
    {
      const TrlScale *own = scale;

      rank[i] = trl_network_get_node_rank (network, graph->node_row[i], &own);
      if (rank[i] >= 0 && own != scale)
        rank[i] = TRL_RANK_NOT_REPORTED;
    }
  input->rank = rank;
  input->n_ranks = (int) trl_scale_get_n_levels (scale);
}

static void
take_places (TrlLayoutInput *input, const TrlNetwork *network, const TrlGraph *graph)
{
  const TrlTable *nodes = trl_network_get_nodes (network);
  TrlPoint       *start = g_new0 (TrlPoint, graph->n + 1);
  guint8         *flags = g_new0 (guint8, graph->n + 1);

  for (guint i = 0; i < graph->n; i++)
    {
      guint  row = graph->node_row[i];
      double x = trl_table_get_number (nodes, row, TRL_NODE_X);
      double y = trl_table_get_number (nodes, row, TRL_NODE_Y);

      if (!isfinite (x) || !isfinite (y))
        continue;
      start[i] = (TrlPoint){ x, y };
      flags[i] = TRL_LAYOUT_PLACED;
      if (trl_table_get_flag (nodes, row, TRL_NODE_PINNED))
        flags[i] |= TRL_LAYOUT_PINNED;
    }
  input->start = start;
  input->flags = flags;
}

TrlLayoutInput *
trl_layout_input_new (const TrlNetwork *network)
{
  g_autoptr (TrlGraph) graph = trl_network_get_graph (network);
  TrlLayoutInput *input = g_new0 (TrlLayoutInput, 1);

  input->n = graph->n;
  take_edges (input, network, graph);
  take_discs (input, network, graph);
  take_sectors (input, network, graph);
  take_ranks (input, network, graph);
  take_places (input, network, graph);
  trl_coordinates_take (input, network, graph);
  return input;
}

void
trl_layout_input_free (TrlLayoutInput *input)
{
  if (input == NULL)
    return;
  g_free ((gpointer) input->from);
  g_free ((gpointer) input->to);
  g_free ((gpointer) input->radius);
  g_free ((gpointer) input->length);
  g_free ((gpointer) input->depth);
  g_free ((gpointer) input->sector);
  g_free ((gpointer) input->sector_family);
  g_free ((gpointer) input->rank);
  g_free ((gpointer) input->start);
  g_free ((gpointer) input->flags);
  g_free ((gpointer) input->longitude);
  g_free ((gpointer) input->latitude);
  g_free (input);
}
