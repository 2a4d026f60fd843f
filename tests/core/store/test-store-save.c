/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Loading and saving on a disk that others write to as well. */

#include "store/trl-store.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

typedef struct
{
  char        *folder;
  char        *path;
  TrlDocument *document;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("trellis-store-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "lab.trellis", NULL);
  fixture->document = trl_document_new ();
  trl_store_save (fixture->document, fixture->path, NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_object_unref (fixture->document);
}

static void
set_title (TrlDocument *document, const char *title)
{
  trl_document_begin (document, "Title", NULL);
  trl_document_set (document, TRL_KIND_DOCUMENT, NULL, NULL, TRL_DOCUMENT_TITLE,
                    TRL_TEXT (title));
  trl_document_end (document);
}

static void
assert_saves (TrlDocument *document, const char *path)
{
  g_autoptr (GError) error = NULL;

  trl_store_save (document, path, NULL, &error);
  g_assert_no_error (error);
}

/* As another program would: a space more. */
static void
change_on_disk (const char *path)
{
  g_autofree char *text = NULL;
  g_autofree char *changed = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  changed = g_strconcat (text, " ", NULL);
  g_assert_true (g_file_set_contents (path, changed, -1, NULL));
}

static void
test_round (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TrlDocument) loaded = NULL;
  g_autoptr (GError) error = NULL;

  set_title (fixture->document, "One");
  g_assert_true (trl_document_is_modified (fixture->document));
  assert_saves (fixture->document, fixture->path);
  g_assert_false (trl_document_is_modified (fixture->document));
  loaded = trl_store_load (fixture->path, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (trl_document_get_text (loaded, TRL_DOCUMENT_TITLE), ==, "One");
  g_assert_cmpstr (trl_document_get_id (loaded), ==,
                   trl_document_get_id (fixture->document));
  g_assert_false (trl_document_is_modified (loaded));
  set_title (loaded, "Two");
  assert_saves (loaded, fixture->path);
}

static void
test_changed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrlDocument) document = trl_store_load (fixture->path, NULL, NULL, NULL);
  g_autofree char *copy = g_build_filename (fixture->folder, "copy.trellis", NULL);
  g_autofree char *link = g_build_filename (fixture->folder, "link.trellis", NULL);

  g_assert_false (trl_store_is_changed_on_disk (document));
  change_on_disk (fixture->path);
  g_assert_true (trl_store_is_changed_on_disk (document));
  set_title (document, "Mine");
  g_assert_false (trl_store_save (document, fixture->path, NULL, &error));
  g_assert_error (error, TRL_STORE_ERROR, TRL_STORE_ERROR_CHANGED);
  g_assert_true (trl_document_is_modified (document));
  g_clear_error (&error);

  g_assert_cmpint (symlink (fixture->path, link), ==, 0);
  g_assert_false (trl_store_save (document, link, NULL, &error));
  g_assert_error (error, TRL_STORE_ERROR, TRL_STORE_ERROR_CHANGED);
  g_clear_error (&error);

  g_assert_true (trl_store_overwrite (document, fixture->path, NULL, &error));
  g_assert_false (trl_store_is_changed_on_disk (document));
  change_on_disk (fixture->path);
  assert_saves (document, copy);
  g_assert_false (trl_store_is_changed_on_disk (document));
}

static void
test_two_windows (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TrlDocument) one = trl_store_load (fixture->path, NULL, NULL, NULL);
  g_autoptr (TrlDocument) two = trl_store_load (fixture->path, NULL, NULL, NULL);
  g_autoptr (TrlDocument) disk = NULL;
  g_autoptr (GError) error = NULL;

  set_title (one, "One");
  set_title (two, "Two");
  assert_saves (one, fixture->path);
  g_assert_false (trl_store_save (two, fixture->path, NULL, &error));
  g_assert_error (error, TRL_STORE_ERROR, TRL_STORE_ERROR_CHANGED);
  disk = trl_store_load (fixture->path, NULL, NULL, NULL);
  g_assert_cmpstr (trl_document_get_text (disk, TRL_DOCUMENT_TITLE), ==, "One");
}

/* What could not be opened again does not replace what can. */
static void
test_verified (Fixture *fixture, gconstpointer data)
{
  static const char *const wrong[] = {
    "\"x\": nan",
    "\"title\": \"twice\"",
    "\"x\": 1}, {",
    "\"id\": \"other\"",
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (TrlRecord) record = trl_record_new (TRL_KIND_DOCUMENT, "id");
      g_autoptr (TrlDocument) document = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *before = NULL, *after = NULL;

      trl_record_set (record, TRL_DOCUMENT_TITLE, TRL_TEXT ("title"));
      record->extra = g_strdup (wrong[i]);
      document = trl_document_new_from_record (record);
      g_assert_true (g_file_get_contents (fixture->path, &before, NULL, NULL));
      g_assert_false (trl_store_save (document, fixture->path, NULL, &error));
      g_assert_error (error, TRL_STORE_ERROR, TRL_STORE_ERROR_WRITE);
      g_assert_true (g_file_get_contents (fixture->path, &after, NULL, NULL));
      g_assert_cmpstr (before, ==, after);
    }
}

static void
test_copy (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TrlDocument) document = trl_store_load (fixture->path, NULL, NULL, NULL);
  g_autoptr (TrlDocument) copy = NULL;
  g_autoptr (GError) error = NULL;

  set_title (document, "Mine");
  copy = trl_document_copy (document);
  trl_store_copy_origin (document, copy);
  assert_saves (copy, fixture->path);
  g_assert_false (trl_store_save (document, fixture->path, NULL, &error));
  g_assert_error (error, TRL_STORE_ERROR, TRL_STORE_ERROR_CHANGED);
  trl_store_copy_origin (copy, document);
  assert_saves (document, fixture->path);

  change_on_disk (fixture->path);
  g_assert_true (trl_store_is_changed_on_disk (copy));
}

static void
assert_not_loaded (const char *path, int code, const char *says)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (trl_store_load (path, NULL, NULL, &error));
  g_assert_error (error, TRL_STORE_ERROR, code);
  g_assert_nonnull (strstr (error->message, says));
}

static void
assert_problem (const char *path, guint line, const char *says)
{
  g_autoptr (GPtrArray) problems = trl_store_check_file (path);

  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_cmpuint (((TrlProblem *) problems->pdata[0])->line, ==, line);
  g_assert_nonnull (strstr (((TrlProblem *) problems->pdata[0])->text, says));
}

static void
test_check (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) none = trl_store_check_file (fixture->path);

  g_assert_cmpuint (none->len, ==, 0);
  assert_problem (fixture->folder, 0, "folder");
  g_assert_true (g_file_set_contents (fixture->path, "{\n\"trellis\": 1\n", -1, NULL));
  assert_problem (fixture->path, 3, "found the end of the file");
}

/* What version 1 has written opens for ever. */
static void
test_version_1 (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path =
    g_build_filename (g_getenv ("TRL_SOURCE"), "tests", "data", "format-1.trellis", NULL);
  g_autofree char *text = NULL, *saved = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TrlDocument) document = trl_store_load (path, NULL, NULL, &error);
  const char *rest, *saved_rest;

  g_assert_no_error (error);
  assert_saves (document, fixture->path);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_true (g_file_get_contents (fixture->path, &saved, NULL, NULL));
  /* The head names the program that wrote. */
  rest = strstr (text, "\"hint\"");
  saved_rest = strstr (saved, "\"hint\"");
  g_assert_cmpstr (rest, ==, saved_rest);
}

static void
test_bad_files (Fixture *fixture, gconstpointer data)
{
  g_autofree char *noise = g_malloc (1000000);
  g_autoptr (GRand) random = g_rand_new_with_seed (3);
  gint64 start;

  for (guint i = 0; i < 1000000; i++)
    noise[i] = (char) g_rand_int_range (random, 0, 256);
  g_assert_true (g_file_set_contents (fixture->path, noise, 1000000, NULL));
  assert_not_loaded (fixture->path, TRL_STORE_ERROR_SYNTAX, "lab.trellis, line 1");
  g_assert_true (g_file_set_contents (fixture->path, "", 0, NULL));
  assert_not_loaded (fixture->path, TRL_STORE_ERROR_CONTENT, "empty");
  assert_not_loaded (fixture->folder, TRL_STORE_ERROR_READ, "folder");
  start = g_get_monotonic_time ();
  g_assert_cmpint (truncate (fixture->path, 3LL << 30), ==, 0);
  assert_not_loaded (fixture->path, TRL_STORE_ERROR_LIMIT, "too large");
  g_assert_cmpint (g_get_monotonic_time () - start, <, G_USEC_PER_SEC / 2);
}

#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/store/disk/saved-is-loaded-and-saved-again", test_round);
  ADD ("/store/disk/changed-by-another-is-asked-about", test_changed);
  ADD ("/store/disk/two-windows-lose-nothing-silently", test_two_windows);
  ADD ("/store/disk/only-what-can-be-opened-is-saved", test_verified);
  ADD ("/store/disk/a-copy-can-be-saved-in-a-thread", test_copy);
  ADD ("/store/disk/check-says-what-and-where", test_check);
  ADD ("/store/disk/files-of-version-1-open-for-ever", test_version_1);
  ADD ("/store/disk/bad-files-are-refused-quickly", test_bad_files);
  return g_test_run ();
}
