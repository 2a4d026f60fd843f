/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/trl-draw.h"

G_BEGIN_DECLS

/* The pixels that thin lines may be written to, if there are such. */
typedef struct
{
  gboolean       known; /* whether it was asked for */
  guint32       *pixels;
  int            stride;                   /* in pixels */
  int            left, top, right, bottom; /* the part that may be written */
  cairo_matrix_t matrix;
} TrlPixels;

/* One drawing of a scene. Nothing in it outlives the call, so that any thread may draw.
 */
typedef struct
{
  const TrlScene *scene;
  cairo_t        *cr;
  double          zoom;
  TrlDrawFlags    flags;
  TrlColour       page;  /* what colours are blended with for sinks without alpha */
  PangoContext   *pango; /* NULL until the first text */
  TrlPixels       pixels;
  gboolean        direct; /* whether pixels were written beside cairo */
} TrlPainter;

/**
 * trl_painter_set_colour:
 *
 * Makes a colour the source, blended with the page where the sink has no alpha.
 */
void trl_painter_set_colour (TrlPainter *painter, TrlColour colour);

/**
 * trl_painter_draw_text:
 * @item: a TEXT
 *
 * Draws the halo and the lines, and leaves no path.
 */
void trl_painter_draw_text (TrlPainter *painter, const TrlItem *item);

/**
 * trl_painter_trace:
 *
 * Adds the outline of anything but a text to the current path.
 */
void trl_painter_trace (TrlPainter *painter, const TrlItem *item);

/**
 * trl_painter_trace_hatch:
 *
 * Adds all lines of the hatch in the bounds of the item to the current path. They run
 * through fixed places of the scene, so that tiles meet and SVG patterns agree.
 */
void trl_painter_trace_hatch (TrlPainter *painter, const TrlItem *item);

/**
 * trl_painter_draw_hairline:
 *
 * A thin solid straight line on an image, ten times faster than cairo strokes it.
 *
 * Returns: %FALSE when cairo has to draw it
 */
gboolean trl_painter_draw_hairline (TrlPainter *painter, const TrlItem *item);

/**
 * trl_painter_draw_dot:
 *
 * A disc on an image, likewise.
 *
 * Returns: %FALSE when cairo has to draw it
 */
gboolean trl_painter_draw_dot (TrlPainter *painter, const TrlItem *item);

/**
 * trl_painter_end_direct:
 *
 * Tells cairo of pixels that were written beside it; before cairo draws again.
 */
void trl_painter_end_direct (TrlPainter *painter);

/**
 * trl_draw_is_crowd:
 *
 * Returns: whether there are more than 500 edges: too many for each to be something of
 *   its own in a file
 */
gboolean trl_draw_is_crowd (const TrlScene *scene);

/**
 * trl_draw_count_run:
 * @items: (array length=n): at least one
 *
 * Returns: how many of the first items are edges that may be drawn as one path: lines and
 *   curves of one opaque stroke, a hundred at most; 1: the first is drawn by itself
 */
guint trl_draw_count_run (const TrlItem *items, guint n);

/* Thickness of a line of the hatch, as a share of the gap between two. */
#define TRL_HATCH_SHARE 0.2

/**
 * trl_draw_check:
 *
 * Errors: %TRL_DRAW_ERROR_FAILED.
 *
 * Returns: whether cairo could do all it was asked for
 */
gboolean trl_draw_check (cairo_surface_t *surface, GError **error);

/**
 * trl_draw_format_date:
 * @seconds: since 1970, UTC
 *
 * Returns: (transfer full): as ISO 8601
 */
char *trl_draw_format_date (gint64 seconds);

/**
 * trl_draw_collect:
 * @closure: a #GByteArray
 *
 * What a stream of cairo writes to.
 */
cairo_status_t
trl_draw_collect (void *closure, const unsigned char *data, unsigned int length);

/* Appends a chunk of PNG; @name has four letters. */
void trl_draw_append_chunk (GByteArray   *out,
                            const char   *name,
                            const guint8 *data,
                            gsize         length);

/* Appends the pixels of an image, RGB24 or ARGB32, as chunks of PNG. */
void trl_draw_append_pixels (GByteArray *out, cairo_surface_t *image);

G_END_DECLS
