/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the text of a file to a document, and back. */
#pragma once

#include "store/trl-store.h"

#include <string.h>

static inline TrlDocument *
parse (const char *text, gsize length, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length);

  return trl_store_from_bytes (bytes, "lab.trellis", error);
}

static inline TrlDocument *
parse_ok (const char *text)
{
  g_autoptr (GError) error = NULL;
  TrlDocument *document = parse (text, strlen (text), &error);

  g_assert_no_error (error);
  return document;
}

static inline char *
print (TrlDocument *document)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = trl_store_to_bytes (document, &error);

  g_assert_no_error (error);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}
