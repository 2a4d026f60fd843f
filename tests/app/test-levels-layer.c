/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is typed, cut, copied and pasted is of the layer on show, and the other layer
 * stays as it was.
 */

#include "config.h"

#include "levels-fixture.h"

#include <math.h>

static TrellisApplication *application;

static void
show_layer (LevelsFixture *s, const char *layer)
{
  g_assert_true (
    gtk_widget_activate_action (GTK_WIDGET (s->page), "grid.layer", "s", layer));
}

static int
intended_at (LevelsFixture *s, guint row, guint column)
{
  TrlCell cell;

  levels_get_cell (s, row, column, &cell);
  return cell.intended;
}

static void
test_copy_and_paste (void)
{
  LevelsFixture s;
  g_autoptr (TrlSheet) copied = NULL;

  levels_set_up (&s, fixture_document ());
  show_layer (&s, "intended");
  levels_type_at (&s, 0, 0, "2");
  levels_type_at (&s, 0, 1, "3");
  levels_select_area (&s, 0, 0, 1, 3);
  g_assert_true (levels_act (&s, "grid.copy"));
  copied = levels_read_clipboard (&s);
  g_assert_cmpstr (trl_sheet_get (copied, 0, 0), ==, "Cooperation");
  g_assert_cmpstr (trl_sheet_get (copied, 0, 2), ==, "");
  trl_document_forget_history (s.document);
  levels_select_area (&s, 1, 0, 1, 1);
  g_assert_true (levels_act (&s, "grid.paste"));
  g_assert_true (fixture_wait (levels_has_undo, s.document));
  g_assert_cmpint (intended_at (&s, 1, 0), ==, 2);
  g_assert_cmpint (intended_at (&s, 1, 1), ==, 3);
  show_layer (&s, "level");
  g_assert_true (trl_document_undo (s.document));
  for (guint c = 0; c < 3; c++)
    {
      int before = levels_rank_at (&s, 1, c);

      g_assert_true (trl_document_redo (s.document));
      g_assert_cmpint (levels_rank_at (&s, 1, c), ==, before);
      g_assert_true (trl_document_undo (s.document));
    }
  levels_tear_down (&s);
}

static void
test_cut (void)
{
  LevelsFixture s;

  levels_set_up (&s, fixture_document ());
  show_layer (&s, "intended");
  levels_type_at (&s, 0, 0, "2");
  g_assert_true (levels_act (&s, "grid.cut"));
  g_assert_cmpint (intended_at (&s, 0, 0), ==, -1);
  g_assert_cmpint (levels_rank_at (&s, 0, 0), ==, 4);
  levels_type_at (&s, 0, 0, "1");
  g_signal_emit_by_name (s.sheet, "erase");
  g_assert_cmpint (intended_at (&s, 0, 0), ==, -1);
  g_assert_cmpint (levels_rank_at (&s, 0, 0), ==, 4);
  levels_tear_down (&s);
}

static void
test_no_counts (void)
{
  LevelsFixture s;
  TrlCell       before, cell;

  levels_set_up (&s, fixture_document ());
  show_layer (&s, "intended");
  levels_get_cell (&s, 0, 0, &before);
  levels_type_at (&s, 0, 0, "c");
  levels_commit (&s, "coord (9)");
  levels_get_cell (&s, 0, 0, &cell);
  g_assert_cmpint (cell.intended, ==, 3);
  g_assert_true (cell.count == before.count ||
                 (isnan (cell.count) && isnan (before.count)));
  levels_tear_down (&s);
}

/* A menu says which of the two it sets, whatever is on show. */
static void
test_menu (void)
{
  LevelsFixture s;

  levels_set_up (&s, fixture_document ());
  show_layer (&s, "intended");
  levels_select_area (&s, 0, 0, 1, 1);
  g_assert_true (
    gtk_widget_activate_action (GTK_WIDGET (s.page), "grid.set-level", "i", 1));
  g_assert_cmpint (levels_rank_at (&s, 0, 0), ==, 1);
  g_assert_cmpint (intended_at (&s, 0, 0), ==, -1);
  g_assert_true (
    gtk_widget_activate_action (GTK_WIDGET (s.page), "grid.set-intended", "i", 3));
  g_assert_cmpint (levels_rank_at (&s, 0, 0), ==, 1);
  g_assert_cmpint (intended_at (&s, 0, 0), ==, 3);
  levels_tear_down (&s);
}

int
main (int argc, char **argv)
{
  int status;

  gtk_test_init (&argc, &argv, NULL);
  application = fixture_start ();
  g_test_add_func ("/levels-layer/intended-levels-are-copied-and-pasted",
                   test_copy_and_paste);
  g_test_add_func ("/levels-layer/intended-levels-are-cut-and-cleared", test_cut);
  g_test_add_func ("/levels-layer/what-is-intended-has-no-number", test_no_counts);
  g_test_add_func ("/levels-layer/menu-of-the-level-sets-the-level", test_menu);
  status = g_test_run ();
  g_object_unref (application);
  return status;
}
