/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a pasted table looks like.  Names are what is no cell, and what is known: a table
 * of which only one side has names must name something that is there. */

#include "config.h"

#include "formats/trl-paste-private.h"

#include "formats/trl-meaning.h"
#include "formats/trl-type-words.h"
#include "formats/trl-words.h"

#include <string.h>

/* What the document calls its things. */
typedef struct
{
  GHashTable     *sites; /* folded */
  GHashTable     *types;
  const TrlScale *scale;
  gboolean        comma;
} Known;

typedef struct
{
  guint n;     /* not empty */
  guint cells; /* of these, that read as cells */
  guint sites;
  guint types;
} Count;

static void
know (Known *known, TrlDocument *document, const TrlGrid *grid)
{
  const TrlVocabulary *vocabulary = trl_document_get_vocabulary (document);

  known->scale = trl_vocabulary_find_scale (vocabulary, NULL);
  known->types = trl_type_words_index (vocabulary);
  known->sites = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < trl_grid_get_size (grid, TRL_GRID_ROW); i++)
    {
      TrlGridHeader header;
      trl_grid_get_header (grid, TRL_GRID_ROW, i, &header);
      g_hash_table_add (known->sites, trl_fold_key (header.name ? header.name : ""));
    }
  if (trl_grid_get_columns (grid) == TRL_GRID_COLUMNS_TYPES)
    return;
  g_hash_table_remove_all (known->types);
  for (guint i = 0; i < trl_grid_get_size (grid, TRL_GRID_COLUMN); i++)
    {
      TrlGridHeader header;
      trl_grid_get_header (grid, TRL_GRID_COLUMN, i, &header);
      g_hash_table_insert (known->types, trl_fold_name (header.name ? header.name : ""),
                           g_strdup (header.id));
    }
}

static void
count_text (const Known *known, const char *text, Count *count)
{
  TrlCellEdit      edit;
  g_autofree char *key = trl_fold_key (text);
  g_autofree char *name = trl_fold_name (text);

  if (key[0] == '\0')
    return;
  count->n++;
  count->cells += trl_cell_words_read (known->scale, text, known->comma, &edit);
  count->sites += g_hash_table_contains (known->sites, key);
  count->types += g_hash_table_contains (known->types, name);
}

static Count
count_side (const Known *known, const TrlSheet *sheet, TrlGridAxis axis, guint from)
{
  Count count = { 0, 0, 0, 0 };
  guint n = axis == TRL_GRID_ROW ? trl_sheet_get_n_rows (sheet) : sheet->n_columns;

  for (guint i = from; i < n; i++)
    count_text (known,
                axis == TRL_GRID_ROW ? trl_sheet_get (sheet, i, 0)
                                     : trl_sheet_get (sheet, 0, i),
                &count);
  return count;
}

static gboolean
is_names (const Count *count)
{
  return count->n > 0 && (count->cells == 0 || count->sites * 2 > count->n ||
                          count->types * 2 > count->n);
}

static gboolean
is_known (const Count *count)
{
  return count->sites > 0 || count->types > 0;
}

static gboolean
is_corner (const Known *known, const char *text)
{
  Count  count = { 0, 0, 0, 0 };
  double certainty;

  count_text (known, text, &count);
  return count.n == 0 || trl_meaning_of_header (text, &certainty) == TRL_MEANING_SITE ||
         (!is_known (&count) && count.cells == 0);
}

/* Names on both sides, with a corner between them; or on one side, some of them known. */
static void
find_names (TrlBlock *block, const Known *known)
{
  const TrlSheet *sheet = block->sheet;
  guint           height = trl_sheet_get_n_rows (sheet);
  guint           width = sheet->n_columns;
  Count           top = count_side (known, sheet, TRL_GRID_COLUMN, 1);
  Count           left = count_side (known, sheet, TRL_GRID_ROW, 1);
  Count           whole_top = count_side (known, sheet, TRL_GRID_COLUMN, 0);
  Count           whole_left = count_side (known, sheet, TRL_GRID_ROW, 0);

  if (height > 1 && width > 1 && is_names (&top) && is_names (&left) &&
      is_corner (known, trl_sheet_get (sheet, 0, 0)))
    block->top = block->left = 1;
  else if (width > 1 && is_names (&whole_left) && is_known (&whole_left))
    block->left = 1;
  else if (height > 1 && is_names (&whole_top) && is_known (&whole_top))
    block->top = 1;
}

static TrlSheet *
copy_sheet (const TrlSheet *sheet, gboolean turned)
{
  TrlSheet *copy = trl_sheet_new (sheet->delimiter);
  guint     height = trl_sheet_get_n_rows (sheet);
  guint     width = sheet->n_columns;

  copy->comma = sheet->comma;
  for (guint row = 0; row < (turned ? width : height); row++)
    {
      for (guint i = 0; i < (turned ? height : width); i++)
        {
          const char *cell =
            turned ? trl_sheet_get (sheet, i, row) : trl_sheet_get (sheet, row, i);
          trl_sheet_add_cell (copy, cell, strlen (cell));
        }
      trl_sheet_end_row (copy, row + 1);
    }
  return copy;
}

static void
turn (TrlBlock *block)
{
  TrlSheet *turned = copy_sheet (block->sheet, TRUE);
  guint     top = block->top;

  trl_sheet_free (block->sheet);
  block->sheet = turned;
  block->top = block->left;
  block->left = top;
  block->turned = TRUE;
}

/* Whether what the grid has across stands down the side. */
static gboolean
lies_across (const TrlBlock *block, const Known *known)
{
  Count top = { 0, 0, 0, 0 };
  Count left = { 0, 0, 0, 0 };

  if (block->top > 0)
    top = count_side (known, block->sheet, TRL_GRID_COLUMN, block->left);
  if (block->left > 0)
    left = count_side (known, block->sheet, TRL_GRID_ROW, block->top);
  return left.types + top.sites > top.types + left.sites;
}

TrlBlock *
trl_block_new (TrlDocument *document, const TrlGrid *grid, const TrlSheet *sheet)
{
  TrlBlock *block = g_new0 (TrlBlock, 1);
  Known     known = { .comma = sheet->comma };

  know (&known, document, grid);
  block->sheet = copy_sheet (sheet, FALSE);
  find_names (block, &known);
  if (lies_across (block, &known))
    turn (block);
  block->n_rows = trl_sheet_get_n_rows (block->sheet) - block->top;
  block->n_columns = block->sheet->n_columns - block->left;
  g_hash_table_unref (known.sites);
  g_hash_table_unref (known.types);
  return block;
}

void
trl_block_free (TrlBlock *block)
{
  trl_sheet_free (block->sheet);
  g_free (block);
}

const char *
trl_block_get (const TrlBlock *block, guint row, guint column)
{
  return trl_sheet_get (block->sheet, row % block->n_rows + block->top,
                        column % block->n_columns + block->left);
}

const char *
trl_block_get_name (const TrlBlock *block, TrlGridAxis axis, guint index)
{
  return axis == TRL_GRID_ROW ? trl_sheet_get (block->sheet, index + block->top, 0)
                              : trl_sheet_get (block->sheet, 0, index + block->left);
}
