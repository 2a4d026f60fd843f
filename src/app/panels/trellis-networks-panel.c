/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The list is made anew when networks come, go or change their order; names and counts
 * are written into it after every change.
 */

#include "config.h"

#include "panels/trellis-networks-panel.h"

#include "analysis/trl-profile.h"
#include "panels/trellis-later.h"
#include "panels/trellis-line.h"
#include "trellis-tab-out.h"

#include <glib/gi18n.h>

struct _TrellisNetworksPanel
{
  GtkBox          parent;
  TrellisSession *session;
  GtkListBox     *list;
  GtkWidget      *menu;
  gboolean        deaf;
  guint           later;
};

G_DEFINE_FINAL_TYPE (TrellisNetworksPanel, trellis_networks_panel, GTK_TYPE_BOX)

static const char *
id_of (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "id");
}

static void
on_row_selected (GtkListBox *list, GtkListBoxRow *row, TrellisNetworksPanel *self)
{
  if (row && !self->deaf)
    trellis_session_set_network_id (self->session, id_of (row));
}

static GtkWidget *
make_label (GtkWidget *box, const char *css, gboolean expands)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, expands);
  if (expands)
    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css)
    gtk_widget_add_css_class (label, css);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
add_row (TrellisNetworksPanel *self, const char *id)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *name = make_label (box, NULL, TRUE);
  GtkWidget *count = make_label (box, "dim-label", FALSE);

  gtk_widget_add_css_class (count, "numeric");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), "id", g_strdup (id), g_free);
  g_object_set_data (G_OBJECT (row), "name", name);
  g_object_set_data (G_OBJECT (row), "count", count);
  gtk_list_box_append (self->list, row);
}

static gboolean
is_current (TrellisNetworksPanel *self, TrlDocument *document)
{
  guint n = trl_document_get_n_networks (document);

  for (guint i = 0; i < n; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int) i);

      if (!row || !g_str_equal (id_of (row), trl_network_get_id (
                                               trl_document_get_network (document, i))))
        return FALSE;
    }
  return gtk_list_box_get_row_at_index (self->list, (int) n) == NULL;
}

static void
build (TrellisNetworksPanel *self, TrlDocument *document)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)))
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < trl_document_get_n_networks (document); i++)
    add_row (self, trl_network_get_id (trl_document_get_network (document, i)));
}

static void
show_row (GtkListBoxRow *row, const TrlNetwork *network)
{
  g_autoptr (TrlProfile) profile = trl_profile_new (network);
  const char      *name = trl_network_get_name (network);
  const char      *wave = trl_network_get_text (network, TRL_NETWORK_WAVE);
  g_autofree char *title = wave && !strstr (name, wave)
                             ? g_strdup_printf ("%s · %s", name, wave)
                             : g_strdup (name);
  g_autofree char *count =
    g_strdup_printf ("%u/%u", profile->n_engaged, profile->n_asked);
  g_autofree char *spoken = g_strdup_printf (_ ("%s: %u of %u partner types engaged"),
                                             title, profile->n_engaged, profile->n_asked);

  gtk_label_set_text (g_object_get_data (G_OBJECT (row), "name"), title);
  gtk_label_set_text (g_object_get_data (G_OBJECT (row), "count"), count);
  gtk_widget_set_tooltip_text (GTK_WIDGET (row), spoken);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spoken, -1);
}

static void
update (TrellisNetworksPanel *self, gboolean counts)
{
  TrlDocument *document = trellis_session_get_document (self->session);
  const char  *shown = trellis_session_get_network_id (self->session);
  gboolean     fresh = !is_current (self, document);

  self->deaf = TRUE;
  if (fresh)
    build (self, document);
  for (guint i = 0; i < trl_document_get_n_networks (document); i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int) i);

      if (fresh || counts)
        show_row (row, trl_document_get_network (document, i));
      if (g_strcmp0 (id_of (row), shown) == 0)
        gtk_list_box_select_row (self->list, row);
    }
  self->deaf = FALSE;
}

static gboolean
on_later (gpointer data)
{
  TrellisNetworksPanel *self = TRELLIS_NETWORKS_PANEL (data);

  self->later = 0;
  update (self, TRUE);
  return G_SOURCE_REMOVE;
}

static void
on_changed (TrellisSession *session, guint mask, TrellisNetworksPanel *self)
{
  if ((mask & ~(guint) TRL_CHANGE_FIGURES) != 0)
    trellis_later (&self->later, TRELLIS_LATER_NETWORKS, session, on_later, self);
  else
    update (self, FALSE);
}

/* The menu is about the network on show, which the row under the pointer becomes. */
static void
pop_up (TrellisNetworksPanel *self, const GdkRectangle *at)
{
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), at);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
on_menu_pressed (
  GtkGesture *gesture, int n_press, double x, double y, TrellisNetworksPanel *self)
{
  GtkListBoxRow   *row = gtk_list_box_get_row_at_y (self->list, (int) y);
  graphene_point_t at;

  if (!row ||
      !gtk_widget_compute_point (GTK_WIDGET (self->list), GTK_WIDGET (self),
                                 &GRAPHENE_POINT_INIT ((float) x, (float) y), &at))
    return;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_list_box_select_row (self->list, row);
  pop_up (self, &(GdkRectangle){ (int) at.x, (int) at.y, 1, 1 });
}

/* A finger that stays asks for the menu. */
static void
on_long_press (GtkGestureLongPress  *gesture,
               double                x,
               double                y,
               TrellisNetworksPanel *self)
{
  on_menu_pressed (GTK_GESTURE (gesture), 1, x, y, self);
}

static void
on_menu_key (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TrellisNetworksPanel *self = TRELLIS_NETWORKS_PANEL (widget);
  GtkListBoxRow        *row = gtk_list_box_get_selected_row (self->list);
  graphene_rect_t       box;

  if (row && gtk_widget_compute_bounds (GTK_WIDGET (row), widget, &box))
    pop_up (self, &(GdkRectangle){ (int) box.origin.x, (int) box.origin.y,
                                   (int) box.size.width, (int) box.size.height });
}

static void
add_menu (TrellisNetworksPanel *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *press = gtk_gesture_long_press_new ();

  g_menu_append (menu, _ ("Duplicate as Next _Wave…"), "win.next-wave");
  g_menu_append (menu, _ ("Change since the Last Wa_ve"), "win.show-change");
  g_menu_append (menu, _ ("_Remove Network"), "win.remove-network");
  self->menu = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  gtk_widget_add_controller (GTK_WIDGET (self->list), GTK_EVENT_CONTROLLER (click));
  trellis_tab_out (self->list);
  gtk_widget_add_controller (GTK_WIDGET (self->list), GTK_EVENT_CONTROLLER (press));
  g_signal_connect (click, "pressed", G_CALLBACK (on_menu_pressed), self);
  g_signal_connect (press, "pressed", G_CALLBACK (on_long_press), self);
}

static void
trellis_networks_panel_dispose (GObject *object)
{
  TrellisNetworksPanel *self = TRELLIS_NETWORKS_PANEL (object);

  g_clear_handle_id (&self->later, g_source_remove);
  if (self->session)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  G_OBJECT_CLASS (trellis_networks_panel_parent_class)->dispose (object);
}

static void
trellis_networks_panel_class_init (TrellisNetworksPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trellis_networks_panel_dispose;
  gtk_widget_class_install_action (widget_class, "networks.menu", NULL, on_menu_key);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "networks.menu",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK,
                                       "networks.menu", NULL);
}

static GtkWidget *
make_button (const char *icon, const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_add_css_class (button, "flat");
  return button;
}

static void
trellis_networks_panel_init (TrellisNetworksPanel *self)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_append (
    GTK_BOX (buttons),
    make_button ("user-trash-symbolic", _ ("Remove Network"), "win.remove-network"));
  gtk_box_append (GTK_BOX (buttons), make_button ("list-add-symbolic", _ ("Add Network"),
                                                  "win.add-network"));
  gtk_box_append (GTK_BOX (self), trellis_line_heading (_ ("Networks"), NULL, buttons));
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Networks"), -1);
  g_signal_connect (self->list, "row-selected", G_CALLBACK (on_row_selected), self);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->list));
  add_menu (self);
}

void
trellis_networks_panel_set_session (TrellisNetworksPanel *self, TrellisSession *session)
{
  if (self->session)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_set_object (&self->session, session);
  g_signal_connect (session, "changed", G_CALLBACK (on_changed), self);
  trellis_later (&self->later, TRELLIS_LATER_NETWORKS, session, on_later, self);
}

void
trellis_networks_panel_add (TrellisNetworksPanel *self)
{
  TrlDocument *document = trellis_session_get_document (self->session);
  g_autoptr (TrlRecord) record = trl_record_new (TRL_KIND_NETWORK, NULL);
  TrlNetwork *network;

  trl_record_set (record, TRL_NETWORK_NAME, TRL_TEXT (_ ("New Network")));
  trl_document_begin (document, _ ("Add Network"), NULL);
  network = trl_document_add_network (document, record);
  trl_document_end (document);
  if (network)
    trellis_session_set_network_id (self->session, trl_network_get_id (network));
}
