/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows and columns in the orders of the menu, either way. */

#include "config.h"

#include "levels-fixture.h"

#include "grid/trellis-levels-page-private.h"

static TrellisApplication *application;

/* The first letters of rows or columns, in their order. */
static char *
names_of (LevelsFixture *s, TrlGridAxis axis)
{
  const TrlGrid *grid = trellis_levels_model_get_grid (s->model);
  GString       *text = g_string_new (NULL);

  for (guint i = 0; i < trl_grid_get_size (grid, axis); i++)
    {
      TrlGridHeader header;

      trl_grid_get_header (grid, axis, i, &header);
      g_string_append_printf (text, "%s%s", i ? " " : "", header.name);
    }
  return g_string_free (text, FALSE);
}

static void
assert_rows (LevelsFixture *s, const char *wanted)
{
  g_autofree char *names = names_of (s, TRL_GRID_ROW);

  g_assert_cmpstr (names, ==, wanted);
}

static void
choose (LevelsFixture *s, const char *action, const char *by)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (s->page), action, "s", by));
}

/* Three sites: B has one more than the others, and C is deeper than A. */
static void
set_up (LevelsFixture *s)
{
  levels_set_up (s, fixture_document ());
  levels_select_area (s, 0, 0, 3, 18);
  g_signal_emit_by_name (s->sheet, "erase");
  levels_type_at (s, 0, 4, "1");
  levels_type_at (s, 0, 5, "1");
  levels_type_at (s, 1, 3, "1");
  levels_type_at (s, 1, 4, "2");
  levels_type_at (s, 1, 5, "1");
  levels_type_at (s, 2, 4, "4");
  levels_type_at (s, 2, 5, "1");
}

static void
test_packed (void)
{
  LevelsFixture  s;
  const TrlGrid *grid;

  set_up (&s);
  g_assert_true (levels_act (&s, "grid.pack"));
  assert_rows (&s, "Site B Site C Site A");
  grid = trellis_levels_model_get_grid (s.model);
  for (guint row = 0; row < 3; row++) /* nothing empty before what is engaged */
    for (guint column = 1; column < trl_grid_get_size (grid, TRL_GRID_COLUMN); column++)
      if (levels_state_at (&s, row, column - 1) == TRL_CELL_EMPTY)
        g_assert_cmpint (levels_state_at (&s, row, column), ==, TRL_CELL_EMPTY);
  g_assert_cmpint (levels_rank_at (&s, 1, 0), ==, 4); /* the deeper column first */
  levels_tear_down (&s);
}

static void
test_reversed (void)
{
  LevelsFixture s;

  set_up (&s);
  choose (&s, "grid.sort-rows", "nested");
  g_assert_true (levels_act (&s, "grid.reverse-rows"));
  assert_rows (&s, "Site A Site C Site B");
  choose (&s, "grid.sort-rows", "name");
  assert_rows (&s, "Site C Site B Site A");
  choose (&s, "grid.sort-rows", "document");
  assert_rows (&s, "Site C Site B Site A");
  g_assert_true (levels_act (&s, "grid.reverse-rows"));
  assert_rows (&s, "Site A Site B Site C");
  levels_tear_down (&s);
}

/* An order that a paste gave is turned round, not thrown away. */
static void
test_kept (void)
{
  LevelsFixture s;
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  set_up (&s);
  g_ptr_array_add (ids, (char *) "Site C");
  g_ptr_array_add (ids, (char *) "Site A");
  trellis_levels_page_keep_order (s.page, TRL_GRID_ROW, ids);
  assert_rows (&s, "Site C Site A Site B");
  g_assert_true (levels_act (&s, "grid.reverse-rows"));
  assert_rows (&s, "Site B Site A Site C");
  g_assert_true (levels_act (&s, "grid.reverse-rows"));
  assert_rows (&s, "Site C Site A Site B");
  levels_tear_down (&s);
}

static guint
count_items (GMenuModel *menu, const char *action, const char *target)
{
  guint n = 0;

  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autoptr (GMenuModel) section =
        g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);
      g_autofree char *own = NULL;
      g_autofree char *own_target = NULL;

      g_menu_model_get_item_attribute (menu, i, "action", "s", &own);
      g_menu_model_get_item_attribute (menu, i, "target", "s", &own_target);
      n += !g_strcmp0 (own, action) && !g_strcmp0 (own_target, target);
      n += section ? count_items (section, action, target) : 0;
    }
  return n;
}

static GMenuModel *
sort_menu (LevelsFixture *s)
{
  GtkWidget *button = fixture_find (GTK_WIDGET (s->page), GTK_TYPE_MENU_BUTTON,
                                    "Order of Rows and Columns");

  g_assert_nonnull (button);
  return gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (button));
}

static void
test_families (void)
{
  LevelsFixture s;

  set_up (&s);
  g_assert_cmpuint (count_items (sort_menu (&s), "grid.sort-rows", "nested"), ==, 1);
  g_assert_cmpuint (count_items (sort_menu (&s), "grid.sort-rows", "family"), ==, 0);
  g_assert_cmpuint (count_items (sort_menu (&s), "grid.sort-columns", "family"), ==, 1);
  choose (&s, "grid.axes", "partners-partners");
  g_assert_cmpuint (count_items (sort_menu (&s), "grid.sort-rows", "family"), ==, 1);
  levels_tear_down (&s);
}

int
main (int argc, char **argv)
{
  int status;

  gtk_test_init (&argc, &argv, NULL);
  application = fixture_start ();
  g_test_add_func ("/levels-order/packed-order-is-nested", test_packed);
  g_test_add_func ("/levels-order/every-order-has-a-reverse", test_reversed);
  g_test_add_func ("/levels-order/turned-round-as-pasted", test_kept);
  g_test_add_func ("/levels-order/sites-have-no-families", test_families);
  status = g_test_run ();
  g_object_unref (application);
  return status;
}
