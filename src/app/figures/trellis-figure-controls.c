/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows change settings; the window and the command line make figures from the same kind.
 * Another figure, or another document, has other rows: they are made anew.
 */

#include "config.h"

#include "figures/trellis-figure-controls.h"

#include "dialogs/trellis-option-rows.h"
#include "figure/trl-figure-options.h"
#include "figures/trellis-figure-context.h"
#include "figures/trellis-figure-legend.h"

#include <glib/gi18n.h>
#include <string.h>

struct _TrellisFigureControls
{
  GtkBox               parent_instance;
  TrellisFigureContext context;
  GSettings           *kept;
  AdwComboRow         *format;
  char                *format_id;
  GtkWidget           *rows; /* all that depends on the figure */
  TrellisFigureLegend *legend;
  TrlFigureSettings   *resolved; /* of the request that was filled last */
  guint64              seen;     /* a hash of what rows say of the document */
  gboolean             quiet;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TrellisFigureControls, trellis_figure_controls, GTK_TYPE_BOX)

/* What is written beside a figure, in the order of the flags. */
static const struct
{
  const char *key; /* of what is kept */
  const char *label;
  const char *subtitle;
} besides[] = {
  { "export-data", N_ ("Numbers as CSV"), N_ ("What the figure is drawn from") },
  { "export-alt", N_ ("Alternative Text"), N_ ("For people who cannot see the figure") },
  { "export-sidecar", N_ ("Recipe"),
    N_ ("Makes the same figure again, with trellis-cli") },
};

/* --- settings --- */

TrlFigureSettings *
trellis_figure_controls_dup_settings (TrellisFigureControls *self)
{
  TrlFigureSettings *settings = trl_figure_settings_copy (self->context.settings);
  const char        *on_map = trellis_session_get_network_id (self->context.session);

  if (trl_figure_settings_get_figure (settings)->many ||
      *trl_figure_settings_get (settings, "network"))
    return settings;
  if (on_map)
    trl_figure_settings_set (settings, "network", on_map, NULL);
  if (trellis_session_is_rolled_up (self->context.session))
    trl_figure_settings_set (settings, "roll-up", "yes", NULL);
  return settings;
}

TrlFigureSettings *
trellis_figure_controls_dup_choices (TrellisFigureControls *self)
{
  g_return_val_if_fail (TRELLIS_IS_FIGURE_CONTROLS (self), NULL);
  return trl_figure_settings_copy (self->context.settings);
}

void
trellis_figure_controls_fill_request (TrellisFigureControls *self,
                                      TrlFigureRequest      *request)
{
  trl_figure_settings_free (self->resolved);
  self->resolved = trellis_figure_controls_dup_settings (self);
  trl_figure_settings_fill_request (
    self->resolved, trellis_session_get_document (self->context.session), request);
}

const TrlFigureFormat *
trellis_figure_controls_get_format (TrellisFigureControls *self)
{
  guint                  n;
  const TrlFigureFormat *formats = trl_figure_formats (&n);

  return &formats[MIN (adw_combo_row_get_selected (self->format), n - 1)];
}

TrellisFigureBeside
trellis_figure_controls_get_beside (TrellisFigureControls *self)
{
  guint flags = 0;

  for (guint i = 0; i < G_N_ELEMENTS (besides); i++)
    if (g_settings_get_boolean (self->kept, besides[i].key))
      flags |= 1u << i;
  return (TrellisFigureBeside) flags;
}

static void
tell (gpointer data)
{
  TrellisFigureControls *self = TRELLIS_FIGURE_CONTROLS (data);

  if (!self->quiet)
    g_signal_emit (self, signals[CHANGED], 0);
}

/* What rows say of the document: names of networks, waves and words. */
static guint64
hash_document (TrellisFigureControls *self)
{
  TrlDocument *document = trellis_session_get_document (self->context.session);
  guint64      hash = GPOINTER_TO_SIZE (trl_document_get_vocabulary (document));

  for (guint i = 0; i < trl_document_get_n_networks (document); i++)
    {
      const TrlNetwork *network = trl_document_get_network (document, i);
      const char       *wave = trl_network_get_text (network, TRL_NETWORK_WAVE);

      hash = hash * 31 + g_str_hash (trl_network_get_id (network));
      hash = hash * 31 + g_str_hash (trl_network_get_name (network));
      hash = hash * 31 + (wave ? g_str_hash (wave) : 0);
    }
  return hash;
}

/* --- rows --- */

/* A plain row for an option of the page. */
static GtkWidget *
add_plain (TrellisFigureControls *self, GtkWidget *group, const char *id)
{
  guint            n;
  const TrlOption *table = trl_figure_page_options (&n);

  for (guint i = 0; i < n; i++)
    if (g_str_equal (table[i].id, id))
      return trellis_option_rows_add (
        ADW_PREFERENCES_GROUP (group),
        trl_figure_settings_get_options (self->context.settings), &table[i], 1, NULL,
        tell, self);
  g_assert_not_reached ();
}

static GtkWidget *
make_data_rows (TrellisFigureControls *self)
{
  const char *figure = trl_figure_settings_get_figure (self->context.settings)->id;
  GtkWidget  *group = adw_preferences_group_new ();

  trellis_figure_network_rows (&self->context, ADW_PREFERENCES_GROUP (group));
  trellis_figure_layout_row (&self->context, ADW_PREFERENCES_GROUP (group));
  if (g_str_equal (figure, "network") || g_str_equal (figure, "multiples"))
    add_plain (self, group, "roll-up");
  return group;
}

static GtkWidget *
make_page_rows (TrellisFigureControls *self)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("Page"));
  trellis_figure_size_rows (&self->context, ADW_PREFERENCES_GROUP (group));
  add_plain (self, group, "margin");
  add_plain (self, group, "theme");
  add_plain (self, group, "palette");
  trellis_figure_font_row (&self->context, ADW_PREFERENCES_GROUP (group));
  add_plain (self, group, "text-size");
  return group;
}

static GtkWidget *
ask_context (const TrlOption *option, gpointer data)
{
  return trellis_figure_special_row (option, &TRELLIS_FIGURE_CONTROLS (data)->context);
}

static GtkWidget *
make_own_rows (TrellisFigureControls *self)
{
  const TrlFigure *figure = trl_figure_settings_get_figure (self->context.settings);
  GtkWidget       *rows =
    trellis_option_rows_new (trl_figure_settings_get_options (self->context.settings),
                             figure->options, figure->n_options, ask_context, tell, self);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (rows), _ ("In the Picture"));
  return rows;
}

static GtkWidget *
make_combo (const char *title, GtkStringList *names, guint selected)
{
  GtkWidget *row = adw_combo_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (names));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), selected);
  return row;
}

/* --- the file --- */

static void
add_beside (TrellisFigureControls *self, AdwPreferencesGroup *group, guint i)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *control = gtk_switch_new ();

  gtk_widget_set_valign (control, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (besides[i].label), -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (besides[i].label));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ (besides[i].subtitle));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), control);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), control);
  g_settings_bind (self->kept, besides[i].key, control, "active",
                   G_SETTINGS_BIND_DEFAULT);
  adw_preferences_group_add (group, row);
}

static GtkWidget *
make_format_row (TrellisFigureControls *self)
{
  guint                  n, selected = 0;
  const TrlFigureFormat *formats = trl_figure_formats (&n);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      gtk_string_list_append (names, _ (formats[i].label));
      if (g_str_equal (formats[i].id, self->format_id))
        selected = i;
    }
  return make_combo (_ ("Format"), names, selected);
}

static gboolean
is_format (GBinding *binding, const GValue *selected, GValue *visible, gpointer wanted)
{
  guint                  n;
  const TrlFigureFormat *formats = trl_figure_formats (&n);
  guint                  index = g_value_get_uint (selected);

  g_value_set_boolean (visible, index < n && g_str_equal (formats[index].id, wanted));
  return TRUE;
}

static void
bind_to_format (GtkWidget *row, AdwComboRow *format, const char *wanted)
{
  g_object_bind_property_full (format, "selected", row, "visible", G_BINDING_SYNC_CREATE,
                               is_format, NULL, (gpointer) wanted, NULL);
}

/* Kept while rows are made anew. */
static void
on_format (TrellisFigureControls *self)
{
  g_free (self->format_id);
  self->format_id = g_strdup (trellis_figure_controls_get_format (self)->id);
}

static GtkWidget *
make_file_rows (TrellisFigureControls *self)
{
  const TrlFigure *figure = trl_figure_settings_get_figure (self->context.settings);
  GtkWidget       *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("File"));
  self->format = ADW_COMBO_ROW (make_format_row (self));
  g_signal_connect_swapped (self->format, "notify::selected", G_CALLBACK (on_format),
                            self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->format));
  bind_to_format (add_plain (self, group, "dpi"), self->format, "png");
  bind_to_format (add_plain (self, group, "outlines"), self->format, "svg");
  for (guint i = 0; i < G_N_ELEMENTS (besides); i++)
    if (figure->make_table || 1u << i != TRELLIS_BESIDE_DATA)
      add_beside (self, ADW_PREFERENCES_GROUP (group), i);
  return group;
}

/* Rows of what was chosen; those that are there lose their settings with this. */
static void
make_rows (TrellisFigureControls *self)
{
  GtkWidget *rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  self->quiet = TRUE;
  if (self->rows)
    gtk_box_remove (GTK_BOX (self), self->rows);
  self->rows = rows;
  gtk_box_append (GTK_BOX (rows), make_data_rows (self));
  gtk_box_append (GTK_BOX (rows), make_own_rows (self));
  gtk_box_append (GTK_BOX (rows), make_page_rows (self));
  gtk_box_append (GTK_BOX (rows), trellis_figure_words_new (&self->context));
  self->legend = TRELLIS_FIGURE_LEGEND (trellis_figure_legend_new (&self->context));
  gtk_box_append (GTK_BOX (rows), GTK_WIDGET (self->legend));
  gtk_box_append (GTK_BOX (rows), make_file_rows (self));
  gtk_box_append (GTK_BOX (self), rows);
  self->quiet = FALSE;
}

/* --- the settings that it begins with --- */

/* What was kept is no more than a proposal: what it does not know is passed over. */
static TrlFigureSettings *
begin (TrellisFigureControls *self, const char *figure)
{
  TrlFigureSettings *settings = trl_figure_settings_new (figure);
  g_autofree char   *size = g_settings_get_string (self->kept, "export-preset");
  g_autofree char   *theme = g_settings_get_string (self->kept, "export-theme");
  g_autofree char   *dpi =
    g_strdup_printf ("%d", g_settings_get_int (self->kept, "export-dpi"));

  trl_figure_settings_set (settings, "width", size, NULL);
  trl_figure_settings_set (settings, "theme", theme, NULL);
  trl_figure_settings_set (settings, "dpi", dpi, NULL);
  return settings;
}

/* --- the widget --- */

static void
trellis_figure_controls_dispose (GObject *object)
{
  TrellisFigureControls *self = TRELLIS_FIGURE_CONTROLS (object);

  g_clear_object (&self->context.session);
  g_clear_object (&self->kept);
  G_OBJECT_CLASS (trellis_figure_controls_parent_class)->dispose (object);
}

static void
trellis_figure_controls_finalize (GObject *object)
{
  TrellisFigureControls *self = TRELLIS_FIGURE_CONTROLS (object);

  trl_figure_settings_free (self->context.settings);
  trl_figure_settings_free (self->resolved);
  g_free (self->format_id);
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
trellis_figure_controls_new (GSettings *kept, TrellisSession *session)
{
  TrellisFigureControls *self = g_object_new (TRELLIS_TYPE_FIGURE_CONTROLS, NULL);

  self->kept = g_object_ref (kept);
  self->context.session = g_object_ref (session);
  self->context.changed = tell;
  self->context.data = self;
  self->format_id = g_settings_get_string (kept, "export-format");
  self->context.settings = begin (self, "network");
  self->seen = hash_document (self);
  make_rows (self);
  return GTK_WIDGET (self);
}

void
trellis_figure_controls_update (TrellisFigureControls *self)
{
  guint64 seen;

  g_return_if_fail (TRELLIS_IS_FIGURE_CONTROLS (self));
  seen = hash_document (self);
  if (seen == self->seen)
    return;
  self->seen = seen;
  make_rows (self);
}

const TrlFigure *
trellis_figure_controls_get_figure (TrellisFigureControls *self)
{
  g_return_val_if_fail (TRELLIS_IS_FIGURE_CONTROLS (self), NULL);
  return trl_figure_settings_get_figure (self->context.settings);
}

/* What is said of one figure, and what it shows, is wrong of another; its page is not. */
static void
forget_words (TrlFigureSettings *settings)
{
  static const char *const keys[] = { "title",          "subtitle", "caption",
                                      "source",         "note",     "alt",
                                      "legend-entries", "network",  "wave" };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    trl_figure_settings_set (settings, keys[i], NULL, NULL);
}

void
trellis_figure_controls_set_figure (TrellisFigureControls *self, const char *id)
{
  g_return_if_fail (TRELLIS_IS_FIGURE_CONTROLS (self) && trl_figure_find (id));
  if (g_str_equal (trellis_figure_controls_get_figure (self)->id, id))
    return;
  trl_figure_settings_set_figure (self->context.settings, id);
  forget_words (self->context.settings);
  make_rows (self);
  tell (self);
}

/* Rows point to the settings, so that those are altered and not replaced by others. */
void
trellis_figure_controls_set_settings (TrellisFigureControls   *self,
                                      const TrlFigureSettings *settings)
{
  TrlFigureSettings *before;

  g_return_if_fail (TRELLIS_IS_FIGURE_CONTROLS (self) && settings);
  before = self->context.settings;
  self->context.settings = trl_figure_settings_copy (settings);
  make_rows (self);
  trl_figure_settings_free (before);
}

void
trellis_figure_controls_begin (TrellisFigureControls *self, const char *figure)
{
  g_autoptr (TrlFigureSettings) settings = begin (self, figure);

  trellis_figure_controls_set_settings (self, settings);
}

void
trellis_figure_controls_show_page (TrellisFigureControls *self, const TrlScene *scene)
{
  g_return_if_fail (TRELLIS_IS_FIGURE_CONTROLS (self));
  trellis_figure_legend_show (self->legend, scene);
}

void
trellis_figure_controls_keep (TrellisFigureControls *self)
{
  const TrlFigureSettings *settings = self->context.settings;

  if (!*trl_figure_settings_get (settings, "height"))
    g_settings_set_string (self->kept, "export-preset",
                           trl_figure_settings_get (settings, "width"));
  g_settings_set_string (self->kept, "export-theme",
                         trl_figure_settings_get (settings, "theme"));
  g_settings_set_string (self->kept, "export-format",
                         trellis_figure_controls_get_format (self)->id);
  g_settings_set_int (
    self->kept, "export-dpi",
    (int) g_ascii_strtod (trl_figure_settings_get (settings, "dpi"), NULL));
}

void
trellis_figure_controls_set_format (TrellisFigureControls *self, guint index)
{
  g_return_if_fail (TRELLIS_IS_FIGURE_CONTROLS (self));
  adw_combo_row_set_selected (self->format, index);
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
        trellis_figure_controls_set_format (self, i);
        return TRUE;
      }
  return FALSE;
}
