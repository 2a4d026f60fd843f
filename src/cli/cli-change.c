/* SPDX-License-Identifier: GPL-3.0-or-later */

/* change: what became of every partnership from one network to another. */

#include "config.h"

#include "analysis/trl-change-table.h"
#include "cli/trl-cli.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

typedef struct
{
  gboolean json;
  gboolean csv;
  char    *before;
  char    *after;
} Choice;

static char *
describe (const TrlChanges *changes)
{
  GString             *text = g_string_new (NULL);
  guint                n;
  const TrlChangedTie *ties = trl_changes_get_ties (changes, &n);

  for (guint change = 0; change < TRL_N_TIE_CHANGES; change++)
    {
      g_string_append_printf (text, "%6u  %s\n", trl_changes_count (changes, change),
                              trl_tie_change_get_label (change));
      for (guint i = 0; change != TRL_TIE_SAME && i < n; i++)
        if (ties[i].change == change)
          g_string_append_printf (text, "        %s – %s: %s → %s\n",
                                  trl_changes_get_name (changes, ties[i].partners[0]),
                                  trl_changes_get_name (changes, ties[i].partners[1]),
                                  trl_standing_get_label (&ties[i].standing[0]),
                                  trl_standing_get_label (&ties[i].standing[1]));
    }
  g_string_append_printf (
    text, "%6u  %s\n%6u  %s\n", trl_changes_get_partners (changes, 1)->len,
    _ ("Partners added"), trl_changes_get_partners (changes, 0)->len,
    _ ("Partners lost"));
  return g_string_free (text, FALSE);
}

static char *
to_csv (const TrlChanges *changes)
{
  g_autofree char *ties = trl_changes_to_csv (changes, TRUE);
  g_autofree char *table = trl_changes_table_to_csv (changes);

  return g_strconcat (ties, "\r\n", table, NULL);
}

static TrlExit
compare (const TrlArguments *arguments, const Choice *choice, TrlDocument *document)
{
  TrlNetwork *from = trl_cli_find_network (document, choice->before);
  TrlNetwork *to = from ? trl_cli_find_network (document, choice->after) : NULL;
  const char *output = arguments->output ? arguments->output : "-";
  g_autoptr (TrlChanges) changes = NULL;
  g_autoptr (GBytes) bytes = NULL;
  char *text;

  if (!to)
    return TRL_EXIT_USAGE;
  changes = trl_changes_new (from, to);
  if (choice->json || g_str_has_suffix (output, ".json"))
    text = trl_changes_to_json (changes);
  else if (choice->csv || g_str_has_suffix (output, ".csv"))
    text = to_csv (changes);
  else
    text = describe (changes);
  bytes = g_bytes_new_take (text, strlen (text));
  return trl_cli_write (output, bytes);
}

static TrlExit
run (int argc, char **argv)
{
  Choice             choice = { 0 };
  const GOptionEntry own[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &choice.json, N_ ("Write JSON"), NULL },
    { "csv", 0, 0, G_OPTION_ARG_NONE, &choice.csv, N_ ("Write a table"), NULL },
    { "from", 0, 0, G_OPTION_ARG_STRING, &choice.before, N_ ("The earlier network"),
      N_ ("NETWORK") },
    { "to", 0, 0, G_OPTION_ARG_STRING, &choice.after, N_ ("The later network"),
      N_ ("NETWORK") },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (TrlArguments) arguments = { 0 };
  g_autoptr (TrlDocument) document = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  TrlExit          result =
    trl_arguments_parse (&arguments, &trl_command_change, own, NULL, argc, argv);

  before = choice.before;
  after = choice.after;
  if (result != TRL_EXIT_DONE)
    return result;
  if (!before || !after || (choice.json && choice.csv))
    {
      trl_cli_complain (NULL, before && after
                                ? _ ("Choose one of --json and --csv")
                                : _ ("Say which networks: --from and --to"));
      return TRL_EXIT_USAGE;
    }
  document = trl_arguments_read (&arguments, NULL, &result);
  return document ? compare (&arguments, &choice, document) : result;
}

const TrlCommand trl_command_change = {
  .name = "change",
  .usage = "FILE… --from NETWORK --to NETWORK [-o OUT] [--csv|--json]",
  .summary = N_ ("Tell what changed from one network to another"),
  .run = run,
};
