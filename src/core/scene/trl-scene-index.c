/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Two passes over all items: the first counts how many enter each cell, the second writes
 * them, so that a cell is a slice of one array.  What covers much of the grid (rings,
 * long bands) is kept in a list of its own that every search reads. */

#include "config.h"

#include "scene/trl-scene-index.h"

#include <math.h>

#define MAX_SIDE 128
#define CURVE_STEPS 8
#define BIG_SHARE 4 /* of the cells, as a divisor */

struct TrlSceneIndex
{
  TrlRect box;
  guint   columns, rows;
  double  cell_width, cell_height;
  guint  *at; /* cells + 1: where the slice of a cell starts */
  guint  *ids;
  GArray *big;
};

typedef struct
{
  const TrlSceneIndex *index;
  guint               *at;  /* the next free place of each cell */
  guint               *ids; /* NULL while counting */
  guint                id;
} Entry;

static guint
cell_of (double value, double start, double size, guint n)
{
  return (guint) CLAMP ((value - start) / size, 0, n - 1);
}

static guint
column_of (const TrlSceneIndex *index, double x)
{
  return cell_of (x, index->box.x, index->cell_width, index->columns);
}

static guint
row_of (const TrlSceneIndex *index, double y)
{
  return cell_of (y, index->box.y, index->cell_height, index->rows);
}

static void
enter_row (Entry *entry, guint row, double left, double right)
{
  guint last = column_of (entry->index, right);
  for (guint column = column_of (entry->index, left); column <= last; column++)
    {
      guint at = entry->at[row * entry->index->columns + column]++;
      if (entry->ids)
        entry->ids[at] = entry->id;
    }
}

static void
enter_box (Entry *entry, const TrlRect *box)
{
  guint last = row_of (entry->index, box->y + box->height);
  for (guint row = row_of (entry->index, box->y); row <= last; row++)
    enter_row (entry, row, box->x, box->x + box->width);
}

/* Row by row: the part of the line that lies in a row, and the cells above and below it.
 */
static void
enter_segment (Entry *entry, double x1, double y1, double x2, double y2, double pad)
{
  const TrlSceneIndex *index = entry->index;
  if (y1 > y2)
    {
      enter_segment (entry, x2, y2, x1, y1, pad);
      return;
    }
  guint last = row_of (index, y2 + pad);
  for (guint row = row_of (index, y1 - pad); row <= last; row++)
    {
      double top = index->box.y + row * index->cell_height - pad;
      double bottom = top + index->cell_height + 2 * pad;
      double from = CLAMP (top, y1, y2), to = CLAMP (bottom, y1, y2);
      double slope = y2 - y1 > 1e-9 ? (x2 - x1) / (y2 - y1) : 0;
      double a = x1 + (from - y1) * slope, b = x1 + (to - y1) * slope;
      if (y2 - y1 <= 1e-9)
        b = x2;
      enter_row (entry, row, MIN (a, b) - pad, MAX (a, b) + pad);
    }
}

static void
enter_curve (Entry *entry, const TrlItem *item)
{
  double x = item->x, y = item->y;
  /* A piece of a curve leaves its chord by less than 1/4 (1/8)² of its height. */
  double bend =
    hypot (item->x - 2 * item->cx + item->x2, item->y - 2 * item->cy + item->y2);
  double pad = item->width / 2 + bend / (4.0 * CURVE_STEPS * CURVE_STEPS);
  for (guint i = 1; i <= CURVE_STEPS; i++)
    {
      double t = (double) i / CURVE_STEPS, u = 1 - t;
      double to_x = u * u * item->x + 2 * u * t * item->cx + t * t * item->x2;
      double to_y = u * u * item->y + 2 * u * t * item->cy + t * t * item->y2;
      enter_segment (entry, x, y, to_x, to_y, pad);
      x = to_x;
      y = to_y;
    }
}

static gboolean
is_big (const TrlSceneIndex *index, const TrlItem *item, const TrlRect *box)
{
  if (trl_item_is_line (item))
    return FALSE;
  double cells =
    (box->width / index->cell_width + 1) * (box->height / index->cell_height + 1);
  return cells > 16 && cells * BIG_SHARE > (double) index->columns * index->rows;
}

static void
enter_item (Entry *entry, const TrlItem *item, const TrlRect *box)
{
  if (is_big (entry->index, item, box))
    return;
  if (item->kind == TRL_ITEM_LINE)
    enter_segment (entry, item->x, item->y, item->x2, item->y2, item->width / 2);
  else if (item->kind == TRL_ITEM_CURVE)
    enter_curve (entry, item);
  else
    enter_box (entry, box);
}

static void
enter_all (Entry *entry, const TrlItem *items, const TrlRect *boxes, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      entry->id = i;
      enter_item (entry, &items[i], &boxes[i]);
    }
}

static TrlRect
union_of (const TrlRect *boxes, guint n)
{
  double left = 0, top = 0, right = 1, bottom = 1;
  for (guint i = 0; i < n; i++)
    {
      left = i ? MIN (left, boxes[i].x) : boxes[i].x;
      top = i ? MIN (top, boxes[i].y) : boxes[i].y;
      right = i ? MAX (right, boxes[i].x + boxes[i].width) : boxes[i].x + boxes[i].width;
      bottom =
        i ? MAX (bottom, boxes[i].y + boxes[i].height) : boxes[i].y + boxes[i].height;
    }
  return (TrlRect){ left, top, MAX (right - left, 1), MAX (bottom - top, 1) };
}

/* About two items a cell, cells about square. */
static void
choose_grid (TrlSceneIndex *index, guint n)
{
  double side = sqrt (index->box.width * index->box.height / MAX (n / 2.0, 16));
  index->columns = CLAMP (ceil (index->box.width / side), 1, MAX_SIDE);
  index->rows = CLAMP (ceil (index->box.height / side), 1, MAX_SIDE);
  index->cell_width = index->box.width / index->columns;
  index->cell_height = index->box.height / index->rows;
}

TrlSceneIndex *
trl_scene_index_new (const TrlItem *items, const TrlRect *boxes, guint n)
{
  TrlSceneIndex *index = g_new0 (TrlSceneIndex, 1);
  index->box = union_of (boxes, n);
  index->big = g_array_new (FALSE, FALSE, sizeof (guint));
  choose_grid (index, n);

  guint             cells = index->columns * index->rows, sum = 0;
  g_autofree guint *next = g_new0 (guint, cells);
  Entry             entry = { .index = index, .at = next };
  enter_all (&entry, items, boxes, n);
  index->at = g_new (guint, cells + 1);
  for (guint i = 0; i < cells; i++)
    {
      index->at[i] = sum;
      sum += next[i];
      next[i] = index->at[i];
    }
  index->at[cells] = sum;
  index->ids = entry.ids = g_new (guint, MAX (sum, 1));
  enter_all (&entry, items, boxes, n);
  for (guint i = 0; i < n; i++)
    if (is_big (index, &items[i], &boxes[i]))
      g_array_append_val (index->big, i);
  return index;
}

void
trl_scene_index_free (TrlSceneIndex *index)
{
  if (!index)
    return;
  g_array_unref (index->big);
  g_free (index->at);
  g_free (index->ids);
  g_free (index);
}

void
trl_scene_index_find (const TrlSceneIndex *index, const TrlRect *area, GArray *found)
{
  guint first = column_of (index, area->x),
        last = column_of (index, area->x + area->width);
  guint bottom = row_of (index, area->y + area->height);
  for (guint row = row_of (index, area->y); row <= bottom; row++)
    {
      guint from = index->at[row * index->columns + first];
      guint to = index->at[row * index->columns + last + 1];
      g_array_append_vals (found, index->ids + from, to - from);
    }
  g_array_append_vals (found, index->big->data, index->big->len);
}
