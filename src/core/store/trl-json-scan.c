/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A state machine over the bytes: what may come next is a state, each state a function,
 * the open objects and arrays a stack.  Names are remembered by hash until their object
 * ends. */

#include "config.h"

#include "store/trl-json-scan.h"

#include "model/trl-utf8.h"
#include "store/trl-json-cursor.h"
#include "store/trl-store-error.h"

#include <float.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define FEW 12 /* names of one object */
#define LARGE (64 * 1024)

typedef enum
{
  WANT_VALUE,
  WANT_VALUE_OR_END,
  WANT_NAME,
  WANT_NAME_OR_END,
  WANT_COLON,
  WANT_COMMA_OR_END,
  WANT_NOTHING,
  N_STATES
} State;

typedef struct
{
  char  opener;
  guint first_name;
  gsize offset;
} Frame;

typedef struct
{
  guint64 hash;
  gsize   offset; /* of the opening quote */
  gsize   length; /* with both quotes */
} Name;

typedef struct
{
  const char *text;
  gsize       length;
  gsize       at;
  State       state;
  GArray     *frames;
  GArray     *names;
  GArray     *large; /* or NULL */
  GError    **error;
} Scan;

static gboolean
refuse (Scan *scan, TrlStoreError code, const char *message)
{
  g_set_error_literal (scan->error, TRL_STORE_ERROR, code, message);
  return FALSE;
}

static gboolean
refuse_syntax (Scan *scan, const char *message)
{
  return refuse (scan, TRL_STORE_ERROR_SYNTAX, message);
}

static char *
describe_here (Scan *scan)
{
  if (scan->at >= scan->length)
    return g_strdup (_ ("the end of the file"));

  gunichar c = g_utf8_get_char (scan->text + scan->at);
  char     utf8[7] = { 0 };

  if (!g_unichar_isgraph (c))
    return g_strdup_printf ("U+%04X", c);
  g_unichar_to_utf8 (c, utf8);
  return g_strdup_printf ("“%s”", utf8);
}

static gboolean
refuse_here (Scan *scan, const char *expected)
{
  g_autofree char *found = describe_here (scan);
  g_autofree char *message =
    g_strdup_printf (_ ("Expected %s, found %s"), expected, found);

  return refuse_syntax (scan, message);
}

/* Texts */

static guint64
hash_bytes (guint64 hash, const char *bytes, gsize n)
{
  for (gsize i = 0; i < n; i++)
    hash = (hash ^ (guint8) bytes[i]) * G_GUINT64_CONSTANT (1099511628211);
  return hash;
}

/* Reads the four digits after \u; -1 when they are not hexadecimal. */
static int
read_unit (Scan *scan)
{
  int unit = 0;

  if (scan->length - scan->at < 4)
    return -1;
  for (guint i = 0; i < 4; i++)
    {
      int digit = g_ascii_xdigit_value (scan->text[scan->at + i]);

      if (digit < 0)
        return -1;
      unit = unit * 16 + digit;
    }
  scan->at += 4;
  return unit;
}

static gboolean
scan_unicode (Scan *scan, gunichar *out)
{
  int unit = read_unit (scan);

  if (unit < 0)
    return refuse_syntax (scan, _ ("Four hexadecimal digits must follow \\u"));
  if (unit == 0)
    return refuse_syntax (scan, _ ("A text cannot hold the character U+0000"));
  *out = (gunichar) unit;
  if (unit >= 0xd800 && unit < 0xdc00 && scan->length - scan->at >= 2 &&
      scan->text[scan->at] == '\\' && scan->text[scan->at + 1] == 'u')
    {
      scan->at += 2;
      int low = read_unit (scan);

      if (low >= 0xdc00 && low < 0xe000)
        *out = 0x10000 + (((gunichar) unit - 0xd800) << 10) + ((gunichar) low - 0xdc00);
    }
  if (*out >= 0xd800 && *out < 0xe000)
    return refuse_syntax (scan, _ ("Half of a surrogate pair is not a character"));
  return TRUE;
}

static gboolean
scan_escape (Scan *scan, gunichar *out)
{
  static const char letters[] = "\"\\/bfnrt";
  static const char meanings[] = "\"\\/\b\f\n\r\t";
  const char       *letter;

  if (scan->at >= scan->length)
    return refuse_here (scan, _ ("a character after the backslash"));
  if (scan->text[scan->at] == 'u')
    {
      scan->at++;
      return scan_unicode (scan, out);
    }
  letter = memchr (letters, scan->text[scan->at], sizeof letters - 1);
  if (!letter)
    return refuse_here (scan, _ ("one of \" \\ / b f n r t u after the backslash"));
  *out = (gunichar) meanings[letter - letters];
  scan->at++;
  return TRUE;
}

#define EACH(byte) (G_GUINT64_CONSTANT (0x0101010101010101) * (byte))

static guint64
has_zero (guint64 word)
{
  return (word - EACH (1)) & ~word & EACH (0x80);
}

/* Of eight bytes none ends a run; a few that do not are taken for ones that do. */
static gboolean
is_plain (const char *text)
{
  guint64 word;

  memcpy (&word, text, sizeof word);
  return (has_zero (word ^ EACH ('"')) | has_zero (word ^ EACH ('\\')) |
          ((word - EACH (0x20)) & ~word & EACH (0x80))) == 0;
}

static gsize
plain_run (const Scan *scan)
{
  gsize end = scan->at;

  while (scan->length - end >= 8 && is_plain (scan->text + end))
    end += 8;
  while (end < scan->length && scan->text[end] != '"' && scan->text[end] != '\\' &&
         (guint8) scan->text[end] >= 0x20)
    end++;
  return end - scan->at;
}

/* Leaves the scan behind the closing quote; the hash, where one is wanted, is that of the
 * text without escapes. */
static gboolean
scan_string (Scan *scan, guint64 *hash)
{
  gsize decoded = 0;

  if (hash)
    *hash = G_GUINT64_CONSTANT (14695981039346656037);
  for (scan->at++; decoded <= TRL_JSON_MAX_STRING;)
    {
      gsize    run = plain_run (scan);
      gunichar c = 0;
      char     utf8[6];
      int      n;

      if (hash)
        *hash = hash_bytes (*hash, scan->text + scan->at, run);
      decoded += run;
      scan->at += run;
      if (scan->at >= scan->length)
        return refuse_here (scan, _ ("the quote that ends the text"));
      if ((guint8) scan->text[scan->at] < 0x20)
        return refuse_here (scan, _ ("the quote that ends the text, on the same line"));
      if (scan->text[scan->at++] == '"')
        break;
      if (!scan_escape (scan, &c))
        return FALSE;
      n = g_unichar_to_utf8 (c, utf8);
      if (hash)
        *hash = hash_bytes (*hash, utf8, (gsize) n);
      decoded += (gsize) n;
    }
  if (decoded > TRL_JSON_MAX_STRING)
    return refuse (scan, TRL_STORE_ERROR_LIMIT, _ ("A text is longer than 1 MiB"));
  return TRUE;
}

/* Numbers and words */

static gboolean
scan_digits (Scan *scan)
{
  gsize start = scan->at;

  while (scan->at < scan->length && g_ascii_isdigit (scan->text[scan->at]))
    scan->at++;
  return scan->at > start || refuse_here (scan, _ ("a digit"));
}

static gboolean
skip_one_of (Scan *scan, const char *set)
{
  if (scan->at >= scan->length || !strchr (set, scan->text[scan->at]))
    return FALSE;
  scan->at++;
  return TRUE;
}

/* Only an exponent or a great many digits make a number too large. */
static gboolean
check_number (Scan *scan, gsize start, gboolean has_exponent)
{
  g_autofree char *digits = NULL;

  if (!has_exponent && scan->at - start < DBL_MAX_10_EXP)
    return TRUE;
  digits = g_strndup (scan->text + start, scan->at - start);
  if (isfinite (g_ascii_strtod (digits, NULL)))
    return TRUE;
  scan->at = start;
  return refuse_syntax (scan, _ ("The number is too large"));
}

static gboolean
scan_number (Scan *scan)
{
  gsize    start = scan->at;
  gboolean has_exponent;

  skip_one_of (scan, "-");
  if (skip_one_of (scan, "0"))
    {
      if (scan->at < scan->length && g_ascii_isalnum (scan->text[scan->at]) &&
          !strchr ("eE", scan->text[scan->at]))
        return refuse_syntax (scan, _ ("A number cannot begin with 0 and more digits"));
    }
  else if (!scan_digits (scan))
    return FALSE;
  if (skip_one_of (scan, ".") && !scan_digits (scan))
    return FALSE;
  has_exponent = skip_one_of (scan, "eE");
  if (has_exponent)
    {
      skip_one_of (scan, "+-");
      if (!scan_digits (scan))
        return FALSE;
    }
  return check_number (scan, start, has_exponent);
}

static gboolean
scan_word (Scan *scan)
{
  static const char *const words[] = { "true", "false", "null" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize n = strlen (words[i]);

      if (scan->length - scan->at >= n &&
          memcmp (scan->text + scan->at, words[i], n) == 0)
        {
          scan->at += n;
          return TRUE;
        }
    }
  return refuse_here (scan, _ ("a value"));
}

/* Objects and arrays */

static Frame *
top (Scan *scan)
{
  return scan->frames->len == 0
           ? NULL
           : &g_array_index (scan->frames, Frame, scan->frames->len - 1);
}

static void
value_done (Scan *scan)
{
  scan->state = scan->frames->len == 0 ? WANT_NOTHING : WANT_COMMA_OR_END;
}

static gboolean
open_frame (Scan *scan)
{
  Frame frame = { scan->text[scan->at], scan->names->len, scan->at };

  if (scan->frames->len >= TRL_JSON_MAX_DEPTH)
    return refuse (scan, TRL_STORE_ERROR_LIMIT,
                   _ ("Objects and lists are nested more than 64 deep"));
  g_array_append_val (scan->frames, frame);
  scan->state = frame.opener == '{' ? WANT_NAME_OR_END : WANT_VALUE_OR_END;
  scan->at++;
  return TRUE;
}

static int
compare_names (gconstpointer a, gconstpointer b, gpointer data)
{
  const Name *one = a, *two = b;
  const char *text = data;

  if (one->hash != two->hash)
    return one->hash < two->hash ? -1 : 1;

  g_autofree char *first =
    trl_json_dup_string ((TrlJsonSpan){ text + one->offset, one->length });
  g_autofree char *second =
    trl_json_dup_string ((TrlJsonSpan){ text + two->offset, two->length });
  return strcmp (first, second);
}

/* Of a few names that no two have one hash is seen faster than they are sorted. */
static gboolean
are_plainly_different (const Name *names, guint n)
{
  for (guint i = 1; i < n; i++)
    for (guint k = 0; k < i; k++)
      if (names[i].hash == names[k].hash)
        return FALSE;
  return TRUE;
}

static gboolean
check_names (Scan *scan, const Frame *frame)
{
  guint n = scan->names->len - frame->first_name;
  Name *names = n ? &g_array_index (scan->names, Name, frame->first_name) : NULL;

  if (n <= FEW && are_plainly_different (names, n))
    {
      g_array_set_size (scan->names, frame->first_name);
      return TRUE;
    }
  if (n > 1)
    g_qsort_with_data (names, (int) n, sizeof *names, compare_names, (char *) scan->text);
  for (guint i = 1; i < n; i++)
    if (compare_names (&names[i - 1], &names[i], (char *) scan->text) == 0)
      {
        scan->at = MAX (names[i - 1].offset, names[i].offset);
        return refuse_syntax (scan, _ ("The object has two members of this name"));
      }
  g_array_set_size (scan->names, frame->first_name);
  return TRUE;
}

static void
note_large (Scan *scan, gsize offset)
{
  TrlJsonSpan span = { scan->text + offset, scan->at + 1 - offset };

  if (scan->large && span.length >= LARGE)
    g_array_append_val (scan->large, span);
}

static gboolean
close_frame (Scan *scan)
{
  if (top (scan)->opener == '{' && !check_names (scan, top (scan)))
    return FALSE;
  note_large (scan, top (scan)->offset);
  g_array_set_size (scan->frames, scan->frames->len - 1);
  value_done (scan);
  scan->at++;
  return TRUE;
}

/* States: each is called at a byte that is no space, or at the end of the text. */

static char
peek (const Scan *scan)
{
  return scan->at < scan->length ? scan->text[scan->at] : '\0';
}

static gboolean
step_value (Scan *scan)
{
  char c = peek (scan);

  if (c == '{' || c == '[')
    return open_frame (scan);
  if (c == '\'')
    return refuse_syntax (scan, _ ("Texts must stand in double quotes"));
  if (!(c == '"'                          ? scan_string (scan, NULL)
        : c == '-' || g_ascii_isdigit (c) ? scan_number (scan)
                                          : scan_word (scan)))
    return FALSE;
  value_done (scan);
  return TRUE;
}

static gboolean
step_value_or_end (Scan *scan)
{
  return peek (scan) == ']' ? close_frame (scan) : step_value (scan);
}

static gboolean
step_name (Scan *scan)
{
  Name name = { 0, scan->at, 0 };

  if (peek (scan) != '"')
    return refuse_here (scan, _ ("the name of a member in double quotes"));
  if (!scan_string (scan, &name.hash))
    return FALSE;
  name.length = scan->at - name.offset;
  g_array_append_val (scan->names, name);
  scan->state = WANT_COLON;
  return TRUE;
}

static gboolean
step_name_or_end (Scan *scan)
{
  return peek (scan) == '}' ? close_frame (scan) : step_name (scan);
}

static gboolean
step_colon (Scan *scan)
{
  if (peek (scan) != ':')
    return refuse_here (scan, _ ("a colon"));
  scan->at++;
  scan->state = WANT_VALUE;
  return TRUE;
}

static gboolean
step_comma_or_end (Scan *scan)
{
  gboolean in_object = top (scan)->opener == '{';

  if (peek (scan) == (in_object ? '}' : ']'))
    return close_frame (scan);
  if (peek (scan) != ',')
    return refuse_here (scan, in_object ? _ ("a comma or “}”") : _ ("a comma or “]”"));
  scan->at++;
  scan->state = in_object ? WANT_NAME : WANT_VALUE;
  return TRUE;
}

static gboolean
step_nothing (Scan *scan)
{
  return scan->at >= scan->length || refuse_here (scan, _ ("the end of the file"));
}

static gboolean (*const steps[N_STATES]) (Scan *) = {
  [WANT_VALUE] = step_value,     [WANT_VALUE_OR_END] = step_value_or_end,
  [WANT_NAME] = step_name,       [WANT_NAME_OR_END] = step_name_or_end,
  [WANT_COLON] = step_colon,     [WANT_COMMA_OR_END] = step_comma_or_end,
  [WANT_NOTHING] = step_nothing,
};

static void
skip_space (Scan *scan)
{
  for (; scan->at < scan->length; scan->at++)
    {
      char c = scan->text[scan->at];

      if (c != ' ' && c != '\n' && c != '\t' && c != '\r')
        return;
    }
}

static gboolean
check_encoding (Scan *scan)
{
  const char *end;

  if (scan->length >= 3 && memcmp (scan->text, "\xef\xbb\xbf", 3) == 0)
    return refuse_syntax (
      scan,
      _ ("The file begins with a byte order mark; it must be plain UTF-8 without one"));
  if (!trl_utf8_validate (scan->text, scan->length, &end))
    {
      scan->at = (gsize) (end - scan->text);
      return refuse_syntax (scan, _ ("The file is not valid UTF-8 text here"));
    }
  return TRUE;
}

static gboolean
run (Scan *scan)
{
  if (!check_encoding (scan))
    return FALSE;
  do
    {
      skip_space (scan);
      if (!steps[scan->state](scan))
        return FALSE;
    }
  while (scan->state != WANT_NOTHING || scan->at < scan->length);
  return TRUE;
}

static int
compare_starts (gconstpointer a, gconstpointer b)
{
  const TrlJsonSpan *one = a, *two = b;

  return one->start < two->start ? -1 : one->start > two->start;
}

gboolean
trl_json_scan_noting (
  const char *text, gsize length, GArray *large, gsize *fault, GError **error)
{
  g_autoptr (GArray) frames = g_array_new (FALSE, FALSE, sizeof (Frame));
  g_autoptr (GArray) names = g_array_new (FALSE, FALSE, sizeof (Name));
  Scan     scan = { .text = text ? text : "",
                    .length = length,
                    .frames = frames,
                    .names = names,
                    .large = large,
                    .error = error };
  gboolean ok = run (&scan);

  if (fault)
    *fault = scan.at;
  if (large)
    g_array_sort (large, compare_starts);
  return ok;
}

gboolean
trl_json_scan (const char *text, gsize length, gsize *fault, GError **error)
{
  return trl_json_scan_noting (text, length, NULL, fault, error);
}
