/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From texts and the size of the widget to the geometry, and from the geometry to places
 * in the widget. */
#include "grid/trellis-sheet-private.h"

#include <math.h>

#define MOST_MEASURED 24 /* headers; of a longer list, those with the most letters */
#define MOST_LETTERS 256 /* that a header is known to have */
#define MOST_LINES 4     /* of a wrapped column header */
#define MOST_TOTAL 150.0

gboolean
trellis_sheet_is_mirrored (TrellisSheet *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

double
trellis_sheet_mirror (TrellisSheet *self, double x, double width)
{
  return trellis_sheet_is_mirrored (self) ? self->track[TRL_GRID_COLUMN].view - x - width
                                          : x;
}

void
trellis_sheet_find (TrellisSheet *self, double x, double y, TrellisSheetSpot *spot)
{
  double at[2] = { y, trellis_sheet_mirror (self, x, 0) };
  for (guint a = 0; a < 2; a++)
    spot->part[a] = trellis_sheet_track_find (&self->track[a], at[a], &spot->index[a]);
}

/* --- texts --- */

static double
get_width (PangoLayout *layout, const char *text)
{
  int width;
  if (!text || !*text)
    return 0;
  pango_layout_set_text (layout, text, -1);
  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

static double
get_word_width (PangoLayout *layout, const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text ? text : "", " \n\t", -1);
  double widest = 0;
  for (guint i = 0; words[i]; i++)
    widest = MAX (widest, get_width (layout, words[i]));
  return widest;
}

static guint
count_letters (const char *text)
{
  guint       n = 0;
  const char *at = text ? text : "";
  /* To the first that is not ASCII, if there is one, a byte is a letter. */
  for (; n < MOST_LETTERS && *at && (guint8) *at < 0x80; at++)
    n++;
  for (; n < MOST_LETTERS && *at; at = g_utf8_next_char (at))
    n += (guint8) *at >= 0x80 && g_unichar_iswide (g_utf8_get_char (at)) ? 2 : 1;
  return MIN (n, MOST_LETTERS);
}

/* What the longer text of a header has. */
static guint
count_header (TrellisSheet *self, TrlGridAxis axis, guint index)
{
  TrellisSheetHeader header;
  trellis_sheet_model_get_header (self->model, axis, index, &header);
  return MAX (count_letters (header.name), count_letters (header.detail));
}

/* Returns: (element-type guint): the headers that may be the widest */
static GArray *
choose_longest (TrellisSheet *self, TrlGridAxis axis)
{
  guint   n = self->select.n[axis], least = MOST_LETTERS, room = MOST_MEASURED;
  guint   letters[MOST_LETTERS + 1] = { 0 };
  GArray *longest = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree guint16 *counts = g_new (guint16, n + 1);
  for (guint i = 0; i < n; i++)
    {
      counts[i] = (guint16) count_header (self, axis, i);
      letters[counts[i]]++;
    }
  for (; least > 0 && letters[least] < room; least--)
    room -= letters[least];
  for (guint i = 0; i < n; i++)
    {
      if (counts[i] < least || (counts[i] == least && room == 0))
        continue;
      room -= counts[i] == least;
      g_array_append_val (longest, i);
    }
  return longest;
}

static void
measure_header (TrellisSheet *self, PangoLayout *layout, TrlGridAxis axis, guint index)
{
  TrellisSheetMeasures *m = &self->measures;
  double               *widest = axis == TRL_GRID_ROW ? &m->row_name : &m->column_name;
  TrellisSheetHeader    header;
  trellis_sheet_model_get_header (self->model, axis, index, &header);
  *widest = MAX (*widest, get_width (layout, header.name));
  *widest = MAX (*widest, get_width (layout, header.detail));
  if (axis == TRL_GRID_COLUMN)
    m->column_word = MAX (m->column_word, get_word_width (layout, header.name));
}

static void
measure_total (TrellisSheet *self, PangoLayout *layout, TrlGridAxis axis, guint index)
{
  TrellisSheetMeasures *m = &self->measures;
  TrellisSheetHeader    header;
  double                wanted = 2.2 * m->line + 6;
  if (!trellis_sheet_model_get_total (self->model, axis, index, &header))
    return;
  if (axis == TRL_GRID_ROW)
    wanted =
      MIN (MAX (get_width (layout, header.name), get_width (layout, header.detail)) + 20,
           MOST_TOTAL);
  m->total[1 - axis] = MAX (m->total[1 - axis], wanted);
}

static void
measure_axis (TrellisSheet *self, PangoLayout *layout, TrlGridAxis axis)
{
  g_autoptr (GArray) longest = choose_longest (self, axis);
  for (guint i = 0; i < longest->len; i++)
    measure_header (self, layout, axis, g_array_index (longest, guint, i));
  for (guint i = 0; i < MIN (self->select.n[axis], MOST_MEASURED); i++)
    measure_total (self, layout, axis, i);
}

static void
measure_texts (TrellisSheet *self)
{
  TrellisSheetMeasures *m = &self->measures;
  g_autoptr (PangoLayout) layout =
    gtk_widget_create_pango_layout (GTK_WIDGET (self), "Ág");
  int height;
  pango_layout_get_pixel_size (layout, NULL, &height);
  *m = (TrellisSheetMeasures){ .line = height, .head = { m->head[0], m->head[1] } };
  if (self->model)
    {
      measure_axis (self, layout, TRL_GRID_ROW);
      measure_axis (self, layout, TRL_GRID_COLUMN);
    }
  m->row_name += 20;
  m->column_name = TRELLIS_SHEET_SMALL * m->column_name + 18;
  m->column_word *= TRELLIS_SHEET_SMALL;
  self->measured = TRUE;
  self->stale = FALSE;
  self->wrapped_cell = 0;
}

/* Returns: how high the column headers are when broken into lines of a cell’s width; 0
 * when a word would not fit */
static double
measure_wrapped (TrellisSheet *self)
{
  const TrellisSheetTrack *across = &self->track[TRL_GRID_COLUMN];
  double                   room = across->cell - 8;
  int                      most = 0;
  if (self->measures.column_word > room || across->n == 0)
    return 0;
  g_autoptr (PangoLayout) layout =
    gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  pango_layout_set_width (layout, (int) (room / TRELLIS_SHEET_SMALL * PANGO_SCALE));
  for (guint i = 0; i < MIN (across->n, MOST_MEASURED); i++)
    {
      TrellisSheetHeader header;
      int                lines;
      trellis_sheet_model_get_header (self->model, TRL_GRID_COLUMN, i, &header);
      pango_layout_set_text (layout, header.name ? header.name : "", -1);
      lines = pango_layout_get_line_count (layout) + (header.detail ? 1 : 0);
      most = MAX (most, lines);
    }
  return most > MOST_LINES ? 0 : most * TRELLIS_SHEET_SMALL * self->measures.line + 12;
}

void
trellis_sheet_fit (TrellisSheet *self, int width, int height)
{
  TrellisSheetTrack *down = &self->track[TRL_GRID_ROW];
  TrellisSheetTrack *across = &self->track[TRL_GRID_COLUMN];
  if (!self->measured)
    measure_texts (self);
  down->n = self->select.n[TRL_GRID_ROW];
  across->n = self->select.n[TRL_GRID_COLUMN];
  down->view = height;
  across->view = width;
  trellis_sheet_track_fit_across (across, &self->measures);
  if (fabs (self->wrapped_cell - across->cell) > 0.5)
    self->wrapped_height = measure_wrapped (self);
  self->wrapped_cell = across->cell;
  self->wrapped = self->wrapped_height > 0;
  trellis_sheet_track_fit_down (down, &self->measures, self->wrapped_height);
  trellis_sheet_pictures_set_sizes (
    self->pictures, (double[]){ down->cell, across->cell },
    (double[]){ down->head, across->head }, (double[]){ down->total, across->total },
    !self->wrapped);
}
