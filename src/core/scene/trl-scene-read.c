/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What painters, tools and screen readers ask of a scene. */

#include "config.h"

#include "scene/trl-scene-private.h"

#define DEFAULT_HATCH_GAP 3.0 /* points */

double
trl_item_get_hatch_gap (const TrlItem *item)
{
  g_return_val_if_fail (item != NULL, DEFAULT_HATCH_GAP);
  if (item->hatch_gap > 0)
    return item->hatch_gap;
  return item->width > 0 ? 3 * item->width : DEFAULT_HATCH_GAP;
}

void
trl_scene_measure (const TrlTextSpec *spec, double *width, double *height)
{
  g_return_if_fail (spec != NULL);
  g_autoptr (TrlTextBlock) block = spec->string ? trl_text_break (NULL, spec) : NULL;
  gboolean empty = !block || !*block->string;
  if (width)
    *width = empty ? 0 : block->width;
  if (height)
    *height = empty ? 0 : block->height;
}

const TrlItem *
trl_scene_get_items (const TrlScene *scene, guint *n)
{
  g_return_val_if_fail (scene && n, NULL);
  *n = scene->items->len;
  return (const TrlItem *) scene->items->data;
}

const TrlTextBlock *
trl_scene_get_text (const TrlScene *scene, guint text)
{
  g_return_val_if_fail (scene && text < scene->texts->len, NULL);
  return scene->texts->pdata[text];
}

gboolean
trl_scene_get_page (const TrlScene *scene,
                    TrlColour      *background,
                    double         *width,
                    double         *height)
{
  g_return_val_if_fail (scene != NULL, FALSE);
  if (background)
    *background = scene->background;
  if (width)
    *width = scene->page_width;
  if (height)
    *height = scene->page_height;
  return scene->page_width > 0;
}

static void
grow (TrlRect *box, const TrlRect *by)
{
  double right = MAX (box->x + box->width, by->x + by->width);
  double bottom = MAX (box->y + box->height, by->y + by->height);
  box->x = MIN (box->x, by->x);
  box->y = MIN (box->y, by->y);
  box->width = right - box->x;
  box->height = bottom - box->y;
}

gboolean
trl_scene_get_bounds (const TrlScene *scene, TrlRect *bounds)
{
  g_return_val_if_fail (scene && bounds, FALSE);
  const TrlRect *boxes = (const TrlRect *) scene->boxes->data;
  *bounds = scene->boxes->len ? boxes[0] : (TrlRect){ 0 };
  for (guint i = 1; i < scene->boxes->len; i++)
    grow (bounds, &boxes[i]);
  return scene->boxes->len > 0;
}

void
trl_scene_get_extent (const TrlScene *scene, TrlRect *extent)
{
  g_return_if_fail (scene && extent);
  if (scene->page_width > 0)
    *extent = (TrlRect){ 0, 0, scene->page_width, scene->page_height };
  else
    trl_scene_get_bounds (scene, extent);
  extent->width = MAX (extent->width, 1);
  extent->height = MAX (extent->height, 1);
}

void
trl_scene_get_item_bounds (const TrlScene *scene, guint item, TrlRect *bounds)
{
  g_return_if_fail (scene && bounds && item < scene->boxes->len);
  *bounds = g_array_index (scene->boxes, TrlRect, item);
}

static gint64
owner_order (const TrlScene *scene, guint place)
{
  const TrlItem *items = (const TrlItem *) scene->items->data;
  return trl_owner_to_key (items[scene->by_owner[place]].owner);
}

/* The first place in the sorted list whose owner is not before @key. */
static guint
lower_bound (const TrlScene *scene, gint64 key)
{
  guint low = 0, high = scene->n_by_owner;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      if (owner_order (scene, middle) < key)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

const guint *
trl_scene_get_owner_items (const TrlScene *scene, TrlOwner owner, guint *n)
{
  g_return_val_if_fail (scene && scene->frozen && n, NULL);
  trl_scene_prepare_search (scene);
  gint64 key = trl_owner_to_key (owner);
  guint  from = lower_bound (scene, key);
  *n = lower_bound (scene, key + 1) - from;
  return scene->by_owner + from;
}

gboolean
trl_scene_get_owner_bounds (const TrlScene *scene, TrlOwner owner, TrlRect *bounds)
{
  g_return_val_if_fail (scene && scene->frozen && bounds, FALSE);
  guint          n;
  const guint   *items = trl_scene_get_owner_items (scene, owner, &n);
  const TrlRect *boxes = (const TrlRect *) scene->boxes->data;
  *bounds = n ? boxes[items[0]] : (TrlRect){ 0 };
  for (guint i = 1; i < n; i++)
    grow (bounds, &boxes[items[i]]);
  return n > 0;
}

guint
trl_scene_get_unknown_glyphs (const TrlScene *scene)
{
  g_return_val_if_fail (scene != NULL, 0);
  return scene->unknown_glyphs;
}

static int
by_number (gconstpointer a, gconstpointer b)
{
  guint x = *(const guint *) a, y = *(const guint *) b;
  return (x > y) - (x < y);
}

static gboolean
meets (const TrlRect *a, const TrlRect *b)
{
  return a->x <= b->x + b->width && b->x <= a->x + a->width && a->y <= b->y + b->height &&
         b->y <= a->y + a->height;
}

/* Each once, and only what reaches into the area. */
static void
sift (const TrlScene *scene, const TrlRect *area, GArray *sorted)
{
  guint  n = 0;
  guint *ids = (guint *) sorted->data;
  for (guint i = 0; i < sorted->len; i++)
    if ((n == 0 || ids[i] != ids[n - 1]) && meets (&scene->reach[ids[i]], area))
      ids[n++] = ids[i];
  g_array_set_size (sorted, n);
}

GArray *
trl_scene_find_items (const TrlScene *scene, const TrlRect *area)
{
  g_return_val_if_fail (scene && scene->frozen && area, NULL);
  trl_scene_prepare_search (scene);
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint));
  trl_scene_index_find (scene->index, area, found);
  g_array_sort (found, by_number);
  sift (scene, area, found);
  return found;
}
