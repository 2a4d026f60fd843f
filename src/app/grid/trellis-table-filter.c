/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What rows must have to be shown: a text in any column, and what single fields hold.
 * Each filter is a button that takes it away again.
 */

#include "config.h"

#include "grid/trellis-table-page-private.h"

#include <glib/gi18n.h>

typedef struct
{
  TrellisTablePage *page;
  GtkDropDown      *column;
  GtkDropDown      *kind;
  GtkEditable      *text;
} Filter;

static const char *const kinds[TRELLIS_N_FILTERS] = {
  [TRELLIS_FILTER_SET] = N_ ("has a value"),
  [TRELLIS_FILTER_UNSET] = N_ ("has no value"),
  [TRELLIS_FILTER_IS] = N_ ("is"),
  [TRELLIS_FILTER_CONTAINS] = N_ ("contains"),
};

static void show_chips (TrellisTablePage *self);

void
trellis_table_page_search (TrellisTablePage *self)
{
  g_autoptr (GPtrArray) shown = NULL;

  if (!self->session || !self->columns)
    return;
  shown = trellis_table_page_get_shown (self);
  self->is_syncing = TRUE;
  trellis_table_model_set_search (self->model, gtk_editable_get_text (self->search),
                                  shown, self->filters);
  self->is_syncing = FALSE;
  show_chips (self);
  trellis_table_page_pull_selection (self);
  trellis_table_page_drop_hidden (self);
}

static void
on_chip (GtkButton *button, TrellisTablePage *self)
{
  g_ptr_array_remove (self->filters, g_object_get_data (G_OBJECT (button), "filter"));
  trellis_table_page_search (self);
}

static GtkWidget *
make_chip (TrellisTablePage *self, TrellisTableFilter *filter)
{
  GtkWidget       *button = gtk_button_new ();
  GtkWidget       *content = adw_button_content_new ();
  g_autofree char *text =
    filter->text
      ? g_strdup_printf ("%s %s “%s”", filter->column->title, _ (kinds[filter->kind]),
                         filter->text)
      : g_strdup_printf ("%s %s", filter->column->title, _ (kinds[filter->kind]));

  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content),
                                    "window-close-symbolic");
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), text);
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_widget_set_tooltip_text (button, _ ("Take this filter away"));
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_object_set_data (G_OBJECT (button), "filter", filter);
  g_signal_connect (button, "clicked", G_CALLBACK (on_chip), self);
  return button;
}

static void
show_chips (TrellisTablePage *self)
{
  GtkFlowBoxChild *child;

  while ((child = gtk_flow_box_get_child_at_index (self->chips, 0)))
    gtk_flow_box_remove (self->chips, GTK_WIDGET (child));
  for (guint i = 0; i < self->filters->len; i++)
    gtk_flow_box_append (self->chips, make_chip (self, self->filters->pdata[i]));
  gtk_widget_set_visible (GTK_WIDGET (self->chips), self->filters->len > 0);
}

static void
on_kind (Filter *filter)
{
  gtk_widget_set_visible (GTK_WIDGET (filter->text),
                          gtk_drop_down_get_selected (filter->kind) >= TRELLIS_FILTER_IS);
}

static void
on_add (Filter *filter)
{
  TrellisTablePage *self = filter->page;
  guint             index = gtk_drop_down_get_selected (filter->column);
  guint             kind = gtk_drop_down_get_selected (filter->kind);

  if (index >= self->columns->len || kind >= TRELLIS_N_FILTERS)
    return;
  g_ptr_array_add (self->filters,
                   trellis_table_filter_new (kind, self->columns->pdata[index],
                                             kind >= TRELLIS_FILTER_IS
                                               ? gtk_editable_get_text (filter->text)
                                               : NULL));
  gtk_menu_button_popdown (self->filter_button);
  trellis_table_page_search (self);
}

static void
on_show (Filter *filter)
{
  GtkStringList *titles = gtk_string_list_new (NULL);
  guint          selected = gtk_drop_down_get_selected (filter->column);

  for (guint i = 0; filter->page->columns && i < filter->page->columns->len; i++)
    gtk_string_list_append (titles,
                            ((TrellisColumn *) filter->page->columns->pdata[i])->title);
  gtk_drop_down_set_model (filter->column, G_LIST_MODEL (titles));
  gtk_drop_down_set_selected (filter->column,
                              selected == GTK_INVALID_LIST_POSITION ? 1 : selected);
  g_object_unref (titles);
}

static GtkDropDown *
make_drop_down (GtkWidget *box, const char *name, gboolean searches)
{
  GtkWidget *drop_down = gtk_drop_down_new (
    NULL, gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string"));

  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (drop_down), searches);
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_box_append (GTK_BOX (box), drop_down);
  return GTK_DROP_DOWN (drop_down);
}

GtkWidget *
trellis_table_page_make_filter (TrellisTablePage *self)
{
  Filter        *filter = g_new0 (Filter, 1);
  GtkWidget     *popover = gtk_popover_new ();
  GtkWidget     *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget     *add = gtk_button_new_with_mnemonic (_ ("_Add Filter"));
  GtkStringList *names = gtk_string_list_new (NULL);

  filter->page = self;
  filter->column = make_drop_down (box, _ ("Field"), TRUE);
  filter->kind = make_drop_down (box, _ ("Condition"), FALSE);
  for (guint i = 0; i < TRELLIS_N_FILTERS; i++)
    gtk_string_list_append (names, _ (kinds[i]));
  gtk_drop_down_set_model (filter->kind, G_LIST_MODEL (names));
  g_object_unref (names);
  filter->text = GTK_EDITABLE (gtk_entry_new ());
  gtk_accessible_update_property (GTK_ACCESSIBLE (filter->text),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Value"), -1);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (filter->text));
  gtk_box_append (GTK_BOX (box), add);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  g_object_set_data_full (G_OBJECT (popover), "filter", filter, g_free);
  g_signal_connect_swapped (filter->kind, "notify::selected", G_CALLBACK (on_kind),
                            filter);
  g_signal_connect_swapped (filter->text, "activate", G_CALLBACK (on_add), filter);
  g_signal_connect_swapped (add, "clicked", G_CALLBACK (on_add), filter);
  g_signal_connect_swapped (popover, "show", G_CALLBACK (on_show), filter);
  on_kind (filter);
  return popover;
}
