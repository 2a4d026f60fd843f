/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/trl-props.h"
#include "model/trl-value.h"

G_BEGIN_DECLS

/**
 * TrlRecord:
 * @id: lasts as long as the document; never reused
 * @order: place among its like; 0 in a record that is added means last
 * @ends: an edge's node ids (from, to); %NULL for other kinds
 * @values: one a property of @kind
 * @fields: field id → text, %NULL while there are none
 * @extra: unknown members as they stood in the file, `"a": 1, "b": [2]`, or %NULL
 *
 * One thing of a document by itself: what is added, what was removed, what a file line
 * holds.
 */
typedef struct
{
  TrlKind     kind;
  char       *id;
  gint64      order;
  char       *ends[2];
  TrlValue   *values;
  GHashTable *fields;
  char       *extra;
} TrlRecord;

/**
 * trl_record_new:
 * @id: (nullable): %NULL makes a random one
 */
TrlRecord *trl_record_new (TrlKind kind, const char *id);

/**
 * trl_record_new_edge:
 * trl_record_copy:
 * trl_record_free:
 *
 * An edge between two nodes; a copy; an end.
 */
TrlRecord *trl_record_new_edge (const char *id, const char *from, const char *to);
TrlRecord *trl_record_copy (const TrlRecord *record);
void       trl_record_free (TrlRecord *record);

/**
 * trl_record_set:
 * trl_record_set_field:
 * trl_record_get_text:
 * trl_record_get_number:
 * trl_record_get_field:
 *
 * Values are copied on their way in and borrowed on their way out; unset reads as %NULL
 * or NAN.
 */
void        trl_record_set (TrlRecord *record, guint prop, TrlValue value); /* copies */
void        trl_record_set_field (TrlRecord *record, const char *field, const char *text);
const char *trl_record_get_text (const TrlRecord *record, guint prop);
double trl_record_get_number (const TrlRecord *record, guint prop); /* NAN if unset */
const char *trl_record_get_field (const TrlRecord *record, const char *field);

/**
 * trl_id_new:
 *
 * Returns: (transfer full): a random 128-bit id of 22 characters from [A-Za-z0-9_-]
 */
char *trl_id_new (void);

/**
 * trl_id_derive:
 *
 * Makes the same id from the same parts, so that importing again finds what is there.
 *
 * @...: texts, %NULL at the end
 *
 * Returns: (transfer full): 22 characters from [A-Za-z0-9_-]
 */
char *trl_id_derive (const char *first, ...) G_GNUC_NULL_TERMINATED;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrlRecord, trl_record_free)

G_END_DECLS
