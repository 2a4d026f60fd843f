/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Items as SVG elements: the same outlines as in trl-draw-path.c, painted in the same
 * order: fill, hatch, stroke. */

#include "config.h"

#include "draw/trl-draw-svg.h"

#include <math.h>

#define PATTERN_LINES 16

static void
write_point (TrlSvg *svg, const char *command, double x, double y)
{
  g_string_append (svg->out, command);
  trl_svg_write_number (svg, x);
  g_string_append_c (svg->out, ' ');
  trl_svg_write_number (svg, y);
}

static void
outline_line (TrlSvg *svg, const TrlItem *item)
{
  g_string_append (svg->out, "<line");
  trl_svg_write_length (svg, "x1", item->x);
  trl_svg_write_length (svg, "y1", item->y);
  trl_svg_write_length (svg, "x2", item->x2);
  trl_svg_write_length (svg, "y2", item->y2);
}

static void
outline_curve (TrlSvg *svg, const TrlItem *item)
{
  g_string_append (svg->out, "<path d=\"");
  write_point (svg, "M", item->x, item->y);
  write_point (svg, "Q", item->cx, item->cy);
  write_point (svg, " ", item->x2, item->y2);
  g_string_append_c (svg->out, '"');
}

static void
outline_disc (TrlSvg *svg, const TrlItem *item)
{
  g_string_append (svg->out, "<circle");
  trl_svg_write_length (svg, "cx", item->x);
  trl_svg_write_length (svg, "cy", item->y);
  trl_svg_write_length (svg, "r", item->radius);
}

static void
outline_shape (TrlSvg *svg, const TrlItem *item)
{
  double x[TRL_SHAPE_MAX_CORNERS], y[TRL_SHAPE_MAX_CORNERS];
  guint  n = trl_shape_get_corners (item->shape, item->radius, item->angle, x, y);
  if (n == 0)
    {
      outline_disc (svg, item);
      return;
    }
  g_string_append (svg->out, "<polygon points=\"");
  for (guint i = 0; i < n; i++)
    write_point (svg, i ? " " : "", item->x + x[i], item->y + y[i]);
  g_string_append_c (svg->out, '"');
}

static void
outline_rect (TrlSvg *svg, const TrlItem *item)
{
  double r = MIN (item->radius, MIN (fabs (item->x2), fabs (item->y2)) / 2);
  g_string_append (svg->out, "<rect");
  trl_svg_write_length (svg, "x", MIN (item->x, item->x + item->x2));
  trl_svg_write_length (svg, "y", MIN (item->y, item->y + item->y2));
  trl_svg_write_length (svg, "width", fabs (item->x2));
  trl_svg_write_length (svg, "height", fabs (item->y2));
  if (r > 0)
    trl_svg_write_length (svg, "rx", r);
}

static void
write_arc (TrlSvg *svg, const TrlItem *item, double radius, double from, double to)
{
  /* In two halves: one arc cannot be a whole circle. */
  double ends[] = { (from + to) / 2, to };
  for (guint i = 0; i < 2; i++)
    {
      g_string_append_c (svg->out, 'A');
      write_point (svg, "", radius, radius);
      g_string_append (svg->out, to > from ? " 0 0 1 " : " 0 0 0 ");
      write_point (svg, "", item->x + radius * cos (ends[i]),
                   item->y + radius * sin (ends[i]));
    }
}

static void
outline_sector (TrlSvg *svg, const TrlItem *item)
{
  double   from = item->x2, to = MIN (item->y2, from + 2 * G_PI), inner = item->cx;
  gboolean whole = to - from >= 2 * G_PI - 1e-9;
  g_string_append (svg->out, "<path d=\"");
  write_point (svg, "M", item->x + item->radius * cos (from),
               item->y + item->radius * sin (from));
  write_arc (svg, item, item->radius, from, to);
  if (inner > 0)
    {
      write_point (svg, whole ? "ZM" : "L", item->x + inner * cos (to),
                   item->y + inner * sin (to));
      write_arc (svg, item, inner, to, from);
    }
  else if (!whole)
    write_point (svg, "L", item->x, item->y);
  g_string_append (svg->out, "Z\"");
}

static void (*const outlines[TRL_N_ITEM_KINDS]) (TrlSvg *, const TrlItem *) = {
  [TRL_ITEM_LINE] = outline_line, [TRL_ITEM_CURVE] = outline_curve,
  [TRL_ITEM_DISC] = outline_disc, [TRL_ITEM_SHAPE] = outline_shape,
  [TRL_ITEM_RECT] = outline_rect, [TRL_ITEM_SECTOR] = outline_sector,
};

void
trl_svg_write_stroke (TrlSvg *svg, const TrlItem *item)
{
  if (item->stroke.a <= 0 || item->width <= 0)
    return;
  trl_svg_write_colour (svg, "stroke", item->stroke);
  trl_svg_write_length (svg, "stroke-width", item->width);
  if (item->dash[0] <= 0 || item->dash[1] < 0 || item->dash[0] + item->dash[1] <= 0.05)
    return;
  g_string_append (svg->out, " stroke-dasharray=\"");
  write_point (svg, "", item->dash[0], item->dash[1]);
  g_string_append_c (svg->out, '"');
}

static void
write_line (TrlSvg *svg, const TrlItem *item)
{
  outlines[item->kind](svg, item);
  g_string_append (svg->out, " fill=\"none\"");
  trl_svg_write_stroke (svg, item);
  g_string_append (svg->out, "/>\n");
  if (item->inline_width <= 0 || item->fill.a <= 0)
    return;
  outlines[item->kind](svg, item);
  g_string_append (svg->out, " fill=\"none\"");
  trl_svg_write_colour (svg, "stroke", item->fill);
  trl_svg_write_length (svg, "stroke-width", item->inline_width);
  g_string_append (svg->out, "/>\n");
}

static gboolean
has_hatch (const TrlItem *item)
{
  return item->hatch && item->stroke.a > 0 && outlines[item->kind] &&
         !trl_item_is_line (item);
}

static char *
hatch_key (const TrlItem *item)
{
  return g_strdup_printf ("%d/%d/%d/%d/%d", (int) (item->stroke.r * 255 + 0.5),
                          (int) (item->stroke.g * 255 + 0.5),
                          (int) (item->stroke.b * 255 + 0.5),
                          (int) (item->stroke.a * 255 + 0.5),
                          (int) (trl_item_get_hatch_gap (item) * 1000 + 0.5));
}

static void
write_area (TrlSvg *svg, const TrlItem *item)
{
  if (has_hatch (item))
    {
      g_autofree char *key = hatch_key (item);
      if (item->fill.a > 0)
        {
          outlines[item->kind](svg, item);
          trl_svg_write_colour (svg, "fill", item->fill);
          g_string_append (svg->out, "/>\n");
        }
      outlines[item->kind](svg, item);
      g_string_append_printf (svg->out, " fill=\"url(#hatch-%d)\"",
                              GPOINTER_TO_INT (g_hash_table_lookup (svg->hatches, key)));
    }
  else
    {
      outlines[item->kind](svg, item);
      trl_svg_write_colour (svg, "fill", item->fill);
    }
  trl_svg_write_stroke (svg, item);
  g_string_append (svg->out, "/>\n");
}

/* A turned tile with half a line at either side.  Viewers paint it in whole pixels: of
 * many lines, so that this hardly moves them. */
static void
write_pattern (TrlSvg *svg, const TrlItem *item, int number)
{
  double gap = trl_item_get_hatch_gap (item), side = PATTERN_LINES * gap;
  g_string_append_printf (svg->out,
                          "<pattern id=\"hatch-%d\" patternUnits=\"userSpaceOnUse\" "
                          "patternTransform=\"rotate(45)\"",
                          number);
  trl_svg_write_length (svg, "width", side);
  trl_svg_write_length (svg, "height", side);
  g_string_append (svg->out, "><path d=\"");
  for (guint i = 0; i <= PATTERN_LINES; i++)
    {
      write_point (svg, "M", i * gap, 0);
      g_string_append_c (svg->out, 'V');
      trl_svg_write_number (svg, side);
    }
  g_string_append_c (svg->out, '"');
  trl_svg_write_colour (svg, "stroke", item->stroke);
  trl_svg_write_length (svg, "stroke-width", gap * TRL_HATCH_SHARE);
  g_string_append (svg->out, "/></pattern>\n");
}

void
trl_svg_write_hatches (TrlSvg *svg)
{
  guint          n;
  const TrlItem *items = trl_scene_get_items (svg->scene, &n);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *key = has_hatch (&items[i]) ? hatch_key (&items[i]) : NULL;
      int              number = (int) g_hash_table_size (svg->hatches) + 1;
      if (!key || g_hash_table_contains (svg->hatches, key))
        continue;
      g_string_append (svg->out, number == 1 ? "<defs>\n" : "");
      write_pattern (svg, &items[i], number);
      g_hash_table_insert (svg->hatches, g_steal_pointer (&key),
                           GINT_TO_POINTER (number));
    }
  g_string_append (svg->out, g_hash_table_size (svg->hatches) ? "</defs>\n" : "");
}

static void
write_text (TrlSvg *svg, const TrlItem *item)
{
  if (svg->outlines)
    trl_svg_write_outlines (svg, item);
  else
    trl_svg_write_letters (svg, item, NULL);
}

void
trl_svg_write_item (TrlSvg *svg, const TrlItem *item)
{
  static void (*const writers[TRL_N_ITEM_KINDS]) (TrlSvg *, const TrlItem *) = {
    [TRL_ITEM_LINE] = write_line, [TRL_ITEM_CURVE] = write_line,
    [TRL_ITEM_DISC] = write_area, [TRL_ITEM_SHAPE] = write_area,
    [TRL_ITEM_RECT] = write_area, [TRL_ITEM_SECTOR] = write_area,
    [TRL_ITEM_TEXT] = write_text,
  };
  writers[item->kind](svg, item);
}
