/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One table for what all figures have in common; windows, `--set` and files walk it as
 * they walk a figure's own. */
#include "config.h"

#include "figure/trl-figure-options.h"

#include <glib/gi18n-lib.h>

static const char *const legend_ids[] = {
  "auto", "above", "below", "beside", "none", NULL
};
static const char *const legend_labels[] = { N_ ("Automatic"), N_ ("Above"), N_ ("Below"),
                                             N_ ("Beside"),    N_ ("None"),  NULL };

static const TrlOption page_options[] = {
  { "network", N_ ("Networks (ids or names, one a line)"), TRL_OPTION_TEXT, "" },
  { "wave", N_ ("Wave"), TRL_OPTION_TEXT, "" },
  { "layout", N_ ("Layout"), TRL_OPTION_TEXT, "" },
  { "roll-up", N_ ("Partner Types in Place of Partners"), TRL_OPTION_FLAG, "no" },
  { "width", N_ ("Width (a length, or a preset)"), TRL_OPTION_TEXT, "page" },
  { "height", N_ ("Height"), TRL_OPTION_TEXT, "" },
  { "margin", N_ ("Margin (mm, 0: Automatic)"), TRL_OPTION_NUMBER, "0", 0, 100 },
  { "dpi", N_ ("Pixels per Inch"), TRL_OPTION_NUMBER, "300", 1, 10000 },
  { "theme", N_ ("Theme"), TRL_OPTION_CHOICE, "print", 0, 0, trl_theme_ids,
    trl_theme_labels },
  { "palette", N_ ("Palette"), TRL_OPTION_CHOICE, "own", 0, 0, trl_palette_ids,
    trl_palette_labels },
  { "font", N_ ("Font"), TRL_OPTION_TEXT, "" },
  { "text-size", N_ ("Size of Names (pt, 0: Automatic)"), TRL_OPTION_NUMBER, "0", 0, 72 },
  { "outlines", N_ ("Letters as Shapes in SVG"), TRL_OPTION_FLAG, "no" },
  { "legend", N_ ("Legend"), TRL_OPTION_CHOICE, "auto", 0, 0, legend_ids, legend_labels },
  { "legend-columns", N_ ("Legend Columns (0: Automatic)"), TRL_OPTION_INTEGER, "0", 0,
    12 },
  { "legend-all", N_ ("All Levels, Even if Not in Use"), TRL_OPTION_FLAG, "no" },
  { "legend-entries", N_ ("Entries of the Legend"), TRL_OPTION_TEXT, "" },
  { "title", N_ ("Title"), TRL_OPTION_TEXT, "{title}" },
  { "subtitle", N_ ("Subtitle"), TRL_OPTION_TEXT, "{subtitle}" },
  { "caption", N_ ("Caption"), TRL_OPTION_TEXT, "{caption}" },
  { "source", N_ ("Source"), TRL_OPTION_TEXT, "{source}" },
  { "note", N_ ("Note"), TRL_OPTION_TEXT, "" },
  { "alt", N_ ("Alternative Text"), TRL_OPTION_TEXT, "{alt}" },
  { "author", N_ ("Author"), TRL_OPTION_TEXT, "" },
  { "keywords", N_ ("Keywords"), TRL_OPTION_TEXT, "" },
};

const TrlOption *
trl_figure_page_options (guint *n)
{
  *n = G_N_ELEMENTS (page_options);
  return page_options;
}

TrlOptions *
trl_figure_all_options (const TrlFigure *figure)
{
  return trl_options_new_joined (page_options, G_N_ELEMENTS (page_options),
                                 figure->options, figure->n_options);
}
