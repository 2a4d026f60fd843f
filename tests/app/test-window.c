/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The program's own windows: what a person does with them, through widgets and actions.
 */

#include "config.h"

#include "fixture.h"

#include "dialogs/trellis-export-dialog.h"
#include "figure/trl-figure.h"
#include "figure/trl-page.h"
#include "panels/trellis-choices.h"
#include "panels/trellis-level-picker.h"
#include "panels/trellis-type-page.h"
#include "store/trl-samples.h"
#include "store/trl-store.h"
#include "trellis-compat.h"
#include "trellis-welcome.h"
#include "trellis-window-private.h"

#include <glib/gstdio.h>

static TrellisApplication *application;

static gboolean
act (TrellisWindow *window, const char *action)
{
  return gtk_widget_activate_action (GTK_WIDGET (window), action, NULL);
}

static const char *
name_of (TrlDocument *document, const char *node)
{
  const TrlTable *nodes = trl_network_get_nodes (trl_document_get_network (document, 0));

  return trl_table_get_text (nodes, trl_table_find (nodes, node), TRL_NODE_NAME);
}

static void
rename_node (TrlDocument *document, const char *node, const char *name)
{
  trl_document_begin (document, "Rename", NULL);
  trl_document_set (document, TRL_KIND_NODE,
                    trl_network_get_id (trl_document_get_network (document, 0)), node,
                    TRL_NODE_NAME, TRL_TEXT (name));
  trl_document_end (document);
}

static GtkWindow *
find_dialog_of (GtkWindow *window)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) other = g_list_model_get_item (toplevels, i);

      if (gtk_window_get_transient_for (other) == window &&
          gtk_widget_get_visible (GTK_WIDGET (other)))
        return other;
    }
  return NULL;
}

static GtkWindow *
find_dialog (TrellisWindow *window)
{
  return find_dialog_of (GTK_WINDOW (window));
}

static gboolean
has_dialog (gpointer window)
{
  return find_dialog (window) != NULL;
}

static gboolean
has_session (gpointer window)
{
  return trellis_window_get_session (window) != NULL;
}

static void
test_empty (void)
{
  TrellisWindow *window = fixture_open (application, NULL);

  g_assert_true (trellis_window_is_empty (window));
  g_assert_nonnull (fixture_find (GTK_WIDGET (window), TRELLIS_TYPE_WELCOME, NULL));
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "save"));
  g_assert_true (act (window, "win.new"));
  g_assert_false (trellis_window_is_empty (window));
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "save"));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_undo (void)
{
  g_autoptr (TrlDocument) document = fixture_document ();
  TrellisWindow *window = fixture_open (application, document);

  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "undo"));
  rename_node (document, "cbo", "Neighbours");
  g_assert_true (act (window, "win.undo"));
  g_assert_cmpstr (name_of (document, "cbo"), ==, "Community-Based Organizations");
  g_assert_nonnull (fixture_find (GTK_WIDGET (window), GTK_TYPE_BUTTON, "Redo Rename"));
  g_assert_true (act (window, "win.redo"));
  g_assert_cmpstr (name_of (document, "cbo"), ==, "Neighbours");
  g_assert_nonnull (fixture_find (GTK_WIDGET (window), GTK_TYPE_BUTTON, "Undo Rename"));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
select_node (TrellisWindow *window, const char *id)
{
  trellis_selection_set (
    trellis_session_get_selection (trellis_window_get_session (window)), TRL_KIND_NODE,
    id);
  fixture_spin (50);
}

static void
test_rename (void)
{
  g_autoptr (TrlDocument) document = fixture_document ();
  TrellisWindow *window = fixture_open (application, document);
  GtkWidget     *entry;

  select_node (window, "cbo");
  entry = fixture_find (GTK_WIDGET (window), ADW_TYPE_ENTRY_ROW, "Name");
  g_assert_nonnull (entry);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==,
                   "Community-Based Organizations");
  gtk_editable_set_text (GTK_EDITABLE (entry), "Ärzte e.V.");
  g_assert_cmpstr (name_of (document, "cbo"), ==, "Ärzte e.V.");
  g_assert_true (act (window, "win.undo"));
  fixture_spin (50);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==,
                   "Community-Based Organizations");
  g_assert_false (trl_document_is_modified (document)); /* showing is no step */
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A note takes in what can be kept and says so about the rest. */
static void
test_long_note (void)
{
  g_autoptr (TrlDocument) document = fixture_document ();
  TrellisWindow   *window = fixture_open (application, document);
  const TrlTable  *nodes = trl_network_get_nodes (trl_document_get_network (document, 0));
  g_autofree char *text = g_strnfill (40 * 1024, 'x');
  GtkWidget       *view, *row;
  GtkTextBuffer   *buffer;

  select_node (window, "cbo");
  view = fixture_find (GTK_WIDGET (window), GTK_TYPE_TEXT_VIEW, NULL);
  g_assert_nonnull (view);
  row = gtk_widget_get_ancestor (view, ADW_TYPE_PREFERENCES_ROW);
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  gtk_text_buffer_insert_at_cursor (buffer, text, -1);
  g_assert_false (gtk_widget_has_css_class (row, "error"));
  gtk_text_buffer_insert_at_cursor (buffer, text, -1);
  g_assert_true (gtk_widget_has_css_class (row, "error"));
  g_assert_nonnull (gtk_widget_get_tooltip_text (row));
  g_assert_cmpint (gtk_text_buffer_get_char_count (buffer), ==, 40 * 1024);
  gtk_text_buffer_insert_at_cursor (buffer, "y", -1);
  g_assert_false (gtk_widget_has_css_class (row, "error"));
  g_assert_cmpuint (
    strlen (trl_table_get_text (nodes, trl_table_find (nodes, "cbo"), TRL_NODE_NOTE)), ==,
    40 * 1024 + 1);
  gtk_window_destroy (GTK_WINDOW (window));
}

static gboolean
is_saved (gpointer session)
{
  return !trellis_session_is_modified (session);
}

static void
test_save (void)
{
  g_autoptr (TrlDocument) document = fixture_document ();
  g_autoptr (GError) error = NULL;
  TrellisWindow   *window = fixture_open (application, document);
  g_autofree char *folder = g_dir_make_tmp ("trellis-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "a.trellis", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;
  TrellisSession *session = trellis_window_get_session (window);
  TrellisWindow  *second;

  trellis_session_set_file (session, file);
  rename_node (document, "cbo", "Neighbours");
  g_assert_true (trellis_session_is_modified (session));
  g_assert_true (act (window, "win.save"));
  g_assert_true (fixture_wait (is_saved, session));
  before = trl_store_to_bytes (document, NULL);
  gtk_window_destroy (GTK_WINDOW (window));

  second = fixture_open (application, NULL);
  trellis_window_load (second, &file, 1);
  g_assert_true (fixture_wait (has_session, second));
  session = trellis_window_get_session (second);
  g_assert_cmpstr (trellis_session_get_title (session), ==, "a");
  g_assert_true (trellis_window_has_file (second, file));
  after = trl_store_to_bytes (trellis_session_get_document (session), NULL);
  g_assert_true (g_bytes_equal (before, after));
  gtk_window_destroy (GTK_WINDOW (second));
  g_remove (path);
  g_rmdir (folder);
}

/* Compares addresses only: a closed window may be gone. */
static gboolean
is_open (TrellisWindow *window)
{
  return g_list_find (gtk_application_get_windows (GTK_APPLICATION (application)),
                      window) != NULL;
}

static gboolean
is_document (gpointer path)
{
  g_autofree char *content = NULL;

  return g_file_get_contents (path, &content, NULL, NULL) &&
         g_str_has_prefix (content, "{");
}

/* Of “a” a person was asked, of “a.trellis” not. */
static void
test_save_asks (void)
{
  g_autoptr (TrlDocument) document = fixture_document ();
  g_autoptr (GError) error = NULL;
  TrellisWindow   *window = fixture_open (application, document);
  g_autofree char *folder = g_dir_make_tmp ("trellis-XXXXXX", &error);
  g_autofree char *bare = g_build_filename (folder, "a", NULL);
  g_autofree char *path = g_strconcat (bare, ".trellis", NULL);
  g_autofree char *content = NULL;
  GtkWindow       *dialog;

  g_assert_true (g_file_set_contents (path, "precious", -1, NULL));
  trellis_window_save_to (window, bare);
  g_assert_true (fixture_wait (has_dialog, window));
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "precious");
  dialog = find_dialog (window);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "replace");
  gtk_window_destroy (dialog);
  g_assert_true (fixture_wait (is_document, path));
  gtk_window_destroy (GTK_WINDOW (window));
  g_remove (path);
  g_rmdir (folder);
}

static GtkWindow *
open_export (TrellisWindow *window)
{
  g_assert_true (act (window, "win.export"));
  g_assert_true (fixture_wait (has_dialog, window));
  return find_dialog (window);
}

static char *
read_file (const char *path)
{
  char *content = NULL;

  g_assert_true (fixture_wait_file (path));
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  return content;
}

static gboolean
has_no_dialog (gpointer window)
{
  return !find_dialog (window);
}

/* The dialog and the command line mean the same by the name of a size. */
static void
test_export_presets (void)
{
  g_autoptr (TrlDocument) document = fixture_document ();
  TrellisWindow       *window = fixture_open (application, document);
  GSettings           *settings = trellis_application_get_settings (application);
  g_autofree char     *path = g_build_filename (g_get_tmp_dir (), "preset.svg", NULL);
  guint                n;
  const TrlPagePreset *presets = trl_page_presets (&n);

  for (guint i = 0; i < n; i++)
    {
      const char *network = trl_network_get_id (trl_document_get_network (document, 0));
      TrlFigureRequest request = {
        .document = document,
        .network = network,
        .width = presets[i].width * TRL_POINTS_PER_MM,
        .height = presets[i].height * TRL_POINTS_PER_MM,
        .theme = TRL_THEME_PRINT,
      };
      g_autoptr (GBytes) wanted = trl_figure_export (&request, "svg", NULL, NULL);
      g_autofree char *content = NULL;

      g_settings_set_string (settings, "export-preset", presets[i].id);
      trellis_export_dialog_save_to (open_export (window), path);
      content = read_file (path);
      g_assert_cmpmem (content, strlen (content), g_bytes_get_data (wanted, NULL),
                       g_bytes_get_size (wanted));
      g_remove (path);
      g_assert_true (fixture_wait (has_no_dialog, window));
    }
  g_settings_reset (settings, "export-preset");
  g_settings_reset (settings, "export-format");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Many networks on a page are the same bytes from here and from the command line. */
static void
test_export_multiples (void)
{
  g_autoptr (TrlDocument) document = fixture_document ();
  TrellisWindow   *window = fixture_open (application, document);
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "many.svg", NULL);
  g_autofree char *content = NULL;
  TrlFigureRequest request = { .document = document,
                               .figure = "multiples",
                               .width = 85 * TRL_POINTS_PER_MM,
                               .theme = TRL_THEME_PRINT };
  g_autoptr (GBytes) wanted = trl_figure_export (&request, "svg", NULL, NULL);
  GSettings *settings = trellis_application_get_settings (application);
  GtkWindow *dialog;
  GtkWidget *row;

  g_settings_set_string (settings, "export-preset", "column");
  dialog = open_export (window);
  row = fixture_find (GTK_WIDGET (dialog), ADW_TYPE_COMBO_ROW, "Figure");
  g_assert_nonnull (row);
  g_assert_null (fixture_find (GTK_WIDGET (dialog), ADW_TYPE_COMBO_ROW, "Order"));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), 1);
  g_assert_nonnull (fixture_find (GTK_WIDGET (dialog), ADW_TYPE_COMBO_ROW, "Order"));
  trellis_export_dialog_save_to (dialog, path);
  content = read_file (path);
  g_assert_cmpmem (content, strlen (content), g_bytes_get_data (wanted, NULL),
                   g_bytes_get_size (wanted));
  g_settings_reset (settings, "export-preset");
  g_settings_reset (settings, "export-format");
  gtk_window_destroy (GTK_WINDOW (window));
  g_remove (path);
}

static gboolean
says_nothing_to_show (GtkWidget *dialog)
{
  return gtk_widget_get_mapped (fixture_find (dialog, GTK_TYPE_LABEL, "Nothing to Show"));
}

/* A chart takes its types from a list, and what cannot be drawn is said in its place. */
static void
test_export_charts (void)
{
  g_autoptr (TrlDocument) document = fixture_organizations ();
  TrellisWindow          *window = fixture_open (application, document);
  GtkWidget              *dialog = GTK_WIDGET (open_export (window));
  guint                   n, change = 0;
  const TrlFigure *const *figures = trl_figures (&n);
  GtkWidget              *types;

  for (guint i = 0; i < n; i++)
    if (g_str_equal (figures[i]->id, "change"))
      change = i;
  adw_combo_row_set_selected (
    ADW_COMBO_ROW (fixture_find (dialog, ADW_TYPE_COMBO_ROW, "Figure")), change);
  fixture_spin (300);
  g_assert_true (says_nothing_to_show (dialog));
  g_assert_false (
    gtk_widget_get_sensitive (fixture_find (dialog, GTK_TYPE_BUTTON, "_Export…")));
  adw_combo_row_set_selected (
    ADW_COMBO_ROW (fixture_find (dialog, ADW_TYPE_COMBO_ROW, "Figure")), 2);
  fixture_spin (300);
  g_assert_false (says_nothing_to_show (dialog));
  types = fixture_find (dialog, ADW_TYPE_EXPANDER_ROW, "Partner Types");
  g_assert_nonnull (types);
  g_assert_false (adw_expander_row_get_enable_expansion (ADW_EXPANDER_ROW (types)));
  gtk_drop_down_set_selected (
    GTK_DROP_DOWN (fixture_find (types, GTK_TYPE_DROP_DOWN, NULL)), 3);
  g_assert_true (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (types)));
  gtk_check_button_set_active (
    GTK_CHECK_BUTTON (fixture_find (types, GTK_TYPE_CHECK_BUTTON, NULL)), TRUE);
  fixture_spin (300);
  g_assert_false (says_nothing_to_show (dialog));
  gtk_window_destroy (GTK_WINDOW (dialog));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* An ending that is typed decides; one that is added asks before it replaces. */
static void
test_export_ending (void)
{
  g_autoptr (TrlDocument) document = fixture_document ();
  TrellisWindow   *window = fixture_open (application, document);
  GSettings       *settings = trellis_application_get_settings (application);
  g_autofree char *folder = g_dir_make_tmp ("trellis-XXXXXX", NULL);
  g_autofree char *svg = g_build_filename (folder, "x.SVG", NULL);
  g_autofree char *bare = g_build_filename (folder, "v1.2", NULL);
  g_autofree char *pdf = g_strconcat (bare, ".pdf", NULL);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *third = NULL;
  GtkWindow       *dialog, *question;

  g_settings_set_string (settings, "export-format", "pdf");
  trellis_export_dialog_save_to (open_export (window), svg);
  first = read_file (svg);
  g_assert_nonnull (strstr (first, "<svg"));
  g_assert_true (fixture_wait (has_no_dialog, window));

  g_settings_set_string (settings, "export-format", "pdf");
  g_assert_true (g_file_set_contents (pdf, "precious", -1, NULL));
  dialog = open_export (window);
  trellis_export_dialog_save_to (dialog, bare);
  question = find_dialog_of (dialog);
  g_assert_nonnull (question);
  second = read_file (pdf);
  g_assert_cmpstr (second, ==, "precious");
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (question), "replace");
  gtk_window_destroy (question);
  g_assert_true (fixture_wait (has_no_dialog, window));
  third = read_file (pdf);
  g_assert_true (g_str_has_prefix (third, "%PDF"));
  g_settings_reset (settings, "export-format");
  gtk_window_destroy (GTK_WINDOW (window));
  g_remove (svg);
  g_remove (pdf);
  g_rmdir (folder);
}

static void
test_close_asks (void)
{
  g_autoptr (TrlDocument) document = fixture_document ();
  TrellisWindow *window = fixture_open (application, document);
  GtkWindow     *dialog;

  rename_node (document, "cbo", "Neighbours");
  gtk_window_close (GTK_WINDOW (window));
  g_assert_true (fixture_wait (has_dialog, window));
  dialog = find_dialog (window);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  gtk_window_destroy (dialog);
  fixture_spin (50);
  g_assert_true (is_open (window));

  gtk_window_close (GTK_WINDOW (window));
  g_assert_true (fixture_wait (has_dialog, window));
  dialog = find_dialog (window);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "discard");
  gtk_window_destroy (dialog);
  fixture_spin (100);
  g_assert_false (is_open (window));
}

static void
test_clean_closes (void)
{
  g_autoptr (TrlDocument) document = fixture_document ();
  TrellisWindow *window = fixture_open (application, document);

  rename_node (document, "cbo", "Neighbours");
  trl_document_undo (document);
  gtk_window_close (GTK_WINDOW (window));
  fixture_spin (100);
  g_assert_false (is_open (window));
}

static void
on_picked (TrellisLevelPicker *picker, int rank, int *last)
{
  *last = rank;
}

static void
test_level (void)
{
  g_autoptr (TrlDocument) document = fixture_document ();
  TrellisWindow    *window = fixture_open (application, document);
  const TrlNetwork *network = trl_document_get_network (document, 0);
  guint             row = trl_table_find (trl_network_get_edges (network), "C");
  GtkWidget        *picker, *button;
  int               last = -5;

  trellis_selection_set (
    trellis_session_get_selection (trellis_window_get_session (window)), TRL_KIND_EDGE,
    "C");
  fixture_spin (50);
  picker = fixture_find (GTK_WIDGET (window), TRELLIS_TYPE_LEVEL_PICKER, NULL);
  g_assert_nonnull (picker);
  g_signal_connect (picker, "picked", G_CALLBACK (on_picked), &last);
  button = fixture_find (picker, GTK_TYPE_TOGGLE_BUTTON, "Coordination");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  g_assert_cmpint (last, ==, 3);
  g_assert_cmpint (trl_network_get_edge_rank (network, row), ==, 3);
  gtk_window_destroy (GTK_WINDOW (window));
}

static GtkDropTarget *
find_drop_target (TrellisWindow *window)
{
  g_autoptr (GListModel) controllers =
    gtk_widget_observe_controllers (GTK_WIDGET (window));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        return GTK_DROP_TARGET (controller);
    }
  return NULL;
}

static void
test_drop (void)
{
  static const char table[] = "site,partner_type,partners,level\n"
                              "North,School Districts,2,coordination\n"
                              "North,Food Agencies,1,networking\n";
  TrellisWindow    *window = fixture_open (application, NULL);
  g_autofree char  *path = g_build_filename (g_get_tmp_dir (), "dropped.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GFile          *files[] = { file };
  GValue          value = G_VALUE_INIT;
  gboolean        taken = FALSE;
  TrellisSession *session;

  g_assert_true (g_file_set_contents (path, table, -1, NULL));
  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, gdk_file_list_new_from_array (files, 1));
  g_signal_emit_by_name (find_drop_target (window), "drop", &value, 5.0, 5.0, &taken);
  g_assert_true (taken);
  g_assert_true (fixture_wait (has_session, window));
  session = trellis_window_get_session (window);
  g_assert_cmpstr (trl_network_get_name (trellis_session_get_network (session)), ==,
                   "North");
  g_assert_true (trellis_session_is_modified (session)); /* it is in no file of its own */
  g_value_unset (&value);
  g_remove (path);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_bad_file (void)
{
  TrellisWindow   *window = fixture_open (application, NULL);
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "bad.trellis", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_assert_true (g_file_set_contents (path, "{\"trellis\": ", -1, NULL));
  trellis_window_load (window, &file, 1);
  g_assert_true (fixture_wait (has_dialog, window));
  g_assert_true (trellis_window_is_empty (window));
  gtk_window_destroy (find_dialog (window));
  gtk_window_destroy (GTK_WINDOW (window));
  g_remove (path);
}

static void
test_same_file_once (void)
{
  g_autoptr (TrlDocument) document = fixture_document ();
  TrellisWindow *window = fixture_open (application, document);
  g_autoptr (GFile) file = g_file_new_for_path ("/nowhere/a.trellis");
  guint before;

  trellis_session_set_file (trellis_window_get_session (window), file);
  before = g_list_length (gtk_application_get_windows (GTK_APPLICATION (application)));
  trellis_application_open (application, &file, 1, NULL);
  g_assert_cmpuint (
    g_list_length (gtk_application_get_windows (GTK_APPLICATION (application))), ==,
    before);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* What the sample holds is chosen in the list, not added to it as a word of its own. */
static void
test_sample_words_are_known (void)
{
  guint            n;
  const TrlSample *samples = trl_samples (&n);
  g_autofree char *path = trl_sample_dup_path (&samples[0]);
  g_autoptr (TrlDocument) document = trl_store_load (path, NULL, NULL, NULL);
  const char *word;
  g_autoptr (GPtrArray) choices = NULL;

  g_assert_nonnull (document);
  word = trl_network_get_text (trl_document_get_network (document, 0),
                               TRL_NETWORK_RESPONSIBILITY);
  g_assert_nonnull (word);
  choices = trellis_choices_responsibility (trl_document_get_network (document, 0));
  for (guint i = 0; i < choices->len; i++)
    if (g_strcmp0 (((TrellisChoice *) choices->pdata[i])->id, word) == 0)
      return;
  g_error ("“%s” is no choice", word);
}

static gboolean
has_places (gpointer window)
{
  return !trellis_canvas_is_laying_out (trellis_window_get_canvas (window));
}

/* Places that a thread finds for a file without any are no step, and the window knows. */
static void
test_opening_is_no_step (void)
{
  g_autoptr (TrlDocument) document = trl_document_new ();
  g_autoptr (TrlRecord) network = trl_record_new (TRL_KIND_NETWORK, "town");
  TrellisWindow *window;

  trl_document_begin (document, "Make", NULL);
  trl_document_add_network (document, network);
  for (guint i = 0; i < 400; i++)
    {
      g_autofree char *id = g_strdup_printf ("n%u", i);
      g_autofree char *before = g_strdup_printf ("n%u", i / 2);
      g_autoptr (TrlRecord) node = trl_record_new (TRL_KIND_NODE, id);

      trl_document_add (document, "town", node);
      if (i > 0)
        {
          g_autoptr (TrlRecord) tie = trl_record_new_edge (NULL, id, before);

          trl_document_add (document, "town", tie);
        }
    }
  trl_document_end (document);
  trl_document_forget_history (document);
  window = fixture_open (application, document);
  g_assert_true (fixture_wait (has_places, window));
  fixture_spin (50);
  g_assert_false (trellis_session_is_modified (trellis_window_get_session (window)));
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "undo"));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_by_type (void)
{
  g_autoptr (TrlDocument) document = fixture_organizations ();
  TrellisWindow  *window = fixture_open (application, document);
  TrellisSession *session = trellis_window_get_session (window);
  g_autoptr (GVariant) state = NULL;

  g_assert_true (act (window, "win.roll-up"));
  g_assert_true (trellis_session_is_rolled_up (session));
  g_assert_cmpstr (trellis_session_get_layout_id (session), ==, "rings");
  g_signal_emit_by_name (trellis_window_get_canvas (window), "open-type", "business");
  fixture_spin (50);
  g_assert_nonnull (fixture_find (GTK_WIDGET (window), TRELLIS_TYPE_TYPE_PAGE, NULL));
  g_assert_nonnull (
    fixture_find (GTK_WIDGET (window), ADW_TYPE_EXPANDER_ROW, "Youth Works"));
  g_assert_true (act (window, "win.roll-up"));
  fixture_spin (50);
  g_assert_null (fixture_find (GTK_WIDGET (window), TRELLIS_TYPE_TYPE_PAGE, NULL));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A tie on a scale that the vocabulary does not have is not reported, and no reason to
 * fall. */
static void
test_unknown_scale (void)
{
  g_autoptr (TrlDocument) document = fixture_organizations ();
  TrellisWindow *window;

  trl_document_begin (document, "Scale", NULL);
  trl_document_set (document, TRL_KIND_EDGE, "town", "e2-0", TRL_EDGE_SCALE,
                    TRL_TEXT ("nowhere"));
  trl_document_end (document);
  window = fixture_open (application, document);
  g_assert_true (act (window, "win.roll-up"));
  g_signal_emit_by_name (trellis_window_get_canvas (window), "open-type", "k12");
  fixture_spin (50);
  g_assert_nonnull (
    fixture_find (GTK_WIDGET (window), ADW_TYPE_EXPANDER_ROW, "Norris Academy"));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* What can be read is not greyed out. */
static void
test_roles_are_legible (void)
{
  g_autoptr (TrlDocument) document = fixture_organizations ();
  TrellisWindow *window = fixture_open (application, document);
  GtkWidget     *panel = GTK_WIDGET (window->roles_panel);
  GPtrArray     *roles = trl_document_get_vocabulary (document)->roles;

  for (guint i = 0; i < roles->len; i++)
    {
      const TrlRole *role = roles->pdata[i];
      GtkWidget     *name = fixture_find (panel, GTK_TYPE_LABEL, role->name);

      g_assert_nonnull (name);
      g_assert_true (gtk_widget_is_sensitive (name));
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Writes @text into a file named @name, opens it and waits for the dialog that asks. */
static GtkWindow *
open_asking (TrellisWindow *window, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  trellis_window_load (window, &file, 1);
  g_assert_true (fixture_wait (has_dialog, window));
  g_remove (path);
  return find_dialog (window);
}

/* What is typed first is the answer; it must not press Cancel.  The name of a file may
 * look like markup.
 */
static void
test_question_takes_the_keyboard (void)
{
  TrellisWindow *window = fixture_open (application, NULL);
  GtkWindow     *dialog =
    open_asking (window, "R&D <b>.csv", "organization,type,level\nNorth,Schools,2\n");
  GtkWidget *entry =
    fixture_find (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW, "Name of the organization");
  GtkWidget *focus = gtk_window_get_focus (dialog);

  g_assert_nonnull (entry);
  g_assert_nonnull (focus);
  g_assert_true (gtk_widget_is_ancestor (focus, entry));
  gtk_window_destroy (dialog);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* While a window asks about what it reads, it is not for others to fill; and whatever it
 * got by then stays. */
static void
test_question_keeps_the_window (void)
{
  static const char table[] = "organization,type,level\nNorth,Schools,2\n";
  g_autoptr (TrlDocument) document = fixture_document ();
  g_autoptr (TrellisSession) session = trellis_session_new (document, NULL, "Kept");
  TrellisWindow *window = fixture_open (application, NULL);
  GtkWindow     *dialog = open_asking (window, "kept.csv", table);
  GtkWidget     *button;
  GtkWindow     *other;

  g_assert_false (trellis_window_is_empty (window));
  trellis_window_set_session (window, session);
  button = gtk_window_get_default_widget (dialog);
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  for (guint i = 0; i < 200 && window->titles; i++)
    fixture_spin (20);
  g_assert_true (trellis_window_get_session (window) == session);
  other = gtk_application_get_windows (GTK_APPLICATION (application))->data;
  g_assert_true (TRELLIS_IS_WINDOW (other) && other != GTK_WINDOW (window));
  g_assert_nonnull (trellis_window_get_session (TRELLIS_WINDOW (other)));
  gtk_window_destroy (other);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_connect_takes_the_keyboard (void)
{
  g_autoptr (TrlDocument) document = fixture_document ();
  TrellisWindow *window = fixture_open (application, document);
  GtkWindow     *dialog;
  GtkWidget     *focus;

  g_assert_true (act (window, "win.connect"));
  g_assert_true (fixture_wait (has_dialog, window));
  dialog = find_dialog (window);
  focus = gtk_window_get_focus (dialog);
  g_assert_nonnull (focus);
  g_assert_nonnull (gtk_widget_get_ancestor (focus, GTK_TYPE_DROP_DOWN));
  gtk_window_destroy (dialog);
  gtk_window_destroy (GTK_WINDOW (window));
}

static gboolean
closes_on_escape (GtkWindow *dialog)
{
  g_autoptr (GListModel) controllers =
    gtk_widget_observe_controllers (GTK_WIDGET (dialog));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) list = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (list))
        continue;
      for (guint k = 0; k < g_list_model_get_n_items (G_LIST_MODEL (list)); k++)
        {
          g_autoptr (GtkShortcut) shortcut =
            g_list_model_get_item (G_LIST_MODEL (list), k);
          g_autofree char *trigger =
            gtk_shortcut_trigger_to_string (gtk_shortcut_get_trigger (shortcut));

          if (g_str_equal (trigger, "Escape"))
            return TRUE;
        }
    }
  return FALSE;
}

static void
test_dialogs_close_on_escape (void)
{
  static const char *const actions[] = { "win.connect", "win.export", "win.next-wave" };
  g_autoptr (TrlDocument) document = fixture_document ();
  TrellisWindow *window = fixture_open (application, document);

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_assert_true (act (window, actions[i]));
      g_assert_true (fixture_wait (has_dialog, window));
      g_assert_true (closes_on_escape (find_dialog (window)));
      gtk_window_destroy (find_dialog (window));
      fixture_spin (50);
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

/* An offer to undo a step goes when another step follows: it would undo that one. */
static void
test_undo_offer_is_withdrawn (void)
{
  g_autoptr (TrlDocument) document = fixture_document ();
  TrellisWindow *window = fixture_open (application, document);

  rename_node (document, "cbo", "Neighbours");
  trellis_window_tell (window, "Renamed", TRUE);
  fixture_spin (300);
  g_assert_nonnull (fixture_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "Renamed"));
  rename_node (document, "cbo", "Friends");
  fixture_spin (1000);
  g_assert_null (fixture_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "Renamed"));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A warning of GTK ends the test. */
static void
test_shortcuts_are_shown (void)
{
  g_autoptr (TrlDocument) document = fixture_document ();
  TrellisWindow *window = fixture_open (application, document);

  g_assert_true (act (window, "win.show-help-overlay"));
  g_assert_true (fixture_wait (has_dialog, window));
  fixture_spin (200);
  gtk_window_destroy (find_dialog (window));
  gtk_window_destroy (GTK_WINDOW (window));
}

static const char *
get_view (TrellisWindow *window)
{
  return adw_view_stack_get_visible_child_name (window->views);
}

static void
test_views (void)
{
  g_autoptr (TrlDocument) document = fixture_document ();
  TrellisWindow *window = fixture_open (application, document);
  GtkWidget     *widget = GTK_WIDGET (window);

  g_assert_true (gtk_widget_activate_action (widget, "win.view", "s", "grid"));
  g_assert_cmpstr (get_view (window), ==, "grid");
  g_assert_true (gtk_widget_activate_action (widget, "win.show-network", "s", "nowhere"));
  g_assert_cmpstr (get_view (window), ==, "grid");
  g_assert_true (gtk_widget_activate_action (widget, "win.show-partner", "s", "cbo"));
  g_assert_cmpstr (get_view (window), ==, "map");
  g_assert_true (trellis_selection_contains (
    trellis_session_get_selection (trellis_window_get_session (window)), TRL_KIND_NODE,
    "cbo"));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  int status;

  gtk_test_init (&argc, &argv, NULL);
  application = fixture_start ();
  g_test_add_func ("/window/empty-offers-new-and-open", test_empty);
  g_test_add_func ("/window/undo-and-redo-name-the-step", test_undo);
  g_test_add_func ("/window/rename-in-the-inspector", test_rename);
  g_test_add_func ("/window/regress-a-note-takes-no-more-than-is-kept", test_long_note);
  g_test_add_func ("/window/saved-opens-the-same", test_save);
  g_test_add_func ("/window/regress-an-added-ending-asks-before-it-replaces",
                   test_save_asks);
  g_test_add_func ("/window/regress-export-has-the-sizes-of-the-command-line",
                   test_export_presets);
  g_test_add_func ("/window/export/many-networks-as-on-the-command-line",
                   test_export_multiples);
  g_test_add_func ("/window/export-shows-charts-or-says-why-not", test_export_charts);
  g_test_add_func ("/window/regress-export-keeps-to-the-ending-that-is-typed",
                   test_export_ending);
  g_test_add_func ("/window/regress-places-found-on-opening-are-no-step",
                   test_opening_is_no_step);
  g_test_add_func ("/window/unsaved-asks-before-closing", test_close_asks);
  g_test_add_func ("/window/unchanged-closes-without-a-question", test_clean_closes);
  g_test_add_func ("/window/level-buttons-set-the-level", test_level);
  g_test_add_func ("/window/dropped-table-opens", test_drop);
  g_test_add_func ("/window/bad-file-is-told", test_bad_file);
  g_test_add_func ("/window/open-file-is-raised", test_same_file_once);
  g_test_add_func ("/window/words-of-the-sample-are-known", test_sample_words_are_known);
  g_test_add_func ("/window/type-lists-its-organizations", test_by_type);
  g_test_add_func ("/window/question-takes-the-keyboard",
                   test_question_takes_the_keyboard);
  g_test_add_func ("/window/regress-a-tie-on-an-unknown-scale", test_unknown_scale);
  g_test_add_func ("/window/regress-roles-that-nobody-holds-are-legible",
                   test_roles_are_legible);
  g_test_add_func ("/window/regress-a-question-keeps-the-window",
                   test_question_keeps_the_window);
  g_test_add_func ("/window/connect-takes-the-keyboard", test_connect_takes_the_keyboard);
  g_test_add_func ("/window/dialogs-close-on-escape", test_dialogs_close_on_escape);
  g_test_add_func ("/window/undo-offer-is-withdrawn", test_undo_offer_is_withdrawn);
  g_test_add_func ("/window/views-are-switched", test_views);
  g_test_add_func ("/window/shortcuts-are-shown", test_shortcuts_are_shown);
  status = g_test_run ();
  g_object_unref (application);
  return status;
}
