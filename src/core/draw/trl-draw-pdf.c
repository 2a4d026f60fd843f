/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pages of PDF by cairo.  Texts stay text and fonts are embedded; cairo would write the
 * time of day, so the date is always set.  An outline, but no tags and no links: cairo
 * 1.16 forgets a tag when the whole page is painted after it, knows no alternative text,
 * and writes a damaged table when there is a link outside a tag. */

#include "config.h"

#include "draw/trl-draw-private.h"

#include <cairo-pdf.h>

static void
set_metadata (cairo_surface_t *surface, cairo_pdf_metadata_t key, const char *text)
{
  g_autofree char *clean = text ? trl_text_clean (text) : NULL;
  if (clean && *clean)
    cairo_pdf_surface_set_metadata (surface, key, clean);
}

static void
set_all_metadata (cairo_surface_t *surface, const TrlDrawInfo *info)
{
  g_autofree char *date = trl_draw_format_date (info->created);
  set_metadata (surface, CAIRO_PDF_METADATA_TITLE, info->title);
  set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, info->description);
  set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, info->author);
  set_metadata (surface, CAIRO_PDF_METADATA_KEYWORDS, info->keywords);
  set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Trellis " TRL_VERSION);
  set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
}

/* A page takes its size before anything is drawn on it. */
static void
draw_page (cairo_surface_t *surface, const TrlScene *scene)
{
  TrlRect extent;
  trl_scene_get_extent (scene, &extent);
  cairo_pdf_surface_set_size (surface, extent.width, extent.height);
  cairo_t *cr = cairo_create (surface);
  cairo_translate (cr, -extent.x, -extent.y);
  trl_draw_scene_filtered (scene, cr, NULL, 1,
                           trl_draw_is_crowd (scene) ? TRL_DRAW_JOINED : TRL_DRAW_DEFAULT,
                           NULL, NULL);
  cairo_show_page (cr);
  cairo_destroy (cr);
}

/* Comes last, when all pages are there.  A page without a title has no entry. */
static void
add_outline (cairo_surface_t *surface, const char *const *titles, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *title = titles[i] ? trl_text_clean (titles[i]) : NULL;
      g_autofree char *link = g_strdup_printf ("page=%u pos=[0 0]", i + 1);
      if (title && *title)
        cairo_pdf_surface_add_outline (surface, CAIRO_PDF_OUTLINE_ROOT,
                                       g_strdelimit (title, "\n", ' '), link, 0);
    }
}

GBytes *
trl_draw_pdf_pages (const TrlScene *const *scenes,
                    const char *const     *titles,
                    guint                  n,
                    const TrlDrawInfo     *info,
                    GError               **error)
{
  static const TrlDrawInfo nothing = { 0 };
  g_return_val_if_fail (scenes != NULL && n > 0, NULL);
  g_autoptr (GByteArray) out = g_byte_array_new ();
  cairo_surface_t *surface =
    cairo_pdf_surface_create_for_stream (trl_draw_collect, out, 1, 1);
  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_5);
  set_all_metadata (surface, info ? info : &nothing);
  for (guint i = 0; i < n; i++)
    draw_page (surface, scenes[i]);
  if (titles)
    add_outline (surface, titles, n);
  cairo_surface_finish (surface);
  gboolean done = trl_draw_check (surface, error);
  cairo_surface_destroy (surface);
  return done ? g_byte_array_free_to_bytes (g_steal_pointer (&out)) : NULL;
}

GBytes *
trl_draw_pdf (const TrlScene *scene, const TrlDrawInfo *info, GError **error)
{
  g_return_val_if_fail (scene != NULL, NULL);
  return trl_draw_pdf_pages (&scene, NULL, 1, info, error);
}
