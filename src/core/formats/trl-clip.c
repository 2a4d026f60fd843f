/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The types of a clipboard, and what they share: limits, the guard against formulas, and
 * by which sign numbers have decimals. */

#include "config.h"

#include "formats/trl-clip-private.h"

#include "formats/trl-csv.h"
#include "formats/trl-decode.h"
#include "formats/trl-format.h"
#include "formats/trl-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  TrlSheet *(*read) (const char *text, gsize length, GError **error);
  void (*write) (GString *out, const TrlSheet *sheet);
} Type;

static const char *const names[] = { "text/html", "text/tab-separated-values", "text/csv",
                                     "text/plain", NULL };

/* In the order of the names. */
static const Type types[] = {
  { trl_clip_read_html, trl_clip_write_html },
  { trl_clip_read_tabs, trl_clip_write_tabs },
  { trl_clip_read_csv, trl_clip_write_csv },
  { trl_clip_read_plain, trl_clip_write_tabs },
};

const char *const *
trl_clip_types (void)
{
  return names;
}

static const Type *
find_type (const char *type)
{
  gsize n = strcspn (type, "; ");

  for (guint i = 0; names[i] != NULL; i++)
    if (strlen (names[i]) == n && g_ascii_strncasecmp (names[i], type, n) == 0)
      return &types[i];
  return NULL;
}

/* An apostrophe before one of these may be a guard, or have been there before. */
static gboolean
is_risky (char c)
{
  return c != '\0' && strchr ("-=+@", c) != NULL;
}

const char *
trl_clip_guard (const char *cell)
{
  double number;

  if (cell[0] == '\'')
    return cell[1] == '\'' || is_risky (cell[1]) ? "'" : "";
  return is_risky (cell[0]) && !trl_word_number (cell, FALSE, &number) ? "'" : "";
}

gboolean
trl_clip_add (TrlSheet *sheet, const char *text, gsize length, GError **error)
{
  gboolean guarded =
    length > 1 && text[0] == '\'' && (text[1] == '\'' || is_risky (text[1]));

  if (length > TRL_CSV_MAX_CELL)
    {
      g_set_error (error, TRL_FORMAT_ERROR, TRL_FORMAT_ERROR_LIMIT,
                   _ ("A pasted cell is longer than %u bytes"), TRL_CSV_MAX_CELL);
      return FALSE;
    }
  if (sheet->cells->len >= TRL_CLIP_MAX_CELLS)
    {
      g_set_error (error, TRL_FORMAT_ERROR, TRL_FORMAT_ERROR_LIMIT,
                   _ ("There are more than %u cells to paste"), TRL_CLIP_MAX_CELLS);
      return FALSE;
    }
  trl_sheet_add_cell (sheet, text + guarded, length - guarded);
  return TRUE;
}

/* -1 for a decimal point, 1 for a comma, 0 for a number or text that does not tell. */
static int
judge_cell (const char *cell)
{
  const char *p = cell + strspn (cell, "+-");
  gsize       before = strspn (p, "0123456789");
  gsize       after = before > 0 && p[before] ? strspn (p + before + 1, "0123456789") : 0;
  char        end = after > 0 ? p[before + 1 + after] : '\0';

  if (after == 0 || (end != '\0' && end != ' ') || (p[before] != ',' && p[before] != '.'))
    return 0;
  if (after == 3 && before <= 3 && p[0] != '0')
    return 0; /* or thousands */
  return p[before] == ',' ? 1 : -1;
}

gboolean
trl_clip_find_comma (const TrlSheet *sheet)
{
  guint n[3] = { 0, 0, 0 };

  for (guint row = 0; row < trl_sheet_get_n_rows (sheet); row++)
    for (guint i = 0; i < trl_sheet_get_width (sheet, row); i++)
      n[judge_cell (trl_sheet_get (sheet, row, i)) + 1]++;
  return n[2] > n[0];
}

/* Some programs count the NUL that ends their text. */
static GBytes *
without_end (GBytes *bytes)
{
  gsize       n;
  const char *data = g_bytes_get_data (bytes, &n);

  if (n > 0 && memchr (data, '\0', n) == data + n - 1)
    n--;
  return g_bytes_new_from_bytes (bytes, 0, n);
}

static TrlSheet *
read_text (const Type *type, GBytes *bytes, GError **error)
{
  const char *encoding;
  gsize       n;
  g_autoptr (GBytes) whole = without_end (bytes);
  g_autoptr (GBytes) text = trl_decode (_ ("Clipboard"), whole, &encoding, error);
  const char *data = text != NULL ? g_bytes_get_data (text, &n) : NULL;
  TrlSheet   *sheet = text != NULL ? type->read (data, n, error) : NULL;

  if (sheet == NULL || sheet->cells->len > 0)
    return sheet;
  trl_sheet_free (sheet);
  g_set_error_literal (error, TRL_FORMAT_ERROR, TRL_FORMAT_ERROR_CONTENT,
                       _ ("There is nothing to paste"));
  return NULL;
}

TrlSheet *
trl_clip_read (const char *type, GBytes *bytes, GError **error)
{
  const Type *of = find_type (type);

  if (of == NULL)
    {
      g_set_error (error, TRL_FORMAT_ERROR, TRL_FORMAT_ERROR_UNKNOWN,
                   _ ("“%s” on the clipboard is no table"), type);
      return NULL;
    }
  if (g_bytes_get_size (bytes) > TRL_CLIP_MAX)
    {
      g_set_error (error, TRL_FORMAT_ERROR, TRL_FORMAT_ERROR_LIMIT,
                   _ ("There are more than %u bytes to paste"), TRL_CLIP_MAX);
      return NULL;
    }
  return read_text (of, bytes, error);
}

GBytes *
trl_clip_write (const char *type, const TrlSheet *sheet)
{
  const Type *of = find_type (type);
  GString    *out = g_string_new (NULL);

  g_assert (of != NULL);
  of->write (out, sheet);
  return g_string_free_to_bytes (out);
}
