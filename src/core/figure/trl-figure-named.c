/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Partners in one row, the best connected first: names, then numbers, then neither. */
#include "config.h"

#include "figure/trl-figure-named.h"

#include "figure/trl-figure-networks.h"
#include "model/trl-name-order.h"

#include <string.h>

typedef struct
{
  const char *id, *name;
  char       *order; /* by name */
  guint       ties;  /* engaged */
} Partner;

/* The partners stand by their ties; @alphabet has their places in it by name. */
struct TrlFigureRanking
{
  GArray *partners; /* Partner */
  guint  *alphabet;
};

static void
clear_partner (gpointer data)
{
  g_free (((Partner *) data)->order);
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
                          .ties = trl_figure_count_ties (network, graph, i) };

      if (row == hub || !partner.name || !*partner.name ||
          !g_hash_table_contains (shown, GUINT_TO_POINTER (row + 1)))
        continue;
      partner.order = trl_name_key (partner.name);
      g_array_append_val (partners, partner);
    }
  g_array_sort (partners, compare_ties);
  return partners;
}

static int
compare_places (gconstpointer a, gconstpointer b, gpointer data)
{
  const GArray *partners = data;

  return compare_names (&g_array_index (partners, Partner, *(const guint *) a),
                        &g_array_index (partners, Partner, *(const guint *) b));
}

TrlFigureRanking *
trl_figure_ranking_new (const TrlNetwork      *network,
                        const TrlLayoutResult *places,
                        const TrlSceneOptions *options)
{
  TrlFigureRanking *ranking = g_new0 (TrlFigureRanking, 1);
  g_autoptr (GHashTable) shown = find_shown (network, places, options);

  ranking->partners = rank_partners (network, shown);
  ranking->alphabet = g_new (guint, ranking->partners->len + 1);
  for (guint i = 0; i < ranking->partners->len; i++)
    ranking->alphabet[i] = i;
  g_qsort_with_data (ranking->alphabet, (int) ranking->partners->len, sizeof (guint),
                     compare_places, ranking->partners);
  return ranking;
}

void
trl_figure_ranking_free (TrlFigureRanking *ranking)
{
  if (!ranking)
    return;
  g_array_unref (ranking->partners);
  g_free (ranking->alphabet);
  g_free (ranking);
}

static void
write_name (TrlFigureNamed *named, const Partner *partner, char *text)
{
  g_hash_table_insert (named->names, g_strdup (partner->id), text);
}

/* Those from @first on, up to @end. */
static void
number_partners (TrlFigureNamed         *named,
                 const TrlFigureRanking *ranking,
                 guint                   first,
                 guint                   end)
{
  for (guint i = 0; i < ranking->partners->len; i++)
    {
      guint          place = ranking->alphabet[i];
      const Partner *partner = &g_array_index (ranking->partners, Partner, place);

      if (place < first || place >= end)
        continue;
      g_ptr_array_add (named->listed, g_strdup (partner->name));
      g_ptr_array_add (named->ids, g_strdup (partner->id));
      write_name (named, partner, g_strdup_printf ("%u", named->ids->len));
    }
}

TrlFigureNamed *
trl_figure_named_new (const TrlFigureRanking *ranking, guint most, guint listed)
{
  TrlFigureNamed *named = g_new0 (TrlFigureNamed, 1);
  const GArray   *partners = ranking->partners;

  named->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  named->listed = g_ptr_array_new_with_free_func (g_free);
  named->ids = g_ptr_array_new_with_free_func (g_free);
  named->n_named = MIN (most, partners->len);
  listed = MIN (listed, partners->len - named->n_named);
  named->n_left = partners->len - named->n_named - listed;
  for (guint i = named->n_named + listed; i < partners->len; i++)
    write_name (named, &g_array_index (partners, Partner, i), g_strdup (""));
  if (listed > 0)
    number_partners (named, ranking, named->n_named, named->n_named + listed);
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
  g_autoptr (GPtrArray) ids = g_steal_pointer (&named->ids);
  g_autoptr (GPtrArray) listed = g_steal_pointer (&named->listed);
  guint dropped;

  named->ids = g_ptr_array_new_with_free_func (g_free);
  named->listed = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < ids->len; i++)
    {
      const char *id = ids->pdata[i];
      gboolean    keep = g_hash_table_contains (placed, id);

      if (keep)
        {
          g_ptr_array_add (named->ids, g_strdup (id));
          g_ptr_array_add (named->listed, g_strdup (listed->pdata[i]));
        }
      g_hash_table_insert (named->names, g_strdup (id),
                           keep ? g_strdup_printf ("%u", named->ids->len)
                                : g_strdup (""));
    }
  dropped = ids->len - named->ids->len;
  named->n_left += dropped;
  return dropped;
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
