/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The commonest file of a builder: one row a partner.  The hub is whoever keeps it, and
 * has to be asked for. */

#include "config.h"

#include "formats/trl-survey-row.h"
#include "formats/trl-words.h"

#include <glib/gi18n-lib.h>

static const TrlMeaning used[] = { TRL_SURVEY_MEANINGS, TRL_MEANING_HUB,
                                   TRL_MEANING_HUB_FLAG, TRL_N_MEANINGS };

static gboolean
is_list_of_organizations (const TrlSource *source)
{
  static const char *const words[] = { "label",      "id",          "node",      "vertex",
                                       "vertexname", "vertexnames", "nodelabel", NULL };
  int                      column = source->of[TRL_MEANING_PARTNER];

  if (column < 0)
    return FALSE;
  g_autofree char *header =
    trl_fold (trl_source_get_column (source, (guint) column)->header);
  return !g_strv_contains (words, header);
}

static guint
score (const TrlSource *source)
{
  if (source->beside_ties || trl_source_has (source, TRL_MEANING_SITE) ||
      trl_source_has (source, TRL_MEANING_FROM) ||
      !trl_source_has (source, TRL_MEANING_PARTNER))
    return 0;
  if (trl_source_has (source, TRL_MEANING_LEVEL))
    return 70;
  return is_list_of_organizations (source) ? 55 : 20;
}

static void
ask_hub (TrlDraft *draft, const TrlSource *source)
{
  if (draft->request->hub != NULL)
    return;
  trl_read_report_ask (draft->report, TRL_QUESTION_HUB, source->index, -1, NULL, NULL,
                       _ ("Whose partners are these? Name the hub of “%s”."),
                       source->stem);
}

static gboolean
read_partners (TrlDraft *draft, TrlSource *source, GError **error)
{
  const char *hub = "";

  trl_draft_use (draft, source, used);
  g_autoptr (GHashTable) types = trl_draft_collect_words (source, TRL_MEANING_TYPE);
  trl_draft_choose_types (draft, types);
  g_autoptr (TrlLevelWords) words = trl_draft_levels_new (draft, source, source->stem);
  TrlDraftNetwork *network = trl_draft_add_network (draft, source->stem);
  trl_draft_need_hub (draft, network);
  for (guint row = trl_source_get_first (source); row < trl_source_get_end (source);
       row++)
    {
      if (!trl_draft_step (draft, error))
        return FALSE;
      trl_survey_read_partner (draft, network, source, row, words);
      if (trl_word_answer (trl_source_get (source, row, TRL_MEANING_HUB_FLAG)) == 1)
        hub = trl_source_get (source, row, TRL_MEANING_PARTNER);
      else if (trl_source_get (source, row, TRL_MEANING_HUB)[0] != '\0')
        hub = trl_source_get (source, row, TRL_MEANING_HUB);
    }
  if (hub[0] != '\0')
    trl_draft_name_hub (draft, network, hub);
  else
    ask_hub (draft, source);
  return TRUE;
}

const TrlFormat trl_format_partners = {
  .id = "partners",
  .label = N_ ("Partners of one hub, one row a partner"),
  .extension = "csv",
  .mime = "text/csv",
  .score = score,
  .read = read_partners,
};
