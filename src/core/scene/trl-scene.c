/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A list that only grows, then never changes.  Nothing enters it that a painter could not
 * draw: numbers are finite, texts are clean and already broken into lines. */

#include "config.h"

#include "scene/trl-scene-private.h"

#include <math.h>

#define FARTHEST 1e7 /* points; cairo counts further than this only badly */

/* Glyphs may stand out of their line by this much of the size: accents, italics. */
#define OVERHANG 0.4

/* The key is that of the hash table; a copy of a scene shares the texts. */
typedef struct
{
  gint64 key;
  char  *id, *title; /* of g_ref_string_new() */
} Title;

static void
title_free (gpointer data)
{
  Title *title = data;
  g_ref_string_release (title->id);
  g_ref_string_release (title->title);
  g_free (title);
}

TrlScene *
trl_scene_new (void)
{
  TrlScene *scene = g_new0 (TrlScene, 1);
  g_atomic_ref_count_init (&scene->ref_count);
  scene->items = g_array_new (FALSE, FALSE, sizeof (TrlItem));
  scene->boxes = g_array_new (FALSE, FALSE, sizeof (TrlRect));
  scene->texts = g_ptr_array_new_with_free_func ((GDestroyNotify) trl_text_block_free);
  scene->titles = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, title_free);
  return scene;
}

TrlScene *
trl_scene_ref (TrlScene *scene)
{
  g_return_val_if_fail (scene != NULL, NULL);
  g_atomic_ref_count_inc (&scene->ref_count);
  return scene;
}

void
trl_scene_unref (TrlScene *scene)
{
  if (!scene || !g_atomic_ref_count_dec (&scene->ref_count))
    return;
  if (scene->texts->len > 0)
    g_free (scene->reach);
  g_array_unref (scene->items);
  g_array_unref (scene->boxes);
  g_ptr_array_unref (scene->texts);
  g_hash_table_unref (scene->titles);
  g_clear_object (&scene->context);
  trl_scene_index_free (scene->index);
  g_free (scene->by_owner);
  g_free (scene->owners);
  g_clear_pointer (&scene->patches, g_array_unref);
  g_clear_pointer (&scene->flattened, g_array_unref);
  g_free (scene->patched);
  trl_scene_unref (scene->base);
  g_free (scene->name);
  g_free (scene->description);
  g_free (scene);
}

static gboolean
is_number (double value)
{
  return isfinite (value) && fabs (value) <= FARTHEST;
}

static gboolean
is_colour (const TrlColour *c)
{
  return isfinite (c->r) && isfinite (c->g) && isfinite (c->b) && isfinite (c->a);
}

static gboolean
is_drawable (const TrlItem *item)
{
  const double values[] = {
    item->x,         item->y,       item->x2,      item->y2,
    item->cx,        item->cy,      item->radius,  item->angle,
    item->width,     item->dash[0], item->dash[1], item->inline_width,
    item->hatch_gap,
  };
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    if (!is_number (values[i]))
      return FALSE;
  return is_colour (&item->fill) && is_colour (&item->stroke) && item->radius >= 0 &&
         item->width >= 0;
}

void
trl_scene_reserve (TrlScene *scene, guint n)
{
  guint length = scene->items->len;
  g_array_set_size (scene->items, length + n);
  g_array_set_size (scene->items, length);
  g_array_set_size (scene->boxes, length + n);
  g_array_set_size (scene->boxes, length);
}

static guint
add (TrlScene *scene, const TrlItem *item)
{
  gboolean            text = item->kind == TRL_ITEM_TEXT;
  const TrlTextBlock *block = text ? scene->texts->pdata[item->text] : NULL;
  TrlRect             box = trl_item_get_box (item, block);
  g_array_append_vals (scene->items, item, 1);
  g_array_append_vals (scene->boxes, &box, 1);
  return scene->items->len - 1;
}

guint
trl_scene_add (TrlScene *scene, const TrlItem *item)
{
  g_return_val_if_fail (scene && !scene->frozen && item, TRL_NO_ITEM);
  g_return_val_if_fail (item->kind < TRL_N_ITEM_KINDS, TRL_NO_ITEM);
  g_return_val_if_fail (item->kind != TRL_ITEM_TEXT || item->text < scene->texts->len,
                        TRL_NO_ITEM);
  g_return_val_if_fail (item->shape < TRL_N_SHAPES, TRL_NO_ITEM);
  g_return_val_if_fail (is_drawable (item), TRL_NO_ITEM);
  return add (scene, item);
}

guint
trl_scene_add_text (TrlScene          *scene,
                    TrlOwner           owner,
                    double             x,
                    double             y,
                    const TrlTextSpec *spec,
                    TrlColour          colour)
{
  g_return_val_if_fail (scene && !scene->frozen && spec, TRL_NO_ITEM);
  g_return_val_if_fail (is_number (spec->anchor_x) && is_number (spec->anchor_y),
                        TRL_NO_ITEM);
  g_return_val_if_fail (is_number (spec->angle) && is_number (x) && is_number (y),
                        TRL_NO_ITEM);
  if (!scene->context)
    scene->context = trl_text_context_new ();
  return trl_scene_take_text (scene, owner, x, y,
                              spec->string ? trl_text_break (scene->context, spec) : NULL,
                              colour);
}

guint
trl_scene_take_text (TrlScene     *scene,
                     TrlOwner      owner,
                     double        x,
                     double        y,
                     TrlTextBlock *block,
                     TrlColour     colour)
{
  g_return_val_if_fail (scene && !scene->frozen, TRL_NO_ITEM);
  g_return_val_if_fail (is_number (x) && is_number (y), TRL_NO_ITEM);
  if (!block || !*block->string)
    {
      trl_text_block_free (block);
      return TRL_NO_ITEM;
    }
  scene->unknown_glyphs += block->unknown;
  g_ptr_array_add (scene->texts, block);
  return trl_scene_add (scene, &(TrlItem){
                                 .kind = TRL_ITEM_TEXT,
                                 .owner = owner,
                                 .x = x,
                                 .y = y,
                                 .fill = colour,
                                 .text = scene->texts->len - 1,
                               });
}

static void
take_title (TrlScene *scene, TrlOwner owner, char *id, char *clean)
{
  Title *row = g_new (Title, 1);
  *row = (Title){ trl_owner_to_key (owner), id, clean };
  g_hash_table_replace (scene->titles, &row->key, row);
}

void
trl_scene_set_title (TrlScene *scene, TrlOwner owner, const char *id, const char *title)
{
  g_return_if_fail (scene && !scene->frozen && title);
  g_autofree char *row = id ? NULL : g_strdup_printf ("%u", owner.row);
  g_autofree char *clean = trl_text_clean (title);
  take_title (scene, owner, g_ref_string_new (id ? id : row), g_ref_string_new (clean));
}

static const Title *
find_title (const TrlScene *scene, TrlOwner owner)
{
  gint64 key = trl_owner_to_key (owner);
  return g_hash_table_lookup (scene->titles, &key);
}

const char *
trl_scene_get_title (const TrlScene *scene, TrlOwner owner)
{
  g_return_val_if_fail (scene != NULL, NULL);
  const Title *title = find_title (scene, owner);
  return title ? title->title : NULL;
}

const char *
trl_scene_get_owner_id (const TrlScene *scene, TrlOwner owner)
{
  g_return_val_if_fail (scene != NULL, NULL);
  const Title *title = find_title (scene, owner);
  return title ? title->id : NULL;
}

/* Only nodes and edges are of a network; rings and the rest may be shared. */
static void
shift_owner (TrlOwner *owner, guint first_row)
{
  if (owner->kind == TRL_OWNER_NODE || owner->kind == TRL_OWNER_EDGE)
    owner->row += first_row;
}

static char *
add_prefix (const char *prefix, char *id)
{
  if (!*prefix)
    return g_ref_string_acquire (id);
  g_autofree char *both = g_strconcat (prefix, id, NULL);
  return g_ref_string_new (both);
}

static void
append_titles (TrlScene *scene, const TrlScene *other, const char *prefix, guint first)
{
  GHashTableIter iter;
  gpointer       value;
  g_hash_table_iter_init (&iter, other->titles);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const Title *title = value;
      TrlOwner     owner = { title->key >> 32, (guint32) title->key };
      shift_owner (&owner, first);
      take_title (scene, owner, add_prefix (prefix, title->id),
                  g_ref_string_acquire (title->title));
    }
}

void
trl_item_carry (TrlItem *item, double dx, double dy, double scale)
{
  gboolean ends = trl_item_is_line (item);

  item->x = item->x * scale + dx;
  item->y = item->y * scale + dy;
  if (item->kind != TRL_ITEM_SECTOR) /* a sector has angles there */
    {
      item->x2 = item->x2 * scale + (ends ? dx : 0);
      item->y2 = item->y2 * scale + (ends ? dy : 0);
    }
  item->cx = item->cx * scale + (ends ? dx : 0);
  item->cy = item->cy * scale + (ends ? dy : 0);
  item->radius *= scale;
}

static void
scale_item (TrlItem *item, double dx, double dy, double scale)
{
  item->hatch_gap = item->hatch ? trl_item_get_hatch_gap (item) * scale : 0;
  trl_item_carry (item, dx, dy, scale);
  item->width *= scale;
  item->inline_width *= scale;
  item->dash[0] *= scale;
  item->dash[1] *= scale;
}

void
trl_scene_append_as (TrlScene       *scene,
                     const TrlScene *other,
                     double          dx,
                     double          dy,
                     double          scale,
                     const char     *prefix,
                     guint           first_row)
{
  g_return_if_fail (scene && other && !scene->frozen && scene != other && prefix);
  g_return_if_fail (is_number (dx) && is_number (dy) && is_number (scale) && scale > 0);
  guint first = scene->texts->len;
  trl_scene_reserve (scene, other->items->len);
  for (guint i = 0; i < other->texts->len; i++)
    g_ptr_array_add (scene->texts, trl_text_block_copy (other->texts->pdata[i], scale));
  for (guint i = 0; i < other->items->len; i++)
    {
      const TrlItem *source = trl_scene_get_item (other, i);
      if (!source)
        continue;
      TrlItem item = *source;
      scale_item (&item, dx, dy, scale);
      shift_owner (&item.owner, first_row);
      item.text += item.kind == TRL_ITEM_TEXT ? first : 0;
      trl_scene_add (scene, &item);
    }
  scene->unknown_glyphs += other->unknown_glyphs;
  append_titles (scene, other, prefix, first_row);
}

void
trl_scene_append (
  TrlScene *scene, const TrlScene *other, double dx, double dy, double scale)
{
  trl_scene_append_as (scene, other, dx, dy, scale, "", 0);
}

void
trl_scene_set_page (TrlScene *scene, TrlColour background, double width, double height)
{
  g_return_if_fail (scene && !scene->frozen && is_colour (&background));
  g_return_if_fail (is_number (width) && is_number (height) && width > 0 && height > 0);
  scene->background = background;
  scene->page_width = width;
  scene->page_height = height;
}

void
trl_scene_describe (TrlScene *scene, const char *name, const char *text)
{
  g_return_if_fail (scene != NULL && !scene->frozen);
  g_free (scene->name);
  g_free (scene->description);
  scene->name = g_strdup (name);
  scene->description = g_strdup (text);
}

const char *
trl_scene_get_name (const TrlScene *scene)
{
  return scene->name;
}

const char *
trl_scene_get_description (const TrlScene *scene)
{
  return scene->description;
}

#define DIGIT_BITS 12
#define DIGITS (1 << DIGIT_BITS)
#define KEY_BITS 36 /* a row and three bits of kind */

typedef struct
{
  gint64 key;
  guint  item;
} Owned;

/* Sorts by one digit; what is equal keeps its order. */
static void
sort_by_digit (const Owned *from, Owned *to, guint n, guint shift)
{
  guint *at = g_new0 (guint, DIGITS + 1);
  for (guint i = 0; i < n; i++)
    at[(from[i].key >> shift & (DIGITS - 1)) + 1]++;
  for (guint digit = 0; digit < DIGITS; digit++)
    at[digit + 1] += at[digit];
  for (guint i = 0; i < n; i++)
    to[at[from[i].key >> shift & (DIGITS - 1)]++] = from[i];
  g_free (at);
}

/* By kind, row and place in the list, in linear time. */
static void
sort_by_owner (TrlScene *scene)
{
  const TrlItem    *items = (const TrlItem *) scene->items->data;
  g_autofree Owned *owned = g_new (Owned, scene->items->len + 1);
  g_autofree Owned *other = g_new (Owned, scene->items->len + 1);
  guint             n = 0;
  for (guint i = 0; i < scene->items->len; i++)
    if (items[i].owner.kind != TRL_OWNER_NONE)
      owned[n++] = (Owned){ trl_owner_to_key (items[i].owner), i };
  for (guint shift = 0; shift < KEY_BITS; shift += DIGIT_BITS)
    {
      Owned *sorted = other;
      sort_by_digit (owned, sorted, n, shift);
      other = owned;
      owned = sorted;
    }
  scene->n_by_owner = n;
  scene->by_owner = g_new (guint, n + 1);
  scene->owners = g_new (gint64, n + 1);
  for (guint i = 0; i < n; i++)
    {
      scene->by_owner[i] = owned[i].item;
      scene->owners[i] = owned[i].key;
    }
}

/* The reach is the box with room for what stands out of a line of text, so that no tile
 * cuts an accent off. */
TrlRect
trl_item_get_reach (const TrlItem *item, const TrlTextBlock *text, const TrlRect *box)
{
  double pad = item->kind == TRL_ITEM_TEXT ? text->size * OVERHANG : 0;
  return (TrlRect){ box->x - pad, box->y - pad, box->width + 2 * pad,
                    box->height + 2 * pad };
}

static void
make_room_for_accents (TrlScene *scene)
{
  const TrlItem *items = (const TrlItem *) scene->items->data;
  const TrlRect *boxes = (const TrlRect *) scene->boxes->data;
  if (scene->texts->len == 0)
    {
      scene->reach = (TrlRect *) scene->boxes->data;
      return;
    }
  scene->reach = g_memdup2 (boxes, scene->boxes->len * sizeof (TrlRect));
  for (guint i = 0; i < scene->items->len; i++)
    if (items[i].kind == TRL_ITEM_TEXT)
      scene->reach[i] = trl_item_get_reach (
        &items[i], trl_scene_get_text (scene, items[i].text), &boxes[i]);
}

void
trl_scene_freeze (TrlScene *scene)
{
  g_return_if_fail (scene != NULL);
  if (scene->frozen)
    return;
  scene->frozen = TRUE;
  g_clear_object (&scene->context);
}

/* Not when it is frozen: what goes into a file as a whole is never searched. */
void
trl_scene_prepare_search (const TrlScene *scene)
{
  TrlScene *writable = (TrlScene *) trl_scene_whole (scene);
  if (!g_once_init_enter (&writable->searchable))
    return;
  trl_scene_get_bounds (writable, &writable->bounds);
  sort_by_owner (writable);
  make_room_for_accents (writable);
  writable->index = trl_scene_index_new ((const TrlItem *) scene->items->data,
                                         writable->reach, scene->items->len);
  g_once_init_leave (&writable->searchable, 1);
}

gboolean
trl_scene_is_frozen (const TrlScene *scene)
{
  g_return_val_if_fail (scene != NULL, FALSE);
  return scene->frozen;
}
