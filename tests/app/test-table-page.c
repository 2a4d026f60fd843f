/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The tables of partners and partnerships in a window of their own. */

#include "config.h"

#include "fixture.h"

#include "grid/trellis-levels-page.h"
#include "grid/trellis-table-cell.h"
#include "grid/trellis-table-model.h"
#include "grid/trellis-table-page.h"
#include "grid/trellis-table-paste.h"

static TrellisApplication *application;

typedef struct
{
  TrlDocument    *document;
  TrellisSession *session;
  GtkWidget      *window;
  GtkWidget      *page;
  GtkColumnView  *view;
} Fixture;

static GtkWidget *
find_type (GtkWidget *root, GType type)
{
  GtkWidget *found = g_type_is_a (G_OBJECT_TYPE (root), type) ? root : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child && !found;
       child = gtk_widget_get_next_sibling (child))
    found = find_type (child, type);
  return found;
}

static void
open_page (Fixture *self, TrlDocument *document, TrlKind kind)
{
  self->document = document;
  self->session = trellis_session_new (document, NULL, NULL);
  self->page = trellis_table_page_new (kind);
  self->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1000, 600);
  gtk_window_set_child (GTK_WINDOW (self->window), self->page);
  trellis_table_page_set_session (TRELLIS_TABLE_PAGE (self->page), self->session);
  gtk_window_present (GTK_WINDOW (self->window));
  self->view = GTK_COLUMN_VIEW (find_type (self->page, GTK_TYPE_COLUMN_VIEW));
  fixture_spin (200);
}

static void
close_page (Fixture *self)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  fixture_spin (20);
  g_object_unref (self->session);
  g_object_unref (self->document);
}

static GtkSelectionModel *
rows_of (Fixture *self)
{
  return gtk_column_view_get_model (self->view);
}

static guint
count_rows (Fixture *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (rows_of (self)));
}

static GtkColumnViewColumn *
find_column (Fixture *self, const char *title)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (g_strcmp0 (gtk_column_view_column_get_title (column), title) == 0)
        return column;
    }
  g_error ("no column %s", title);
}

static char *
name_of (Fixture *self, guint position)
{
  g_autoptr (TrellisTableRow) row =
    g_list_model_get_item (G_LIST_MODEL (rows_of (self)), position);
  const TrellisEntry *entry = trellis_table_row_get_entry (row);

  return g_strdup (trl_table_get_text (trl_network_get_nodes (entry->network), entry->row,
                                       TRL_NODE_NAME));
}

static void
test_selection_goes_both_ways (void)
{
  Fixture           self;
  TrellisSelection *selection;

  open_page (&self, fixture_organizations (), TRL_KIND_NODE);
  selection = trellis_session_get_selection (self.session);
  g_assert_cmpuint (count_rows (&self), ==, 24);
  gtk_selection_model_select_item (rows_of (&self), 3, TRUE);
  g_assert_true (trellis_selection_contains (selection, TRL_KIND_NODE, "n3"));
  g_assert_cmpuint (trellis_selection_get_n (selection, TRL_KIND_NODE), ==, 1);
  trellis_selection_set (selection, TRL_KIND_NODE, "n7");
  g_assert_true (gtk_selection_model_is_selected (rows_of (&self), 7));
  g_assert_false (gtk_selection_model_is_selected (rows_of (&self), 3));
  trellis_selection_clear (selection);
  g_assert_false (gtk_selection_model_is_selected (rows_of (&self), 7));
  close_page (&self);
}

static void
test_search_and_sort (void)
{
  Fixture self;

  open_page (&self, fixture_organizations (), TRL_KIND_NODE);
  gtk_column_view_sort_by_column (self.view, find_column (&self, "Name"),
                                  GTK_SORT_DESCENDING);
  {
    g_autofree char *first = name_of (&self, 0);
    g_assert_cmpstr (first, ==, "Youth Works");
  }
  gtk_column_view_sort_by_column (self.view, find_column (&self, "Name"),
                                  GTK_SORT_ASCENDING);
  {
    g_autofree char *first = name_of (&self, 0);
    g_assert_cmpstr (first, ==, "Arts Collective");
  }
  gtk_editable_set_text (GTK_EDITABLE (find_type (self.page, GTK_TYPE_SEARCH_ENTRY)),
                         "LIBRARY");
  fixture_spin (400);
  g_assert_cmpuint (count_rows (&self), ==, 1);
  g_assert_nonnull (fixture_find (self.page, GTK_TYPE_LABEL, "1 of 24"));
  close_page (&self);
}

static void
test_rows_of_all_networks (void)
{
  Fixture self;
  guint   one;

  open_page (&self, fixture_document (), TRL_KIND_EDGE);
  one = count_rows (&self);
  gtk_widget_activate_action (GTK_WIDGET (self.view), "table.all-networks", NULL);
  g_assert_cmpuint (count_rows (&self), ==, 3 * one);
  g_assert_true (gtk_column_view_column_get_visible (find_column (&self, "Network")));
  gtk_selection_model_select_item (rows_of (&self), 2 * one, TRUE);
  g_assert_cmpstr (trellis_session_get_network_id (self.session), ==, "Site C");
  close_page (&self);
}

static void
test_delete_is_one_step (void)
{
  Fixture self;

  open_page (&self, fixture_organizations (), TRL_KIND_NODE);
  gtk_selection_model_select_range (rows_of (&self), 2, 5, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (self.view), "table.delete", NULL);
  g_assert_cmpuint (count_rows (&self), ==, 19);
  g_assert_true (trl_document_undo (self.document));
  g_assert_cmpuint (count_rows (&self), ==, 24);
  g_assert_null (trl_document_get_undo_name (self.document));
  close_page (&self);
}

static TrlSheet *
make_sheet (const char *const *cells, guint n_rows, guint n_columns)
{
  TrlSheet *sheet = trl_sheet_new ('\t');

  for (guint i = 0; i < n_rows; i++)
    {
      for (guint k = 0; k < n_columns; k++)
        trl_sheet_add_cell (sheet, cells[i * n_columns + k],
                            strlen (cells[i * n_columns + k]));
      trl_sheet_end_row (sheet, i + 1);
    }
  return sheet;
}

static void
test_paste_updates_and_adds (void)
{
  const char *cells[] = { "Name", "Partner type", "Number of partners", "Open Studio",
                          "",     "3,5",          "Somebody",           "business",
                          "2",    "Other",        "no such type",       "many" };
  g_autoptr (TrlDocument) document = fixture_organizations ();
  g_autoptr (GPtrArray) columns = trellis_columns_new (document, TRL_KIND_NODE);
  g_autoptr (TrlSheet) sheet = make_sheet (cells, 4, 3);
  const TrlTable *nodes = trl_network_get_nodes (trl_document_get_network (document, 0));
  g_autoptr (TrellisTablePaste) paste = trellis_table_paste (
    document, trl_network_get_id (trl_document_get_network (document, 0)), TRL_KIND_NODE,
    columns, columns, sheet);

  g_assert_cmpuint (paste->n_added, ==, 2);
  g_assert_cmpuint (paste->n_updated, ==, 1);
  g_assert_cmpuint (paste->problems->len, ==, 2);
  g_assert_cmpfloat (
    trl_table_get_number (nodes, trl_table_find (nodes, "n9"), TRL_NODE_COUNT), ==, 3.5);
  g_assert_cmpuint (trl_table_get_size (nodes), ==, 26);
  g_assert_true (trl_document_undo (document));
  g_assert_cmpuint (trl_table_get_size (nodes), ==, 24);
}

static TrellisTablePaste *
paste_rows (TrlDocument       *document,
            TrlKind            kind,
            const char *const *cells,
            guint              n_rows,
            guint              n_columns)
{
  g_autoptr (GPtrArray) columns = trellis_columns_new (document, kind);
  g_autoptr (TrlSheet) sheet = make_sheet (cells, n_rows, n_columns);

  return trellis_table_paste (document,
                              trl_network_get_id (trl_document_get_network (document, 0)),
                              kind, columns, columns, sheet);
}

/* As the grid of levels reads them. */
static void
test_levels_are_read (void)
{
  static const char *const levels[] = { "3,0", "3", "3.0", "Coordination", "coord" };
  static const char *const refused[] = { "9", "3 (8)", "maybe" };
  g_autoptr (TrlDocument) document = fixture_document ();
  g_autoptr (GPtrArray) columns = trellis_columns_new (document, TRL_KIND_EDGE);
  TrlNetwork     *network = trl_document_get_network (document, 0);
  guint           n;
  TrellisEntry    entry = { network,
                            trl_table_get_rows (trl_network_get_edges (network), &n)[0] };
  TrellisColumn  *level = trellis_column_find (columns, "level");
  const TrlTable *edges = trl_network_get_edges (network);

  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    {
      g_autoptr (GError) error = NULL;

      trl_document_begin (document, "Set", NULL);
      g_assert_true (trellis_column_set (document, level, &entry, "1", NULL));
      g_assert_true (trellis_column_set (document, level, &entry, levels[i], &error));
      g_assert_no_error (error);
      trl_document_end (document);
      g_assert_cmpint (trl_network_get_edge_rank (network, entry.row), ==, 3);
    }
  trl_document_begin (document, "Set", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    g_assert_false (trellis_column_set (document, level, &entry, refused[i], NULL));
  g_assert_true (trellis_column_set (document, level, &entry, "Not engaged", NULL));
  trl_document_end (document);
  g_assert_cmpstr (trl_table_get_text (edges, entry.row, TRL_EDGE_PRESENCE), ==,
                   "absent");
  g_assert_cmpint (trl_network_get_edge_rank (network, entry.row), ==, -1);
}

static void
test_unknown_header (void)
{
  static const char *const cells[] = {
    "Name", "Colour", "Note", "Somebody", "red", "new"
  };
  g_autoptr (TrlDocument) document = fixture_organizations ();
  g_autoptr (TrellisTablePaste) paste = paste_rows (document, TRL_KIND_NODE, cells, 2, 3);

  g_assert_cmpuint (paste->n_added, ==, 1);
  g_assert_cmpuint (paste->problems->len, ==, 1);
  g_assert_cmpstr (paste->problems->pdata[0], ==,
                   "Column 2, “Colour”: no column of the table is called so");
}

static void
test_spelling_stays (void)
{
  static const char *const cells[] = { "Name", "Note",        "  OPEN  studio ",
                                       "seen", "youth works", "" };
  static const char *const renamed[] = { "Id", "Name", "n9", "Closed Studio" };
  g_autoptr (TrlDocument) document = fixture_organizations ();
  const TrlTable *nodes = trl_network_get_nodes (trl_document_get_network (document, 0));
  guint           row = trl_table_find (nodes, "n9");
  g_autoptr (TrellisTablePaste) paste = paste_rows (document, TRL_KIND_NODE, cells, 3, 2);
  g_autoptr (TrellisTablePaste) second = NULL;

  g_assert_cmpuint (paste->n_updated, ==, 2);
  g_assert_cmpstr (trl_table_get_text (nodes, row, TRL_NODE_NAME), ==, "Open Studio");
  g_assert_cmpstr (trl_table_get_text (nodes, row, TRL_NODE_NOTE), ==, "seen");
  second = paste_rows (document, TRL_KIND_NODE, renamed, 2, 2);
  g_assert_cmpuint (second->n_updated, ==, 1);
  g_assert_cmpstr (trl_table_get_text (nodes, row, TRL_NODE_NAME), ==, "Closed Studio");
}

static TrellisTableCell *
find_cell (GtkWidget *root, const char *title, const char *text)
{
  if (TRELLIS_IS_TABLE_CELL (root))
    {
      TrellisTableCell *cell = TRELLIS_TABLE_CELL (root);
      GtkWidget        *label = find_type (root, GTK_TYPE_LABEL);

      return g_str_equal (trellis_table_cell_get_column (cell)->title, title) && label &&
                 g_str_equal (gtk_label_get_text (GTK_LABEL (label)), text)
               ? cell
               : NULL;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child;
       child = gtk_widget_get_next_sibling (child))
    {
      TrellisTableCell *found = find_cell (child, title, text);

      if (found)
        return found;
    }
  return NULL;
}

static GtkWidget *
open_list (TrellisTableCell *cell)
{
  GtkWidget *popover;

  g_assert_nonnull (cell);
  gtk_widget_grab_focus (GTK_WIDGET (cell));
  g_assert_true (trellis_table_cell_edit (cell));
  fixture_spin (200);
  popover = find_type (GTK_WIDGET (cell), GTK_TYPE_POPOVER);
  g_assert_nonnull (popover);
  g_assert_true (gtk_widget_get_visible (popover));
  return popover;
}

/* A list opens at the value that there is; closing it, however, closes the editor. */
static void
test_lists (void)
{
  Fixture           self;
  TrellisTableCell *cell;
  GtkWidget        *popover, *focus, *label, *list;

  open_page (&self, fixture_document (), TRL_KIND_NODE);
  cell = find_cell (self.page, "Partner type", "School Districts");
  popover = open_list (cell);
  focus = gtk_root_get_focus (gtk_widget_get_root (self.page));
  label = find_type (focus, GTK_TYPE_LABEL);
  g_assert_nonnull (label);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==, "School Districts");
  gtk_popover_popdown (GTK_POPOVER (popover));
  fixture_spin (200);
  g_assert_false (trellis_table_cell_is_edited (cell));
  g_assert_null (trl_document_get_undo_name (self.document));
  popover = open_list (cell);
  list = find_type (popover, GTK_TYPE_LIST_VIEW);
  gtk_selection_model_select_item (gtk_list_view_get_model (GTK_LIST_VIEW (list)), 1,
                                   TRUE);
  g_signal_emit_by_name (list, "activate", 1u);
  fixture_spin (200);
  g_assert_false (trellis_table_cell_is_edited (cell));
  g_assert_nonnull (trl_document_get_undo_name (self.document));
  close_page (&self);
}

/* The press of a button, as it passes from the cell to the row. */
static void
click (GtkWidget *cell)
{
  for (GtkWidget *widget = cell; !GTK_IS_COLUMN_VIEW (widget);
       widget = gtk_widget_get_parent (widget))
    {
      g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

      for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
        {
          g_autoptr (GtkEventController) controller =
            g_list_model_get_item (controllers, i);

          if (GTK_IS_GESTURE_CLICK (controller) &&
              gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (controller)) ==
                0 &&
              gtk_gesture_single_get_button (GTK_GESTURE_SINGLE (controller)) !=
                GDK_BUTTON_SECONDARY)
            g_signal_emit_by_name (controller, "pressed", 1, 1.0, 1.0);
        }
    }
}

static void
test_regress_click_stays_in_its_column (void)
{
  Fixture           self;
  TrellisTableCell *cell;

  open_page (&self, fixture_document (), TRL_KIND_NODE);
  cell = find_cell (self.page, "Partner type", "School Districts");
  g_assert_nonnull (cell);
  click (GTK_WIDGET (cell));
  g_assert_true (gtk_root_get_focus (gtk_widget_get_root (self.page)) ==
                 GTK_WIDGET (cell));
  close_page (&self);
}

/* Three organizations of one name are nobody's wish. */
static void
test_regress_names_are_of_one (void)
{
  Fixture           self;
  TrellisTableCell *cell;
  g_autofree char  *first = NULL;
  g_autofree char  *second = NULL;

  open_page (&self, fixture_organizations (), TRL_KIND_NODE);
  gtk_selection_model_select_all (rows_of (&self));
  cell = find_cell (self.page, "Name", "City Library");
  g_assert_nonnull (cell);
  g_signal_emit_by_name (cell, "edited", "Library");
  first = name_of (&self, 0);
  second = name_of (&self, 1);
  g_assert_cmpstr (first, ==, "Library");
  g_assert_cmpstr (second, ==, "Food Bank");
  close_page (&self);
}

static void
press (GtkWidget *editor, guint key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (editor);
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !handled; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller) &&
          gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
        g_signal_emit_by_name (controller, "key-pressed", key, 0, 0, &handled);
    }
  g_assert_true (handled);
}

static gboolean
has_entry (gpointer view)
{
  return find_type (view, GTK_TYPE_ENTRY) != NULL;
}

/* It comes with the next frame. */
static GtkWidget *
wait_for_entry (GtkWidget *view)
{
  g_assert_true (fixture_wait (has_entry, view));
  return find_type (view, GTK_TYPE_ENTRY);
}

static void
test_adding_is_withdrawn (void)
{
  Fixture    self;
  GtkWidget *editor;

  open_page (&self, fixture_organizations (), TRL_KIND_NODE);
  gtk_widget_activate_action (GTK_WIDGET (self.view), "table.add", NULL);
  g_assert_cmpuint (count_rows (&self), ==, 25);
  editor = wait_for_entry (GTK_WIDGET (self.view));
  press (editor, GDK_KEY_Escape);
  fixture_spin (100);
  g_assert_cmpuint (count_rows (&self), ==, 24);
  gtk_widget_activate_action (GTK_WIDGET (self.view), "table.add", NULL);
  g_signal_emit_by_name (wait_for_entry (GTK_WIDGET (self.view)), "activate");
  fixture_spin (100);
  g_assert_cmpuint (count_rows (&self), ==, 25);
  close_page (&self);
}

static void
test_hidden_rows_are_let_go (void)
{
  Fixture           self;
  TrellisSelection *selection;

  open_page (&self, fixture_organizations (), TRL_KIND_NODE);
  selection = trellis_session_get_selection (self.session);
  gtk_selection_model_select_range (rows_of (&self), 0, 24, TRUE);
  g_assert_cmpuint (trellis_selection_get_n (selection, TRL_KIND_NODE), ==, 24);
  gtk_editable_set_text (GTK_EDITABLE (find_type (self.page, GTK_TYPE_SEARCH_ENTRY)),
                         "LIBRARY");
  fixture_spin (400);
  g_assert_cmpuint (count_rows (&self), ==, 1);
  g_assert_cmpuint (trellis_selection_get_n (selection, TRL_KIND_NODE), ==, 1);
  gtk_editable_set_text (GTK_EDITABLE (find_type (self.page, GTK_TYPE_SEARCH_ENTRY)),
                         "no such row");
  fixture_spin (400);
  g_assert_cmpuint (trellis_selection_get_n (selection, TRL_KIND_NODE), ==, 0);
  close_page (&self);
}

static void
test_removing_is_told (void)
{
  g_autoptr (TrlDocument) document = fixture_organizations ();
  TrellisWindow *window = fixture_open (application, document);
  GtkWidget     *page, *button;

  g_assert_true (
    gtk_widget_activate_action (GTK_WIDGET (window), "win.view", "s", "grid"));
  fixture_spin (200);
  page = fixture_find (GTK_WIDGET (window), TRELLIS_TYPE_LEVELS_PAGE, NULL);
  gtk_stack_set_visible_child_name (GTK_STACK (gtk_widget_get_parent (page)), "partners");
  fixture_spin (200);
  page = fixture_find (GTK_WIDGET (window), TRELLIS_TYPE_TABLE_PAGE, NULL);
  g_assert_true (gtk_widget_activate_action (page, "table.select-all", NULL));
  g_assert_true (gtk_widget_activate_action (page, "table.delete", NULL));
  fixture_spin (300);
  g_assert_nonnull (
    fixture_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "24 rows removed"));
  button = fixture_find (GTK_WIDGET (window), GTK_TYPE_BUTTON, "_Undo");
  g_assert_nonnull (button);
  g_assert_true (trl_document_undo (document));
  fixture_spin (600); /* what was told is not true any more */
  g_assert_null (fixture_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "24 rows removed"));
  gtk_window_destroy (GTK_WINDOW (window));
}

static gboolean
has_undo (gpointer document)
{
  return trl_document_get_undo_name (document) != NULL;
}

/* Most programs offer plain text, and none of them by the bare name of the type. */
static void
test_plain_text (void)
{
  const char *text = "Name\tNote\nSomebody\tnew\n";
  Fixture     self;
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GdkContentProvider) utf8 =
    gdk_content_provider_new_for_bytes ("text/plain;charset=utf-8", bytes);

  open_page (&self, fixture_organizations (), TRL_KIND_NODE);
  gdk_clipboard_set_content (gtk_widget_get_clipboard (self.window), utf8);
  gtk_widget_activate_action (GTK_WIDGET (self.view), "table.paste", NULL);
  g_assert_true (fixture_wait (has_undo, self.document));
  g_assert_cmpuint (count_rows (&self), ==, 25);
  close_page (&self);
}

/* A table without rows takes a paste, and the keys are in its rows then. */
static void
test_paste_into_nothing (void)
{
  Fixture self;
  g_autoptr (TrlRecord) record = trl_record_new (TRL_KIND_NETWORK, "n");
  TrlDocument *document = trl_document_new ();

  trl_document_begin (document, "Make", NULL);
  trl_document_add_network (document, record);
  trl_document_end (document);
  trl_document_forget_history (document);
  open_page (&self, document, TRL_KIND_NODE);
  trellis_table_page_focus (TRELLIS_TABLE_PAGE (self.page));
  fixture_spin (100);
  g_assert_true (
    gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (self.window)), self.page));
  gdk_clipboard_set_text (gtk_widget_get_clipboard (self.window), "Name\tNote\nAnn\tx\n");
  g_assert_true (gtk_widget_activate_action (self.page, "table.paste", NULL));
  g_assert_true (fixture_wait (has_undo, self.document));
  fixture_spin (200);
  g_assert_true (TRELLIS_IS_TABLE_CELL (gtk_root_get_focus (GTK_ROOT (self.window))));
  close_page (&self);
}

/* Every value that a column shows can be written back and changes nothing. */
static void
test_values_read_back (void)
{
  g_autoptr (TrlDocument) document = fixture_document ();

  for (TrlKind kind = TRL_KIND_NODE; kind <= TRL_KIND_EDGE; kind++)
    {
      g_autoptr (GPtrArray) columns = trellis_columns_new (document, kind);
      TrlNetwork  *network = trl_document_get_network (document, 1);
      guint        n;
      const guint *rows = trl_table_get_rows (trl_network_get_table (network, kind), &n);
      g_autoptr (GError) error = NULL;

      trl_document_begin (document, "Same", NULL);
      for (guint i = 0; i < n; i++)
        for (guint k = 0; k < columns->len; k++)
          {
            const TrellisColumn *column = columns->pdata[k];
            TrellisEntry         entry = { network, rows[i] };
            g_autofree char     *text = trellis_column_dup_text (column, &entry);

            if (column->edit == TRELLIS_EDIT_NONE || !*text)
              continue;
            g_assert_true (trellis_column_set (document, column, &entry, text, &error));
            g_assert_no_error (error);
          }
      trl_document_end (document);
      g_assert_null (trl_document_get_undo_name (document));
    }
}

/* A field of choices takes those, and a number what people write as one. */
static void
test_fields_are_read_by_kind (void)
{
  g_autoptr (TrlDocument) document = fixture_organizations ();
  g_autoptr (TrlVocabulary) words =
    trl_vocabulary_copy (trl_document_get_vocabulary (document));
  TrlField       *stage = trl_field_new ("stage", "Stage", "node", TRL_FIELD_CHOICE);
  TrlField       *staff = trl_field_new ("staff", "Staff", "node", TRL_FIELD_NUMBER);
  TrlNetwork     *network = trl_document_get_network (document, 0);
  const TrlTable *nodes = trl_network_get_nodes (network);
  TrellisEntry    entry = { network, trl_table_find (nodes, "n3") };
  g_autoptr (GPtrArray) columns = NULL;
  g_autoptr (GError) error = NULL;

  stage->choices = g_strsplit ("Early|Late", "|", -1);
  g_ptr_array_add (words->fields, stage);
  g_ptr_array_add (words->fields, staff);
  trl_document_begin (document, "Words", NULL);
  trl_document_set_vocabulary (document, words);
  columns = trellis_columns_new (document, TRL_KIND_NODE);
  g_assert_true (trellis_column_set (
    document, trellis_column_find (columns, "field:stage"), &entry, "late", &error));
  g_assert_cmpstr (trl_table_get_field (nodes, entry.row, "stage"), ==, "Late");
  g_assert_false (trellis_column_set (
    document, trellis_column_find (columns, "field:stage"), &entry, "never", NULL));
  g_assert_true (trellis_column_set (
    document, trellis_column_find (columns, "field:staff"), &entry, "2,5", &error));
  g_assert_cmpstr (trl_table_get_field (nodes, entry.row, "staff"), ==, "2.5");
  g_assert_false (trellis_column_set (
    document, trellis_column_find (columns, "field:staff"), &entry, "few", NULL));
  trl_document_end (document);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  application = fixture_start ();
  g_test_add_func ("/table/selection-goes-both-ways", test_selection_goes_both_ways);
  g_test_add_func ("/table/search-and-sort", test_search_and_sort);
  g_test_add_func ("/table/rows-of-all-networks", test_rows_of_all_networks);
  g_test_add_func ("/table/delete-is-one-step", test_delete_is_one_step);
  g_test_add_func ("/table/paste-updates-and-adds", test_paste_updates_and_adds);
  g_test_add_func ("/table/levels-are-read-as-in-the-grid", test_levels_are_read);
  g_test_add_func ("/table/unknown-header-is-listed", test_unknown_header);
  g_test_add_func ("/table/spelling-of-what-is-found-stays", test_spelling_stays);
  g_test_add_func ("/table/lists-begin-and-end-with-the-value", test_lists);
  g_test_add_func ("/table-page/regress-click-stays-in-its-column",
                   test_regress_click_stays_in_its_column);
  g_test_add_func ("/table-page/regress-names-are-of-one", test_regress_names_are_of_one);
  g_test_add_func ("/table/adding-is-withdrawn-by-esc", test_adding_is_withdrawn);
  g_test_add_func ("/table/hidden-rows-are-let-go", test_hidden_rows_are_let_go);
  g_test_add_func ("/table/removing-is-told-with-undo", test_removing_is_told);
  g_test_add_func ("/table/plain-text-is-pasted", test_plain_text);
  g_test_add_func ("/table/nothing-takes-a-paste", test_paste_into_nothing);
  g_test_add_func ("/table/values-read-back", test_values_read_back);
  g_test_add_func ("/table/fields-are-read-by-kind", test_fields_are_read_by_kind);
  return g_test_run ();
}
