/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The order of rows and columns is a state of two actions each, by what and which way;
 * the menu offers what there is to sort by.
 */

#include "config.h"

#include "grid/trellis-levels-page-private.h"

#include "grid/trellis-levels-order.h"

#include <glib/gi18n.h>

static const char *const by_actions[] = { "sort-rows", "sort-columns" };
static const char *const way_actions[] = { "reverse-rows", "reverse-columns" };

static GAction *
find_action (TrellisLevelsPage *self, const char *name)
{
  return g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);
}

static void
set_state (TrellisLevelsPage *self, const char *name, GVariant *state)
{
  g_simple_action_set_state (G_SIMPLE_ACTION (find_action (self, name)), state);
}

/* Always from the order of the document, so that what is equal keeps that. */
static void
sort (TrellisLevelsPage *self, TrlGridAxis axis)
{
  g_autoptr (GVariant) by = g_action_get_state (find_action (self, by_actions[axis]));
  g_autoptr (GVariant) way = g_action_get_state (find_action (self, way_actions[axis]));
  const char       *name = g_variant_get_string (by, NULL);
  g_autofree guint *order = NULL;

  trellis_levels_page_end_edit (self, TRUE);
  trellis_levels_model_reorder (self->model, axis, NULL);
  if (g_str_equal (name, "document") && !g_variant_get_boolean (way))
    return; /* what comes later goes to its place there */
  order = trellis_levels_sort (trellis_levels_model_get_grid (self->model),
                               trellis_levels_model_get_totals (self->model), axis, name,
                               g_variant_get_boolean (way));
  if (order)
    trellis_levels_model_reorder (self->model, axis, order);
}

void
trellis_levels_page_sort (TrellisLevelsPage *self, TrlGridAxis axis, const char *by)
{
  set_state (self, by_actions[axis], g_variant_new_string (by));
  sort (self, axis);
}

/* An order that something else gave has no way back but itself. */
static void
turn_round (TrellisLevelsPage *self, TrlGridAxis axis)
{
  guint n = trl_grid_get_size (trellis_levels_model_get_grid (self->model), axis);
  g_autofree guint *order = g_new (guint, n);

  trellis_levels_page_end_edit (self, TRUE);
  for (guint i = 0; i < n; i++)
    order[i] = n - 1 - i;
  trellis_levels_model_reorder (self->model, axis, order);
}

void
trellis_levels_page_reverse (TrellisLevelsPage *self, TrlGridAxis axis, gboolean reversed)
{
  g_autoptr (GVariant) by = g_action_get_state (find_action (self, by_actions[axis]));
  g_autoptr (GVariant) way = g_action_get_state (find_action (self, way_actions[axis]));

  if (g_variant_get_boolean (way) == reversed)
    return;
  set_state (self, way_actions[axis], g_variant_new_boolean (reversed));
  if (g_str_equal (g_variant_get_string (by, NULL), ""))
    turn_round (self, axis);
  else
    sort (self, axis);
}

void
trellis_levels_page_reset_order (TrellisLevelsPage *self)
{
  for (TrlGridAxis axis = TRL_GRID_ROW; axis <= TRL_GRID_COLUMN; axis++)
    {
      set_state (self, way_actions[axis], g_variant_new_boolean (FALSE));
      set_state (self, by_actions[axis], g_variant_new_string ("document"));
    }
}

void
trellis_levels_page_forget_order (TrellisLevelsPage *self)
{
  for (TrlGridAxis axis = TRL_GRID_ROW; axis <= TRL_GRID_COLUMN; axis++)
    {
      set_state (self, way_actions[axis], g_variant_new_boolean (FALSE));
      trellis_levels_page_sort (self, axis, "document");
    }
}

void
trellis_levels_page_keep_order (TrellisLevelsPage *self,
                                TrlGridAxis        axis,
                                const GPtrArray   *ids)
{
  set_state (self, way_actions[axis], g_variant_new_boolean (FALSE));
  set_state (self, by_actions[axis], g_variant_new_string ("")); /* none of the menu */
  trellis_levels_model_put_first (self->model, axis, ids);
}

void
trellis_levels_page_pack (TrellisLevelsPage *self)
{
  for (TrlGridAxis axis = TRL_GRID_ROW; axis <= TRL_GRID_COLUMN; axis++)
    {
      set_state (self, way_actions[axis], g_variant_new_boolean (FALSE));
      trellis_levels_page_sort (self, axis, "nested");
    }
}

static void
append_order (GMenu *menu, TrlGridAxis axis, const char *label, const char *by)
{
  g_autofree char *action = g_strconcat ("grid.", by_actions[axis], NULL);
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", by);
  g_menu_append_item (menu, item);
}

static void
append_axis (GMenu *menu, TrlGridAxis axis, gboolean has_family)
{
  g_autoptr (GMenu) section = g_menu_new ();
  g_autofree char *reverse = g_strconcat ("grid.", way_actions[axis], NULL);

  append_order (section, axis, _ ("_Document Order"), "document");
  append_order (section, axis, _ ("_Name"), "name");
  if (has_family)
    append_order (section, axis, _ ("_Family"), "family");
  append_order (section, axis, _ ("_Total"), "total");
  append_order (section, axis, _ ("De_pth"), "depth");
  append_order (section, axis, _ ("N_estedness"), "nested");
  g_menu_append (section, _ ("Re_versed"), reverse);
  g_menu_append_section (menu, axis == TRL_GRID_ROW ? _ ("Rows By") : _ ("Columns By"),
                         G_MENU_MODEL (section));
}

void
trellis_levels_page_update_sort_menu (TrellisLevelsPage *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) both = g_menu_new ();
  const TrlGrid *grid = trellis_levels_model_get_grid (self->model);
  gboolean       families = trl_grid_get_rows (grid) == TRL_GRID_ROWS_PARTNERS;

  if (gtk_menu_button_get_menu_model (self->sort_button) &&
      self->sorts_families == families)
    return;
  self->sorts_families = families;
  g_menu_append (both, _ ("Pack _Rows and Columns"), "grid.pack");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (both));
  append_axis (menu, TRL_GRID_ROW, families);
  append_axis (menu, TRL_GRID_COLUMN, TRUE);
  gtk_menu_button_set_menu_model (self->sort_button, G_MENU_MODEL (menu));
}
