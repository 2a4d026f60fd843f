/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A chunk that more than one column holds is never written.  Texts are counted as chunks
 * are, so that the double of a chunk holds the very same ones. */

#include "config.h"

#include "model/trl-column.h"

#include <math.h>
#include <string.h>

static gboolean
has_texts (const TrlColumn *column)
{
  return column->kind == TRL_COLUMN_TEXTS || column->kind == TRL_COLUMN_TERMS;
}

/* A text of its own stands after its count, which is a byte: with that, an id fits into
 * the least that is allocated, where a word would double it.  A text that is held so
 * often that the byte is full stays for good. */
static char *
text_new (const char *text)
{
  gsize   size = strlen (text) + 1;
  guint8 *count = g_malloc (1 + size);

  *count = 1;
  return memcpy (count + 1, text, size);
}

/* Returns: the count after it */
static guint8
add_count (char *text, int by)
{
  guint8 *count = (guint8 *) text - 1;
  guint8  old = __atomic_load_n (count, __ATOMIC_ACQUIRE);

  do
    if (old == G_MAXUINT8)
      return old;
  while (!__atomic_compare_exchange_n (count, &old, (guint8) (old + by), FALSE,
                                       __ATOMIC_ACQ_REL, __ATOMIC_ACQUIRE));
  return (guint8) (old + by);
}

static char *
make_text (const TrlColumn *column, const char *text)
{
  return column->kind == TRL_COLUMN_TERMS ? g_ref_string_new_intern (text)
                                          : text_new (text);
}

static void
hold_text (const TrlColumn *column, char *text)
{
  if (column->kind == TRL_COLUMN_TERMS)
    g_ref_string_acquire (text);
  else
    add_count (text, 1);
}

static void
release_text (const TrlColumn *column, char *text)
{
  if (column->kind == TRL_COLUMN_TERMS)
    g_ref_string_release (text);
  else if (add_count (text, -1) == 0)
    g_free (text - 1);
}

static gboolean
is_shared (const TrlChunk *chunk)
{
  return !g_atomic_ref_count_compare ((gatomicrefcount *) &chunk->ref, 1);
}

static TrlChunk *
chunk_new (const TrlColumn *column)
{
  TrlChunk *chunk = g_new0 (TrlChunk, 1);

  g_atomic_ref_count_init (&chunk->ref);
  for (guint i = 0; column->kind == TRL_COLUMN_NUMBERS && i < TRL_CHUNK; i++)
    chunk->cells[i].number = NAN;
  return chunk;
}

static TrlChunk *
chunk_copy (const TrlColumn *column, const TrlChunk *chunk)
{
  TrlChunk *copy = g_new (TrlChunk, 1);

  *copy = *chunk;
  g_atomic_ref_count_init (&copy->ref);
  for (guint i = 0; has_texts (column) && i < TRL_CHUNK; i++)
    if (copy->cells[i].text)
      hold_text (column, copy->cells[i].text);
  return copy;
}

static void
chunk_unref (const TrlColumn *column, TrlChunk *chunk)
{
  if (!chunk || !g_atomic_ref_count_dec (&chunk->ref))
    return;
  for (guint i = 0; has_texts (column) && i < TRL_CHUNK; i++)
    if (chunk->cells[i].text)
      release_text (column, chunk->cells[i].text);
  g_free (chunk);
}

TrlColumn
trl_column_copy (const TrlColumn *column)
{
  TrlColumn copy = *column;

  copy.chunks = g_memdup2 (column->chunks, column->n_chunks * sizeof (TrlChunk *));
  for (guint i = 0; i < copy.n_chunks; i++)
    if (copy.chunks[i])
      g_atomic_ref_count_inc (&copy.chunks[i]->ref);
  return copy;
}

void
trl_column_clear (TrlColumn *column)
{
  for (guint i = 0; i < column->n_chunks; i++)
    chunk_unref (column, column->chunks[i]);
  g_clear_pointer (&column->chunks, g_free);
  column->n_chunks = 0;
}

/* Half as much again, so that growing by rows costs O(1) for each. */
static void
make_room (TrlColumn *column, guint at)
{
  guint n = MAX (at + 1, column->n_chunks + column->n_chunks / 2);

  if (at < column->n_chunks)
    return;
  column->chunks = g_renew (TrlChunk *, column->chunks, n);
  for (guint i = column->n_chunks; i < n; i++)
    column->chunks[i] = NULL;
  column->n_chunks = n;
}

TrlCell *
trl_column_write (TrlColumn *column, guint row)
{
  guint     at = row / TRL_CHUNK;
  TrlChunk *chunk;

  make_room (column, at);
  chunk = column->chunks[at];
  if (!chunk)
    column->chunks[at] = chunk_new (column);
  else if (is_shared (chunk))
    {
      column->chunks[at] = chunk_copy (column, chunk);
      chunk_unref (column, chunk);
    }
  return &column->chunks[at]->cells[row % TRL_CHUNK];
}

void
trl_column_set_text (TrlColumn *column, guint row, const char *text)
{
  TrlCell *cell;
  char    *old;

  if (!text && !trl_column_get_text (column, row))
    return;
  cell = trl_column_write (column, row);
  old = cell->text;
  cell->text = text ? make_text (column, text) : NULL;
  if (old)
    release_text (column, old);
}

static gboolean
is_set (const TrlColumn *column, const TrlCell *cell)
{
  return column->kind == TRL_COLUMN_NUMBERS ? !isnan (cell->number) : cell->order != 0;
}

static gboolean
has_values (const TrlColumn *column, const TrlChunk *chunk)
{
  for (guint i = 0; i < TRL_CHUNK; i++)
    if (is_set (column, &chunk->cells[i]))
      return TRUE;
  return FALSE;
}

void
trl_column_trim (TrlColumn *column)
{
  guint n = 0;

  for (guint i = 0; i < column->n_chunks; i++)
    {
      TrlChunk *chunk = column->chunks[i];

      if (chunk && has_values (column, chunk))
        n = i + 1;
      else
        chunk_unref (column, g_steal_pointer (&column->chunks[i]));
    }
  column->chunks = g_renew (TrlChunk *, column->chunks, n);
  column->n_chunks = n;
}

guint
trl_column_count_shared (const TrlColumn *column)
{
  guint n = 0;

  for (guint i = 0; i < column->n_chunks; i++)
    n += column->chunks[i] && is_shared (column->chunks[i]);
  return n;
}
