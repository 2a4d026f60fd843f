/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The page follows the session: rows when the structure changes, cells when values do.
 * The selection goes both ways, and what comes from the other side is not sent back.
 */

#include "config.h"

#include "grid/trellis-table-page-private.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (TrellisTablePage, trellis_table_page, GTK_TYPE_BOX)

/* --- selection --- */

GPtrArray *
trellis_table_page_dup_ids (TrellisTablePage *self, const TrlNetwork *network)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) entries = trellis_table_page_get_entries (self);

  for (guint i = 0; i < entries->len; i++)
    {
      const TrellisEntry *entry = &g_array_index (entries, TrellisEntry, i);
      const char         *id = trellis_entry_get_id (entry, self->kind);

      if (entry->network == network && id)
        g_ptr_array_add (ids, g_strdup (id));
    }
  return ids;
}

GArray *
trellis_table_page_get_entries (TrellisTablePage *self)
{
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (TrellisEntry));
  g_autoptr (GtkBitset) set =
    gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  GtkBitsetIter iter;
  guint         position;

  for (gboolean there = gtk_bitset_iter_init_first (&iter, set, &position); there;
       there = gtk_bitset_iter_next (&iter, &position))
    if (position < trellis_table_model_get_n (self->model))
      g_array_append_vals (entries, trellis_table_model_get (self->model, position), 1);
  return entries;
}

/* Rows of one other network bring it on show, for the selection is of one network. */
static TrlNetwork *
choose_network (TrellisTablePage *self)
{
  TrlNetwork *shown = trellis_session_get_network (self->session);
  TrlNetwork *only = NULL;
  g_autoptr (GArray) entries = trellis_table_page_get_entries (self);

  for (guint i = 0; i < entries->len; i++)
    {
      TrlNetwork *network = g_array_index (entries, TrellisEntry, i).network;

      if (network == shown || (only && only != network))
        return shown;
      only = network;
    }
  return only ? only : shown;
}

static void
push_selection (TrellisTablePage *self)
{
  TrlNetwork *network = choose_network (self);
  g_autoptr (GPtrArray) ids = NULL;

  if (!network)
    return;
  self->is_syncing = TRUE;
  if (network != trellis_session_get_network (self->session))
    trellis_session_set_network_id (self->session, trl_network_get_id (network));
  ids = trellis_table_page_dup_ids (self, network);
  trellis_selection_set_all (trellis_session_get_selection (self->session), self->kind,
                             ids);
  self->is_syncing = FALSE;
}

static void
on_rows_selected (GtkSelectionModel *selection,
                  guint              position,
                  guint              n,
                  TrellisTablePage  *self)
{
  if (self->is_syncing || !self->session)
    return;
  push_selection (self);
  trellis_table_page_show_count (self);
  trellis_table_page_update_actions (self);
}

void
trellis_table_page_pull_selection (TrellisTablePage *self)
{
  TrellisSelection *chosen = trellis_session_get_selection (self->session);
  TrlNetwork       *network = trellis_session_get_network (self->session);
  g_autoptr (GtkBitset) selected = gtk_bitset_new_empty ();
  g_autoptr (GtkBitset) mask = gtk_bitset_new_empty ();
  guint n = trellis_table_model_get_n (self->model);

  gtk_bitset_add_range (mask, 0, n);
  for (guint i = 0; i < n && trellis_selection_get_n (chosen, self->kind) > 0; i++)
    {
      const TrellisEntry *entry = trellis_table_model_get (self->model, i);
      const char         *id = trellis_entry_get_id (entry, self->kind);

      if (entry->network == network && id &&
          trellis_selection_contains (chosen, self->kind, id))
        gtk_bitset_add (selected, i);
    }
  self->is_syncing = TRUE;
  gtk_selection_model_set_selection (GTK_SELECTION_MODEL (self->selection), selected,
                                     mask);
  self->is_syncing = FALSE;
  trellis_table_page_show_count (self);
  trellis_table_page_update_actions (self);
}

void
trellis_table_page_drop_hidden (TrellisTablePage *self)
{
  TrellisSelection *chosen = trellis_session_get_selection (self->session);
  g_autoptr (GtkBitset) set =
    gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));

  if (trellis_selection_get_n (chosen, self->kind) > gtk_bitset_get_size (set))
    push_selection (self);
}

static void
on_chosen (TrellisSelection *selection, TrellisTablePage *self)
{
  if (!self->is_syncing)
    trellis_table_page_pull_selection (self);
}

/* --- what is shown --- */

void
trellis_table_page_show_count (TrellisTablePage *self)
{
  guint            n = trellis_table_model_get_n (self->model);
  guint            n_all = trellis_table_model_get_n_all (self->model);
  g_autofree char *text = NULL;
  g_autoptr (GtkBitset) set =
    gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  guint    n_selected = (guint) gtk_bitset_get_size (set);
  gboolean edits = FALSE;

  GHashTableIter iter;
  gpointer       cell;

  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, &cell, NULL))
    edits |= trellis_table_cell_is_edited (cell);
  if (edits && n_selected > 1)
    text =
      g_strdup_printf (ngettext ("The change goes to %u selected row",
                                 "The change goes to all %u selected rows", n_selected),
                       n_selected);
  else if (n_selected > 1)
    /* Translators: rows shown, all rows, selected rows */
    text = g_strdup_printf (_ ("%u of %u, %u selected"), n, n_all, n_selected);
  else
    text = g_strdup_printf (_ ("%u of %u"), n, n_all);
  gtk_label_set_text (self->count, text);
  gtk_stack_set_visible_child_name (self->stack, n || !n_all ? "table" : "nothing");
}

static void
refresh_cells (TrellisTablePage *self)
{
  GHashTableIter iter;
  gpointer       cell;

  trellis_table_model_forget (self->model);
  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, &cell, NULL))
    trellis_table_cell_refresh (cell);
}

static void
show_network_column (TrellisTablePage *self)
{
  TrellisColumn *column = trellis_column_find (self->columns, "network");

  self->is_arranging = TRUE;
  trellis_table_page_show_column (self, column, self->all_networks);
  self->is_arranging = FALSE;
}

void
trellis_table_page_list_networks (TrellisTablePage *self)
{
  TrlDocument *document = trellis_session_get_document (self->session);
  TrlNetwork  *shown = trellis_session_get_network (self->session);
  g_autoptr (GPtrArray) networks = g_ptr_array_new ();

  for (guint i = 0; i < trl_document_get_n_networks (document); i++)
    {
      TrlNetwork *network = trl_document_get_network (document, i);

      if (self->all_networks || network == shown)
        g_ptr_array_add (networks, network);
    }
  g_free (self->network);
  self->network = g_strdup (shown ? trl_network_get_id (shown) : NULL);
  show_network_column (self);
  self->is_syncing = TRUE;
  trellis_table_model_set_networks (self->model, networks);
  self->is_syncing = FALSE;
  refresh_cells (self);
  trellis_table_page_pull_selection (self);
}

static gboolean
has_other_columns (TrellisTablePage *self)
{
  g_autoptr (GPtrArray) now =
    trellis_columns_new (trellis_session_get_document (self->session), self->kind);

  if (now->len != self->columns->len)
    return TRUE;
  for (guint i = 0; i < now->len; i++)
    {
      const TrellisColumn *a = now->pdata[i], *b = self->columns->pdata[i];

      if (!g_str_equal (a->key, b->key) || !g_str_equal (a->title, b->title) ||
          a->edit != b->edit)
        return TRUE;
    }
  return FALSE;
}

static void
on_changed (TrellisSession *session, guint mask, TrellisTablePage *self)
{
  if (mask == TRL_CHANGE_FIGURES)
    return;
  if (mask & (TRL_CHANGE_STRUCTURE | TRL_CHANGE_VALUES | TRL_CHANGE_VOCABULARY) &&
      has_other_columns (self))
    {
      trellis_table_page_make_columns (self);
      trellis_table_page_list_networks (self);
    }
  else if (mask & TRL_CHANGE_STRUCTURE ||
           (!self->all_networks &&
            g_strcmp0 (self->network, trellis_session_get_network_id (session)) != 0))
    trellis_table_page_list_networks (self);
  else
    refresh_cells (self);
}

/* --- the widget --- */

static void
trellis_table_page_dispose (GObject *object)
{
  TrellisTablePage *self = TRELLIS_TABLE_PAGE (object);

  if (self->session)
    {
      g_signal_handlers_disconnect_by_data (trellis_session_get_selection (self->session),
                                            self);
      g_signal_handlers_disconnect_by_data (self->session, self);
    }
  if (self->view)
    g_signal_handlers_disconnect_by_data (gtk_column_view_get_sorter (self->view), self);
  if (self->view)
    g_signal_handlers_disconnect_by_data (gtk_column_view_get_columns (self->view), self);
  g_clear_handle_id (&self->focusing, g_source_remove);
  g_clear_handle_id (&self->withdrawing, g_source_remove);
  g_clear_pointer ((GtkWidget **) &self->menu, gtk_widget_unparent);
  if (self->selection)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  g_clear_object (&self->session);
  self->view = NULL;
  G_OBJECT_CLASS (trellis_table_page_parent_class)->dispose (object);
}

static void
trellis_table_page_finalize (GObject *object)
{
  TrellisTablePage *self = TRELLIS_TABLE_PAGE (object);

  g_clear_object (&self->model);
  g_clear_object (&self->selection);
  g_clear_object (&self->actions);
  g_clear_pointer (&self->columns, g_ptr_array_unref);
  g_clear_pointer (&self->filters, g_ptr_array_unref);
  g_clear_pointer (&self->cells, g_hash_table_unref);
  g_free (self->network);
  g_free (self->added);
  G_OBJECT_CLASS (trellis_table_page_parent_class)->finalize (object);
}

static void
trellis_table_page_class_init (TrellisTablePageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = trellis_table_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = trellis_table_page_finalize;
}

static void
trellis_table_page_init (TrellisTablePage *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  self->cells = g_hash_table_new (NULL, NULL);
  self->filters =
    g_ptr_array_new_with_free_func ((GDestroyNotify) trellis_table_filter_free);
}

static GtkWidget *
name_button (GtkWidget *button, const char *name)
{
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  return button;
}

static GtkWidget *
make_menu_button (const char *icon, const char *name)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), icon);
  return name_button (button, name);
}

static void
add_toolbar (TrellisTablePage *self)
{
  GtkWidget  *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget  *search = gtk_search_entry_new ();
  GtkWidget  *add = gtk_button_new_from_icon_name ("list-add-symbolic");
  const char *what = self->kind == TRL_KIND_NODE ? _ ("Search the partners")
                                                 : _ ("Search the partnerships");

  gtk_widget_add_css_class (bar, "trellis-table-bar");
  gtk_widget_set_hexpand (search, TRUE);
  gtk_editable_set_width_chars (GTK_EDITABLE (search), 8);
  g_object_set (search, "placeholder-text", what, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  what, -1);
  g_signal_connect_swapped (search, "search-changed",
                            G_CALLBACK (trellis_table_page_search), self);
  self->search = GTK_EDITABLE (search);
  name_button (add, self->kind == TRL_KIND_NODE ? _ ("Add a partner")
                                                : _ ("Add a partnership"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (add), "table.add");
  self->filter_button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_use_underline (self->filter_button, TRUE);
  gtk_menu_button_set_label (self->filter_button, _ ("_Filter"));
  name_button (GTK_WIDGET (self->filter_button), _ ("Filter by a field"));
  gtk_menu_button_set_popover (self->filter_button,
                               trellis_table_page_make_filter (self));
  self->columns_button =
    GTK_MENU_BUTTON (make_menu_button ("view-more-symbolic", _ ("Columns and networks")));
  gtk_box_append (GTK_BOX (bar), search);
  gtk_box_append (GTK_BOX (bar), GTK_WIDGET (self->filter_button));
  gtk_box_append (GTK_BOX (bar), GTK_WIDGET (self->columns_button));
  gtk_box_append (GTK_BOX (bar), add);
  gtk_box_append (GTK_BOX (self), bar);
  self->chips = GTK_FLOW_BOX (gtk_flow_box_new ());
  gtk_flow_box_set_selection_mode (self->chips, GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (self->chips, 8);
  gtk_widget_set_visible (GTK_WIDGET (self->chips), FALSE);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->chips));
}

static void
add_table (TrellisTablePage *self)
{
  GtkWidget *view;
  GtkWidget *nothing = adw_status_page_new ();

  self->model = trellis_table_model_new (self->kind);
  self->selection = gtk_multi_selection_new (g_object_ref (G_LIST_MODEL (self->model)));
  view = gtk_column_view_new (g_object_ref (GTK_SELECTION_MODEL (self->selection)));
  self->view = GTK_COLUMN_VIEW (view);
  gtk_column_view_set_show_column_separators (self->view, TRUE);
  gtk_widget_add_css_class (view, "trellis-table");
  gtk_widget_add_css_class (view, "data-table");
  gtk_accessible_update_property (
    GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
    self->kind == TRL_KIND_NODE ? _ ("Partners") : _ ("Partnerships"), -1);
  self->scrolled = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  gtk_scrolled_window_set_child (self->scrolled, view);
  adw_status_page_set_title (ADW_STATUS_PAGE (nothing), _ ("No Rows Found"));
  adw_status_page_set_description (ADW_STATUS_PAGE (nothing),
                                   _ ("No row has what the search and the filters ask "
                                      "for."));
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->scrolled), "table");
  gtk_stack_add_named (self->stack, nothing, "nothing");
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->stack));
  self->count = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->count, 0);
  gtk_label_set_ellipsize (self->count, PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "trellis-table-count");
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->count));
  g_signal_connect (self->selection, "selection-changed", G_CALLBACK (on_rows_selected),
                    self);
}

GtkWidget *
trellis_table_page_new (TrlKind kind)
{
  TrellisTablePage *self = g_object_new (TRELLIS_TYPE_TABLE_PAGE, NULL);

  self->kind = kind;
  add_toolbar (self);
  add_table (self);
  trellis_table_page_add_actions (self);
  trellis_table_page_add_keys (self);
  return GTK_WIDGET (self);
}

void
trellis_table_page_set_session (TrellisTablePage *self, TrellisSession *session)
{
  if (self->session == session)
    return;
  if (self->session)
    {
      g_signal_handlers_disconnect_by_data (trellis_session_get_selection (self->session),
                                            self);
      g_signal_handlers_disconnect_by_data (self->session, self);
    }
  g_set_object (&self->session, session);
  if (!session)
    {
      g_autoptr (GPtrArray) none = g_ptr_array_new ();

      self->is_syncing = TRUE;
      trellis_table_model_set_networks (self->model, none);
      self->is_syncing = FALSE;
      return;
    }
  g_signal_connect (session, "changed", G_CALLBACK (on_changed), self);
  g_signal_connect (trellis_session_get_selection (session), "changed",
                    G_CALLBACK (on_chosen), self);
  trellis_table_page_make_columns (self);
  trellis_table_page_list_networks (self);
}

void
trellis_table_page_show_with (TrellisTablePage *self, const char *const *keys)
{
  g_return_if_fail (TRELLIS_IS_TABLE_PAGE (self) && keys[0]);
  if (!self->session)
    return;
  g_action_group_change_action_state (G_ACTION_GROUP (self->actions), "all-networks",
                                      g_variant_new_boolean (TRUE));
  gtk_editable_set_text (self->search, "");
  g_ptr_array_set_size (self->filters, 0);
  self->is_arranging = TRUE; /* nobody chose these columns for good */
  for (guint i = 0; keys[i]; i++)
    trellis_table_page_show_column (self, trellis_column_find (self->columns, keys[i]),
                                    TRUE);
  self->is_arranging = FALSE;
  g_ptr_array_add (self->filters, trellis_table_filter_new (
                                    TRELLIS_FILTER_SET,
                                    trellis_column_find (self->columns, keys[0]), NULL));
  trellis_table_page_search (self);
}
