/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/trl-meaning.h"

G_BEGIN_DECLS

/* Degrees, north or south, east or west. */
#define TRL_MOST_LATITUDE 90.0
#define TRL_MOST_LONGITUDE 180.0

/**
 * trl_degrees_read:
 * @text: (nullable): decimal degrees, with a point or a comma; a sign of degrees and a
 *   letter for north, south, east or west may follow
 * @meaning: latitude or longitude, which says how many there may be
 *
 * Returns: degrees, those south and west negative; NAN when @text is none of that
 */
double trl_degrees_read (const char *text, TrlMeaning meaning);

G_END_DECLS
