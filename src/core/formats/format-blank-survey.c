/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A form for a team to fill in: a tidy survey with the types in rows and empty answers.
 * How to answer stands in a column of its own, which readers leave out, so that the form
 * opens again as it is. */

#include "config.h"

#include "formats/trl-csv.h"
#include "formats/trl-format.h"

#include <glib/gi18n-lib.h>

/* The lines of help, one a row; what has no row of its own goes into the last one. */
static char **
make_help (const TrlVocabulary *vocabulary)
{
  const TrlScale *scale = trl_vocabulary_find_scale (vocabulary, NULL);
  g_autoptr (GStrvBuilder) help = g_strv_builder_new ();

  g_strv_builder_add (help,
                      _ ("For each type: how many organizations you work with, and the "
                         "deepest level at which you do"));
  g_strv_builder_add (help, _ ("Leave both empty where you do not know"));
  for (guint i = 0; i < scale->levels->len; i++)
    {
      const TrlLevel  *level = scale->levels->pdata[i];
      g_autofree char *line =
        level->definition != NULL
          ? g_strdup_printf ("%s: %s", level->name, level->definition)
          : g_strdup (level->name);
      g_strv_builder_add (help, line);
    }
  return g_strv_builder_end (help);
}

static char *
help_of_row (char **help, guint row, guint n_rows)
{
  guint n = g_strv_length (help);

  if (row + 1 == n_rows && n > row)
    return g_strjoinv ("\n", help + row);
  return g_strdup (row < n ? help[row] : "");
}

static void
append_site (GString *out, const TrlVocabulary *vocabulary, const char *site, char **help)
{
  guint n = vocabulary->types->len;

  for (guint i = 0; i < n; i++)
    {
      const TrlPartnerType *type = vocabulary->types->pdata[i];
      g_autofree char      *line = help_of_row (help, i, n);
      trl_csv_append (out, site, FALSE);
      trl_csv_append (out, type->name, FALSE);
      trl_csv_append (out, "", FALSE);
      trl_csv_append (out, "", FALSE);
      trl_csv_append (out, "", FALSE);
      trl_csv_append (out, line, TRUE);
    }
}

/* English headers, since any Trellis reads them; a mark, since spreadsheets would take
 * the text for another encoding without it. */
static GBytes *
write_blank (TrlDocument *document, TrlReadReport *report, GError **error)
{
  const TrlVocabulary *vocabulary = trl_document_get_vocabulary (document);
  g_auto (GStrv) help = make_help (vocabulary);
  g_auto (GStrv) none = g_new0 (char *, 1);
  GString *out = g_string_new ("\xef\xbb\xbfSite,Partner type,Number of partners,Level "
                               "of interaction,Note,How to answer\r\n");
  guint    n = trl_document_get_n_networks (document);

  if (n == 0)
    append_site (out, vocabulary, "", help);
  for (guint i = 0; i < n; i++)
    append_site (out, vocabulary,
                 trl_network_get_name (trl_document_get_network (document, i)),
                 i == 0 ? help : none);
  return g_string_free_to_bytes (out);
}

const TrlFormat trl_format_blank_survey = {
  .id = "blank-survey",
  .label = N_ ("Blank survey, to be filled in"),
  .extension = "csv",
  .mime = "text/csv",
  .write = write_blank,
};
