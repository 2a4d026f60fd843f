/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a window of any width has room for. */
#include "config.h"

#include "fixture.h"
#include "trellis-window-private.h"

#define LEGIBLE 150 /* pixels of a title */

typedef struct
{
  TrlDocument   *document;
  TrellisWindow *window;
} Fixture;

static void
set_up (Fixture *f, gconstpointer application)
{
  g_autoptr (TrellisSession) session = NULL;

  f->document = fixture_organizations ();
  session = trellis_session_new (f->document, NULL, "Ten Learning Ecosystems");
  f->window = fixture_open ((gpointer) application, NULL);
  trellis_window_set_session (f->window, session);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (f->window));
  g_object_unref (f->document);
  fixture_spin (50);
}

static int
get_title_width (TrellisWindow *window)
{
  GtkWidget *beside = GTK_WIDGET (window->start_title);
  GtkWidget *middle = GTK_WIDGET (window->window_title);

  return gtk_widget_get_width (gtk_widget_get_mapped (beside) ? beside : middle);
}

/* And nothing of the header is cut off for it. */
static void
test_title (Fixture *f, gconstpointer data)
{
  static const int widths[] = { 1600, 1300, 1200, 1100, 900, 730, 700 };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      GtkWidget *header;
      int        least;

      gtk_window_set_default_size (GTK_WINDOW (f->window), widths[i], 700);
      fixture_spin (400);
      header = fixture_find (GTK_WIDGET (f->window), ADW_TYPE_HEADER_BAR, NULL);
      gtk_widget_measure (header, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL,
                          NULL);
      g_assert_cmpint (least, <=, gtk_widget_get_width (GTK_WIDGET (f->window)));
      g_assert_cmpint (get_title_width (f->window), >=, LEGIBLE);
    }
}

/* On a small screen the foot is seen, whatever the views on other pages want. */
static void
test_foot (Fixture *f, gconstpointer data)
{
  graphene_rect_t bounds;

  gtk_window_set_default_size (GTK_WINDOW (f->window), 1000, 600);
  fixture_spin (400);
  g_assert_true (adw_view_switcher_bar_get_reveal (f->window->switcher_bar));
  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (f->window->switcher_bar),
                                            GTK_WIDGET (f->window), &bounds));
  g_assert_cmpfloat (bounds.size.height, >, 30);
  g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=,
                     gtk_widget_get_height (GTK_WIDGET (f->window)));
}

/* The views are switched in the middle of the header or at the foot, never nowhere. */
static void
test_switch (Fixture *f, gconstpointer data)
{
  for (int width = 1400; width >= 400; width -= 200)
    {
      gtk_window_set_default_size (GTK_WINDOW (f->window), width, 700);
      fixture_spin (400);
      g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (f->window->switcher)) !=
                     adw_view_switcher_bar_get_reveal (f->window->switcher_bar));
    }
}

/* What is said lies above what can be pressed. */
static void
test_toasts (Fixture *f, gconstpointer data)
{
  const char     *text = "The layout took too long. Choose another.";
  GtkWidget      *said, *status = GTK_WIDGET (f->window->status);
  graphene_rect_t box, below;

  trellis_window_tell (f->window, text, FALSE);
  fixture_spin (500);
  said = fixture_find (GTK_WIDGET (f->window), GTK_TYPE_LABEL, text);
  g_assert_nonnull (said);
  g_assert_true (gtk_widget_compute_bounds (said, GTK_WIDGET (f->window), &box));
  g_assert_true (gtk_widget_compute_bounds (status, GTK_WIDGET (f->window), &below));
  g_assert_cmpfloat (box.origin.y + box.size.height, <, below.origin.y);
}

static gboolean
has_focus (TrellisWindow *window, gpointer widget)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));

  return focus && gtk_widget_is_ancestor (focus, widget);
}

/* The keyboard leaves the map without passing all partners. */
static void
test_parts (Fixture *f, gconstpointer data)
{
  gpointer parts[] = {
    f->window->views,  adw_flap_get_flap (f->window->right_flap), f->window->status,
    f->window->header, adw_flap_get_flap (f->window->left_flap),  f->window->views
  };

  gtk_window_set_default_size (GTK_WINDOW (f->window), 1300, 700);
  fixture_spin (400);
  gtk_widget_grab_focus (GTK_WIDGET (f->window->canvas));
  gtk_widget_child_focus (GTK_WIDGET (f->window->canvas), GTK_DIR_TAB_FORWARD);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_assert_true (has_focus (f->window, parts[i]));
      gtk_widget_activate_action (GTK_WIDGET (f->window), "win.next-pane", NULL);
    }
  gtk_widget_activate_action (GTK_WIDGET (f->window), "win.previous-pane", NULL);
  g_assert_true (has_focus (f->window, f->window->canvas));
}

/* Find stands above the views, and goes on as they do. */
static void
test_parts_after_find (Fixture *f, gconstpointer data)
{
  GtkWidget *bar = GTK_WIDGET (f->window->find_bar);

  gtk_window_set_default_size (GTK_WINDOW (f->window), 1300, 700);
  fixture_spin (400);
  g_object_set (bar, "open", TRUE, NULL);
  fixture_spin (300);
  g_assert_true (has_focus (f->window, bar));
  gtk_widget_activate_action (GTK_WIDGET (f->window), "win.next-pane", NULL);
  g_assert_true (has_focus (f->window, adw_flap_get_flap (f->window->right_flap)));
  g_object_set (bar, "open", FALSE, NULL);
  g_object_set (bar, "open", TRUE, NULL);
  fixture_spin (300);
  gtk_widget_activate_action (GTK_WIDGET (f->window), "win.previous-pane", NULL);
  g_assert_true (has_focus (f->window, adw_flap_get_flap (f->window->left_flap)));
}

#define ADD(name, test) g_test_add (name, Fixture, application, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_autoptr (TrellisApplication) application = NULL;

  g_setenv ("GTK_A11Y", "test", TRUE); /* before GTK starts */
  gtk_test_init (&argc, &argv, NULL);
  application = fixture_start ();
  ADD ("/room/the-title-can-be-read", test_title);
  ADD ("/room/views-can-be-switched", test_switch);
  ADD ("/room/the-foot-is-seen", test_foot);
  ADD ("/room/toasts-leave-the-status-bar", test_toasts);
  ADD ("/room/a-key-leads-from-part-to-part", test_parts);
  ADD ("/room/a-key-leads-on-from-find", test_parts_after_find);
  return g_test_run ();
}
