/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The frame of an SVG file and its groups: every run of items of one node, edge, legend
 * entry or ring is a group with an id and a title, so that others can find and style it.
 */

#include "config.h"

#include "draw/trl-draw-svg.h"

#include <math.h>
#include <string.h>

#define BYTES_OF_ITEM 256 /* at most, as a rule */

static const char *const owner_names[TRL_N_OWNER_KINDS] = {
  [TRL_OWNER_NODE] = "node", [TRL_OWNER_EDGE] = "edge", [TRL_OWNER_LEGEND] = "legend",
  [TRL_OWNER_RING] = "ring", [TRL_OWNER_PAGE] = "page",
};

/* What is too large to count in whole thousandths, or too near to the middle of two. */
static void
write_any_number (TrlSvg *svg, double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  g_ascii_formatd (text, sizeof text, "%.3f", value);
  char *end = text + strlen (text);
  while (end[-1] == '0')
    *--end = '\0';
  if (end[-1] == '.')
    end[-1] = '\0';
  g_string_append (svg->out, g_str_equal (text, "-0") ? "0" : text);
}

/* The same as a formatter makes of three decimals, less the zeros at the end; it would
 * take most of the time of a large file. */
void
trl_svg_write_number (TrlSvg *svg, double value)
{
  double scaled = fabs (value) * 1000, whole = floor (scaled), rest = scaled - whole;
  if (!(scaled < 1e9) || fabs (rest - 0.5) < 1e-6)
    {
      write_any_number (svg, value);
      return;
    }
  guint n = (guint) whole + (rest > 0.5 ? 1 : 0), decimals = 3, written = 0;
  char  text[16], *at = text + sizeof text;
  if (value < 0 && n > 0)
    g_string_append_c (svg->out, '-');
  for (; decimals > 0 && n % 10 == 0; decimals--)
    n /= 10;
  do
    {
      if (written > 0 && written == decimals)
        *--at = '.';
      *--at = (char) ('0' + n % 10);
      n /= 10;
      written++;
    }
  while (n > 0 || written <= decimals);
  g_string_append_len (svg->out, at, text + sizeof text - at);
}

static void
open_attribute (TrlSvg *svg, const char *name, const char *kind)
{
  g_string_append_c (svg->out, ' ');
  g_string_append (svg->out, name);
  g_string_append (svg->out, kind);
  g_string_append (svg->out, "=\"");
}

void
trl_svg_write_length (TrlSvg *svg, const char *name, double value)
{
  open_attribute (svg, name, "");
  trl_svg_write_number (svg, value);
  g_string_append_c (svg->out, '"');
}

static const char *
find_entity (char c)
{
  switch (c)
    {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    default:
      return "&apos;";
    }
}

void
trl_svg_write_text (TrlSvg *svg, const char *text)
{
  while (TRUE)
    {
      gsize plain = strcspn (text, "&<>\"'");
      g_string_append_len (svg->out, text, (gssize) plain);
      text += plain;
      if (!*text)
        return;
      g_string_append (svg->out, find_entity (*text++));
    }
}

static void
write_channel (TrlSvg *svg, double share)
{
  static const char digits[] = "0123456789abcdef";
  guint             byte = (guint) (CLAMP (share, 0, 1) * 255 + 0.5);
  g_string_append_c (svg->out, digits[byte / 16]);
  g_string_append_c (svg->out, digits[byte % 16]);
}

void
trl_svg_write_colour (TrlSvg *svg, const char *name, TrlColour c)
{
  open_attribute (svg, name, "");
  if (c.a <= 0)
    {
      g_string_append (svg->out, "none\"");
      return;
    }
  g_string_append_c (svg->out, '#');
  write_channel (svg, c.r);
  write_channel (svg, c.g);
  write_channel (svg, c.b);
  g_string_append_c (svg->out, '"');
  if (c.a >= 1)
    return;
  open_attribute (svg, name, "-opacity");
  trl_svg_write_number (svg, c.a);
  g_string_append_c (svg->out, '"');
}

/* The text comes from no scene, which would have cleaned it. */
static void
write_foreign (TrlSvg *svg, const char *text)
{
  g_autofree char *clean = trl_text_clean (text);
  trl_svg_write_text (svg, clean);
}

static void
write_element (TrlSvg *svg, const char *name, const char *id, const char *text)
{
  if (!text || !*text)
    return;
  g_string_append_c (svg->out, '<');
  g_string_append (svg->out, name);
  if (id)
    g_string_append_printf (svg->out, " id=\"%s\"", id);
  g_string_append_c (svg->out, '>');
  write_foreign (svg, text);
  g_string_append (svg->out, "</");
  g_string_append (svg->out, name);
  g_string_append (svg->out, ">\n");
}

/* An id may hold only some characters, and only once in a file. */
static const char *
make_id (TrlSvg *svg, TrlOwner owner)
{
  const char      *id = trl_scene_get_owner_id (svg->scene, owner);
  g_autofree char *row = id ? NULL : g_strdup_printf ("%u", owner.row);
  const char      *from = id ? id : row;
  g_autofree char *safe =
    g_str_is_ascii (from) ? g_strdup (from) : g_str_to_ascii (from, "C");
  for (char *c = safe; *c; c++)
    if (!g_ascii_isalnum (*c) && !strchr ("_-.", *c))
      *c = '_';
  char *unique = g_strconcat (owner_names[owner.kind], "-", safe, NULL);
  for (guint i = 2; g_hash_table_contains (svg->ids, unique); i++)
    {
      g_free (unique);
      unique = g_strdup_printf ("%s-%s-%u", owner_names[owner.kind], safe, i);
    }
  g_hash_table_add (svg->ids, unique);
  return unique;
}

static void
close_group (TrlSvg *svg)
{
  if (svg->group.kind != TRL_OWNER_NONE)
    g_string_append (svg->out, "</g>\n");
  svg->group = (TrlOwner){ TRL_OWNER_NONE, 0 };
}

static void
open_group (TrlSvg *svg, TrlOwner owner)
{
  if (owner.kind == svg->group.kind && owner.row == svg->group.row)
    return;
  close_group (svg);
  svg->group = owner;
  if (owner.kind == TRL_OWNER_NONE)
    return;
  g_string_append (svg->out, "<g id=\"");
  g_string_append (svg->out, make_id (svg, owner));
  g_string_append (svg->out, "\" class=\"");
  g_string_append (svg->out, owner_names[owner.kind]);
  g_string_append (svg->out, "\">");
  const char *title = trl_scene_get_title (svg->scene, owner);
  if (!title || !*title)
    return;
  g_string_append (svg->out, "<title>");
  trl_svg_write_text (svg, title);
  g_string_append (svg->out, "</title>\n");
}

static void
write_root (TrlSvg *svg, const TrlDrawInfo *info, const TrlRect *extent)
{
  gboolean named = info->title && *info->title,
           described = info->description && *info->description;
  g_string_append (svg->out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg "
                             "xmlns=\"http://www.w3.org/2000/svg\"");
  trl_svg_write_length (svg, "width", extent->width);
  g_string_insert (svg->out, svg->out->len - 1, "pt");
  trl_svg_write_length (svg, "height", extent->height);
  g_string_insert (svg->out, svg->out->len - 1, "pt");
  g_string_append (svg->out, " viewBox=\"");
  const double box[] = { extent->x, extent->y, extent->width, extent->height };
  for (guint i = 0; i < 4; i++)
    {
      trl_svg_write_number (svg, box[i]);
      g_string_append (svg->out, i < 3 ? " " : "\"");
    }
  g_string_append (svg->out, " font-family=\"" TRL_SVG_FONTS
                             "\" stroke-linejoin=\"round\" role=\"img\"");
  if (named || described)
    g_string_append_printf (svg->out, " aria-labelledby=\"%s%s%s\"",
                            named ? "figure-title" : "", named && described ? " " : "",
                            described ? "figure-description" : "");
  if (info->language && *info->language)
    {
      g_string_append (svg->out, " xml:lang=\"");
      write_foreign (svg, info->language);
      g_string_append_c (svg->out, '"');
    }
  g_string_append (svg->out, ">\n");
}

static void
write_metadata (TrlSvg *svg, const TrlDrawInfo *info)
{
  g_autofree char *date = info->created ? trl_draw_format_date (info->created) : NULL;
  gboolean         author = info->author && *info->author;
  gboolean         keywords = info->keywords && *info->keywords;
  if (!author && !keywords && !date)
    return;
  g_string_append (
    svg->out,
    "<metadata><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" "
    "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><rdf:Description rdf:about=\"\">\n");
  write_element (svg, "dc:creator", NULL, info->author);
  write_element (svg, "dc:subject", NULL, info->keywords);
  write_element (svg, "dc:date", NULL, date);
  g_string_append (svg->out, "</rdf:Description></rdf:RDF></metadata>\n");
}

static void
write_page (TrlSvg *svg)
{
  double    width, height;
  TrlColour background;
  if (!trl_scene_get_page (svg->scene, &background, &width, &height) || background.a <= 0)
    return;
  g_string_append (svg->out, "<rect class=\"background\"");
  trl_svg_write_length (svg, "width", width);
  trl_svg_write_length (svg, "height", height);
  trl_svg_write_colour (svg, "fill", background);
  g_string_append (svg->out, "/>\n");
}

static void
write_scene (TrlSvg *svg)
{
  guint          n;
  const TrlItem *items = trl_scene_get_items (svg->scene, &n);
  gboolean       crowd = trl_draw_is_crowd (svg->scene);
  trl_svg_write_hatches (svg);
  write_page (svg);
  for (guint i = 0, run; i < n; i += run)
    {
      run = crowd ? trl_draw_count_run (&items[i], n - i) : 1;
      open_group (svg, run > 1 ? (TrlOwner){ TRL_OWNER_NONE, 0 } : items[i].owner);
      if (run > 1)
        trl_svg_write_run (svg, &items[i], run);
      else
        trl_svg_write_item (svg, &items[i]);
    }
  close_group (svg);
}

GBytes *
trl_draw_svg (const TrlScene *scene, const TrlDrawInfo *info, GError **error)
{
  static const TrlDrawInfo nothing = { 0 };
  TrlRect                  extent;
  guint                    n;
  g_return_val_if_fail (scene != NULL, NULL);
  trl_scene_get_items (scene, &n);
  TrlSvg svg = {
    .scene = scene,
    .out = g_string_sized_new (BYTES_OF_ITEM * n),
    .ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
    .hatches = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
  };
  info = info ? info : &nothing;
  svg.outlines = info->outlines;
  trl_scene_get_extent (scene, &extent);
  write_root (&svg, info, &extent);
  write_element (&svg, "title", "figure-title", info->title);
  write_element (&svg, "desc", "figure-description", info->description);
  write_metadata (&svg, info);
  write_scene (&svg);
  g_string_append (svg.out, "</svg>\n");
  g_hash_table_unref (svg.ids);
  g_hash_table_unref (svg.hatches);
  g_clear_object (&svg.pango);
  g_clear_pointer (&svg.pen, cairo_destroy);
  return g_string_free_to_bytes (svg.out);
}
