/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Menus of the window and of the map: what their letters and keys do, and when. */
#include "config.h"

#include "canvas/trellis-canvas-private.h"
#include "fixture.h"
#include "trellis-window-private.h"

#include <string.h>

typedef struct
{
  TrlDocument   *document;
  TrellisWindow *window;
  guint          n; /* menus */
} Fixture;

static void
set_up (Fixture *f, gconstpointer application)
{
  f->document = fixture_organizations ();
  f->window = fixture_open ((gpointer) application, f->document);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (f->window));
  g_object_unref (f->document);
  fixture_spin (50);
}

static void
note_letter (GString *letters, const char *label)
{
  const char *mark = label ? strchr (label, '_') : NULL;
  gunichar    letter = mark ? g_unichar_tolower (g_utf8_get_char (mark + 1)) : 0;

  if (letter == 0)
    return;
  if (g_utf8_strchr (letters->str, -1, letter))
    g_error ("“%s”: another item of its menu has the same letter (%s)", label,
             letters->str);
  g_string_append_unichar (letters, letter);
}

/* Sections share the letters of their menu; what opens beside it has its own. */
static void
read_letters (GMenuModel *menu, GString *letters)
{
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autofree char *label = NULL;
      g_autoptr (GMenuModel) section =
        g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);
      g_autoptr (GMenuModel) below =
        g_menu_model_get_item_link (menu, i, G_MENU_LINK_SUBMENU);

      g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_LABEL, "s", &label);
      note_letter (letters, label);
      if (section)
        read_letters (section, letters);
      if (below)
        {
          g_autoptr (GString) own = g_string_new (NULL);

          read_letters (below, own);
        }
    }
}

static void
check_menu (Fixture *f, GMenuModel *menu)
{
  g_autoptr (GString) letters = g_string_new (NULL);

  read_letters (menu, letters);
  f->n++;
}

/* Every button with a menu, in every view. */
static void
check_buttons (Fixture *f, GtkWidget *widget)
{
  if (GTK_IS_MENU_BUTTON (widget) &&
      gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (widget)))
    check_menu (f, gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    check_buttons (f, child);
}

static GtkWidget *
open_map_menu (Fixture *f)
{
  trellis_canvas_popup (f->window->canvas, 5, 5);
  fixture_spin (100);
  return f->window->canvas->menu;
}

static void
check_map_menu (Fixture *f)
{
  GtkPopoverMenu *menu = GTK_POPOVER_MENU (open_map_menu (f));

  check_menu (f, gtk_popover_menu_get_menu_model (menu));
  gtk_popover_popdown (GTK_POPOVER (menu));
}

static void
test_letters (Fixture *f, gconstpointer data)
{
  TrellisSelection *selection = trellis_session_get_selection (f->window->session);

  check_buttons (f, GTK_WIDGET (f->window));
  g_assert_cmpuint (f->n, >=, 4);
  check_map_menu (f);
  trellis_selection_set (selection, TRL_KIND_NODE, "n3");
  check_map_menu (f);
  trellis_selection_set (selection, TRL_KIND_EDGE, "e3-1");
  check_map_menu (f);
}

static gboolean
has_label (GtkWidget *widget, const char *text)
{
  return fixture_find (widget, GTK_TYPE_LABEL, text) != NULL;
}

/* Once, by the key that all keyboards have. */
static void
test_keys (Fixture *f, gconstpointer data)
{
  GtkWidget *menu;

  trellis_selection_set (trellis_session_get_selection (f->window->session),
                         TRL_KIND_NODE, "n3");
  menu = open_map_menu (f);
  g_assert_true (has_label (menu, "Delete"));
  g_assert_true (has_label (menu, "Return") || has_label (menu, "Enter"));
  g_assert_false (has_label (menu, "KP Delete") || has_label (menu, "KP_Delete"));
  g_assert_false (has_label (menu, "KP Enter") || has_label (menu, "KP_Enter"));
  gtk_popover_popdown (GTK_POPOVER (menu));
}

/* The menu of layouts tells the key of what it offers. */
static void
test_layout_keys (Fixture *f, gconstpointer application)
{
  g_auto (GStrv) keys = gtk_application_get_accels_for_action (
    GTK_APPLICATION (application), "win.lay-out-selection");

  g_assert_cmpstr (keys[0], ==, "<Shift><Control>l");
}

static gboolean
may_lay_out_selection (Fixture *f)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (f->window),
                                            "lay-out-selection");
}

static void
test_needs_selected (Fixture *f, gconstpointer data)
{
  TrellisSelection *selection = trellis_session_get_selection (f->window->session);

  g_assert_false (may_lay_out_selection (f));
  trellis_selection_set (selection, TRL_KIND_NODE, "n3");
  g_assert_true (may_lay_out_selection (f));
  trellis_selection_set (selection, TRL_KIND_EDGE, "e3-1");
  g_assert_false (may_lay_out_selection (f));
  trellis_selection_clear (selection);
  g_assert_false (may_lay_out_selection (f));
}

/* Where the data say where partners are, it is told what to do instead. */
static void
test_live (Fixture *f, gconstpointer data)
{
  trellis_canvas_lay_out (f->window->canvas, "rings");
  trellis_selection_set (trellis_session_get_selection (f->window->session),
                         TRL_KIND_NODE, "n3");
  gtk_widget_activate_action (GTK_WIDGET (f->window), "win.lay-out-selection", NULL);
  fixture_spin (300);
  g_assert_true (has_label (GTK_WIDGET (f->window),
                            "“Rings of Depth” follows the data. Choose “By Distance” or "
                            "another to place partners by hand."));
}

#define ADD(name, test) g_test_add (name, Fixture, application, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_autoptr (TrellisApplication) application = NULL;

  g_setenv ("GTK_A11Y", "test", TRUE); /* before GTK starts */
  gtk_test_init (&argc, &argv, NULL);
  application = fixture_start ();
  ADD ("/menus/a-letter-is-one-item", test_letters);
  ADD ("/menus/the-usual-key-is-shown", test_keys);
  ADD ("/menus/layouts-tell-their-keys", test_layout_keys);
  ADD ("/menus/a-selection-is-laid-out", test_needs_selected);
  ADD ("/menus/live-layouts-say-what-to-do", test_live);
  return g_test_run ();
}
