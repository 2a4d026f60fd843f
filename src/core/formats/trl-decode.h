/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * trl_decode:
 * @name: of the file, for messages
 * @encoding: (out): UTF-8, UTF-16LE, UTF-16BE or Windows-1252
 *
 * Makes UTF-8 of text in any of these, with or without a byte order mark, which is
 * dropped.  What is no text (pictures, spreadsheets, archives, noise) is refused with
 * what it seems to be.
 *
 * Cost: O(bytes).
 *
 * Errors: TRL_FORMAT_ERROR_CONTENT, TRL_FORMAT_ERROR_LIMIT.
 *
 * Returns: (transfer full): valid UTF-8 without NUL inside; a NUL follows its end
 */
GBytes *
trl_decode (const char *name, GBytes *bytes, const char **encoding, GError **error);

G_END_DECLS
