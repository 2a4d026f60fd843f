/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The painter of all exports draws the page; only the shadow is the view's own. */

#include "config.h"

#include "dialogs/trellis-page-view.h"

#include "draw/trl-draw.h"

#include <glib/gi18n.h>

struct _TrellisPageView
{
  GtkWidget parent;
  TrlScene *scene;
  int       margin; /* pixels around the page */
};

enum
{
  PROP_MARGIN = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TrellisPageView, trellis_page_view, GTK_TYPE_WIDGET)

static void
draw_shadow (GtkSnapshot *snapshot, const graphene_rect_t *page)
{
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, page, 0);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &(GdkRGBA){ 0, 0, 0, 0.35f }, 0,
                                     1, 0, 6);
}

static void
trellis_page_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TrellisPageView *self = TRELLIS_PAGE_VIEW (widget);
  double           width = gtk_widget_get_width (widget);
  double           height = gtk_widget_get_height (widget);
  TrlRect          bounds;
  graphene_rect_t  page;
  cairo_t         *cr;
  double           scale;

  if (!self->scene)
    return;
  trl_scene_get_extent (self->scene, &bounds);
  if (bounds.width <= 0 || bounds.height <= 0)
    return;
  scale = MIN ((width - 2 * self->margin) / bounds.width,
               (height - 2 * self->margin) / bounds.height);
  if (scale <= 0)
    return;
  graphene_rect_init (&page, (float) ((width - scale * bounds.width) / 2),
                      (float) ((height - scale * bounds.height) / 2),
                      (float) (scale * bounds.width), (float) (scale * bounds.height));
  draw_shadow (snapshot, &page);
  cr = gtk_snapshot_append_cairo (snapshot, &page);
  cairo_translate (cr, page.origin.x, page.origin.y);
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -bounds.x, -bounds.y);
  trl_draw_scene (self->scene, cr);
  cairo_destroy (cr);
}

static void
trellis_page_view_dispose (GObject *object)
{
  g_clear_pointer (&TRELLIS_PAGE_VIEW (object)->scene, trl_scene_unref);
  G_OBJECT_CLASS (trellis_page_view_parent_class)->dispose (object);
}

static void
trellis_page_view_set_property (GObject      *object,
                                guint         id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  TRELLIS_PAGE_VIEW (object)->margin = g_value_get_int (value);
  gtk_widget_queue_draw (GTK_WIDGET (object));
}

static void
trellis_page_view_get_property (GObject    *object,
                                guint       id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  g_value_set_int (value, TRELLIS_PAGE_VIEW (object)->margin);
}

static void
trellis_page_view_class_init (TrellisPageViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trellis_page_view_dispose;
  G_OBJECT_CLASS (klass)->set_property = trellis_page_view_set_property;
  G_OBJECT_CLASS (klass)->get_property = trellis_page_view_get_property;
  properties[PROP_MARGIN] =
    g_param_spec_int ("margin", NULL, NULL, 0, 100, 24,
                      G_PARAM_READWRITE | G_PARAM_CONSTRUCT | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);
  widget_class->snapshot = trellis_page_view_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
trellis_page_view_init (TrellisPageView *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Preview of the page"), -1);
}

void
trellis_page_view_set_scene (TrellisPageView *self, TrlScene *scene)
{
  g_clear_pointer (&self->scene, trl_scene_unref);
  self->scene = scene ? trl_scene_ref (scene) : NULL;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
