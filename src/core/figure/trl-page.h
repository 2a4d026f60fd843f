/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scene/trl-legend.h"

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
 * @text: a number with mm, cm, in or pt; without a unit it is in millimetres
 * @length: (out): points, 20 mm … 14400 pt
 *
 * Returns: FALSE when it is no length
 */
gboolean trl_page_parse_length (const char *text, double *length);

/**
 * TrlPage:
 * @width: points
 * @height: points; 0: as high as the content
 * @text_size: of names in the picture, points; the rest follows from it
 * @title, @subtitle, @caption, @source: (nullable): what is %NULL or empty takes no room
 * @largest: no scale beyond that is tried
 * @tallest: height of the picture in widths, where the content decides; 0: 1.15
 * @picture: makes the picture at a scale; letters keep their size
 * @sketch: (nullable): the same with no more than what decides how large it is, for the
 *   search of a scale
 * @legend: (nullable): makes the legend that belongs to a scale; may return %NULL
 *
 * A page: title, subtitle, picture, legend, caption, source.
 */
typedef struct
{
  TrlTheme    theme;
  double      width, height;
  double      text_size;
  const char *title, *subtitle, *caption, *source;
  double      largest;
  double      tallest;
  TrlScene *(*picture) (gpointer data, double scale);
  TrlScene *(*sketch) (gpointer data, double scale);
  TrlLegend *(*legend) (gpointer data, double scale);
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
 * Returns: (transfer full): a frozen scene with a page
 */
TrlScene *
trl_page_compose (const TrlPage *page, GCancellable *cancellable, GError **error);

G_END_DECLS
