/* SPDX-License-Identifier: GPL-3.0-or-later */

/* libcsv is fed one physical line at a time: so every row knows the line it began on, and
 * a broken quote is noticed as soon as it has swallowed too much. */

#include "config.h"

#include "formats/trl-csv.h"

#include "formats/trl-format.h"
#include "formats/trl-words.h"

#include <csv.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define PIECE 65536u

/* The states of libcsv that matter here. */
#define BETWEEN_ROWS 0
#define CELL_BEGUN 2

typedef struct
{
  TrlSheet   *sheet;
  const char *name;
  guint       width; /* cells of the row so far */
  guint       kept;  /* of these, up to the last that is not empty */
  guint       start; /* line on which the row began */
  guint       line;
  GError     *error;
} Parse;

static void G_GNUC_PRINTF (3, 4) fail (Parse *parse, int code, const char *format, ...)
{
  if (parse->error != NULL)
    return;
  va_list args;
  va_start (args, format);
  g_autofree char *text = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error (&parse->error, TRL_FORMAT_ERROR, code, "%s:%u: %s", parse->name,
               parse->start, text);
}

static void
refuse_cell (Parse *parse)
{
  fail (parse, TRL_FORMAT_ERROR_LIMIT,
        _ ("A cell is longer than %u bytes; is a quote never closed?"), TRL_CSV_MAX_CELL);
}

static gboolean
is_guarded (const char *text, gsize length)
{
  return length > 1 && text[0] == '\'' && strchr ("-=+@", text[1]) != NULL &&
         text[1] != '\0';
}

/* Empty cells wait, and are only written when one that is not empty follows. */
static void
on_cell (void *data, gsize length, void *user_data)
{
  Parse      *parse = user_data;
  const char *text = data;

  if (parse->error != NULL)
    return;
  if (++parse->width > TRL_CSV_MAX_COLUMNS)
    fail (parse, TRL_FORMAT_ERROR_LIMIT, _ ("There are more than %u columns"),
          TRL_CSV_MAX_COLUMNS);
  else if (length > TRL_CSV_MAX_CELL)
    refuse_cell (parse);
  else if (length > 0)
    {
      gsize skip = is_guarded (text, length) ? 1 : 0;
      for (; parse->kept + 1 < parse->width; parse->kept++)
        trl_sheet_add_cell (parse->sheet, "", 0);
      trl_sheet_add_cell (parse->sheet, text + skip, length - skip);
      parse->kept++;
    }
}

static void
on_row (int terminator, void *user_data)
{
  Parse *parse = user_data;

  if (parse->error != NULL)
    return;
  if (parse->kept > 0)
    trl_sheet_end_row (parse->sheet, parse->start);
  parse->width = parse->kept = 0;
  if (trl_sheet_get_n_rows (parse->sheet) > TRL_CSV_MAX_ROWS)
    fail (parse, TRL_FORMAT_ERROR_LIMIT, _ ("There are more than %u rows"),
          TRL_CSV_MAX_ROWS);
}

/* Length of the line at @text, with its end. */
static gsize
line_length (const char *text, gsize left)
{
  for (gsize i = 0; i < left; i++)
    {
      if (text[i] == '\n')
        return i + 1;
      if (text[i] == '\r')
        return i + 1 < left && text[i + 1] == '\n' ? i + 2 : i + 1;
    }
  return left;
}

static gboolean
feed (Parse *parse, struct csv_parser *csv, const char *text, gsize length)
{
  for (gsize done = 0; done < length && parse->error == NULL; done += PIECE)
    {
      gsize n = MIN (PIECE, length - done);
      if (csv_parse (csv, text + done, n, on_cell, on_row, parse) != n)
        fail (parse, TRL_FORMAT_ERROR_SYNTAX, "%s", csv_strerror (csv_error (csv)));
      if (csv->entry_pos > TRL_CSV_MAX_CELL)
        refuse_cell (parse);
    }
  return parse->error == NULL;
}

static void
feed_lines (Parse             *parse,
            struct csv_parser *csv,
            const char        *text,
            gsize              n,
            GCancellable      *cancellable)
{
  for (gsize at = 0; at < n;)
    {
      gsize length = line_length (text + at, n - at);
      parse->line++;
      if (csv->pstate == BETWEEN_ROWS)
        parse->start = parse->line;
      if (!feed (parse, csv, text + at, length))
        return;
      if (parse->line % 4096 == 0 &&
          g_cancellable_set_error_if_cancelled (cancellable, &parse->error))
        return;
      at += length;
    }
  /* CSV_STRICT_FINI would say so only in strict mode, which also refuses stray quotes. */
  if (csv->pstate == CELL_BEGUN && csv->quoted)
    fail (parse, TRL_FORMAT_ERROR_SYNTAX, _ ("A quote is opened here and never closed"));
  csv_fini (csv, on_cell, on_row, parse);
}

/* A spreadsheet may say its delimiter in a first line `sep=;`. */
static gsize
skip_separator_line (const char *text, gsize n, char *delimiter)
{
  if (n < 6 || g_ascii_strncasecmp (text, "sep=", 4) != 0 ||
      (text[5] != '\n' && text[5] != '\r'))
    return 0;
  *delimiter = text[4];
  return line_length (text, n);
}

TrlSheet *
trl_csv_parse (const char   *name,
               GBytes       *text,
               char          delimiter,
               GCancellable *cancellable,
               GError      **error)
{
  struct csv_parser csv;
  gsize             n;
  const char       *data = g_bytes_get_data (text, &n);
  gsize             skip = skip_separator_line (data, n, &delimiter);
  Parse             parse = { .name = name, .line = skip > 0 ? 1 : 0, .start = 1 };

  if (delimiter == '\0')
    delimiter = trl_csv_sniff (data, n);
  parse.sheet = trl_sheet_new (delimiter);
  csv_init (&csv, CSV_APPEND_NULL);
  csv_set_delim (&csv, (unsigned char) delimiter);
  feed_lines (&parse, &csv, data + skip, n - skip, cancellable);
  csv_free (&csv);
  if (parse.error == NULL)
    return parse.sheet;
  trl_sheet_free (parse.sheet);
  g_propagate_error (error, parse.error);
  return NULL;
}

void
trl_csv_append (GString *out, const char *cell, gboolean last)
{
  gboolean guard = cell[0] != '\0' && strchr ("-=+@", cell[0]) != NULL;
  double   number;

  if (guard && cell[0] == '-' && trl_word_number (cell, FALSE, &number))
    guard = FALSE;
  if (strpbrk (cell, ",;\t|\"\r\n") == NULL && cell[0] != ' ' &&
      !g_str_has_suffix (cell, " "))
    g_string_append_printf (out, "%s%s", guard ? "'" : "", cell);
  else
    {
      g_string_append (out, guard ? "\"'" : "\"");
      for (const char *p = cell; *p; p++)
        g_string_append_len (out, *p == '"' ? "\"\"" : p, *p == '"' ? 2 : 1);
      g_string_append_c (out, '"');
    }
  g_string_append (out, last ? "\r\n" : ",");
}

void
trl_csv_append_number (GString *out, double number, gboolean last)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  if (!isfinite (number))
    {
      trl_csv_append (out, "", last);
      return;
    }
  g_ascii_formatd (text, sizeof text, "%.6f", number);
  for (char *end = text + strlen (text) - 1; strchr (text, '.') && *end == '0'; end--)
    *end = '\0';
  if (g_str_has_suffix (text, "."))
    text[strlen (text) - 1] = '\0';
  trl_csv_append (out, g_str_equal (text, "-0") ? "0" : text, last);
}
