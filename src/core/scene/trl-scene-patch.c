/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A patched scene borrows the arrays of the whole one that it came from and keeps what
 * differs in a short sorted list; a bit for each item says whether to look there.  A
 * patch of a patch has both lists merged, so that there is never a chain. */

#include "config.h"

#include "scene/trl-scene-patch.h"

#include "model/trl-compare.h"
#include "scene/trl-scene-private.h"

#include <math.h>
#include <string.h>

static gboolean
is_patched (const TrlScene *scene, guint item)
{
  return scene->base && (scene->patched[item / 8] >> (item % 8) & 1);
}

const TrlPatchedItem *
trl_scene_find_patched (const TrlScene *scene, guint item)
{
  guint low = 0, high = scene->base ? scene->patches->len : 0;

  if (high == 0 || !is_patched (scene, item))
    return NULL;
  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (scene->patches, TrlPatchedItem, middle).item <= item)
        low = middle;
      else
        high = middle;
    }
  return &g_array_index (scene->patches, TrlPatchedItem, low);
}

static int
by_item (gconstpointer a, gconstpointer b)
{
  const TrlPatchedItem *x = a, *y = b;

  return x->item < y->item ? -1 : x->item > y->item;
}

static TrlPatchedItem
patch_item (const TrlScene *scene, const TrlItemChange *change)
{
  const TrlItem      *value = &change->value;
  TrlPatchedItem      patched = { .item = change->item,
                                  .gone = change->gone,
                                  .value = *value };
  const TrlTextBlock *text =
    value->kind == TRL_ITEM_TEXT ? scene->texts->pdata[value->text] : NULL;

  patched.box = trl_item_get_box (value, text);
  patched.reach = trl_item_get_reach (value, text, &patched.box);
  return patched;
}

static void
add_old_patches (const TrlScene *scene, const guint8 *fresh, GArray *patches)
{
  for (guint i = 0; scene->base && i < scene->patches->len; i++)
    {
      const TrlPatchedItem *old = &g_array_index (scene->patches, TrlPatchedItem, i);

      if (!(fresh[old->item / 8] >> (old->item % 8) & 1))
        g_array_append_vals (patches, old, 1);
    }
}

static TrlScene *
share (TrlScene *whole)
{
  TrlScene *scene = g_new0 (TrlScene, 1);

  g_atomic_ref_count_init (&scene->ref_count);
  scene->base = trl_scene_ref (whole);
  scene->frozen = TRUE;
  scene->items = g_array_ref (whole->items);
  scene->boxes = g_array_ref (whole->boxes);
  scene->texts = g_ptr_array_ref (whole->texts);
  scene->titles = g_hash_table_ref (whole->titles);
  scene->background = whole->background;
  scene->page_width = whole->page_width;
  scene->page_height = whole->page_height;
  scene->name = g_strdup (whole->name);
  scene->description = g_strdup (whole->description);
  scene->unknown_glyphs = whole->unknown_glyphs;
  return scene;
}

TrlScene *
trl_scene_patch (TrlScene *scene, const TrlItemChange *changes, guint n)
{
  g_return_val_if_fail (scene && scene->frozen && (changes || n == 0), NULL);
  TrlScene *patch = share (scene->base ? scene->base : scene);

  patch->patched = g_new0 (guint8, scene->items->len / 8 + 1);
  patch->patches = g_array_sized_new (FALSE, FALSE, sizeof (TrlPatchedItem), n);
  for (guint i = 0; i < n; i++)
    {
      TrlPatchedItem patched = patch_item (scene, &changes[i]);

      patch->patched[patched.item / 8] |= (guint8) (1 << (patched.item % 8));
      g_array_append_val (patch->patches, patched);
    }
  add_old_patches (scene, patch->patched, patch->patches);
  for (guint i = n; i < patch->patches->len; i++)
    {
      guint item = g_array_index (patch->patches, TrlPatchedItem, i).item;

      patch->patched[item / 8] |= (guint8) (1 << (item % 8));
    }
  g_array_sort (patch->patches, by_item);
  return patch;
}

guint
trl_scene_count_patched (const TrlScene *scene)
{
  g_return_val_if_fail (scene != NULL, 0);
  return scene->base ? scene->patches->len : 0;
}

/* Whether an item looks otherwise in two scenes of one family. */
static gboolean
differs (const TrlScene *a, const TrlScene *b, guint item)
{
  const TrlPatchedItem *p = trl_scene_find_patched (a, item);
  const TrlPatchedItem *q = trl_scene_find_patched (b, item);
  gboolean              gone[2] = { p && p->gone, q && q->gone };

  if (gone[0] || gone[1])
    return gone[0] != gone[1];
  return memcmp (p ? &p->value : &g_array_index (a->items, TrlItem, item),
                 q ? &q->value : &g_array_index (b->items, TrlItem, item),
                 sizeof (TrlItem)) != 0;
}

static void
list_differing (const TrlScene *a, const TrlScene *b, GArray *changed)
{
  for (guint i = 0; a->base && i < a->patches->len; i++)
    {
      guint item = g_array_index (a->patches, TrlPatchedItem, i).item;

      if (differs (a, b, item))
        g_array_append_val (changed, item);
    }
}

gboolean
trl_scene_list_changes (const TrlScene *a, const TrlScene *b, GArray **changed)
{
  g_return_val_if_fail (a && b && changed, FALSE);
  guint kept = 0;

  *changed = NULL;
  if ((a->base ? a->base : a) != (b->base ? b->base : b))
    return FALSE;
  *changed = g_array_new (FALSE, FALSE, sizeof (guint));
  list_differing (a, b, *changed);
  list_differing (b, a, *changed);
  g_array_sort (*changed, trl_compare_indexes);
  for (guint i = 0; i < (*changed)->len; i++)
    if (kept == 0 ||
        g_array_index (*changed, guint, i) != g_array_index (*changed, guint, kept - 1))
      g_array_index (*changed, guint, kept++) = g_array_index (*changed, guint, i);
  g_array_set_size (*changed, kept);
  return TRUE;
}

/* Whether the part of a line from @x to @x + @dx, cut by [@low, @high], is left. */
static gboolean
cut (double x, double dx, double low, double high, double *from, double *to)
{
  double a, b;

  if (dx == 0)
    return x >= low && x <= high;
  a = (low - x) / dx;
  b = (high - x) / dx;
  *from = MAX (*from, MIN (a, b));
  *to = MIN (*to, MAX (a, b));
  return *from <= *to;
}

gboolean
trl_scene_item_shows_in (const TrlScene *scene, guint index, const TrlRect *area)
{
  const TrlItem *item = trl_scene_get_item (scene, index);
  TrlRect        reach = item ? trl_scene_get_reach (scene, index) : (TrlRect){ 0 };
  double         from = 0, to = 1, pad;

  if (!item || !trl_rect_meets (&reach, area))
    return FALSE;
  if (item->kind != TRL_ITEM_LINE)
    return TRUE;
  pad = item->width;
  return cut (item->x, item->x2 - item->x, area->x - pad, area->x + area->width + pad,
              &from, &to) &&
         cut (item->y, item->y2 - item->y, area->y - pad, area->y + area->height + pad,
              &from, &to);
}
