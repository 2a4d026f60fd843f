/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A table of sites: what is known of each network, joined by the name of its site. */

#include "config.h"

#include "formats/trl-draft.h"

#include <glib/gi18n-lib.h>

static const TrlMeaning used[] = {
  TRL_MEANING_SITE,     TRL_MEANING_WAVE,      TRL_MEANING_HUB,
  TRL_MEANING_PLACE,    TRL_MEANING_CITY,      TRL_MEANING_STATE,
  TRL_MEANING_LATITUDE, TRL_MEANING_LONGITUDE, TRL_MEANING_RESPONSIBILITY,
  TRL_MEANING_STAGE,    TRL_MEANING_ECOSYSTEM, TRL_MEANING_NOTE,
  TRL_MEANING_SOURCE,   TRL_N_MEANINGS
};

static guint
score (const TrlSource *source)
{
  static const TrlMeaning others[] = { TRL_MEANING_TYPE, TRL_MEANING_PARTNER,
                                       TRL_MEANING_FROM };

  if (!trl_source_has (source, TRL_MEANING_SITE) || source->columns->len < 2)
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (trl_source_has (source, others[i]))
      return 0;
  return 60;
}

static gboolean
read_sites (TrlDraft *draft, TrlSource *source, GError **error)
{
  trl_draft_use (draft, source, used);
  g_ptr_array_add (draft->sites, source);
  return TRUE;
}

const TrlFormat trl_format_sites = {
  .id = "sites",
  .label = N_ ("Table of sites"),
  .extension = "csv",
  .mime = "text/csv",
  .joins = TRUE,
  .score = score,
  .read = read_sites,
};
