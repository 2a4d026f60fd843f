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
 *   once, or all of the document
 */
GPtrArray *trl_figure_find_networks (const TrlFigureRequest *request, GError **error);

G_END_DECLS
