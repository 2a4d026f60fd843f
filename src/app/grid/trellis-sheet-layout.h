/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/trl-grid.h"

G_BEGIN_DECLS

typedef enum
{
  TRELLIS_SHEET_HEAD,
  TRELLIS_SHEET_CELLS,
  TRELLIS_SHEET_TOTAL,
  TRELLIS_SHEET_BEYOND
} TrellisSheetPart;

/**
 * TrellisSheetTrack:
 * @n: cells
 * @view: what can be seen
 * @head: of the frozen header
 * @cell: of each cell
 * @total: of the totals; 0: there are none
 * @frozen: whether the totals stay in view, or come after the last cell
 * @scroll: how far the cells were moved
 *
 * One direction of a sheet: a header, cells, totals, one after the other, in pixels from
 * where reading starts.  %TRL_GRID_ROW is the one down, along which rows follow each
 * other.
 */
typedef struct
{
  guint    n;
  double   view, head, cell, total;
  gboolean frozen;
  double   scroll;
} TrellisSheetTrack;

/**
 * TrellisSheetMeasures:
 * @line: height of a line of text
 * @row_name: width of the widest row header
 * @column_name: width of the widest column header in one line
 * @column_word: width of its widest word
 * @total: width and height that the totals want, by #TrlGridAxis; 0: none
 * @head: what a person dragged the headers to, by #TrlGridAxis; 0: nothing
 *
 * What the geometry is made of, in pixels.
 */
typedef struct
{
  double line, row_name, column_name, column_word;
  double total[2];
  double head[2];
} TrellisSheetMeasures;

/**
 * trellis_sheet_track_fit_across:
 * trellis_sheet_track_fit_down:
 * @wrapped: height of column headers that are broken into lines; 0: they are turned
 *
 * Works out @head, @cell, @total and @frozen for the view.  Headers never take more than
 * two fifths of it, and totals are frozen only where three cells have room beside them.
 */
void trellis_sheet_track_fit_across (TrellisSheetTrack          *track,
                                     const TrellisSheetMeasures *measures);
void trellis_sheet_track_fit_down (TrellisSheetTrack          *track,
                                   const TrellisSheetMeasures *measures,
                                   double                      wrapped);

double trellis_sheet_track_get_content (const TrellisSheetTrack *track);

/* Where a cell begins, in the view; the header may cover it. */
double trellis_sheet_track_get_place (const TrellisSheetTrack *track, guint index);
double trellis_sheet_track_get_total_place (const TrellisSheetTrack *track);

/* Where the part of the view that shows cells ends. */
double trellis_sheet_track_get_end (const TrellisSheetTrack *track);

/* The cells in view, in part or in whole: from @first to before @end. */
void
trellis_sheet_track_get_range (const TrellisSheetTrack *track, guint *first, guint *end);

/* Returns: what is at a place; @index: of a cell, the nearest elsewhere */
TrellisSheetPart
trellis_sheet_track_find (const TrellisSheetTrack *track, double place, guint *index);

/* Returns: the @scroll nearest to the present one that shows all of a cell */
double trellis_sheet_track_reveal (const TrellisSheetTrack *track, guint index);

/* Returns: whether any of a cell is in view */
gboolean trellis_sheet_track_shows (const TrellisSheetTrack *track, guint index);

/* Returns: how many cells are in view as a whole, at least one */
guint trellis_sheet_track_get_page (const TrellisSheetTrack *track);

G_END_DECLS
