/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Blue and orange are told apart by all eyes, and neither is said to be better; the mark
 * says the same without a hue.
 */

#include "config.h"

#include "grid/trellis-levels-difference.h"

#include "grid/trellis-sheet-pictures.h"
#include "scene/trl-colour-science.h"

#define ABOVE 0x0072b2 /* of the palette of Okabe and Ito */
#define BELOW 0xe69f00
#define TINT 0.42

static void
tint (TrlNodeLook *look, TrlColour hue, double share)
{
  const TrlThemeStyle *style = trellis_sheet_get_style ();

  look->fill = trl_colour_mix (style->background, hue, share);
  look->stroke = trl_colour_mix (style->ink, hue, 0.5);
  look->ink = style->ink;
  look->hatch = FALSE;
  look->dash[0] = 0;
}

static void
step_back (TrellisSheetCell *cell)
{
  const TrlThemeStyle *style = trellis_sheet_get_style ();

  cell->look.fill = style->background;
  cell->look.stroke = trl_colour_mix (style->background, style->ink, 0.18);
  cell->look.ink = trl_colour_mix (style->background, style->ink, 0.6);
}

void
trellis_levels_difference_paint (TrlMeant meant, TrellisSheetCell *cell)
{
  const TrlThemeStyle *style = trellis_sheet_get_style ();

  cell->meant = meant;
  if (meant == TRL_MEANT_UNSAID)
    {
      step_back (cell);
      return;
    }
  cell->painted = TRUE;
  tint (&cell->look,
        meant == TRL_MEANT_ABOVE   ? trl_colour_hex (ABOVE)
        : meant == TRL_MEANT_BELOW ? trl_colour_hex (BELOW)
                                   : style->ink,
        meant == TRL_MEANT_AT ? 0.14 : TINT);
}
