/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Partners in one row, the best connected first: names, then numbers, then neither. */
#include "config.h"

#include "figure/trl-figure-named.h"

#include "model/trl-name-order.h"

#include <string.h>

typedef struct
{
  const char *id, *name;
  char       *order; /* by name */
  guint       ties;  /* engaged */
} Partner;

static void
clear_partner (gpointer data)
{
  g_free (((Partner *) data)->order);
}

static guint
count_ties (const TrlNetwork *network, const TrlGraph *graph, guint node)
{
  guint ties = 0;

  for (guint k = graph->first[node]; k < graph->first[node + 1]; k++)
    ties += trl_network_is_edge_engaged (network, graph->edge_row[graph->via[k]]);
  return ties;
}

/* Who is in the picture is known to it alone. */
static GHashTable *
find_shown (const TrlNetwork      *network,
            const TrlLayoutResult *places,
            const TrlSceneOptions *options)
{
  GHashTable     *shown = g_hash_table_new (NULL, NULL);
  TrlSceneOptions plain = *options;
  g_autoptr (TrlScene) scene = NULL;
  const TrlItem *items;
  guint          n;

  plain.labels = FALSE;
  plain.names = NULL;
  plain.sketch = TRUE;
  scene = trl_scene_build (network, places, &plain);
  items = trl_scene_get_items (scene, &n);
  for (guint i = 0; i < n; i++)
    if (items[i].owner.kind == TRL_OWNER_NODE)
      g_hash_table_add (shown, GUINT_TO_POINTER (items[i].owner.row + 1));
  return shown;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const Partner *x = a, *y = b;
  int            less = strcmp (x->order, y->order);

  return less != 0 ? less : g_strcmp0 (x->id, y->id);
}

static int
compare_ties (gconstpointer a, gconstpointer b)
{
  const Partner *x = a, *y = b;

  if (x->ties != y->ties)
    return x->ties < y->ties ? 1 : -1;
  return compare_names (a, b);
}

static GArray *
rank_partners (const TrlNetwork *network, GHashTable *shown)
{
  GArray *partners = g_array_new (FALSE, FALSE, sizeof (Partner));
  g_autoptr (TrlGraph) graph = trl_network_get_graph (network);
  const TrlTable *nodes = trl_network_get_nodes (network);
  guint           hub = trl_network_get_hub (network);

  g_array_set_clear_func (partners, clear_partner);
  for (guint i = 0; i < graph->n; i++)
    {
      guint   row = graph->node_row[i];
      Partner partner = { .id = trl_table_get_id (nodes, row),
                          .name = trl_table_get_text (nodes, row, TRL_NODE_NAME),
                          .ties = count_ties (network, graph, i) };

      if (row == hub || !partner.name || !*partner.name ||
          !g_hash_table_contains (shown, GUINT_TO_POINTER (row + 1)))
        continue;
      partner.order = trl_name_key (partner.name);
      g_array_append_val (partners, partner);
    }
  g_array_sort (partners, compare_ties);
  return partners;
}

static void
write_name (TrlFigureNamed *named, const Partner *partner, char *text)
{
  g_hash_table_insert (named->names, g_strdup (partner->id), text);
}

static void
number_partners (TrlFigureNamed *named, Partner *partners, guint n)
{
  qsort (partners, n, sizeof *partners, compare_names);
  for (guint i = 0; i < n; i++)
    {
      g_ptr_array_add (named->listed, g_strdup (partners[i].name));
      g_ptr_array_add (named->ids, g_strdup (partners[i].id));
      write_name (named, &partners[i], g_strdup_printf ("%u", i + 1));
    }
}

TrlFigureNamed *
trl_figure_named_new (const TrlNetwork      *network,
                      const TrlLayoutResult *places,
                      const TrlSceneOptions *options,
                      guint                  most,
                      guint                  listed)
{
  TrlFigureNamed *named = g_new0 (TrlFigureNamed, 1);
  g_autoptr (GHashTable) shown = find_shown (network, places, options);
  g_autoptr (GArray) partners = rank_partners (network, shown);

  named->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  named->listed = g_ptr_array_new_with_free_func (g_free);
  named->ids = g_ptr_array_new_with_free_func (g_free);
  named->n_named = MIN (most, partners->len);
  listed = MIN (listed, partners->len - named->n_named);
  named->n_left = partners->len - named->n_named - listed;
  for (guint i = named->n_named + listed; i < partners->len; i++)
    write_name (named, &g_array_index (partners, Partner, i), g_strdup (""));
  if (listed > 0)
    number_partners (named, &g_array_index (partners, Partner, named->n_named), listed);
  return named;
}

/* A number may be followed by how many partners a disc stands for. */
static gboolean
is_number (const char *text, const char *number)
{
  return g_str_has_prefix (text, number) && !g_ascii_isdigit (text[strlen (number)]);
}

static GHashTable *
find_placed (const TrlFigureNamed *named,
             const TrlNetwork     *network,
             const TrlScene       *picture)
{
  GHashTable     *placed = g_hash_table_new (g_str_hash, g_str_equal);
  const TrlTable *nodes = trl_network_get_nodes (network);
  guint           n;
  const TrlItem  *items = trl_scene_get_items (picture, &n);

  for (guint i = 0; i < n; i++)
    if (items[i].kind == TRL_ITEM_TEXT && items[i].owner.kind == TRL_OWNER_NODE)
      {
        const char *id = trl_table_get_id (nodes, items[i].owner.row);
        const char *number = g_hash_table_lookup (named->names, id);

        if (number && *number &&
            is_number (trl_scene_get_text (picture, items[i].text)->string, number))
          g_hash_table_add (placed, (gpointer) id);
      }
  return placed;
}

guint
trl_figure_named_keep_placed (TrlFigureNamed   *named,
                              const TrlNetwork *network,
                              const TrlScene   *picture)
{
  g_autoptr (GHashTable) placed = find_placed (named, network, picture);
  guint before = named->ids->len, kept = 0;

  for (guint i = 0; i < before; i++)
    {
      const char *id = named->ids->pdata[kept];
      gboolean    keep = g_hash_table_contains (placed, id);

      g_hash_table_insert (named->names, g_strdup (id),
                           keep ? g_strdup_printf ("%u", kept + 1) : g_strdup (""));
      kept += keep;
      if (keep)
        continue;
      g_ptr_array_remove_index (named->ids, kept);
      g_ptr_array_remove_index (named->listed, kept);
    }
  named->n_left += before - kept;
  return before - kept;
}

void
trl_figure_named_free (TrlFigureNamed *named)
{
  if (!named)
    return;
  g_hash_table_unref (named->names);
  g_ptr_array_unref (named->listed);
  g_ptr_array_unref (named->ids);
  g_free (named);
}
