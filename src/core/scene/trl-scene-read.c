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

/* A list without holes, for those who read a patched scene as a whole. */
static void
flatten (TrlScene *scene)
{
  if (!g_once_init_enter (&scene->flat))
    return;
  scene->flattened =
    g_array_sized_new (FALSE, FALSE, sizeof (TrlItem), scene->items->len);
  for (guint i = 0; i < scene->items->len; i++)
    {
      const TrlItem *item = trl_scene_get_item (scene, i);
      if (item)
        g_array_append_vals (scene->flattened, item, 1);
    }
  g_once_init_leave (&scene->flat, 1);
}

const TrlItem *
trl_scene_get_items (const TrlScene *scene, guint *n)
{
  g_return_val_if_fail (scene && n, NULL);
  if (scene->base)
    flatten ((TrlScene *) scene);
  const GArray *items = scene->base ? scene->flattened : scene->items;
  *n = items->len;
  return (const TrlItem *) items->data;
}

const TrlItem *
trl_scene_get_item (const TrlScene *scene, guint item)
{
  g_return_val_if_fail (scene && item < scene->items->len, NULL);
  const TrlPatchedItem *patched = trl_scene_find_patched (scene, item);
  if (patched)
    return patched->gone ? NULL : &patched->value;
  return &g_array_index (scene->items, TrlItem, item);
}

guint
trl_scene_count_items (const TrlScene *scene)
{
  g_return_val_if_fail (scene != NULL, 0);
  return scene->items->len;
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

static void
add_box (TrlRect *bounds, const TrlRect *box, gboolean *any)
{
  if (*any)
    grow (bounds, box);
  else
    *bounds = *box;
  *any = TRUE;
}

static const TrlRect *
get_box (const TrlScene *scene, guint item)
{
  return &g_array_index (scene->boxes, TrlRect, item);
}

/* A whole scene that was searched knows them; of all others they are found anew. */
gboolean
trl_scene_get_bounds (const TrlScene *scene, TrlRect *bounds)
{
  g_return_val_if_fail (scene && bounds, FALSE);
  gboolean any = FALSE;
  *bounds = scene->bounds;
  if (g_atomic_pointer_get ((gsize *) &scene->searchable) != 0)
    return scene->items->len > 0;
  for (guint i = 0; i < scene->boxes->len; i++)
    {
      const TrlPatchedItem *patched = trl_scene_find_patched (scene, i);
      if (!patched || !patched->gone)
        add_box (bounds, patched ? &patched->box : get_box (scene, i), &any);
    }
  return any;
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
  const TrlPatchedItem *patched = trl_scene_find_patched (scene, item);
  *bounds = patched ? patched->box : *get_box (scene, item);
}

/* The first place in the sorted list whose owner is not before @key. */
static guint
lower_bound (const TrlScene *scene, gint64 key)
{
  guint low = 0, high = scene->n_by_owner;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      if (scene->owners[middle] < key)
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
  scene = trl_scene_whole (scene); /* a patch changes no owner */
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
  guint        n;
  const guint *items = trl_scene_get_owner_items (scene, owner, &n);
  gboolean     any = FALSE;
  *bounds = (TrlRect){ 0 };
  for (guint i = 0; i < n; i++)
    {
      const TrlPatchedItem *patched = trl_scene_find_patched (scene, items[i]);
      if (!patched || !patched->gone)
        add_box (bounds, patched ? &patched->box : get_box (scene, items[i]), &any);
    }
  return any;
}

guint
trl_scene_get_unknown_glyphs (const TrlScene *scene)
{
  g_return_val_if_fail (scene != NULL, 0);
  return scene->unknown_glyphs;
}

gboolean
trl_rect_meets (const TrlRect *a, const TrlRect *b)
{
  return a->x <= b->x + b->width && b->x <= a->x + a->width && a->y <= b->y + b->height &&
         b->y <= a->y + a->height;
}

TrlRect
trl_scene_get_reach (const TrlScene *scene, guint item)
{
  const TrlPatchedItem *patched = trl_scene_find_patched (scene, item);
  if (patched)
    return patched->reach;
  trl_scene_prepare_search (trl_scene_whole (scene));
  return trl_scene_whole (scene)->reach[item];
}

static void
mark (guint64 *marks, guint item)
{
  marks[item / 64] |= (guint64) 1 << (item % 64);
}

/* What the index knows, but for what was changed since. */
static void
mark_whole (const TrlScene *scene, const TrlRect *area, guint64 *marks)
{
  const TrlScene *whole = trl_scene_whole (scene);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));
  const guint *ids;
  trl_scene_index_find (whole->index, area, found);
  ids = (const guint *) found->data;
  for (guint i = 0; i < found->len; i++)
    if (trl_rect_meets (&whole->reach[ids[i]], area) &&
        (whole == scene || !(scene->patched[ids[i] / 8] >> (ids[i] % 8) & 1)))
      mark (marks, ids[i]);
}

static void
mark_patched (const TrlScene *scene, const TrlRect *area, guint64 *marks)
{
  for (guint i = 0; scene->base && i < scene->patches->len; i++)
    {
      const TrlPatchedItem *patched = &g_array_index (scene->patches, TrlPatchedItem, i);
      if (!patched->gone && trl_rect_meets (&patched->reach, area))
        mark (marks, patched->item);
    }
}

/* A bit for each item puts them in order, each once, sooner than sorting would. */
GArray *
trl_scene_find_items (const TrlScene *scene, const TrlRect *area)
{
  g_return_val_if_fail (scene && scene->frozen && area, NULL);
  trl_scene_prepare_search (trl_scene_whole (scene));
  GArray             *found = g_array_new (FALSE, FALSE, sizeof (guint));
  guint               words = scene->items->len / 64 + 1;
  g_autofree guint64 *marks = g_new0 (guint64, words);
  mark_whole (scene, area, marks);
  mark_patched (scene, area, marks);
  for (guint word = 0; word < words; word++)
    for (guint64 left = marks[word]; left; left &= left - 1)
      {
        guint item = word * 64 + (guint) __builtin_ctzll (left);
        g_array_append_val (found, item);
      }
  return found;
}
