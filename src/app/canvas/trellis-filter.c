/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A bit set of levels and a hash set of types; says `changed` when either differs from
 * before. */
#include "canvas/trellis-filter.h"

#define NEUTRAL_BIT 62
#define NOT_REPORTED_BIT 63

struct _TrellisFilter
{
  GObject     parent_instance;
  guint64     levels;
  GHashTable *types;
};

G_DEFINE_FINAL_TYPE (TrellisFilter, trellis_filter, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static guint64
bit_of (int rank)
{
  if (rank == TRELLIS_FILTER_NOT_REPORTED)
    return G_GUINT64_CONSTANT (1) << NOT_REPORTED_BIT;
  if (rank < 0 || rank >= NEUTRAL_BIT)
    return G_GUINT64_CONSTANT (1) << NEUTRAL_BIT;
  return G_GUINT64_CONSTANT (1) << rank;
}

static void
trellis_filter_finalize (GObject *object)
{
  g_clear_pointer (&TRELLIS_FILTER (object)->types, g_hash_table_unref);
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
  self->types = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

TrellisFilter *
trellis_filter_new (void)
{
  return g_object_new (TRELLIS_TYPE_FILTER, NULL);
}

void
trellis_filter_set_level_hidden (TrellisFilter *self, int rank, gboolean hidden)
{
  g_return_if_fail (TRELLIS_IS_FILTER (self));
  guint64 bit = bit_of (rank);
  trellis_filter_set_hidden_levels (self,
                                    hidden ? self->levels | bit : self->levels & ~bit);
}

gboolean
trellis_filter_is_level_hidden (TrellisFilter *self, int rank)
{
  g_return_val_if_fail (TRELLIS_IS_FILTER (self), FALSE);
  return (self->levels & bit_of (rank)) != 0;
}

void
trellis_filter_set_hidden_levels (TrellisFilter *self, guint64 levels)
{
  g_return_if_fail (TRELLIS_IS_FILTER (self));
  if (self->levels == levels)
    return;
  self->levels = levels;
  g_signal_emit (self, signals[CHANGED], 0);
}

guint64
trellis_filter_get_hidden_levels (TrellisFilter *self)
{
  g_return_val_if_fail (TRELLIS_IS_FILTER (self), 0);
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
  self->levels = 0;
  g_hash_table_remove_all (self->types);
  g_signal_emit (self, signals[CHANGED], 0);
}

gboolean
trellis_filter_is_empty (TrellisFilter *self)
{
  g_return_val_if_fail (TRELLIS_IS_FILTER (self), TRUE);
  return self->levels == 0 && g_hash_table_size (self->types) == 0;
}
