/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The keyboard reaches every cell: arrows, Home, End and the page keys move a cursor of
 * row and column, which the list of GTK does not know.
 */

#include "config.h"

#include "grid/trellis-table-page-private.h"

static guint
item_position (GtkWidget *cell)
{
  GtkListItem *item = g_object_get_data (G_OBJECT (cell), "item");

  return item ? gtk_list_item_get_position (item) : G_MAXUINT;
}

guint
trellis_table_page_get_position (TrellisTablePage *self, TrellisTableCell *cell)
{
  return item_position (GTK_WIDGET (cell));
}

TrellisTableCell *
trellis_table_page_find_cell (TrellisTablePage *self,
                              guint             position,
                              TrellisColumn    *column)
{
  GHashTableIter iter;
  gpointer       cell;

  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, &cell, NULL))
    if (trellis_table_cell_get_column (cell) == column &&
        item_position (cell) == position)
      return cell;
  return NULL;
}

static void
scroll_to_row (TrellisTablePage *self, guint position)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->view)); child;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_LIST_VIEW (child))
      gtk_widget_activate_action (child, "list.scroll-to-item", "u", position);
}

/* Nothing in GTK 4.8 scrolls sideways to what gets the focus. */
static void
scroll_to_cell (TrellisTablePage *self, GtkWidget *cell)
{
  GtkAdjustment  *across = gtk_scrolled_window_get_hadjustment (self->scrolled);
  graphene_rect_t bounds;
  double          value = gtk_adjustment_get_value (across);

  if (!gtk_widget_compute_bounds (cell, GTK_WIDGET (self->scrolled), &bounds))
    return;
  gtk_adjustment_clamp_page (across, value + bounds.origin.x,
                             value + bounds.origin.x + bounds.size.width);
}

TrellisTableCell *
trellis_table_page_focus_cell (TrellisTablePage *self,
                               guint             position,
                               TrellisColumn    *column)
{
  TrellisTableCell *cell;

  if (position >= trellis_table_model_get_n (self->model) || !column)
    return NULL;
  scroll_to_row (self, position);
  cell = trellis_table_page_find_cell (self, position, column);
  if (!cell)
    return NULL;
  self->cursor = column;
  gtk_widget_grab_focus (GTK_WIDGET (cell));
  scroll_to_cell (self, GTK_WIDGET (cell));
  return cell;
}

/* The next cell that can be edited, on this row or the one after. */
void
trellis_table_page_step_edit (TrellisTablePage *self, TrellisTableCell *cell, int step)
{
  g_autoptr (GPtrArray) shown = trellis_table_page_get_shown (self);
  guint position = trellis_table_page_get_position (self, cell);
  guint n = trellis_table_model_get_n (self->model);
  guint index;

  if (position == G_MAXUINT ||
      !g_ptr_array_find (shown, trellis_table_cell_get_column (cell), &index))
    return;
  for (guint tries = 0; tries < 2 * shown->len; tries++)
    {
      TrellisTableCell *next;
      TrellisColumn    *column;

      if (step > 0 ? index + 1 >= shown->len : index == 0)
        {
          if (step > 0 ? position + 1 >= n : position == 0)
            return;
          position += step > 0 ? 1 : -1;
          index = step > 0 ? 0 : shown->len - 1;
        }
      else
        index += step > 0 ? 1 : -1;
      column = shown->pdata[index];
      if (column->edit == TRELLIS_EDIT_NONE || column->edit == TRELLIS_EDIT_FLAG)
        continue;
      if (!gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->selection),
                                            position))
        gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position,
                                         TRUE);
      next = trellis_table_page_focus_cell (self, position, column);
      if (next && trellis_table_cell_edit (next))
        trellis_table_page_show_count (self);
      return;
    }
}

static void
select_to (TrellisTablePage *self, guint from, guint to, GdkModifierType state)
{
  GtkSelectionModel *selection = GTK_SELECTION_MODEL (self->selection);

  if (state & GDK_SHIFT_MASK)
    {
      guint *anchor = g_object_get_data (G_OBJECT (self), "anchor");
      guint  start = anchor && gtk_selection_model_is_selected (selection, from)
                       ? MIN (*anchor, trellis_table_model_get_n (self->model) - 1)
                       : from;

      gtk_selection_model_select_range (selection, MIN (start, to),
                                        MAX (start, to) - MIN (start, to) + 1, TRUE);
      g_object_set_data_full (G_OBJECT (self), "anchor", g_memdup2 (&start, sizeof start),
                              g_free);
      return;
    }
  g_object_set_data_full (G_OBJECT (self), "anchor", g_memdup2 (&to, sizeof to), g_free);
  if (!(state & GDK_CONTROL_MASK))
    gtk_selection_model_select_item (selection, to, TRUE);
}

static guint
clamp_row (TrellisTablePage *self, gint64 position)
{
  return (guint) CLAMP (position, 0,
                        (gint64) trellis_table_model_get_n (self->model) - 1);
}

static gboolean
move_rows (TrellisTablePage *self,
           TrellisTableCell *cell,
           gint64            to,
           GdkModifierType   state)
{
  guint from = trellis_table_page_get_position (self, cell);
  guint position = clamp_row (self, to);

  select_to (self, from, position, state);
  trellis_table_page_focus_cell (self, position, trellis_table_cell_get_column (cell));
  return GDK_EVENT_STOP;
}

static gboolean
move_columns (TrellisTablePage *self, TrellisTableCell *cell, int by)
{
  g_autoptr (GPtrArray) shown = trellis_table_page_get_shown (self);
  guint index;

  if (g_ptr_array_find (shown, trellis_table_cell_get_column (cell), &index))
    {
      int to = CLAMP ((int) index + by, 0, (int) shown->len - 1);

      trellis_table_page_focus_cell (self, trellis_table_page_get_position (self, cell),
                                     shown->pdata[to]);
    }
  return GDK_EVENT_STOP;
}

static int
page_rows (TrellisTablePage *self, GtkWidget *cell)
{
  GtkAdjustment *down = gtk_scrolled_window_get_vadjustment (self->scrolled);

  return MAX (1, (int) (gtk_adjustment_get_page_size (down) /
                        MAX (20, gtk_widget_get_height (cell) + 8)) -
                   1);
}

static gboolean
edit_cell (TrellisTablePage *self, TrellisTableCell *cell)
{
  if (trellis_table_cell_edit (cell))
    trellis_table_page_show_count (self);
  else
    gtk_widget_error_bell (GTK_WIDGET (cell));
  return GDK_EVENT_STOP;
}

static gboolean
act_on_key (TrellisTablePage *self,
            TrellisTableCell *cell,
            guint             keyval,
            GdkModifierType   state)
{
  gint64 row = trellis_table_page_get_position (self, cell);
  int ahead = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? -1 : 1;
  gboolean control = (state & GDK_CONTROL_MASK) != 0;

  switch (keyval)
    {
    case GDK_KEY_Up:
      return move_rows (self, cell, row - 1, state);
    case GDK_KEY_Down:
      return move_rows (self, cell, row + 1, state);
    case GDK_KEY_Page_Up:
      return !control &&
             move_rows (self, cell, row - page_rows (self, GTK_WIDGET (cell)), state);
    case GDK_KEY_Page_Down:
      return !control &&
             move_rows (self, cell, row + page_rows (self, GTK_WIDGET (cell)), state);
    case GDK_KEY_Home:
      return control ? move_rows (self, cell, 0, state & GDK_SHIFT_MASK)
                     : move_columns (self, cell, -10000);
    case GDK_KEY_End:
      return control ? move_rows (self, cell, G_MAXINT, state & GDK_SHIFT_MASK)
                     : move_columns (self, cell, 10000);
    case GDK_KEY_Left:
      return move_columns (self, cell, -ahead);
    case GDK_KEY_Right:
      return move_columns (self, cell, ahead);
    case GDK_KEY_F2:
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      return edit_cell (self, cell);
    case GDK_KEY_Menu:
      trellis_table_page_popup_menu (self, GTK_WIDGET (cell), 12, 12);
      return GDK_EVENT_STOP;
    case GDK_KEY_F10:
      if (!(state & GDK_SHIFT_MASK))
        return GDK_EVENT_PROPAGATE;
      trellis_table_page_popup_menu (self, GTK_WIDGET (cell), 12, 12);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static gboolean
on_key (GtkEventControllerKey *keys,
        guint                  keyval,
        guint                  code,
        GdkModifierType        state,
        TrellisTablePage      *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  if (!TRELLIS_IS_TABLE_CELL (focus) || (state & GDK_ALT_MASK) ||
      trellis_table_page_get_position (self, TRELLIS_TABLE_CELL (focus)) == G_MAXUINT)
    return GDK_EVENT_PROPAGATE;
  return act_on_key (self, TRELLIS_TABLE_CELL (focus), keyval, state);
}

/* Rows are made when the table is shown, so the focus comes after them. */
static void
focus_row (TrellisTablePage *self)
{
  g_autoptr (GPtrArray) shown = trellis_table_page_get_shown (self);
  g_autoptr (GtkBitset) set =
    gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  guint          row = gtk_bitset_is_empty (set) ? 0 : gtk_bitset_get_minimum (set);
  TrellisColumn *column = g_ptr_array_find (shown, self->cursor, NULL) ? self->cursor
                          : shown->len                                 ? shown->pdata[0]
                                                                       : NULL;

  if (!trellis_table_page_focus_cell (self, row, column))
    gtk_widget_grab_focus (GTK_WIDGET (self->scrolled));
}

static gboolean
on_focus (gpointer data)
{
  TrellisTablePage *self = TRELLIS_TABLE_PAGE (data);

  self->focusing = 0;
  if (self->session && gtk_widget_get_mapped (GTK_WIDGET (self)))
    focus_row (self);
  return G_SOURCE_REMOVE;
}

void
trellis_table_page_focus (TrellisTablePage *self)
{
  g_return_if_fail (TRELLIS_IS_TABLE_PAGE (self));
  if (!self->focusing)
    self->focusing = g_idle_add (on_focus, self);
}

static void
add_shortcut (GtkEventController *shortcuts, const char *trigger, const char *action)
{
  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (shortcuts),
    gtk_shortcut_new (gtk_shortcut_trigger_parse_string (trigger),
                      gtk_named_action_new (action)));
}

void
trellis_table_page_add_keys (TrellisTablePage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *shortcuts = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);
  add_shortcut (shortcuts, "<Control>c", "table.copy");
  add_shortcut (shortcuts, "<Control>v", "table.paste");
  add_shortcut (shortcuts, "<Control>a", "table.select-all");
  add_shortcut (shortcuts, "Delete", "table.delete");
  add_shortcut (shortcuts, "<Control>Return", "table.add");
  /* Around the table: one without rows has nothing inside it to focus. */
  gtk_widget_add_controller (GTK_WIDGET (self->stack), shortcuts);
}
