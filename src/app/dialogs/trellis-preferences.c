/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Each control is bound to its setting. */

#include "config.h"

#include "dialogs/trellis-preferences.h"

#include <glib/gi18n.h>

static void
on_theme_chosen (AdwComboRow *row, GParamSpec *pspec, GSettings *settings)
{
  g_settings_set_enum (settings, "theme", (int) adw_combo_row_get_selected (row));
}

static GtkWidget *
make_theme_row (GSettings *settings)
{
  const char *const names[] = { _ ("Follow the System"), _ ("Light"), _ ("Dark"), NULL };
  g_autoptr (GtkStringList) list = gtk_string_list_new (names);
  GtkWidget *row = adw_combo_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("_Style"));
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (row), TRUE);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (list));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row),
                              (guint) g_settings_get_enum (settings, "theme"));
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (on_theme_chosen),
                           settings, 0);
  return row;
}

static GtkWidget *
make_switch_row (GSettings *settings, const char *key, const char *title)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *control = gtk_switch_new ();

  gtk_widget_set_valign (control, GTK_ALIGN_CENTER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), control);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), control);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (control),
                                  GTK_ACCESSIBLE_RELATION_LABELLED_BY, row, NULL, -1);
  g_settings_bind (settings, key, control, "active", G_SETTINGS_BIND_DEFAULT);
  return row;
}

void
trellis_preferences_show (GtkWindow *parent, GSettings *settings)
{
  GtkWidget           *window = adw_preferences_window_new ();
  AdwPreferencesPage  *page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  AdwPreferencesGroup *looks = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  AdwPreferencesGroup *panels = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_title (looks, _ ("Appearance"));
  adw_preferences_group_add (looks, make_theme_row (settings));
  adw_preferences_group_set_title (panels, _ ("New Windows Show"));
  adw_preferences_group_add (
    panels, make_switch_row (settings, "show-sidebar", _ ("_Networks and legend")));
  adw_preferences_group_add (
    panels,
    make_switch_row (settings, "show-inspector", _ ("_Details of what is selected")));
  adw_preferences_page_add (page, looks);
  adw_preferences_page_add (page, panels);
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (window), page);
  adw_preferences_window_set_search_enabled (ADW_PREFERENCES_WINDOW (window), FALSE);
  g_object_set (window, "transient-for", parent, "modal", parent != NULL,
                "default-height", 420, NULL);
  gtk_window_present (GTK_WINDOW (window));
}
