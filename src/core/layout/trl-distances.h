/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/trl-part.h"

G_BEGIN_DECLS

/**
 * TrlDistances:
 * @n: nodes
 * @n_sources: nodes from which was measured
 * @stride: bytes of a row
 * @rows: n rows: the distance of a node from each source, in @unit
 * @unit: 1 where all ties are of length 1 and nothing is farther than 255
 * @farthest: the largest number in @rows
 * @singly: whether each source is a search of its own, which takes long: with lengths,
 *   and where @unit is above 1
 * @scratch: what measuring needs
 *
 * Lengths of shortest paths in a byte each, so that those of all pairs of some thousand
 * nodes have room.
 */
typedef struct
{
  guint    n;
  guint    n_sources;
  gsize    stride;
  guint8  *rows;
  double   unit;
  guint    farthest;
  gboolean singly;
  gpointer scratch;
} TrlDistances;

/**
 * trl_distances_new:
 *
 * Makes room for what is measured; only the unit is known.
 * Cost: O(n + m), with lengths O(m log n); n n_sources bytes.
 *
 * Returns: (transfer full): for trl_distances_free()
 */
TrlDistances *trl_distances_new (const TrlPart *part, guint n_sources);

/**
 * trl_distances_measure:
 * @part: the same for one @distances, in the same numbers
 * @sources: (nullable): n_sources; %NULL: the first ones
 * @progress: (nullable): who is told how far it is
 *
 * Measures from all sources at once; nothing is left of what was measured before.
 * Cost: O(d (n + m) s / 64) words for a diameter d and s sources; O(s (n + m)) where d
 * may be above 255, with lengths O(s m log n).
 * Errors: G_IO_ERROR_CANCELLED.
 * Source: Then et al. 2014, doi:10.14778/2735496.2735507.
 */
gboolean trl_distances_measure (TrlDistances      *distances,
                                const TrlPart     *part,
                                const guint       *sources,
                                const TrlProgress *progress,
                                GCancellable      *cancellable,
                                GError           **error);

/**
 * trl_distances_free:
 * @distances: (nullable)
 */
void trl_distances_free (TrlDistances *distances);

/**
 * trl_distances_are_fine:
 *
 * Cost: O(n + m), with lengths O(m log n).
 *
 * Returns: whether the unit in which all distances of a part have room in bytes tells the
 *   shortest of its ties well
 */
gboolean trl_distances_are_fine (const TrlPart *part);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrlDistances, trl_distances_free)

G_END_DECLS
