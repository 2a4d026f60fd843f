/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The difference between what is and what is meant is plain to see, and counted. */

#include "config.h"

#include "levels-fixture.h"

#include "grid/trellis-levels-key.h"

static TrellisApplication *application;

static void
show_layer (LevelsFixture *s, const char *layer)
{
  g_assert_true (
    gtk_widget_activate_action (GTK_WIDGET (s->page), "grid.layer", "s", layer));
}

static void
intend (LevelsFixture *s, guint column, int rank)
{
  levels_select_area (s, 0, column, 1, 1);
  g_assert_true (
    gtk_widget_activate_action (GTK_WIDGET (s->page), "grid.set-intended", "i", rank));
}

/* Two above, one as intended, one below; what is meant of the others nobody said. */
static void
set_up (LevelsFixture *s)
{
  levels_set_up (s, fixture_document ());
  for (guint i = 0; i < 4; i++)
    levels_type_at (s, 0, i, "2");
  intend (s, 0, 1);
  intend (s, 1, 0);
  intend (s, 2, 2);
  intend (s, 3, 4);
  show_layer (s, "difference");
  fixture_spin (100);
}

static void
get_cell (LevelsFixture *s, guint column, TrellisSheetCell *cell)
{
  trellis_sheet_model_get_cell (TRELLIS_SHEET_MODEL (s->model), 0, column, cell);
}

static double
distance (TrlColour a, TrlColour b)
{
  return ABS (a.r - b.r) + ABS (a.g - b.g) + ABS (a.b - b.b);
}

static void
test_looks (void)
{
  static const TrlMeant wanted[] = { TRL_MEANT_ABOVE, TRL_MEANT_ABOVE, TRL_MEANT_AT,
                                     TRL_MEANT_BELOW, TRL_MEANT_UNSAID };
  LevelsFixture         s;
  TrellisSheetCell      cells[5];

  set_up (&s);
  for (guint i = 0; i < 5; i++)
    {
      get_cell (&s, i, &cells[i]);
      g_assert_cmpint (cells[i].meant, ==, wanted[i]);
    }
  g_assert_cmpfloat (distance (cells[0].look.fill, cells[1].look.fill), ==, 0);
  for (guint i = 1; i < 5; i++)
    for (guint k = i + 1; k < 5; k++)
      g_assert_cmpfloat (distance (cells[i].look.fill, cells[k].look.fill), >, 0.2);
  levels_tear_down (&s);
}

static void
test_key (void)
{
  LevelsFixture s;
  GtkWidget    *page;

  set_up (&s);
  page = GTK_WIDGET (s.page);
  g_assert_nonnull (fixture_find (page, GTK_TYPE_LABEL, "2 above the intended"));
  g_assert_nonnull (fixture_find (page, GTK_TYPE_LABEL, "1 as intended"));
  g_assert_nonnull (fixture_find (page, GTK_TYPE_LABEL, "1 below the intended"));
  levels_type_at (&s, 0, 0, "1");
  fixture_spin (100);
  g_assert_nonnull (fixture_find (page, GTK_TYPE_LABEL, "2 as intended"));
  show_layer (&s, "level");
  fixture_spin (100);
  g_assert_null (fixture_find (page, TRELLIS_TYPE_LEVELS_KEY, NULL));
  levels_tear_down (&s);
}

int
main (int argc, char **argv)
{
  int status;

  gtk_test_init (&argc, &argv, NULL);
  application = fixture_start ();
  g_test_add_func ("/levels-difference/looks-differ", test_looks);
  g_test_add_func ("/levels-difference/key-counts-what-is-on-show", test_key);
  status = g_test_run ();
  g_object_unref (application);
  return status;
}
