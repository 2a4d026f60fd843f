/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said of a place: the model’s own sentences, put together. */
#include "grid/trellis-sheet-private.h"

static void
add_part (GString *text, const char *part)
{
  if (part && *part)
    g_string_append_printf (text, "%s%s", text->len ? "\n" : "", part);
}

char *
trellis_sheet_describe_header (TrellisSheet *self, TrlGridAxis axis, guint index)
{
  GString           *text = g_string_new (NULL);
  TrellisSheetHeader header;
  trellis_sheet_model_get_header (self->model, axis, index, &header);
  add_part (text, header.description ? header.description : header.detail);
  if (trellis_sheet_model_get_total (self->model, axis, index, &header))
    add_part (text, header.description ? header.description : header.detail);
  return g_string_free (text, FALSE);
}

static char *
describe_spot (TrellisSheet *self, const TrellisSheetSpot *spot)
{
  TrellisSheetPart down = spot->part[0], across = spot->part[1];
  if (down == TRELLIS_SHEET_CELLS && across == TRELLIS_SHEET_CELLS)
    return trellis_sheet_model_describe_cell (self->model, spot->index[0],
                                              spot->index[1]);
  if ((down == TRELLIS_SHEET_CELLS) == (across == TRELLIS_SHEET_CELLS))
    return NULL;
  TrlGridAxis        axis = down == TRELLIS_SHEET_CELLS ? TRL_GRID_ROW : TRL_GRID_COLUMN;
  TrellisSheetHeader header;
  g_autofree char   *description =
    trellis_sheet_describe_header (self, axis, spot->index[axis]);
  trellis_sheet_model_get_header (self->model, axis, spot->index[axis], &header);
  const char *name = header.name ? header.name : "";
  return g_strconcat (name, *name && *description ? "\n" : "", description, NULL);
}

gboolean
trellis_sheet_query_tooltip (
  GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  TrellisSheet    *self = TRELLIS_SHEET (widget);
  TrellisSheetSpot spot;
  if (!self->model || self->select.n[0] == 0 || self->select.n[1] == 0 || self->editor ||
      self->dragged)
    return FALSE;
  trellis_sheet_find (self, x, y, &spot);
  if (keyboard)
    spot = (TrellisSheetSpot){ { TRELLIS_SHEET_CELLS, TRELLIS_SHEET_CELLS },
                               { self->select.cursor[0], self->select.cursor[1] } };
  g_autofree char *text = describe_spot (self, &spot);
  gtk_tooltip_set_text (tooltip, text);
  return text && *text;
}
