/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scene/trl-text.h"

G_BEGIN_DECLS

/**
 * TrlTextCache:
 *
 * Texts broken once and used in many pictures: breaking costs more than all else of a
 * picture of a few hundred partners.  For one thread.
 */
typedef struct TrlTextCache TrlTextCache;

TrlTextCache *trl_text_cache_new (void);
void          trl_text_cache_free (TrlTextCache *cache);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrlTextCache, trl_text_cache_free)

/**
 * trl_text_cache_measure:
 * @width, @height: (out) (optional): of the block, points; 0 for an empty text
 */
void trl_text_cache_measure (TrlTextCache      *cache,
                             const TrlTextSpec *spec,
                             double            *width,
                             double            *height);

/**
 * trl_text_cache_break:
 *
 * Returns: (transfer full): as trl_text_break() makes it
 */
TrlTextBlock *trl_text_cache_break (TrlTextCache *cache, const TrlTextSpec *spec);

/**
 * trl_text_cache_trim:
 *
 * Forgets all texts when there are more than a page or a window can hold at once.
 */
void trl_text_cache_trim (TrlTextCache *cache);

G_END_DECLS
