/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading what a program left that did not come to its end.  Lines are played in the
 * order in which they were written, whatever their times say, up to the first that is not
 * whole. */

#include "config.h"

#include "store/trl-journal-private.h"

#include "store/trl-json-scan.h"
#include "store/trl-store-edits.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>
#include <unistd.h>

void
trl_leftover_free (TrlLeftover *leftover)
{
  if (!leftover)
    return;
  g_free (leftover->folder);
  g_free (leftover->title);
  g_free (leftover->path);
  g_free (leftover->time);
  g_free (leftover);
}

/* A journal in memory, with the line that is next. */
typedef struct
{
  GBytes     *bytes;
  const char *at, *end;
  guint       number; /* of the line */
} Lines;

/* Returns whether there is a whole line; it ends with the closing brace. */
static gboolean
next_line (Lines *lines, TrlJsonSpan *line)
{
  const char *end = memchr (lines->at, '\n', (gsize) (lines->end - lines->at));

  if (!end || !trl_journal_is_sealed (lines->at, (gsize) (end - lines->at)))
    return FALSE;
  *line = (TrlJsonSpan){ lines->at, (gsize) (end - lines->at) };
  lines->at = end + 1;
  lines->number++;
  return TRUE;
}

static gboolean
open_lines (Lines *lines, const char *folder, GError **error)
{
  g_autofree char *path = g_build_filename (folder, TRL_JOURNAL_FILE, NULL);
  gsize            n;

  lines->bytes = trl_load_file (path, TRL_JOURNAL_MOST, NULL, error);
  if (!lines->bytes)
    return FALSE;
  lines->at = g_bytes_get_data (lines->bytes, &n);
  lines->end = lines->at + n;
  lines->number = 0;
  return TRUE;
}

static TrlMemberClass
classify (gconstpointer data, TrlJsonSpan name, guint *slot)
{
  static const char *const known[] = { "trellis-journal",
                                       "document",
                                       "title",
                                       "file",
                                       "saved",
                                       "base",
                                       "n",
                                       "time",
                                       "kind",
                                       "name",
                                       "key" };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (trl_json_says (name, known[i]))
      return TRL_MEMBER_KNOWN;
  return trl_json_says (name, "edits") ? TRL_MEMBER_APART : TRL_MEMBER_UNKNOWN;
}

/* A reader of one line. */
static gboolean
read_part (TrlReader *reader, TrlJsonSpan line, TrlPart *part, GError **error)
{
  reader->text = line.start;
  reader->length = line.length;
  reader->counted = NULL;
  return trl_json_scan (line.start, line.length, NULL, error) &&
         trl_part_read (part, reader, line, classify, NULL, error);
}

static gboolean
refuse_head (const char *folder, GError **error)
{
  g_autofree char *display = g_filename_display_name (folder);

  g_set_error (error, TRL_STORE_ERROR, TRL_STORE_ERROR_CONTENT,
               _ ("What was kept in “%s” cannot be read: its beginning is damaged."),
               display);
  return FALSE;
}

static gboolean
read_head (Lines *lines, const char *folder, TrlJournalHead *head, GError **error)
{
  g_auto (TrlPart) part = { 0 };
  TrlReader   reader = { .name = TRL_JOURNAL_FILE };
  TrlJsonSpan line;
  double      version;
  const char *document, *title, *path, *saved, *base;
  gboolean    ok;

  if (!next_line (lines, &line))
    return refuse_head (folder, error);
  ok = read_part (&reader, line, &part, NULL) &&
       trl_part_get_number (&part, &reader, "trellis-journal", &version, NULL) &&
       trl_part_get_text (&part, &reader, "document", &document, NULL) &&
       trl_part_get_text (&part, &reader, "title", &title, NULL) &&
       trl_part_get_text (&part, &reader, "file", &path, NULL) &&
       trl_part_get_text (&part, &reader, "saved", &saved, NULL) &&
       trl_part_get_text (&part, &reader, "base", &base, NULL) &&
       version == TRL_JOURNAL_VERSION && document && base && strlen (base) == 64;
  g_clear_pointer (&reader.fault, trl_problem_free);
  if (!ok)
    return refuse_head (folder, error);
  head->document = g_strdup (document);
  head->title = g_strdup (title);
  head->path = g_strdup (path);
  head->saved = g_strdup (saved);
  head->base = g_strdup (base);
  return TRUE;
}

/* The base: the copy of ours or, where there is none, the file while it holds the same.
 */

static GBytes *
load_same (const char *path, const char *hash)
{
  g_autoptr (GBytes) bytes =
    path ? trl_load_file (path, TRL_STORE_MAX_SIZE, NULL, NULL) : NULL;
  g_autofree char *own =
    bytes ? g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes) : NULL;

  return g_strcmp0 (own, hash) == 0 ? g_steal_pointer (&bytes) : NULL;
}

static GBytes *
load_base (const char *folder, const TrlJournalHead *head, GError **error)
{
  g_autofree char *copy = trl_journal_dup_base_path (folder, head->base);
  GBytes          *bytes = load_same (copy, head->base);

  if (!bytes)
    bytes = load_same (head->path, head->base);
  if (!bytes)
    {
      g_autofree char *display = g_filename_display_name (folder);

      g_set_error (error, TRL_STORE_ERROR, TRL_STORE_ERROR_READ,
                   _ ("The steps in “%s” cannot be played: the file that they begin from "
                      "is gone or has changed."),
                   display);
    }
  return bytes;
}

/* Steps */

static gboolean
apply_edits (TrlDocument     *document,
             const GPtrArray *edits,
             const char      *name,
             const char      *key)
{
  gboolean ok = TRUE;

  trl_document_begin (document, name ? name : "", key);
  for (guint i = 0; ok && i < edits->len; i++)
    ok = trl_document_apply (document, edits->pdata[i], NULL);
  if (ok)
    trl_document_end (document);
  else
    trl_document_cancel (document);
  return ok;
}

/* What was undone is undone, so that it can be done again.  Steps before the base are not
 * there to be undone: then what that did is done, and from there on, since history is no
 * longer the same, of whatever was undone and done again.  @number: (inout): of the step
 * before, 0 for none, and of this; @plain: (inout) */
static gboolean
play (TrlDocument *document,
      TrlReader   *reader,
      TrlPart     *part,
      double      *number,
      gboolean    *plain)
{
  TrlJsonSpan list = trl_part_find_apart (part, "edits");
  g_autoptr (GPtrArray) edits = NULL;
  const char *kind, *name, *key;
  double      n;

  if (!trl_part_get_number (part, reader, "n", &n, NULL) || isnan (n) ||
      (*number > 0 && n != *number + 1) ||
      !trl_part_get_text (part, reader, "kind", &kind, NULL) ||
      !trl_part_get_text (part, reader, "name", &name, NULL) ||
      !trl_part_get_text (part, reader, "key", &key, NULL) || !list.start)
    return FALSE;
  *number = n;
  if (!*plain && g_strcmp0 (kind, "undo") == 0 && trl_document_undo (document))
    return TRUE;
  if (!*plain && g_strcmp0 (kind, "redo") == 0 && trl_document_redo (document))
    return TRUE;
  *plain = *plain || g_strcmp0 (kind, "do") != 0;
  edits = trl_edits_read (reader, list, NULL);
  return edits && apply_edits (document, edits, name, key);
}

static guint
play_all (TrlDocument *document, Lines *lines)
{
  g_autoptr (GHashTable) fields =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  TrlReader   reader = { .name = TRL_JOURNAL_FILE, .fields = fields };
  TrlJsonSpan line;
  guint       n = 0;
  double      number = 0;
  gboolean    ok = TRUE, plain = FALSE;

  while (ok && next_line (lines, &line))
    {
      g_auto (TrlPart) part = { 0 };

      ok = read_part (&reader, line, &part, NULL) &&
           play (document, &reader, &part, &number, &plain);
      g_clear_pointer (&reader.fault, trl_problem_free);
      n += ok;
    }
  return n;
}

TrlDocument *
trl_leftover_restore (const TrlLeftover *leftover, guint *n_steps, GError **error)
{
  g_auto (TrlJournalHead) head = { 0 };
  g_autoptr (GBytes) base = NULL;
  g_autoptr (TrlDocument) document = NULL;
  Lines lines = { 0 };

  *n_steps = 0;
  if (open_lines (&lines, leftover->folder, error) &&
      read_head (&lines, leftover->folder, &head, error))
    base = load_base (leftover->folder, &head, error);
  if (base)
    document = trl_store_from_bytes (base, leftover->title, error);
  if (document)
    *n_steps = play_all (document, &lines);
  g_clear_pointer (&lines.bytes, g_bytes_unref);
  return g_steal_pointer (&document);
}

/* The list */

/* How many steps are whole, and when the last was taken. */
static void
count_steps (TrlLeftover *leftover, Lines *lines)
{
  TrlJsonSpan line;

  while (next_line (lines, &line))
    {
      g_auto (TrlPart) part = { 0 };
      TrlReader   reader = { .name = TRL_JOURNAL_FILE };
      const char *time;

      leftover->n_steps++;
      if (lines->at < lines->end)
        continue;
      if (read_part (&reader, line, &part, NULL) &&
          trl_part_get_text (&part, &reader, "time", &time, NULL))
        leftover->time = g_strdup (time);
      g_clear_pointer (&reader.fault, trl_problem_free);
    }
  leftover->is_damaged = lines->at < lines->end;
}

static TrlLeftover *
look_into (const char *folder)
{
  g_auto (TrlJournalHead) head = { 0 };
  TrlLeftover *leftover = g_new0 (TrlLeftover, 1);
  Lines        lines = { 0 };

  leftover->folder = g_strdup (folder);
  leftover->is_damaged = TRUE;
  if (open_lines (&lines, folder, NULL) && read_head (&lines, folder, &head, NULL))
    count_steps (leftover, &lines);
  leftover->title = g_steal_pointer (&head.title);
  leftover->path = g_steal_pointer (&head.path);
  g_clear_pointer (&lines.bytes, g_bytes_unref);
  return leftover;
}

static int
compare_leftovers (gconstpointer a, gconstpointer b)
{
  const TrlLeftover *one = *(TrlLeftover *const *) a, *two = *(TrlLeftover *const *) b;
  int                order = g_strcmp0 (two->time, one->time);

  return order ? order : strcmp (one->folder, two->folder);
}

GPtrArray *
trl_leftovers_list (const char *root)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) trl_leftover_free);
  g_autoptr (GDir) dir = g_dir_open (root, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *folder = g_build_filename (root, name, NULL);
      g_autofree char *file = g_build_filename (folder, TRL_JOURNAL_FILE, NULL);
      int              lock;

      if (!g_file_test (file, G_FILE_TEST_IS_REGULAR))
        continue;
      lock = trl_journal_lock (folder);
      if (lock < 0)
        continue; /* somebody works on it */
      g_ptr_array_add (list, look_into (folder));
      close (lock);
    }
  g_ptr_array_sort (list, compare_leftovers);
  return list;
}

void
trl_leftover_remove (const TrlLeftover *leftover)
{
  g_autoptr (GDir) dir = g_dir_open (leftover->folder, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_equal (name, TRL_JOURNAL_FILE) || g_str_equal (name, TRL_JOURNAL_LOCK) ||
        g_str_has_prefix (name, "base-"))
      {
        g_autofree char *path = g_build_filename (leftover->folder, name, NULL);

        g_unlink (path);
      }
  g_rmdir (leftover->folder);
}
