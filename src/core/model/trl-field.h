/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/trl-document.h"

G_BEGIN_DECLS

#define TRL_FIELD_YES "yes"
#define TRL_FIELD_NO "no"

/**
 * trl_field_check:
 * @text: (nullable): %NULL and "" are unset, which every field may be
 *
 * Whether a text is in the form that a value of the field is stored in: a number with a
 * decimal point; a date as year, year-month or year-month-day; one of the choices; yes or
 * no; an http, https or mailto address.  A choice without choices takes any text.
 *
 * Errors: TRL_MODEL_ERROR_VALUE, with a sentence that names the field and the text.
 */
gboolean trl_field_check (const TrlField *field, const char *text, GError **error);

/**
 * trl_field_normalise:
 * @text: (nullable): what somebody typed or a file held
 *
 * Puts a text into the form that trl_field_check() wants, where there is no doubt how:
 * spaces around it go, a decimal comma becomes a point, a choice gets its capitals, yes
 * and no are understood in English and in the language of the program, a bare web address
 * gets its scheme.
 *
 * Returns: (transfer full) (nullable): %NULL for nothing; a text that cannot be put right
 *   as it was
 */
char *trl_field_normalise (const TrlField *field, const char *text);

/**
 * trl_field_kind_name:
 *
 * Returns: what people read, translated
 */
const char *trl_field_kind_name (TrlFieldKind kind);

G_END_DECLS
