/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TrlMembers:
 * @out: where the object is being written
 * @between: what separates two members, such as `, `
 * @any: whether one was written
 *
 * The members of one object, written in the order of the calls.  What is unset (%NULL,
 * NAN, %FALSE) is left out.
 */
typedef struct
{
  GString    *out;
  const char *between;
  gboolean    any;
} TrlMembers;

/**
 * trl_members_name:
 *
 * Writes `"name": `; the caller writes the value.
 */
void trl_members_name (TrlMembers *members, const char *name);

/**
 * trl_members_text:
 * @text: (nullable): valid UTF-8; %NULL writes nothing
 */
void trl_members_text (TrlMembers *members, const char *name, const char *text);

/**
 * trl_members_number:
 * @number: NAN writes nothing; see trl_json_append_number()
 */
void trl_members_number (TrlMembers *members, const char *name, double number);

/**
 * trl_members_flag:
 * @flag: %FALSE writes nothing
 */
void trl_members_flag (TrlMembers *members, const char *name, gboolean flag);

/**
 * trl_members_words:
 * @words: (nullable): separated by spaces
 *
 * Writes an array of texts on one line.
 */
void trl_members_words (TrlMembers *members, const char *name, const char *words);

/**
 * trl_members_raw:
 * @raw: (nullable): members as they stood in a file, `"a": 1, "b": [2]`
 */
void trl_members_raw (TrlMembers *members, const char *raw);

/**
 * trl_json_append_string:
 *
 * Writes quotes and escapes what must be, nothing else.
 */
void trl_json_append_string (GString *out, const char *text);

/**
 * trl_json_append_number:
 * @number: finite
 *
 * Writes the shortest decimal of at most 17 digits that reads back as the same number.
 * Whole numbers beyond 2^53 - 1 get an exponent, since as integers they are ambiguous.
 */
void trl_json_append_number (GString *out, double number);

G_END_DECLS
