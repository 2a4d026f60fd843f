/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whatever is pasted is read or refused, and what was read comes back the same. */

#include "fuzz.h"

#include "formats/trl-clip.h"

static void
check_same (const TrlSheet *a, const TrlSheet *b)
{
  g_assert_cmpuint (trl_sheet_get_n_rows (a), ==, trl_sheet_get_n_rows (b));
  for (guint row = 0; row < trl_sheet_get_n_rows (a); row++)
    for (guint i = 0; i < MAX (trl_sheet_get_width (a, row), 1); i++)
      g_assert_cmpstr (trl_sheet_get (a, row, i), ==, trl_sheet_get (b, row, i));
}

static void
check_type (const char *type, GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrlSheet) sheet = trl_clip_read (type, bytes, &error);

  g_assert_true ((sheet != NULL) != (error != NULL));
  if (sheet == NULL)
    return;
  g_autoptr (GBytes) written = trl_clip_write ("text/tab-separated-values", sheet);
  g_autoptr (TrlSheet) again =
    trl_clip_read ("text/tab-separated-values", written, &error);
  g_assert_no_error (error);
  check_same (sheet, again);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);

  check_type ("text/html", bytes);
  check_type ("text/tab-separated-values", bytes);
  return 0;
}
