/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scene/trl-scene-index.h"

G_BEGIN_DECLS

/* An item that differs from that of the whole scene. */
typedef struct
{
  guint    item;
  gboolean gone;
  TrlItem  value;
  TrlRect  box, reach;
} TrlPatchedItem;

struct TrlScene
{
  gatomicrefcount ref_count;
  gboolean        frozen;
  GArray         *items;  /* TrlItem */
  GArray         *boxes;  /* TrlRect: as painted, a row an item */
  GPtrArray      *texts;  /* TrlTextBlock */
  GHashTable     *titles; /* owner as a number → Title */
  TrlColour       background;
  double          page_width, page_height; /* 0: no page */
  char           *name, *description;
  guint           unknown_glyphs;
  PangoContext   *context;    /* while it is built */
  gsize           searchable; /* whether what follows is there; for g_once_init_enter() */
  TrlSceneIndex  *index;
  TrlRect        *reach; /* boxes with room for accents; without texts, the boxes */
  guint          *by_owner, n_by_owner;
  gint64         *owners; /* of by_owner, as numbers */

  /* of a patched scene: all but these is of the whole one, whose arrays it shares */
  TrlScene *base;
  GArray   *patches; /* TrlPatchedItem, by item */
  guint8   *patched; /* a bit an item */
  gsize     flat;    /* whether flattened is there; for g_once_init_enter() */
  GArray   *flattened;
  TrlRect   bounds; /* of a whole scene that is searchable */
};

/* The scene as it was built, which holds what a patched one borrows. */
static inline const TrlScene *
trl_scene_whole (const TrlScene *scene)
{
  return scene->base ? scene->base : scene;
}

/**
 * trl_scene_find_patched:
 *
 * Returns: (transfer none) (nullable): what is there in place of an item of the whole
 */
const TrlPatchedItem *trl_scene_find_patched (const TrlScene *scene, guint item);

/* As painted, in points; with room for accents. */
TrlRect trl_scene_get_reach (const TrlScene *scene, guint item);
TrlRect
trl_item_get_reach (const TrlItem *item, const TrlTextBlock *text, const TrlRect *box);
gboolean trl_rect_meets (const TrlRect *a, const TrlRect *b);

/**
 * trl_owner_to_key:
 *
 * Returns: a number for hash tables and for sorting, by kind and then by row
 */
static inline gint64
trl_owner_to_key (TrlOwner owner)
{
  return (gint64) owner.kind << 32 | owner.row;
}

/**
 * trl_item_carry:
 * @dx, @dy: points, after it was scaled about the origin
 *
 * Puts an item somewhere else, larger or smaller; strokes and hatches stay as they were.
 */
void trl_item_carry (TrlItem *item, double dx, double dy, double scale);

/**
 * trl_item_get_box:
 * @text: (nullable): only for a TEXT
 *
 * Returns: as painted, strokes and halos included, in points
 */
TrlRect trl_item_get_box (const TrlItem *item, const TrlTextBlock *text);

G_END_DECLS
