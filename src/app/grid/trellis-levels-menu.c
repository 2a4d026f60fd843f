/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Menus of a cell, of a row and of a column: all of them actions on the cursor, which
 * goes where the menu opens.
 */

#include "config.h"

#include "grid/trellis-levels-page-private.h"

#include "grid/trellis-levels-words.h"

#include <glib/gi18n.h>

static void
append_section (GMenu *menu, GMenu *section)
{
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
  g_object_unref (section);
}

static void
append_submenu (GMenu *menu, const char *label, GMenu *submenu)
{
  g_menu_append_submenu (menu, label, G_MENU_MODEL (submenu));
  g_object_unref (submenu);
}

static GMenu *
make_levels (const TrlScale *scale, const char *action, const char *unset)
{
  GMenu *menu = g_menu_new ();

  for (int rank = (int) trl_scale_get_n_levels (scale) - 1; rank >= -1; rank--)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (
        rank < 0 ? unset : trellis_levels_level_name (scale, rank), NULL);

      g_menu_item_set_action_and_target (item, action, "i", rank);
      g_menu_append_item (menu, item);
    }
  return menu;
}

static const TrlScale *
get_scale (TrellisLevelsPage *self)
{
  guint   row, column;
  TrlCell cell;

  trellis_sheet_get_cursor (self->sheet, &row, &column);
  trl_grid_get_cell (trellis_levels_model_get_grid (self->model), row, column, &cell);
  return cell.scale
           ? cell.scale
           : trl_vocabulary_find_scale (
               trl_document_get_vocabulary (trellis_session_get_document (self->session)),
               NULL);
}

static GMenu *
make_copy_as (void)
{
  GMenu *menu = g_menu_new ();

  g_menu_append (menu, _ ("Levels as _Names"), "grid.copy-names");
  g_menu_append (menu, _ ("N_umbers of Partners"), "grid.copy-counts");
  g_menu_append (menu, _ ("_Headers of Rows and Columns"), "grid.copy-headers");
  return menu;
}

static GMenu *
make_clipboard (void)
{
  GMenu *menu = g_menu_new ();

  g_menu_append (menu, _ ("Cu_t"), "grid.cut");
  g_menu_append (menu, _ ("_Copy"), "grid.copy");
  append_submenu (menu, _ ("Copy A_s"), make_copy_as ());
  g_menu_append (menu, _ ("_Paste"), "grid.paste");
  return menu;
}

static GMenu *
make_cell_menu (TrellisLevelsPage *self)
{
  GMenu          *menu = g_menu_new (), *section = g_menu_new ();
  const TrlScale *scale = get_scale (self);

  g_menu_append (section, _ ("_Details…"), "grid.details");
  append_submenu (section, _ ("_Level"),
                  make_levels (scale, "grid.set-level", _ ("Not reported")));
  append_submenu (section, _ ("_Intended Level"),
                  make_levels (scale, "grid.set-intended", _ ("Not said")));
  append_section (menu, section);
  append_section (menu, make_clipboard ());
  section = g_menu_new ();
  g_menu_append (section, _ ("_Fill Down"), "grid.fill-down");
  g_menu_append (section, _ ("Fill _Right"), "grid.fill-right");
  g_menu_append (section, _ ("Cl_ear"), "grid.clear");
  append_section (menu, section);
  return menu;
}

static GMenu *
make_row_menu (TrellisLevelsPage *self)
{
  GMenu   *menu = g_menu_new (), *section = g_menu_new ();
  gboolean sites = trl_grid_get_rows (trellis_levels_model_get_grid (self->model)) ==
                   TRL_GRID_ROWS_SITES;

  g_menu_append (section, _ ("_Rename…"), "grid.rename-row");
  g_menu_append (section, sites ? _ ("_Add Site") : _ ("_Add Partner"), "grid.add-row");
  g_menu_append (section, sites ? _ ("Remo_ve Site") : _ ("Remo_ve Partner"),
                 "grid.remove-rows");
  append_section (menu, section);
  append_section (menu, make_clipboard ());
  return menu;
}

static GMenu *
make_column_menu (TrellisLevelsPage *self)
{
  GMenu   *menu = g_menu_new (), *section = g_menu_new ();
  gboolean types = trl_grid_get_columns (trellis_levels_model_get_grid (self->model)) ==
                   TRL_GRID_COLUMNS_TYPES;

  g_menu_append (section, _ ("_Rename…"), "grid.rename-column");
  g_menu_append (section, types ? _ ("_Add Partner Type") : _ ("_Add Partner"),
                 "grid.add-column");
  append_section (menu, section);
  append_section (menu, make_clipboard ());
  return menu;
}

static void
go_to (TrellisLevelsPage *self, TrlGridAxis axis, guint index)
{
  TrellisSheetArea area;
  guint            row, column;

  trellis_sheet_get_selection (self->sheet, &area);
  if (axis == TRL_GRID_ROW ? index >= area.row && index < area.row + area.n_rows
                           : index >= area.column && index < area.column + area.n_columns)
    return;
  trellis_sheet_get_cursor (self->sheet, &row, &column);
  if (axis == TRL_GRID_ROW)
    trellis_sheet_set_cursor (self->sheet, index, column);
  else
    trellis_sheet_set_cursor (self->sheet, row, index);
}

void
trellis_levels_page_popup (TrellisLevelsPage  *self,
                           int                 axis,
                           guint               index,
                           const GdkRectangle *at)
{
  g_autoptr (GMenu) menu = NULL;

  if (!trellis_levels_page_has_cells (self))
    return;
  if (axis >= 0)
    go_to (self, (TrlGridAxis) axis, index);
  menu = axis < 0               ? make_cell_menu (self)
         : axis == TRL_GRID_ROW ? make_row_menu (self)
                                : make_column_menu (self);
  if (!self->menu)
    {
      self->menu = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
      g_signal_connect_swapped (self->menu, "closed",
                                G_CALLBACK (trellis_levels_page_focus_later), self);
    }
  else
    gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), G_MENU_MODEL (menu));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), at);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}
