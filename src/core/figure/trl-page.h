/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scene/trl-legend-plan.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define TRL_POINTS_PER_MM (72 / 25.4)

/**
 * TrlPagePreset:
 * @id: stable; what `--width` takes beside a length
 * @height: millimetres; 0: by content
 */
typedef struct
{
  const char *id;
  const char *label;
  double      width;
  double      height;
} TrlPagePreset;

/**
 * trl_page_presets:
 * @n: (out): how many
 */
const TrlPagePreset *trl_page_presets (guint *n);

/**
 * trl_page_parse_length:
 * @text: a number with mm, cm, in, pt or px (of 96 an inch); without a unit it is in
 *   millimetres
 * @length: (out): points, 20 mm … 14400 pt
 *
 * Returns: FALSE when it is no length
 */
gboolean trl_page_parse_length (const char *text, double *length);

/**
 * trl_page_parse_size:
 * @text: a length, or the id of a preset
 * @height: (inout): points; a preset sets it, 0 where the content decides
 *
 * Returns: FALSE when it is neither; nothing is set then
 */
gboolean trl_page_parse_size (const char *text, double *width, double *height);

/**
 * TrlPageWords:
 *
 * The words of a page; owned.  What is %NULL or empty takes no room.
 */
typedef struct
{
  char *title;
  char *subtitle;
  char *caption;
  char *source;
  char *note;
} TrlPageWords;

/**
 * trl_page_words_clear:
 *
 * Frees the words and leaves none.
 */
void trl_page_words_clear (TrlPageWords *words);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TrlPageWords, trl_page_words_clear)

/**
 * TrlPage:
 * @width: points
 * @height: points; 0: as high as the content
 * @margin: points, a quarter of the page at most; 0: by the width
 * @text_size: of names in the picture, points; the rest follows from it
 * @plan: where the legend stands; %TRL_LEGEND_AUTO: beside on a wide page, else below;
 *   where a page of a height has a sketch, where it leaves clearly more to the picture
 * @largest: no scale beyond that is tried
 * @tallest: height of the picture in widths, where the content decides; 0: 1.15
 * @picture: makes the picture at a scale; letters keep their size
 * @sketch: (nullable): the same with no more than what decides how large it is, for the
 *   search of a scale
 * @bare: (nullable): finds the box of what stands in the picture at 100 %, without discs
 *   and letters, where that saves time; returns whether it did
 * @is_stale: (nullable): asked once the picture is made, whether words and plan no longer
 *   suit it, so that the page is not worth making
 * @legend: (nullable): makes the legend that belongs to a scale; may return %NULL
 * @texts: (nullable): what was broken before, for pages that are made several times
 * @below: (nullable): puts what stands between picture and caption, as wide as the page,
 *   into a scene, or only measures it where that is %NULL; returns its height, points
 *
 * A page: title, subtitle, picture, legend, caption, source.
 */
typedef struct
{
  TrlTheme            theme;
  double              width, height;
  double              margin;
  double              text_size;
  const TrlPageWords *words;
  TrlLegendPlan       plan;
  double              largest;
  double              tallest;
  TrlTextCache       *texts;
  TrlScene *(*picture) (gpointer data, double scale);
  TrlScene *(*sketch) (gpointer data, double scale);
  gboolean (*bare) (gpointer data, double *width, double *height);
  gboolean (*is_stale) (gpointer data);
  TrlLegend *(*legend) (gpointer data, double scale);
  double (*below) (gpointer data, TrlScene *scene, double x, double y, double width);
  gpointer data;
} TrlPage;

/**
 * trl_page_get_text_size:
 *
 * Returns: the size for names on a page of that width, points: 6.5 on one column of a
 *   journal, 12 on a slide, 21 on a poster
 */
double trl_page_get_text_size (double width);

/**
 * trl_page_get_room:
 * @width, @height: (out): points
 *
 * What the rest of the page leaves for the picture.
 */
void trl_page_get_room (const TrlPage *page, double *width, double *height);

/**
 * trl_page_compose:
 *
 * Finds the largest scale at which the picture fits beside the rest and puts all on a
 * page.
 * Errors: G_IO_ERROR_CANCELLED.
 *
 * Returns: (transfer full) (nullable): a frozen scene with a page; %NULL without an error
 *   where it was stale
 */
TrlScene *
trl_page_compose (const TrlPage *page, GCancellable *cancellable, GError **error);

G_END_DECLS
