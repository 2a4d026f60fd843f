/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The selection decides the page.  Pages are shown again after each change of the
 * document, once, when the main loop is idle: a step may change many things.
 */

#include "config.h"

#include "panels/trellis-inspector.h"

#include "model/trl-rollup.h"
#include "panels/trellis-edge-page.h"
#include "panels/trellis-later.h"
#include "panels/trellis-network-page.h"
#include "panels/trellis-node-page.h"
#include "panels/trellis-type-page.h"

#include <glib/gi18n.h>

struct _TrellisInspector
{
  AdwBin              parent;
  TrellisSession     *session;
  GtkWidget          *scrolled;
  GtkWidget          *back;
  GtkLabel           *title;
  GtkLabel           *subtitle;
  GtkWidget          *remove;
  TrellisNetworkPage *network_page;
  TrellisNodePage    *node_page;
  TrellisEdgePage    *edge_page;
  TrellisTypePage    *type_page;
  TrellisTarget      *nodes;
  TrellisTarget      *edges;
  char               *type;   /* whose organizations are listed */
  char               *member; /* the organization opened from that list */
  guint               idle;
};

G_DEFINE_FINAL_TYPE (TrellisInspector, trellis_inspector, ADW_TYPE_BIN)

static void
set_heading (TrellisInspector *self, const char *title, const char *subtitle)
{
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->subtitle, subtitle ? subtitle : "");
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), subtitle && *subtitle);
}

static const char *
type_name (const TrlNetwork *network, const char *type)
{
  const TrlPartnerType *row =
    trl_vocabulary_find_type (trl_network_get_vocabulary (network), type);

  return row ? row->name : _ ("No type");
}

static const char *
node_name (const TrlNetwork *network, guint row)
{
  const char *name =
    trl_table_get_text (trl_network_get_nodes (network), row, TRL_NODE_NAME);

  return name ? name : _ ("Unnamed");
}

static void
head_node (TrellisInspector *self, const TrlNetwork *network, const char *id)
{
  const TrlTable *nodes = trl_network_get_nodes (network);
  guint           row = trl_table_find (nodes, id);
  const char     *type = trl_table_get_text (nodes, row, TRL_NODE_TYPE);
  gboolean        hub = row == trl_network_get_hub (network);

  const char *kind = hub ? _ ("Hub") : type ? type_name (network, type) : NULL;

  /* A survey's partner is its type: once is enough. */
  set_heading (self, node_name (network, row),
               g_strcmp0 (kind, node_name (network, row)) == 0 ? _ ("Partner type")
                                                               : kind);
}

static void
head_edge (TrellisInspector *self, const TrlNetwork *network, const char *id)
{
  const TrlTable  *edges = trl_network_get_edges (network);
  guint            row = trl_table_find (edges, id);
  gboolean         directed = trl_table_get_flag (edges, row, TRL_EDGE_DIRECTED);
  g_autofree char *title =
    g_strdup_printf (directed ? "\342\201\250%s\342\201\251 → \342\201\250%s\342\201\251"
                              : "\342\201\250%s\342\201\251 – \342\201\250%s\342\201\251",
                     node_name (network, trl_table_get_end (edges, row, 0)),
                     node_name (network, trl_table_get_end (edges, row, 1)));

  set_heading (self, title, _ ("Partnership"));
}

static void
head_several (TrellisInspector *self, guint n_nodes, guint n_edges)
{
  g_autofree char *nodes =
    g_strdup_printf (ngettext ("%u Partner", "%u Partners", n_nodes), n_nodes);
  g_autofree char *edges =
    g_strdup_printf (ngettext ("%u Partnership", "%u Partnerships", n_edges), n_edges);
  g_autofree char *both = g_strjoin (", ", nodes, edges, NULL);

  set_heading (self,
               n_nodes && n_edges ? both
               : n_nodes          ? nodes
                                  : edges,
               _ ("A change here changes all of them"));
}

/* While the map shows types, what is selected is all partners of a type. */
static char *
dup_selected_type (TrellisInspector *self, GPtrArray *ids)
{
  const TrlNetwork *network = trellis_session_get_network (self->session);
  const TrlTable   *nodes = trl_network_get_nodes (network);
  const char       *type = NULL;

  if (!trellis_session_is_rolled_up (self->session) || !ids->len)
    return NULL;
  for (guint i = 0; i < ids->len; i++)
    {
      guint       row = trl_table_find (nodes, ids->pdata[i]);
      const char *own = row == TRL_NO_ROW || row == trl_network_get_hub (network)
                          ? NULL
                          : trl_table_get_text (nodes, row, TRL_NODE_TYPE);

      if (i && g_strcmp0 (own, type) != 0)
        return NULL;
      type = own;
      if (row == trl_network_get_hub (network))
        return NULL;
    }
  return g_strdup (type ? type : "");
}

static void
show_pages (TrellisInspector *self, gboolean network, gboolean type)
{
  gtk_widget_set_visible (GTK_WIDGET (self->network_page), network);
  gtk_widget_set_visible (GTK_WIDGET (self->type_page), type);
  gtk_widget_set_visible (GTK_WIDGET (self->node_page), self->nodes != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->edge_page), self->edges != NULL);
  gtk_widget_set_visible (self->back, self->member != NULL);
  gtk_widget_set_visible (self->remove, self->nodes || self->edges);
}

static void
show_type (TrellisInspector *self, const TrlNetwork *network)
{
  g_autoptr (GArray) rows = trl_network_get_type_members (network, self->type);
  g_autofree char *count =
    g_strdup_printf (ngettext ("%u partner", "%u partners", rows->len), rows->len);

  set_heading (self, type_name (network, self->type), count);
  trellis_type_page_show (self->type_page, self->session, self->type);
  show_pages (self, FALSE, TRUE);
}

static TrellisTarget *
make_target (TrellisInspector *self, TrlKind kind, GPtrArray *ids)
{
  return ids->len ? trellis_target_new (self->session, kind, ids) : NULL;
}

/* New targets come before the old ones go: pages hold them. */
static void
show_selected (TrellisInspector *self,
               const TrlNetwork *network,
               GPtrArray        *nodes,
               GPtrArray        *edges)
{
  TrellisTarget *old_nodes = g_steal_pointer (&self->nodes);
  TrellisTarget *old_edges = g_steal_pointer (&self->edges);

  self->nodes = make_target (self, TRL_KIND_NODE, nodes);
  self->edges = make_target (self, TRL_KIND_EDGE, edges);
  trellis_node_page_show (self->node_page, self->nodes);
  trellis_edge_page_show (self->edge_page, self->edges);
  if (nodes->len + edges->len > 1)
    head_several (self, nodes->len, edges->len);
  else if (nodes->len)
    head_node (self, network, nodes->pdata[0]);
  else
    head_edge (self, network, edges->pdata[0]);
  show_pages (self, FALSE, FALSE);
  if (old_nodes)
    trellis_target_free (old_nodes);
  if (old_edges)
    trellis_target_free (old_edges);
}

static void
show_network (TrellisInspector *self, const TrlNetwork *network)
{
  set_heading (self, trl_network_get_name (network), _ ("Network"));
  trellis_network_page_show (self->network_page, self->session);
  show_pages (self, TRUE, FALSE);
}

static gboolean
has_node (const TrlNetwork *network, const char *id)
{
  return id && trl_table_find (trl_network_get_nodes (network), id) != TRL_NO_ROW;
}

static void
refresh (TrellisInspector *self)
{
  TrellisSelection *selection = trellis_session_get_selection (self->session);
  const TrlNetwork *network = trellis_session_get_network (self->session);
  g_autoptr (GPtrArray) nodes = trellis_selection_get_nodes (selection);
  g_autoptr (GPtrArray) edges = trellis_selection_get_edges (selection);
  g_autoptr (GPtrArray) member = g_ptr_array_new ();

  gtk_widget_set_visible (self->scrolled, network != NULL);
  if (!network)
    return;
  if (!has_node (network, self->member))
    g_clear_pointer (&self->member, g_free);
  if (self->member)
    {
      g_ptr_array_add (member, self->member);
      g_ptr_array_set_size (edges, 0);
      show_selected (self, network, member, edges);
      return;
    }
  if (!self->type && !edges->len)
    self->type = dup_selected_type (self, nodes);
  if (self->type || !(nodes->len + edges->len))
    {
      trellis_node_page_show (self->node_page, NULL);
      trellis_edge_page_show (self->edge_page, NULL);
      g_clear_pointer (&self->nodes, trellis_target_free);
      g_clear_pointer (&self->edges, trellis_target_free);
    }
  if (self->type)
    show_type (self, network);
  else if (nodes->len + edges->len)
    show_selected (self, network, nodes, edges);
  else
    show_network (self, network);
}

static gboolean
on_idle (gpointer data)
{
  TrellisInspector *self = TRELLIS_INSPECTOR (data);

  self->idle = 0;
  refresh (self);
  return G_SOURCE_REMOVE;
}

static void
queue (TrellisInspector *self)
{
  g_clear_handle_id (&self->idle, g_source_remove);
  self->idle = g_idle_add_full (G_PRIORITY_DEFAULT, on_idle, self, NULL);
}

static void
on_session_changed (TrellisSession *session, guint mask, TrellisInspector *self)
{
  if (mask == TRL_CHANGE_FIGURES)
    return;
  if (!trellis_session_is_rolled_up (session))
    g_clear_pointer (&self->type, g_free);
  queue (self);
}

static void
on_selection_changed (TrellisSelection *selection, TrellisInspector *self)
{
  g_clear_pointer (&self->type, g_free);
  g_clear_pointer (&self->member, g_free);
  gtk_adjustment_set_value (
    gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled)), 0);
  queue (self);
}

static void
on_member_opened (TrellisTypePage *page, const char *id, TrellisInspector *self)
{
  g_free (self->member);
  self->member = g_strdup (id);
  queue (self);
}

static void
on_back (GtkButton *button, TrellisInspector *self)
{
  g_clear_pointer (&self->member, g_free);
  queue (self);
}

static void
let_go (TrellisInspector *self)
{
  if (!self->session)
    return;
  g_signal_handlers_disconnect_by_data (self->session, self);
  g_signal_handlers_disconnect_by_data (trellis_session_get_selection (self->session),
                                        self);
  g_clear_object (&self->session);
}

static void
trellis_inspector_dispose (GObject *object)
{
  TrellisInspector *self = TRELLIS_INSPECTOR (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  let_go (self);
  g_clear_pointer (&self->nodes, trellis_target_free);
  g_clear_pointer (&self->edges, trellis_target_free);
  g_clear_pointer (&self->type, g_free);
  g_clear_pointer (&self->member, g_free);
  G_OBJECT_CLASS (trellis_inspector_parent_class)->dispose (object);
}

static void
trellis_inspector_class_init (TrellisInspectorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = trellis_inspector_dispose;
}

static GtkLabel *
make_label (GtkWidget *box, const char *css)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), 4);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
add_heading (TrellisInspector *self, GtkWidget *box)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  self->back = gtk_button_new_from_icon_name ("go-previous-symbolic");
  gtk_widget_set_tooltip_text (self->back, _ ("Back to the Partner Type"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->back),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Back to the Partner Type"), -1);
  gtk_widget_add_css_class (self->back, "flat");
  gtk_widget_set_valign (self->back, GTK_ALIGN_START);
  g_signal_connect (self->back, "clicked", G_CALLBACK (on_back), self);
  self->title = make_label (words, "title-3");
  self->subtitle = make_label (words, "dim-label");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (line), self->back);
  gtk_box_append (GTK_BOX (line), words);
  gtk_box_append (GTK_BOX (box), line);
}

static void
add_pages (TrellisInspector *self, GtkWidget *box)
{
  self->network_page = TRELLIS_NETWORK_PAGE (trellis_network_page_new ());
  self->node_page = TRELLIS_NODE_PAGE (trellis_node_page_new ());
  self->edge_page = TRELLIS_EDGE_PAGE (trellis_edge_page_new ());
  self->type_page = TRELLIS_TYPE_PAGE (trellis_type_page_new ());
  g_signal_connect (self->type_page, "opened", G_CALLBACK (on_member_opened), self);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->network_page));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->type_page));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->node_page));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->edge_page));
  self->remove = gtk_button_new_with_mnemonic (_ ("_Delete"));
  gtk_widget_add_css_class (self->remove, "destructive-action");
  gtk_widget_set_halign (self->remove, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->remove), "win.delete");
  gtk_box_append (GTK_BOX (box), self->remove);
}

static void
trellis_inspector_init (TrellisInspector *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  gtk_widget_add_css_class (box, "trellis-inspector");
  add_heading (self, box);
  add_pages (self, box);
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), box);
  adw_bin_set_child (ADW_BIN (self), self->scrolled);
}

void
trellis_inspector_set_session (TrellisInspector *self, TrellisSession *session)
{
  let_go (self);
  self->session = g_object_ref (session);
  g_signal_connect (session, "changed", G_CALLBACK (on_session_changed), self);
  g_signal_connect (trellis_session_get_selection (session), "changed",
                    G_CALLBACK (on_selection_changed), self);
  trellis_later (&self->idle, TRELLIS_LATER_INSPECTOR, session, on_idle, self);
}

void
trellis_inspector_show_type (TrellisInspector *self, const char *type)
{
  g_free (self->type);
  self->type = g_strdup (type);
  g_clear_pointer (&self->member, g_free);
  queue (self);
}

void
trellis_inspector_focus (TrellisInspector *self)
{
  refresh (self);
  if (self->nodes)
    trellis_node_page_focus (self->node_page);
  else
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}
