/* SPDX-License-Identifier: GPL-3.0-or-later */

/* After a move only the ties of what moved are drawn anew, in a scene of their own, whose
 * items then take the place of the old ones, one for one.  A disc goes as a whole. */

#include "config.h"

#include "model/trl-compare.h"
#include "scene/trl-scene-build-private.h"
#include "scene/trl-scene-patch.h"
#include "scene/trl-scene-private.h"

typedef struct
{
  TrlScene *before;
  TrlScene *ties;    /* as they are now */
  GArray   *changes; /* TrlItemChange */
} Move;

/* Dense indexes of the ties that end at the nodes, each once, in order. */
static GArray *
list_ties (const TrlGraph *graph, const guint *nodes, guint n)
{
  GArray *ties = g_array_new (FALSE, FALSE, sizeof (guint));
  guint   kept = 0;

  for (guint i = 0; i < n; i++)
    g_array_append_vals (ties, graph->via + graph->first[nodes[i]],
                         graph->first[nodes[i] + 1] - graph->first[nodes[i]]);
  g_array_sort (ties, trl_compare_indexes);
  for (guint i = 0; i < ties->len; i++)
    if (kept == 0 ||
        g_array_index (ties, guint, i) != g_array_index (ties, guint, kept - 1))
      g_array_index (ties, guint, kept++) = g_array_index (ties, guint, i);
  g_array_set_size (ties, kept);
  return ties;
}

static TrlOwner
edge_owner (const TrlSceneBuilder *builder, guint edge)
{
  return (TrlOwner){ TRL_OWNER_EDGE, builder->graph->edge_row[edge] };
}

static guint
count_items (const TrlScene *scene, TrlOwner owner)
{
  guint n;

  trl_scene_get_owner_items (scene, owner, &n);
  return n;
}

/* What was not drawn before is not drawn now. */
static void
prepare_tie (TrlSceneBuilder *builder, const Move *move, guint edge)
{
  if (count_items (move->before, edge_owner (builder, edge)) == 0)
    return;
  builder->edge_shown[edge] = TRUE;
  builder->edge_rank[edge] =
    trl_network_get_edge_rank (builder->network, builder->graph->edge_row[edge]);
  trl_scene_builder_place_node (builder, builder->graph->from[edge]);
  trl_scene_builder_place_node (builder, builder->graph->to[edge]);
}

static gboolean
replace_tie (const TrlSceneBuilder *builder, Move *move, guint edge)
{
  guint        n_old, n_new;
  const guint *old =
    trl_scene_get_owner_items (move->before, edge_owner (builder, edge), &n_old);
  const guint *fresh =
    trl_scene_get_owner_items (move->ties, edge_owner (builder, edge), &n_new);

  if (n_old != n_new)
    return FALSE;
  for (guint i = 0; i < n_old; i++)
    {
      TrlItemChange change = { old[i], FALSE,
                               *trl_scene_get_item (move->ties, fresh[i]) };

      g_array_append_val (move->changes, change);
    }
  return TRUE;
}

static void
move_disc (const TrlSceneBuilder *builder, Move *move, guint node)
{
  TrlPoint     to = builder->layout->points[node];
  double       scale = builder->options->scale, dx = 0, dy = 0;
  guint        n;
  const guint *own = trl_scene_get_owner_items (
    move->before, (TrlOwner){ TRL_OWNER_NODE, builder->graph->node_row[node] }, &n);
  gboolean found = FALSE;

  for (guint i = 0; i < n && !found; i++)
    {
      const TrlItem *item = trl_scene_get_item (move->before, own[i]);

      found = item && (item->kind == TRL_ITEM_DISC || item->kind == TRL_ITEM_SHAPE);
      dx = found ? to.x * scale - item->x : 0;
      dy = found ? to.y * scale - item->y : 0;
    }
  for (guint i = 0; i < n; i++)
    {
      const TrlItem *item = trl_scene_get_item (move->before, own[i]);
      TrlItemChange  change = { own[i], item == NULL, item ? *item : (TrlItem){ 0 } };

      trl_item_carry (&change.value, dx, dy, 1);
      if (item)
        g_array_append_val (move->changes, change);
    }
}

/* Whether all else of the picture stays as it is when a node moves. */
static gboolean
is_simple (const TrlLayoutResult *layout, const TrlSceneOptions *options)
{
  return !options->labels && !options->spotlight && !options->spotlight_type &&
         !options->marks && !options->intended && layout->n_rings == 0 &&
         layout->rim == 0;
}

static gboolean
move_all (TrlSceneBuilder *builder, Move *move, const guint *nodes, guint n)
{
  g_autoptr (GArray) ties = list_ties (builder->graph, nodes, n);
  gboolean same = TRUE;

  for (guint i = 0; i < ties->len; i++)
    prepare_tie (builder, move, g_array_index (ties, guint, i));
  trl_scene_builder_add_ties (builder, (const guint *) ties->data, ties->len);
  trl_scene_freeze (builder->scene);
  move->ties = builder->scene;
  for (guint i = 0; i < ties->len && same; i++)
    same = replace_tie (builder, move, g_array_index (ties, guint, i));
  for (guint i = 0; i < n && same; i++)
    move_disc (builder, move, nodes[i]);
  return same;
}

TrlScene *
trl_scene_build_moved (TrlScene              *scene,
                       const TrlNetwork      *network,
                       const TrlLayoutResult *layout,
                       const TrlSceneOptions *options,
                       const guint           *nodes,
                       guint                  n)
{
  TrlSceneBuilder builder = { .network = network, .layout = layout, .options = options };
  Move            move = { .before = scene };
  TrlScene       *moved = NULL;

  g_return_val_if_fail (scene && trl_scene_is_frozen (scene), NULL);
  if (!is_simple (layout, options))
    return NULL;
  trl_scene_builder_open (&builder);
  move.changes = g_array_new (FALSE, FALSE, sizeof (TrlItemChange));
  if (layout->n == builder.graph->n && move_all (&builder, &move, nodes, n))
    moved = trl_scene_patch (scene, (const TrlItemChange *) move.changes->data,
                             move.changes->len);
  trl_scene_unref (builder.scene);
  trl_scene_builder_close (&builder);
  g_array_unref (move.changes);
  return moved;
}
