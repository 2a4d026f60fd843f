/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Buttons are made anew only when the scale is another one. */

#include "config.h"

#include "panels/trellis-level-picker.h"

#include "panels/trellis-swatch.h"

#include <glib/gi18n.h>

struct _TrellisLevelPicker
{
  AdwPreferencesRow parent;
  char             *title;
  GtkBox           *buttons;
  GtkLabel         *name;
  GtkLabel         *definition;
  TrlVocabulary    *vocabulary;
  char             *scale;
  gboolean          deaf;
};

enum
{
  PICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TrellisLevelPicker, trellis_level_picker, ADW_TYPE_PREFERENCES_ROW)

static void
trellis_level_picker_finalize (GObject *object)
{
  TrellisLevelPicker *self = TRELLIS_LEVEL_PICKER (object);

  g_free (self->title);
  g_free (self->scale);
  g_clear_pointer (&self->vocabulary, trl_vocabulary_unref);
  G_OBJECT_CLASS (trellis_level_picker_parent_class)->finalize (object);
}

static void
trellis_level_picker_class_init (TrellisLevelPickerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = trellis_level_picker_finalize;
  signals[PICKED] = g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static GtkLabel *
add_label (GtkWidget *box, const char *css)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, css);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
trellis_level_picker_init (TrellisLevelPicker *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  gtk_widget_add_css_class (box, "trellis-stacked");
  self->buttons = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));
  gtk_widget_add_css_class (GTK_WIDGET (self->buttons), "linked");
  gtk_box_set_homogeneous (self->buttons, TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->buttons));
  self->name = add_label (box, "heading");
  self->definition = add_label (box, "dim-label");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
}

GtkWidget *
trellis_level_picker_new (const char *label)
{
  TrellisLevelPicker *self = g_object_new (TRELLIS_TYPE_LEVEL_PICKER, NULL);

  self->title = g_strdup (label);
  return GTK_WIDGET (self);
}

static void
on_toggled (GtkToggleButton *button, TrellisLevelPicker *self)
{
  if (!self->deaf && gtk_toggle_button_get_active (button))
    g_signal_emit (self, signals[PICKED], 0,
                   GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "rank")));
}

static void
add_button (TrellisLevelPicker *self, const TrlScale *scale, int rank, const char *name)
{
  GtkWidget       *button = gtk_toggle_button_new ();
  GtkWidget       *first = gtk_widget_get_first_child (GTK_WIDGET (self->buttons));
  g_autofree char *label = g_strdup_printf ("%s: %s", self->title, name);

  gtk_button_set_child (GTK_BUTTON (button),
                        trellis_swatch_new (self->vocabulary, scale, rank));
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
  g_object_set_data (G_OBJECT (button), "rank", GINT_TO_POINTER (rank));
  if (first)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (first));
  gtk_box_append (self->buttons, button);
  g_signal_connect (button, "toggled", G_CALLBACK (on_toggled), self);
}

static void
build (TrellisLevelPicker  *self,
       const TrlVocabulary *vocabulary,
       const TrlScale      *scale,
       const char          *unset)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->buttons))))
    gtk_box_remove (self->buttons, child);
  g_clear_pointer (&self->vocabulary, trl_vocabulary_unref);
  self->vocabulary = trl_vocabulary_ref ((TrlVocabulary *) vocabulary);
  g_free (self->scale);
  self->scale = g_strdup (scale ? scale->id : NULL);
  for (guint i = 0; i < trl_scale_get_n_levels (scale); i++)
    add_button (self, scale, (int) i, trl_scale_get_level (scale, i)->name);
  add_button (self, scale, -1, unset);
}

static void
activate_rank (TrellisLevelPicker *self, int rank, gboolean same)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->buttons)); child;
       child = gtk_widget_get_next_sibling (child))
    gtk_toggle_button_set_active (
      GTK_TOGGLE_BUTTON (child),
      same && GPOINTER_TO_INT (g_object_get_data (G_OBJECT (child), "rank")) == rank);
}

void
trellis_level_picker_show (TrellisLevelPicker  *self,
                           const TrlVocabulary *vocabulary,
                           const TrlScale      *scale,
                           int                  rank,
                           gboolean             same,
                           const char          *unset)
{
  const TrlLevel *level =
    scale && same && rank >= 0 ? trl_scale_get_level (scale, (guint) rank) : NULL;
  g_autofree char *name = g_strdup_printf ("%s: %s", self->title,
                                           !same   ? _ ("they differ")
                                           : level ? level->name
                                                   : unset);

  self->deaf = TRUE;
  if (self->vocabulary != vocabulary ||
      g_strcmp0 (self->scale, scale ? scale->id : NULL) != 0)
    build (self, vocabulary, scale, unset);
  activate_rank (self, rank, same);
  gtk_label_set_text (self->name, name);
  gtk_label_set_text (self->definition,
                      level && level->definition ? level->definition : "");
  gtk_widget_set_visible (GTK_WIDGET (self->definition), level && level->definition);
  self->deaf = FALSE;
}
