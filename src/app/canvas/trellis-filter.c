/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A set of levels and a hash set of types; says `changed` when either differs from
 * before. */
#include "canvas/trellis-filter.h"

struct _TrellisFilter
{
  GObject      parent_instance;
  TrlLevelSet *levels;
  GHashTable  *types;
};

G_DEFINE_FINAL_TYPE (TrellisFilter, trellis_filter, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
trellis_filter_finalize (GObject *object)
{
  TrellisFilter *self = TRELLIS_FILTER (object);

  g_clear_pointer (&self->levels, trl_level_set_free);
  g_clear_pointer (&self->types, g_hash_table_unref);
  G_OBJECT_CLASS (trellis_filter_parent_class)->finalize (object);
}

static void
trellis_filter_class_init (TrellisFilterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = trellis_filter_finalize;
  signals[CHANGED] = g_signal_new ("changed", TRELLIS_TYPE_FILTER, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
trellis_filter_init (TrellisFilter *self)
{
  self->levels = trl_level_set_new ();
  self->types = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

TrellisFilter *
trellis_filter_new (void)
{
  return g_object_new (TRELLIS_TYPE_FILTER, NULL);
}

void
trellis_filter_set_level_hidden (TrellisFilter *self,
                                 const char    *scale,
                                 int            rank,
                                 gboolean       hidden)
{
  g_return_if_fail (TRELLIS_IS_FILTER (self));
  if (trl_level_set_change (self->levels, scale, rank, hidden))
    g_signal_emit (self, signals[CHANGED], 0);
}

gboolean
trellis_filter_is_level_hidden (TrellisFilter *self, const char *scale, int rank)
{
  g_return_val_if_fail (TRELLIS_IS_FILTER (self), FALSE);
  return trl_level_set_has (self->levels, scale, rank);
}

const TrlLevelSet *
trellis_filter_get_hidden_levels (TrellisFilter *self)
{
  g_return_val_if_fail (TRELLIS_IS_FILTER (self), NULL);
  return self->levels;
}

void
trellis_filter_set_type_hidden (TrellisFilter *self, const char *type, gboolean hidden)
{
  g_return_if_fail (TRELLIS_IS_FILTER (self) && type != NULL);
  gboolean changed = hidden ? g_hash_table_add (self->types, g_strdup (type))
                            : g_hash_table_remove (self->types, type);
  if (changed)
    g_signal_emit (self, signals[CHANGED], 0);
}

gboolean
trellis_filter_is_type_hidden (TrellisFilter *self, const char *type)
{
  g_return_val_if_fail (TRELLIS_IS_FILTER (self), FALSE);
  return g_hash_table_contains (self->types, type ? type : "");
}

GHashTable *
trellis_filter_get_hidden_types (TrellisFilter *self)
{
  g_return_val_if_fail (TRELLIS_IS_FILTER (self), NULL);
  return self->types;
}

void
trellis_filter_clear (TrellisFilter *self)
{
  g_return_if_fail (TRELLIS_IS_FILTER (self));
  if (trellis_filter_is_empty (self))
    return;
  trl_level_set_clear (self->levels);
  g_hash_table_remove_all (self->types);
  g_signal_emit (self, signals[CHANGED], 0);
}

gboolean
trellis_filter_is_empty (TrellisFilter *self)
{
  g_return_val_if_fail (TRELLIS_IS_FILTER (self), TRUE);
  return trl_level_set_is_empty (self->levels) && g_hash_table_size (self->types) == 0;
}
