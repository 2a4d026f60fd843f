/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Of what each network gives to the sides of a grid a sum is kept, and made again only
 * when something other than its edges has changed: an edit costs one network.  Two texts
 * of one sum would have to agree in 128 bits by chance.
 */

#include "config.h"

#include "grid/trellis-levels-sides.h"

#include <string.h>

typedef struct
{
  guint64 one, other;
} Sum;

typedef struct
{
  TrlNetwork *network;
  guint64     revision;
  Sum         sum;
} Part;

struct TrellisLevelsSides
{
  TrlGridRows    rows;
  TrlGridColumns columns;
  char          *network;
  TrlVocabulary *words;
  GArray        *parts; /* Part */
};

static void
clear_part (gpointer data)
{
  Part *part = data;

  trl_network_unref (part->network);
}

static GArray *
new_parts (void)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (Part));

  g_array_set_clear_func (parts, clear_part);
  return parts;
}

TrellisLevelsSides *
trellis_levels_sides_new (void)
{
  TrellisLevelsSides *sides = g_new0 (TrellisLevelsSides, 1);

  sides->parts = new_parts ();
  return sides;
}

void
trellis_levels_sides_free (TrellisLevelsSides *sides)
{
  g_free (sides->network);
  g_clear_pointer (&sides->words, trl_vocabulary_unref);
  g_array_unref (sides->parts);
  g_free (sides);
}

static void
add_bytes (Sum *sum, guint64 bytes)
{
  sum->one = (sum->one ^ bytes) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  sum->one ^= sum->one >> 32;
  sum->other = (sum->other + bytes) * G_GUINT64_CONSTANT (0xc2b2ae3d27d4eb4f);
  sum->other ^= sum->other >> 29;
}

/* With its length, so that what one word ends with is not what the next begins with. */
static void
add (Sum *sum, const char *word)
{
  gsize length = word ? strlen (word) : 0;

  add_bytes (sum, length);
  for (gsize at = 0; at < length; at += sizeof (guint64))
    {
      guint64 bytes = 0;

      memcpy (&bytes, word + at, MIN (sizeof bytes, length - at));
      add_bytes (sum, bytes);
    }
}

static void
add_node (Sum *sum, const TrlTable *nodes, guint row)
{
  static const guint props[] = { TRL_NODE_NAME, TRL_NODE_TYPE, TRL_NODE_KEY };

  add (sum, trl_table_get_id (nodes, row));
  for (guint i = 0; i < G_N_ELEMENTS (props); i++)
    add (sum, trl_table_get_text (nodes, row, props[i]));
}

/* Of types, only those are columns of their own that the vocabulary does not know. */
static void
add_strange_type (Sum *sum, const TrlNetwork *network, guint row)
{
  const char *type =
    trl_table_get_text (trl_network_get_nodes (network), row, TRL_NODE_TYPE);

  if (row != trl_network_get_hub (network) &&
      !trl_vocabulary_find_type (trl_network_get_vocabulary (network), type ? type : ""))
    add (sum, type);
}

static void
sum_up (const TrellisLevelsSides *sides, const TrlNetwork *network, Sum *sum)
{
  const TrlTable *nodes = trl_network_get_nodes (network);
  guint           n;
  guint           hub = trl_network_get_hub (network);
  const guint    *rows = trl_table_get_rows (nodes, &n);
  gboolean        by_type =
    sides->rows == TRL_GRID_ROWS_SITES && sides->columns == TRL_GRID_COLUMNS_TYPES;

  add (sum, trl_network_get_id (network));
  add (sum, trl_network_get_name (network));
  if (!by_type && hub != TRL_NO_ROW)
    add (sum, trl_table_get_id (nodes, hub));
  for (guint i = 0; i < n; i++)
    if (by_type)
      add_strange_type (sum, network, rows[i]);
    else
      add_node (sum, nodes, rows[i]);
}

static void
begin (TrellisLevelsSides *sides,
       TrlVocabulary      *words,
       TrlGridRows         rows,
       TrlGridColumns      columns,
       const char         *network)
{
  g_clear_pointer (&sides->words, trl_vocabulary_unref);
  sides->words = trl_vocabulary_ref (words);
  g_free (sides->network);
  sides->network = g_strdup (network);
  sides->rows = rows;
  sides->columns = columns;
  g_array_set_size (sides->parts, 0);
}

/* Returns whether the part is another than the last time. */
static gboolean
take_part (TrellisLevelsSides *sides, guint index, TrlNetwork *network)
{
  guint64 revision = trl_network_get_revision (network);
  Part   *old =
    index < sides->parts->len ? &g_array_index (sides->parts, Part, index) : NULL;
  Part     part = { network, revision, { 0 } };
  gboolean differs;

  if (old && old->network == network &&
      !trl_network_is_touched (network, old->revision, TRL_KIND_NODE))
    {
      old->revision = revision;
      return FALSE;
    }
  trl_network_ref (network);
  sum_up (sides, network, &part.sum);
  differs = !old || memcmp (&old->sum, &part.sum, sizeof (Sum)) != 0;
  if (!old)
    g_array_append_val (sides->parts, part);
  else
    {
      clear_part (old);
      *old = part;
    }
  return differs;
}

gboolean
trellis_levels_sides_update (TrellisLevelsSides *sides,
                             TrlDocument        *document,
                             TrlGridRows         rows,
                             TrlGridColumns      columns,
                             const char         *network)
{
  TrlVocabulary *words = (TrlVocabulary *) trl_document_get_vocabulary (document);
  const char    *wanted = rows == TRL_GRID_ROWS_PARTNERS ? network : NULL;
  gboolean       differs = words != sides->words || rows != sides->rows ||
                     columns != sides->columns || g_strcmp0 (wanted, sides->network) != 0;
  guint n = 0;

  if (differs)
    begin (sides, words, rows, columns, wanted);
  for (guint i = 0; i < trl_document_get_n_networks (document); i++)
    {
      TrlNetwork *own = trl_document_get_network (document, i);

      if (!wanted || g_str_equal (trl_network_get_id (own), wanted))
        differs |= take_part (sides, n++, own);
    }
  differs |= n != sides->parts->len;
  g_array_set_size (sides->parts, n);
  return differs;
}
