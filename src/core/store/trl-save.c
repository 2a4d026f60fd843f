/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Saving: the target is whole at every moment.  All that can fail happens to a hidden
 * file beside it; the rename is the last step but one, and the folder is flushed after
 * it. */

#include "config.h"

#include "store/trl-save.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

#define CHUNK (1024 * 1024)
#define MAX_LINKS 40
#define MAX_ATTRIBUTE 4096 /* longer values are rare and not worth a failure */
#define MAX_BASE 200       /* of the 255 bytes of a name, so that dot and suffix fit */

typedef struct
{
  char       *target; /* what the links lead to */
  char       *folder;
  char       *display; /* of the target, for people */
  gboolean    exists;
  struct stat old;
  char       *temporary; /* NULL: not there, or no longer */
  int         fd;
} Save;

static void
save_clear (Save *save)
{
  if (save->fd >= 0)
    close (save->fd);
  if (save->temporary)
    g_unlink (save->temporary);
  g_free (save->target);
  g_free (save->folder);
  g_free (save->display);
  g_free (save->temporary);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Save, save_clear)

static gboolean
fail (const Save *save, int number, GError **error)
{
  gboolean had_content = save->exists && S_ISREG (save->old.st_mode);

  g_set_error (error, TRL_STORE_ERROR, TRL_STORE_ERROR_WRITE,
               had_content
                 ? _ ("“%s” could not be saved: %s. What was there before is unchanged.")
                 : _ ("“%s” could not be saved: %s."),
               save->display, g_strerror (number));
  return FALSE;
}

/* Stamps */

TrlStamp *
trl_stamp_new (GBytes *content)
{
  TrlStamp *stamp = g_new0 (TrlStamp, 1);

  stamp->size = g_bytes_get_size (content);
  stamp->hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, content);
  return stamp;
}

TrlStamp *
trl_stamp_copy (const TrlStamp *stamp)
{
  TrlStamp *copy = g_new0 (TrlStamp, 1);

  copy->size = stamp->size;
  copy->hash = g_strdup (stamp->hash);
  return copy;
}

void
trl_stamp_free (TrlStamp *stamp)
{
  g_free (stamp->hash);
  g_free (stamp);
}

gboolean
trl_stamp_matches (const TrlStamp *stamp, const char *path)
{
  g_autoptr (GBytes) content = NULL;
  g_autofree char *hash = NULL;
  struct stat      now;

  if (stat (path, &now) < 0)
    return errno == ENOENT;
  if ((gsize) now.st_size != stamp->size)
    return FALSE;
  content = trl_load_file (path, stamp->size, NULL, NULL);
  if (!content)
    return FALSE;
  hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, content);
  return g_str_equal (hash, stamp->hash);
}

/* The target */

/* One symbolic link further; NULL at the end of the chain. */
static char *
read_link (const char *path)
{
  g_autofree char *next = g_file_read_link (path, NULL);
  g_autofree char *folder = NULL;

  if (!next)
    return NULL;
  if (g_path_is_absolute (next))
    return g_steal_pointer (&next);
  folder = g_path_get_dirname (path);
  return g_build_filename (folder, next, NULL);
}

/* Follows links by hand, so that one that leads to nothing yet is kept as well. */
static gboolean
find_target (Save *save, const char *path, GError **error)
{
  save->target = g_strdup (path);
  save->display = g_filename_display_name (path);
  for (guint i = 0; i < MAX_LINKS; i++)
    {
      char *next = read_link (save->target);

      if (!next)
        {
          save->folder = g_path_get_dirname (save->target);
          save->exists = stat (save->target, &save->old) == 0;
          return TRUE;
        }
      g_free (save->target);
      save->target = next;
    }
  return fail (save, ELOOP, error);
}

static gboolean
check_target (Save *save, GError **error)
{
  if (!save->exists)
    return TRUE;
  if (S_ISDIR (save->old.st_mode))
    return fail (save, EISDIR, error);
  if (!S_ISREG (save->old.st_mode))
    {
      g_set_error (error, TRL_STORE_ERROR, TRL_STORE_ERROR_WRITE,
                   _ ("“%s” is a device or a pipe; save to an ordinary file"),
                   save->display);
      return FALSE;
    }
  /* Who may do anything still does not overwrite what is marked read-only. */
  if (access (save->target, W_OK) == 0 && (save->old.st_mode & 0222) != 0)
    return TRUE;
  g_set_error (error, TRL_STORE_ERROR, TRL_STORE_ERROR_READ_ONLY,
               _ ("The file “%s” may not be changed. Save under another name."),
               save->display);
  return FALSE;
}

static gboolean
refuse_changed (const Save *save, GError **error)
{
  g_set_error (error, TRL_STORE_ERROR, TRL_STORE_ERROR_CHANGED,
               _ ("“%s” was changed by another program since it was opened. Save a copy "
                  "under another name, or overwrite it."),
               save->display);
  return FALSE;
}

static gboolean
check_stamp (Save *save, const TrlStamp *expected, GError **error)
{
  return !expected || trl_stamp_matches (expected, save->target) ||
         refuse_changed (save, error);
}

/* The content was compared before it was written beside; that took a while. */
static gboolean
check_unmoved (Save *save, const TrlStamp *expected, GError **error)
{
  struct stat now;
  gboolean    exists = stat (save->target, &now) == 0;

  if (!expected || !exists ||
      (save->exists && now.st_ino == save->old.st_ino &&
       now.st_size == save->old.st_size &&
       now.st_mtim.tv_sec == save->old.st_mtim.tv_sec &&
       now.st_mtim.tv_nsec == save->old.st_mtim.tv_nsec))
    return TRUE;
  return refuse_changed (save, error);
}

/* The hidden file */

static gboolean
refuse_folder (const Save *save, GError **error)
{
  g_autofree char *folder = g_filename_display_name (save->folder);

  g_set_error (error, TRL_STORE_ERROR, TRL_STORE_ERROR_READ_ONLY,
               _ ("Nothing may be written in the folder “%s”. Save in another folder."),
               folder);
  return FALSE;
}

static gboolean
create_temporary (Save *save, GError **error)
{
  g_autofree char *base = g_path_get_basename (save->target);
  g_autofree char *name = NULL;
  int              number;

  if (strlen (base) > MAX_BASE)
    base[MAX_BASE] = '\0';
  name = g_strdup_printf (".%s.XXXXXX", base);
  save->temporary = g_build_filename (save->folder, name, NULL);
  /* A new file gets the mode that the user's mask gives; a replaced one gets its own once
   * the content is in. */
  save->fd =
    g_mkstemp_full (save->temporary, O_RDWR | O_CLOEXEC, save->exists ? 0600 : 0666);
  if (save->fd >= 0)
    return TRUE;
  number = errno;
  g_clear_pointer (&save->temporary, g_free);
  if (number == EACCES || number == EROFS || number == EPERM)
    return refuse_folder (save, error);
  return fail (save, number, error);
}

static gboolean
write_content (Save *save, GBytes *content, GCancellable *cancellable, GError **error)
{
  gsize       left;
  const char *data = g_bytes_get_data (content, &left);

  while (left > 0)
    {
      gssize written = write (save->fd, data, MIN (left, CHUNK));

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (written < 0 && errno == EINTR)
        continue;
      if (written < 0)
        return fail (save, errno, error);
      data += written;
      left -= (gsize) written;
    }
  return TRUE;
}

/* Best effort: whoever may write a file may not always give it away. */
static void
keep_owner_and_mode (Save *save)
{
  if (!save->exists)
    return;
  if (fchown (save->fd, save->old.st_uid, save->old.st_gid) < 0)
    g_debug ("Owner of “%s” not kept: %s", save->display, g_strerror (errno));
  if (fchmod (save->fd, save->old.st_mode & 07777) < 0)
    g_debug ("Mode of “%s” not kept: %s", save->display, g_strerror (errno));
}

/* Tags of file managers, access lists and the like; best effort as well. */
static void
keep_attributes (Save *save)
{
  char             value[MAX_ATTRIBUTE];
  ssize_t          length = save->exists ? listxattr (save->target, NULL, 0) : 0;
  g_autofree char *names = length > 0 ? g_malloc0 ((gsize) length + 1) : NULL;

  if (!names || listxattr (save->target, names, (gsize) length) != length)
    return;
  for (const char *name = names; *name; name += strlen (name) + 1)
    {
      ssize_t size = getxattr (save->target, name, value, sizeof value);

      if (size < 0 || fsetxattr (save->fd, name, value, (gsize) size, 0) < 0)
        g_debug ("“%s” of “%s” not kept: %s", name, save->display, g_strerror (errno));
    }
}

static gboolean
flush_content (Save *save, GError **error)
{
  int fd = save->fd;

  if (fsync (fd) < 0)
    return fail (save, errno, error);
  save->fd = -1;
  return close (fd) == 0 || fail (save, errno, error);
}

/* A disk that says it has written does not always have. */
static gboolean
read_back (Save *save, GBytes *content, GCancellable *cancellable, GError **error)
{
  gsize size = g_bytes_get_size (content);
  g_autoptr (GBytes) found = trl_load_file (save->temporary, size, cancellable, error);

  if (!found)
    return FALSE;
  if (g_bytes_equal (found, content))
    return TRUE;
  return fail (save, EIO, error);
}

static gboolean
rename_into_place (Save *save, GError **error)
{
  if (g_rename (save->temporary, save->target) < 0)
    return fail (save, errno, error);
  g_clear_pointer (&save->temporary, g_free);
  return TRUE;
}

/* Makes the rename last through a loss of power; some file systems cannot. */
static void
flush_folder (const Save *save)
{
  int fd = open (save->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (fd < 0)
    return;
  if (fsync (fd) < 0)
    g_debug ("Folder of “%s” not flushed: %s", save->display, g_strerror (errno));
  close (fd);
}

void
trl_save_init (void)
{
  signal (SIGXFSZ, SIG_IGN);
}

gboolean
trl_save_file (const char *path, GBytes *content, TrlSaveFlags flags, GError **error)
{
  return trl_save_file_over (path, content, NULL, flags, NULL, error);
}

gboolean
trl_save_file_over (const char     *path,
                    GBytes         *content,
                    const TrlStamp *expected,
                    TrlSaveFlags    flags,
                    GCancellable   *cancellable,
                    GError        **error)
{
  g_auto (Save) save = { .fd = -1 };

  g_return_val_if_fail (path && content, FALSE);

  if (flags & TRL_SAVE_FORCE)
    expected = NULL;
  if (!find_target (&save, path, error) || !check_target (&save, error) ||
      !check_stamp (&save, expected, error) || !create_temporary (&save, error) ||
      !write_content (&save, content, cancellable, error))
    return FALSE;
  keep_owner_and_mode (&save);
  keep_attributes (&save);
  if (!flush_content (&save, error) || !read_back (&save, content, cancellable, error) ||
      g_cancellable_set_error_if_cancelled (cancellable, error) ||
      !check_unmoved (&save, expected, error) || !rename_into_place (&save, error))
    return FALSE;
  flush_folder (&save);
  return TRUE;
}
