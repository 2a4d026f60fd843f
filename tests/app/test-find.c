/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The search bar leads to what it finds. */
#include "config.h"

#include "canvas/trellis-canvas-private.h"
#include "large-fixture.h"
#include "trellis-find-bar.h"
#include "trellis-finder.h"
#include "trellis-window-private.h"

#include <math.h>

#define SOME 900     /* partners, from 000000: ten of them have “00089” in their id */
#define PATIENCE 400 /* ms: longer than an entry waits for the next letter */

typedef struct
{
  TrlDocument   *document;
  TrellisWindow *window;
  GtkWidget     *entry;
} Fixture;

static void
name_some (TrlDocument *document)
{
  trl_document_begin (document, "Name", NULL);
  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *id = g_strdup_printf ("node%06u", 100 + 180 * i);
      g_autofree char *name = g_strdup_printf ("Ökologie %c", 'A' + (char) i);

      trl_document_set (document, TRL_KIND_NODE, "large", id, TRL_NODE_NAME,
                        TRL_TEXT (name));
    }
  trl_document_end (document);
}

static void
set_up (Fixture *f, gconstpointer application)
{
  f->document = large_document (SOME, SOME);
  name_some (f->document);
  f->window = fixture_open ((gpointer) application, f->document);
  gtk_widget_activate_action (GTK_WIDGET (f->window), "win.find", NULL);
  f->entry = fixture_find (GTK_WIDGET (f->window), GTK_TYPE_SEARCH_ENTRY, NULL);
  g_assert_nonnull (f->entry);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (f->window));
  g_object_unref (f->document);
  fixture_spin (50);
}

static void
type (Fixture *f, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (f->entry), text);
  fixture_spin (PATIENCE);
}

static void
press_enter (Fixture *f)
{
  g_signal_emit_by_name (f->entry, "activate");
}

static void
press_shift_enter (Fixture *f)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (f->entry);
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !handled; i++)
    {
      g_autoptr (GObject) keys = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (keys))
        g_signal_emit_by_name (keys, "key-pressed", GDK_KEY_Return, 0, GDK_SHIFT_MASK,
                               &handled);
    }
  g_assert_true (handled);
}

/* Selected alone, in view, and near enough to be read.
 * @count: (nullable): what the bar says */
static void
assert_found (Fixture *f, const char *id, const char *count)
{
  TrellisCanvas *canvas = f->window->canvas;
  guint          row = trellis_canvas_find_row (canvas, id);
  double         x, y;

  g_assert_true (trellis_selection_contains (
    trellis_session_get_selection (f->window->session), TRL_KIND_NODE, id));
  g_assert_cmpuint (trellis_selection_get_n (
                      trellis_session_get_selection (f->window->session), TRL_KIND_NODE),
                    ==, 1);
  g_assert_true (trellis_canvas_get_place (canvas, row, &x, &y));
  g_assert_cmpfloat (x, >, 0);
  g_assert_cmpfloat (y, >, 0);
  g_assert_cmpfloat (x, <, canvas->width);
  g_assert_cmpfloat (y, <, canvas->height);
  g_assert_cmpfloat (trellis_canvas_get_zoom (canvas), >=, 1);
  if (count)
    g_assert_nonnull (
      fixture_find (GTK_WIDGET (f->window->find_bar), GTK_TYPE_LABEL, count));
}

/* Where the whole is in view, one among many is not found by selecting it. */
static void
test_typing (Fixture *f, gconstpointer data)
{
  g_assert_cmpfloat (trellis_canvas_get_zoom (f->window->canvas), <, 1);
  type (f, "oKo");
  assert_found (f, "node000100", "1 of 5");
  g_assert_true (gtk_widget_has_focus (
    GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (f->entry)))));
  type (f, "oKologie d");
  assert_found (f, "node000640", "1 of 1");
  type (f, "nobody");
  g_assert_nonnull (
    fixture_find (GTK_WIDGET (f->window->find_bar), GTK_TYPE_LABEL, "None found"));
}

static void
test_keys (Fixture *f, gconstpointer data)
{
  type (f, "oko");
  press_enter (f);
  assert_found (f, "node000280", "2 of 5");
  press_shift_enter (f);
  assert_found (f, "node000100", "1 of 5");
  press_shift_enter (f);
  assert_found (f, "node000820", "5 of 5");
  press_enter (f);
  assert_found (f, "node000100", "1 of 5");
}

/* Enter right after the last letter leads to the first match, not past it. */
static void
test_haste (Fixture *f, gconstpointer data)
{
  type (f, "o");
  gtk_editable_set_text (GTK_EDITABLE (f->entry), "oko");
  press_enter (f);
  assert_found (f, "node000100", "1 of 5");
  fixture_spin (PATIENCE);
  assert_found (f, "node000100", "1 of 5");
}

/* What can be read where it is stays where it is. */
static void
test_calm (Fixture *f, gconstpointer data)
{
  TrellisCanvas *canvas = f->window->canvas;
  TrellisCamera  before, after;

  type (f, "oko");
  trellis_canvas_go (canvas,
                     trellis_camera_zoom (trellis_viewport_get_goal (&canvas->view), 1.5,
                                          canvas->width / 2.0 + 90,
                                          canvas->height / 2.0 + 70),
                     FALSE);
  before = canvas->view.now;
  type (f, "okol");
  after = canvas->view.now;
  g_assert_cmpmem (&before, sizeof before, &after, sizeof after);
  press_enter (f); /* out of view by now: moved, not zoomed */
  assert_found (f, "node000280", "2 of 5");
  g_assert_cmpfloat (canvas->view.now.scale, ==, before.scale);
}

/* Closing keeps what was found, and leaves the keyboard with it. */
static void
test_closing (Fixture *f, gconstpointer data)
{
  type (f, "oko");
  press_enter (f);
  trellis_find_bar_close (f->window->find_bar);
  fixture_spin (PATIENCE);
  assert_found (f, "node000280", NULL);
  g_assert_nonnull (gtk_widget_get_focus_child (GTK_WIDGET (f->window->canvas)));
}

/* Where there is no room for the name of who was found, it is shown above the others. */
static void
test_named (Fixture *f, gconstpointer data)
{
  TrellisCanvas    *canvas = f->window->canvas;
  TrellisSelection *selection = trellis_session_get_selection (f->window->session);
  guint             nameless = 0;

  trl_document_begin (f->document, "Crowd", NULL);
  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *id = g_strdup_printf ("node%06u", i);

      trl_document_set (f->document, TRL_KIND_NODE, "large", id, TRL_NODE_X,
                        TRL_NUMBER (400 + i));
      trl_document_set (f->document, TRL_KIND_NODE, "large", id, TRL_NODE_Y,
                        TRL_NUMBER (400 + i));
    }
  trl_document_end (f->document);
  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *id = g_strdup_printf ("node%06u", i);

      trellis_selection_set (selection, TRL_KIND_NODE, id);
      nameless += trellis_canvas_get_nameless (canvas) != TRL_NO_ROW;
    }
  g_assert_cmpuint (nameless, >, 20);
  trellis_selection_clear (selection);
  g_assert_cmpuint (trellis_canvas_get_nameless (canvas), ==, TRL_NO_ROW);
}

static guint
count_found (TrellisFinder *finder, const char *name, const char *text)
{
  g_autoptr (TrlDocument) document = large_document (2, 1);
  g_autoptr (GArray) found = NULL;

  trl_document_begin (document, "Name", NULL);
  trl_document_set (document, TRL_KIND_NODE, "large", "node000001", TRL_NODE_NAME,
                    TRL_TEXT (name));
  trl_document_end (document);
  found = trellis_finder_find (finder, trl_document_get_network (document, 0), text);
  return found->len;
}

static void
test_folding (void)
{
  g_autoptr (TrellisFinder) finder = trellis_finder_new ();

  g_assert_cmpuint (count_found (finder, "Niños y Jóvenes", "jovenes"), ==, 1);
  g_assert_cmpuint (count_found (finder, "STRASSE", "straße"), ==, 1);
  g_assert_cmpuint (count_found (finder, "School", "skool"), ==, 0);
  g_assert_cmpuint (count_found (finder, "School", ""), ==, 0);
}

/* Names are those of now, whatever was folded before. */
static void
test_renamed (void)
{
  g_autoptr (TrlDocument) document = large_document (3, 1);
  g_autoptr (TrellisFinder) finder = trellis_finder_new ();
  g_autoptr (GArray) before = NULL;
  g_autoptr (GArray) after = NULL;
  const TrlNetwork *network = trl_document_get_network (document, 0);

  before = trellis_finder_find (finder, network, "organization");
  g_assert_cmpuint (before->len, ==, 3);
  trl_document_begin (document, "Name", NULL);
  trl_document_set (document, TRL_KIND_NODE, "large", "node000001", TRL_NODE_NAME,
                    TRL_TEXT ("Another"));
  trl_document_end (document);
  after = trellis_finder_find (finder, network, "organization");
  g_assert_cmpuint (after->len, ==, 2);
}

#define ADD(name, test) g_test_add (name, Fixture, application, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_autoptr (TrellisApplication) application = NULL;

  g_setenv ("GTK_A11Y", "test", TRUE); /* before GTK starts */
  gtk_test_init (&argc, &argv, NULL);
  application = fixture_start ();
  ADD ("/find/typing-goes-to-the-first", test_typing);
  ADD ("/find/enter-goes-on-and-back", test_keys);
  ADD ("/find/enter-in-haste-passes-nobody", test_haste);
  ADD ("/find/what-can-be-read-stays", test_calm);
  ADD ("/find/closing-keeps-what-was-found", test_closing);
  ADD ("/find/who-was-found-is-named", test_named);
  g_test_add_func ("/find/letters-are-folded", test_folding);
  g_test_add_func ("/find/names-are-those-of-now", test_renamed);
  return g_test_run ();
}
