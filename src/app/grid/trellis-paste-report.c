/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A row a cell that was not read; nobody reads hundreds of them, and all can be copied.
 */

#include "config.h"

#include "grid/trellis-paste-report.h"

#include "dialogs/trellis-dialog.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define MOST 200

static char *
join (GPtrArray *problems)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < problems->len; i++)
    g_string_append_printf (text, "%s\n", (char *) problems->pdata[i]);
  return g_string_free (text, FALSE);
}

static void
on_copy (GtkButton *button, const char *text)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (button)), text);
}

static void
add_problems (AdwPreferencesPage *page, GPtrArray *problems)
{
  GtkWidget       *group = adw_preferences_group_new ();
  g_autofree char *more = NULL;

  for (guint i = 0; i < MIN (problems->len, MOST); i++)
    {
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), problems->pdata[i]);
      adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 4);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
    }
  adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (group));
  if (problems->len <= MOST)
    return;
  group = adw_preferences_group_new ();
  more =
    g_strdup_printf (_ ("And %u more; Copy takes all of them."), problems->len - MOST);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), more);
  adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (group));
}

GtkWindow *
trellis_paste_report_show (GtkWindow *parent, const char *title, GPtrArray *problems)
{
  GtkWindow *window = trellis_dialog_new (parent, title, 560, 420);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *copy = gtk_button_new_with_mnemonic (_ ("_Copy"));
  GtkWidget *page = adw_preferences_page_new ();

  g_signal_connect_data (copy, "clicked", G_CALLBACK (on_copy), join (problems),
                         (GClosureNotify) (void (*) (void)) g_free, 0);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), copy);
  gtk_box_append (GTK_BOX (box), header);
  add_problems (ADW_PREFERENCES_PAGE (page), problems);
  gtk_widget_set_vexpand (page, TRUE);
  gtk_box_append (GTK_BOX (box), page);
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_window_present (window);
  return window;
}
