/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A switch between two views; each of them follows the session by itself. */

#include "config.h"

#include "compare/trellis-compare-page.h"

#include "compare/trellis-change-view.h"
#include "compare/trellis-compare-view.h"

#include <glib/gi18n.h>

struct _TrellisComparePage
{
  GtkBox              parent_instance;
  GtkStack           *stack;
  TrellisCompareView *side_by_side;
  TrellisChangeView  *change;
};

G_DEFINE_FINAL_TYPE (TrellisComparePage, trellis_compare_page, GTK_TYPE_BOX)

static void
trellis_compare_page_class_init (TrellisComparePageClass *klass)
{
}

static void
trellis_compare_page_init (TrellisComparePage *self)
{
  GtkWidget *switcher = gtk_stack_switcher_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  self->side_by_side = g_object_new (TRELLIS_TYPE_COMPARE_VIEW, NULL);
  self->change = g_object_new (TRELLIS_TYPE_CHANGE_VIEW, NULL);
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_stack_add_titled (self->stack, GTK_WIDGET (self->side_by_side), "side-by-side",
                        _ ("Side by Side"));
  gtk_stack_add_titled (self->stack, GTK_WIDGET (self->change), "change", _ ("Change"));
  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (switcher), self->stack);
  gtk_widget_set_halign (switcher, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (switcher, 6);
  gtk_widget_set_margin_bottom (switcher, 6);
  gtk_box_append (GTK_BOX (self), switcher);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->stack));
}

void
trellis_compare_page_set_session (TrellisComparePage *self, TrellisSession *session)
{
  g_return_if_fail (TRELLIS_IS_COMPARE_PAGE (self));
  trellis_compare_view_set_session (self->side_by_side, session);
  trellis_change_view_set_session (self->change, session);
}

void
trellis_compare_page_show_change (TrellisComparePage *self,
                                  const char         *from,
                                  const char         *to)
{
  g_return_if_fail (TRELLIS_IS_COMPARE_PAGE (self));
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->change));
  trellis_change_view_set_networks (self->change, from, to);
}
