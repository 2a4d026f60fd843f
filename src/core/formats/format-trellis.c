/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Trellis's own file, which the store reads and writes. */

#include "config.h"

#include "formats/trl-source.h"
#include "store/trl-store.h"

#include <glib/gi18n-lib.h>

static guint
score (const TrlSource *source)
{
  return trl_source_is_document (source->bytes) ? 100 : 0;
}

static TrlDocument *
open_document (const TrlSource *source, GCancellable *cancellable, GError **error)
{
  return trl_store_read (source->bytes, source->name, NULL, cancellable, error);
}

static GBytes *
write_document (TrlDocument *document, TrlReadReport *report, GError **error)
{
  return trl_store_to_bytes (document, error);
}

const TrlFormat trl_format_trellis = {
  .id = "trellis",
  .label = N_ ("Trellis document"),
  .extension = "trellis",
  .mime = "application/vnd.trellis+json",
  .score = score,
  .open = open_document,
  .write = write_document,
};
