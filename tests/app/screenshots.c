/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Drives the program's own windows through their main states and leaves a picture of
 * each: trellis-screenshots FOLDER.
 */

#include "config.h"

#include "fixture.h"

#include "compare/trellis-change-list.h"
#include "compare/trellis-change-view.h"
#include "compare/trellis-compare-view.h"
#include "figures/trellis-figure-studio.h"
#include "grid/trellis-levels-page.h"
#include "panels/trellis-inspector.h"
#include "store/trl-samples.h"

#include <glib/gstdio.h>

typedef struct
{
  TrellisApplication *application;
  const char         *folder;
  const char         *look; /* ends the names */
} Shots;

static void
save (Shots *shots, GtkWidget *widget, const char *name)
{
  g_autofree char *file = g_strdup_printf ("%s%s.png", name, shots->look);
  g_autofree char *path = g_build_filename (shots->folder, file, NULL);

  fixture_spin (400);
  fixture_save_png (widget, path);
}

static void
set_look (Shots           *shots,
          AdwColorScheme   scheme,
          GtkTextDirection direction,
          const char      *look)
{
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), scheme);
  gtk_widget_set_default_direction (direction);
  shots->look = look;
}

static TrellisWindow *
open_sized (Shots *shots, TrlDocument *document, int width, int height)
{
  GSettings *settings = trellis_application_get_settings (shots->application);

  g_settings_set_int (settings, "window-width", width);
  g_settings_set_int (settings, "window-height", height);
  return fixture_open (shots->application, document);
}

static GtkWindow *
find_dialog (GtkWindow *window)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) other = g_list_model_get_item (toplevels, i);

      if (other != window && gtk_window_get_transient_for (other) == window &&
          gtk_widget_get_visible (GTK_WIDGET (other)))
        return other;
    }
  return NULL;
}

/* What an action of the window opens. */
static void
shoot_action (Shots *shots, TrellisWindow *window, const char *action, const char *name)
{
  GtkWindow *dialog;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), action, NULL));
  fixture_spin (500);
  dialog = find_dialog (GTK_WINDOW (window));
  g_assert_nonnull (dialog);
  save (shots, GTK_WIDGET (dialog), name);
  gtk_window_destroy (dialog);
}

static void
select_three (TrellisSelection *selection)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  g_ptr_array_add (ids, (char *) "cbo");
  g_ptr_array_add (ids, (char *) "district");
  g_ptr_array_add (ids, (char *) "k12");
  trellis_selection_set_all (selection, TRL_KIND_NODE, ids);
}

static void
shoot_selections (Shots *shots, TrellisWindow *window, const char *name)
{
  TrellisSelection *selection =
    trellis_session_get_selection (trellis_window_get_session (window));
  g_autofree char *partner = g_strconcat (name, "-partner", NULL);
  g_autofree char *tie = g_strconcat (name, "-partnership", NULL);
  g_autofree char *several = g_strconcat (name, "-several", NULL);

  trellis_selection_set (selection, TRL_KIND_NODE, "district");
  save (shots, GTK_WIDGET (window), partner);
  trellis_selection_set (selection, TRL_KIND_EDGE, "D");
  save (shots, GTK_WIDGET (window), tie);
  select_three (selection);
  save (shots, GTK_WIDGET (window), several);
  trellis_selection_clear (selection);
}

static void
shoot_main (Shots *shots, int width, int height, const char *name)
{
  g_autoptr (TrlDocument) document = fixture_document ();
  TrellisWindow   *window = open_sized (shots, document, width, height);
  g_autofree char *spokes = g_strconcat (name, "-spokes", NULL);

  save (shots, GTK_WIDGET (window), name);
  shoot_selections (shots, window, name);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.layout", "s", "spokes");
  save (shots, GTK_WIDGET (window), spokes);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
shoot_filter (Shots *shots)
{
  g_autoptr (TrlDocument) document = fixture_document ();
  TrellisWindow *window = open_sized (shots, document, 1400, 900);
  TrellisFilter *filter =
    trellis_session_get_filter (trellis_window_get_session (window));

  trellis_filter_set_level_hidden (filter, "interaction", 1, TRUE);
  trellis_filter_set_level_hidden (filter, "interaction", 2, TRUE);
  trellis_filter_set_type_hidden (filter, "food", TRUE);
  save (shots, GTK_WIDGET (window), "legend-filter");
  trellis_filter_clear (filter);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.find", NULL);
  gtk_editable_set_text (
    GTK_EDITABLE (fixture_find (GTK_WIDGET (window), GTK_TYPE_SEARCH_ENTRY, NULL)),
    "edu");
  save (shots, GTK_WIDGET (window), "find");
  shoot_action (shots, window, "win.export", "export");
  shoot_action (shots, window, "win.connect", "connect");
  shoot_action (shots, window, "win.next-wave", "next-wave");
  shoot_action (shots, window, "app.preferences", "preferences");
  shoot_action (shots, window, "win.show-help-overlay", "shortcuts");
  shoot_action (shots, window, "win.present", "presenter");
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
shoot_organizations (Shots *shots)
{
  g_autoptr (TrlDocument) document = fixture_organizations ();
  TrellisWindow *window = open_sized (shots, document, 1600, 900);

  fixture_spin (800);
  save (shots, GTK_WIDGET (window), "stress");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.roll-up", NULL);
  trellis_inspector_show_type (
    TRELLIS_INSPECTOR (fixture_find (GTK_WIDGET (window), TRELLIS_TYPE_INSPECTOR, NULL)),
    "business");
  save (shots, GTK_WIDGET (window), "by-type");
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
shoot_import (Shots *shots)
{
  static const char table[] = "Organization;Sector;Level;Contact\n"
                              "City Library;Cultural and Recreation Centers;3;Ana\n"
                              "Food Bank;Food Agencies;banana;Luis\n"
                              "Norris Academy;K-12 Schools;4;\n"
                              "River Guild;Artisans;1;Mei\n"
                              "City Library;Cultural and Recreation Centers;2;Ana\n";
  g_autofree char  *path = g_build_filename (g_get_tmp_dir (), "partners.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  TrellisWindow *window = open_sized (shots, NULL, 900, 700);
  GtkWindow     *dialog;

  g_assert_true (g_file_set_contents (path, table, -1, NULL));
  trellis_window_load (window, &file, 1);
  fixture_spin (800);
  dialog = find_dialog (GTK_WINDOW (window));
  g_assert_nonnull (dialog);
  save (shots, GTK_WIDGET (dialog), "import");
  g_signal_emit_by_name (fixture_find (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, "_Open"),
                         "clicked");
  fixture_spin (800);
  save (shots, GTK_WIDGET (window), "imported");
  shoot_action (shots, window, "win.import-report", "import-report");
  g_remove (path);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
shoot_samples (Shots *shots)
{
  guint            n;
  const TrlSample *samples = trl_samples (&n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *path = trl_sample_dup_path (&samples[i]);
      g_autofree char *name = g_strconcat ("sample-", samples[i].id, NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      TrellisWindow *window = open_sized (shots, NULL, 1600, 1000);

      trellis_window_load (window, &file, 1);
      fixture_spin (1000);
      g_assert_nonnull (trellis_window_get_session (window));
      save (shots, GTK_WIDGET (window), name);
      gtk_window_destroy (GTK_WINDOW (window));
    }
}

static void
shoot_compare (Shots *shots, int width, int height, const char *name)
{
  guint            n;
  g_autofree char *path = trl_sample_dup_path (&trl_samples (&n)[0]);
  g_autofree char *type = g_strconcat (name, "-type", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  TrellisWindow *window = open_sized (shots, NULL, width, height);
  GtkWidget     *view;

  trellis_window_load (window, &file, 1);
  fixture_spin (1000);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.view", "s", "compare");
  save (shots, GTK_WIDGET (window), name);
  view = fixture_find (GTK_WIDGET (window), TRELLIS_TYPE_COMPARE_VIEW, NULL);
  gtk_widget_activate_action (view, "compare.type", "s", "k12");
  save (shots, GTK_WIDGET (window), type);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
shoot_change (Shots *shots, int width, int height, const char *name)
{
  g_autoptr (TrlDocument) document = fixture_document ();
  TrlNetwork      *wave = fixture_add_wave (document);
  TrellisWindow   *window = open_sized (shots, document, width, height);
  g_autofree char *two = g_strconcat (name, "-two", NULL);
  g_autofree char *levels = g_strconcat (name, "-levels", NULL);
  GtkWidget       *view;

  trellis_session_set_network_id (trellis_window_get_session (window),
                                  trl_network_get_id (wave));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-change", NULL);
  save (shots, GTK_WIDGET (window), name);
  view = fixture_find (GTK_WIDGET (window), TRELLIS_TYPE_CHANGE_VIEW, NULL);
  gtk_widget_activate_action (view, "change.joined", NULL);
  save (shots, GTK_WIDGET (window), two);
  gtk_stack_set_visible_child_name (GTK_STACK (gtk_widget_get_parent (fixture_find (
                                      view, TRELLIS_TYPE_CHANGE_LIST, NULL))),
                                    "levels");
  save (shots, GTK_WIDGET (window), levels);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* One figure is saved and another is shown, so that both lists have something. */
static void
shoot_figures (Shots *shots, int width, int height, const char *name)
{
  guint            n;
  g_autofree char *path = trl_sample_dup_path (&trl_samples (&n)[0]);
  g_autofree char *saved = g_strconcat (name, "-saved", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  TrellisWindow *window = open_sized (shots, NULL, width, height);
  GtkWidget     *studio;

  trellis_window_load (window, &file, 1);
  fixture_spin (1000);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.view", "s", "figures");
  fixture_spin (300);
  studio = fixture_find (GTK_WIDGET (window), TRELLIS_TYPE_FIGURE_STUDIO, NULL);
  trellis_figure_studio_show_figure (TRELLIS_FIGURE_STUDIO (studio), "depth");
  fixture_spin (1500);
  gtk_widget_activate_action (studio, "figure.save", NULL);
  gtk_editable_select_region (GTK_EDITABLE (gtk_window_get_focus (GTK_WINDOW (window))),
                              0, 0);
  gtk_window_set_focus (GTK_WINDOW (window), NULL);
  fixture_spin (6000); /* until what is told has gone, and all pages are there */
  save (shots, GTK_WIDGET (window), saved);
  trellis_figure_studio_show_figure (TRELLIS_FIGURE_STUDIO (studio), "multiples");
  fixture_spin (1500);
  save (shots, GTK_WIDGET (window), name);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
shoot_folded (Shots *shots)
{
  g_autoptr (TrlDocument) document = fixture_document ();
  TrellisWindow *window = open_sized (shots, document, 370, 700);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.right-panel", NULL);
  save (shots, GTK_WIDGET (window), "narrow-details");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.right-panel", NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.left-panel", NULL);
  save (shots, GTK_WIDGET (window), "narrow-legend");
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
shoot_grid (Shots *shots)
{
  g_autoptr (TrlDocument) document = fixture_document ();
  TrellisWindow *window = open_sized (shots, document, 1600, 900);
  TrellisWindow *narrow;
  GtkWidget     *page;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.view", "s", "grid");
  save (shots, GTK_WIDGET (window), "grid");
  page = fixture_find (GTK_WIDGET (window), TRELLIS_TYPE_LEVELS_PAGE, NULL);
  gtk_widget_activate_action (page, "grid.set-intended", "i", 3);
  gtk_widget_activate_action (page, "grid.layer", "s", "difference");
  save (shots, GTK_WIDGET (window), "grid-difference");
  gtk_window_destroy (GTK_WINDOW (window));
  narrow = open_sized (shots, document, 900, 700);
  gtk_widget_activate_action (GTK_WIDGET (narrow), "win.view", "s", "grid");
  save (shots, GTK_WIDGET (narrow), "grid-narrow");
  gtk_window_destroy (GTK_WINDOW (narrow));
}

static void
shoot_empty (Shots *shots)
{
  TrellisWindow *window = open_sized (shots, NULL, 900, 760);

  save (shots, GTK_WIDGET (window), "empty");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.new", NULL);
  save (shots, GTK_WIDGET (window), "new");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.view", "s", "grid");
  save (shots, GTK_WIDGET (window), "grid-empty");
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  Shots shots = { NULL, argc > 1 ? argv[1] : ".", "" };

  shots.application = fixture_start ();
  set_look (&shots, ADW_COLOR_SCHEME_FORCE_LIGHT, GTK_TEXT_DIR_LTR, "");
  shoot_empty (&shots);
  shoot_main (&shots, 1600, 900, "wide");
  shoot_main (&shots, 900, 900, "medium");
  shoot_main (&shots, 370, 700, "narrow");
  shoot_folded (&shots);
  shoot_compare (&shots, 1600, 1000, "compare-wide");
  shoot_compare (&shots, 900, 900, "compare-medium");
  shoot_compare (&shots, 370, 700, "compare-narrow");
  shoot_change (&shots, 1600, 1000, "change-wide");
  shoot_change (&shots, 900, 900, "change-medium");
  shoot_change (&shots, 370, 700, "change-narrow");
  shoot_figures (&shots, 1600, 1000, "figures-wide");
  shoot_figures (&shots, 370, 700, "figures-narrow");
  shoot_filter (&shots);
  shoot_grid (&shots);
  shoot_organizations (&shots);
  shoot_import (&shots);
  shoot_samples (&shots);
  set_look (&shots, ADW_COLOR_SCHEME_FORCE_DARK, GTK_TEXT_DIR_LTR, "-dark");
  shoot_empty (&shots);
  shoot_main (&shots, 1600, 900, "wide");
  shoot_main (&shots, 900, 900, "medium");
  shoot_filter (&shots);
  shoot_grid (&shots);
  shoot_compare (&shots, 1600, 1000, "compare-wide");
  shoot_change (&shots, 1600, 1000, "change-wide");
  shoot_figures (&shots, 1600, 1000, "figures-wide");
  set_look (&shots, ADW_COLOR_SCHEME_FORCE_LIGHT, GTK_TEXT_DIR_RTL, "-rtl");
  shoot_main (&shots, 1600, 900, "wide");
  g_object_unref (shots.application);
  return 0;
}
