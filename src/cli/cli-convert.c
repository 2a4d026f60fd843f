/* SPDX-License-Identifier: GPL-3.0-or-later */

/* convert: from any reader to any writer, with a report of what became of each row. */

#include "config.h"

#include "cli/trl-cli.h"

#include <glib/gi18n.h>

typedef struct
{
  char    *to;
  char    *title;
  char    *source;
  gboolean dry_run;
} Choice;

static void
choice_clear (Choice *choice)
{
  g_free (choice->to);
  g_free (choice->title);
  g_free (choice->source);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Choice, choice_clear)

static const TrlFormat *
find_writer (const TrlArguments *arguments, const Choice *choice)
{
  const TrlFormat *format = choice->to ? trl_format_find (choice->to)
                                       : trl_format_find_for_name (arguments->output);

  if (format && format->write)
    return format;
  trl_cli_complain (
    choice->to ? choice->to : arguments->output,
    _ ("There is no writer for this; trellis-cli list formats shows them"));
  return NULL;
}

static void
set_texts (TrlDocument *document, const Choice *choice)
{
  trl_document_begin (document, _ ("Describe"), NULL);
  if (choice->title)
    trl_document_set (document, TRL_KIND_DOCUMENT, NULL, NULL, TRL_DOCUMENT_TITLE,
                      TRL_TEXT (choice->title));
  if (choice->source)
    trl_document_set (document, TRL_KIND_DOCUMENT, NULL, NULL, TRL_DOCUMENT_SOURCE,
                      TRL_TEXT (choice->source));
  trl_document_end (document);
}

static TrlExit
convert (const TrlArguments *arguments, const Choice *choice)
{
  const TrlFormat *format = choice->dry_run ? NULL : find_writer (arguments, choice);
  g_autoptr (TrlReadReport) report = trl_read_report_new ();
  g_autoptr (TrlReadReport) losses = trl_read_report_new ();
  g_autoptr (TrlDocument) document = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  TrlExit result;

  if (!format && !choice->dry_run)
    return TRL_EXIT_USAGE;
  document = trl_arguments_read (arguments, report, &result);
  trl_cli_print_issues (report);
  if (!document || choice->dry_run)
    return result;
  set_texts (document, choice);
  bytes = trl_format_write (document, format->id, losses, &error);
  trl_cli_print_issues (losses);
  if (bytes)
    return trl_cli_write (arguments->output, bytes);
  trl_cli_complain (arguments->output, error->message);
  return TRL_EXIT_WRITE;
}

static TrlExit
run (int argc, char **argv)
{
  g_auto (Choice) choice = { 0 };
  const GOptionEntry own[] = {
    { "to", 0, 0, G_OPTION_ARG_STRING, &choice.to,
      N_ ("Format to write, instead of what the name says"), N_ ("FORMAT") },
    { "title", 0, 0, G_OPTION_ARG_STRING, &choice.title, N_ ("Title of the document"),
      N_ ("TEXT") },
    { "source", 0, 0, G_OPTION_ARG_STRING, &choice.source,
      N_ ("Where the data come from"), N_ ("TEXT") },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &choice.dry_run,
      N_ ("Report and write nothing"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (TrlArguments) arguments = { 0 };
  TrlExit result =
    trl_arguments_parse (&arguments, &trl_command_convert, own, NULL, argc, argv);

  if (result != TRL_EXIT_DONE)
    return result;
  if (!arguments.output && !choice.dry_run)
    {
      trl_cli_complain (NULL, _ ("Say with -o where to write"));
      return TRL_EXIT_USAGE;
    }
  return convert (&arguments, &choice);
}

const TrlCommand trl_command_convert = {
  .name = "convert",
  .usage = "FILE… -o OUT [--from F] [--to F] [--map NAME=COLUMN]… [--hub NAME]",
  .summary = N_ ("Convert from any format to any other"),
  .run = run,
};
