/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * trl_utf8_validate:
 * @length: bytes
 * @end: (out) (optional): the first byte that is wrong, or the end
 *
 * As g_utf8_validate_len(), eight bytes at a time where they are ASCII.
 *
 * Returns: whether all of @text is UTF-8, without a zero byte
 */
gboolean trl_utf8_validate (const char *text, gsize length, const char **end);

G_END_DECLS
