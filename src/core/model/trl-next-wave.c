/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The next wave is the same partners asked again: everything is copied under the same
 * ids, and only what was answered may be left out. */

#include "config.h"

#include "model/trl-next-wave.h"

#include "model/trl-network-private.h"
#include "model/trl-rollup.h"

#include <glib/gi18n-lib.h>
#include <string.h>

const char *
trl_network_get_site (const TrlNetwork *network)
{
  const char *site = trl_network_get_text (network, TRL_NETWORK_SITE);

  return site && *site ? site : trl_network_get_name (network);
}

/* A number with its leading zeros: “09” becomes “10”, “99” of two digits “00”. */
static char *
count_up (const char *digits, gsize length)
{
  char *up = g_strndup (digits, length);

  for (gsize i = length; i-- > 0;)
    {
      if (up[i] != '9')
        {
          up[i]++;
          return up;
        }
      up[i] = '0';
    }
  if (length == 2)
    return up;
  {
    g_autofree char *zeros = up;

    return g_strconcat ("1", zeros, NULL);
  }
}

static char *
replace (const char *text, gsize start, gsize end, const char *by)
{
  return g_strdup_printf ("%.*s%s%s", (int) start, text, by, text + end);
}

/* Where the last number before @end is; FALSE when there is none. */
static gboolean
find_number (const char *text, gsize end, gsize *first, gsize *last)
{
  while (end > 0 && !g_ascii_isdigit (text[end - 1]))
    end--;
  *last = end;
  while (end > 0 && g_ascii_isdigit (text[end - 1]))
    end--;
  *first = end;
  return *last > *first;
}

/* Only a dash or a slash between two numbers, the first of which is a year. */
static gboolean
is_span (const char *text, gsize start, gsize end, gsize next)
{
  g_autofree char *between = g_strndup (text + end, next - end);

  return end - start == 4 && (g_str_equal (between, "-") || g_str_equal (between, "–") ||
                              g_str_equal (between, "/") || g_str_equal (between, " – "));
}

char *
trl_next_wave_label (const char *wave)
{
  gsize            first, last, start, end;
  g_autofree char *up = NULL;
  g_autofree char *whole = NULL;
  g_autofree char *year = NULL;

  if (!wave || !find_number (wave, strlen (wave), &first, &last))
    return g_strdup (_ ("Wave 2"));
  up = count_up (wave + first, last - first);
  whole = replace (wave, first, last, up);
  if (!find_number (wave, first, &start, &end) || !is_span (wave, start, end, first))
    return g_steal_pointer (&whole);
  year = count_up (wave + start, end - start);
  return replace (whole, start, end, year);
}

TrlNetwork *
trl_next_wave_find_last (TrlDocument *document, const TrlNetwork *network)
{
  int index = trl_document_get_network_index (document, trl_network_get_id (network));

  while (index-- > 0)
    {
      TrlNetwork *other = trl_document_get_network (document, (guint) index);

      if (g_str_equal (trl_network_get_site (other), trl_network_get_site (network)))
        return other;
    }
  return NULL;
}

/* “Site A 2024” becomes “Site A 2025”, “Site A” becomes “Site A, 2025”. */
static char *
next_name (const TrlNetwork *network, const char *wave)
{
  const char *name = trl_network_get_name (network);
  const char *old = trl_network_get_text (network, TRL_NETWORK_WAVE);
  const char *found = old && *old ? g_strrstr (name, old) : NULL;

  if (found)
    return replace (name, (gsize) (found - name), (gsize) (found - name) + strlen (old),
                    wave);
  return *name ? g_strdup_printf (_ ("%s, %s"), name, wave) : g_strdup (wave);
}

static gboolean
add_network (TrlDocument      *document,
             const TrlNetwork *network,
             const char       *wave,
             const char       *id,
             GError          **error)
{
  g_autoptr (TrlRecord) record = trl_record_copy (trl_network_get_record (network));
  g_autofree char *name = next_name (network, wave);
  int at = trl_document_get_network_index (document, trl_network_get_id (network));

  g_free (record->id);
  record->id = g_strdup (id);
  trl_record_set (record, TRL_NETWORK_NAME, TRL_TEXT (name));
  trl_record_set (record, TRL_NETWORK_SITE, TRL_TEXT (trl_network_get_site (network)));
  trl_record_set (record, TRL_NETWORK_WAVE, TRL_TEXT (wave));
  return trl_document_apply (document,
                             &(TrlEdit){ .kind = TRL_EDIT_ADD_NETWORK,
                                         .of = TRL_KIND_NETWORK,
                                         .record = record,
                                         .position = (guint) at + 1 },
                             error);
}

gboolean
trl_next_wave_has_fresh_counts (const TrlNetwork *network)
{
  g_autoptr (TrlNetwork) bare = NULL;
  guint        n;
  const guint *rows;

  if (!trl_network_is_grained_by_type (network))
    return FALSE;
  bare = trl_network_copy (network);
  rows = trl_table_get_rows (trl_network_get_nodes (bare), &n);
  for (guint i = 0; i < n; i++)
    trl_network_set_row (bare, TRL_KIND_NODE, rows[i], TRL_NODE_COUNT, &TRL_NONE_VALUE);
  /* Types that are known by their numbers alone would be taken for organizations. */
  return trl_network_is_grained_by_type (bare);
}

static void
clear_answers (TrlRecord *edge)
{
  static const guint answers[] = { TRL_EDGE_LEVEL, TRL_EDGE_BACK, TRL_EDGE_MISSING };

  if (edge->values[TRL_EDGE_PLANNED].type != TRL_VALUE_NONE)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    trl_record_set (edge, answers[i], TRL_NONE_VALUE);
  /* Whether there is still something is not known either. */
  trl_record_set (edge, TRL_EDGE_PRESENCE, TRL_TEXT ("unknown"));
}

static gboolean
copy_rows (TrlDocument      *document,
           const TrlNetwork *network,
           TrlKind           kind,
           const char       *id,
           gboolean          keep_levels,
           GError          **error)
{
  const TrlTable *table = trl_network_get_table (network, kind);
  gboolean        counts =
    kind != TRL_KIND_NODE || keep_levels || !trl_next_wave_has_fresh_counts (network);
  guint        n;
  const guint *rows = trl_table_get_rows (table, &n);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TrlRecord) record = trl_table_get_record (
        table, rows[i], kind == TRL_KIND_EDGE ? trl_network_get_nodes (network) : NULL);

      if (kind == TRL_KIND_EDGE && !keep_levels)
        clear_answers (record);
      if (kind == TRL_KIND_NODE && !counts)
        trl_record_set (record, TRL_NODE_COUNT, TRL_NONE_VALUE);
      if (!trl_document_apply (
            document,
            &(TrlEdit){
              .kind = TRL_EDIT_ADD, .of = kind, .network = id, .record = record },
            error))
        return FALSE;
    }
  return TRUE;
}

TrlNetwork *
trl_next_wave_add (TrlDocument      *document,
                   const TrlNetwork *network,
                   const char       *wave,
                   gboolean          keep_levels,
                   GError          **error)
{
  g_autofree char *id = trl_id_new ();
  /* Held as it is: adding to the document may move what it lends. */
  g_autoptr (TrlNetwork) from = trl_network_ref ((TrlNetwork *) network);

  if (!trl_network_get_text (from, TRL_NETWORK_SITE) &&
      !trl_document_apply (document,
                           &(TrlEdit){ .kind = TRL_EDIT_SET,
                                       .of = TRL_KIND_NETWORK,
                                       .network = trl_network_get_id (from),
                                       .prop = TRL_NETWORK_SITE,
                                       .value = TRL_TEXT (trl_network_get_name (from)) },
                           error))
    return NULL;
  if (!add_network (document, from, wave, id, error) ||
      !copy_rows (document, from, TRL_KIND_NODE, id, keep_levels, error) ||
      !copy_rows (document, from, TRL_KIND_EDGE, id, keep_levels, error))
    return NULL;
  return trl_document_find_network (document, id);
}
