/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading: the size is asked before a byte is read, and a file that shrinks meanwhile is
 * an error, not a fault of a mapping. */

#include "config.h"

#include "store/trl-save.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <sys/stat.h>
#include <unistd.h>

#define CHUNK (1024 * 1024)

static gboolean
fail (const char *path, const char *why, GError **error)
{
  g_autofree char *display = g_filename_display_name (path);

  g_set_error (error, TRL_STORE_ERROR, TRL_STORE_ERROR_READ,
               _ ("“%s” could not be read: %s"), display, why);
  return FALSE;
}

static gboolean
check_size (const char *path, int fd, gsize max_size, gsize *size, GError **error)
{
  struct stat      info;
  g_autofree char *display = g_filename_display_name (path);
  g_autofree char *found = NULL, *most = NULL;

  if (fstat (fd, &info) < 0)
    return fail (path, g_strerror (errno), error);
  if (S_ISDIR (info.st_mode))
    return fail (path, _ ("it is a folder"), error);
  if (!S_ISREG (info.st_mode))
    return fail (path, _ ("it is a device or a pipe, not an ordinary file"), error);
  *size = (gsize) info.st_size;
  if (*size <= max_size)
    return TRUE;
  found = g_format_size_full (*size, G_FORMAT_SIZE_IEC_UNITS);
  most = g_format_size_full (max_size, G_FORMAT_SIZE_IEC_UNITS);
  g_set_error (error, TRL_STORE_ERROR, TRL_STORE_ERROR_LIMIT,
               _ ("“%s” is too large: %s; at most %s can be opened"), display, found,
               most);
  return FALSE;
}

static gboolean
read_all (const char   *path,
          int           fd,
          char         *data,
          gsize         size,
          GCancellable *cancellable,
          GError      **error)
{
  gsize  done = 0;
  gssize n;

  /* One byte more than there should be shows a file that grows. */
  while ((n = read (fd, data + done, MIN (size + 1 - done, CHUNK))) != 0 && done <= size)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (n < 0 && errno != EINTR)
        return fail (path, g_strerror (errno), error);
      done += (gsize) MAX (n, 0);
    }
  return done == size ||
         fail (path, _ ("it changed while it was read; try again"), error);
}

GBytes *
trl_load_file (const char   *path,
               gsize         max_size,
               GCancellable *cancellable,
               GError      **error)
{
  g_autofree char *data = NULL;
  gsize            size = 0;
  gboolean         ok;
  int              fd;

  g_return_val_if_fail (path, NULL);

  /* Not to wait for the writer of a pipe. */
  fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (fd < 0)
    {
      fail (path, g_strerror (errno), error);
      return NULL;
    }
  ok = check_size (path, fd, max_size, &size, error);
  if (ok)
    {
      data = g_try_malloc (size + 1);
      ok = data ? read_all (path, fd, data, size, cancellable, error)
                : fail (path, g_strerror (ENOMEM), error);
    }
  close (fd);
  return ok ? g_bytes_new_take (g_steal_pointer (&data), size) : NULL;
}
