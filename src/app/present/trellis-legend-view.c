/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The scene is made anew for a network, a theme or a width, and kept for drawing. */
#include "present/trellis-legend-view.h"

#include <adwaita.h>

#include "draw/trl-draw.h"
#include "scene/trl-legend.h"

#define TEXT_SIZE 18.0 /* points, drawn as pixels */
#define WIDTH 340      /* pixels */

struct _TrellisLegendView
{
  GtkWidget   parent_instance;
  TrlNetwork *network;
  TrlScene   *scene;
  double      height; /* of the scene */
};

G_DEFINE_FINAL_TYPE (TrellisLegendView, trellis_legend_view, GTK_TYPE_WIDGET)

static void
build (TrellisLegendView *self)
{
  TrlSceneOptions options;
  g_clear_pointer (&self->scene, trl_scene_unref);
  self->height = 0;
  if (self->network)
    {
      trl_scene_options_init (&options);
      options.theme = adw_style_manager_get_dark (adw_style_manager_get_default ())
                        ? TRL_THEME_DARK
                        : TRL_THEME_LIGHT;
      g_autoptr (TrlLegend) legend = trl_legend_new (&self->network, 1, &options);
      self->scene = trl_scene_new ();
      self->height =
        trl_legend_add_to_scene (legend, self->scene, 0, 0, WIDTH, 1, TEXT_SIZE);
      trl_scene_freeze (self->scene);
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
trellis_legend_view_measure (GtkWidget     *widget,
                             GtkOrientation orientation,
                             int            for_size,
                             int           *minimum,
                             int           *natural,
                             int           *minimum_baseline,
                             int           *natural_baseline)
{
  TrellisLegendView *self = TRELLIS_LEGEND_VIEW (widget);
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : (int) self->height + 8;
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : 0;
}

static void
trellis_legend_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TrellisLegendView *self = TRELLIS_LEGEND_VIEW (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  if (!self->scene)
    return;
  cairo_t *cr =
    gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  trl_draw_scene (self->scene, cr);
  cairo_destroy (cr);
}

static void
trellis_legend_view_dispose (GObject *object)
{
  TrellisLegendView *self = TRELLIS_LEGEND_VIEW (object);
  g_clear_pointer (&self->network, trl_network_unref);
  g_clear_pointer (&self->scene, trl_scene_unref);
  G_OBJECT_CLASS (trellis_legend_view_parent_class)->dispose (object);
}

static void
trellis_legend_view_class_init (TrellisLegendViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = trellis_legend_view_dispose;
  widget_class->measure = trellis_legend_view_measure;
  widget_class->snapshot = trellis_legend_view_snapshot;
  gtk_widget_class_set_css_name (widget_class, "trellis-legend");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
trellis_legend_view_init (TrellisLegendView *self)
{
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (build), self, G_CONNECT_SWAPPED);
}

GtkWidget *
trellis_legend_view_new (void)
{
  return g_object_new (TRELLIS_TYPE_LEGEND_VIEW, NULL);
}

/* What the legend says, in words. */
static void
tell_readers (TrellisLegendView *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  TrlSceneOptions options;
  trl_scene_options_init (&options);
  g_autoptr (TrlLegend) legend =
    self->network ? trl_legend_new (&self->network, 1, &options) : NULL;
  for (guint i = 0; legend && i < trl_legend_get_n_entries (legend); i++)
    {
      const TrlLegendEntry *entry = trl_legend_get_entry (legend, i);
      if (entry->label && entry->count > 0)
        g_string_append_printf (text, "%s%s %u", text->len ? ", " : "", entry->label,
                                entry->count);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text->str, -1);
}

void
trellis_legend_view_set_network (TrellisLegendView *self, const TrlNetwork *network)
{
  g_return_if_fail (TRELLIS_IS_LEGEND_VIEW (self));
  g_clear_pointer (&self->network, trl_network_unref);
  self->network = network ? trl_network_ref ((TrlNetwork *) network) : NULL;
  build (self);
  tell_readers (self);
}
