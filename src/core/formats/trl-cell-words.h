/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/trl-grid.h"

G_BEGIN_DECLS

/**
 * TrlCellForm:
 * @names: levels as names, else as numbers
 * @counts: numbers of partners behind them, “Coordination (8)”
 * @headers: names of rows and columns around the cells
 * @intended: the levels that are meant, which have no numbers of partners
 *
 * How cells of a grid stand in a spreadsheet.
 */
typedef struct
{
  gboolean names;
  gboolean counts;
  gboolean headers;
  gboolean intended;
} TrlCellForm;

/**
 * trl_cell_words_read:
 * @text: a number from 0, the name of a level (another word for it, in English or
 *   Spanish, or an unambiguous beginning), “N” or “not reported”, “absent”, nothing;
 *   behind it, optionally, the number of partners: “3 (8)”
 * @comma: whether numbers have a decimal comma
 * @edit: (out): the mask says what the text gave; nothing empties the cell, and
 *   takes its number of partners away
 *
 * Returns: %FALSE when the text is no cell
 */
gboolean trl_cell_words_read (const TrlScale *scale,
                              const char     *text,
                              gboolean        comma,
                              TrlCellEdit    *edit);

/**
 * trl_cell_words_get_form:
 *
 * Adds to @form how a text that trl_cell_words_read() takes is written: by name, with the
 * number of partners.
 */
void trl_cell_words_get_form (const char *text, gboolean comma, TrlCellForm *form);

/**
 * trl_cell_words_write:
 *
 * Returns: (transfer full): the text that reads back as the cell; “N” or “Not reported”
 *   for a level nobody gave
 */
char *trl_cell_words_write (const TrlCell *cell, const TrlCellForm *form);

/**
 * trl_cell_words_match:
 * @typed: the beginning of a name, a first letter, a digit
 *
 * What a person may mean while typing: levels whose name begins so, from networking up,
 * and *not reported*, which “N” alone means first.
 *
 * Returns: (transfer full) (element-type int): ranks, -1 for not reported; the likeliest
 *   first
 */
GArray *trl_cell_words_match (const TrlScale *scale, const char *typed);

G_END_DECLS
