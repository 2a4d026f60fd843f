/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/trl-format.h"

G_BEGIN_DECLS

/**
 * trl_survey_write:
 *
 * Writes networks with a hub as a tidy survey, one row a partner, which reads back the
 * same.  What the rows cannot hold (ties that do not reach the hub, fields of sites,
 * positions) is listed.
 *
 * Errors: TRL_FORMAT_ERROR_CARRY for a network without a hub.
 */
GBytes *trl_survey_write (TrlDocument *document, TrlReadReport *report, GError **error);

G_END_DECLS
