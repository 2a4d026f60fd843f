/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whatever makes a figure says the same when it is written again. */

#include "fuzz.h"

#include "figure/trl-figure-settings.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *json = g_strndup ((const char *) data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (TrlFigureSettings) settings =
    trl_figure_settings_from_sidecar (json, &error);
  g_autoptr (TrlFigureSettings) twin = NULL;
  g_autoptr (TrlDocument) document = NULL;
  g_autofree char *written = NULL, *again = NULL;

  g_assert_true ((settings != NULL) != (error != NULL));
  if (!settings)
    return 0;
  document = trl_document_new ();
  written = trl_figure_settings_to_sidecar (settings, document);
  twin = trl_figure_settings_from_sidecar (written, &error);
  g_assert_no_error (error);
  again = trl_figure_settings_to_sidecar (twin, document);
  g_assert_cmpstr (again, ==, written);
  return 0;
}
