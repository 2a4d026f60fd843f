/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The columns of the view: which are shown, in which order, and by which the rows are
 * sorted.  GTK 4.8 does not say by which column it sorts; two rows that exist only for
 * that are compared, and the sorters that are asked say so.
 */

#include "config.h"

#include "grid/trellis-table-page-private.h"
#include "trellis-application.h"

#include <glib/gi18n.h>

TrellisColumn *
trellis_table_page_get_column (GtkColumnViewColumn *column)
{
  return g_object_get_data (G_OBJECT (column), "column");
}

static GSettings *
get_settings (void)
{
  GApplication *application = g_application_get_default ();

  return TRELLIS_IS_APPLICATION (application)
           ? trellis_application_get_settings (TRELLIS_APPLICATION (application))
           : NULL;
}

static const char *
settings_key (TrellisTablePage *self)
{
  return self->kind == TRL_KIND_NODE ? "partner-columns" : "partnership-columns";
}

/* --- cells --- */

static void
on_edited (TrellisTableCell *cell, const char *text, int step, TrellisTablePage *self)
{
  trellis_table_page_commit (self, cell, text);
  if (step)
    trellis_table_page_step_edit (self, cell, step);
}

static void
on_edit_ended (TrellisTableCell *cell, gboolean is_left, TrellisTablePage *self)
{
  trellis_table_page_show_count (self);
  trellis_table_page_end_adding (self, is_left);
}

static void
start_edit (TrellisTablePage *self, TrellisTableCell *cell)
{
  if (trellis_table_cell_edit (cell))
    trellis_table_page_show_count (self);
}

/* The row of the list takes the focus at a press too, and gives it to its first cell. */
static void
keep_focus (GtkWidget *cell)
{
  for (GtkWidget *above = gtk_widget_get_parent (cell);
       above && !GTK_IS_COLUMN_VIEW (above); above = gtk_widget_get_parent (above))
    gtk_widget_set_focus_on_click (above, FALSE);
}

static void
on_pressed (GtkGestureClick *click, int n, double x, double y, TrellisTablePage *self)
{
  TrellisTableCell *cell =
    TRELLIS_TABLE_CELL (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (click)));

  if (trellis_table_cell_is_edited (cell))
    return;
  keep_focus (GTK_WIDGET (cell));
  self->cursor = trellis_table_cell_get_column (cell);
  gtk_widget_grab_focus (GTK_WIDGET (cell));
  if (n == 2)
    start_edit (self, cell);
}

static void
on_secondary (GtkGestureClick *click, int n, double x, double y, TrellisTablePage *self)
{
  GtkWidget *cell = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (click));
  guint      position = trellis_table_page_get_position (self, TRELLIS_TABLE_CELL (cell));

  keep_focus (cell);
  gtk_widget_grab_focus (cell);
  if (position != G_MAXUINT &&
      !gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->selection), position))
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position,
                                     TRUE);
  trellis_table_page_popup_menu (self, cell, x, y);
}

static void
on_focused (GtkEventControllerFocus *focus, TrellisTablePage *self)
{
  self->cursor = trellis_table_cell_get_column (
    TRELLIS_TABLE_CELL (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (focus))));
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item, TrellisTablePage *self)
{
  TrellisColumn      *column = g_object_get_data (G_OBJECT (factory), "column");
  GtkWidget          *cell = trellis_table_cell_new (column);
  GtkGesture         *click = gtk_gesture_click_new ();
  GtkGesture         *secondary = gtk_gesture_click_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect (cell, "edited", G_CALLBACK (on_edited), self);
  g_signal_connect (cell, "edit-ended", G_CALLBACK (on_edit_ended), self);
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), self);
  g_signal_connect (focus, "enter", G_CALLBACK (on_focused), self);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  g_signal_connect (secondary, "pressed", G_CALLBACK (on_secondary), self);
  gtk_widget_add_controller (cell, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (cell, GTK_EVENT_CONTROLLER (secondary));
  gtk_widget_add_controller (cell, focus);
  gtk_list_item_set_child (item, cell);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item, TrellisTablePage *self)
{
  GtkWidget *cell = gtk_list_item_get_child (item);

  trellis_table_cell_show (TRELLIS_TABLE_CELL (cell), gtk_list_item_get_item (item));
  g_object_set_data (G_OBJECT (cell), "item", item);
  g_hash_table_add (self->cells, cell);
}

static void
on_unbind (GtkSignalListItemFactory *factory, GtkListItem *item, TrellisTablePage *self)
{
  GtkWidget *cell = gtk_list_item_get_child (item);

  g_hash_table_remove (self->cells, cell);
  g_object_set_data (G_OBJECT (cell), "item", NULL);
  trellis_table_cell_show (TRELLIS_TABLE_CELL (cell), NULL);
}

/* --- sorting --- */

static int
spy (gconstpointer a, gconstpointer b, gpointer data)
{
  GtkColumnViewColumn *column = data;
  TrellisTablePage    *self = g_object_get_data (G_OBJECT (column), "page");

  if (!self->spied)
    return 0;
  g_ptr_array_add (self->spied, column);
  return self->spied->len == self->spied_first ? -1 : 0;
}

/* The first sorter that is asked is that of the column; it says “smaller”, and what comes
 * out tells the direction. */
void
trellis_table_page_update_sort (TrellisTablePage *self)
{
  GtkSorter *sorter = gtk_column_view_get_sorter (self->view);
  g_autoptr (GObject) one = g_object_new (G_TYPE_OBJECT, NULL);
  g_autoptr (GObject) two = g_object_new (G_TYPE_OBJECT, NULL);
  g_autoptr (GPtrArray) spied = g_ptr_array_new ();
  GtkOrdering ordering;

  self->spied = spied;
  self->spied_first = 1;
  ordering = gtk_sorter_compare (sorter, one, two);
  self->spied = NULL;
  self->is_syncing = TRUE;
  trellis_table_model_set_sort (
    self->model, spied->len ? trellis_table_page_get_column (spied->pdata[0]) : NULL,
    ordering == GTK_ORDERING_LARGER);
  self->is_syncing = FALSE;
  trellis_table_page_pull_selection (self);
}

static void
on_sort_changed (GtkSorter *sorter, GtkSorterChange change, TrellisTablePage *self)
{
  trellis_table_page_update_sort (self);
}

/* --- columns --- */

static int
width_of (const TrellisColumn *column)
{
  int title = 9 * (int) g_utf8_strlen (column->title, -1) + 24;
  int value = 130;

  if (column->source == TRELLIS_COLUMN_FROM || column->source == TRELLIS_COLUMN_TO)
    value = 200;
  else if (column->source == TRELLIS_COLUMN_PROP && !column->is_number &&
           column->edit == TRELLIS_EDIT_TEXT)
    value = column->prop == 0 ? 220 : 160;
  else if (column->edit == TRELLIS_EDIT_CHOICE)
    value = 190;
  return CLAMP (title, value, 260);
}

static GMenuModel *
header_menu (const TrellisColumn *column, guint index)
{
  GMenu           *menu = g_menu_new ();
  g_autofree char *hide = g_strdup_printf ("table.column-%u", index);
  g_autoptr (GMenu) order = g_menu_new ();
  g_autoptr (GMenuItem) left = g_menu_item_new (_ ("Move _Left"), NULL);
  g_autoptr (GMenuItem) right = g_menu_item_new (_ ("Move _Right"), NULL);

  g_menu_append (menu, _ ("_Shown"), hide);
  g_menu_item_set_action_and_target (left, "table.move-column-left", "s", column->key);
  g_menu_item_set_action_and_target (right, "table.move-column-right", "s", column->key);
  g_menu_append_item (order, left);
  g_menu_append_item (order, right);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (order));
  return G_MENU_MODEL (menu);
}

static GtkColumnViewColumn *
make_column (TrellisTablePage *self, TrellisColumn *column, guint index)
{
  GtkListItemFactory  *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *made = gtk_column_view_column_new (column->title, factory);
  g_autoptr (GtkSorter) sorter = NULL;
  g_autoptr (GMenuModel) menu = header_menu (column, index);

  g_object_set_data (G_OBJECT (factory), "column", column);
  g_object_set_data (G_OBJECT (made), "column", column);
  g_object_set_data (G_OBJECT (made), "page", self);
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), self);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), self);
  sorter = GTK_SORTER (gtk_custom_sorter_new (spy, made, NULL));
  gtk_column_view_column_set_sorter (made, sorter);
  gtk_column_view_column_set_resizable (made, TRUE);
  gtk_column_view_column_set_fixed_width (made, width_of (column));
  gtk_column_view_column_set_header_menu (made, menu);
  gtk_column_view_column_set_visible (made, FALSE);
  return made;
}

static GtkColumnViewColumn *
nth (TrellisTablePage *self, guint index)
{
  g_autoptr (GtkColumnViewColumn) column =
    g_list_model_get_item (gtk_column_view_get_columns (self->view), index);

  return column; /* the view holds it */
}

static GtkColumnViewColumn *
find_view_column (TrellisTablePage *self, const TrellisColumn *wanted)
{
  guint n = g_list_model_get_n_items (gtk_column_view_get_columns (self->view));

  for (guint i = 0; i < n; i++)
    if (trellis_table_page_get_column (nth (self, i)) == wanted)
      return nth (self, i);
  return NULL;
}

GPtrArray *
trellis_table_page_get_shown (TrellisTablePage *self)
{
  GPtrArray *shown = g_ptr_array_new ();
  guint      n = g_list_model_get_n_items (gtk_column_view_get_columns (self->view));

  for (guint i = 0; i < n; i++)
    if (gtk_column_view_column_get_visible (nth (self, i)))
      g_ptr_array_add (shown, trellis_table_page_get_column (nth (self, i)));
  return shown;
}

/* A column with a width of its own does not expand. */
static void
expand_last (TrellisTablePage *self)
{
  g_autoptr (GPtrArray) shown = trellis_table_page_get_shown (self);
  guint n = g_list_model_get_n_items (gtk_column_view_get_columns (self->view));

  for (guint i = 0; i < n; i++)
    {
      GtkColumnViewColumn *made = nth (self, i);
      TrellisColumn       *column = trellis_table_page_get_column (made);
      gboolean             is_last = shown->len && column == shown->pdata[shown->len - 1];

      if (is_last == gtk_column_view_column_get_expand (made))
        continue;
      gtk_column_view_column_set_expand (made, is_last);
      gtk_column_view_column_set_fixed_width (made, is_last ? -1 : width_of (column));
    }
}

/* The network column means something only where there are several. */
static void
save_columns (TrellisTablePage *self)
{
  GSettings *settings = get_settings ();
  g_autoptr (GPtrArray) shown = trellis_table_page_get_shown (self);
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();

  expand_last (self);
  if (!settings || self->is_arranging)
    return;
  for (guint i = 0; i < shown->len; i++)
    if (((TrellisColumn *) shown->pdata[i])->source != TRELLIS_COLUMN_NETWORK)
      g_ptr_array_add (keys, ((TrellisColumn *) shown->pdata[i])->key);
  g_ptr_array_add (keys, NULL);
  g_settings_set_strv (settings, settings_key (self), (const char *const *) keys->pdata);
}

static void
on_order_changed (
  GListModel *columns, guint position, guint removed, guint added, TrellisTablePage *self)
{
  if (removed == added && !self->is_arranging)
    save_columns (self);
}

static void
place_column (TrellisTablePage *self, GtkColumnViewColumn *column, guint index)
{
  gtk_column_view_insert_column (self->view, index, column);
}

/* Those that a person chose, in that order; for who never did, the usual ones. */
static void
arrange (TrellisTablePage *self)
{
  GSettings *settings = get_settings ();
  g_auto (GStrv) keys =
    settings ? g_settings_get_strv (settings, settings_key (self)) : NULL;
  guint place = 1;

  if (!keys || !*keys)
    {
      for (guint i = 0; i < self->columns->len; i++)
        {
          TrellisColumn *column = self->columns->pdata[i];

          gtk_column_view_column_set_visible (find_view_column (self, column),
                                              column->shown &&
                                                column->source != TRELLIS_COLUMN_NETWORK);
        }
      return;
    }
  for (char **key = keys; *key; key++)
    {
      TrellisColumn       *column = trellis_column_find (self->columns, *key);
      GtkColumnViewColumn *made = column ? find_view_column (self, column) : NULL;

      if (!made)
        continue;
      place_column (self, made, place++);
      gtk_column_view_column_set_visible (made, TRUE);
    }
}

static void
on_column_state (GSimpleAction *action, GVariant *state, gpointer data)
{
  TrellisTablePage *self = data;
  TrellisColumn    *column = g_object_get_data (G_OBJECT (action), "column");

  trellis_table_page_show_column (self, column, g_variant_get_boolean (state));
}

void
trellis_table_page_show_column (TrellisTablePage *self,
                                TrellisColumn    *column,
                                gboolean          shown)
{
  guint            index;
  g_autofree char *name = NULL;
  g_autoptr (GPtrArray) before = trellis_table_page_get_shown (self);

  if (!shown && before->len < 2)
    return; /* a table without columns could not be told how to have some */
  gtk_column_view_column_set_visible (find_view_column (self, column), shown);
  g_ptr_array_find (self->columns, column, &index);
  name = g_strdup_printf ("column-%u", index);
  g_simple_action_set_state (
    G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), name)),
    g_variant_new_boolean (shown));
  save_columns (self);
  trellis_table_page_search (self);
}

static void
add_column_actions (TrellisTablePage *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) scope = g_menu_new ();
  g_autoptr (GMenu) columns = g_menu_new ();

  g_menu_append (scope, _ ("Rows of _All Networks"), "table.all-networks");
  for (guint i = 0; i < self->columns->len; i++)
    {
      TrellisColumn   *column = self->columns->pdata[i];
      g_autofree char *name = g_strdup_printf ("column-%u", i);
      g_autofree char *full = g_strconcat ("table.", name, NULL);
      g_auto (GStrv) parts = g_strsplit (column->title, "_", -1);
      g_autofree char *title = g_strjoinv ("__", parts);
      g_autoptr (GSimpleAction) action = g_simple_action_new_stateful (
        name, NULL,
        g_variant_new_boolean (
          gtk_column_view_column_get_visible (find_view_column (self, column))));

      g_object_set_data (G_OBJECT (action), "column", column);
      g_signal_connect (action, "change-state", G_CALLBACK (on_column_state), self);
      g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (action));
      g_menu_append (columns, title, full);
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (scope));
  g_menu_append_section (menu, _ ("Columns"), G_MENU_MODEL (columns));
  gtk_menu_button_set_menu_model (self->columns_button, G_MENU_MODEL (menu));
}

void
trellis_table_page_make_columns (TrellisTablePage *self)
{
  GListModel *list = gtk_column_view_get_columns (self->view);

  self->is_arranging = TRUE;
  self->cursor = NULL;
  g_ptr_array_set_size (self->filters, 0);
  trellis_table_model_set_sort (self->model, NULL, FALSE);
  while (g_list_model_get_n_items (list))
    gtk_column_view_remove_column (self->view, nth (self, 0));
  g_clear_pointer (&self->columns, g_ptr_array_unref);
  self->columns =
    trellis_columns_new (trellis_session_get_document (self->session), self->kind);
  for (guint i = 0; i < self->columns->len; i++)
    {
      g_autoptr (GtkColumnViewColumn) column =
        make_column (self, self->columns->pdata[i], i);

      gtk_column_view_append_column (self->view, column);
    }
  arrange (self);
  expand_last (self);
  add_column_actions (self);
  g_signal_handlers_disconnect_by_func (list, on_order_changed, self);
  g_signal_connect (list, "items-changed", G_CALLBACK (on_order_changed), self);
  g_signal_handlers_disconnect_by_func (gtk_column_view_get_sorter (self->view),
                                        on_sort_changed, self);
  g_signal_connect (gtk_column_view_get_sorter (self->view), "changed",
                    G_CALLBACK (on_sort_changed), self);
  self->is_arranging = FALSE;
}
