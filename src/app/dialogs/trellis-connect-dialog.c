/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Two lists of partners and the levels.  What is selected stands in the lists already. */

#include "config.h"

#include "dialogs/trellis-connect-dialog.h"

#include "dialogs/trellis-dialog.h"
#include "panels/trellis-level-picker.h"

#include <glib/gi18n.h>

typedef struct
{
  GtkWindow          *window;
  TrellisSession     *session;
  TrellisCanvas      *canvas;
  GPtrArray          *ids;
  GtkDropDown        *from;
  GtkDropDown        *to;
  TrellisLevelPicker *picker;
  GtkWidget          *connect;
  int                 rank;
} Dialog;

static void
free_dialog (gpointer data, GObject *window)
{
  Dialog *self = data;

  g_object_unref (self->session);
  g_object_unref (self->canvas);
  g_ptr_array_unref (self->ids);
  g_free (self);
}

static void
show_level (Dialog *self)
{
  const TrlNetwork    *network = trellis_session_get_network (self->session);
  const TrlVocabulary *vocabulary = trl_network_get_vocabulary (network);

  trellis_level_picker_show (self->picker, vocabulary,
                             trl_vocabulary_find_scale (vocabulary, NULL), self->rank,
                             TRUE, _ ("Not reported"));
}

static void
on_picked (TrellisLevelPicker *picker, int rank, Dialog *self)
{
  self->rank = rank;
  show_level (self);
}

static void
on_chosen (Dialog *self)
{
  guint from = gtk_drop_down_get_selected (self->from);
  guint to = gtk_drop_down_get_selected (self->to);

  gtk_widget_set_sensitive (self->connect, from != to && MAX (from, to) < self->ids->len);
}

static void
on_connect (GtkButton *button, Dialog *self)
{
  g_autofree char *edge = trellis_canvas_connect_partners (
    self->canvas, self->ids->pdata[gtk_drop_down_get_selected (self->from)],
    self->ids->pdata[gtk_drop_down_get_selected (self->to)], self->rank);

  if (edge)
    trellis_selection_set (trellis_session_get_selection (self->session), TRL_KIND_EDGE,
                           edge);
  gtk_window_close (self->window);
}

static GtkStringList *
list_partners (Dialog *self)
{
  const TrlNetwork *network = trellis_session_get_network (self->session);
  const TrlTable   *nodes = trl_network_get_nodes (network);
  GtkStringList    *names = gtk_string_list_new (NULL);
  guint             n;
  const guint      *rows = trl_table_get_rows (nodes, &n);

  self->ids = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < n; i++)
    {
      const char *name = trl_table_get_text (nodes, rows[i], TRL_NODE_NAME);

      gtk_string_list_append (names, name ? name : _ ("Unnamed"));
      g_ptr_array_add (self->ids, g_strdup (trl_table_get_id (nodes, rows[i])));
    }
  return names;
}

static GtkDropDown *
add_partner_row (Dialog *self, GtkWidget *group, const char *title, GListModel *names)
{
  GtkExpression *expression =
    gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  GtkWidget *control = gtk_drop_down_new (g_object_ref (names), expression);
  GtkWidget *row = adw_action_row_new ();

  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (control), TRUE);
  gtk_widget_set_valign (control, GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (control, 280, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), control);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), control);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  g_signal_connect_swapped (control, "notify::selected", G_CALLBACK (on_chosen), self);
  return GTK_DROP_DOWN (control);
}

static guint
index_of (Dialog *self, const char *id)
{
  guint index = 0;

  return id && g_ptr_array_find_with_equal_func (self->ids, id, g_str_equal, &index)
           ? index
           : G_MAXUINT;
}

static gboolean
are_connected (Dialog *self, guint from, guint to)
{
  const TrlNetwork *network = trellis_session_get_network (self->session);
  const TrlTable   *nodes = trl_network_get_nodes (network);

  return trl_network_get_node_edge (
           network, trl_table_find (nodes, self->ids->pdata[from]),
           trl_table_find (nodes, self->ids->pdata[to])) != TRL_NO_ROW;
}

/* The first partner that @from has no partnership with. */
static guint
find_stranger (Dialog *self, guint from)
{
  for (guint to = 0; to < self->ids->len; to++)
    if (to != from && !are_connected (self, from, to))
      return to;
  return from ? 0 : 1;
}

/* One selected: the hub at the other end, or a partner not yet connected. */
static void
preselect (Dialog *self)
{
  const TrlNetwork *network = trellis_session_get_network (self->session);
  g_autoptr (GPtrArray) nodes =
    trellis_selection_get_nodes (trellis_session_get_selection (self->session));
  const char *hub = trl_network_get_text (network, TRL_NETWORK_HUB);
  guint       from = index_of (self, nodes->len ? nodes->pdata[0] : hub);
  guint       to = index_of (self, nodes->len > 1 ? nodes->pdata[1] : hub);

  if (from == G_MAXUINT)
    from = 0;
  if (to == G_MAXUINT || to == from || (nodes->len < 2 && are_connected (self, from, to)))
    to = find_stranger (self, from);
  gtk_drop_down_set_selected (self->from, from);
  gtk_drop_down_set_selected (self->to, to);
}

static void
add_header (Dialog *self, GtkWidget *box)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));

  self->connect = gtk_button_new_with_mnemonic (_ ("C_onnect"));
  gtk_widget_add_css_class (self->connect, "suggested-action");
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->connect);
  gtk_box_append (GTK_BOX (box), header);
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (gtk_window_close),
                            self->window);
  g_signal_connect (self->connect, "clicked", G_CALLBACK (on_connect), self);
}

GtkWindow *
trellis_connect_dialog_show (GtkWindow      *parent,
                             TrellisSession *session,
                             TrellisCanvas  *canvas)
{
  Dialog    *self = g_new0 (Dialog, 1);
  GtkWindow *window = trellis_dialog_new (parent, _ ("Connect Partners"), 480, -1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = adw_preferences_group_new ();
  g_autoptr (GtkStringList) names = NULL;

  self->window = window;
  self->session = g_object_ref (session);
  self->canvas = g_object_ref (canvas);
  self->rank = 1;
  g_object_weak_ref (G_OBJECT (window), free_dialog, self);
  add_header (self, box);
  names = list_partners (self);
  self->from = add_partner_row (self, group, _ ("From"), G_LIST_MODEL (names));
  self->to = add_partner_row (self, group, _ ("To"), G_LIST_MODEL (names));
  self->picker = TRELLIS_LEVEL_PICKER (trellis_level_picker_new (_ ("Level")));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->picker));
  g_signal_connect (self->picker, "picked", G_CALLBACK (on_picked), self);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  gtk_widget_set_vexpand (page, TRUE);
  gtk_widget_set_size_request (page, -1, 340);
  gtk_box_append (GTK_BOX (box), page);
  adw_window_set_content (ADW_WINDOW (window), box);
  show_level (self);
  preselect (self);
  on_chosen (self);
  gtk_window_set_default_widget (self->window, self->connect);
  gtk_widget_grab_focus (GTK_WIDGET (self->to));
  gtk_window_present (self->window);
  return self->window;
}
