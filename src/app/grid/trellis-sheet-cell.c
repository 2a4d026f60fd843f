/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One cell: a chip in the colour of its level, a text on it, dots that count the level
 * below, and marks at its edges.  No interaction is dashed and hollow, not reported is
 * hatched, nothing known has no chip at all. */
#include "grid/trellis-sheet-pictures.h"

#include <math.h>

#define INSET 2.5
#define RADIUS 5.0
#define HATCH_GAP 5.0
#define MARK 7.0   /* size of the marks at the edges, at the usual height */
#define MEANT 10.0 /* that of the difference */
#define USUAL 33.0

typedef struct
{
  cairo_t                *cr;
  const TrellisSheetCell *cell;
  double                  width, height;
  gboolean                rtl;
  TrlColour               ink;
  double                  unit; /* large text has large marks */
} Canvas;

static void
set_colour (cairo_t *cr, TrlColour colour)
{
  cairo_set_source_rgba (cr, colour.r, colour.g, colour.b, colour.a);
}

static void
trace_chip (const Canvas *c)
{
  double left = INSET, top = INSET, right = c->width - INSET, bottom = c->height - INSET;
  cairo_new_sub_path (c->cr);
  cairo_arc (c->cr, right - RADIUS, top + RADIUS, RADIUS, -G_PI / 2, 0);
  cairo_arc (c->cr, right - RADIUS, bottom - RADIUS, RADIUS, 0, G_PI / 2);
  cairo_arc (c->cr, left + RADIUS, bottom - RADIUS, RADIUS, G_PI / 2, G_PI);
  cairo_arc (c->cr, left + RADIUS, top + RADIUS, RADIUS, G_PI, 3 * G_PI / 2);
  cairo_close_path (c->cr);
}

static void
draw_hatch (const Canvas *c)
{
  TrlColour colour = c->cell->look.stroke;
  cairo_save (c->cr);
  trace_chip (c);
  cairo_clip (c->cr);
  cairo_set_line_width (c->cr, 1);
  cairo_set_source_rgba (c->cr, colour.r, colour.g, colour.b, 0.55);
  for (double x = -c->height; x < c->width; x += HATCH_GAP)
    {
      cairo_move_to (c->cr, x, c->height);
      cairo_line_to (c->cr, x + c->height, 0);
    }
  cairo_stroke (c->cr);
  cairo_restore (c->cr);
}

static void
draw_chip (const Canvas *c)
{
  const TrlNodeLook *look = &c->cell->look;
  trace_chip (c);
  set_colour (c->cr, look->fill);
  cairo_fill (c->cr);
  if (look->hatch)
    draw_hatch (c);
  trace_chip (c);
  set_colour (c->cr, look->stroke);
  cairo_set_line_width (c->cr, look->dash[0] > 0 ? 1.4 : 1);
  if (look->dash[0] > 0)
    cairo_set_dash (c->cr, (double[]){ 3.5, 2.5 }, 2, 0);
  cairo_stroke (c->cr);
  cairo_set_dash (c->cr, NULL, 0, 0);
}

/* Where there is no cell: it is crossed out from corner to corner. */
static void
draw_outside (const Canvas *c)
{
  TrlColour colour = c->ink;
  colour.a = 0.07;
  set_colour (c->cr, colour);
  cairo_paint (c->cr);
  colour.a = 0.3;
  set_colour (c->cr, colour);
  cairo_set_line_width (c->cr, 1);
  cairo_move_to (c->cr, 0, 0);
  cairo_line_to (c->cr, c->width, c->height);
  cairo_move_to (c->cr, c->width, 0);
  cairo_line_to (c->cr, 0, c->height);
  cairo_stroke (c->cr);
}

/* The dots of the level; those that are still meant are rings. */
static void
draw_pips (const Canvas *c, double y)
{
  guint  pips = c->cell->look.pips, n = MAX (pips, c->cell->intended_pips);
  double step = MIN (7 * c->unit, (c->width - 2 * INSET - 8) / MAX (n, 1));
  double radius = MIN (step * 0.32, 2.2 * c->unit);
  double side = c->rtl ? -1 : 1;
  set_colour (c->cr, c->ink);
  cairo_set_line_width (c->cr, 1);
  for (guint i = 0; i < n && radius > 0.6; i++)
    {
      double x = c->width / 2 + side * (i - (n - 1) / 2.0) * step;
      cairo_new_sub_path (c->cr);
      cairo_arc (c->cr, x, y, i < pips ? radius : radius - 0.4, 0, 2 * G_PI);
      if (i < pips)
        cairo_fill (c->cr);
      else
        cairo_stroke (c->cr);
    }
}

/* Puts the background of the chip behind a text that stands on the hatch. */
static void
clear_behind (const Canvas *c, double x, double y, double width, double height)
{
  set_colour (c->cr, c->cell->look.fill);
  cairo_rectangle (c->cr, x - 3, y, width + 6, height);
  cairo_fill (c->cr);
}

/* Returns: where the text begins, or the middle when there is none. */
static double
draw_text (const Canvas *c, double middle, PangoContext *context)
{
  const TrellisSheetCell *cell = c->cell;
  const char             *mark = cell->painted ? cell->look.mark : NULL;
  gboolean                both = mark && *cell->text;
  g_autofree char        *text =
    g_strdup_printf ("%s%s%s", mark ? mark : "", both ? " " : "", cell->text);
  g_autoptr (PangoLayout) layout = pango_layout_new (context);
  PangoRectangle ink, box;
  if (!*text)
    return c->width / 2;
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_width (layout, (int) ((c->width - 2 * INSET - 4) * PANGO_SCALE));
  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  pango_layout_get_pixel_extents (layout, &ink, &box);
  double left = INSET + 2, top = middle - (ink.y + ink.height / 2.0);
  if (cell->painted && cell->look.hatch)
    clear_behind (c, left + ink.x, top + ink.y - 2, ink.width, ink.height + 4);
  set_colour (c->cr, c->ink);
  cairo_move_to (c->cr, left, floor (top + 0.5));
  pango_cairo_show_layout (c->cr, layout);
  cairo_new_path (c->cr);
  return c->rtl ? left + ink.x + ink.width : left + ink.x;
}

static void
trace_bars (cairo_t *cr, double x, double y, double half)
{
  double thick = half * 0.5;
  cairo_rectangle (cr, x - half, y - thick * 1.6, 2 * half, thick);
  cairo_rectangle (cr, x - half, y + thick * 0.6, 2 * half, thick);
}

/* An arrow down, two bars or an arrow up before the text. */
static void
draw_meant (const Canvas *c, double text, double y)
{
  double side = c->rtl ? 1 : -1;
  double half = c->unit * MEANT / 2;
  double x = CLAMP (text + side * (half + 4 * c->unit), INSET + half + 3,
                    c->width - INSET - half - 3);
  double way = c->cell->meant == TRL_MEANT_BELOW ? 1 : -1;
  if (c->cell->meant == TRL_MEANT_UNSAID)
    return;
  set_colour (c->cr, c->ink);
  cairo_new_path (c->cr);
  if (c->cell->meant == TRL_MEANT_AT)
    trace_bars (c->cr, x, y, half * 0.8);
  else
    {
      cairo_move_to (c->cr, x, y + way * half);
      cairo_line_to (c->cr, x - half, y - way * half * 0.8);
      cairo_line_to (c->cr, x + half, y - way * half * 0.8);
      cairo_close_path (c->cr);
    }
  cairo_fill (c->cr);
}

/* A folded corner: there is a note. */
static void
draw_corner (const Canvas *c)
{
  const TrlThemeStyle *style = trellis_sheet_get_style ();
  double               x = c->rtl ? 0 : c->width, way = c->rtl ? 1 : -1;
  double               size = MARK * c->unit;
  set_colour (c->cr, style->background);
  cairo_move_to (c->cr, x, 0);
  cairo_line_to (c->cr, x + way * (size + 4), 0);
  cairo_line_to (c->cr, x, size + 4);
  cairo_fill (c->cr);
  set_colour (c->cr, style->ink);
  cairo_move_to (c->cr, x, 0.5);
  cairo_line_to (c->cr, x + way * (size + 1), 0.5);
  cairo_line_to (c->cr, x, size + 1.5);
  cairo_fill (c->cr);
}

/* “≠”: the two ends gave different answers. */
static void
draw_two_answers (const Canvas *c, double y)
{
  double half = c->unit * MARK / 2 - 0.5;
  double x = c->rtl ? INSET + half + 3 : c->width - INSET - half - 3;
  set_colour (c->cr, c->ink);
  cairo_set_line_width (c->cr, 1.2);
  cairo_set_line_cap (c->cr, CAIRO_LINE_CAP_ROUND);
  for (int i = -1; i <= 1; i += 2)
    {
      cairo_move_to (c->cr, x - half, y + i * 1.5 * c->unit);
      cairo_line_to (c->cr, x + half, y + i * 1.5 * c->unit);
    }
  cairo_move_to (c->cr, x - half * 0.6, y + half + 0.5);
  cairo_line_to (c->cr, x + half * 0.6, y - half - 0.5);
  cairo_stroke (c->cr);
}

void
trellis_sheet_draw_cell (cairo_t                *cr,
                         const TrellisSheetCell *cell,
                         double                  width,
                         double                  height,
                         gboolean                rtl,
                         PangoContext           *context)
{
  Canvas c = {
    cr, cell, width, height, rtl, trellis_sheet_get_style ()->ink, MAX (1, height / USUAL)
  };
  if (cell->outside)
    {
      draw_outside (&c);
      return;
    }
  if (cell->painted)
    {
      c.ink = cell->look.ink;
      draw_chip (&c);
    }
  guint    pips = cell->painted ? cell->look.pips : 0;
  gboolean has_pips = pips > 0 || cell->intended_pips > 0;
  gboolean has_text = *cell->text || (cell->painted && cell->look.mark);
  gboolean upper = has_text || cell->meant != TRL_MEANT_UNSAID || cell->two_answers;
  double   middle = has_pips && upper ? height * 0.4 : height / 2;
  double   text = draw_text (&c, middle, context);
  draw_meant (&c, has_text ? text : width / 2 + (rtl ? -1 : 1) * (MEANT / 2 + 4) * c.unit,
              middle);
  if (has_pips)
    draw_pips (&c, upper ? height - INSET - 6 * c.unit : height / 2);
  if (cell->two_answers)
    draw_two_answers (&c, middle);
  if (cell->corner)
    draw_corner (&c);
}
