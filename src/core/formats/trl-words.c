/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How people write the same word: folding makes one key of all its spellings. */

#include "formats/trl-words.h"

#include <math.h>
#include <string.h>

typedef struct
{
  const char *from;
  const char *to;
} Spelling;

static const char *const little_words[] = { "and", "the", "of",  "for", "y",  "e", "de",
                                            "del", "la",  "las", "los", "el", NULL };

static const Spelling spellings[] = {
  { "centre", "center" },
  { "programme", "program" },
  { "organisation", "organization" },
  { "organisational", "organizational" },
  { "organizational", "organization" },
  { "recreational", "recreation" },
  { "communications", "communication" },
};

static void
append_folded (GString *out, const char *text, gssize length)
{
  g_autofree char *apart = g_utf8_normalize (text, length, G_NORMALIZE_NFKD);
  if (apart == NULL)
    return;
  g_autofree char *folded = g_utf8_casefold (apart, -1);

  for (const char *p = folded; *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      if (g_unichar_isalnum (c))
        g_string_append_unichar (out, c);
    }
}

/* Plain letters fold one by one, at a tenth of the cost. */
static char *
fold_plain (const char *text)
{
  char *out = g_malloc (strlen (text) + 1), *at = out;

  for (const char *p = text; *p; p++)
    if (g_ascii_isalnum (*p))
      *at++ = g_ascii_tolower (*p);
  *at = '\0';
  return out;
}

static char *
fold_plain_key (const char *text)
{
  char    *out = g_malloc (strlen (text) + 1), *at = out;
  gboolean space = FALSE;

  for (const char *p = text; *p; p++)
    {
      if (g_ascii_isspace (*p))
        {
          space = at > out;
          continue;
        }
      if (space)
        *at++ = ' ';
      *at++ = g_ascii_tolower (*p);
      space = FALSE;
    }
  *at = '\0';
  return out;
}

char *
trl_fold (const char *text)
{
  GString *out;

  if (g_str_is_ascii (text))
    return fold_plain (text);
  out = g_string_new (NULL);
  append_folded (out, text, -1);
  return g_string_free (out, FALSE);
}

char *
trl_fold_key (const char *text)
{
  if (g_str_is_ascii (text))
    return fold_plain_key (text);

  g_autofree char *whole = g_utf8_normalize (text, -1, G_NORMALIZE_NFKC);
  g_autofree char *folded = g_utf8_casefold (whole != NULL ? whole : "", -1);
  GString         *out = g_string_new (NULL);
  gboolean         space = FALSE;

  for (const char *p = folded; *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      if (g_unichar_isspace (c))
        {
          space = out->len > 0;
          continue;
        }
      if (space)
        g_string_append_c (out, ' ');
      g_string_append_unichar (out, c);
      space = FALSE;
    }
  return g_string_free (out, FALSE);
}

static gboolean
cut (GString *word, const char *ending, const char *instead)
{
  gsize n = strlen (ending);
  if (word->len < n + 2 || !g_str_has_suffix (word->str, ending))
    return FALSE;
  g_string_truncate (word, word->len - n);
  g_string_append (word, instead);
  return TRUE;
}

static void
make_singular (GString *word)
{
  if (word->len < 4 || g_str_has_suffix (word->str, "ss") ||
      g_str_has_suffix (word->str, "us") || g_str_has_suffix (word->str, "is"))
    return;
  if (!cut (word, "ies", "y") && !cut (word, "sses", "ss") && !cut (word, "ches", "ch"))
    cut (word, "s", "");
}

static char *
fold_word (const char *start, gsize length)
{
  g_autoptr (GString) word = g_string_new (NULL);

  append_folded (word, start, (gssize) length);
  if (word->len == 0 || g_strv_contains (little_words, word->str))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (spellings); i++)
    if (strcmp (word->str, spellings[i].from) == 0)
      return g_strdup (spellings[i].to);
  make_singular (word);
  for (guint i = 0; i < G_N_ELEMENTS (spellings); i++)
    if (strcmp (word->str, spellings[i].from) == 0)
      return g_strdup (spellings[i].to);
  return g_strdup (word->str);
}

char **
trl_fold_words (const char *text)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  const char *start = NULL;

  for (const char *p = text;; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean inside = c != 0 && (g_unichar_isalnum (c) || g_unichar_ismark (c) ||
                                   c == '\'' || c == 0x2019);
      if (inside && start == NULL)
        start = p;
      if (!inside && start != NULL)
        {
          g_autofree char *word = fold_word (start, (gsize) (p - start));
          if (word != NULL)
            g_strv_builder_add (words, word);
          start = NULL;
        }
      if (c == 0)
        break;
    }
  return g_strv_builder_end (words);
}

char *
trl_fold_name (const char *text)
{
  g_auto (GStrv) words = trl_fold_words (text);
  return g_strjoinv ("", words);
}

gboolean
trl_word_number (const char *text, gboolean comma, double *number)
{
  g_autofree char *copy = g_strstrip (g_strdup (text));
  char            *end;

  if (copy[0] == '\0' || strlen (copy) > 40 ||
      strspn (copy, "0123456789+-.,eE") != strlen (copy))
    return FALSE;
  if (comma)
    for (char *p = copy; *p; p++)
      if (*p == ',')
        *p = '.';
  *number = g_ascii_strtod (copy, &end);
  return *end == '\0' && end != copy && isfinite (*number);
}

int
trl_word_answer (const char *text)
{
  static const char *const yes[] = { "yes", "y", "true", "1", "x", "si", "s", NULL };
  static const char *const no[] = { "no", "n", "false", "0", NULL };
  g_autofree char         *word = NULL;

  if (text[0] == '\0')
    return -1;
  word = trl_fold (text);
  if (g_strv_contains (yes, word))
    return 1;
  return g_strv_contains (no, word) ? 0 : -1;
}
