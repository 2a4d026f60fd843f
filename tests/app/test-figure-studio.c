/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Figures that are saved in the document, and what is seen of them. */

#include "config.h"

#include "studio-fixture.h"

#include "figures/trellis-figure-gallery.h"
#include "figures/trellis-figure-legend.h"
#include "figures/trellis-figure-preview.h"
#include "scene/trl-sight.h"

#include <string.h>

/* --- saved figures --- */

static void
choose_palette (Fixture *self, guint index)
{
  adw_combo_row_set_selected (ADW_COMBO_ROW (find (self, ADW_TYPE_COMBO_ROW, "Palette")),
                              index);
}

/* What is chosen goes into the document by itself, and back by undo. */
static void
test_follows_controls (void)
{
  Fixture fixture;

  open_studio (&fixture, "depth");
  act (&fixture, "figure.save");
  g_assert_cmpstr (get_saved (&fixture, 0)->name, ==, "Depth");
  g_assert_cmpstr (trl_saved_figure_get (get_saved (&fixture, 0), "figure"), ==, "depth");
  choose_palette (&fixture, 2);
  g_assert_cmpstr (trl_saved_figure_get (get_saved (&fixture, 0), "palette"), ==,
                   "viridis");
  g_assert_true (trl_document_undo (fixture.document));
  fixture_spin (100);
  g_assert_null (trl_saved_figure_get (get_saved (&fixture, 0), "palette"));
  g_assert_cmpuint (adw_combo_row_get_selected (
                      ADW_COMBO_ROW (find (&fixture, ADW_TYPE_COMBO_ROW, "Palette"))),
                    ==, 0);
  g_assert_true (trl_document_undo (fixture.document));
  fixture_spin (100);
  g_assert_cmpuint (trl_document_get_n_figures (fixture.document), ==, 0);
  close_studio (&fixture);
}

/* What is typed into one line is one step, and another choice is another. */
static void
test_steps (void)
{
  Fixture    fixture;
  GtkWidget *note;
  guint      before;

  open_studio (&fixture, "depth");
  act (&fixture, "figure.save");
  before = trl_document_get_n_undo (fixture.document);
  note = find (&fixture, ADW_TYPE_ENTRY_ROW, "Note");
  gtk_editable_set_text (GTK_EDITABLE (note), "D");
  gtk_editable_set_text (GTK_EDITABLE (note), "Dr");
  gtk_editable_set_text (GTK_EDITABLE (note), "Draft");
  g_assert_cmpuint (trl_document_get_n_undo (fixture.document), ==, before + 1);
  choose_palette (&fixture, 2);
  g_assert_cmpuint (trl_document_get_n_undo (fixture.document), ==, before + 2);
  g_assert_true (trl_document_undo (fixture.document));
  g_assert_cmpstr (trl_saved_figure_get (get_saved (&fixture, 0), "note"), ==, "Draft");
  g_assert_true (trl_document_undo (fixture.document));
  g_assert_null (trl_saved_figure_get (get_saved (&fixture, 0), "note"));
  fixture_spin (50);
  g_assert_cmpstr (
    gtk_editable_get_text (GTK_EDITABLE (find (&fixture, ADW_TYPE_ENTRY_ROW, "Note"))),
    ==, "");
  close_studio (&fixture);
}

/* A change that was made just before another figure is chosen is not lost. */
static void
test_last_change (void)
{
  Fixture fixture;

  open_studio (&fixture, "reach");
  act (&fixture, "figure.save");
  choose_palette (&fixture, 4);
  trellis_figure_studio_show_figure (fixture.studio, "matrix");
  fixture_spin (50);
  g_assert_cmpstr (trl_saved_figure_get (get_saved (&fixture, 0), "palette"), ==, "grey");
  g_assert_cmpstr (trellis_figure_controls_get_figure (find_controls (&fixture))->id, ==,
                   "matrix");
  close_studio (&fixture);
}

static void
test_list (void)
{
  Fixture    fixture;
  GtkWidget *gallery, *name;

  open_studio (&fixture, "depth");
  act (&fixture, "figure.save");
  act (&fixture, "figure.duplicate");
  g_assert_cmpstr (get_saved (&fixture, 1)->name, ==, "Depth 2");
  act (&fixture, "figure.move-up");
  g_assert_cmpstr (get_saved (&fixture, 0)->name, ==, "Depth 2");
  name = find (&fixture, ADW_TYPE_ENTRY_ROW, NAME_TITLE);
  gtk_editable_set_text (GTK_EDITABLE (name), "Figure 2");
  g_signal_emit_by_name (name, "apply");
  g_assert_cmpstr (get_saved (&fixture, 0)->name, ==, "Figure 2");
  gallery = find (&fixture, TRELLIS_TYPE_FIGURE_GALLERY, NULL);
  g_assert_nonnull (fixture_find (gallery, GTK_TYPE_LABEL, "Figure 2"));
  act (&fixture, "figure.remove");
  g_assert_cmpuint (trl_document_get_n_figures (fixture.document), ==, 1);
  g_assert_null (fixture_find (gallery, GTK_TYPE_LABEL, "Figure 2"));
  close_studio (&fixture);
}

/* The network that the map shows is written down, so that the figure stays what it was.
 */
static void
test_keeps_network (void)
{
  Fixture fixture;

  open_studio (&fixture, "network");
  act (&fixture, "figure.save");
  g_assert_cmpstr (trl_saved_figure_get (get_saved (&fixture, 0), "network"), ==,
                   "Site A");
  trellis_session_set_network_id (trellis_window_get_session (fixture.window), "Site B");
  settle (&fixture);
  g_assert_cmpstr (trl_saved_figure_get (get_saved (&fixture, 0), "network"), ==,
                   "Site A");
  close_studio (&fixture);
}

/* --- where there is no room for the gallery --- */

static AdwComboRow *
find_choice (Fixture *self)
{
  return ADW_COMBO_ROW (find (self, ADW_TYPE_COMBO_ROW, "Figure"));
}

static gboolean
choose (Fixture *self, const char *label)
{
  GListModel *model = adw_combo_row_get_model (find_choice (self));

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    if (g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (model), i), label))
      {
        adw_combo_row_set_selected (find_choice (self), i);
        fixture_spin (50);
        return TRUE;
      }
  return FALSE;
}

static const char *
get_choice (Fixture *self)
{
  return gtk_string_object_get_string (
    GTK_STRING_OBJECT (adw_combo_row_get_selected_item (find_choice (self))));
}

static void
test_narrow (void)
{
  Fixture fixture;

  open_studio (&fixture, "depth");
  act (&fixture, "figure.save");
  trellis_figure_studio_set_narrow (fixture.studio, TRUE);
  g_assert_cmpstr (get_choice (&fixture), ==, "Saved: Depth");
  choose_palette (&fixture, 4);
  g_assert_true (choose (&fixture, "Matrix"));
  settle (&fixture);
  g_assert_cmpstr (trl_saved_figure_get (get_saved (&fixture, 0), "figure"), ==, "depth");
  g_assert_cmpstr (trl_saved_figure_get (get_saved (&fixture, 0), "palette"), ==, "grey");
  g_assert_cmpstr (trellis_figure_controls_get_figure (find_controls (&fixture))->id, ==,
                   "matrix");
  g_assert_true (choose (&fixture, "Saved: Depth"));
  g_assert_cmpstr (trellis_figure_controls_get_figure (find_controls (&fixture))->id, ==,
                   "depth");
  rename_to (&fixture, "Figure 2");
  g_assert_cmpstr (get_choice (&fixture), ==, "Saved: Figure 2");
  trellis_figure_studio_set_narrow (fixture.studio, FALSE);
  fixture_spin (50);
  g_assert_cmpstr (gtk_editable_get_text (
                     GTK_EDITABLE (find (&fixture, ADW_TYPE_ENTRY_ROW, NAME_TITLE))),
                   ==, "Figure 2");
  close_studio (&fixture);
}

/* What comes and goes by other ways than the row. */
static void
test_narrow_follows (void)
{
  Fixture fixture;

  open_studio (&fixture, "depth");
  trellis_figure_studio_set_narrow (fixture.studio, TRUE);
  g_assert_cmpstr (get_choice (&fixture), ==, "Depth");
  act (&fixture, "figure.save");
  act (&fixture, "figure.duplicate");
  g_assert_cmpstr (get_choice (&fixture), ==, "Saved: Depth 2");
  act (&fixture, "figure.remove");
  g_assert_cmpstr (get_choice (&fixture), ==, "Depth");
  g_assert_false (choose (&fixture, "Saved: Depth 2"));
  g_assert_true (trl_document_undo (fixture.document));
  fixture_spin (50);
  g_assert_cmpstr (get_choice (&fixture), ==, "Saved: Depth 2");
  rename_to (&fixture, "Renamed");
  g_assert_true (trl_document_undo (fixture.document));
  fixture_spin (50);
  g_assert_cmpstr (get_choice (&fixture), ==, "Saved: Depth 2");
  choose_palette (&fixture, 4);
  for (guint i = 0; i < 3; i++)
    g_assert_true (trl_document_undo (fixture.document));
  fixture_spin (100);
  g_assert_cmpuint (trl_document_get_n_figures (fixture.document), ==, 0);
  g_assert_cmpstr (get_choice (&fixture), ==, "Depth");
  close_studio (&fixture);
}

/* The figure that is open stays selected when another comes before it. */
static void
test_selection_stays (void)
{
  Fixture               fixture;
  TrellisFigureGallery *gallery;
  GtkWidget            *list;
  g_autofree char      *first = NULL, *second = NULL;

  open_studio (&fixture, "depth");
  act (&fixture, "figure.save");
  act (&fixture, "figure.duplicate");
  first = g_strdup (get_saved (&fixture, 0)->id);
  second = g_strdup (get_saved (&fixture, 1)->id);
  gallery = TRELLIS_FIGURE_GALLERY (find (&fixture, TRELLIS_TYPE_FIGURE_GALLERY, NULL));
  trellis_figure_gallery_open (gallery, first);
  act (&fixture, "figure.remove");
  trellis_figure_gallery_open (gallery, second);
  g_assert_true (trl_document_undo (fixture.document));
  fixture_spin (50);
  list = fixture_find (GTK_WIDGET (gallery), GTK_TYPE_LIST_BOX, NULL);
  g_assert_cmpint (
    gtk_list_box_row_get_index (gtk_list_box_get_selected_row (GTK_LIST_BOX (list))), ==,
    1);
  rename_to (&fixture, "Second");
  g_assert_cmpstr (trl_document_find_figure (fixture.document, second)->name, ==,
                   "Second");
  close_studio (&fixture);
}

/* A figure that comes back is shown as it was before it went, unless another was chosen.
 */
static void
test_comes_back (void)
{
  Fixture fixture;

  open_studio (&fixture, "depth");
  act (&fixture, "figure.save");
  rename_to (&fixture, "Mine");
  for (guint i = 0; i < 2; i++)
    g_assert_true (trl_document_undo (fixture.document));
  g_assert_null (
    fixture_find (GTK_WIDGET (fixture.studio), ADW_TYPE_ENTRY_ROW, NAME_TITLE));
  g_assert_true (trl_document_redo (fixture.document));
  find (&fixture, ADW_TYPE_ENTRY_ROW, NAME_TITLE);
  choose_palette (&fixture, 4);
  g_assert_cmpstr (trl_saved_figure_get (get_saved (&fixture, 0), "palette"), ==, "grey");
  for (guint i = 0; i < 2; i++)
    g_assert_true (trl_document_undo (fixture.document));
  trellis_figure_studio_show_figure (fixture.studio, "reach");
  g_assert_true (trl_document_redo (fixture.document));
  g_assert_cmpstr (trellis_figure_controls_get_figure (find_controls (&fixture))->id, ==,
                   "reach");
  close_studio (&fixture);
}

/* Undo shows what it changes, and what was chosen of a new figure is not lost by it. */
static void
test_undo_is_seen (void)
{
  Fixture fixture;

  open_studio (&fixture, "depth");
  act (&fixture, "figure.save");
  choose_palette (&fixture, 2);
  trellis_figure_studio_show_figure (fixture.studio, "multiples");
  choose_palette (&fixture, 4);
  g_assert_true (trl_document_undo (fixture.document));
  fixture_spin (100);
  g_assert_null (trl_saved_figure_get (get_saved (&fixture, 0), "palette"));
  g_assert_cmpstr (gtk_editable_get_text (
                     GTK_EDITABLE (find (&fixture, ADW_TYPE_ENTRY_ROW, NAME_TITLE))),
                   ==, "Depth");
  trellis_figure_studio_show_figure (fixture.studio, "multiples");
  fixture_spin (50);
  g_assert_cmpuint (adw_combo_row_get_selected (
                      ADW_COMBO_ROW (find (&fixture, ADW_TYPE_COMBO_ROW, "Palette"))),
                    ==, 4);
  g_assert_true (trl_document_redo (fixture.document));
  fixture_spin (50);
  find (&fixture, ADW_TYPE_ENTRY_ROW, NAME_TITLE);
  close_studio (&fixture);
}

static gboolean
has_focus (Fixture *self, GtkWidget *widget)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self->window));

  return focus && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

/* The name is ready to be typed over; Escape gives it up. */
static void
test_rename (void)
{
  Fixture    fixture;
  GtkWidget *name, *gallery;

  open_studio (&fixture, "depth");
  act (&fixture, "figure.save");
  gallery = find (&fixture, TRELLIS_TYPE_FIGURE_GALLERY, NULL);
  gtk_widget_grab_focus (gallery);
  act (&fixture, "figure.rename");
  name = find (&fixture, ADW_TYPE_ENTRY_ROW, NAME_TITLE);
  g_assert_true (has_focus (&fixture, name));
  g_assert_true (gtk_editable_get_selection_bounds (GTK_EDITABLE (name), NULL, NULL));
  gtk_editable_set_text (GTK_EDITABLE (name), "Wrong");
  fixture_press (name, GDK_KEY_Escape);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (name)), ==, "Depth");
  g_assert_true (has_focus (&fixture, gallery));
  g_assert_cmpstr (get_saved (&fixture, 0)->name, ==, "Depth");
  close_studio (&fixture);
}

/* A figure that a newer version saved is in the list, says why it has no page, and is not
 * written over. */
static void
test_unknown (gconstpointer number)
{
  g_autoptr (TrlSavedFigure) saved = trl_saved_figure_new ("x", "From the future");
  Fixture fixture;

  open_studio (&fixture, "depth");
  (number ? trl_saved_figure_add_foreign
          : trl_saved_figure_set) (saved, "figure", number ? number : "hologram");
  trl_document_begin (fixture.document, "Add", NULL);
  g_assert_true (trl_document_put_figure (fixture.document, saved));
  trl_document_end (fixture.document);
  fixture_spin (100);
  trellis_figure_gallery_open (
    TRELLIS_FIGURE_GALLERY (find (&fixture, TRELLIS_TYPE_FIGURE_GALLERY, NULL)), "x");
  settle (&fixture);
  choose_palette (&fixture, 4);
  g_assert_true (trl_saved_figure_equal (get_saved (&fixture, 0), saved));
  g_assert_nonnull (
    fixture_find (GTK_WIDGET (fixture.studio), GTK_TYPE_LABEL, "Nothing to Show"));
  trellis_figure_studio_set_narrow (fixture.studio, TRUE);
  g_assert_cmpstr (get_choice (&fixture), ==, "Saved: From the future");
  g_assert_true (gtk_widget_is_sensitive (GTK_WIDGET (find_choice (&fixture))));
  g_assert_true (choose (&fixture, "Reach"));
  g_assert_true (gtk_widget_is_sensitive (GTK_WIDGET (find_controls (&fixture))));
  close_studio (&fixture);
}

/* --- keys --- */

/* Whoever goes on by Tab keeps the figure that was chosen. */
static void
test_tab (void)
{
  Fixture    fixture;
  GtkWidget *gallery, *row, *list;

  open_studio (&fixture, "reach");
  gallery = find (&fixture, TRELLIS_TYPE_FIGURE_GALLERY, NULL);
  g_assert_true (gtk_widget_grab_focus (gallery));
  row = gtk_root_get_focus (GTK_ROOT (fixture.window));
  g_assert_true (GTK_IS_LIST_BOX_ROW (row));
  list = gtk_widget_get_parent (row);
  fixture_press (list, GDK_KEY_Tab);
  g_assert_cmpstr (trellis_figure_controls_get_figure (find_controls (&fixture))->id, ==,
                   "reach");
  g_assert_false (
    gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (fixture.window)), list));
  close_studio (&fixture);
}

static GtkWidget *
get_focus (Fixture *self)
{
  return gtk_root_get_focus (GTK_ROOT (self->window));
}

static void
press_down (Fixture *self, int by)
{
  GtkWidget *list = gtk_widget_get_ancestor (get_focus (self), GTK_TYPE_LIST_BOX);

  g_signal_emit_by_name (list, "move-cursor", GTK_MOVEMENT_DISPLAY_LINES, by, FALSE,
                         FALSE);
  fixture_spin (50);
}

/* Passing by both lists leaves a saved figure open; arrows lead from one to the other. */
static void
test_lists_are_one_stop (void)
{
  Fixture    fixture;
  GtkWidget *gallery, *window;

  open_studio (&fixture, "depth");
  act (&fixture, "figure.save");
  window = GTK_WIDGET (fixture.window);
  gallery = find (&fixture, TRELLIS_TYPE_FIGURE_GALLERY, NULL);
  g_assert_true (gtk_widget_grab_focus (gallery));
  fixture_press (gtk_widget_get_ancestor (get_focus (&fixture), GTK_TYPE_LIST_BOX),
                 GDK_KEY_Tab);
  g_assert_false (has_focus (&fixture, gallery));
  find (&fixture, ADW_TYPE_ENTRY_ROW, NAME_TITLE);
  g_assert_true (gtk_widget_child_focus (window, GTK_DIR_TAB_BACKWARD));
  g_assert_true (has_focus (&fixture, gallery));
  find (&fixture, ADW_TYPE_ENTRY_ROW, NAME_TITLE);
  press_down (&fixture, 1);
  g_assert_true (has_focus (&fixture, gallery));
  g_assert_null (
    fixture_find (GTK_WIDGET (fixture.studio), ADW_TYPE_ENTRY_ROW, NAME_TITLE));
  press_down (&fixture, -1);
  find (&fixture, ADW_TYPE_ENTRY_ROW, NAME_TITLE);
  close_studio (&fixture);
}

/* Tab leads from the list over the page and all choices to the buttons, and out. */
static void
test_walk (void)
{
  Fixture    fixture;
  GtkWidget *stops[7];
  guint      next = 0;

  open_studio (&fixture, "depth");
  act (&fixture, "figure.save");
  settle (&fixture);
  stops[0] = fixture_find (find (&fixture, TRELLIS_TYPE_FIGURE_PREVIEW, NULL),
                           GTK_TYPE_DROP_DOWN, NULL);
  stops[1] = find (&fixture, ADW_TYPE_ENTRY_ROW, NAME_TITLE);
  stops[2] = find (&fixture, ADW_TYPE_COMBO_ROW, "Size");
  stops[3] = find (&fixture, ADW_TYPE_EXPANDER_ROW, "Entries");
  stops[4] = find (&fixture, ADW_TYPE_COMBO_ROW, "Format");
  stops[5] = find (&fixture, GTK_TYPE_BUTTON, "_Export…");
  stops[6] = find (&fixture, GTK_TYPE_MENU_BUTTON, "More");
  gtk_widget_grab_focus (find (&fixture, TRELLIS_TYPE_FIGURE_GALLERY, NULL));
  for (guint i = 0; i < 120 && next < G_N_ELEMENTS (stops); i++)
    {
      gtk_widget_child_focus (GTK_WIDGET (fixture.window), GTK_DIR_TAB_FORWARD);
      next += has_focus (&fixture, stops[next]);
    }
  g_assert_cmpuint (next, ==, G_N_ELEMENTS (stops));
  gtk_widget_child_focus (GTK_WIDGET (fixture.window), GTK_DIR_TAB_FORWARD);
  g_assert_false (has_focus (&fixture, GTK_WIDGET (fixture.studio)));
  close_studio (&fixture);
}

/* A new figure begins with the page that was kept, not with that of a saved one. */
static void
test_begins_anew (void)
{
  Fixture fixture;

  open_studio (&fixture, "depth");
  choose_palette (&fixture, 3);
  act (&fixture, "figure.save");
  trellis_figure_studio_show_figure (fixture.studio, "reach");
  fixture_spin (50);
  g_assert_cmpuint (adw_combo_row_get_selected (
                      ADW_COMBO_ROW (find (&fixture, ADW_TYPE_COMBO_ROW, "Palette"))),
                    ==, 0);
  g_assert_cmpstr (trl_saved_figure_get (get_saved (&fixture, 0), "palette"), ==,
                   "cividis");
  close_studio (&fixture);
}

/* --- small pages --- */

static GtkListBoxRow *
find_small (Fixture *self, const char *name)
{
  GtkWidget *gallery = find (self, TRELLIS_TYPE_FIGURE_GALLERY, NULL);
  GtkWidget *label = fixture_find (gallery, GTK_TYPE_LABEL, name);

  return GTK_LIST_BOX_ROW (gtk_widget_get_ancestor (label, GTK_TYPE_LIST_BOX_ROW));
}

/* What a small page was made of; another pointer once it was made again. */
static gpointer
get_key (Fixture *self, const char *name)
{
  return g_object_get_data (G_OBJECT (find_small (self, name)), "key");
}

static gboolean
is_made (gpointer data)
{
  guint                   n;
  const TrlFigure *const *figures = trl_figures (&n);

  return get_key (data, "Mine") && get_key (data, figures[n - 1]->label);
}

/* The choices of one figure are nothing to the pages of others. */
static void
test_small_pages (void)
{
  Fixture          fixture;
  gpointer         reach;
  g_autofree char *mine = NULL;

  open_studio (&fixture, "depth");
  act (&fixture, "figure.save");
  rename_to (&fixture, "Mine");
  g_assert_true (fixture_wait (is_made, &fixture));
  reach = get_key (&fixture, "Reach");
  mine = g_strdup (get_key (&fixture, "Mine"));
  choose_palette (&fixture, 4);
  settle (&fixture);
  fixture_spin (800);
  g_assert_cmpstr (get_key (&fixture, "Mine"), !=, mine);
  g_assert_true (get_key (&fixture, "Reach") == reach);
  close_studio (&fixture);
}

/* --- the legend --- */

/* Nothing is made while nobody sees it, and all of it afterwards. */
static void
test_small_pages_unseen (void)
{
  Fixture    fixture;
  GtkWidget *window;

  open_studio (&fixture, "depth");
  window = GTK_WIDGET (fixture.window);
  act (&fixture, "figure.save");
  rename_to (&fixture, "Mine");
  g_assert_true (gtk_widget_activate_action (window, "win.view", "s", "map"));
  fixture_spin (1500);
  g_assert_null (get_key (&fixture, "Mine"));
  g_assert_true (gtk_widget_activate_action (window, "win.view", "s", "figures"));
  g_assert_true (fixture_wait (is_made, &fixture));
  close_studio (&fixture);
}

static void
test_legend (void)
{
  Fixture          fixture;
  GtkWidget       *legend, *row, *shown, *reset;
  g_autofree char *before = NULL, *after = NULL;

  open_studio (&fixture, "depth");
  save_to (&fixture, "before.svg");
  before = read_file (&fixture, "before.svg");
  legend = find (&fixture, TRELLIS_TYPE_FIGURE_LEGEND, NULL);
  row = fixture_find (legend, ADW_TYPE_ENTRY_ROW, "Entry");
  reset = fixture_find (legend, GTK_TYPE_BUTTON, "Reset the Legend");
  g_assert_false (gtk_widget_get_sensitive (reset));
  g_assert_nonnull (row);
  g_assert_nonnull (strstr (before, gtk_editable_get_text (GTK_EDITABLE (row))));
  gtk_editable_set_text (GTK_EDITABLE (row), "Renamed level");
  g_assert_true (gtk_widget_get_sensitive (reset));
  settle (&fixture);
  g_assert_true (row == fixture_find (legend, ADW_TYPE_ENTRY_ROW, "Entry"));
  save_to (&fixture, "renamed.svg");
  after = read_file (&fixture, "renamed.svg");
  g_assert_nonnull (strstr (after, "Renamed level"));
  g_assert_null (strstr (after, "=Coordination"));
  shown = fixture_find (row, GTK_TYPE_TOGGLE_BUTTON, NULL);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (shown), FALSE);
  settle (&fixture);
  save_to (&fixture, "hidden.svg");
  g_free (after);
  after = read_file (&fixture, "hidden.svg");
  g_assert_null (strstr (after, "Renamed level"));
  close_studio (&fixture);
}

/* --- the preview --- */

static void
test_sight (void)
{
  Fixture          fixture;
  GtkWidget       *preview, *sights;
  g_autofree char *before = NULL, *after = NULL;

  open_studio (&fixture, "depth");
  save_to (&fixture, "before.svg");
  before = read_file (&fixture, "before.svg");
  preview = find (&fixture, TRELLIS_TYPE_FIGURE_PREVIEW, NULL);
  sights = fixture_find (preview, GTK_TYPE_DROP_DOWN, NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (sights), 4);
  settle (&fixture);
  save_to (&fixture, "after.svg");
  after = read_file (&fixture, "after.svg");
  g_assert_cmpstr (before, ==, after);
  close_studio (&fixture);
}

static void
test_remarks (void)
{
  Fixture    fixture;
  GtkWidget *preview, *remarks;

  open_studio (&fixture, "depth");
  preview = find (&fixture, TRELLIS_TYPE_FIGURE_PREVIEW, NULL);
  g_assert_null (fixture_find (preview, GTK_TYPE_MENU_BUTTON, NULL));
  gtk_editable_set_text (GTK_EDITABLE (find (&fixture, ADW_TYPE_ENTRY_ROW, "Note")),
                         "\364\217\277\275"); /* which no font has */
  settle (&fixture);
  remarks = fixture_find (preview, GTK_TYPE_MENU_BUTTON, NULL);
  g_assert_nonnull (remarks);
  g_assert_cmpstr (gtk_menu_button_get_label (GTK_MENU_BUTTON (remarks)), ==, "1 Remark");
  close_studio (&fixture);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  application = fixture_start ();
  g_test_add_func ("/figure-studio/saved-figure-follows-its-controls",
                   test_follows_controls);
  g_test_add_func ("/figure-studio/typing-is-one-step", test_steps);
  g_test_add_func ("/figure-studio/last-change-is-kept", test_last_change);
  g_test_add_func ("/figure-studio/saved-figures-are-listed", test_list);
  g_test_add_func ("/figure-studio/saved-figure-keeps-its-network", test_keeps_network);
  g_test_add_func ("/figure-studio/narrow-windows-reach-saved-figures", test_narrow);
  g_test_add_func ("/figure-studio/row-follows-saved-figures", test_narrow_follows);
  g_test_add_func ("/figure-studio/selection-goes-with-its-figure", test_selection_stays);
  g_test_add_func ("/figure-studio/figure-that-comes-back-is-shown", test_comes_back);
  g_test_add_func ("/figure-studio/undo-shows-what-it-changes", test_undo_is_seen);
  g_test_add_func ("/figure-studio/name-is-typed-over", test_rename);
  g_test_add_data_func ("/figure-studio/unknown-figure-stays", NULL, test_unknown);
  g_test_add_data_func ("/figure-studio/numbered-figure-stays", "5", test_unknown);
  g_test_add_func ("/figure-studio/tab-leaves-the-list", test_tab);
  g_test_add_func ("/figure-studio/lists-are-one-stop", test_lists_are_one_stop);
  g_test_add_func ("/figure-studio/tab-walks-the-studio", test_walk);
  g_test_add_func ("/figure-studio/new-figures-begin-anew", test_begins_anew);
  g_test_add_func ("/figure-studio/small-pages-are-made-once", test_small_pages);
  g_test_add_func ("/figure-studio/small-pages-are-made-when-seen",
                   test_small_pages_unseen);
  g_test_add_func ("/figure-studio/legend-is-edited", test_legend);
  g_test_add_func ("/figure-studio/sight-changes-no-file", test_sight);
  g_test_add_func ("/figure-studio/remarks-are-shown", test_remarks);
  return g_test_run ();
}
