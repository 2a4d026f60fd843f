/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What there is room for at the width that the window has: panels beside the map or above
 * it, and in the header first the title, then the switch between views, then buttons for
 * what the menu has as well.
 */

#include "config.h"

#include "trellis-window-private.h"

static void
fold (TrellisWindow *self, AdwFlap *flap, gboolean folded, const char *key)
{
  adw_flap_set_fold_policy (flap, folded ? ADW_FLAP_FOLD_POLICY_ALWAYS
                                         : ADW_FLAP_FOLD_POLICY_NEVER);
  adw_flap_set_reveal_flap (
    flap, !folded && g_settings_get_boolean (trellis_window_get_settings (self), key));
}

/* A figure needs the room, and the inspector has nothing to say about it. */
static gboolean
folds_inspector (TrellisWindow *self)
{
  return trellis_adaptive_get_width (self->adaptive) == TRELLIS_WIDTH_NARROW ||
         adw_view_stack_get_visible_child (self->views) ==
           GTK_WIDGET (self->figures_view);
}

void
trellis_window_fold_inspector (TrellisWindow *self)
{
  if (folds_inspector (self) !=
      (adw_flap_get_fold_policy (self->right_flap) == ADW_FLAP_FOLD_POLICY_ALWAYS))
    fold (self, self->right_flap, folds_inspector (self), "show-inspector");
}

/* The switch between views has the middle of the header where that leaves room for the
 * title, else the foot of the window. */
void
trellis_window_place_title (TrellisWindow *self)
{
  TrellisWidth width = trellis_adaptive_get_width (self->adaptive);
  gboolean     middle = self->session && width >= TRELLIS_WIDTH_WIDE;

  gtk_widget_set_visible (GTK_WIDGET (self->switcher), middle);
  gtk_widget_set_visible (GTK_WIDGET (self->start_title), middle);
  gtk_widget_set_visible (GTK_WIDGET (self->window_title), !middle);
  adw_view_switcher_set_policy (self->switcher, width == TRELLIS_WIDTH_FULL
                                                  ? ADW_VIEW_SWITCHER_POLICY_WIDE
                                                  : ADW_VIEW_SWITCHER_POLICY_NARROW);
  adw_view_switcher_bar_set_reveal (self->switcher_bar, self->session && !middle);
}

void
trellis_window_suit_width (TrellisWindow *self)
{
  TrellisWidth width = trellis_adaptive_get_width (self->adaptive);
  gboolean     narrow = width == TRELLIS_WIDTH_NARROW;

  fold (self, self->left_flap, width < TRELLIS_WIDTH_WIDE, "show-sidebar");
  fold (self, self->right_flap, folds_inspector (self), "show-inspector");
  gtk_widget_set_visible (self->find_button, !narrow && self->session);
  gtk_widget_set_visible (self->present_button, !narrow && self->session);
  gtk_widget_set_visible (self->add_button, !narrow && self->session);
  gtk_widget_set_visible (self->undo_button, !narrow && self->session);
  gtk_widget_set_visible (self->redo_button, !narrow && self->session);
  gtk_widget_set_visible (GTK_WIDGET (self->open_button), !narrow || !self->session);
  trellis_status_set_narrow (self->status, narrow);
  trellis_window_place_title (self);
}
