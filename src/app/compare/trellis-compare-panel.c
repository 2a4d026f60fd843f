/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A child of the flow box, which gives it arrows and focus.  Pictures stand at the foot,
 * so that those of a row align however long the words above them are.
 */

#include "config.h"

#include "compare/trellis-compare-panel.h"

#include "compare/trellis-compare-picture.h"

#include <glib/gi18n.h>

struct _TrellisComparePanel
{
  GtkFlowBoxChild        parent_instance;
  GtkLabel              *title;
  GtkLabel              *subtitle;
  TrellisComparePicture *picture;
};

G_DEFINE_FINAL_TYPE (TrellisComparePanel, trellis_compare_panel, GTK_TYPE_FLOW_BOX_CHILD)

enum
{
  PICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
open (TrellisComparePanel *self)
{
  g_signal_emit_by_name (self, "activate");
}

static void
on_title_pressed (
  GtkGestureClick *gesture, int n_press, double x, double y, TrellisComparePanel *self)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  open (self);
}

static void
on_picture_pressed (TrellisComparePicture *picture, guint row, TrellisComparePanel *self)
{
  gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
  g_signal_emit (self, signals[PICKED], 0, row);
}

static void
trellis_compare_panel_class_init (TrellisComparePanelClass *klass)
{
  static const guint keys[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_ISO_Enter };
  GtkWidgetClass    *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_signal (widget_class, keys[i], 0, "activate", NULL);
  signals[PICKED] = g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static GtkLabel *
add_label (GtkBox *box, const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 16);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (box, label);
  return GTK_LABEL (label);
}

static void
add_title (TrellisComparePanel *self, GtkBox *box)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->title = add_label (box, "heading");
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self->title), "pointer");
  g_signal_connect (click, "pressed", G_CALLBACK (on_title_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self->title), GTK_EVENT_CONTROLLER (click));
}

static void
trellis_compare_panel_init (TrellisComparePanel *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  add_title (self, GTK_BOX (box));
  self->subtitle = add_label (GTK_BOX (box), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->subtitle), "dim-label");
  gtk_label_set_wrap (self->subtitle, TRUE);
  gtk_label_set_wrap_mode (self->subtitle, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (self->subtitle, 3);
  gtk_label_set_justify (self->subtitle, GTK_JUSTIFY_CENTER);
  self->picture = g_object_new (TRELLIS_TYPE_COMPARE_PICTURE, "vexpand", TRUE, "valign",
                                GTK_ALIGN_END, NULL);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->picture));
  g_signal_connect (self->picture, "pressed", G_CALLBACK (on_picture_pressed), self);
  g_signal_connect_swapped (self->picture, "activated", G_CALLBACK (open), self);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "trellis-panel");
}

GtkWidget *
trellis_compare_panel_new (void)
{
  return g_object_new (TRELLIS_TYPE_COMPARE_PANEL, NULL);
}

TrellisComparePicture *
trellis_compare_panel_get_picture (TrellisComparePanel *self)
{
  return self->picture;
}

int
trellis_compare_panel_get_head (TrellisComparePanel *self)
{
  return gtk_widget_get_height (GTK_WIDGET (self)) -
         gtk_widget_get_height (GTK_WIDGET (self->picture));
}

void
trellis_compare_panel_set (TrellisComparePanel *self,
                           TrellisComparison   *comparison,
                           guint                index,
                           const char          *type)
{
  const TrlPanel *panel =
    trl_panels_get_panel (trellis_comparison_get_panels (comparison), index);
  g_autofree char *name = g_strdup_printf ("%s, %s", panel->title, panel->subtitle);
  g_autofree char *level =
    type ? trellis_comparison_describe_type (comparison, index, type) : NULL;
  /* Translators: %s is the name of a network */
  g_autofree char *tip = g_strdup_printf (_ ("Open “%s” on the map"), panel->title);

  gtk_label_set_text (self->title, panel->title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), tip);
  gtk_label_set_text (self->subtitle, level ? level : panel->subtitle);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->subtitle),
                               level ? level : panel->subtitle);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  level ? level : "", -1);
  trellis_compare_picture_set (self->picture, comparison, index);
}
