/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Words that the vocabulary of the file lacks: a later version may know them, so nothing
 * is changed, but a person should hear of it. */

#include "config.h"

#include "store/trl-store-notes.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  TrlReader       *reader;
  const TrlPart   *part;
  const TrlRecord *record;
} Note;

static const char *
where (const Note *note, guint prop)
{
  return trl_part_where (note->part, trl_props (note->record->kind, NULL)[prop].key);
}

static void
note_type (const Note *note)
{
  const char *type = trl_record_get_text (note->record, TRL_NODE_TYPE);

  if (type && !trl_vocabulary_find_type (note->reader->vocabulary, type))
    trl_reader_note (note->reader, where (note, TRL_NODE_TYPE),
                     _ ("The partner type “%s” is not in the vocabulary"), type);
}

static void
note_roles (const Note *note)
{
  const char *text = trl_record_get_text (note->record, TRL_NODE_ROLES);
  g_auto (GStrv) roles = text ? g_strsplit (text, " ", -1) : NULL;

  for (guint i = 0; roles && roles[i]; i++)
    if (*roles[i] && !trl_vocabulary_find_role (note->reader->vocabulary, roles[i]))
      trl_reader_note (note->reader, where (note, TRL_NODE_ROLES),
                       _ ("The role “%s” is not in the vocabulary"), roles[i]);
}

static void
note_levels (const Note *note)
{
  static const guint props[] = { TRL_EDGE_LEVEL, TRL_EDGE_BACK, TRL_EDGE_INTENDED };
  const char        *name = trl_record_get_text (note->record, TRL_EDGE_SCALE);
  const TrlScale    *scale = trl_vocabulary_find_scale (note->reader->vocabulary, name);

  if (!scale)
    {
      trl_reader_note (note->reader, where (note, TRL_EDGE_SCALE),
                       _ ("The scale “%s” is not in the vocabulary"), name);
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (props); i++)
    {
      const char *level = trl_record_get_text (note->record, props[i]);

      if (level && trl_scale_get_rank (scale, level) < 0)
        trl_reader_note (
          note->reader, where (note, props[i]),
          _ ("The scale “%s” has no level “%s”; it counts as not reported"), scale->name,
          level);
    }
}

void
trl_store_note_row (TrlReader *reader, const TrlPart *part, const TrlRecord *record)
{
  const Note note = { reader, part, record };

  if (!reader->problems)
    return;
  if (record->kind == TRL_KIND_EDGE)
    {
      note_levels (&note);
      return;
    }
  note_type (&note);
  note_roles (&note);
}

void
trl_store_note_network (TrlReader *reader, const TrlPart *part, const TrlNetwork *network)
{
  const char *hub = trl_network_get_text (network, TRL_NETWORK_HUB);

  if (hub && trl_network_get_hub (network) == TRL_NO_ROW)
    trl_reader_note (reader, trl_part_where (part, "hub"),
                     _ ("The hub “%s” is not a partner of this network"), hub);
}
