/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One record made of several.  A value either stands in the result or in its note:
 * nothing goes silently.
 */

#include "config.h"

#include "model/trl-merge-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

TrlMergePart *
trl_merge_part_new (TrlRecord *record, const char *name)
{
  TrlMergePart *part = g_new0 (TrlMergePart, 1);

  part->record = record;
  part->name = g_strdup (name && *name ? name : _ ("Unnamed"));
  return part;
}

void
trl_merge_part_free (TrlMergePart *part)
{
  trl_record_free (part->record);
  g_free (part->name);
  g_free (part);
}

void
trl_merge_add_note (TrlRecord *into, guint prop, char *line)
{
  g_autofree char *taken = line;
  const char      *old = trl_record_get_text (into, prop);
  g_autofree char *both = NULL;

  if (!*taken || (old && strstr (old, taken)))
    return;
  both = old && *old ? g_strconcat (old, "\n", taken, NULL) : g_steal_pointer (&taken);
  trl_record_set (into, prop, TRL_TEXT (both));
}

static const char *
level_name (const TrlRecord *record, guint prop, const TrlVocabulary *words)
{
  const TrlScale *scale =
    trl_vocabulary_find_scale (words, trl_record_get_text (record, TRL_EDGE_SCALE));
  const char *id = trl_record_get_text (record, prop);
  int         rank = trl_scale_get_rank (scale, id);

  return rank < 0 ? id : trl_scale_get_level (scale, (guint) rank)->name;
}

char *
trl_merge_value_words (const TrlRecord *record, guint prop, const TrlVocabulary *words)
{
  const TrlValue       *value = &record->values[prop];
  const TrlPartnerType *type;
  char                  number[G_ASCII_DTOSTR_BUF_SIZE];

  if (trl_props (record->kind, NULL)[prop].type == TRL_PROP_FLAG)
    return g_strdup (value->type == TRL_VALUE_NONE ? _ ("No") : _ ("Yes"));
  if (value->type == TRL_VALUE_NONE)
    return g_strdup (_ ("Not reported"));
  if (value->type == TRL_VALUE_NUMBER)
    return g_strdup (g_ascii_dtostr (number, sizeof number, value->number));
  if (record->kind == TRL_KIND_EDGE &&
      (prop == TRL_EDGE_LEVEL || prop == TRL_EDGE_BACK || prop == TRL_EDGE_INTENDED))
    return g_strdup (level_name (record, prop, words));
  if (record->kind == TRL_KIND_NODE && prop == TRL_NODE_TYPE)
    {
      type = trl_vocabulary_find_type (words, value->text);
      return g_strdup (type ? type->name : value->text);
    }
  return g_strdup (value->text);
}

static gboolean
is_joined (TrlKind kind, guint prop)
{
  return kind == TRL_KIND_NODE ? prop == TRL_NODE_NOTE || prop == TRL_NODE_SOURCE
                               : prop == TRL_EDGE_NOTE || prop == TRL_EDGE_SOURCE;
}

static void
note_value (TrlRecord *into, const char *label, const char *value, const char *name)
{
  guint note = into->kind == TRL_KIND_NODE ? TRL_NODE_NOTE : TRL_EDGE_NOTE;

  /* Translators: a field, its value and the partner that had it before merging */
  trl_merge_add_note (into, note,
                      g_strdup_printf (_ ("%s: %s (from “%s”)"), label, value, name));
}

static void
join_prop (TrlRecord           *into,
           const TrlMergePart  *part,
           guint                prop,
           gboolean             fills,
           const TrlVocabulary *words)
{
  const TrlProp   *row = &trl_props (into->kind, NULL)[prop];
  const TrlValue  *value = &part->record->values[prop];
  gboolean         is_level = into->kind == TRL_KIND_EDGE && prop == TRL_EDGE_LEVEL;
  g_autofree char *text = NULL;

  if (is_joined (into->kind, prop))
    {
      if (value->text)
        trl_merge_add_note (into, prop, g_strdup (value->text));
      return;
    }
  if (fills && into->values[prop].type == TRL_VALUE_NONE)
    trl_record_set (into, prop, *value);
  if ((value->type == TRL_VALUE_NONE && !is_level) ||
      trl_value_equal (value, &into->values[prop]))
    return;
  text = trl_merge_value_words (part->record, prop, words);
  note_value (into, _ (row->label), text, part->name);
}

static void
join_fields (TrlRecord *into, const TrlMergePart *part, const TrlVocabulary *words)
{
  GHashTableIter  iter;
  gpointer        id, text;
  const TrlField *field;

  if (!part->record->fields)
    return;
  g_hash_table_iter_init (&iter, part->record->fields);
  while (g_hash_table_iter_next (&iter, &id, &text))
    {
      const char *there = trl_record_get_field (into, id);

      if (!there || !*there)
        trl_record_set_field (into, id, text);
      else if (strcmp (there, text) != 0 && *(const char *) text)
        {
          field = trl_vocabulary_find_field (
            words, into->kind == TRL_KIND_NODE ? "node" : "edge", id);
          note_value (into, field ? field->name : id, text, part->name);
        }
    }
}

/* Members of a file that nobody here knows cannot be joined, only kept as text. */
static void
join_extra (TrlRecord *into, const TrlMergePart *part)
{
  if (!part->record->extra)
    return;
  if (!into->extra)
    into->extra = g_strdup (part->record->extra);
  else if (strcmp (into->extra, part->record->extra) != 0)
    note_value (into, _ ("Other"), part->record->extra, part->name);
}

void
trl_merge_join (TrlRecord           *into,
                GPtrArray           *parts,
                const TrlVocabulary *words,
                guint                decided,
                guint                quiet)
{
  guint n;

  trl_props (into->kind, &n);
  for (guint i = 0; i < parts->len; i++)
    {
      const TrlMergePart *part = parts->pdata[i];

      for (guint prop = 0; prop < n; prop++)
        if (!(quiet & (1u << prop)))
          join_prop (into, part, prop, !(decided & (1u << prop)), words);
      join_fields (into, part, words);
      join_extra (into, part);
    }
}
