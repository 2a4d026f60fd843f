/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TrlJsonSpan:
 *
 * A value or a name where it stands in a text that trl_json_scan() has accepted, with its
 * quotes or brackets.  Borrows the text.  @start is %NULL for none.
 */
typedef struct
{
  const char *start;
  gsize       length;
} TrlJsonSpan;

/**
 * TrlJsonCursor:
 * @large: (nullable) (element-type TrlJsonSpan): what trl_json_scan_noting() noted, which
 *   is then passed at once
 *
 * A place inside an object or an array.
 */
typedef struct
{
  const char   *at;
  const GArray *large;
} TrlJsonCursor;

/**
 * trl_json_root:
 *
 * Returns: the one value of an accepted text, without the space around it
 */
TrlJsonSpan trl_json_root (const char *text, gsize length);

/**
 * trl_json_enter:
 * @container: an object or an array
 *
 * Returns: a cursor before its first member or element
 */
TrlJsonCursor trl_json_enter (TrlJsonSpan container);

/**
 * trl_json_next_member:
 * @name: (out): with its quotes
 *
 * Cost: O(length of the member).
 *
 * Returns: %FALSE at the end of the object
 */
gboolean
trl_json_next_member (TrlJsonCursor *cursor, TrlJsonSpan *name, TrlJsonSpan *value);

/**
 * trl_json_next_element:
 *
 * Cost: O(length of the element).
 *
 * Returns: %FALSE at the end of the array
 */
gboolean trl_json_next_element (TrlJsonCursor *cursor, TrlJsonSpan *value);

/**
 * trl_json_peek_element:
 *
 * Returns: where the next element begins, or %NULL at the end of the array
 */
const char *trl_json_peek_element (TrlJsonCursor *cursor);

/**
 * trl_json_pass:
 * @element: where trl_json_peek_element() found it
 *
 * For whoever has walked the element already.
 */
void trl_json_pass (TrlJsonCursor *cursor, TrlJsonSpan element);

/* For trl_json_says() alone. */
gboolean trl_json_says_slowly (TrlJsonSpan string, const char *text);

/**
 * trl_json_says:
 * @string: a text or a name, with its quotes
 *
 * Returns: whether it is @text, escapes resolved
 */
static inline gboolean
trl_json_says (TrlJsonSpan string, const char *text)
{
  /* Nearly all that differ, differ at once; an empty one has its quote there. */
  return (string.start[1] == (*text ? *text : '"') || string.start[1] == '\\') &&
         trl_json_says_slowly (string, text);
}

/**
 * trl_json_find:
 *
 * Returns: the value of the member @name of @object, or none
 */
TrlJsonSpan trl_json_find (TrlJsonSpan object, const char *name);

/**
 * trl_json_decode:
 * @string: a text or a name, with its quotes
 * @out: room for as many bytes as @string has
 *
 * Puts what it says, escapes resolved and with a zero at its end, into @out.
 *
 * Returns: its length in bytes
 */
gsize trl_json_decode (TrlJsonSpan string, char *out);

/**
 * trl_json_dup_string:
 * @string: a text or a name, with its quotes
 *
 * Returns: (transfer full): what it says, escapes resolved
 */
char *trl_json_dup_string (TrlJsonSpan string);

G_END_DECLS
