/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Menus of a partner, a partnership and the background: all of them actions. */
#include "canvas/trellis-canvas-private.h"

#include "trellis-compat.h"

#include <glib/gi18n.h>

static GMenu *
make_levels (TrellisCanvas *self)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GPtrArray) edges = trellis_selection_get_edges (self->selection);
  TrlNetwork     *network = trellis_canvas_get_real (self);
  guint           edge = edges->len ? trl_table_find (trl_network_get_edges (network),
                                                      g_ptr_array_index (edges, 0))
                                    : TRL_NO_ROW;
  const TrlScale *scale =
    edge != TRL_NO_ROW
      ? trl_network_get_edge_scale (network, edge)
      : trl_vocabulary_find_scale (trl_network_get_vocabulary (network), NULL);
  for (int rank = trl_scale_get_n_levels (scale) - 1; rank >= -1; rank--)
    {
      const char *name =
        rank < 0 ? _ ("Not reported") : trl_scale_get_level (scale, rank)->name;
      g_autoptr (GMenuItem) item = g_menu_item_new (name, NULL);
      g_menu_item_set_action_and_target (item, "canvas.set-level", "i", rank);
      g_menu_append_item (menu, item);
    }
  return menu;
}

static void
append_section (GMenu *menu, GMenu *section)
{
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
  g_object_unref (section);
}

static void
append_levels (TrellisCanvas *self, GMenu *section)
{
  g_autoptr (GMenu) levels = make_levels (self);
  g_menu_append_submenu (section, _ ("_Level"), G_MENU_MODEL (levels));
}

static GMenu *
make_node_menu (TrellisCanvas *self)
{
  GMenu *menu = g_menu_new (), *section = g_menu_new ();
  guint  hub = trl_network_get_hub (trellis_canvas_get_real (self));
  g_menu_append (section, self->rolled_up ? _ ("_Open Type") : _ ("_Details"),
                 "canvas.open");
  g_menu_append (section, _ ("_Rename"), "canvas.rename");
  append_section (menu, section);

  section = g_menu_new ();
  if (hub != TRL_NO_ROW || trellis_selection_get_n (self->selection, TRL_KIND_NODE) == 2)
    append_levels (self, section);
  g_menu_append (section,
                 trellis_selection_get_n (self->selection, TRL_KIND_NODE) == 2
                   ? _ ("_Connect")
                   : _ ("_Connect With…"),
                 "canvas.connect");
  if (!trellis_canvas_has_rings (self))
    g_menu_append (section, _ ("_Pin"), "canvas.pin");
  if (!trellis_canvas_is_live (self))
    g_menu_append (section, _ ("Lay _Out Selection"), "canvas.lay-out-selection");
  append_section (menu, section);

  section = g_menu_new ();
  g_menu_append (section, _ ("Remo_ve"), "canvas.delete");
  append_section (menu, section);
  return menu;
}

static GMenu *
make_edge_menu (TrellisCanvas *self)
{
  GMenu *menu = g_menu_new (), *section = g_menu_new ();
  g_menu_append (section, _ ("_Details"), "canvas.open");
  append_levels (self, section);
  append_section (menu, section);

  section = g_menu_new ();
  g_menu_append (section, _ ("Remo_ve"), "canvas.delete");
  append_section (menu, section);
  return menu;
}

static GMenu *
make_empty_menu (TrellisCanvas *self)
{
  GMenu *menu = g_menu_new (), *section = g_menu_new ();
  g_menu_append (section, _ ("_Add Partner"), "canvas.add-partner");
  g_menu_append (section, _ ("_Select All"), "canvas.select-all");
  append_section (menu, section);

  section = g_menu_new ();
  if (!trellis_canvas_is_live (self))
    g_menu_append (section, _ ("Lay _Out Again"), "canvas.lay-out");
  g_menu_append (section, _ ("_Fit in View"), "canvas.zoom-fit");
  append_section (menu, section);
  return menu;
}

static GMenu *
make_menu (TrellisCanvas *self)
{
  if (trellis_selection_get_n (self->selection, TRL_KIND_NODE) > 0)
    return make_node_menu (self);
  if (trellis_selection_get_n (self->selection, TRL_KIND_EDGE) > 0)
    return make_edge_menu (self);
  return make_empty_menu (self);
}

void
trellis_canvas_popup (TrellisCanvas *self, double x, double y)
{
  g_autoptr (GMenu) menu = make_menu (self);
  self->menu_is_at = TRUE;
  self->menu_x = x;
  self->menu_y = y;
  if (!self->menu)
    {
      self->menu = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
      trellis_compat_return_focus (GTK_POPOVER (self->menu), GTK_WIDGET (self));
    }
  else
    gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), G_MENU_MODEL (menu));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle){ x, y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

void
trellis_canvas_popup_at_focus (TrellisCanvas *self)
{
  double x = self->width / 2.0, y = self->height / 2.0;
  trellis_canvas_get_place (self, trellis_canvas_get_focus_row (self), &x, &y);
  trellis_canvas_popup (self, x, y);
  self->menu_is_at = FALSE;
}
