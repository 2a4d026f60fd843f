/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The order matters: nodes become one while the old words still tell their levels; then
 * come the new words, since a value is held against them; then the values. */

#include "config.h"

#include "model/trl-field.h"
#include "model/trl-recode-private.h"
#include "model/trl-rollup.h"

#include <string.h>

/* What is known of a network before anything changes. */
typedef struct
{
  gboolean is_grained;
  gboolean is_merged;
  GArray  *ranks; /* int by edge row: the rank on show */
} Before;

typedef struct
{
  TrlDocument         *document;
  const TrlRecoding   *recoding;
  const TrlVocabulary *old;
  TrlRecodeCount      *count;
  TrlNetwork          *network;
  const Before        *before;
  gboolean             is_touched; /* the thing at hand */
} Work;

static void
before_free (gpointer data)
{
  Before *before = data;

  g_array_unref (before->ranks);
  g_free (before);
}

static Before *
look_at (const TrlNetwork *network)
{
  Before         *before = g_new0 (Before, 1);
  const TrlTable *edges = trl_network_get_edges (network);
  guint           n, size = trl_table_get_capacity (edges);
  const guint    *rows = trl_table_get_rows (edges, &n);

  before->ranks = g_array_sized_new (FALSE, TRUE, sizeof (int), size);
  g_array_set_size (before->ranks, size);
  for (guint i = 0; i < n; i++)
    g_array_index (before->ranks, int, rows[i]) =
      trl_network_get_edge_rank (network, rows[i]);
  return before;
}

static guint *
copy_rows (const TrlTable *table, guint *n)
{
  const guint *rows = trl_table_get_rows (table, n);

  return g_memdup2 (rows, *n * sizeof *rows);
}

/* Rules that have a word of this kind in front. */
static gboolean
has_rules (const TrlRecoding *recoding, TrlWord word)
{
  g_autofree char *prefix = g_strdup_printf ("%d\n", (int) word);
  GHashTableIter   iter;
  gpointer         key;

  g_hash_table_iter_init (&iter, recoding->rules);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (g_str_has_prefix (key, prefix))
      return TRUE;
  return FALSE;
}

/* Changes one text; one that is so already is left alone. */
static gboolean
change (Work       *work,
        TrlKind     of,
        const char *id,
        guint       prop,
        const char *old,
        const char *text,
        GError    **error)
{
  if (g_strcmp0 (old, text) == 0)
    return TRUE;
  work->is_touched = TRUE;
  return trl_document_apply (work->document,
                             &(TrlEdit){ .kind = TRL_EDIT_SET,
                                         .of = of,
                                         .network = trl_network_get_id (work->network),
                                         .id = id,
                                         .prop = prop,
                                         .value = TRL_TEXT (text) },
                             error);
}

/* Merging */

/* The node that those of a type become: one that is of the type already, else the first.
 */
static GHashTable *
choose_keepers (const Work *work, const guint *rows, guint n)
{
  GHashTable *keepers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  const TrlTable *nodes = trl_network_get_nodes (work->network);
  guint           hub = trl_network_get_hub (work->network);

  for (guint i = 0; i < n; i++)
    {
      const char *type = trl_table_get_text (nodes, rows[i], TRL_NODE_TYPE), *to = NULL;
      gboolean    moves;

      if (rows[i] == hub || !type)
        continue;
      moves = trl_recoding_find (work->recoding, TRL_WORD_TYPE, NULL, type, &to) &&
              g_strcmp0 (type, to) != 0;
      if (to && (!moves || !g_hash_table_contains (keepers, to)))
        g_hash_table_replace (keepers, g_strdup (to),
                              g_strdup (trl_table_get_id (nodes, rows[i])));
    }
  return keepers;
}

/* The node that one becomes part of, or NULL. */
static const char *
find_keeper (const Work *work, GHashTable *keepers, const char *id)
{
  const TrlTable *nodes = trl_network_get_nodes (work->network);
  guint           row = trl_table_find (nodes, id);
  const char     *type = trl_table_get_text (nodes, row, TRL_NODE_TYPE);
  const char     *to = NULL, *keeper;

  if (row == trl_network_get_hub (work->network) || !type)
    return NULL;
  trl_recoding_find (work->recoding, TRL_WORD_TYPE, NULL, type, &to);
  keeper = to ? g_hash_table_lookup (keepers, to) : NULL;
  return g_strcmp0 (keeper, id) == 0 ? NULL : keeper;
}

/* By ids, since merging uses rows again. */
static gboolean
merge_types (Work *work, gboolean *differs, GError **error)
{
  const TrlTable   *nodes = trl_network_get_nodes (work->network);
  guint             n;
  g_autofree guint *rows = copy_rows (nodes, &n);
  g_autoptr (GHashTable) keepers = choose_keepers (work, rows, n);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (ids, g_strdup (trl_table_get_id (nodes, rows[i])));
  for (guint i = 0; i < n; i++)
    {
      const char *id = ids->pdata[i], *keeper = find_keeper (work, keepers, id);
      guint       n_edges = 0, n_differing = 0;

      if (!keeper)
        continue;
      if (!trl_recode_merge_nodes (work->document, work->network, keeper, id, &n_edges,
                                   &n_differing, error))
        return FALSE;
      *differs |= n_differing > 0;
      work->count->n_merged++;
      work->count->n_edges += n_edges;
    }
  return TRUE;
}

/* Nodes */

static char *
recode_roles (const Work *work, const char *roles)
{
  g_auto (GStrv) ids = g_strsplit (roles, " ", -1);
  g_autoptr (GHashTable) found = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GString) text = g_string_new (NULL);
  GPtrArray *order = work->recoding->words->roles;

  for (guint i = 0; ids[i]; i++)
    {
      const char *to;

      trl_recoding_find (work->recoding, TRL_WORD_ROLE, NULL, ids[i], &to);
      if (to && *to)
        g_hash_table_add (found, (char *) to);
    }
  for (guint i = 0; i < order->len; i++)
    {
      const TrlRole *role = order->pdata[i];

      if (g_hash_table_remove (found, role->id))
        g_string_append_printf (text, "%s%s", text->len ? " " : "", role->id);
    }
  /* Roles that no vocabulary knows stay, in the order in which they stood. */
  for (guint i = 0; ids[i]; i++)
    if (g_hash_table_remove (found, ids[i]))
      g_string_append_printf (text, "%s%s", text->len ? " " : "", ids[i]);
  return text->len ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

/* What a node that is called as its type is called now; %NULL when it has a name of its
 * own. */
static const char *
follow_name (const Work *work, const char *type, const char *to, const char *name)
{
  const TrlPartnerType *before = trl_vocabulary_find_type (work->old, type);
  const TrlPartnerType *after = trl_vocabulary_find_type (work->recoding->words, to);

  return before && after && g_strcmp0 (before->name, name) == 0 ? after->name : NULL;
}

static gboolean
recode_node (Work *work, guint row, const char *id, GError **error)
{
  const TrlTable  *nodes = trl_network_get_nodes (work->network);
  g_autofree char *type = g_strdup (trl_table_get_text (nodes, row, TRL_NODE_TYPE));
  g_autofree char *name = g_strdup (trl_table_get_text (nodes, row, TRL_NODE_NAME));
  const char      *roles = trl_table_get_text (nodes, row, TRL_NODE_ROLES);
  g_autofree char *new_roles = roles ? recode_roles (work, roles) : NULL;
  const char      *to = NULL, *called;

  if (has_rules (work->recoding, TRL_WORD_ROLE) &&
      !change (work, TRL_KIND_NODE, id, TRL_NODE_ROLES, roles, new_roles, error))
    return FALSE;
  if (!type)
    return TRUE;
  trl_recoding_find (work->recoding, TRL_WORD_TYPE, NULL, type, &to);
  if (!change (work, TRL_KIND_NODE, id, TRL_NODE_TYPE, type, to, error))
    return FALSE;
  called = work->before->is_grained ? follow_name (work, type, to, name) : NULL;
  return !called || change (work, TRL_KIND_NODE, id, TRL_NODE_NAME, name, called, error);
}

/* Edges */

/* An edge without a scale is on the first one: which that is may change. */
static gboolean
recode_scale (
  Work *work, const char *id, const char *scale, const char *from, GError **error)
{
  const char *first = trl_vocabulary_find_scale (work->recoding->words, NULL)->id, *to;

  trl_recoding_find (work->recoding, TRL_WORD_SCALE, NULL, from, &to);
  if (!scale && g_str_equal (first, to))
    return TRUE;
  return change (work, TRL_KIND_EDGE, id, TRL_EDGE_SCALE, scale, to, error);
}

static gboolean
recode_levels (Work *work, guint row, const char *id, const char *scale, GError **error)
{
  static const guint props[] = { TRL_EDGE_LEVEL, TRL_EDGE_BACK, TRL_EDGE_INTENDED };
  const TrlTable    *edges = trl_network_get_edges (work->network);

  for (guint i = 0; i < G_N_ELEMENTS (props); i++)
    {
      const char *level = trl_table_get_text (edges, row, props[i]), *to;

      if (level &&
          trl_recoding_find (work->recoding, TRL_WORD_LEVEL, scale, level, &to) &&
          !change (work, TRL_KIND_EDGE, id, props[i], level, to, error))
        return FALSE;
    }
  return TRUE;
}

/* Where a level has gone, presence says what it said. */
static gboolean
recode_presence (Work *work, guint row, const char *id, GError **error)
{
  const TrlTable *edges = trl_network_get_edges (work->network);
  int             rank = g_array_index (work->before->ranks, int, row);

  if (rank < 0 || trl_network_get_edge_rank (work->network, row) >= 0)
    return TRUE;
  return change (work, TRL_KIND_EDGE, id, TRL_EDGE_PRESENCE,
                 trl_table_get_text (edges, row, TRL_EDGE_PRESENCE),
                 rank > 0 ? NULL : "absent", error);
}

static gboolean
recode_edge (Work *work, guint row, const char *id, GError **error)
{
  const TrlTable  *edges = trl_network_get_edges (work->network);
  const char      *scale = trl_table_get_text (edges, row, TRL_EDGE_SCALE), *to;
  g_autofree char *from =
    g_strdup (scale ? scale : trl_vocabulary_find_scale (work->old, NULL)->id);
  const char *kind = trl_table_get_text (edges, row, TRL_EDGE_KIND);

  if (kind && trl_recoding_find (work->recoding, TRL_WORD_KIND, NULL, kind, &to) &&
      !change (work, TRL_KIND_EDGE, id, TRL_EDGE_KIND, kind, to, error))
    return FALSE;
  return recode_scale (work, id, scale, from, error) &&
         recode_levels (work, row, id, from, error) &&
         recode_presence (work, row, id, error);
}

/* Fields */

typedef enum
{
  FIELD_STAYS,
  FIELD_GOES,
  FIELD_CHANGES /* its kind or its choices */
} Fate;

static Fate
fate_of (const Work *work, const TrlField *field, const TrlField **now)
{
  const char *to;

  *now = trl_vocabulary_find_field (work->recoding->words, field->of, field->id);
  if (trl_recoding_find (work->recoding, TRL_WORD_FIELD, field->of, field->id, &to) &&
      !to)
    return FIELD_GOES;
  return *now && (*now)->kind != field->kind ? FIELD_CHANGES : FIELD_STAYS;
}

static const char *
get_field (const TrlNetwork *network, TrlKind of, guint row, const char *field)
{
  if (of == TRL_KIND_NETWORK)
    return trl_network_get_field (network, field);
  return trl_table_get_field (trl_network_get_table (network, of), row, field);
}

static gboolean
recode_fields (Work *work, TrlKind of, guint row, const char *id, GError **error)
{
  static const char *const names[] = { "document", "network", "node", "edge" };
  GPtrArray               *fields = work->old->fields;

  for (guint i = 0; i < fields->len; i++)
    {
      const TrlField  *field = fields->pdata[i], *now;
      Fate             fate = fate_of (work, field, &now);
      const char      *text = get_field (work->network, of, row, field->id);
      g_autofree char *value = NULL;

      if (!text || fate == FIELD_STAYS || !g_str_equal (field->of, names[of]))
        continue;
      value = fate == FIELD_GOES ? NULL : trl_field_normalise (now, text);
      if (g_strcmp0 (text, value) == 0)
        continue;
      if (!trl_document_apply (work->document,
                               &(TrlEdit){ .kind = TRL_EDIT_SET,
                                           .of = of,
                                           .network = trl_network_get_id (work->network),
                                           .id = id,
                                           .field = field->id,
                                           .value = TRL_TEXT (value) },
                               error))
        return FALSE;
      work->count->n_values++;
    }
  return TRUE;
}

/* All */

static gboolean
recode_rows (Work *work, TrlKind of, guint *counter, GError **error)
{
  const TrlTable   *table = trl_network_get_table (work->network, of);
  guint             n;
  g_autofree guint *rows = copy_rows (table, &n);

  for (guint i = 0; i < n; i++)
    {
      const char *id = trl_table_get_id (table, rows[i]);

      work->is_touched = FALSE;
      if (!(of == TRL_KIND_NODE ? recode_node : recode_edge) (work, rows[i], id, error) ||
          !recode_fields (work, of, rows[i], id, error))
        return FALSE;
      *counter += work->is_touched;
    }
  return TRUE;
}

static guint
sum (const TrlRecodeCount *count)
{
  return count->n_nodes + count->n_edges + count->n_values + count->n_merged;
}

static gboolean
recode_network (Work *work, GError **error)
{
  return recode_rows (work, TRL_KIND_NODE, &work->count->n_nodes, error) &&
         recode_rows (work, TRL_KIND_EDGE, &work->count->n_edges, error) &&
         recode_fields (work, TRL_KIND_NETWORK, 0, NULL, error);
}

/* Edges that come and go with a merge get new rows, so ranks are looked at afterwards. */
static gboolean
prepare (Work *work, GPtrArray *befores, GError **error)
{
  gboolean is_merging = has_rules (work->recoding, TRL_WORD_TYPE);

  for (guint i = 0; i < trl_document_get_n_networks (work->document); i++)
    {
      guint    n_merged = work->count->n_merged;
      gboolean is_grained, differs = FALSE;
      Before  *before;

      work->network = trl_document_get_network (work->document, i);
      is_grained = trl_network_is_grained_by_type (work->network);
      if (is_merging && is_grained && !merge_types (work, &differs, error))
        return FALSE;
      work->count->n_differing += differs;
      before = look_at (work->network);
      before->is_grained = is_grained;
      before->is_merged = work->count->n_merged > n_merged;
      g_ptr_array_add (befores, before);
    }
  return TRUE;
}

static gboolean
recode_networks (Work *work, const GPtrArray *befores, GError **error)
{
  for (guint i = 0; i < befores->len; i++)
    {
      guint done = sum (work->count);

      work->network = trl_document_get_network (work->document, i);
      work->before = befores->pdata[i];
      if (!recode_network (work, error))
        return FALSE;
      work->count->n_regrained +=
        work->before->is_grained && !trl_network_is_grained_by_type (work->network);
      work->count->n_networks += work->before->is_merged || sum (work->count) > done;
    }
  return TRUE;
}

gboolean
trl_recoding_apply (const TrlRecoding *recoding,
                    TrlDocument       *document,
                    TrlRecodeCount    *count,
                    GError           **error)
{
  g_autoptr (TrlVocabulary) old =
    trl_vocabulary_ref ((TrlVocabulary *) trl_document_get_vocabulary (document));
  g_autoptr (TrlVocabulary) words = trl_vocabulary_copy (recoding->words);
  g_autoptr (GPtrArray) befores = g_ptr_array_new_with_free_func (before_free);
  Work work = { .document = document, .recoding = recoding, .old = old, .count = count };

  *count = (TrlRecodeCount){ 0 };
  if (!prepare (&work, befores, error))
    return FALSE;
  trl_document_set_vocabulary (document, words);
  return recode_networks (&work, befores, error);
}
