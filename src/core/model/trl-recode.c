/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A recoding is a vocabulary and a table of rules; only words that go need one. */

#include "config.h"

#include "model/trl-recode-private.h"

#include <glib/gi18n-lib.h>

TrlRecoding *
trl_recoding_new (const TrlVocabulary *words)
{
  TrlRecoding *recoding = g_new0 (TrlRecoding, 1);

  recoding->words = trl_vocabulary_copy (words);
  recoding->rules = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return recoding;
}

void
trl_recoding_free (TrlRecoding *recoding)
{
  if (!recoding)
    return;
  trl_vocabulary_unref (recoding->words);
  g_hash_table_unref (recoding->rules);
  g_free (recoding);
}

TrlVocabulary *
trl_recoding_get_words (TrlRecoding *recoding)
{
  return recoding->words;
}

void
trl_recoding_map (TrlRecoding *recoding,
                  TrlWord      word,
                  const char  *scope,
                  const char  *from,
                  const char  *to)
{
  g_return_if_fail (to || word != TRL_WORD_SCALE);

  g_hash_table_insert (recoding->rules, trl_word_key (word, scope, from), g_strdup (to));
}

gboolean
trl_recoding_find (const TrlRecoding *recoding,
                   TrlWord            word,
                   const char        *scope,
                   const char        *id,
                   const char       **to)
{
  g_autofree char *key = trl_word_key (word, scope, id);
  gpointer         found;

  *to = id;
  if (!g_hash_table_lookup_extended (recoding->rules, key, NULL, &found))
    return FALSE;
  *to = found;
  return TRUE;
}

/* Replaces an id in a list of ids by another, or by nothing. */
static void
replace_id (char **ids, const char *from, const char *to)
{
  g_auto (GStrv) old = g_strsplit (*ids ? *ids : "", " ", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  if (!g_strv_contains ((const char *const *) old, from))
    return;
  for (guint i = 0; old[i]; i++)
    if (!g_str_equal (old[i], from))
      g_strv_builder_add (builder, old[i]);
    else if (to && !g_strv_contains ((const char *const *) old, to))
      g_strv_builder_add (builder, to);
  all = g_strv_builder_end (builder);
  g_free (*ids);
  *ids = g_strjoinv (" ", all);
}

static void
leave_strategies (TrlVocabulary *words, const char *role, const char *to)
{
  for (guint i = 0; i < words->strategies->len; i++)
    {
      TrlStrategy *strategy = words->strategies->pdata[i];

      replace_id (&strategy->primary, role, to);
      replace_id (&strategy->secondary, role, to);
    }
}

/* Every kind of word has its id first, but the kinds of partnership, which are texts. */
static const char *
id_of (TrlWord word, gconstpointer item)
{
  return word == TRL_WORD_KIND ? item : *(char *const *) item;
}

static GPtrArray *
list_of (TrlVocabulary *words, TrlWord word, const char *scope)
{
  const TrlScale *scale;

  switch (word)
    {
    case TRL_WORD_SCALE:
      return words->scales;
    case TRL_WORD_LEVEL:
      scale = trl_vocabulary_find_scale (words, scope);
      return scale ? scale->levels : NULL;
    case TRL_WORD_TYPE:
      return words->types;
    case TRL_WORD_ROLE:
      return words->roles;
    case TRL_WORD_FIELD:
      return words->fields;
    case TRL_WORD_KIND:
      return words->kinds;
    case TRL_N_WORDS:
    default:
      g_return_val_if_reached (NULL);
    }
}

static int
find_word (GPtrArray *list, TrlWord word, const char *scope, const char *id)
{
  for (guint i = 0; list && i < list->len; i++)
    if (g_str_equal (id_of (word, list->pdata[i]), id) &&
        (word != TRL_WORD_FIELD ||
         g_str_equal (((const TrlField *) list->pdata[i])->of, scope)))
      return (int) i;
  return -1;
}

gboolean
trl_recoding_remove (
  TrlRecoding *recoding, TrlWord word, const char *scope, const char *id, const char *to)
{
  GPtrArray       *list = list_of (recoding->words, word, scope);
  g_autofree char *gone = g_strdup (id);
  int              index = find_word (list, word, scope, id);

  if (index < 0 || (word == TRL_WORD_LEVEL && index == 0) ||
      (word == TRL_WORD_SCALE && list->len == 1))
    return FALSE;
  g_ptr_array_remove_index (list, (guint) index);
  if (word == TRL_WORD_ROLE)
    leave_strategies (recoding->words, gone, to);
  if (word != TRL_WORD_SCALE || to)
    trl_recoding_map (recoding, word, scope, gone, to);
  return TRUE;
}

/* Checking that what goes and is used has a rule */

typedef struct
{
  const TrlRecoding *recoding;
  const TrlUsage    *usage;
} Check;

static gboolean
check_list (const Check *check,
            TrlWord      word,
            const char  *scope,
            GPtrArray   *old,
            GPtrArray   *now,
            GError     **error)
{
  for (guint i = 0; i < old->len; i++)
    {
      const char *id = id_of (word, old->pdata[i]), *to;
      const char *in = scope;

      if (word == TRL_WORD_FIELD)
        in = ((const TrlField *) old->pdata[i])->of;
      if (find_word (now, word, in, id) >= 0 ||
          trl_recoding_find (check->recoding, word, in, id, &to) ||
          trl_usage_get (check->usage, word, in, id) == 0)
        continue;
      g_set_error (error, TRL_MODEL_ERROR, TRL_MODEL_ERROR_IN_USE,
                   _ ("“%s” is still in use: say what takes its place"), id);
      return FALSE;
    }
  return TRUE;
}

/* Levels of a scale that is mapped are asked for too: the new scale need not have them.
 */
static gboolean
check_levels (const Check *check, const TrlScale *scale, GError **error)
{
  const char *to;

  if (trl_recoding_find (check->recoding, TRL_WORD_SCALE, NULL, scale->id, &to))
    return check_list (check, TRL_WORD_LEVEL, scale->id, scale->levels, NULL, error);
  return check_list (check, TRL_WORD_LEVEL, scale->id, scale->levels,
                     list_of (check->recoding->words, TRL_WORD_LEVEL, scale->id), error);
}

static gboolean
check_uses (const TrlRecoding *recoding, TrlDocument *document, GError **error)
{
  g_autoptr (TrlUsage) usage = trl_usage_new (document);
  TrlVocabulary *old = (TrlVocabulary *) trl_document_get_vocabulary (document);
  Check          check = { recoding, usage };

  for (TrlWord word = 0; word < TRL_N_WORDS; word++)
    if (word != TRL_WORD_LEVEL &&
        !check_list (&check, word, NULL, list_of (old, word, NULL),
                     list_of (recoding->words, word, NULL), error))
      return FALSE;
  for (guint i = 0; i < old->scales->len; i++)
    if (!check_levels (&check, old->scales->pdata[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
recode (TrlDocument       *document,
        const TrlRecoding *recoding,
        const char        *name,
        const char        *merge_key,
        TrlRecodeCount    *count,
        GError           **error)
{
  if (!check_uses (recoding, document, error))
    return FALSE;
  trl_document_begin (document, name, merge_key);
  if (trl_recoding_apply (recoding, document, count, error))
    {
      trl_document_end (document);
      return TRUE;
    }
  trl_document_cancel (document);
  return FALSE;
}

gboolean
trl_recoding_count (const TrlRecoding *recoding,
                    TrlDocument       *document,
                    TrlRecodeCount    *count,
                    GError           **error)
{
  g_autoptr (TrlDocument) copy = trl_document_copy (document);

  return recode (copy, recoding, "", NULL, count, error);
}

gboolean
trl_document_recode (TrlDocument       *document,
                     const TrlRecoding *recoding,
                     const char        *name,
                     const char        *merge_key,
                     GError           **error)
{
  TrlRecodeCount count;

  return recode (document, recoding, name, merge_key, &count, error);
}
