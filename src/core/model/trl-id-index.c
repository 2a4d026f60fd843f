/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Open addressing: a row stands in the slot that its id asks for or in the first free one
 * after it, so a search ends at a free slot.  Removing moves rows back over the gap. */

#include "config.h"

#include "model/trl-id-index.h"

#include <string.h>

#define FIRST_SLOTS 16u

void
trl_id_index_clear (TrlIdIndex *index)
{
  g_free (index->slots);
  *index = (TrlIdIndex){ 0 };
}

TrlIdIndex
trl_id_index_copy (const TrlIdIndex *index)
{
  TrlIdIndex copy = *index;

  copy.slots = g_memdup2 (index->slots, index->n_slots * sizeof (guint));
  return copy;
}

/* Ids that differ in their last letters only would otherwise stand side by side. */
static guint
find_home (const TrlIdIndex *index, const char *id)
{
  guint hash = g_str_hash (id) * 2654435769u; /* 2^32 over the golden ratio */

  return (hash ^ hash >> 15) & (index->n_slots - 1);
}

/* Returns the slot of @id, or the free one in which a search for it ends. */
static guint
find_slot (const TrlIdIndex *index, char *const *ids, const char *id)
{
  guint slot = find_home (index, id);

  while (index->slots[slot] && strcmp (ids[index->slots[slot] - 1], id) != 0)
    slot = (slot + 1) & (index->n_slots - 1);
  return slot;
}

guint
trl_id_index_find (const TrlIdIndex *index, char *const *ids, const char *id)
{
  guint found = index->n ? index->slots[find_slot (index, ids, id)] : 0;

  return found ? found - 1 : G_MAXUINT;
}

static void
grow (TrlIdIndex *index, char *const *ids)
{
  g_autofree guint *old = index->slots;
  guint             n_old = index->n_slots;

  index->n_slots = MAX (FIRST_SLOTS, 2 * n_old);
  index->slots = g_new0 (guint, index->n_slots);
  for (guint i = 0; i < n_old; i++)
    if (old[i])
      index->slots[find_slot (index, ids, ids[old[i] - 1])] = old[i];
}

void
trl_id_index_add (TrlIdIndex *index, char *const *ids, guint row)
{
  if (index->n >= index->n_slots / 3 * 2)
    grow (index, ids);
  index->slots[find_slot (index, ids, ids[row])] = row + 1;
  index->n++;
}

/* Whether a search that begins at @home passes @gap on its way to @slot. */
static gboolean
is_between (const TrlIdIndex *index, guint home, guint gap, guint slot)
{
  guint mask = index->n_slots - 1;

  return ((gap - home) & mask) <= ((slot - home) & mask);
}

void
trl_id_index_remove (TrlIdIndex *index, char *const *ids, guint row)
{
  guint gap = find_slot (index, ids, ids[row]);

  g_return_if_fail (index->slots[gap] == row + 1);

  for (guint slot = (gap + 1) & (index->n_slots - 1); index->slots[slot];
       slot = (slot + 1) & (index->n_slots - 1))
    if (is_between (index, find_home (index, ids[index->slots[slot] - 1]), gap, slot))
      {
        index->slots[gap] = index->slots[slot];
        gap = slot;
      }
  index->slots[gap] = 0;
  index->n--;
}
