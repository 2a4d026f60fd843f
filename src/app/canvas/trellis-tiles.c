/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two hash tables, of this generation and of the one before.  A tile that is out of date
 * keeps its surface: old pixels are better than none until new ones come. */
#include "canvas/trellis-tiles.h"

#include "scene/trl-scene-patch.h"

#include <math.h>

#define MOST_CHANGES 2000 /* with more, all tiles are drawn anew */

typedef struct
{
  double      scale;
  int         factor;
  GHashTable *tiles; /* key → TrellisTile, which owns the key */
} Generation;

typedef struct
{
  TrellisTile tile;
  gint64      key;
} Entry;

struct TrellisTiles
{
  TrlScene  *scene;
  Generation now, before;
  gsize      size, limit;
  guint64    clock;  /* counts what is asked for */
  guint64    looked; /* when the last look began */
  guint      changes;
  guint      cleared; /* the first change of what is shown now */
};

static gint64
make_key (int column, int row)
{
  return (gint64) ((guint64) (guint32) column << 32 | (guint32) row);
}

static guint
hash_key (gconstpointer key)
{
  guint64 pair = *(const guint64 *) key;
  return (guint) (pair >> 32) * 73856093u ^ (guint) pair * 19349663u;
}

static gsize
tile_bytes (int factor)
{
  return (gsize) TRELLIS_TILE * TRELLIS_TILE * 4 * factor * factor;
}

static void
entry_free (gpointer data)
{
  Entry *entry = data;
  g_clear_pointer (&entry->tile.surface, cairo_surface_destroy);
  g_free (entry);
}

static void
generation_init (Generation *generation, double scale, int factor)
{
  generation->scale = scale;
  generation->factor = factor;
  generation->tiles = g_hash_table_new_full (hash_key, g_int64_equal, NULL, entry_free);
}

static gsize
measure (const Generation *generation)
{
  GHashTableIter iter;
  gpointer       entry;
  gsize          n = 0;
  g_hash_table_iter_init (&iter, generation->tiles);
  while (g_hash_table_iter_next (&iter, NULL, &entry))
    n += ((Entry *) entry)->tile.surface != NULL;
  return n * tile_bytes (generation->factor);
}

static void
measure_all (TrellisTiles *tiles)
{
  tiles->size = measure (&tiles->now) + measure (&tiles->before);
}

TrellisTiles *
trellis_tiles_new (gsize limit)
{
  TrellisTiles *tiles = g_new0 (TrellisTiles, 1);
  tiles->limit = limit;
  tiles->looked = G_MAXUINT64;
  generation_init (&tiles->now, 0, 1);
  generation_init (&tiles->before, 0, 1);
  return tiles;
}

void
trellis_tiles_free (TrellisTiles *tiles)
{
  g_hash_table_unref (tiles->now.tiles);
  g_hash_table_unref (tiles->before.tiles);
  trl_scene_unref (tiles->scene);
  g_free (tiles);
}

void
trellis_tiles_clear (TrellisTiles *tiles)
{
  g_clear_pointer (&tiles->scene, trl_scene_unref);
  g_hash_table_remove_all (tiles->now.tiles);
  g_hash_table_remove_all (tiles->before.tiles);
  tiles->size = 0;
  tiles->cleared = ++tiles->changes;
}

/* --- what is out of date --- */

static void
outdate_all (Generation *generation, guint version)
{
  GHashTableIter iter;
  gpointer       entry;
  g_hash_table_iter_init (&iter, generation->tiles);
  while (g_hash_table_iter_next (&iter, NULL, &entry))
    ((Entry *) entry)->tile.version = version;
}

/* Whether any of the items is, or was, in a tile. */
static gboolean
is_touched (const TrellisTiles *tiles,
            const TrlScene     *other,
            const Generation   *generation,
            const TrellisTile  *tile,
            const GArray       *changed)
{
  double  side = TRELLIS_TILE / generation->scale;
  double  pad = 1 / generation->scale; /* lines cover a pixel beside them */
  TrlRect area = { tile->column * side - pad, tile->row * side - pad, side + 2 * pad,
                   side + 2 * pad };
  for (guint i = 0; i < changed->len; i++)
    {
      guint item = g_array_index (changed, guint, i);
      if (trl_scene_item_shows_in (tiles->scene, item, &area) ||
          trl_scene_item_shows_in (other, item, &area))
        return TRUE;
    }
  return FALSE;
}

static void
outdate_touched (const TrellisTiles *tiles,
                 const TrlScene     *other,
                 Generation         *generation,
                 const GArray       *changed)
{
  GHashTableIter iter;
  gpointer       entry;
  g_hash_table_iter_init (&iter, generation->tiles);
  while (g_hash_table_iter_next (&iter, NULL, &entry))
    {
      TrellisTile *tile = &((Entry *) entry)->tile;
      if (is_touched (tiles, other, generation, tile, changed))
        tile->version = tiles->changes;
    }
}

void
trellis_tiles_outdate (TrellisTiles *tiles)
{
  tiles->changes++;
  outdate_all (&tiles->now, tiles->changes);
  outdate_all (&tiles->before, tiles->changes);
}

gboolean
trellis_tiles_set_scene (TrellisTiles *tiles, TrlScene *scene)
{
  g_autoptr (GArray) changed = NULL;
  if (tiles->scene == scene)
    return FALSE;
  gboolean few = tiles->scene && trl_scene_list_changes (tiles->scene, scene, &changed) &&
                 changed->len <= MOST_CHANGES;
  if (few)
    {
      tiles->changes++;
      outdate_touched (tiles, scene, &tiles->now, changed);
      outdate_touched (tiles, scene, &tiles->before, changed);
    }
  else
    trellis_tiles_outdate (tiles);
  trl_scene_ref (scene);
  trl_scene_unref (tiles->scene);
  tiles->scene = scene;
  return !few;
}

TrlScene *
trellis_tiles_get_scene (TrellisTiles *tiles)
{
  return tiles->scene;
}

/* --- generations --- */

static gboolean
is_of (const Generation *generation, double scale, int factor)
{
  return fabs (generation->scale - scale) <= 1e-9 * scale && generation->factor == factor;
}

gboolean
trellis_tiles_set_scale (TrellisTiles *tiles, double scale, int factor)
{
  Generation now = tiles->now;
  if (is_of (&now, scale, factor))
    return FALSE;
  if (is_of (&tiles->before, scale, factor))
    {
      tiles->now = tiles->before;
      tiles->before = now;
      return TRUE;
    }
  /* What was never seen is no help. */
  if (measure (&now) > 0)
    {
      g_hash_table_unref (tiles->before.tiles);
      tiles->before = now;
    }
  else
    g_hash_table_unref (now.tiles);
  generation_init (&tiles->now, scale, factor);
  measure_all (tiles);
  return TRUE;
}

double
trellis_tiles_get_scale (TrellisTiles *tiles)
{
  return tiles->now.scale;
}

int
trellis_tiles_get_factor (TrellisTiles *tiles)
{
  return tiles->now.factor;
}

double
trellis_tiles_get_previous_scale (TrellisTiles *tiles)
{
  return tiles->before.scale;
}

/* --- tiles --- */

static TrellisTile *
look_up (const Generation *generation, int column, int row)
{
  gint64 key = make_key (column, row);
  Entry *entry = g_hash_table_lookup (generation->tiles, &key);
  return entry ? &entry->tile : NULL;
}

TrellisTile *
trellis_tiles_get (TrellisTiles *tiles, int column, int row)
{
  TrellisTile *tile = look_up (&tiles->now, column, row);
  if (!tile)
    {
      Entry *entry = g_new0 (Entry, 1);
      entry->key = make_key (column, row);
      entry->tile.column = column;
      entry->tile.row = row;
      entry->tile.version = tiles->changes;
      g_hash_table_insert (tiles->now.tiles, &entry->key, entry);
      tile = &entry->tile;
    }
  tile->used = ++tiles->clock;
  return tile;
}

void
trellis_tiles_begin_look (TrellisTiles *tiles)
{
  tiles->looked = tiles->clock;
}

TrellisTile *
trellis_tiles_find (TrellisTiles *tiles, gboolean previous, int column, int row)
{
  TrellisTile *tile = look_up (previous ? &tiles->before : &tiles->now, column, row);
  if (!tile || !tile->surface)
    return NULL;
  tile->used = ++tiles->clock;
  return tile;
}

GPtrArray *
trellis_tiles_list (TrellisTiles *tiles, gboolean previous)
{
  GPtrArray     *list = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer       entry;
  g_hash_table_iter_init (&iter, previous ? tiles->before.tiles : tiles->now.tiles);
  while (g_hash_table_iter_next (&iter, NULL, &entry))
    if (((Entry *) entry)->tile.surface)
      g_ptr_array_add (list, entry);
  return list;
}

/* The tile that was not used for longest, but for @keep. */
static Entry *
find_oldest (const Generation *generation, const TrellisTile *keep)
{
  GHashTableIter iter;
  gpointer       value;
  Entry         *oldest = NULL;
  g_hash_table_iter_init (&iter, generation->tiles);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Entry *entry = value;
      if (entry->tile.surface && &entry->tile != keep &&
          (!oldest || entry->tile.used < oldest->tile.used))
        oldest = entry;
    }
  return oldest;
}

static void
trim (TrellisTiles *tiles, const TrellisTile *keep)
{
  while (tiles->size > tiles->limit)
    {
      Entry      *now = find_oldest (&tiles->now, keep);
      Entry      *before = find_oldest (&tiles->before, keep);
      gboolean    old = before && (!now || before->tile.used < now->tile.used);
      Generation *from = old ? &tiles->before : &tiles->now;
      Entry      *oldest = old ? before : now;
      if (!oldest || oldest->tile.used > tiles->looked)
        return;
      tiles->size -= tile_bytes (from->factor);
      g_hash_table_remove (from->tiles, &oldest->key);
    }
}

gboolean
trellis_tiles_put (TrellisTiles    *tiles,
                   double           scale,
                   int              factor,
                   int              column,
                   int              row,
                   guint            version,
                   cairo_surface_t *surface)
{
  gboolean     now = is_of (&tiles->now, scale, factor);
  Generation  *of = now ? &tiles->now : &tiles->before;
  TrellisTile *tile = NULL;
  if (is_of (of, scale, factor) && version >= tiles->cleared)
    tile = look_up (of, column, row);
  if (tile)
    tile->asked = FALSE;
  if (!tile || !surface)
    {
      g_clear_pointer (&surface, cairo_surface_destroy);
      return FALSE;
    }
  if (!tile->surface)
    tiles->size += tile_bytes (factor);
  g_clear_pointer (&tile->surface, cairo_surface_destroy);
  tile->surface = surface;
  tile->drawn = version;
  trim (tiles, tile);
  return now;
}

gsize
trellis_tiles_get_size (TrellisTiles *tiles)
{
  return tiles->size;
}

gboolean
trellis_tile_is_ready (const TrellisTile *tile)
{
  return tile->surface && tile->drawn == tile->version;
}
