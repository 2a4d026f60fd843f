/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Words are made when they are looked at: a row is no more than a number. */

#include "config.h"

#include "compare/trellis-change-row.h"

#include "scene/trl-text.h"

#include <glib/gi18n.h>

struct _TrellisChangeRow
{
  GObject             parent_instance;
  TrellisComparison  *comparison;
  TrellisChangedThing thing;
  guint               index;
};

G_DEFINE_FINAL_TYPE (TrellisChangeRow, trellis_change_row, G_TYPE_OBJECT)

static void
trellis_change_row_finalize (GObject *object)
{
  trellis_comparison_unref (TRELLIS_CHANGE_ROW (object)->comparison);
  G_OBJECT_CLASS (trellis_change_row_parent_class)->finalize (object);
}

static void
trellis_change_row_class_init (TrellisChangeRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = trellis_change_row_finalize;
}

static void
trellis_change_row_init (TrellisChangeRow *self)
{
}

TrellisChangeRow *
trellis_change_row_new (TrellisComparison  *comparison,
                        TrellisChangedThing thing,
                        guint               index)
{
  TrellisChangeRow *self = g_object_new (TRELLIS_TYPE_CHANGE_ROW, NULL);

  self->comparison = trellis_comparison_ref (comparison);
  self->thing = thing;
  self->index = index;
  return self;
}

static const TrlChanges *
get_changes (TrellisChangeRow *self)
{
  return trellis_comparison_get_changes (self->comparison);
}

static const TrlChangedTie *
get_tie (TrellisChangeRow *self)
{
  guint n;

  return &trl_changes_get_ties (get_changes (self), &n)[self->index];
}

static guint
get_partner (TrellisChangeRow *self)
{
  const GArray *partners =
    trl_changes_get_partners (get_changes (self), self->thing == TRELLIS_ADDED_PARTNER);

  return g_array_index (partners, guint, self->index);
}

TrlTieChange
trellis_change_row_get_change (TrellisChangeRow *self)
{
  if (self->thing == TRELLIS_CHANGED_PARTNERSHIP)
    return get_tie (self)->change;
  return self->thing == TRELLIS_ADDED_PARTNER ? TRL_TIE_ADDED : TRL_TIE_LOST;
}

/* In a network about its hub, the hub is understood. */
static guint
find_hub (TrellisChangeRow *self)
{
  for (guint which = 2; which-- > 0;)
    {
      TrlNetwork *network = trl_changes_get_network (get_changes (self), which);
      guint       hub = trl_network_get_hub (network);

      if (hub != TRL_NO_ROW && trl_network_is_hub_network (network))
        return trl_union_find (trl_changes_get_union (get_changes (self)), which, hub);
    }
  return TRL_NO_ROW;
}

static const char *
name_of (TrellisChangeRow *self, guint partner)
{
  const char *name = trl_changes_get_name (get_changes (self), partner);

  if (name && *name)
    return name;
  return partner == find_hub (self) ? _ ("Hub") : _ ("Unnamed partner");
}

char *
trellis_change_row_dup_title (TrellisChangeRow *self)
{
  const guint     *partners;
  guint            hub;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (self->thing != TRELLIS_CHANGED_PARTNERSHIP)
    return g_strdup (name_of (self, get_partner (self)));
  partners = get_tie (self)->partners;
  hub = find_hub (self);
  for (guint i = 0; i < 2; i++)
    if (partners[i] == hub && partners[!i] != hub)
      return g_strdup (name_of (self, partners[!i]));
  from = trl_text_isolate (name_of (self, partners[0]));
  to = trl_text_isolate (name_of (self, partners[1]));
  return g_strdup_printf ("%s – %s", from, to);
}

char *
trellis_change_row_dup_subtitle (TrellisChangeRow *self)
{
  const TrlChangedTie *tie;

  if (self->thing != TRELLIS_CHANGED_PARTNERSHIP)
    return g_strdup (self->thing == TRELLIS_ADDED_PARTNER ? _ ("Partner added")
                                                          : _ ("Partner lost"));
  tie = get_tie (self);
  /* Translators: a change, and the levels before and after it */
  return g_strdup_printf (_ ("%s: %s → %s"), trl_tie_change_get_label (tie->change),
                          trl_standing_get_label (&tie->standing[0]),
                          trl_standing_get_label (&tie->standing[1]));
}

const char *
trellis_change_row_get_key (TrellisChangeRow *self)
{
  const TrlUnion *who = trl_changes_get_union (get_changes (self));
  const guint    *partners;

  if (self->thing != TRELLIS_CHANGED_PARTNERSHIP)
    return trl_union_get_key (who, get_partner (self));
  partners = get_tie (self)->partners;
  return trl_union_get_key (who, partners[partners[0] == find_hub (self)]);
}

guint
trellis_change_row_find (TrellisChangeRow *self, TrlKind *kind, const char **id)
{
  const TrlChanges *changes = get_changes (self);
  guint             which, row;

  if (self->thing == TRELLIS_CHANGED_PARTNERSHIP)
    {
      *kind = TRL_KIND_EDGE;
      which = get_tie (self)->rows[1] != TRL_NO_ROW;
      row = get_tie (self)->rows[which];
    }
  else
    {
      *kind = TRL_KIND_NODE;
      which = self->thing == TRELLIS_ADDED_PARTNER;
      row =
        trl_union_get_row (trl_changes_get_union (changes), which, get_partner (self));
    }
  *id = trl_table_get_id (
    trl_network_get_table (trl_changes_get_network (changes, which), *kind), row);
  return which;
}
