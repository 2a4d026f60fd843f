/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Open addressing: a row stands in the slot that its id asks for or in the first free one
 * after it, so a search ends at a free slot.  Removing moves rows back over the gap.  A
 * slot holds eight bits of the hash beside the row, so that hardly any other id has to be
 * looked at. */

#include "config.h"

#include "model/trl-id-index.h"

#include <string.h>

#define FIRST_SLOTS 16u
#define ROW_BITS 24
#define MOST_ROWS ((1u << ROW_BITS) - 1)

/* What a slot holds: 0, or a row plus one and, above it, the tag of its id. */
static guint
row_in (guint value)
{
  return (value & MOST_ROWS) - 1;
}

static guint
tag_of (guint32 hash)
{
  return hash & ~MOST_ROWS;
}

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

/* Eight letters at a time; every bit of the product depends on all letters before it. */
static guint32
hash_id (const char *id)
{
  gsize   n = strlen (id);
  guint64 hash = n, word;

  for (; n >= sizeof word; n -= sizeof word, id += sizeof word)
    {
      memcpy (&word, id, sizeof word);
      hash = (hash ^ word) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
      hash ^= hash >> 32;
    }
  word = 0;
  memcpy (&word, id, n);
  hash = (hash ^ word) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  return (guint32) (hash >> 32 ^ hash);
}

/* Returns the slot of @id, or the free one in which a search for it ends. */
static guint
find_slot (const TrlIdIndex *index, const TrlColumn *ids, const char *id, guint32 hash)
{
  guint slot = hash & (index->n_slots - 1), value;

  while ((value = get_slot (index, slot)) != 0 &&
         (tag_of (value) != tag_of (hash) ||
          strcmp (trl_column_get_text (ids, row_in (value)), id) != 0))
    slot = (slot + 1) & (index->n_slots - 1);
  return slot;
}

guint
trl_id_index_find (const TrlIdIndex *index, const TrlColumn *ids, const char *id)
{
  guint found = index->n ? get_slot (index, find_slot (index, ids, id, hash_id (id))) : 0;

  return found ? row_in (found) : G_MAXUINT;
}

static void
put (TrlIdIndex *index, guint slot, guint row, guint32 hash)
{
  set_slot (index, slot, tag_of (hash) | (row + 1));
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
      guint       found = get_slot (&old, i);
      const char *id = found ? trl_column_get_text (ids, row_in (found)) : NULL;
      guint32     hash;

      if (!id)
        continue;
      hash = hash_id (id);
      put (index, find_slot (index, ids, id, hash), row_in (found), hash);
    }
  trl_column_clear (&old.slots);
}

guint
trl_id_index_add (TrlIdIndex *index, const TrlColumn *ids, const char *id, guint row)
{
  guint32 hash = hash_id (id);
  guint   slot, found;

  g_return_val_if_fail (row < MOST_ROWS, row);

  if (index->n >= index->n_slots / 3 * 2)
    grow (index, ids);
  slot = find_slot (index, ids, id, hash);
  found = get_slot (index, slot);
  if (found)
    return row_in (found);
  put (index, slot, row, hash);
  index->n++;
  return G_MAXUINT;
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
  const char *id = trl_column_get_text (ids, row);
  guint       gap = find_slot (index, ids, id, hash_id (id)), value;

  g_return_if_fail (row_in (get_slot (index, gap)) == row);

  for (guint slot = (gap + 1) & (index->n_slots - 1);
       (value = get_slot (index, slot)) != 0; slot = (slot + 1) & (index->n_slots - 1))
    {
      guint home = hash_id (trl_column_get_text (ids, row_in (value)));

      if (!is_between (index, home & (index->n_slots - 1), gap, slot))
        continue;
      set_slot (index, gap, value);
      gap = slot;
    }
  set_slot (index, gap, 0);
  index->n--;
}
