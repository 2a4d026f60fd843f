/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Figures, and all that goes out, are made in threads, which can be stopped. */

#include "config.h"

#include "fixture.h"

#include "figure/trl-figure-saved.h"
#include "figures/trellis-figure-maker.h"
#include "figures/trellis-figure-output.h"
#include "figures/trellis-figure-promise.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  TrellisFigureMaker *maker;
  TrlDocument        *document;
  TrlFigureSettings  *settings;
  TrlScene           *scene;
  char               *reason;
  guint               n_made;
  guint               n_written;
  guint               n_saved; /* figures that were written, of those that are saved */
} Fixture;

static void
on_made (Fixture *self, TrlScene *scene, const char *reason)
{
  g_clear_pointer (&self->scene, trl_scene_unref);
  self->scene = scene ? trl_scene_ref (scene) : NULL;
  g_free (self->reason);
  self->reason = g_strdup (reason);
  self->n_made++;
}

static void
on_written (Fixture *self, const char *path, const char *reason)
{
  g_free (self->reason);
  self->reason = g_strdup (reason);
  self->n_written++;
}

static void
on_saved_written (Fixture *self, const char *path, guint n, const char *reason)
{
  on_written (self, path, reason);
  self->n_saved = n;
}

static TrlDocument *
make_large (guint n)
{
  TrlDocument *document = trl_document_new ();
  TrlNetwork  *network;

  trl_document_begin (document, "Fill", NULL);
  network = trl_document_add_network (document, NULL);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TrlRecord) record = trl_record_new (TRL_KIND_NODE, NULL);

      trl_record_set (record, TRL_NODE_NAME, TRL_TEXT ("Partner"));
      trl_document_add (document, trl_network_get_id (network), record);
    }
  trl_document_end (document);
  return document;
}

static void
set_up (Fixture *self, TrlDocument *document)
{
  *self = (Fixture){ trellis_figure_maker_new (), document,
                     trl_figure_settings_new ("network") };
  trl_figure_settings_set (self->settings, "layout", "rings", NULL);
  g_signal_connect_swapped (self->maker, "made", G_CALLBACK (on_made), self);
  g_signal_connect_swapped (self->maker, "written", G_CALLBACK (on_written), self);
  g_signal_connect_swapped (self->maker, "saved-written", G_CALLBACK (on_saved_written),
                            self);
}

static void
tear_down (Fixture *self)
{
  g_object_unref (self->maker);
  fixture_spin (100);
  trl_figure_settings_free (self->settings);
  g_clear_pointer (&self->scene, trl_scene_unref);
  g_free (self->reason);
  g_object_unref (self->document);
}

static gboolean
is_idle (gpointer data)
{
  return !trellis_figure_maker_is_busy (((Fixture *) data)->maker);
}

static void
make (Fixture *self)
{
  trellis_figure_maker_make (self->maker, self->document, self->settings);
}

/* The document may change while the thread is at work; only the last page is told of. */
static void
test_page (void)
{
  Fixture fixture;

  set_up (&fixture, make_large (1600));
  make (&fixture);
  g_assert_cmpuint (fixture.n_made, ==, 0);
  g_assert_false (is_idle (&fixture));
  g_assert_true (trl_document_undo (fixture.document));
  g_assert_true (trl_document_redo (fixture.document));
  make (&fixture);
  g_assert_true (fixture_wait (is_idle, &fixture));
  g_assert_cmpuint (fixture.n_made, ==, 1);
  g_assert_nonnull (fixture.scene);
  tear_down (&fixture);
}

static void
test_stopped (void)
{
  Fixture fixture;

  set_up (&fixture, make_large (1600));
  make (&fixture);
  trellis_figure_maker_stop (fixture.maker);
  g_assert_true (fixture_wait (is_idle, &fixture));
  g_assert_cmpuint (fixture.n_made, ==, 1);
  g_assert_null (fixture.scene);
  g_assert_cmpstr (fixture.reason, ==, "It was stopped.");
  tear_down (&fixture);
}

static void
test_written (void)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "maker.svg", NULL);
  g_autofree char *nowhere = g_build_filename (g_get_tmp_dir (), "no", "where.svg", NULL);
  Fixture          fixture;

  set_up (&fixture, make_large (1600));
  trellis_figure_maker_write (fixture.maker, fixture.document, fixture.settings, "svg", 0,
                              path);
  make (&fixture); /* does not stop the file */
  g_assert_true (fixture_wait (is_idle, &fixture));
  g_assert_cmpuint (fixture.n_written, ==, 1);
  g_assert_null (fixture.reason);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  g_remove (path);
  trellis_figure_maker_write (fixture.maker, fixture.document, fixture.settings, "svg", 0,
                              nowhere);
  g_assert_true (fixture_wait (is_idle, &fixture));
  g_assert_nonnull (fixture.reason);
  tear_down (&fixture);
}

/* --- saved figures --- */

static void
save_figures (Fixture *self, guint n)
{
  trl_document_begin (self->document, "Save", NULL);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TrlSavedFigure) saved = trl_saved_figure_new (NULL, "Page");

      trl_figure_settings_save (self->settings, saved);
      g_assert_true (trl_document_put_figure (self->document, saved));
    }
  trl_document_end (self->document);
}

/* Counts files, all of which are whole, and removes them with their folder. */
static guint
count_whole (const char *folder)
{
  g_autoptr (GDir) files = g_dir_open (folder, 0, NULL);
  const char *name;
  guint       n = 0;

  for (; (name = g_dir_read_name (files)); n++)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *content = NULL;

      g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
      g_assert_true (g_str_has_suffix (name, ".svg"));
      g_assert_nonnull (strstr (content, "</svg>"));
      g_remove (path);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  return n;
}

static void
write_saved (Fixture *self, const char *path)
{
  trellis_figure_maker_write_saved (self->maker, self->document, "svg", 0, path);
}

static void
test_saved (void)
{
  g_autofree char *folder = g_dir_make_tmp ("maker-XXXXXX", NULL);
  Fixture          fixture;

  set_up (&fixture, fixture_document ());
  save_figures (&fixture, 3);
  write_saved (&fixture, folder);
  g_assert_cmpuint (fixture.n_written, ==, 0);
  g_assert_true (trl_document_undo (fixture.document));
  g_assert_true (fixture_wait (is_idle, &fixture));
  g_assert_cmpuint (fixture.n_written, ==, 1);
  g_assert_cmpuint (fixture.n_saved, ==, 3);
  g_assert_null (fixture.reason);
  g_assert_cmpuint (count_whole (folder), ==, 3);
  tear_down (&fixture);
}

static gboolean
has_file (gpointer folder)
{
  g_autoptr (GDir) files = g_dir_open (folder, 0, NULL);
  const char *name = g_dir_read_name (files);

  return name && *name != '.';
}

/* What is there when it is stopped is whole, and all of it is told of. */
static void
test_saved_stopped (void)
{
  g_autofree char *folder = g_dir_make_tmp ("maker-XXXXXX", NULL);
  Fixture          fixture;

  set_up (&fixture, make_large (1600));
  save_figures (&fixture, 40);
  write_saved (&fixture, folder);
  g_assert_true (fixture_wait (has_file, folder));
  trellis_figure_maker_stop (fixture.maker);
  g_assert_true (fixture_wait (is_idle, &fixture));
  g_assert_cmpstr (fixture.reason, ==, "It was stopped.");
  g_assert_cmpuint (fixture.n_saved, >, 0);
  g_assert_cmpuint (fixture.n_saved, <, 40);
  g_assert_cmpuint (count_whole (folder), ==, fixture.n_saved);
  tear_down (&fixture);
}

static void
test_book_stopped (void)
{
  g_autofree char *folder = g_dir_make_tmp ("maker-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "book.pdf", NULL);
  Fixture          fixture;

  set_up (&fixture, make_large (1600));
  save_figures (&fixture, 3);
  write_saved (&fixture, path);
  trellis_figure_maker_stop (fixture.maker);
  g_assert_true (fixture_wait (is_idle, &fixture));
  g_assert_cmpstr (fixture.reason, ==, "It was stopped.");
  g_assert_cmpuint (fixture.n_saved, ==, 0);
  g_assert_cmpuint (count_whole (folder), ==, 0);
  tear_down (&fixture);
}

/* --- promises --- */

typedef struct
{
  guint   n;
  GError *error;
} Answer;

static void
on_answer (GObject *content, GAsyncResult *result, gpointer data)
{
  Answer *answer = data;

  gdk_content_provider_write_mime_type_finish (GDK_CONTENT_PROVIDER (content), result,
                                               &answer->error);
  answer->n++;
}

static gboolean
is_answered (gpointer data)
{
  return ((Answer *) data)->n > 0;
}

static void
ask (GdkContentProvider *content, Answer *answer)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();

  gdk_content_provider_write_mime_type_async (content, "image/png", stream, 0, NULL,
                                              on_answer, answer);
}

/* Nobody waits for ever for what was stopped, and nobody is told twice. */
static void
test_promise_broken (void)
{
  Fixture fixture;
  Answer  before = { 0 }, after = { 0 };
  g_autoptr (GdkContentProvider) content = NULL;

  set_up (&fixture, make_large (1600));
  content = trellis_figure_maker_copy (fixture.maker, fixture.document, fixture.settings);
  ask (content, &before);
  trellis_figure_maker_stop (fixture.maker);
  g_assert_true (fixture_wait (is_answered, &before));
  ask (content, &after);
  g_assert_true (fixture_wait (is_answered, &after));
  g_assert_true (fixture_wait (is_idle, &fixture));
  g_assert_cmpuint (before.n, ==, 1);
  g_assert_error (before.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_error (after.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&before.error);
  g_clear_error (&after.error);
  tear_down (&fixture);
}

static void
on_copied (guint *n, GdkContentProvider *content, const char *reason)
{
  g_assert_null (reason);
  (*n)++;
}

/* Who copies again does not wait for the copy before, nor hears of it. */
static void
test_copied_again (void)
{
  Fixture fixture;
  Answer  first = { 0 }, second = { 0 };
  guint   n_copied = 0;
  g_autoptr (GdkContentProvider) before = NULL;
  g_autoptr (GdkContentProvider) after = NULL;

  set_up (&fixture, make_large (1600));
  g_signal_connect_swapped (fixture.maker, "copied", G_CALLBACK (on_copied), &n_copied);
  before = trellis_figure_maker_copy (fixture.maker, fixture.document, fixture.settings);
  ask (before, &first);
  after = trellis_figure_maker_copy (fixture.maker, fixture.document, fixture.settings);
  ask (after, &second);
  g_assert_true (fixture_wait (is_answered, &second));
  g_assert_true (fixture_wait (is_idle, &fixture));
  g_assert_error (first.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_no_error (second.error);
  g_assert_cmpuint (n_copied, ==, 1);
  g_clear_error (&first.error);
  tear_down (&fixture);
}

/* A file that nobody drags any more is not written. */
static void
test_loan_ended (void)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "maker-loan.svg", NULL);
  Fixture          fixture;
  g_autoptr (GdkContentProvider) content = NULL;

  set_up (&fixture, make_large (1600));
  content = trellis_figure_maker_lend (fixture.maker, fixture.document, fixture.settings,
                                       "svg", path);
  trellis_figure_maker_end_loan (fixture.maker);
  g_assert_true (fixture_wait (is_idle, &fixture));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  tear_down (&fixture);
}

/* Whoever gives up is told at once, while the figure is still being made. */
static void
test_promise_given_up (void)
{
  Fixture fixture;
  Answer  answer = { 0 }, patient = { 0 };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (TrellisFigurePromise) promise =
    trellis_figure_promise_new (trellis_figure_output_get_formats ());
  g_autoptr (GError) stopped =
    g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, "no figure");

  set_up (&fixture, fixture_document ());
  gdk_content_provider_write_mime_type_async (GDK_CONTENT_PROVIDER (promise), "image/png",
                                              stream, 0, cancellable, on_answer, &answer);
  ask (GDK_CONTENT_PROVIDER (promise), &patient);
  g_cancellable_cancel (cancellable);
  g_assert_true (fixture_wait (is_answered, &answer));
  g_assert_error (answer.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (patient.n, ==, 0);
  trellis_figure_promise_break (promise, stopped);
  g_assert_true (fixture_wait (is_answered, &patient));
  g_assert_error (patient.error, G_IO_ERROR, G_IO_ERROR_FAILED);
  g_assert_cmpuint (answer.n, ==, 1);
  g_clear_error (&answer.error);
  g_clear_error (&patient.error);
  tear_down (&fixture);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fixture_start ();
  g_test_add_func ("/figure-maker/in-a-thread", test_page);
  g_test_add_func ("/figure-maker/can-be-stopped", test_stopped);
  g_test_add_func ("/figure-maker/files", test_written);
  g_test_add_func ("/figure-maker/saved-figures", test_saved);
  g_test_add_func ("/figure-maker/stopped-files-are-whole", test_saved_stopped);
  g_test_add_func ("/figure-maker/stopped-book-is-none", test_book_stopped);
  g_test_add_func ("/figure-maker/broken-promise-is-told", test_promise_broken);
  g_test_add_func ("/figure-maker/next-copy-stops-the-one-before", test_copied_again);
  g_test_add_func ("/figure-maker/ended-loan-writes-nothing", test_loan_ended);
  g_test_add_func ("/figure-maker/waiting-can-be-given-up", test_promise_given_up);
  return g_test_run ();
}
