/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A value is nothing, a finite number or a text that it owns. */

#include "model/trl-value.h"

void
trl_value_copy (TrlValue *to, const TrlValue *from)
{
  to->type = from->type;
  to->number = from->number;
  to->text = g_strdup (from->text);
}

void
trl_value_clear (TrlValue *value)
{
  g_clear_pointer (&value->text, g_free);
  value->type = TRL_VALUE_NONE;
}

gboolean
trl_value_equal (const TrlValue *a, const TrlValue *b)
{
  if (a->type != b->type)
    return FALSE;
  if (a->type == TRL_VALUE_NUMBER)
    return a->number == b->number;
  return g_strcmp0 (a->text, b->text) == 0;
}
