/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writing.  The file only grows, line by line, until another takes its place whole; a
 * line that was cut short by a full disk is taken back before anything else is written.
 */

#include "config.h"

#include "store/trl-journal-private.h"

#include "store/trl-json-write.h"
#include "store/trl-store-edits.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>
#include <zlib.h>

#define MOST_FOLDERS 50 /* of documents with one id */
#define HASH_SHOWN 16   /* letters of a hash in the name of a base */
#define ID_SHOWN 32     /* of that of an id in the name of a folder */

struct TrlJournal
{
  char          *root;
  TrlJournalHead head;

  GMutex   mutex; /* of what follows */
  char    *folder;
  int      lock;
  int      file;
  gsize    size;      /* of the file */
  gsize    head_size; /* of its first line */
  GArray  *lengths;   /* gsize, of the lines of steps, pending ones too */
  GString *pending;
  guint    n_pending;
  guint    n_unsynced;
  guint64  number; /* of the last step */
};

void
trl_journal_head_clear (TrlJournalHead *head)
{
  g_clear_pointer (&head->document, g_free);
  g_clear_pointer (&head->title, g_free);
  g_clear_pointer (&head->path, g_free);
  g_clear_pointer (&head->saved, g_free);
  g_clear_pointer (&head->base, g_free);
}

void
trl_journal_seal (GString *line)
{
  guint crc = (guint) crc32 (0, (const Bytef *) line->str, (uInt) line->len);

  g_string_append_printf (line, ", \"crc\": \"%08x\"}", crc);
}

gboolean
trl_journal_is_sealed (const char *line, gsize length)
{
  static const char seal[] = ", \"crc\": \"01234567\"}";
  gsize             n = sizeof seal - 1;
  g_autofree char  *expected = NULL;

  if (length < n)
    return FALSE;
  expected = g_strdup_printf (
    ", \"crc\": \"%08x\"}", (guint) crc32 (0, (const Bytef *) line, (uInt) (length - n)));
  return memcmp (line + length - n, expected, n) == 0;
}

char *
trl_journal_dup_base_path (const char *folder, const char *hash)
{
  g_autofree char *name = g_strdup_printf ("base-%.*s.trellis", HASH_SHOWN, hash);

  return g_build_filename (folder, name, NULL);
}

int
trl_journal_lock (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, TRL_JOURNAL_LOCK, NULL);
  int              lock = open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);

  if (lock >= 0 && flock (lock, LOCK_EX | LOCK_NB) < 0)
    {
      close (lock);
      return -1;
    }
  return lock;
}

static gboolean
fail (const char *path, int number, GError **error)
{
  g_autofree char *display = g_filename_display_name (path);

  g_set_error (error, TRL_STORE_ERROR, TRL_STORE_ERROR_WRITE,
               _ ("Unsaved work cannot be kept safe in “%s”: %s."), display,
               g_strerror (number));
  return FALSE;
}

TrlJournal *
trl_journal_new (const char     *root,
                 TrlDocument    *document,
                 const TrlStamp *base,
                 const char     *path,
                 const char     *title)
{
  TrlJournal *journal = g_new0 (TrlJournal, 1);

  journal->root = g_strdup (root);
  journal->head.document = g_strdup (trl_document_get_id (document));
  journal->head.title = g_strdup (title);
  journal->head.path = g_strdup (path);
  journal->head.base = base ? g_strdup (base->hash) : NULL;
  journal->head.saved = base && path ? g_strdup (base->hash) : NULL;
  g_mutex_init (&journal->mutex);
  journal->lock = journal->file = -1;
  journal->lengths = g_array_new (FALSE, FALSE, sizeof (gsize));
  journal->pending = g_string_new (NULL);
  return journal;
}

static void
close_files (TrlJournal *journal)
{
  if (journal->file >= 0)
    close (journal->file);
  if (journal->lock >= 0)
    close (journal->lock);
  journal->file = journal->lock = -1;
  g_clear_pointer (&journal->folder, g_free);
}

void
trl_journal_free (TrlJournal *journal)
{
  if (!journal)
    return;
  close_files (journal);
  trl_journal_head_clear (&journal->head);
  g_array_unref (journal->lengths);
  g_string_free (journal->pending, TRUE);
  g_mutex_clear (&journal->mutex);
  g_free (journal->root);
  g_free (journal);
}

/* The folder */

static char *
dup_file (const TrlJournal *journal)
{
  return g_build_filename (journal->folder, TRL_JOURNAL_FILE, NULL);
}

/* An id is whatever a file says, with slashes and dots: only its hash names a folder. */
static char *
dup_folder_name (const char *id, guint i)
{
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, id, -1);

  hash[ID_SHOWN] = '\0';
  return i == 1 ? g_steal_pointer (&hash) : g_strdup_printf ("%s-%u", hash, i);
}

/* One that nobody uses, and in which nothing waits to be restored. */
static gboolean
take_folder (TrlJournal *journal, GError **error)
{
  int number = EEXIST;

  for (guint i = 1; !journal->folder && i <= MOST_FOLDERS; i++)
    {
      g_autofree char *name = dup_folder_name (journal->head.document, i);
      g_autofree char *folder = g_build_filename (journal->root, name, NULL);
      g_autofree char *file = g_build_filename (folder, TRL_JOURNAL_FILE, NULL);

      if (g_mkdir_with_parents (folder, 0700) < 0)
        return fail (folder, errno, error);
      errno = 0;
      journal->lock = trl_journal_lock (folder);
      number = errno;
      if (journal->lock < 0 && number != EWOULDBLOCK)
        return fail (folder, number, error);
      if (journal->lock >= 0 && g_file_test (file, G_FILE_TEST_EXISTS))
        {
          close (journal->lock);
          journal->lock = -1;
        }
      else if (journal->lock >= 0)
        journal->folder = g_steal_pointer (&folder);
    }
  return journal->folder || fail (journal->root, number, error);
}

/* The lines */

static GString *
make_head (const TrlJournalHead *head)
{
  GString   *line = g_string_new ("{");
  TrlMembers members = { line, ", ", FALSE };

  trl_members_number (&members, "trellis-journal", TRL_JOURNAL_VERSION);
  trl_members_text (&members, "document", head->document);
  trl_members_text (&members, "title", head->title);
  trl_members_text (&members, "file", head->path);
  trl_members_text (&members, "saved", head->saved);
  trl_members_text (&members, "base", head->base);
  trl_journal_seal (line);
  g_string_append_c (line, '\n');
  return line;
}

static GString *
make_step (guint64 number, const TrlStepNote *note)
{
  static const char *const kinds[] = {
    [TRL_STEP_DO] = "do",
    [TRL_STEP_UNDO] = "undo",
    [TRL_STEP_REDO] = "redo",
  };
  GString   *line = g_string_new ("{");
  TrlMembers members = { line, ", ", FALSE };
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *time = g_date_time_format_iso8601 (now);

  trl_members_number (&members, "n", (double) number);
  trl_members_text (&members, "time", time);
  trl_members_text (&members, "kind", kinds[note->kind]);
  trl_members_text (&members, "name", note->name);
  trl_members_text (&members, "key", note->merge_key);
  trl_members_name (&members, "edits");
  trl_edits_write (line, note->edits);
  trl_journal_seal (line);
  g_string_append_c (line, '\n');
  return line;
}

/* The file */

static gboolean
write_all (int file, const char *bytes, gsize n)
{
  while (n > 0)
    {
      gssize written = write (file, bytes, n);

      if (written < 0 && errno == EINTR)
        continue;
      if (written <= 0)
        return FALSE;
      bytes += written;
      n -= (gsize) written;
    }
  return TRUE;
}

static gboolean
open_file (TrlJournal *journal, GError **error)
{
  g_autofree char *path = NULL;
  g_autoptr (GString) head = NULL;
  int number;

  if (journal->file >= 0)
    return TRUE;
  if (!journal->folder && !take_folder (journal, error))
    return FALSE;
  path = dup_file (journal);
  journal->file = open (path, O_RDWR | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC, 0600);
  if (journal->file < 0)
    return fail (path, errno, error);
  head = make_head (&journal->head);
  if (write_all (journal->file, head->str, head->len))
    {
      journal->size = journal->head_size = head->len;
      return TRUE;
    }
  number = errno;
  close (journal->file);
  journal->file = -1;
  g_unlink (path);
  return fail (path, number, error);
}

static gboolean
flush (TrlJournal *journal, GError **error)
{
  g_autofree char *path = NULL;
  int              number;

  if (journal->pending->len == 0)
    return TRUE;
  if (!open_file (journal, error))
    return FALSE;
  if (!write_all (journal->file, journal->pending->str, journal->pending->len))
    {
      number = errno;
      path = dup_file (journal);
      if (ftruncate (journal->file, (off_t) journal->size) < 0)
        number = errno;
      return fail (path, number, error);
    }
  journal->size += journal->pending->len;
  journal->n_unsynced += journal->n_pending;
  journal->n_pending = 0;
  g_string_truncate (journal->pending, 0);
  return TRUE;
}

gboolean
trl_journal_flush (TrlJournal *journal, GError **error)
{
  gboolean ok;

  g_mutex_lock (&journal->mutex);
  ok = flush (journal, error);
  g_mutex_unlock (&journal->mutex);
  return ok;
}

gboolean
trl_journal_append (TrlJournal *journal, const TrlStepNote *note, GError **error)
{
  g_autoptr (GString) line = make_step (journal->number + 1, note);
  gboolean ok;

  g_mutex_lock (&journal->mutex);
  journal->number++;
  g_array_append_val (journal->lengths, line->len);
  g_string_append_len (journal->pending, line->str, (gssize) line->len);
  journal->n_pending++;
  ok = flush (journal, error);
  g_mutex_unlock (&journal->mutex);
  return ok;
}

/* Nothing waits for the disk with the journal locked. */
gboolean
trl_journal_sync (TrlJournal *journal, GError **error)
{
  int   file, number = 0;
  guint n;

  g_mutex_lock (&journal->mutex);
  file = journal->file >= 0 ? dup (journal->file) : -1;
  n = journal->n_unsynced;
  g_mutex_unlock (&journal->mutex);
  if (file < 0)
    return TRUE;
  if (fdatasync (file) < 0)
    number = errno;
  close (file);
  if (number)
    return fail (journal->root, number, error);
  g_mutex_lock (&journal->mutex);
  journal->n_unsynced -= MIN (n, journal->n_unsynced);
  g_mutex_unlock (&journal->mutex);
  return TRUE;
}

guint
trl_journal_get_n_steps (TrlJournal *journal)
{
  return journal->lengths->len;
}

guint
trl_journal_get_n_unsynced (TrlJournal *journal)
{
  guint n;

  g_mutex_lock (&journal->mutex);
  n = journal->n_unsynced;
  g_mutex_unlock (&journal->mutex);
  return n;
}

gsize
trl_journal_get_size (TrlJournal *journal)
{
  gsize size;

  g_mutex_lock (&journal->mutex);
  size = journal->size;
  g_mutex_unlock (&journal->mutex);
  return size;
}

const char *
trl_journal_get_folder (TrlJournal *journal)
{
  return journal->folder;
}

/* Bases */

static char *
dup_hash (GBytes *content)
{
  return g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, content);
}

static gboolean
write_base (TrlJournal *journal, GBytes *content, const char *hash, GError **error)
{
  g_autofree char *path = trl_journal_dup_base_path (journal->folder, hash);

  return g_file_test (path, G_FILE_TEST_EXISTS) ||
         trl_save_file (path, content, TRL_SAVE_FORCE, error);
}

gboolean
trl_journal_write_base (TrlJournal *journal, GBytes *content, GError **error)
{
  g_autofree char *hash = dup_hash (content);
  gboolean         ok;

  g_mutex_lock (&journal->mutex);
  ok = journal->folder || take_folder (journal, error);
  if (ok && !journal->head.base)
    journal->head.base = g_strdup (hash);
  g_mutex_unlock (&journal->mutex);
  return ok && write_base (journal, content, hash, error);
}

static gsize
find_offset (const TrlJournal *journal, guint n_steps)
{
  gsize at = journal->head_size;

  for (guint i = 0; i < MIN (n_steps, journal->lengths->len); i++)
    at += g_array_index (journal->lengths, gsize, i);
  return at;
}

/* Of the file; what is pending was flushed. */
static gboolean
read_tail (TrlJournal *journal, guint n_steps, GString *out, GError **error)
{
  gsize at = find_offset (journal, n_steps), from = out->len;
  gsize n = journal->size - at;

  g_string_set_size (out, from + n);
  for (gsize done = 0; done < n;)
    {
      gssize got =
        pread (journal->file, out->str + from + done, n - done, (off_t) (at + done));

      if (got < 0 && errno == EINTR)
        continue;
      if (got <= 0)
        return fail (journal->folder, got < 0 ? errno : EIO, error);
      done += (gsize) got;
    }
  return TRUE;
}

/* The new file has the name of the old before anything goes. */
static gboolean
replace_file (TrlJournal           *journal,
              const TrlJournalHead *head,
              guint                 n_steps,
              GError              **error)
{
  g_autofree char *path = dup_file (journal);
  g_autoptr (GString) text = make_head (head);
  g_autoptr (GBytes) bytes = NULL;
  gsize head_size = text->len, size;
  int   file;

  if (!flush (journal, error) || !read_tail (journal, n_steps, text, error))
    return FALSE;
  size = text->len;
  bytes = g_string_free_to_bytes (g_steal_pointer (&text));
  if (!trl_save_file (path, bytes, TRL_SAVE_FORCE, error))
    return FALSE;
  file = open (path, O_RDWR | O_APPEND | O_CLOEXEC);
  if (file < 0)
    return fail (path, errno, error);
  close (journal->file);
  journal->file = file;
  journal->size = size;
  journal->head_size = head_size;
  journal->n_unsynced = 0;
  return TRUE;
}

static void
forget_steps (TrlJournal *journal, guint n_steps)
{
  if (n_steps > 0)
    g_array_remove_range (journal->lengths, 0, MIN (n_steps, journal->lengths->len));
}

static void
remove_files (TrlJournal *journal)
{
  g_autofree char *file = NULL, *base = NULL, *lock = NULL;

  if (!journal->folder)
    return;
  file = dup_file (journal);
  lock = g_build_filename (journal->folder, TRL_JOURNAL_LOCK, NULL);
  g_unlink (file);
  if (journal->head.base)
    {
      base = trl_journal_dup_base_path (journal->folder, journal->head.base);
      g_unlink (base);
    }
  g_unlink (lock);
  g_rmdir (journal->folder);
  close_files (journal);
  journal->size = journal->head_size = 0;
  journal->n_unsynced = 0;
}

/* With the journal locked. */
static gboolean
rebase (TrlJournal *journal, TrlJournalHead *head, guint n_steps, GError **error)
{
  gboolean         saved = g_strcmp0 (head->base, head->saved) == 0;
  g_autofree char *old = NULL;

  if (saved && n_steps >= journal->lengths->len)
    {
      remove_files (journal);
      g_string_truncate (journal->pending, 0);
      journal->n_pending = 0;
    }
  else if (journal->file >= 0)
    {
      if (!replace_file (journal, head, n_steps, error))
        return FALSE;
      if (journal->head.base && g_strcmp0 (journal->head.base, head->base) != 0)
        {
          old = trl_journal_dup_base_path (journal->folder, journal->head.base);
          g_unlink (old);
        }
    }
  forget_steps (journal, n_steps);
  g_free (journal->head.path);
  g_free (journal->head.saved);
  g_free (journal->head.base);
  journal->head.path = g_steal_pointer (&head->path);
  journal->head.saved = g_steal_pointer (&head->saved);
  journal->head.base = g_steal_pointer (&head->base);
  return TRUE;
}

gboolean
trl_journal_rebase (
  TrlJournal *journal, GBytes *content, const char *path, guint n_steps, GError **error)
{
  g_auto (TrlJournalHead) head = { 0 };
  gboolean ok, keeps_base;

  head.base = dup_hash (content);
  g_mutex_lock (&journal->mutex);
  head.document = g_strdup (journal->head.document);
  head.title = g_strdup (journal->head.title);
  head.path = g_strdup (path ? path : journal->head.path);
  head.saved = g_strdup (path ? head.base : journal->head.saved);
  keeps_base = !path || n_steps < journal->lengths->len;
  ok = !keeps_base || journal->folder || take_folder (journal, error);
  g_mutex_unlock (&journal->mutex);
  if (!ok || (keeps_base && !write_base (journal, content, head.base, error)))
    return FALSE;
  g_mutex_lock (&journal->mutex);
  ok = rebase (journal, &head, n_steps, error);
  g_mutex_unlock (&journal->mutex);
  return ok;
}

void
trl_journal_remove (TrlJournal *journal)
{
  g_mutex_lock (&journal->mutex);
  remove_files (journal);
  g_array_set_size (journal->lengths, 0);
  g_string_truncate (journal->pending, 0);
  journal->n_pending = 0;
  g_mutex_unlock (&journal->mutex);
}
