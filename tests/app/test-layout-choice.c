/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be chosen of a layout, in the window. */
#include "config.h"

#include "fixture.h"

#include "layout/trl-layout.h"

typedef struct
{
  TrlDocument   *document;
  TrellisWindow *window;
  GtkWidget     *button;
} Fixture;

static const char *
get_kept (Fixture *f)
{
  return trl_network_get_text (trl_document_get_network (f->document, 0),
                               TRL_NETWORK_LAYOUT_OPTIONS);
}

static void
set_up (Fixture *f, gconstpointer application)
{
  f->document = fixture_organizations ();
  f->window = fixture_open ((gpointer) application, f->document);
  f->button =
    fixture_find (GTK_WIDGET (f->window), GTK_TYPE_MENU_BUTTON, "Layout Options");
  g_assert_nonnull (f->button);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (f->window));
  g_object_unref (f->document);
}

/* For eyes: TRL_SHOTS names a folder. */
static void
shoot (const char *name)
{
  const char *folder = g_getenv ("TRL_SHOTS");

  if (folder)
    {
      g_autofree char *file = g_strconcat (name, ".png", NULL);
      g_autofree char *path = g_build_filename (folder, file, NULL);
      const char      *words[] = { "import", "-window", "root", path, NULL };

      g_assert_true (g_spawn_sync (NULL, (char **) words, NULL, G_SPAWN_SEARCH_PATH, NULL,
                                   NULL, NULL, NULL, NULL, NULL));
    }
}

static GtkWidget *
open_popover (Fixture *f)
{
  GtkWidget *popover =
    GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (f->button)));

  gtk_widget_activate_action (GTK_WIDGET (f->window), "win.show-layout-options", NULL);
  fixture_spin (300);
  g_assert_true (gtk_widget_get_mapped (popover));
  return popover;
}

static GtkSpinButton *
find_spin (GtkWidget *popover, const char *title)
{
  GtkWidget *row = fixture_find (popover, ADW_TYPE_ACTION_ROW, title);
  GtkWidget *spin = row ? fixture_find (row, GTK_TYPE_SPIN_BUTTON, NULL) : NULL;

  g_assert_nonnull (spin);
  return GTK_SPIN_BUTTON (spin);
}

/* A number that is spun is one step; undo shows in the row. */
static void
test_number (Fixture *f, gconstpointer data)
{
  GtkWidget *popover = open_popover (f);
  GtkWidget *reset = fixture_find (popover, GTK_TYPE_BUTTON, "_Reset");

  g_assert_false (gtk_widget_get_sensitive (reset));
  for (guint i = 65; i < 91; i++)
    gtk_spin_button_set_value (find_spin (popover, "Length of a partnership"), i);
  g_assert_null (get_kept (f));
  fixture_spin (500);
  g_assert_cmpstr (get_kept (f), ==, "stress.edge-length=90");
  g_assert_cmpstr (trl_document_get_undo_name (f->document), ==, "Change Layout Options");
  g_assert_true (gtk_widget_get_sensitive (reset));
  shoot ("layout-options");

  trl_document_undo (f->document);
  g_assert_null (get_kept (f));
  g_assert_cmpfloat (
    gtk_spin_button_get_value (find_spin (popover, "Length of a partnership")), ==, 64);
  g_assert_null (trl_document_get_undo_name (f->document));
}

/* The row in use is not made anew under the hand. */
static void
test_focus (Fixture *f, gconstpointer data)
{
  GtkWidget     *popover = open_popover (f);
  GtkSpinButton *spin = find_spin (popover, "Space between discs");

  gtk_widget_grab_focus (GTK_WIDGET (spin));
  gtk_spin_button_set_value (spin, 30);
  fixture_spin (500);
  g_assert_cmpstr (get_kept (f), ==, "stress.gap=30");
  g_assert_true (find_spin (popover, "Space between discs") == spin);
}

static void
test_reset (Fixture *f, gconstpointer data)
{
  GtkWidget *popover = open_popover (f);

  gtk_spin_button_set_value (find_spin (popover, "Space between discs"), 30);
  gtk_spin_button_set_value (find_spin (popover, "Length of a partnership"), 100);
  fixture_spin (500);
  g_assert_cmpstr (get_kept (f), ==, "stress.edge-length=100 stress.gap=30");
  g_signal_emit_by_name (fixture_find (popover, GTK_TYPE_BUTTON, "_Reset"), "clicked");
  g_assert_null (get_kept (f));
  g_assert_cmpfloat (
    gtk_spin_button_get_value (find_spin (popover, "Space between discs")), ==, 14);
}

/* What was chosen just before is not lost. */
static void
test_closed (Fixture *f, gconstpointer data)
{
  GtkWidget *popover = open_popover (f);

  gtk_spin_button_set_value (find_spin (popover, "Space between discs"), 30);
  gtk_popover_popdown (GTK_POPOVER (popover));
  fixture_spin (100);
  g_assert_cmpstr (get_kept (f), ==, "stress.gap=30");
}

/* Each layout has rows of its own, and keeps what was chosen of it. */
static void
test_layouts (Fixture *f, gconstpointer data)
{
  GtkWidget              *popover = open_popover (f);
  guint                   n;
  const TrlLayout *const *rows = trl_layouts (&n);

  gtk_spin_button_set_value (find_spin (popover, "Space between discs"), 30);
  gtk_popover_popdown (GTK_POPOVER (popover));
  for (guint i = 0; i < n; i++)
    {
      if (rows[i]->engine || g_str_equal (rows[i]->id, "map"))
        continue;
      g_action_group_change_action_state (G_ACTION_GROUP (f->window), "layout",
                                          g_variant_new_string (rows[i]->id));
      popover = open_popover (f);
      g_assert_nonnull (fixture_find (popover, GTK_TYPE_LABEL, rows[i]->label));
      for (guint k = 0; k < rows[i]->n_options; k++)
        g_assert_nonnull (
          fixture_find (popover, ADW_TYPE_PREFERENCES_ROW, rows[i]->options[k].label));
      gtk_popover_popdown (GTK_POPOVER (popover));
    }
  g_assert_cmpstr (get_kept (f), ==, "stress.gap=30");
}

/* How many pixels of the rows are out of sight. */
static double
measure_hidden (Fixture *f)
{
  GtkWidget     *popover = open_popover (f);
  GtkWidget     *scroller = fixture_find (popover, GTK_TYPE_SCROLLED_WINDOW, NULL);
  GtkAdjustment *scroll =
    gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  double hidden =
    gtk_adjustment_get_upper (scroll) - gtk_adjustment_get_page_size (scroll);

  g_assert_cmpint (gtk_widget_get_height (popover), <=,
                   gtk_widget_get_height (GTK_WIDGET (f->window)));
  gtk_popover_popdown (GTK_POPOVER (popover));
  fixture_spin (200);
  return hidden;
}

/* All rows are seen at once in a window of usual height, whichever layout they are of; in
 * a low one they scroll. */
static void
test_tall (Fixture *f, gconstpointer data)
{
  guint                   n;
  const TrlLayout *const *rows = trl_layouts (&n);

  gtk_window_set_default_size (GTK_WINDOW (f->window), 1100, 700);
  fixture_spin (300);
  for (guint i = 0; i < n; i++)
    {
      if (rows[i]->engine || g_str_equal (rows[i]->id, "map"))
        continue;
      g_action_group_change_action_state (G_ACTION_GROUP (f->window), "layout",
                                          g_variant_new_string (rows[i]->id));
      g_assert_cmpfloat (measure_hidden (f), ==, 0);
    }
  g_action_group_change_action_state (G_ACTION_GROUP (f->window), "layout",
                                      g_variant_new_string ("stress"));
  gtk_window_set_default_size (GTK_WINDOW (f->window), 1100, 420);
  fixture_spin (300);
  g_assert_cmpfloat (measure_hidden (f), >, 0);
}

/* To look at: light and dark, narrow and wide. */
static void
test_looks (Fixture *f, gconstpointer data)
{
  static const int widths[] = { 900, 1600 };

  for (guint k = 0; k < 4; k++)
    {
      g_autofree char *name =
        g_strdup_printf ("layout-options-%d-%s", widths[k / 2], k % 2 ? "dark" : "light");

      adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                          k % 2 ? ADW_COLOR_SCHEME_FORCE_DARK
                                                : ADW_COLOR_SCHEME_FORCE_LIGHT);
      gtk_window_set_default_size (GTK_WINDOW (f->window), widths[k / 2], 800);
      fixture_spin (400);
      {
        GtkWidget *popover = open_popover (f);

        g_assert_cmpint (gtk_widget_get_width (popover), <=, 480);
        shoot (name);
        gtk_popover_popdown (GTK_POPOVER (popover));
      }
    }
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      ADW_COLOR_SCHEME_DEFAULT);
}

/* A submenu that is gone leaves the keyboard with the button. */
static void
test_submenu (Fixture *f, gconstpointer data)
{
  GtkWidget *button =
    fixture_find (GTK_WIDGET (f->window), GTK_TYPE_MENU_BUTTON, "Layout of the Map");
  GtkWidget *menu, *focus;

  g_assert_nonnull (button);
  gtk_widget_grab_focus (button);
  menu = GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)));
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  fixture_spin (300);
  g_object_set (menu, "visible-submenu", "Graphviz", NULL);
  gtk_widget_child_focus (menu, GTK_DIR_TAB_FORWARD);
  fixture_spin (300);
  gtk_popover_popdown (GTK_POPOVER (menu));
  fixture_spin (300);
  focus = gtk_root_get_focus (GTK_ROOT (f->window));
  g_assert_nonnull (focus);
  g_assert_true (gtk_widget_get_mapped (focus));
  g_assert_true (focus == button || gtk_widget_is_ancestor (focus, button));
}

#define ADD(name, test) g_test_add (name, Fixture, application, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_autoptr (TrellisApplication) application = NULL;

  g_setenv ("GTK_A11Y", "test", TRUE); /* before GTK starts */
  gtk_test_init (&argc, &argv, NULL);
  application = fixture_start ();
  ADD ("/window/layout-options/a-number-is-one-step", test_number);
  ADD ("/window/layout-options/the-row-in-use-stays", test_focus);
  ADD ("/window/layout-options/reset-is-the-usual", test_reset);
  ADD ("/window/layout-options/closing-loses-nothing", test_closed);
  ADD ("/window/layout-options/each-layout-has-its-own", test_layouts);
  ADD ("/window/layout-options/all-rows-are-seen", test_tall);
  ADD ("/window/layout-menu/submenu-gives-the-keyboard-back", test_submenu);
  ADD ("/window/layout-options/fit-in-light-and-dark", test_looks);
  return g_test_run ();
}
