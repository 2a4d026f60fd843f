/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Options that the commands share, and the road from input files to a document. */

#include "config.h"

#include "cli/trl-cli.h"
#include "figure/trl-figure.h"
#include "store/trl-store-error.h"
#include "store/trl-store.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

void
trl_arguments_clear (TrlArguments *arguments)
{
  g_strfreev (arguments->inputs);
  g_strfreev (arguments->map);
  g_free (arguments->output);
  g_free (arguments->from);
  g_free (arguments->hub);
  memset (arguments, 0, sizeof *arguments);
}

void
trl_cli_complain (const char *name, const char *text)
{
  if (name)
    fprintf (stderr, "%s: %s\n", name, text);
  else
    fprintf (stderr, "%s\n", text);
}

/* A command may mean something else by --from, the first of the shared options. */
static guint
has_from (const GOptionEntry *own)
{
  for (; own && own->long_name; own++)
    if (g_str_equal (own->long_name, "from"))
      return 1;
  return 0;
}

TrlExit
trl_arguments_parse (TrlArguments       *arguments,
                     const TrlCommand   *command,
                     const GOptionEntry *own,
                     gpointer            data,
                     int                 argc,
                     char              **argv)
{
  const GOptionEntry shared[] = {
    { "from", 0, 0, G_OPTION_ARG_STRING, &arguments->from,
      N_ ("Format of the input, instead of finding out"), N_ ("FORMAT") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &arguments->output,
      N_ ("File to write; - is standard output"), N_ ("FILE") },
    { "map", 0, 0, G_OPTION_ARG_STRING_ARRAY, &arguments->map,
      N_ ("What a column means, as level=Strength"), N_ ("NAME=COLUMN") },
    { "hub", 0, 0, G_OPTION_ARG_STRING, &arguments->hub,
      N_ ("Name of the hub, where the data only imply one"), N_ ("NAME") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &arguments->inputs, NULL,
      NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context = g_option_context_new (command->usage);
  g_autoptr (GError) error = NULL;
  GOptionGroup *group = g_option_group_new (NULL, NULL, NULL, data, NULL);

  memset (arguments, 0, sizeof *arguments);
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, _ (command->summary));
  g_option_group_set_translation_domain (group, GETTEXT_PACKAGE);
  if (own)
    g_option_group_add_entries (group, own);
  g_option_group_add_entries (group, shared + has_from (own));
  g_option_context_set_main_group (context, group);
  if (g_option_context_parse (context, &argc, &argv, &error))
    return TRL_EXIT_DONE;
  trl_cli_complain (NULL, error->message);
  return TRL_EXIT_USAGE;
}

/* The faults of a document, each with its line; FALSE when this was no document's fault.
 */
static gboolean
list_faults (const TrlArguments *arguments, const GError *error)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autofree char *name = g_filename_display_basename (arguments->inputs[0]);

  if (error->domain != TRL_STORE_ERROR || arguments->inputs[1])
    return FALSE;
  problems = trl_store_check_file (arguments->inputs[0]);
  for (guint i = 0; i < problems->len; i++)
    {
      const TrlProblem *problem = problems->pdata[i];
      g_autofree char  *where = problem->line > 0
                                  ? g_strdup_printf ("%s:%u", name, problem->line)
                                  : g_strdup (name);

      trl_cli_complain (where, problem->text);
    }
  return problems->len > 0;
}

/* Wrong use names a column or a format that does not exist; all else is the input's
 * fault. */
static TrlExit
exit_for (const GError *error)
{
  if (g_error_matches (error, TRL_FORMAT_ERROR, TRL_FORMAT_ERROR_MAP))
    return TRL_EXIT_USAGE;
  return TRL_EXIT_PROBLEMS;
}

static gboolean
check_format (const char *id)
{
  g_autofree char *message = NULL;

  if (!id || trl_format_find (id))
    return TRUE;
  message = g_strdup_printf (
    _ ("There is no format “%s”; trellis-cli list formats shows them"), id);
  trl_cli_complain (NULL, message);
  return FALSE;
}

/* Who does not list what a reader says is still told of what is not in the picture. */
static void
complain_of_losses (const TrlReadReport *report)
{
  g_autofree char *summary = trl_read_report_summary (report);
  gboolean         any = FALSE;

  for (guint i = 0; i < report->issues->len; i++)
    {
      const TrlIssue  *issue = report->issues->pdata[i];
      g_autofree char *line = NULL;

      if (issue->kind != TRL_ISSUE_SKIPPED && issue->kind != TRL_ISSUE_UNKNOWN_VALUE)
        continue;
      line = trl_issue_to_text (issue);
      trl_cli_complain (NULL, line);
      any = TRUE;
    }
  if (any && report->n_rows > 0)
    trl_cli_complain (NULL, summary);
}

TrlDocument *
trl_arguments_read (const TrlArguments *arguments, TrlReadReport *report, TrlExit *exit)
{
  g_autoptr (TrlReadRequest) request = NULL;
  g_autoptr (TrlReadReport) own = report ? NULL : trl_read_report_new ();
  g_autoptr (GError) error = NULL;
  TrlDocument *document = NULL;
  gboolean     ready;

  *exit = TRL_EXIT_USAGE;
  if (!arguments->inputs || !arguments->inputs[0])
    {
      trl_cli_complain (NULL, _ ("No input file was given"));
      return NULL;
    }
  if (!check_format (arguments->from))
    return NULL;

  request =
    trl_read_request_new_for_paths ((const char *const *) arguments->inputs, &error);
  ready = request != NULL;
  for (guint i = 0; ready && arguments->map && arguments->map[i]; i++)
    ready = trl_read_request_map (request, arguments->map[i], &error);
  if (ready)
    {
      request->hub = g_strdup (arguments->hub);
      request->format = g_strdup (arguments->from);
      document = trl_format_read (request, report ? report : own, NULL, &error);
    }
  if (document)
    {
      if (own)
        complain_of_losses (own);
      *exit = TRL_EXIT_DONE;
      return document;
    }
  *exit = exit_for (error);
  if (!list_faults (arguments, error))
    trl_cli_complain (NULL, error->message);
  return NULL;
}

void
trl_cli_print_issues (const TrlReadReport *report)
{
  g_autofree char *summary = trl_read_report_summary (report);

  for (guint i = 0; i < report->issues->len; i++)
    {
      g_autofree char *line = trl_issue_to_text (report->issues->pdata[i]);

      trl_cli_complain (NULL, line);
    }
  for (guint i = 0; i < report->questions->len; i++)
    {
      const TrlQuestion *question = report->questions->pdata[i];

      trl_cli_complain (NULL, question->text);
    }
  if (report->n_rows > 0)
    trl_cli_complain (NULL, summary);
}

static TrlExit
write_out (GBytes *bytes)
{
  gsize       size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (fwrite (data, 1, size, stdout) == size && fflush (stdout) == 0)
    return TRL_EXIT_DONE;
  trl_cli_complain (NULL, _ ("Standard output could not be written"));
  return TRL_EXIT_WRITE;
}

TrlExit
trl_cli_write (const char *path, GBytes *bytes)
{
  g_autoptr (GError) error = NULL;

  if (g_str_equal (path, "-"))
    return write_out (bytes);
  if (trl_save_file (path, bytes, TRL_SAVE_NONE, &error))
    return TRL_EXIT_DONE;
  trl_cli_complain (NULL, error->message);
  return TRL_EXIT_WRITE;
}

const char *
trl_cli_find_figure_format (const char *path)
{
  const char            *dot = strrchr (path, '.');
  guint                  n;
  const TrlFigureFormat *formats = trl_figure_formats (&n);

  for (guint i = 0; dot && i < n; i++)
    if (g_ascii_strcasecmp (formats[i].id, dot + 1) == 0)
      return formats[i].id;
  return NULL;
}

TrlNetwork *
trl_cli_find_network (TrlDocument *document, const char *name)
{
  guint            n = trl_document_get_n_networks (document);
  g_autofree char *message = NULL;

  for (guint i = 0; i < n; i++)
    {
      TrlNetwork *network = trl_document_get_network (document, i);

      if (!name || g_str_equal (trl_network_get_id (network), name) ||
          g_str_equal (trl_network_get_name (network), name))
        return network;
    }
  message = name ? g_strdup_printf (_ ("There is no network “%s”"), name)
                 : g_strdup (_ ("There is no network in the document"));
  trl_cli_complain (NULL, message);
  return NULL;
}

gboolean
trl_cli_set_options (TrlOptions *options, char **settings)
{
  for (guint i = 0; settings && settings[i]; i++)
    {
      g_autoptr (GError) error = NULL;

      if (!trl_options_set_pair (options, settings[i], &error))
        {
          trl_cli_complain (NULL, error->message);
          return FALSE;
        }
    }
  return TRUE;
}
