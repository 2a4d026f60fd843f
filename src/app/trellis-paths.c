/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the window finds its files: what only it needs; the rest is known to core. */

#include "config.h"
#include "places.h"

#include "trellis-paths.h"

#include "store/trl-samples.h"

void
trellis_paths_init (void)
{
  if (trl_is_in_place ())
    g_setenv ("GSETTINGS_SCHEMA_DIR", TRL_BUILD_ROOT "/data", FALSE);
}

char *
trellis_paths_locale (void)
{
  return g_strdup (trl_locale_folder ());
}
