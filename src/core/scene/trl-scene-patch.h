/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scene/trl-scene.h"

G_BEGIN_DECLS

/**
 * TrlItemChange:
 * @item: an index
 * @gone: it is not painted and not found any more
 * @value: what it is now, of the same kind and owner
 */
typedef struct
{
  guint    item;
  gboolean gone;
  TrlItem  value;
} TrlItemChange;

/**
 * trl_scene_patch:
 * @scene: frozen; may itself be patched
 * @changes: (array length=n): an item at most once
 *
 * A scene that differs in a few items and shares all else with @scene, which stays as it
 * is.  Indexes, order, texts and titles are the same.
 * Cost: O(c log c + items / 8) for c items that have ever been changed.
 *
 * Returns: (transfer full): frozen
 */
TrlScene *trl_scene_patch (TrlScene *scene, const TrlItemChange *changes, guint n);

/**
 * trl_scene_count_patched:
 *
 * Returns: how many items were changed since the scene was built as a whole
 */
guint trl_scene_count_patched (const TrlScene *scene);

/**
 * trl_scene_list_changes:
 * @changed: (out) (transfer full) (element-type guint): items, ascending
 *
 * What differs between two scenes of which one is a patch of the other, or both are
 * patches of the same.
 *
 * Returns: %FALSE when they are not, and anything may differ
 */
gboolean trl_scene_list_changes (const TrlScene *a, const TrlScene *b, GArray **changed);

/**
 * trl_scene_item_shows_in:
 * @item: an index
 * @area: in points
 *
 * Returns: %FALSE when nothing of the item shows in the area; of a line this is known
 *   exactly, of all else by its bounds
 */
gboolean trl_scene_item_shows_in (const TrlScene *scene, guint item, const TrlRect *area);

G_END_DECLS
