/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was written comes back: after any step, cut at any byte, on a full disk, beside
 * another program, from a base that is gone. */

#include "store/trl-journal.h"
#include "store/trl-store.h"

#include "random-document.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

typedef struct
{
  char        *root, *file;
  TrlDocument *document;
  TrlJournal  *journal;
  GBytes      *content; /* of the file */
  GPtrArray   *states;  /* GBytes, after each step */
  GError      *error;   /* of the last append */
} Fixture;

static void
on_step (TrlDocument *document, const TrlStepNote *note, gpointer data)
{
  Fixture *f = data;

  g_clear_error (&f->error);
  trl_journal_append (f->journal, note, &f->error);
}

static TrlJournal *
new_journal (Fixture *f)
{
  g_autoptr (TrlStamp) stamp = trl_stamp_new (f->content);

  return trl_journal_new (f->root, f->document, stamp, f->file, "Lab");
}

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("trellis-journal-XXXXXX", NULL);
  g_autoptr (GRand) random = g_rand_new_with_seed (11);
  g_autoptr (TrlDocument) made = any_document (random);
  g_autoptr (TrlRecord) network = trl_record_new (TRL_KIND_NETWORK, "site");
  g_autoptr (TrlRecord) node = trl_record_new (TRL_KIND_NODE, "a");

  trl_document_begin (made, "Make", NULL);
  trl_document_add_network (made, network);
  trl_document_add (made, "site", node);
  trl_document_end (made);
  f->root = g_build_filename (folder, "docs", NULL);
  f->file = g_build_filename (folder, "lab.trellis", NULL);
  f->content = trl_store_to_bytes (made, NULL);
  g_assert_true (trl_save_file (f->file, f->content, TRL_SAVE_NONE, NULL));
  f->document = trl_store_load (f->file, NULL, NULL, NULL);
  f->journal = new_journal (f);
  f->states = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  trl_document_set_witness (f->document, on_step, f);
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_remove (path);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (f->root);

  trl_document_set_witness (f->document, NULL, NULL);
  trl_journal_free (f->journal);
  g_object_unref (f->document);
  g_bytes_unref (f->content);
  g_ptr_array_unref (f->states);
  g_clear_error (&f->error);
  remove_tree (folder);
  g_free (f->root);
  g_free (f->file);
}

static void
name_it (Fixture *f, const char *name)
{
  trl_document_begin (f->document, "Rename", NULL);
  trl_document_set (f->document, TRL_KIND_NODE, "site", "a", TRL_NODE_NAME,
                    TRL_TEXT (name));
  trl_document_end (f->document);
  g_ptr_array_add (f->states, trl_store_to_bytes (f->document, NULL));
}

static void
name_many (Fixture *f, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("Step %u “é”", f->states->len + 1);

      name_it (f, name);
      g_assert_no_error (f->error);
    }
}

/* As if the program had ended. */
static void
die (Fixture *f)
{
  g_clear_pointer (&f->journal, trl_journal_free);
}

static TrlDocument *
restore (Fixture *f, guint *n_steps)
{
  g_autoptr (GPtrArray) list = trl_leftovers_list (f->root);
  g_autoptr (GError) error = NULL;
  TrlDocument *document;

  g_assert_cmpuint (list->len, ==, 1);
  document = trl_leftover_restore (list->pdata[0], n_steps, &error);
  g_assert_no_error (error);
  return document;
}

static void
assert_restores (Fixture *f, GBytes *state, guint n_steps)
{
  guint n;
  g_autoptr (TrlDocument) document = restore (f, &n);
  g_autoptr (GBytes) bytes = trl_store_to_bytes (document, NULL);

  g_assert_cmpuint (n, ==, n_steps);
  g_assert_true (g_bytes_equal (bytes, state));
}

static GBytes *
last (Fixture *f)
{
  return f->states->pdata[f->states->len - 1];
}

static void
test_restores (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) none = trl_leftovers_list (f->root);
  g_autoptr (GPtrArray) list = NULL;
  const TrlLeftover *leftover;
  guint              n;

  g_assert_cmpuint (none->len, ==, 0);
  g_assert_false (g_file_test (f->root, G_FILE_TEST_EXISTS));
  name_many (f, 5);
  trl_document_undo (f->document);
  trl_document_undo (f->document);
  trl_document_redo (f->document);
  g_assert_cmpuint (trl_journal_get_n_steps (f->journal), ==, 8);
  g_assert_cmpuint (trl_journal_get_n_unsynced (f->journal), ==, 8);
  g_assert_true (trl_journal_sync (f->journal, NULL));
  g_assert_cmpuint (trl_journal_get_n_unsynced (f->journal), ==, 0);
  die (f);
  assert_restores (f, f->states->pdata[3], 8);
  list = trl_leftovers_list (f->root);
  leftover = list->pdata[0];
  g_assert_cmpstr (leftover->title, ==, "Lab");
  g_assert_cmpstr (leftover->path, ==, f->file);
  g_assert_cmpuint (leftover->n_steps, ==, 8);
  g_assert_false (leftover->is_damaged);
  g_assert_nonnull (leftover->time);
  {
    g_autoptr (TrlDocument) document = restore (f, &n);

    g_assert_cmpuint (trl_document_get_n_undo (document), ==, 4);
    g_assert_true (trl_document_redo (document));
  }
  trl_leftover_remove (leftover);
  g_assert_false (g_file_test (leftover->folder, G_FILE_TEST_EXISTS));
}

/* Steps from before the base are undone: what that did comes back. */
static void
test_undo_beyond_base (Fixture *f, gconstpointer data)
{
  g_autoptr (GBytes) half = NULL;

  name_many (f, 4);
  half = trl_store_to_bytes (f->document, NULL);
  g_assert_true (trl_journal_rebase (f->journal, half, NULL, 4, NULL));
  g_assert_cmpuint (trl_journal_get_n_steps (f->journal), ==, 0);
  name_many (f, 1);
  for (guint i = 0; i < 3; i++)
    trl_document_undo (f->document);
  trl_document_redo (f->document);
  trl_document_undo (f->document);
  die (f);
  assert_restores (f, f->states->pdata[1], 6);
}

static char *
dup_journal (Fixture *f)
{
  return g_build_filename (trl_journal_get_folder (f->journal), "journal.jsonl", NULL);
}

/* Cut anywhere, what was whole comes back, and no more. */
static void
test_cut (Fixture *f, gconstpointer data)
{
  g_autofree char *path = NULL, *text = NULL;
  gsize            length;
  guint            whole = 0;

  name_many (f, 3);
  path = dup_journal (f);
  die (f);
  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  for (gsize cut = 0; cut <= length; cut++)
    {
      g_autoptr (GPtrArray) list = NULL;
      g_autoptr (TrlDocument) document = NULL;
      g_autoptr (GBytes) bytes = NULL;
      guint n, lines = 0;

      for (gsize i = 0; i < cut; i++)
        lines += text[i] == '\n';
      g_assert_true (g_file_set_contents (path, text, (gssize) cut, NULL));
      list = trl_leftovers_list (f->root);
      g_assert_cmpuint (list->len, ==, 1);
      document = trl_leftover_restore (list->pdata[0], &n, NULL);
      g_assert_true ((document != NULL) == (lines > 0));
      if (!document)
        continue;
      g_assert_cmpuint (n, ==, lines - 1);
      bytes = trl_store_to_bytes (document, NULL);
      g_assert_true (
        g_bytes_equal (bytes, n == 0 ? f->content : (GBytes *) f->states->pdata[n - 1]));
      whole = n;
    }
  g_assert_cmpuint (whole, ==, 3);
}

/* A bit that flips ends the play before its line at the latest. */
static void
test_flips (Fixture *f, gconstpointer data)
{
  g_autofree char *path = NULL, *text = NULL;
  gsize            length;

  name_many (f, 3);
  path = dup_journal (f);
  die (f);
  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  for (gsize at = 0; at < length; at++)
    {
      g_autoptr (GPtrArray) list = NULL;
      g_autoptr (TrlDocument) document = NULL;
      g_autoptr (GBytes) bytes = NULL;
      guint n;

      text[at] ^= 1 << (at % 8);
      g_assert_true (g_file_set_contents (path, text, (gssize) length, NULL));
      text[at] ^= 1 << (at % 8);
      list = trl_leftovers_list (f->root);
      document = trl_leftover_restore (list->pdata[0], &n, NULL);
      if (!document)
        continue;
      g_assert_cmpuint (n, <, 3);
      bytes = trl_store_to_bytes (document, NULL);
      g_assert_true (
        g_bytes_equal (bytes, n == 0 ? f->content : (GBytes *) f->states->pdata[n - 1]));
    }
}

/* What cannot be written waits, in its order, until there is room. */
static void
test_full (Fixture *f, gconstpointer data)
{
  struct rlimit    limit, small;
  g_autofree char *path = NULL;

  trl_save_init ();
  name_many (f, 2);
  path = dup_journal (f);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  small = limit;
  small.rlim_cur = trl_journal_get_size (f->journal) + 40;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  name_it (f, "Three");
  name_it (f, "Four");
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  g_assert_error (f->error, TRL_STORE_ERROR, TRL_STORE_ERROR_WRITE);
  g_assert_cmpuint (trl_journal_get_n_steps (f->journal), ==, 4);
  name_it (f, "Five");
  g_assert_no_error (f->error);
  die (f);
  assert_restores (f, last (f), 5);
}

/* The file may be gone or another, if the base was kept. */
static void
test_base (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;
  guint n;

  name_many (f, 2);
  g_assert_true (g_file_set_contents (f->file, "{}", 2, NULL));
  if (data)
    g_assert_true (trl_journal_write_base (f->journal, f->content, NULL));
  die (f);
  if (data)
    {
      assert_restores (f, last (f), 2);
      return;
    }
  list = trl_leftovers_list (f->root);
  g_assert_null (trl_leftover_restore (list->pdata[0], &n, &error));
  g_assert_error (error, TRL_STORE_ERROR, TRL_STORE_ERROR_READ);
}

/* What was done while the document was being saved is not in the file. */
static void
test_saved (Fixture *f, gconstpointer data)
{
  g_autoptr (GBytes) saved = NULL;
  guint            n;
  g_autofree char *folder = NULL;

  name_many (f, 3);
  folder = g_strdup (trl_journal_get_folder (f->journal));
  saved = trl_store_to_bytes (f->document, NULL);
  n = trl_journal_get_n_steps (f->journal);
  name_many (f, 2);
  g_assert_true (trl_save_file (f->file, saved, TRL_SAVE_FORCE, NULL));
  g_assert_true (trl_journal_rebase (f->journal, saved, f->file, n, NULL));
  g_assert_cmpuint (trl_journal_get_n_steps (f->journal), ==, 2);
  name_many (f, 1);
  die (f);
  assert_restores (f, last (f), 3);

  /* All is in the file: nothing is left over. */
  f->journal = new_journal (f);
  name_many (f, 1);
  g_clear_pointer (&saved, g_bytes_unref);
  saved = trl_store_to_bytes (f->document, NULL);
  g_assert_true (trl_save_file (f->file, saved, TRL_SAVE_FORCE, NULL));
  g_assert_true (trl_journal_rebase (f->journal, saved, f->file, 1, NULL));
  g_assert_null (trl_journal_get_folder (f->journal));
  assert_restores (f, f->states->pdata[5], 3);
}

/* A document that was never saved has its base beside its steps. */
static void
test_never_saved (Fixture *f, gconstpointer data)
{
  g_clear_pointer (&f->journal, trl_journal_free);
  f->journal = trl_journal_new (f->root, f->document, NULL, NULL, "New");
  g_assert_true (trl_journal_write_base (f->journal, f->content, NULL));
  name_many (f, 2);
  die (f);
  assert_restores (f, last (f), 2);
}

/* Two copies of one document, or what still waits to be restored, have their own place.
 */
static void
test_two (Fixture *f, gconstpointer data)
{
  g_autoptr (TrlJournal) other = new_journal (f);
  TrlJournal *first = f->journal;
  g_autoptr (GPtrArray) list = NULL;

  name_many (f, 1);
  f->journal = other;
  name_many (f, 1);
  f->journal = first;
  g_assert_cmpstr (trl_journal_get_folder (first), !=, trl_journal_get_folder (other));
  list = trl_leftovers_list (f->root);
  g_assert_cmpuint (list->len, ==, 0); /* both are at work */
  die (f);
  f->journal = new_journal (f);
  name_many (f, 1);
  g_clear_pointer (&list, g_ptr_array_unref);
  list = trl_leftovers_list (f->root);
  g_assert_cmpuint (list->len, ==, 1);
  trl_journal_remove (f->journal);
  trl_journal_remove (other);
}

/* An id that a file chose cannot lead out of the folder. */
static void
test_hostile_id (Fixture *f, gconstpointer data)
{
  g_autoptr (TrlRecord) record = trl_record_new (TRL_KIND_DOCUMENT, "../../away/x");
  g_autoptr (TrlDocument) document = trl_document_new_from_record (record);
  g_autofree char *parent = NULL;

  g_clear_pointer (&f->journal, trl_journal_free);
  f->journal = trl_journal_new (f->root, document, NULL, NULL, "Hostile");
  g_assert_true (trl_journal_write_base (f->journal, f->content, NULL));
  parent = g_path_get_dirname (trl_journal_get_folder (f->journal));
  g_assert_cmpstr (parent, ==, f->root);
}

/* By chance: every state is the one that comes back, through undo, redo and new bases. */
static void
test_random (Fixture *f, gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (5);

  for (guint round = 0; round < 60; round++)
    {
      g_autoptr (GBytes) now = NULL;
      guint n;

      switch (g_rand_int_range (random, 0, 6))
        {
        case 0:
          trl_document_undo (f->document);
          break;
        case 1:
          trl_document_redo (f->document);
          break;
        case 2:
          now = trl_store_to_bytes (f->document, NULL);
          g_assert_true (trl_journal_rebase (f->journal, now, NULL,
                                             trl_journal_get_n_steps (f->journal), NULL));
          g_clear_pointer (&now, g_bytes_unref);
          break;
        default:
          name_many (f, 1);
        }
      if (!trl_journal_get_folder (f->journal))
        continue;
      now = trl_store_to_bytes (f->document, NULL);
      n = trl_journal_get_n_steps (f->journal);
      {
        g_autofree char *folder = g_strdup (trl_journal_get_folder (f->journal));
        TrlLeftover      leftover = { .folder = folder, .title = (char *) "Lab" };
        g_autoptr (GBytes) restored = NULL;
        g_autoptr (TrlDocument) document = NULL;
        guint played;

        document = trl_leftover_restore (&leftover, &played, NULL);
        if (!document) /* nothing was written yet after the base */
          {
            g_assert_cmpuint (n, ==, 0);
            continue;
          }
        g_assert_cmpuint (played, ==, n);
        restored = trl_store_to_bytes (document, NULL);
        g_assert_true (g_bytes_equal (restored, now));
      }
    }
}

#define ADD(name, data, test) g_test_add (name, Fixture, data, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/store/journal/all-steps-come-back", NULL, test_restores);
  ADD ("/store/journal/undo-goes-beyond-the-base", NULL, test_undo_beyond_base);
  ADD ("/store/journal/cut-anywhere", NULL, test_cut);
  ADD ("/store/journal/any-flipped-bit", NULL, test_flips);
  ADD ("/store/journal/a-full-disk-makes-steps-wait", NULL, test_full);
  ADD ("/store/journal/without-a-base-all-is-kept", NULL, test_base);
  ADD ("/store/journal/the-base-is-enough", "kept", test_base);
  ADD ("/store/journal/steps-during-a-save-stay", NULL, test_saved);
  ADD ("/store/journal/never-saved", NULL, test_never_saved);
  ADD ("/store/journal/two-have-two-places", NULL, test_two);
  ADD ("/store/journal/a-hostile-id-stays-inside", NULL, test_hostile_id);
  ADD ("/store/journal/by-chance", NULL, test_random);
  return g_test_run ();
}
