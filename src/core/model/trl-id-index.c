/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Open addressing: a row stands in the slot that its id asks for or in the first free one
 * after it, so a search ends at a free slot.  Removing moves rows back over the gap. */

#include "config.h"

#include "model/trl-id-index.h"

#include <string.h>

#define FIRST_SLOTS 16u

static guint
get_slot (const TrlIdIndex *index, guint slot)
{
  const TrlCell *cell = trl_column_peek (&index->slots, slot / 2);

  return cell ? cell->ends[slot % 2] : 0;
}

static void
set_slot (TrlIdIndex *index, guint slot, guint value)
{
  trl_column_write (&index->slots, slot / 2)->ends[slot % 2] = value;
}

void
trl_id_index_clear (TrlIdIndex *index)
{
  trl_column_clear (&index->slots);
  *index = (TrlIdIndex){ .slots.kind = TRL_COLUMN_PLAIN };
}

TrlIdIndex
trl_id_index_copy (const TrlIdIndex *index)
{
  TrlIdIndex copy = *index;

  copy.slots = trl_column_copy (&index->slots);
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
find_slot (const TrlIdIndex *index, const TrlColumn *ids, const char *id)
{
  guint slot = find_home (index, id);

  while (get_slot (index, slot) &&
         strcmp (trl_column_get_text (ids, get_slot (index, slot) - 1), id) != 0)
    slot = (slot + 1) & (index->n_slots - 1);
  return slot;
}

guint
trl_id_index_find (const TrlIdIndex *index, const TrlColumn *ids, const char *id)
{
  guint found = index->n ? get_slot (index, find_slot (index, ids, id)) : 0;

  return found ? found - 1 : G_MAXUINT;
}

static void
grow (TrlIdIndex *index, const TrlColumn *ids)
{
  TrlIdIndex old = *index;

  index->slots.chunks = NULL;
  index->slots.n_chunks = 0;
  index->n_slots = MAX (FIRST_SLOTS, 2 * old.n_slots);
  for (guint i = 0; i < old.n_slots; i++)
    {
      guint found = get_slot (&old, i);

      if (found)
        set_slot (index, find_slot (index, ids, trl_column_get_text (ids, found - 1)),
                  found);
    }
  trl_column_clear (&old.slots);
}

void
trl_id_index_add (TrlIdIndex *index, const TrlColumn *ids, guint row)
{
  if (index->n >= index->n_slots / 3 * 2)
    grow (index, ids);
  set_slot (index, find_slot (index, ids, trl_column_get_text (ids, row)), row + 1);
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
trl_id_index_remove (TrlIdIndex *index, const TrlColumn *ids, guint row)
{
  guint gap = find_slot (index, ids, trl_column_get_text (ids, row));

  g_return_if_fail (get_slot (index, gap) == row + 1);

  for (guint slot = (gap + 1) & (index->n_slots - 1); get_slot (index, slot);
       slot = (slot + 1) & (index->n_slots - 1))
    if (is_between (
          index, find_home (index, trl_column_get_text (ids, get_slot (index, slot) - 1)),
          gap, slot))
      {
        set_slot (index, gap, get_slot (index, slot));
        gap = slot;
      }
  set_slot (index, gap, 0);
  index->n--;
}
