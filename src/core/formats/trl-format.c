/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The table of formats, and the road from inputs to a document: each input is taken by
 * the format that is surest of it; tables that join others are read first. */

#include "config.h"

#include "formats/trl-draft.h"
#include "formats/trl-format-private.h"
#include "formats/trl-words.h"

#include <glib/gi18n-lib.h>
#include <malloc.h>
#include <string.h>

#define TRL_FORMAT(name) extern const TrlFormat trl_format_##name;
#include "formats/formats.def"
#undef TRL_FORMAT

#define TRL_FORMAT(name) &trl_format_##name,
static const TrlFormat *const rows[] = {
#include "formats/formats.def"
};
#undef TRL_FORMAT

const TrlFormat *const *
trl_formats (guint *n)
{
  *n = G_N_ELEMENTS (rows);
  return rows;
}

const TrlFormat *
trl_format_find (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (g_strcmp0 (rows[i]->id, id) == 0)
      return rows[i];
  return NULL;
}

const TrlFormat *
trl_format_find_for_name (const char *name)
{
  const char *dot = strrchr (name, '.');

  for (guint i = 0; dot != NULL && i < G_N_ELEMENTS (rows); i++)
    if (rows[i]->write != NULL && g_ascii_strcasecmp (dot + 1, rows[i]->extension) == 0)
      return rows[i];
  return NULL;
}

static gboolean
refuse_format (const char *id, GError **error)
{
  g_set_error (error, TRL_FORMAT_ERROR, TRL_FORMAT_ERROR_UNKNOWN,
               _ ("There is no format “%s”"), id);
  return FALSE;
}

static gboolean
refuse_table (const TrlSource *source, GError **error)
{
  g_autoptr (GString) headers = g_string_new (NULL);

  for (guint i = 0; i < MIN (source->columns->len, 8); i++)
    g_string_append_printf (headers, "%s“%.60s”", i ? ", " : "",
                            trl_source_get_column (source, i)->header);
  g_set_error (error, TRL_FORMAT_ERROR, TRL_FORMAT_ERROR_UNKNOWN,
               _ ("%s:%u: No column names partners, partner types or the two ends of "
                  "partnerships; the columns are %s"),
               source->name, trl_source_get_line (source, source->header), headers->str);
  return FALSE;
}

static gboolean
choose_format (TrlSource *source, const TrlReadRequest *request, GError **error)
{
  guint            best = 0;
  const TrlFormat *asked = request->format ? trl_format_find (request->format) : NULL;

  if (request->format != NULL && (asked == NULL || asked->score == NULL))
    return refuse_format (request->format, error);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gboolean is_table = rows[i]->open == NULL;
      if (rows[i]->score == NULL || is_table != (source->sheet != NULL))
        continue;
      guint score = rows[i]->score (source);
      if (score > 0 && rows[i] == asked)
        score = 1000;
      if (score > best)
        {
          best = score;
          source->format = rows[i];
        }
    }
  return source->format != NULL || refuse_table (source, error);
}

static gboolean
has_header (const GPtrArray *sources, const char *folded)
{
  for (guint i = 0; i < sources->len; i++)
    for (guint k = 0; k < ((TrlSource *) sources->pdata[i])->columns->len; k++)
      {
        g_autofree char *key =
          trl_fold (trl_source_get_column (sources->pdata[i], k)->header);
        if (strcmp (key, folded) == 0)
          return TRUE;
      }
  return FALSE;
}

static gboolean
check_map (const GPtrArray *sources, const TrlReadRequest *request, GError **error)
{
  GHashTableIter iter;
  gpointer       header;

  g_hash_table_iter_init (&iter, request->map);
  while (g_hash_table_iter_next (&iter, &header, NULL))
    if (!has_header (sources, header))
      {
        g_set_error (error, TRL_FORMAT_ERROR, TRL_FORMAT_ERROR_MAP,
                     _ ("There is no column “%s”"), (char *) header);
        return FALSE;
      }
  return TRUE;
}

static gboolean
is_ties (const TrlSource *source)
{
  return trl_source_has (source, TRL_MEANING_FROM) &&
         trl_source_has (source, TRL_MEANING_TO);
}

static void
tell_of_ties (const GPtrArray *sources)
{
  gboolean any = FALSE;

  for (guint i = 0; i < sources->len; i++)
    any |= is_ties (sources->pdata[i]);
  for (guint i = 0; i < sources->len; i++)
    {
      TrlSource *source = sources->pdata[i];
      source->beside_ties = any && !is_ties (source);
    }
}

GPtrArray *
trl_sources_open (const TrlReadRequest *request,
                  GCancellable         *cancellable,
                  GError              **error)
{
  g_autoptr (GPtrArray) sources =
    g_ptr_array_new_with_free_func ((GDestroyNotify) trl_source_free);

  if (request->inputs->len == 0)
    {
      g_set_error_literal (error, TRL_FORMAT_ERROR, TRL_FORMAT_ERROR_CONTENT,
                           _ ("There is nothing to read"));
      return NULL;
    }
  for (guint i = 0; i < request->inputs->len; i++)
    {
      TrlSource *source = trl_source_new (request, i, cancellable, error);
      if (source == NULL)
        return NULL;
      g_ptr_array_add (sources, source);
    }
  tell_of_ties (sources);
  for (guint i = 0; i < sources->len; i++)
    if (!choose_format (sources->pdata[i], request, error))
      return NULL;
  if (!check_map (sources, request, error))
    return NULL;
  return g_steal_pointer (&sources);
}

static TrlDocument *
open_document (GPtrArray     *sources,
               TrlReadReport *report,
               GCancellable  *cancellable,
               GError       **error)
{
  TrlSource *source = NULL;

  for (guint i = 0; i < sources->len; i++)
    if (((TrlSource *) sources->pdata[i])->format->open != NULL)
      source = sources->pdata[i];
  if (sources->len == 1)
    return source->format->open (source, report, cancellable, error);
  g_set_error (error, TRL_FORMAT_ERROR, TRL_FORMAT_ERROR_CONTENT,
               _ ("“%s” is a whole document; open it by itself"), source->name);
  return NULL;
}

static gboolean
has_document (const GPtrArray *sources)
{
  for (guint i = 0; i < sources->len; i++)
    if (((TrlSource *) sources->pdata[i])->format->open != NULL)
      return TRUE;
  return FALSE;
}

/* A table of sites is asked again at the end. */
static void
forget (const TrlDraft *draft, TrlSource *source)
{
  if (!g_ptr_array_find (draft->sites, source, NULL))
    g_clear_pointer (&source->sheet, trl_sheet_free);
}

static gboolean
read_pass (
  TrlDraft *draft, GPtrArray *sources, gboolean joins, gboolean keep, GError **error)
{
  for (guint i = 0; i < sources->len; i++)
    {
      TrlSource *source = sources->pdata[i];

      if (source->format->joins != joins)
        continue;
      if (!source->format->read (draft, source, error))
        return FALSE;
      if (!keep)
        forget (draft, source);
    }
  return TRUE;
}

static void
list_titles (const GPtrArray *sources, TrlReadReport *report)
{
  for (guint i = 0; i < sources->len; i++)
    {
      const TrlSource *source = sources->pdata[i];
      for (guint row = 0; row < source->header; row++)
        trl_read_report_add (report, TRL_ISSUE_NOTE, source->name,
                             trl_source_get_line (source, row), 0,
                             _ ("The line stands above the header and is left out: %s"),
                             trl_sheet_get (source->sheet, row, 0));
    }
}

/* @keep: whether the sheets are of use to somebody after this */
static TrlDocument *
read_sources (GPtrArray            *sources,
              const TrlReadRequest *request,
              TrlReadReport        *report,
              gboolean              keep,
              GCancellable         *cancellable,
              GError              **error)
{
  if (has_document (sources))
    return open_document (sources, report, cancellable, error);

  g_autoptr (TrlDraft) draft = trl_draft_new (request, report, cancellable);
  list_titles (sources, report);
  if (!read_pass (draft, sources, TRUE, keep, error) ||
      !read_pass (draft, sources, FALSE, keep, error))
    return NULL;
  return trl_draft_finish (draft, error);
}

TrlDocument *
trl_sources_read (GPtrArray            *sources,
                  const TrlReadRequest *request,
                  TrlReadReport        *report,
                  GCancellable         *cancellable,
                  GError              **error)
{
  return read_sources (sources, request, report, TRUE, cancellable, error);
}

static TrlDocument *
read_request (const TrlReadRequest *request,
              TrlReadReport        *report,
              GCancellable         *cancellable,
              GError              **error)
{
  g_autoptr (GPtrArray) sources = trl_sources_open (request, cancellable, error);
  g_autoptr (TrlReadReport) local = report == NULL ? trl_read_report_new () : NULL;

  if (sources == NULL)
    return NULL;
  return read_sources (sources, request, report ? report : local, FALSE, cancellable,
                       error);
}

/* What the rows of a large table took lies between what the document keeps, and goes back
 * to the system only when it is told so. */
TrlDocument *
trl_format_read (const TrlReadRequest *request,
                 TrlReadReport        *report,
                 GCancellable         *cancellable,
                 GError              **error)
{
  TrlDocument *document = read_request (request, report, cancellable, error);

#ifdef __GLIBC__
  malloc_trim (0);
#endif
  return document;
}

GBytes *
trl_format_write (TrlDocument   *document,
                  const char    *format,
                  TrlReadReport *report,
                  GError       **error)
{
  const TrlFormat *row = trl_format_find (format);
  g_autoptr (TrlReadReport) local = report == NULL ? trl_read_report_new () : NULL;

  if (row == NULL || row->write == NULL)
    {
      refuse_format (format, error);
      return NULL;
    }
  return row->write (document, report ? report : local, error);
}
