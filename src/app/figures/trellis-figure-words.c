/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A text is made by the figure, left out, or somebody's own; own words may hold fields,
 * which stay alive. */

#include "config.h"

#include "dialogs/trellis-option-rows.h"
#include "figures/trellis-figure-context.h"

#include <glib/gi18n.h>

typedef struct
{
  TrellisFigureContext *context;
  const char           *key;
  AdwExpanderRow       *row;
  GtkEditable          *entry;
} Word;

typedef struct
{
  const char *key;
  const char *label;
} WordKind;

static const WordKind page_words[] = {
  { "title", N_ ("Title") },
  { "subtitle", N_ ("Subtitle") },
  { "caption", N_ ("Caption") },
  { "source", N_ ("Source") },
};

static const WordKind field_kinds[] = {
  { "{title}", N_ ("Automatic Title") },
  { "{subtitle}", N_ ("Automatic Subtitle") },
  { "{caption}", N_ ("Automatic Caption") },
  { "{source}", N_ ("Automatic Source") },
  { "{document}", N_ ("Title of the Document") },
  { "{network}", N_ ("Name of the Network") },
  { "{sites}", N_ ("Number of Sites") },
  { "{partners}", N_ ("Number of Partners") },
  { "{partnerships}", N_ ("Number of Partnerships") },
};

static void
show_word (const Word *word)
{
  const char *text = trl_figure_settings_get (word->context->settings, word->key);

  adw_expander_row_set_subtitle (
    word->row, !trl_figure_settings_is_set (word->context->settings, word->key)
                 ? _ ("Made for you")
               : *text ? text
                       : _ ("Left out"));
}

static void
on_word (const Word *word)
{
  const char *text = gtk_editable_get_text (word->entry);

  if (!adw_expander_row_get_enable_expansion (word->row))
    text = "";
  else if (!*text)
    text = NULL;
  trellis_figure_context_set (word->context, word->key, text);
  show_word (word);
}

/* Behind what was inserted, and with nothing selected, once the menu has gone. */
static gboolean
take_focus (gpointer data)
{
  GtkText *text = GTK_TEXT (gtk_editable_get_delegate (data));
  int      at = gtk_editable_get_position (data);

  gtk_text_grab_focus_without_selecting (text);
  gtk_editable_set_position (data, at);
  return G_SOURCE_REMOVE;
}

static void
on_field (GtkButton *button, gpointer data)
{
  GtkEditable *entry = data;
  const char  *field = g_object_get_data (G_OBJECT (button), "field");
  int          at = gtk_editable_get_position (entry);

  gtk_editable_delete_selection (entry);
  gtk_editable_insert_text (entry, field, -1, &at);
  gtk_editable_set_position (entry, at);
  gtk_popover_popdown (
    GTK_POPOVER (gtk_widget_get_ancestor (GTK_WIDGET (button), GTK_TYPE_POPOVER)));
  g_idle_add_full (G_PRIORITY_DEFAULT, take_focus, g_object_ref (entry), g_object_unref);
}

static GtkWidget *
make_field_menu (GtkEditable *entry)
{
  GtkWidget *menu = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  for (guint i = 0; i < G_N_ELEMENTS (field_kinds); i++)
    {
      GtkWidget *button = gtk_button_new_with_label (_ (field_kinds[i].label));

      gtk_widget_add_css_class (button, "flat");
      gtk_widget_set_halign (gtk_button_get_child (GTK_BUTTON (button)), GTK_ALIGN_START);
      gtk_widget_set_tooltip_text (button, field_kinds[i].key);
      g_object_set_data (G_OBJECT (button), "field", (gpointer) field_kinds[i].key);
      g_signal_connect (button, "clicked", G_CALLBACK (on_field), entry);
      gtk_box_append (GTK_BOX (box), button);
    }
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (menu), popover);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (menu), "list-add-symbolic");
  gtk_widget_set_tooltip_text (menu, _ ("Insert text that updates with the data"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (menu), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Insert text that updates with the data"), -1);
  gtk_widget_add_css_class (menu, "flat");
  gtk_widget_set_valign (menu, GTK_ALIGN_CENTER);
  return menu;
}

static GtkWidget *
make_word (TrellisFigureContext *context, const WordKind *kind)
{
  GtkWidget  *row = adw_expander_row_new ();
  GtkWidget  *entry = adw_entry_row_new ();
  const char *text = trl_figure_settings_get (context->settings, kind->key);
  Word       *word = g_new (Word, 1);

  *word = (Word){ context, kind->key, ADW_EXPANDER_ROW (row), GTK_EDITABLE (entry) };
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (kind->label));
  adw_expander_row_set_show_enable_switch (ADW_EXPANDER_ROW (row), TRUE);
  adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (row), *text != '\0');
  if (trl_figure_settings_is_set (context->settings, kind->key))
    gtk_editable_set_text (GTK_EDITABLE (entry), text);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry),
                                 _ ("Own words (made for you while empty)"));
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (entry), make_field_menu (word->entry));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), entry);
  trellis_option_rows_name_switch (row, _ (kind->label));
  show_word (word);
  g_signal_connect_swapped (row, "notify::enable-expansion", G_CALLBACK (on_word), word);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (on_word), word);
  g_object_set_data_full (G_OBJECT (row), "word", word, g_free);
  return row;
}

static void
on_plain (GtkEditable *entry, gpointer data)
{
  const char *key = g_object_get_data (G_OBJECT (entry), "key");
  const char *text = gtk_editable_get_text (entry);

  /* The alternative text is made while nothing is written. */
  trellis_figure_context_set (data, key, *text ? text : NULL);
}

/* A text that is not made, or of which little is seen. */
static GtkWidget *
make_plain (TrellisFigureContext *context, const char *key, const char *title)
{
  GtkWidget *row = adw_entry_row_new ();

  if (trl_figure_settings_is_set (context->settings, key))
    gtk_editable_set_text (GTK_EDITABLE (row),
                           trl_figure_settings_get (context->settings, key));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  g_object_set_data (G_OBJECT (row), "key", (gpointer) key);
  g_signal_connect (row, "changed", G_CALLBACK (on_plain), context);
  return row;
}

GtkWidget *
trellis_figure_words_new (TrellisFigureContext *context)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  GtkWidget           *file = adw_expander_row_new ();

  adw_preferences_group_set_title (group, _ ("Words on the Page"));
  for (guint i = 0; i < G_N_ELEMENTS (page_words); i++)
    adw_preferences_group_add (group, make_word (context, &page_words[i]));
  adw_preferences_group_add (group, make_plain (context, "note", _ ("Note")));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (file), _ ("Words in the File"));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (file),
                                 _ ("For people who cannot see it, and for searching"));
  adw_expander_row_add_row (
    ADW_EXPANDER_ROW (file),
    make_plain (context, "alt", _ ("Alternative Text (made for you while empty)")));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (file),
                            make_plain (context, "author", _ ("Author")));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (file),
                            make_plain (context, "keywords", _ ("Keywords")));
  adw_preferences_group_add (group, file);
  return GTK_WIDGET (group);
}
