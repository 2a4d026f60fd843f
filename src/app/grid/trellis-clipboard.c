/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tables come and go in every form at once; the reader takes the one that says most.
 * Others' programs write what is read, so all of it arrives later, or not at all.
 */

#include "config.h"

#include "grid/trellis-clipboard.h"

#include "formats/trl-clip.h"

#include <glib/gi18n.h>

#define PLAIN "text/plain;charset=utf-8" /* what most programs call plain text */

/* The types of core, and plain text by the name that it has on clipboards. */
static GPtrArray *
list_types (void)
{
  GPtrArray         *types = g_ptr_array_new ();
  const char *const *own = trl_clip_types ();

  for (guint i = 0; own[i]; i++)
    {
      if (g_str_equal (own[i], "text/plain"))
        g_ptr_array_add (types, (char *) PLAIN);
      g_ptr_array_add (types, (char *) own[i]);
    }
  g_ptr_array_add (types, NULL);
  return types;
}

void
trellis_clipboard_write (GdkClipboard *clipboard, const TrlSheet *sheet)
{
  g_autoptr (GPtrArray) types = list_types ();
  g_autoptr (GPtrArray) providers = g_ptr_array_new ();
  g_autoptr (GdkContentProvider) all = NULL;

  for (guint i = 0; types->pdata[i]; i++)
    {
      g_autoptr (GBytes) bytes = trl_clip_write (types->pdata[i], sheet);

      g_ptr_array_add (providers,
                       gdk_content_provider_new_for_bytes (types->pdata[i], bytes));
    }
  all = gdk_content_provider_new_union ((GdkContentProvider **) providers->pdata,
                                        providers->len);
  gdk_clipboard_set_content (clipboard, all);
}

gboolean
trellis_clipboard_has_table (GdkClipboard *clipboard)
{
  GdkContentFormats *formats = gdk_clipboard_get_formats (clipboard);
  g_autoptr (GPtrArray) types = list_types ();

  for (guint i = 0; types->pdata[i]; i++)
    if (gdk_content_formats_contain_mime_type (formats, types->pdata[i]))
      return TRUE;
  return gdk_content_formats_contain_gtype (formats, G_TYPE_STRING);
}

static void
on_bytes (GObject *stream, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  const char *type = g_task_get_task_data (task);
  GError     *error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  TrlSheet *sheet;

  if (g_output_stream_splice_finish (G_OUTPUT_STREAM (stream), result, &error) < 0)
    {
      g_task_return_error (task, error);
      return;
    }
  bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
  sheet = trl_clip_read (type, bytes, &error);
  if (sheet)
    g_task_return_pointer (task, sheet, (GDestroyNotify) trl_sheet_free);
  else
    g_task_return_error (task, error);
}

static void
on_stream (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  const char *type = NULL;
  GError     *error = NULL;
  g_autoptr (GInputStream) stream =
    gdk_clipboard_read_finish (GDK_CLIPBOARD (clipboard), result, &type, &error);
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();

  if (!stream)
    {
      g_error_free (error);
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                               _ ("There is no table and no text to paste"));
      return;
    }
  g_task_set_task_data (task, g_strdup (type), g_free);
  g_output_stream_splice_async (
    memory, stream,
    G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
    G_PRIORITY_DEFAULT, g_task_get_cancellable (task), on_bytes, g_object_ref (task));
}

void
trellis_clipboard_read_async (GdkClipboard       *clipboard,
                              GCancellable       *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  g_autoptr (GPtrArray) types = list_types ();
  GTask *task = g_task_new (clipboard, cancellable, callback, user_data);

  gdk_clipboard_read_async (clipboard, (const char **) types->pdata, G_PRIORITY_DEFAULT,
                            cancellable, on_stream, task);
}

TrlSheet *
trellis_clipboard_read_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
