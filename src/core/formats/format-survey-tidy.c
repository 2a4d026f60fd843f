/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A survey of sites with one row a partner type, or a partner, of each site. */

#include "config.h"

#include "formats/trl-survey-row.h"
#include "formats/trl-survey-write.h"

#include <glib/gi18n-lib.h>

static const TrlMeaning used[] = { TRL_SURVEY_MEANINGS,   TRL_MEANING_SITE,
                                   TRL_MEANING_WAVE,      TRL_MEANING_HUB,
                                   TRL_MEANING_PLACE,     TRL_MEANING_CITY,
                                   TRL_MEANING_STATE,     TRL_MEANING_LATITUDE,
                                   TRL_MEANING_LONGITUDE, TRL_MEANING_RESPONSIBILITY,
                                   TRL_MEANING_STAGE,     TRL_MEANING_ECOSYSTEM,
                                   TRL_N_MEANINGS };

static guint
score (const TrlSource *source)
{
  gboolean site = trl_source_has (source, TRL_MEANING_SITE);
  gboolean type = trl_source_has (source, TRL_MEANING_TYPE);

  if (trl_source_has (source, TRL_MEANING_FROM) ||
      (!type && !trl_source_has (source, TRL_MEANING_PARTNER)))
    return 0;
  if (site)
    return 80;
  return type && !trl_source_has (source, TRL_MEANING_PARTNER) ? 65 : 0;
}

/* A site stands for the rows below it too, as spreadsheets with merged cells have it. */
static const char *
find_site (TrlDraft *draft, const TrlSource *source, guint row, const char *before)
{
  const char *site = trl_source_get (source, row, TRL_MEANING_SITE);

  if (site[0] != '\0' || before[0] == '\0')
    return site;
  draft->report->n_completed++;
  trl_read_report_add (
    draft->report, TRL_ISSUE_COMPLETED, source->name, trl_source_get_line (source, row),
    0, _ ("The row names no site; it is taken to be of “%s”, as above"), before);
  return before;
}

static gboolean
read_survey (TrlDraft *draft, TrlSource *source, GError **error)
{
  trl_draft_use (draft, source, used);
  g_autoptr (GHashTable) types = trl_draft_collect_words (source, TRL_MEANING_TYPE);
  trl_draft_choose_types (draft, types);
  g_autoptr (TrlLevelWords) words = trl_draft_levels_new (draft, source, source->stem);
  const char *site = "";

  for (guint row = trl_source_get_first (source); row < trl_source_get_end (source);
       row++)
    {
      if (!trl_draft_step (draft, error))
        return FALSE;
      site = find_site (draft, source, row, site);
      TrlDraftNetwork *network = trl_draft_get_network (
        draft, site, trl_source_get (source, row, TRL_MEANING_WAVE));
      network->by_type = TRUE;
      trl_draft_need_hub (draft, network);
      trl_survey_read_partner (draft, network, source, row, words);
      trl_draft_set_site (draft, source, row, network);
    }
  return TRUE;
}

const TrlFormat trl_format_survey_tidy = {
  .id = "survey-csv",
  .label = N_ ("Survey, one row a partner type"),
  .extension = "csv",
  .mime = "text/csv",
  .score = score,
  .read = read_survey,
  .write = trl_survey_write,
};
