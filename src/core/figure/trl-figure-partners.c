/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who is in a picture is asked of the picture, so that tables and words say of it what is
 * drawn and nothing else. */
#include "config.h"

#include "figure/trl-figure-partners.h"

#include "figure/trl-figure-networks.h"

#include "formats/trl-csv.h"
#include "model/trl-vocabulary.h"

#include <math.h>

/* Returns: (transfer full): of each row of the network's nodes, whether it is drawn */
static gboolean *
find_drawn (const TrlNetwork *network, const TrlScene *scene)
{
  guint          n_rows = trl_table_get_capacity (trl_network_get_nodes (network)), n;
  gboolean      *drawn = g_new0 (gboolean, n_rows + 1);
  const TrlItem *items = trl_scene_get_items (scene, &n);

  for (guint i = 0; i < n; i++)
    if (items[i].owner.kind == TRL_OWNER_NODE && items[i].owner.row < n_rows)
      drawn[items[i].owner.row] = TRUE;
  return drawn;
}

static TrlFigurePartner
describe (const TrlNetwork *network, const TrlGraph *graph, guint index)
{
  const TrlTable       *nodes = trl_network_get_nodes (network);
  guint                 row = graph->node_row[index];
  const char           *id = trl_table_get_text (nodes, row, TRL_NODE_TYPE);
  const TrlPartnerType *type =
    id ? trl_vocabulary_find_type (trl_network_get_vocabulary (network), id) : NULL;
  TrlFigurePartner partner = { .row = row, .index = index };

  partner.id = trl_table_get_id (nodes, row);
  partner.type = type ? type->name : NULL;
  partner.name = trl_table_get_text (nodes, row, TRL_NODE_NAME);
  if (!partner.name || !*partner.name)
    partner.name = partner.type ? partner.type : partner.id;
  partner.rank = trl_network_get_node_rank (network, row, &partner.scale);
  partner.ties = trl_figure_count_ties (network, graph, index);
  partner.count = trl_table_get_number (nodes, row, TRL_NODE_COUNT);
  return partner;
}

GArray *
trl_figure_partners_new (const TrlNetwork *network, const TrlScene *scene)
{
  GArray *partners = g_array_new (FALSE, TRUE, sizeof (TrlFigurePartner));
  guint   hub = trl_network_get_hub (network);
  g_autoptr (TrlGraph) graph = trl_network_get_graph (network);
  g_autofree gboolean *drawn = find_drawn (network, scene);

  for (guint i = 0; i < graph->n; i++)
    if (graph->node_row[i] != hub && drawn[graph->node_row[i]])
      {
        TrlFigurePartner partner = describe (network, graph, i);

        g_array_append_val (partners, partner);
      }
  return partners;
}

/* What has no level is on no scale. */
int
trl_figure_partners_compare_depth (gconstpointer a, gconstpointer b)
{
  const TrlFigurePartner *x = a, *y = b;

  if (x->rank >= 0 && y->rank >= 0 && x->scale != y->scale && x->scale && y->scale)
    return g_strcmp0 (x->scale->id, y->scale->id);
  return (x->rank < y->rank) - (x->rank > y->rank);
}

void
trl_figure_partner_append (GString *csv, const TrlFigurePartner *partner, gboolean last)
{
  gboolean known = partner->rank >= 0 && partner->scale;

  trl_csv_append (csv, partner->id, FALSE);
  trl_csv_append (csv, partner->name, FALSE);
  trl_csv_append (csv, partner->type ? partner->type : "", FALSE);
  trl_csv_append (csv,
                  known
                    ? trl_scale_get_level (partner->scale, (guint) partner->rank)->name
                  : partner->rank == -1 ? "?"
                                        : "",
                  FALSE);
  trl_csv_append_number (csv, known ? partner->rank : NAN, FALSE);
  trl_csv_append_number (csv, partner->ties, FALSE);
  trl_csv_append_number (csv, partner->count, last);
}
