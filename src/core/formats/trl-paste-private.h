/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/trl-paste.h"

G_BEGIN_DECLS

/* Between trl-paste.c, trl-paste-block.c, trl-paste-axes.c and trl-paste-survey.c. */

/**
 * TrlBlock:
 * @sheet: its cells, turned so that rows are those of the grid
 * @turned: whether they were, for messages
 * @top: 1 when names of columns stand above the cells
 * @left: 1 when names of rows stand before them
 * @n_rows, @n_columns: without the names
 */
typedef struct
{
  TrlSheet *sheet;
  gboolean  turned;
  guint     top;
  guint     left;
  guint     n_rows;
  guint     n_columns;
} TrlBlock;

/**
 * trl_block_new:
 * trl_block_free:
 *
 * Looks at a pasted table beside the grid that it goes to: which of it are names, and
 * which way it lies.
 */
TrlBlock      *
trl_block_new (TrlDocument *document, const TrlGrid *grid, const TrlSheet *sheet);
void trl_block_free (TrlBlock *block);

/**
 * trl_block_get:
 * trl_block_get_name:
 *
 * Returns: (transfer none): the text of a cell; a name of a row or a column
 */
const char *trl_block_get (const TrlBlock *block, guint row, guint column);
const char *trl_block_get_name (const TrlBlock *block, TrlGridAxis axis, guint index);

/**
 * TrlPasting:
 * @network: (nullable): id of the network whose partners are rows
 * @intended: the levels are those that are meant
 *
 * A paste on its way, inside its step.
 */
typedef struct
{
  TrlDocument    *document;
  const TrlGrid  *grid;
  const TrlBlock *block;
  const char     *network;
  TrlPasteReport *report;
  gboolean        intended;
} TrlPasting;

/**
 * trl_pasting_complain:
 * @row, @column: of the block's sheet, from 0
 * @what: what is wrong with it, translated
 */
void
trl_pasting_complain (TrlPasting *pasting, guint row, guint column, const char *what);

/**
 * trl_pasting_find:
 * @start: where a block without names begins
 * @n: how many are wanted; they repeat those of the block
 *
 * Finds the rows or columns of a block in the document, and makes those that are missing.
 *
 * Returns: (transfer full) (element-type utf8): ids, %NULL for one that is not to be had
 */
GPtrArray *trl_pasting_find (TrlPasting *pasting, TrlGridAxis axis, guint start, guint n);

/**
 * trl_pasting_need_partner:
 * trl_pasting_need_tie:
 * @node: its row
 *
 * Makes the partner of a type where there is none, and the tie of a partner with the hub,
 * with the ids that the survey reader derives.  Without a hub, nothing is made.
 */
void
trl_pasting_need_partner (TrlPasting *pasting, const char *network, const char *type);
void trl_pasting_need_tie (TrlPasting *pasting, const char *network, guint node);

/**
 * trl_paste_is_survey:
 * trl_paste_survey:
 *
 * Whether a table is a survey with a row a tie or several columns a type, by its headers;
 * reads it, and joins what it holds to the document, inside a step.
 *
 * Errors: those of trl_format_read().
 */
gboolean trl_paste_is_survey (const TrlSheet *sheet);
gboolean trl_paste_survey (TrlDocument    *document,
                           const TrlSheet *sheet,
                           TrlPasteReport *report,
                           GError        **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrlBlock, trl_block_free)

G_END_DECLS
