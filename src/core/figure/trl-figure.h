/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figure/trl-page.h"
#include "model/trl-document.h"
#include "model/trl-option.h"

G_BEGIN_DECLS

#define TRL_FIGURE_ERROR (trl_figure_error_quark ())
GQuark trl_figure_error_quark (void);

typedef enum
{
  TRL_FIGURE_ERROR_UNKNOWN, /* no figure, network, layout or file format of that name */
  TRL_FIGURE_ERROR_EMPTY,   /* the document has no network */
  TRL_FIGURE_ERROR_PLACES   /* a table of positions that cannot be read */
} TrlFigureError;

/**
 * TrlFigureRequest:
 * @document: what is drawn
 * @figure: (nullable): id of a row of figures.def; %NULL: network
 * @network: (nullable): id or name; %NULL: the first; of a figure of one network
 * @networks: (nullable) (array zero-terminated=1): ids or names; %NULL: all, or, of a
 *   chart across sites, the latest wave of each site; of a figure of many
 * @wave: (nullable): of a figure of many, the wave that is shown, where no networks are
 * named
 * @layout: (nullable): id of a layout; %NULL: the network's
 * @positions_csv: (nullable): `id,x,y` with a header, in place of a layout
 * @roll_up: partner types in place of organizations
 * @width: points; 0: 180 mm
 * @height: points; 0: by content
 * @palette: where the colours of levels come from
 * @family: (nullable): of all letters; %NULL: TRL_TEXT_FAMILIES
 * @text_size: of names, points; 0: by the width
 * @margin: points; 0: by the width
 * @legend: where it stands and what of it is shown
 * @legend_all: whether it lists levels that are not in the picture, too
 * @dpi: of PNG; 0: 300
 * @outlines: whether SVG has letters as shapes
 * @title, @subtitle, @caption, @source: %NULL: made from the document; "": none; with
 *   fields as in trl_figure_fill_words()
 * @note: (nullable): a last line
 * @author, @keywords: (nullable): kept in the file, not on the page
 * @alt: (nullable): what is said to who does not see it; %NULL: made; with the field
 *   `{alt}`
 * @options: (nullable): of trl_figure_options_new(); what is of the page in them is not
 *   looked at
 *
 * All that a figure depends on: the same request gives the same bytes, in the window and
 * on the command line.
 */
typedef struct
{
  TrlDocument       *document;
  const char        *figure;
  const char        *network;
  const char *const *networks;
  const char        *wave;
  const char        *layout;
  const char        *positions_csv;
  gboolean           roll_up;
  double             width;
  double             height;
  TrlTheme           theme;
  TrlPaletteKind     palette;
  const char        *family;
  double             text_size;
  double             margin;
  TrlLegendPlan      legend;
  gboolean           legend_all;
  double             dpi;
  gboolean           outlines;
  const char        *title;
  const char        *subtitle;
  const char        *caption;
  const char        *source;
  const char        *note;
  const char        *alt;
  const char        *author;
  const char        *keywords;
  TrlOptions        *options;
} TrlFigureRequest;

/**
 * TrlFigure:
 * @id: stable: saved in files
 * @label: what people read
 * @description: one sentence
 * @many: shows several networks rather than one
 * @every_wave: of a figure of many, whether it shows all waves of a site rather than the
 *   latest
 * @build: makes the page from a request in which nothing but what it may choose itself is
 *   unset
 *
 * @make_table: (nullable): the numbers behind the page as CSV, in the order in which it
 *   shows them
 *
 * @say: adds what numbers the page has, in sentences with a blank before each, for who
 *   does not see it; @scene is the page
 *
 * A row of figures.def.
 */
typedef struct
{
  const char      *id;
  const char      *label;
  const char      *description;
  const TrlOption *options;
  guint            n_options;
  gboolean         many;
  gboolean         every_wave;
  TrlScene *(*build) (const TrlFigureRequest *request,
                      GCancellable           *cancellable,
                      GError                **error);
  char *(*make_table) (const TrlFigureRequest *request, GError **error);
  void (*say) (const TrlFigureRequest *request, const TrlScene *scene, GString *out);
} TrlFigure;

/**
 * trl_figure_get_title:
 *
 * Returns: (nullable): what the file is called: by the request, or as the network or the
 *   document that it shows
 */
const char *trl_figure_get_title (const TrlFigureRequest *request);

/**
 * trl_figure_get_date:
 *
 * Returns: the date that files bear, seconds since 1970: none, which is 0, unless whoever
 *   builds asks for one by `SOURCE_DATE_EPOCH`
 */
gint64 trl_figure_get_date (void);

/**
 * trl_figures:
 * @n: (out): how many
 *
 * The rows of figures.def, in menu order.
 */
const TrlFigure *const *trl_figures (guint *n);

/**
 * trl_figure_find:
 *
 * Returns: (nullable): the figure of that id
 */
const TrlFigure *trl_figure_find (const char *id);

/**
 * trl_figure_options_new:
 * @figure: (nullable): %NULL: network
 *
 * Returns: (nullable) (transfer full): the options of a figure and of its page at their
 *   fallbacks
 */
TrlOptions *trl_figure_options_new (const char *figure);

/**
 * trl_figure_build:
 *
 * Errors: TRL_FIGURE_ERROR, G_IO_ERROR_CANCELLED.
 *
 * Returns: (transfer full): a frozen page
 */
TrlScene *trl_figure_build (const TrlFigureRequest *request,
                            GCancellable           *cancellable,
                            GError                **error);

/**
 * trl_figure_make_table:
 *
 * The numbers behind a figure as CSV: UTF-8, CRLF, the same in every language but for
 * names.
 * Errors: TRL_FIGURE_ERROR.
 *
 * Returns: (transfer full) (nullable): %NULL without an error where a figure has no table
 */
char *trl_figure_make_table (const TrlFigureRequest *request, GError **error);

/**
 * trl_figure_say:
 * @scene: of trl_figure_build() of the same request
 *
 * Adds the main numbers of a figure in sentences; nothing where it cannot be made.
 */
void
trl_figure_say (const TrlFigureRequest *request, const TrlScene *scene, GString *out);

/**
 * TrlFigureFormat:
 * @id: stable; what follows the dot in a file name
 */
typedef struct
{
  const char *id;
  const char *label;
  const char *mime;
} TrlFigureFormat;

/**
 * trl_figure_formats:
 * @n: (out): how many
 */
const TrlFigureFormat *trl_figure_formats (guint *n);

/**
 * trl_figure_write:
 * @scene: from trl_figure_build() of the same request
 * @format: pdf, svg, png or eps
 *
 * Errors: TRL_FIGURE_ERROR_UNKNOWN, TRL_DRAW_ERROR.
 *
 * Returns: (transfer full): the file
 */
GBytes *trl_figure_write (const TrlScene         *scene,
                          const TrlFigureRequest *request,
                          const char             *format,
                          GError                **error);

/**
 * trl_figure_export:
 * @format: pdf, svg, png or eps
 *
 * trl_figure_build() and trl_figure_write() in one.
 *
 * Errors: TRL_FIGURE_ERROR, TRL_DRAW_ERROR, G_IO_ERROR_CANCELLED.
 *
 * Returns: (transfer full): the file; the same bytes for the same request, unless
 *   `SOURCE_DATE_EPOCH` changes
 */
GBytes *trl_figure_export (const TrlFigureRequest *request,
                           const char             *format,
                           GCancellable           *cancellable,
                           GError                **error);

G_END_DECLS
