/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scene/trl-scene.h"

G_BEGIN_DECLS

/* CIE L*a*b*, white D65, 2 degree observer. */
typedef struct
{
  double l;
  double a;
  double b;
} TrlLab;

/**
 * TrlSight:
 *
 * Eight ways in which a colour may reach a reader: as it is, by four simulations of
 * Machado and of Viénot for red-green deficiencies, two for blue-yellow, and in grey.
 */
typedef enum
{
  TRL_SIGHT_NORMAL,
  TRL_SIGHT_DEUTAN_MACHADO,
  TRL_SIGHT_PROTAN_MACHADO,
  TRL_SIGHT_TRITAN_MACHADO,
  TRL_SIGHT_DEUTAN_VIENOT,
  TRL_SIGHT_PROTAN_VIENOT,
  TRL_SIGHT_TRITAN_BRETTEL,
  TRL_SIGHT_GREY,
  TRL_N_SIGHTS
} TrlSight;

/**
 * trl_colour_parse:
 * @text: `#rrggbb`
 *
 * Returns: whether @text was a colour; @colour is opaque then, else untouched
 */
gboolean trl_colour_parse (const char *text, TrlColour *colour);

/**
 * trl_colour_hex:
 *
 * Returns: an opaque colour from 0xrrggbb
 */
TrlColour trl_colour_hex (guint32 rgb);

/**
 * trl_colour_mix:
 * @share: 0 is all @a, 1 is all @b
 *
 * Blends in sRGB as painting @b with that alpha over @a would, so that sinks without
 * transparency show the same.
 */
TrlColour trl_colour_mix (TrlColour a, TrlColour b, double share);

/**
 * trl_colour_luminance:
 *
 * Returns: relative luminance, 0 … 1.  Source: WCAG 2.2 with the sRGB threshold .04045.
 */
double trl_colour_luminance (TrlColour colour);

/**
 * trl_colour_contrast:
 *
 * Returns: 1 … 21, the contrast ratio.  Source: WCAG 2.2.
 */
double trl_colour_contrast (TrlColour a, TrlColour b);

/**
 * trl_colour_to_lab:
 *
 * Source: CIE 1976, D65.
 */
TrlLab trl_colour_to_lab (TrlColour colour);

/**
 * trl_colour_from_lab:
 *
 * Returns: an opaque colour; what sRGB cannot show loses chroma until it can
 */
TrlColour trl_colour_from_lab (TrlLab lab);

/**
 * trl_lab_difference:
 *
 * CIEDE2000 with all weights 1.
 * Units: about 1 is just noticeable.
 * Source: Sharma, Wu & Dalal 2005, doi:10.1002/col.20070.
 */
double trl_lab_difference (TrlLab a, TrlLab b);

/**
 * trl_colour_simulate:
 *
 * The colour as someone of that sight sees it, at full severity.
 * Source: Machado, Oliveira & Fernandes 2009, doi:10.1109/TVCG.2009.113; Viénot, Brettel
 * & Mollon 1999, doi:10.1002/(SICI)1520-6378(199908)24:4<243::AID-COL5>3.0.CO;2-3;
 * Brettel, Viénot & Mollon 1997, doi:10.1364/JOSAA.14.002647, with the constants that
 * libDaltonLens derived for sRGB.
 */
TrlColour trl_colour_simulate (TrlColour colour, TrlSight sight);

/**
 * trl_colour_distance:
 * trl_colour_find_worst:
 * @sight: (out): in which they look most alike; the first of them
 *
 * Returns: the smallest CIEDE2000 difference of two colours over all eight sights
 */
double trl_colour_distance (TrlColour a, TrlColour b);
double trl_colour_find_worst (TrlColour a, TrlColour b, TrlSight *sight);

/**
 * trl_colour_reach_contrast:
 * @contrast: wished ratio to @background
 *
 * Moves the lightness, away from the background, no further than needed.
 *
 * Returns: a colour of the same hue; black or white when nothing less will do
 */
TrlColour
trl_colour_reach_contrast (TrlColour colour, TrlColour background, double contrast);

G_END_DECLS
