/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows to and from a spreadsheet, in every form that the clipboard may have. */

#include "config.h"

#include "grid/trellis-table-page-private.h"

#include "formats/trl-clip.h"
#include "grid/trellis-table-paste.h"
#include "trellis-compat.h"

#include <glib/gi18n.h>
#include <string.h>

static void
add_cell (TrlSheet *sheet, const char *text)
{
  trl_sheet_add_cell (sheet, text, strlen (text));
}

static TrlSheet *
make_sheet (TrellisTablePage *self)
{
  TrlSheet *sheet = trl_sheet_new ('\t');
  g_autoptr (GPtrArray) shown = trellis_table_page_get_shown (self);
  g_autoptr (GArray) entries = trellis_table_page_get_entries (self);

  for (guint k = 0; k < shown->len; k++)
    add_cell (sheet, ((TrellisColumn *) shown->pdata[k])->title);
  trl_sheet_end_row (sheet, 1);
  for (guint i = 0; i < entries->len; i++)
    {
      for (guint k = 0; k < shown->len; k++)
        {
          g_autofree char *text = trellis_column_dup_text (
            shown->pdata[k], &g_array_index (entries, TrellisEntry, i));

          add_cell (sheet, text);
        }
      trl_sheet_end_row (sheet, i + 2);
    }
  return sheet;
}

void
trellis_table_page_copy (TrellisTablePage *self)
{
  static const char *const types[] = { "text/html", "text/tab-separated-values",
                                       "text/plain;charset=utf-8" };
  g_autoptr (TrlSheet) sheet = make_sheet (self);
  GdkContentProvider *providers[G_N_ELEMENTS (types)];
  g_autoptr (GdkContentProvider) all = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autoptr (GBytes) bytes =
        trl_clip_write (i == 2 ? "text/tab-separated-values" : types[i], sheet);

      providers[i] = gdk_content_provider_new_for_bytes (types[i], bytes);
    }
  all = gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), all);
}

static void
tell_paste (TrellisTablePage *self, const TrellisTablePaste *paste)
{
  g_autofree char *text = g_strdup_printf (_ ("Rows added: %u, rows found again: %u"),
                                           paste->n_added, paste->n_updated);
  g_autoptr (GString) list = g_string_new (NULL);

  trellis_table_page_tell (self, text, paste->n_added + paste->n_updated > 0);
  if (paste->problems->len == 0)
    return;
  for (guint i = 0; i < MIN (paste->problems->len, 12); i++)
    g_string_append_printf (list, "%s\n", (char *) paste->problems->pdata[i]);
  if (paste->problems->len > 12)
    g_string_append_printf (list, _ ("And %u more."), paste->problems->len - 12);
  trellis_compat_tell (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                       _ ("Not Everything Could Be Pasted"), list->str);
}

static void
paste_bytes (TrellisTablePage *self, const char *type, GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrlSheet) sheet = trl_clip_read (type, bytes, &error);
  g_autoptr (GPtrArray) shown = trellis_table_page_get_shown (self);
  g_autoptr (TrellisTablePaste) paste = NULL;

  if (!sheet)
    {
      trellis_table_page_tell (self, error->message, FALSE);
      return;
    }
  paste = trellis_table_paste (trellis_session_get_document (self->session),
                               trellis_session_get_network_id (self->session), self->kind,
                               self->columns, shown, sheet);
  tell_paste (self, paste);
}

typedef struct
{
  TrellisTablePage *page;
  char             *type;
} Reading;

static void
on_spliced (GObject *stream, GAsyncResult *result, gpointer data)
{
  Reading *reading = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (g_output_stream_splice_finish (G_OUTPUT_STREAM (stream), result, &error) < 0)
    trellis_table_page_tell (reading->page, error->message, FALSE);
  else if (reading->page->session)
    {
      bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
      paste_bytes (reading->page, reading->type, bytes);
    }
  g_object_unref (reading->page);
  g_free (reading->type);
  g_free (reading);
}

static void
on_read (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  g_autoptr (TrellisTablePage) self = data;
  const char *type = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GInputStream) input =
    gdk_clipboard_read_finish (GDK_CLIPBOARD (clipboard), result, &type, &error);
  g_autoptr (GOutputStream) output = NULL;
  Reading *reading;

  if (!input)
    {
      trellis_table_page_tell (self, _ ("There is no table on the clipboard"), FALSE);
      return;
    }
  reading = g_new0 (Reading, 1);
  reading->type = g_strdup (type);
  reading->page = g_steal_pointer (&self);
  output = g_memory_output_stream_new_resizable ();
  g_output_stream_splice_async (output, input,
                                G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE |
                                  G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                G_PRIORITY_DEFAULT, NULL, on_spliced, reading);
}

void
trellis_table_page_paste (TrellisTablePage *self)
{
  if (trellis_session_get_network (self->session))
    gdk_clipboard_read_async (gtk_widget_get_clipboard (GTK_WIDGET (self)),
                              (const char **) trl_clip_types (), G_PRIORITY_DEFAULT, NULL,
                              on_read, g_object_ref (self));
}
