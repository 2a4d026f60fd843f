/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lines of text at the places the scene broke them to; Pango shapes each anew, in the
 * thread that draws. */

#include "config.h"

#include "draw/trl-draw-private.h"

#include <pango/pangocairo.h>

typedef void (*LineFunc) (cairo_t *cr, PangoLayoutLine *line);

static void
for_each_line (TrlPainter *painter, const TrlTextBlock *text, LineFunc func)
{
  double scale = trl_text_block_get_scale (text);
  for (guint i = 0; i < text->n_lines; i++)
    {
      const TrlTextLine *line = &text->lines[i];
      g_autoptr (PangoLayout) layout = trl_text_layout_new (painter->pango, line->string);
      cairo_save (painter->cr);
      cairo_translate (painter->cr, line->x, line->baseline);
      cairo_scale (painter->cr, scale, scale);
      cairo_move_to (painter->cr, 0, 0);
      func (painter->cr, pango_layout_get_line_readonly (layout, 0));
      cairo_restore (painter->cr);
    }
}

static void
draw_halo (TrlPainter *painter, const TrlTextBlock *text)
{
  trl_painter_set_colour (painter, text->halo);
  cairo_set_line_width (painter->cr, 2 * text->halo_width);
  cairo_set_dash (painter->cr, NULL, 0, 0);
  for_each_line (painter, text, pango_cairo_layout_line_path);
  cairo_stroke (painter->cr);
}

static void
show_line (cairo_t *cr, PangoLayoutLine *line)
{
  pango_cairo_show_layout_line (cr, line);
  cairo_new_path (cr);
}

void
trl_painter_draw_text (TrlPainter *painter, const TrlItem *item)
{
  const TrlTextBlock *text = trl_scene_get_text (painter->scene, item->text);
  if (!painter->pango)
    painter->pango = trl_text_context_new ();
  trl_text_context_prepare (painter->pango, text);
  cairo_save (painter->cr);
  cairo_translate (painter->cr, item->x, item->y);
  cairo_rotate (painter->cr, text->angle);
  cairo_translate (painter->cr, -text->anchor_x * text->width,
                   -text->anchor_y * text->height);
  if (text->halo.a > 0)
    draw_halo (painter, text);
  trl_painter_set_colour (painter, item->fill);
  for_each_line (painter, text, show_line);
  cairo_restore (painter->cr);
  cairo_new_path (painter->cr);
}
