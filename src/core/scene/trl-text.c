/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pango breaks a text once; each line is then measured, and later drawn, as a text of its
 * own.  Heights come from the size alone, so that a borrowed glyph moves no line.  All is
 * set in one size and then scaled: for each size, Pango would look for fonts anew. */

#include "config.h"

#include "scene/trl-text.h"

#include <math.h>
#include <pango/pangocairo.h>
#include <string.h>

#define DEFAULT_SIZE 9.0
#define DEFAULT_LINE_HEIGHT 1.2
#define DEFAULT_HALO 1.5

/* Capitals are about 0.7 sizes tall: half of that below the middle they stand centred. */
#define BASELINE_BELOW_MIDDLE 0.35

static _Thread_local const char *thread_family; /* interned */

const char *
trl_text_set_family (const char *family)
{
  const char *before = thread_family;

  thread_family = family && *family ? g_intern_string (family) : NULL;
  return before;
}

void
trl_text_find_fonts (void)
{
  pango_cairo_font_map_get_default ();
}

PangoContext *
trl_text_context_new (void)
{
  PangoContext         *context;
  cairo_font_options_t *options = cairo_font_options_create ();
  context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_language (context, pango_language_from_string ("en"));
  return context;
}

static PangoDirection
direction (gboolean rtl)
{
  return rtl ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR;
}

void
trl_text_context_prepare (PangoContext *context, const TrlTextBlock *block)
{
  PangoFontDescription *font = pango_font_description_new ();
  g_autofree char      *families =
    block->family ? g_strconcat (block->family, ", " TRL_TEXT_FAMILIES, NULL) : NULL;
  pango_font_description_set_family (font, families ? families : TRL_TEXT_FAMILIES);
  pango_font_description_set_absolute_size (font, TRL_TEXT_SET_SIZE * PANGO_SCALE);
  if (block->bold)
    pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  if (block->italic)
    pango_font_description_set_style (font, PANGO_STYLE_ITALIC);
  pango_context_set_font_description (context, font);
  pango_context_set_base_dir (context, direction (block->rtl));
  pango_font_description_free (font);
}

double
trl_text_block_get_scale (const TrlTextBlock *block)
{
  return block->size / TRL_TEXT_SET_SIZE;
}

/* Pango would take the language of a script, and with it fonts and forms of letters, from
 * the user's locale; the same text must look the same for everybody. */
static const char *
language_of (gunichar c, gboolean japanese)
{
  static const struct
  {
    GUnicodeScript script;
    const char    *language;
  } languages[] = {
    { G_UNICODE_SCRIPT_LATIN, "en" },    { G_UNICODE_SCRIPT_CYRILLIC, "ru" },
    { G_UNICODE_SCRIPT_GREEK, "el" },    { G_UNICODE_SCRIPT_ARABIC, "ar" },
    { G_UNICODE_SCRIPT_HEBREW, "he" },   { G_UNICODE_SCRIPT_HANGUL, "ko" },
    { G_UNICODE_SCRIPT_THAI, "th" },     { G_UNICODE_SCRIPT_DEVANAGARI, "hi" },
    { G_UNICODE_SCRIPT_HAN, "zh-cn" },   { G_UNICODE_SCRIPT_HIRAGANA, "ja" },
    { G_UNICODE_SCRIPT_KATAKANA, "ja" },
  };
  GUnicodeScript script = g_unichar_get_script (c);
  if (script == G_UNICODE_SCRIPT_HAN && japanese)
    return "ja";
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (languages[i].script == script)
      return languages[i].language;
  return NULL;
}

static gboolean
has_kana (const char *string)
{
  for (const char *p = string; *p; p = g_utf8_next_char (p))
    {
      GUnicodeScript script = g_unichar_get_script (g_utf8_get_char (p));
      if (script == G_UNICODE_SCRIPT_HIRAGANA || script == G_UNICODE_SCRIPT_KATAKANA)
        return TRUE;
    }
  return FALSE;
}

static void
add_language (PangoAttrList *list, const char *language, guint from, guint to)
{
  PangoAttribute *attribute;
  if (!language || from == to)
    return;
  attribute = pango_attr_language_new (pango_language_from_string (language));
  attribute->start_index = from;
  attribute->end_index = to;
  pango_attr_list_insert (list, attribute);
}

static PangoAttrList *
attributes_for (const char *string)
{
  PangoAttrList *list = pango_attr_list_new ();
  gboolean       japanese = has_kana (string);
  const char    *from = string, *current = NULL;
  for (const char *p = string; *p; p = g_utf8_next_char (p))
    {
      const char *language = language_of (g_utf8_get_char (p), japanese);
      if (!language || language == current)
        continue;
      add_language (list, current, from - string, p - string);
      from = current ? p : string;
      current = language;
    }
  add_language (list, current, from - string, strlen (string));
  pango_attr_list_insert (list, pango_attr_insert_hyphens_new (FALSE));
  return list;
}

static PangoLayout *
layout_new (PangoContext *context, const char *string)
{
  PangoLayout   *layout = pango_layout_new (context);
  PangoAttrList *attributes = attributes_for (string);
  pango_layout_set_auto_dir (layout, FALSE);
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_text (layout, string, -1);
  pango_attr_list_unref (attributes);
  return layout;
}

PangoLayout *
trl_text_layout_new (PangoContext *context, const char *line)
{
  PangoLayout *layout = layout_new (context, line);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  return layout;
}

static double
layout_width (PangoLayout *layout)
{
  PangoRectangle logical;
  pango_layout_get_extents (layout, NULL, &logical);
  return (double) logical.width / PANGO_SCALE;
}

static double
measure_layout (PangoLayout *layout, guint *unknown)
{
  if (unknown)
    *unknown += pango_layout_get_unknown_glyphs_count (layout);
  return layout_width (layout);
}

static double
measure_line (PangoContext *context, const char *line, guint *unknown)
{
  g_autoptr (PangoLayout) layout = trl_text_layout_new (context, line);
  return measure_layout (layout, unknown);
}

static void
set_width (PangoLayout *layout, double width, PangoWrapMode wrap)
{
  pango_layout_set_wrap (layout, wrap);
  pango_layout_set_width (layout, width > 0 ? (int) ceil (width * PANGO_SCALE) : -1);
}

/* The narrowest width that needs no further line and splits no word. */
static void
balance (PangoLayout *layout, double width)
{
  int    n = pango_layout_get_line_count (layout);
  double low = width / n, high = width;
  for (int i = 0; n > 1 && i < 6; i++)
    {
      double middle = (low + high) / 2;
      set_width (layout, middle, PANGO_WRAP_WORD);
      if (pango_layout_get_line_count (layout) == n && layout_width (layout) <= middle)
        high = middle;
      else
        low = middle;
    }
  set_width (layout, high, PANGO_WRAP_WORD_CHAR);
}

static GPtrArray *
break_lines (PangoLayout *layout, const char *string, double width, gboolean balanced)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  set_width (layout, width, PANGO_WRAP_WORD_CHAR);
  if (balanced && width > 0)
    balance (layout, width);
  for (GSList *at = pango_layout_get_lines_readonly (layout); at; at = at->next)
    {
      PangoLayoutLine *line = at->data;
      char            *text = g_strndup (string + line->start_index, line->length);
      g_ptr_array_add (lines, g_strstrip (text));
    }
  return lines;
}

/* The longest beginning of @line that leaves room for an ellipsis. */
static char *
end_line (PangoContext *context, const char *line, double width)
{
  glong low = 0, high = g_utf8_strlen (line, -1);
  while (width > 0 && low < high)
    {
      glong            middle = (low + high + 1) / 2;
      g_autofree char *start = g_utf8_substring (line, 0, middle);
      g_autofree char *text = g_strconcat (g_strchomp (start), "…", NULL);
      if (measure_line (context, text, NULL) <= width)
        low = middle;
      else
        high = middle - 1;
    }
  g_autofree char *longer = g_strconcat (line, "……", NULL);
  return trl_text_shorten (longer, high + 1);
}

static void
limit_lines (PangoContext *context, GPtrArray *lines, guint max, double width)
{
  if (max == 0 || lines->len <= max)
    return;
  /* The next line's words fill the last line as far as they go. */
  const char      *next = width > 0 ? lines->pdata[max] : NULL;
  g_autofree char *rest = g_strjoin (" ", lines->pdata[max - 1], next, NULL);
  g_free (lines->pdata[max - 1]);
  lines->pdata[max - 1] = end_line (context, rest, width);
  g_ptr_array_set_size (lines, max);
}

static double
line_start (const TrlTextBlock *block, double room)
{
  switch (block->align)
    {
    case TRL_ALIGN_CENTRE:
      return room / 2;
    case TRL_ALIGN_START:
      return block->rtl ? room : 0;
    case TRL_ALIGN_END:
      return block->rtl ? 0 : room;
    case TRL_ALIGN_RIGHT:
      return room;
    case TRL_ALIGN_LEFT:
    default:
      return 0;
    }
}

/* Pango draws no blank where it broke a line, but one that ends a paragraph. */
static gboolean
is_wrapped (PangoLayout *layout, guint i)
{
  PangoLayoutLine *next = pango_layout_get_line_readonly (layout, (int) i + 1);

  return next && !next->is_paragraph_start;
}

/* A line of plain letters is as wide within its text as by itself.  Returns below 0 where
 * it is to be measured. */
static double
width_within (PangoLayout *layout, guint i, const char *line)
{
  PangoLayoutLine *within = pango_layout_get_line_readonly (layout, (int) i);
  const char      *string = pango_layout_get_text (layout);
  gsize            length = strlen (line);
  PangoRectangle   logical;

  if (!within || !g_str_is_ascii (line) || (gsize) within->length < length ||
      (gsize) within->length > length + is_wrapped (layout, i) ||
      memcmp (string + within->start_index, line, length) != 0)
    return -1;
  pango_layout_line_get_extents (within, NULL, &logical);
  return (double) logical.width / PANGO_SCALE;
}

static double
find_width (PangoLayout *layout, guint i, const char *line, guint *unknown)
{
  double width = width_within (layout, i, line);

  return width >= 0 ? width
                    : measure_line (pango_layout_get_context (layout), line, unknown);
}

/* A text that is one line as it stands need not be shaped again. */
static void
place_lines (TrlTextBlock *block, PangoLayout *layout, GPtrArray *lines, double advance)
{
  gboolean whole = lines->len == 1 && g_str_equal (lines->pdata[0], block->string);
  block->n_lines = lines->len;
  block->lines = g_new0 (TrlTextLine, lines->len);
  block->height = advance * lines->len;
  for (guint i = 0; i < block->n_lines; i++)
    {
      TrlTextLine *line = &block->lines[i];
      line->string = g_strdup (lines->pdata[i]);
      line->baseline = (i + 0.5) * advance + BASELINE_BELOW_MIDDLE * block->size;
      line->width = trl_text_block_get_scale (block) *
                    (whole ? measure_layout (layout, &block->unknown)
                           : find_width (layout, i, line->string, &block->unknown));
      block->width = MAX (block->width, line->width);
    }
}

void
trl_text_block_arrange (TrlTextBlock *block, const TrlTextSpec *spec)
{
  block->angle = spec->angle;
  block->align = spec->align;
  block->anchor_x = spec->anchor_x;
  block->anchor_y = spec->anchor_y;
  block->halo = spec->halo;
  block->halo_width = spec->halo_width > 0 ? spec->halo_width : DEFAULT_HALO;
  for (guint i = 0; i < block->n_lines; i++)
    block->lines[i].x = line_start (block, block->width - block->lines[i].width);
}

static TrlTextBlock *
block_new (const TrlTextSpec *spec)
{
  TrlTextBlock    *block = g_new0 (TrlTextBlock, 1);
  g_autofree char *clean = trl_text_clean (spec->string);
  block->string = trl_text_shorten (clean, spec->max_chars ? spec->max_chars : G_MAXINT);
  block->family = thread_family;
  block->size = spec->size > 0 ? spec->size : DEFAULT_SIZE;
  block->bold = spec->bold;
  block->italic = spec->italic;
  block->rtl = trl_text_is_rtl (block->string);
  return block;
}

TrlTextBlock *
trl_text_break (PangoContext *context, const TrlTextSpec *spec)
{
  g_return_val_if_fail (spec && spec->string, NULL);
  g_return_val_if_fail (isfinite (spec->size) && isfinite (spec->width), NULL);
  PangoContext *use = context ? g_object_ref (context) : trl_text_context_new ();
  TrlTextBlock *block = block_new (spec);
  trl_text_context_prepare (use, block);
  g_autoptr (PangoLayout) layout = layout_new (use, block->string);
  double width = spec->width / trl_text_block_get_scale (block);
  g_autoptr (GPtrArray) lines = break_lines (layout, block->string, width, spec->balance);
  double height = spec->line_height > 0 ? spec->line_height : DEFAULT_LINE_HEIGHT;
  limit_lines (use, lines, spec->max_lines, width);
  place_lines (block, layout, lines, height * block->size);
  trl_text_block_arrange (block, spec);
  g_object_unref (use);
  return block;
}

TrlTextBlock *
trl_text_block_copy (const TrlTextBlock *block, double scale)
{
  TrlTextBlock *copy = g_memdup2 (block, sizeof *block);
  copy->string = g_strdup (block->string);
  copy->size *= scale;
  copy->halo_width *= scale;
  copy->width *= scale;
  copy->height *= scale;
  copy->lines = g_memdup2 (block->lines, block->n_lines * sizeof *block->lines);
  for (guint i = 0; i < copy->n_lines; i++)
    {
      copy->lines[i].string = g_strdup (block->lines[i].string);
      copy->lines[i].x *= scale;
      copy->lines[i].baseline *= scale;
      copy->lines[i].width *= scale;
    }
  return copy;
}

void
trl_text_block_free (TrlTextBlock *block)
{
  if (!block)
    return;
  for (guint i = 0; i < block->n_lines; i++)
    g_free (block->lines[i].string);
  g_free (block->lines);
  g_free (block->string);
  g_free (block);
}
