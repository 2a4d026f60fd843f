/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The samples are cells, painted as the sheet paints them. */

#include "config.h"

#include "grid/trellis-levels-key.h"

#include "grid/trellis-levels-difference.h"
#include "grid/trellis-sheet-pictures.h"

#include <glib/gi18n.h>

#define WIDTH 34
#define HEIGHT 22

static const TrlMeant shown[] = { TRL_MEANT_ABOVE, TRL_MEANT_AT, TRL_MEANT_BELOW };

struct _TrellisLevelsKey
{
  GtkBox           parent;
  TrellisSheetCell samples[G_N_ELEMENTS (shown)];
  GtkWidget       *areas[G_N_ELEMENTS (shown)];
  GtkLabel        *labels[G_N_ELEMENTS (shown)];
};

G_DEFINE_FINAL_TYPE (TrellisLevelsKey, trellis_levels_key, GTK_TYPE_BOX)

static void
draw (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer sample)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (area)) == GTK_TEXT_DIR_RTL;

  trellis_sheet_draw_cell (cr, sample, width, height, rtl,
                           gtk_widget_get_pango_context (GTK_WIDGET (area)));
}

static void
trellis_levels_key_class_init (TrellisLevelsKeyClass *klass)
{
}

static void
trellis_levels_key_init (TrellisLevelsKey *self)
{
  GtkBox *box = GTK_BOX (self);

  gtk_box_set_spacing (box, 6);
  gtk_widget_set_margin_start (GTK_WIDGET (self), 12);
  gtk_widget_set_margin_end (GTK_WIDGET (self), 12);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self), 6);
  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    {
      self->areas[i] = gtk_drawing_area_new ();
      gtk_widget_set_size_request (self->areas[i], WIDTH, HEIGHT);
      gtk_widget_set_valign (self->areas[i], GTK_ALIGN_CENTER);
      gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->areas[i]), draw,
                                      &self->samples[i], NULL);
      self->labels[i] = GTK_LABEL (gtk_label_new (NULL));
      gtk_label_set_ellipsize (self->labels[i], PANGO_ELLIPSIZE_END);
      gtk_widget_set_margin_end (GTK_WIDGET (self->labels[i]), 12);
      gtk_box_append (box, self->areas[i]);
      gtk_box_append (box, GTK_WIDGET (self->labels[i]));
    }
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
trellis_levels_key_new (void)
{
  return g_object_new (TRELLIS_TYPE_LEVELS_KEY, NULL);
}

static char *
describe (TrlMeant meant, guint n)
{
  switch (meant)
    {
    case TRL_MEANT_ABOVE:
      return g_strdup_printf (
        ngettext ("%u above the intended", "%u above the intended", n), n);
    case TRL_MEANT_AT:
      return g_strdup_printf (ngettext ("%u as intended", "%u as intended", n), n);
    default:
      return g_strdup_printf (
        ngettext ("%u below the intended", "%u below the intended", n), n);
    }
}

void
trellis_levels_key_show (TrellisLevelsKey *self, TrellisLevelsModel *model)
{
  gboolean is_seen =
    model && trellis_levels_model_get_layer (model) == TRELLIS_LAYER_DIFFERENCE;

  gtk_widget_set_visible (GTK_WIDGET (self), is_seen);
  for (guint i = 0; is_seen && i < G_N_ELEMENTS (shown); i++)
    {
      guint n = (guint) trellis_levels_totals_count_meant (
        trellis_levels_model_get_totals (model), shown[i]);
      g_autofree char *text = describe (shown[i], n);

      gtk_label_set_text (self->labels[i], text);
      gtk_widget_set_tooltip_text (GTK_WIDGET (self->labels[i]), text);
      trellis_levels_difference_paint (shown[i], &self->samples[i]);
      gtk_widget_queue_draw (self->areas[i]);
    }
}
