/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/trl-document.h"

G_BEGIN_DECLS

/**
 * trellis_change_choose_pair:
 * @shown: (nullable): the network that somebody looks at
 * @from, @to: (out) (transfer none) (nullable): left alone where there are no two
 *
 * The two networks whose difference is most likely asked for: @shown and the wave before
 * it, else the wave after it, else any two waves of a site, else @shown and another one.
 */
void trellis_change_choose_pair (TrlDocument *document,
                                 TrlNetwork  *shown,
                                 TrlNetwork **from,
                                 TrlNetwork **to);

G_END_DECLS
