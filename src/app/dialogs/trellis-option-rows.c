/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A table of options becomes rows; each row writes its option and tells whoever shows the
 * result. */
#include "config.h"

#include "dialogs/trellis-option-rows.h"

#include <glib/gi18n.h>
#include <math.h>

typedef struct
{
  TrlOptions      *options;
  const TrlOption *option;
  void (*changed) (gpointer data);
  gpointer data;
} Row;

static void
set (const Row *row, const char *text)
{
  trl_options_set (row->options, row->option->id, text, NULL);
  row->changed (row->data);
}

static void
on_switched (GtkSwitch *control, GParamSpec *pspec, Row *row)
{
  set (row, gtk_switch_get_active (control) ? "yes" : "no");
}

static void
on_chosen (AdwComboRow *control, GParamSpec *pspec, Row *row)
{
  set (row, row->option->choices[adw_combo_row_get_selected (control)]);
}

static void
on_counted (GtkSpinButton *control, Row *row)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  set (row, g_ascii_dtostr (number, sizeof number,
                            gtk_spin_button_get_value_as_int (control)));
}

void
trellis_option_rows_name_switch (GtkWidget *widget, const char *label)
{
  if (GTK_IS_SWITCH (widget))
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    trellis_option_rows_name_switch (child, label);
}

static GtkWidget *
with_control (GtkWidget *control, const char *label)
{
  GtkWidget *row = adw_action_row_new ();

  gtk_widget_set_valign (control, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), control);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), control);
  return row;
}

static GtkWidget *
make_flag (Row *data)
{
  GtkWidget *control = gtk_switch_new ();

  gtk_switch_set_active (GTK_SWITCH (control),
                         trl_options_get_flag (data->options, data->option->id));
  g_signal_connect (control, "notify::active", G_CALLBACK (on_switched), data);
  return with_control (control, _ (data->option->label));
}

static GtkWidget *
make_choice (Row *data)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  const char *chosen = trl_options_get_text (data->options, data->option->id);
  guint       selected = 0;

  for (guint i = 0; data->option->choices[i]; i++)
    {
      gtk_string_list_append (names, _ (data->option->choice_labels[i]));
      if (g_str_equal (data->option->choices[i], chosen))
        selected = i;
    }
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (names));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), selected);
  trellis_option_rows_wrap (ADW_COMBO_ROW (row));
  g_signal_connect (row, "notify::selected", G_CALLBACK (on_chosen), data);
  return row;
}

static GtkWidget *
make_number (Row *data)
{
  GtkWidget *control =
    gtk_spin_button_new_with_range (data->option->min, data->option->max, 1);
  const char *text = trl_options_get_text (data->options, data->option->id);

  gtk_spin_button_set_value (GTK_SPIN_BUTTON (control), g_ascii_strtod (text, NULL));
  g_signal_connect (control, "value-changed", G_CALLBACK (on_counted), data);
  return with_control (control, _ (data->option->label));
}

static void
on_typed (GtkEditable *control, Row *row)
{
  set (row, gtk_editable_get_text (control));
}

static GtkWidget *
make_text (Row *data)
{
  GtkWidget *row = adw_entry_row_new ();

  gtk_editable_set_text (GTK_EDITABLE (row),
                         trl_options_get_text (data->options, data->option->id));
  g_signal_connect (row, "changed", G_CALLBACK (on_typed), data);
  return row;
}

static GtkWidget *
make_row (Row *data)
{
  switch (data->option->type)
    {
    case TRL_OPTION_FLAG:
      return make_flag (data);
    case TRL_OPTION_CHOICE:
      return make_choice (data);
    case TRL_OPTION_NUMBER:
    case TRL_OPTION_INTEGER:
      return make_number (data);
    case TRL_OPTION_TEXT:
      return make_text (data);
    default:
      return NULL;
    }
}

GtkWidget *
trellis_option_rows_add (AdwPreferencesGroup *group,
                         TrlOptions          *options,
                         const TrlOption     *table,
                         guint                n,
                         TrellisOptionRowFunc special,
                         void (*changed) (gpointer data),
                         gpointer data)
{
  GtkWidget *widget = NULL;

  for (guint i = 0; i < n; i++)
    {
      Row  row = { options, &table[i], changed, data };
      Row *kept = NULL;

      widget = special ? special (&table[i], data) : NULL;
      if (!widget)
        {
          kept = g_memdup2 (&row, sizeof row);
          widget = make_row (kept);
        }
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (widget), _ (table[i].label));
      g_object_set_data_full (G_OBJECT (widget), "option-row", kept, g_free);
      adw_preferences_group_add (group, widget);
    }
  return widget;
}

GtkWidget *
trellis_option_rows_new (TrlOptions          *options,
                         const TrlOption     *table,
                         guint                n,
                         TrellisOptionRowFunc special,
                         void (*changed) (gpointer data),
                         gpointer data)
{
  GtkWidget *group = adw_preferences_group_new ();

  trellis_option_rows_add (ADW_PREFERENCES_GROUP (group), options, table, n, special,
                           changed, data);
  return group;
}
