/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Figures that are saved in the document, and where figures go. */

#include "config.h"

#include "fixture.h"

#include "figure/trl-figure-saved.h"
#include "figures/trellis-figure-controls.h"
#include "figures/trellis-figure-gallery.h"
#include "figures/trellis-figure-legend.h"
#include "figures/trellis-figure-preview.h"
#include "figures/trellis-figure-studio.h"
#include "scene/trl-sight.h"

#include <glib/gstdio.h>
#include <string.h>

#define NAME_TITLE "Name of the Saved Figure"

static TrellisApplication *application;

typedef struct
{
  TrlDocument         *document;
  TrellisWindow       *window;
  TrellisFigureStudio *studio;
  char                *folder;
} Fixture;

static void
settle (Fixture *self)
{
  fixture_settle (GTK_WIDGET (self->studio));
}

static void
open_studio (Fixture *self, const char *figure)
{
  self->document = fixture_document ();
  self->window = fixture_open (application, self->document);
  self->folder = g_dir_make_tmp ("figures-XXXXXX", NULL);
  g_assert_true (
    gtk_widget_activate_action (GTK_WIDGET (self->window), "win.view", "s", "figures"));
  fixture_spin (300);
  self->studio = TRELLIS_FIGURE_STUDIO (
    fixture_find (GTK_WIDGET (self->window), TRELLIS_TYPE_FIGURE_STUDIO, NULL));
  trellis_figure_studio_show_figure (self->studio, figure);
  settle (self);
}

static void
close_studio (Fixture *self)
{
  static const char *const keys[] = { "export-preset", "export-format", "export-data",
                                      "export-alt", "export-sidecar" };
  g_autoptr (GDir) folder = g_dir_open (self->folder, 0, NULL);
  const char *name;

  gtk_window_destroy (GTK_WINDOW (self->window));
  fixture_spin (20);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_reset (trellis_application_get_settings (application), keys[i]);
  while ((name = g_dir_read_name (folder)))
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (self->folder);
  g_free (self->folder);
  g_object_unref (self->document);
}

static void
act (Fixture *self, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->studio), action, NULL));
  fixture_spin (50);
}

static GtkWidget *
find (Fixture *self, GType type, const char *label)
{
  GtkWidget *found = fixture_find (GTK_WIDGET (self->studio), type, label);

  g_assert_nonnull (found);
  return found;
}

static TrellisFigureControls *
find_controls (Fixture *self)
{
  return TRELLIS_FIGURE_CONTROLS (find (self, TRELLIS_TYPE_FIGURE_CONTROLS, NULL));
}

static char *
in_folder (Fixture *self, const char *name)
{
  return g_build_filename (self->folder, name, NULL);
}

static char *
read_file (Fixture *self, const char *name)
{
  g_autofree char *path = in_folder (self, name);
  char            *content = NULL;

  g_assert_true (fixture_wait_file (path));
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  return content;
}

static void
save_to (Fixture *self, const char *name)
{
  g_autofree char *path = in_folder (self, name);

  trellis_figure_studio_save_to (self->studio, path);
}

static const TrlSavedFigure *
get_saved (Fixture *self, guint index)
{
  g_assert_cmpuint (index, <, trl_document_get_n_figures (self->document));
  return trl_document_get_figure (self->document, index);
}

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
rename_to (Fixture *self, const char *text)
{
  GtkWidget *name = find (self, ADW_TYPE_ENTRY_ROW, NAME_TITLE);

  gtk_editable_set_text (GTK_EDITABLE (name), text);
  g_signal_emit_by_name (name, "apply");
  fixture_spin (50);
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

/* --- where figures go --- */

static void
test_beside (void)
{
  GSettings       *settings = trellis_application_get_settings (application);
  g_autofree char *data = NULL, *alt = NULL, *sidecar = NULL;
  g_autoptr (TrlFigureSettings) again = NULL;
  Fixture fixture;

  open_studio (&fixture, "reach");
  g_settings_set_boolean (settings, "export-data", TRUE);
  g_settings_set_boolean (settings, "export-alt", TRUE);
  g_settings_set_boolean (settings, "export-sidecar", TRUE);
  save_to (&fixture, "reach.pdf");
  data = read_file (&fixture, "reach-data.csv");
  alt = read_file (&fixture, "reach-alt.txt");
  sidecar = read_file (&fixture, "reach-figure.json");
  g_assert_true (g_str_has_prefix (data, "partner_type,"));
  g_assert_true (g_str_has_prefix (alt, "Reach. "));
  again = trl_figure_settings_from_sidecar (sidecar, NULL);
  g_assert_nonnull (again);
  g_assert_cmpstr (trl_figure_settings_get_figure (again)->id, ==, "reach");
  close_studio (&fixture);
}

static GtkWidget *
find_question (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window))
        return window;
    }
  return NULL;
}

static void
answer (const char *response)
{
  GtkWidget *question = find_question ();

  g_assert_nonnull (question);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (question), response);
  gtk_window_destroy (GTK_WINDOW (question));
  fixture_spin (50);
}

static void
put_precious (Fixture *self, const char *name)
{
  g_autofree char *path = in_folder (self, name);

  g_assert_true (g_file_set_contents (path, "precious", -1, NULL));
}

static gboolean
is_precious (Fixture *self, const char *name)
{
  g_autofree char *content = read_file (self, name);

  return g_str_equal (content, "precious");
}

/* What is there already is not written over without a question, which is one for all and
 * names what would be lost. */
static void
test_beside_asks (void)
{
  GSettings  *settings = trellis_application_get_settings (application);
  const char *body;
  Fixture     fixture;

  open_studio (&fixture, "reach");
  put_precious (&fixture, "mine-data.csv");
  put_precious (&fixture, "mine-alt.txt");
  put_precious (&fixture, "mine-figure.json");
  g_settings_set_boolean (settings, "export-data", TRUE);
  g_settings_set_boolean (settings, "export-alt", TRUE);
  save_to (&fixture, "mine.svg");
  fixture_spin (100);
  body = adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (find_question ()));
  g_assert_nonnull (strstr (body, "mine-data.csv"));
  g_assert_nonnull (strstr (body, "mine-alt.txt"));
  g_assert_null (strstr (body, "mine-figure.json"));
  g_assert_true (is_precious (&fixture, "mine-data.csv"));
  answer ("cancel");
  settle (&fixture);
  g_assert_true (is_precious (&fixture, "mine-data.csv"));
  save_to (&fixture, "mine.svg");
  answer ("replace");
  settle (&fixture);
  g_assert_null (find_question ());
  g_assert_false (is_precious (&fixture, "mine-data.csv"));
  g_assert_false (is_precious (&fixture, "mine-alt.txt"));
  g_assert_true (is_precious (&fixture, "mine-figure.json"));
  close_studio (&fixture);
}

/* A name that was typed without its ending was not asked about by the chooser. */
static void
test_book_asks (void)
{
  g_autofree char *bare = NULL;
  Fixture          fixture;

  open_studio (&fixture, "reach");
  act (&fixture, "figure.save");
  put_precious (&fixture, "book.pdf");
  bare = in_folder (&fixture, "book");
  trellis_figure_studio_save_all_to (fixture.studio, bare);
  answer ("cancel");
  settle (&fixture);
  g_assert_true (is_precious (&fixture, "book.pdf"));
  trellis_figure_studio_save_all_to (fixture.studio, bare);
  answer ("replace");
  settle (&fixture);
  g_assert_false (is_precious (&fixture, "book.pdf"));
  close_studio (&fixture);
}

/* What was written is named, and can be shown where it is. */
static void
test_told (void)
{
  GtkWidget *window;
  Fixture    fixture;

  open_studio (&fixture, "reach");
  window = GTK_WIDGET (fixture.window);
  save_to (&fixture, "reach.svg");
  settle (&fixture);
  fixture_spin (100);
  g_assert_nonnull (fixture_find (window, GTK_TYPE_LABEL, "Exported “reach.svg”"));
  g_assert_nonnull (fixture_find (window, GTK_TYPE_BUTTON, "Show in _Folder"));
  close_studio (&fixture);
}

/* Names on disk need not be UTF-8. */
static void
test_told_of_any_name (void)
{
  Fixture fixture;

  open_studio (&fixture, "reach");
  save_to (&fixture, "r\351seau.svg");
  settle (&fixture);
  fixture_spin (100);
  g_assert_nonnull (
    fixture_find (GTK_WIDGET (fixture.window), GTK_TYPE_BUTTON, "Show in _Folder"));
  close_studio (&fixture);
}

/* Who closed the window still hears that there is no file. */
static void
test_failure_is_told (void)
{
  Fixture        fixture;
  TrellisWindow *other;
  const char    *body;

  open_studio (&fixture, "reach");
  other = fixture_open (application, fixture.document);
  save_to (&fixture, "no/where.svg");
  gtk_window_destroy (GTK_WINDOW (fixture.window));
  fixture.window = other;
  fixture_spin (600);
  g_assert_nonnull (find_question ());
  g_assert_true (gtk_window_get_transient_for (GTK_WINDOW (find_question ())) ==
                 GTK_WINDOW (other));
  body = adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (find_question ()));
  g_assert_cmpstr (body, !=, "");
  answer ("close");
  close_studio (&fixture);
}

static void
on_texture (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  *(GdkTexture **) data =
    gdk_clipboard_read_texture_finish (GDK_CLIPBOARD (clipboard), result, NULL);
}

static gboolean
is_set (gpointer data)
{
  return *(gpointer *) data != NULL;
}

/* Who asks before the picture is made gets it when it is. */
static void
test_copied (void)
{
  Fixture            fixture;
  GdkClipboard      *clipboard;
  GdkContentFormats *formats;
  g_autoptr (GdkTexture) texture = NULL;

  open_studio (&fixture, "matrix");
  g_assert_true (
    gtk_widget_activate_action (GTK_WIDGET (fixture.studio), "figure.copy", NULL));
  clipboard = gtk_widget_get_clipboard (GTK_WIDGET (fixture.studio));
  formats = gdk_clipboard_get_formats (clipboard);
  g_assert_true (gdk_content_formats_contain_mime_type (formats, "image/png"));
  g_assert_true (gdk_content_formats_contain_mime_type (formats, "image/svg+xml"));
  gdk_clipboard_read_texture_async (clipboard, NULL, on_texture, &texture);
  g_assert_null (texture);
  g_assert_true (fixture_wait (is_set, &texture));
  g_assert_cmpint (gdk_texture_get_width (texture), >, 100);
  close_studio (&fixture);
}

static void
on_sent (GObject *content, GAsyncResult *result, gpointer data)
{
  *(gboolean *) data = gdk_content_provider_write_mime_type_finish (
    GDK_CONTENT_PROVIDER (content), result, NULL);
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

static char *
take_list (GdkContentProvider *content)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  gboolean sent = FALSE;

  gdk_content_provider_write_mime_type_async (content, "text/uri-list", stream, 0, NULL,
                                              on_sent, &sent);
  g_assert_true (fixture_wait (is_true, &sent));
  g_output_stream_write_all (stream, "", 1, NULL, NULL, NULL);
  g_output_stream_close (stream, NULL, NULL);
  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (stream));
}

static void
test_dragged (void)
{
  Fixture          fixture;
  GtkWidget       *preview;
  g_autofree char *list = NULL;
  g_auto (GStrv) uris = NULL;
  g_autoptr (GFile) file = NULL;
  GdkContentProvider *content = NULL;

  open_studio (&fixture, "depth");
  preview = find (&fixture, TRELLIS_TYPE_FIGURE_PREVIEW, NULL);
  g_signal_emit_by_name (preview, "drag", &content);
  g_assert_nonnull (content);
  list = take_list (content);
  uris = g_uri_list_extract_uris (list);
  g_assert_cmpuint (g_strv_length (uris), ==, 1);
  g_assert_true (g_str_has_suffix (uris[0], ".pdf"));
  file = g_file_new_for_uri (uris[0]);
  g_assert_true (g_file_query_exists (file, NULL));
  g_object_unref (content);
  g_assert_true (g_file_query_exists (file, NULL));
  close_studio (&fixture);
  g_assert_false (g_file_query_exists (file, NULL));
}

static void
test_all (void)
{
  g_autofree char *book = NULL, *pdf = NULL, *one = NULL, *precious = NULL;
  g_autofree char *two = NULL, *data = NULL, *replaced = NULL;
  Fixture          fixture;

  open_studio (&fixture, "depth");
  act (&fixture, "figure.save");
  act (&fixture, "figure.duplicate");
  book = in_folder (&fixture, "all.pdf");
  trellis_figure_studio_save_all_to (fixture.studio, book);
  pdf = read_file (&fixture, "all.pdf");
  g_assert_true (g_str_has_prefix (pdf, "%PDF"));
  one = in_folder (&fixture, "Depth.pdf");
  g_settings_set_boolean (trellis_application_get_settings (application), "export-data",
                          TRUE);
  g_assert_true (g_file_set_contents (one, "precious", -1, NULL));
  trellis_figure_studio_save_all_to (fixture.studio, fixture.folder);
  fixture_spin (50);
  g_assert_nonnull (strstr (
    adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (find_question ())), "Depth.pdf"));
  answer ("cancel");
  settle (&fixture);
  precious = read_file (&fixture, "Depth.pdf");
  g_assert_cmpstr (precious, ==, "precious");
  trellis_figure_studio_save_all_to (fixture.studio, fixture.folder);
  answer ("replace");
  settle (&fixture);
  replaced = read_file (&fixture, "Depth.pdf");
  g_assert_true (g_str_has_prefix (replaced, "%PDF"));
  two = read_file (&fixture, "Depth 2.pdf");
  data = read_file (&fixture, "Depth 2-data.csv");
  close_studio (&fixture);
}

static GtkWidget *
find_chooser (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (GTK_IS_FILE_CHOOSER (window) && gtk_widget_get_visible (window))
        return window;
    }
  return NULL;
}

static char *
dup_proposed (Fixture *self)
{
  GtkFileChooser *chooser;
  char           *name;

  act (self, "figure.export");
  fixture_spin (200);
  chooser = GTK_FILE_CHOOSER (find_chooser ());
  g_assert_nonnull (chooser);
  name = gtk_file_chooser_get_current_name (chooser);
  gtk_dialog_response (GTK_DIALOG (chooser), GTK_RESPONSE_CANCEL);
  fixture_spin (50);
  return name;
}

/* Figures of one document are proposed under names of their own. */
static void
test_proposed_names (void)
{
  Fixture          fixture;
  g_autofree char *one = NULL, *other = NULL, *saved = NULL;

  open_studio (&fixture, "network");
  one = dup_proposed (&fixture);
  g_assert_cmpstr (one, ==, "Site A – Network.pdf");
  trellis_figure_studio_show_figure (fixture.studio, "reach");
  settle (&fixture);
  other = dup_proposed (&fixture);
  g_assert_true (g_str_has_suffix (other, "Reach.pdf"));
  act (&fixture, "figure.save");
  rename_to (&fixture, "Figure 1");
  saved = dup_proposed (&fixture);
  g_assert_cmpstr (saved, ==, "Figure 1.pdf");
  close_studio (&fixture);
}

/* All formats are there to choose, and the ending is that of the format. */
static void
test_chosen_format (void)
{
  Fixture         fixture;
  GtkFileChooser *chooser;
  g_autoptr (GListModel) filters = NULL;
  g_autoptr (GtkFileFilter) svg = NULL;
  g_autofree char *name = NULL, *written = NULL;
  g_autoptr (GFile) folder = NULL;
  guint n;

  open_studio (&fixture, "reach");
  folder = g_file_new_for_path (fixture.folder);
  act (&fixture, "figure.export");
  fixture_spin (200);
  chooser = GTK_FILE_CHOOSER (find_chooser ());
  filters = gtk_file_chooser_get_filters (chooser);
  trl_figure_formats (&n);
  g_assert_cmpuint (g_list_model_get_n_items (filters), ==, n);
  svg = g_list_model_get_item (filters, 1);
  g_assert_true (gtk_file_chooser_set_current_folder (chooser, folder, NULL));
  fixture_spin (200);
  gtk_file_chooser_set_filter (chooser, svg);
  fixture_spin (100);
  name = gtk_file_chooser_get_current_name (chooser);
  g_assert_true (g_str_has_suffix (name, "Reach.svg"));
  gtk_dialog_response (GTK_DIALOG (chooser), GTK_RESPONSE_ACCEPT);
  fixture_spin (200);
  written = read_file (&fixture, name);
  g_assert_nonnull (strstr (written, "<svg"));
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
  g_test_add_func ("/figure-studio/files-beside-a-figure", test_beside);
  g_test_add_func ("/figure-studio/nothing-is-written-over", test_beside_asks);
  g_test_add_func ("/figure-studio/book-is-not-written-over", test_book_asks);
  g_test_add_func ("/figure-studio/what-was-written-is-named", test_told);
  g_test_add_func ("/figure-studio/any-name-can-be-told-of", test_told_of_any_name);
  g_test_add_func ("/figure-studio/failure-is-told-after-closing", test_failure_is_told);
  g_test_add_func ("/figure-studio/copied-as-picture", test_copied);
  g_test_add_func ("/figure-studio/dragged-as-file", test_dragged);
  g_test_add_func ("/figure-studio/all-saved-figures", test_all);
  g_test_add_func ("/figure-studio/names-differ", test_proposed_names);
  g_test_add_func ("/figure-studio/format-is-chosen", test_chosen_format);
  return g_test_run ();
}
