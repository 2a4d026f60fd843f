/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From one part of the window to the next by a key: on the map Tab goes from partner to
 * partner, of whom there may be thousands.
 */

#include "config.h"

#include "trellis-window-private.h"

#define MOST_PANES 5

/* Of those that are there, in the order of reading.  Returns: how many. */
static int
list_panes (TrellisWindow *self, GtkWidget *panes[MOST_PANES])
{
  int n = 0;

  panes[n++] = self->header;
  if (adw_flap_get_reveal_flap (self->left_flap))
    panes[n++] = adw_flap_get_flap (self->left_flap);
  panes[n++] = GTK_WIDGET (self->views);
  if (adw_flap_get_reveal_flap (self->right_flap))
    panes[n++] = adw_flap_get_flap (self->right_flap);
  panes[n++] = self->foot;
  return n;
}

/* The one with the focus, or -1.  The bar to find with stands above the views. */
static int
find_focused (TrellisWindow *self, GtkWidget *panes[], int n)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (focus && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->find_bar)))
    focus = GTK_WIDGET (self->canvas);
  for (int i = 0; i < n; i++)
    if (focus && gtk_widget_is_ancestor (focus, panes[i]))
      return i;
  return -1;
}

void
trellis_window_step_pane (TrellisWindow *self, int by)
{
  GtkWidget *panes[MOST_PANES];
  int        n = list_panes (self, panes);
  int        at = find_focused (self, panes, n);

  for (int k = 1; k <= n; k++)
    {
      int next = ((at + k * by) % n + n) % n;

      if (gtk_widget_child_focus (panes[next], GTK_DIR_TAB_FORWARD))
        break;
    }
  gtk_window_set_focus_visible (GTK_WINDOW (self), TRUE);
}
