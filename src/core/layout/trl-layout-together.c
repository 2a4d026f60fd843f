/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Layouts that give directions share them; all others place the union of the networks,
 * from which each takes what is its own. */
#include "config.h"

#include "layout/trl-layout-together.h"

#include "layout/trl-layout-options.h"

#include <math.h>

const char *
trl_layout_default_together (TrlNetwork *const *networks, guint n)
{
  const char *named = NULL, *common = NULL;
  gboolean    agreed = TRUE;

  for (guint k = 0; k < n; k++)
    {
      const char *own = trl_network_get_text (networks[k], TRL_NETWORK_LAYOUT);
      const char *fallback = trl_layout_default (networks[k]);

      /* One in which there is nobody suits any layout. */
      if (trl_network_count_partners (networks[k]) == 0)
        continue;
      agreed = agreed && (!common || g_strcmp0 (named, own) == 0);
      named = own;
      if (!common)
        common = fallback;
      else if (!g_str_equal (common, fallback))
        common = "stress";
    }
  if (agreed && trl_layout_find (named))
    return named;
  return common ? common : trl_layout_default (networks[0]);
}

/* The networks as layouts see them, with who is who. */
typedef struct
{
  TrlLayoutInput **inputs;
  guint          **partner;
  TrlLayoutSet     set;
} Members;

static void
members_init (Members           *members,
              TrlNetwork *const *networks,
              guint              n,
              const TrlUnion    *partners)
{
  members->inputs = g_new0 (TrlLayoutInput *, n);
  members->partner = g_new0 (guint *, n);
  for (guint k = 0; k < n; k++)
    {
      g_autoptr (TrlGraph) graph = trl_network_get_graph (networks[k]);

      members->inputs[k] = trl_layout_input_new (networks[k]);
      members->partner[k] = g_new (guint, graph->n + 1);
      for (guint i = 0; i < graph->n; i++)
        members->partner[k][i] = trl_union_find (partners, k, graph->node_row[i]);
    }
  members->set = (TrlLayoutSet){ n, (const TrlLayoutInput *const *) members->inputs,
                                 trl_union_get_n (partners), members->partner };
}

static void
members_clear (Members *members)
{
  for (guint k = 0; k < members->set.n; k++)
    {
      trl_layout_input_free (members->inputs[k]);
      g_free (members->partner[k]);
    }
  g_free (members->inputs);
  g_free (members->partner);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Members, members_clear)

/* All partners once: as large, as deep and as pinned as one of the networks has them. */
static void
unite_nodes (TrlLayoutInput *whole, const TrlLayoutSet *set)
{
  guint     n = set->n_partners;
  double   *radius = g_new0 (double, n + 1);
  int      *sector = g_new (int, n + 1);
  int      *rank = g_new (int, n + 1);
  TrlPoint *start = g_new0 (TrlPoint, n + 1);
  guint8   *flags = g_new0 (guint8, n + 1);

  for (guint p = 0; p < n; p++)
    {
      sector[p] = -1;
      rank[p] = TRL_RANK_NO_TIE;
    }
  for (guint k = 0; k < set->n; k++)
    for (guint i = 0; i < set->inputs[k]->n; i++)
      {
        const TrlLayoutInput *input = set->inputs[k];
        guint                 p = set->partner[k][i];

        radius[p] = fmax (radius[p], input->radius[i]);
        rank[p] = MAX (rank[p], input->rank[i]);
        if (sector[p] < 0)
          sector[p] = input->sector[i];
        if (input->flags && input->flags[i] > flags[p])
          {
            flags[p] = input->flags[i];
            start[p] = input->start[i];
          }
        if (i == input->hub && whole->hub == TRL_NO_INDEX)
          whole->hub = p;
      }
  whole->n = n;
  whole->radius = radius;
  whole->sector = sector;
  whole->rank = rank;
  whole->start = start;
  whole->flags = flags;
}

/* Each tie once, whichever way and in however many networks it runs, as deep as it is in
 * the one where it is deepest. */
static void
unite_edges (TrlLayoutInput *whole, const TrlLayoutSet *set)
{
  g_autoptr (GHashTable) known =
    g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  GArray *from = g_array_new (TRUE, TRUE, sizeof (guint));
  GArray *to = g_array_new (TRUE, TRUE, sizeof (guint));
  GArray *depth = g_array_new (TRUE, TRUE, sizeof (float));

  for (guint k = 0; k < set->n; k++)
    for (guint e = 0; e < set->inputs[k]->m; e++)
      {
        guint  a = set->partner[k][set->inputs[k]->from[e]];
        guint  b = set->partner[k][set->inputs[k]->to[e]];
        float  own = set->inputs[k]->depth ? set->inputs[k]->depth[e] : NAN;
        gint64 key = (gint64) MIN (a, b) << 32 | MAX (a, b);
        guint  at = GPOINTER_TO_UINT (g_hash_table_lookup (known, &key));

        if (at > 0)
          {
            float *deepest = &g_array_index (depth, float, at - 1);

            *deepest = fmaxf (*deepest, own);
            continue;
          }
        g_array_append_val (from, a);
        g_array_append_val (to, b);
        g_array_append_val (depth, own);
        g_hash_table_insert (known, g_memdup2 (&key, sizeof key),
                             GUINT_TO_POINTER (from->len));
      }
  whole->m = from->len;
  whole->from = (const guint *) g_array_free (from, FALSE);
  whole->to = (const guint *) g_array_free (to, FALSE);
  whole->depth = (const float *) g_array_free (depth, FALSE);
}

/* Where the first network that knows it says a partner is. */
static void
unite_coordinates (TrlLayoutInput *whole, const TrlLayoutSet *set)
{
  double *longitude = g_new (double, whole->n + 1);
  double *latitude = g_new (double, whole->n + 1);

  for (guint p = 0; p < whole->n; p++)
    longitude[p] = latitude[p] = NAN;
  for (guint k = 0; k < set->n; k++)
    for (guint i = 0; set->inputs[k]->longitude && i < set->inputs[k]->n; i++)
      if (isnan (longitude[set->partner[k][i]]))
        {
          longitude[set->partner[k][i]] = set->inputs[k]->longitude[i];
          latitude[set->partner[k][i]] = set->inputs[k]->latitude[i];
        }
  whole->longitude = longitude;
  whole->latitude = latitude;
}

static TrlLayoutInput *
unite (const TrlLayoutSet *set)
{
  TrlLayoutInput       *whole = g_new0 (TrlLayoutInput, 1);
  const TrlLayoutInput *first = set->inputs[0];

  whole->hub = TRL_NO_INDEX;
  whole->n_sectors = first->n_sectors;
  whole->sector_family =
    g_memdup2 (first->sector_family, (first->n_sectors + 1) * sizeof (int));
  for (guint k = 0; k < set->n; k++)
    whole->n_ranks = MAX (whole->n_ranks, set->inputs[k]->n_ranks);
  unite_nodes (whole, set);
  unite_coordinates (whole, set);
  unite_edges (whole, set);
  return whole;
}

static GPtrArray *
place_union (const TrlLayout    *layout,
             const TrlLayoutSet *set,
             const TrlOptions   *options,
             guint32             seed,
             GCancellable       *cancellable,
             GError            **error)
{
  g_autoptr (TrlLayoutInput) whole = unite (set);
  g_autoptr (TrlLayoutResult) places =
    trl_layout_place (layout, whole, options, seed, cancellable, error);
  GPtrArray *results;

  if (!places)
    return NULL;
  results = g_ptr_array_new_with_free_func ((GDestroyNotify) trl_layout_result_free);
  for (guint k = 0; k < set->n; k++)
    {
      TrlLayoutResult *result = trl_layout_result_new (set->inputs[k]->n);

      result->centre = places->centre;
      result->map = places->map;
      result->map.n_apart = 0;
      for (guint i = 0; i < result->n; i++)
        {
          guint partner = set->partner[k][i];

          result->points[i] = places->points[partner];
          result->map.n_apart += places->map.bar > 0 && isnan (whole->longitude[partner]);
        }
      g_ptr_array_add (results, result);
    }
  return results;
}

GPtrArray *
trl_layout_together (TrlNetwork *const *networks,
                     guint              n,
                     const TrlUnion    *partners,
                     const char        *id,
                     const TrlOptions  *options,
                     GCancellable      *cancellable,
                     GError           **error)
{
  const TrlLayout *layout = trl_layout_find (id);
  g_autoptr (TrlOptions) held = NULL;
  g_auto (Members) members = { 0 };

  g_return_val_if_fail (n > 0, NULL);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (!layout)
    layout = trl_layout_find (trl_layout_default_together (networks, n));
  if (!options)
    options = held = trl_layout_options_new (layout, networks[0]);
  members_init (&members, networks, n, partners);
  if (layout->place_set)
    return layout->place_set (&members.set, options, cancellable, error);
  return place_union (layout, &members.set, options, trl_layout_get_seed (networks[0]),
                      cancellable, error);
}
