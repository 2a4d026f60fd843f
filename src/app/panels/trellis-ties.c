/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Deepest first, then by name: what a person looks for in such a list. */

#include "config.h"

#include "panels/trellis-ties.h"

#include "panels/trellis-swatch.h"

#include <glib/gi18n.h>

#define MOST 200 /* rows; a list of more is no list to read */

struct _TrellisTies
{
  AdwPreferencesGroup parent;
  TrellisSession     *session;
  GPtrArray          *rows;
};

typedef struct
{
  guint       edge;
  int         rank;
  const char *name;
} Tie;

G_DEFINE_FINAL_TYPE (TrellisTies, trellis_ties, ADW_TYPE_PREFERENCES_GROUP)

const char *
trellis_tie_level_name (const TrlNetwork *network, guint edge)
{
  int             rank = trl_network_get_edge_rank (network, edge);
  const TrlScale *scale = trl_network_get_edge_scale (network, edge);

  return rank < 0 ? _ ("Not reported") : trl_scale_get_level (scale, (guint) rank)->name;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const Tie *one = a;
  const Tie *two = b;

  return one->rank != two->rank ? two->rank - one->rank
                                : g_utf8_collate (one->name, two->name);
}

static GArray *
collect (const TrlNetwork *network, guint node)
{
  GArray *ties = g_array_new (FALSE, FALSE, sizeof (Tie));
  g_autoptr (TrlGraph) graph = trl_network_get_graph (network);
  const TrlTable *nodes = trl_network_get_nodes (network);
  guint           index = graph->node_index[node];

  for (guint i = graph->first[index]; i < graph->first[index + 1]; i++)
    {
      guint       edge = graph->edge_row[graph->via[i]];
      guint       other = graph->node_row[graph->neighbour[i]];
      const char *name = trl_table_get_text (nodes, other, TRL_NODE_NAME);
      Tie         tie = { edge, trl_network_get_edge_rank (network, edge),
                  name ? name : _ ("Unnamed") };

      g_array_append_val (ties, tie);
    }
  g_array_sort (ties, compare);
  return ties;
}

static void
on_activated (AdwActionRow *row, TrellisTies *self)
{
  trellis_selection_set (trellis_session_get_selection (self->session), TRL_KIND_EDGE,
                         g_object_get_data (G_OBJECT (row), "edge"));
}

static void
add_row (TrellisTies *self, const TrlNetwork *network, const Tie *tie)
{
  const TrlTable  *edges = trl_network_get_edges (network);
  GtkWidget       *row = adw_action_row_new ();
  gboolean         planned = trl_table_get_flag (edges, tie->edge, TRL_EDGE_PLANNED);
  const char      *level = trellis_tie_level_name (network, tie->edge);
  g_autofree char *subtitle =
    planned ? g_strdup_printf (_ ("%s, planned"), level) : g_strdup (level);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), tie->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_add_prefix (
    ADW_ACTION_ROW (row),
    trellis_swatch_new (trl_network_get_vocabulary (network),
                        trl_network_get_edge_scale (network, tie->edge), tie->rank));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "edge",
                          g_strdup (trl_table_get_id (edges, tie->edge)), g_free);
  g_signal_connect (row, "activated", G_CALLBACK (on_activated), self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

static void
clear (TrellisTies *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
}

static void
trellis_ties_dispose (GObject *object)
{
  TrellisTies *self = TRELLIS_TIES (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (trellis_ties_parent_class)->dispose (object);
}

static void
trellis_ties_class_init (TrellisTiesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = trellis_ties_dispose;
}

static void
trellis_ties_init (TrellisTies *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("list-add-symbolic");

  self->rows = g_ptr_array_new ();
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Connect with a Partner"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Connect with a Partner"), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.connect");
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), button);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Partnerships"));
}

GtkWidget *
trellis_ties_new (void)
{
  return g_object_new (TRELLIS_TYPE_TIES, NULL);
}

void
trellis_ties_show (TrellisTies *self, const TrellisTarget *target)
{
  const TrlNetwork *network = trellis_session_get_network (target->session);
  guint             row = trellis_target_get_row (target, 0);
  g_autoptr (GArray) ties = NULL;

  g_set_object (&self->session, target->session);
  clear (self);
  if (row == TRL_NO_ROW)
    return;
  ties = collect (network, row);
  for (guint i = 0; i < MIN (ties->len, MOST); i++)
    add_row (self, network, &g_array_index (ties, Tie, i));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self),
                                         ties->len ? NULL : _ ("No partnership yet"));
}
