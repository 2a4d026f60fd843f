/* SPDX-License-Identifier: GPL-3.0-or-later */

/* EPS by cairo.  It knows no transparency, so colours are blended with the page; and
 * cairo stamps it with the time of day, so that line is written anew. */

#include "config.h"

#include "draw/trl-draw-private.h"

#include <cairo-ps.h>
#include <string.h>

#define DATE_COMMENT "%%CreationDate: "
#define TITLE_LENGTH 120 /* characters; a comment has at most 255 bytes, in one line */

static void
set_title (cairo_surface_t *surface, const char *title)
{
  g_autofree char *clean = trl_text_clean (title);
  g_autofree char *shorter =
    trl_text_shorten (g_strdelimit (clean, "\n", ' '), TITLE_LENGTH);
  g_autofree char *ascii = g_str_to_ascii (shorter, "C");
  g_autofree char *comment = g_strdup_printf ("%%%%Title: %s", ascii);
  if (strlen (comment) < 255)
    cairo_ps_surface_dsc_comment (surface, comment);
}

static GBytes *
with_date (const GByteArray *file, gint64 created)
{
  const char      *data = (const char *) file->data;
  g_autofree char *date = trl_draw_format_date (created);
  const char      *line = g_strstr_len (data, MIN (file->len, 1024), DATE_COMMENT);
  const char      *end = line ? memchr (line, '\n', data + file->len - line) : NULL;
  if (!end)
    return g_bytes_new (data, file->len);
  GByteArray *out = g_byte_array_new ();
  g_byte_array_append (out, file->data, line - data + strlen (DATE_COMMENT));
  g_byte_array_append (out, (const guint8 *) date, strlen (date));
  g_byte_array_append (out, (const guint8 *) end, data + file->len - end);
  return g_byte_array_free_to_bytes (out);
}

GBytes *
trl_draw_eps (const TrlScene *scene, const TrlDrawInfo *info, GError **error)
{
  TrlRect extent;
  g_return_val_if_fail (scene != NULL, NULL);
  trl_scene_get_extent (scene, &extent);
  g_autoptr (GByteArray) out = g_byte_array_new ();
  cairo_surface_t *surface = cairo_ps_surface_create_for_stream (
    trl_draw_collect, out, extent.width, extent.height);
  cairo_ps_surface_set_eps (surface, TRUE);
  if (info && info->title)
    set_title (surface, info->title);
  cairo_t *cr = cairo_create (surface);
  cairo_translate (cr, -extent.x, -extent.y);
  trl_draw_scene_filtered (scene, cr, NULL, 1, TRL_DRAW_OPAQUE, NULL, NULL);
  cairo_show_page (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  gboolean done = trl_draw_check (surface, error);
  cairo_surface_destroy (surface);
  return done ? with_date (out, info ? info->created : 0) : NULL;
}
