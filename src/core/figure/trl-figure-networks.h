/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figure/trl-figure.h"

G_BEGIN_DECLS

/**
 * trl_figure_find_networks:
 *
 * Errors: TRL_FIGURE_ERROR_UNKNOWN.
 *
 * Returns: (transfer full) (element-type TrlNetwork): those that a request names, each
 *   once, or all of the document or of a wave
 */
GPtrArray *trl_figure_find_networks (const TrlFigureRequest *request, GError **error);

/**
 * trl_figure_find_sites:
 *
 * What a chart across sites is about.  Without names in the request, each site is there
 * once, with its latest wave: the last of its networks in the document.  Networks that
 * are named are taken as they are, also several waves of a site.
 * Cost: O(n²), for n networks.
 * Errors: TRL_FIGURE_ERROR_UNKNOWN.
 *
 * Returns: (transfer full) (element-type TrlNetwork)
 */
GPtrArray *trl_figure_find_sites (const TrlFigureRequest *request, GError **error);

/**
 * trl_figure_find_shown:
 *
 * The networks that a figure shows: one, or those of trl_figure_find_sites(), with all
 * waves of a site where the figure has them, or none where the request names one that is
 * not there.
 *
 * Returns: (transfer full) (element-type TrlNetwork)
 */
GPtrArray *trl_figure_find_shown (const TrlFigureRequest *request);

/**
 * trl_figure_find_network:
 *
 * The network of a figure of one.
 * Errors: TRL_FIGURE_ERROR_UNKNOWN.
 *
 * Returns: (transfer none)
 */
TrlNetwork *trl_figure_find_network (const TrlFigureRequest *request, GError **error);

/**
 * trl_figure_count_ties:
 * @graph: of the network
 * @node: dense index
 *
 * Cost: O(degree).
 *
 * Returns: how many engaged ties a partner has, one with itself counted twice
 */
guint
trl_figure_count_ties (const TrlNetwork *network, const TrlGraph *graph, guint node);

G_END_DECLS
