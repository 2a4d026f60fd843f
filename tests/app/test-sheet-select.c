/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the cursor of a sheet goes, and where its parts are, without a widget. */
#include "grid/trellis-sheet-layout.h"
#include "grid/trellis-sheet-select.h"

static TrellisSheetSelect
begin (guint rows, guint columns, guint row, guint column)
{
  TrellisSheetSelect select = { 0 };
  trellis_sheet_select_resize (&select, rows, columns);
  trellis_sheet_select_cell (&select, row, column);
  return select;
}

static void
assert_cursor (const TrellisSheetSelect *select, guint row, guint column)
{
  g_assert_cmpuint (select->cursor[0], ==, row);
  g_assert_cmpuint (select->cursor[1], ==, column);
}

static void
assert_area (const TrellisSheetSelect *select,
             guint                     row,
             guint                     column,
             guint                     n_rows,
             guint                     n_columns)
{
  TrellisSheetArea area;
  trellis_sheet_select_get_area (select, &area);
  g_assert_cmpuint (area.row, ==, row);
  g_assert_cmpuint (area.column, ==, column);
  g_assert_cmpuint (area.n_rows, ==, n_rows);
  g_assert_cmpuint (area.n_columns, ==, n_columns);
}

static void
test_moves_stay_inside (void)
{
  TrellisSheetSelect select = begin (10, 5, 0, 0);
  trellis_sheet_select_move (&select, -1, -1, FALSE);
  assert_cursor (&select, 0, 0);
  trellis_sheet_select_move (&select, G_MAXINT / 2, G_MAXINT / 2, FALSE);
  assert_cursor (&select, 9, 4);
  assert_area (&select, 9, 4, 1, 1);
}

static void
test_extending_leaves_the_cursor (void)
{
  TrellisSheetSelect select = begin (10, 5, 4, 2);
  trellis_sheet_select_move (&select, 2, 0, TRUE);
  trellis_sheet_select_move (&select, 0, -1, TRUE);
  assert_cursor (&select, 4, 2);
  assert_area (&select, 4, 1, 3, 2);
  trellis_sheet_select_move (&select, -5, 0, TRUE);
  assert_area (&select, 1, 1, 4, 2);
  g_assert_true (trellis_sheet_select_shrink (&select));
  assert_area (&select, 4, 2, 1, 1);
  g_assert_false (trellis_sheet_select_shrink (&select));
}

static void
test_enter_and_tab_go_round_in_a_rectangle (void)
{
  TrellisSheetSelect select = begin (10, 5, 0, 0);
  trellis_sheet_select_set_area (&select, &(TrellisSheetArea){ 2, 1, 2, 3 });
  assert_cursor (&select, 2, 1);
  static const guint down[6][2] = { { 3, 1 }, { 2, 2 }, { 3, 2 },
                                    { 2, 3 }, { 3, 3 }, { 2, 1 } };
  for (guint i = 0; i < 6; i++)
    {
      g_assert_true (trellis_sheet_select_step (&select, TRL_GRID_ROW, 1));
      assert_cursor (&select, down[i][0], down[i][1]);
    }
  g_assert_true (trellis_sheet_select_step (&select, TRL_GRID_COLUMN, -1));
  assert_cursor (&select, 3, 3);
  assert_area (&select, 2, 1, 2, 3);
  trellis_sheet_select_move (&select, 0, 1, FALSE);
  assert_area (&select, 3, 4, 1, 1);
}

static void
test_enter_goes_back_to_where_tab_began (void)
{
  TrellisSheetSelect select = begin (10, 5, 0, 1);
  trellis_sheet_select_step (&select, TRL_GRID_COLUMN, 1);
  trellis_sheet_select_step (&select, TRL_GRID_COLUMN, 1);
  assert_cursor (&select, 0, 3);
  trellis_sheet_select_step (&select, TRL_GRID_ROW, 1);
  assert_cursor (&select, 1, 1);
}

static void
test_tab_reads_on_and_ends (void)
{
  TrellisSheetSelect select = begin (2, 2, 0, 1);
  g_assert_true (trellis_sheet_select_step (&select, TRL_GRID_COLUMN, 1));
  assert_cursor (&select, 1, 0);
  g_assert_true (trellis_sheet_select_step (&select, TRL_GRID_COLUMN, 1));
  g_assert_false (trellis_sheet_select_step (&select, TRL_GRID_COLUMN, 1));
  assert_cursor (&select, 1, 1);
  g_assert_false (trellis_sheet_select_step (&select, TRL_GRID_ROW, 1));
  trellis_sheet_select_cell (&select, 0, 0);
  g_assert_false (trellis_sheet_select_step (&select, TRL_GRID_COLUMN, -1));
}

/* A row of full and empty cells, by a text. */
static gboolean
is_full (gpointer data, guint row, guint column)
{
  return ((const char *) data)[column] == 'x';
}

static void
test_jumps_end_at_edges_of_data (void)
{
  static const struct
  {
    const char *row;
    guint       from;
    int         by;
    guint       to;
  } cases[] = {
    { "xxx..x..", 0, 1, 2 },  { "xxx..x..", 2, 1, 5 },  { "xxx..x..", 5, 1, 7 },
    { "xxx..x..", 3, 1, 5 },  { "xxx..x..", 7, -1, 5 }, { "xxx..x..", 5, -1, 2 },
    { "xxx..x..", 2, -1, 0 }, { "........", 3, 1, 7 },  { "xxxxxxxx", 3, -1, 0 },
    { ".......x", 7, 1, 7 },  { "......xx", 5, 1, 6 },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TrellisSheetSelect select = begin (1, 8, 0, cases[i].from);
      trellis_sheet_select_jump (&select, 0, cases[i].by, FALSE, is_full,
                                 (gpointer) cases[i].row);
      assert_cursor (&select, 0, cases[i].to);
    }
}

static void
test_lines (void)
{
  TrellisSheetSelect select = begin (10, 5, 3, 2);
  g_assert_cmpint (trellis_sheet_select_get_axis (&select), ==, -1);
  trellis_sheet_select_line (&select, TRL_GRID_COLUMN, 1, FALSE);
  assert_area (&select, 0, 1, 10, 1);
  trellis_sheet_select_line (&select, TRL_GRID_COLUMN, 3, TRUE);
  assert_area (&select, 0, 1, 10, 3);
  g_assert_cmpint (trellis_sheet_select_get_axis (&select), ==, TRL_GRID_COLUMN);
  trellis_sheet_select_cell (&select, 6, 2);
  trellis_sheet_select_whole (&select, TRL_GRID_ROW);
  assert_cursor (&select, 6, 2);
  assert_area (&select, 6, 0, 1, 5);
  trellis_sheet_select_move (&select, 2, 0, TRUE);
  assert_area (&select, 6, 0, 3, 5);
  trellis_sheet_select_all (&select);
  assert_area (&select, 0, 0, 10, 5);
  g_assert_cmpint (trellis_sheet_select_get_axis (&select), ==, -1);
}

static void
test_shrinking_sheet_keeps_the_cursor_inside (void)
{
  TrellisSheetSelect select = begin (10, 5, 0, 0);
  trellis_sheet_select_set_area (&select, &(TrellisSheetArea){ 4, 2, 5, 3 });
  trellis_sheet_select_resize (&select, 6, 3);
  assert_cursor (&select, 4, 2);
  assert_area (&select, 4, 2, 2, 1);
  trellis_sheet_select_resize (&select, 0, 3);
  trellis_sheet_select_move (&select, 1, 1, FALSE);
  g_assert_false (trellis_sheet_select_step (&select, TRL_GRID_ROW, 1));
  assert_cursor (&select, 0, 0);
}

/* --- geometry --- */

static TrellisSheetTrack
make_track (guint n, double view)
{
  TrellisSheetMeasures measures = { .line = 16, .row_name = 900, .total = { 40, 90 } };
  TrellisSheetTrack    track = { .n = n, .view = view };
  trellis_sheet_track_fit_across (&track, &measures);
  return track;
}

static void
test_frozen_parts_leave_room (void)
{
  for (double view = 200; view <= 1600; view += 20)
    {
      TrellisSheetTrack track = make_track (50, view);
      double            frozen = track.head + (track.frozen ? track.total : 0);
      g_assert_cmpfloat (track.head, <=, 0.4 * view);
      g_assert_cmpfloat (view - frozen, >=, MIN (3 * track.cell, 0.6 * view));
      g_assert_cmpfloat (track.cell, >=, 24);
    }
}

/* Every cell can be brought into view as a whole, and is found where it is. */
static void
test_every_cell_is_revealed_and_found (void)
{
  static const double views[] = { 360, 900, 1600 };
  for (guint v = 0; v < G_N_ELEMENTS (views); v++)
    {
      TrellisSheetTrack track = make_track (50, views[v]);
      for (guint i = 0; i < 150; i++)
        {
          guint cell = (i * 37) % 50, index, first, end;
          track.scroll = trellis_sheet_track_reveal (&track, cell);
          double place = trellis_sheet_track_get_place (&track, cell);
          g_assert_cmpfloat (place, >=, track.head);
          g_assert_cmpfloat (place + track.cell, <=,
                             trellis_sheet_track_get_end (&track));
          g_assert_cmpint (trellis_sheet_track_find (&track, place + 3, &index), ==,
                           TRELLIS_SHEET_CELLS);
          g_assert_cmpuint (index, ==, cell);
          trellis_sheet_track_get_range (&track, &first, &end);
          g_assert_true (cell >= first && cell < end);
          g_assert_cmpuint (end - first, <=, (guint) (views[v] / track.cell) + 2);
        }
    }
}

static void
test_totals_follow_the_last_cell (void)
{
  TrellisSheetTrack few = make_track (2, 900), many = make_track (50, 900);
  guint             index;
  g_assert_cmpfloat_with_epsilon (trellis_sheet_track_get_total_place (&few),
                                  few.head + 2 * few.cell, 0.01);
  g_assert_cmpint (trellis_sheet_track_find (&few, 899, &index), ==,
                   TRELLIS_SHEET_BEYOND);
  g_assert_true (many.frozen);
  g_assert_cmpfloat_with_epsilon (trellis_sheet_track_get_total_place (&many),
                                  900 - many.total, 0.01);
  g_assert_cmpint (trellis_sheet_track_find (&many, 899, &index), ==,
                   TRELLIS_SHEET_TOTAL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sheet/select/moves-stay-inside", test_moves_stay_inside);
  g_test_add_func ("/sheet/select/extending-leaves-the-cursor",
                   test_extending_leaves_the_cursor);
  g_test_add_func ("/sheet/select/enter-and-tab-go-round-in-a-rectangle",
                   test_enter_and_tab_go_round_in_a_rectangle);
  g_test_add_func ("/sheet/select/enter-goes-back-to-where-tab-began",
                   test_enter_goes_back_to_where_tab_began);
  g_test_add_func ("/sheet/select/tab-reads-on-and-ends", test_tab_reads_on_and_ends);
  g_test_add_func ("/sheet/select/jumps-end-at-edges-of-data",
                   test_jumps_end_at_edges_of_data);
  g_test_add_func ("/sheet/select/lines-are-selected-whole", test_lines);
  g_test_add_func ("/sheet/select/shrinking-sheet-keeps-the-cursor-inside",
                   test_shrinking_sheet_keeps_the_cursor_inside);
  g_test_add_func ("/sheet/layout/frozen-parts-leave-room", test_frozen_parts_leave_room);
  g_test_add_func ("/sheet/layout/every-cell-is-revealed-and-found",
                   test_every_cell_is_revealed_and_found);
  g_test_add_func ("/sheet/layout/totals-follow-the-last-cell",
                   test_totals_follow_the_last_cell);
  return g_test_run ();
}
