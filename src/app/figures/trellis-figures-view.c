/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Each session gets a studio when it is first looked at, for it has many parts.  Where
 * there is little room these stand below each other.
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
  GSettings           *settings;
  TrellisSession      *session;
  TrellisFigureStudio *studio; /* NULL until it is looked at */
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

static void
make_studio (TrellisFiguresView *self)
{
  if (self->studio || !self->session)
    return;
  self->studio = TRELLIS_FIGURE_STUDIO (
    trellis_figure_studio_new (self->settings, self->session, TRUE));
  g_signal_connect_swapped (self->studio, "exported", G_CALLBACK (on_exported), self);
  trellis_adaptive_set_child (self->adaptive, GTK_WIDGET (self->studio));
  on_width_changed (self);
}

static gboolean
trellis_figures_view_grab_focus (GtkWidget *widget)
{
  TrellisFiguresView *self = TRELLIS_FIGURES_VIEW (widget);

  make_studio (self);
  return self->studio && gtk_widget_grab_focus (GTK_WIDGET (self->studio));
}

static void
trellis_figures_view_map (GtkWidget *widget)
{
  make_studio (TRELLIS_FIGURES_VIEW (widget));
  GTK_WIDGET_CLASS (trellis_figures_view_parent_class)->map (widget);
}

static void
trellis_figures_view_dispose (GObject *object)
{
  TrellisFiguresView *self = TRELLIS_FIGURES_VIEW (object);

  g_clear_object (&self->settings);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (trellis_figures_view_parent_class)->dispose (object);
}

static void
trellis_figures_view_class_init (TrellisFiguresViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = trellis_figures_view_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = trellis_figures_view_grab_focus;
  GTK_WIDGET_CLASS (klass)->map = trellis_figures_view_map;
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
  g_set_object (&self->settings, settings);
  g_set_object (&self->session, session);
  trellis_adaptive_set_child (self->adaptive, NULL);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    make_studio (self);
}

void
trellis_figures_view_export (TrellisFiguresView *self)
{
  g_return_if_fail (TRELLIS_IS_FIGURES_VIEW (self));
  make_studio (self);
  if (self->studio)
    gtk_widget_activate_action (GTK_WIDGET (self->studio), "figure.export", NULL);
}
