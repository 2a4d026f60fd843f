/* SPDX-License-Identifier: GPL-3.0-or-later */

/* layout: places, as a table of the source's ids or into a document. */

#include "config.h"

#include "cli/trl-cli.h"
#include "engine/trl-engine.h"
#include "formats/trl-csv.h"
#include "layout/trl-layout-options.h"

#include <glib/gi18n.h>
#include <math.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

/* The network's own, or 0. */
#define NO_SEED G_MININT64

typedef struct
{
  char  *layout;
  char  *network;
  gint64 seed;
  int    threads;
  char **settings;
} Choice;

typedef struct
{
  double processor, wall; /* seconds */
} Spent;

/* More are not of use; the layouts take no more, either. */
#define MOST_THREADS 16
/* One for each processor that there is. */
#define ALL_THREADS 0

static void
choice_clear (Choice *choice)
{
  g_free (choice->layout);
  g_free (choice->network);
  g_strfreev (choice->settings);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Choice, choice_clear)

/* FALSE: there is no layout of the name that was given, which was said. */
static gboolean
check_layout (const Choice *choice)
{
  g_autoptr (GError) error = NULL;

  if (!choice->layout || trl_layout_find_named (choice->layout, &error))
    return TRUE;
  trl_cli_complain (NULL, error->message);
  return FALSE;
}

static const TrlLayout *
find_layout (const TrlNetwork *network, const Choice *choice)
{
  return choice->layout ? trl_layout_find_named (choice->layout, NULL)
                        : trl_layout_get (network);
}

static gboolean
has_ending (const char *path, const char *ending)
{
  const char *dot = strrchr (path, '.');

  return dot && g_ascii_strcasecmp (dot, ending) == 0;
}

static gboolean
check_output (const char *output)
{
  if (!output)
    trl_cli_complain (NULL, _ ("Say with -o where to write"));
  else if (g_str_equal (output, "-") || has_ending (output, ".csv") ||
           has_ending (output, ".trellis"))
    return TRUE;
  else if (trl_cli_find_figure_format (output))
    trl_cli_complain (output, _ ("Places are written as .csv, or into a document as "
                                 ".trellis. trellis-cli figure makes pictures."));
  else
    trl_cli_complain (output, _ ("Places are written as .csv, or into a document as "
                                 ".trellis"));
  return FALSE;
}

static double
seconds (clockid_t clock)
{
  struct timespec now;

  clock_gettime (clock, &now);
  return (double) now.tv_sec + (double) now.tv_nsec * 1e-9;
}

/* In the processor's time of all threads a busy machine does not count; what a second
 * thread gains is seen in the other. */
static Spent
now (void)
{
  return (Spent){ seconds (CLOCK_PROCESS_CPUTIME_ID), seconds (CLOCK_MONOTONIC) };
}

static void
print_spent (Spent start, Spent end)
{
  char processor[G_ASCII_DTOSTR_BUF_SIZE], wall[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (processor, sizeof processor, "%.6f", end.processor - start.processor);
  g_ascii_formatd (wall, sizeof wall, "%.6f", end.wall - start.wall);
  printf ("{\"layout_s\": %s, \"wall_s\": %s}\n", processor, wall);
}

static gboolean
check_seed (const Choice *choice)
{
  if (choice->seed == NO_SEED || (choice->seed >= 0 && choice->seed <= G_MAXINT32))
    return TRUE;
  trl_cli_complain (NULL, _ ("A seed is a number from 0 to 2147483647"));
  return FALSE;
}

/* Before anything looks at the environment. */
static gboolean
set_threads (const Choice *choice)
{
  char text[8];

  if (choice->threads == ALL_THREADS)
    return TRUE;
  if (choice->threads < 0 || choice->threads > MOST_THREADS)
    {
      trl_cli_complain (NULL,
                        _ ("Threads are a number from 1 to 16, or 0 for all processors"));
      return FALSE;
    }
  g_snprintf (text, sizeof text, "%d", choice->threads);
  return g_setenv ("TRL_THREADS", text, TRUE);
}

#define LATE 0.5 /* seconds until somebody wants to know */

typedef struct
{
  GTimer *timer;
  int     said; /* percent */
} Watch;

static void
on_progress (double share, gpointer data)
{
  Watch *watch = data;
  int    percent = (int) (100 * share);

  if (percent == watch->said || g_timer_elapsed (watch->timer, NULL) < LATE)
    return;
  watch->said = percent;
  g_printerr ("\r%3d %%", percent);
}

/* Says how far it is where a person looks on. */
static TrlLayoutResult *
lay_out (const TrlNetwork *network, const TrlLayout *layout, GError **error)
{
  g_autoptr (GTimer) timer = g_timer_new ();
  Watch            watch = { timer, 0 };
  TrlProgress      progress = { on_progress, &watch, 0, 1 };
  gboolean         seen = isatty (STDERR_FILENO);
  TrlLayoutResult *result = trl_layout_run_with_progress (
    network, layout->id, NULL, seen ? &progress : NULL, NULL, error);

  if (watch.said > 0)
    g_printerr ("\r     \r");
  return result;
}

static GBytes *
positions_to_csv (const TrlNetwork *network, const TrlLayoutResult *result)
{
  g_autoptr (TrlGraph) graph = trl_network_get_graph (network);
  const TrlTable *nodes = trl_network_get_nodes (network);
  GString        *csv = g_string_new ("id,x,y\n");

  for (guint i = 0; i < graph->n; i++)
    {
      char        x[G_ASCII_DTOSTR_BUF_SIZE], y[G_ASCII_DTOSTR_BUF_SIZE];
      const char *key = trl_table_get_text (nodes, graph->node_row[i], TRL_NODE_KEY);

      if (!key)
        key = trl_table_get_text (nodes, graph->node_row[i], TRL_NODE_NAME);
      trl_csv_append (csv, key ? key : trl_table_get_id (nodes, graph->node_row[i]),
                      FALSE);
      g_ascii_formatd (x, sizeof x, "%.6f", result->points[i].x);
      g_ascii_formatd (y, sizeof y, "%.6f", result->points[i].y);
      g_string_append_printf (csv, "%s,%s\n", x, y);
    }
  return g_string_free_to_bytes (csv);
}

/* Into the document first, from where every layout takes it. */
static gboolean
store_choice (TrlDocument     *document,
              TrlNetwork      *network,
              const TrlLayout *layout,
              const Choice    *choice)
{
  g_autoptr (TrlOptions) options = trl_layout_options_new (layout, network);
  const char      *id = trl_network_get_id (network);
  g_autofree char *text = NULL;

  if (!trl_cli_set_options (options, choice->settings))
    return FALSE;
  text = trl_layout_options_to_text (
    layout, options, trl_network_get_text (network, TRL_NETWORK_LAYOUT_OPTIONS));
  trl_document_begin (document, _ ("Lay Out"), NULL);
  trl_document_set (document, TRL_KIND_NETWORK, id, NULL, TRL_NETWORK_LAYOUT,
                    TRL_TEXT (layout->id));
  trl_document_set (document, TRL_KIND_NETWORK, id, NULL, TRL_NETWORK_LAYOUT_OPTIONS,
                    TRL_TEXT (text));
  if (choice->seed >= 0)
    trl_document_set (document, TRL_KIND_NETWORK, id, NULL, TRL_NETWORK_SEED,
                      TRL_NUMBER ((double) choice->seed));
  trl_document_end (document);
  return TRUE;
}

/* A live layout leaves no places behind. */
static void
store_places (TrlDocument           *document,
              TrlNetwork            *network,
              const TrlLayout       *layout,
              const TrlLayoutResult *result)
{
  g_autoptr (TrlGraph) graph = trl_network_get_graph (network);
  const TrlTable *nodes = trl_network_get_nodes (network);
  const char     *id = trl_network_get_id (network);

  trl_document_begin (document, _ ("Lay Out"), NULL);
  for (guint i = 0; !layout->live && i < graph->n; i++)
    {
      const char *node = trl_table_get_id (nodes, graph->node_row[i]);

      trl_document_set (document, TRL_KIND_NODE, id, node, TRL_NODE_X,
                        TRL_NUMBER (result->points[i].x));
      trl_document_set (document, TRL_KIND_NODE, id, node, TRL_NODE_Y,
                        TRL_NUMBER (result->points[i].y));
    }
  trl_document_end (document);
}

#define MOST_NAMED 5

static const char *
name_or_id (const TrlTable *nodes, guint row)
{
  const char *name = trl_table_get_text (nodes, row, TRL_NODE_NAME);

  return name && *name ? name : trl_table_get_id (nodes, row);
}

/* Who stands beside a map, since nobody knows where. */
static void
tell_apart (const TrlNetwork *network, const TrlLayoutResult *result)
{
  const TrlTable *nodes = trl_network_get_nodes (network);
  g_autoptr (TrlGraph) graph = NULL;
  g_autoptr (TrlLayoutInput) input = NULL;
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *message = NULL;
  guint            n = 0;

  if (result->map.n_apart == 0)
    return;
  graph = trl_network_get_graph (network);
  input = trl_layout_input_new (network);
  for (guint i = 0; i < input->n; i++)
    if (isnan (input->longitude[i]) && n++ < MOST_NAMED)
      g_string_append_printf (names, "%s%s", n > 1 ? ", " : "",
                              name_or_id (nodes, graph->node_row[i]));
  message = g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE,
                 "%u partner has no usable coordinates and stands beside the map: %s%s",
                 "%u partners have no usable coordinates and stand beside the map: %s%s",
                 n),
    n, names->str, n > MOST_NAMED ? ", …" : "");
  trl_cli_complain (NULL, message);
}

static TrlExit
place (const TrlArguments *arguments, const Choice *choice, TrlDocument *document)
{
  TrlNetwork      *network = trl_cli_find_network (document, choice->network);
  const TrlLayout *layout = network ? find_layout (network, choice) : NULL;
  g_autoptr (TrlLayoutResult) result = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  TrlExit written;
  Spent   start, end;

  if (!layout || !store_choice (document, network, layout, choice))
    return TRL_EXIT_USAGE;
  start = now ();
  result = lay_out (network, layout, &error);
  end = now ();
  if (!result)
    {
      trl_cli_complain (NULL, error->message);
      return error->domain == TRL_ENGINE_ERROR ? TRL_EXIT_HELPER : TRL_EXIT_PROBLEMS;
    }
  tell_apart (network, result);
  if (has_ending (arguments->output, ".trellis"))
    {
      store_places (document, network, layout, result);
      bytes = trl_format_write (document, "trellis", NULL, &error);
    }
  else
    bytes = positions_to_csv (network, result);
  if (!bytes)
    {
      trl_cli_complain (NULL, error->message);
      return TRL_EXIT_WRITE;
    }
  written = trl_cli_write (arguments->output, bytes);
  if (written == TRL_EXIT_DONE)
    print_spent (start, end);
  return written;
}

static TrlExit
run (int argc, char **argv)
{
  g_auto (Choice) choice = { .seed = NO_SEED };
  const GOptionEntry own[] = {
    { "layout", 0, 0, G_OPTION_ARG_STRING, &choice.layout, N_ ("How to place"),
      N_ ("LAYOUT") },
    { "network", 0, 0, G_OPTION_ARG_STRING, &choice.network,
      N_ ("Which network; the first"), N_ ("NAME") },
    { "seed", 0, 0, G_OPTION_ARG_INT64, &choice.seed,
      N_ ("The same seed gives the same places"), N_ ("N") },
    { "threads", 0, 0, G_OPTION_ARG_INT, &choice.threads,
      N_ ("On so many processors, 1 to 16; 0, the default, is all. The places are the "
          "same"),
      N_ ("N") },
    { "set", 0, 0, G_OPTION_ARG_STRING_ARRAY, &choice.settings,
      N_ ("An option; trellis-cli list layouts --options LAYOUT shows them"),
      N_ ("NAME=VALUE") },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (TrlArguments) arguments = { 0 };
  g_autoptr (TrlDocument) document = NULL;
  TrlExit result =
    trl_arguments_parse (&arguments, &trl_command_layout, own, NULL, argc, argv);

  if (result != TRL_EXIT_DONE)
    return result;
  if (!check_output (arguments.output) || !check_layout (&choice) ||
      !check_seed (&choice) || !set_threads (&choice))
    return TRL_EXIT_USAGE;
  document = trl_arguments_read (&arguments, NULL, &result);
  return document ? place (&arguments, &choice, document) : result;
}

const TrlCommand trl_command_layout = {
  .name = "layout",
  .usage =
    "FILE… -o OUT.csv|.trellis [--layout L] [--seed N] [--threads N] [--set NAME=VALUE]…",
  .summary = N_ ("Place the partners of a network"),
  .run = run,
};
