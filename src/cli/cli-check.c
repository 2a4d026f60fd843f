/* SPDX-License-Identifier: GPL-3.0-or-later */

/* check: every problem of a file, with file and line. */

#include "config.h"

#include "cli/trl-cli.h"

#include <glib/gi18n.h>
#include <stdio.h>

/* What a reader made of its own accord is no problem of the file. */
static guint
count_problems (const TrlReadReport *report)
{
  guint n = 0;

  for (guint i = 0; i < report->issues->len; i++)
    n += ((TrlIssue *) report->issues->pdata[i])->kind != TRL_ISSUE_NOTE;
  return n;
}

static TrlExit
run (int argc, char **argv)
{
  g_auto (TrlArguments) arguments = { 0 };
  g_autoptr (TrlReadReport) report = trl_read_report_new ();
  g_autoptr (TrlDocument) document = NULL;
  TrlExit result =
    trl_arguments_parse (&arguments, &trl_command_check, NULL, NULL, argc, argv);

  if (result == TRL_EXIT_DONE)
    document = trl_arguments_read (&arguments, report, &result);
  trl_cli_print_issues (report);
  if (!document)
    return result;
  return count_problems (report) > 0 ? TRL_EXIT_PROBLEMS : TRL_EXIT_DONE;
}

const TrlCommand trl_command_check = {
  .name = "check",
  .usage = "FILE…",
  .summary = N_ ("List every problem, with its line"),
  .run = run,
};
