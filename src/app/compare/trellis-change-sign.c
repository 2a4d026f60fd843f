/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Deeper is up here, where there is no hub that it could point to. */

#include "config.h"

#include "compare/trellis-change-sign.h"

#include "draw/trl-draw.h"
#include "panels/trellis-swatch.h"
#include "scene/trl-scene-marks.h"

#include <adwaita.h>

#define SIZE 16    /* pixels */
#define RADIUS 6.5 /* points */

struct _TrellisChangeSign
{
  GtkWidget    parent_instance;
  TrlTieChange change;
};

G_DEFINE_FINAL_TYPE (TrellisChangeSign, trellis_change_sign, GTK_TYPE_WIDGET)

static void
trellis_change_sign_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TrellisChangeSign   *self = TRELLIS_CHANGE_SIGN (widget);
  const TrlThemeStyle *style = trl_theme_get_style (trellis_swatch_get_theme ());
  g_autoptr (TrlScene) scene = trl_scene_new ();
  int          width = gtk_widget_get_width (widget);
  int          height = gtk_widget_get_height (widget);
  TrlMarkPlace place = { width / 2.0, height / 2.0, RADIUS, 0, -1 };
  cairo_t     *cr;

  if (!trl_mark_is_drawn (self->change))
    return;
  trl_mark_add_to_scene (scene, (TrlOwner){ TRL_OWNER_NONE, 0 }, self->change, &place,
                         style->ink, style->background);
  trl_scene_freeze (scene);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  trl_draw_scene (scene, cr);
  cairo_destroy (cr);
}

static void
trellis_change_sign_measure (GtkWidget     *widget,
                             GtkOrientation orientation,
                             int            for_size,
                             int           *minimum,
                             int           *natural,
                             int           *minimum_baseline,
                             int           *natural_baseline)
{
  *minimum = *natural = SIZE;
}

static void
trellis_change_sign_class_init (TrellisChangeSignClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = trellis_change_sign_snapshot;
  widget_class->measure = trellis_change_sign_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
trellis_change_sign_init (TrellisChangeSign *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

GtkWidget *
trellis_change_sign_new (TrlTieChange change)
{
  TrellisChangeSign *self = g_object_new (TRELLIS_TYPE_CHANGE_SIGN, NULL);

  self->change = change;
  return GTK_WIDGET (self);
}

void
trellis_change_sign_set (TrellisChangeSign *self, TrlTieChange change)
{
  g_return_if_fail (TRELLIS_IS_CHANGE_SIGN (self));
  self->change = change;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
