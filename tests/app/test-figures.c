/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every figure of a document, chosen from small pages and written as it is seen. */

#include "config.h"

#include "fixture.h"

#include "figures/trellis-figure-controls.h"
#include "figures/trellis-figure-gallery.h"
#include "figures/trellis-figure-studio.h"
#include "panels/trellis-inspector.h"

#include <glib/gstdio.h>

static TrellisApplication *application;

typedef struct
{
  TrlDocument   *document;
  TrellisWindow *window;
  GtkWidget     *studio;
} Fixture;

static void
open_figures (Fixture *self, TrlDocument *document)
{
  self->document = document;
  self->window = fixture_open (application, document);
  g_assert_true (
    gtk_widget_activate_action (GTK_WIDGET (self->window), "win.view", "s", "figures"));
  fixture_spin (400);
  self->studio =
    fixture_find (GTK_WIDGET (self->window), TRELLIS_TYPE_FIGURE_STUDIO, NULL);
  g_assert_nonnull (self->studio);
  fixture_settle (self->studio);
}

static void
close_figures (Fixture *self)
{
  GSettings *settings = trellis_application_get_settings (application);

  gtk_window_destroy (GTK_WINDOW (self->window));
  fixture_spin (20);
  g_settings_reset (settings, "export-preset");
  g_settings_reset (settings, "export-format");
  g_object_unref (self->document);
}

static GtkListBox *
find_rows (Fixture *self)
{
  GtkWidget *gallery = fixture_find (self->studio, TRELLIS_TYPE_FIGURE_GALLERY, NULL);

  return GTK_LIST_BOX (fixture_find (gallery, GTK_TYPE_LIST_BOX, NULL));
}

static GtkListBoxRow *
find_row (Fixture *self, const char *id)
{
  guint                   n;
  const TrlFigure *const *figures = trl_figures (&n);

  for (guint i = 0; i < n; i++)
    if (g_str_equal (figures[i]->id, id))
      return gtk_list_box_get_row_at_index (find_rows (self), (int) i);
  g_assert_not_reached ();
}

static TrellisFigureControls *
find_controls (Fixture *self)
{
  return TRELLIS_FIGURE_CONTROLS (
    fixture_find (self->studio, TRELLIS_TYPE_FIGURE_CONTROLS, NULL));
}

static gboolean
is_ready (Fixture *self)
{
  gboolean ready;

  g_object_get (self->studio, "ready", &ready, NULL);
  return ready;
}

/* What the command line would write of the same choice. */
static GBytes *
make_wanted (Fixture *self, const char *figure)
{
  guint                n;
  const TrlPagePreset *presets = trl_page_presets (&n);
  TrlFigureRequest     request = {
        .document = self->document,
        .figure = figure,
        .network = trl_network_get_id (trl_document_get_network (self->document, 0)),
        .width = presets[0].width * TRL_POINTS_PER_MM,
        .height = presets[0].height * TRL_POINTS_PER_MM,
        .theme = TRL_THEME_PRINT,
  };

  return trl_figure_export (&request, "svg", NULL, NULL);
}

static void
test_written (void)
{
  static const char *const ids[] = { "network", "multiples", "depth", "matrix", "reach" };
  g_autofree char         *path = g_build_filename (g_get_tmp_dir (), "studio.svg", NULL);
  guint                    n;
  Fixture                  fixture;

  g_settings_set_string (trellis_application_get_settings (application), "export-preset",
                         trl_page_presets (&n)[0].id);
  open_figures (&fixture, fixture_document ());
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (GBytes) wanted = make_wanted (&fixture, ids[i]);
      g_autofree char *content = NULL;
      gsize            length;

      gtk_list_box_select_row (find_rows (&fixture), find_row (&fixture, ids[i]));
      g_assert_cmpstr (trellis_figure_controls_get_figure (find_controls (&fixture))->id,
                       ==, ids[i]);
      fixture_settle (fixture.studio);
      g_assert_true (is_ready (&fixture));
      trellis_figure_studio_save_to (TRELLIS_FIGURE_STUDIO (fixture.studio), path);
      g_assert_true (fixture_wait_file (path));
      g_assert_true (g_file_get_contents (path, &content, &length, NULL));
      g_assert_cmpmem (content, length, g_bytes_get_data (wanted, NULL),
                       g_bytes_get_size (wanted));
      g_remove (path);
    }
  close_figures (&fixture);
}

static guint
count_pages (Fixture *self)
{
  guint n, pages = 0;

  trl_figures (&n);
  for (guint i = 0; i < n; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (find_rows (self), (int) i);
      GtkWidget     *page = g_object_get_data (G_OBJECT (row), "page");

      pages += gtk_widget_has_css_class (page, "trellis-blank") ? 0 : 1;
    }
  return pages;
}

static gboolean
has_pages (gpointer data)
{
  return count_pages (data) > 0;
}

/* A figure without what it is made of has no page, says why, and cannot be written. */
static void
test_missing (void)
{
  Fixture    fixture;
  GtkWidget *button;
  guint      n;
  int        height; /* which pages do not change */

  open_figures (&fixture, fixture_organizations ());
  trl_figures (&n);
  height = gtk_widget_get_height (GTK_WIDGET (find_rows (&fixture)));
  g_assert_true (fixture_wait (has_pages, &fixture));
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (find_rows (&fixture))), ==, height);
  g_assert_cmpuint (count_pages (&fixture), <, n);
  button = fixture_find (fixture.studio, GTK_TYPE_BUTTON, "_Export…");
  gtk_list_box_select_row (find_rows (&fixture), find_row (&fixture, "change"));
  fixture_settle (fixture.studio);
  g_assert_false (is_ready (&fixture));
  g_assert_nonnull (fixture_find (fixture.studio, GTK_TYPE_LABEL, "Nothing to Show"));
  g_assert_false (gtk_widget_get_sensitive (button));
  gtk_list_box_select_row (find_rows (&fixture), find_row (&fixture, "network"));
  fixture_settle (fixture.studio);
  g_assert_true (gtk_widget_get_sensitive (button));
  close_figures (&fixture);
}

/* In a narrow window a row stands for the gallery, and neither forgets the other. */
static void
test_narrow (void)
{
  Fixture    fixture;
  GtkWidget *row;

  open_figures (&fixture, fixture_document ());
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture.window)) ==
                 GTK_WIDGET (find_row (&fixture, "network")));
  g_assert_true (gtk_window_get_focus_visible (GTK_WINDOW (fixture.window)));
  gtk_list_box_select_row (find_rows (&fixture), find_row (&fixture, "depth"));
  trellis_figure_studio_set_narrow (TRELLIS_FIGURE_STUDIO (fixture.studio), TRUE);
  row = fixture_find (fixture.studio, ADW_TYPE_COMBO_ROW, "Figure");
  g_assert_nonnull (row);
  g_assert_cmpstr (trellis_figure_controls_get_figure (find_controls (&fixture))->id, ==,
                   "depth");
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), 0);
  trellis_figure_studio_set_narrow (TRELLIS_FIGURE_STUDIO (fixture.studio), FALSE);
  g_assert_true (gtk_list_box_get_selected_row (find_rows (&fixture)) ==
                 gtk_list_box_get_row_at_index (find_rows (&fixture), 0));
  g_assert_null (fixture_find (fixture.studio, ADW_TYPE_COMBO_ROW, "Figure"));
  close_figures (&fixture);
}

/* The figure is of the network that the map shows, until another is chosen here. */
static void
test_follows (void)
{
  Fixture          fixture;
  TrellisSession  *session;
  TrlFigureRequest request;
  GtkWidget       *row;

  open_figures (&fixture, fixture_document ());
  session = trellis_window_get_session (fixture.window);
  trellis_session_set_network_id (session, "Site B");
  trellis_figure_controls_fill_request (find_controls (&fixture), &request);
  g_assert_cmpstr (request.network, ==, "Site B");
  row = fixture_find (fixture.studio, ADW_TYPE_COMBO_ROW, "Network");
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), 3); /* after “As on the Map” */
  trl_document_begin (fixture.document, "Rename", NULL);
  g_assert_true (trl_document_set (fixture.document, TRL_KIND_NETWORK, "Site A", NULL,
                                   TRL_NETWORK_NAME, TRL_TEXT ("Other")));
  trl_document_end (fixture.document);
  fixture_spin (50);
  trellis_figure_controls_fill_request (find_controls (&fixture), &request);
  g_assert_cmpstr (request.network, ==, "Site C");
  close_figures (&fixture);
}

static void
assert_empty (Fixture *self)
{
  g_assert_false (is_ready (self));
  g_assert_nonnull (fixture_find (self->studio, GTK_TYPE_LABEL, "Nothing to Show"));
  g_assert_nonnull (fixture_find (
    self->studio, GTK_TYPE_LABEL,
    "Add partners on the map, or import a table, and the figure shows them here."));
}

/* Nothing to draw at all is no reason to fail, nor for a white page. */
static void
test_empty (void)
{
  g_autoptr (TrlRecord) node = trl_record_new (TRL_KIND_NODE, "one");
  Fixture     fixture;
  TrlNetwork *network;

  open_figures (&fixture, trl_document_new ());
  assert_empty (&fixture);
  trl_document_begin (fixture.document, "Begin", NULL);
  network = trl_document_add_network (fixture.document, NULL);
  trl_document_end (fixture.document);
  fixture_settle (fixture.studio);
  assert_empty (&fixture);
  trl_document_begin (fixture.document, "Add", NULL);
  trl_record_set (node, TRL_NODE_NAME, TRL_TEXT ("One"));
  trl_document_add (fixture.document, trl_network_get_id (network), node);
  trl_document_end (fixture.document);
  fixture_settle (fixture.studio);
  g_assert_true (is_ready (&fixture));
  close_figures (&fixture);
}

/* The inspector makes room for the figure, and is where it was afterwards. */
static void
test_room (void)
{
  Fixture    fixture;
  GtkWidget *inspector;

  open_figures (&fixture, fixture_document ());
  inspector = fixture_find (GTK_WIDGET (fixture.window), TRELLIS_TYPE_INSPECTOR, NULL);
  g_assert_false (gtk_widget_get_mapped (inspector));
  g_assert_true (
    gtk_widget_activate_action (GTK_WIDGET (fixture.window), "win.view", "s", "map"));
  fixture_spin (300);
  g_assert_true (gtk_widget_get_mapped (inspector));
  close_figures (&fixture);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  application = fixture_start ();
  g_test_add_func ("/figures/written-as-on-the-command-line", test_written);
  g_test_add_func ("/figures/says-why-there-is-no-page", test_missing);
  g_test_add_func ("/figures/gallery-and-row-agree", test_narrow);
  g_test_add_func ("/figures/follows-the-map", test_follows);
  g_test_add_func ("/figures/empty-document", test_empty);
  g_test_add_func ("/figures/inspector-makes-room", test_room);
  return g_test_run ();
}
