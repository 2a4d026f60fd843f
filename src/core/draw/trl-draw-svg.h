/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/trl-draw-private.h"

G_BEGIN_DECLS

/* TRL_TEXT_FAMILIES as an attribute has them. */
#define TRL_SVG_FONTS "Cantarell, 'Noto Sans', sans-serif"

/* One SVG file while it is written. */
typedef struct
{
  const TrlScene *scene;
  GString        *out;
  GHashTable     *ids;     /* that are in use */
  GHashTable     *hatches; /* colour and gap as text → number of the pattern */
  TrlOwner        group;   /* that is open */
  gboolean        outlines;
  PangoContext   *pango; /* NULL until the first outline */
  cairo_t        *pen;   /* likewise */
} TrlSvg;

/**
 * trl_svg_write_number:
 *
 * Three decimals at most, with a point in every locale.
 */
void trl_svg_write_number (TrlSvg *svg, double value);

/**
 * trl_svg_write_length:
 * @value: in points
 *
 * Writes an attribute.
 */
void trl_svg_write_length (TrlSvg *svg, const char *name, double value);

/**
 * trl_svg_write_colour:
 *
 * Writes an attribute, “none” for what is not painted, and one for the opacity.
 */
void trl_svg_write_colour (TrlSvg *svg, const char *name, TrlColour colour);

/**
 * trl_svg_write_text:
 * @text: as trl_text_clean() leaves it, like all of a scene
 *
 * Writes a text escaped, for content and attributes.
 */
void trl_svg_write_text (TrlSvg *svg, const char *text);

/**
 * trl_svg_write_hatches:
 *
 * Writes the patterns of all hatches of the scene, each once; before the first item.
 */
void trl_svg_write_hatches (TrlSvg *svg);

/**
 * trl_svg_write_item:
 *
 * Writes the elements of one item.
 */
void trl_svg_write_item (TrlSvg *svg, const TrlItem *item);

/**
 * trl_svg_write_stroke:
 *
 * Writes the attributes of a stroke: colour, width and dashes, if there are any.
 */
void trl_svg_write_stroke (TrlSvg *svg, const TrlItem *item);

/**
 * trl_svg_write_run:
 * @items: (array length=n): as trl_draw_count_run() counts them
 *
 * Writes several edges as one path, rounded to hundredths of a point.
 */
void trl_svg_write_run (TrlSvg *svg, const TrlItem *items, guint n);

/**
 * trl_svg_write_turn:
 * @item: a TEXT
 *
 * Writes the attribute that turns a text around its anchor, if it is turned.
 */
void trl_svg_write_turn (TrlSvg *svg, const TrlItem *item, const TrlTextBlock *text);

/**
 * trl_svg_write_letters:
 * @item: a TEXT
 * @wanted: (nullable): of each line, whether to write it; %NULL: all
 *
 * Writes its halo and its lines as text elements.
 */
void trl_svg_write_letters (TrlSvg *svg, const TrlItem *item, const gboolean *wanted);

/**
 * trl_svg_write_outlines:
 * @item: a TEXT
 *
 * Writes its halo and its lines as paths, and lines that have none as text elements.
 */
void trl_svg_write_outlines (TrlSvg *svg, const TrlItem *item);

G_END_DECLS
