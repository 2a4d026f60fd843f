/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/trl-draw-private.h"

G_BEGIN_DECLS

/* One SVG file while it is written. */
typedef struct
{
  const TrlScene *scene;
  GString        *out;
  GHashTable     *ids;     /* that are in use */
  GHashTable     *hatches; /* colour and gap as text → number of the pattern */
  TrlOwner        group;   /* that is open */
} TrlSvg;

/**
 * trl_svg_write_number:
 * trl_svg_write_length:
 * trl_svg_write_colour:
 *
 * One number, one attribute with a length, one with a colour; points, written as short
 * as two decimals allow.
 */
void trl_svg_write_number (TrlSvg *svg, double value);
void trl_svg_write_length (TrlSvg *svg, const char *name, double value);
void trl_svg_write_colour (TrlSvg *svg, const char *name, TrlColour colour);

/**
 * trl_svg_write_text:
 *
 * Cleaned and escaped, for content and attributes.
 */
void trl_svg_write_text (TrlSvg *svg, const char *text);

/**
 * trl_svg_write_hatches:
 * trl_svg_write_item:
 * trl_svg_write_block:
 *
 * The patterns of all hatches of the scene, each once.
 */
void trl_svg_write_hatches (TrlSvg *svg);
void trl_svg_write_item (TrlSvg *svg, const TrlItem *item);
void trl_svg_write_block (TrlSvg *svg, const TrlItem *item);

G_END_DECLS
