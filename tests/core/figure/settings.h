/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Documents and files for tests of what is chosen about figures. */
#pragma once

#include "samples.h"

#include "figure/trl-figure-saved.h"
#include "figure/trl-figure-settings.h"

#include <string.h>

static inline void
set_pairs (TrlFigureSettings *settings, const char *const *pairs)
{
  for (guint i = 0; pairs && pairs[i]; i++)
    {
      g_autoptr (GError) error = NULL;

      trl_figure_settings_set_pair (settings, pairs[i], &error);
      g_assert_no_error (error);
    }
}

static inline TrlFigureSettings *
new_settings (const char *figure, const char *const *pairs)
{
  TrlFigureSettings *settings = trl_figure_settings_new (figure);

  g_assert_nonnull (settings);
  set_pairs (settings, pairs);
  return settings;
}

#define PAIRS(...) ((const char *const[]){ __VA_ARGS__, NULL })

static inline GBytes *
export_as (TrlFigureSettings *settings, TrlDocument *document, const char *format)
{
  g_autoptr (GError) error = NULL;
  TrlFigureRequest request;
  GBytes          *bytes;

  trl_figure_settings_fill_request (settings, document, &request);
  bytes = trl_figure_export (&request, format, NULL, &error);
  g_assert_no_error (error);
  return bytes;
}

static inline TrlScene *
build_page (TrlFigureSettings *settings, TrlDocument *document)
{
  g_autoptr (GError) error = NULL;
  TrlFigureRequest request;
  TrlScene        *scene;

  trl_figure_settings_fill_request (settings, document, &request);
  scene = trl_figure_build (&request, NULL, &error);
  g_assert_no_error (error);
  return scene;
}
