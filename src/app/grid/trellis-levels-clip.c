/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Copies are written as the last paste was: what came from a spreadsheet goes back as it
 * stood there.  A paste arrives later and goes where the selection is then.
 */

#include "config.h"

#include "grid/trellis-levels-page-private.h"

#include "grid/trellis-clipboard.h"

#include <glib/gi18n.h>

static gboolean
shows_intended (TrellisLevelsPage *self)
{
  return trellis_levels_model_get_layer (self->model) == TRELLIS_LAYER_INTENDED;
}

void
trellis_levels_page_copy (TrellisLevelsPage *self)
{
  TrlCellForm      form = self->form;
  TrellisSheetArea area;
  g_autoptr (TrlSheet) table = NULL;

  if (!trellis_levels_page_has_cells (self))
    return;
  form.intended = shows_intended (self);
  trellis_sheet_get_selection (self->sheet, &area);
  table = trl_paste_copy (trellis_levels_model_get_grid (self->model), area.row,
                          area.column, area.n_rows, area.n_columns, &form);
  trellis_clipboard_write (gtk_widget_get_clipboard (GTK_WIDGET (self)), table);
}

static void
say_report (TrellisLevelsPage *self, const TrlPasteReport *report)
{
  guint            n = report->problems->len;
  g_autofree char *done = g_strdup_printf (
    ngettext ("Pasted %u cell", "Pasted %u cells", report->n_cells), report->n_cells);
  g_autofree char *left =
    g_strdup_printf (ngettext ("%u was not read", "%u were not read", n), n);
  g_autofree char *text = n ? g_strdup_printf ("%s, %s", done, left) : g_strdup (done);

  trellis_levels_page_say_report (self, text, _ ("Not Everything Was Pasted"),
                                  report->problems);
}

/* Why nothing was read is longer than a message has room for. */
static void
say_refusal (TrellisLevelsPage *self, const GError *error)
{
  g_auto (GStrv) lines = g_strsplit (error->message, "\n", -1);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; lines[i]; i++)
    g_ptr_array_add (problems, g_strdup (lines[i]));
  trellis_levels_page_say_report (self, _ ("Nothing was pasted"),
                                  _ ("Nothing Was Pasted"), problems);
}

static void
select_pasted (TrellisLevelsPage *self, const TrlPasteReport *report)
{
  TrellisSheetModel *model = TRELLIS_SHEET_MODEL (self->model);
  guint              n_rows = trellis_sheet_model_get_size (model, TRL_GRID_ROW);
  guint              n_columns = trellis_sheet_model_get_size (model, TRL_GRID_COLUMN);
  TrellisSheetArea   area = { report->area[0], report->area[1], report->area[2],
                              report->area[3] };

  if (area.row >= n_rows || area.column >= n_columns || !area.n_rows || !area.n_columns)
    return;
  area.n_rows = MIN (area.n_rows, n_rows - area.row);
  area.n_columns = MIN (area.n_columns, n_columns - area.column);
  trellis_sheet_select (self->sheet, &area);
}

static gboolean
is_empty (TrlDocument *document)
{
  for (guint i = 0; i < trl_document_get_n_networks (document); i++)
    if (trl_table_get_size (
          trl_network_get_nodes (trl_document_get_network (document, i))) > 0)
      return FALSE;
  return TRUE;
}

/* A first table looks as it did where it comes from, and goes back so. */
static void
keep_order (TrellisLevelsPage *self, TrlPasteReport *report)
{
  if (!report->form.headers || !report->rows || !report->columns)
    return;
  trellis_levels_page_keep_order (self, TRL_GRID_ROW, report->rows);
  trellis_levels_page_keep_order (self, TRL_GRID_COLUMN, report->columns);
  report->area[0] = report->area[1] = 0;
  report->area[2] = report->rows->len;
  report->area[3] = report->columns->len;
}

void
trellis_levels_page_take_table (TrellisLevelsPage *self, const TrlSheet *table)
{
  TrlDocument     *document = trellis_session_get_document (self->session);
  TrellisSheetArea area = { 0, 0, 1, 1 };
  gboolean         is_first = is_empty (document);
  g_autoptr (GError) error = NULL;
  g_autoptr (TrlPasteReport) report = NULL;

  if (trellis_levels_page_has_cells (self))
    trellis_sheet_get_selection (self->sheet, &area);
  report = trl_paste (document, trellis_levels_model_get_grid (self->model), area.row,
                      area.column, area.n_rows, area.n_columns, shows_intended (self),
                      table, &error);
  if (!report)
    {
      say_refusal (self, error);
      return;
    }
  self->form = report->form;
  if (is_first)
    keep_order (self, report);
  select_pasted (self, report);
  say_report (self, report);
  trellis_levels_page_focus (self);
}

static void
on_table (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  g_autoptr (TrellisLevelsPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TrlSheet) table = trellis_clipboard_read_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || !self->session)
    return;
  if (table)
    trellis_levels_page_take_table (self, table);
  else
    trellis_levels_page_say (self, error->message);
}

void
trellis_levels_page_paste (TrellisLevelsPage *self)
{
  if (!self->session)
    return;
  trellis_levels_page_end_edit (self, TRUE);
  g_cancellable_cancel (self->cancellable); /* the one before, if it has not come yet */
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  trellis_clipboard_read_async (gtk_widget_get_clipboard (GTK_WIDGET (self)),
                                self->cancellable, on_table, g_object_ref (self));
}
