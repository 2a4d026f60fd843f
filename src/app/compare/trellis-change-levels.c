/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Standings that occur on neither side have neither a row nor a column; the levels of a
 * scale in use all have both, so that the diagonal is a diagonal.
 */

#include "config.h"

#include "compare/trellis-change-levels.h"

#include "analysis/trl-change-table.h"
#include "panels/trellis-swatch.h"

#include <glib/gi18n.h>

struct _TrellisChangeLevels
{
  GtkBox    parent_instance;
  GtkLabel *caption;
  GtkGrid  *grid;
};

G_DEFINE_FINAL_TYPE (TrellisChangeLevels, trellis_change_levels, GTK_TYPE_BOX)

static void
trellis_change_levels_class_init (TrellisChangeLevelsClass *klass)
{
}

static void
trellis_change_levels_init (TrellisChangeLevels *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  self->caption = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->caption, 0);
  gtk_label_set_wrap (self->caption, TRUE);
  gtk_label_set_wrap_mode (self->caption, PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (GTK_WIDGET (self->caption), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->caption), "dim-label");
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->caption));
  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->grid), "trellis-levels");
  gtk_widget_set_valign (GTK_WIDGET (self->grid), GTK_ALIGN_START);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->grid));
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (self), scrolled);
}

static GtkWidget *
make_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  if (style)
    gtk_widget_add_css_class (label, style);
  return label;
}

/* A level as the map draws it; for what is no level, a sign. */
static GtkWidget *
make_head (const TrlVocabulary *words, const TrlStanding *standing)
{
  GtkWidget *head;

  if (standing->kind == TRL_STANDING_NOTHING)
    head = make_label ("–", "dim-label");
  else if (standing->kind == TRL_STANDING_PLANNED)
    head = make_label ("┄", "dim-label");
  else
    head = trellis_swatch_new (words, standing->scale, standing->rank);
  gtk_widget_set_tooltip_text (head, trl_standing_get_label (standing));
  gtk_widget_set_size_request (head, 24, -1);
  return head;
}

static GtkWidget *
make_count (const TrlChangeTable *table, guint from, guint to)
{
  guint            n = trl_change_table_get (table, from, to);
  g_autofree char *number = n ? g_strdup_printf ("%u", n) : g_strdup ("·");
  GtkWidget       *label = make_label (number, n ? "numeric" : "dim-label");
  g_autofree char *text = g_strdup_printf (
    /* Translators: a level before, a level after, a number of partnerships */
    _ ("%s → %s: %u"),
    trl_standing_get_label (&g_array_index (table->standings, TrlStanding, from)),
    trl_standing_get_label (&g_array_index (table->standings, TrlStanding, to)), n);

  if (from == to)
    gtk_widget_add_css_class (label, "trellis-same");
  gtk_widget_set_tooltip_text (label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text, -1);
  return label;
}

static gboolean
is_used (const TrlChangeTable *table, guint index)
{
  if (g_array_index (table->standings, TrlStanding, index).kind == TRL_STANDING_LEVEL)
    return TRUE;
  for (guint i = 0; i < table->standings->len; i++)
    if (trl_change_table_get (table, index, i) || trl_change_table_get (table, i, index))
      return TRUE;
  return FALSE;
}

static void
add_row (TrellisChangeLevels  *self,
         const TrlVocabulary  *words,
         const TrlChangeTable *table,
         guint                 from,
         int                   at)
{
  const TrlStanding *standing = &g_array_index (table->standings, TrlStanding, from);
  GtkWidget         *name = make_label (trl_standing_get_label (standing), NULL);
  int                column = 2;

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_grid_attach (self->grid, make_head (words, standing), 0, at, 1, 1);
  gtk_grid_attach (self->grid, name, 1, at, 1, 1);
  gtk_grid_attach (self->grid, make_head (words, standing), at + 1, 0, 1, 1);
  for (guint to = 0; to < table->standings->len; to++)
    if (is_used (table, to))
      gtk_grid_attach (self->grid, make_count (table, from, to), column++, at, 1, 1);
}

void
trellis_change_levels_set (TrellisChangeLevels *self, TrellisComparison *comparison)
{
  const TrlChanges *changes =
    comparison ? trellis_comparison_get_changes (comparison) : NULL;
  g_autoptr (TrlChangeTable) table = changes ? trl_change_table_new (changes) : NULL;
  g_autofree char *caption = NULL;
  GtkWidget       *child;
  int              at = 1;

  g_return_if_fail (TRELLIS_IS_CHANGE_LEVELS (self));
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))))
    gtk_grid_remove (self->grid, child);
  if (!changes)
    return;
  caption = g_strdup_printf (
    /* Translators: names of two networks */
    _ ("Partnerships by their level in “%s” (rows) and in “%s” (columns)"),
    trl_network_get_name (trl_changes_get_network (changes, 0)),
    trl_network_get_name (trl_changes_get_network (changes, 1)));
  gtk_label_set_text (self->caption, caption);
  for (guint from = 0; from < table->standings->len; from++)
    if (is_used (table, from))
      add_row (self, trl_network_get_vocabulary (trl_changes_get_network (changes, 0)),
               table, from, at++);
}
