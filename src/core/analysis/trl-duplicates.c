/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Names are the same partner's when they have the same key.  What a group differs by is
 * found by leaving out one kind of folding at a time.
 */

#include "analysis/trl-duplicates.h"

#include <string.h>

#define FOLDED                                                                           \
  (TRL_DUPLICATE_CASE | TRL_DUPLICATE_SPACES | TRL_DUPLICATE_PUNCTUATION |               \
   TRL_DUPLICATE_ACCENTS | TRL_DUPLICATE_INVISIBLE)

static const struct
{
  const char *from;
  const char *to;
} abbreviations[] = {
  { "inc", "" },
  { "incorporated", "" },
  { "ltd", "" },
  { "limited", "" },
  { "llc", "" },
  { "corp", "" },
  { "co", "" },
  { "plc", "" },
  { "gmbh", "" },
  { "ngo", "" },
  { "and", "" },
  { "y", "" },
  { "univ", "university" },
  { "dept", "department" },
  { "assn", "association" },
  { "assoc", "association" },
  { "ctr", "center" },
  { "centre", "center" },
};

static gboolean
is_invisible (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  return type == G_UNICODE_FORMAT || (type == G_UNICODE_CONTROL && c != '\t') ||
         c == 0x034F || c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0 ||
         (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
}

static gboolean
is_space (gunichar c)
{
  return c == '\t' || g_unichar_type (c) == G_UNICODE_SPACE_SEPARATOR ||
         g_unichar_type (c) == G_UNICODE_LINE_SEPARATOR ||
         g_unichar_type (c) == G_UNICODE_PARAGRAPH_SEPARATOR;
}

/* Marks above and below letters that write the same word without them. */
static gboolean
is_accent (gunichar c)
{
  return (c >= 0x0300 && c <= 0x036F) || (c >= 0x0591 && c <= 0x05C7) ||
         (c >= 0x064B && c <= 0x0652) || (c >= 0x1AB0 && c <= 0x1AFF) ||
         (c >= 0x1DC0 && c <= 0x1DFF) || (c >= 0x20D0 && c <= 0x20FF) ||
         (c >= 0xFE20 && c <= 0xFE2F);
}

static gboolean
is_punctuation (gunichar c)
{
  return g_unichar_ispunct (c) && g_unichar_type (c) != G_UNICODE_MATH_SYMBOL &&
         g_unichar_type (c) != G_UNICODE_OTHER_SYMBOL;
}

/* What parts two numbers says something: 1-2 is not 12. */
static void
append (GString *key, gunichar c, gboolean apart)
{
  if (apart && key->len > 0 && g_ascii_isdigit (key->str[key->len - 1]) &&
      g_unichar_isdigit (c))
    g_string_append_c (key, ' ');
  g_string_append_unichar (key, c);
}

static char *
shorten (const char *text)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autofree char *lower = g_utf8_casefold (text, -1);
  const char      *rest = lower;

  while (*rest)
    {
      const char *end = rest;
      gboolean    known = FALSE;

      while (*end && g_unichar_isalnum (g_utf8_get_char (end)))
        end = g_utf8_next_char (end);
      for (guint i = 0; i < G_N_ELEMENTS (abbreviations) && end > rest && !known; i++)
        if (strlen (abbreviations[i].from) == (gsize) (end - rest) &&
            strncmp (rest, abbreviations[i].from, (gsize) (end - rest)) == 0)
          {
            known = TRUE;
            g_string_append (out, abbreviations[i].to);
          }
      if (!known)
        g_string_append_len (out, rest, end - rest);
      if (*end)
        g_string_append_unichar (out, g_utf8_get_char (end));
      rest = *end ? g_utf8_next_char (end) : end;
    }
  return g_strdup (out->str);
}

char *
trl_duplicates_key (const char *name, guint ignored)
{
  g_autofree char *apart = g_utf8_normalize (name, -1, G_NORMALIZE_NFKD);
  g_autofree char *folded = NULL;
  g_autofree char *whole = NULL;
  GString         *key = g_string_new (NULL);
  gboolean         gap = FALSE;

  if (ignored & TRL_DUPLICATE_ABBREVIATIONS)
    folded = shorten (apart ? apart : "");
  else if (ignored & TRL_DUPLICATE_CASE)
    folded = g_utf8_casefold (apart ? apart : "", -1);
  else
    folded = g_strdup (apart ? apart : "");
  whole = g_utf8_normalize (folded, -1, G_NORMALIZE_NFKD);
  for (const char *p = whole; *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_invisible (c) || (is_accent (c) && ignored & TRL_DUPLICATE_ACCENTS))
        continue;
      if ((is_space (c) && ignored & TRL_DUPLICATE_SPACES) ||
          (is_punctuation (c) && ignored & TRL_DUPLICATE_PUNCTUATION))
        {
          gap = TRUE;
          continue;
        }
      append (key, c, gap);
      gap = FALSE;
    }
  return g_string_free (key, FALSE);
}

/* What is in a name beside what one sees. */
static char *
unseen_of (const char *name)
{
  g_autofree char *composed = g_utf8_normalize (name, -1, G_NORMALIZE_NFKC);
  GString *unseen = g_string_new (composed && strcmp (composed, name) == 0 ? "c" : "d");

  for (const char *p = name; *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_invisible (c) || (is_space (c) && c != ' '))
        g_string_append_unichar (unseen, c);
    }
  return g_string_free (unseen, FALSE);
}

static gboolean
differ (char *a, char *b)
{
  g_autofree char *first = a;
  g_autofree char *second = b;

  return strcmp (first, second) != 0;
}

static guint
compare_names (const char *a, const char *b, guint ignored)
{
  const guint kinds[] = { TRL_DUPLICATE_CASE, TRL_DUPLICATE_SPACES,
                          TRL_DUPLICATE_PUNCTUATION, TRL_DUPLICATE_ACCENTS };
  guint       differs = 0;

  if (strcmp (a, b) == 0)
    return 0;
  if (ignored & TRL_DUPLICATE_ABBREVIATIONS)
    {
      guint rest = ignored & ~(guint) TRL_DUPLICATE_ABBREVIATIONS;

      if (differ (trl_duplicates_key (a, rest), trl_duplicates_key (b, rest)))
        return TRL_DUPLICATE_ABBREVIATIONS;
      ignored = rest;
    }
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (differ (trl_duplicates_key (a, ignored & ~kinds[i]),
                trl_duplicates_key (b, ignored & ~kinds[i])))
      differs |= kinds[i];
  if (differ (unseen_of (a), unseen_of (b)))
    differs |= TRL_DUPLICATE_INVISIBLE;
  return differs;
}

static void
free_group (gpointer data)
{
  TrlDuplicates *group = data;

  g_array_unref (group->rows);
  g_free (group);
}

static void
tell_apart (TrlDuplicates *group, const TrlTable *nodes, guint ignored)
{
  guint       first = g_array_index (group->rows, guint, 0);
  const char *name = trl_table_get_text (nodes, first, TRL_NODE_NAME);

  for (guint i = 1; i < group->rows->len; i++)
    {
      guint row = g_array_index (group->rows, guint, i);

      group->differs |=
        compare_names (name, trl_table_get_text (nodes, row, TRL_NODE_NAME), ignored);
      if (g_strcmp0 (trl_table_get_text (nodes, first, TRL_NODE_TYPE),
                     trl_table_get_text (nodes, row, TRL_NODE_TYPE)) != 0)
        group->differs |= TRL_DUPLICATE_TYPE;
    }
}

static GPtrArray *
keep_several (GPtrArray *groups, const TrlTable *nodes, guint ignored)
{
  GPtrArray *several = g_ptr_array_new_with_free_func (free_group);

  for (guint i = 0; i < groups->len; i++)
    {
      TrlDuplicates *group = groups->pdata[i];

      if (group->rows->len < 2)
        {
          free_group (group);
          continue;
        }
      tell_apart (group, nodes, ignored);
      g_ptr_array_add (several, group);
    }
  return several;
}

GPtrArray *
trl_duplicates_find (const TrlNetwork *network, gboolean with_abbreviations)
{
  const TrlTable *nodes = trl_network_get_nodes (network);
  g_autoptr (GPtrArray) groups = g_ptr_array_new ();
  g_autoptr (GHashTable) by_key =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint        ignored = FOLDED | (with_abbreviations ? TRL_DUPLICATE_ABBREVIATIONS : 0);
  guint        n;
  const guint *rows = trl_table_get_rows (nodes, &n);

  for (guint i = 0; i < n; i++)
    {
      const char      *name = trl_table_get_text (nodes, rows[i], TRL_NODE_NAME);
      g_autofree char *key = name ? trl_duplicates_key (name, ignored) : NULL;
      TrlDuplicates   *group;

      if (key && !*key)
        key = (g_free (key), g_strstrip (g_strdup (name)));
      if (!key || !*key)
        continue;
      group = g_hash_table_lookup (by_key, key);
      if (!group)
        {
          group = g_new0 (TrlDuplicates, 1);
          group->rows = g_array_new (FALSE, FALSE, sizeof (guint));
          g_ptr_array_add (groups, group);
          g_hash_table_insert (by_key, g_steal_pointer (&key), group);
        }
      g_array_append_val (group->rows, rows[i]);
    }
  return keep_several (groups, nodes, ignored);
}

char *
trl_duplicates_show (const char *name)
{
  GString    *out = g_string_new (NULL);
  const char *last = name;

  for (const char *p = name; *p; p = g_utf8_next_char (p))
    if (!is_space (g_utf8_get_char (p)))
      last = g_utf8_next_char (p);
  for (const char *p = name; *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean odd = p == name || p >= last ||
                     (p > name && is_space (g_utf8_get_char (g_utf8_prev_char (p))));

      if (is_invisible (c) || (is_space (c) && c != ' '))
        g_string_append_printf (out, "⟨U+%04X⟩", c);
      else if (c == ' ' && odd)
        g_string_append (out, "␣");
      else
        g_string_append_unichar (out, c);
    }
  return g_string_free (out, FALSE);
}
