/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which networks a figure shows, how large its page is, and its font. */

#include "config.h"

#include "dialogs/trellis-option-rows.h"
#include "figure/trl-page.h"
#include "figures/trellis-figure-context.h"
#include "layout/trl-layout.h"

#include <glib/gi18n.h>
#include <math.h>

#define MOST_CHECKS 200 /* networks that anybody would choose among by hand */

/* --- networks --- */

static void
add (AdwPreferencesGroup *group, GtkWidget *row)
{
  adw_preferences_group_add (group, row);
}

static void
list_networks (TrlDocument *document, GPtrArray *ids, GPtrArray *labels)
{
  for (guint i = 0; i < trl_document_get_n_networks (document); i++)
    {
      const TrlNetwork *network = trl_document_get_network (document, i);

      g_ptr_array_add (ids, (gpointer) trl_network_get_id (network));
      g_ptr_array_add (labels, (gpointer) trl_network_get_name (network));
    }
}

static GtkWidget *
make_network_row (TrellisFigureContext *context)
{
  TrlDocument *document = trellis_session_get_document (context->session);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();

  g_ptr_array_add (ids, (gpointer) "");
  g_ptr_array_add (labels, (gpointer) _ ("As on the Map"));
  list_networks (document, ids, labels);
  g_ptr_array_add (ids, NULL);
  g_ptr_array_add (labels, NULL);
  return trellis_figure_combo_new (context, "network", _ ("Network"),
                                   (const char *const *) labels->pdata,
                                   (const char *const *) ids->pdata);
}

static void
on_networks (const char *const *chosen, gpointer data)
{
  g_autofree char *text = g_strjoinv ("\n", (char **) chosen);

  trellis_figure_context_set (data, "network", text);
}

static GtkWidget *
make_networks_row (TrellisFigureContext *context)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();
  g_auto (GStrv) chosen =
    g_strsplit (trl_figure_settings_get (context->settings, "network"), "\n", -1);

  list_networks (trellis_session_get_document (context->session), ids, labels);
  return trellis_figure_checks_new (_ ("Networks"), ids, labels,
                                    (const char *const *) chosen, _ ("Automatic"),
                                    on_networks, context);
}

/* Empty where no network says a wave. */
static GPtrArray *
list_waves (TrlDocument *document)
{
  GPtrArray *waves = g_ptr_array_new ();

  for (guint i = 0; i < trl_document_get_n_networks (document); i++)
    {
      const char *wave =
        trl_network_get_text (trl_document_get_network (document, i), TRL_NETWORK_WAVE);

      if (wave && *wave &&
          !g_ptr_array_find_with_equal_func (waves, wave, g_str_equal, NULL))
        g_ptr_array_add (waves, (gpointer) wave);
    }
  return waves;
}

static void
add_wave_row (TrellisFigureContext *context, AdwPreferencesGroup *group)
{
  g_autoptr (GPtrArray) waves =
    list_waves (trellis_session_get_document (context->session));
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();

  if (waves->len < 2)
    return;
  g_ptr_array_add (labels, (gpointer) _ ("Latest of Each Site"));
  for (guint i = 0; i < waves->len; i++)
    g_ptr_array_add (labels, waves->pdata[i]);
  g_ptr_array_add (labels, NULL);
  g_ptr_array_insert (waves, 0, (gpointer) "");
  g_ptr_array_add (waves, NULL);
  add (group, trellis_figure_combo_new (context, "wave", _ ("Wave"),
                                        (const char *const *) labels->pdata,
                                        (const char *const *) waves->pdata));
}

void
trellis_figure_network_rows (TrellisFigureContext *context, AdwPreferencesGroup *group)
{
  TrlDocument     *document = trellis_session_get_document (context->session);
  const TrlFigure *figure = trl_figure_settings_get_figure (context->settings);

  if (!figure->many)
    {
      add (group, make_network_row (context));
      return;
    }
  if (!g_str_equal (figure->id, "change"))
    add_wave_row (context, group);
  if (trl_document_get_n_networks (document) <= MOST_CHECKS)
    add (group, make_networks_row (context));
}

/* Layouts are of pictures of networks; a chart has none. */
void
trellis_figure_layout_row (TrellisFigureContext *context, AdwPreferencesGroup *group)
{
  const char             *figure = trl_figure_settings_get_figure (context->settings)->id;
  guint                   n;
  const TrlLayout *const *layouts = trl_layouts (&n);
  g_autofree const char **labels = g_new0 (const char *, n + 2);
  g_autofree const char **ids = g_new0 (const char *, n + 2);

  if (!g_str_equal (figure, "network") && !g_str_equal (figure, "multiples"))
    return;
  labels[0] = _ ("As on the Map");
  ids[0] = "";
  for (guint i = 0; i < n; i++)
    {
      labels[i + 1] = _ (layouts[i]->label);
      ids[i + 1] = layouts[i]->id;
    }
  add (group, trellis_figure_combo_new (context, "layout", _ ("Layout"), labels, ids));
}

/* --- size --- */

typedef struct
{
  TrellisFigureContext *context;
  GtkWidget            *unit;
  GtkWidget            *lengths[2]; /* width and height: spin buttons */
  GtkWidget            *rows[2];
} Size;

enum
{
  UNIT_MM,
  UNIT_PX
};

static const struct
{
  const char *name;
  double      points;
} size_units[] = { { "mm", TRL_POINTS_PER_MM }, { "px", 0.75 } };

static guint
get_unit (const Size *size)
{
  return MIN (gtk_drop_down_get_selected (GTK_DROP_DOWN (size->unit)), UNIT_PX);
}

static char *
dup_length (const Size *size, guint which)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (number, sizeof number, "%.6g",
                   gtk_spin_button_get_value (GTK_SPIN_BUTTON (size->lengths[which])));
  return g_strconcat (number, size_units[get_unit (size)].name, NULL);
}

/* No page is smaller; a height of 0 is that of the content. */
static void
keep_length (const Size *size, guint which)
{
  GtkSpinButton *button = GTK_SPIN_BUTTON (size->lengths[which]);
  double least = ceil (20 * TRL_POINTS_PER_MM / size_units[get_unit (size)].points);
  double value = gtk_spin_button_get_value (button);

  if (value < least && (which == 0 || value > 0))
    gtk_spin_button_set_value (button, least);
}

static void
on_length (GtkSpinButton *button, gpointer data)
{
  Size            *size = data;
  g_autofree char *width = NULL;
  g_autofree char *height = NULL;
  gboolean         by_content =
    gtk_spin_button_get_value (GTK_SPIN_BUTTON (size->lengths[1])) == 0;

  for (guint i = 0; i < 2; i++)
    keep_length (size, i);
  width = dup_length (size, 0);
  height = dup_length (size, 1);
  trl_figure_settings_set (size->context->settings, "width", width, NULL);
  trl_figure_settings_set (size->context->settings, "height", by_content ? "" : height,
                           NULL);
  size->context->changed (size->context->data);
}

static void
show_length (const Size *size, guint which, double points)
{
  GtkSpinButton *button = GTK_SPIN_BUTTON (size->lengths[which]);

  g_signal_handlers_block_by_func (button, on_length, (gpointer) size);
  gtk_spin_button_set_value (button, points / size_units[get_unit (size)].points);
  g_signal_handlers_unblock_by_func (button, on_length, (gpointer) size);
}

static void
show_lengths (const Size *size)
{
  TrlFigureRequest request;

  trl_figure_settings_fill_request (size->context->settings,
                                    trellis_session_get_document (size->context->session),
                                    &request);
  show_length (size, 0, request.width);
  show_length (size, 1, request.height);
}

static void
on_unit (GtkDropDown *unit, GParamSpec *pspec, gpointer data)
{
  show_lengths (data);
}

/* NULL: the row after the presets, for any other size. */
static const TrlPagePreset *
find_preset (const TrellisFigureContext *context, guint *index)
{
  guint                n;
  const TrlPagePreset *presets = trl_page_presets (&n);

  for (*index = 0; *index < n; (*index)++)
    if (g_str_equal (presets[*index].id,
                     trl_figure_settings_get (context->settings, "width")) &&
        !*trl_figure_settings_get (context->settings, "height"))
      return &presets[*index];
  return NULL;
}

static void
show_rows (const Size *size, gboolean other)
{
  for (guint i = 0; i < 2; i++)
    gtk_widget_set_visible (size->rows[i], other);
}

static void
on_preset (AdwComboRow *row, GParamSpec *pspec, gpointer data)
{
  Size                *size = data;
  guint                n, chosen = adw_combo_row_get_selected (row);
  const TrlPagePreset *presets = trl_page_presets (&n);

  show_rows (size, chosen >= n);
  show_lengths (size);
  if (chosen >= n)
    {
      on_length (NULL, size);
      return;
    }
  trl_figure_settings_set (size->context->settings, "height", "", NULL);
  trl_figure_settings_set (size->context->settings, "width", presets[chosen].id, NULL);
  size->context->changed (size->context->data);
}

static GtkWidget *
make_preset_row (TrellisFigureContext *context, guint *selected)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint                n;
  const TrlPagePreset *presets = trl_page_presets (&n);

  for (guint i = 0; i < n; i++)
    gtk_string_list_append (names, _ (presets[i].label));
  gtk_string_list_append (names, _ ("Other Size"));
  find_preset (context, selected);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Size"));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (names));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), *selected);
  trellis_option_rows_wrap (ADW_COMBO_ROW (row));
  return row;
}

static GtkWidget *
make_length_row (Size *size, guint which, const char *title, double least)
{
  GtkWidget *row = adw_action_row_new ();

  size->lengths[which] = gtk_spin_button_new_with_range (least, 20000, 1);
  gtk_spin_button_set_digits (GTK_SPIN_BUTTON (size->lengths[which]), 1);
  gtk_widget_set_valign (size->lengths[which], GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (size->lengths[which]),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), size->lengths[which]);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), size->lengths[which]);
  g_signal_connect (size->lengths[which], "value-changed", G_CALLBACK (on_length), size);
  size->rows[which] = row;
  return row;
}

void
trellis_figure_size_rows (TrellisFigureContext *context, AdwPreferencesGroup *group)
{
  static const char *const names[] = { "mm", "px", NULL };
  Size                    *size = g_new0 (Size, 1);
  guint                    selected, n;
  GtkWidget               *preset = make_preset_row (context, &selected);

  trl_page_presets (&n);
  size->context = context;
  size->unit = gtk_drop_down_new_from_strings (names);
  gtk_widget_set_valign (size->unit, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (size->unit, _ ("Unit; 96 pixels are an inch"));
  add (group, preset);
  add (group, make_length_row (size, 0, _ ("Width"), 20));
  adw_action_row_add_suffix (ADW_ACTION_ROW (size->rows[0]), size->unit);
  add (group, make_length_row (size, 1, _ ("Height (0: Automatic)"), 0));
  show_lengths (size);
  show_rows (size, selected >= n);
  g_signal_connect (size->unit, "notify::selected", G_CALLBACK (on_unit), size);
  g_signal_connect (preset, "notify::selected", G_CALLBACK (on_preset), size);
  g_object_set_data_full (G_OBJECT (preset), "size", size, g_free);
}

/* --- font --- */

static int
compare_families (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (pango_font_family_get_name (*(PangoFontFamily *const *) a),
                         pango_font_family_get_name (*(PangoFontFamily *const *) b));
}

static void
on_font (GtkDropDown *fonts, GParamSpec *pspec, gpointer data)
{
  GtkStringObject *item = gtk_drop_down_get_selected_item (fonts);

  trellis_figure_context_set (data, "font",
                              gtk_drop_down_get_selected (fonts) == 0 || !item
                                ? ""
                                : gtk_string_object_get_string (item));
}

/* The first is the program's own; one that is chosen and not here stays chosen. */
static GtkStringList *
list_fonts (const char *chosen, guint *selected)
{
  GtkStringList    *names = gtk_string_list_new (NULL);
  PangoFontFamily **families;
  int               n;

  *selected = 0;
  gtk_string_list_append (names, _ ("Default"));
  pango_font_map_list_families (pango_cairo_font_map_get_default (), &families, &n);
  qsort (families, (gsize) n, sizeof *families, compare_families);
  for (int i = 0; i < n; i++)
    {
      gtk_string_list_append (names, pango_font_family_get_name (families[i]));
      if (g_str_equal (pango_font_family_get_name (families[i]), chosen))
        *selected = (guint) i + 1;
    }
  g_free (families);
  if (*chosen && *selected == 0)
    {
      gtk_string_list_append (names, chosen);
      *selected = (guint) n + 1;
    }
  return names;
}

void
trellis_figure_font_row (TrellisFigureContext *context, AdwPreferencesGroup *group)
{
  GtkWidget     *row = adw_action_row_new ();
  guint          selected;
  GtkStringList *names =
    list_fonts (trl_figure_settings_get (context->settings, "font"), &selected);
  GtkWidget *fonts = gtk_drop_down_new (
    G_LIST_MODEL (names),
    gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string"));

  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (fonts), TRUE);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (fonts), selected);
  gtk_widget_set_valign (fonts, GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (fonts, 150, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (fonts), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Font"), -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Font"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), fonts);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), fonts);
  g_signal_connect (fonts, "notify::selected", G_CALLBACK (on_font), context);
  adw_preferences_group_add (group, row);
}
