/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A record owns all that it holds; values stand in the order of the kind's properties. */

#include "model/trl-record.h"

#include <math.h>
#include <string.h>

#define ID_BYTES 16
#define ID_LETTERS 22

/* 128 bits as base64 in the alphabet for URLs, without padding. */
static char *
id_from_bytes (const guint8 *bytes)
{
  static const char letters[] =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  char   *id = g_malloc (ID_LETTERS + 1), *at = id;
  guint32 bits = 0;
  guint   n = 0;

  for (guint i = 0; i < ID_BYTES; i++)
    {
      bits = bits << 8 | bytes[i];
      for (n += 8; n >= 6; n -= 6)
        *at++ = letters[bits >> (n - 6) & 63];
    }
  *at++ = letters[bits << (6 - n) & 63];
  *at = '\0';
  return id;
}

char *
trl_id_new (void)
{
  guint32 words[ID_BYTES / sizeof (guint32)];

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    words[i] = g_random_int ();
  return id_from_bytes ((const guint8 *) words);
}

char *
trl_id_derive (const char *first, ...)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8  digest[32];
  gsize   length = sizeof digest;
  va_list parts;

  va_start (parts, first);
  for (const char *part = first; part; part = va_arg (parts, const char *))
    g_checksum_update (sum, (const guchar *) part, (gssize) strlen (part) + 1);
  va_end (parts);

  g_checksum_get_digest (sum, digest, &length);
  return id_from_bytes (digest);
}

TrlRecord *
trl_record_new (TrlKind kind, const char *id)
{
  TrlRecord *record = g_new0 (TrlRecord, 1);
  guint      n;

  trl_props (kind, &n);
  record->kind = kind;
  record->id = id ? g_strdup (id) : trl_id_new ();
  record->values = g_new0 (TrlValue, n);
  return record;
}

TrlRecord *
trl_record_new_edge (const char *id, const char *from, const char *to)
{
  TrlRecord *record = trl_record_new (TRL_KIND_EDGE, id);

  record->ends[0] = g_strdup (from);
  record->ends[1] = g_strdup (to);
  return record;
}

TrlRecord *
trl_record_copy (const TrlRecord *record)
{
  TrlRecord     *copy = trl_record_new (record->kind, record->id);
  GHashTableIter iter;
  gpointer       field, text;
  guint          n;

  trl_props (record->kind, &n);
  copy->order = record->order;
  copy->ends[0] = g_strdup (record->ends[0]);
  copy->ends[1] = g_strdup (record->ends[1]);
  copy->extra = g_strdup (record->extra);
  for (guint i = 0; i < n; i++)
    trl_value_copy (&copy->values[i], &record->values[i]);
  if (record->fields)
    {
      g_hash_table_iter_init (&iter, record->fields);
      while (g_hash_table_iter_next (&iter, &field, &text))
        trl_record_set_field (copy, field, text);
    }
  return copy;
}

void
trl_record_free (TrlRecord *record)
{
  guint n;

  if (!record)
    return;
  trl_props (record->kind, &n);
  for (guint i = 0; i < n; i++)
    trl_value_clear (&record->values[i]);
  g_free (record->values);
  g_free (record->id);
  g_free (record->ends[0]);
  g_free (record->ends[1]);
  g_free (record->extra);
  g_clear_pointer (&record->fields, g_hash_table_unref);
  g_free (record);
}

void
trl_record_set (TrlRecord *record, guint prop, TrlValue value)
{
  trl_value_clear (&record->values[prop]);
  trl_value_copy (&record->values[prop], &value);
}

void
trl_record_set_field (TrlRecord *record, const char *field, const char *text)
{
  if (!record->fields)
    record->fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (text)
    g_hash_table_insert (record->fields, g_strdup (field), g_strdup (text));
  else
    g_hash_table_remove (record->fields, field);
}

const char *
trl_record_get_text (const TrlRecord *record, guint prop)
{
  return record->values[prop].text;
}

double
trl_record_get_number (const TrlRecord *record, guint prop)
{
  const TrlValue *value = &record->values[prop];

  return value->type == TRL_VALUE_NUMBER ? value->number : NAN;
}

const char *
trl_record_get_field (const TrlRecord *record, const char *field)
{
  return record->fields ? g_hash_table_lookup (record->fields, field) : NULL;
}
