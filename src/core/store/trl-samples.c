/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The documents that come with the program, and where its data lie. */

#include "config.h"
#include "places.h"

#include "store/trl-samples.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

static const TrlSample samples[] = {
  { "ecosystem-lab-illustrative", N_ ("Ten Learning Ecosystems"),
    N_ ("An illustrative survey: 18 partner types at ten sites") },
  { "ecosystem-lab-documented", N_ ("Documented Partnerships"),
    N_ ("What one brief reports of ten places, as far as it does") },
  { "seven-roles", N_ ("Seven Roles of Regional Partners"),
    N_ ("Who funds, convenes and develops, as a published post tells") },
  { "blank-survey", N_ ("Blank Form of 18 Partner Types"),
    N_ ("One site to fill in: how many partners, how deep") },
};

const TrlSample *
trl_samples (guint *n)
{
  if (n)
    *n = G_N_ELEMENTS (samples);
  return samples;
}

char *
trl_sample_dup_path (const TrlSample *sample)
{
  g_autofree char *folder = trl_data_dup_path ("samples");
  g_autofree char *name = g_strconcat (sample->id, ".trellis", NULL);

  return g_build_filename (folder, name, NULL);
}

gboolean
trl_is_in_place (void)
{
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  gsize            n = strlen (TRL_BUILD_ROOT);

  return self && g_str_has_prefix (self, TRL_BUILD_ROOT) && self[n] == G_DIR_SEPARATOR;
}

char *
trl_data_dup_path (const char *name)
{
  return g_build_filename (trl_is_in_place () ? TRL_SOURCE_ROOT "/data" : TRL_DATA_DIR,
                           name, NULL);
}

const char *
trl_locale_folder (void)
{
  return trl_is_in_place () ? TRL_BUILD_ROOT "/po" : TRL_LOCALE_DIR;
}
