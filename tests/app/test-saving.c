/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What happens to a document while a thread writes it.  How long anybody waits for that
 * is measured by bench-large. */

#include "config.h"

#include "fixture.h"

#include "trellis-window-private.h"

#include <glib/gstdio.h>
#include <string.h>

static TrellisApplication *application;

typedef struct
{
  TrellisWindow *window;
  TrlDocument   *document;
  char          *folder;
  char          *one, *other;
} Saving;

static void
start (Saving *saving)
{
  saving->document = fixture_document ();
  saving->window = fixture_open (application, saving->document);
  saving->folder = g_dir_make_tmp ("trellis-XXXXXX", NULL);
  saving->one = g_build_filename (saving->folder, "one.trellis", NULL);
  saving->other = g_build_filename (saving->folder, "other.trellis", NULL);
}

static void
stop (Saving *saving)
{
  gtk_window_destroy (GTK_WINDOW (saving->window));
  g_object_unref (saving->document);
  g_remove (saving->one);
  g_remove (saving->other);
  g_assert_cmpint (g_rmdir (saving->folder), ==, 0);
  g_free (saving->one);
  g_free (saving->other);
  g_free (saving->folder);
}

static void
rename_first (Saving *saving, const char *name)
{
  const char *id = trl_network_get_id (trl_document_get_network (saving->document, 0));

  trl_document_begin (saving->document, "Rename", NULL);
  trl_document_set (saving->document, TRL_KIND_NETWORK, id, NULL, TRL_NETWORK_NAME,
                    TRL_TEXT (name));
  trl_document_end (saving->document);
}

static gboolean
is_at_rest (gpointer window)
{
  return !((TrellisWindow *) window)->saving;
}

static gboolean
has (const char *path, const char *name)
{
  g_autofree char *content = NULL;

  return g_file_get_contents (path, &content, NULL, NULL) && strstr (content, name);
}

/* What changes while a thread writes is not saved, and says so. */
static void
test_change (void)
{
  Saving          saving;
  TrellisSession *session;

  start (&saving);
  session = trellis_window_get_session (saving.window);
  rename_first (&saving, "Early");
  trellis_window_save_to (saving.window, saving.one);
  rename_first (&saving, "Late");
  g_assert_true (fixture_wait (is_at_rest, saving.window));
  g_assert_true (has (saving.one, "Early"));
  g_assert_true (trellis_session_is_modified (session));
  trl_document_undo (saving.document);
  g_assert_false (trellis_session_is_modified (session));
  stop (&saving);
}

/* What is asked for while a save goes on is done after it: the last of it. */
static void
test_next (void)
{
  Saving saving;
  g_autoptr (GFile) one = NULL, other = NULL;
  TrellisSession *session;

  start (&saving);
  session = trellis_window_get_session (saving.window);
  one = g_file_new_for_path (saving.one);
  other = g_file_new_for_path (saving.other);
  rename_first (&saving, "Early");
  trellis_window_write (saving.window, one, TRUE);
  rename_first (&saving, "Late");
  trellis_window_write (saving.window, one, FALSE);
  trellis_window_write (saving.window, other, TRUE);
  g_assert_true (fixture_wait (is_at_rest, saving.window));
  g_assert_true (has (saving.one, "Early"));
  g_assert_true (has (saving.other, "Late"));
  g_assert_true (g_file_equal (trellis_session_get_file (session), other));
  g_assert_false (trellis_session_is_modified (session));
  stop (&saving);
}

/* Though the first cannot be written, the next is. */
static void
test_next_after_failure (void)
{
  Saving           saving;
  g_autofree char *nowhere = NULL;
  g_autoptr (GFile) lost = NULL, other = NULL;

  start (&saving);
  nowhere = g_build_filename (saving.folder, "none", "lost.trellis", NULL);
  lost = g_file_new_for_path (nowhere);
  other = g_file_new_for_path (saving.other);
  rename_first (&saving, "Kept");
  trellis_window_write (saving.window, lost, TRUE);
  trellis_window_write (saving.window, other, TRUE);
  g_assert_true (fixture_wait (is_at_rest, saving.window));
  g_assert_true (has (saving.other, "Kept"));
  stop (&saving);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  application = fixture_start ();
  g_test_add_func ("/saving/a-change-meanwhile-is-not-saved", test_change);
  g_test_add_func ("/saving/the-next-save-waits", test_next);
  g_test_add_func ("/saving/the-next-comes-though-one-fails", test_next_after_failure);
  return g_test_run ();
}
