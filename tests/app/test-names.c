/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A screen reader can say what every control of the window is. */

#include "config.h"

#include "fixture.h"

static gboolean
is_control (GtkWidget *widget)
{
  return GTK_IS_BUTTON (widget) || GTK_IS_MENU_BUTTON (widget) ||
         GTK_IS_DROP_DOWN (widget) || GTK_IS_SWITCH (widget) ||
         GTK_IS_CHECK_BUTTON (widget) || GTK_IS_SPIN_BUTTON (widget) ||
         GTK_IS_SEARCH_ENTRY (widget) || GTK_IS_TEXT_VIEW (widget) ||
         ADW_IS_SPLIT_BUTTON (widget);
}

static gboolean
has_text (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return *gtk_label_get_text (GTK_LABEL (widget)) != '\0';
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    if (has_text (child))
      return TRUE;
  return FALSE;
}

static gboolean
has_name (GtkWidget *widget)
{
  return gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget),
                                           GTK_ACCESSIBLE_PROPERTY_LABEL) ||
         gtk_test_accessible_has_relation (GTK_ACCESSIBLE (widget),
                                           GTK_ACCESSIBLE_RELATION_LABELLED_BY) ||
         gtk_widget_get_tooltip_text (widget) || has_text (widget);
}

/* Parts of a named control need no name of their own. */
static guint
check (GtkWidget *widget, gboolean inside)
{
  guint    n = 0;
  gboolean control = is_control (widget);

  if (!gtk_widget_get_mapped (widget))
    return 0;
  if (control && !inside)
    {
      if (!has_name (widget))
        g_error ("a %s in %s has no name", G_OBJECT_TYPE_NAME (widget),
                 G_OBJECT_TYPE_NAME (gtk_widget_get_parent (widget)));
      n++;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    n += check (child, inside || control || ADW_IS_ENTRY_ROW (widget) ||
                         GTK_IS_WINDOW_CONTROLS (widget));
  return n;
}

static TrellisApplication *application;

static void
test_map (void)
{
  g_autoptr (TrlDocument) document = fixture_document ();
  TrellisWindow    *window = fixture_open (application, document);
  TrellisSelection *selection =
    trellis_session_get_selection (trellis_window_get_session (window));

  g_assert_cmpuint (check (GTK_WIDGET (window), FALSE), >, 30);
  trellis_selection_set (selection, TRL_KIND_NODE, "cbo");
  fixture_spin (200);
  g_assert_cmpuint (check (GTK_WIDGET (window), FALSE), >, 30);
  trellis_selection_set (selection, TRL_KIND_EDGE, "C");
  fixture_spin (200);
  g_assert_cmpuint (check (GTK_WIDGET (window), FALSE), >, 30);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_welcome (void)
{
  TrellisWindow *window = fixture_open (application, NULL);

  g_assert_cmpuint (check (GTK_WIDGET (window), FALSE), >, 2);
  gtk_window_destroy (GTK_WINDOW (window));
}

static GtkWidget *
open_dialog (TrellisWindow *window, const char *action)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), action, NULL));
  fixture_spin (400);
  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) other = g_list_model_get_item (toplevels, i);

      if (gtk_window_get_transient_for (other) == GTK_WINDOW (window) &&
          gtk_widget_get_visible (GTK_WIDGET (other)))
        return GTK_WIDGET (other);
    }
  return NULL;
}

static void
test_dialogs (void)
{
  static const char *const actions[] = { "win.export", "win.connect", "win.next-wave",
                                         "app.preferences" };
  g_autoptr (TrlDocument) document = fixture_document ();
  TrellisWindow *window = fixture_open (application, document);

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      GtkWidget *dialog = open_dialog (window, actions[i]);

      g_assert_nonnull (dialog);
      g_assert_cmpuint (check (dialog, FALSE), >=, 2);
      gtk_window_destroy (GTK_WINDOW (dialog));
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  int status;

  g_setenv ("GTK_A11Y", "test", TRUE); /* before GTK starts */
  gtk_test_init (&argc, &argv, NULL);
  application = fixture_start ();
  g_test_add_func ("/names/every-control-of-the-first-page", test_welcome);
  g_test_add_func ("/names/every-control-around-the-map", test_map);
  g_test_add_func ("/names/every-control-of-dialogs", test_dialogs);
  status = g_test_run ();
  g_object_unref (application);
  return status;
}
