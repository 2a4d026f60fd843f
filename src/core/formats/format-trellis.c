/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Trellis's own file, which the store reads and writes. */

#include "config.h"

#include "formats/trl-source.h"
#include "store/trl-store-error.h"
#include "store/trl-store.h"

#include <glib/gi18n-lib.h>

static guint
score (const TrlSource *source)
{
  return source->bytes != NULL ? 100 : 0;
}

/* Words that the file uses and does not explain are kept, and listed. */
static TrlDocument *
open_document (const TrlSource *source,
               TrlReadReport   *report,
               GCancellable    *cancellable,
               GError         **error)
{
  g_autoptr (GPtrArray) problems = trl_problems_new ();
  TrlDocument *document =
    trl_store_read (source->bytes, source->name, problems, cancellable, error);

  for (guint i = 0; report != NULL && i < problems->len; i++)
    {
      const TrlProblem *problem = problems->pdata[i];
      trl_read_report_add (report, TRL_ISSUE_UNKNOWN_VALUE, source->name, problem->line,
                           problem->column, "%s", problem->text);
    }
  return document;
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
