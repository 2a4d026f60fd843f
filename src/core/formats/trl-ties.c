/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Open addressing over an array: a million ties are two blocks of memory. */

#include "formats/trl-ties.h"

#include "model/trl-table.h"

#define FIRST_SLOTS 16u /* a power of two, as all sizes after it */

struct TrlTies
{
  GArray     *ties;  /* TrlTie */
  guint      *slots; /* place in ties + 1; 0: free */
  guint       n_slots;
  GHashTable *words; /* direction and kind → number + 1 */
};

TrlTies *
trl_ties_new (void)
{
  TrlTies *ties = g_new0 (TrlTies, 1);

  ties->ties = g_array_new (FALSE, FALSE, sizeof (TrlTie));
  ties->n_slots = FIRST_SLOTS;
  ties->slots = g_new0 (guint, FIRST_SLOTS);
  ties->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return ties;
}

void
trl_ties_free (TrlTies *ties)
{
  g_array_unref (ties->ties);
  g_free (ties->slots);
  g_hash_table_unref (ties->words);
  g_free (ties);
}

guint
trl_ties_word (TrlTies *ties, const char *kind, gboolean directed)
{
  g_autofree char *key = g_strconcat (directed ? ">" : "-", kind, NULL);
  gpointer         word = g_hash_table_lookup (ties->words, key);

  if (word == NULL)
    {
      word = GUINT_TO_POINTER (g_hash_table_size (ties->words) + 1);
      g_hash_table_insert (ties->words, g_steal_pointer (&key), word);
    }
  return GPOINTER_TO_UINT (word) - 1;
}

/* Odd factors that spread neighbouring numbers over all bits. */
static guint
hash (guint from, guint to, guint word)
{
  guint64 mixed = (from * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)) ^
                  (to * G_GUINT64_CONSTANT (0xc2b2ae3d27d4eb4f)) ^
                  (word * G_GUINT64_CONSTANT (0x165667b19e3779f9));

  mixed ^= mixed >> 32;
  return (guint) (mixed * G_GUINT64_CONSTANT (0xd6e8feb86659fd93) >> 32);
}

static guint *
find_slot (const TrlTies *ties, guint from, guint to, guint word)
{
  guint mask = ties->n_slots - 1;

  for (guint i = hash (from, to, word) & mask;; i = (i + 1) & mask)
    {
      const TrlTie *tie;

      if (ties->slots[i] == 0)
        return &ties->slots[i];
      tie = &g_array_index (ties->ties, TrlTie, ties->slots[i] - 1);
      if (tie->from == from && tie->to == to && tie->word == word)
        return &ties->slots[i];
    }
}

static void
grow (TrlTies *ties)
{
  g_free (ties->slots);
  ties->n_slots *= 2;
  ties->slots = g_new0 (guint, ties->n_slots);
  for (guint i = 0; i < ties->ties->len; i++)
    {
      const TrlTie *tie = &g_array_index (ties->ties, TrlTie, i);
      *find_slot (ties, tie->from, tie->to, tie->word) = i + 1;
    }
}

TrlTie *
trl_ties_find (const TrlTies *ties, guint from, guint to, guint word)
{
  guint at = *find_slot (ties, from, to, word);

  return at != 0 ? &g_array_index (ties->ties, TrlTie, at - 1) : NULL;
}

TrlTie *
trl_ties_need (TrlTies *ties, guint from, guint to, guint word)
{
  TrlTie  fresh = { from, to, word, TRL_NO_ROW, 0, TRL_NO_ROW };
  TrlTie *there = trl_ties_find (ties, from, to, word);

  if (there != NULL)
    return there;
  if (4 * (ties->ties->len + 1) > 3 * ties->n_slots)
    grow (ties);
  g_array_append_val (ties->ties, fresh);
  *find_slot (ties, from, to, word) = ties->ties->len;
  return &g_array_index (ties->ties, TrlTie, ties->ties->len - 1);
}
