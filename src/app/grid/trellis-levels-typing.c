/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A digit is a level at once.  A letter opens an editor over the cell, which is the only
 * place where a text waits to be understood.
 */

#include "config.h"

#include "grid/trellis-levels-page-private.h"

#include "grid/trellis-cell-details.h"
#include "grid/trellis-cell-editor.h"
#include "grid/trellis-levels-edit.h"
#include "grid/trellis-levels-words.h"
#include "grid/trellis-name-popover.h"

#include <glib/gi18n.h>

static void
get_cursor_cell (TrellisLevelsPage *self, TrlCell *cell)
{
  guint row, column;

  trellis_sheet_get_cursor (self->sheet, &row, &column);
  trl_grid_get_cell (trellis_levels_model_get_grid (self->model), row, column, cell);
}

static const TrlVocabulary *
get_words (TrellisLevelsPage *self)
{
  return trl_document_get_vocabulary (trellis_session_get_document (self->session));
}

static const TrlScale *
get_scale (TrellisLevelsPage *self, const TrlCell *cell)
{
  return cell->scale ? cell->scale : trl_vocabulary_find_scale (get_words (self), NULL);
}

static void
apply (TrellisLevelsPage      *self,
       const TrellisSheetArea *area,
       const char             *name,
       const TrlCellEdit      *edit)
{
  GError *error = NULL;
  guint   n_left = 0;

  trellis_levels_edit_shown (self->model, area, name, edit, &n_left, &error);
  trellis_levels_page_say_left (self, n_left, error);
}

static void
set_digit (TrellisLevelsPage *self, const TrlCell *cell, guint rank)
{
  const TrlScale  *scale = get_scale (self, cell);
  TrellisSheetArea area = { .n_rows = 1, .n_columns = 1 };

  if (rank >= trl_scale_get_n_levels (scale))
    {
      g_autofree char *text = g_strdup_printf (_ ("“%s” ends at level %u"), scale->name,
                                               trl_scale_get_n_levels (scale) - 1);

      trellis_levels_page_say (self, text);
      return;
    }
  trellis_sheet_get_cursor (self->sheet, &area.row, &area.column);
  apply (self, &area, _ ("Set Level"),
         &(TrlCellEdit){ .mask = TRL_CELL_SET_LEVEL,
                         .state = rank ? TRL_CELL_LEVEL : TRL_CELL_NONE,
                         .scale = scale,
                         .rank = (int) rank });
}

/* What stands in the cell, as text that reads back as it. */
static char *
write_cell (TrellisLevelsPage *self, const TrlCell *cell)
{
  const TrlCellForm form = { .names = TRUE, .counts = TRUE };

  if (trellis_levels_model_get_layer (self->model) != TRELLIS_LAYER_INTENDED)
    return trl_cell_words_write (cell, &form);
  return g_strdup (
    cell->intended < 0 ? "" : trellis_levels_level_name (cell->scale, cell->intended));
}

void
trellis_levels_page_end_edit (TrellisLevelsPage *self, gboolean keep)
{
  g_autoptr (GtkWidget) editor = NULL;
  TrellisSheetArea area = { .n_rows = 1, .n_columns = 1 };
  TrlCellEdit      edit;

  if (!self->editor)
    return;
  g_clear_handle_id (&self->leaving, g_source_remove);
  keep = keep && trellis_cell_editor_read (TRELLIS_CELL_EDITOR (self->editor), &edit);
  editor = g_object_ref (self->editor);
  self->editor = NULL;
  g_signal_handlers_disconnect_by_data (editor, self);
  trellis_sheet_get_cursor (self->sheet, &area.row, &area.column);
  trellis_sheet_set_editor (self->sheet, NULL);
  if (keep)
    apply (self, &area, _ ("Edit Cell"), &edit);
}

static void
on_committed (TrellisCellEditor *editor, int rows, int columns, TrellisLevelsPage *self)
{
  TrlCellEdit edit;

  if (!trellis_cell_editor_read (editor, &edit))
    return;
  trellis_levels_page_end_edit (self, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->sheet));
  if (rows || columns)
    trellis_sheet_move_cursor (self->sheet, rows, columns);
}

/* The whole rectangle gets what is typed. */
static void
on_filled (TrellisCellEditor *editor, TrellisLevelsPage *self)
{
  g_autoptr (GtkWidget) held = g_object_ref (GTK_WIDGET (editor));
  TrellisSheetArea area;
  TrlCellEdit      edit;

  if (!trellis_cell_editor_read (editor, &edit))
    return;
  trellis_levels_page_end_edit (self, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->sheet));
  trellis_sheet_get_selection (self->sheet, &area);
  apply (self, &area, _ ("Fill Cells"), &edit);
}

static void
on_left (TrellisCellEditor *editor, TrellisLevelsPage *self)
{
  trellis_levels_page_end_edit (self, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->sheet));
}

static gboolean
on_left_for_good (gpointer data)
{
  TrellisLevelsPage *self = TRELLIS_LEVELS_PAGE (data);
  GtkRoot           *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget         *focus = root ? gtk_root_get_focus (root) : NULL;

  self->leaving = 0;
  /* Another window may have the focus for a while; the editor keeps its place here. */
  if (self->editor && !(focus && gtk_widget_is_ancestor (focus, self->editor)))
    trellis_levels_page_end_edit (self, TRUE);
  return G_SOURCE_REMOVE;
}

static void
on_focus_left (GtkEventControllerFocus *focus, TrellisLevelsPage *self)
{
  if (self->editor && !self->leaving)
    self->leaving = g_idle_add (on_left_for_good, self);
}

static void
open_editor (TrellisLevelsPage *self,
             const TrlCell     *cell,
             const char        *text,
             gboolean           typed)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  trellis_levels_page_end_edit (self, TRUE);
  self->editor =
    trellis_cell_editor_new (get_words (self), get_scale (self, cell), text, typed);
  g_signal_connect (self->editor, "committed", G_CALLBACK (on_committed), self);
  g_signal_connect (self->editor, "filled", G_CALLBACK (on_filled), self);
  g_signal_connect (self->editor, "left", G_CALLBACK (on_left), self);
  g_signal_connect (focus, "leave", G_CALLBACK (on_focus_left), self);
  gtk_widget_add_controller (self->editor, focus);
  trellis_sheet_set_editor (self->sheet, self->editor);
  gtk_widget_grab_focus (self->editor);
}

void
trellis_levels_page_edit (TrellisLevelsPage *self, const char *text)
{
  gunichar         c = g_utf8_get_char (text);
  TrlCell          cell;
  g_autofree char *present = NULL;

  if (!trellis_levels_page_has_cells (self))
    return;
  get_cursor_cell (self, &cell);
  if (cell.state == TRL_CELL_OUTSIDE)
    return;
  if (cell.n_nodes > 1 || cell.n_edges > 1)
    {
      trellis_levels_page_show_details (self);
      return;
    }
  present = write_cell (self, &cell);
  if (g_unichar_isdigit (c) && !*g_utf8_next_char (text))
    set_digit (self, &cell, (guint) g_unichar_digit_value (c));
  else if ((c == ' ' || c == '(') &&
           trellis_levels_model_get_layer (self->model) == TRELLIS_LAYER_INTENDED)
    open_editor (self, &cell, present, FALSE); /* there is no number to give */
  else if (c == ' ' || c == '(')
    {
      const TrlCellForm form = { .names = TRUE };
      g_autofree char  *level = trl_cell_words_write (&cell, &form);
      g_autofree char  *begun = g_strdup_printf ("%s (", level);

      open_editor (self, &cell, begun, TRUE);
    }
  else
    open_editor (self, &cell, c ? text : present, c != 0);
}

static void
on_typed (TrellisSheet *sheet, const char *text, TrellisLevelsPage *self)
{
  TrellisSheetArea area;

  trellis_sheet_get_selection (sheet, &area);
  /* F2 on a header: the whole row or column is selected then. */
  if (!*text && trellis_levels_page_has_cells (self) && area.n_rows == 1 &&
      area.n_columns > 1 &&
      area.n_columns ==
        trellis_sheet_model_get_size (TRELLIS_SHEET_MODEL (self->model), TRL_GRID_COLUMN))
    trellis_levels_page_rename (self, TRL_GRID_ROW);
  else if (!*text && trellis_levels_page_has_cells (self) && area.n_columns == 1 &&
           area.n_rows > 1 &&
           area.n_rows == trellis_sheet_model_get_size (TRELLIS_SHEET_MODEL (self->model),
                                                        TRL_GRID_ROW))
    trellis_levels_page_rename (self, TRL_GRID_COLUMN);
  else
    trellis_levels_page_edit (self, text);
}

static void
on_erase (TrellisSheet *sheet, TrellisLevelsPage *self)
{
  g_action_group_activate_action (G_ACTION_GROUP (self->actions), "clear", NULL);
}

static void
on_menu (
  TrellisSheet *sheet, int axis, guint index, double x, double y, TrellisLevelsPage *self)
{
  double to_x = x, to_y = y;

  gtk_widget_translate_coordinates (GTK_WIDGET (sheet), GTK_WIDGET (self), x, y, &to_x,
                                    &to_y);
  trellis_levels_page_popup (self, axis, index,
                             &(GdkRectangle){ (int) to_x, (int) to_y, 1, 1 });
}

void
trellis_levels_page_show_details (TrellisLevelsPage *self)
{
  guint        row, column;
  GdkRectangle place;
  TrlCell      cell;
  GtkWidget   *popover;

  if (!trellis_levels_page_has_cells (self))
    return;
  get_cursor_cell (self, &cell);
  if (cell.state == TRL_CELL_OUTSIDE)
    return;
  trellis_levels_page_end_edit (self, TRUE);
  trellis_levels_page_follow (self);
  trellis_sheet_get_cursor (self->sheet, &row, &column);
  trellis_levels_page_get_place (self, &place);
  popover = trellis_cell_details_new (self->model, row, column);
  gtk_widget_set_parent (popover, GTK_WIDGET (self));
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &place);
  trellis_levels_page_keep_popover (self, popover);
  trellis_popover_go_when_closed (popover);
  gtk_popover_popup (GTK_POPOVER (popover));
}

/* Enter opens a cell of several organizations; elsewhere the sheet moves. */
static gboolean
on_key (GtkEventControllerKey *keys,
        guint                  key,
        guint                  code,
        GdkModifierType        state,
        TrellisLevelsPage     *self)
{
  TrlCell cell;

  if ((key != GDK_KEY_Return && key != GDK_KEY_KP_Enter) || self->editor ||
      (state & gtk_accelerator_get_default_mod_mask ()) || self->popover ||
      !trellis_levels_page_has_cells (self))
    return FALSE;
  get_cursor_cell (self, &cell);
  if (cell.n_nodes < 2 && cell.n_edges < 2)
    return FALSE;
  trellis_levels_page_show_details (self);
  return TRUE;
}

void
trellis_levels_page_connect_typing (TrellisLevelsPage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self->sheet), keys);
  g_signal_connect (self->sheet, "typed", G_CALLBACK (on_typed), self);
  g_signal_connect (self->sheet, "erase", G_CALLBACK (on_erase), self);
  g_signal_connect (self->sheet, "menu", G_CALLBACK (on_menu), self);
}
