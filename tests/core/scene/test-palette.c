/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scene/trl-colour-science.h"
#include "scene/trl-palette.h"

#include <math.h>

static TrlScale *
make_scale (guint n_levels)
{
  TrlScale *scale = trl_scale_new ("s", "S");

  for (guint i = 0; i < n_levels; i++)
    {
      g_autofree char *id = g_strdup_printf ("l%u", i);

      trl_scale_add (scale, id, id, NULL);
    }
  return scale;
}

static double
step_of (const TrlPalette *palette)
{
  guint    rank;
  TrlSight sight;

  return trl_palette_find_worst (palette, &rank, &sight);
}

static void
check_fills (const TrlPalette *palette, double least)
{
  for (guint rank = 1; rank < palette->n_levels; rank++)
    {
      const TrlLevelStyle *level = &palette->levels[rank];

      g_assert_cmpfloat (trl_colour_contrast (level->fill, level->ink), >=, 4.5);
      if (rank > 1)
        g_assert_cmpfloat (trl_colour_distance (level[-1].fill, level->fill), >=, least);
    }
}

static void
check_lines (const TrlPalette *palette, TrlTheme theme, double least)
{
  const TrlThemeStyle *style = trl_theme_get_style (theme);
  TrlColour            back = style->background;

  for (guint rank = 1; rank < palette->n_levels; rank++)
    {
      const TrlLevelStyle *level = &palette->levels[rank];

      g_assert_cmpfloat (trl_colour_contrast (level->line, back), >=, 3);
      if (rank > 1)
        {
          g_assert_cmpfloat (trl_colour_distance (level[-1].line, level->line), >=,
                             least);
          g_assert_cmpfloat (level->width, >, level[-1].width);
        }
    }
}

static void
test_levels_differ (void)
{
  for (TrlTheme theme = 0; theme < TRL_N_THEMES; theme++)
    for (guint n = 2; n <= 9; n++)
      {
        g_autoptr (TrlScale) scale = make_scale (n);
        TrlPalette palette;

        trl_palette_init (&palette, scale, theme, TRL_PALETTE_OWN);
        g_assert_cmpuint (palette.n_levels, ==, n);
        check_fills (&palette, n <= 6 ? 12 : 5);
        check_lines (&palette, theme, n <= 5 ? 12 : n == 6 ? 10 : 4.5);
      }
}

/* The bands of the rings are painted over each other, deepest last: lines must still
 * stand out from the strongest. */
static void
test_lines_on_tint (void)
{
  g_autoptr (TrlScale) scale = make_scale (5);

  for (TrlTheme theme = 0; theme < TRL_N_THEMES; theme++)
    {
      const TrlThemeStyle *style = trl_theme_get_style (theme);
      TrlColour            back = style->background;
      TrlPalette           palette;

      trl_palette_init (&palette, scale, theme, TRL_PALETTE_OWN);
      for (guint i = 0; i < 4; i++)
        back = trl_colour_mix (back, style->tint, style->tint_share);
      for (guint rank = 1; rank < 5; rank++)
        g_assert_cmpfloat (trl_colour_contrast (palette.levels[rank].line, back), >=,
                           2.8);
    }
}

static void
test_theme_can_be_read (void)
{
  for (TrlTheme theme = 0; theme < TRL_N_THEMES; theme++)
    {
      const TrlThemeStyle *s = trl_theme_get_style (theme);
      TrlTheme             found;

      g_assert_cmpfloat (trl_colour_contrast (s->ink, s->background), >=, 7);
      g_assert_cmpfloat (trl_colour_contrast (s->dim, s->background), >=, 4.5);
      g_assert_cmpfloat (trl_colour_contrast (s->outline, s->background), >=, 7);
      g_assert_cmpfloat (trl_colour_contrast (s->quiet, s->background), >=, 3);
      g_assert_true (trl_theme_find (trl_theme_ids[theme], &found));
      g_assert_cmpint (found, ==, theme);
    }
}

static void
test_own_colours (void)
{
  g_autoptr (TrlScale) scale = make_scale (3);
  TrlLevel  *level = g_ptr_array_index (scale->levels, 2);
  TrlPalette palette;

  level->colour = g_strdup ("#ffee88");
  trl_palette_init (&palette, scale, TRL_THEME_LIGHT, TRL_PALETTE_OWN);
  g_assert_cmpfloat (trl_lab_difference (trl_colour_to_lab (palette.levels[2].fill),
                                         trl_colour_to_lab (trl_colour_hex (0xffee88))),
                     <, 1e-9);
  g_assert_cmpfloat (
    trl_colour_contrast (palette.levels[2].line, trl_colour_hex (0xffffff)), >=, 3);
}

/* Trellis's own colours do not look at what the levels say. */
static void
test_depth_ignores_own_colours (void)
{
  g_autoptr (TrlScale) plain = make_scale (5), own = make_scale (5);
  TrlPalette wanted, found;

  for (guint rank = 1; rank < 5; rank++)
    ((TrlLevel *) g_ptr_array_index (own->levels, rank))->colour = g_strdup ("#00ff00");
  for (TrlPaletteKind kind = TRL_PALETTE_DEPTH; kind < TRL_N_PALETTES; kind++)
    {
      trl_palette_init (&wanted, plain, TRL_THEME_PRINT, kind);
      trl_palette_init (&found, own, TRL_THEME_PRINT, kind);
      for (guint rank = 0; rank < 5; rank++)
        g_assert_cmpmem (&wanted.levels[rank], sizeof wanted.levels[rank],
                         &found.levels[rank], sizeof found.levels[rank]);
    }
  trl_palette_init (&found, own, TRL_THEME_PRINT, TRL_PALETTE_OWN);
  g_assert_cmpfloat (found.levels[3].fill.g, >, 0.99);
  g_assert_cmpfloat (found.levels[3].fill.r, <, 0.01);
}

/* The deeper a level, the further from what the page is printed on. */
static void
check_depth (const TrlPalette *palette, TrlColour back)
{
  /* Not as hollow as none. */
  g_assert_cmpfloat (trl_lab_difference (trl_colour_to_lab (palette->levels[1].fill),
                                         trl_colour_to_lab (back)),
                     >=, 12);
  for (guint rank = 1; rank < palette->n_levels; rank++)
    {
      const TrlLevelStyle *level = &palette->levels[rank];

      g_assert_cmpfloat (trl_colour_contrast (level->fill, level->ink), >=, 4.5);
      g_assert_cmpfloat (trl_colour_contrast (level->line, back), >=, 3);
      if (rank > 1)
        {
          g_assert_cmpfloat (trl_colour_contrast (level->fill, back), >,
                             trl_colour_contrast (level[-1].fill, back));
          g_assert_cmpfloat (trl_colour_contrast (level->line, back), >,
                             trl_colour_contrast (level[-1].line, back));
        }
    }
}

static double
find_line_step (const TrlPalette *palette)
{
  double least = INFINITY;

  for (guint rank = 2; rank < palette->n_levels; rank++)
    least = MIN (least, trl_colour_distance (palette->levels[rank - 1].line,
                                             palette->levels[rank].line));
  return least;
}

/* The smallest steps of fills and lines for up to four engaged levels, in any theme and
 * kind of sight, as they were measured. */
static void
test_ramps (void)
{
  static const double fills[TRL_N_PALETTES] = {
    [TRL_PALETTE_DEPTH] = 12.9,
    [TRL_PALETTE_VIRIDIS] = 17.8,
    [TRL_PALETTE_CIVIDIS] = 20,
    [TRL_PALETTE_GREY] = 17.1,
  };
  static const double lines[TRL_N_PALETTES] = {
    [TRL_PALETTE_DEPTH] = 13.4,
    [TRL_PALETTE_VIRIDIS] = 11.7,
    [TRL_PALETTE_CIVIDIS] = 11.8,
    [TRL_PALETTE_GREY] = 12.8,
  };

  for (TrlPaletteKind kind = TRL_PALETTE_DEPTH; kind < TRL_N_PALETTES; kind++)
    for (TrlTheme theme = 0; theme < TRL_N_THEMES; theme++)
      for (guint n = 2; n <= 9; n++)
        {
          g_autoptr (TrlScale) scale = make_scale (n);
          TrlPalette palette;

          trl_palette_init (&palette, scale, theme, kind);
          g_test_message ("%s, %s, %u engaged: fills %.2f, lines %.2f",
                          trl_palette_ids[kind], trl_theme_ids[theme], n - 1,
                          step_of (&palette), find_line_step (&palette));
          check_depth (&palette, trl_theme_get_style (theme)->background);
          if (n > 5)
            continue;
          g_assert_cmpfloat (step_of (&palette), >=, fills[kind]);
          g_assert_cmpfloat (find_line_step (&palette), >=, lines[kind]);
        }
}

static void
set_colours (TrlScale *scale, const char *third, const char *fourth)
{
  ((TrlLevel *) g_ptr_array_index (scale->levels, 3))->colour = g_strdup (third);
  ((TrlLevel *) g_ptr_array_index (scale->levels, 4))->colour = g_strdup (fourth);
}

/* Colours of one lightness are told apart by most, and by nobody in grey. */
static void
test_worst (void)
{
  g_autoptr (TrlScale) plain = make_scale (5), alike = make_scale (5);
  g_autofree char *good_text = NULL, *good_wanted = NULL;
  g_autofree char *bad_text = NULL, *bad_wanted = NULL;
  TrlPalette       palette;
  TrlSight         sight = TRL_N_SIGHTS;
  guint            rank = 99;
  gboolean         good;

  trl_palette_init (&palette, plain, TRL_THEME_LIGHT, TRL_PALETTE_OWN);
  g_assert_cmpfloat (trl_palette_find_worst (&palette, &rank, &sight), ==,
                     step_of (&palette));
  g_assert_cmpuint (rank, <, 4);
  good_wanted = g_strdup_printf ("Neighbouring levels differ by ΔE %.1f or more.", 14.3);
  good_text = trl_palette_say_step (&palette, plain, &good);
  g_assert_true (good);
  g_assert_cmpstr (good_text, ==, good_wanted);

  set_colours (alike, "#a07020", "#5a8420");
  trl_palette_init (&palette, alike, TRL_THEME_LIGHT, TRL_PALETTE_OWN);
  g_assert_cmpfloat (trl_palette_find_worst (&palette, &rank, &sight), <, 12);
  g_assert_cmpuint (rank, ==, 3);
  for (TrlSight other = 0; other < TRL_N_SIGHTS; other++)
    g_assert_cmpfloat (
      trl_lab_difference (
        trl_colour_to_lab (trl_colour_simulate (palette.levels[3].fill, other)),
        trl_colour_to_lab (trl_colour_simulate (palette.levels[4].fill, other))),
      >=, step_of (&palette));
  g_assert_cmpint (sight, ==, TRL_SIGHT_GREY);
  bad_text = trl_palette_say_step (&palette, alike, &good);
  g_assert_false (good);
  bad_wanted = g_strdup_printf (
    "l3 and l4 look alike to some readers (in grey): ΔE %.1f, where 12 is easily told "
    "apart.",
    0.4);
  g_assert_cmpstr (bad_text, ==, bad_wanted);
}

/* With one level there is nothing to say, and more than nine are not all told apart. */
static void
test_few_and_many (void)
{
  g_autoptr (TrlScale) one = make_scale (2), many = make_scale (10);
  g_autofree char *none = NULL, *text = NULL;
  TrlPalette       palette;
  gboolean         good;

  trl_palette_init (&palette, one, TRL_THEME_LIGHT, TRL_PALETTE_OWN);
  none = trl_palette_say_step (&palette, one, &good);
  g_assert_null (none);
  g_assert_true (good);
  trl_palette_init (&palette, many, TRL_THEME_LIGHT, TRL_PALETTE_OWN);
  text = trl_palette_say_step (&palette, many, &good);
  g_assert_false (good);
  g_assert_true (g_str_has_prefix (text, "l8 and l9 look alike to some readers ("));
}

static void
test_names (void)
{
  for (guint i = 0; i < TRL_N_PALETTES; i++)
    g_assert_true (trl_palette_ids[i] && trl_palette_labels[i]);
  for (guint i = 0; i < TRL_N_THEMES; i++)
    g_assert_true (trl_theme_ids[i] && trl_theme_labels[i]);
  g_assert_null (trl_palette_ids[TRL_N_PALETTES]);
  g_assert_null (trl_palette_labels[TRL_N_PALETTES]);
  g_assert_null (trl_theme_ids[TRL_N_THEMES]);
  g_assert_null (trl_theme_labels[TRL_N_THEMES]);
}

/* Whatever colour a level is given, what is written on it can be read. */
static void
test_ink_on_anything (void)
{
  for (guint32 v = 0; v <= 0xffffff; v += 0x010305)
    {
      TrlColour fill = trl_colour_hex (v);

      g_assert_cmpfloat (trl_colour_contrast (fill, trl_palette_get_ink (fill)), >=, 4.5);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/palette/neighbours-differ-in-eight-sights",
                   test_levels_differ);
  g_test_add_func ("/scene/palette/lines-stand-out-on-tint", test_lines_on_tint);
  g_test_add_func ("/scene/palette/themes-can-be-read", test_theme_can_be_read);
  g_test_add_func ("/scene/palette/own-colours-are-kept", test_own_colours);
  g_test_add_func ("/scene/palette/ink-can-be-read-on-anything", test_ink_on_anything);
  g_test_add_func ("/scene/palette/depth-ignores-own-colours",
                   test_depth_ignores_own_colours);
  g_test_add_func ("/scene/palette/deeper-is-further-from-the-page", test_ramps);
  g_test_add_func ("/scene/palette/worst-neighbours-are-named", test_worst);
  g_test_add_func ("/scene/palette/few-and-many-levels", test_few_and_many);
  g_test_add_func ("/scene/palette/all-have-names", test_names);
  return g_test_run ();
}
