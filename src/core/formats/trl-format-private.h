/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/trl-source.h"

G_BEGIN_DECLS

/* Between trl-format.c and trl-reading.c. */

/**
 * trl_sources_open:
 *
 * Opens the inputs of a request, and finds the format of each.
 *
 * Errors: those of trl_source_new(), TRL_FORMAT_ERROR_UNKNOWN, TRL_FORMAT_ERROR_MAP.
 *
 * Returns: (transfer full) (element-type TrlSource)
 */
GPtrArray *trl_sources_open (const TrlReadRequest *request,
                             GCancellable         *cancellable,
                             GError              **error);

/**
 * trl_sources_read:
 *
 * Errors: those of trl_format_read().
 */
TrlDocument *trl_sources_read (GPtrArray            *sources,
                               const TrlReadRequest *request,
                               TrlReadReport        *report,
                               GCancellable         *cancellable,
                               GError              **error);

G_END_DECLS
