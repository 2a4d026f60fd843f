/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Depth reads as contrast with the background: the deeper, the further from it, in every
 * theme.  The constants were found by search under the bounds that test-palette proves:
 * neighbours CIEDE2000 12 apart under eight kinds of sight, lines 3:1, labels 4.5:1. */
#include "config.h"

#include "scene/trl-palette.h"

#include "scene/trl-sight.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define N_FILLS 5
#define N_LINES 4

#define RGB(hex)                                                                         \
  {                                                                                      \
    ((hex) >> 16 & 0xff) / 255.0, ((hex) >> 8 & 0xff) / 255.0, ((hex) &0xff) / 255.0, 1  \
  }

const char *const trl_theme_ids[TRL_N_THEMES + 1] = {
  [TRL_THEME_LIGHT] = "light",
  [TRL_THEME_DARK] = "dark",
  [TRL_THEME_PRINT] = "print",
};
const char *const trl_theme_labels[TRL_N_THEMES + 1] = {
  [TRL_THEME_LIGHT] = N_ ("Light"),
  [TRL_THEME_DARK] = N_ ("Dark"),
  [TRL_THEME_PRINT] = N_ ("Print"),
};

static const TrlThemeStyle styles[TRL_N_THEMES] = {
  [TRL_THEME_LIGHT] = { RGB (0xffffff), RGB (0x1b1b22), RGB (0x5e5c64), RGB (0x1b1b22),
                        RGB (0x6b6b73), RGB (0xd3d1d8), RGB (0xa9a7b0), RGB (0x4a4066),
                        0.013, RGB (0xffffff) },
  [TRL_THEME_DARK] = { RGB (0x1e1e1e), RGB (0xf6f5f4), RGB (0xb5b2ae), RGB (0xdeddda),
                       RGB (0x9a9996), RGB (0x4a4a4e), RGB (0x77767b), RGB (0x000000),
                       0.09, RGB (0x1e1e1e) },
  [TRL_THEME_PRINT] = { RGB (0xffffff), RGB (0x000000), RGB (0x3d3d3d), RGB (0x000000),
                        RGB (0x4a4a4a), RGB (0xb4b4b4), RGB (0x8a8a8a), RGB (0x000000), 0,
                        RGB (0xffffff) },
};

/* Shallow to deep. */
static const guint32 fills[TRL_N_THEMES][N_FILLS] = {
  [TRL_THEME_LIGHT] = { 0xf9d16b, 0xd98d5c, 0xbd5463, 0x723b70, 0x1c1148 },
  [TRL_THEME_DARK] = { 0x5a4301, 0xac5741, 0xdd6f83, 0xefa5d5, 0xf4f3f8 },
  [TRL_THEME_PRINT] = { 0xf9d16b, 0xd98d5c, 0xbd5463, 0x723b70, 0x1c1148 },
};
/* Four lines reach 12, five cannot: what is left between 3:1 and black is too short. */
static const guint32 lines[TRL_N_THEMES][N_LINES] = {
  [TRL_THEME_LIGHT] = { 0xb5830c, 0xa45229, 0x6a256e, 0x0f0337 },
  [TRL_THEME_DARK] = { 0x86641c, 0xb88056, 0xf79dd0, 0xf9f5fd },
  [TRL_THEME_PRINT] = { 0xb5830c, 0xa45229, 0x6a256e, 0x0f0337 },
};
static const guint32 five_lines[TRL_N_THEMES][N_LINES + 1] = {
  [TRL_THEME_LIGHT] = { 0xb78202, 0xa85d26, 0x9c272f, 0x491477, 0x0f0338 },
  [TRL_THEME_DARK] = { 0x8a6405, 0xb17749, 0xea8596, 0xf9b2ee, 0xfaf5fe },
  [TRL_THEME_PRINT] = { 0xb78202, 0xa85d26, 0x9c272f, 0x491477, 0x0f0338 },
};

#define N_RAMP 10

/* Dark to light; ten steps of the ramps of matplotlib (Smith & van der Walt 2015, CC0)
 * and of Nuñez, Anderton & Renslow 2018, doi:10.1371/journal.pone.0199239. */
static const guint32 ramps[TRL_N_PALETTES][N_RAMP] = {
  [TRL_PALETTE_VIRIDIS] = { 0x440154, 0x482878, 0x3e4a89, 0x31688e, 0x26828e, 0x1f9e89,
                            0x35b779, 0x6dcd59, 0xb4de2c, 0xfde725 },
  [TRL_PALETTE_CIVIDIS] = { 0x00204d, 0x00336f, 0x39486b, 0x575c6d, 0x707173, 0x8a8779,
                            0xa69d75, 0xc4b56c, 0xe4cf5b, 0xffea46 },
  [TRL_PALETTE_GREY] = { 0x111111, 0x2b2b2b, 0x464646, 0x606060, 0x7a7a7a, 0x949494,
                         0xacacac, 0xc4c4c4, 0xd9d9d9, 0xebebeb },
};

const char *const trl_palette_ids[TRL_N_PALETTES + 1] = {
  [TRL_PALETTE_OWN] = "own",         [TRL_PALETTE_DEPTH] = "depth",
  [TRL_PALETTE_VIRIDIS] = "viridis", [TRL_PALETTE_CIVIDIS] = "cividis",
  [TRL_PALETTE_GREY] = "grey",
};
const char *const trl_palette_labels[TRL_N_PALETTES + 1] = {
  [TRL_PALETTE_OWN] = N_ ("As in the Document"),
  [TRL_PALETTE_DEPTH] = N_ ("Trellis"),
  [TRL_PALETTE_VIRIDIS] = N_ ("Viridis"),
  [TRL_PALETTE_CIVIDIS] = N_ ("Cividis"),
  [TRL_PALETTE_GREY] = N_ ("Grey"),
};

/* Which of the five fills a scale of 1 … 5 engaged levels takes. */
static const guint8 picks[N_FILLS][N_FILLS] = {
  { 3 }, { 1, 4 }, { 0, 2, 4 }, { 0, 1, 3, 4 }, { 0, 1, 2, 3, 4 },
};

#define LEAST_CONTRAST 3.05 /* of lines; a little more than is asked for */
#define LEAST_FILL 12       /* CIEDE2000 from the background */
#define FILL_CONTRAST 1.7   /* of a fill that is nearer */
#define THINNEST 1.0
#define WIDEST 4.6

const TrlThemeStyle *
trl_theme_get_style (TrlTheme theme)
{
  g_return_val_if_fail (theme < TRL_N_THEMES, &styles[0]);
  return &styles[theme];
}

gboolean
trl_theme_find (const char *id, TrlTheme *theme)
{
  for (guint i = 0; i < TRL_N_THEMES; i++)
    if (g_strcmp0 (trl_theme_ids[i], id) == 0)
      {
        *theme = (TrlTheme) i;
        return TRUE;
      }
  return FALSE;
}

TrlColour
trl_palette_get_ink (TrlColour fill)
{
  static const guint32 inks[] = { 0x1b1b22, 0xffffff, 0x000000 };
  TrlColour            best = trl_colour_hex (inks[0]);

  for (guint i = 0; i < G_N_ELEMENTS (inks); i++)
    {
      TrlColour ink = trl_colour_hex (inks[i]);

      if (trl_colour_contrast (ink, fill) >= 4.5)
        return ink;
      if (trl_colour_contrast (ink, fill) > trl_colour_contrast (best, fill))
        best = ink;
    }
  return best;
}

/* The lightness at a share of the way between two, in steps of equal CIEDE2000 as grey:
 * what is left of colour on a photocopy is what tells neighbours apart. */
static double
lightness_at (double first, double last, double share)
{
  enum
  {
    STEPS = 200
  };
  double way[STEPS + 1] = { 0 };
  guint  i;

  for (i = 1; i <= STEPS; i++)
    way[i] = way[i - 1] + trl_lab_difference (
                            (TrlLab){ first + (last - first) * (i - 1) / STEPS, 0, 0 },
                            (TrlLab){ first + (last - first) * i / STEPS, 0, 0 });
  for (i = 0; i < STEPS && way[i + 1] < share * way[STEPS];)
    i++;
  return first + (last - first) * i / STEPS;
}

/* A place on the path through the steps, straight between them in CIELAB; @share counts
 * lightness, from @first on. */
static TrlColour
along_from (const guint32 *steps, guint n, double first, double share)
{
  double last = trl_colour_to_lab (trl_colour_hex (steps[n - 1])).l;
  double wanted = lightness_at (first, last, share);
  guint  i = 0;
  TrlLab a, b;

  while (i + 2 < n &&
         (trl_colour_to_lab (trl_colour_hex (steps[i + 1])).l - wanted) * (last - first) <
           0)
    i++;
  a = trl_colour_to_lab (trl_colour_hex (steps[i]));
  b = trl_colour_to_lab (trl_colour_hex (steps[i + 1]));
  share = (wanted - a.l) / (b.l - a.l);
  return trl_colour_from_lab (
    (TrlLab){ wanted, a.a + (b.a - a.a) * share, a.b + (b.b - a.b) * share });
}

static TrlColour
along (const guint32 *steps, guint n, double share)
{
  return along_from (steps, n, trl_colour_to_lab (trl_colour_hex (steps[0])).l, share);
}

static double
place_of (guint engaged, guint i)
{
  static const double few[][3] = { { 2.0 / 3 }, { 1.0 / 3, 1 } };

  return engaged <= 2 ? few[engaged - 1][i] : i / (engaged - 1.0);
}

static TrlColour
level_fill (TrlTheme theme, guint engaged, guint i)
{
  if (engaged <= N_FILLS)
    return trl_colour_hex (fills[theme][picks[engaged - 1][i]]);
  return along (fills[theme], N_FILLS, i / (engaged - 1.0));
}

static TrlColour
level_line (TrlTheme theme, guint engaged, guint i)
{
  if (engaged == N_LINES)
    return trl_colour_hex (lines[theme][i]);
  if (engaged > N_LINES)
    return along (five_lines[theme], N_LINES + 1, place_of (engaged, i));
  return along (lines[theme], N_LINES, place_of (engaged, i));
}

/* The lightness at which fills begin: a level is never as hollow as none. */
static double
find_first_fill (TrlColour step, TrlColour back)
{
  TrlLab own = trl_colour_to_lab (step);

  if (trl_lab_difference (own, trl_colour_to_lab (back)) >= LEAST_FILL)
    return own.l;
  return trl_colour_to_lab (trl_colour_reach_contrast (step, back, FILL_CONTRAST)).l;
}

/* Shallow to deep is away from the background, whichever end of the ramp that is.  Lines
 * begin where they can be seen, so that no two of them are moved onto each other. */
static void
style_by_ramp (
  TrlLevelStyle *style, TrlTheme theme, TrlPaletteKind kind, guint engaged, guint i)
{
  TrlColour back = styles[theme].background, first;
  guint32   steps[N_RAMP];
  double    place = place_of (engaged, i);

  for (guint k = 0; k < N_RAMP; k++)
    steps[k] = ramps[kind][theme == TRL_THEME_DARK ? k : N_RAMP - 1 - k];
  first = trl_colour_reach_contrast (trl_colour_hex (steps[0]), back, LEAST_CONTRAST);
  style->fill =
    along_from (steps, N_RAMP, find_first_fill (trl_colour_hex (steps[0]), back), place);
  style->line = along_from (steps, N_RAMP, trl_colour_to_lab (first).l, place);
  style->line = trl_colour_reach_contrast (style->line, back, LEAST_CONTRAST);
}

static void
style_level (TrlLevelStyle *style,
             const char    *own,
             TrlTheme       theme,
             TrlPaletteKind kind,
             guint          engaged,
             guint          i)
{
  style->fill = level_fill (theme, engaged, i);
  style->line = level_line (theme, engaged, i);
  if (kind > TRL_PALETTE_DEPTH)
    style_by_ramp (style, theme, kind, engaged, i);
  else if (kind == TRL_PALETTE_OWN && trl_colour_parse (own, &style->fill))
    style->line =
      trl_colour_reach_contrast (style->fill, styles[theme].background, LEAST_CONTRAST);
  style->ink = trl_palette_get_ink (style->fill);
  style->width = THINNEST * pow (WIDEST / THINNEST, place_of (engaged, i));
}

void
trl_palette_init (TrlPalette     *palette,
                  const TrlScale *scale,
                  TrlTheme        theme,
                  TrlPaletteKind  kind)
{
  guint n = trl_scale_get_n_levels (scale);

  g_return_if_fail (theme < TRL_N_THEMES && kind < TRL_N_PALETTES);
  palette->n_levels = CLAMP (n, 1, G_N_ELEMENTS (palette->levels));
  palette->levels[0] = (TrlLevelStyle){ styles[theme].background, styles[theme].dim,
                                        styles[theme].quiet, 0.75 };
  for (guint rank = 1; rank < palette->n_levels; rank++)
    style_level (&palette->levels[rank], trl_scale_get_level (scale, rank)->colour, theme,
                 kind, palette->n_levels - 1, rank - 1);
}

double
trl_palette_find_worst (const TrlPalette *palette, guint *rank, TrlSight *sight)
{
  double least = INFINITY;

  for (guint i = 1; i + 1 < palette->n_levels; i++)
    {
      TrlSight seen;
      double   step = trl_colour_find_worst (palette->levels[i].fill,
                                             palette->levels[i + 1].fill, &seen);

      if (step >= least)
        continue;
      least = step;
      *rank = i;
      *sight = seen;
    }
  return least;
}

/* A number is cut and not rounded: what is said to be the least is. */
static double
cut (double step)
{
  return floor (step * 10) / 10;
}

char *
trl_palette_say_step (const TrlPalette *palette, const TrlScale *scale, gboolean *good)
{
  guint    rank = palette->n_levels - 1;
  TrlSight sight = TRL_SIGHT_NORMAL;
  double   step = 0;

  /* Levels beyond those of a palette look like its last. */
  if (trl_scale_get_n_levels (scale) <= palette->n_levels)
    step = trl_palette_find_worst (palette, &rank, &sight);
  *good = step >= TRL_PALETTE_GOOD_STEP;
  if (isinf (step))
    return NULL;
  if (*good)
    return g_strdup_printf (
      /* Translators: ΔE is a measure of how different two colours look */
      _ ("Neighbouring levels differ by ΔE %.1f or more."), cut (step));
  return g_strdup_printf (
    /* Translators: two levels, a kind of sight as in “without red”, and measures of how
     * different two colours look */
    _ ("%s and %s look alike to some readers (%s): ΔE %.1f, where %.0f is easily told "
       "apart."),
    trl_scale_get_level (scale, rank)->name, trl_scale_get_level (scale, rank + 1)->name,
    trl_sight_get_words (sight), cut (step), TRL_PALETTE_GOOD_STEP);
}
