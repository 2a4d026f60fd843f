/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Entries flow like words: each is a sample, a label and a number; what belongs together
 * begins a line of its own. */
#include "config.h"

#include "scene/trl-legend-private.h"
#include "scene/trl-scene-marks.h"

#include "layout/trl-layout.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define LEAST_MARK 6.0 /* points, that a mark keeps while other letters have as much */

/* Lengths in sizes of the type. */
#define DISC 0.66
#define LINE 1.8
#define GAP 0.5
#define APART 1.35
#define LEADING 1.75

typedef struct
{
  const TrlLegend *legend;
  TrlScene        *scene; /* NULL: only measured */
  double           size;
  double           line; /* height of a line of entries */
} Pen;

static const TrlThemeStyle *
style_of (const Pen *pen)
{
  return trl_theme_get_style (pen->legend->options.theme);
}

static TrlOwner
owner_of (guint index)
{
  return (TrlOwner){ TRL_OWNER_LEGEND, index };
}

static double
put_text (const Pen *pen, guint index, double x, double y, const char *text, gboolean dim)
{
  const TrlThemeStyle *style = style_of (pen);
  TrlTextSpec          spec = { .string = text,
                                .size = pen->size,
                                .max_chars = 60,
                                .align = TRL_ALIGN_LEFT,
                                .anchor_y = 0.5 };
  double               width;

  trl_scene_measure (&spec, &width, NULL);
  if (pen->scene)
    trl_scene_add_text (pen->scene, owner_of (index), x, y, &spec,
                        dim ? style->dim : style->ink);
  return width;
}

static double
put_number (const Pen *pen, guint index, double x, double y, guint number)
{
  g_autofree char *text = g_strdup_printf ("%u", number);

  return put_text (pen, index, x, y, text, TRUE);
}

static void
put (const Pen *pen, const TrlItem *item)
{
  if (pen->scene)
    trl_scene_add (pen->scene, item);
}

static void
put_disc (
  const Pen *pen, guint index, double x, double y, int rank, const TrlScale *scale)
{
  TrlNodeLook look;
  double      radius = DISC * pen->size, least = MIN (pen->size, LEAST_MARK);

  trl_look_node (pen->legend->look, scale, rank, &look);
  put (pen, &(TrlItem){ .kind = TRL_ITEM_DISC,
                        .owner = owner_of (index),
                        .fill = look.fill,
                        .stroke = look.stroke,
                        .width = MAX (0.6, look.width * 0.85),
                        .dash = { look.dash[0] * 0.8, look.dash[1] * 0.8 },
                        .hatch = look.hatch,
                        .x = x,
                        .y = y,
                        .radius = radius });
  if (pen->scene && look.pips && pen->legend->options.pips != TRL_PIPS_NEVER)
    trl_look_add_pips (&look, pen->scene, owner_of (index), x, y, radius * 0.95);
  if (pen->scene && look.mark)
    trl_scene_add_text (pen->scene, owner_of (index), x, y,
                        &(TrlTextSpec){ .string = look.mark,
                                        .size = MAX (pen->size * 0.8, least),
                                        .bold = TRUE,
                                        .align = TRL_ALIGN_CENTRE,
                                        .anchor_x = 0.5,
                                        .anchor_y = 0.5,
                                        .halo = look.fill },
                        look.ink);
}

static void
put_line (
  const Pen *pen, guint index, double x, double y, double length, const TrlEdgeLook *look)
{
  TrlItem item = { .kind = TRL_ITEM_LINE,
                   .owner = owner_of (index),
                   .stroke = look->stroke,
                   .width = look->width,
                   .dash = { look->dash[0], look->dash[1] },
                   .x = x,
                   .y = y,
                   .x2 = x + length * (1 - look->gap) / 2,
                   .y2 = y };

  if (look->gap == 0)
    item.x2 = x + length;
  put (pen, &item);
  if (look->gap == 0)
    return;
  item.x = x + length * (1 + look->gap) / 2;
  item.x2 = x + length;
  put (pen, &item);
}

/* Disc, line, label, number.  Returns the width. */
static double
put_level (const Pen *pen, guint index, const TrlLegendEntry *entry, double x, double y)
{
  double      at = x + 2 * DISC * pen->size;
  TrlEdgeLook look;

  put_disc (pen, index, x + DISC * pen->size, y, entry->rank, entry->scale);
  at += GAP * pen->size * 0.5;
  if (trl_look_edge (pen->legend->look, entry->scale, entry->rank, FALSE, &look))
    {
      put_line (pen, index, at, y, LINE * pen->size, &look);
      at += LINE * pen->size;
    }
  at += GAP * pen->size;
  at += put_text (pen, index, at, y, entry->label, FALSE) + GAP * pen->size * 0.8;
  return at + put_number (pen, index, at, y, entry->count) - x;
}

static double
put_tie (const Pen *pen, guint index, const TrlLegendEntry *entry, double x, double y)
{
  double      at = x, end = x + LINE * pen->size * 1.3;
  TrlEdgeLook look;

  trl_look_edge (pen->legend->look, NULL, TRL_LOOK_NOT_REPORTED,
                 entry->kind == TRL_LEGEND_PLANNED, &look);
  look.gap = 0;
  put_line (pen, index, at, y, LINE * pen->size * 1.3, &look);
  if (entry->kind == TRL_LEGEND_DIRECTED)
    put (pen, &(TrlItem){ .kind = TRL_ITEM_SHAPE,
                          .owner = owner_of (index),
                          .fill = look.stroke,
                          .x = end,
                          .y = y,
                          .radius = 2.4,
                          .angle = G_PI / 2,
                          .shape = TRL_SHAPE_TRIANGLE });
  at = end + GAP * pen->size + (entry->kind == TRL_LEGEND_DIRECTED ? 3 : 0);
  at += put_text (pen, index, at, y, entry->label, FALSE) + GAP * pen->size * 0.8;
  return at + put_number (pen, index, at, y, entry->count) - x;
}

static double
put_intended (
  const Pen *pen, guint index, const TrlLegendEntry *entry, double x, double y)
{
  const TrlThemeStyle *style = style_of (pen);
  double               at = x + 2 * DISC * pen->size + GAP * pen->size;

  put (pen, &(TrlItem){ .kind = TRL_ITEM_DISC,
                        .owner = owner_of (index),
                        .fill = style->background,
                        .stroke = style->ink,
                        .width = 1.1,
                        .x = x + DISC * pen->size,
                        .y = y,
                        .radius = 2.6 });
  return at + put_text (pen, index, at, y, entry->label, FALSE) - x;
}

static double
put_family (const Pen *pen, guint index, const TrlLegendEntry *entry, double x, double y)
{
  const TrlThemeStyle *style = style_of (pen);
  double               radius = DISC * pen->size * 0.92;
  double               at = x + 2 * DISC * pen->size + GAP * pen->size;

  put (pen, &(TrlItem){ .kind = entry->shape == TRL_SHAPE_CIRCLE ? TRL_ITEM_DISC
                                                                 : TRL_ITEM_SHAPE,
                        .owner = owner_of (index),
                        .fill = style->background,
                        .stroke = style->outline,
                        .width = 0.8,
                        .x = x + DISC * pen->size,
                        .y = y,
                        .radius = radius,
                        .shape = (guint8) entry->shape });
  at += put_text (pen, index, at, y, entry->label, FALSE) + GAP * pen->size * 0.8;
  return at + put_number (pen, index, at, y, entry->count) - x;
}

static double
put_ghost (const Pen *pen, guint index, const TrlLegendEntry *entry, double x, double y)
{
  double radius = DISC * pen->size, at = x + 2 * radius + GAP * pen->size;

  put (pen, &(TrlItem){ .kind = TRL_ITEM_DISC,
                        .owner = owner_of (index),
                        .fill = trl_look_get_ghost (pen->legend->options.theme),
                        .x = x + radius,
                        .y = y,
                        .radius = TRL_GHOST_RADIUS });
  at += put_text (pen, index, at, y, entry->label, FALSE) + GAP * pen->size * 0.8;
  return at + put_number (pen, index, at, y, entry->count) - x;
}

/* A partner count as its disc in the pictures. */
static double
size_radius (const Pen *pen, guint count)
{
  return trl_layout_disc_radius (count) * trl_look_node_scale (&pen->legend->options) *
         pen->legend->zoom;
}

static double
put_sizes (const Pen *pen, guint index, const TrlLegendEntry *entry, double x, double y)
{
  const TrlThemeStyle *style = style_of (pen);
  double               at = x;

  for (guint i = 0; i < G_N_ELEMENTS (entry->sizes) && entry->sizes[i] > 0; i++)
    {
      double radius = size_radius (pen, entry->sizes[i]);

      put (pen, &(TrlItem){ .kind = TRL_ITEM_DISC,
                            .owner = owner_of (index),
                            .stroke = style->outline,
                            .width = 0.8,
                            .x = at + radius,
                            .y = y,
                            .radius = radius });
      at += 2 * radius + GAP * pen->size * 0.5;
      at += put_number (pen, index, at, y, entry->sizes[i]) + GAP * pen->size;
    }
  return at + put_text (pen, index, at, y, entry->label, FALSE) - x;
}

/* A badge on a line; about a hub the line ends there, for a chevron to point to. */
static double
put_changed_tie (
  const Pen *pen, guint index, const TrlLegendEntry *entry, double x, double y)
{
  const TrlThemeStyle *style = style_of (pen);
  double               length = LINE * pen->size * 2.2, hub = 0.3 * pen->size;
  TrlMarkPlace         place = { x + length / 2, y, DISC * pen->size * 0.8,
                         pen->legend->has_hub ? -1 : 0, pen->legend->has_hub ? 0 : -1 };
  double               at = x + length + GAP * pen->size;
  TrlEdgeLook          look;

  trl_look_edge (pen->legend->look, NULL, TRL_LOOK_NOT_REPORTED, FALSE, &look);
  look.gap = 0;
  if (entry->change == TRL_TIE_LOST)
    trl_mark_fade_edge (&look, style->background);
  put_line (pen, index, x, y, length, &look);
  if (pen->legend->has_hub)
    put (pen, &(TrlItem){ .kind = TRL_ITEM_DISC,
                          .owner = owner_of (index),
                          .fill = style->hub,
                          .stroke = style->outline,
                          .width = 0.8,
                          .x = x + hub,
                          .y = y,
                          .radius = hub });
  if (pen->scene)
    trl_mark_add_to_scene (pen->scene, owner_of (index), entry->change, &place,
                           style->ink, style->background);
  at += put_text (pen, index, at, y, entry->label, FALSE) + GAP * pen->size * 0.8;
  return at + put_number (pen, index, at, y, entry->count) - x;
}

static double
put_changed_partner (
  const Pen *pen, guint index, const TrlLegendEntry *entry, double x, double y)
{
  const TrlThemeStyle *style = style_of (pen);
  double               radius = DISC * pen->size;
  TrlMarkPlace place = { x + radius * 1.7, y - radius * 0.5, radius * 0.75, 0, -1 };
  double       at = x + 2.6 * radius + GAP * pen->size;
  TrlNodeLook  look;

  trl_look_node (pen->legend->look, NULL, TRL_LOOK_NEUTRAL, &look);
  if (entry->change == TRL_TIE_LOST)
    trl_mark_fade_node (&look, style->background);
  put (pen, &(TrlItem){ .kind = TRL_ITEM_DISC,
                        .owner = owner_of (index),
                        .fill = look.fill,
                        .stroke = look.stroke,
                        .width = look.width,
                        .dash = { look.dash[0], look.dash[1] },
                        .x = x + radius,
                        .y = y,
                        .radius = radius });
  if (pen->scene)
    trl_mark_add_to_scene (pen->scene, owner_of (index), entry->change, &place,
                           style->ink, style->background);
  at += put_text (pen, index, at, y, entry->label, FALSE) + GAP * pen->size * 0.8;
  return at + put_number (pen, index, at, y, entry->count) - x;
}

static double
put_box (const Pen *pen, guint index, const TrlLegendEntry *entry, double x, double y)
{
  const TrlLegendBox *box = &entry->box;
  double              side = 0.9 * pen->size, at = x + side + GAP * pen->size;

  put (pen, &(TrlItem){ .kind = TRL_ITEM_RECT,
                        .owner = owner_of (index),
                        .fill = box->fill,
                        .stroke = box->stroke,
                        .width = box->stroke.a > 0 ? 0.6 : 0,
                        .dash = { box->dash ? 1.6 : 0, box->dash ? 1.4 : 0 },
                        .hatch = box->hatch,
                        .x = x,
                        .y = y - side / 2,
                        .x2 = side,
                        .y2 = side });
  return at + put_text (pen, index, at, y, entry->label, FALSE) - x;
}

typedef double (*PutFunc) (
  const Pen *pen, guint index, const TrlLegendEntry *entry, double x, double y);

typedef struct
{
  PutFunc put;
  guint   group; /* a new group begins a new line */
} Row;

static const Row rows[TRL_N_LEGEND_KINDS] = {
  [TRL_LEGEND_LEVEL] = { put_level, 0 },
  [TRL_LEGEND_NONE] = { put_level, 0 },
  [TRL_LEGEND_NOT_REPORTED] = { put_level, 0 },
  [TRL_LEGEND_GHOST] = { put_ghost, 0 },
  [TRL_LEGEND_PLANNED] = { put_tie, 0 },
  [TRL_LEGEND_INTENDED] = { put_intended, 0 },
  [TRL_LEGEND_DIRECTED] = { put_tie, 0 },
  [TRL_LEGEND_CHANGED_TIE] = { put_changed_tie, 2 },
  [TRL_LEGEND_CHANGED_PARTNER] = { put_changed_partner, 2 },
  [TRL_LEGEND_FAMILY] = { put_family, 1 },
  [TRL_LEGEND_SIZE] = { put_sizes, 1 },
  [TRL_LEGEND_BOX] = { put_box, 0 },
};

static double
entry_height (const Pen *pen, const TrlLegendEntry *entry)
{
  double largest = 0;

  if (entry->kind != TRL_LEGEND_SIZE)
    return pen->line;
  for (guint i = 0; i < G_N_ELEMENTS (entry->sizes); i++)
    if (entry->sizes[i] > 0)
      largest = MAX (largest, size_radius (pen, entry->sizes[i]));
  return MAX (pen->line, 2 * largest + pen->size * 0.4);
}

/* The entries of a line, from @first; the height goes to @height. */
static guint
measure_line (const Pen *pen, guint first, double width, guint columns, double *height)
{
  Pen    ruler = *pen;
  double used = 0;
  guint  i;

  ruler.scene = NULL;
  *height = 0;
  for (i = first; i < pen->legend->entries->len; i++)
    {
      const TrlLegendEntry *entry = trl_legend_get_entry (pen->legend, i);
      const TrlLegendEntry *before = i > first ? entry - 1 : entry;

      used += rows[entry->kind].put (&ruler, i, entry, 0, 0);
      if (i > first &&
          (used > width || rows[before->kind].group != rows[entry->kind].group ||
           (columns > 0 && i - first >= columns)))
        break;
      used += APART * pen->size;
      *height = MAX (*height, entry_height (pen, entry));
    }
  return i;
}

double
trl_legend_get_width (const TrlLegend *legend, double text_size)
{
  Pen    ruler = { legend, NULL, text_size, text_size * LEADING };
  double widest = 0;

  for (guint i = 0; i < legend->entries->len; i++)
    {
      const TrlLegendEntry *entry = trl_legend_get_entry (legend, i);

      widest = MAX (widest, rows[entry->kind].put (&ruler, i, entry, 0, 0));
    }
  return widest;
}

/* Several columns are as wide as the widest entry, as many of them as there is room for.
 *
 * Returns: 0: entries flow */
static double
column_width (const TrlLegend *legend, double width, guint *columns, double text_size)
{
  double wide = trl_legend_get_width (legend, text_size) + APART * text_size;

  if (*columns < 2)
    return 0;
  *columns = CLAMP ((guint) ((width + APART * text_size) / wide), 1, *columns);
  return wide;
}

double
trl_legend_add_to_scene (const TrlLegend *legend,
                         TrlScene        *scene,
                         double           x,
                         double           y,
                         double           width,
                         guint            columns,
                         double           text_size)
{
  Pen    pen = { legend, scene, text_size, text_size * LEADING };
  double wide = column_width (legend, width, &columns, text_size);
  double top = y, height;
  guint  end;

  for (guint first = 0; first < legend->entries->len; first = end)
    {
      double at = x;

      end = measure_line (&pen, first, wide > 0 ? INFINITY : width, columns, &height);
      for (guint i = first; i < end; i++)
        {
          const TrlLegendEntry *entry = trl_legend_get_entry (legend, i);
          double used = rows[entry->kind].put (&pen, i, entry, at, top + height / 2);

          at += wide > 0 ? wide : used + APART * pen.size;
        }
      top += height;
    }
  return top - y;
}
