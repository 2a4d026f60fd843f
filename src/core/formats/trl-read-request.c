/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is to be read.  Sizes are asked before anything is read, so that a file of
 * gigabytes costs nothing. */

#include "config.h"

#include "formats/trl-read-request.h"

#include "formats/trl-format.h"
#include "formats/trl-meaning.h"
#include "formats/trl-words.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

static void
free_input (gpointer data)
{
  TrlInput *input = data;
  g_free (input->name);
  g_free (input->path);
  g_clear_pointer (&input->bytes, g_bytes_unref);
  g_free (input);
}

GBytes *
trl_input_load (const TrlInput *input, GError **error)
{
  char *data;
  gsize length;

  if (input->bytes != NULL)
    return g_bytes_ref (input->bytes);
  return g_file_get_contents (input->path, &data, &length, error)
           ? g_bytes_new_take (data, length)
           : NULL;
}

TrlReadRequest *
trl_read_request_new (void)
{
  TrlReadRequest *request = g_new0 (TrlReadRequest, 1);
  request->inputs = g_ptr_array_new_with_free_func (free_input);
  request->map = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  request->values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return request;
}

void
trl_read_request_free (TrlReadRequest *request)
{
  g_ptr_array_unref (request->inputs);
  g_hash_table_unref (request->map);
  g_hash_table_unref (request->values);
  g_free (request->hub);
  g_free (request->format);
  g_free (request);
}

static void
add_input (TrlReadRequest *request, const char *name, const char *path, GBytes *bytes)
{
  TrlInput *input = g_new0 (TrlInput, 1);
  input->name = g_strdup (name);
  input->path = g_strdup (path);
  input->bytes = bytes != NULL ? g_bytes_ref (bytes) : NULL;
  g_ptr_array_add (request->inputs, input);
}

void
trl_read_request_add (TrlReadRequest *request, const char *name, GBytes *bytes)
{
  add_input (request, name, NULL, bytes);
}

static gboolean
check_size (const char *path, const char *name, GError **error)
{
  g_autofree char *text = NULL;
  GStatBuf         info;

  if (g_stat (path, &info) != 0)
    return g_file_get_contents (path, &text, NULL, error); /* says why */
  if (!S_ISREG (info.st_mode))
    g_set_error (error, TRL_FORMAT_ERROR, TRL_FORMAT_ERROR_CONTENT,
                 S_ISDIR (info.st_mode) ? _ ("“%s” is a folder, not a file")
                                        : _ ("“%s” is not a plain file"),
                 name);
  else if (info.st_size > (goffset) TRL_INPUT_MAX)
    g_set_error (error, TRL_FORMAT_ERROR, TRL_FORMAT_ERROR_LIMIT,
                 _ ("“%s” has %.0f MB; at most %u MB can be read"), name,
                 (double) (info.st_size / (1024 * 1024)), TRL_INPUT_MAX / (1024 * 1024));
  else
    return TRUE;
  return FALSE;
}

static gboolean
add_path (TrlReadRequest *request, const char *path, GError **error)
{
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *name = g_filename_display_name (base);

  if (!check_size (path, name, error))
    return FALSE;
  add_input (request, name, path, NULL);
  return TRUE;
}

TrlReadRequest *
trl_read_request_new_for_paths (const char *const *paths, GError **error)
{
  g_autoptr (TrlReadRequest) request = trl_read_request_new ();

  for (guint i = 0; paths[i] != NULL; i++)
    if (!add_path (request, paths[i], error))
      return NULL;
  return g_steal_pointer (&request);
}

gboolean
trl_read_request_load (TrlReadRequest *request, GError **error)
{
  for (guint i = 0; i < request->inputs->len; i++)
    {
      TrlInput *input = request->inputs->pdata[i];
      GBytes   *bytes = trl_input_load (input, error);

      if (bytes == NULL)
        return FALSE;
      g_clear_pointer (&input->bytes, g_bytes_unref);
      input->bytes = bytes;
    }
  return TRUE;
}

gboolean
trl_read_request_set_meaning (TrlReadRequest *request,
                              const char     *header,
                              const char     *meaning,
                              GError        **error)
{
  if (trl_meaning_find (meaning) < 0)
    {
      g_set_error (error, TRL_FORMAT_ERROR, TRL_FORMAT_ERROR_MAP,
                   _ ("A column cannot mean “%s”"), meaning);
      return FALSE;
    }
  g_hash_table_insert (request->map, trl_fold (header), g_strdup (meaning));
  return TRUE;
}

void
trl_read_request_set_value (TrlReadRequest *request, const char *word, const char *level)
{
  g_hash_table_insert (request->values, trl_fold (word),
                       g_strdup (level != NULL ? level : ""));
}

gboolean
trl_read_request_map (TrlReadRequest *request, const char *text, GError **error)
{
  const char *equals = strchr (text, '=');

  if (equals == NULL || equals == text || equals[1] == '\0')
    {
      g_set_error (error, TRL_FORMAT_ERROR, TRL_FORMAT_ERROR_MAP,
                   _ ("“%s” is not of the form NAME=COLUMN"), text);
      return FALSE;
    }
  g_autofree char *meaning = g_strndup (text, (gsize) (equals - text));
  return trl_read_request_set_meaning (request, equals + 1, meaning, error);
}
