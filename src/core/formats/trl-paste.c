/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A block of cells goes into the document in one step or not at all.  What cannot be read
 * is listed with its place in the block, and never guessed. */

#include "config.h"

#include "formats/trl-paste-private.h"

#include "formats/trl-format.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define LONGEST 60 /* characters of a cell in a message */

void
trl_paste_report_free (TrlPasteReport *report)
{
  g_ptr_array_unref (report->problems);
  g_clear_pointer (&report->rows, g_ptr_array_unref);
  g_clear_pointer (&report->columns, g_ptr_array_unref);
  g_free (report);
}

static TrlPasteReport *
new_report (void)
{
  TrlPasteReport *report = g_new0 (TrlPasteReport, 1);

  report->problems = g_ptr_array_new_with_free_func (g_free);
  return report;
}

static char *
shorten (const char *text)
{
  if (g_utf8_strlen (text, -1) <= LONGEST)
    return g_strdup (text);
  g_autofree char *head = g_utf8_substring (text, 0, LONGEST);
  return g_strconcat (head, "…", NULL);
}

void
trl_pasting_complain (TrlPasting *pasting, guint row, guint column, const char *what)
{
  const TrlBlock  *block = pasting->block;
  g_autofree char *text = shorten (trl_sheet_get (block->sheet, row, column));

  g_ptr_array_add (pasting->report->problems,
                   g_strdup_printf (_ ("Row %u, column %u, “%s”: %s"),
                                    (block->turned ? column : row) + 1,
                                    (block->turned ? row : column) + 1, text, what));
}

/* Cells may repeat; a cell of the block is complained of once. */
static void
complain_once (TrlPasting *pasting, guint row, guint column, const char *what)
{
  const TrlBlock *block = pasting->block;

  if (row < block->n_rows && column < block->n_columns)
    trl_pasting_complain (pasting, row + block->top, column + block->left, what);
}

static void
widen (guint area[4], guint row, guint column)
{
  guint bottom = MAX (area[0] + area[2], row + 1);
  guint right = MAX (area[1] + area[3], column + 1);

  if (area[2] == 0)
    {
      area[0] = row;
      area[1] = column;
      area[2] = area[3] = 1;
      return;
    }
  area[0] = MIN (area[0], row);
  area[1] = MIN (area[1], column);
  area[2] = bottom - area[0];
  area[3] = right - area[1];
}

/* One cell of the block on its way to one cell of the document. */
typedef struct
{
  TrlPasting    *pasting;
  const TrlGrid *grid; /* with what was made */
  guint          row, column;
  const char    *network;
} Place;

static gboolean
is_by_type (const TrlGrid *grid)
{
  return trl_grid_get_rows (grid) == TRL_GRID_ROWS_SITES &&
         trl_grid_get_columns (grid) == TRL_GRID_COLUMNS_TYPES;
}

static gboolean
read_cell (const Place *place, const char *text, TrlCellEdit *edit, TrlCell *cell)
{
  const TrlVocabulary *vocabulary =
    trl_document_get_vocabulary (place->pasting->document);
  gboolean comma = place->pasting->block->sheet->comma;

  trl_grid_get_cell (place->grid, place->row, place->column, cell);
  const TrlScale *scale =
    cell->scale != NULL ? cell->scale : trl_vocabulary_find_scale (vocabulary, NULL);
  return trl_cell_words_read (scale, text, comma, edit);
}

/* Returns what is wrong with a cell; NULL when it is written. */
static char *
write_cell (const Place *place, const char *text)
{
  TrlPasting *pasting = place->pasting;
  TrlCellEdit edit;
  TrlCell     cell;
  g_autoptr (GError) error = NULL;

  if (!read_cell (place, text, &edit, &cell))
    return g_strdup (_ ("not a level of interaction"));
  if (cell.state == TRL_CELL_OUTSIDE && edit.state == TRL_CELL_EMPTY)
    return NULL;
  if (pasting->intended)
    trl_cell_edit_intend (&edit);
  else if (is_by_type (place->grid) && edit.state != TRL_CELL_EMPTY &&
           cell.n_edges == 0 && cell.node != TRL_NO_ROW)
    trl_pasting_need_tie (pasting, place->network, cell.node);
  trl_cell_words_get_form (text, pasting->block->sheet->comma, &pasting->report->form);
  if (trl_grid_edit_cell (pasting->document, place->grid, place->row, place->column,
                          &edit, &error))
    return NULL;
  return g_strdup (error->message);
}

static void
paste_cell (Place *place, guint row, guint column)
{
  TrlPasteReport  *report = place->pasting->report;
  g_autofree char *problem =
    write_cell (place, trl_block_get (place->pasting->block, row, column));

  if (problem != NULL)
    {
      complain_once (place->pasting, row, column, problem);
      return;
    }
  report->n_cells++;
  widen (report->area, place->row, place->column);
}

/* A column of the block: its place in the grid, and in the block. */
typedef struct
{
  guint       place;
  guint       index;
  const char *id;
} Column;

static int
compare_columns (gconstpointer a, gconstpointer b)
{
  return ((const Column *) a)->place < ((const Column *) b)->place ? -1 : 1;
}

/* Partners are made in the order of the types, as the survey reader makes them, whatever
 * the order of the block. */
static void
make_partners (Place *place, const GArray *columns, guint row)
{
  g_autoptr (GArray) sorted = g_array_copy ((GArray *) columns);

  g_array_sort (sorted, compare_columns);
  for (guint i = 0; i < sorted->len; i++)
    {
      const Column *column = &g_array_index (sorted, Column, i);
      const char   *text = trl_block_get (place->pasting->block, row, column->index);
      TrlCellEdit   edit;
      TrlCell       cell;
      place->column = column->place;
      if (read_cell (place, text, &edit, &cell) && edit.state != TRL_CELL_EMPTY &&
          cell.n_nodes == 0 && cell.n_edges == 0)
        trl_pasting_need_partner (place->pasting, place->network, column->id);
    }
}

static void
paste_row (Place *place, const GArray *columns, const char *id, guint row)
{
  const TrlGrid *grid = place->grid;
  int            found = id != NULL ? trl_grid_find (grid, TRL_GRID_ROW, id) : -1;
  TrlGridHeader  header;

  if (found < 0)
    return;
  place->row = (guint) found;
  trl_grid_get_header (grid, TRL_GRID_ROW, place->row, &header);
  place->network = header.network;
  /* What is only meant makes no partner that somebody reported. */
  if (is_by_type (grid) && !place->pasting->intended)
    make_partners (place, columns, row);
  for (guint i = 0; i < columns->len; i++)
    {
      const Column *column = &g_array_index (columns, Column, i);
      place->column = column->place;
      paste_cell (place, row, column->index);
    }
}

static GArray *
place_columns (const TrlGrid *grid, const GPtrArray *ids)
{
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (Column));

  for (guint i = 0; i < ids->len; i++)
    {
      const char *id = ids->pdata[i];
      int         found = id != NULL ? trl_grid_find (grid, TRL_GRID_COLUMN, id) : -1;
      Column      column = { (guint) found, i, id };
      if (found >= 0)
        g_array_append_val (columns, column);
    }
  return columns;
}

static void
paste_cells (TrlPasting *pasting, const GPtrArray *rows, const GPtrArray *ids)
{
  g_autoptr (TrlGrid) grid =
    trl_grid_new (pasting->document, trl_grid_get_rows (pasting->grid),
                  trl_grid_get_columns (pasting->grid), pasting->network);
  g_autoptr (GArray) columns = place_columns (grid, ids);
  Place place = { .pasting = pasting, .grid = grid };

  for (guint i = 0; i < rows->len; i++)
    paste_row (&place, columns, rows->pdata[i], i);
}

/* A block without names fills the selection, if that can be done evenly. */
static void
spread (const TrlBlock *block, guint *n_rows, guint *n_columns)
{
  gboolean bare = block->top == 0 && block->left == 0;

  if (bare && *n_rows > 0 && *n_columns > 0 && *n_rows % block->n_rows == 0 &&
      *n_columns % block->n_columns == 0)
    return;
  *n_rows = block->n_rows;
  *n_columns = block->n_columns;
}

static const char *
network_of (const TrlGrid *grid, TrlDocument *document)
{
  const TrlNetwork *network =
    trl_grid_get_size (grid, TRL_GRID_ROW) > 0 ? trl_grid_get_network (grid, 0) : NULL;

  if (trl_grid_get_rows (grid) == TRL_GRID_ROWS_SITES)
    return NULL;
  if (network == NULL && trl_document_get_n_networks (document) > 0)
    network = trl_document_get_network (document, 0);
  return network != NULL ? trl_network_get_id (network) : NULL;
}

static void
paste_block (TrlPasting *pasting, guint row, guint column, guint n_rows, guint n_columns)
{
  spread (pasting->block, &n_rows, &n_columns);
  pasting->report->form.headers = pasting->block->top > 0 && pasting->block->left > 0;
  TrlPasteReport *report = pasting->report;

  report->rows = trl_pasting_find (pasting, TRL_GRID_ROW, row, n_rows);
  report->columns = trl_pasting_find (pasting, TRL_GRID_COLUMN, column, n_columns);
  paste_cells (pasting, report->rows, report->columns);
}

static gboolean
refuse (const TrlPasteReport *report, GError **error)
{
  g_autoptr (GString) text = g_string_new (_ ("Nothing in what is pasted can be read."));

  for (guint i = 0; i < report->problems->len; i++)
    g_string_append_printf (text, "\n%s", (char *) report->problems->pdata[i]);
  g_set_error_literal (error, TRL_FORMAT_ERROR, TRL_FORMAT_ERROR_CONTENT, text->str);
  return FALSE;
}

/* A survey reports what is: none of it may land on what is there unseen. */
static gboolean
refuse_survey (GError **error)
{
  g_set_error_literal (
    error, TRL_FORMAT_ERROR, TRL_FORMAT_ERROR_CONTENT,
    _ ("This survey table gives actual levels, and intended ones are on show"));
  return FALSE;
}

static gboolean
paste (TrlPasting *pasting, const guint area[4], const TrlSheet *sheet, GError **error)
{
  if (trl_paste_is_survey (sheet))
    return pasting->intended
             ? refuse_survey (error)
             : trl_paste_survey (pasting->document, sheet, pasting->report, error);
  g_autoptr (TrlBlock) block = trl_block_new (pasting->document, pasting->grid, sheet);
  g_autofree char *network = g_strdup (network_of (pasting->grid, pasting->document));
  pasting->block = block;
  pasting->network = network;
  if (block->n_rows > 0 && block->n_columns > 0)
    paste_block (pasting, area[0], area[1], area[2], area[3]);
  return pasting->report->n_cells > 0 || refuse (pasting->report, error);
}

/* The id of the only network, if nobody has written anything into it but a name. */
static char *
find_blank (TrlDocument *document)
{
  const TrlNetwork *network;
  const TrlRecord  *record;
  guint             n;

  if (trl_document_get_n_networks (document) != 1)
    return NULL;
  network = trl_document_get_network (document, 0);
  record = trl_network_get_record (network);
  trl_props (TRL_KIND_NETWORK, &n);
  for (guint i = 0; i < n; i++)
    if (i != TRL_NETWORK_NAME && record->values[i].type != TRL_VALUE_NONE)
      return NULL;
  if (record->fields != NULL || record->extra != NULL ||
      trl_table_get_size (trl_network_get_nodes (network)) > 0)
    return NULL;
  return g_strdup (trl_network_get_id (network));
}

/* A fresh document begins with such a network; sites with names take its place. */
static void
replace_blank (TrlDocument *document, const char *blank, TrlPasteReport *report)
{
  const TrlNetwork *network =
    blank != NULL ? trl_document_find_network (document, blank) : NULL;

  if (network == NULL || report->n_new_rows == 0 ||
      trl_document_get_n_networks (document) < 2 ||
      trl_table_get_size (trl_network_get_nodes (network)) > 0)
    return;
  trl_document_apply (
    document,
    &(TrlEdit){ TRL_EDIT_REMOVE_NETWORK, .of = TRL_KIND_NETWORK, .network = blank },
    NULL);
  if (report->area[0] > 0)
    report->area[0]--;
}

TrlPasteReport *
trl_paste (TrlDocument    *document,
           const TrlGrid  *grid,
           guint           row,
           guint           column,
           guint           n_rows,
           guint           n_columns,
           gboolean        intended,
           const TrlSheet *sheet,
           GError        **error)
{
  g_autoptr (TrlPasteReport) report = new_report ();
  TrlPasting       pasting = { document, grid, NULL, NULL, report, intended };
  const guint      area[4] = { row, column, n_rows, n_columns };
  g_autofree char *blank =
    trl_grid_get_rows (grid) == TRL_GRID_ROWS_SITES ? find_blank (document) : NULL;

  trl_document_begin (document, _ ("Paste"), NULL);
  if (!paste (&pasting, area, sheet, error))
    {
      trl_document_cancel (document);
      return NULL;
    }
  replace_blank (document, blank, report);
  trl_document_end (document);
  return g_steal_pointer (&report);
}

static void
add_text (TrlSheet *sheet, const char *text)
{
  trl_sheet_add_cell (sheet, text != NULL ? text : "", text != NULL ? strlen (text) : 0);
}

static void
add_name (TrlSheet *sheet, const TrlGrid *grid, TrlGridAxis axis, guint index)
{
  TrlGridHeader header;

  trl_grid_get_header (grid, axis, index, &header);
  add_text (sheet, header.name);
}

static void
add_names (TrlSheet *sheet, const TrlGrid *grid, guint column, guint n_columns)
{
  add_text (sheet,
            trl_grid_get_rows (grid) == TRL_GRID_ROWS_SITES ? _ ("Site") : _ ("Partner"));
  for (guint i = 0; i < n_columns; i++)
    add_name (sheet, grid, TRL_GRID_COLUMN, column + i);
  trl_sheet_end_row (sheet, 1);
}

TrlSheet *
trl_paste_copy (const TrlGrid     *grid,
                guint              row,
                guint              column,
                guint              n_rows,
                guint              n_columns,
                const TrlCellForm *form)
{
  TrlSheet *sheet = trl_sheet_new ('\t');

  sheet->comma = FALSE;
  if (form->headers)
    add_names (sheet, grid, column, n_columns);
  for (guint i = 0; i < n_rows; i++)
    {
      if (form->headers)
        add_name (sheet, grid, TRL_GRID_ROW, row + i);
      for (guint k = 0; k < n_columns; k++)
        {
          TrlCell cell;
          trl_grid_get_cell (grid, row + i, column + k, &cell);
          g_autofree char *text = trl_cell_words_write (&cell, form);
          add_text (sheet, text);
        }
      trl_sheet_end_row (sheet, trl_sheet_get_n_rows (sheet) + 1);
    }
  return sheet;
}
