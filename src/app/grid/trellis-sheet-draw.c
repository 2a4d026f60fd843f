/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The whole sheet in one render node: pictures of what is in view, copied to their
 * places, and above them the selection.  Several nodes would cost more than the pixels.
 */
#include "grid/trellis-sheet-private.h"
#include "scene/trl-colour-science.h"

#include <adwaita.h>
#include <math.h>

typedef struct
{
  TrellisSheet        *sheet;
  cairo_t             *cr;
  const TrlThemeStyle *style;
  TrlColour            accent;
  guint                first[2], end[2]; /* in view, by axis */
  double               limit[2];         /* where cells end */
} Frame;

static void
set_colour (cairo_t *cr, TrlColour colour, double alpha)
{
  cairo_set_source_rgba (cr, colour.r, colour.g, colour.b, alpha);
}

static TrlColour
get_accent (void)
{
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  return trl_colour_hex (dark ? 0x62a0ea : 0x1c71d8);
}

static gboolean
is_high_contrast (void)
{
  return adw_style_manager_get_high_contrast (adw_style_manager_get_default ());
}

/* --- rectangles, given as read from left to right --- */

static void
trace (const Frame *f, double x, double y, double width, double height)
{
  cairo_rectangle (f->cr, trellis_sheet_mirror (f->sheet, x, width), y, width, height);
}

static void
fill (const Frame *f,
      double       x,
      double       y,
      double       width,
      double       height,
      TrlColour    colour,
      double       alpha)
{
  if (width <= 0 || height <= 0)
    return;
  set_colour (f->cr, colour, alpha);
  trace (f, x, y, width, height);
  cairo_fill (f->cr);
}

static void
put (const Frame *f, cairo_surface_t *picture, double x, double y, double width)
{
  if (!picture)
    return;
  cairo_set_source_surface (f->cr, picture, trellis_sheet_mirror (f->sheet, x, width), y);
  cairo_pattern_set_filter (cairo_get_source (f->cr), CAIRO_FILTER_NEAREST);
  cairo_paint (f->cr);
}

static void
clip (const Frame *f, double x, double y, double width, double height)
{
  cairo_save (f->cr);
  trace (f, x, y, MAX (width, 0), MAX (height, 0));
  cairo_clip (f->cr);
}

/* --- cells --- */

static double
place (const Frame *f, TrlGridAxis axis, guint index)
{
  return floor (trellis_sheet_track_get_place (&f->sheet->track[axis], index));
}

static void
draw_lines (const Frame *f)
{
  const TrellisSheetTrack *track = f->sheet->track;
  double right = MIN (f->limit[TRL_GRID_COLUMN], place (f, TRL_GRID_COLUMN, f->end[1]));
  double bottom = MIN (f->limit[TRL_GRID_ROW], place (f, TRL_GRID_ROW, f->end[0]));
  double alpha = is_high_contrast () ? 0.45 : 0.11;
  set_colour (f->cr, f->style->ink, alpha);
  for (guint i = f->first[TRL_GRID_ROW]; i < f->end[TRL_GRID_ROW]; i++)
    trace (f, track[1].head, place (f, TRL_GRID_ROW, i + 1) - 1, right - track[1].head,
           1);
  for (guint i = f->first[TRL_GRID_COLUMN]; i < f->end[TRL_GRID_COLUMN]; i++)
    trace (f, place (f, TRL_GRID_COLUMN, i + 1) - 1, track[0].head, 1,
           bottom - track[0].head);
  cairo_fill (f->cr);
}

static void
draw_cells (const Frame *f)
{
  TrellisSheet *self = f->sheet;
  double        width = self->track[TRL_GRID_COLUMN].cell;
  for (guint row = f->first[TRL_GRID_ROW]; row < f->end[TRL_GRID_ROW]; row++)
    for (guint column = f->first[1]; column < f->end[1]; column++)
      put (f, trellis_sheet_pictures_get_cell (self->pictures, row, column),
           place (f, TRL_GRID_COLUMN, column), place (f, TRL_GRID_ROW, row), width);
}

/* --- selection --- */

static void
get_bounds (const Frame *f, const TrellisSheetArea *area, double bounds[4])
{
  bounds[0] = place (f, TRL_GRID_COLUMN, area->column);
  bounds[1] = place (f, TRL_GRID_ROW, area->row);
  bounds[2] = area->n_columns * f->sheet->track[TRL_GRID_COLUMN].cell;
  bounds[3] = area->n_rows * f->sheet->track[TRL_GRID_ROW].cell;
}

static void
draw_frame (const Frame *f, const double bounds[4], double width, double alpha)
{
  set_colour (f->cr, f->accent, alpha);
  cairo_set_line_width (f->cr, width);
  trace (f, bounds[0] - 1 + width / 2, bounds[1] - 1 + width / 2, bounds[2] + 1 - width,
         bounds[3] + 1 - width);
  cairo_stroke (f->cr);
}

static gboolean
is_empty (const Frame *f)
{
  return f->sheet->select.n[0] == 0 || f->sheet->select.n[1] == 0;
}

/* Returns: whether several cells are selected; @bounds: of them */
static gboolean
get_area (const Frame *f, double bounds[4])
{
  TrellisSheetArea area;
  trellis_sheet_select_get_area (&f->sheet->select, &area);
  get_bounds (f, &area, bounds);
  return !is_empty (f) && (area.n_rows > 1 || area.n_columns > 1);
}

/* Behind the cells, whose colours say their level. */
static void
draw_tint (const Frame *f)
{
  double bounds[4];
  if (get_area (f, bounds))
    fill (f, bounds[0], bounds[1], bounds[2], bounds[3], f->accent, 0.3);
}

static void
draw_frames (const Frame *f)
{
  const TrellisSheetSelect *select = &f->sheet->select;
  TrellisSheetArea          cursor = { select->cursor[0], select->cursor[1], 1, 1 };
  gboolean                  active = trellis_sheet_has_focus_inside (f->sheet);
  double                    bounds[4];
  if (is_empty (f))
    return;
  if (get_area (f, bounds))
    draw_frame (f, bounds, 1.5, active ? 1 : 0.6);
  get_bounds (f, &cursor, bounds);
  draw_frame (f, bounds, active ? 3 : 2, active ? 1 : 0.6);
}

/* --- headers and totals --- */

static gboolean
is_selected (const Frame *f, TrlGridAxis axis, guint index)
{
  TrellisSheetArea area;
  guint            rows = f->sheet->select.n[0], columns = f->sheet->select.n[1];
  trellis_sheet_select_get_area (&f->sheet->select, &area);
  if (rows == 0 || columns == 0)
    return FALSE;
  return axis == TRL_GRID_ROW ? index - area.row < area.n_rows
                              : index - area.column < area.n_columns;
}

/* Headers of one axis; the totals of their lines are at @other along the other axis. */
static void
draw_strip (const Frame *f, TrellisSheetStrip strip, double other)
{
  TrellisSheet *self = f->sheet;
  gboolean      is_head =
    strip == TRELLIS_SHEET_ROW_HEADER || strip == TRELLIS_SHEET_COLUMN_HEADER;
  TrlGridAxis axis = strip == TRELLIS_SHEET_ROW_HEADER || strip == TRELLIS_SHEET_ROW_TOTAL
                       ? TRL_GRID_ROW
                       : TRL_GRID_COLUMN;
  const TrellisSheetTrack *track = &self->track[axis], *across = &self->track[1 - axis];
  double                   thick = is_head ? across->head : across->total;
  double                   alpha = is_high_contrast () ? 0.45 : 0.1;
  for (guint i = f->first[axis]; i < f->end[axis]; i++)
    {
      double at = place (f, axis, i);
      double x = axis == TRL_GRID_ROW ? other : at, y = axis == TRL_GRID_ROW ? at : other;
      double width = axis == TRL_GRID_ROW ? thick : track->cell;
      double height = axis == TRL_GRID_ROW ? track->cell : thick;
      if (is_head && is_selected (f, axis, i))
        fill (f, x, y, width, height, f->accent, 0.22);
      put (f, trellis_sheet_pictures_get_strip (self->pictures, strip, i), x, y, width);
      if (axis == TRL_GRID_ROW)
        fill (f, x, y + height - 1, width, 1, f->style->ink, alpha);
      else
        fill (f, x + width - 1, y, 1, height, f->style->ink, alpha);
    }
}

static TrlColour
get_band (const Frame *f, double share)
{
  return trl_colour_mix (f->style->background, f->style->ink, share);
}

static void
draw_row_strips (const Frame *f)
{
  const TrellisSheetTrack *down = &f->sheet->track[TRL_GRID_ROW];
  const TrellisSheetTrack *across = &f->sheet->track[TRL_GRID_COLUMN];
  double                   total = floor (trellis_sheet_track_get_total_place (across));
  double                   height = f->limit[TRL_GRID_ROW] - down->head;
  double end = MIN (f->limit[0], place (f, TRL_GRID_ROW, f->end[0])) - down->head;
  clip (f, 0, down->head, across->view, height);
  if (across->total > 0)
    {
      fill (f, MAX (total, across->head), down->head, across->total, end,
            get_band (f, 0.03), 1);
      draw_strip (f, TRELLIS_SHEET_ROW_TOTAL, total);
      fill (f, total - 1, down->head, 1, end, f->style->ink, 0.3);
    }
  fill (f, 0, down->head, across->head, height, get_band (f, 0.05), 1);
  draw_strip (f, TRELLIS_SHEET_ROW_HEADER, 0);
  cairo_restore (f->cr);
}

static void
draw_column_strips (const Frame *f)
{
  const TrellisSheetTrack *down = &f->sheet->track[TRL_GRID_ROW];
  const TrellisSheetTrack *across = &f->sheet->track[TRL_GRID_COLUMN];
  double                   total = floor (trellis_sheet_track_get_total_place (down));
  double                   width = f->limit[TRL_GRID_COLUMN] - across->head;
  double end = MIN (f->limit[1], place (f, TRL_GRID_COLUMN, f->end[1])) - across->head;
  clip (f, across->head, 0, width, down->view);
  if (down->total > 0)
    {
      fill (f, across->head, MAX (total, down->head), end, down->total,
            get_band (f, 0.03), 1);
      draw_strip (f, TRELLIS_SHEET_COLUMN_TOTAL, total);
      fill (f, across->head, total - 1, end, 1, f->style->ink, 0.3);
    }
  fill (f, across->head, 0, width, down->head, get_band (f, 0.05), 1);
  draw_strip (f, TRELLIS_SHEET_COLUMN_HEADER, 0);
  cairo_restore (f->cr);
}

/* The corners, and the lines between what is frozen and what moves. */
static void
draw_corners (const Frame *f)
{
  const TrellisSheetTrack *down = &f->sheet->track[TRL_GRID_ROW];
  const TrellisSheetTrack *across = &f->sheet->track[TRL_GRID_COLUMN];
  double                   alpha = is_high_contrast () ? 0.9 : 0.3;
  double                   right =
    MIN (across->view, trellis_sheet_track_get_total_place (across) + across->total);
  double bottom =
    MIN (down->view, trellis_sheet_track_get_total_place (down) + down->total);
  fill (f, 0, 0, across->head, down->head, get_band (f, 0.05), 1);
  fill (f, f->limit[1], 0, right - f->limit[1], down->head, get_band (f, 0.05), 1);
  fill (f, 0, f->limit[0], across->head, bottom - f->limit[0], get_band (f, 0.05), 1);
  fill (f, f->limit[1], f->limit[0], right - f->limit[1], bottom - f->limit[0],
        get_band (f, 0.05), 1);
  fill (f, across->head - 1, 0, 1, bottom, f->style->ink, alpha);
  fill (f, 0, down->head - 1, right, 1, f->style->ink, alpha);
}

/* --- all together --- */

static void
init_frame (Frame *f, TrellisSheet *self, cairo_t *cr)
{
  *f =
    (Frame){ self, cr, trellis_sheet_get_style (), get_accent (), { 0 }, { 0 }, { 0 } };
  for (guint a = 0; a < 2; a++)
    {
      trellis_sheet_track_get_range (&self->track[a], &f->first[a], &f->end[a]);
      f->limit[a] = floor (trellis_sheet_track_get_end (&self->track[a]));
    }
}

static void
draw (TrellisSheet *self, cairo_t *cr)
{
  const TrellisSheetTrack *down = &self->track[0], *across = &self->track[1];
  Frame                    f;
  init_frame (&f, self, cr);
  fill (&f, 0, 0, across->view, down->view, f.style->background, 1);
  clip (&f, across->head, down->head, f.limit[1] - across->head, f.limit[0] - down->head);
  draw_tint (&f);
  draw_lines (&f);
  draw_cells (&f);
  draw_frames (&f);
  cairo_restore (cr);
  draw_row_strips (&f);
  draw_column_strips (&f);
  draw_corners (&f);
}

void
trellis_sheet_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TrellisSheet *self = TRELLIS_SHEET (widget);
  int           width = gtk_widget_get_width (widget);
  int           height = gtk_widget_get_height (widget);
  if (width <= 0 || height <= 0)
    return;
  cairo_t *cr = gtk_snapshot_append_cairo (
    snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  draw (self, cr);
  cairo_destroy (cr);
  if (self->editor)
    gtk_widget_snapshot_child (widget, self->editor, snapshot);
}
