/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A large document in a window: panels and tables keep no one waiting.  The map has tests
 * of its own, and does not follow the document here.
 */

#include "config.h"

#include "large-fixture.h"

#include "trellis-window-private.h"

#include <glib/gstdio.h>

#define NODES 20000
#define EDGES 60000
#define MOST                                                                             \
  250.0 /* milliseconds; a person notices from 100 on, a busy machine is slower */

static TrellisApplication *application;

static TrellisWindow *
open_window (LargeWatch *watch)
{
  g_autoptr (TrlDocument) document = large_document (NODES, EDGES);
  TrellisWindow *window = fixture_open (application, document);

  large_hide_map (window);
  large_quiet (watch);
  large_watch_reset (watch);
  return window;
}

static void
assert_no_pause (LargeWatch *watch, const char *what)
{
  large_quiet (watch);
  g_test_message ("%s: longest pause %.0f ms", what, large_watch_get_longest (watch));
  g_assert_cmpfloat (large_watch_get_longest (watch), <, MOST);
  large_watch_reset (watch);
}

static void
test_edit (void)
{
  g_autoptr (LargeWatch) watch = large_watch_new ();
  TrellisWindow *window = open_window (watch);
  TrlDocument   *document = trellis_session_get_document (window->session);

  large_set_level (document, 3);
  assert_no_pause (watch, "edit");
  trl_document_undo (document);
  assert_no_pause (watch, "undo");
  trl_document_redo (document);
  assert_no_pause (watch, "redo");
  gtk_window_destroy (GTK_WINDOW (window));
}

static gboolean
is_saved (gpointer window)
{
  return !((TrellisWindow *) window)->saving;
}

/* What changes while a thread writes is not saved, and says so. */
static void
test_save (void)
{
  g_autoptr (LargeWatch) watch = large_watch_new ();
  TrellisWindow   *window = open_window (watch);
  TrlDocument     *document = trellis_session_get_document (window->session);
  g_autofree char *folder = g_dir_make_tmp ("trellis-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.trellis", NULL);

  large_set_level (document, 3);
  trellis_window_save_to (window, path);
  large_set_level (document, 2);
  assert_no_pause (watch, "save");
  g_assert_true (fixture_wait (is_saved, window));
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_true (trellis_session_is_modified (window->session));
  trl_document_undo (document);
  g_assert_false (trellis_session_is_modified (window->session));
  gtk_window_destroy (GTK_WINDOW (window));
  g_remove (path);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  application = fixture_start ();
  g_test_add_func ("/pauses/an-edit-makes-no-pause", test_edit);
  g_test_add_func ("/pauses/saving-makes-no-pause", test_save);
  return g_test_run ();
}
