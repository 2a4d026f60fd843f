/* SPDX-License-Identifier: GPL-3.0-or-later */

/* bench-large NODES EDGES VIEW: what a person waits for, and how long the window is away,
 * while a document of that size is opened, changed, undone and saved, with a view on show
 * or `none`: without any; `show` is until that view is there.  A line is the name of the
 * phase, its length and its longest pause, both in milliseconds; or `memory`, what the
 * program has in memory and the most it had, both in MiB.
 */

#include "config.h"

#include "large-fixture.h"

#include "canvas/trellis-canvas-private.h"

#include "store/trl-store.h"
#include "trellis-window-private.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

typedef struct
{
  LargeWatch *watch;
  gint64      start; /* microseconds */
} Phase;

static void
start (Phase *phase)
{
  large_watch_reset (phase->watch);
  phase->start = g_get_monotonic_time ();
}

static void
end (Phase *phase, const char *name)
{
  double length = (double) (g_get_monotonic_time () - phase->start) / 1000;

  large_quiet (phase->watch);
  g_print ("%s %.0f %.0f\n", name, length, large_watch_get_longest (phase->watch));
}

static void
write_file (const char *path, guint nodes, guint edges)
{
  g_autoptr (TrlDocument) document = large_document (nodes, edges);
  g_autoptr (GError) error = NULL;

  if (!trl_store_overwrite (document, path, NULL, &error))
    g_error ("%s", error->message);
}

/* By a process of its own: what making a document takes is not what having it takes. */
static void
make_file (const char *path, guint nodes, guint edges)
{
  pid_t maker = fork ();
  int   status = 1;

  if (maker == 0)
    {
      write_file (path, nodes, edges);
      _exit (0);
    }
  if (maker < 0 || waitpid (maker, &status, 0) < 0 || status != 0)
    g_error ("No document could be made");
}

/* Until no thread draws the map any more. */
static void
settle (TrellisWindow *window, LargeWatch *watch)
{
  do
    large_quiet (watch);
  while (window->canvas->working);
}

/* A line of the status of this process, KiB. */
static guint
read_status (const char *status, const char *name)
{
  const char *line = strstr (status, name);

  return line ? (guint) g_ascii_strtoull (line + strlen (name), NULL, 10) : 0;
}

static void
print_memory (void)
{
  g_autofree char *status = NULL;

  if (g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    g_print ("memory %u %u\n", read_status (status, "VmRSS:") / 1024,
             read_status (status, "VmHWM:") / 1024);
}

static TrellisWindow *
open_file (TrellisApplication *application, Phase *phase, const char *path)
{
  TrellisWindow *window = trellis_window_new (application);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  gtk_window_present (GTK_WINDOW (window));
  large_quiet (phase->watch);
  start (phase);
  trellis_window_load (window, &file, 1);
  while (!window->session)
    g_main_context_iteration (NULL, TRUE);
  end (phase, "open");
  return window;
}

static void
move_node (TrlDocument *document)
{
  trl_document_begin (document, "Move", NULL);
  trl_document_set (document, TRL_KIND_NODE, "large", "node000000", TRL_NODE_X,
                    TRL_NUMBER (12));
  trl_document_end (document);
}

static void
change (TrellisWindow *window, Phase *phase)
{
  TrlDocument *document = trellis_session_get_document (window->session);

  start (phase);
  large_set_level (document, 3);
  end (phase, "edit");
  start (phase);
  trl_document_undo (document);
  end (phase, "undo");
  start (phase);
  trl_document_redo (document);
  end (phase, "redo");
  start (phase);
  move_node (document);
  end (phase, "move");
}

static void
save (TrellisWindow *window, Phase *phase)
{
  start (phase);
  trellis_window_save (window, FALSE);
  while (trellis_session_is_modified (window->session))
    g_main_context_iteration (NULL, TRUE);
  end (phase, "save");
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("trellis-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "large.trellis", NULL);
  g_autoptr (TrellisApplication) application = NULL;
  g_autoptr (LargeWatch) watch = NULL;
  Phase          phase = { 0 };
  TrellisWindow *window;

  if (argc != 4)
    g_error ("bench-large NODES EDGES VIEW");
  make_file (path, (guint) atoi (argv[1]), (guint) atoi (argv[2]));
  application = fixture_start ();
  phase.watch = watch = large_watch_new ();
  window = open_file (application, &phase, path);
  settle (window, watch);
  start (&phase);
  if (g_str_equal (argv[3], "none"))
    large_hide_map (window);
  else
    adw_view_stack_set_visible_child_name (window->views, argv[3]);
  end (&phase, "show");
  settle (window, watch);
  print_memory ();
  change (window, &phase);
  save (window, &phase);
  settle (window, watch);
  print_memory ();
  g_remove (path);
  g_rmdir (folder);
  return 0;
}
