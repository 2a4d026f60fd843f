/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A line a role.  Counts are of organizations, also while the map shows types. */

#include "config.h"

#include "panels/trellis-roles-panel.h"

#include "model/trl-rollup.h"
#include "panels/trellis-later.h"
#include "panels/trellis-line.h"

#include <glib/gi18n.h>
#include <string.h>

struct _TrellisRolesPanel
{
  GtkBox          parent;
  TrellisSession *session;
  GtkBox         *list;
  GtkLabel       *filled;
  GPtrArray      *lines; /* TrellisLine, in vocabulary order */
  TrlVocabulary  *vocabulary;
  guint           later;
};

G_DEFINE_FINAL_TYPE (TrellisRolesPanel, trellis_roles_panel, GTK_TYPE_BOX)

/* Whether a role is among others, with one space between two. */
static gboolean
has_role (const char *roles, const char *role)
{
  gsize length = strlen (role);

  for (const char *at = roles; at; at = strchr (at, ' '))
    {
      at += *at == ' ';
      if (strncmp (at, role, length) == 0 && (at[length] == ' ' || !at[length]))
        return TRUE;
    }
  return FALSE;
}

GPtrArray *
trellis_roles_find_holders (const TrlNetwork *network, const char *role)
{
  GPtrArray      *ids = g_ptr_array_new_with_free_func (g_free);
  const TrlTable *nodes = trl_network_get_nodes (network);
  guint           n;
  const guint    *rows = trl_table_get_rows (nodes, &n);

  for (guint i = 0; i < n; i++)
    {
      const char *roles = trl_table_get_text (nodes, rows[i], TRL_NODE_ROLES);

      if (roles && has_role (roles, role))
        g_ptr_array_add (ids, g_strdup (trl_table_get_id (nodes, rows[i])));
    }
  return ids;
}

static void
on_clicked (GtkButton *button, TrellisRolesPanel *self)
{
  const char       *role = g_object_get_data (G_OBJECT (button), "role");
  const TrlNetwork *network = trellis_session_get_network (self->session);
  g_autoptr (GPtrArray) ids = trellis_roles_find_holders (network, role);

  trellis_selection_set_all (trellis_session_get_selection (self->session), TRL_KIND_NODE,
                             ids);
}

static void
build (TrellisRolesPanel *self, const TrlVocabulary *vocabulary)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))))
    gtk_box_remove (self->list, child);
  g_ptr_array_set_size (self->lines, 0);
  g_clear_pointer (&self->vocabulary, trl_vocabulary_unref);
  self->vocabulary = trl_vocabulary_ref ((TrlVocabulary *) vocabulary);
  for (guint i = 0; i < vocabulary->roles->len; i++)
    {
      const TrlRole *role = vocabulary->roles->pdata[i];
      TrellisLine   *line = trellis_line_new_button (NULL, role->name);

      g_object_set_data_full (G_OBJECT (line->widget), "role", g_strdup (role->id),
                              g_free);
      g_signal_connect (line->widget, "clicked", G_CALLBACK (on_clicked), self);
      gtk_box_append (self->list, line->widget);
      g_ptr_array_add (self->lines, line);
    }
}

static void
show_count (TrellisLine *line, guint n)
{
  g_autofree char *count = n ? g_strdup_printf ("%u", n) : g_strdup ("–");
  g_autofree char *spoken =
    g_strdup_printf (ngettext ("%s: %u partner", "%s: %u partners", n),
                     gtk_label_get_text (line->name), n);

  trellis_line_set_count (line, count, spoken, n == 0);
}

static void
update (TrellisRolesPanel *self)
{
  const TrlNetwork    *network = trellis_session_get_network (self->session);
  const TrlVocabulary *vocabulary;
  g_autofree char     *total = NULL;
  guint                filled = 0;

  gtk_widget_set_visible (GTK_WIDGET (self), network != NULL);
  if (!network)
    return;
  vocabulary = trl_network_get_vocabulary (network);
  if (vocabulary != self->vocabulary)
    build (self, vocabulary);
  for (guint i = 0; i < self->lines->len; i++)
    {
      const TrlRole *role = vocabulary->roles->pdata[i];
      g_autoptr (GPtrArray) ids = trellis_roles_find_holders (network, role->id);

      show_count (self->lines->pdata[i], ids->len);
      filled += ids->len ? 1 : 0;
    }
  total = g_strdup_printf (_ ("%u of %u held"), filled, self->lines->len);
  gtk_label_set_text (self->filled, total);
  /* A survey of types asks no roles; lines without any would only be noise. */
  gtk_widget_set_visible (
    GTK_WIDGET (self),
    filled || (self->lines->len && !trl_network_is_grained_by_type (network)));
}

static gboolean
on_later (gpointer data)
{
  TrellisRolesPanel *self = TRELLIS_ROLES_PANEL (data);

  self->later = 0;
  update (self);
  return G_SOURCE_REMOVE;
}

static void
on_changed (TrellisSession *session, guint mask, TrellisRolesPanel *self)
{
  if (mask != TRL_CHANGE_FIGURES)
    trellis_later (&self->later, TRELLIS_LATER_ROLES, session, on_later, self);
}

static void
trellis_roles_panel_dispose (GObject *object)
{
  TrellisRolesPanel *self = TRELLIS_ROLES_PANEL (object);

  g_clear_handle_id (&self->later, g_source_remove);
  if (self->session)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->vocabulary, trl_vocabulary_unref);
  G_OBJECT_CLASS (trellis_roles_panel_parent_class)->dispose (object);
}

static void
trellis_roles_panel_class_init (TrellisRolesPanelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = trellis_roles_panel_dispose;
}

static void
trellis_roles_panel_init (TrellisRolesPanel *self)
{
  self->lines = g_ptr_array_new_with_free_func (g_free);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_append (GTK_BOX (self),
                  trellis_line_heading (_ ("Roles"), &self->filled, NULL));
  self->list = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->list));
}

void
trellis_roles_panel_set_session (TrellisRolesPanel *self, TrellisSession *session)
{
  if (self->session)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_set_object (&self->session, session);
  g_signal_connect (session, "changed", G_CALLBACK (on_changed), self);
  trellis_later (&self->later, TRELLIS_LATER_ROLES, session, on_later, self);
}
