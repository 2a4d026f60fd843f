/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the keyboard goes: into the cells when the grid opens, and back to them when a
 * menu closes, so that the next key never edits something else.
 */

#include "config.h"

#include "fixture.h"

#include "formats/trl-clip.h"
#include "grid/trellis-clipboard.h"
#include "grid/trellis-grid-view.h"
#include "grid/trellis-levels-page.h"
#include "grid/trellis-table-cell.h"
#include "grid/trellis-table-page.h"

static TrellisApplication *application;

static TrellisWindow *
open_grid (TrlDocument *document)
{
  TrellisWindow *window = fixture_open (application, document);

  g_assert_true (
    gtk_widget_activate_action (GTK_WIDGET (window), "win.view", "s", "grid"));
  fixture_spin (200);
  return window;
}

static TrellisLevelsPage *
find_levels (TrellisWindow *window)
{
  return TRELLIS_LEVELS_PAGE (
    fixture_find (GTK_WIDGET (window), TRELLIS_TYPE_LEVELS_PAGE, NULL));
}

static gboolean
is_in (TrellisWindow *window, GtkWidget *widget)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (window));

  return focus && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

static void
test_opens_in_the_cells (void)
{
  g_autoptr (TrlDocument) document = fixture_document ();
  TrellisWindow *window = open_grid (document);
  TrellisSheet  *sheet = trellis_levels_page_get_sheet (find_levels (window));

  g_assert_true (is_in (window, GTK_WIDGET (sheet)));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_switching_goes_into_the_table (void)
{
  g_autoptr (TrlDocument) document = fixture_document ();
  TrellisWindow *window = open_grid (document);
  GtkWidget     *stack = gtk_widget_get_parent (GTK_WIDGET (find_levels (window)));

  gtk_stack_set_visible_child_name (GTK_STACK (stack), "partners");
  fixture_spin (200);
  g_assert_true (TRELLIS_IS_TABLE_CELL (gtk_root_get_focus (GTK_ROOT (window))));
  g_assert_true (is_in (window, gtk_stack_get_visible_child (GTK_STACK (stack))));
  gtk_stack_set_visible_child_name (GTK_STACK (stack), "levels");
  fixture_spin (200);
  g_assert_true (
    is_in (window, GTK_WIDGET (trellis_levels_page_get_sheet (find_levels (window)))));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Nothing is there to be on; the page has the keys all the same. */
static void
test_empty_page_has_the_keys (void)
{
  g_autoptr (TrlDocument) document = trl_document_new ();
  TrellisWindow *window = open_grid (document);

  g_assert_true (is_in (window, GTK_WIDGET (find_levels (window))));
  gtk_window_destroy (GTK_WINDOW (window));
}

static GtkWidget *
find_menu (GtkWidget *root)
{
  return fixture_find (root, GTK_TYPE_POPOVER_MENU, NULL);
}

static void
test_cell_menu_gives_back (void)
{
  g_autoptr (TrlDocument) document = fixture_document ();
  TrellisWindow     *window = open_grid (document);
  TrellisLevelsPage *page = find_levels (window);
  TrellisSheet      *sheet = trellis_levels_page_get_sheet (page);
  GtkWidget         *menu;

  for (guint i = 0; i < 2; i++)
    {
      g_signal_emit_by_name (sheet, "menu", -1, 0u, 300.0, 200.0);
      fixture_spin (100);
      menu = find_menu (GTK_WIDGET (page));
      g_assert_nonnull (menu);
      gtk_root_set_focus (GTK_ROOT (window), NULL); /* where GTK leaves it */
      gtk_popover_popdown (GTK_POPOVER (menu));
      fixture_spin (100);
      g_assert_true (is_in (window, GTK_WIDGET (sheet)));
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_tools_give_back (void)
{
  static const char *const actions[][2] = { { "grid.layer", "intended" },
                                            { "grid.axes", "sites-partners" },
                                            { "grid.sort-rows", "name" } };
  g_autoptr (TrlDocument) document = fixture_document ();
  TrellisWindow     *window = open_grid (document);
  TrellisLevelsPage *page = find_levels (window);
  GtkWidget *button = fixture_find (GTK_WIDGET (page), GTK_TYPE_MENU_BUTTON, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      gtk_widget_grab_focus (button);
      g_assert_true (is_in (window, button));
      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (page), actions[i][0], "s",
                                                 actions[i][1]));
      fixture_spin (100);
      g_assert_true (is_in (window, GTK_WIDGET (trellis_levels_page_get_sheet (page))));
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

/* What a menu opens keeps the keyboard. */
static void
test_popover_keeps (void)
{
  g_autoptr (TrlDocument) document = fixture_document ();
  TrellisWindow     *window = open_grid (document);
  TrellisLevelsPage *page = find_levels (window);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (page), "grid.rename-row", NULL));
  fixture_spin (200);
  g_assert_false (is_in (window, GTK_WIDGET (trellis_levels_page_get_sheet (page))));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  int status;

  gtk_test_init (&argc, &argv, NULL);
  application = fixture_start ();
  g_test_add_func ("/grid-focus/opens-in-the-cells", test_opens_in_the_cells);
  g_test_add_func ("/grid-focus/switching-goes-into-the-table",
                   test_switching_goes_into_the_table);
  g_test_add_func ("/grid-focus/empty-page-has-the-keys", test_empty_page_has_the_keys);
  g_test_add_func ("/grid-focus/cell-menu-gives-back", test_cell_menu_gives_back);
  g_test_add_func ("/grid-focus/tools-give-back", test_tools_give_back);
  g_test_add_func ("/grid-focus/popover-keeps-the-keyboard", test_popover_keeps);
  status = g_test_run ();
  g_object_unref (application);
  return status;
}
