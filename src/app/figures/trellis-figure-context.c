/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows that choose among what a document has: one of a list, or several of it. */

#include "config.h"

#include "figures/trellis-figure-context.h"

#include "dialogs/trellis-option-rows.h"

#include <glib/gi18n.h>

void
trellis_figure_context_set (TrellisFigureContext *context,
                            const char           *key,
                            const char           *text)
{
  g_autofree char *before = g_strdup (trl_figure_settings_get (context->settings, key));

  if (trl_figure_settings_set (context->settings, key, text, NULL) &&
      !g_str_equal (before, trl_figure_settings_get (context->settings, key)))
    context->changed (context->data);
}

/* --- several --- */

typedef struct
{
  AdwExpanderRow  *row;
  GPtrArray       *buttons; /* GtkCheckButton, borrowed */
  GPtrArray       *ids;     /* char * */
  char            *none;
  TrellisCheckFunc changed;
  gpointer         data;
} Checks;

static void
checks_free (gpointer data)
{
  Checks *checks = data;

  g_ptr_array_unref (checks->buttons);
  g_ptr_array_unref (checks->ids);
  g_free (checks->none);
  g_free (checks);
}

static GPtrArray *
get_checked (const Checks *checks)
{
  GPtrArray *chosen = g_ptr_array_new ();

  for (guint i = 0; i < checks->buttons->len; i++)
    if (gtk_check_button_get_active (checks->buttons->pdata[i]))
      g_ptr_array_add (chosen, checks->ids->pdata[i]);
  g_ptr_array_add (chosen, NULL);
  return chosen;
}

static void
show_count (const Checks *checks)
{
  g_autoptr (GPtrArray) chosen = get_checked (checks);
  guint            n = chosen->len - 1;
  g_autofree char *text = n == 0
                            ? g_strdup (checks->none)
                            : g_strdup_printf (_ ("%u of %u"), n, checks->buttons->len);

  adw_expander_row_set_subtitle (checks->row, text);
}

static void
on_checked (GtkCheckButton *button, GParamSpec *pspec, gpointer data)
{
  Checks *checks = data;
  g_autoptr (GPtrArray) chosen = get_checked (checks);

  show_count (checks);
  checks->changed ((const char *const *) chosen->pdata, checks->data);
}

static void
add_check (Checks *checks, const char *label, gboolean active)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_check_button_new ();

  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), active);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), label);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  adw_expander_row_add_row (checks->row, row);
  g_ptr_array_add (checks->buttons, button);
  g_signal_connect (button, "notify::active", G_CALLBACK (on_checked), checks);
}

GtkWidget *
trellis_figure_checks_new (const char        *title,
                           const GPtrArray   *ids,
                           const GPtrArray   *labels,
                           const char *const *chosen,
                           const char        *none,
                           TrellisCheckFunc   changed,
                           gpointer           data)
{
  GtkWidget *row = adw_expander_row_new ();
  Checks    *checks = g_new0 (Checks, 1);

  checks->row = ADW_EXPANDER_ROW (row);
  checks->buttons = g_ptr_array_new ();
  checks->ids = g_ptr_array_new_with_free_func (g_free);
  checks->none = g_strdup (none);
  checks->changed = changed;
  checks->data = data;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  for (guint i = 0; i < ids->len; i++)
    {
      g_ptr_array_add (checks->ids, g_strdup (ids->pdata[i]));
      add_check (checks, labels->pdata[i],
                 chosen && g_strv_contains (chosen, ids->pdata[i]));
    }
  show_count (checks);
  g_object_set_data_full (G_OBJECT (row), "checks", checks, checks_free);
  return row;
}

/* --- one --- */

typedef struct
{
  TrellisFigureContext *context;
  char                 *key;
  char                **values;
} Combo;

static void
combo_free (gpointer data)
{
  Combo *combo = data;

  g_free (combo->key);
  g_strfreev (combo->values);
  g_free (combo);
}

static void
on_chosen (AdwComboRow *row, GParamSpec *pspec, gpointer data)
{
  Combo *combo = data;
  guint  index = adw_combo_row_get_selected (row);

  if (index < g_strv_length (combo->values))
    trellis_figure_context_set (combo->context, combo->key, combo->values[index]);
}

GtkWidget *
trellis_figure_combo_new (TrellisFigureContext *context,
                          const char           *key,
                          const char           *title,
                          const char *const    *labels,
                          const char *const    *values)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) names = gtk_string_list_new (labels);
  const char *value = trl_figure_settings_get (context->settings, key);
  Combo      *combo = g_new0 (Combo, 1);
  guint       selected = 0;

  combo->context = context;
  combo->key = g_strdup (key);
  combo->values = g_strdupv ((char **) values);
  /* What is not there any more stays chosen until another is. */
  if (!g_strv_contains (values, value))
    {
      g_autoptr (GStrvBuilder) more = g_strv_builder_new ();

      g_strv_builder_addv (more, (const char **) values);
      g_strv_builder_add (more, value);
      g_strfreev (combo->values);
      combo->values = g_strv_builder_end (more);
      gtk_string_list_append (names, value);
    }
  for (guint i = 0; combo->values[i]; i++)
    if (g_str_equal (combo->values[i], value))
      selected = i;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (names));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), selected);
  trellis_option_rows_wrap (ADW_COMBO_ROW (row));
  g_object_set_data_full (G_OBJECT (row), "combo", combo, combo_free);
  g_signal_connect (row, "notify::selected", G_CALLBACK (on_chosen), combo);
  return row;
}
