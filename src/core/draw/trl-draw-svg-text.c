/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A text is one element with a span a line, placed so that a viewer with another font
 * still aligns it.  A halo is a text of its own beneath, because paint-order is not
 * understood everywhere. */

#include "config.h"

#include "draw/trl-draw-svg.h"

#include <string.h>

typedef enum
{
  SIDE_LEFT,
  SIDE_MIDDLE,
  SIDE_RIGHT
} Side;

static Side
side_of (const TrlTextBlock *text)
{
  static const Side sides[][2] = {
    [TRL_ALIGN_START] = { SIDE_LEFT, SIDE_RIGHT },
    [TRL_ALIGN_CENTRE] = { SIDE_MIDDLE, SIDE_MIDDLE },
    [TRL_ALIGN_END] = { SIDE_RIGHT, SIDE_LEFT },
    [TRL_ALIGN_LEFT] = { SIDE_LEFT, SIDE_LEFT },
    [TRL_ALIGN_RIGHT] = { SIDE_RIGHT, SIDE_RIGHT },
  };
  return sides[text->align][text->rtl ? 1 : 0];
}

/* In SVG a line of Arabic starts at its right end. */
static const char *
anchor_of (const TrlTextBlock *text)
{
  static const char *const anchors[][2] = {
    [SIDE_LEFT] = { "start", "end" },
    [SIDE_MIDDLE] = { "middle", "middle" },
    [SIDE_RIGHT] = { "end", "start" },
  };
  return anchors[side_of (text)][text->rtl ? 1 : 0];
}

static void
open_span (TrlSvg             *svg,
           const TrlItem      *item,
           const TrlTextBlock *text,
           const TrlTextLine  *line)
{
  double x =
    item->x - text->anchor_x * text->width + line->x + side_of (text) * line->width / 2;
  double y = item->y - text->anchor_y * text->height + line->baseline;
  g_string_append (svg->out, "<tspan");
  trl_svg_write_length (svg, "x", x);
  trl_svg_write_length (svg, "y", y);
  g_string_append_c (svg->out, '>');
}

/* The blank between two lines is a span of its own: words stay apart for those who search
 * or copy, and it does not push the line it follows aside. */
static void
write_lines (TrlSvg             *svg,
             const TrlItem      *item,
             const TrlTextBlock *text,
             const gboolean     *wanted)
{
  gboolean first = TRUE;
  for (guint i = 0; i < text->n_lines; i++)
    {
      if (wanted && !wanted[i])
        continue;
      if (!first)
        {
          open_span (svg, item, text, &text->lines[i]);
          g_string_append (svg->out, " </tspan>");
        }
      first = FALSE;
      open_span (svg, item, text, &text->lines[i]);
      trl_svg_write_text (svg, text->lines[i].string);
      g_string_append (svg->out, "</tspan>");
    }
}

void
trl_svg_write_turn (TrlSvg *svg, const TrlItem *item, const TrlTextBlock *text)
{
  if (text->angle == 0)
    return;
  g_string_append (svg->out, " transform=\"rotate(");
  trl_svg_write_number (svg, text->angle * 180 / G_PI);
  g_string_append_c (svg->out, ' ');
  trl_svg_write_number (svg, item->x);
  g_string_append_c (svg->out, ' ');
  trl_svg_write_number (svg, item->y);
  g_string_append (svg->out, ")\"");
}

/* Several that are separated by commas are several, as to Pango. */
static void
write_family (TrlSvg *svg, const char *family)
{
  g_auto (GStrv) names = g_strsplit (family, ",", -1);

  g_string_append (svg->out, " font-family=\"");
  for (guint i = 0; names[i]; i++)
    {
      g_auto (GStrv) parts = g_strsplit (g_strstrip (names[i]), "'", -1);
      g_autofree char *escaped = g_strjoinv ("\\'", parts);
      g_autofree char *clean = trl_text_clean (escaped);

      g_string_append_c (svg->out, '\'');
      trl_svg_write_text (svg, clean);
      g_string_append (svg->out, "', ");
    }
  g_string_append (svg->out, TRL_SVG_FONTS "\"");
}

static void
write_attributes (TrlSvg *svg, const TrlItem *item, const TrlTextBlock *text)
{
  if (text->family)
    write_family (svg, text->family);
  trl_svg_write_length (svg, "font-size", text->size);
  g_string_append (svg->out, text->bold ? " font-weight=\"bold\"" : "");
  g_string_append (svg->out, text->italic ? " font-style=\"italic\"" : "");
  g_string_append (svg->out, text->rtl ? " direction=\"rtl\"" : "");
  g_string_append (svg->out,
                   strstr (text->string, "  ") ? " xml:space=\"preserve\"" : "");
  g_string_append_printf (svg->out, " text-anchor=\"%s\"", anchor_of (text));
  trl_svg_write_turn (svg, item, text);
}

static void
write_halo (TrlSvg             *svg,
            const TrlItem      *item,
            const TrlTextBlock *text,
            const gboolean     *wanted)
{
  g_string_append (svg->out, "<text class=\"halo\" aria-hidden=\"true\"");
  write_attributes (svg, item, text);
  trl_svg_write_colour (svg, "fill", text->halo);
  trl_svg_write_colour (svg, "stroke", text->halo);
  trl_svg_write_length (svg, "stroke-width", 2 * text->halo_width);
  g_string_append_c (svg->out, '>');
  write_lines (svg, item, text, wanted);
  g_string_append (svg->out, "</text>\n");
}

void
trl_svg_write_letters (TrlSvg *svg, const TrlItem *item, const gboolean *wanted)
{
  const TrlTextBlock *text = trl_scene_get_text (svg->scene, item->text);
  if (text->halo.a > 0)
    write_halo (svg, item, text, wanted);
  g_string_append (svg->out, "<text");
  write_attributes (svg, item, text);
  trl_svg_write_colour (svg, "fill", item->fill);
  g_string_append_c (svg->out, '>');
  write_lines (svg, item, text, wanted);
  g_string_append (svg->out, "</text>\n");
}
