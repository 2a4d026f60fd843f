/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Documents of several networks, for tests of what is compared. */
#pragma once

#include "formats/trl-format.h"
#include "store/trl-samples.h"

#include <math.h>
#include <string.h>

static inline TrlDocument *
read_paths (const char *const *paths)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrlReadReport) report = trl_read_report_new ();
  g_autoptr (TrlReadRequest) request = trl_read_request_new_for_paths (paths, &error);
  TrlDocument *document;

  g_assert_no_error (error);
  document = trl_format_read (request, report, NULL, &error);
  g_assert_no_error (error);
  return document;
}

/* Ten sites and 18 partner types. */
static inline TrlDocument *
read_sites (void)
{
  guint            n;
  const TrlSample *samples = trl_samples (&n);

  for (guint i = 0; i < n; i++)
    if (g_str_equal (samples[i].id, "ecosystem-lab-illustrative"))
      {
        g_autofree char  *path = trl_sample_dup_path (&samples[i]);
        const char *const paths[] = { path, NULL };

        return read_paths (paths);
      }
  g_assert_not_reached ();
}

/* Three relations among 25 organizations; NULL where the data are not at hand. */
static inline TrlDocument *
read_relations (void)
{
  static const char *const names[] = { "organizations.csv", "collaboration.csv",
                                       "contact.csv", "dissemination.csv" };
  const char              *shared = g_getenv ("TRL_SHARED");
  g_auto (GStrv) paths = g_new0 (char *, G_N_ELEMENTS (names) + 1);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    paths[i] = g_build_filename (shared ? shared : "", "data", "indiana-tobacco-control",
                                 names[i], NULL);
  if (g_file_test (paths[0], G_FILE_TEST_EXISTS))
    return read_paths ((const char *const *) paths);
  g_test_skip ("The shared data are not beside the source");
  return NULL;
}

/* Borrowed from the document. */
static inline GPtrArray *
collect_networks (TrlDocument *document)
{
  GPtrArray *networks = g_ptr_array_new ();

  for (guint k = 0; k < trl_document_get_n_networks (document); k++)
    g_ptr_array_add (networks, trl_document_get_network (document, k));
  return networks;
}
