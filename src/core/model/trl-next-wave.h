/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/trl-document.h"

G_BEGIN_DECLS

/**
 * trl_network_get_site:
 *
 * Returns: (transfer none): the site that a network is of; its name when it names none
 */
const char *trl_network_get_site (const TrlNetwork *network);

/**
 * trl_next_wave_label:
 * @wave: (nullable): as “2024”, “2024–25”, “Wave 1”, “Spring 2024”
 *
 * Counts the last number up by one, and with it the first one of a span of two years.
 *
 * Returns: (transfer full): a proposal; “Wave 2” when there is no number
 */
char *trl_next_wave_label (const char *wave);

/**
 * trl_next_wave_find_last:
 *
 * Cost: O(networks).
 *
 * Returns: (transfer none) (nullable): the network before @network in the document that
 *   is of the same site
 */
TrlNetwork *trl_next_wave_find_last (TrlDocument *document, const TrlNetwork *network);

/**
 * trl_next_wave_has_fresh_counts:
 *
 * Cost: O(n + m).
 *
 * Returns: whether the numbers of partners are answers of the wave, as the levels are: in
 *   a network of partner types that are known by their names
 */
gboolean trl_next_wave_has_fresh_counts (const TrlNetwork *network);

/**
 * trl_next_wave_add:
 * @wave: what the new network is called beside its site
 * @keep_levels: else no partnership has a level or a second answer yet, and where
 * trl_next_wave_has_fresh_counts() no type a number of partners; what is planned stays as
 * it is in either case
 *
 * Copies a network as the next wave of its site, behind it, inside a step.  Partners and
 * partnerships keep their ids and places, so that the waves match.
 * Cost: O(n + m).
 * Errors: TRL_MODEL_ERROR.
 *
 * Returns: (transfer none) (nullable): the new network; on failure the caller cancels
 */
TrlNetwork *trl_next_wave_add (TrlDocument      *document,
                               const TrlNetwork *network,
                               const char       *wave,
                               gboolean          keep_levels,
                               GError          **error);

G_END_DECLS
