/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is written into a cell is read from it, whatever grid and document it is of, and
 * undoing all edits brings everything back.
 */

#include "describe.h"
#include "model/trl-grid.h"
#include "model/trl-rollup.h"

#include <math.h>

#define N_EDITS 3000

static const char *const types[] = { "k12", "cbo", "food", "media", "business", NULL };

static void
add_network (TrlDocument *document, const char *id)
{
  g_autoptr (TrlRecord) record = trl_record_new (TRL_KIND_NETWORK, id);

  trl_document_add_network (document, record);
}

static void
add_node (TrlDocument *document,
          const char  *network,
          const char  *id,
          const char  *name,
          const char  *type,
          const char  *key)
{
  g_autoptr (TrlRecord) node = trl_record_new (TRL_KIND_NODE, id);

  trl_record_set (node, TRL_NODE_NAME, TRL_TEXT (name));
  trl_record_set (node, TRL_NODE_TYPE, TRL_TEXT (type));
  trl_record_set (node, TRL_NODE_KEY, TRL_TEXT (key));
  trl_document_add (document, network, node);
}

static void
add_edge (TrlDocument *document,
          const char  *network,
          const char  *from,
          const char  *to,
          const char  *level,
          const char  *back)
{
  g_autofree char *id = g_strdup_printf ("%s-%s", from, to);
  g_autoptr (TrlRecord) edge = trl_record_new_edge (id, from, to);

  trl_record_set (edge, TRL_EDGE_LEVEL, TRL_TEXT (level));
  trl_record_set (edge, TRL_EDGE_BACK, TRL_TEXT (back));
  trl_document_add (document, network, edge);
}

static void
set_edge (TrlDocument *document, const char *id, guint prop, TrlValue value)
{
  trl_document_set (document, TRL_KIND_EDGE, "a", id, prop, value);
}

/* Organizations about a hub in “a” and, some of them the same, in “b”; nobody in “c”. */
static TrlDocument *
make (void)
{
  TrlDocument *document = trl_document_new ();

  trl_document_begin (document, "Make", NULL);
  add_network (document, "a");
  add_network (document, "b");
  add_network (document, "c");
  add_node (document, "a", "hub", "Hub", NULL, NULL);
  add_node (document, "a", "x", "Liberty Schools", "k12", "17");
  add_node (document, "a", "y", "Food Bank", "food", NULL);
  add_node (document, "a", "z", "Radio", "media", NULL);
  add_node (document, "a", "z2", "Paper", "media", NULL);
  add_node (document, "b", "hub-b", "Centre", NULL, NULL);
  add_node (document, "b", "x2", "LIBERTY", "k12", "17");    /* the same by its key */
  add_node (document, "b", "y2", "Food Bank", "food", NULL); /* by name and type */
  add_node (document, "b", "w", "Food Bank", "cbo", NULL);   /* another */
  add_node (document, "b", "hub", "Hub of a", "cbo", NULL);  /* the hub of “a” */
  trl_document_set (document, TRL_KIND_NETWORK, "a", NULL, TRL_NETWORK_HUB,
                    TRL_TEXT ("hub"));
  trl_document_set (document, TRL_KIND_NETWORK, "b", NULL, TRL_NETWORK_HUB,
                    TRL_TEXT ("hub-b"));
  add_edge (document, "a", "x", "hub", "networking", "coordination");
  add_edge (document, "a", "hub", "z", "none", NULL);
  add_edge (document, "a", "hub", "z2", "collaboration", NULL);
  add_edge (document, "a", "x", "y", "cooperation", NULL);
  trl_document_end (document);
  trl_document_forget_history (document);
  return document;
}

static TrlCell
cell_of (const TrlGrid *grid, const char *row, const char *column)
{
  TrlCell cell;
  int     r = trl_grid_find (grid, TRL_GRID_ROW, row);
  int     c = trl_grid_find (grid, TRL_GRID_COLUMN, column);

  g_assert_cmpint (r, >=, 0);
  g_assert_cmpint (c, >=, 0);
  trl_grid_get_cell (grid, (guint) r, (guint) c, &cell);
  return cell;
}

static void
test_same_partners (void)
{
  g_autoptr (TrlDocument) document = make ();
  g_autoptr (TrlGrid) grid =
    trl_grid_new (document, TRL_GRID_ROWS_SITES, TRL_GRID_COLUMNS_PARTNERS, NULL);

  g_assert_cmpuint (trl_grid_get_size (grid, TRL_GRID_COLUMN), ==, 6);
  g_assert_cmpuint (cell_of (grid, "b", "x").n_nodes, ==, 1);
  g_assert_cmpuint (cell_of (grid, "b", "y").n_nodes, ==, 1);
  g_assert_cmpuint (cell_of (grid, "b", "z").n_nodes, ==, 0);
  g_assert_cmpint (trl_grid_find (grid, TRL_GRID_COLUMN, "x2"), ==, -1);
  g_assert_cmpint (cell_of (grid, "a", "hub").state, ==, TRL_CELL_OUTSIDE);
  g_assert_cmpuint (cell_of (grid, "b", "hub").n_nodes, ==, 1);
}

/* The answer of the row's own end comes first, whichever way the tie was written. */
static void
test_two_answers (void)
{
  g_autoptr (TrlDocument) document = make ();
  g_autoptr (TrlGrid) sites =
    trl_grid_new (document, TRL_GRID_ROWS_SITES, TRL_GRID_COLUMNS_TYPES, NULL);
  g_autoptr (TrlGrid) partners =
    trl_grid_new (document, TRL_GRID_ROWS_PARTNERS, TRL_GRID_COLUMNS_PARTNERS, "a");
  TrlCell cell = cell_of (sites, "a", "k12");

  g_assert_cmpint (cell.rank, ==, 2);
  g_assert_cmpint (cell.answers[0], ==, 3);
  g_assert_cmpint (cell.answers[1], ==, 1);
  cell = cell_of (partners, "x", "hub");
  g_assert_cmpint (cell.answers[0], ==, 1);
  g_assert_cmpint (cell.answers[1], ==, 3);
  g_assert_cmpint (cell_of (sites, "a", "media").answers[0], ==, -1);
}

static void
test_planned_and_absent (void)
{
  g_autoptr (TrlDocument) document = make ();
  g_autoptr (TrlGrid) grid =
    trl_grid_new (document, TRL_GRID_ROWS_SITES, TRL_GRID_COLUMNS_TYPES, NULL);
  TrlCell cell = cell_of (grid, "a", "media");

  g_assert_cmpint (cell.rank, ==, 4);
  trl_document_begin (document, "Plan", NULL);
  set_edge (document, "hub-z2", TRL_EDGE_PLANNED, TRL_FLAG (TRUE));
  cell = cell_of (grid, "a", "media");
  g_assert_cmpint (cell.state, ==, TRL_CELL_NONE);
  g_assert_cmpuint (cell.n_edges, ==, 2);
  g_assert_false (cell.planned);
  set_edge (document, "hub-z", TRL_EDGE_PLANNED, TRL_FLAG (TRUE));
  cell = cell_of (grid, "a", "media");
  g_assert_true (cell.planned);
  g_assert_cmpint (cell.rank, ==, 4);
  for (guint i = 0; i < 2; i++)
    {
      const char *id = i ? "hub-z" : "hub-z2";

      set_edge (document, id, TRL_EDGE_PLANNED, TRL_NONE_VALUE);
      set_edge (document, id, TRL_EDGE_LEVEL, TRL_NONE_VALUE);
      set_edge (document, id, TRL_EDGE_PRESENCE, TRL_TEXT ("absent"));
    }
  g_assert_cmpint (cell_of (grid, "a", "media").state, ==, TRL_CELL_ABSENT);
  set_edge (document, "hub-z", TRL_EDGE_PRESENCE, TRL_TEXT ("unknown"));
  g_assert_cmpint (cell_of (grid, "a", "media").state, ==, TRL_CELL_EMPTY);
  g_assert_cmpint (cell_of (grid, "a", "food").state, ==, TRL_CELL_EMPTY);
  g_assert_cmpuint (cell_of (grid, "a", "food").n_nodes, ==, 1);
  trl_document_end (document);
}

/* A tie with a direction is what its own end says. */
static void
test_directions (void)
{
  g_autoptr (TrlDocument) document = make ();
  g_autoptr (TrlGrid) grid =
    trl_grid_new (document, TRL_GRID_ROWS_PARTNERS, TRL_GRID_COLUMNS_PARTNERS, "a");
  const TrlCellEdit edit = { .mask = TRL_CELL_SET_LEVEL,
                             .state = TRL_CELL_LEVEL,
                             .rank = 4 };
  int               x = trl_grid_find (grid, TRL_GRID_ROW, "x");
  int               y = trl_grid_find (grid, TRL_GRID_ROW, "y");

  trl_document_begin (document, "Direct", NULL);
  set_edge (document, "x-y", TRL_EDGE_DIRECTED, TRL_FLAG (TRUE));
  g_assert_cmpint (cell_of (grid, "x", "y").rank, ==, 2);
  g_assert_cmpint (cell_of (grid, "y", "x").state, ==, TRL_CELL_EMPTY);
  g_assert_true (trl_grid_edit_cell (document, grid, (guint) y, (guint) x, &edit, NULL));
  trl_document_end (document);
  g_assert_cmpint (cell_of (grid, "x", "y").rank, ==, 2);
  g_assert_cmpint (cell_of (grid, "y", "x").rank, ==, 4);
}

/* Taking a level away leaves what is meant, and taking both away leaves nothing. */
static void
test_intention_outlives_the_level (void)
{
  g_autoptr (TrlDocument) document = make ();
  g_autoptr (TrlGrid) grid =
    trl_grid_new (document, TRL_GRID_ROWS_SITES, TRL_GRID_COLUMNS_TYPES, NULL);
  const TrlCellEdit meant = { .mask = TRL_CELL_SET_INTENDED, .intended = 3 };
  const TrlCellEdit empty = { .mask = TRL_CELL_SET_LEVEL, .state = TRL_CELL_EMPTY };
  const TrlCellEdit both = { .mask = TRL_CELL_SET_LEVEL | TRL_CELL_SET_INTENDED,
                             .state = TRL_CELL_EMPTY,
                             .intended = -1 };
  guint             a = (guint) trl_grid_find (grid, TRL_GRID_ROW, "a");
  guint             k12 = (guint) trl_grid_find (grid, TRL_GRID_COLUMN, "k12");
  TrlCell           cell;

  trl_document_begin (document, "Empty", NULL);
  g_assert_true (trl_grid_edit_cell (document, grid, a, k12, &meant, NULL));
  g_assert_true (trl_grid_edit_cell (document, grid, a, k12, &empty, NULL));
  cell = cell_of (grid, "a", "k12");
  g_assert_cmpint (cell.state, ==, TRL_CELL_EMPTY);
  g_assert_cmpint (cell.rank, ==, -1);
  g_assert_cmpint (cell.intended, ==, 3);
  g_assert_true (trl_grid_edit_cell (document, grid, a, k12, &both, NULL));
  g_assert_cmpuint (cell_of (grid, "a", "k12").n_edges, ==, 0);
  trl_document_end (document);
}

/* The order of the two layers: the level is cleared first, what was meant later. */
static void
test_nothing_is_left_of_an_intention (void)
{
  g_autoptr (TrlDocument) document = make ();
  g_autoptr (TrlGrid) grid =
    trl_grid_new (document, TRL_GRID_ROWS_SITES, TRL_GRID_COLUMNS_TYPES, NULL);
  const TrlCellEdit meant = { .mask = TRL_CELL_SET_INTENDED, .intended = 3 };
  const TrlCellEdit empty = { .mask = TRL_CELL_SET_LEVEL, .state = TRL_CELL_EMPTY };
  const TrlCellEdit withdrawn = { .mask = TRL_CELL_SET_INTENDED, .intended = -1 };
  const TrlCellEdit noted = { .mask = TRL_CELL_SET_NOTE, .note = "Asked in May" };
  guint             a = (guint) trl_grid_find (grid, TRL_GRID_ROW, "a");
  guint             k12 = (guint) trl_grid_find (grid, TRL_GRID_COLUMN, "k12");

  trl_document_begin (document, "Withdraw", NULL);
  g_assert_true (trl_grid_edit_cell (document, grid, a, k12, &meant, NULL));
  g_assert_true (trl_grid_edit_cell (document, grid, a, k12, &empty, NULL));
  g_assert_cmpuint (cell_of (grid, "a", "k12").n_edges, ==, 1);
  g_assert_true (trl_grid_edit_cell (document, grid, a, k12, &noted, NULL));
  g_assert_true (trl_grid_edit_cell (document, grid, a, k12, &withdrawn, NULL));
  g_assert_cmpuint (cell_of (grid, "a", "k12").n_edges, ==, 1);
  g_assert_true (trl_grid_edit_cell (document, grid, a, k12,
                                     &(TrlCellEdit){ .mask = TRL_CELL_SET_NOTE }, NULL));
  g_assert_true (trl_grid_edit_cell (document, grid, a, k12, &meant, NULL));
  g_assert_true (trl_grid_edit_cell (document, grid, a, k12, &withdrawn, NULL));
  g_assert_cmpuint (cell_of (grid, "a", "k12").n_edges, ==, 0);
  trl_document_end (document);
}

/* One bad value leaves the document as it was. */
static void
test_refusals_change_nothing (void)
{
  static const TrlCellEdit bad[] = {
    { .mask = TRL_CELL_SET_LEVEL, .state = TRL_CELL_OUTSIDE },
    { .mask = TRL_CELL_SET_LEVEL, .state = TRL_CELL_LEVEL, .rank = 0 },
    { .mask = TRL_CELL_SET_COUNT, .count = -1 },
    { .mask = TRL_CELL_SET_COUNT, .count = INFINITY },
    { .mask = TRL_CELL_SET_INTENDED, .intended = 5 },
    { .mask = TRL_CELL_SET_COUNT | TRL_CELL_SET_NOTE, .count = 3, .note = "\xff" },
  };
  g_autoptr (TrlDocument) document = make ();
  g_autoptr (TrlGrid) grid =
    trl_grid_new (document, TRL_GRID_ROWS_SITES, TRL_GRID_COLUMNS_TYPES, NULL);
  g_autofree char *before = describe_document (document);
  g_autofree char *after = NULL;

  trl_document_begin (document, "Edit", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (trl_grid_edit_cell (document, grid, 2, 0, &bad[i], &error));
      g_assert_error (error, TRL_GRID_ERROR, TRL_GRID_ERROR_VALUE);
    }
  trl_document_end (document);
  after = describe_document (document);
  g_assert_cmpstr (before, ==, after);
  g_assert_null (trl_document_get_undo_name (document));
}

/* ---- any edit of any cell ---- */

static TrlCellEdit
random_edit (GRand *rand)
{
  static const char *const notes[] = { "", "Since May", "«Ñandú»" };
  TrlCellEdit              edit = { .mask = (guint) g_rand_int_range (rand, 1, 32) };

  edit.state = (TrlCellState) g_rand_int_range (rand, 0, TRL_CELL_OUTSIDE);
  edit.rank = g_rand_int_range (rand, 1, 5);
  edit.count = g_rand_boolean (rand) ? g_rand_int_range (rand, 0, 20) : NAN;
  edit.note = notes[g_rand_int_range (rand, 0, G_N_ELEMENTS (notes))];
  edit.source = notes[g_rand_int_range (rand, 0, G_N_ELEMENTS (notes))];
  edit.intended = g_rand_int_range (rand, -1, 5);
  return edit;
}

static gboolean
keeps_tie (const TrlCellEdit *edit)
{
  return ((edit->mask & TRL_CELL_SET_NOTE) && *edit->note) ||
         ((edit->mask & TRL_CELL_SET_SOURCE) && *edit->source) ||
         ((edit->mask & TRL_CELL_SET_INTENDED) && edit->intended >= 0);
}

static void
assert_reads_so (const TrlGrid *grid, const TrlCell *cell, const TrlCellEdit *edit)
{
  gboolean is_counted = trl_grid_get_rows (grid) == TRL_GRID_ROWS_SITES ||
                        trl_grid_get_columns (grid) == TRL_GRID_COLUMNS_TYPES;

  if (edit->mask & TRL_CELL_SET_LEVEL)
    g_assert_cmpint (cell->state, ==, edit->state);
  if ((edit->mask & TRL_CELL_SET_LEVEL) && edit->state == TRL_CELL_LEVEL)
    g_assert_cmpint (cell->rank, ==, edit->rank);
  if ((edit->mask & TRL_CELL_SET_LEVEL) && edit->state == TRL_CELL_EMPTY &&
      !keeps_tie (edit) && cell->intended < 0)
    g_assert_cmpuint (cell->n_edges, ==, 0);
  if (edit->mask & TRL_CELL_SET_NOTE)
    g_assert_cmpstr (cell->note ? cell->note : "", ==, edit->note);
  if (edit->mask & TRL_CELL_SET_SOURCE)
    g_assert_cmpstr (cell->source ? cell->source : "", ==, edit->source);
  if (edit->mask & TRL_CELL_SET_INTENDED)
    g_assert_cmpint (cell->intended, ==, edit->intended);
  if (!(edit->mask & TRL_CELL_SET_COUNT) || !is_counted)
    return;
  if (isnan (edit->count))
    g_assert_true (isnan (cell->count));
  else
    g_assert_cmpfloat (cell->count, ==, edit->count);
}

/* A grid that is made now says the same, where it has the row and the column. */
static void
assert_fresh_reads_so (TrlDocument       *document,
                       const TrlGrid     *grid,
                       guint              row,
                       guint              column,
                       const TrlCellEdit *edit)
{
  g_autoptr (TrlGrid) fresh =
    trl_grid_new (document, trl_grid_get_rows (grid), trl_grid_get_columns (grid),
                  trl_network_get_id (trl_grid_get_network (grid, row)));
  TrlGridHeader side, top;
  TrlCell       cell;

  trl_grid_get_header (grid, TRL_GRID_ROW, row, &side);
  trl_grid_get_header (grid, TRL_GRID_COLUMN, column, &top);
  if (trl_grid_find (fresh, TRL_GRID_COLUMN, top.id) < 0)
    return;
  cell = cell_of (fresh, side.id, top.id);
  assert_reads_so (fresh, &cell, edit);
}

static TrlGrid *
random_grid (TrlDocument *document, GRand *rand)
{
  TrlGridRows    rows = (TrlGridRows) g_rand_int_range (rand, 0, 2);
  TrlGridColumns columns = (TrlGridColumns) g_rand_int_range (rand, 0, 2);

  return trl_grid_new (document, rows, columns, g_rand_boolean (rand) ? "a" : "b");
}

/* A grid serves for some edits, as it does in a step. */
static guint
edit_at_random (TrlDocument *document, GRand *rand)
{
  g_autoptr (TrlGrid) grid = random_grid (document, rand);
  guint done = 0;

  for (guint i = 0; i < 5; i++)
    {
      TrlCellEdit edit = random_edit (rand);
      guint       row =
        (guint) g_rand_int_range (rand, 0, (int) trl_grid_get_size (grid, TRL_GRID_ROW));
      guint column = (guint) g_rand_int_range (
        rand, 0, (int) trl_grid_get_size (grid, TRL_GRID_COLUMN));
      g_autofree char *before = describe_document (document);
      g_autofree char *after = NULL;
      TrlCell          cell;

      if (trl_grid_edit_cell (document, grid, row, column, &edit, NULL))
        {
          trl_grid_get_cell (grid, row, column, &cell);
          assert_reads_so (grid, &cell, &edit);
          assert_fresh_reads_so (document, grid, row, column, &edit);
          done++;
        }
      after = describe_document (document);
      trl_grid_get_cell (grid, row, column, &cell);
      if (trl_grid_edit_cell (document, grid, row, column, &edit, NULL))
        {
          /* Once more is no change. */
          g_autofree char *again = describe_document (document);

          g_assert_cmpstr (after, ==, again);
        }
      else
        g_assert_cmpstr (before, ==, after);
    }
  return done;
}

static void
test_cells_read_as_set (void)
{
  g_autoptr (TrlDocument) document = make ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261124);
  g_autofree char *first = describe_document (document);
  g_autofree char *last = NULL;
  guint            done = 0;

  for (guint i = 0; i < N_EDITS / 5; i++)
    {
      trl_document_begin (document, "Edit", NULL);
      done += edit_at_random (document, rand);
      trl_document_end (document);
    }
  g_assert_cmpuint (done, >, N_EDITS / 3);
  while (trl_document_undo (document))
    ;
  last = describe_document (document);
  g_assert_cmpstr (first, ==, last);
}

/* ---- any network is shown as it is rolled up ---- */

static TrlDocument *
random_network (GRand *rand)
{
  static const char *const levels[] = { "none", "networking", "cooperation", NULL };
  static const char *const presences[] = { NULL, "absent", "unknown" };
  TrlDocument             *document = trl_document_new ();
  const guint              n = 12;

  trl_document_begin (document, "Make", NULL);
  add_network (document, "a");
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("n%u", i);

      add_node (document, "a", id, id, types[g_rand_int_range (rand, 0, 6)], NULL);
    }
  if (g_rand_boolean (rand))
    trl_document_set (document, TRL_KIND_NETWORK, "a", NULL, TRL_NETWORK_HUB,
                      TRL_TEXT ("n0"));
  for (guint i = 0; i < 30; i++)
    {
      guint            a = (guint) g_rand_int_range (rand, 0, i % 2 ? 1 : (int) n);
      guint            b = (guint) g_rand_int_range (rand, 1, (int) n);
      g_autofree char *from = g_strdup_printf ("n%u", a);
      g_autofree char *to = g_strdup_printf ("n%u", b);
      g_autofree char *id = g_strdup_printf ("e%u", i);
      g_autoptr (TrlRecord) edge = trl_record_new_edge (id, from, to);

      trl_record_set (edge, TRL_EDGE_LEVEL, TRL_TEXT (levels[g_rand_int (rand) % 4]));
      trl_record_set (edge, TRL_EDGE_PRESENCE,
                      TRL_TEXT (presences[g_rand_int (rand) % 3]));
      trl_document_add (document, "a", edge);
    }
  if (g_rand_boolean (rand))
    trl_document_set (document, TRL_KIND_DOCUMENT, NULL, NULL, TRL_DOCUMENT_ROLL_UP_RULE,
                      TRL_TEXT ("median"));
  trl_document_end (document);
  return document;
}

static void
assert_as_rolled_up (const TrlNetwork *rolled, const TrlGrid *grid, guint column)
{
  const TrlTable *nodes = trl_network_get_nodes (rolled);
  const TrlTable *edges = trl_network_get_edges (rolled);
  TrlGridHeader   header;
  TrlCell         cell;
  guint           node, edge = TRL_NO_ROW;
  int             rank;
  const char     *presence;

  trl_grid_get_header (grid, TRL_GRID_COLUMN, column, &header);
  trl_grid_get_cell (grid, 0, column, &cell);
  node = trl_table_find (nodes, header.id);
  g_assert_cmpint (node == TRL_NO_ROW, ==, cell.n_nodes == 0);
  if (node != TRL_NO_ROW)
    edge = trl_network_get_node_edge (rolled, trl_network_get_hub (rolled), node);
  g_assert_cmpint (edge == TRL_NO_ROW, ==, cell.n_edges == 0);
  if (edge == TRL_NO_ROW)
    {
      g_assert_cmpint (cell.state, ==, TRL_CELL_EMPTY);
      return;
    }
  rank = trl_network_get_edge_rank (rolled, edge);
  presence = trl_table_get_text (edges, edge, TRL_EDGE_PRESENCE);
  g_assert_cmpint (cell.rank, ==, rank);
  if (rank < 0)
    g_assert_cmpint (cell.state, ==,
                     !presence                          ? TRL_CELL_NOT_REPORTED
                     : g_str_equal (presence, "absent") ? TRL_CELL_ABSENT
                                                        : TRL_CELL_EMPTY);
}

static void
test_as_rolled_up (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint i = 0; i < 200; i++)
    {
      g_autoptr (TrlDocument) document = random_network (rand);
      TrlNetwork *network = trl_document_get_network (document, 0);
      g_autoptr (TrlNetwork) rolled = trl_network_roll_up (network);
      g_autoptr (TrlGrid) grid =
        trl_grid_new (document, TRL_GRID_ROWS_SITES, TRL_GRID_COLUMNS_TYPES, NULL);

      for (guint j = 0; j < trl_grid_get_size (grid, TRL_GRID_COLUMN); j++)
        assert_as_rolled_up (rolled, grid, j);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/grid/partners-of-several-sites-are-the-same",
                   test_same_partners);
  g_test_add_func ("/model/grid/two-answers-are-both-told", test_two_answers);
  g_test_add_func ("/model/grid/planned-and-absent-are-told-apart",
                   test_planned_and_absent);
  g_test_add_func ("/model/grid/directions-have-a-cell-each", test_directions);
  g_test_add_func ("/model/grid/intention-outlives-the-level",
                   test_intention_outlives_the_level);
  g_test_add_func ("/model/grid/nothing-is-left-of-an-intention",
                   test_nothing_is_left_of_an_intention);
  g_test_add_func ("/model/grid/refusals-change-nothing", test_refusals_change_nothing);
  g_test_add_func ("/model/grid/cells-read-as-set", test_cells_read_as_set);
  g_test_add_func ("/model/grid/any-network-is-shown-as-rolled-up", test_as_rolled_up);
  return g_test_run ();
}
