/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Letters have the size that they are printed in; what gives way is the picture.  Its
 * scale is searched until picture and letters together just fit the room that is left. */
#include "config.h"

#include "figure/trl-page.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define SHORTEST (20 * TRL_POINTS_PER_MM) /* no legend fits on less */

#define SMALLEST 0.02
#define MAX_TRIES 10
#define NEARLY_FULL 0.993 /* of the room: what is aimed at … */
#define FULL_ENOUGH 0.985 /* … and what is taken */
#define NARROW 0.8        /* of the width: the height is what lacks */
#define MOST_LETTERS 0.6  /* of the height of a picture */
#define TALLEST 1.15      /* height of a picture in widths, when the content decides */
#define WIDE 1.35         /* from that ratio on the legend stands beside the picture */
#define CLEARLY 1.05      /* a picture as much larger is worth the legend's other side */
#define WIDEST_SIDE 0.35  /* its share of the width at most */

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
  { "px", 0.75 },
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

gboolean
trl_page_parse_size (const char *text, double *width, double *height)
{
  for (guint i = 0; i < G_N_ELEMENTS (presets); i++)
    if (g_str_equal (presets[i].id, text))
      {
        *width = presets[i].width * TRL_POINTS_PER_MM;
        *height = presets[i].height * TRL_POINTS_PER_MM;
        return TRUE;
      }
  return trl_page_parse_length (text, width);
}

void
trl_page_words_clear (TrlPageWords *words)
{
  g_clear_pointer (&words->title, g_free);
  g_clear_pointer (&words->subtitle, g_free);
  g_clear_pointer (&words->caption, g_free);
  g_clear_pointer (&words->source, g_free);
  g_clear_pointer (&words->note, g_free);
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

static void
try_picture (const TrlPage *page, double scale, Fit *fit)
{
  fit->scale = scale;
  take_scene (fit, page->picture (page->data, scale));
}

/* Where even the bare places fill the room. */
static double
find_highest (const TrlPage *page, double width, double height)
{
  double x, y;

  if (!page->bare || !page->bare (page->data, &x, &y))
    return page->largest;
  return CLAMP (MIN (width / MAX (x, 1), height / MAX (y, 1)), SMALLEST, page->largest);
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

/* A scale that was tried, with how much of the room it used. */
typedef struct
{
  double scale, use;
} Try;

/* Discs grow with the scale and letters stay, so use grows about in a line.  Returns
 * where it is nearly full by the line through two tries. */
static double
nearly_full (const Try *a, const Try *b)
{
  double slope = (b->use - a->use) / (b->scale - a->scale);

  return slope > 0 ? a->scale + (NEARLY_FULL - a->use) / slope : 0;
}

/* Between one that fits and one that does not: by the line through them or, where that
 * does not lead there soon, nearer to the middle. */
static double
between (const Try *fits, const Try *over, guint i)
{
  double gap = over->scale - fits->scale;
  double margin = i < 5 ? MIN (0.08 * gap, 0.01 * fits->scale) : 0.25 * gap;

  return CLAMP (nearly_full (fits, over), fits->scale + margin, over->scale - margin);
}

/* Below @over while nothing fits yet; @before was tried before it, if anything was. */
static double
below (const Try *before, const Try *over)
{
  double guess = over->scale * NEARLY_FULL / over->use;

  if (before->scale > over->scale)
    guess = MIN (MAX (nearly_full (over, before), 0.5 * over->scale), 0.98 * over->scale);
  return MAX (SMALLEST, guess);
}

/* Leaves in @best the largest picture that fits, or the smallest there is.  Where bare
 * places say how large it can be, the second try is nearly always right, and is the
 * picture itself at once. */
static gboolean
fit_picture (const TrlPage *page,
             double         width,
             double         height,
             Fit           *best,
             GCancellable  *cancellable,
             GError       **error)
{
  Fit      fit = { 0 };
  Try      fits = { 0 }, over = { find_highest (page, width, height) }, before = { 0 };
  gboolean sure = over.scale < page->largest;

  try_scale (page, over.scale, best);
  over.use = use_of (best, width, height);
  if (over.use <= 1 && sure)
    {
      sure = FALSE;
      over.scale = page->largest;
      try_scale (page, over.scale, best);
      over.use = use_of (best, width, height);
    }
  for (guint i = 1; i < MAX_TRIES && over.use > 1; i++)
    {
      Try now = { fits.scale > 0 ? between (&fits, &over, i) : below (&before, &over) };

      if (g_cancellable_is_cancelled (cancellable))
        break;
      (sure && i == 1 ? try_picture : try_scale) (page, now.scale, &fit);
      now.use = use_of (&fit, width, height);
      if (now.use <= 1 || now.scale <= SMALLEST)
        take (best, &fit);
      if (now.use <= 1)
        fits = now;
      else
        {
          before = over;
          over = now;
        }
      if (fits.use > FULL_ENOUGH || over.scale < MAX (SMALLEST, fits.scale) * 1.005)
        break;
    }
  if (over.use > 1 && fits.scale == 0 && best->scale > SMALLEST &&
      !g_cancellable_is_cancelled (cancellable))
    try_scale (page, SMALLEST, best);
  g_clear_pointer (&fit.scene, trl_scene_unref);
  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

/* A sketch that fits gives way to the picture at its scale. */
static void
finish_picture (const TrlPage *page, Fit *fit)
{
  if (page->sketch)
    try_picture (page, fit->scale, fit);
}

/* A block of text of the page; @y goes below it. */
static void
put_block (const TrlPage *page,
           TrlScene      *scene,
           const char    *text,
           double         size,
           gboolean       bold,
           TrlColour      colour,
           double         x,
           double         width,
           double        *y,
           double         space)
{
  TrlTextSpec spec = {
    .string = text, .size = size, .bold = bold, .width = width, .line_height = 1.3
  };
  TrlTextBlock *block;
  double        top = *y;

  if (!text || !*text)
    return;
  block = page->texts ? trl_text_cache_break (page->texts, &spec)
                      : trl_text_break (NULL, &spec);
  *y += (*block->string ? block->height : 0) + space;
  if (scene)
    trl_scene_take_text (scene, (TrlOwner){ TRL_OWNER_PAGE, 0 }, x, top, block, colour);
  else
    trl_text_block_free (block);
}

static double
put_header (const TrlPage *page, TrlScene *scene, double x, double y, double width)
{
  const TrlThemeStyle *style = trl_theme_get_style (page->theme);
  double               top = y;

  put_block (page, scene, page->words->title, page->text_size * 1.5, TRUE, style->ink, x,
             width, &y, page->text_size * 0.15);
  put_block (page, scene, page->words->subtitle, page->text_size, FALSE, style->dim, x,
             width, &y, 0);
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

  put_block (page, scene, page->words->caption, size, FALSE, style->ink, x, width, &y,
             size * 0.25);
  put_block (page, scene, page->words->source, MAX (6, size * 0.93), FALSE, style->dim, x,
             width, &y, size * 0.25);
  put_block (page, scene, page->words->note, MAX (6, size * 0.93), FALSE, style->dim, x,
             width, &y, 0);
  return y - top;
}

static double
put_below (const TrlPage *page, TrlScene *scene, double x, double y, double width)
{
  return page->below ? page->below (page->data, scene, x, y, width) : 0;
}

static double
legend_size (const TrlPage *page)
{
  return MAX (6, page->text_size * 0.92);
}

static TrlLegend *
make_legend (const TrlPage *page, double scale)
{
  g_autoptr (TrlLegend) legend = NULL;

  if (page->legend && page->plan.place != TRL_LEGEND_HIDDEN)
    legend = page->legend (page->data, scale);
  if (!legend)
    return NULL;
  trl_legend_arrange (legend, page->plan.entries);
  return trl_legend_get_n_entries (legend) > 0 ? g_steal_pointer (&legend) : NULL;
}

/* Entries are known by their ids to whoever styles the file, or arranges the legend. */
static void
name_entries (const TrlLegend *legend, TrlScene *scene)
{
  for (guint i = 0; i < trl_legend_get_n_entries (legend); i++)
    {
      g_autofree char *id = trl_legend_dup_id (legend, i);

      trl_scene_set_title (scene, (TrlOwner){ TRL_OWNER_LEGEND, i }, id,
                           trl_legend_get_entry (legend, i)->label);
    }
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
  g_autoptr (TrlLegend) legend = make_legend (page, scale);

  if (!legend)
    return 0;
  name_entries (legend, scene);
  return trl_legend_add_to_scene (legend, scene, x, y, width, columns,
                                  legend_size (page));
}

typedef struct
{
  double         margin, width; /* of the content */
  double         header, footer, legend, legend_width, below;
  double         gap;
  TrlLegendPlace place;   /* of the legend, if there is one */
  guint          columns; /* of the legend */
  double         picture_width, picture_height;
} Plan;

/* The legend hardly depends on the scale; it is measured at full size.  One that is too
 * wide to stand beside the picture stands below. */
static void
plan_legend (const TrlPage *page, Plan *plan)
{
  g_autoptr (TrlLegend) legend = make_legend (page, page->largest);
  g_autoptr (TrlScene) scrap = trl_scene_new ();
  guint columns = page->plan.columns;

  plan->legend_width = plan->width;
  if (!legend)
    return;
  if (plan->place == TRL_LEGEND_BESIDE)
    {
      plan->legend_width = trl_legend_get_width (legend, legend_size (page));
      columns = 1;
    }
  if (plan->legend_width > plan->width * WIDEST_SIDE && columns == 1 &&
      plan->place == TRL_LEGEND_BESIDE)
    {
      plan->place = TRL_LEGEND_BELOW;
      plan->legend_width = plan->width;
      columns = page->plan.columns;
    }
  plan->columns = columns;
  plan->legend = trl_legend_add_to_scene (legend, scrap, 0, 0, plan->legend_width,
                                          columns, legend_size (page));
}

static TrlLegendPlace
place_of (const TrlPage *page)
{
  if (page->plan.place != TRL_LEGEND_AUTO)
    return page->plan.place;
  return page->height > 0 && page->width / page->height > WIDE ? TRL_LEGEND_BESIDE
                                                               : TRL_LEGEND_BELOW;
}

/* Half of the page at least is left for what stands on it. */
static double
margin_of (const TrlPage *page)
{
  double most = MIN (page->width, page->height > 0 ? page->height : page->width) / 4;

  return MIN (most, page->margin > 0 ? page->margin : CLAMP (page->width * 0.022, 4, 30));
}

static void
make_plan (const TrlPage *page, TrlLegendPlace place, Plan *plan)
{
  plan->margin = margin_of (page);
  plan->width = MAX (20, page->width - 2 * plan->margin);
  plan->gap = page->text_size * 0.9;
  plan->place = place;
  plan->header = put_header (page, NULL, 0, 0, plan->width);
  plan->footer = put_footer (page, NULL, 0, 0, plan->width);
  plan->below = put_below (page, NULL, 0, 0, plan->width);
  plan_legend (page, plan);
  plan->picture_width = plan->width;
  if (plan->place == TRL_LEGEND_BESIDE && plan->legend > 0)
    plan->picture_width -= plan->legend_width + plan->gap * 2;
  plan->picture_height = plan->width * (page->tallest > 0 ? page->tallest : TALLEST);
  if (page->height > 0)
    plan->picture_height = page->height - 2 * plan->margin - plan->header - plan->footer -
                           (plan->footer > 0 ? plan->gap : 0);
  if (page->height > 0 && plan->place != TRL_LEGEND_BESIDE && plan->legend > 0)
    plan->picture_height -= plan->legend + plan->gap;
  if (page->height > 0 && plan->below > 0)
    plan->picture_height -= plan->below + plan->gap;
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

/* Above, beside or below a picture that takes @room; @y is moved past those above. */
static void
put_planned_legend (const TrlPage *page,
                    const Plan    *plan,
                    TrlScene      *scene,
                    const Fit     *fit,
                    TrlLegendPlace place,
                    double         room,
                    double        *y)
{
  double x = page->width - plan->margin - plan->legend_width;

  if (plan->place != place || plan->legend <= 0)
    return;
  if (place == TRL_LEGEND_BESIDE)
    put_legend (page, scene, fit->scale, x, *y + MAX (0, room - plan->legend) / 2,
                plan->legend_width, plan->columns);
  else
    *y += plan->gap + put_legend (page, scene, fit->scale, plan->margin,
                                  place == TRL_LEGEND_BELOW ? *y + plan->gap : *y,
                                  plan->legend_width, plan->columns);
}

static char *
dup_description (const TrlPageWords *words)
{
  const char *parts[] = { words->title, words->subtitle, words->caption, words->source,
                          words->note };
  GString    *out = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] && *parts[i])
      g_string_append_printf (out, "%s%s%s", out->len > 0 ? " " : "", parts[i],
                              strchr (".!?:;", parts[i][strlen (parts[i]) - 1]) ||
                                  g_str_has_suffix (parts[i], "…") ||
                                  g_str_has_suffix (parts[i], "。")
                                ? ""
                                : ".");
  return g_string_free (out, FALSE);
}

static TrlScene *
assemble (const TrlPage *page, const Plan *plan, const Fit *fit)
{
  TrlScene        *scene = trl_scene_new ();
  double           y = plan->margin, room = plan->picture_height;
  g_autofree char *description = dup_description (page->words);

  y += put_header (page, scene, plan->margin, y, plan->width);
  put_planned_legend (page, plan, scene, fit, TRL_LEGEND_ABOVE, 0, &y);
  if (page->height <= 0)
    room = MIN (room, fit->bounds.height);
  if (page->height <= 0 && plan->place == TRL_LEGEND_BESIDE)
    room = MAX (room, plan->legend);
  put_picture (scene, fit, plan->margin, y, plan->picture_width, room);
  put_planned_legend (page, plan, scene, fit, TRL_LEGEND_BESIDE, room, &y);
  y += room;
  put_planned_legend (page, plan, scene, fit, TRL_LEGEND_BELOW, 0, &y);
  if (plan->below > 0)
    y += plan->gap + put_below (page, scene, plan->margin, y + plan->gap, plan->width);
  if (plan->footer > 0)
    y += plan->gap;
  if (page->height > 0)
    y = page->height - plan->margin - plan->footer;
  y += put_footer (page, scene, plan->margin, y, plan->width);
  trl_scene_set_page (scene, trl_theme_get_style (page->theme)->background, page->width,
                      page->height > 0 ? page->height : y + plan->margin);
  trl_scene_describe (scene, page->words->title, description);
  trl_scene_freeze (scene);
  return scene;
}

void
trl_page_get_room (const TrlPage *page, double *width, double *height)
{
  Plan plan = { 0 };

  make_plan (page, place_of (page), &plan);
  *width = plan.picture_width;
  *height = plan.picture_height;
}

/* On a page of a height the legend stands on the side where it leaves more to a picture
 * of this shape. */
static gboolean
turn_legend (const TrlPage *page, const Fit *fit, Plan *plan)
{
  Plan other = { 0 };

  if (page->plan.place != TRL_LEGEND_AUTO || page->height <= 0 || !page->sketch ||
      plan->legend <= 0 || fit->scale >= page->largest)
    return FALSE;
  make_plan (page,
             plan->place == TRL_LEGEND_BESIDE ? TRL_LEGEND_BELOW : TRL_LEGEND_BESIDE,
             &other);
  if (other.place == plan->place ||
      use_of (fit, other.picture_width, other.picture_height) * CLEARLY >
        use_of (fit, plan->picture_width, plan->picture_height))
    return FALSE;
  *plan = other;
  return TRUE;
}

/* Where letters alone fill most of a height that is free, the page becomes higher: else
 * nothing but names would be left of the picture. */
static gboolean
grow_page (const TrlPage *page, const Fit *fit, Plan *plan)
{
  Fit    letters = { 0 };
  double height;

  if (page->height > 0 || fit->scale >= page->largest ||
      fit->bounds.width > NARROW * plan->picture_width)
    return FALSE;
  try_scale (page, SMALLEST, &letters);
  height = letters.bounds.height / MOST_LETTERS;
  g_clear_pointer (&letters.scene, trl_scene_unref);
  if (height <= plan->picture_height)
    return FALSE;
  plan->picture_height = height;
  return TRUE;
}

TrlScene *
trl_page_compose (const TrlPage *page, GCancellable *cancellable, GError **error)
{
  Plan      plan = { 0 };
  Fit       fit = { 0 };
  TrlScene *scene = NULL;
  gboolean  fits;

  make_plan (page, place_of (page), &plan);
  fits =
    fit_picture (page, plan.picture_width, plan.picture_height, &fit, cancellable, error);
  if (fits && (turn_legend (page, &fit, &plan) || grow_page (page, &fit, &plan)))
    fits = fit_picture (page, plan.picture_width, plan.picture_height, &fit, cancellable,
                        error);
  if (fits)
    {
      finish_picture (page, &fit);
      if (!page->is_stale || !page->is_stale (page->data))
        scene = assemble (page, &plan, &fit);
      /* What was drawn after that may lack something. */
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        g_clear_pointer (&scene, trl_scene_unref);
    }
  g_clear_pointer (&fit.scene, trl_scene_unref);
  return scene;
}
