/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Changes in rows and columns: counted from level to level, and written out. */

#include "config.h"

#include "analysis/trl-change-table.h"

#include "formats/trl-csv.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

static guint
find_standing (const TrlChangeTable *table, const TrlStanding *standing)
{
  for (guint i = 0; i < table->standings->len; i++)
    {
      const TrlStanding *other = &g_array_index (table->standings, TrlStanding, i);

      if (other->kind == standing->kind && other->scale == standing->scale &&
          other->rank == standing->rank)
        return i;
    }
  return table->standings->len;
}

static void
add_standings (TrlChangeTable *table, const TrlChanges *changes)
{
  guint                n;
  const TrlChangedTie *ties = trl_changes_get_ties (changes, &n);

  for (guint kind = 0; kind < TRL_STANDING_LEVEL; kind++)
    {
      TrlStanding standing = { .kind = kind, .rank = -1 };

      g_array_append_val (table->standings, standing);
    }
  for (guint i = 0; i < 2 * n; i++)
    {
      TrlStanding standing = ties[i / 2].standing[i % 2];

      if (standing.kind != TRL_STANDING_LEVEL ||
          find_standing (table, &standing) < table->standings->len)
        continue;
      for (guint rank = 0; rank < trl_scale_get_n_levels (standing.scale); rank++)
        {
          standing.rank = (int) rank;
          g_array_append_val (table->standings, standing);
        }
    }
}

TrlChangeTable *
trl_change_table_new (const TrlChanges *changes)
{
  TrlChangeTable      *table = g_new0 (TrlChangeTable, 1);
  guint                n;
  const TrlChangedTie *ties = trl_changes_get_ties (changes, &n);

  table->standings = g_array_new (FALSE, FALSE, sizeof (TrlStanding));
  add_standings (table, changes);
  table->counts = g_new0 (guint, table->standings->len * table->standings->len);
  for (guint i = 0; i < n; i++)
    {
      guint from = find_standing (table, &ties[i].standing[0]);
      guint to = find_standing (table, &ties[i].standing[1]);

      if (from < table->standings->len && to < table->standings->len)
        table->counts[from * table->standings->len + to]++;
    }
  return table;
}

void
trl_change_table_free (TrlChangeTable *table)
{
  if (!table)
    return;
  g_array_unref (table->standings);
  g_free (table->counts);
  g_free (table);
}

guint
trl_change_table_get (const TrlChangeTable *table, guint from, guint to)
{
  g_return_val_if_fail (from < table->standings->len && to < table->standings->len, 0);
  return table->counts[from * table->standings->len + to];
}

static void
append_row (GString *csv, guint n, const char *const *cells)
{
  for (guint i = 0; i < n; i++)
    trl_csv_append (csv, cells[i], i + 1 == n);
}

char *
trl_changes_to_csv (const TrlChanges *changes, gboolean with_same)
{
  GString             *csv = g_string_new (NULL);
  guint                n;
  const TrlChangedTie *ties = trl_changes_get_ties (changes, &n);
  const char          *head[] = {
             _ ("Partner"),
             _ ("Other Partner"),
             _ ("Change"),
             trl_network_get_name (trl_changes_get_network (changes, 0)),
             trl_network_get_name (trl_changes_get_network (changes, 1)),
  };

  append_row (csv, G_N_ELEMENTS (head), head);
  for (guint i = 0; i < n; i++)
    {
      const char *cells[] = {
        trl_changes_get_name (changes, ties[i].partners[0]),
        trl_changes_get_name (changes, ties[i].partners[1]),
        trl_tie_change_get_label (ties[i].change),
        trl_standing_get_label (&ties[i].standing[0]),
        trl_standing_get_label (&ties[i].standing[1]),
      };

      if (with_same || ties[i].change != TRL_TIE_SAME)
        append_row (csv, G_N_ELEMENTS (cells), cells);
    }
  return g_string_free (csv, FALSE);
}

static void
append_count (GString *csv, const char *label, guint count)
{
  g_autofree char *number = g_strdup_printf ("%u", count);

  trl_csv_append (csv, label, FALSE);
  trl_csv_append (csv, number, TRUE);
}

static void
append_table (GString *csv, const TrlChangeTable *table)
{
  guint n = table->standings->len;

  trl_csv_append (csv, _ ("From / to"), FALSE);
  for (guint to = 0; to < n; to++)
    trl_csv_append (
      csv, trl_standing_get_label (&g_array_index (table->standings, TrlStanding, to)),
      to + 1 == n);
  for (guint from = 0; from < n; from++)
    {
      trl_csv_append (
        csv,
        trl_standing_get_label (&g_array_index (table->standings, TrlStanding, from)),
        FALSE);
      for (guint to = 0; to < n; to++)
        {
          g_autofree char *number =
            g_strdup_printf ("%u", trl_change_table_get (table, from, to));

          trl_csv_append (csv, number, to + 1 == n);
        }
    }
}

char *
trl_changes_table_to_csv (const TrlChanges *changes)
{
  g_autoptr (TrlChangeTable) table = trl_change_table_new (changes);
  GString *csv = g_string_new (NULL);

  trl_csv_append (csv, _ ("Change"), FALSE);
  trl_csv_append (csv, _ ("Partnerships"), TRUE);
  for (guint i = 0; i < TRL_N_TIE_CHANGES; i++)
    append_count (csv, trl_tie_change_get_label (i), trl_changes_count (changes, i));
  append_count (csv, _ ("Partners added"), trl_changes_get_partners (changes, 1)->len);
  append_count (csv, _ ("Partners lost"), trl_changes_get_partners (changes, 0)->len);
  g_string_append (csv, "\r\n");
  append_table (csv, table);
  return g_string_free (csv, FALSE);
}

static void
set_string (JsonBuilder *builder, const char *name, const char *value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

static void
add_counts (JsonBuilder *builder, const TrlChanges *changes)
{
  json_builder_set_member_name (builder, "counts");
  json_builder_begin_object (builder);
  for (guint i = 0; i < TRL_N_TIE_CHANGES; i++)
    {
      json_builder_set_member_name (builder, trl_tie_change_get_id (i));
      json_builder_add_int_value (builder, trl_changes_count (changes, i));
    }
  json_builder_end_object (builder);
}

static void
add_partners (JsonBuilder *builder, const TrlChanges *changes)
{
  static const char *const names[] = { "partners_lost", "partners_added" };

  for (guint which = 0; which < 2; which++)
    {
      const GArray *partners = trl_changes_get_partners (changes, which);

      json_builder_set_member_name (builder, names[which]);
      json_builder_begin_array (builder);
      for (guint i = 0; i < partners->len; i++)
        json_builder_add_string_value (
          builder, trl_changes_get_name (changes, g_array_index (partners, guint, i)));
      json_builder_end_array (builder);
    }
}

/* A level by its scale and id; what is none, by a word that no scale has with a colon. */
static char *
standing_word (const TrlStanding *standing)
{
  static const char *const names[TRL_N_STANDINGS] = { "nothing-known", "planned",
                                                      "not-reported", NULL };

  if (standing->kind != TRL_STANDING_LEVEL)
    return g_strdup (names[standing->kind]);
  return g_strconcat (standing->scale->id, ":",
                      trl_scale_get_level (standing->scale, (guint) standing->rank)->id,
                      NULL);
}

static void
add_tie (JsonBuilder *builder, const TrlChanges *changes, const TrlChangedTie *tie)
{
  g_autofree char *from = standing_word (&tie->standing[0]);
  g_autofree char *to = standing_word (&tie->standing[1]);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "partners");
  json_builder_begin_array (builder);
  for (guint i = 0; i < 2; i++)
    json_builder_add_string_value (builder,
                                   trl_changes_get_name (changes, tie->partners[i]));
  json_builder_end_array (builder);
  set_string (builder, "change", trl_tie_change_get_id (tie->change));
  set_string (builder, "from", from);
  set_string (builder, "to", to);
  json_builder_end_object (builder);
}

char *
trl_changes_to_json (const TrlChanges *changes)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  guint                n;
  const TrlChangedTie *ties = trl_changes_get_ties (changes, &n);

  json_builder_begin_object (builder);
  set_string (builder, "from",
              trl_network_get_name (trl_changes_get_network (changes, 0)));
  set_string (builder, "to", trl_network_get_name (trl_changes_get_network (changes, 1)));
  add_counts (builder, changes);
  add_partners (builder, changes);
  json_builder_set_member_name (builder, "partnerships");
  json_builder_begin_array (builder);
  for (guint i = 0; i < n; i++)
    add_tie (builder, changes, &ties[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, TRUE);
}
