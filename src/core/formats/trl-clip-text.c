/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Delimited text of clipboards.  Programs differ in quoting: some quote nothing, so a
 * quote counts only where it opens a cell and its closing one ends it; else it is text.
 */

#include "config.h"

#include "formats/trl-clip-private.h"

#include "formats/trl-csv.h"
#include "formats/trl-format.h"
#include "formats/trl-words.h"

#include <string.h>

/* Quotes that open nothing are looked for no further than this much, all in all. */
#define PATIENCE(n) (4 * (n) + 65536)

typedef struct
{
  TrlSheet   *sheet;
  const char *end;
  char        delimiter;
  gsize       wasted; /* bytes behind quotes that opened nothing */
  gsize       patience;
  GString    *cell;
} Reader;

static gboolean
ends_cell (const Reader *reader, const char *p)
{
  return p == reader->end || *p == reader->delimiter || *p == '\n' || *p == '\r';
}

/* Takes a quoted cell; NULL when @p opens none. */
static const char *
take_quoted (Reader *reader, const char *p)
{
  const char *at = p + 1;

  g_string_truncate (reader->cell, 0);
  for (; at < reader->end && (*at != '"' || (at + 1 < reader->end && at[1] == '"')); at++)
    {
      at += *at == '"' || (*at == '\r' && at + 1 < reader->end && at[1] == '\n');
      g_string_append_c (reader->cell, *at == '\r' ? '\n' : *at);
    }
  if (at < reader->end && ends_cell (reader, at + 1))
    return at + 1;
  reader->wasted += (gsize) (at - p);
  return NULL;
}

static const char *
take_cell (Reader *reader, const char *p, GError **error)
{
  const char *at = NULL;

  if (p < reader->end && *p == '"' && reader->wasted < reader->patience)
    at = take_quoted (reader, p);
  if (at == NULL)
    {
      for (at = p; !ends_cell (reader, at);)
        at++;
      g_string_truncate (reader->cell, 0);
      g_string_append_len (reader->cell, p, at - p);
    }
  return trl_clip_add (reader->sheet, reader->cell->str, reader->cell->len, error) ? at
                                                                                   : NULL;
}

static gboolean
take_rows (Reader *reader, const char *p, GError **error)
{
  guint line = 1;

  while (p < reader->end)
    {
      do
        p = take_cell (reader, p, error);
      while (p != NULL && p < reader->end && *p == reader->delimiter && p++);
      if (p == NULL)
        return FALSE;
      trl_sheet_end_row (reader->sheet, line++);
      if (p < reader->end)
        p += *p == '\r' && p + 1 < reader->end && p[1] == '\n' ? 2 : 1;
    }
  return TRUE;
}

static TrlSheet *
read_delimited (const char *text, gsize n, char delimiter, GError **error)
{
  g_autoptr (TrlSheet) sheet = trl_sheet_new (delimiter);
  g_autoptr (GString) cell = g_string_new (NULL);
  Reader reader = { sheet, text + n, delimiter, 0, PATIENCE (n), cell };

  if (!take_rows (&reader, text, error))
    return NULL;
  sheet->comma = trl_clip_find_comma (sheet);
  return g_steal_pointer (&sheet);
}

TrlSheet *
trl_clip_read_tabs (const char *text, gsize n, GError **error)
{
  return read_delimited (text, n, '\t', error);
}

/* Rows of one width, of two cells at least, and not just numbers with decimal commas. */
static gboolean
is_even (const TrlSheet *sheet)
{
  gboolean words = FALSE;
  double   number;

  for (guint row = 0; row < trl_sheet_get_n_rows (sheet); row++)
    {
      if (trl_sheet_get_width (sheet, row) != sheet->n_columns)
        return FALSE;
      for (guint i = 0; i < sheet->n_columns; i++)
        words |= !trl_word_number (trl_sheet_get (sheet, row, i), FALSE, &number);
    }
  return trl_sheet_get_n_rows (sheet) > 1 && sheet->n_columns > 1 &&
         (words || sheet->delimiter != ',' || sheet->n_columns > 2);
}

/* Where all rows have as many semicolons, commas are those of decimals. */
TrlSheet *
trl_clip_read_csv (const char *text, gsize n, GError **error)
{
  char delimiter = trl_csv_sniff (text, n);

  if (delimiter == ',' && memchr (text, ';', n) != NULL)
    {
      g_autoptr (TrlSheet) sheet = read_delimited (text, n, ';', NULL);
      if (sheet != NULL && sheet->comma && is_even (sheet))
        return g_steal_pointer (&sheet);
    }
  return read_delimited (text, n, delimiter, error);
}

TrlSheet *
trl_clip_read_plain (const char *text, gsize n, GError **error)
{
  if (memchr (text, '\t', n) != NULL)
    return trl_clip_read_tabs (text, n, error);
  g_autoptr (TrlSheet) sheet = trl_clip_read_csv (text, n, NULL);
  if (sheet != NULL && is_even (sheet))
    return g_steal_pointer (&sheet);
  return trl_clip_read_tabs (text, n, error);
}

static gboolean
needs_quotes (const char *cell, char delimiter)
{
  if (delimiter == '\t')
    return cell[0] == '"' || strpbrk (cell, "\t\r\n") != NULL;
  return strpbrk (cell, ",;\t|\"\r\n") != NULL || cell[0] == ' ' ||
         g_str_has_suffix (cell, " ");
}

static void
write_cell (GString *out, const char *cell, char delimiter)
{
  const char *guard = trl_clip_guard (cell);

  if (!needs_quotes (cell, delimiter))
    {
      g_string_append (out, guard);
      g_string_append (out, cell);
      return;
    }
  g_string_append_c (out, '"');
  g_string_append (out, guard);
  for (const char *p = cell; *p; p++)
    g_string_append_len (out, *p == '"' ? "\"\"" : p, *p == '"' ? 2 : 1);
  g_string_append_c (out, '"');
}

static void
write_delimited (GString *out, const TrlSheet *sheet, char delimiter, const char *end)
{
  for (guint row = 0; row < trl_sheet_get_n_rows (sheet); row++)
    {
      for (guint i = 0; i < trl_sheet_get_width (sheet, row); i++)
        {
          if (i > 0)
            g_string_append_c (out, delimiter);
          write_cell (out, trl_sheet_get (sheet, row, i), delimiter);
        }
      g_string_append (out, end);
    }
}

void
trl_clip_write_tabs (GString *out, const TrlSheet *sheet)
{
  write_delimited (out, sheet, '\t', "\n");
}

void
trl_clip_write_csv (GString *out, const TrlSheet *sheet)
{
  write_delimited (out, sheet, ',', "\r\n");
}
