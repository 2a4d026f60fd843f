/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sheet, its tools, and the session that goes where the cursor goes.  What is on show
 * follows the document; the cursor follows the person, here or in another view.
 */

#include "config.h"

#include "grid/trellis-levels-page-private.h"

#include "formats/trl-clip.h"

#include <glib/gi18n.h>

#define FOLLOW_DELAY 40 /* ms; a key that is held down does not draw every map */

G_DEFINE_FINAL_TYPE (TrellisLevelsPage, trellis_levels_page, GTK_TYPE_BOX)

gboolean
trellis_levels_page_has_cells (TrellisLevelsPage *self)
{
  TrellisSheetModel *model = self->model ? TRELLIS_SHEET_MODEL (self->model) : NULL;

  return model && self->sheet && trellis_sheet_model_get_size (model, TRL_GRID_ROW) &&
         trellis_sheet_model_get_size (model, TRL_GRID_COLUMN);
}

void
trellis_levels_page_get_place (TrellisLevelsPage *self, GdkRectangle *place)
{
  guint  row, column;
  double x, y;

  trellis_sheet_get_cursor (self->sheet, &row, &column);
  if (!trellis_sheet_get_cell_bounds (self->sheet, row, column, place))
    *place = (GdkRectangle){ gtk_widget_get_width (GTK_WIDGET (self->sheet)) / 2,
                             gtk_widget_get_height (GTK_WIDGET (self->sheet)) / 2, 1, 1 };
  if (gtk_widget_translate_coordinates (GTK_WIDGET (self->sheet), GTK_WIDGET (self),
                                        place->x, place->y, &x, &y))
    place->x = (int) x, place->y = (int) y;
}

void
trellis_levels_page_focus (TrellisLevelsPage *self)
{
  GtkWidget *target =
    trellis_levels_page_has_cells (self) ? GTK_WIDGET (self->sheet) : self->empty_paste;

  if (gtk_widget_get_mapped (target))
    gtk_widget_grab_focus (target);
}

static gboolean
on_return (gpointer data)
{
  TrellisLevelsPage *self = TRELLIS_LEVELS_PAGE (data);

  self->returning = 0;
  if (!self->editor && !self->popover)
    trellis_levels_page_focus (self);
  return G_SOURCE_REMOVE;
}

void
trellis_levels_page_focus_later (TrellisLevelsPage *self)
{
  if (!self->returning)
    self->returning = g_idle_add (on_return, self);
}

static void
on_popover_closed (GtkPopover *popover, TrellisLevelsPage *self)
{
  if (self->popover != GTK_WIDGET (popover))
    return;
  self->popover = NULL;
  trellis_levels_page_focus (self);
}

void
trellis_levels_page_keep_popover (TrellisLevelsPage *self, GtkWidget *popover)
{
  if (self->popover)
    {
      g_signal_handlers_disconnect_by_data (self->popover, self);
      g_clear_pointer (&self->popover, gtk_widget_unparent);
    }
  self->popover = popover;
  g_signal_connect (popover, "closed", G_CALLBACK (on_popover_closed), self);
}

/* What of the network stands behind the cursor: its partnership where rows are partners,
 * else its partners.
 */
static void
select_cell (TrellisLevelsPage *self, guint row, guint column)
{
  const TrlGrid    *grid = trellis_levels_model_get_grid (self->model);
  TrlNetwork       *network = trl_grid_get_network (grid, row);
  TrellisSelection *selection = trellis_session_get_selection (self->session);
  const TrlTable   *nodes = trl_network_get_nodes (network);
  g_autoptr (GArray) members = trl_grid_get_members (grid, row, column);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  TrlCell       cell;
  TrlGridHeader side;

  trl_grid_get_cell (grid, row, column, &cell);
  trl_grid_get_header (grid, TRL_GRID_ROW, row, &side);
  if (trl_grid_get_rows (grid) == TRL_GRID_ROWS_PARTNERS)
    {
      if (cell.edge != TRL_NO_ROW)
        trellis_selection_set (
          selection, TRL_KIND_EDGE,
          trl_table_get_id (trl_network_get_edges (network), cell.edge));
      else
        trellis_selection_set (selection, TRL_KIND_NODE, side.id);
      return;
    }
  for (guint i = 0; i < members->len; i++)
    g_ptr_array_add (
      ids, (char *) trl_table_get_id (nodes, g_array_index (members, guint, i)));
  if (ids->len)
    trellis_selection_set_all (selection, TRL_KIND_NODE, ids);
  else
    trellis_selection_clear (selection);
}

void
trellis_levels_page_follow (TrellisLevelsPage *self)
{
  guint       row, column;
  TrlNetwork *network;

  g_clear_handle_id (&self->follow, g_source_remove);
  if (!trellis_levels_page_has_cells (self))
    return;
  trellis_sheet_get_cursor (self->sheet, &row, &column);
  network = trl_grid_get_network (trellis_levels_model_get_grid (self->model), row);
  self->deaf = TRUE;
  trellis_session_set_network_id (self->session, trl_network_get_id (network));
  select_cell (self, row, column);
  self->deaf = FALSE;
}

static gboolean
on_follow (gpointer data)
{
  TrellisLevelsPage *self = TRELLIS_LEVELS_PAGE (data);

  self->follow = 0;
  trellis_levels_page_follow (self);
  return G_SOURCE_REMOVE;
}

static void
on_cursor (TrellisSheet *sheet, TrellisLevelsPage *self)
{
  /* Out of sight, it moves only because rows come and go. */
  if (self->deaf || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  g_clear_handle_id (&self->follow, g_source_remove);
  self->follow = g_timeout_add (FOLLOW_DELAY, on_follow, self);
}

/* The column of the one partner that is selected, or -1. */
static int
find_selected_column (TrellisLevelsPage *self)
{
  const TrlGrid *grid = trellis_levels_model_get_grid (self->model);
  TrlNetwork    *network = trellis_session_get_network (self->session);
  g_autoptr (GPtrArray) ids =
    trellis_selection_get_nodes (trellis_session_get_selection (self->session));
  guint       node;
  const char *type;

  if (ids->len != 1 || trl_grid_get_rows (grid) == TRL_GRID_ROWS_PARTNERS)
    return -1;
  if (trl_grid_get_columns (grid) == TRL_GRID_COLUMNS_PARTNERS)
    return trl_grid_find (grid, TRL_GRID_COLUMN, ids->pdata[0]);
  node = trl_table_find (trl_network_get_nodes (network), ids->pdata[0]);
  if (node == TRL_NO_ROW || node == trl_network_get_hub (network))
    return -1;
  type = trl_table_get_text (trl_network_get_nodes (network), node, TRL_NODE_TYPE);
  return trl_grid_find (grid, TRL_GRID_COLUMN, type ? type : "");
}

/* The cursor goes to what another view shows or selects. */
static void
go_where_session_is (TrellisLevelsPage *self)
{
  const TrlGrid *grid;
  TrlNetwork    *network = trellis_session_get_network (self->session);
  guint          row, column;
  int            new_row = -1, new_column;

  if (self->deaf || !network || !trellis_levels_page_has_cells (self))
    return;
  grid = trellis_levels_model_get_grid (self->model);
  trellis_sheet_get_cursor (self->sheet, &row, &column);
  if (trl_grid_get_rows (grid) == TRL_GRID_ROWS_SITES)
    new_row = trl_grid_find (grid, TRL_GRID_ROW, trl_network_get_id (network));
  new_column = find_selected_column (self);
  if (new_row < 0)
    new_row = (int) row;
  if (new_column < 0)
    new_column = (int) column;
  if ((guint) new_row == row && (guint) new_column == column)
    return;
  self->deaf = TRUE;
  trellis_sheet_set_cursor (self->sheet, (guint) new_row, (guint) new_column);
  self->deaf = FALSE;
}

static void
on_session_selection (TrellisSelection *selection, TrellisLevelsPage *self)
{
  if (!self->follow)
    go_where_session_is (self);
}

/* Whoever shows another network is not overruled by where the cursor was. */
static void
on_network (TrellisSession *session, GParamSpec *pspec, TrellisLevelsPage *self)
{
  if (!self->deaf)
    g_clear_handle_id (&self->follow, g_source_remove);
  go_where_session_is (self);
}

static void
show_emptiness (TrellisLevelsPage *self)
{
  gboolean sites = trl_grid_get_rows (trellis_levels_model_get_grid (self->model)) ==
                   TRL_GRID_ROWS_SITES;

  adw_status_page_set_title (self->empty,
                             sites ? _ ("No Sites Yet") : _ ("No Partners Yet"));
  gtk_button_set_label (GTK_BUTTON (self->empty_add),
                        sites ? _ ("Add _Site") : _ ("Add _Partner"));
}

static void
on_model_changed (TrellisSheetModel *model, gboolean reordered, TrellisLevelsPage *self)
{
  gboolean any = trellis_levels_page_has_cells (self);

  if (reordered && self->editor)
    trellis_levels_page_end_edit (self, FALSE);
  if (!any)
    show_emptiness (self);
  trellis_levels_key_show (self->key, any ? self->model : NULL);
  gtk_stack_set_visible_child_name (self->stack, any ? "sheet" : "empty");
  trellis_levels_page_update_actions (self);
}

static gboolean
on_drop (
  GtkDropTarget *target, const GValue *value, double x, double y, TrellisLevelsPage *self)
{
  const char *text = g_value_get_string (value);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (TrlSheet) table = trl_clip_read ("text/plain", bytes, &error);

  if (!self->model)
    return FALSE;
  if (table)
    trellis_levels_page_take_table (self, table);
  else
    trellis_levels_page_say (self, error->message);
  return table != NULL;
}

static void
let_go (TrellisLevelsPage *self)
{
  g_clear_handle_id (&self->follow, g_source_remove);
  g_clear_handle_id (&self->leaving, g_source_remove);
  g_clear_handle_id (&self->returning, g_source_remove);
  g_clear_handle_id (&self->withdrawing, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->session)
    {
      g_signal_handlers_disconnect_by_data (self->session, self);
      g_signal_handlers_disconnect_by_data (trellis_session_get_selection (self->session),
                                            self);
    }
  if (self->model)
    g_signal_handlers_disconnect_by_data (self->model, self);
  if (self->sheet)
    g_signal_handlers_disconnect_by_data (self->sheet, self);
  if (self->popover)
    g_signal_handlers_disconnect_by_data (self->popover, self);
  if (self->editor)
    g_signal_handlers_disconnect_by_data (self->editor, self);
  if (self->editor && self->sheet)
    trellis_sheet_set_editor (self->sheet, NULL);
  self->editor = NULL;
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  trellis_levels_page_unsay (self);
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  g_clear_pointer (&self->problems_title, g_free);
  g_clear_object (&self->model);
  g_clear_object (&self->session);
}

static void
trellis_levels_page_dispose (GObject *object)
{
  TrellisLevelsPage *self = TRELLIS_LEVELS_PAGE (object);

  let_go (self);
  self->sheet = NULL;
  g_clear_object (&self->actions);
  G_OBJECT_CLASS (trellis_levels_page_parent_class)->dispose (object);
}

static void
trellis_levels_page_map (GtkWidget *widget)
{
  TrellisLevelsPage *self = TRELLIS_LEVELS_PAGE (widget);

  GTK_WIDGET_CLASS (trellis_levels_page_parent_class)->map (widget);
  if (!self->session)
    return;
  trellis_levels_model_set_idle (self->model, FALSE);
  go_where_session_is (self);
}

static void
trellis_levels_page_unmap (GtkWidget *widget)
{
  TrellisLevelsPage *self = TRELLIS_LEVELS_PAGE (widget);

  if (self->session)
    trellis_levels_model_set_idle (self->model, TRUE);
  GTK_WIDGET_CLASS (trellis_levels_page_parent_class)->unmap (widget);
}

#define BIND(name)                                                                       \
  gtk_widget_class_bind_template_child (widget_class, TrellisLevelsPage, name)

static void
trellis_levels_page_class_init (TrellisLevelsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trellis_levels_page_dispose;
  widget_class->map = trellis_levels_page_map;
  widget_class->unmap = trellis_levels_page_unmap;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/trellis_networks/Trellis/ui/trellis-levels-page.ui");
  BIND (toasts);
  BIND (stack);
  BIND (scrolled);
  BIND (empty);
  BIND (empty_paste);
  BIND (empty_add);
  BIND (axes_button);
  BIND (axes_label);
  BIND (layer_button);
  BIND (layer_label);
  BIND (sort_button);
  BIND (more_button);
}

static void
label_buttons (TrellisLevelsPage *self)
{
  GtkMenuButton *buttons[] = { self->axes_button, self->layer_button, self->sort_button,
                               self->more_button };

  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    gtk_accessible_update_property (
      GTK_ACCESSIBLE (buttons[i]), GTK_ACCESSIBLE_PROPERTY_LABEL,
      gtk_widget_get_tooltip_text (GTK_WIDGET (buttons[i])), -1);
}

static void
trellis_levels_page_init (TrellisLevelsPage *self)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_STRING, GDK_ACTION_COPY);

  self->form = (TrlCellForm){ .names = TRUE, .counts = TRUE };
  gtk_widget_init_template (GTK_WIDGET (self));
  self->key = TRELLIS_LEVELS_KEY (trellis_levels_key_new ());
  gtk_box_insert_child_after (GTK_BOX (self), GTK_WIDGET (self->key),
                              gtk_widget_get_first_child (GTK_WIDGET (self)));
  label_buttons (self);
  trellis_levels_page_install_actions (self);
  trellis_levels_page_update_actions (self);
  g_signal_connect (target, "drop", G_CALLBACK (on_drop), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

GtkWidget *
trellis_levels_page_new (void)
{
  return g_object_new (TRELLIS_TYPE_LEVELS_PAGE, NULL);
}

void
trellis_levels_page_set_session (TrellisLevelsPage *self, TrellisSession *session)
{
  let_go (self);
  gtk_scrolled_window_set_child (self->scrolled, NULL);
  self->sheet = NULL;
  if (!session)
    {
      trellis_levels_page_update_actions (self);
      return;
    }
  self->session = g_object_ref (session);
  trellis_levels_page_reset_order (self);
  self->model = trellis_levels_model_new (session);
  self->sheet = TRELLIS_SHEET (trellis_sheet_new (TRELLIS_SHEET_MODEL (self->model)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->sheet),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Levels"), -1);
  gtk_scrolled_window_set_child (self->scrolled, GTK_WIDGET (self->sheet));
  g_signal_connect (self->sheet, "selection-changed", G_CALLBACK (on_cursor), self);
  trellis_levels_page_connect_typing (self);
  g_signal_connect (self->model, "changed", G_CALLBACK (on_model_changed), self);
  g_signal_connect_swapped (session, "changed",
                            G_CALLBACK (trellis_levels_page_check_report), self);
  g_signal_connect (session, "notify::network-id", G_CALLBACK (on_network), self);
  g_signal_connect (trellis_session_get_selection (session), "changed",
                    G_CALLBACK (on_session_selection), self);
  on_model_changed (TRELLIS_SHEET_MODEL (self->model), TRUE, self);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    go_where_session_is (self);
}

TrellisSession *
trellis_levels_page_get_session (TrellisLevelsPage *self)
{
  return self->session;
}

TrellisSheet *
trellis_levels_page_get_sheet (TrellisLevelsPage *self)
{
  return self->sheet;
}

TrellisLevelsModel *
trellis_levels_page_get_model (TrellisLevelsPage *self)
{
  return self->model;
}
