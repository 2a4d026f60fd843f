/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Figures of large documents are made in a thread, which can be stopped. */

#include "config.h"

#include "fixture.h"

#include "figures/trellis-figure-maker.h"

#include <glib/gstdio.h>

typedef struct
{
  TrellisFigureMaker *maker;
  TrlDocument        *document;
  TrlFigureSettings  *settings;
  TrlScene           *scene;
  char               *reason;
  guint               n_made;
  guint               n_written;
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
on_written (Fixture *self, const char *reason)
{
  g_free (self->reason);
  self->reason = g_strdup (reason);
  self->n_written++;
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

static void
test_small (void)
{
  Fixture fixture;

  set_up (&fixture, fixture_document ());
  make (&fixture);
  g_assert_cmpuint (fixture.n_made, ==, 1);
  g_assert_nonnull (fixture.scene);
  g_assert_null (fixture.reason);
  tear_down (&fixture);
}

/* The document may change while the thread is at work; only the last page is told of. */
static void
test_large (void)
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

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fixture_start ();
  g_test_add_func ("/figure-maker/small-at-once", test_small);
  g_test_add_func ("/figure-maker/large-in-a-thread", test_large);
  g_test_add_func ("/figure-maker/can-be-stopped", test_stopped);
  g_test_add_func ("/figure-maker/files", test_written);
  return g_test_run ();
}
