/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The actions of the page, one row each, in the group `grid`: what menus and keys name.
 * They do nothing while a cell is being typed in.
 */

#include "config.h"

#include "grid/trellis-levels-page-private.h"

#include "grid/trellis-levels-edit.h"
#include "grid/trellis-paste-report.h"

#include <glib/gi18n.h>
#include <math.h>

typedef enum
{
  NEEDS_NOTHING,
  NEEDS_CELLS,
  NEEDS_ROWS,
  NEEDS_COLUMNS,
  NEEDS_REPORT
} Needs;

typedef struct
{
  GActionEntry entry;
  Needs        needs;
} Row;

/* Names of the axes as a state: rows, columns. */
static const char *const axes[2][2] = { { "sites-types", "sites-partners" },
                                        { "partners-types", "partners-partners" } };
static const char *const layers[] = { "level", "intended", "difference" };

static void
apply (TrellisLevelsPage *self, const char *name, const TrlCellEdit *edit)
{
  TrellisSheetArea area;
  GError          *error = NULL;
  guint            n_left = 0;

  trellis_sheet_get_selection (self->sheet, &area);
  trellis_levels_edit (self->model, &area, name, edit, &n_left, &error);
  trellis_levels_page_say_left (self, n_left, error);
}

/* Level and number go, of the layer on show; a partner that has a note or a name of its
 * own stays.
 */
static void
empty (TrellisLevelsPage *self, const char *name)
{
  const TrlCellEdit edit = { .mask = TRL_CELL_SET_LEVEL | TRL_CELL_SET_COUNT,
                             .state = TRL_CELL_EMPTY,
                             .count = NAN };
  TrellisSheetArea  area;
  GError           *error = NULL;
  guint             n_left = 0;

  trellis_sheet_get_selection (self->sheet, &area);
  trellis_levels_edit_shown (self->model, &area, name, &edit, &n_left, &error);
  trellis_levels_page_say_left (self, n_left, error);
}

static void
on_clear (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  empty (data, _ ("Clear Cells"));
}

static void
on_copy (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  trellis_levels_page_copy (data);
}

static void
on_cut (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  trellis_levels_page_copy (data);
  empty (data, _ ("Cut Cells"));
}

static void
on_paste (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  trellis_levels_page_paste (data);
}

static void
fill (TrellisLevelsPage *self, TrlGridAxis axis)
{
  TrellisSheetArea area;
  GError          *error = NULL;
  guint            n_left = 0;

  trellis_sheet_get_selection (self->sheet, &area);
  trellis_levels_fill (self->model, &area, axis, &n_left, &error);
  trellis_levels_page_say_left (self, n_left, error);
}

static void
on_fill_down (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  fill (data, TRL_GRID_ROW);
}

static void
on_fill_right (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  fill (data, TRL_GRID_COLUMN);
}

static void
on_set_level (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  int rank = g_variant_get_int32 (parameter);

  apply (data, _ ("Set Level"),
         &(TrlCellEdit){ .mask = TRL_CELL_SET_LEVEL,
                         .state = rank < 0   ? TRL_CELL_NOT_REPORTED
                                  : rank > 0 ? TRL_CELL_LEVEL
                                             : TRL_CELL_NONE,
                         .rank = rank });
}

static void
on_set_intended (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  apply (data, _ ("Set Intended Level"),
         &(TrlCellEdit){ .mask = TRL_CELL_SET_INTENDED,
                         .intended = g_variant_get_int32 (parameter) });
}

static void
on_edit (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  trellis_levels_page_edit (data, "");
}

static void
on_details (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  trellis_levels_page_show_details (data);
}

static void
on_rename_row (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  trellis_levels_page_rename (data, TRL_GRID_ROW);
}

static void
on_rename_column (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  trellis_levels_page_rename (data, TRL_GRID_COLUMN);
}

static void
on_add_row (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  trellis_levels_page_add (data, TRL_GRID_ROW);
}

static void
on_add_column (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  trellis_levels_page_add (data, TRL_GRID_COLUMN);
}

static void
on_remove_rows (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  trellis_levels_page_remove_rows (data);
}

static void
on_sort_rows (GSimpleAction *action, GVariant *state, gpointer data)
{
  trellis_levels_page_sort (data, TRL_GRID_ROW, g_variant_get_string (state, NULL));
}

static void
on_sort_columns (GSimpleAction *action, GVariant *state, gpointer data)
{
  trellis_levels_page_sort (data, TRL_GRID_COLUMN, g_variant_get_string (state, NULL));
}

static void
on_reverse_rows (GSimpleAction *action, GVariant *state, gpointer data)
{
  trellis_levels_page_reverse (data, TRL_GRID_ROW, g_variant_get_boolean (state));
}

static void
on_reverse_columns (GSimpleAction *action, GVariant *state, gpointer data)
{
  trellis_levels_page_reverse (data, TRL_GRID_COLUMN, g_variant_get_boolean (state));
}

static void
on_pack (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  trellis_levels_page_pack (data);
}

static void
on_axes (GSimpleAction *action, GVariant *state, gpointer data)
{
  const char *name = g_variant_get_string (state, NULL);

  for (guint rows = 0; rows < 2; rows++)
    for (guint columns = 0; columns < 2; columns++)
      if (g_str_equal (axes[rows][columns], name))
        {
          trellis_levels_page_end_edit (data, TRUE);
          trellis_levels_model_set_axes (TRELLIS_LEVELS_PAGE (data)->model,
                                         (TrlGridRows) rows, (TrlGridColumns) columns);
          trellis_levels_page_forget_order (data);
        }
}

static void
on_layer (GSimpleAction *action, GVariant *state, gpointer data)
{
  const char *name = g_variant_get_string (state, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (layers); i++)
    if (g_str_equal (layers[i], name))
      {
        trellis_levels_page_end_edit (data, TRUE);
        trellis_levels_model_set_layer (TRELLIS_LEVELS_PAGE (data)->model,
                                        (TrellisLayer) i);
        trellis_levels_page_update_actions (data);
      }
}

static void
on_copy_names (GSimpleAction *action, GVariant *state, gpointer data)
{
  TRELLIS_LEVELS_PAGE (data)->form.names = g_variant_get_boolean (state);
  g_simple_action_set_state (action, state);
}

static void
on_copy_counts (GSimpleAction *action, GVariant *state, gpointer data)
{
  TRELLIS_LEVELS_PAGE (data)->form.counts = g_variant_get_boolean (state);
  g_simple_action_set_state (action, state);
}

static void
on_copy_headers (GSimpleAction *action, GVariant *state, gpointer data)
{
  TRELLIS_LEVELS_PAGE (data)->form.headers = g_variant_get_boolean (state);
  g_simple_action_set_state (action, state);
}

static void
on_paste_report (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TrellisLevelsPage *self = TRELLIS_LEVELS_PAGE (data);

  trellis_paste_report_show (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                             self->problems_title, self->problems);
}

static const Row rows[] = {
  { { "axes", NULL, "s", "'sites-types'", on_axes }, NEEDS_NOTHING },
  { { "layer", NULL, "s", "'level'", on_layer }, NEEDS_NOTHING },
  { { "sort-rows", NULL, "s", "'document'", on_sort_rows }, NEEDS_NOTHING },
  { { "sort-columns", NULL, "s", "'document'", on_sort_columns }, NEEDS_NOTHING },
  { { "reverse-rows", NULL, NULL, "false", on_reverse_rows }, NEEDS_NOTHING },
  { { "reverse-columns", NULL, NULL, "false", on_reverse_columns }, NEEDS_NOTHING },
  { { "pack", on_pack }, NEEDS_CELLS },
  { { "cut", on_cut }, NEEDS_CELLS },
  { { "copy", on_copy }, NEEDS_CELLS },
  { { "paste", on_paste }, NEEDS_NOTHING },
  { { "copy-names", NULL, NULL, "true", on_copy_names }, NEEDS_NOTHING },
  { { "copy-counts", NULL, NULL, "true", on_copy_counts }, NEEDS_NOTHING },
  { { "copy-headers", NULL, NULL, "false", on_copy_headers }, NEEDS_NOTHING },
  { { "clear", on_clear }, NEEDS_CELLS },
  { { "fill-down", on_fill_down }, NEEDS_CELLS },
  { { "fill-right", on_fill_right }, NEEDS_CELLS },
  { { "set-level", on_set_level, "i" }, NEEDS_CELLS },
  { { "set-intended", on_set_intended, "i" }, NEEDS_CELLS },
  { { "edit", on_edit }, NEEDS_CELLS },
  { { "details", on_details }, NEEDS_CELLS },
  { { "rename-row", on_rename_row }, NEEDS_CELLS },
  { { "rename-column", on_rename_column }, NEEDS_CELLS },
  { { "add-row", on_add_row }, NEEDS_ROWS },
  { { "add-column", on_add_column }, NEEDS_COLUMNS },
  { { "remove-rows", on_remove_rows }, NEEDS_CELLS },
  { { "paste-report", on_paste_report }, NEEDS_REPORT },
};

static const TrellisLevelsShortcut shortcuts[] = {
  { "cut", "<Control>x" },        { "copy", "<Control>c" },
  { "paste", "<Control>v" },      { "fill-down", "<Control>d" },
  { "fill-right", "<Control>r" }, { "details", "<Alt>Return <Alt>KP_Enter" },
};

const TrellisLevelsShortcut *
trellis_levels_page_shortcuts (guint *n)
{
  *n = G_N_ELEMENTS (shortcuts);
  return shortcuts;
}

static gboolean
is_met (TrellisLevelsPage *self, Needs needs)
{
  switch (needs)
    {
    case NEEDS_CELLS:
      return trellis_levels_page_has_cells (self);
    case NEEDS_ROWS:
      return self->model && trellis_levels_can_add (self->model, TRL_GRID_ROW);
    case NEEDS_COLUMNS:
      return self->model && trellis_levels_can_add (self->model, TRL_GRID_COLUMN);
    case NEEDS_REPORT:
      return self->problems != NULL;
    default:
      return self->model != NULL;
    }
}

static void
set_state (TrellisLevelsPage *self, const char *name, GVariant *state)
{
  g_simple_action_set_state (
    G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), name)),
    state);
}

static void
update_labels (TrellisLevelsPage *self, guint by_rows, guint by_columns)
{
  const char *const axis_words[2][2] = {
    { _ ("Sites × Types"), _ ("Sites × Partners") },
    { _ ("Partners × Types"), _ ("Partners × Partners") },
  };
  const char *const layer_words[] = { _ ("Level"), _ ("Intended"), _ ("Difference") };

  gtk_label_set_text (self->axes_label, axis_words[by_rows][by_columns]);
  gtk_label_set_text (self->layer_label,
                      layer_words[trellis_levels_model_get_layer (self->model)]);
}

void
trellis_levels_page_update_actions (TrellisLevelsPage *self)
{
  const TrlGrid *grid;
  guint          by_rows, by_columns;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (
                                   G_ACTION_MAP (self->actions), rows[i].entry.name)),
                                 is_met (self, rows[i].needs));
  if (!self->model)
    return;
  grid = trellis_levels_model_get_grid (self->model);
  by_rows = trl_grid_get_rows (grid) == TRL_GRID_ROWS_PARTNERS;
  by_columns = trl_grid_get_columns (grid) == TRL_GRID_COLUMNS_PARTNERS;
  set_state (self, "axes", g_variant_new_string (axes[by_rows][by_columns]));
  set_state (self, "layer",
             g_variant_new_string (layers[trellis_levels_model_get_layer (self->model)]));
  set_state (self, "copy-names", g_variant_new_boolean (self->form.names));
  set_state (self, "copy-counts", g_variant_new_boolean (self->form.counts));
  set_state (self, "copy-headers", g_variant_new_boolean (self->form.headers));
  update_labels (self, by_rows, by_columns);
  trellis_levels_page_update_sort_menu (self);
}

static gboolean
on_shortcut (GtkWidget *widget, GVariant *args, gpointer action)
{
  TrellisLevelsPage *self = TRELLIS_LEVELS_PAGE (widget);
  GActionGroup      *group = G_ACTION_GROUP (self->actions);

  if (self->editor || self->popover || !g_action_group_get_action_enabled (group, action))
    return FALSE;
  g_action_group_activate_action (group, action, NULL);
  return TRUE;
}

static void
add_shortcut (GtkShortcutController *controller, const char *action, const char *key)
{
  gtk_shortcut_controller_add_shortcut (
    controller,
    gtk_shortcut_new (gtk_shortcut_trigger_parse_string (key),
                      gtk_callback_action_new (on_shortcut, (gpointer) action, NULL)));
}

/* Whoever chose from a menu of the tools goes on in the cells. */
static void
watch (TrellisLevelsPage *self, const char *name)
{
  GAction    *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);
  const char *signal = g_action_get_state_type (action) ? "change-state" : "activate";

  g_signal_connect_object (action, signal, G_CALLBACK (trellis_levels_page_focus_later),
                           self, G_CONNECT_SWAPPED);
}

void
trellis_levels_page_install_actions (TrellisLevelsPage *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  self->actions = g_simple_action_group_new ();
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_action_map_add_action_entries (G_ACTION_MAP (self->actions), &rows[i].entry, 1,
                                       self);
      watch (self, rows[i].entry.name);
    }
  gtk_widget_insert_action_group (GTK_WIDGET (self), "grid",
                                  G_ACTION_GROUP (self->actions));
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    {
      g_auto (GStrv) keys = g_strsplit (shortcuts[i].accelerators, " ", -1);

      for (guint k = 0; keys[k]; k++)
        add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcuts[i].action, keys[k]);
    }
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}
