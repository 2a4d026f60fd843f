/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/trl-layout.h"

G_BEGIN_DECLS

/*
 * What was chosen of layouts is kept with the network, as the text
 * %TRL_NETWORK_LAYOUT_OPTIONS: pairs LAYOUT.OPTION=VALUE in the order of their bytes, one
 * space between two, values escaped as in a URI.  Only what differs from the fallback is
 * said.  Each layout has its own, so that changing the layout there and back loses none.
 */

/**
 * trl_layout_options_new:
 *
 * Returns: (transfer full): what @network holds for @layout; what it does not say, or in
 *   a way that is not understood, is at its fallback
 */
TrlOptions *trl_layout_options_new (const TrlLayout *layout, const TrlNetwork *network);

/**
 * trl_layout_options_to_text:
 * @options: made from the table of @layout
 * @before: (nullable): the text that the network holds
 *
 * Says what differs from the fallbacks; keeps what @before says of other layouts, and
 * what is not understood of it.
 *
 * Returns: (transfer full) (nullable): the text to keep; %NULL when there is nothing to
 *   say
 */
char *trl_layout_options_to_text (const TrlLayout  *layout,
                                  const TrlOptions *options,
                                  const char       *before);

/**
 * trl_layout_options_are_usual:
 * @options: made from the table of @layout
 *
 * Returns: whether all are at their fallbacks
 */
gboolean trl_layout_options_are_usual (const TrlLayout  *layout,
                                       const TrlOptions *options);

G_END_DECLS
