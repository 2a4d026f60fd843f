/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is drawn is kept as an image until scene or size change, because scrolling paints
 * every picture again.
 */

#include "config.h"

#include "compare/trellis-compare-picture.h"

#include "draw/trl-draw.h"

#include <math.h>

#define LEAST_WIDTH 130 /* pixels */
#define WIDTH 150
#define MOST_HEIGHT 480
#define MOST_SCALE 2.0
#define TOLERANCE 4.0

struct _TrellisComparePicture
{
  GtkWidget          parent_instance;
  TrellisComparison *comparison;
  guint              panel;
  gboolean           fills;
  int                most_height;
  guint              idle;
  cairo_surface_t   *image;
  TrlScene          *drawn; /* in the image */
  int                width, height, factor;
};

G_DEFINE_FINAL_TYPE (TrellisComparePicture, trellis_compare_picture, GTK_TYPE_WIDGET)

enum
{
  PROP_FILLS = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  PRESSED,
  ACTIVATED,
  RESIZED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static TrlScene *
get_scene (TrellisComparePicture *self)
{
  return trl_panels_get_panel (trellis_comparison_get_panels (self->comparison),
                               self->panel)
    ->scene;
}

/* Where the scene's origin stands and how large a point is. */
static double
find_place (TrellisComparePicture *self, double *x, double *y)
{
  int     width = gtk_widget_get_width (GTK_WIDGET (self));
  int     height = gtk_widget_get_height (GTK_WIDGET (self));
  TrlRect box;
  double  scale;

  trl_panels_get_box (trellis_comparison_get_panels (self->comparison), &box);
  scale = fmin (MOST_SCALE, fmin (width / box.width, height / box.height));
  *x = width / 2.0 - (box.x + box.width / 2) * scale;
  *y = height / 2.0 - (box.y + box.height / 2) * scale;
  return scale;
}

static gboolean
pick (TrellisComparePicture *self, double x, double y, TrlOwner *owner)
{
  double left, top, scale;

  if (!self->comparison)
    return FALSE;
  scale = find_place (self, &left, &top);
  return scale > 0 && trl_scene_hit (get_scene (self), (x - left) / scale,
                                     (y - top) / scale, TOLERANCE / scale, owner);
}

guint
trellis_compare_picture_find (TrellisComparePicture *self, double x, double y)
{
  TrlOwner          owner;
  const TrlNetwork *network;
  const TrlTable   *edges;
  guint             hub;

  if (!pick (self, x, y, &owner))
    return TRL_NO_ROW;
  network =
    trl_panels_get_panel (trellis_comparison_get_panels (self->comparison), self->panel)
      ->network;
  hub = trl_network_get_hub (network);
  edges = trl_network_get_edges (network);
  if (owner.kind == TRL_OWNER_NODE)
    return owner.row == hub ? TRL_NO_ROW : owner.row;
  if (owner.kind != TRL_OWNER_EDGE || hub == TRL_NO_ROW)
    return TRL_NO_ROW;
  if (trl_table_get_end (edges, owner.row, 0) == hub)
    return trl_table_get_end (edges, owner.row, 1);
  return trl_table_get_end (edges, owner.row, 1) == hub
           ? trl_table_get_end (edges, owner.row, 0)
           : TRL_NO_ROW;
}

static void
on_pressed (
  GtkGestureClick *gesture, int n_press, double x, double y, TrellisComparePicture *self)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  if (n_press == 2)
    g_signal_emit (self, signals[ACTIVATED], 0);
  else
    g_signal_emit (self, signals[PRESSED], 0, trellis_compare_picture_find (self, x, y));
}

static gboolean
trellis_compare_picture_query_tooltip (
  GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  TrellisComparePicture *self = TRELLIS_COMPARE_PICTURE (widget);
  TrlOwner               owner;
  g_autofree char       *text = NULL;

  if (keyboard || !pick (self, x, y, &owner))
    return FALSE;
  text = trellis_comparison_describe (self->comparison, self->panel, owner);
  gtk_tooltip_set_text (tooltip, text);
  return text != NULL;
}

static GtkSizeRequestMode
trellis_compare_picture_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
trellis_compare_picture_measure (GtkWidget     *widget,
                                 GtkOrientation orientation,
                                 int            for_size,
                                 int           *minimum,
                                 int           *natural,
                                 int           *minimum_baseline,
                                 int           *natural_baseline)
{
  TrellisComparePicture *self = TRELLIS_COMPARE_PICTURE (widget);
  TrlRect                box = { 0, 0, 1, 1 };
  double                 shape;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = LEAST_WIDTH;
      *natural = WIDTH;
      return;
    }
  if (self->comparison)
    trl_panels_get_box (trellis_comparison_get_panels (self->comparison), &box);
  shape = CLAMP (box.height / box.width, 0.4, 1.25);
  *natural =
    (int) fmin (self->most_height, ceil (shape * (for_size < 0 ? WIDTH : for_size)));
  *minimum = self->fills ? MIN (*natural, LEAST_WIDTH) : *natural;
}

static gboolean
tell_size (gpointer data)
{
  TrellisComparePicture *self = TRELLIS_COMPARE_PICTURE (data);

  self->idle = 0;
  g_signal_emit (self, signals[RESIZED], 0);
  return G_SOURCE_REMOVE;
}

static void
trellis_compare_picture_size_allocate (GtkWidget *widget,
                                       int        width,
                                       int        height,
                                       int        baseline)
{
  TrellisComparePicture *self = TRELLIS_COMPARE_PICTURE (widget);

  if (!self->idle)
    self->idle = g_idle_add_full (G_PRIORITY_HIGH, tell_size, self, NULL);
}

static void
draw (TrellisComparePicture *self, int width, int height, int factor)
{
  double   x, y, scale = find_place (self, &x, &y);
  TrlRect  area = { -x / scale, -y / scale, width / scale, height / scale };
  cairo_t *cr;

  g_clear_pointer (&self->image, cairo_surface_destroy);
  g_clear_pointer (&self->drawn, trl_scene_unref);
  self->drawn = trl_scene_ref (get_scene (self));
  self->width = width;
  self->height = height;
  self->factor = factor;
  self->image =
    cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width * factor, height * factor);
  cairo_surface_set_device_scale (self->image, factor, factor);
  cr = cairo_create (self->image);
  cairo_translate (cr, x, y);
  cairo_scale (cr, scale, scale);
  trl_draw_scene_filtered (self->drawn, cr, &area, scale * factor,
                           TRL_DRAW_SCREEN | TRL_DRAW_BARE, NULL, NULL);
  cairo_destroy (cr);
}

static void
trellis_compare_picture_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TrellisComparePicture *self = TRELLIS_COMPARE_PICTURE (widget);
  int      width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  int      factor = gtk_widget_get_scale_factor (widget);
  cairo_t *cr;

  if (!self->comparison || width < 1 || height < 1)
    return;
  if (!self->image || self->drawn != get_scene (self) || self->width != width ||
      self->height != height || self->factor != factor)
    draw (self, width, height, factor);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  cairo_set_source_surface (cr, self->image, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
}

static void
trellis_compare_picture_dispose (GObject *object)
{
  TrellisComparePicture *self = TRELLIS_COMPARE_PICTURE (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_pointer (&self->image, cairo_surface_destroy);
  g_clear_pointer (&self->drawn, trl_scene_unref);
  g_clear_pointer (&self->comparison, trellis_comparison_unref);
  G_OBJECT_CLASS (trellis_compare_picture_parent_class)->dispose (object);
}

static void
trellis_compare_picture_set_property (GObject      *object,
                                      guint         id,
                                      const GValue *value,
                                      GParamSpec   *pspec)
{
  TRELLIS_COMPARE_PICTURE (object)->fills = g_value_get_boolean (value);
  gtk_widget_queue_resize (GTK_WIDGET (object));
}

static void
trellis_compare_picture_get_property (GObject    *object,
                                      guint       id,
                                      GValue     *value,
                                      GParamSpec *pspec)
{
  g_value_set_boolean (value, TRELLIS_COMPARE_PICTURE (object)->fills);
}

static void
trellis_compare_picture_class_init (TrellisComparePictureClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trellis_compare_picture_dispose;
  G_OBJECT_CLASS (klass)->set_property = trellis_compare_picture_set_property;
  G_OBJECT_CLASS (klass)->get_property = trellis_compare_picture_get_property;
  properties[PROP_FILLS] = g_param_spec_boolean (
    "fills", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);
  widget_class->get_request_mode = trellis_compare_picture_get_request_mode;
  widget_class->measure = trellis_compare_picture_measure;
  widget_class->size_allocate = trellis_compare_picture_size_allocate;
  widget_class->snapshot = trellis_compare_picture_snapshot;
  widget_class->query_tooltip = trellis_compare_picture_query_tooltip;
  gtk_widget_class_set_css_name (widget_class, "trellis-picture");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
  signals[ACTIVATED] =
    g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                  NULL, NULL, G_TYPE_NONE, 0);
  signals[RESIZED] =
    g_signal_new ("resized", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                  NULL, G_TYPE_NONE, 0);
  signals[PRESSED] =
    g_signal_new ("pressed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                  NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
trellis_compare_picture_init (TrellisComparePicture *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->most_height = MOST_HEIGHT;
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

void
trellis_compare_picture_set_most_height (TrellisComparePicture *self, int height)
{
  if (self->most_height == height)
    return;
  self->most_height = height;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

double
trellis_compare_picture_get_zoom (TrellisComparePicture *self)
{
  double x, y;

  return self->comparison ? find_place (self, &x, &y) : 1;
}

void
trellis_compare_picture_set (TrellisComparePicture *self,
                             TrellisComparison     *comparison,
                             guint                  panel)
{
  TrellisComparison *old = self->comparison;

  self->comparison = trellis_comparison_ref (comparison);
  self->panel = panel;
  g_clear_pointer (&self->drawn, trl_scene_unref); /* the box may be another */
  g_clear_pointer (&old, trellis_comparison_unref);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
