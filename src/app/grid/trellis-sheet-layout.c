/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where things are, one direction at a time and always from where reading starts: whoever
 * draws from right to left mirrors the result. */
#include "grid/trellis-sheet-layout.h"

#include <math.h>

#define HEAD_SHARE 0.4
#define LEAST_HEAD 56.0    /* of rows */
#define LEAST_CAPTION 28.0 /* of columns */
#define MOST_HEAD 16.0     /* lines */
#define MOST_TURNED 8.5    /* lines */
#define LEAST_CELL 46.0    /* a count of three digits, five pips, an arrow */
#define MOST_CELL 112.0
#define LEAST_CELLS 3 /* beside frozen totals */

static double
fit_head (double view, double wanted, double dragged, double least, double most)
{
  double cap = MAX (floor (view * HEAD_SHARE), 1);
  double head = dragged > 0 ? dragged : MIN (wanted, most);
  return MIN (ceil (MAX (head, least)), cap);
}

static void
fit_total (TrellisSheetTrack *track, double wanted)
{
  track->total = wanted > 0 ? ceil (wanted) : 0;
  track->frozen = track->head + track->total + LEAST_CELLS * track->cell <= track->view;
}

void
trellis_sheet_track_fit_across (TrellisSheetTrack          *track,
                                const TrellisSheetMeasures *measures)
{
  track->head =
    fit_head (track->view, measures->row_name, measures->head[TRL_GRID_COLUMN],
              LEAST_HEAD, MOST_HEAD * measures->line);
  double room = track->view - track->head - measures->total[TRL_GRID_COLUMN];
  double least = ceil (MAX (LEAST_CELL, 2.6 * measures->line));
  track->cell = track->n == 0
                  ? least
                  : CLAMP (floor (room / track->n), least, MAX (MOST_CELL, least));
  fit_total (track, measures->total[TRL_GRID_COLUMN]);
}

void
trellis_sheet_track_fit_down (TrellisSheetTrack          *track,
                              const TrellisSheetMeasures *measures,
                              double                      wrapped)
{
  double wanted = wrapped > 0 ? wrapped : measures->column_name;
  track->head = fit_head (track->view, wanted, measures->head[TRL_GRID_ROW],
                          LEAST_CAPTION, MOST_TURNED * measures->line);
  track->cell = ceil (MAX (30, 1.75 * measures->line));
  fit_total (track, measures->total[TRL_GRID_ROW]);
}

double
trellis_sheet_track_get_content (const TrellisSheetTrack *track)
{
  return track->head + track->n * track->cell + track->total;
}

double
trellis_sheet_track_get_place (const TrellisSheetTrack *track, guint index)
{
  return track->head + index * track->cell - track->scroll;
}

double
trellis_sheet_track_get_total_place (const TrellisSheetTrack *track)
{
  double after = trellis_sheet_track_get_place (track, track->n);
  return track->frozen ? MIN (after, track->view - track->total) : after;
}

double
trellis_sheet_track_get_end (const TrellisSheetTrack *track)
{
  return MIN (track->view, trellis_sheet_track_get_total_place (track));
}

void
trellis_sheet_track_get_range (const TrellisSheetTrack *track, guint *first, guint *end)
{
  double shown = trellis_sheet_track_get_end (track) - track->head + track->scroll;
  *first = MIN (track->n, (guint) MAX (0, floor (track->scroll / track->cell)));
  *end = MIN (track->n, (guint) MAX (0, ceil (shown / track->cell)));
  *first = MIN (*first, *end);
}

TrellisSheetPart
trellis_sheet_track_find (const TrellisSheetTrack *track, double place, guint *index)
{
  double along = floor ((place - track->head + track->scroll) / track->cell);
  *index = track->n == 0 ? 0 : (guint) CLAMP (along, 0, track->n - 1.0);
  if (place < track->head)
    return TRELLIS_SHEET_HEAD;
  if (place < trellis_sheet_track_get_end (track))
    return TRELLIS_SHEET_CELLS;
  double total = trellis_sheet_track_get_total_place (track);
  return place < total + track->total ? TRELLIS_SHEET_TOTAL : TRELLIS_SHEET_BEYOND;
}

double
trellis_sheet_track_reveal (const TrellisSheetTrack *track, guint index)
{
  double begin = index * track->cell, end = begin + track->cell;
  double room = track->view - track->head - (track->frozen ? track->total : 0);
  double most = MAX (0, trellis_sheet_track_get_content (track) - track->view);
  double scroll = track->scroll;
  if (end > scroll + room)
    scroll = end - room;
  if (begin < scroll)
    scroll = begin;
  return CLAMP (scroll, 0, most);
}

gboolean
trellis_sheet_track_shows (const TrellisSheetTrack *track, guint index)
{
  guint first, end;
  trellis_sheet_track_get_range (track, &first, &end);
  return index >= first && index < end;
}

guint
trellis_sheet_track_get_page (const TrellisSheetTrack *track)
{
  double room = trellis_sheet_track_get_end (track) - track->head;
  return (guint) MAX (1, floor (room / track->cell));
}
