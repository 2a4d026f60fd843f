/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A row an organization: open it to rename it or to set its level with the hub; the
 * button at its end shows all of it.
 */

#include "config.h"

#include "panels/trellis-type-page.h"

#include "model/trl-rollup.h"
#include "panels/trellis-form.h"
#include "panels/trellis-level-picker.h"
#include "panels/trellis-swatch.h"
#include "panels/trellis-ties.h"

#include <glib/gi18n.h>

struct _TrellisTypePage
{
  GtkBox               parent;
  AdwPreferencesGroup *group;
  TrellisSession      *session;
  char                *type;
  char                *partner; /* whose ties are shown; NULL: the hub's */
  GPtrArray           *members; /* Member */
};

typedef struct
{
  TrellisTypePage    *page;
  char               *id;
  AdwExpanderRow     *row;
  GtkWidget          *swatch;
  GtkWidget          *name;
  TrellisLevelPicker *picker;
  gboolean            deaf;
} Member;

enum
{
  OPENED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TrellisTypePage, trellis_type_page, GTK_TYPE_BOX)

static void
free_member (Member *member)
{
  g_free (member->id);
  g_free (member);
}

static void
trellis_type_page_dispose (GObject *object)
{
  TrellisTypePage *self = TRELLIS_TYPE_PAGE (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->type, g_free);
  g_clear_pointer (&self->partner, g_free);
  g_clear_pointer (&self->members, g_ptr_array_unref);
  G_OBJECT_CLASS (trellis_type_page_parent_class)->dispose (object);
}

static void
trellis_type_page_class_init (TrellisTypePageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = trellis_type_page_dispose;
  signals[OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
trellis_type_page_init (TrellisTypePage *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  self->members = g_ptr_array_new_with_free_func ((GDestroyNotify) free_member);
}

GtkWidget *
trellis_type_page_new (void)
{
  return g_object_new (TRELLIS_TYPE_TYPE_PAGE, NULL);
}

static TrellisTarget *
target_of (TrellisTypePage *self, TrlKind kind, const char *id)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  g_ptr_array_add (ids, (char *) id);
  return trellis_target_new (self->session, kind, ids);
}

static void
on_name_changed (GtkEditable *entry, Member *member)
{
  g_autoptr (TrellisTarget) target = NULL;
  const char *text = gtk_editable_get_text (entry);

  if (member->deaf)
    return;
  target = target_of (member->page, TRL_KIND_NODE, member->id);
  trellis_target_set (target, TRL_NODE_NAME, TRL_TEXT (*text ? text : NULL), TRUE, NULL);
}

/* The tie of an organization with the hub, or whoever is asked about. */
static guint
find_tie (TrellisTypePage *self, const TrlNetwork *network, guint node)
{
  guint other = self->partner
                  ? trl_table_find (trl_network_get_nodes (network), self->partner)
                  : trl_network_get_hub (network);

  return other == TRL_NO_ROW || other == node
           ? TRL_NO_ROW
           : trl_network_get_node_edge (network, other, node);
}

static void
on_picked (TrellisLevelPicker *picker, int rank, Member *member)
{
  const TrlNetwork *network = trellis_session_get_network (member->page->session);
  guint             node = trl_table_find (trl_network_get_nodes (network), member->id);
  guint             edge = find_tie (member->page, network, node);
  g_autoptr (TrellisTarget) target = NULL;

  if (edge == TRL_NO_ROW)
    return;
  target = target_of (member->page, TRL_KIND_EDGE,
                      trl_table_get_id (trl_network_get_edges (network), edge));
  trellis_target_set_rank (target, TRL_EDGE_LEVEL, rank);
}

static void
on_open (GtkButton *button, Member *member)
{
  g_autofree char *id = g_strdup (member->id);

  g_signal_emit (member->page, signals[OPENED], 0, id);
}

static void
add_member (TrellisTypePage *self, const char *id)
{
  Member    *member = g_new0 (Member, 1);
  GtkWidget *open = gtk_button_new_from_icon_name ("go-next-symbolic");

  member->page = self;
  member->id = g_strdup (id);
  member->row = ADW_EXPANDER_ROW (adw_expander_row_new ());
  member->name = adw_entry_row_new ();
  member->picker = TRELLIS_LEVEL_PICKER (trellis_level_picker_new (_ ("Level")));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (member->row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (member->name), _ ("Name"));
  gtk_widget_set_valign (open, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (open, "flat");
  gtk_widget_set_tooltip_text (open, _ ("Show All Details"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (open), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Show All Details"), -1);
  adw_expander_row_add_action (member->row, open);
  adw_expander_row_add_row (member->row, member->name);
  adw_expander_row_add_row (member->row, GTK_WIDGET (member->picker));
  g_signal_connect (member->name, "changed", G_CALLBACK (on_name_changed), member);
  g_signal_connect (member->picker, "picked", G_CALLBACK (on_picked), member);
  g_signal_connect (open, "clicked", G_CALLBACK (on_open), member);
  adw_preferences_group_add (self->group, GTK_WIDGET (member->row));
  g_ptr_array_add (self->members, member);
}

void
trellis_type_page_set_partner (TrellisTypePage *self, const char *id)
{
  g_free (self->partner);
  self->partner = g_strdup (id);
}

static gboolean
is_current (TrellisTypePage  *self,
            const TrlNetwork *network,
            GArray           *rows,
            const char       *type)
{
  const TrlTable *nodes = trl_network_get_nodes (network);

  if (!self->group || g_strcmp0 (self->type, type) != 0 ||
      rows->len != self->members->len)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    if (!g_str_equal (((Member *) self->members->pdata[i])->id,
                      trl_table_get_id (nodes, g_array_index (rows, guint, i))))
      return FALSE;
  return TRUE;
}

static void
build (TrellisTypePage *self, const TrlNetwork *network, GArray *rows, const char *type)
{
  const TrlTable *nodes = trl_network_get_nodes (network);

  if (self->group)
    gtk_box_remove (GTK_BOX (self), GTK_WIDGET (self->group));
  g_ptr_array_set_size (self->members, 0);
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->group));
  g_free (self->type);
  self->type = g_strdup (type);
  for (guint i = 0; i < rows->len; i++)
    add_member (self, trl_table_get_id (nodes, g_array_index (rows, guint, i)));
}

static void
show_level (Member *member, const TrlNetwork *network, guint edge)
{
  const TrlVocabulary *vocabulary = trl_network_get_vocabulary (network);
  int rank = edge == TRL_NO_ROW ? -1 : trl_network_get_edge_rank (network, edge);
  const TrlScale *scale =
    edge == TRL_NO_ROW ? NULL : trl_network_get_edge_scale (network, edge);

  if (!scale)
    scale = trl_vocabulary_find_scale (vocabulary, NULL);
  trellis_level_picker_show (member->picker, vocabulary, scale, rank, TRUE,
                             _ ("Not reported"));
  gtk_widget_set_visible (GTK_WIDGET (member->picker), edge != TRL_NO_ROW);
  adw_expander_row_set_subtitle (
    member->row, edge != TRL_NO_ROW      ? trellis_tie_level_name (network, edge)
                 : member->page->partner ? _ ("No partnership")
                                         : _ ("No partnership with the hub"));
  if (member->swatch)
    gtk_widget_unparent (member->swatch);
  member->swatch = trellis_swatch_new (vocabulary, scale, edge == TRL_NO_ROW ? 0 : rank);
  adw_expander_row_add_prefix (member->row, member->swatch);
}

static void
show_member (Member *member, const TrlNetwork *network, guint row)
{
  const char *name =
    trl_table_get_text (trl_network_get_nodes (network), row, TRL_NODE_NAME);

  member->deaf = TRUE;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (member->row),
                                 name ? name : _ ("Unnamed"));
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (member->name)), name ? name : "") !=
      0)
    gtk_editable_set_text (GTK_EDITABLE (member->name), name ? name : "");
  show_level (member, network, find_tie (member->page, network, row));
  member->deaf = FALSE;
}

void
trellis_type_page_show (TrellisTypePage *self, TrellisSession *session, const char *type)
{
  const TrlNetwork *network = trellis_session_get_network (session);
  g_autoptr (GArray) rows = trl_network_get_type_members (network, type);

  g_set_object (&self->session, session);
  if (!is_current (self, network, rows, type))
    build (self, network, rows, type);
  for (guint i = 0; i < rows->len; i++)
    show_member (self->members->pdata[i], network, g_array_index (rows, guint, i));
  adw_preferences_group_set_description (
    self->group, rows->len ? NULL : _ ("No partner of this type yet"));
}
