/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Between the adjustments of a scrolled window and how far the cells were moved, which is
 * always in whole pixels: pictures are copied, not resampled. */
#include "grid/trellis-sheet-private.h"

#include <math.h>

static double
get_most (const TrellisSheetTrack *track)
{
  return MAX (0, trellis_sheet_track_get_content (track) - track->view);
}

/* An adjustment counts from the left, also where reading begins at the right. */
static double
turn (TrellisSheet *self, guint axis, double value)
{
  gboolean turned = axis == TRL_GRID_COLUMN && trellis_sheet_is_mirrored (self);
  return turned ? get_most (&self->track[axis]) - value : value;
}

static void
on_value_changed (GtkAdjustment *adjustment, TrellisSheet *self)
{
  if (self->adjusting)
    return;
  for (guint a = 0; a < 2; a++)
    if (self->adjustments[a])
      self->track[a].scroll =
        floor (turn (self, a, gtk_adjustment_get_value (self->adjustments[a])) + 0.5);
  if (self->editor)
    gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  trellis_sheet_settle_later (self);
}

void
trellis_sheet_configure (TrellisSheet *self, guint axis)
{
  TrellisSheetTrack *track = &self->track[axis];
  double             content = trellis_sheet_track_get_content (track);
  track->scroll = CLAMP (track->scroll, 0, get_most (track));
  if (self->adjustments[axis])
    gtk_adjustment_configure (self->adjustments[axis], turn (self, axis, track->scroll),
                              0, MAX (content, track->view), track->cell,
                              track->view * 0.9, track->view);
}

void
trellis_sheet_scroll_to (TrellisSheet *self, TrlGridAxis axis, double scroll)
{
  TrellisSheetTrack *track = &self->track[axis];
  scroll = CLAMP (floor (scroll + 0.5), 0, get_most (track));
  if (fabs (scroll - track->scroll) < 0.5)
    return;
  track->scroll = scroll;
  self->adjusting = TRUE;
  if (self->adjustments[axis])
    gtk_adjustment_set_value (self->adjustments[axis], turn (self, axis, scroll));
  self->adjusting = FALSE;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  trellis_sheet_settle_later (self);
}

void
trellis_sheet_reveal (TrellisSheet *self, guint row, guint column)
{
  guint at[2] = { row, column };
  for (guint a = 0; a < 2; a++)
    trellis_sheet_scroll_to (self, a,
                             trellis_sheet_track_reveal (&self->track[a], at[a]));
}

gboolean
trellis_sheet_shows_cursor (TrellisSheet *self)
{
  return trellis_sheet_track_shows (&self->track[0], self->select.cursor[0]) &&
         trellis_sheet_track_shows (&self->track[1], self->select.cursor[1]);
}

void
trellis_sheet_set_adjustment (TrellisSheet *self, guint axis, GtkAdjustment *adjustment)
{
  if (adjustment && self->adjustments[axis] == adjustment)
    return;
  if (self->adjustments[axis])
    g_signal_handlers_disconnect_by_data (self->adjustments[axis], self);
  g_clear_object (&self->adjustments[axis]);
  if (!adjustment)
    adjustment = gtk_adjustment_new (0, 0, 0, 0, 0, 0);
  self->adjustments[axis] = g_object_ref_sink (adjustment);
  trellis_sheet_configure (self, axis);
  g_signal_connect (adjustment, "value-changed", G_CALLBACK (on_value_changed), self);
}
