/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/trl-vocabulary.h"
#include "scene/trl-colour-science.h"
#include "scene/trl-text.h"

G_BEGIN_DECLS

/**
 * TrlTheme:
 * @TRL_THEME_PRINT: on white without tints, with darker greys
 */
typedef enum
{
  TRL_THEME_LIGHT,
  TRL_THEME_DARK,
  TRL_THEME_PRINT,
  TRL_N_THEMES
} TrlTheme;

/**
 * trl_theme_ids:
 * trl_theme_labels:
 *
 * By theme, with %NULL at the end: what files call them, and what people read;
 * translatable.
 */
extern const char *const trl_theme_ids[TRL_N_THEMES + 1];
extern const char *const trl_theme_labels[TRL_N_THEMES + 1];

/**
 * TrlThemeStyle:
 * @background: of the page
 * @ink: text
 * @dim: secondary text, at least 4.5:1
 * @outline: around filled nodes
 * @quiet: outlines of *none* and *not reported*, lines without a level; at least 3:1
 * @ring: rings of depth
 * @leader: lines from a node to its name
 * @tint: what the inner bands of the rings are tinted with
 * @tint_share: how strongly, each band over the one around it; 0: no bands
 * @hub: fill of the hub
 *
 * The colours of a theme that carry no level.
 */
typedef struct
{
  TrlColour background;
  TrlColour ink;
  TrlColour dim;
  TrlColour outline;
  TrlColour quiet;
  TrlColour ring;
  TrlColour leader;
  TrlColour tint;
  double    tint_share;
  TrlColour hub;
} TrlThemeStyle;

/**
 * trl_theme_get_style:
 *
 * Returns: (transfer none): all that a theme says
 */
const TrlThemeStyle *trl_theme_get_style (TrlTheme theme);

/**
 * trl_theme_find:
 * @theme: (out): untouched when there is none of that id
 *
 * Returns: whether @id is light, dark or print
 */
gboolean trl_theme_find (const char *id, TrlTheme *theme);

/**
 * TrlPaletteKind:
 * @TRL_PALETTE_OWN: the colours that the levels of a document say, else depth's
 * @TRL_PALETTE_DEPTH: Trellis's own, whatever the levels say
 * @TRL_PALETTE_VIRIDIS, @TRL_PALETTE_CIVIDIS: as readers of papers know them
 * @TRL_PALETTE_GREY: for what is printed in black
 */
typedef enum
{
  TRL_PALETTE_OWN,
  TRL_PALETTE_DEPTH,
  TRL_PALETTE_VIRIDIS,
  TRL_PALETTE_CIVIDIS,
  TRL_PALETTE_GREY,
  TRL_N_PALETTES
} TrlPaletteKind;

/**
 * trl_palette_ids:
 * trl_palette_labels:
 *
 * By kind, with %NULL at the end: what files call them, and what people read;
 * translatable.
 */
extern const char *const trl_palette_ids[TRL_N_PALETTES + 1];
extern const char *const trl_palette_labels[TRL_N_PALETTES + 1];

/**
 * TrlLevelStyle:
 * @fill: of nodes
 * @ink: for text on @fill, at least 4.5:1
 * @line: of ties, at least 3:1 on the background
 * @width: of ties, points
 */
typedef struct
{
  TrlColour fill;
  TrlColour ink;
  TrlColour line;
  double    width;
} TrlLevelStyle;

/**
 * TrlPalette:
 * @n_levels: as the scale, 1 … 9
 * @levels: by rank; 0, no interaction, is hollow
 *
 * How the levels of one scale look in one theme.
 */
typedef struct
{
  guint         n_levels;
  TrlLevelStyle levels[9];
} TrlPalette;

/**
 * trl_palette_init:
 * @scale: whose levels may have colours of their own; of more than nine levels the rest
 *   looks like the ninth
 * @kind: where the colours come from; in all of them the deeper stands out more
 *
 * Up to five engaged levels take the proven steps, more are spread over the same path
 * through CIELAB.  The smallest CIEDE2000 step between neighbours under eight kinds of
 * sight is 12 for up to five fills and four lines; the ramps that readers know have steps
 * of 17 and more for up to four fills, and of 11 for as many lines.
 */
void trl_palette_init (TrlPalette     *palette,
                       const TrlScale *scale,
                       TrlTheme        theme,
                       TrlPaletteKind  kind);

/* CIEDE2000: what can easily be told apart, on paper and in grey. */
#define TRL_PALETTE_GOOD_STEP 12.0

/**
 * trl_palette_find_worst:
 * @rank: (out): the shallower of the two that look most alike
 * @sight: (out): in which they do
 *
 * Returns: the smallest CIEDE2000 difference of the fills of two neighbouring levels
 *   under eight kinds of sight; INFINITY when only one level is engaged, with @rank and
 *   @sight untouched
 */
double trl_palette_find_worst (const TrlPalette *palette, guint *rank, TrlSight *sight);

/**
 * trl_palette_say_step:
 * @scale: that the palette is of
 * @good: (out): whether neighbours can easily be told apart
 *
 * Returns: (transfer full) (nullable): a sentence that says so, or which two look alike
 *   and to whom; %NULL when only one level is engaged
 */
char *
trl_palette_say_step (const TrlPalette *palette, const TrlScale *scale, gboolean *good);

/**
 * trl_palette_get_ink:
 *
 * Returns: near black, white or black, whichever can be read on @fill: at least 4.5:1
 */
TrlColour trl_palette_get_ink (TrlColour fill);

G_END_DECLS
