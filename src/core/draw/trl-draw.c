/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The only painter.  It adds nothing to the scene: no text is wrapped, no colour chosen,
 * nothing moved.  After every item the path is empty: a point left by a text would become
 * a hairline across the page in PDF. */

#include "config.h"

#include "draw/trl-draw-private.h"

#include <math.h>

/* On the screen, in device pixels: smaller is not seen. */
#define LEGIBLE 4.0
#define ROUND_ENOUGH 1.5
#define HATCH_VISIBLE 1.2

/* In points. */
#define DOT 0.02

static double
mix (double colour, double below, double alpha)
{
  return colour * alpha + below * (1 - alpha);
}

void
trl_painter_set_colour (TrlPainter *painter, TrlColour c)
{
  TrlColour p = painter->page;
  if (painter->flags & TRL_DRAW_OPAQUE)
    cairo_set_source_rgb (painter->cr, mix (c.r, p.r, c.a), mix (c.g, p.g, c.a),
                          mix (c.b, p.b, c.a));
  else
    cairo_set_source_rgba (painter->cr, c.r, c.g, c.b, c.a);
}

static void
set_dash (TrlPainter *painter, const TrlItem *item)
{
  double   dash[] = { item->dash[0], item->dash[1] };
  gboolean dashed = dash[0] > 0 && dash[1] >= 0 && dash[0] + dash[1] > 0.05;
  cairo_set_dash (painter->cr, dash, dashed ? 2 : 0, 0);
}

/* Without alpha, a sheer tie is a thinner one: it takes as much ink, and what is beneath
 * is still seen, where a pale one would hide it. */
static void
set_stroke (TrlPainter *painter, const TrlItem *item)
{
  TrlColour colour = item->stroke;
  double    width = item->width;

  if ((painter->flags & TRL_DRAW_OPAQUE) && item->owner.kind == TRL_OWNER_EDGE)
    {
      width *= colour.a;
      colour.a = 1;
    }
  trl_painter_set_colour (painter, colour);
  cairo_set_line_width (painter->cr, width);
}

static void
stroke (TrlPainter *painter, const TrlItem *item)
{
  if (item->stroke.a <= 0 || item->width <= 0)
    return;
  trl_painter_trace (painter, item);
  set_stroke (painter, item);
  set_dash (painter, item);
  cairo_stroke (painter->cr);
}

static void
draw_line (TrlPainter *painter, const TrlItem *item)
{
  stroke (painter, item);
  if (item->inline_width <= 0 || item->fill.a <= 0)
    return;
  trl_painter_trace (painter, item);
  trl_painter_set_colour (painter, item->fill);
  cairo_set_line_width (painter->cr, item->inline_width);
  cairo_set_dash (painter->cr, NULL, 0, 0);
  cairo_stroke (painter->cr);
}

static gboolean
is_too_small (const TrlPainter *painter, double size, double limit)
{
  return (painter->flags & TRL_DRAW_SCREEN) && size * painter->zoom < limit;
}

static void
draw_hatch (TrlPainter *painter, const TrlItem *item)
{
  double    gap = trl_item_get_hatch_gap (item);
  TrlColour grey = item->stroke;
  trl_painter_trace (painter, item);
  if (is_too_small (painter, gap, HATCH_VISIBLE))
    {
      grey.a *= TRL_HATCH_SHARE;
      trl_painter_set_colour (painter, grey);
      cairo_fill (painter->cr);
      return;
    }
  cairo_save (painter->cr);
  cairo_clip (painter->cr);
  trl_painter_trace_hatch (painter, item);
  trl_painter_set_colour (painter, item->stroke);
  cairo_set_line_width (painter->cr, gap * TRL_HATCH_SHARE);
  cairo_set_dash (painter->cr, NULL, 0, 0);
  cairo_stroke (painter->cr);
  cairo_restore (painter->cr);
}

static void
draw_area (TrlPainter *painter, const TrlItem *item)
{
  if (item->fill.a > 0)
    {
      trl_painter_trace (painter, item);
      trl_painter_set_colour (painter, item->fill);
      cairo_fill (painter->cr);
    }
  if (item->hatch && item->stroke.a > 0)
    draw_hatch (painter, item);
  stroke (painter, item);
}

/* A dot of a pixel or two needs no curve. */
static void
draw_body (TrlPainter *painter, const TrlItem *item)
{
  double    half = MAX (item->radius, 0.75 / painter->zoom);
  TrlColour colour = item->fill.a > 0 ? item->fill : item->stroke;
  if (item->owner.kind != TRL_OWNER_NODE ||
      !is_too_small (painter, item->radius, ROUND_ENOUGH))
    {
      draw_area (painter, item);
      return;
    }
  trl_painter_set_colour (painter, colour);
  cairo_rectangle (painter->cr, item->x - half, item->y - half, 2 * half, 2 * half);
  cairo_fill (painter->cr);
}

static void
draw_text (TrlPainter *painter, const TrlItem *item)
{
  const TrlTextBlock *text = trl_scene_get_text (painter->scene, item->text);
  if (!is_too_small (painter, text->size, LEGIBLE))
    trl_painter_draw_text (painter, item);
}

static void (*const drawers[TRL_N_ITEM_KINDS]) (TrlPainter *, const TrlItem *) = {
  [TRL_ITEM_LINE] = draw_line, [TRL_ITEM_CURVE] = draw_line,
  [TRL_ITEM_DISC] = draw_body, [TRL_ITEM_SHAPE] = draw_body,
  [TRL_ITEM_RECT] = draw_area, [TRL_ITEM_SECTOR] = draw_area,
  [TRL_ITEM_TEXT] = draw_text,
};

static void
draw_item (TrlPainter *painter, const TrlItem *item)
{
  if (trl_painter_draw_hairline (painter, item) || trl_painter_draw_dot (painter, item))
    return;
  trl_painter_end_direct (painter);
  drawers[item->kind](painter, item);
  cairo_new_path (painter->cr);
}

/* What is alike is one path. */
static void
draw_run (TrlPainter *painter, const TrlItem *items, guint n)
{
  for (guint i = 0; i < n; i++)
    trl_painter_trace (painter, &items[i]);
  trl_painter_set_colour (painter, items[0].stroke);
  cairo_set_line_width (painter->cr, items[0].width);
  set_dash (painter, &items[0]);
  cairo_stroke (painter->cr);
}

/* A short line with round ends is a disc of a fraction of the numbers; no line at all
 * would be left out by some programs. */
static void
draw_dot (TrlPainter *painter, const TrlItem *item, double radius, TrlColour colour)
{
  cairo_move_to (painter->cr, item->x - DOT / 2, item->y);
  cairo_line_to (painter->cr, item->x + DOT / 2, item->y);
  trl_painter_set_colour (painter, colour);
  cairo_set_line_width (painter->cr, 2 * radius);
  cairo_set_line_cap (painter->cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_dash (painter->cr, NULL, 0, 0);
  cairo_stroke (painter->cr);
  cairo_set_line_cap (painter->cr, CAIRO_LINE_CAP_BUTT);
}

/* The outline is a disc of its own beneath, which an opaque fill leaves a ring of. */
static gboolean
draw_dots (TrlPainter *painter, const TrlItem *item)
{
  gboolean outlined = item->stroke.a > 0 && item->width > 0;
  double   half = outlined ? item->width / 2 : 0;

  if (item->kind != TRL_ITEM_DISC || item->hatch || item->fill.a < 1 ||
      (outlined && (item->stroke.a < 1 || item->dash[0] > 0)) || item->radius <= half)
    return FALSE;
  if (outlined)
    draw_dot (painter, item, item->radius + half, item->stroke);
  draw_dot (painter, item, item->radius - half, item->fill);
  return TRUE;
}

static void
draw_joined (TrlPainter *painter)
{
  guint          n;
  const TrlItem *items = trl_scene_get_items (painter->scene, &n);

  for (guint i = 0, run; i < n; i += run)
    {
      run = trl_draw_count_run (&items[i], n - i);
      if (run > 1)
        draw_run (painter, &items[i], run);
      else if (!draw_dots (painter, &items[i]))
        draw_item (painter, &items[i]);
    }
}

static void
draw_page (TrlPainter *painter)
{
  double    width, height;
  TrlColour colour;
  if (!trl_scene_get_page (painter->scene, &colour, &width, &height) || colour.a <= 0)
    return;
  painter->page = (TrlColour){
    mix (colour.r, 1, colour.a),
    mix (colour.g, 1, colour.a),
    mix (colour.b, 1, colour.a),
    1,
  };
  if (painter->flags & TRL_DRAW_BARE)
    return;
  trl_painter_set_colour (painter, colour);
  cairo_rectangle (painter->cr, 0, 0, width, height);
  cairo_fill (painter->cr);
}

/* What is drawn: a list of items, or all. */
typedef struct
{
  const guint  *items;
  guint         n;
  TrlDrawFilter filter;
  gpointer      data;
} Choice;

static void
draw_items (TrlPainter *painter, const Choice *choice)
{
  for (guint i = 0; i < choice->n; i++)
    {
      const TrlItem *item =
        trl_scene_get_item (painter->scene, choice->items ? choice->items[i] : i);
      if (item && (!choice->filter || choice->filter (item, choice->data)))
        draw_item (painter, item);
    }
}

static void
draw (const TrlScene *scene,
      cairo_t        *cr,
      double          zoom,
      TrlDrawFlags    flags,
      const Choice   *choice)
{
  TrlPainter painter = {
    .scene = scene,
    .cr = cr,
    .zoom = zoom,
    .flags = flags,
    .page = { 1, 1, 1, 1 },
  };
  cairo_save (cr);
  cairo_new_path (cr);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  draw_page (&painter);
  if (flags & TRL_DRAW_JOINED)
    draw_joined (&painter);
  else
    draw_items (&painter, choice);
  trl_painter_end_direct (&painter);
  g_clear_object (&painter.pango);
  cairo_restore (cr);
}

void
trl_draw_scene_filtered (const TrlScene *scene,
                         cairo_t        *cr,
                         const TrlRect  *area,
                         double          zoom,
                         TrlDrawFlags    flags,
                         TrlDrawFilter   filter,
                         gpointer        data)
{
  g_return_if_fail (scene && cr && zoom > 0);
  g_return_if_fail (!area || trl_scene_is_frozen (scene));
  g_return_if_fail (!(flags & TRL_DRAW_JOINED) || (!area && !filter));
  Choice choice = { NULL, trl_scene_count_items (scene), filter, data };
  g_autoptr (GArray) found = area ? trl_scene_find_items (scene, area) : NULL;
  if (found)
    {
      choice.items = (const guint *) found->data;
      choice.n = found->len;
    }
  draw (scene, cr, zoom, flags, &choice);
}

void
trl_draw_scene_items (const TrlScene *scene,
                      cairo_t        *cr,
                      const guint    *items,
                      guint           n,
                      double          zoom,
                      TrlDrawFlags    flags)
{
  g_return_if_fail (scene && cr && zoom > 0 && (items || n == 0));
  if (n > 0)
    draw (scene, cr, zoom, flags, &(Choice){ items, n, NULL, NULL });
}

void
trl_draw_scene_region (const TrlScene *scene,
                       cairo_t        *cr,
                       double          x,
                       double          y,
                       double          width,
                       double          height,
                       double          zoom,
                       TrlDrawFlags    flags)
{
  TrlRect area = { x, y, width, height };
  trl_draw_scene_filtered (scene, cr, &area, zoom, flags, NULL, NULL);
}

void
trl_draw_scene (const TrlScene *scene, cairo_t *cr)
{
  trl_draw_scene_filtered (scene, cr, NULL, 1, TRL_DRAW_DEFAULT, NULL, NULL);
}
