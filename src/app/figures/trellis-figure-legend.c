/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows are made anew only when other entries are on the page, so that typing a name is
 * not interrupted by the page that it makes. */

#include "config.h"

#include "figures/trellis-figure-legend.h"

#include "dialogs/trellis-option-rows.h"
#include "figure/trl-figure-options.h"
#include "scene/trl-legend-plan.h"

#include <glib/gi18n.h>
#include <string.h>

struct _TrellisFigureLegend
{
  AdwBin                parent_instance;
  TrellisFigureContext *context;
  AdwExpanderRow       *entries;
  GtkWidget            *reset; /* to what the figure makes */
  GPtrArray            *rows;  /* borrowed by the expander */
  GArray               *list;  /* TrlLegendChange: what rows show, with own labels */
  GPtrArray            *made;  /* labels that the figure makes, or NULL; as the list */
};

G_DEFINE_FINAL_TYPE (TrellisFigureLegend, trellis_figure_legend, ADW_TYPE_BIN)

static TrlLegendChange *
get_entry (TrellisFigureLegend *self, guint i)
{
  return &g_array_index (self->list, TrlLegendChange, i);
}

static void
show_reset (TrellisFigureLegend *self)
{
  const char *plan = trl_figure_settings_get (self->context->settings, "legend-entries");

  gtk_widget_set_sensitive (self->reset, plan && *plan);
}

static void
write_plan (TrellisFigureLegend *self)
{
  g_autofree char *text = trl_legend_changes_to_text (self->list);

  trellis_figure_context_set (self->context, "legend-entries", text);
  show_reset (self);
}

static guint
find_row (TrellisFigureLegend *self, gpointer widget)
{
  GtkWidget *row = gtk_widget_get_ancestor (widget, ADW_TYPE_ENTRY_ROW);
  guint      index = 0;

  g_ptr_array_find (self->rows, row, &index);
  return index;
}

static void
on_renamed (GtkEditable *row, gpointer data)
{
  TrellisFigureLegend *self = data;
  guint                index = find_row (self, row);
  TrlLegendChange     *entry = get_entry (self, index);
  const char          *text = gtk_editable_get_text (row);

  /* What is as it is made follows the data. */
  g_free (entry->label);
  entry->label =
    *text && g_strcmp0 (text, self->made->pdata[index]) != 0 ? g_strdup (text) : NULL;
  write_plan (self);
}

static void
on_shown (GtkToggleButton *button, gpointer data)
{
  TrellisFigureLegend *self = data;
  TrlLegendChange     *entry = get_entry (self, find_row (self, button));

  entry->hidden = !gtk_toggle_button_get_active (button);
  write_plan (self);
}

static void rebuild (TrellisFigureLegend *self);

static void
move (TrellisFigureLegend *self, gpointer button, int by)
{
  guint           from = find_row (self, button);
  int             to = (int) from + by;
  TrlLegendChange moved;
  gpointer        made;

  if (to < 0 || to >= (int) self->list->len)
    return;
  moved = *get_entry (self, from);
  *get_entry (self, from) = *get_entry (self, (guint) to);
  *get_entry (self, (guint) to) = moved;
  made = self->made->pdata[from];
  self->made->pdata[from] = self->made->pdata[to];
  self->made->pdata[to] = made;
  rebuild (self);
  gtk_widget_grab_focus (self->rows->pdata[to]);
  write_plan (self);
}

static void
on_up (GtkButton *button, gpointer data)
{
  move (data, button, -1);
}

static void
on_down (GtkButton *button, gpointer data)
{
  move (data, button, 1);
}

static void
add_button (TrellisFigureLegend *self,
            GtkWidget           *row,
            GtkWidget           *button,
            const char          *icon,
            const char          *tooltip)
{
  gtk_button_set_icon_name (GTK_BUTTON (button), icon);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  tooltip, -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), button);
}

static void
add_row (TrellisFigureLegend *self, guint i)
{
  const TrlLegendChange *entry = get_entry (self, i);
  GtkWidget             *row = adw_entry_row_new ();
  GtkWidget             *up = gtk_button_new (), *down = gtk_button_new ();
  GtkWidget             *shown = gtk_toggle_button_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Entry"));
  const char *made = self->made->pdata[i] ? self->made->pdata[i] : entry->id;

  gtk_editable_set_text (GTK_EDITABLE (row), entry->label ? entry->label : made);
  add_button (self, row, up, "go-up-symbolic", _ ("Move Up"));
  add_button (self, row, down, "go-down-symbolic", _ ("Move Down"));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (shown), !entry->hidden);
  add_button (self, row, shown, "view-reveal-symbolic", _ ("In the Legend"));
  gtk_widget_set_sensitive (up, i > 0);
  gtk_widget_set_sensitive (down, i + 1 < self->list->len);
  adw_expander_row_add_row (self->entries, row);
  g_ptr_array_add (self->rows, row);
  g_signal_connect (row, "changed", G_CALLBACK (on_renamed), self);
  g_signal_connect (up, "clicked", G_CALLBACK (on_up), self);
  g_signal_connect (down, "clicked", G_CALLBACK (on_down), self);
  g_signal_connect (shown, "toggled", G_CALLBACK (on_shown), self);
}

static void
rebuild (TrellisFigureLegend *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_expander_row_remove (self->entries, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < self->list->len; i++)
    add_row (self, i);
}

static void
on_reset (TrellisFigureLegend *self)
{
  g_array_set_size (self->list, 0); /* so that the page fills it again */
  g_ptr_array_set_size (self->made, 0);
  trellis_figure_context_set (self->context, "legend-entries", NULL);
  show_reset (self);
}

static void
trellis_figure_legend_finalize (GObject *object)
{
  TrellisFigureLegend *self = TRELLIS_FIGURE_LEGEND (object);

  g_ptr_array_unref (self->rows);
  g_array_unref (self->list);
  g_ptr_array_unref (self->made);
  G_OBJECT_CLASS (trellis_figure_legend_parent_class)->finalize (object);
}

static void
trellis_figure_legend_class_init (TrellisFigureLegendClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = trellis_figure_legend_finalize;
}

static void
trellis_figure_legend_init (TrellisFigureLegend *self)
{
  GtkWidget *reset = gtk_button_new_from_icon_name ("edit-undo-symbolic");

  self->rows = g_ptr_array_new ();
  self->list = trl_legend_changes_parse (NULL);
  self->made = g_ptr_array_new_with_free_func (g_free);
  self->entries = ADW_EXPANDER_ROW (adw_expander_row_new ());
  gtk_widget_add_css_class (reset, "flat");
  gtk_widget_set_valign (reset, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (reset, _ ("Reset the Legend"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (reset), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Reset the Legend"), -1);
  g_signal_connect_swapped (reset, "clicked", G_CALLBACK (on_reset), self);
  adw_expander_row_add_action (self->entries, reset);
  self->reset = reset;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->entries), _ ("Entries"));
}

/* The options of the page that are about the legend, but for its entries. */
static AdwPreferencesGroup *
make_options (TrellisFigureLegend *self)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  guint                n;
  const TrlOption     *table = trl_figure_page_options (&n);

  for (guint i = 0; i < n; i++)
    if (g_str_has_prefix (table[i].id, "legend") &&
        !g_str_equal (table[i].id, "legend-entries"))
      trellis_option_rows_add (
        group, trl_figure_settings_get_options (self->context->settings), &table[i], 1,
        NULL, self->context->changed, self->context->data);
  return group;
}

GtkWidget *
trellis_figure_legend_new (TrellisFigureContext *context)
{
  TrellisFigureLegend *self = g_object_new (TRELLIS_TYPE_FIGURE_LEGEND, NULL);
  AdwPreferencesGroup *group;

  self->context = context;
  group = make_options (self);
  adw_preferences_group_set_title (group, _ ("Legend"));
  adw_preferences_group_add (group, GTK_WIDGET (self->entries));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (group));
  gtk_widget_set_visible (GTK_WIDGET (self->entries), FALSE);
  return GTK_WIDGET (self);
}

static const TrlLegendChange *
find_change (const GArray *changes, const char *id)
{
  for (guint i = 0; i < changes->len; i++)
    if (g_str_equal (g_array_index (changes, TrlLegendChange, i).id, id))
      return &g_array_index (changes, TrlLegendChange, i);
  return NULL;
}

static void
add_entry (
  GArray *list, GPtrArray *made, const char *id, const char *own, const char *label)
{
  TrlLegendChange entry = { g_strdup (id), g_strdup (own), label == NULL };

  g_array_append_val (list, entry);
  g_ptr_array_add (made, own ? NULL : g_strdup (label));
}

/* What is on the page, then what the plan hides. */
static GArray *
list_entries (TrellisFigureLegend *self, const TrlScene *scene, GPtrArray *made)
{
  const char *plan = trl_figure_settings_get (self->context->settings, "legend-entries");
  g_autoptr (GArray) changes = trl_legend_changes_parse (plan);
  GArray     *list = trl_legend_changes_parse (NULL);
  TrlOwner    owner = { TRL_OWNER_LEGEND, 0 };
  const char *id;

  for (; scene && (id = trl_scene_get_owner_id (scene, owner)); owner.row++)
    {
      const TrlLegendChange *change = find_change (changes, id);

      add_entry (list, made, id, change ? change->label : NULL,
                 trl_scene_get_title (scene, owner));
    }
  for (guint i = 0; i < changes->len; i++)
    {
      const TrlLegendChange *change = &g_array_index (changes, TrlLegendChange, i);

      if (change->hidden)
        add_entry (list, made, change->id, change->label, NULL);
    }
  return list;
}

/* The order of the rows may differ: hidden entries keep their place there. */
static gboolean
has_same_entries (const GArray *a, const GArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    {
      const TrlLegendChange *wanted = &g_array_index (a, TrlLegendChange, i);
      gboolean               found = FALSE;

      for (guint k = 0; k < b->len && !found; k++)
        found = g_str_equal (g_array_index (b, TrlLegendChange, k).id, wanted->id) &&
                g_array_index (b, TrlLegendChange, k).hidden == wanted->hidden;
      if (!found)
        return FALSE;
    }
  return TRUE;
}

void
trellis_figure_legend_show (TrellisFigureLegend *self, const TrlScene *scene)
{
  g_autoptr (GArray) list = NULL;
  g_autoptr (GPtrArray) made = g_ptr_array_new_with_free_func (g_free);

  g_return_if_fail (TRELLIS_IS_FIGURE_LEGEND (self));
  list = list_entries (self, scene, made);
  gtk_widget_set_visible (GTK_WIDGET (self->entries), list->len > 0);
  show_reset (self);
  if (has_same_entries (list, self->list))
    return;
  g_array_unref (self->list);
  self->list = g_steal_pointer (&list);
  g_ptr_array_unref (self->made);
  self->made = g_steal_pointer (&made);
  rebuild (self);
}
