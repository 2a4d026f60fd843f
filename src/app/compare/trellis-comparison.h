/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

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
 * trellis_comparison_get_weight:
 *
 * Returns: how much there is to draw: partners and partnerships
 */
guint trellis_comparison_get_weight (const TrellisComparison *comparison);

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
