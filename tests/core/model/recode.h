/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Recoding a document, and taking it back. */

#include "model/trl-recode.h"
#include "store/trl-store.h"

static inline TrlDocument *
open_sample (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("TRL_SOURCE"), "data", "samples",
                                            "ecosystem-lab-illustrative.trellis", NULL);
  g_autoptr (GError) error = NULL;
  TrlDocument *document = trl_store_load (path, NULL, NULL, &error);

  g_assert_no_error (error);
  return document;
}

static inline char *
bytes_of (TrlDocument *document)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = trl_store_to_bytes (document, &error);

  g_assert_no_error (error);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static inline void
recode (TrlDocument *document, const TrlRecoding *recoding)
{
  g_autoptr (GError) error = NULL;
  guint64        revision = trl_document_get_revision (document);
  TrlRecodeCount count;

  g_assert_true (trl_recoding_count (recoding, document, &count, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (trl_document_get_revision (document), ==, revision);
  g_assert_true (trl_document_recode (document, recoding, "Edit", NULL, &error));
  g_assert_no_error (error);
}

static inline void
undo_and_redo_all (TrlDocument *document, const char *first, guint n)
{
  g_autofree char *last = bytes_of (document);
  g_autofree char *back = NULL;
  g_autofree char *again = NULL;

  for (guint i = 0; i < n; i++)
    g_assert_true (trl_document_undo (document));
  g_assert_false (trl_document_undo (document));
  back = bytes_of (document);
  g_assert_cmpstr (back, ==, first);
  while (trl_document_redo (document))
    continue;
  again = bytes_of (document);
  g_assert_cmpstr (again, ==, last);
}
