/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scene/trl-scene.h"

#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  TRL_DRAW_DEFAULT = 0,
  TRL_DRAW_SCREEN = 1 << 0, /* thin lines fast, none too thin; skips illegible texts */
  TRL_DRAW_OPAQUE = 1 << 1, /* blend colours with the page, for sinks without alpha */
  TRL_DRAW_BARE = 1 << 2,   /* the background of the page is not painted */
  TRL_DRAW_QUICK = 1 << 3,  /* lines and discs straight into the pixels of an image */
  TRL_DRAW_JOINED =
    1 << 4 /* edges alike are one path, discs are dots; only of a whole scene */
} TrlDrawFlags;

/**
 * TrlDrawFilter:
 *
 * Returns: whether to draw the item
 */
typedef gboolean (*TrlDrawFilter) (const TrlItem *item, gpointer data);

/**
 * trl_draw_scene:
 * @cr: a unit is a point
 *
 * The only painter, for the screen, PDF, PNG, EPS and print. May be called in any thread.
 */
void trl_draw_scene (const TrlScene *scene, cairo_t *cr);

/**
 * trl_draw_scene_region:
 * @cr: already scaled and moved: a unit is a point of the scene
 * @x, @y, @width, @height: the part of the scene to draw, in points
 * @zoom: device pixels a point
 *
 * Draws what shows in a part, for tiles. The part is not clipped. Needs a frozen scene.
 * Cost: O(items in the part): 1 µs a thin line on the screen, 10 otherwise; 20 a text.
 */
void trl_draw_scene_region (const TrlScene *scene,
                            cairo_t        *cr,
                            double          x,
                            double          y,
                            double          width,
                            double          height,
                            double          zoom,
                            TrlDrawFlags    flags);

/**
 * trl_draw_scene_filtered:
 * @area: (nullable): the part to draw, in points; NULL: all
 *
 * As trl_draw_scene_region(), only the items that @filter wants: what is dragged is left
 * out of the tiles and drawn above them.
 */
void trl_draw_scene_filtered (const TrlScene *scene,
                              cairo_t        *cr,
                              const TrlRect  *area,
                              double          zoom,
                              TrlDrawFlags    flags,
                              TrlDrawFilter   filter,
                              gpointer        data);

/**
 * trl_draw_tile:
 * @onto: a square image, all of which is painted
 * @scale: pixels a point
 * @column, @row: which tile; 0, 0 has the origin of the scene in its top left corner
 * @factor: device pixels a pixel
 * @background: opaque
 * @filter: (nullable): also called before each item that shows
 *
 * A square of the picture on the screen, to be kept and copied.  Needs a frozen scene;
 * may be called in any thread.
 * Cost: as trl_draw_scene_region().
 */
void trl_draw_tile (const TrlScene  *scene,
                    cairo_surface_t *onto,
                    double           scale,
                    int              column,
                    int              row,
                    int              factor,
                    TrlColour        background,
                    TrlDrawFilter    filter,
                    gpointer         data);

/**
 * trl_draw_scene_items:
 * @items: (array length=n): indexes, back to front
 *
 * As trl_draw_scene_region(), these items alone: what is dragged.
 */
void trl_draw_scene_items (const TrlScene *scene,
                           cairo_t        *cr,
                           const guint    *items,
                           guint           n,
                           double          zoom,
                           TrlDrawFlags    flags);

/**
 * TrlDrawInfo:
 * @title, @description, @author, @keywords, @language: (nullable): kept in the file;
 *   language as BCP 47
 * @created: seconds since 1970, UTC; 0: no date (PDF: the epoch)
 * @outlines: SVG: letters are paths, for readers without the fonts; PDF has its own fonts
 */
typedef struct
{
  const char *title, *description, *author, *keywords, *language;
  gint64      created;
  gboolean    outlines;
} TrlDrawInfo;

typedef enum
{
  TRL_DRAW_ERROR_TOO_LARGE, /* a picture beyond 32,000 pixels a side or 400 megapixels */
  TRL_DRAW_ERROR_FAILED     /* cairo gave up, for instance for want of memory */
} TrlDrawError;

#define TRL_DRAW_ERROR (trl_draw_error_quark ())

/**
 * trl_draw_error_quark:
 *
 * Returns: the domain of all errors of this folder
 */
GQuark trl_draw_error_quark (void);

/**
 * trl_draw_svg:
 *
 * Texts are text elements, or paths that keep their words as a label: letters in colour
 * have no outline and stay text. Every node is a group with an id and a title, and every
 * edge, unless there are more than 500: then those alike are one path. A unit is a point.
 * The same scene gives the same bytes.
 *
 * Errors: none for now.
 *
 * Returns: (transfer full): the file
 */
GBytes *trl_draw_svg (const TrlScene *scene, const TrlDrawInfo *info, GError **error);

/**
 * trl_draw_pdf:
 *
 * One page of the size of the scene's; texts are text, fonts are embedded. The same scene
 * gives the same bytes while the fonts are the same.
 * Errors: %TRL_DRAW_ERROR_FAILED.
 *
 * Returns: (transfer full): the file
 */
GBytes *trl_draw_pdf (const TrlScene *scene, const TrlDrawInfo *info, GError **error);

/**
 * trl_draw_pdf_pages:
 * @scenes: (array length=n): a page each, of its own size
 * @titles: (array length=n) (nullable): the entries of the outline, that lead to the top
 *   of their pages; an entry that is %NULL or empty is left out; %NULL: no outline
 * @n: at least 1
 *
 * Errors: %TRL_DRAW_ERROR_FAILED.
 *
 * Returns: (transfer full): the file
 */
GBytes *trl_draw_pdf_pages (const TrlScene *const *scenes,
                            const char *const     *titles,
                            guint                  n,
                            const TrlDrawInfo     *info,
                            GError               **error);

/**
 * trl_draw_png:
 * @dpi: pixels an inch, written into the file
 *
 * Errors: %TRL_DRAW_ERROR_TOO_LARGE, %TRL_DRAW_ERROR_FAILED.
 *
 * Returns: (transfer full): the file
 */
GBytes *
trl_draw_png (const TrlScene *scene, const TrlDrawInfo *info, double dpi, GError **error);

/**
 * trl_draw_eps:
 *
 * Colours are blended with the page, because EPS knows no transparency.
 * Errors: %TRL_DRAW_ERROR_FAILED.
 *
 * Returns: (transfer full): the file
 */
GBytes *trl_draw_eps (const TrlScene *scene, const TrlDrawInfo *info, GError **error);

G_END_DECLS
