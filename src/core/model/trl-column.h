/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Rows of a column that are shared or written together. */
#define TRL_CHUNK 128u

/**
 * TrlColumnKind:
 * @TRL_COLUMN_NUMBERS: NAN where unset
 * @TRL_COLUMN_TEXTS: %NULL where unset; each kept for itself
 * @TRL_COLUMN_TERMS: texts that recur, each kept once
 * @TRL_COLUMN_PLAIN: 0 where unset
 */
typedef enum
{
  TRL_COLUMN_NUMBERS,
  TRL_COLUMN_TEXTS,
  TRL_COLUMN_TERMS,
  TRL_COLUMN_PLAIN
} TrlColumnKind;

typedef union
{
  double number;
  char  *text; /* counted; see trl_column_set_text() */
  gint64 order;
  guint  ends[2];
} TrlCell;

typedef struct
{
  gatomicrefcount ref;
  TrlCell         cells[TRL_CHUNK];
} TrlChunk;

/**
 * TrlColumn:
 * @chunks: %NULL where no row of a chunk was set
 *
 * A value a row.  Copies share chunks until one of them is written: only what holds that
 * row is then doubled.  A thread may read or free its copy while another thread writes
 * to its own.  All zero but for @kind is an empty column.
 */
typedef struct
{
  TrlColumnKind kind;
  guint         n_chunks;
  TrlChunk    **chunks;
} TrlColumn;

/**
 * trl_column_copy:
 *
 * Cost: O(n / TRL_CHUNK); no value is looked at.
 */
TrlColumn trl_column_copy (const TrlColumn *column);
void      trl_column_clear (TrlColumn *column);

/**
 * trl_column_write:
 *
 * Cost: O(1) on average: that of a chunk where it is shared.
 *
 * Returns: where the value of the row is, for writing; a text by trl_column_set_text()
 */
TrlCell *trl_column_write (TrlColumn *column, guint row);

/**
 * trl_column_set_text:
 * @text: (nullable)
 *
 * What was borrowed of other rows stays good.
 */
void trl_column_set_text (TrlColumn *column, guint row, const char *text);

/**
 * trl_column_trim:
 *
 * Lets go of chunks in which no row is set, and of the room behind the last one.
 */
void trl_column_trim (TrlColumn *column);

/**
 * trl_column_count_shared:
 *
 * Returns: how many chunks are those of a copy too
 */
guint trl_column_count_shared (const TrlColumn *column);

/* Returns: (nullable): the value of a row; %NULL is as unset */
static inline const TrlCell *
trl_column_peek (const TrlColumn *column, guint row)
{
  guint           at = row / TRL_CHUNK;
  const TrlChunk *chunk = at < column->n_chunks ? column->chunks[at] : NULL;

  return chunk ? &chunk->cells[row % TRL_CHUNK] : NULL;
}

static inline const char *
trl_column_get_text (const TrlColumn *column, guint row)
{
  const TrlCell *cell = trl_column_peek (column, row);

  return cell ? cell->text : NULL;
}

G_END_DECLS
