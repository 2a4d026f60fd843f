/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A text as one path, so that it looks the same where its fonts are missing. The path has
 * the words as its label, for screen readers and search. A line with letters in colour
 * has no outline that would do, and stays a text. */

#include "config.h"

#include "draw/trl-draw-svg.h"

#include <pango/pangocairo.h>

/* Cairo keeps paths in 256ths of its unit: too coarse for three decimals of a point. */
#define FINER 16

/* The sheet has no end: cairo leaves letters out that are far beside an image. */
static void
prepare (TrlSvg *svg, const TrlTextBlock *text)
{
  if (!svg->pen)
    {
      cairo_surface_t *sheet = cairo_recording_surface_create (CAIRO_CONTENT_ALPHA, NULL);
      svg->pen = cairo_create (sheet);
      cairo_scale (svg->pen, FINER, FINER);
      cairo_surface_destroy (sheet);
      svg->pango = trl_text_context_new ();
    }
  trl_text_context_prepare (svg->pango, text);
}

static gboolean
has_colour (PangoLayoutLine *line)
{
  for (GSList *at = line->runs; at; at = at->next)
    {
      const PangoGlyphString *glyphs = ((PangoGlyphItem *) at->data)->glyphs;
      for (int i = 0; i < glyphs->num_glyphs; i++)
        if (glyphs->glyphs[i].attr.is_color)
          return TRUE;
    }
  return FALSE;
}

static gboolean
is_blank (const char *string)
{
  for (; *string; string = g_utf8_next_char (string))
    if (!g_unichar_isspace (g_utf8_get_char (string)))
      return FALSE;
  return TRUE;
}

static void
write_points (TrlSvg *svg, char command, const cairo_path_data_t *data, guint n)
{
  g_string_append_c (svg->out, command);
  for (guint i = 1; i <= n; i++)
    {
      g_string_append (svg->out, i > 1 ? " " : "");
      trl_svg_write_number (svg, data[i].point.x);
      g_string_append_c (svg->out, ' ');
      trl_svg_write_number (svg, data[i].point.y);
    }
}

/* Cairo leaves a point behind after each part, from which nothing is drawn. */
static void
write_path (TrlSvg *svg, const cairo_path_t *path)
{
  static const char        letters[] = { 'M', 'L', 'C', 'Z' };
  static const guint       points[] = { 1, 1, 3, 0 };
  const cairo_path_data_t *start = NULL;
  for (int i = 0; i < path->num_data; i += path->data[i].header.length)
    {
      const cairo_path_data_t *data = &path->data[i];
      if (data->header.type == CAIRO_PATH_MOVE_TO)
        {
          start = data;
          continue;
        }
      if (start && data->header.type != CAIRO_PATH_CLOSE_PATH)
        write_points (svg, 'M', start, 1);
      start = NULL;
      write_points (svg, letters[data->header.type], data, points[data->header.type]);
    }
}

/* Adds a line to the attribute that is open. Returns: %FALSE if it has no outline */
static gboolean
write_line (TrlSvg             *svg,
            const TrlItem      *item,
            const TrlTextBlock *text,
            const TrlTextLine  *line)
{
  double x = item->x - text->anchor_x * text->width + line->x;
  double y = item->y - text->anchor_y * text->height + line->baseline;
  gsize  before = svg->out->len;
  g_autoptr (PangoLayout) layout = trl_text_layout_new (svg->pango, line->string);
  PangoLayoutLine *shaped = pango_layout_get_line_readonly (layout, 0);
  if (has_colour (shaped))
    return FALSE;
  cairo_new_path (svg->pen);
  cairo_save (svg->pen);
  cairo_scale (svg->pen, trl_text_block_get_scale (text),
               trl_text_block_get_scale (text));
  cairo_move_to (svg->pen, 0, 0);
  pango_cairo_layout_line_path (svg->pen, shaped);
  cairo_restore (svg->pen);
  /* Far from the origin, cairo has no room for numbers this fine. */
  cairo_save (svg->pen);
  cairo_translate (svg->pen, -x, -y);
  cairo_path_t *path = cairo_copy_path (svg->pen);
  cairo_restore (svg->pen);
  write_path (svg, path);
  cairo_path_destroy (path);
  return svg->out->len > before || is_blank (line->string);
}

/* Returns: the outlines of all lines; @missing is set for those without one */
static char *
trace (TrlSvg             *svg,
       const TrlItem      *item,
       const TrlTextBlock *text,
       gboolean           *missing,
       guint              *n_missing)
{
  gsize start = svg->out->len;
  for (guint i = 0; i < text->n_lines; i++)
    {
      missing[i] = !write_line (svg, item, text, &text->lines[i]);
      *n_missing += missing[i] ? 1 : 0;
    }
  char *path = g_strdup (svg->out->str + start);
  g_string_truncate (svg->out, start);
  return path;
}

static void
write_label (TrlSvg *svg, const TrlTextBlock *text, const gboolean *missing)
{
  const char *between = "";
  g_string_append (svg->out, " role=\"img\" aria-label=\"");
  for (guint i = 0; i < text->n_lines; i++)
    if (!missing[i])
      {
        g_string_append (svg->out, between);
        trl_svg_write_text (svg, text->lines[i].string);
        between = " ";
      }
  g_string_append_c (svg->out, '"');
}

static void
write_halo (TrlSvg *svg, const TrlItem *item, const TrlTextBlock *text, const char *path)
{
  g_string_append (svg->out, "<path class=\"halo\" aria-hidden=\"true\"");
  trl_svg_write_turn (svg, item, text);
  trl_svg_write_colour (svg, "fill", text->halo);
  trl_svg_write_colour (svg, "stroke", text->halo);
  trl_svg_write_length (svg, "stroke-width", 2 * text->halo_width);
  g_string_append_printf (svg->out, " d=\"%s\"/>\n", path);
}

static void
write_paths (TrlSvg             *svg,
             const TrlItem      *item,
             const TrlTextBlock *text,
             const char         *path,
             const gboolean     *missing)
{
  if (text->halo.a > 0)
    write_halo (svg, item, text, path);
  g_string_append (svg->out, "<path class=\"text\"");
  write_label (svg, text, missing);
  trl_svg_write_turn (svg, item, text);
  trl_svg_write_colour (svg, "fill", item->fill);
  g_string_append_printf (svg->out, " d=\"%s\"/>\n", path);
}

void
trl_svg_write_outlines (TrlSvg *svg, const TrlItem *item)
{
  const TrlTextBlock  *text = trl_scene_get_text (svg->scene, item->text);
  g_autofree gboolean *missing = g_new0 (gboolean, text->n_lines);
  guint                n_missing = 0;
  prepare (svg, text);
  g_autofree char *path = trace (svg, item, text, missing, &n_missing);
  if (*path)
    write_paths (svg, item, text, path, missing);
  if (n_missing > 0)
    trl_svg_write_letters (svg, item, missing);
}
