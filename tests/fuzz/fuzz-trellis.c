/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whatever opens can be saved, opens again, and then says the same for good. */

#include "fuzz.h"

#include "store/trl-store.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (TrlDocument) document = trl_store_from_bytes (bytes, "fuzz", &error);
  g_autoptr (TrlDocument) twin = NULL;
  g_autoptr (GBytes) saved = NULL;
  g_autoptr (GBytes) again = NULL;

  g_assert_true ((document != NULL) != (error != NULL));
  if (!document)
    return 0;
  saved = trl_store_to_bytes (document, &error);
  g_assert_no_error (error);
  twin = trl_store_from_bytes (saved, "saved", &error);
  g_assert_no_error (error);
  again = trl_store_to_bytes (twin, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (saved, again));
  return 0;
}
