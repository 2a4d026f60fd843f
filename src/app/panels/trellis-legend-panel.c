/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A line a level and a line a type; its check shows or hides on the map.  Lines are made
 * anew when the words change, counts whenever the document does.
 */

#include "config.h"

#include "panels/trellis-legend-panel.h"

#include "analysis/trl-profile.h"
#include "panels/trellis-later.h"
#include "panels/trellis-line.h"
#include "panels/trellis-swatch.h"

#include <glib/gi18n.h>
#include <math.h>

struct _TrellisLegendPanel
{
  GtkBox          parent;
  TrellisSession *session;
  GtkBox         *levels;
  GtkBox         *types;
  GtkLabel       *n_types;
  GtkWidget      *reset;
  GHashTable     *level_lines; /* rank + 1 → TrellisLine */
  GHashTable     *type_lines;  /* id → TrellisLine */
  TrlVocabulary  *vocabulary;
  char           *scale;
  gboolean        deaf;
  guint           later;
};

G_DEFINE_FINAL_TYPE (TrellisLegendPanel, trellis_legend_panel, GTK_TYPE_BOX)

static void
on_level_toggled (GtkCheckButton *check, TrellisLegendPanel *self)
{
  int rank = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (check), "rank"));

  if (!self->deaf)
    trellis_filter_set_level_hidden (trellis_session_get_filter (self->session),
                                     self->scale, rank,
                                     !gtk_check_button_get_active (check));
}

static void
on_type_toggled (GtkCheckButton *check, TrellisLegendPanel *self)
{
  const char *type = g_object_get_data (G_OBJECT (check), "type");

  if (!self->deaf)
    trellis_filter_set_type_hidden (trellis_session_get_filter (self->session), type,
                                    !gtk_check_button_get_active (check));
}

static void
on_reset (GtkButton *button, TrellisLegendPanel *self)
{
  trellis_filter_clear (trellis_session_get_filter (self->session));
}

static void
update_checks (TrellisLegendPanel *self)
{
  TrellisFilter *filter = trellis_session_get_filter (self->session);
  GHashTableIter iter;
  gpointer       key;
  TrellisLine   *line;

  self->deaf = TRUE;
  g_hash_table_iter_init (&iter, self->level_lines);
  while (g_hash_table_iter_next (&iter, &key, (gpointer *) &line))
    gtk_check_button_set_active (
      GTK_CHECK_BUTTON (line->widget),
      !trellis_filter_is_level_hidden (filter, self->scale, GPOINTER_TO_INT (key) - 1));
  g_hash_table_iter_init (&iter, self->type_lines);
  while (g_hash_table_iter_next (&iter, &key, (gpointer *) &line))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (line->widget),
                                 !trellis_filter_is_type_hidden (filter, key));
  gtk_widget_set_visible (self->reset, !trellis_filter_is_empty (filter));
  self->deaf = FALSE;
}

static void
on_filter_changed (TrellisFilter *filter, TrellisLegendPanel *self)
{
  update_checks (self);
}

static void
add_level (TrellisLegendPanel *self, const TrlScale *scale, int rank, const char *name)
{
  TrellisLine *line =
    trellis_line_new_check (trellis_swatch_new (self->vocabulary, scale, rank), name);

  g_object_set_data (G_OBJECT (line->widget), "rank", GINT_TO_POINTER (rank));
  g_signal_connect (line->widget, "toggled", G_CALLBACK (on_level_toggled), self);
  gtk_box_append (self->levels, line->widget);
  g_hash_table_insert (self->level_lines, GINT_TO_POINTER (rank + 1), line);
}

static void
add_type (TrellisLegendPanel *self, const char *id, const char *name)
{
  TrellisLine *line =
    trellis_line_new_check (trellis_swatch_new_for_type (self->vocabulary, id), name);

  g_object_set_data_full (G_OBJECT (line->widget), "type", g_strdup (id), g_free);
  g_signal_connect (line->widget, "toggled", G_CALLBACK (on_type_toggled), self);
  gtk_box_append (self->types, line->widget);
  g_hash_table_insert (self->type_lines, g_strdup (id), line);
}

static void
empty (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))))
    gtk_box_remove (box, child);
}

/* Deepest first, as on the map from the centre outward. */
static void
build (TrellisLegendPanel *self, const TrlVocabulary *vocabulary, const TrlScale *scale)
{
  g_hash_table_remove_all (self->level_lines);
  g_hash_table_remove_all (self->type_lines);
  empty (self->levels);
  empty (self->types);
  g_clear_pointer (&self->vocabulary, trl_vocabulary_unref);
  self->vocabulary = trl_vocabulary_ref ((TrlVocabulary *) vocabulary);
  g_free (self->scale);
  self->scale = g_strdup (scale->id);
  for (int i = (int) trl_scale_get_n_levels (scale) - 1; i >= 0; i--)
    add_level (self, scale, i, trl_scale_get_level (scale, (guint) i)->name);
  add_level (self, scale, -1, _ ("Not reported"));
  for (guint i = 0; i < vocabulary->types->len; i++)
    {
      const TrlPartnerType *type = vocabulary->types->pdata[i];

      add_type (self, type->id, type->name);
    }
  add_type (self, "", _ ("No type"));
}

static void
show_level (TrellisLegendPanel *self, int rank, guint n)
{
  TrellisLine *line = g_hash_table_lookup (self->level_lines, GINT_TO_POINTER (rank + 1));
  g_autofree char *count = g_strdup_printf ("%u", n);
  g_autofree char *spoken =
    g_strdup_printf (ngettext ("%s: %u partnership", "%s: %u partnerships", n),
                     gtk_label_get_text (line->name), n);

  trellis_line_set_count (line, count, spoken, n == 0);
  if (rank < 0)
    gtk_widget_set_visible (line->widget, n > 0);
}

static void
show_levels (TrellisLegendPanel *self, const TrlProfile *profile)
{
  for (guint i = 0; i < profile->n_levels; i++)
    show_level (self, (int) i, profile->ties[i]);
  show_level (self, -1, profile->n_unreported + profile->n_unknown);
}

gboolean
trellis_legend_counts (const TrlNetwork *network, guint row, guint hub)
{
  guint edge;

  if (row == hub)
    return !trl_table_get_flag (trl_network_get_nodes (network), row, TRL_NODE_IMPLIED);
  edge = hub == TRL_NO_ROW ? TRL_NO_ROW : trl_network_get_node_edge (network, hub, row);
  return edge == TRL_NO_ROW || trl_network_is_edge_engaged (network, edge);
}

/* Partners of each type: organizations, or as many as a node stands for. */
static GHashTable *
count_types (const TrlNetwork *network)
{
  GHashTable     *counts = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  const TrlTable *nodes = trl_network_get_nodes (network);
  guint           n, hub = trl_network_get_hub (network);
  const guint    *rows = trl_table_get_rows (nodes, &n);

  for (guint i = 0; i < n; i++)
    {
      const char *type = trl_table_get_text (nodes, rows[i], TRL_NODE_TYPE);
      double      number = trl_table_get_number (nodes, rows[i], TRL_NODE_COUNT);
      double     *sum;

      if (rows[i] == hub || !trellis_legend_counts (network, rows[i], hub))
        continue;
      sum = g_hash_table_lookup (counts, type ? type : "");
      if (!sum)
        g_hash_table_insert (counts, (gpointer) (type ? type : ""),
                             sum = g_new0 (double, 1));
      *sum += isnan (number) ? 1 : number;
    }
  return counts;
}

static void
show_types (TrellisLegendPanel *self,
            const TrlNetwork   *network,
            const TrlProfile   *profile)
{
  g_autoptr (GHashTable) counts = count_types (network);
  g_autofree char *total = g_strdup_printf (_ ("%u of %u engaged"), profile->n_engaged,
                                            MAX (profile->n_asked, profile->n_engaged));
  GHashTableIter   iter;
  const char      *type;
  TrellisLine     *line;

  gtk_label_set_text (self->n_types, total);
  g_hash_table_iter_init (&iter, self->type_lines);
  while (g_hash_table_iter_next (&iter, (gpointer *) &type, (gpointer *) &line))
    {
      double          *sum = g_hash_table_lookup (counts, type);
      guint            n = sum ? (guint) *sum : 0;
      g_autofree char *count = g_strdup_printf ("%u", n);
      g_autofree char *spoken =
        g_strdup_printf (ngettext ("%s: %u partner", "%s: %u partners", n),
                         gtk_label_get_text (line->name), n);

      trellis_line_set_count (line, n ? count : "–", spoken, n == 0);
      if (!*type)
        gtk_widget_set_visible (line->widget, n > 0);
    }
}

static void
update (TrellisLegendPanel *self)
{
  const TrlNetwork *network = trellis_session_get_shown (self->session);
  g_autoptr (TrlProfile) profile = NULL;
  const TrlVocabulary *vocabulary;
  const TrlScale      *scale;

  gtk_widget_set_visible (GTK_WIDGET (self), network != NULL);
  if (!network)
    return;
  profile = trl_profile_new (network);
  vocabulary = trl_network_get_vocabulary (network);
  scale = profile->scale ? profile->scale : trl_vocabulary_find_scale (vocabulary, NULL);
  if (vocabulary != self->vocabulary || g_strcmp0 (scale->id, self->scale) != 0)
    build (self, vocabulary, scale);
  show_levels (self, profile);
  show_types (self, network, profile);
  update_checks (self);
}

static gboolean
on_later (gpointer data)
{
  TrellisLegendPanel *self = TRELLIS_LEGEND_PANEL (data);

  self->later = 0;
  update (self);
  return G_SOURCE_REMOVE;
}

static void
on_changed (TrellisSession *session, guint mask, TrellisLegendPanel *self)
{
  if (mask != TRL_CHANGE_FIGURES)
    trellis_later (&self->later, TRELLIS_LATER_LEGEND, session, on_later, self);
}

static void
let_go (TrellisLegendPanel *self)
{
  if (!self->session)
    return;
  g_signal_handlers_disconnect_by_data (self->session, self);
  g_signal_handlers_disconnect_by_data (trellis_session_get_filter (self->session), self);
  g_clear_object (&self->session);
}

static void
trellis_legend_panel_dispose (GObject *object)
{
  TrellisLegendPanel *self = TRELLIS_LEGEND_PANEL (object);

  let_go (self);
  g_clear_handle_id (&self->later, g_source_remove);
  g_clear_pointer (&self->level_lines, g_hash_table_unref);
  g_clear_pointer (&self->type_lines, g_hash_table_unref);
  g_clear_pointer (&self->vocabulary, trl_vocabulary_unref);
  g_clear_pointer (&self->scale, g_free);
  G_OBJECT_CLASS (trellis_legend_panel_parent_class)->dispose (object);
}

static void
trellis_legend_panel_class_init (TrellisLegendPanelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = trellis_legend_panel_dispose;
}

static GtkBox *
add_list (TrellisLegendPanel *self, const char *label)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
  gtk_box_append (GTK_BOX (self), box);
  return GTK_BOX (box);
}

static void
trellis_legend_panel_init (TrellisLegendPanel *self)
{
  self->level_lines = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->type_lines = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  self->reset = gtk_button_new_with_mnemonic (_ ("_Show All"));
  gtk_widget_set_tooltip_text (self->reset, _ ("Show All Levels and Types"));
  gtk_widget_add_css_class (self->reset, "flat");
  g_signal_connect (self->reset, "clicked", G_CALLBACK (on_reset), self);
  gtk_box_append (GTK_BOX (self), trellis_line_heading (_ ("Levels"), NULL, self->reset));
  self->levels = add_list (self, _ ("Levels"));
  gtk_box_append (GTK_BOX (self),
                  trellis_line_heading (_ ("Partner Types"), &self->n_types, NULL));
  self->types = add_list (self, _ ("Partner Types"));
}

void
trellis_legend_panel_set_session (TrellisLegendPanel *self, TrellisSession *session)
{
  let_go (self);
  self->session = g_object_ref (session);
  g_signal_connect (session, "changed", G_CALLBACK (on_changed), self);
  g_signal_connect (trellis_session_get_filter (session), "changed",
                    G_CALLBACK (on_filter_changed), self);
  trellis_later (&self->later, TRELLIS_LATER_LEGEND, session, on_later, self);
}
