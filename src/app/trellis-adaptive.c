/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lets the window become narrower than its content wants, and says so, that the content
 * may fold.  The signal comes after the frame: nothing is resized while sizes are handed
 * out.
 */

#include "config.h"

#include "trellis-adaptive.h"

#define MIN_WIDTH 360    /* pixels */
#define MIN_HEIGHT 180   /* pixels */
#define MEDIUM_WIDTH 720 /* pixels */
#define WIDE_WIDTH 1080  /* pixels */
#define FULL_WIDTH 1280  /* pixels */

struct _TrellisAdaptive
{
  GtkWidget    parent;
  GtkWidget   *child;
  TrellisWidth width;
  guint        idle;
};

enum
{
  WIDTH_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TrellisAdaptive,
                               trellis_adaptive,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, buildable_init))

static gboolean
emit_changed (gpointer data)
{
  TrellisAdaptive *self = TRELLIS_ADAPTIVE (data);

  self->idle = 0;
  g_signal_emit (self, signals[WIDTH_CHANGED], 0);
  return G_SOURCE_REMOVE;
}

static void
trellis_adaptive_measure (GtkWidget     *widget,
                          GtkOrientation orientation,
                          int            for_size,
                          int           *minimum,
                          int           *natural,
                          int           *minimum_baseline,
                          int           *natural_baseline)
{
  TrellisAdaptive *self = TRELLIS_ADAPTIVE (widget);
  int least = orientation == GTK_ORIENTATION_HORIZONTAL ? MIN_WIDTH : MIN_HEIGHT;

  *natural = 0;
  if (self->child)
    gtk_widget_measure (self->child, orientation, -1, NULL, natural, NULL, NULL);
  *minimum = least;
  *natural = MAX (*natural, least);
}

static TrellisWidth
classify (int width)
{
  if (width < MEDIUM_WIDTH)
    return TRELLIS_WIDTH_NARROW;
  if (width < WIDE_WIDTH)
    return TRELLIS_WIDTH_MEDIUM;
  return width < FULL_WIDTH ? TRELLIS_WIDTH_WIDE : TRELLIS_WIDTH_FULL;
}

static void
trellis_adaptive_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  TrellisAdaptive *self = TRELLIS_ADAPTIVE (widget);
  TrellisWidth     now = classify (width);
  int              min_width, min_height;

  if (now != self->width)
    {
      self->width = now;
      if (!self->idle)
        self->idle = g_idle_add_full (G_PRIORITY_HIGH, emit_changed, self, NULL);
    }
  if (!self->child)
    return;
  gtk_widget_measure (self->child, GTK_ORIENTATION_HORIZONTAL, -1, &min_width, NULL, NULL,
                      NULL);
  width = MAX (width, min_width);
  gtk_widget_measure (self->child, GTK_ORIENTATION_VERTICAL, width, &min_height, NULL,
                      NULL, NULL);
  gtk_widget_allocate (self->child, width, MAX (height, min_height), baseline, NULL);
}

static void
trellis_adaptive_dispose (GObject *object)
{
  TrellisAdaptive *self = TRELLIS_ADAPTIVE (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_pointer (&self->child, gtk_widget_unparent);
  G_OBJECT_CLASS (trellis_adaptive_parent_class)->dispose (object);
}

static void
add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
  trellis_adaptive_set_child (TRELLIS_ADAPTIVE (buildable), GTK_WIDGET (child));
}

static void
buildable_init (GtkBuildableIface *iface)
{
  iface->add_child = add_child;
}

static void
trellis_adaptive_class_init (TrellisAdaptiveClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trellis_adaptive_dispose;
  widget_class->measure = trellis_adaptive_measure;
  widget_class->size_allocate = trellis_adaptive_size_allocate;
  signals[WIDTH_CHANGED] =
    g_signal_new ("width-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                  NULL, NULL, G_TYPE_NONE, 0);
}

static void
trellis_adaptive_init (TrellisAdaptive *self)
{
  self->width = TRELLIS_WIDTH_WIDE;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

void
trellis_adaptive_set_child (TrellisAdaptive *self, GtkWidget *child)
{
  g_clear_pointer (&self->child, gtk_widget_unparent);
  self->child = child;
  if (child)
    gtk_widget_set_parent (child, GTK_WIDGET (self));
}

TrellisWidth
trellis_adaptive_get_width (TrellisAdaptive *self)
{
  return self->width;
}
