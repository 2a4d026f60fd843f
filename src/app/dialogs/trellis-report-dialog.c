/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A row an issue with its file and line; the whole list can be copied. */

#include "config.h"

#include "dialogs/trellis-report-dialog.h"

#include "dialogs/trellis-dialog.h"

#include <glib/gi18n.h>

#define MOST 500 /* rows shown; nobody reads more, and all can be copied */

static const char *const icons[TRL_N_ISSUE_KINDS] = {
  [TRL_ISSUE_SKIPPED] = "action-unavailable-symbolic",
  [TRL_ISSUE_MERGED] = "object-flip-horizontal-symbolic",
  [TRL_ISSUE_COMPLETED] = "list-add-symbolic",
  [TRL_ISSUE_UNKNOWN_VALUE] = "dialog-question-symbolic",
  [TRL_ISSUE_ADDED_TYPE] = "bookmark-new-symbolic",
  [TRL_ISSUE_NOTE] = "dialog-information-symbolic",
};

static char *
join_issues (const TrlReadReport *report)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < report->issues->len; i++)
    {
      g_autofree char *line = trl_issue_to_text (report->issues->pdata[i]);

      g_string_append_printf (text, "%s\n", line);
    }
  return g_string_free (text, FALSE);
}

static void
on_copy (GtkButton *button, const char *text)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (button)), text);
}

static char *
place_of (const TrlIssue *issue)
{
  if (!issue->file)
    return NULL;
  return issue->line ? g_strdup_printf (_ ("%s, line %u"), issue->file, issue->line)
                     : g_strdup (issue->file);
}

static GtkWidget *
make_row (const TrlIssue *issue)
{
  GtkWidget       *row = adw_action_row_new ();
  g_autofree char *place = place_of (issue);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), issue->text);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 4);
  if (place)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), place);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name (icons[issue->kind]));
  return row;
}

static void
add_issues (AdwPreferencesPage *page, const TrlReadReport *report)
{
  GtkWidget       *group = adw_preferences_group_new ();
  g_autofree char *summary = trl_read_report_summary (report);
  g_autofree char *more = NULL;

  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), summary);
  for (guint i = 0; i < MIN (report->issues->len, MOST); i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                               make_row (report->issues->pdata[i]));
  adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (group));
  if (report->issues->len <= MOST)
    return;
  group = adw_preferences_group_new ();
  more = g_strdup_printf (_ ("And %u more; Copy takes all of them."),
                          report->issues->len - MOST);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), more);
  adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (group));
}

GtkWindow *
trellis_report_dialog_show (GtkWindow *parent, const TrlReadReport *report)
{
  GtkWindow *window = trellis_dialog_new (parent, _ ("What Was Read"), 560, 520);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *copy = gtk_button_new_with_mnemonic (_ ("_Copy"));
  GtkWidget *page = adw_preferences_page_new ();

  g_signal_connect_data (copy, "clicked", G_CALLBACK (on_copy), join_issues (report),
                         (GClosureNotify) (void (*) (void)) g_free, 0);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), copy);
  gtk_box_append (GTK_BOX (box), header);
  add_issues (ADW_PREFERENCES_PAGE (page), report);
  gtk_widget_set_vexpand (page, TRUE);
  gtk_box_append (GTK_BOX (box), page);
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_window_present (window);
  return window;
}
