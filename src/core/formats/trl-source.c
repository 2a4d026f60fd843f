/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One input, opened: bytes, text, rows, header. */

#include "config.h"

#include "formats/trl-source.h"

#include "formats/trl-csv.h"
#include "formats/trl-decode.h"
#include "formats/trl-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define HEADER_SEARCH 10 /* rows */

static guint
count_known (const TrlSheet *sheet, guint row, const TrlReadRequest *request)
{
  guint known = 0;

  for (guint i = 0; i < trl_sheet_get_width (sheet, row); i++)
    {
      double           certainty;
      g_autofree char *key = trl_fold (trl_sheet_get (sheet, row, i));
      trl_meaning_of_header (trl_sheet_get (sheet, row, i), &certainty);
      known += certainty > 0 || g_hash_table_contains (request->map, key);
    }
  return known;
}

/* The first row with two headers that say something, or else the first of two cells;
 * titles may stand above it. */
static guint
find_header (const TrlSheet *sheet, const TrlReadRequest *request)
{
  guint n = MIN (trl_sheet_get_n_rows (sheet), HEADER_SEARCH);

  for (guint row = 0; row < n; row++)
    if (count_known (sheet, row, request) >= 2)
      return row;
  for (guint row = 0; row < n; row++)
    if (trl_sheet_get_width (sheet, row) >= 2)
      return row;
  return 0;
}

static void
clear_column (gpointer data)
{
  TrlColumn *column = data;
  g_free (column->header);
  g_free (column->field);
}

static void
add_columns (TrlSource *source)
{
  guint n = trl_sheet_get_width (source->sheet, source->header);

  for (guint i = 0; i < n; i++)
    {
      const char *header = trl_sheet_get (source->sheet, source->header, i);
      TrlColumn   column = { .header = *header ? g_strdup (header)
                                               : g_strdup_printf (_ ("Column %u"), i + 1) };
      column.meaning = trl_meaning_of_header (header, &column.certainty);
      g_array_append_val (source->columns, column);
    }
}

static char *
make_stem (const char *name)
{
  const char *dot = strrchr (name, '.');
  return dot != NULL && dot > name ? g_strndup (name, (gsize) (dot - name))
                                   : g_strdup (name);
}

gboolean
trl_source_is_document (GBytes *bytes)
{
  gsize       n;
  const char *data = g_bytes_get_data (bytes, &n);
  gsize       i = n >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;

  while (i < n && g_ascii_isspace (data[i]))
    i++;
  return i < n && data[i] == '{';
}

static gboolean
open_table (TrlSource            *source,
            GBytes               *bytes,
            const TrlReadRequest *request,
            GCancellable         *cancellable,
            GError              **error)
{
  g_autoptr (GBytes) text = trl_decode (source->name, bytes, &source->encoding, error);

  if (text == NULL)
    return FALSE;
  source->sheet = trl_csv_parse (source->name, text, '\0', cancellable, error);
  if (source->sheet == NULL)
    return FALSE;
  if (trl_sheet_get_n_rows (source->sheet) == 0)
    {
      g_set_error (error, TRL_FORMAT_ERROR, TRL_FORMAT_ERROR_CONTENT, _ ("“%s” is empty"),
                   source->name);
      return FALSE;
    }
  source->header = find_header (source->sheet, request);
  add_columns (source);
  trl_source_understand (source, request);
  return TRUE;
}

TrlSource *
trl_source_new (const TrlReadRequest *request,
                guint                 index,
                GCancellable         *cancellable,
                GError              **error)
{
  const TrlInput *input = request->inputs->pdata[index];
  g_autoptr (TrlSource) source = NULL;
  g_autoptr (GBytes) bytes = trl_input_load (input, error);

  if (bytes == NULL)
    return NULL;
  source = g_new0 (TrlSource, 1);
  source->name = g_strdup (input->name);
  source->stem = make_stem (input->name);
  source->index = index;
  source->columns = g_array_new (FALSE, TRUE, sizeof (TrlColumn));
  g_array_set_clear_func (source->columns, clear_column);
  for (guint i = 0; i < TRL_N_MEANINGS; i++)
    source->of[i] = -1;
  if (trl_source_is_document (bytes))
    source->bytes = g_steal_pointer (&bytes);
  else if (!open_table (source, bytes, request, cancellable, error))
    return NULL;
  return g_steal_pointer (&source);
}

void
trl_source_free (TrlSource *source)
{
  g_free (source->name);
  g_free (source->stem);
  g_clear_pointer (&source->bytes, g_bytes_unref);
  g_clear_pointer (&source->sheet, trl_sheet_free);
  g_array_unref (source->columns);
  g_free (source);
}

TrlColumn *
trl_source_get_column (const TrlSource *source, guint column)
{
  return &g_array_index (source->columns, TrlColumn, column);
}

gboolean
trl_source_has (const TrlSource *source, TrlMeaning meaning)
{
  return source->of[meaning] >= 0;
}

guint
trl_source_get_first (const TrlSource *source)
{
  return source->header + 1;
}

guint
trl_source_get_end (const TrlSource *source)
{
  return trl_sheet_get_n_rows (source->sheet);
}

guint
trl_source_get_line (const TrlSource *source, guint row)
{
  return trl_sheet_get_line (source->sheet, row);
}

const char *
trl_source_get (const TrlSource *source, guint row, TrlMeaning meaning)
{
  int column = source->of[meaning];
  return column < 0 ? "" : trl_sheet_get (source->sheet, row, (guint) column);
}

double
trl_source_get_number (const TrlSource *source, guint row, guint column)
{
  double number;
  return trl_word_number (trl_sheet_get (source->sheet, row, column),
                          source->sheet->comma, &number)
           ? number
           : NAN;
}
