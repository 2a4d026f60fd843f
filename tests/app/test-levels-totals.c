/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What rows and columns come to: the same as elsewhere in the window, of the layer on
 * show, and the same after an edit as counted anew.
 */

#include "config.h"

#include "large-fixture.h"
#include "levels-fixture.h"

#include "analysis/trl-profile.h"

#include <math.h>

static TrellisApplication *application;

static TrellisSheetHeader
total_of (LevelsFixture *s, TrlGridAxis axis, guint index)
{
  TrellisSheetHeader total;

  g_assert_true (
    trellis_sheet_model_get_total (TRELLIS_SHEET_MODEL (s->model), axis, index, &total));
  return total;
}

static void
show_layer (LevelsFixture *s, const char *layer)
{
  g_assert_true (
    gtk_widget_activate_action (GTK_WIDGET (s->page), "grid.layer", "s", layer));
}

/* A partner that is only named has neither, and one that is named without a level both.
 */
static void
test_agrees (void)
{
  LevelsFixture s;

  levels_set_up (&s, fixture_document ());
  levels_select_area (&s, 1, 0, 1, 2);
  g_signal_emit_by_name (s.sheet, "erase");
  levels_type_at (&s, 1, 3, "n");
  levels_commit (&s, "n");
  for (guint row = 0; row < 3; row++)
    {
      g_autoptr (TrlProfile) profile = trl_profile_new (
        trl_grid_get_network (trellis_levels_model_get_grid (s.model), row));
      g_autofree char *text =
        g_strdup_printf ("%u of %u engaged", profile->n_engaged, profile->n_asked);

      g_assert_cmpstr (total_of (&s, TRL_GRID_ROW, row).name, ==, text);
    }
  levels_tear_down (&s);
}

static void
test_layer (void)
{
  LevelsFixture s;

  levels_set_up (&s, fixture_document ());
  show_layer (&s, "intended");
  g_assert_cmpstr (total_of (&s, TRL_GRID_ROW, 0).name, ==, "–");
  g_assert_null (total_of (&s, TRL_GRID_ROW, 0).detail);
  levels_type_at (&s, 0, 0, "2");
  levels_type_at (&s, 0, 1, "3");
  levels_type_at (&s, 0, 2, "0");
  g_assert_cmpstr (total_of (&s, TRL_GRID_ROW, 0).name, ==, "2 intended");
  g_assert_cmpstr (total_of (&s, TRL_GRID_ROW, 0).detail, ==, "depth 2.5");
  g_assert_cmpstr (total_of (&s, TRL_GRID_COLUMN, 0).name, ==, "1");
  levels_tear_down (&s);
}

static void
assert_same (const TrlGrid *grid, TrellisLevelsTotals *one, TrellisLevelsTotals *other)
{
  for (TrlGridAxis axis = TRL_GRID_ROW; axis <= TRL_GRID_COLUMN; axis++)
    for (guint i = 0; i < trl_grid_get_size (grid, axis); i++)
      {
        TrellisLevelsTotal a = trellis_levels_totals_get (one, axis, i);
        TrellisLevelsTotal b = trellis_levels_totals_get (other, axis, i);

        g_assert_cmpuint (a.n_engaged, ==, b.n_engaged);
        g_assert_cmpuint (a.n_cells, ==, b.n_cells);
        g_assert_cmpuint (a.sum, ==, b.sum);
        g_assert_true (a.depth == b.depth || (isnan (a.depth) && isnan (b.depth)));
      }
  for (guint meant = 0; meant <= TRL_MEANT_ABOVE; meant++)
    g_assert_cmpuint (trellis_levels_totals_count_meant (one, (TrlMeant) meant), ==,
                      trellis_levels_totals_count_meant (other, (TrlMeant) meant));
}

static void
assert_as_counted_anew (LevelsFixture *s)
{
  const TrlGrid *grid = trellis_levels_model_get_grid (s->model);
  g_autoptr (TrellisLevelsTotals) fresh = trellis_levels_totals_new ();

  g_assert_true (trellis_levels_totals_update (fresh, grid, FALSE, G_MAXINT64));
  assert_same (grid, trellis_levels_model_get_totals (s->model), fresh);
}

static void
test_kept_up (void)
{
  LevelsFixture s;

  levels_set_up (&s, fixture_document ());
  show_layer (&s, "intended");
  levels_type_at (&s, 0, 0, "2");
  levels_type_at (&s, 2, 5, "3");
  show_layer (&s, "level");
  trellis_levels_model_get_totals (s.model);
  levels_type_at (&s, 0, 0, "1");
  levels_type_at (&s, 2, 5, "4");
  levels_select_area (&s, 1, 2, 2, 3);
  g_signal_emit_by_name (s.sheet, "erase");
  g_assert_true (trl_document_undo (s.document));
  g_assert_true (trl_document_redo (s.document));
  assert_as_counted_anew (&s);
  levels_tear_down (&s);
}

static guint
count_engaged (LevelsFixture *s, TrlGridAxis axis, guint index)
{
  const TrlGrid *grid = trellis_levels_model_get_grid (s->model);
  gboolean       by_row = axis == TRL_GRID_ROW;
  guint          n = 0;

  for (guint i = 0; i < trl_grid_get_size (grid, by_row ? TRL_GRID_COLUMN : TRL_GRID_ROW);
       i++)
    {
      TrlCell cell;

      trl_grid_get_cell (grid, by_row ? index : i, by_row ? i : index, &cell);
      n += cell.state == TRL_CELL_LEVEL || cell.state == TRL_CELL_NOT_REPORTED;
    }
  return n;
}

static void
assert_engaged_as_seen (LevelsFixture *s)
{
  TrellisLevelsTotals *totals = trellis_levels_model_get_totals (s->model);
  const TrlGrid       *grid = trellis_levels_model_get_grid (s->model);

  for (TrlGridAxis axis = TRL_GRID_ROW; axis <= TRL_GRID_COLUMN; axis++)
    for (guint i = 0; i < trl_grid_get_size (grid, axis); i++)
      g_assert_cmpuint (trellis_levels_totals_get (totals, axis, i).n_engaged, ==,
                        count_engaged (s, axis, i));
}

/* All rows are of one network: only cells with partnerships are counted. */
static void
test_types_of_partners (void)
{
  LevelsFixture s;

  levels_set_up (&s, fixture_organizations ());
  trellis_levels_model_set_axes (s.model, TRL_GRID_ROWS_PARTNERS, TRL_GRID_COLUMNS_TYPES);
  assert_engaged_as_seen (&s);
  levels_select_area (&s, 0, 0, 8, 8);
  g_signal_emit_by_name (s.sheet, "erase");
  assert_engaged_as_seen (&s);
  assert_as_counted_anew (&s);
  trl_document_undo (s.document);
  assert_engaged_as_seen (&s);
  assert_as_counted_anew (&s);
  levels_tear_down (&s);
}

static void
test_partners (void)
{
  LevelsFixture        s;
  TrellisLevelsTotals *totals;
  guint                before;

  levels_set_up (&s, fixture_organizations ());
  trellis_levels_model_set_axes (s.model, TRL_GRID_ROWS_PARTNERS,
                                 TRL_GRID_COLUMNS_PARTNERS);
  totals = trellis_levels_model_get_totals (s.model);
  before = trellis_levels_totals_get (totals, TRL_GRID_ROW, 2).n_engaged;
  g_assert_cmpuint (before, ==, count_engaged (&s, TRL_GRID_ROW, 2));
  g_assert_cmpuint (before, >, 0);
  levels_type_at (&s, 2, 20, "3");
  totals = trellis_levels_model_get_totals (s.model);
  g_assert_cmpuint (trellis_levels_totals_get (totals, TRL_GRID_ROW, 2).n_engaged, ==,
                    before + 1);
  assert_engaged_as_seen (&s);
  assert_as_counted_anew (&s);
  levels_tear_down (&s);
}

/* What is counted a piece at a time comes to the same, and begins anew when something
 * changes between two pieces. */
static void
test_pieces (void)
{
  LevelsFixture  s;
  const TrlGrid *grid;
  g_autoptr (TrellisLevelsTotals) totals = trellis_levels_totals_new ();
  guint pieces = 0;

  levels_set_up (&s, large_document (1000, 3000));
  grid = trellis_levels_model_get_grid (s.model);
  g_assert_cmpuint (trl_grid_get_size (grid, TRL_GRID_ROW), ==, 1000);
  for (guint i = 0; i < 3; i++)
    g_assert_false (trellis_levels_totals_update (totals, grid, FALSE, 0));
  large_set_level (s.document, 4);
  while (!trellis_levels_totals_update (totals, grid, FALSE, 0))
    g_assert_cmpuint (++pieces, <, 1000);
  g_assert_cmpuint (pieces, >, 3);
  assert_same (grid, totals, trellis_levels_model_get_totals (s.model));
  levels_tear_down (&s);
}

static void
on_changed (TrellisSheetModel *model, gboolean reordered, guint *n)
{
  (*n)++;
}

/* Who asks before all is counted is told so, and told again when it is. */
static void
test_counted_between_frames (void)
{
  LevelsFixture s;
  guint         told = 0;
  gboolean      waited;

  levels_set_up (&s, large_document (20000, 60000));
  g_signal_connect (s.model, "changed", G_CALLBACK (on_changed), &told);
  trellis_levels_model_set_layer (s.model, TRELLIS_LAYER_INTENDED);
  trellis_levels_model_set_layer (s.model, TRELLIS_LAYER_LEVEL);
  told = 0;
  waited = g_str_equal (total_of (&s, TRL_GRID_ROW, 0).name, "…");
  for (gint64 end = g_get_monotonic_time () + 60 * G_TIME_SPAN_SECOND;
       g_str_equal (total_of (&s, TRL_GRID_ROW, 0).name, "…") &&
       g_get_monotonic_time () < end;)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpstr (total_of (&s, TRL_GRID_ROW, 0).name, !=, "…");
  g_assert_cmpuint (told, >=, waited);
  assert_as_counted_anew (&s);
  levels_tear_down (&s);
}

int
main (int argc, char **argv)
{
  int status;

  gtk_test_init (&argc, &argv, NULL);
  application = fixture_start ();
  g_test_add_func ("/levels-totals/pieces-come-to-the-same", test_pieces);
  g_test_add_func ("/levels-totals/are-counted-between-frames",
                   test_counted_between_frames);
  g_test_add_func ("/levels-totals/rows-are-counted-as-elsewhere", test_agrees);
  g_test_add_func ("/levels-totals/intended-layer-has-its-own", test_layer);
  g_test_add_func ("/levels-totals/edits-count-as-counting-anew", test_kept_up);
  g_test_add_func ("/levels-totals/partners-are-counted-as-seen", test_partners);
  g_test_add_func ("/levels-totals/types-of-partners-too", test_types_of_partners);
  status = g_test_run ();
  g_object_unref (application);
  return status;
}
