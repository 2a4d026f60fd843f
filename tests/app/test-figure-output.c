/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where figures go: files, the clipboard and other windows. */

#include "config.h"

#include "studio-fixture.h"

#include "figures/trellis-figure-preview.h"

#include <string.h>

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
  g_test_add_func ("/figure-output/files-beside-a-figure", test_beside);
  g_test_add_func ("/figure-output/nothing-is-written-over", test_beside_asks);
  g_test_add_func ("/figure-output/book-is-not-written-over", test_book_asks);
  g_test_add_func ("/figure-output/what-was-written-is-named", test_told);
  g_test_add_func ("/figure-output/any-name-can-be-told-of", test_told_of_any_name);
  g_test_add_func ("/figure-output/failure-is-told-after-closing", test_failure_is_told);
  g_test_add_func ("/figure-output/copied-as-picture", test_copied);
  g_test_add_func ("/figure-output/dragged-as-file", test_dragged);
  g_test_add_func ("/figure-output/all-saved-figures", test_all);
  g_test_add_func ("/figure-output/names-differ", test_proposed_names);
  g_test_add_func ("/figure-output/format-is-chosen", test_chosen_format);
  return g_test_run ();
}
