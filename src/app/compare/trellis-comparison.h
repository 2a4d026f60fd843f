/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "analysis/trl-change.h"
#include "canvas/trellis-filter.h"
#include "scene/trl-panels.h"

G_BEGIN_DECLS

/**
 * TrellisComparison:
 *
 * What one comparison is made of, owned: copies of networks, a look and, once built, the
 * panels.  It can go to a thread; from when it is built, one thread has it.
 */
typedef struct TrellisComparison TrellisComparison;

/**
 * trellis_comparison_new:
 * @networks: (element-type TrlNetwork): copied
 * @layout: (nullable): id of a layout; %NULL: what suits all
 *
 * Cost: that of the copies.
 */
TrellisComparison *
trellis_comparison_new (GPtrArray *networks, const char *layout, TrlPanelsOrder order);
TrellisComparison *trellis_comparison_ref (TrellisComparison *comparison);
void               trellis_comparison_unref (TrellisComparison *comparison);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrellisComparison, trellis_comparison_unref)

/**
 * trellis_comparison_new_change:
 * @from, @to: copied
 *
 * What changed from one network to another: panels 0 and 1 are the two, and panel 2 is
 * both as one, with what changed marked.  All three have one layout.
 */
TrellisComparison *trellis_comparison_new_change (const TrlNetwork *from,
                                                  const TrlNetwork *to,
                                                  const char       *layout);

#define TRELLIS_COMPARISON_JOINED 2

/**
 * trellis_comparison_set_joined:
 * @joined: whether both networks of a change are drawn as one, as at first; else each for
 *   itself
 *
 * Takes effect with the next trellis_comparison_set_look().
 */
void trellis_comparison_set_joined (TrellisComparison *comparison, gboolean joined);

/**
 * trellis_comparison_set_named:
 * @named: whether partners of a change are named, as at first, and not only lettered
 *
 * Takes effect with the next trellis_comparison_set_look().
 */
void trellis_comparison_set_named (TrellisComparison *comparison, gboolean named);

/**
 * trellis_comparison_get_changes:
 *
 * Returns: (transfer none) (nullable): of a change that is built
 */
const TrlChanges *trellis_comparison_get_changes (const TrellisComparison *comparison);

/**
 * trellis_comparison_set_look:
 * @filter: what is hidden from view
 * @type: (nullable): id of the partner type in the spotlight
 * @key: (nullable): of the partner in the spotlight, where it has no type
 *
 * Draws the panels again where they are built already.
 */
void trellis_comparison_set_look (TrellisComparison *comparison,
                                  TrlTheme           theme,
                                  TrellisFilter     *filter,
                                  const char        *type,
                                  const char        *key);

/**
 * trellis_comparison_is_large:
 *
 * Returns: whether there is so much to draw that nobody should wait for it
 */
gboolean trellis_comparison_is_large (const TrellisComparison *comparison);

/**
 * trellis_comparison_build:
 *
 * Cost: that of trl_panels_new().
 * Errors: G_IO_ERROR_CANCELLED.
 */
gboolean trellis_comparison_build (TrellisComparison *comparison,
                                   GCancellable      *cancellable,
                                   GError           **error);

/**
 * trellis_comparison_get_panels:
 *
 * Returns: (transfer none) (nullable): %NULL until it is built
 */
const TrlPanels *trellis_comparison_get_panels (const TrellisComparison *comparison);

/**
 * trellis_comparison_find_key:
 * @network: id, of the network that @node is a partner of
 *
 * Returns: (transfer none) (nullable): what a partner is called in all panels, where its
 *   panel shows organizations
 */
const char *trellis_comparison_find_key (const TrellisComparison *comparison,
                                         const char              *network,
                                         const char              *node);

/**
 * trellis_comparison_find_type:
 * @nodes: (element-type utf8): ids
 *
 * Returns: (transfer none) (nullable): the partner type that all of them have
 */
const char *trellis_comparison_find_type (const TrlNetwork *network, GPtrArray *nodes);

/**
 * trellis_comparison_describe:
 * @owner: a node or an edge of the panel's scene
 *
 * Returns: (transfer full) (nullable): name and level, a line each
 */
char *trellis_comparison_describe (const TrellisComparison *comparison,
                                   guint                    panel,
                                   TrlOwner                 owner);

/**
 * trellis_comparison_describe_type:
 * @type: id of a partner type
 *
 * Returns: (transfer full) (nullable): what the network of a panel says about a type:
 *   “Food Agencies: Coordination”
 */
char *trellis_comparison_describe_type (const TrellisComparison *comparison,
                                        guint                    panel,
                                        const char              *type);

G_END_DECLS
