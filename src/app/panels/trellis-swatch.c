/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The scene's own looks and painter make the picture, so that legend and map cannot
 * differ. */

#include "config.h"

#include "panels/trellis-swatch.h"

#include "draw/trl-draw.h"
#include "scene/trl-look.h"

#include <adwaita.h>

#define SIZE 20    /* pixels */
#define RADIUS 7.5 /* points */

struct _TrellisSwatch
{
  GtkWidget      parent;
  TrlVocabulary *vocabulary;
  char          *scale;
  char          *type;
  gboolean       shows_type;
  int            rank;
};

G_DEFINE_FINAL_TYPE (TrellisSwatch, trellis_swatch, GTK_TYPE_WIDGET)

int
trellis_swatch_get_theme (void)
{
  return adw_style_manager_get_dark (adw_style_manager_get_default ()) ? TRL_THEME_DARK
                                                                       : TRL_THEME_LIGHT;
}

static void
add_mark (TrlScene *scene, const TrlNodeLook *node)
{
  TrlTextSpec spec = {
    .string = node->mark, .size = 9, .bold = TRUE, .anchor_x = 0.5, .anchor_y = 0.5
  };

  trl_scene_add_text (scene, (TrlOwner){ TRL_OWNER_NONE, 0 }, 0, 0, &spec, node->ink);
}

static TrlScene *
make_scene (TrellisSwatch *self)
{
  TrlScene       *scene = trl_scene_new ();
  TrlSceneOptions options;
  g_autoptr (TrlLook) look = NULL;
  TrlNodeLook node;
  TrlItem     item = { .kind = TRL_ITEM_SHAPE, .radius = RADIUS };

  trl_scene_options_init (&options);
  options.theme = (TrlTheme) trellis_swatch_get_theme ();
  look = trl_look_new (self->vocabulary, &options, 0);
  trl_look_node (look, trl_vocabulary_find_scale (self->vocabulary, self->scale),
                 self->shows_type ? TRL_LOOK_NEUTRAL : self->rank, &node);
  item.shape = self->shows_type ? trl_look_shape (look, self->type) : TRL_SHAPE_CIRCLE;
  item.fill = node.fill;
  item.stroke = node.stroke;
  item.width = node.width;
  item.hatch = node.hatch;
  item.dash[0] = node.dash[0];
  item.dash[1] = node.dash[1];
  trl_scene_add (scene, &item);
  if (node.mark && !self->shows_type)
    add_mark (scene, &node);
  trl_scene_freeze (scene);
  return scene;
}

static void
trellis_swatch_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  g_autoptr (TrlScene) scene = make_scene (TRELLIS_SWATCH (widget));
  int      width = gtk_widget_get_width (widget);
  int      height = gtk_widget_get_height (widget);
  cairo_t *cr =
    gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));

  cairo_translate (cr, width / 2.0, height / 2.0);
  trl_draw_scene (scene, cr);
  cairo_destroy (cr);
}

static void
trellis_swatch_measure (GtkWidget     *widget,
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
trellis_swatch_finalize (GObject *object)
{
  TrellisSwatch *self = TRELLIS_SWATCH (object);

  trl_vocabulary_unref (self->vocabulary);
  g_free (self->scale);
  g_free (self->type);
  G_OBJECT_CLASS (trellis_swatch_parent_class)->finalize (object);
}

static void
trellis_swatch_class_init (TrellisSwatchClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = trellis_swatch_finalize;
  widget_class->snapshot = trellis_swatch_snapshot;
  widget_class->measure = trellis_swatch_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
trellis_swatch_init (TrellisSwatch *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

static TrellisSwatch *
make (const TrlVocabulary *vocabulary)
{
  TrellisSwatch *self = g_object_new (TRELLIS_TYPE_SWATCH, NULL);

  self->vocabulary = trl_vocabulary_ref ((TrlVocabulary *) vocabulary);
  return self;
}

GtkWidget *
trellis_swatch_new (const TrlVocabulary *vocabulary, const TrlScale *scale, int rank)
{
  TrellisSwatch *self = make (vocabulary);

  self->scale = g_strdup (scale ? scale->id : NULL);
  self->rank = rank;
  return GTK_WIDGET (self);
}

GtkWidget *
trellis_swatch_new_for_type (const TrlVocabulary *vocabulary, const char *type)
{
  TrellisSwatch *self = make (vocabulary);

  self->shows_type = TRUE;
  self->type = g_strdup (type);
  return GTK_WIDGET (self);
}
