/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A legend is counted from the networks and lists only what is in the picture; it never
 * says what a look does not show. */
#include "config.h"

#include "scene/trl-legend-private.h"
#include "scene/trl-scene-marks.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Beyond that, shapes come back and no longer say which family is meant. */
#define MOST_FAMILIES 12

static void
clear_entry (gpointer data)
{
  TrlLegendEntry *entry = data;

  g_free (entry->label);
  g_free (entry->types);
  g_free (entry->id);
}

static TrlLegendEntry *
add_entry (TrlLegend *legend, TrlLegendKind kind, char *label, guint count)
{
  TrlLegendEntry entry = { .kind = kind, .label = label, .count = count, .rank = -2 };

  g_array_append_val (legend->entries, entry);
  return &g_array_index (legend->entries, TrlLegendEntry, legend->entries->len - 1);
}

typedef struct
{
  guint *levels; /* scales × 16 */
  guint  not_reported, planned, directed, intended;
  double most; /* the largest number of partners behind a node */
} Tally;

#define MOST_LEVELS 16

static guint
scale_index (const TrlVocabulary *vocabulary, const TrlScale *scale)
{
  for (guint i = 0; i < vocabulary->scales->len; i++)
    if (g_ptr_array_index (vocabulary->scales, i) == scale)
      return i;
  return 0;
}

/* What is lost is told by its own mark, and is not counted with what there is. */
static gboolean
is_lost (const TrlLegend *legend, TrlKind of, const TrlTable *table, guint row)
{
  return legend->options.marks &&
         trl_change_marks_get (legend->options.marks, of,
                               trl_table_get_id (table, row)) == TRL_TIE_LOST;
}

static void
tally_edge (const TrlLegend *legend, const TrlNetwork *network, guint row, Tally *tally)
{
  const TrlTable *edges = trl_network_get_edges (network);
  const TrlScale *scale = trl_network_get_edge_scale (network, row);
  int             rank = trl_network_get_edge_rank (network, row);

  if (!trl_scene_options_shows_level (&legend->options, scale, rank) ||
      is_lost (legend, TRL_KIND_EDGE, edges, row))
    return;
  tally->directed += trl_table_get_flag (edges, row, TRL_EDGE_DIRECTED);
  tally->intended += trl_table_get_text (edges, row, TRL_EDGE_INTENDED) != NULL;
  if (trl_table_get_flag (edges, row, TRL_EDGE_PLANNED))
    tally->planned++;
  else if (rank < 0)
    tally->not_reported++;
  else
    tally->levels[scale_index (legend->vocabulary, scale) * MOST_LEVELS +
                  MIN (rank, MOST_LEVELS - 1)]++;
}

/* The hub stays whatever its type. */
static gboolean
hides_node (const TrlLegend *legend, const TrlNetwork *network, guint row)
{
  const TrlScale *scale = NULL;
  guint           hub;
  int             rank;

  if (!legend->options.hidden_types && !trl_scene_options_hides_levels (&legend->options))
    return FALSE;
  hub = trl_network_get_hub (network);
  if (row == hub)
    return FALSE;
  if (!trl_scene_options_shows_type (
        &legend->options,
        trl_table_get_text (trl_network_get_nodes (network), row, TRL_NODE_TYPE)))
    return TRUE;
  if (hub == TRL_NO_ROW || !trl_scene_options_hides_levels (&legend->options))
    return FALSE;
  rank = trl_network_get_node_rank (network, row, &scale);
  return !trl_scene_options_shows_level (&legend->options, scale, rank);
}

static void
tally_network (const TrlLegend *legend, const TrlNetwork *network, Tally *tally)
{
  const TrlTable *nodes = trl_network_get_nodes (network);
  g_autoptr (TrlGraph) graph = trl_network_get_graph (network);
  guint        n;
  const guint *rows = trl_table_get_rows (nodes, &n);

  for (guint e = 0; e < graph->m; e++)
    if (!hides_node (legend, network, graph->node_row[graph->from[e]]) &&
        !hides_node (legend, network, graph->node_row[graph->to[e]]))
      tally_edge (legend, network, graph->edge_row[e], tally);
  for (guint i = 0; i < n; i++)
    {
      double count = trl_table_get_number (nodes, rows[i], TRL_NODE_COUNT);

      if (isfinite (count) && count > tally->most)
        tally->most = count;
    }
}

/* The name of a level; beside another scale in use, the scale's name too. */
static char *
level_label (const TrlScale *scale, guint rank, gboolean several)
{
  const char *name = trl_scale_get_level (scale, rank)->name;

  return several ? g_strdup_printf (_ ("%s (%s)"), name, scale->name) : g_strdup (name);
}

static void
add_scale (
  TrlLegend *legend, guint index, const Tally *tally, gboolean several, gboolean all)
{
  const TrlScale *scale = g_ptr_array_index (legend->vocabulary->scales, index);
  const guint    *counts = &tally->levels[index * MOST_LEVELS];

  for (guint rank = MIN (trl_scale_get_n_levels (scale), MOST_LEVELS); rank-- > 0;)
    if (counts[rank] > 0 || all)
      {
        TrlLegendEntry *entry =
          add_entry (legend, rank == 0 ? TRL_LEGEND_NONE : TRL_LEGEND_LEVEL,
                     level_label (scale, rank, several), counts[rank]);

        entry->scale = scale;
        entry->rank = (int) rank;
      }
}

static guint
sum_of (const guint *counts)
{
  guint sum = 0;

  for (guint i = 0; i < MOST_LEVELS; i++)
    sum += counts[i];
  return sum;
}

static void
add_levels (TrlLegend *legend, const Tally *tally)
{
  guint n_scales = legend->vocabulary->scales->len, in_use = 0;

  for (guint i = 0; i < n_scales; i++)
    in_use += sum_of (&tally->levels[i * MOST_LEVELS]) > 0;
  for (guint i = 0; i < n_scales; i++)
    add_scale (legend, i, tally, in_use > 1,
               legend->options.all_levels &&
                 (sum_of (&tally->levels[i * MOST_LEVELS]) > 0 || n_scales == 1));
  if (tally->not_reported > 0)
    add_entry (legend, TRL_LEGEND_NOT_REPORTED, g_strdup (_ ("Not reported")),
               tally->not_reported)
      ->rank = TRL_LOOK_NOT_REPORTED;
}

static char *
capitalised (const char *text)
{
  char first[8] = { 0 };

  if (!text || !*text)
    return g_strdup ("");
  g_unichar_to_utf8 (g_unichar_toupper (g_utf8_get_char (text)), first);
  return g_strconcat (first, g_utf8_next_char (text), NULL);
}

static void
count_types_of (const TrlLegend *legend, const TrlNetwork *network, GHashTable *counts)
{
  const TrlTable *nodes = trl_network_get_nodes (network);
  guint           hub = trl_network_get_hub (network), n;
  const guint    *rows = trl_table_get_rows (nodes, &n);

  for (guint i = 0; i < n; i++)
    {
      const char *type = trl_table_get_text (nodes, rows[i], TRL_NODE_TYPE);
      gpointer    key = (gpointer) (type ? type : "");

      if (rows[i] == hub || hides_node (legend, network, rows[i]) ||
          is_lost (legend, TRL_KIND_NODE, nodes, rows[i]))
        continue;
      g_hash_table_insert (
        counts, key,
        GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, key)) + 1));
    }
}

/* Returns: (transfer full): of each type, empty if none is given, how many show */
static GHashTable *
count_types (const TrlLegend *legend)
{
  GHashTable *counts = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint k = 0; k < legend->n_networks; k++)
    count_types_of (legend, legend->networks[k], counts);
  return counts;
}

static guint
count_type (GHashTable *counts, const char *type)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (counts, type));
}

static TrlLegendEntry *
find_family (TrlLegend *legend, const char *label, TrlShape shape)
{
  for (guint i = 0; i < legend->entries->len; i++)
    {
      TrlLegendEntry *entry = &g_array_index (legend->entries, TrlLegendEntry, i);

      if (entry->kind == TRL_LEGEND_FAMILY && entry->shape == shape &&
          g_str_equal (entry->label, label))
        return entry;
    }
  return NULL;
}

/* Families in use; left out when they all look alike or are too many to tell apart. */
static void
add_families (TrlLegend *legend)
{
  const TrlVocabulary *vocabulary = legend->vocabulary;
  guint                first = legend->entries->len, shapes = 0;
  g_autoptr (GHashTable) counts = count_types (legend);

  for (guint t = 0; t < vocabulary->types->len; t++)
    {
      const TrlPartnerType *type = g_ptr_array_index (vocabulary->types, t);
      g_autofree char      *label =
        capitalised (type->family && *type->family ? type->family : type->name);
      TrlShape         shape = trl_look_shape (legend->look, type->id);
      TrlLegendEntry  *entry = find_family (legend, label, shape);
      guint            count = count_type (counts, type->id);
      g_autofree char *types = NULL;

      if (count == 0 || !trl_scene_options_shows_type (&legend->options, type->id))
        continue;
      if (!entry)
        entry = add_entry (legend, TRL_LEGEND_FAMILY, g_strdup (label), 0);
      types = entry->types;
      entry->types =
        types ? g_strconcat (types, "\n", type->id, NULL) : g_strdup (type->id);
      entry->shape = shape;
      entry->count += count;
      shapes |= 1u << shape;
    }
  if (shapes && count_type (counts, "") > 0)
    add_entry (legend, TRL_LEGEND_FAMILY, g_strdup (_ ("Type not given")),
               count_type (counts, ""));
  if ((shapes & (shapes - 1)) == 0 || legend->entries->len - first > MOST_FAMILIES)
    g_array_set_size (legend->entries, first);
}

static const char *
change_label (TrlKind of, TrlTieChange change)
{
  if (of == TRL_KIND_EDGE)
    return trl_tie_change_get_label (change);
  return change == TRL_TIE_ADDED ? _ ("Partner added") : _ ("Partner lost");
}

static void
add_changes (TrlLegend *legend, TrlKind of, TrlLegendKind kind)
{
  for (guint change = 0; legend->options.marks && change < TRL_N_TIE_CHANGES; change++)
    {
      guint count = trl_change_marks_count (legend->options.marks, of, change);

      if (count > 0 && trl_mark_is_drawn (change))
        add_entry (legend, kind, g_strdup (change_label (of, change)), count)->change =
          change;
    }
}

static void
add_sizes (TrlLegend *legend, double most)
{
  static const guint steps[] = { 2, 5, 10, 25, 50, 100, 250, 500 };
  guint              top = 0;
  TrlLegendEntry    *entry;

  if (most < 2 || !legend->options.counts)
    return;
  while (top + 1 < G_N_ELEMENTS (steps) && steps[top + 1] <= most)
    top++;
  entry = add_entry (legend, TRL_LEGEND_SIZE, g_strdup (_ ("Partners of the type")), 0);
  entry->sizes[0] = 1;
  entry->sizes[1] = top > 1 ? steps[top - 1] : steps[top];
  entry->sizes[2] = top > 1 ? steps[top] : 0;
}

TrlLegend *
trl_legend_new (TrlNetwork *const *networks, guint n, const TrlSceneOptions *options)
{
  TrlLegend *legend = g_new0 (TrlLegend, 1);
  Tally      tally = { 0 };

  g_return_val_if_fail (n > 0, NULL);
  legend->entries = g_array_new (FALSE, TRUE, sizeof (TrlLegendEntry));
  g_array_set_clear_func (legend->entries, clear_entry);
  legend->vocabulary = trl_network_get_vocabulary (networks[0]);
  legend->networks = networks;
  legend->n_networks = n;
  legend->has_hub = trl_network_is_hub_network (networks[0]);
  legend->options = *options;
  legend->zoom = 1;
  legend->n_edges = trl_table_get_size (trl_network_get_edges (networks[0]));
  legend->look = trl_look_new (legend->vocabulary, options, legend->n_edges);
  tally.levels = g_new0 (guint, legend->vocabulary->scales->len * MOST_LEVELS);
  for (guint i = 0; i < n; i++)
    tally_network (legend, networks[i], &tally);
  add_levels (legend, &tally);
  if (tally.planned > 0)
    add_entry (legend, TRL_LEGEND_PLANNED, g_strdup (_ ("Planned")), tally.planned);
  if (tally.directed > 0)
    add_entry (legend, TRL_LEGEND_DIRECTED, g_strdup (_ ("Directed")), tally.directed);
  if (tally.intended > 0 && options->intended)
    add_entry (legend, TRL_LEGEND_INTENDED, g_strdup (_ ("Intended level")),
               tally.intended);
  add_changes (legend, TRL_KIND_EDGE, TRL_LEGEND_CHANGED_TIE);
  add_changes (legend, TRL_KIND_NODE, TRL_LEGEND_CHANGED_PARTNER);
  add_families (legend);
  add_sizes (legend, tally.most);
  legend->networks = NULL;
  g_free (tally.levels);
  return legend;
}

TrlLegend *
trl_legend_copy (const TrlLegend *legend, double scale)
{
  TrlLegend *copy = g_memdup2 (legend, sizeof *legend);

  copy->options.scale = scale;
  copy->look = legend->look
                 ? trl_look_new (legend->vocabulary, &copy->options, legend->n_edges)
                 : NULL;
  copy->entries = g_array_copy (legend->entries);
  for (guint i = 0; i < copy->entries->len; i++)
    {
      TrlLegendEntry *entry = &g_array_index (copy->entries, TrlLegendEntry, i);

      entry->label = g_strdup (entry->label);
      entry->types = g_strdup (entry->types);
      entry->id = g_strdup (entry->id);
    }
  g_array_set_clear_func (copy->entries, clear_entry);
  return copy;
}

TrlLegend *
trl_legend_new_for_chart (TrlTheme theme)
{
  TrlLegend *legend = g_new0 (TrlLegend, 1);

  trl_scene_options_init (&legend->options);
  legend->options.theme = theme;
  legend->entries = g_array_new (FALSE, TRUE, sizeof (TrlLegendEntry));
  g_array_set_clear_func (legend->entries, clear_entry);
  legend->zoom = 1;
  return legend;
}

void
trl_legend_add_box (TrlLegend          *legend,
                    const char         *id,
                    const char         *label,
                    const TrlLegendBox *box)
{
  TrlLegendEntry *entry = add_entry (legend, TRL_LEGEND_BOX, g_strdup (label), 0);

  entry->id = g_strdup (id);
  entry->box = *box;
}

void
trl_legend_free (TrlLegend *legend)
{
  if (!legend)
    return;
  g_array_unref (legend->entries);
  trl_look_free (legend->look);
  g_free (legend);
}

void
trl_legend_add_ghosts (TrlLegend *legend, guint count)
{
  TrlLegendEntry entry = { .kind = TRL_LEGEND_GHOST,
                           .label = g_strdup (_ ("Type not listed")),
                           .count = count };
  guint          at = 0;

  while (at < legend->entries->len &&
         trl_legend_get_entry (legend, at)->kind < TRL_LEGEND_GHOST)
    at++;
  if (count > 0)
    g_array_insert_val (legend->entries, at, entry);
  else
    g_free (entry.label);
}

void
trl_legend_set_zoom (TrlLegend *legend, double zoom)
{
  g_return_if_fail (zoom > 0);
  legend->zoom = zoom;
}

guint
trl_legend_get_n_entries (const TrlLegend *legend)
{
  return legend->entries->len;
}

const TrlLegendEntry *
trl_legend_get_entry (const TrlLegend *legend, guint index)
{
  g_return_val_if_fail (index < legend->entries->len, NULL);
  return &g_array_index (legend->entries, TrlLegendEntry, index);
}

guint
trl_legend_count (const TrlLegend *legend, TrlLegendKind kind)
{
  guint sum = 0;

  for (guint i = 0; i < legend->entries->len; i++)
    if (trl_legend_get_entry (legend, i)->kind == kind)
      sum += trl_legend_get_entry (legend, i)->count;
  return sum;
}
