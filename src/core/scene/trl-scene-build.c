/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A network becomes a list of items in layers: bands, leaders, ties, discs, names.  What
 * is shown, and how large, is settled first; painting then only reads it. */
#include "scene/trl-scene-build-private.h"

#include "scene/trl-colour-science.h"

/* A hub that is one among many needs less room than one that all else turns around. */
#define FREE_HUB_RADIUS 12.0

/* Among more ties than that, none stands out beyond all partners by what would be seen.
 */
#define MOST_SKETCHED 1000

TrlColour
trl_scene_builder_shade (const TrlSceneBuilder *builder, TrlColour colour, gboolean faint)
{
  if (!faint || colour.a == 0)
    return colour;
  return trl_colour_mix (colour, builder->style->background, 0.82);
}

static gboolean
shows_node (const TrlSceneBuilder *builder, guint i)
{
  const TrlNodePicture *node = &builder->pictures[i];

  if (i == builder->hub)
    return builder->options->hub;
  if (!trl_scene_options_shows_type (builder->options, node->type))
    return FALSE;
  if (node->rank == 0 && !builder->options->ghosts)
    return FALSE;
  return builder->hub == TRL_NO_INDEX ||
         trl_scene_options_shows_level (builder->options, node->scale, node->rank);
}

static double
node_radius (const TrlSceneBuilder *builder, guint i, double count)
{
  double radius = trl_layout_disc_radius (count);

  if (i == builder->hub)
    radius = builder->layout->rim > 0 ? TRL_LAYOUT_HUB_RADIUS : FREE_HUB_RADIUS;
  return radius * trl_look_node_scale (builder->options);
}

/* What stands beside a disc; titles always have the name. */
static const char *
find_written (const TrlSceneBuilder *builder, const TrlNodePicture *node)
{
  GHashTable *names = builder->options->names;
  const char *other =
    names ? g_hash_table_lookup (names, trl_table_get_id (builder->nodes, node->row))
          : NULL;

  return other ? other : node->name;
}

void
trl_scene_builder_place_node (TrlSceneBuilder *builder, guint i)
{
  TrlNodePicture *node = &builder->pictures[i];
  double          scale = builder->options->scale;

  node->row = builder->graph->node_row[i];
  node->type = trl_table_get_text (builder->nodes, node->row, TRL_NODE_TYPE);
  node->count = trl_table_get_number (builder->nodes, node->row, TRL_NODE_COUNT);
  node->shape = trl_look_shape (builder->look, node->type);
  node->x = builder->layout->points[i].x * scale;
  node->y = builder->layout->points[i].y * scale;
  node->radius = node_radius (builder, i, node->count);
}

static void
picture_node (TrlSceneBuilder *builder, guint i)
{
  TrlNodePicture *node = &builder->pictures[i];

  trl_scene_builder_place_node (builder, i);
  node->name = trl_table_get_text (builder->nodes, node->row, TRL_NODE_NAME);
  node->written = find_written (builder, node);
  node->rank = trl_network_get_node_rank (builder->network, node->row, &node->scale);
  node->shown = shows_node (builder, i);
}

/* Either every disc has its number inside or every name has it behind; a disc of which
 * nothing is reported holds its question mark. */
static void
settle_counts (TrlSceneBuilder *builder)
{
  gboolean all_fit = TRUE;

  for (guint i = 0; i < builder->graph->n; i++)
    {
      TrlNodePicture *node = &builder->pictures[i];

      node->counted = i != builder->hub && builder->options->counts && node->count > 1;
      if (node->counted && node->shown && node->rank != TRL_LOOK_NOT_REPORTED)
        all_fit = all_fit && trl_scene_builder_fits_count (builder, node, NULL);
    }
  for (guint i = 0; i < builder->graph->n; i++)
    {
      TrlNodePicture *node = &builder->pictures[i];

      node->count_in_name =
        node->counted && (!all_fit || node->rank == TRL_LOOK_NOT_REPORTED);
    }
}

/* The scale is asked for only where it matters. */
static gboolean
shows_edge (const TrlSceneBuilder *builder, guint e)
{
  const TrlScale *scale = NULL;

  if (trl_scene_options_hides_levels (builder->options))
    scale = trl_network_get_edge_scale (builder->network, builder->graph->edge_row[e]);
  return trl_scene_options_shows_level (builder->options, scale, builder->edge_rank[e]);
}

/* A partner whose ties are all hidden goes with them. */
static gboolean
is_left_alone (const TrlSceneBuilder *builder, guint i)
{
  const TrlGraph *graph = builder->graph;
  guint           first = graph->first[i], end = graph->first[i + 1];

  if (i == builder->hub || first == end)
    return FALSE;
  for (guint k = first; k < end; k++)
    if (shows_edge (builder, graph->via[k]))
      return FALSE;
  return TRUE;
}

static void
settle_what_is_shown (TrlSceneBuilder *builder)
{
  const TrlGraph *graph = builder->graph;

  if (builder->hub == TRL_NO_INDEX)
    for (guint i = 0; i < graph->n; i++)
      if (builder->pictures[i].shown && is_left_alone (builder, i))
        builder->pictures[i].shown = FALSE;
  for (guint e = 0; e < graph->m; e++)
    builder->edge_shown[e] = builder->pictures[graph->from[e]].shown &&
                             builder->pictures[graph->to[e]].shown &&
                             shows_edge (builder, e);
}

static gboolean
is_spotlit (const TrlSceneBuilder *builder, guint i)
{
  const TrlSceneOptions *options = builder->options;
  const TrlNodePicture  *node = &builder->pictures[i];

  if (options->spotlight_type)
    return i != builder->hub && g_strcmp0 (node->type, options->spotlight_type) == 0;
  return g_str_equal (trl_table_get_id (builder->nodes, node->row), options->spotlight);
}

/* All but what is in the spotlight and its ties are faint; of one partner those at the
 * other ends are not: of a type they would be nearly everybody. */
static void
settle_spotlight (TrlSceneBuilder *builder)
{
  const TrlSceneOptions *options = builder->options;
  const TrlGraph        *graph = builder->graph;

  builder->spotlit =
    options->spotlight_type ||
    (options->spotlight &&
     (!*options->spotlight ||
      trl_table_find (builder->nodes, options->spotlight) != TRL_NO_ROW));
  if (!builder->spotlit)
    return;
  for (guint i = 0; i < graph->n; i++)
    {
      builder->pictures[i].lit = is_spotlit (builder, i);
      builder->pictures[i].faint = !builder->pictures[i].lit;
    }
  for (guint i = 0; i < graph->n; i++)
    for (guint k = graph->first[i]; builder->pictures[i].lit && k < graph->first[i + 1];
         k++)
      if (builder->edge_shown[graph->via[k]] &&
          (!options->spotlight_type || graph->neighbour[k] == builder->hub))
        builder->pictures[graph->neighbour[k]].faint = FALSE;
}

void
trl_scene_builder_open (TrlSceneBuilder *builder)
{
  guint hub_row = trl_network_get_hub (builder->network);

  builder->nodes = trl_network_get_nodes (builder->network);
  builder->edges = trl_network_get_edges (builder->network);
  builder->graph = trl_network_get_graph (builder->network);
  builder->style = trl_theme_get_style (builder->options->theme);
  builder->look = trl_look_new (trl_network_get_vocabulary (builder->network),
                                builder->options, builder->graph->m);
  builder->scene = trl_scene_new ();
  builder->texts =
    builder->options->texts ? builder->options->texts : trl_text_cache_new ();
  trl_text_cache_trim (builder->texts);
  builder->hub =
    hub_row == TRL_NO_ROW ? TRL_NO_INDEX : builder->graph->node_index[hub_row];
  builder->x = builder->layout->centre.x * builder->options->scale;
  builder->y = builder->layout->centre.y * builder->options->scale;
  builder->rim = builder->layout->rim * builder->options->scale;
  builder->pictures = g_new0 (TrlNodePicture, builder->graph->n + 1);
  builder->edge_shown = g_new0 (gboolean, builder->graph->m + 1);
  builder->edge_rank = g_new0 (int, builder->graph->m + 1);
  builder->names = g_array_new (FALSE, TRUE, sizeof (TrlName));
  builder->marks = trl_scene_builder_new_marks ();
  builder->opacity = 1;
}

void
trl_scene_builder_close (TrlSceneBuilder *builder)
{
  for (guint i = 0; i < builder->names->len; i++)
    g_free (g_array_index (builder->names, TrlName, i).string);
  g_array_unref (builder->names);
  g_array_unref (builder->marks);
  if (builder->texts != builder->options->texts)
    trl_text_cache_free (builder->texts);
  g_free (builder->pictures);
  g_free (builder->edge_shown);
  g_free (builder->edge_rank);
  trl_look_free (builder->look);
  trl_graph_unref (builder->graph);
}

TrlScene *
trl_scene_build_noting (const TrlNetwork      *network,
                        const TrlLayoutResult *layout,
                        const TrlSceneOptions *options,
                        TrlSceneNotes         *notes)
{
  TrlSceneBuilder builder = { .network = network, .layout = layout, .options = options };

  trl_scene_builder_open (&builder);
  g_return_val_if_fail (layout->n == builder.graph->n, NULL);
  trl_scene_reserve (builder.scene, builder.graph->n + builder.graph->m);
  for (guint e = 0; e < builder.graph->m; e++)
    builder.edge_rank[e] =
      trl_network_get_edge_rank (network, builder.graph->edge_row[e]);
  for (guint i = 0; i < builder.graph->n; i++)
    picture_node (&builder, i);
  settle_what_is_shown (&builder);
  settle_spotlight (&builder);
  settle_counts (&builder);
  trl_scene_builder_find_names (&builder);
  trl_scene_builder_add_bands (&builder);
  trl_scene_builder_add_leaders (&builder);
  if (!options->sketch || builder.graph->m <= MOST_SKETCHED)
    trl_scene_builder_add_edges (&builder);
  trl_scene_builder_add_ring_names (&builder);
  trl_scene_builder_add_map (&builder);
  trl_scene_builder_add_nodes (&builder);
  trl_scene_builder_add_marks (&builder);
  trl_scene_builder_add_names (&builder);
  if (!options->sketch)
    {
      trl_scene_builder_add_titles (&builder);
      trl_scene_freeze (builder.scene);
    }
  *notes = builder.notes;
  trl_scene_builder_close (&builder);
  return builder.scene;
}

TrlScene *
trl_scene_build (const TrlNetwork      *network,
                 const TrlLayoutResult *layout,
                 const TrlSceneOptions *options)
{
  TrlSceneNotes notes;

  return trl_scene_build_noting (network, layout, options, &notes);
}

static gboolean
is_in_area (const TrlSceneBuilder *builder, guint i)
{
  return trl_rect_distance (builder->area, builder->pictures[i].x,
                            builder->pictures[i].y) <= 0;
}

/* Of a node in the area all is known, of its ties whether they are shown. */
static void
picture_near (TrlSceneBuilder *builder, guint i)
{
  const TrlGraph *graph = builder->graph;

  picture_node (builder, i);
  for (guint k = graph->first[i]; k < graph->first[i + 1]; k++)
    builder->edge_rank[graph->via[k]] =
      trl_network_get_edge_rank (builder->network, graph->edge_row[graph->via[k]]);
  if (builder->hub == TRL_NO_INDEX && builder->pictures[i].shown &&
      is_left_alone (builder, i))
    builder->pictures[i].shown = FALSE;
  for (guint k = graph->first[i]; k < graph->first[i + 1]; k++)
    builder->edge_shown[graph->via[k]] = shows_edge (builder, graph->via[k]);
}

TrlScene *
trl_scene_build_names (const TrlNetwork      *network,
                       const TrlLayoutResult *layout,
                       const TrlSceneOptions *options,
                       const TrlRect         *area,
                       const TrlRect         *view,
                       TrlSceneNotes         *notes)
{
  TrlSceneBuilder builder = {
    .network = network, .layout = layout, .options = options, .area = area, .view = view
  };

  trl_scene_builder_open (&builder);
  g_return_val_if_fail (layout->n == builder.graph->n, NULL);
  for (guint i = 0; i < builder.graph->n; i++)
    {
      trl_scene_builder_place_node (&builder, i);
      if (is_in_area (&builder, i))
        picture_near (&builder, i);
    }
  settle_spotlight (&builder);
  settle_counts (&builder);
  trl_scene_builder_find_names (&builder);
  trl_scene_builder_add_leaders (&builder);
  trl_scene_builder_add_names (&builder);
  trl_scene_freeze (builder.scene);
  *notes = builder.notes;
  trl_scene_builder_close (&builder);
  return builder.scene;
}
