/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/trl-network.h"

G_BEGIN_DECLS

#define TRL_N_RESPONSIBILITIES 3

/**
 * trl_network_get_responsibility:
 *
 * Returns: how evident shared responsibility is: 0 not, 1 moderately, 2 significantly;
 *   -1 not reported, or an answer that is none of the three
 */
int trl_network_get_responsibility (const TrlNetwork *network);

G_END_DECLS
