/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Letters have the size that they are printed in; what gives way is the picture.  Its
 * scale is searched until picture and letters together just fit the room that is left. */
#include "config.h"

#include "figure/trl-page.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define SHORTEST (20 * TRL_POINTS_PER_MM) /* no legend fits on less */

#define SMALLEST 0.02
#define MAX_TRIES 10
#define TALLEST 1.15     /* height of a picture in widths, when the content decides */
#define WIDE 1.35        /* from that ratio on the legend stands beside the picture */
#define WIDEST_SIDE 0.35 /* its share of the width at most */

static const TrlPagePreset presets[] = {
  { "column", N_ ("One column (85 mm)"), 85, 0 },
  { "wide-column", N_ ("One and a half columns (120 mm)"), 120, 0 },
  { "page", N_ ("Two columns (180 mm)"), 180, 0 },
  { "slide", N_ ("Slide (16:9)"), 338.7, 190.5 },
  { "slide-4-3", N_ ("Slide (4:3)"), 254, 190.5 },
  { "a4", N_ ("A4 page"), 210, 297 },
  { "letter", N_ ("Letter page"), 215.9, 279.4 },
  { "poster", N_ ("Poster (A1)"), 594, 841 },
  { "social", N_ ("Social card (1200 × 630 pixels at 96 dpi)"), 317.5, 166.6875 },
};

typedef struct
{
  const char *name;
  double      points;
} Unit;

static const Unit units[] = {
  { "mm", TRL_POINTS_PER_MM },
  { "cm", 10 * TRL_POINTS_PER_MM },
  { "in", 72 },
  { "pt", 1 },
  { "", TRL_POINTS_PER_MM },
};

const TrlPagePreset *
trl_page_presets (guint *n)
{
  *n = G_N_ELEMENTS (presets);
  return presets;
}

gboolean
trl_page_parse_length (const char *text, double *length)
{
  char  *end;
  double number = g_ascii_strtod (text, &end);

  if (end == text || !isfinite (number))
    return FALSE;
  while (*end == ' ')
    end++;
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_ascii_strcasecmp (end, units[i].name) == 0)
      {
        number *= units[i].points;
        if (number < SHORTEST || number > 14400)
          return FALSE;
        *length = number;
        return TRUE;
      }
  return FALSE;
}

double
trl_page_get_text_size (double width)
{
  /* What is wider than a slide is read from farther off. */
  return MAX (CLAMP (width / 62, 6.5, 12), width / 80);
}

/* A scene that fits, with where it is. */
typedef struct
{
  TrlScene *scene;
  TrlRect   bounds;
  double    scale;
} Fit;

static void
take_scene (Fit *fit, TrlScene *scene)
{
  g_clear_pointer (&fit->scene, trl_scene_unref);
  fit->scene = scene;
  if (!trl_scene_get_bounds (scene, &fit->bounds))
    fit->bounds = (TrlRect){ 0, 0, 1, 1 };
}

static void
try_scale (const TrlPage *page, double scale, Fit *fit)
{
  fit->scale = scale;
  take_scene (fit, (page->sketch ? page->sketch : page->picture) (page->data, scale));
}

/* How much of the room is used, of the scarcer of width and height. */
static double
use_of (const Fit *fit, double width, double height)
{
  return MAX (fit->bounds.width / width, fit->bounds.height / height);
}

static void
take (Fit *to, Fit *from)
{
  g_clear_pointer (&to->scene, trl_scene_unref);
  *to = *from;
  from->scene = NULL;
}

/* Between a scale that fits and one that does not, the use grows about in a line. */
static double
next_scale (const Fit *low, double low_use, double high, double high_use)
{
  double share = (0.995 - low_use) / MAX (1e-9, high_use - low_use);

  return low->scale + (high - low->scale) * CLAMP (share, 0.08, 0.92);
}

static gboolean
fit_picture (const TrlPage *page,
             double         width,
             double         height,
             Fit           *best,
             GCancellable  *cancellable,
             GError       **error)
{
  Fit    fit = { 0 };
  double high = page->largest, high_use = 0, low_use = 0;

  try_scale (page, high, best);
  high_use = use_of (best, width, height);
  if (high_use <= 1)
    return !g_cancellable_set_error_if_cancelled (cancellable, error);
  try_scale (page, SMALLEST, best);
  low_use = use_of (best, width, height);
  for (guint i = 1; i < MAX_TRIES && high / best->scale > 1.005; i++)
    {
      double scale = next_scale (best, low_use, high, high_use), use;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        break;
      try_scale (page, scale, &fit);
      use = use_of (&fit, width, height);
      if (use <= 1)
        {
          take (best, &fit);
          low_use = use;
          if (use > 0.985)
            break;
        }
      else
        {
          high = scale;
          high_use = use;
        }
    }
  g_clear_pointer (&fit.scene, trl_scene_unref);
  return !g_cancellable_is_cancelled (cancellable);
}

/* A sketch that fits gives way to the picture at its scale. */
static void
finish_picture (const TrlPage *page, Fit *fit)
{
  if (page->sketch)
    take_scene (fit, page->picture (page->data, fit->scale));
}

/* A block of text of the page; @y goes below it. */
static void
put_block (TrlScene   *scene,
           const char *text,
           double      size,
           gboolean    bold,
           TrlColour   colour,
           double      x,
           double      width,
           double     *y,
           double      space)
{
  TrlTextSpec spec = {
    .string = text, .size = size, .bold = bold, .width = width, .line_height = 1.3
  };
  double height;

  if (!text || !*text)
    return;
  trl_scene_measure (&spec, NULL, &height);
  if (scene)
    trl_scene_add_text (scene, (TrlOwner){ TRL_OWNER_PAGE, 0 }, x, *y, &spec, colour);
  *y += height + space;
}

static double
put_header (const TrlPage *page, TrlScene *scene, double x, double y, double width)
{
  const TrlThemeStyle *style = trl_theme_get_style (page->theme);
  double               top = y;

  put_block (scene, page->title, page->text_size * 1.5, TRUE, style->ink, x, width, &y,
             page->text_size * 0.15);
  put_block (scene, page->subtitle, page->text_size, FALSE, style->dim, x, width, &y, 0);
  return y > top ? y - top + page->text_size * 0.8 : 0;
}

static double
small_size (const TrlPage *page)
{
  return MAX (6, page->text_size * 0.86);
}

static double
put_footer (const TrlPage *page, TrlScene *scene, double x, double y, double width)
{
  const TrlThemeStyle *style = trl_theme_get_style (page->theme);
  double               top = y, size = small_size (page);

  put_block (scene, page->caption, size, FALSE, style->ink, x, width, &y, size * 0.25);
  put_block (scene, page->source, MAX (6, size * 0.93), FALSE, style->dim, x, width, &y,
             0);
  return y - top;
}

static double
legend_size (const TrlPage *page)
{
  return MAX (6, page->text_size * 0.92);
}

static double
put_legend (const TrlPage *page,
            TrlScene      *scene,
            double         scale,
            double         x,
            double         y,
            double         width,
            guint          columns)
{
  g_autoptr (TrlLegend) legend = page->legend ? page->legend (page->data, scale) : NULL;

  if (!legend || trl_legend_get_n_entries (legend) == 0)
    return 0;
  return trl_legend_add_to_scene (legend, scene, x, y, width, columns,
                                  legend_size (page));
}

typedef struct
{
  double   margin, width; /* of the content */
  double   header, footer, legend, legend_width;
  double   gap;
  gboolean beside; /* the legend stands right of the picture */
  double   picture_width, picture_height;
} Plan;

/* The legend hardly depends on the scale; it is measured at full size. */
static void
plan_legend (const TrlPage *page, Plan *plan)
{
  g_autoptr (TrlLegend) legend =
    page->legend ? page->legend (page->data, page->largest) : NULL;
  g_autoptr (TrlScene) scrap = trl_scene_new ();

  plan->legend_width = plan->beside ? 0 : plan->width;
  if (!legend || trl_legend_get_n_entries (legend) == 0)
    return;
  if (plan->beside)
    plan->legend_width =
      MIN (plan->width * WIDEST_SIDE, trl_legend_get_width (legend, legend_size (page)));
  plan->legend = trl_legend_add_to_scene (legend, scrap, 0, 0, plan->legend_width,
                                          plan->beside ? 1 : 0, legend_size (page));
}

static void
make_plan (const TrlPage *page, Plan *plan)
{
  plan->margin = CLAMP (page->width * 0.022, 4, 30);
  plan->width = page->width - 2 * plan->margin;
  plan->gap = page->text_size * 0.9;
  plan->beside = page->height > 0 && page->width / page->height > WIDE;
  plan->header = put_header (page, NULL, 0, 0, plan->width);
  plan->footer = put_footer (page, NULL, 0, 0, plan->width);
  plan_legend (page, plan);
  plan->picture_width = plan->width;
  plan->picture_height = plan->width * (page->tallest > 0 ? page->tallest : TALLEST);
  if (plan->beside)
    plan->picture_width -= plan->legend_width + plan->gap * 2;
  if (page->height > 0)
    plan->picture_height = page->height - 2 * plan->margin - plan->header - plan->footer -
                           (plan->footer > 0 ? plan->gap : 0);
  if (page->height > 0 && !plan->beside && plan->legend > 0)
    plan->picture_height -= plan->legend + plan->gap;
  plan->picture_height = MAX (plan->picture_height, 20);
}

/* Puts the picture into its room; one that does not fit at any scale is shrunk with its
 * letters. */
static void
put_picture (
  TrlScene *scene, const Fit *fit, double x, double y, double width, double height)
{
  double shrink = MIN (1, 1 / use_of (fit, width, height));

  trl_scene_append (
    scene, fit->scene,
    x + (width - fit->bounds.width * shrink) / 2 - fit->bounds.x * shrink,
    y + (height - fit->bounds.height * shrink) / 2 - fit->bounds.y * shrink, shrink);
}

static TrlScene *
assemble (const TrlPage *page, const Plan *plan, const Fit *fit)
{
  TrlScene *scene = trl_scene_new ();
  double    y = plan->margin, bottom, room = plan->picture_height;
  double    legend_x = page->width - plan->margin - plan->legend_width;

  y += put_header (page, scene, plan->margin, y, plan->width);
  if (page->height <= 0)
    room = MIN (room, fit->bounds.height);
  put_picture (scene, fit, plan->margin, y, plan->picture_width, room);
  if (plan->beside)
    put_legend (page, scene, fit->scale, legend_x, y + MAX (0, room - plan->legend) / 2,
                plan->legend_width, 1);
  y += room;
  if (!plan->beside && plan->legend > 0)
    {
      y += plan->gap;
      y += put_legend (page, scene, fit->scale, legend_x, y, plan->legend_width, 0);
    }
  if (plan->footer > 0)
    y += plan->gap;
  bottom = page->height - plan->margin - plan->footer;
  if (page->height > 0)
    y = bottom;
  y += put_footer (page, scene, plan->margin, y, plan->width);
  trl_scene_set_page (scene, trl_theme_get_style (page->theme)->background, page->width,
                      page->height > 0 ? page->height : y + plan->margin);
  trl_scene_freeze (scene);
  return scene;
}

void
trl_page_get_room (const TrlPage *page, double *width, double *height)
{
  Plan plan = { 0 };

  make_plan (page, &plan);
  *width = plan.picture_width;
  *height = plan.picture_height;
}

TrlScene *
trl_page_compose (const TrlPage *page, GCancellable *cancellable, GError **error)
{
  Plan      plan = { 0 };
  Fit       fit = { 0 };
  TrlScene *scene = NULL;

  make_plan (page, &plan);
  if (fit_picture (page, plan.picture_width, plan.picture_height, &fit, cancellable,
                   error))
    {
      finish_picture (page, &fit);
      scene = assemble (page, &plan, &fit);
    }
  g_clear_pointer (&fit.scene, trl_scene_unref);
  return scene;
}
