/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scene/trl-colour-science.h"

G_BEGIN_DECLS

/**
 * TrlSightChoice:
 * @id: stable: saved in settings
 * @label: what people read
 *
 * A sight that is offered to people, of the many that colours are measured under.
 */
typedef struct
{
  const char *id;
  const char *label;
  TrlSight    sight;
} TrlSightChoice;

/**
 * trl_sights:
 * @n: (out): how many
 *
 * Returns: (transfer none) (array length=n): in menu order, the colours as they are first
 */
const TrlSightChoice *trl_sights (guint *n);

/**
 * trl_sight_get_words:
 *
 * Returns: what a sentence calls a sight, translated; simulations of one kind of sight
 *   are called the same
 */
const char *trl_sight_get_words (TrlSight sight);

/**
 * trl_scene_simulate:
 *
 * The scene as someone of that sight sees it, to judge whether its colours tell apart
 * what they should. The page, fills, strokes and halos take other colours; how far one
 * can see through them stays, and so does everything else.
 *
 * Returns: (transfer full): a frozen copy
 */
TrlScene *trl_scene_simulate (const TrlScene *scene, TrlSight sight);

G_END_DECLS
