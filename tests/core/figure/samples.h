/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The product's own samples, for tests of figures. */
#pragma once

#include "store/trl-samples.h"
#include "store/trl-store.h"

static inline TrlDocument *
open_sample (const char *id)
{
  guint            n;
  const TrlSample *samples = trl_samples (&n);

  for (guint i = 0; i < n; i++)
    if (g_str_equal (samples[i].id, id))
      {
        g_autofree char *path = trl_sample_dup_path (&samples[i]);
        g_autoptr (GError) error = NULL;
        TrlDocument *document = trl_store_load (path, NULL, NULL, &error);

        g_assert_no_error (error);
        return document;
      }
  g_assert_not_reached ();
}
