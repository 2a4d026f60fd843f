/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the table does to a document: each thing that a person does is one step, however
 * many rows it touches.
 */

#include "config.h"

#include "grid/trellis-table-page-private.h"

#include "dialogs/trellis-duplicates-dialog.h"
#include "trellis-window.h"

#include <glib/gi18n.h>

void
trellis_table_page_tell (TrellisTablePage *self, const char *text, gboolean can_undo)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (TRELLIS_IS_WINDOW (root))
    trellis_window_tell (TRELLIS_WINDOW (root), text, can_undo);
}

/* All selected rows, when the edited one is among them; a name is of one alone. */
static GArray *
get_targets (TrellisTablePage *self, TrellisTableCell *cell)
{
  const TrellisColumn *column = trellis_table_cell_get_column (cell);
  guint                position = trellis_table_page_get_position (self, cell);
  gboolean             is_name = column->kind == TRL_KIND_NODE &&
                     column->source == TRELLIS_COLUMN_PROP &&
                     column->prop == TRL_NODE_NAME;
  GArray *one;

  if (!is_name && position != G_MAXUINT &&
      gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->selection), position))
    return trellis_table_page_get_entries (self);
  one = g_array_new (FALSE, FALSE, sizeof (TrellisEntry));
  g_array_append_vals (
    one, trellis_table_row_get_entry (trellis_table_cell_get_row (cell)), 1);
  return one;
}

void
trellis_table_page_commit (TrellisTablePage *self,
                           TrellisTableCell *cell,
                           const char       *text)
{
  TrlDocument   *document = trellis_session_get_document (self->session);
  TrellisColumn *column = trellis_table_cell_get_column (cell);
  g_autoptr (GArray) targets = get_targets (self, cell);
  g_autoptr (GError) error = NULL;
  /* Translators: the name of a step; %s is a field: Change Note */
  g_autofree char *name = g_strdup_printf (_ ("Change %s"), column->title);
  g_autofree char *told = NULL;
  guint            n = 0;

  trl_document_begin (document, name, NULL);
  for (guint i = 0; i < targets->len; i++)
    n += trellis_column_set (document, column, &g_array_index (targets, TrellisEntry, i),
                             text, error ? NULL : &error);
  if (n == 0)
    trl_document_cancel (document);
  else
    trl_document_end (document);
  if (error && targets->len > 1)
    told = g_strdup_printf (ngettext ("%u row changed; not all could be: %s",
                                      "%u rows changed; not all could be: %s", n),
                            n, error->message);
  else if (error)
    told = g_strdup (error->message);
  else if (targets->len > 1)
    told = g_strdup_printf (ngettext ("%u row changed", "%u rows changed", n), n);
  if (told)
    trellis_table_page_tell (self, told, n > 0);
}

static void
on_edit (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TrellisTablePage *self = data;
  g_autoptr (GtkBitset) set =
    gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  TrellisTableCell *cell = NULL;

  if (!gtk_bitset_is_empty (set) && self->cursor)
    cell =
      trellis_table_page_focus_cell (self, gtk_bitset_get_minimum (set), self->cursor);
  if (cell && trellis_table_cell_edit (cell))
    trellis_table_page_show_count (self);
}

/* The partner is there while its name is asked for; Esc takes it away again. */
static void
on_add (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TrellisTablePage *self = data;
  TrlDocument      *document = trellis_session_get_document (self->session);
  TrlNetwork       *network = trellis_session_get_network (self->session);
  g_autoptr (TrlRecord) record = NULL;
  TrellisTableCell *cell;
  guint             position;

  if (self->kind == TRL_KIND_EDGE)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.connect", NULL);
      return;
    }
  record = trl_record_new (TRL_KIND_NODE, NULL);
  trl_record_set (record, TRL_NODE_NAME, TRL_TEXT (_ ("New partner")));
  gtk_editable_set_text (self->search, "");
  g_ptr_array_set_size (self->filters, 0);
  trl_document_begin (document, _ ("Add Partner"), NULL);
  trl_document_add (document, trl_network_get_id (network), record);
  trl_document_end (document);
  trellis_table_page_search (self);
  trellis_selection_set (trellis_session_get_selection (self->session), TRL_KIND_NODE,
                         record->id);
  position = trellis_table_model_find (
    self->model, network, trl_table_find (trl_network_get_nodes (network), record->id));
  cell = trellis_table_page_focus_cell (self, position,
                                        trellis_column_find (self->columns, "name"));
  if (!cell || !trellis_table_cell_edit (cell))
    return;
  self->added = g_strdup (record->id);
  self->added_revision = trl_document_get_revision (document);
}

/* Later: the cell that was edited goes with its row. */
static gboolean
on_withdraw (gpointer data)
{
  TrellisTablePage *self = data;
  TrlDocument      *document =
    self->session ? trellis_session_get_document (self->session) : NULL;

  self->withdrawing = 0;
  if (document && self->added_revision == trl_document_get_revision (document))
    trl_document_undo (document);
  trellis_table_page_focus (self);
  return G_SOURCE_REMOVE;
}

void
trellis_table_page_end_adding (TrellisTablePage *self, gboolean is_left)
{
  if (self->added && is_left && !self->withdrawing)
    self->withdrawing = g_idle_add (on_withdraw, self);
  g_clear_pointer (&self->added, g_free);
}

static gboolean
remove_from (TrellisTablePage *self, TrlDocument *document, TrlNetwork *network)
{
  g_autoptr (GPtrArray) ids = trellis_table_page_dup_ids (self, network);
  const char *id = trl_network_get_id (network);

  if (ids->len == 0)
    return TRUE;
  if (self->kind == TRL_KIND_NODE)
    return trl_document_remove_nodes (document, id, (const char *const *) ids->pdata,
                                      ids->len);
  for (guint i = 0; i < ids->len; i++)
    if (!trl_document_remove_edge (document, id, ids->pdata[i]))
      return FALSE;
  return TRUE;
}

static void
on_delete (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TrellisTablePage *self = data;
  TrlDocument      *document = trellis_session_get_document (self->session);
  g_autoptr (GArray) entries = trellis_table_page_get_entries (self);
  g_autofree char *text = NULL;

  if (entries->len == 0)
    return;
  trl_document_begin (document,
                      self->kind == TRL_KIND_NODE ? _ ("Remove Partners")
                                                  : _ ("Remove Partnerships"),
                      NULL);
  for (guint i = 0; i < trl_document_get_n_networks (document); i++)
    if (!remove_from (self, document, trl_document_get_network (document, i)))
      {
        trl_document_cancel (document);
        return;
      }
  trl_document_end (document);
  text = g_strdup_printf (ngettext ("%u row removed", "%u rows removed", entries->len),
                          entries->len);
  trellis_table_page_tell (self, text, TRUE);
}

static void
on_copy (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  trellis_table_page_copy (data);
}

static void
on_paste (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  trellis_table_page_paste (data);
}

static void
on_select_all (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gtk_selection_model_select_all (
    GTK_SELECTION_MODEL (TRELLIS_TABLE_PAGE (data)->selection));
}

static void
on_merge (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TrellisTablePage *self = data;
  TrlNetwork       *network = trellis_session_get_network (self->session);
  g_autoptr (GPtrArray) ids = trellis_table_page_dup_ids (self, network);

  if (ids->len > 1)
    trellis_merge_dialog_show (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                               self->session, ids);
}

static void
on_all_networks (GSimpleAction *action, GVariant *state, gpointer data)
{
  TrellisTablePage *self = data;

  g_simple_action_set_state (action, state);
  self->all_networks = g_variant_get_boolean (state);
  trellis_table_page_list_networks (self);
}

static void
move_column (TrellisTablePage *self, const char *key, int by)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);
  guint       n = g_list_model_get_n_items (columns);
  int         from = -1;
  g_autoptr (GtkColumnViewColumn) moved = NULL;

  for (guint i = 0; i < n && from < 0; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (g_str_equal (trellis_table_page_get_column (column)->key, key))
        {
          from = (int) i;
          moved = g_steal_pointer (&column);
        }
    }
  for (int to = from + by; moved && to >= 0 && to < (int) n; to += by)
    {
      g_autoptr (GtkColumnViewColumn) other = g_list_model_get_item (columns, (guint) to);

      if (!gtk_column_view_column_get_visible (other))
        continue;
      gtk_column_view_insert_column (self->view, (guint) to, moved);
      return;
    }
}

static void
on_move_left (GSimpleAction *action, GVariant *key, gpointer data)
{
  move_column (data, g_variant_get_string (key, NULL), -1);
}

static void
on_move_right (GSimpleAction *action, GVariant *key, gpointer data)
{
  move_column (data, g_variant_get_string (key, NULL), 1);
}

void
trellis_table_page_add_actions (TrellisTablePage *self)
{
  const GActionEntry entries[] = {
    { "edit", on_edit },
    { "add", on_add },
    { "delete", on_delete },
    { "copy", on_copy },
    { "paste", on_paste },
    { "select-all", on_select_all },
    { "merge", on_merge },
    { "all-networks", NULL, NULL, "false", on_all_networks },
    { "move-column-left", on_move_left, "s" },
    { "move-column-right", on_move_right, "s" },
  };

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries,
                                   G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "table",
                                  G_ACTION_GROUP (self->actions));
}

static void
enable (TrellisTablePage *self, const char *name, gboolean enabled)
{
  g_simple_action_set_enabled (
    G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), name)),
    enabled);
}

void
trellis_table_page_update_actions (TrellisTablePage *self)
{
  g_autoptr (GtkBitset) set =
    gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  guint64 n = gtk_bitset_get_size (set);

  enable (self, "edit", n > 0);
  enable (self, "delete", n > 0);
  enable (self, "copy", n > 0);
  enable (self, "merge", n > 1 && self->kind == TRL_KIND_NODE);
}

void
trellis_table_page_popup_menu (TrellisTablePage *self,
                               GtkWidget        *from,
                               double            x,
                               double            y)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) first = g_menu_new ();
  g_autoptr (GMenu) second = g_menu_new ();
  graphene_point_t at;

  g_menu_append (first, _ ("_Edit"), "table.edit");
  g_menu_append (first, _ ("_Copy"), "table.copy");
  g_menu_append (first, _ ("_Paste"), "table.paste");
  g_menu_append (
    second, self->kind == TRL_KIND_NODE ? _ ("_Add Partner") : _ ("Co_nnect Partners…"),
    "table.add");
  if (self->kind == TRL_KIND_NODE)
    g_menu_append (second, _ ("_Merge Partners…"), "table.merge");
  g_menu_append (second, _ ("_Remove"), "table.delete");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (first));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (second));
  if (!self->menu)
    {
      self->menu = GTK_POPOVER (gtk_popover_menu_new_from_model (NULL));
      gtk_popover_set_has_arrow (self->menu, FALSE);
      gtk_widget_set_halign (GTK_WIDGET (self->menu), GTK_ALIGN_START);
      gtk_widget_set_parent (GTK_WIDGET (self->menu), GTK_WIDGET (self));
    }
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), G_MENU_MODEL (menu));
  if (gtk_widget_compute_point (from, GTK_WIDGET (self),
                                &GRAPHENE_POINT_INIT ((float) x, (float) y), &at))
    gtk_popover_set_pointing_to (self->menu,
                                 &(GdkRectangle){ (int) at.x, (int) at.y, 1, 1 });
  gtk_popover_popup (self->menu);
}
