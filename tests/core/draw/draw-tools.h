/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Files are judged by other people's programs. */

#include <gio/gio.h>
#include <glib/gstdio.h>

static inline gboolean
tool_is_missing (const char *name)
{
  g_autofree char *path = g_find_program_in_path (name);
  g_autofree char *why = g_strdup_printf ("%s is not installed", name);
  if (!path)
    g_test_skip (why);
  return path == NULL;
}

/* Returns: what it wrote; it must have ended well and warned of nothing */
static inline char *
tool_run (const char *first, ...)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  char   *out = NULL, *warnings = NULL;
  int     status;
  va_list rest;
  va_start (rest, first);
  for (const char *argument = first; argument; argument = va_arg (rest, const char *))
    g_ptr_array_add (arguments, (gpointer) argument);
  va_end (rest);
  g_ptr_array_add (arguments, NULL);
  g_spawn_sync (NULL, (char **) arguments->pdata, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL,
                &out, &warnings, &status, &error);
  g_assert_no_error (error);
  g_test_message ("%s: %s", first, warnings);
  g_spawn_check_wait_status (status, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (warnings, ==, "");
  g_free (warnings);
  return out;
}

/* Returns: what it wrote of what it was given; NULL where it is not installed */
static inline char *
tool_pipe (GBytes *bytes, const char *const *command)
{
  g_autofree char *tool = g_find_program_in_path (command[0]);
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GBytes) out = NULL;
  if (!tool)
    return NULL;
  process = g_subprocess_newv (
    command, G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);
  g_assert_no_error (error);
  g_subprocess_communicate (process, bytes, NULL, &out, NULL, &error);
  g_assert_no_error (error);
  return g_strndup (g_bytes_get_data (out, NULL), g_bytes_get_size (out));
}

static inline char *
tool_folder (void)
{
  return g_dir_make_tmp ("trellis-draw-XXXXXX", NULL);
}

/* Returns: the path of a file of this content */
static inline char *
tool_write (const char *folder, const char *name, GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  gsize       length;
  const char *data = g_bytes_get_data (bytes, &length);
  char       *path = g_build_filename (folder, name, NULL);
  g_file_set_contents (path, data, length, &error);
  g_assert_no_error (error);
  return path;
}

static inline void
tool_remove (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  for (const char *name = g_dir_read_name (dir); name; name = g_dir_read_name (dir))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_unlink (path);
    }
  g_rmdir (folder);
}
