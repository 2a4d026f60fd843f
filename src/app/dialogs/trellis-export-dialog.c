/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Controls fill a figure request; the preview is built from it, and so is the file, by
 * the same functions that the command line calls.
 */

#include "config.h"

#include "dialogs/trellis-export-dialog.h"

#include "dialogs/trellis-dialog.h"
#include "dialogs/trellis-option-rows.h"
#include "dialogs/trellis-page-view.h"
#include "figure/trl-figure.h"
#include "figure/trl-page.h"
#include "layout/trl-layout.h"
#include "store/trl-save.h"
#include "trellis-compat.h"

#include <glib/gi18n.h>

#define PREVIEW_DELAY 120 /* ms */
#define OTHER_WIDTH "custom"

static const struct
{
  const char *id;
  const char *label;
} themes[] = { { "print", N_ ("Print") },
               { "light", N_ ("Light") },
               { "dark", N_ ("Dark") } };

enum
{
  WORD_TITLE,
  WORD_SUBTITLE,
  WORD_CAPTION,
  WORD_SOURCE,
  N_WORDS
};

static const char *const word_labels[N_WORDS] = { N_ ("Title"), N_ ("Subtitle"),
                                                  N_ ("Caption"), N_ ("Source") };

typedef struct
{
  GtkWindow       *window;
  TrellisWindow   *parent;
  TrellisSession  *session;
  GSettings       *settings;
  GtkStack        *stack; /* the page, or why there is none */
  AdwStatusPage   *problem;
  GtkWidget       *export_button;
  TrellisPageView *view;
  GtkWidget       *controls;
  GtkWidget       *rows;
  AdwComboRow     *figure;
  AdwComboRow     *preset;
  AdwComboRow     *theme;
  AdwComboRow     *layout;
  AdwComboRow     *format;
  GtkWidget       *width_row;
  GtkWidget       *width;
  GtkWidget       *dpi_row;
  GtkWidget       *dpi;
  AdwExpanderRow  *words[N_WORDS];
  GtkEditable     *texts[N_WORDS];
  TrlOptions      *options;
  char            *network;
  GFile           *replaced; /* while a person is asked whether it may be */
  guint            timer;
} Dialog;

static void
free_dialog (gpointer data, GObject *window)
{
  Dialog *self = data;

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_pointer (&self->options, trl_options_free);
  g_clear_object (&self->replaced);
  g_object_unref (self->session);
  g_object_unref (self->parent);
  g_free (self->network);
  g_free (self);
}

/* Nothing is written: %NULL leaves the words to the figure, "" leaves them out. */
static const char *
get_word (Dialog *self, guint word)
{
  const char *text = gtk_editable_get_text (self->texts[word]);

  if (!adw_expander_row_get_enable_expansion (self->words[word]))
    return "";
  return *text ? text : NULL;
}

static const TrlFigure *
get_figure (Dialog *self)
{
  guint                   n;
  const TrlFigure *const *figures = trl_figures (&n);

  return figures[MIN (adw_combo_row_get_selected (self->figure), n - 1)];
}

static const char *
get_layout (Dialog *self)
{
  guint                   n;
  const TrlLayout *const *layouts = trl_layouts (&n);
  guint                   index = adw_combo_row_get_selected (self->layout);

  return index < n ? layouts[index]->id : NULL;
}

/* The sizes are those that the command line takes by name; NULL is the row after them,
 * for any other width. */
static const TrlPagePreset *
get_preset (Dialog *self)
{
  guint                n;
  const TrlPagePreset *presets = trl_page_presets (&n);
  guint                index = adw_combo_row_get_selected (self->preset);

  return index < n ? &presets[index] : NULL;
}

static void
fill_request (Dialog *self, TrlFigureRequest *request)
{
  const TrlPagePreset *preset = get_preset (self);
  double               width =
    preset ? preset->width : gtk_spin_button_get_value (GTK_SPIN_BUTTON (self->width));

  *request = (TrlFigureRequest){
    .document = trellis_session_get_document (self->session),
    .figure = get_figure (self)->id,
    .network = self->network,
    .layout = get_layout (self),
    .roll_up = trellis_session_is_rolled_up (self->session),
    .width = width * TRL_POINTS_PER_MM,
    .height = preset ? preset->height * TRL_POINTS_PER_MM : 0,
    .dpi = gtk_spin_button_get_value (GTK_SPIN_BUTTON (self->dpi)),
    .title = get_word (self, WORD_TITLE),
    .subtitle = get_word (self, WORD_SUBTITLE),
    .caption = get_word (self, WORD_CAPTION),
    .source = get_word (self, WORD_SOURCE),
    .options = self->options,
  };
  trl_theme_find (themes[adw_combo_row_get_selected (self->theme)].id, &request->theme);
}

static gboolean
update_preview (gpointer data)
{
  Dialog          *self = data;
  TrlFigureRequest request;
  g_autoptr (TrlScene) scene = NULL;
  g_autoptr (GError) error = NULL;

  self->timer = 0;
  fill_request (self, &request);
  scene = trl_figure_build (&request, NULL, &error);
  trellis_page_view_set_scene (self->view, scene);
  if (error)
    adw_status_page_set_description (self->problem, error->message);
  gtk_stack_set_visible_child_name (self->stack, scene ? "page" : "problem");
  gtk_widget_set_sensitive (self->export_button, scene != NULL);
  return G_SOURCE_REMOVE;
}

static const TrlFigureFormat *
get_format (Dialog *self)
{
  guint                  n;
  const TrlFigureFormat *formats = trl_figure_formats (&n);

  return &formats[MIN (adw_combo_row_get_selected (self->format), n - 1)];
}

static void
show_word (Dialog *self, guint word)
{
  const char *text = get_word (self, word);

  adw_expander_row_set_subtitle (self->words[word], !text   ? _ ("Made for you")
                                                    : *text ? text
                                                            : _ ("Left out"));
}

static void
on_changed (Dialog *self)
{
  gtk_widget_set_visible (self->width_row, !get_preset (self));
  gtk_widget_set_visible (self->dpi_row, g_str_equal (get_format (self)->id, "png"));
  for (guint i = 0; i < N_WORDS; i++)
    show_word (self, i);
  if (!self->timer)
    self->timer = g_timeout_add (PREVIEW_DELAY, update_preview, self);
}

static void
keep_choices (Dialog *self)
{
  const TrlPagePreset *preset = get_preset (self);

  g_settings_set_string (self->settings, "export-preset",
                         preset ? preset->id : OTHER_WIDTH);
  g_settings_set_string (self->settings, "export-theme",
                         themes[adw_combo_row_get_selected (self->theme)].id);
  g_settings_set_string (self->settings, "export-format", get_format (self)->id);
  g_settings_set_double (self->settings, "export-width",
                         gtk_spin_button_get_value (GTK_SPIN_BUTTON (self->width)));
  g_settings_set_int (self->settings, "export-dpi",
                      gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->dpi)));
}

static void
write_figure (Dialog *self, const char *path)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  TrlFigureRequest request;

  fill_request (self, &request);
  bytes = trl_figure_export (&request, get_format (self)->id, NULL, &error);
  if (!bytes || !trl_save_file (path, bytes, TRL_SAVE_FORCE, &error))
    {
      trellis_compat_tell (self->window, _ ("Could Not Export"), error->message);
      return;
    }
  keep_choices (self);
  trellis_window_tell (self->parent, _ ("Figure exported"), FALSE);
  gtk_window_close (self->window);
}

/* What waits for an answer holds the window, with which the rest of a dialog goes. */
static Dialog *
get_dialog (GtkWindow *window)
{
  return g_object_get_data (G_OBJECT (window), "dialog");
}

static void
on_replace (const char *answer, gpointer data)
{
  g_autoptr (GtkWindow) window = GTK_WINDOW (data);
  Dialog *self = get_dialog (window);
  g_autoptr (GFile) file = g_steal_pointer (&self->replaced);

  if (g_str_equal (answer, "replace"))
    write_figure (self, g_file_peek_path (file));
}

/* Takes the format that the name of a file asks for. */
static gboolean
choose_by_ending (Dialog *self, const char *path)
{
  guint                  n;
  const TrlFigureFormat *formats = trl_figure_formats (&n);
  const char            *dot = strrchr (path, '.');

  for (guint i = 0; dot && i < n; i++)
    if (g_ascii_strcasecmp (dot + 1, formats[i].id) == 0)
      {
        adw_combo_row_set_selected (self->format, i);
        return TRUE;
      }
  return FALSE;
}

void
trellis_export_dialog_save_to (GtkWindow *window, const char *path)
{
  Dialog          *self = get_dialog (window);
  gboolean         whole = choose_by_ending (self, path);
  g_autofree char *full =
    whole ? g_strdup (path) : g_strdup_printf ("%s.%s", path, get_format (self)->id);
  g_autoptr (GFile) file = g_file_new_for_path (full);

  if (whole || !g_file_query_exists (file, NULL))
    {
      write_figure (self, full);
      return;
    }
  g_set_object (&self->replaced, file);
  trellis_dialog_ask_replace (window, file, on_replace, g_object_ref (window));
}

static void
on_file_chosen (GListModel *files, gpointer data)
{
  g_autoptr (GtkWindow) window = GTK_WINDOW (data);
  g_autoptr (GFile) file = files ? g_list_model_get_item (files, 0) : NULL;
  const char *path = file ? g_file_peek_path (file) : NULL;

  if (path && gtk_widget_get_visible (GTK_WIDGET (window)))
    trellis_export_dialog_save_to (window, path);
}

static void
on_export (GtkButton *button, Dialog *self)
{
  const TrlFigureFormat *format = get_format (self);
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  TrlFigureRequest request;
  const char      *title;
  g_autofree char *name = NULL;

  fill_request (self, &request);
  title = trl_figure_get_title (&request);
  name = g_strdup_printf ("%s.%s", title && *title ? title : _ ("Figure"), format->id);

  g_strdelimit (name, "/", '-');
  gtk_file_filter_set_name (filter, _ (format->label));
  gtk_file_filter_add_suffix (filter, format->id);
  g_list_store_append (filters, filter);
  trellis_compat_save_file (self->window, _ ("Export Figure"), name,
                            G_LIST_MODEL (filters), on_file_chosen,
                            g_object_ref (self->window));
}

static GtkWidget *
add_combo (
  Dialog *self, GtkWidget *group, const char *title, GtkStringList *names, guint selected)
{
  GtkWidget *row = adw_combo_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (names));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), selected);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  g_signal_connect_swapped (row, "notify::selected", G_CALLBACK (on_changed), self);
  return row;
}

static GtkWidget *
add_spin (Dialog     *self,
          GtkWidget  *group,
          const char *title,
          double      min,
          double      max,
          double      value,
          GtkWidget **spin)
{
  GtkWidget *row = adw_action_row_new ();

  *spin = gtk_spin_button_new_with_range (min, max, 1);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (*spin), value);
  gtk_widget_set_valign (*spin, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (*spin), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), *spin);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), *spin);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  g_signal_connect_swapped (*spin, "value-changed", G_CALLBACK (on_changed), self);
  return row;
}

static guint
add_presets (Dialog *self, GtkStringList *names)
{
  g_autofree char     *chosen = g_settings_get_string (self->settings, "export-preset");
  guint                n, selected = 0;
  const TrlPagePreset *presets = trl_page_presets (&n);

  for (guint i = 0; i < n; i++)
    {
      gtk_string_list_append (names, _ (presets[i].label));
      if (g_str_equal (presets[i].id, chosen))
        selected = i;
    }
  gtk_string_list_append (names, _ ("Other width"));
  return g_str_equal (chosen, OTHER_WIDTH) ? n : selected;
}

static guint
add_themes (Dialog *self, GtkStringList *names)
{
  g_autofree char *chosen = g_settings_get_string (self->settings, "export-theme");
  guint            selected = 0;

  for (guint i = 0; i < G_N_ELEMENTS (themes); i++)
    {
      gtk_string_list_append (names, _ (themes[i].label));
      if (g_str_equal (themes[i].id, chosen))
        selected = i;
    }
  return selected;
}

static guint
add_layouts (Dialog *self, GtkStringList *names)
{
  const char             *chosen = trellis_session_get_layout_id (self->session);
  guint                   n, selected = 0;
  const TrlLayout *const *layouts = trl_layouts (&n);

  for (guint i = 0; i < n; i++)
    {
      gtk_string_list_append (names, _ (layouts[i]->label));
      if (g_str_equal (layouts[i]->id, chosen))
        selected = i;
    }
  return selected;
}

static guint
add_formats (Dialog *self, GtkStringList *names)
{
  g_autofree char       *chosen = g_settings_get_string (self->settings, "export-format");
  guint                  n, selected = 0;
  const TrlFigureFormat *formats = trl_figure_formats (&n);

  for (guint i = 0; i < n; i++)
    {
      gtk_string_list_append (names, _ (formats[i].label));
      if (g_str_equal (formats[i].id, chosen))
        selected = i;
    }
  return selected;
}

/* The figure's own table says what can be shown or left out. */
static void
fill_options (Dialog *self)
{
  GtkWidget *rows;

  if (self->rows)
    gtk_box_remove (GTK_BOX (self->controls), self->rows);
  g_clear_pointer (&self->options, trl_options_free);
  self->options = trl_figure_options_new (get_figure (self)->id);
  self->rows = rows = trellis_option_rows_new (self->options, get_figure (self)->options,
                                               get_figure (self)->n_options,
                                               (void (*) (gpointer)) on_changed, self);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (rows), _ ("In the Picture"));
  gtk_box_append (GTK_BOX (self->controls), rows);
}

static void
on_figure_chosen (Dialog *self)
{
  fill_options (self);
  on_changed (self);
}

static void
add_figures (Dialog *self, GtkWidget *group)
{
  guint                   n;
  const TrlFigure *const *figures = trl_figures (&n);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GtkWidget *row = adw_combo_row_new ();

  for (guint i = 0; i < n; i++)
    gtk_string_list_append (names, _ (figures[i]->label));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Figure"));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (names));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  g_signal_connect_swapped (row, "notify::selected", G_CALLBACK (on_figure_chosen), self);
  self->figure = ADW_COMBO_ROW (row);
}

static void
add_page_rows (Dialog *self, GtkWidget *box)
{
  GtkWidget *group = adw_preferences_group_new ();
  g_autoptr (GtkStringList) sizes = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) looks = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) layouts = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) formats = gtk_string_list_new (NULL);
  guint size = add_presets (self, sizes);
  guint look = add_themes (self, looks);
  guint layout = add_layouts (self, layouts);
  guint format = add_formats (self, formats);

  add_figures (self, group);
  self->preset = ADW_COMBO_ROW (add_combo (self, group, _ ("Size"), sizes, size));
  self->width_row =
    add_spin (self, group, _ ("Width in mm"), 40, 1000,
              g_settings_get_double (self->settings, "export-width"), &self->width);
  self->theme = ADW_COMBO_ROW (add_combo (self, group, _ ("Theme"), looks, look));
  self->layout = ADW_COMBO_ROW (add_combo (self, group, _ ("Layout"), layouts, layout));
  self->format = ADW_COMBO_ROW (add_combo (self, group, _ ("Format"), formats, format));
  self->dpi_row =
    add_spin (self, group, _ ("Dots per inch"), 36, 1200,
              g_settings_get_int (self->settings, "export-dpi"), &self->dpi);
  gtk_box_append (GTK_BOX (box), group);
}

static void
add_words (Dialog *self, GtkWidget *box)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group),
                                   _ ("Words on the Page"));
  for (guint i = 0; i < N_WORDS; i++)
    {
      GtkWidget *row = adw_expander_row_new ();
      GtkWidget *entry = adw_entry_row_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (word_labels[i]));
      adw_expander_row_set_show_enable_switch (ADW_EXPANDER_ROW (row), TRUE);
      adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (row), TRUE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry),
                                     _ ("Own words (made for you while empty)"));
      adw_expander_row_add_row (ADW_EXPANDER_ROW (row), entry);
      trellis_option_rows_name_switch (row, _ (word_labels[i]));
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
      g_signal_connect_swapped (row, "notify::enable-expansion", G_CALLBACK (on_changed),
                                self);
      g_signal_connect_swapped (entry, "changed", G_CALLBACK (on_changed), self);
      self->words[i] = ADW_EXPANDER_ROW (row);
      self->texts[i] = GTK_EDITABLE (entry);
    }
  gtk_box_append (GTK_BOX (box), group);
}

static GtkWidget *
make_controls (Dialog *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  gtk_widget_add_css_class (box, "trellis-inspector");
  add_page_rows (self, box);
  add_words (self, box);
  self->controls = box;
  fill_options (self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  gtk_widget_set_size_request (scrolled, 360, -1);
  gtk_widget_set_hexpand (scrolled, FALSE);
  return scrolled;
}

static GtkWidget *
make_header (Dialog *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));
  GtkWidget *export = gtk_button_new_with_mnemonic (_ ("_Export…"));

  gtk_widget_add_css_class (export, "suggested-action");
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), export);
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (gtk_window_close),
                            self->window);
  g_signal_connect (export, "clicked", G_CALLBACK (on_export), self);
  gtk_window_set_default_widget (self->window, export);
  self->export_button = export;
  return header;
}

static void
fill_window (Dialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *columns = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->view = g_object_new (TRELLIS_TYPE_PAGE_VIEW, NULL);
  gtk_widget_set_hexpand (GTK_WIDGET (self->view), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self->view), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "view");
  self->problem = ADW_STATUS_PAGE (adw_status_page_new ());
  adw_status_page_set_title (self->problem, _ ("Nothing to Show"));
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->view), "page");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->problem), "problem");
  gtk_box_append (GTK_BOX (columns), GTK_WIDGET (self->stack));
  gtk_box_append (GTK_BOX (columns), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  gtk_box_append (GTK_BOX (columns), make_controls (self));
  gtk_box_append (GTK_BOX (box), make_header (self));
  gtk_box_append (GTK_BOX (box), columns);
  adw_window_set_content (ADW_WINDOW (self->window), box);
}

GtkWindow *
trellis_export_dialog_show (TrellisWindow *parent, TrellisSession *session)
{
  Dialog *self = g_new0 (Dialog, 1);

  self->parent = g_object_ref (parent);
  self->session = g_object_ref (session);
  self->network = g_strdup (trellis_session_get_network_id (session));
  self->settings = trellis_application_get_settings (
    TRELLIS_APPLICATION (gtk_window_get_application (GTK_WINDOW (parent))));
  self->window = trellis_dialog_new (GTK_WINDOW (parent), _ ("Export Figure"), 1000, 680);
  g_object_set_data (G_OBJECT (self->window), "dialog", self);
  g_object_weak_ref (G_OBJECT (self->window), free_dialog, self);
  fill_window (self);
  on_changed (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->preset));
  gtk_window_present (self->window);
  return self->window;
}
