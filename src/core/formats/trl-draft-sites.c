/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is known of a site: from a table of sites, or from columns beside its answers. */

#include "config.h"

#include "formats/trl-draft.h"
#include "formats/trl-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

static void
set_degrees (TrlDraft        *draft,
             const TrlSource *source,
             guint            row,
             TrlMeaning       meaning,
             TrlRecord       *record,
             guint            prop)
{
  int    column = source->of[meaning];
  double degrees = column < 0
                     ? (double) NAN
                     : trl_draft_read_degrees (draft, source, row, (guint) column);

  if (!isnan (degrees))
    trl_record_set (record, prop, TRL_NUMBER (degrees));
}

static void
set_place (const TrlSource *source, guint row, TrlRecord *record)
{
  const char *city = trl_source_get (source, row, TRL_MEANING_CITY);
  const char *state = trl_source_get (source, row, TRL_MEANING_STATE);

  trl_draft_set_text (source, row, TRL_MEANING_PLACE, record, TRL_NETWORK_PLACE);
  if ((city[0] == '\0' && state[0] == '\0') ||
      trl_source_get (source, row, TRL_MEANING_PLACE)[0] != '\0')
    return;
  g_autofree char *place =
    g_strdup_printf ("%s%s%s", city, city[0] && state[0] ? ", " : "", state);
  trl_record_set (record, TRL_NETWORK_PLACE, TRL_TEXT (place));
}

void
trl_draft_set_site (TrlDraft        *draft,
                    const TrlSource *source,
                    guint            row,
                    TrlDraftNetwork *network)
{
  TrlRecord *record = network->record;

  set_place (source, row, record);
  set_degrees (draft, source, row, TRL_MEANING_LATITUDE, record, TRL_NETWORK_LATITUDE);
  set_degrees (draft, source, row, TRL_MEANING_LONGITUDE, record, TRL_NETWORK_LONGITUDE);
  trl_draft_set_text (source, row, TRL_MEANING_RESPONSIBILITY, record,
                      TRL_NETWORK_RESPONSIBILITY);
  trl_draft_set_text (source, row, TRL_MEANING_STAGE, record, TRL_NETWORK_STAGE);
  trl_draft_set_text (source, row, TRL_MEANING_ECOSYSTEM, record, TRL_NETWORK_ECOSYSTEM);
  trl_draft_name_hub (draft, network, trl_source_get (source, row, TRL_MEANING_HUB));
}

/* The networks in the order of the table, and by site those that it can speak of. */
typedef struct
{
  GHashTable *by_site; /* folded site → GPtrArray of TrlDraftNetwork */
  GHashTable *done;
  GPtrArray  *order;
  gboolean    alone;
} Join;

static void
index_network (Join *join, TrlDraftNetwork *network)
{
  const char      *site = trl_record_get_text (network->record, TRL_NETWORK_SITE);
  g_autofree char *key = trl_fold_key (site != NULL ? site : "");
  GPtrArray       *list = g_hash_table_lookup (join->by_site, key);

  if (list == NULL)
    {
      list = g_ptr_array_new ();
      g_hash_table_insert (join->by_site, g_steal_pointer (&key), list);
    }
  g_ptr_array_add (list, network);
}

static gboolean
is_of_wave (const TrlDraftNetwork *network, const char *wave)
{
  const char      *own = trl_record_get_text (network->record, TRL_NETWORK_WAVE);
  g_autofree char *a = trl_fold_key (own != NULL ? own : "");
  g_autofree char *b = trl_fold_key (wave);

  return b[0] == '\0' || strcmp (a, b) == 0;
}

static void
put (Join *join, TrlDraftNetwork *network)
{
  if (g_hash_table_add (join->done, network))
    g_ptr_array_add (join->order, network);
}

static void
set_row (TrlDraft *draft, TrlSource *source, guint row, TrlDraftNetwork *network)
{
  trl_draft_set_site (draft, source, row, network);
  trl_draft_set_text (source, row, TRL_MEANING_NOTE, network->record, TRL_NETWORK_NOTE);
  trl_draft_set_text (source, row, TRL_MEANING_SOURCE, network->record,
                      TRL_NETWORK_SOURCE);
  trl_draft_keep_fields (draft, source, row, network->record);
}

/* A site that only the table knows becomes a network with a hub and no partners, unless
 * the networks are no sites at all. */
static void
join_unknown (TrlDraft   *draft,
              Join       *join,
              TrlSource  *source,
              guint       row,
              const char *site,
              const char *wave)
{
  if (draft->networks->len > 0 && g_hash_table_size (draft->by_site) == 0)
    {
      trl_draft_skip_row (draft, source, row, _ ("No network is of the site “%s”"), site);
      return;
    }
  TrlDraftNetwork *network = trl_draft_get_network (draft, site, wave);
  trl_draft_need_hub (draft, network);
  set_row (draft, source, row, network);
  trl_draft_keep_row (draft);
  put (join, network);
  if (join->alone)
    return;
  draft->report->n_completed++;
  trl_read_report_add (
    draft->report, TRL_ISSUE_COMPLETED, source->name, trl_source_get_line (source, row),
    0, _ ("“%s” has no partners in the other tables; its network is empty"), site);
}

static gboolean
join_known (TrlDraft   *draft,
            Join       *join,
            TrlSource  *source,
            guint       row,
            const char *site,
            const char *wave)
{
  g_autofree char *key = trl_fold_key (site);
  GPtrArray       *list = g_hash_table_lookup (join->by_site, key);
  gboolean         found = FALSE;

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      TrlDraftNetwork *network = list->pdata[i];
      if (!is_of_wave (network, wave) || g_hash_table_contains (join->done, network))
        continue;
      set_row (draft, source, row, network);
      put (join, network);
      found = TRUE;
    }
  return found;
}

static void
join_row (TrlDraft *draft, Join *join, TrlSource *source, guint row)
{
  const char *site = trl_source_get (source, row, TRL_MEANING_SITE);
  const char *wave = trl_source_get (source, row, TRL_MEANING_WAVE);

  if (site[0] == '\0')
    trl_draft_skip_row (draft, source, row, _ ("The row names no site"));
  else if (join_known (draft, join, source, row, site, wave))
    trl_draft_keep_row (draft);
  else if (trl_draft_find_network (draft, site, wave) != NULL)
    trl_draft_skip_row (draft, source, row,
                        _ ("“%s” has a row already; this one is left out"), site);
  else
    join_unknown (draft, join, source, row, site, wave);
}

static void
join_table (TrlDraft *draft, TrlSource *source, gboolean alone)
{
  g_autoptr (GHashTable) by_site = g_hash_table_new_full (
    g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GHashTable) done = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) order = g_ptr_array_new ();
  Join join = { by_site, done, order, alone };

  for (guint i = 0; i < draft->networks->len; i++)
    index_network (&join, draft->networks->pdata[i]);
  for (guint row = trl_source_get_first (source); row < trl_source_get_end (source);
       row++)
    join_row (draft, &join, source, row);
  for (guint i = 0; i < draft->networks->len; i++)
    put (&join, draft->networks->pdata[i]);
  for (guint i = 0; i < order->len; i++)
    draft->networks->pdata[i] = order->pdata[i];
}

void
trl_draft_join_sites (TrlDraft *draft)
{
  gboolean alone = draft->networks->len == 0;

  for (guint i = 0; i < draft->sites->len; i++)
    join_table (draft, draft->sites->pdata[i], alone);
}
