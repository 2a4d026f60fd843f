/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The scene is made for one width and made anew for another. */

#include "config.h"

#include "compare/trellis-compare-legend.h"

#include "draw/trl-draw.h"

#include <math.h>

#define LEAST_WIDTH 200 /* pixels */
#define TEXT_SIZE 12.0

/* The room for pictures depends on what the legend shows, and the size key on that room:
 * coarse steps bring it to an end. */
#define STEP 0.1

struct _TrellisCompareLegend
{
  GtkWidget          parent_instance;
  TrellisComparison *comparison;
  TrlScene          *scene;
  double             zoom;
  int                width; /* of the scene */
  double             height;
};

G_DEFINE_FINAL_TYPE (TrellisCompareLegend, trellis_compare_legend, GTK_TYPE_WIDGET)

static TrlLegend *
get_legend (TrellisCompareLegend *self)
{
  TrlLegend *legend =
    self->comparison
      ? trl_panels_get_legend (trellis_comparison_get_panels (self->comparison))
      : NULL;

  if (legend)
    trl_legend_set_zoom (legend, self->zoom);
  return legend;
}

static void
build (TrellisCompareLegend *self, int width)
{
  const TrlLegend *legend = get_legend (self);

  if (self->scene && self->width == width)
    return;
  g_clear_pointer (&self->scene, trl_scene_unref);
  self->scene = trl_scene_new ();
  self->width = width;
  self->height =
    legend ? trl_legend_add_to_scene (legend, self->scene, 0, 0, width, 0, TEXT_SIZE) : 0;
  trl_scene_freeze (self->scene);
}

static GtkSizeRequestMode
trellis_compare_legend_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
trellis_compare_legend_measure (GtkWidget     *widget,
                                GtkOrientation orientation,
                                int            for_size,
                                int           *minimum,
                                int           *natural,
                                int           *minimum_baseline,
                                int           *natural_baseline)
{
  TrellisCompareLegend *self = TRELLIS_COMPARE_LEGEND (widget);

  *minimum = *natural = LEAST_WIDTH;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return;
  build (self, MAX (for_size, LEAST_WIDTH));
  *minimum = *natural = (int) self->height + 1;
}

static void
trellis_compare_legend_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TrellisCompareLegend *self = TRELLIS_COMPARE_LEGEND (widget);
  int      width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  cairo_t *cr;

  if (!self->comparison)
    return;
  build (self, width);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  trl_draw_scene (self->scene, cr);
  cairo_destroy (cr);
}

static void
trellis_compare_legend_dispose (GObject *object)
{
  TrellisCompareLegend *self = TRELLIS_COMPARE_LEGEND (object);

  g_clear_pointer (&self->scene, trl_scene_unref);
  g_clear_pointer (&self->comparison, trellis_comparison_unref);
  G_OBJECT_CLASS (trellis_compare_legend_parent_class)->dispose (object);
}

static void
trellis_compare_legend_class_init (TrellisCompareLegendClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trellis_compare_legend_dispose;
  widget_class->get_request_mode = trellis_compare_legend_get_request_mode;
  widget_class->measure = trellis_compare_legend_measure;
  widget_class->snapshot = trellis_compare_legend_snapshot;
  gtk_widget_class_set_css_name (widget_class, "trellis-legend");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
trellis_compare_legend_init (TrellisCompareLegend *self)
{
  self->zoom = 1;
}

static void
tell_readers (TrellisCompareLegend *self)
{
  const TrlLegend *legend = get_legend (self);
  g_autoptr (GString) text = g_string_new (NULL);

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
trellis_compare_legend_set (TrellisCompareLegend *self, TrellisComparison *comparison)
{
  TrellisComparison *old = self->comparison;

  self->comparison = comparison ? trellis_comparison_ref (comparison) : NULL;
  g_clear_pointer (&old, trellis_comparison_unref);
  g_clear_pointer (&self->scene, trl_scene_unref);
  gtk_widget_set_visible (GTK_WIDGET (self), comparison != NULL);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  tell_readers (self);
}

void
trellis_compare_legend_set_zoom (TrellisCompareLegend *self, double zoom)
{
  zoom = MAX (STEP, round (zoom / STEP) * STEP);
  if (self->zoom == zoom)
    return;
  self->zoom = zoom;
  g_clear_pointer (&self->scene, trl_scene_unref);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
