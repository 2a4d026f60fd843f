/* SPDX-License-Identifier: GPL-3.0-or-later */

/* info: what is inside a file. */

#include "config.h"

#include "analysis/trl-profile.h"
#include "cli/trl-cli.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>
#include <stdio.h>

#define NOT_REPORTED "not-reported"

/* How many edges have each level of the network's scale; the rest is not reported. */
static GArray *
count_levels (const TrlNetwork *network, const TrlScale **scale, guint *not_reported)
{
  const TrlTable *edges = trl_network_get_edges (network);
  GArray         *counts = g_array_new (FALSE, TRUE, sizeof (guint));
  guint           n;
  const guint    *rows = trl_table_get_rows (edges, &n);

  *scale = n > 0 ? trl_network_get_edge_scale (network, rows[0])
                 : trl_vocabulary_find_scale (trl_network_get_vocabulary (network), NULL);
  *not_reported = 0;
  if (*scale)
    g_array_set_size (counts, trl_scale_get_n_levels (*scale));
  for (guint i = 0; i < n; i++)
    {
      int rank = trl_network_get_edge_rank (network, rows[i]);

      if (rank >= 0 && trl_network_get_edge_scale (network, rows[i]) == *scale)
        g_array_index (counts, guint, rank)++;
      else
        (*not_reported)++;
    }
  return counts;
}

static void
add_network (JsonBuilder *builder, const TrlNetwork *network)
{
  const TrlScale *scale;
  guint           not_reported;
  g_autoptr (GArray) counts = count_levels (network, &scale, &not_reported);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "name");
  json_builder_add_string_value (builder, trl_network_get_name (network));
  json_builder_set_member_name (builder, "nodes");
  json_builder_add_int_value (builder, trl_network_count_partners (network));
  json_builder_set_member_name (builder, "edges");
  json_builder_add_int_value (builder,
                              trl_table_get_size (trl_network_get_edges (network)));
  json_builder_set_member_name (builder, "levels");
  json_builder_begin_object (builder);
  for (guint rank = 0; rank < counts->len; rank++)
    {
      json_builder_set_member_name (builder, trl_scale_get_level (scale, rank)->id);
      json_builder_add_int_value (builder, g_array_index (counts, guint, rank));
    }
  json_builder_set_member_name (builder, NOT_REPORTED);
  json_builder_add_int_value (builder, not_reported);
  json_builder_end_object (builder);
  json_builder_end_object (builder);
}

static void
print_json (TrlDocument *document)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "networks");
  json_builder_begin_array (builder);
  for (guint i = 0; i < trl_document_get_n_networks (document); i++)
    add_network (builder, trl_document_get_network (document, i));
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "figures");
  json_builder_add_int_value (builder, trl_document_get_n_figures (document));
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  text = json_to_string (root, TRUE);
  printf ("%s\n", text);
}

/* What figures count: partners behind the types, and what is above no interaction. */
static void
print_counts (const TrlNetwork *network)
{
  g_autoptr (TrlProfile) profile = trl_profile_new (network);
  guint partners = trl_network_count_partners (network);
  guint rows = trl_table_get_size (trl_network_get_edges (network));
  guint ties = profile->n_unreported + profile->n_other;

  for (guint rank = 1; rank < profile->n_levels; rank++)
    ties += profile->ties[rank];
  if (profile->by_type)
    printf (
      g_dngettext (GETTEXT_PACKAGE, "%u partner type", "%u partner types", partners),
      partners);
  else
    printf (g_dngettext (GETTEXT_PACKAGE, "%u partner", "%u partners", partners),
            partners);
  if (profile->by_type && profile->n_partners > 0)
    {
      printf (" (");
      printf (g_dngettext (GETTEXT_PACKAGE, "%u partner", "%u partners",
                           (gulong) profile->n_partners),
              (guint) profile->n_partners);
      printf (")");
    }
  printf (", ");
  printf (g_dngettext (GETTEXT_PACKAGE, "%u partnership", "%u partnerships", ties), ties);
  if (rows != ties)
    {
      printf (" ");
      printf (g_dngettext (GETTEXT_PACKAGE, "in %u row", "in %u rows", rows), rows);
    }
  printf ("\n");
}

static void
print_network (const TrlNetwork *network)
{
  const TrlScale *scale;
  guint           not_reported;
  g_autoptr (GArray) counts = count_levels (network, &scale, &not_reported);

  printf ("%s\n  ", trl_network_get_name (network));
  print_counts (network);
  for (guint rank = counts->len; rank > 0; rank--)
    if (g_array_index (counts, guint, rank - 1) > 0)
      printf ("  %5u  %s\n", g_array_index (counts, guint, rank - 1),
              trl_scale_get_level (scale, rank - 1)->name);
  if (not_reported > 0)
    printf ("  %5u  %s\n", not_reported, _ ("Not reported"));
}

static void
print_figures (guint n)
{
  if (n == 0)
    return;
  printf (g_dngettext (GETTEXT_PACKAGE, "%u saved figure", "%u saved figures", n), n);
  printf ("\n");
}

static TrlExit
run (int argc, char **argv)
{
  gboolean           json = FALSE;
  const GOptionEntry own[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Print JSON"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (TrlArguments) arguments = { 0 };
  g_autoptr (TrlDocument) document = NULL;
  const char *title;
  TrlExit     result =
    trl_arguments_parse (&arguments, &trl_command_info, own, NULL, argc, argv);

  if (result == TRL_EXIT_DONE)
    document = trl_arguments_read (&arguments, NULL, &result);
  if (!document)
    return result;
  if (json)
    {
      print_json (document);
      return TRL_EXIT_DONE;
    }
  title = trl_document_get_text (document, TRL_DOCUMENT_TITLE);
  if (title)
    printf ("%s\n\n", title);
  for (guint i = 0; i < trl_document_get_n_networks (document); i++)
    print_network (trl_document_get_network (document, i));
  print_figures (trl_document_get_n_figures (document));
  return TRL_EXIT_DONE;
}

const TrlCommand trl_command_info = {
  .name = "info",
  .usage = "FILE… [--json]",
  .summary = N_ ("Say what is inside"),
  .run = run,
};
