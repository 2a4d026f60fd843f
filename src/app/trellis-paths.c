/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the program finds its files: beside the sources while it runs inside the folder
 * it was built in, under the prefix everywhere else.
 */

#include "config.h"
#include "places.h"

#include "trellis-paths.h"

#include <gio/gio.h>

static gboolean
is_in_place (void)
{
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *root = g_canonicalize_filename (TRL_BUILD_ROOT, NULL);
  gsize            n = strlen (root);

  return self && g_str_has_prefix (self, root) && self[n] == G_DIR_SEPARATOR;
}

void
trellis_paths_init (void)
{
  if (is_in_place ())
    g_setenv ("GSETTINGS_SCHEMA_DIR", TRL_BUILD_ROOT "/data", FALSE);
}

char *
trellis_paths_locale (void)
{
  return g_strdup (is_in_place () ? TRL_BUILD_ROOT "/po" : TRL_LOCALE_DIR);
}
