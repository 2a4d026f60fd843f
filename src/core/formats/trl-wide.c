/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Headers of wide surveys: a partner type and what was asked of it, in either order. */

#include "config.h"

#include "formats/trl-wide.h"

#include "formats/trl-type-words.h"
#include "formats/trl-words.h"

#include <string.h>

typedef struct
{
  const char *phrase;
  TrlMeaning  meaning;
} Phrase;

static const Phrase openings[] = {
  { "number of ", TRL_MEANING_COUNT },
  { "no. of ", TRL_MEANING_COUNT },
  { "# of ", TRL_MEANING_COUNT },
  { "count of ", TRL_MEANING_COUNT },
  { "how many ", TRL_MEANING_COUNT },
  { "número de ", TRL_MEANING_COUNT },
  { "numero de ", TRL_MEANING_COUNT },
  { "level of interaction with ", TRL_MEANING_LEVEL },
  { "level of collaboration with ", TRL_MEANING_LEVEL },
  { "interaction with ", TRL_MEANING_LEVEL },
  { "level with ", TRL_MEANING_LEVEL },
  { "level of ", TRL_MEANING_LEVEL },
  { "level for ", TRL_MEANING_LEVEL },
  { "nivel de interacción con ", TRL_MEANING_LEVEL },
  { "nivel con ", TRL_MEANING_LEVEL },
};

static const Phrase endings[] = {
  { " number of partners", TRL_MEANING_COUNT },
  { " number", TRL_MEANING_COUNT },
  { " count", TRL_MEANING_COUNT },
  { " partners", TRL_MEANING_COUNT },
  { " level of interaction", TRL_MEANING_LEVEL },
  { " level", TRL_MEANING_LEVEL },
  { " depth", TRL_MEANING_LEVEL },
  { " número", TRL_MEANING_COUNT },
  { " nivel", TRL_MEANING_LEVEL },
};

static const char *const separators[] = { " - ", " – ", " — ", ": ", " | ", " [", " (",
                                          "[",   "(",   "__",  "_",  ".",   ":",  "-" };

static TrlMeaning
measure_of (const char *text)
{
  double     certainty;
  TrlMeaning meaning = trl_meaning_of_header (text, &certainty);
  return meaning == TRL_MEANING_COUNT || meaning == TRL_MEANING_LEVEL ? meaning
                                                                      : TRL_MEANING_FIELD;
}

static char *
take (const char *start, const char *end)
{
  return g_strstrip (g_strndup (start, (gsize) (end - start)));
}

static TrlMeaning
split_at (const char *header, const char *separator, char **stem)
{
  const char *first = strstr (header, separator);
  const char *last = g_strrstr (header, separator);

  if (first == NULL || first == header)
    return TRL_MEANING_FIELD;
  const char *tail = last + strlen (separator);
  TrlMeaning  meaning = measure_of (tail);
  if (meaning != TRL_MEANING_FIELD && last > header)
    {
      *stem = take (header, last);
      return meaning;
    }
  g_autofree char *head = take (header, first);
  meaning = measure_of (head);
  if (meaning != TRL_MEANING_FIELD)
    {
      tail = first + strlen (separator);
      *stem = take (tail, tail + strcspn (tail, "])"));
    }
  return meaning;
}

static TrlMeaning
split_phrase (const char *header, char **stem)
{
  g_autofree char *low = g_utf8_strdown (header, -1);
  gsize            n = strlen (header);

  if (strlen (low) != n)
    return TRL_MEANING_FIELD;
  for (guint i = 0; i < G_N_ELEMENTS (openings); i++)
    if (g_str_has_prefix (low, openings[i].phrase))
      {
        *stem = take (header + strlen (openings[i].phrase), header + n);
        return openings[i].meaning;
      }
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (low, endings[i].phrase))
      {
        *stem = take (header, header + n - strlen (endings[i].phrase));
        return endings[i].meaning;
      }
  return TRL_MEANING_FIELD;
}

TrlMeaning
trl_wide_split (const char *header, char **stem)
{
  double certainty;

  *stem = NULL;
  trl_meaning_of_header (header, &certainty);
  if (certainty > 0.9)
    return TRL_MEANING_FIELD;
  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      TrlMeaning meaning = split_at (header, separators[i], stem);
      if (meaning != TRL_MEANING_FIELD)
        return meaning;
    }
  return split_phrase (header, stem);
}

static void
free_type (gpointer data)
{
  TrlWideType *type = data;
  g_free (type->name);
  g_free (type);
}

static TrlWideType *
need_type (GPtrArray *types, GHashTable *by_key, const char *name)
{
  g_autofree char *key = trl_fold_name (name);
  TrlWideType     *type = g_hash_table_lookup (by_key, key);

  if (type != NULL)
    return type;
  type = g_new (TrlWideType, 1);
  *type = (TrlWideType){ g_strdup (name), -1, -1 };
  g_ptr_array_add (types, type);
  g_hash_table_insert (by_key, g_steal_pointer (&key), type);
  return type;
}

static void
find_pairs (const TrlSource *source, GPtrArray *types, GHashTable *by_key)
{
  for (guint i = 0; i < source->columns->len; i++)
    {
      g_autofree char *stem = NULL;
      TrlMeaning       meaning =
        trl_wide_split (trl_source_get_column (source, i)->header, &stem);
      if (stem == NULL || stem[0] == '\0')
        continue;
      TrlWideType *type = need_type (types, by_key, stem);
      int         *place = meaning == TRL_MEANING_COUNT ? &type->count : &type->level;
      if (*place < 0)
        *place = (int) i;
    }
}

/* A number above four in one column a type is a count of partners, not a level. */
static gboolean
holds_counts (const TrlSource *source, guint column)
{
  for (guint row = trl_source_get_first (source); row < trl_source_get_end (source);
       row++)
    if (trl_source_get_number (source, row, column) > 4)
      return TRUE;
  return FALSE;
}

static void
find_grid (const TrlSource *source, GPtrArray *types, GHashTable *by_key)
{
  g_autoptr (TrlVocabulary) vocabulary = trl_vocabulary_new_default ();
  g_autoptr (GHashTable) known = trl_type_words_index (vocabulary);
  gboolean counts = FALSE;

  for (guint i = 0; i < source->columns->len; i++)
    {
      const char      *header = trl_source_get_column (source, i)->header;
      g_autofree char *key = trl_fold_name (header);
      if (!g_hash_table_contains (known, key))
        continue;
      TrlWideType *type = need_type (types, by_key, header);
      if (type->level < 0)
        type->level = (int) i;
      counts |= holds_counts (source, i);
    }
  for (guint i = 0; counts && i < types->len; i++)
    {
      TrlWideType *type = types->pdata[i];
      type->count = type->level;
      type->level = -1;
    }
}

GPtrArray *
trl_wide_find (const TrlSource *source)
{
  GPtrArray *types = g_ptr_array_new_with_free_func (free_type);
  g_autoptr (GHashTable) by_key =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  find_pairs (source, types, by_key);
  if (types->len == 0)
    find_grid (source, types, by_key);
  return types;
}
