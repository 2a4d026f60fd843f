/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/trl-clip.h"

G_BEGIN_DECLS

/* Between trl-clip.c, trl-clip-html.c and trl-clip-text.c. */

/**
 * trl_clip_add:
 * @text: a cell as it stands on the clipboard
 *
 * Adds a cell without the apostrophe that guards it.
 *
 * Errors: TRL_FORMAT_ERROR_LIMIT.
 */
gboolean trl_clip_add (TrlSheet *sheet, const char *text, gsize length, GError **error);

/**
 * trl_clip_guard:
 *
 * Returns: what goes before a cell on the clipboard: an apostrophe or nothing
 */
const char *trl_clip_guard (const char *cell);

/**
 * trl_clip_read_html:
 * trl_clip_read_tabs:
 * trl_clip_read_csv:
 * trl_clip_read_plain:
 * @text: UTF-8
 *
 * Readers of one type each.  Plain text has tabs, or is as even as only CSV is, or is one
 * cell a line.
 *
 * Errors: TRL_FORMAT_ERROR_LIMIT, TRL_FORMAT_ERROR_CONTENT.
 */
TrlSheet *trl_clip_read_html (const char *text, gsize length, GError **error);
TrlSheet *trl_clip_read_tabs (const char *text, gsize length, GError **error);
TrlSheet *trl_clip_read_csv (const char *text, gsize length, GError **error);
TrlSheet *trl_clip_read_plain (const char *text, gsize length, GError **error);

/**
 * trl_clip_write_html:
 * trl_clip_write_tabs:
 * trl_clip_write_csv:
 *
 * Writers of one type each.
 */
void trl_clip_write_html (GString *out, const TrlSheet *sheet);
void trl_clip_write_tabs (GString *out, const TrlSheet *sheet);
void trl_clip_write_csv (GString *out, const TrlSheet *sheet);

/**
 * trl_clip_find_comma:
 *
 * Returns: whether the numbers of a sheet have a decimal comma, as far as its cells tell
 */
gboolean trl_clip_find_comma (const TrlSheet *sheet);

G_END_DECLS
