/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows to and from a spreadsheet, in every form that the clipboard may have. */

#include "config.h"

#include "grid/trellis-table-page-private.h"

#include "grid/trellis-clipboard.h"
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
  g_autoptr (TrlSheet) sheet = make_sheet (self);

  trellis_clipboard_write (gtk_widget_get_clipboard (GTK_WIDGET (self)), sheet);
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
paste_table (TrellisTablePage *self, const TrlSheet *sheet)
{
  g_autoptr (GPtrArray) shown = trellis_table_page_get_shown (self);
  g_autoptr (TrellisTablePaste) paste =
    trellis_table_paste (trellis_session_get_document (self->session),
                         trellis_session_get_network_id (self->session), self->kind,
                         self->columns, shown, sheet);

  tell_paste (self, paste);
  trellis_table_page_focus (self); /* a table without rows had it itself */
}

static void
on_table (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  g_autoptr (TrellisTablePage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TrlSheet) sheet = trellis_clipboard_read_finish (result, &error);

  if (!self->session)
    return;
  if (sheet)
    paste_table (self, sheet);
  else
    trellis_table_page_tell (self, error->message, FALSE);
}

void
trellis_table_page_paste (TrellisTablePage *self)
{
  if (trellis_session_get_network (self->session))
    trellis_clipboard_read_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL,
                                  on_table, g_object_ref (self));
}
