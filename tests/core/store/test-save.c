/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A save happens whole or not at all, whatever stands in its way. */

#include "store/trl-save.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <sys/xattr.h>
#include <unistd.h>

#define NOBODY 65534

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
remove_all (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  g_chmod (folder, 0700);
  while (dir && (name = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR) &&
          !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        remove_all (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("trellis-save-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "lab.trellis", NULL);
  g_assert_true (g_file_set_contents (fixture->path, "original", -1, NULL));
  umask (022);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  remove_all (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static GBytes *
some_bytes (gsize size)
{
  char *data = g_malloc (size + 1);

  memset (data, 'B', size);
  return g_bytes_new_take (data, size);
}

static void
assert_holds (const char *path, const char *content)
{
  g_autofree char *found = NULL;

  g_assert_true (g_file_get_contents (path, &found, NULL, NULL));
  g_assert_cmpstr (found, ==, content);
}

/* Nothing but what was there, so no leftovers. */
static void
assert_n_files (const char *folder, guint n)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint found = 0;

  while (g_dir_read_name (dir))
    found++;
  g_assert_cmpuint (found, ==, n);
}

static void
assert_saves (const char *path, const char *content)
{
  g_autoptr (GBytes) bytes = g_bytes_new (content, strlen (content));
  g_autoptr (GError) error = NULL;

  trl_save_file (path, bytes, TRL_SAVE_NONE, &error);
  g_assert_no_error (error);
  assert_holds (path, content);
}

/* Of what was there before nobody speaks where nothing was. */
static gboolean
tells_what_stays (const char *path, const GError *error)
{
  return !g_error_matches (error, TRL_STORE_ERROR, TRL_STORE_ERROR_WRITE) ||
         g_file_test (path, G_FILE_TEST_IS_REGULAR) ==
           (strstr (error->message, "What was there before is unchanged") != NULL);
}

static void
assert_refuses (const char *path, TrlStoreError code, const char *says)
{
  g_autoptr (GBytes) bytes = some_bytes (100);
  g_autoptr (GError) error = NULL;

  g_assert_false (trl_save_file (path, bytes, TRL_SAVE_NONE, &error));
  g_assert_error (error, TRL_STORE_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, says));
  g_assert_true (tells_what_stays (path, error));
}

static mode_t
mode_of (const char *path)
{
  struct stat info;

  g_assert_cmpint (stat (path, &info), ==, 0);
  return info.st_mode & 07777;
}

static void
test_new_file (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "new.trellis", NULL);

  assert_saves (path, "content");
  g_assert_cmpint (mode_of (path), ==, 0644);
  assert_saves (path, "");
  assert_n_files (fixture->folder, 2);
}

static void
test_mode (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (g_chmod (fixture->path, 0640), ==, 0);
  assert_saves (fixture->path, "changed");
  g_assert_cmpint (mode_of (fixture->path), ==, 0640);
}

static void
test_owner (Fixture *fixture, gconstpointer data)
{
  struct stat info;

  if (geteuid () != 0)
    {
      g_test_skip ("only root may give a file away");
      return;
    }
  g_assert_cmpint (chown (fixture->path, NOBODY, NOBODY), ==, 0);
  assert_saves (fixture->path, "changed");
  g_assert_cmpint (stat (fixture->path, &info), ==, 0);
  g_assert_cmpuint (info.st_uid, ==, NOBODY);
  g_assert_cmpuint (info.st_gid, ==, NOBODY);
}

static void
test_attributes (Fixture *fixture, gconstpointer data)
{
  char value[16] = { 0 };

  if (setxattr (fixture->path, "user.tag", "urgent", 6, 0) < 0)
    {
      g_test_skip ("the file system of temporary files has no extended attributes");
      return;
    }
  assert_saves (fixture->path, "changed");
  g_assert_cmpint (getxattr (fixture->path, "user.tag", value, sizeof value), ==, 6);
  g_assert_cmpstr (value, ==, "urgent");
}

static void
test_links (Fixture *fixture, gconstpointer data)
{
  g_autofree char *link = g_build_filename (fixture->folder, "link", NULL);
  g_autofree char *relative = g_build_filename (fixture->folder, "relative", NULL);

  g_assert_cmpint (symlink (fixture->path, link), ==, 0);
  g_assert_cmpint (symlink ("./link", relative), ==, 0);
  assert_saves (relative, "changed");
  g_assert_true (g_file_test (relative, G_FILE_TEST_IS_SYMLINK));
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  assert_holds (fixture->path, "changed");

  g_unlink (fixture->path);
  assert_saves (relative, "again");
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  assert_holds (fixture->path, "again");

  g_unlink (link);
  g_assert_cmpint (symlink ("relative", link), ==, 0);
  assert_refuses (link, TRL_STORE_ERROR_WRITE, g_strerror (ELOOP));
}

static void
test_odd_targets (Fixture *fixture, gconstpointer data)
{
  g_autofree char *pipe = g_build_filename (fixture->folder, "pipe", NULL);
  g_autofree char *nowhere = g_build_filename (fixture->folder, "no", "where", NULL);

  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  assert_refuses (fixture->folder, TRL_STORE_ERROR_WRITE, g_strerror (EISDIR));
  assert_refuses (pipe, TRL_STORE_ERROR_WRITE, "ordinary file");
  assert_refuses ("/dev/full", TRL_STORE_ERROR_WRITE, "ordinary file");
  assert_refuses (nowhere, TRL_STORE_ERROR_WRITE, g_strerror (ENOENT));
  assert_n_files (fixture->folder, 2);
}

static void
test_long_name (Fixture *fixture, gconstpointer data)
{
  g_autofree char *name = g_strnfill (255, 'n');
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autofree char *strange = g_build_filename (fixture->folder, "caf\xe9", NULL);

  assert_saves (path, "content");
  assert_saves (strange, "content");
}

static void
test_read_only_file (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (g_chmod (fixture->path, 0444), ==, 0);
  assert_refuses (fixture->path, TRL_STORE_ERROR_READ_ONLY, "another name");
  assert_holds (fixture->path, "original");
  assert_n_files (fixture->folder, 1);
}

typedef int (*ChildFunc) (Fixture *fixture);

/* Runs in a process of its own, whose limits and rights it may lower. */
static int
run_child (Fixture *fixture, ChildFunc func)
{
  int   status;
  pid_t pid = fork ();

  g_assert_cmpint (pid, >=, 0);
  if (pid == 0)
    _exit (func (fixture));
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  return WIFEXITED (status) ? WEXITSTATUS (status) : 1000 + WTERMSIG (status);
}

static int
save_in_child (const char *path, gsize size)
{
  g_autoptr (GBytes) bytes = some_bytes (size);
  g_autoptr (GError) error = NULL;

  if (trl_save_file (path, bytes, TRL_SAVE_NONE, &error))
    return 0;
  if (!tells_what_stays (path, error))
    return 102;
  return error->domain == TRL_STORE_ERROR ? 10 + error->code : 100;
}

static int
save_as_nobody (Fixture *fixture)
{
  if (geteuid () == 0 && (setgid (NOBODY) < 0 || setuid (NOBODY) < 0))
    return 101;
  return save_in_child (fixture->path, 100);
}

static void
test_read_only_folder (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (g_chmod (fixture->path, 0666), ==, 0);
  g_assert_cmpint (g_chmod (fixture->folder, 0555), ==, 0);
  g_assert_cmpint (run_child (fixture, save_as_nobody), ==,
                   10 + TRL_STORE_ERROR_READ_ONLY);
  assert_holds (fixture->path, "original");
}

static int
save_with_little_room (Fixture *fixture)
{
  struct rlimit limit = { 64 * 1024, 64 * 1024 };

  trl_save_init ();
  if (setrlimit (RLIMIT_FSIZE, &limit) < 0)
    return 101;
  return save_in_child (fixture->path, 1024 * 1024);
}

static int
save_new_with_little_room (Fixture *fixture)
{
  g_unlink (fixture->path);
  return save_with_little_room (fixture);
}

static void
test_full_disk (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (run_child (fixture, save_with_little_room), ==,
                   10 + TRL_STORE_ERROR_WRITE);
  assert_holds (fixture->path, "original");
  assert_n_files (fixture->folder, 1);
  g_assert_cmpint (run_child (fixture, save_new_with_little_room), ==,
                   10 + TRL_STORE_ERROR_WRITE);
  assert_n_files (fixture->folder, 0);
}

/* Killed wherever it happens to be, over and over. */
static int
save_for_ever (Fixture *fixture)
{
  g_autoptr (GBytes) one = some_bytes (3000000);
  g_autoptr (GBytes) two = g_bytes_new_static ("original", 8);

  while (trl_save_file (fixture->path, one, TRL_SAVE_NONE, NULL) &&
         trl_save_file (fixture->path, two, TRL_SAVE_NONE, NULL))
    ;
  return 0;
}

static void
test_killed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *found = NULL;
      gsize            size;
      pid_t            pid = fork ();

      g_assert_cmpint (pid, >=, 0);
      if (pid == 0)
        _exit (save_for_ever (fixture));
      g_usleep ((gulong) g_rand_int_range (random, 500, 20000));
      kill (pid, SIGKILL);
      waitpid (pid, NULL, 0);
      g_assert_true (g_file_get_contents (fixture->path, &found, &size, NULL));
      g_assert_true (size == 8 || size == 3000000);
      g_assert_cmpint (found[size - 1], ==, size == 8 ? 'l' : 'B');
    }
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GBytes) bytes = some_bytes (100);
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (
    trl_save_file_over (fixture->path, bytes, NULL, 0, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_holds (fixture->path, "original");
  assert_n_files (fixture->folder, 1);
}

static gboolean
save_over (const char *path, const TrlStamp *stamp, TrlSaveFlags flags, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("mine", 4);

  return trl_save_file_over (path, bytes, stamp, flags, NULL, error);
}

static void
test_changed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) content = trl_load_file (fixture->path, 100, NULL, NULL);
  g_autoptr (TrlStamp) stamp = trl_stamp_new (content);
  g_autoptr (GError) error = NULL;
  struct stat before;

  g_assert_true (trl_stamp_matches (stamp, fixture->path));
  g_assert_cmpint (stat (fixture->path, &before), ==, 0);
  g_assert_true (g_file_set_contents (fixture->path, "ORIGINAL", 8, NULL));
  struct timespec times[2] = { before.st_atim, before.st_mtim };
  g_assert_cmpint (utimensat (AT_FDCWD, fixture->path, times, 0), ==, 0);

  g_assert_false (save_over (fixture->path, stamp, TRL_SAVE_NONE, &error));
  g_assert_error (error, TRL_STORE_ERROR, TRL_STORE_ERROR_CHANGED);
  assert_holds (fixture->path, "ORIGINAL");
  g_assert_true (save_over (fixture->path, stamp, TRL_SAVE_FORCE, NULL));
  assert_holds (fixture->path, "mine");
}

typedef struct
{
  Fixture *fixture;
  int      done;
  gboolean in_time; /* wrote well before the new name was given */
} Other;

static gboolean
is_being_saved (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)))
    if (*name == '.')
      return TRUE;
  return FALSE;
}

static gpointer
write_while_being_saved (gpointer data)
{
  Other *other = data;
  int    fd;

  while (!is_being_saved (other->fixture->folder))
    {
      if (g_atomic_int_get (&other->done))
        return NULL;
      g_usleep (200);
    }
  fd = open (other->fixture->path, O_WRONLY | O_TRUNC);
  g_assert_cmpint (write (fd, "theirs", 6), ==, 6);
  close (fd);
  g_usleep (2000);
  other->in_time = is_being_saved (other->fixture->folder);
  return NULL;
}

static void
test_changed_meanwhile (Fixture *fixture, gconstpointer data)
{
  Other other = { .fixture = fixture };
  g_autoptr (GBytes) before = trl_load_file (fixture->path, 100, NULL, NULL);
  g_autoptr (TrlStamp) stamp = trl_stamp_new (before);
  g_autoptr (GBytes) bytes = some_bytes (32 << 20);
  g_autoptr (GError) error = NULL;
  GThread *thread = g_thread_new ("other", write_while_being_saved, &other);
  gboolean saved = trl_save_file_over (fixture->path, bytes, stamp, 0, NULL, &error);

  g_atomic_int_set (&other.done, 1);
  g_thread_join (thread);
  if (!other.in_time)
    g_test_skip ("the other writer came after the save");
  else
    {
      g_assert_false (saved);
      g_assert_error (error, TRL_STORE_ERROR, TRL_STORE_ERROR_CHANGED);
      assert_holds (fixture->path, "theirs");
      assert_n_files (fixture->folder, 1);
    }
}

static void
test_touched_or_gone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) content = trl_load_file (fixture->path, 100, NULL, NULL);
  g_autoptr (TrlStamp) stamp = trl_stamp_new (content);

  g_assert_true (g_file_set_contents (fixture->path, "original", 8, NULL));
  g_assert_true (save_over (fixture->path, stamp, TRL_SAVE_NONE, NULL));
  g_unlink (fixture->path);
  g_assert_true (save_over (fixture->path, stamp, TRL_SAVE_NONE, NULL));
  assert_holds (fixture->path, "mine");
}

static void
assert_not_loaded (const char *path, gsize max, TrlStoreError code, const char *says)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (trl_load_file (path, max, NULL, &error));
  g_assert_error (error, TRL_STORE_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, says));
}

static void
test_load (Fixture *fixture, gconstpointer data)
{
  g_autofree char *huge = g_build_filename (fixture->folder, "huge", NULL);
  g_autofree char *pipe = g_build_filename (fixture->folder, "pipe", NULL);
  gint64           start = g_get_monotonic_time ();

  g_assert_true (g_file_set_contents (huge, "", 0, NULL));
  g_assert_cmpint (truncate (huge, 3LL << 30), ==, 0);
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  assert_not_loaded (huge, 256 << 20, TRL_STORE_ERROR_LIMIT, "GiB");
  assert_not_loaded (fixture->path, 7, TRL_STORE_ERROR_LIMIT, "too large");
  assert_not_loaded (pipe, 100, TRL_STORE_ERROR_READ, "pipe");
  assert_not_loaded (fixture->folder, 100, TRL_STORE_ERROR_READ, "folder");
  assert_not_loaded ("/nothing/here", 100, TRL_STORE_ERROR_READ, g_strerror (ENOENT));
  g_assert_cmpint (g_get_monotonic_time () - start, <, G_USEC_PER_SEC);
}

#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/store/save/new-file-has-the-mode-of-the-mask", test_new_file);
  ADD ("/store/save/mode-is-kept", test_mode);
  ADD ("/store/save/owner-is-kept", test_owner);
  ADD ("/store/save/extended-attributes-are-kept", test_attributes);
  ADD ("/store/save/links-are-followed", test_links);
  ADD ("/store/save/only-ordinary-files-are-written", test_odd_targets);
  ADD ("/store/save/longest-and-strangest-names", test_long_name);
  ADD ("/store/save/read-only-file-is-refused", test_read_only_file);
  ADD ("/store/save/read-only-folder-is-refused", test_read_only_folder);
  ADD ("/store/save/full-disk-keeps-the-original", test_full_disk);
  ADD ("/store/save/killed-at-any-time-is-old-or-new", test_killed);
  ADD ("/store/save/cancelled-keeps-the-original", test_cancelled);
  ADD ("/store/save/changed-by-another-is-refused", test_changed);
  ADD ("/store/save/changed-while-saving-is-refused", test_changed_meanwhile);
  ADD ("/store/save/touched-or-gone-is-not-changed", test_touched_or_gone);
  ADD ("/store/load/odd-files-are-refused-at-once", test_load);
  return g_test_run ();
}
