/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the status bar says of work that goes on. */
#include "config.h"

#include "canvas/trellis-canvas-private.h"
#include "engine/trl-engine.h"
#include "fixture.h"
#include "trellis-status.h"
#include "trellis-window-private.h"

#include <glib/gstdio.h>

#define SHOWN 600 /* ms: longer than work goes on before it is told of */

typedef struct
{
  TrlDocument   *document;
  TrellisWindow *window;
  TrellisStatus *status;
} Fixture;

static void
set_up (Fixture *f, gconstpointer application)
{
  f->document = fixture_organizations ();
  f->window = fixture_open ((gpointer) application, f->document);
  f->status =
    (TrellisStatus *) fixture_find (GTK_WIDGET (f->window), TRELLIS_TYPE_STATUS, NULL);
  g_assert_nonnull (f->status);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (f->window));
  g_object_unref (f->document);
  fixture_spin (50);
}

static GtkWidget *
find_bar (Fixture *f)
{
  return fixture_find (GTK_WIDGET (f->status), GTK_TYPE_PROGRESS_BAR, NULL);
}

static gboolean
is_mapped (gpointer widget)
{
  return gtk_widget_get_mapped (widget);
}

/* GTK says so in the style of what moves. */
static gboolean
is_pulsing (GtkWidget *widget)
{
  if (gtk_widget_has_css_class (widget, "pulse"))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    if (is_pulsing (child))
      return TRUE;
  return FALSE;
}

/* A helper program says nothing until it is done: the bar moves all the same, and the
 * work can be given up. */
static void
test_unknown (Fixture *f, gconstpointer data)
{
  g_autoptr (TrellisShare) share = trellis_share_new ();
  GtkWidget *bar, *cancel;

  trellis_status_set_job (f->status, "Arranging partners", share);
  fixture_spin (SHOWN);
  bar = find_bar (f);
  cancel = fixture_find (GTK_WIDGET (f->status), GTK_TYPE_BUTTON, "Cancel");
  g_assert_true (bar && is_mapped (bar));
  g_assert_true (cancel && is_mapped (cancel));
  g_assert_true (gtk_widget_get_sensitive (cancel));
  g_assert_true (is_pulsing (bar));

  trellis_share_set (share, 0.4);
  fixture_spin (SHOWN);
  g_assert_cmpfloat (gtk_progress_bar_get_fraction (GTK_PROGRESS_BAR (bar)), ==, 0.4);
  g_assert_false (is_pulsing (bar));
  trellis_status_set_job (f->status, NULL, NULL);
  g_assert_false (is_mapped (bar));
}

/* A program that takes its time in place of Graphviz. */
static char *
make_slow_engine (void)
{
  static const char script[] = "#!/bin/sh\nexec sleep 60\n";
  char             *folder = g_dir_make_tmp ("trellis-XXXXXX", NULL);
  g_autofree char  *path = g_build_filename (folder, "trellis-graphviz", NULL);

  g_assert_true (
    g_file_set_contents_full (path, script, -1, G_FILE_SET_CONTENTS_NONE, 0700, NULL));
  g_setenv (TRL_ENGINE_FOLDER, folder, TRUE);
  return folder;
}

static void
remove_engine (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "trellis-graphviz", NULL);

  g_unsetenv (TRL_ENGINE_FOLDER);
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static gpointer
work (gpointer input, GCancellable *cancellable, GError **error)
{
  return NULL;
}

static void
on_done (gpointer result, const GError *error, gpointer data)
{
}

/* As while a file is opened whose partners have no places yet. */
static void
test_layout_after_job (Fixture *f, gconstpointer data)
{
  g_autofree char *folder = make_slow_engine ();
  g_autoptr (TrellisJob) job =
    trellis_job_start ("Opening", work, NULL, NULL, on_done, NULL);
  GtkWidget *label;

  trellis_window_set_job (f->window, job);
  trellis_canvas_lay_out (f->window->canvas, "graphviz-twopi");
  g_assert_true (trellis_canvas_is_laying_out (f->window->canvas));
  trellis_window_set_job (f->window, NULL);
  fixture_spin (SHOWN);
  label = fixture_find (GTK_WIDGET (f->status), GTK_TYPE_LABEL, "Arranging partners");
  g_assert_true (label && is_mapped (label));
  trellis_canvas_cancel_layout (f->window->canvas);
  fixture_spin (SHOWN);
  g_assert_null (find_bar (f));
  remove_engine (folder);
}

#define ADD(name, test) g_test_add (name, Fixture, application, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_autoptr (TrellisApplication) application = NULL;

  g_setenv ("GTK_A11Y", "test", TRUE); /* before GTK starts */
  gtk_test_init (&argc, &argv, NULL);
  application = fixture_start ();
  ADD ("/status/work-of-unknown-length", test_unknown);
  ADD ("/status/a-layout-is-told-of-after-a-job", test_layout_after_job);
  return g_test_run ();
}
