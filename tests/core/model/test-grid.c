/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A grid shows what the roll-up of each network shows, and what is written into a cell is
 * what is read from it; undo brings the document back.
 */

#include "config.h"

#include "model/trl-grid.h"
#include "model/trl-rollup.h"

#include <math.h>

static void
add_node (TrlDocument *document, const char *network, const char *id, const char *type)
{
  g_autoptr (TrlRecord) node = trl_record_new (TRL_KIND_NODE, id);

  trl_record_set (node, TRL_NODE_NAME, TRL_TEXT (id));
  trl_record_set (node, TRL_NODE_TYPE, TRL_TEXT (type));
  trl_document_add (document, network, node);
}

static void
add_edge (TrlDocument *document,
          const char  *network,
          const char  *a,
          const char  *b,
          const char  *level)
{
  g_autofree char *id = g_strdup_printf ("%s-%s", a, b);
  g_autoptr (TrlRecord) edge = trl_record_new_edge (id, a, b);

  trl_record_set (edge, TRL_EDGE_LEVEL, TRL_TEXT (level));
  trl_document_add (document, network, edge);
}

static void
add_network (TrlDocument *document, const char *id)
{
  g_autoptr (TrlRecord) record = trl_record_new (TRL_KIND_NETWORK, id);

  trl_record_set (record, TRL_NETWORK_NAME, TRL_TEXT (id));
  trl_document_add_network (document, record);
}

/* Two sites: organizations about a hub in “town”, nobody in “empty”; in “ties” two
 * partners without a hub. */
static TrlDocument *
make (void)
{
  TrlDocument *document = trl_document_new ();

  trl_document_begin (document, "Make", NULL);
  add_network (document, "town");
  add_network (document, "empty");
  add_network (document, "ties");
  add_node (document, "town", "hub", NULL);
  add_node (document, "town", "a", "k12");
  add_node (document, "town", "b", "k12");
  add_node (document, "town", "c", "business");
  add_node (document, "town", "d", NULL);
  trl_document_set (document, TRL_KIND_NETWORK, "town", NULL, TRL_NETWORK_HUB,
                    TRL_TEXT ("hub"));
  add_edge (document, "town", "hub", "a", "networking");
  add_edge (document, "town", "hub", "b", "coordination");
  add_edge (document, "town", "c", "hub", NULL);
  add_edge (document, "town", "a", "c", "none");
  add_node (document, "ties", "x", "k12");
  add_node (document, "ties", "y", "business");
  add_edge (document, "ties", "x", "y", "cooperation");
  trl_document_end (document);
  trl_document_forget_history (document);
  return document;
}

static guint
column_of (const TrlGrid *grid, const char *id)
{
  int column = trl_grid_find (grid, TRL_GRID_COLUMN, id);

  g_assert_cmpint (column, >=, 0);
  return (guint) column;
}

static guint
row_of (const TrlGrid *grid, const char *id)
{
  int row = trl_grid_find (grid, TRL_GRID_ROW, id);

  g_assert_cmpint (row, >=, 0);
  return (guint) row;
}

static TrlCell
cell_of (const TrlGrid *grid, const char *row, const char *column)
{
  TrlCell cell;

  trl_grid_get_cell (grid, row_of (grid, row), column_of (grid, column), &cell);
  return cell;
}

static void
test_axes (void)
{
  g_autoptr (TrlDocument) document = make ();
  g_autoptr (TrlGrid) sites =
    trl_grid_new (document, TRL_GRID_ROWS_SITES, TRL_GRID_COLUMNS_TYPES, NULL);
  g_autoptr (TrlGrid) partners =
    trl_grid_new (document, TRL_GRID_ROWS_PARTNERS, TRL_GRID_COLUMNS_PARTNERS, "town");
  static const guint order[] = { 2, 0, 1 };
  TrlGridHeader      header;

  g_assert_cmpuint (trl_grid_get_size (sites, TRL_GRID_ROW), ==, 3);
  g_assert_cmpuint (trl_grid_get_size (sites, TRL_GRID_COLUMN), ==, 18 + 1);
  g_assert_cmpuint (trl_grid_get_size (partners, TRL_GRID_ROW), ==, 5);
  g_assert_cmpuint (trl_grid_get_size (partners, TRL_GRID_COLUMN), ==, 5);
  trl_grid_reorder (sites, TRL_GRID_ROW, order);
  trl_grid_get_header (sites, TRL_GRID_ROW, 0, &header);
  g_assert_cmpstr (header.id, ==, "ties");
  g_assert_cmpint (trl_grid_find (sites, TRL_GRID_ROW, "empty"), ==, 2);
  g_assert_cmpint (trl_grid_find (sites, TRL_GRID_ROW, "nowhere"), ==, -1);
}

static void
test_states (void)
{
  g_autoptr (TrlDocument) document = make ();
  g_autoptr (TrlGrid) sites =
    trl_grid_new (document, TRL_GRID_ROWS_SITES, TRL_GRID_COLUMNS_TYPES, NULL);
  g_autoptr (TrlGrid) partners =
    trl_grid_new (document, TRL_GRID_ROWS_PARTNERS, TRL_GRID_COLUMNS_PARTNERS, "town");
  TrlCell cell = cell_of (sites, "town", "k12");

  g_assert_cmpint (cell.state, ==, TRL_CELL_LEVEL);
  g_assert_cmpint (cell.rank, ==, 3); /* the deepest */
  g_assert_cmpuint (cell.n_nodes, ==, 2);
  g_assert_cmpfloat (cell.count, ==, 2);
  g_assert_cmpint (cell_of (sites, "town", "business").state, ==, TRL_CELL_NOT_REPORTED);
  g_assert_cmpint (cell_of (sites, "town", "food").state, ==, TRL_CELL_EMPTY);
  g_assert_cmpint (cell_of (sites, "town", "").state, ==, TRL_CELL_EMPTY);
  g_assert_cmpuint (cell_of (sites, "town", "").n_nodes, ==,
                    1); /* there, without a tie */
  g_assert_cmpint (cell_of (partners, "a", "c").state, ==, TRL_CELL_NONE);
  g_assert_cmpint (cell_of (partners, "c", "a").state, ==, TRL_CELL_NONE);
  g_assert_cmpint (cell_of (partners, "a", "a").state, ==, TRL_CELL_OUTSIDE);
  g_assert_cmpint (cell_of (partners, "a", "d").state, ==, TRL_CELL_EMPTY);
}

/* Every cell of a site is the node of its type in the roll-up. */
static void
test_as_rolled_up (void)
{
  g_autoptr (TrlDocument) document = make ();
  g_autoptr (TrlGrid) grid =
    trl_grid_new (document, TRL_GRID_ROWS_SITES, TRL_GRID_COLUMNS_TYPES, NULL);
  g_autoptr (TrlNetwork) rolled =
    trl_network_roll_up (trl_document_find_network (document, "town"));
  const TrlTable *nodes = trl_network_get_nodes (rolled);

  for (guint i = 0; i < trl_grid_get_size (grid, TRL_GRID_COLUMN); i++)
    {
      TrlGridHeader header;
      TrlCell       cell;
      guint         node, edge;

      trl_grid_get_header (grid, TRL_GRID_COLUMN, i, &header);
      trl_grid_get_cell (grid, 0, i, &cell);
      node = trl_table_find (nodes, header.id);
      g_assert_cmpint (node == TRL_NO_ROW, ==, cell.n_nodes == 0);
      edge = node == TRL_NO_ROW
               ? TRL_NO_ROW
               : trl_network_get_node_edge (rolled, trl_network_get_hub (rolled), node);
      if (edge != TRL_NO_ROW)
        g_assert_cmpint (cell.rank, ==, trl_network_get_edge_rank (rolled, edge));
    }
}

static gboolean
write_cell (TrlDocument       *document,
            const TrlGrid     *grid,
            const char        *row,
            const char        *column,
            const TrlCellEdit *edit,
            GError           **error)
{
  gboolean done;

  trl_document_begin (document, "Edit", NULL);
  done = trl_grid_edit_cell (document, grid, row_of (grid, row), column_of (grid, column),
                             edit, error);
  trl_document_end (document);
  return done;
}

static void
test_makes_what_is_missing (void)
{
  g_autoptr (TrlDocument) document = make ();
  g_autoptr (TrlGrid) grid =
    trl_grid_new (document, TRL_GRID_ROWS_SITES, TRL_GRID_COLUMNS_TYPES, NULL);
  TrlNetwork       *network = trl_document_find_network (document, "empty");
  const TrlCellEdit edit = { .mask = TRL_CELL_SET_LEVEL | TRL_CELL_SET_COUNT |
                                     TRL_CELL_SET_NOTE | TRL_CELL_SET_INTENDED,
                             .state = TRL_CELL_LEVEL,
                             .rank = 2,
                             .count = 8,
                             .note = "Since May",
                             .intended = 3 };
  TrlCell           cell;

  g_assert_true (write_cell (document, grid, "empty", "food", &edit, NULL));
  cell = cell_of (grid, "empty", "food");
  g_assert_cmpint (cell.rank, ==, 2);
  g_assert_cmpfloat (cell.count, ==, 8);
  g_assert_cmpstr (cell.note, ==, "Since May");
  g_assert_cmpint (trl_cell_get_meant (&cell), ==, TRL_MEANT_BELOW);
  g_assert_cmpuint (trl_network_count_partners (network), ==, 1); /* the hub is implied */
  g_assert_true (trl_document_undo (document));
  g_assert_cmpuint (trl_table_get_size (trl_network_get_nodes (network)), ==, 0);
  g_assert_false (trl_document_is_modified (document));
}

/* Whichever the axes, a grid may be read after nodes came and went. */
static void
test_members_are_those_of_now (void)
{
  g_autoptr (TrlDocument) document = make ();
  g_autoptr (TrlGrid) sites =
    trl_grid_new (document, TRL_GRID_ROWS_SITES, TRL_GRID_COLUMNS_TYPES, NULL);
  g_autoptr (TrlGrid) of_types =
    trl_grid_new (document, TRL_GRID_ROWS_PARTNERS, TRL_GRID_COLUMNS_TYPES, "town");
  g_autoptr (TrlGrid) of_partners =
    trl_grid_new (document, TRL_GRID_ROWS_PARTNERS, TRL_GRID_COLUMNS_PARTNERS, "town");

  g_assert_cmpuint (cell_of (sites, "town", "k12").n_nodes, ==, 2);
  g_assert_cmpuint (cell_of (of_types, "hub", "k12").n_nodes, ==, 2);
  g_assert_cmpuint (cell_of (of_partners, "hub", "a").n_nodes, ==, 1);
  trl_document_begin (document, "Change", NULL);
  trl_document_remove_node (document, "town", "a");
  add_node (document, "town", "e", "business");
  trl_document_end (document);
  g_assert_cmpuint (cell_of (sites, "town", "k12").n_nodes, ==, 1);
  g_assert_cmpuint (cell_of (sites, "town", "business").n_nodes, ==, 2);
  g_assert_cmpuint (cell_of (of_types, "hub", "k12").n_nodes, ==, 1);
  g_assert_cmpuint (cell_of (of_types, "c", "business").n_nodes, ==, 1);
  g_assert_cmpuint (cell_of (of_partners, "hub", "a").n_nodes, ==, 0);
  g_assert_true (trl_document_undo (document));
  g_assert_cmpuint (cell_of (sites, "town", "business").n_nodes, ==, 1);
  g_assert_cmpint (cell_of (of_types, "hub", "k12").rank, ==, 3);
  g_assert_cmpint (cell_of (of_partners, "hub", "a").rank, ==, 1);
}

static void
test_same_is_no_edit (void)
{
  g_autoptr (TrlDocument) document = make ();
  g_autoptr (TrlGrid) grid =
    trl_grid_new (document, TRL_GRID_ROWS_PARTNERS, TRL_GRID_COLUMNS_PARTNERS, "town");
  const TrlCellEdit same = { .mask = TRL_CELL_SET_LEVEL | TRL_CELL_SET_NOTE,
                             .state = TRL_CELL_LEVEL,
                             .rank = 1 };

  g_assert_true (write_cell (document, grid, "hub", "a", &same, NULL));
  g_assert_null (trl_document_get_undo_name (document));
}

static void
test_empties (void)
{
  g_autoptr (TrlDocument) document = make ();
  g_autoptr (TrlGrid) grid =
    trl_grid_new (document, TRL_GRID_ROWS_SITES, TRL_GRID_COLUMNS_TYPES, NULL);
  TrlNetwork       *empty = trl_document_find_network (document, "empty");
  const TrlCellEdit set = { .mask = TRL_CELL_SET_LEVEL, .state = TRL_CELL_NONE };
  const TrlCellEdit clear = { .mask = TRL_CELL_SET_LEVEL | TRL_CELL_SET_COUNT,
                              .state = TRL_CELL_EMPTY,
                              .count = NAN };

  g_assert_true (write_cell (document, grid, "empty", "food", &set, NULL));
  g_assert_cmpint (cell_of (grid, "empty", "food").state, ==, TRL_CELL_NONE);
  g_assert_true (write_cell (document, grid, "empty", "food", &clear, NULL));
  g_assert_cmpuint (trl_network_count_partners (empty), ==, 0);
  g_assert_true (write_cell (document, grid, "town", "business", &clear, NULL));
  g_assert_cmpuint (cell_of (grid, "town", "business").n_nodes, ==, 1); /* has a name */
  g_assert_cmpuint (cell_of (grid, "town", "business").n_edges, ==, 0);
}

static void
assert_refused (TrlDocument       *document,
                const TrlGrid     *grid,
                const char        *row,
                const char        *column,
                const TrlCellEdit *edit,
                TrlGridError       code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (write_cell (document, grid, row, column, edit, &error));
  g_assert_error (error, TRL_GRID_ERROR, (int) code);
  g_assert_null (trl_document_get_undo_name (document));
}

static void
test_refuses (void)
{
  g_autoptr (TrlDocument) document = make ();
  g_autoptr (TrlGrid) sites =
    trl_grid_new (document, TRL_GRID_ROWS_SITES, TRL_GRID_COLUMNS_TYPES, NULL);
  g_autoptr (TrlGrid) partners =
    trl_grid_new (document, TRL_GRID_ROWS_PARTNERS, TRL_GRID_COLUMNS_PARTNERS, "town");
  const TrlCellEdit good = { .mask = TRL_CELL_SET_LEVEL,
                             .state = TRL_CELL_LEVEL,
                             .rank = 1 };
  const TrlCellEdit deep = { .mask = TRL_CELL_SET_LEVEL,
                             .state = TRL_CELL_LEVEL,
                             .rank = 5 };
  g_autoptr (GError) error = NULL;

  assert_refused (document, sites, "town", "k12", &good, TRL_GRID_ERROR_MANY);
  assert_refused (document, sites, "ties", "food", &good, TRL_GRID_ERROR_NO_HUB);
  assert_refused (document, partners, "a", "a", &good, TRL_GRID_ERROR_OUTSIDE);
  assert_refused (document, sites, "town", "food", &deep, TRL_GRID_ERROR_VALUE);
  trl_document_begin (document, "Remove", NULL);
  trl_document_remove_node (document, "town", "d");
  g_assert_false (
    trl_grid_edit_cell (document, partners, row_of (partners, "d"), 0, &good, &error));
  g_assert_error (error, TRL_GRID_ERROR, TRL_GRID_ERROR_OUTSIDE);
  trl_document_cancel (document);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/grid/rows-and-columns-are-of-the-document", test_axes);
  g_test_add_func ("/model/grid/states-differ", test_states);
  g_test_add_func ("/model/grid/cells-are-as-rolled-up", test_as_rolled_up);
  g_test_add_func ("/model/grid/missing-things-are-made", test_makes_what_is_missing);
  g_test_add_func ("/model/grid/members-are-those-of-now", test_members_are_those_of_now);
  g_test_add_func ("/model/grid/same-is-no-edit", test_same_is_no_edit);
  g_test_add_func ("/model/grid/cells-are-emptied", test_empties);
  g_test_add_func ("/model/grid/what-cannot-be-is-refused", test_refuses);
  return g_test_run ();
}
