/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Level cells on their way into ties.  A word that is no level is listed and asked about;
 * it never becomes *no interaction*. */

#include "config.h"

#include "formats/trl-draft.h"
#include "formats/trl-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
is_same_scale (const TrlScale *a, const TrlScale *b)
{
  if (a->levels->len != b->levels->len)
    return FALSE;
  for (guint i = 0; i < a->levels->len; i++)
    {
      const TrlLevel *x = a->levels->pdata[i];
      const TrlLevel *y = b->levels->pdata[i];
      if (strcmp (x->id, y->id) != 0 || strcmp (x->name, y->name) != 0)
        return FALSE;
    }
  return TRUE;
}

static const TrlScale *
find_scale (const TrlDraft *draft, const char *id)
{
  for (guint i = 0; i < draft->scales->len; i++)
    if (strcmp (((TrlScale *) draft->scales->pdata[i])->id, id) == 0)
      return draft->scales->pdata[i];
  return NULL;
}

static TrlScale *
copy_scale (const TrlScale *scale)
{
  TrlScale *copy = trl_scale_new (scale->id, scale->name);

  copy->source = g_strdup (scale->source);
  for (guint i = 0; i < scale->levels->len; i++)
    {
      const TrlLevel *level = scale->levels->pdata[i];
      trl_scale_add (copy, level->id, level->name, level->definition);
    }
  return copy;
}

/* Two tables that need a scale of their own under one name share it if it is the same. */
gboolean
trl_draft_choose_scale (TrlDraft *draft, TrlLevelWords *words, const char *name)
{
  g_autofree char *called = g_strdup (name);

  for (guint i = 2; trl_level_words_choose (words, called); i++)
    {
      const TrlScale *scale = trl_level_words_get_scale (words);
      const TrlScale *there = find_scale (draft, scale->id);
      if (scale == draft->vocabulary->scales->pdata[0] ||
          (there != NULL && is_same_scale (there, scale)))
        return TRUE;
      if (there == NULL)
        {
          g_ptr_array_add (draft->scales, copy_scale (scale));
          return TRUE;
        }
      g_free (called);
      called = g_strdup_printf ("%s %u", name, i);
    }
  return FALSE;
}

static void
show_column (TrlLevelWords *words, const TrlSource *source, TrlMeaning meaning)
{
  for (guint row = trl_source_get_first (source); row < trl_source_get_end (source);
       row++)
    trl_level_words_add (words, trl_source_get (source, row, meaning),
                         trl_source_get (source, row, TRL_MEANING_LEVEL_LABEL));
}

static void
make_field (TrlSource *source, TrlMeaning meaning)
{
  int i = source->of[meaning];
  if (i < 0)
    return;
  trl_source_get_column (source, (guint) i)->meaning = TRL_MEANING_FIELD;
  source->of[meaning] = -1;
}

static void
give_up_levels (TrlDraft *draft, TrlSource *source)
{
  const TrlColumn *column =
    trl_source_get_column (source, (guint) source->of[TRL_MEANING_LEVEL]);

  trl_read_report_add (
    draft->report, TRL_ISSUE_NOTE, source->name,
    trl_source_get_line (source, source->header),
    (guint) source->of[TRL_MEANING_LEVEL] + 1,
    _ ("The numbers of “%s” are no steps of a scale; the column is kept "
       "as a field, and levels are not reported"),
    column->header);
  make_field (source, TRL_MEANING_LEVEL);
}

/* Numbers are believed before names that no scale knows, but not in silence. */
static void
tell_names (TrlDraft *draft, TrlSource *source, const TrlLevelWords *words)
{
  int level = source->of[TRL_MEANING_LEVEL];
  int label = source->of[TRL_MEANING_LEVEL_LABEL];

  if (level < 0 || label < 0 || !trl_level_words_has_other_names (words))
    return;
  trl_read_report_add (
    draft->report, TRL_ISSUE_NOTE, source->name,
    trl_source_get_line (source, source->header), (guint) label + 1,
    _ ("The numbers of “%s” are read as “%s”; the names in “%s” are kept as a field"),
    trl_source_get_column (source, (guint) level)->header,
    trl_level_words_get_scale (words)->name,
    trl_source_get_column (source, (guint) label)->header);
}

TrlLevelWords *
trl_draft_levels_new (TrlDraft *draft, TrlSource *source, const char *name)
{
  static const TrlMeaning asked[] = { TRL_MEANING_LEVEL, TRL_MEANING_BACK,
                                      TRL_MEANING_INTENDED };
  TrlLevelWords          *words = trl_level_words_new (
             draft->vocabulary->scales->pdata[0], draft->request->values, source->sheet->comma);

  for (guint i = 0; i < G_N_ELEMENTS (asked); i++)
    show_column (words, source, asked[i]);
  if (!trl_draft_choose_scale (draft, words, name) &&
      trl_source_has (source, TRL_MEANING_LEVEL))
    give_up_levels (draft, source);
  if (!trl_level_words_uses_labels (words))
    {
      tell_names (draft, source, words);
      make_field (source, TRL_MEANING_LEVEL_LABEL);
    }
  return words;
}

static void
list_unknown (
  TrlDraft *draft, const TrlSource *source, guint row, guint column, const char *cell)
{
  trl_read_report_add (
    draft->report, TRL_ISSUE_UNKNOWN_VALUE, source->name,
    trl_source_get_line (source, row), column + 1,
    _ ("“%s” is not a level of interaction; it is kept as not reported"), cell);
  trl_read_report_ask (draft->report, TRL_QUESTION_VALUE, source->index, (int) column,
                       trl_meaning_get_id (TRL_MEANING_LEVEL), cell,
                       _ ("Which level is “%s”?"), cell);
}

void
trl_draft_set_level (TrlDraft            *draft,
                     const TrlSource     *source,
                     guint                row,
                     guint                column,
                     const TrlLevelWords *words,
                     TrlRecord           *edge,
                     guint                prop)
{
  const char     *cell = trl_sheet_get (source->sheet, row, column);
  TrlLevelAnswer  answer = trl_level_words_read (words, cell);
  const TrlScale *scale = trl_level_words_get_scale (words);
  gboolean        preset = scale == draft->vocabulary->scales->pdata[0];

  if (!preset)
    trl_record_set (edge, TRL_EDGE_SCALE, TRL_TEXT (scale->id));
  if (answer.kind == TRL_LEVEL_GIVEN)
    {
      trl_record_set (edge, prop, TRL_TEXT (answer.level));
      draft->default_used |= preset;
    }
  else if (answer.kind == TRL_LEVEL_MISSING && prop == TRL_EDGE_LEVEL)
    trl_record_set (edge, TRL_EDGE_MISSING, TRL_TEXT (answer.missing));
  else if (answer.kind == TRL_LEVEL_UNKNOWN)
    list_unknown (draft, source, row, column, cell);
}

static void
set_presence (const TrlSource *source, guint row, TrlRecord *edge)
{
  const char      *cell = trl_source_get (source, row, TRL_MEANING_PRESENCE);
  g_autofree char *word = trl_fold (cell);

  if (trl_word_answer (cell) == 0 || strcmp (word, "absent") == 0)
    trl_record_set (edge, TRL_EDGE_PRESENCE, TRL_TEXT ("absent"));
  else if (strcmp (word, "unknown") == 0)
    trl_record_set (edge, TRL_EDGE_PRESENCE, TRL_TEXT ("unknown"));
}

static void
set_missing (const TrlSource *source, guint row, TrlRecord *edge)
{
  g_autofree char *word = trl_fold (trl_source_get (source, row, TRL_MEANING_MISSING));

  if (strcmp (word, "notasked") == 0)
    trl_record_set (edge, TRL_EDGE_MISSING, TRL_TEXT ("not-asked"));
  else if (strcmp (word, "dontknow") == 0)
    trl_record_set (edge, TRL_EDGE_MISSING, TRL_TEXT ("dont-know"));
}

void
trl_draft_set_tie (TrlDraft            *draft,
                   const TrlSource     *source,
                   guint                row,
                   const TrlLevelWords *words,
                   TrlRecord           *edge)
{
  static const struct
  {
    TrlMeaning meaning;
    guint      prop;
    gboolean   level;
  } parts[] = { { TRL_MEANING_LEVEL, TRL_EDGE_LEVEL, TRUE },
                { TRL_MEANING_BACK, TRL_EDGE_BACK, TRUE },
                { TRL_MEANING_INTENDED, TRL_EDGE_INTENDED, TRUE },
                { TRL_MEANING_KIND, TRL_EDGE_KIND, FALSE },
                { TRL_MEANING_SINCE, TRL_EDGE_SINCE, FALSE },
                { TRL_MEANING_UNTIL, TRL_EDGE_UNTIL, FALSE },
                { TRL_MEANING_TIE_NOTE, TRL_EDGE_NOTE, FALSE } };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (!parts[i].level)
      trl_draft_set_text (source, row, parts[i].meaning, edge, parts[i].prop);
    else if (trl_source_has (source, parts[i].meaning))
      trl_draft_set_level (draft, source, row, (guint) source->of[parts[i].meaning],
                           words, edge, parts[i].prop);
  set_missing (source, row, edge);
  set_presence (source, row, edge);
  if (trl_word_answer (trl_source_get (source, row, TRL_MEANING_PLANNED)) == 1)
    trl_record_set (edge, TRL_EDGE_PLANNED, TRL_FLAG (TRUE));
}
