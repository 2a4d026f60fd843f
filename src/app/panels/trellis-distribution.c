/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The bar is a scene of rectangles with the looks of the map. */

#include "config.h"

#include "panels/trellis-distribution.h"

#include "draw/trl-draw.h"
#include "panels/trellis-swatch.h"
#include "scene/trl-look.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define HEIGHT 22 /* pixels */

struct _TrellisDistribution
{
  GtkWidget      parent;
  TrlVocabulary *vocabulary;
  char          *scale;
  GArray        *counts; /* guint, by rank; the last is not reported */
};

G_DEFINE_FINAL_TYPE (TrellisDistribution, trellis_distribution, GTK_TYPE_WIDGET)

static void
add_part (TrlScene       *scene,
          const TrlLook  *look,
          const TrlScale *scale,
          int             rank,
          double          x,
          double          width)
{
  TrlNodeLook node;
  TrlItem     item = { .kind = TRL_ITEM_RECT,
                       .x = x + 1,
                       .y = 1,
                       .x2 = width - 2,
                       .y2 = HEIGHT - 2,
                       .radius = 3 };

  trl_look_node (look, scale, rank, &node);
  item.fill = node.fill;
  item.stroke = node.stroke;
  item.width = 1;
  item.hatch = node.hatch;
  item.dash[0] = node.dash[0];
  item.dash[1] = node.dash[1];
  trl_scene_add (scene, &item);
}

static TrlScene *
make_scene (TrellisDistribution *self, double width)
{
  TrlScene       *scene = trl_scene_new ();
  TrlSceneOptions options;
  g_autoptr (TrlLook) look = NULL;
  const TrlScale *scale = trl_vocabulary_find_scale (self->vocabulary, self->scale);
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  guint    sum = 0;
  double   x = 0;

  trl_scene_options_init (&options);
  options.theme = (TrlTheme) trellis_swatch_get_theme ();
  look = trl_look_new (self->vocabulary, &options, 0);
  for (guint i = 0; i < self->counts->len; i++)
    sum += g_array_index (self->counts, guint, i);
  for (guint i = 0; i < self->counts->len; i++)
    {
      guint  n = g_array_index (self->counts, guint, i);
      double part = sum ? width * n / sum : 0;

      if (n)
        add_part (scene, look, scale, i + 1 < self->counts->len ? (int) i : -1,
                  mirrored ? width - x - part : x, MAX (part, 3));
      x += part;
    }
  trl_scene_freeze (scene);
  return scene;
}

static void
trellis_distribution_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TrellisDistribution *self = TRELLIS_DISTRIBUTION (widget);
  int                  width = gtk_widget_get_width (widget);
  int                  height = gtk_widget_get_height (widget);
  g_autoptr (TrlScene) scene = NULL;
  cairo_t *cr;

  if (!self->vocabulary)
    return;
  scene = make_scene (self, width);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  trl_draw_scene (scene, cr);
  cairo_destroy (cr);
}

static void
trellis_distribution_measure (GtkWidget     *widget,
                              GtkOrientation orientation,
                              int            for_size,
                              int           *minimum,
                              int           *natural,
                              int           *minimum_baseline,
                              int           *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : 120;
}

static void
trellis_distribution_finalize (GObject *object)
{
  TrellisDistribution *self = TRELLIS_DISTRIBUTION (object);

  g_clear_pointer (&self->vocabulary, trl_vocabulary_unref);
  g_free (self->scale);
  g_array_unref (self->counts);
  G_OBJECT_CLASS (trellis_distribution_parent_class)->finalize (object);
}

static void
trellis_distribution_class_init (TrellisDistributionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = trellis_distribution_finalize;
  widget_class->snapshot = trellis_distribution_snapshot;
  widget_class->measure = trellis_distribution_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
trellis_distribution_init (TrellisDistribution *self)
{
  self->counts = g_array_new (FALSE, FALSE, sizeof (guint));
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

static char *
describe (const TrlProfile *profile, guint unreported)
{
  GString *text = g_string_new (_ ("Partnerships by level"));

  for (guint i = 0; i < profile->n_levels; i++)
    g_string_append_printf (
      text, "; %s: %u", trl_scale_get_level (profile->scale, i)->name, profile->ties[i]);
  g_string_append_printf (text, "; %s: %u", _ ("Not reported"), unreported);
  return g_string_free (text, FALSE);
}

void
trellis_distribution_set_profile (TrellisDistribution *self,
                                  const TrlVocabulary *vocabulary,
                                  const TrlProfile    *profile)
{
  guint            unreported = profile->n_unreported + profile->n_unknown;
  g_autofree char *text = describe (profile, unreported);

  g_clear_pointer (&self->vocabulary, trl_vocabulary_unref);
  self->vocabulary = trl_vocabulary_ref ((TrlVocabulary *) vocabulary);
  g_free (self->scale);
  self->scale = g_strdup (profile->scale ? profile->scale->id : NULL);
  g_array_set_size (self->counts, 0);
  g_array_append_vals (self->counts, profile->ties, profile->n_levels);
  g_array_append_val (self->counts, unreported);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
