/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Answers are compared whole: “not reported” is not “not evident”. */

#include "config.h"

#include "analysis/trl-responsibility.h"

static const char *const answers[TRL_N_RESPONSIBILITIES][4] = {
  { "not evident", "not", NULL },
  { "moderately evident", "moderate", "moderately", NULL },
  { "significantly evident", "significant", "significantly", NULL },
};

int
trl_network_get_responsibility (const TrlNetwork *network)
{
  const char      *text = trl_network_get_text (network, TRL_NETWORK_RESPONSIBILITY);
  g_autofree char *stripped = g_strstrip (g_strdup (text ? text : ""));
  g_autofree char *folded = g_utf8_casefold (stripped, -1);

  for (int i = 0; i < TRL_N_RESPONSIBILITIES; i++)
    if (g_strv_contains (answers[i], folded))
      return i;
  return -1;
}
