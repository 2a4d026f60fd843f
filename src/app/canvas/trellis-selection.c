/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two ordered sets of ids, each a list beside a hash of it.  Every public call works out
 * the whole change first and emits `changed` at most once. */
#include "canvas/trellis-selection.h"

struct _TrellisSelection
{
  GObject     parent_instance;
  GPtrArray  *ids[TRL_N_KINDS];  /* in order of choice, only nodes and edges are used */
  GHashTable *sets[TRL_N_KINDS]; /* of the same strings */
};

G_DEFINE_FINAL_TYPE (TrellisSelection, trellis_selection, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
has (TrellisSelection *self, TrlKind kind, const char *id)
{
  return g_hash_table_contains (self->sets[kind], id);
}

static gboolean
add (TrellisSelection *self, TrlKind kind, const char *id)
{
  if (has (self, kind, id))
    return FALSE;
  char *own = g_strdup (id);
  g_ptr_array_add (self->ids[kind], own);
  g_hash_table_add (self->sets[kind], own);
  return TRUE;
}

static gboolean
take_out (TrellisSelection *self, TrlKind kind, const char *id)
{
  guint index;
  if (!has (self, kind, id))
    return FALSE;
  g_hash_table_remove (self->sets[kind], id);
  g_ptr_array_find_with_equal_func (self->ids[kind], id, g_str_equal, &index);
  g_ptr_array_remove_index (self->ids[kind], index);
  return TRUE;
}

static gboolean
empty (TrellisSelection *self)
{
  gboolean changed = FALSE;
  for (guint kind = 0; kind < TRL_N_KINDS; kind++)
    {
      changed = changed || self->ids[kind]->len > 0;
      g_hash_table_remove_all (self->sets[kind]);
      g_ptr_array_set_size (self->ids[kind], 0);
    }
  return changed;
}

static void
emit_if (TrellisSelection *self, gboolean changed)
{
  if (changed)
    g_signal_emit (self, signals[CHANGED], 0);
}

/* Whether the selection is exactly @ids, in any order. */
static gboolean
is_exactly (TrellisSelection *self, TrlKind kind, GPtrArray *ids)
{
  guint all = 0;
  for (guint i = 0; i < TRL_N_KINDS; i++)
    all += self->ids[i]->len;
  if (all != ids->len)
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    if (!has (self, kind, g_ptr_array_index (ids, i)))
      return FALSE;
  return TRUE;
}

static void
trellis_selection_finalize (GObject *object)
{
  TrellisSelection *self = TRELLIS_SELECTION (object);
  for (guint kind = 0; kind < TRL_N_KINDS; kind++)
    {
      g_clear_pointer (&self->sets[kind], g_hash_table_unref);
      g_clear_pointer (&self->ids[kind], g_ptr_array_unref);
    }
  G_OBJECT_CLASS (trellis_selection_parent_class)->finalize (object);
}

static void
trellis_selection_class_init (TrellisSelectionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = trellis_selection_finalize;
  signals[CHANGED] = g_signal_new ("changed", TRELLIS_TYPE_SELECTION, G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
trellis_selection_init (TrellisSelection *self)
{
  for (guint kind = 0; kind < TRL_N_KINDS; kind++)
    {
      self->ids[kind] = g_ptr_array_new_with_free_func (g_free);
      self->sets[kind] = g_hash_table_new (g_str_hash, g_str_equal);
    }
}

TrellisSelection *
trellis_selection_new (void)
{
  return g_object_new (TRELLIS_TYPE_SELECTION, NULL);
}

void
trellis_selection_set (TrellisSelection *self, TrlKind kind, const char *id)
{
  g_autoptr (GPtrArray) one = g_ptr_array_new ();
  if (id)
    g_ptr_array_add (one, (char *) id);
  trellis_selection_set_all (self, kind, one);
}

void
trellis_selection_set_all (TrellisSelection *self, TrlKind kind, GPtrArray *ids)
{
  g_return_if_fail (TRELLIS_IS_SELECTION (self) && kind < TRL_N_KINDS);
  if (is_exactly (self, kind, ids))
    return;
  g_autoptr (GPtrArray) fresh = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < ids->len; i++)
    g_ptr_array_add (fresh, g_strdup (g_ptr_array_index (ids, i)));
  empty (self);
  for (guint i = 0; i < fresh->len; i++)
    add (self, kind, g_ptr_array_index (fresh, i));
  emit_if (self, TRUE);
}

void
trellis_selection_add_all (TrellisSelection *self, TrlKind kind, GPtrArray *ids)
{
  g_return_if_fail (TRELLIS_IS_SELECTION (self) && kind < TRL_N_KINDS);
  gboolean changed = FALSE;
  for (guint i = 0; i < ids->len; i++)
    changed |= add (self, kind, g_ptr_array_index (ids, i));
  emit_if (self, changed);
}

void
trellis_selection_remove_all (TrellisSelection *self, TrlKind kind, GPtrArray *ids)
{
  g_return_if_fail (TRELLIS_IS_SELECTION (self) && kind < TRL_N_KINDS);
  gboolean changed = FALSE;
  for (guint i = 0; i < ids->len; i++)
    changed |= take_out (self, kind, g_ptr_array_index (ids, i));
  emit_if (self, changed);
}

void
trellis_selection_toggle (TrellisSelection *self, TrlKind kind, const char *id)
{
  g_return_if_fail (TRELLIS_IS_SELECTION (self) && kind < TRL_N_KINDS && id != NULL);
  if (!take_out (self, kind, id))
    add (self, kind, id);
  emit_if (self, TRUE);
}

void
trellis_selection_clear (TrellisSelection *self)
{
  g_return_if_fail (TRELLIS_IS_SELECTION (self));
  emit_if (self, empty (self));
}

gboolean
trellis_selection_contains (TrellisSelection *self, TrlKind kind, const char *id)
{
  g_return_val_if_fail (TRELLIS_IS_SELECTION (self) && kind < TRL_N_KINDS, FALSE);
  return id && has (self, kind, id);
}

guint
trellis_selection_get_n (TrellisSelection *self, TrlKind kind)
{
  g_return_val_if_fail (TRELLIS_IS_SELECTION (self) && kind < TRL_N_KINDS, 0);
  return self->ids[kind]->len;
}

static GPtrArray *
get_ids (TrellisSelection *self, TrlKind kind)
{
  GPtrArray *ids = g_ptr_array_new ();
  g_ptr_array_extend (ids, self->ids[kind], NULL, NULL);
  return ids;
}

GPtrArray *
trellis_selection_get_nodes (TrellisSelection *self)
{
  g_return_val_if_fail (TRELLIS_IS_SELECTION (self), NULL);
  return get_ids (self, TRL_KIND_NODE);
}

GPtrArray *
trellis_selection_get_edges (TrellisSelection *self)
{
  g_return_val_if_fail (TRELLIS_IS_SELECTION (self), NULL);
  return get_ids (self, TRL_KIND_EDGE);
}

static gboolean
prune_kind (TrellisSelection *self, TrlKind kind, const TrlNetwork *network)
{
  const TrlTable *table = network ? trl_network_get_table (network, kind) : NULL;
  gboolean        changed = FALSE;
  for (guint i = self->ids[kind]->len; i-- > 0;)
    {
      const char *id = g_ptr_array_index (self->ids[kind], i);
      if (!table || trl_table_find (table, id) == TRL_NO_ROW)
        changed = take_out (self, kind, id) || changed;
    }
  return changed;
}

void
trellis_selection_prune (TrellisSelection *self, const TrlNetwork *network)
{
  g_return_if_fail (TRELLIS_IS_SELECTION (self));
  gboolean nodes = prune_kind (self, TRL_KIND_NODE, network);
  gboolean edges = prune_kind (self, TRL_KIND_EDGE, network);
  emit_if (self, nodes || edges);
}
