/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A table of two columns, property and value, beside other tables: title, description,
 * source and whatever else a document says of itself. */

#include "config.h"

#include "formats/trl-draft.h"

#include <glib/gi18n-lib.h>

static guint
score (const TrlSource *source)
{
  return trl_source_has (source, TRL_MEANING_PROPERTY) &&
             trl_source_has (source, TRL_MEANING_VALUE)
           ? 100
           : 0;
}

static gboolean
read_properties (TrlDraft *draft, TrlSource *source, GError **error)
{
  for (guint row = trl_source_get_first (source); row < trl_source_get_end (source);
       row++)
    {
      const char *key = trl_source_get (source, row, TRL_MEANING_PROPERTY);
      int         prop = trl_props_find (TRL_KIND_DOCUMENT, key);
      if (prop < 0)
        {
          trl_draft_skip_row (draft, source, row, _ ("A document has no property “%s”"),
                              key);
          continue;
        }
      trl_record_set (draft->document, (guint) prop,
                      TRL_TEXT (trl_source_get (source, row, TRL_MEANING_VALUE)));
      trl_draft_keep_row (draft);
    }
  return TRUE;
}

const TrlFormat trl_format_properties = {
  .id = "properties",
  .label = N_ ("Table of properties of the document"),
  .extension = "csv",
  .mime = "text/csv",
  .joins = TRUE,
  .score = score,
  .read = read_properties,
};
