/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

/* sRGB 0…1, not premultiplied; what has a = 0 is not painted. */
typedef struct
{
  float r, g, b, a;
} TrlColour;

/* The one place that names fonts; what a font lacks comes from the next. */
#define TRL_TEXT_FAMILIES "Cantarell, Noto Sans, sans-serif"

/* In points. */
#define TRL_TEXT_SET_SIZE 32.0

/* START and END follow the reading direction of the text, LEFT and RIGHT the paper. */
typedef enum
{
  TRL_ALIGN_START,
  TRL_ALIGN_CENTRE,
  TRL_ALIGN_END,
  TRL_ALIGN_LEFT,
  TRL_ALIGN_RIGHT
} TrlAlign;

/**
 * TrlTextSpec:
 * @string: UTF-8; a line feed starts a new line; control characters are left out
 * @size: of the type, in points; 0: 9
 * @width: where lines are broken, in points; 0: only at line feeds
 * @balance: lines of about the same length instead of a short last one
 * @max_lines: the rest is cut off with an ellipsis; 0: no limit
 * @max_chars: longer strings are cut off with an ellipsis; 0: no limit
 * @line_height: in sizes; 0: 1.2
 * @anchor_x, @anchor_y: the point of the block, 0…1 of its width and height, that stands
 *   on the place given when it is added; 0, 0 is top left
 * @angle: turned around the anchor, radians, clockwise
 * @halo: painted around the letters, so that they can be read on lines
 * @halo_width: how far the halo reaches beyond a letter, in points; 0: 1.5
 *
 * What a text should look like; zeros are good defaults.
 */
typedef struct
{
  const char *string;
  double      size;
  gboolean    bold, italic;
  double      width;
  gboolean    balance;
  guint       max_lines, max_chars;
  double      line_height;
  TrlAlign    align;
  double      anchor_x, anchor_y;
  double      angle;
  TrlColour   halo;
  double      halo_width;
} TrlTextSpec;

/* One line: where its left end is, from the top left of the block, in points. */
typedef struct
{
  char  *string;
  double x, baseline, width;
} TrlTextLine;

/**
 * TrlTextBlock:
 * @string: the whole text, cleaned
 * @family: (nullable): interned; %NULL: TRL_TEXT_FAMILIES
 * @width, @height: of the block, in points: the longest line, the lines' heights
 * @rtl: its paragraph direction
 * @unknown: how many characters no font here can show
 *
 * A text broken into lines. Painters draw the lines where they stand and never wrap.
 */
typedef struct
{
  char        *string;
  const char  *family;
  double       size, angle;
  gboolean     bold, italic, rtl;
  TrlAlign     align;
  double       anchor_x, anchor_y;
  TrlColour    halo;
  double       halo_width;
  double       width, height;
  TrlTextLine *lines;
  guint        n_lines;
  guint        unknown;
} TrlTextBlock;

/**
 * trl_text_set_family:
 * @family: (nullable): a font family; %NULL: TRL_TEXT_FAMILIES, which also has what the
 *   family lacks
 *
 * For all texts that this thread breaks or measures from now on: letters of a page are of
 * one family, and measured in the same as they are drawn.
 *
 * Returns: (transfer none) (nullable): the family until now
 */
const char *trl_text_set_family (const char *family);

/**
 * trl_text_find_fonts:
 *
 * Begins to look for the fonts that there are, in a thread of Pango's.  Whoever has
 * something else to do before the first text is measured need not wait for it then.
 */
void trl_text_find_fonts (void);

/**
 * trl_text_context_new:
 *
 * A context in which a text has the same widths on a screen, on paper and in a file, at
 * every zoom: no hinting, no rounding. For one thread; a unit is a point.
 *
 * Returns: (transfer full): free with g_object_unref()
 */
PangoContext *trl_text_context_new (void);

/**
 * trl_text_context_prepare:
 * @context: of trl_text_context_new()
 *
 * Gives the context the font and the direction of a block, for trl_text_layout_new(), in
 * the one size of all.
 */
void trl_text_context_prepare (PangoContext *context, const TrlTextBlock *block);

/**
 * trl_text_block_get_scale:
 *
 * Returns: by what a layout of trl_text_layout_new() is to be scaled: all are set in
 *   %TRL_TEXT_SET_SIZE
 */
double trl_text_block_get_scale (const TrlTextBlock *block);

/**
 * trl_text_layout_new:
 * @context: prepared for the block of the line
 *
 * Returns: (transfer full): of one line, with what does not depend on the user's locale;
 *   to be drawn scaled by trl_text_block_get_scale()
 */
PangoLayout *trl_text_layout_new (PangoContext *context, const char *line);

/**
 * trl_text_break:
 * @context: (nullable): of trl_text_context_new(); NULL: a new one
 *
 * Cost: about 30 µs a line, three times that with @balance.
 *
 * Returns: (transfer full): free with trl_text_block_free()
 */
TrlTextBlock *trl_text_break (PangoContext *context, const TrlTextSpec *spec);

/**
 * trl_text_block_arrange:
 *
 * Gives a block the alignment, anchor, angle and halo of a spec; its lines stay.
 */
void trl_text_block_arrange (TrlTextBlock *block, const TrlTextSpec *spec);

/**
 * trl_text_block_copy:
 * @scale: of the type and all lengths
 */
TrlTextBlock *trl_text_block_copy (const TrlTextBlock *block, double scale);

/**
 * trl_text_block_free:
 * @block: (nullable): with all its lines
 */
void trl_text_block_free (TrlTextBlock *block);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrlTextBlock, trl_text_block_free)

/**
 * trl_text_clean:
 *
 * Returns: (transfer full): valid UTF-8 without control characters; tabs are blanks
 */
char *trl_text_clean (const char *string);

/**
 * trl_text_shorten:
 *
 * Returns: (transfer full): at most @max_chars characters, the last one “…” if it was cut
 */
char *trl_text_shorten (const char *string, guint max_chars);

/**
 * trl_text_is_rtl:
 *
 * Returns: whether the first letter or direction mark runs to the left, which sets the
 *   direction of the whole text
 */
gboolean trl_text_is_rtl (const char *string);

/**
 * trl_text_isolate:
 *
 * A name that stands in a sentence is put between FSI and PDI, so that a name in Arabic
 * or Hebrew does not turn the words around it.
 *
 * Returns: (transfer full)
 */
char *trl_text_isolate (const char *name);

G_END_DECLS
