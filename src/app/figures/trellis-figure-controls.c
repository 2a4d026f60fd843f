/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows fill a request; the window and the command line make figures from the same kind.
 */

#include "config.h"

#include "figures/trellis-figure-controls.h"

#include "dialogs/trellis-option-rows.h"
#include "figure/trl-page.h"
#include "layout/trl-layout.h"

#include <glib/gi18n.h>

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

struct _TrellisFigureControls
{
  GtkBox           parent_instance;
  TrellisSession  *session;
  GSettings       *settings;
  GtkWidget       *rows; /* of the figure's own options */
  AdwComboRow     *figure;
  AdwComboRow     *network;
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
  const TrlFigure *shown;
  TrlOptions      *options;
  char            *map_network; /* as the map had them when they were followed last */
  char            *map_layout;
  gboolean         quiet;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TrellisFigureControls, trellis_figure_controls, GTK_TYPE_BOX)

/* Nothing is written: %NULL leaves the words to the figure, "" leaves them out. */
static const char *
get_word (TrellisFigureControls *self, guint word)
{
  const char *text = gtk_editable_get_text (self->texts[word]);

  if (!adw_expander_row_get_enable_expansion (self->words[word]))
    return "";
  return *text ? text : NULL;
}

static const char *
get_layout (TrellisFigureControls *self)
{
  guint                   n;
  const TrlLayout *const *layouts = trl_layouts (&n);
  guint                   index = adw_combo_row_get_selected (self->layout);

  return index < n ? layouts[index]->id : NULL;
}

/* The sizes are those that the command line takes by name; NULL is the row after them,
 * for any other width. */
static const TrlPagePreset *
get_preset (TrellisFigureControls *self)
{
  guint                n;
  const TrlPagePreset *presets = trl_page_presets (&n);
  guint                index = adw_combo_row_get_selected (self->preset);

  return index < n ? &presets[index] : NULL;
}

static const char *
get_network (TrellisFigureControls *self)
{
  TrlDocument *document = trellis_session_get_document (self->session);
  guint        index = adw_combo_row_get_selected (self->network);

  return index < trl_document_get_n_networks (document)
           ? trl_network_get_id (trl_document_get_network (document, index))
           : NULL;
}

void
trellis_figure_controls_fill_request (TrellisFigureControls *self,
                                      TrlFigureRequest      *request)
{
  const TrlPagePreset *preset = get_preset (self);
  double               width =
    preset ? preset->width : gtk_spin_button_get_value (GTK_SPIN_BUTTON (self->width));

  *request = (TrlFigureRequest){
    .document = trellis_session_get_document (self->session),
    .figure = self->shown->id,
    .network = get_network (self),
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

const TrlFigureFormat *
trellis_figure_controls_get_format (TrellisFigureControls *self)
{
  guint                  n;
  const TrlFigureFormat *formats = trl_figure_formats (&n);

  return &formats[MIN (adw_combo_row_get_selected (self->format), n - 1)];
}

static void
show_word (TrellisFigureControls *self, guint word)
{
  const char *text = get_word (self, word);

  adw_expander_row_set_subtitle (self->words[word], !text   ? _ ("Made for you")
                                                    : *text ? text
                                                            : _ ("Left out"));
}

/* Layouts are of pictures of networks; a chart has none. */
static gboolean
has_layout (const TrlFigure *figure)
{
  return g_str_equal (figure->id, "network") || g_str_equal (figure->id, "multiples");
}

static void
on_changed (TrellisFigureControls *self)
{
  const TrlFigureFormat *format = trellis_figure_controls_get_format (self);

  if (self->quiet)
    return;
  gtk_widget_set_visible (self->width_row, !get_preset (self));
  gtk_widget_set_visible (self->dpi_row, g_str_equal (format->id, "png"));
  gtk_widget_set_visible (GTK_WIDGET (self->layout), has_layout (self->shown));
  gtk_widget_set_visible (GTK_WIDGET (self->network), !self->shown->many);
  for (guint i = 0; i < N_WORDS; i++)
    show_word (self, i);
  g_signal_emit (self, signals[CHANGED], 0);
}

static GtkWidget *
add_combo (TrellisFigureControls *self,
           GtkWidget             *group,
           const char            *title,
           GtkStringList         *names,
           guint                  selected)
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
add_spin (TrellisFigureControls *self,
          GtkWidget             *group,
          const char            *title,
          double                 min,
          double                 max,
          double                 value,
          GtkWidget            **spin)
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
add_presets (TrellisFigureControls *self, GtkStringList *names)
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
add_themes (TrellisFigureControls *self, GtkStringList *names)
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

static void
add_layouts (TrellisFigureControls *self, GtkStringList *names)
{
  guint                   n;
  const TrlLayout *const *layouts = trl_layouts (&n);

  for (guint i = 0; i < n; i++)
    gtk_string_list_append (names, _ (layouts[i]->label));
}

static guint
add_formats (TrellisFigureControls *self, GtkStringList *names)
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
fill_options (TrellisFigureControls *self)
{
  if (self->rows)
    gtk_box_remove (GTK_BOX (self), self->rows);
  g_clear_pointer (&self->options, trl_options_free);
  self->options = trl_figure_options_new (self->shown->id);
  self->rows =
    trellis_option_rows_new (self->options, self->shown->options, self->shown->n_options,
                             (void (*) (gpointer)) on_changed, self);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self->rows),
                                   _ ("In the Picture"));
  gtk_box_append (GTK_BOX (self), self->rows);
}

static void
on_figure_chosen (TrellisFigureControls *self)
{
  guint                   n;
  const TrlFigure *const *figures = trl_figures (&n);

  trellis_figure_controls_set_figure (
    self, figures[MIN (adw_combo_row_get_selected (self->figure), n - 1)]->id);
}

static void
add_figures (TrellisFigureControls *self, GtkWidget *group)
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
add_page_rows (TrellisFigureControls *self, GtkWidget *box)
{
  GtkWidget *group = adw_preferences_group_new ();
  g_autoptr (GtkStringList) networks = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) sizes = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) looks = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) layouts = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) formats = gtk_string_list_new (NULL);
  guint size = add_presets (self, sizes);
  guint look = add_themes (self, looks);
  guint format = add_formats (self, formats);

  add_layouts (self, layouts);
  add_figures (self, group);
  self->network = ADW_COMBO_ROW (add_combo (self, group, _ ("Network"), networks, 0));
  self->preset = ADW_COMBO_ROW (add_combo (self, group, _ ("Size"), sizes, size));
  self->width_row =
    add_spin (self, group, _ ("Width in mm"), 40, 1000,
              g_settings_get_double (self->settings, "export-width"), &self->width);
  self->theme = ADW_COMBO_ROW (add_combo (self, group, _ ("Theme"), looks, look));
  self->layout = ADW_COMBO_ROW (add_combo (self, group, _ ("Layout"), layouts, 0));
  self->format = ADW_COMBO_ROW (add_combo (self, group, _ ("Format"), formats, format));
  self->dpi_row =
    add_spin (self, group, _ ("Dots per inch"), 36, 1200,
              g_settings_get_int (self->settings, "export-dpi"), &self->dpi);
  gtk_box_append (GTK_BOX (box), group);
}

static void
add_words (TrellisFigureControls *self, GtkWidget *box)
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

static void
trellis_figure_controls_dispose (GObject *object)
{
  TrellisFigureControls *self = TRELLIS_FIGURE_CONTROLS (object);

  g_clear_object (&self->session);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (trellis_figure_controls_parent_class)->dispose (object);
}

static void
trellis_figure_controls_finalize (GObject *object)
{
  TrellisFigureControls *self = TRELLIS_FIGURE_CONTROLS (object);

  trl_options_free (self->options);
  g_free (self->map_network);
  g_free (self->map_layout);
  G_OBJECT_CLASS (trellis_figure_controls_parent_class)->finalize (object);
}

static void
trellis_figure_controls_class_init (TrellisFigureControlsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = trellis_figure_controls_dispose;
  G_OBJECT_CLASS (klass)->finalize = trellis_figure_controls_finalize;
  signals[CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                  NULL, G_TYPE_NONE, 0);
}

static void
trellis_figure_controls_init (TrellisFigureControls *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 18);
  gtk_widget_add_css_class (GTK_WIDGET (self), "trellis-inspector");
}

GtkWidget *
trellis_figure_controls_new (GSettings      *settings,
                             TrellisSession *session,
                             gboolean        with_figure)
{
  TrellisFigureControls *self = g_object_new (TRELLIS_TYPE_FIGURE_CONTROLS, NULL);
  guint                  n;

  self->settings = g_object_ref (settings);
  self->session = g_object_ref (session);
  self->shown = trl_figures (&n)[0];
  self->quiet = TRUE;
  add_page_rows (self, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self->figure), with_figure);
  add_words (self, GTK_WIDGET (self));
  fill_options (self);
  trellis_figure_controls_update (self);
  self->quiet = FALSE;
  on_changed (self);
  return GTK_WIDGET (self);
}

void
trellis_figure_controls_show_choice (TrellisFigureControls *self, gboolean with_figure)
{
  g_return_if_fail (TRELLIS_IS_FIGURE_CONTROLS (self));
  gtk_widget_set_visible (GTK_WIDGET (self->figure), with_figure);
}

static gboolean
take_string (char **own, const char *string)
{
  if (g_strcmp0 (*own, string) == 0)
    return FALSE;
  g_free (*own);
  *own = g_strdup (string);
  return TRUE;
}

/* A document without a network has no layout. */
static void
follow_layout (TrellisFigureControls *self)
{
  const char             *layout = trellis_session_get_layout_id (self->session);
  guint                   n;
  const TrlLayout *const *layouts = trl_layouts (&n);

  if (!take_string (&self->map_layout, layout))
    return;
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (layouts[i]->id, layout) == 0)
      adw_combo_row_set_selected (self->layout, i);
}

/* What somebody chose here stays, until the map shows another. */
void
trellis_figure_controls_update (TrellisFigureControls *self)
{
  TrlDocument     *document = trellis_session_get_document (self->session);
  const char      *on_map = trellis_session_get_network_id (self->session);
  gboolean         follows = take_string (&self->map_network, on_map);
  g_autofree char *chosen =
    g_strdup (get_network (self) && !follows ? get_network (self) : on_map);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  gboolean quiet = self->quiet;
  int      index;

  for (guint i = 0; i < trl_document_get_n_networks (document); i++)
    gtk_string_list_append (
      names, trl_network_get_name (trl_document_get_network (document, i)));
  index = chosen ? trl_document_get_network_index (document, chosen) : -1;
  self->quiet = TRUE;
  adw_combo_row_set_model (self->network, G_LIST_MODEL (names));
  if (index >= 0)
    adw_combo_row_set_selected (self->network, (guint) index);
  follow_layout (self);
  self->quiet = quiet;
}

const TrlFigure *
trellis_figure_controls_get_figure (TrellisFigureControls *self)
{
  g_return_val_if_fail (TRELLIS_IS_FIGURE_CONTROLS (self), NULL);
  return self->shown;
}

void
trellis_figure_controls_set_figure (TrellisFigureControls *self, const char *id)
{
  const TrlFigure        *figure = trl_figure_find (id);
  guint                   n;
  const TrlFigure *const *figures = trl_figures (&n);

  g_return_if_fail (TRELLIS_IS_FIGURE_CONTROLS (self) && figure);
  if (self->shown == figure)
    return;
  self->shown = figure;
  self->quiet = TRUE;
  for (guint i = 0; i < n; i++)
    if (figures[i] == figure)
      adw_combo_row_set_selected (self->figure, i);
  fill_options (self);
  self->quiet = FALSE;
  on_changed (self);
}

void
trellis_figure_controls_keep (TrellisFigureControls *self)
{
  const TrlPagePreset *preset = get_preset (self);

  g_settings_set_string (self->settings, "export-preset",
                         preset ? preset->id : OTHER_WIDTH);
  g_settings_set_string (self->settings, "export-theme",
                         themes[adw_combo_row_get_selected (self->theme)].id);
  g_settings_set_string (self->settings, "export-format",
                         trellis_figure_controls_get_format (self)->id);
  g_settings_set_double (self->settings, "export-width",
                         gtk_spin_button_get_value (GTK_SPIN_BUTTON (self->width)));
  g_settings_set_int (self->settings, "export-dpi",
                      gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->dpi)));
}

gboolean
trellis_figure_controls_take_ending (TrellisFigureControls *self, const char *path)
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
