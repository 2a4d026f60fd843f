/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * trellis_paths_init:
 *
 * Points GSettings at the schemas of the build folder when the program runs from there.
 * Before any GSettings.
 */
void trellis_paths_init (void);

/**
 * trellis_paths_locale:
 *
 * Returns: (transfer full): the folder of the translations
 */
char *trellis_paths_locale (void);

G_END_DECLS
