/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Deeper nesting and longer texts are refused. */
#define TRL_JSON_MAX_DEPTH 64
#define TRL_JSON_MAX_STRING (1024 * 1024)

/* The largest whole number that every reader tells from its neighbours: 2^53 - 1. */
#define TRL_JSON_MAX_INTEGER 9007199254740991.0

/**
 * trl_json_scan:
 * @text: @length bytes, need not end with NUL
 * @fault: (out) (optional): offset of the byte at fault, when the text was refused
 *
 * Accepts exactly what RFC 8259 describes, and of that only what every reader understands
 * alike: valid UTF-8 without a byte order mark, no name twice in an object, no U+0000, no
 * half surrogate pair, finite numbers, at most 64 levels deep, texts of at most 1 MiB.
 * Does not recurse.
 *
 * Cost: O(length), plus O(k log k) for an object of k members.
 *
 * Errors: TRL_STORE_ERROR_SYNTAX, TRL_STORE_ERROR_LIMIT; the message is a sentence
 * without the place, which is @fault.
 */
gboolean trl_json_scan (const char *text, gsize length, gsize *fault, GError **error);

/**
 * trl_json_scan_noting:
 * @large: (nullable) (element-type TrlJsonSpan): empty; gets the objects and arrays of
 *   64 KiB and more, by their place, for cursors
 *
 * As trl_json_scan().
 *
 * Errors: as there.
 */
gboolean trl_json_scan_noting (
  const char *text, gsize length, GArray *large, gsize *fault, GError **error);

/**
 * trl_json_locate:
 * @line: (out): counted from 1
 * @column: (out): in characters, counted from 1
 *
 * Where in a text an offset lies, as an editor counts.  Cost: O(offset).
 */
void trl_json_locate (
  const char *text, gsize length, gsize offset, guint *line, guint *column);

G_END_DECLS
