/* SPDX-License-Identifier: GPL-3.0-or-later */

/* measure: numbers of every network and every partner. */

#include "config.h"

#include "analysis/trl-metric.h"
#include "cli/trl-cli.h"

#include <glib/gi18n.h>
#include <stdio.h>

typedef struct
{
  gboolean json;
  gboolean csv;
  char   **measures;
} Choice;

static gboolean
check_measures (char **ids)
{
  for (guint i = 0; ids && ids[i]; i++)
    if (!trl_metric_find (ids[i]) && !g_str_equal (ids[i], "levels"))
      {
        trl_cli_complain (
          ids[i], _ ("There is no such measure; trellis-cli list measures shows them"));
        return FALSE;
      }
  return TRUE;
}

static void
print_text (GPtrArray *networks, const char *const *ids)
{
  guint                   n;
  const TrlMetric *const *metrics = trl_metrics (&n);

  for (guint i = 0; i < networks->len; i++)
    {
      g_autoptr (TrlProfile) profile = trl_profile_new (networks->pdata[i]);

      printf ("%s\n", trl_network_get_name (networks->pdata[i]));
      for (guint k = 0; k < n; k++)
        {
          char   number[G_ASCII_DTOSTR_BUF_SIZE] = "–";
          double value;

          if (!metrics[k]->measure || (ids && !g_strv_contains (ids, metrics[k]->id)))
            continue;
          value = metrics[k]->measure (profile);
          if (value == value)
            g_ascii_formatd (number, sizeof number, "%.4g", value);
          printf ("  %-10s %s\n", number, _ (metrics[k]->label));
        }
    }
}

static TrlExit
measure (const TrlArguments *arguments, const Choice *choice, TrlDocument *document)
{
  const char *const *ids = (const char *const *) choice->measures;
  g_autoptr (GPtrArray) networks = g_ptr_array_new ();
  g_autoptr (GBytes) bytes = NULL;
  char *text;

  for (guint i = 0; i < trl_document_get_n_networks (document); i++)
    g_ptr_array_add (networks, trl_document_get_network (document, i));
  if (!choice->json && !choice->csv && !arguments->output)
    {
      print_text (networks, ids);
      return TRL_EXIT_DONE;
    }
  if (choice->csv || (!choice->json && g_str_has_suffix (arguments->output, ".csv")))
    text = trl_measures_to_csv (networks, ids);
  else
    text = trl_measures_to_json (networks, ids);
  bytes = g_bytes_new_take (text, strlen (text));
  return trl_cli_write (arguments->output ? arguments->output : "-", bytes);
}

static TrlExit
run (int argc, char **argv)
{
  Choice             choice = { 0 };
  const GOptionEntry own[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &choice.json, N_ ("Write JSON"), NULL },
    { "csv", 0, 0, G_OPTION_ARG_NONE, &choice.csv, N_ ("Write a table"), NULL },
    { "measure", 0, 0, G_OPTION_ARG_STRING_ARRAY, &choice.measures,
      N_ ("Only this measure; may be repeated"), N_ ("ID") },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (TrlArguments) arguments = { 0 };
  g_autoptr (TrlDocument) document = NULL;
  g_auto (GStrv) measures = NULL;
  TrlExit result =
    trl_arguments_parse (&arguments, &trl_command_measure, own, NULL, argc, argv);

  measures = choice.measures;
  if (result != TRL_EXIT_DONE)
    return result;
  if (!check_measures (measures))
    return TRL_EXIT_USAGE;
  if (choice.json && choice.csv)
    {
      trl_cli_complain (NULL, _ ("Choose one of --json and --csv"));
      return TRL_EXIT_USAGE;
    }
  document = trl_arguments_read (&arguments, NULL, &result);
  return document ? measure (&arguments, &choice, document) : result;
}

const TrlCommand trl_command_measure = {
  .name = "measure",
  .usage = "FILE… [-o OUT] [--measure ID]… [--json|--csv]",
  .summary = N_ ("Measure every network and every partner"),
  .run = run,
};
