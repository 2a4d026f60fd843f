/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Each session gets a studio.  Where there is little room its parts stand below each
 * other.
 */

#include "config.h"

#include "figures/trellis-figures-view.h"

#include "figures/trellis-figure-studio.h"
#include "trellis-adaptive.h"

#include <glib/gi18n.h>

struct _TrellisFiguresView
{
  AdwBin               parent_instance;
  TrellisAdaptive     *adaptive;
  TrellisFigureStudio *studio;
};

G_DEFINE_FINAL_TYPE (TrellisFiguresView, trellis_figures_view, ADW_TYPE_BIN)

static void
on_exported (TrellisFiguresView *self, const char *text, const char *uri)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.tell-file", "(ss)", text, uri);
}

static void
on_width_changed (TrellisFiguresView *self)
{
  if (self->studio)
    trellis_figure_studio_set_narrow (
      self->studio, trellis_adaptive_get_width (self->adaptive) == TRELLIS_WIDTH_NARROW);
}

static gboolean
trellis_figures_view_grab_focus (GtkWidget *widget)
{
  TrellisFiguresView *self = TRELLIS_FIGURES_VIEW (widget);

  return self->studio && gtk_widget_grab_focus (GTK_WIDGET (self->studio));
}

static void
trellis_figures_view_class_init (TrellisFiguresViewClass *klass)
{
  GTK_WIDGET_CLASS (klass)->grab_focus = trellis_figures_view_grab_focus;
}

static void
trellis_figures_view_init (TrellisFiguresView *self)
{
  self->adaptive = g_object_new (TRELLIS_TYPE_ADAPTIVE, NULL);
  g_signal_connect_swapped (self->adaptive, "width-changed",
                            G_CALLBACK (on_width_changed), self);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->adaptive));
}

void
trellis_figures_view_set_session (TrellisFiguresView *self,
                                  GSettings          *settings,
                                  TrellisSession     *session)
{
  g_return_if_fail (TRELLIS_IS_FIGURES_VIEW (self));
  self->studio = NULL;
  if (session)
    {
      self->studio =
        TRELLIS_FIGURE_STUDIO (trellis_figure_studio_new (settings, session, TRUE));
      g_signal_connect_swapped (self->studio, "exported", G_CALLBACK (on_exported), self);
    }
  trellis_adaptive_set_child (self->adaptive, (GtkWidget *) self->studio);
  on_width_changed (self);
}

void
trellis_figures_view_export (TrellisFiguresView *self)
{
  g_return_if_fail (TRELLIS_IS_FIGURES_VIEW (self));
  if (self->studio)
    gtk_widget_activate_action (GTK_WIDGET (self->studio), "figure.export", NULL);
}
