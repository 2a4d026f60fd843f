/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  TRL_VALUE_NONE,
  TRL_VALUE_NUMBER,
  TRL_VALUE_TEXT
} TrlValueType;

/**
 * TrlValue:
 *
 * A value on its way into or out of a property: nothing, a finite number or a text.
 * A flag that is set is the number 1.
 */
typedef struct
{
  TrlValueType type;
  double       number;
  char        *text;
} TrlValue;

/* For calls that only read the value; the text is borrowed. */
#define TRL_NONE_VALUE ((TrlValue){ TRL_VALUE_NONE, 0, NULL })
#define TRL_NUMBER(n) ((TrlValue){ TRL_VALUE_NUMBER, (n), NULL })
#define TRL_TEXT(t) trl_value_from_text (t)
#define TRL_FLAG(f) ((f) ? TRL_NUMBER (1) : TRL_NONE_VALUE)

/* A function, so that what makes the text is called once. */
static inline TrlValue
trl_value_from_text (const char *text)
{
  return (TrlValue){ text ? TRL_VALUE_TEXT : TRL_VALUE_NONE, 0, (char *) text };
}

/**
 * trl_value_copy:
 * trl_value_clear:
 * trl_value_equal:
 *
 * Values own their text: copying makes a new one, clearing frees it.  Two numbers are
 * equal when they compare so, two texts byte by byte.
 */
void     trl_value_copy (TrlValue *to, const TrlValue *from);
void     trl_value_clear (TrlValue *value);
gboolean trl_value_equal (const TrlValue *a, const TrlValue *b);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TrlValue, trl_value_clear)

G_END_DECLS
