/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Showing a network: what is revealed and lit, and that nothing is changed by it. */
#include "canvas-fixture.h"
#include "present/trellis-presenter.h"

static TrellisPresenter *
open_presenter (TrlDocument *document, const char *network)
{
  TrellisPresenter *presenter =
    TRELLIS_PRESENTER (trellis_presenter_new (NULL, document, network));
  gtk_window_present (GTK_WINDOW (presenter));
  fixture_wait (400);
  return presenter;
}

static void
close_presenter (TrellisPresenter *presenter)
{
  gtk_window_destroy (GTK_WINDOW (presenter));
  fixture_wait (20);
}

static TrellisCanvas *
find_canvas (GtkWidget *widget)
{
  if (TRELLIS_IS_CANVAS (widget))
    return TRELLIS_CANVAS (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    {
      TrellisCanvas *found = find_canvas (child);
      if (found)
        return found;
    }
  return NULL;
}

static TrlDocument *
two_networks (void)
{
  TrlDocument *document = fixture_document (18);
  g_autoptr (TrlRecord) record = trl_record_new (TRL_KIND_NETWORK, "second");
  trl_record_set (record, TRL_NETWORK_NAME, TRL_TEXT ("Site D"));
  trl_document_begin (document, "Fill", NULL);
  trl_document_add_network (document, record);
  trl_document_end (document);
  trl_document_forget_history (document);
  return document;
}

/* As the window's own controller takes it. */
static void
press (TrellisPresenter *presenter, guint key)
{
  g_autoptr (GListModel) all = gtk_widget_observe_controllers (GTK_WIDGET (presenter));
  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (all, i);
      gboolean taken = FALSE;
      if (GTK_IS_EVENT_CONTROLLER_KEY (controller) && !taken)
        g_signal_emit_by_name (controller, "key-pressed", key, 0, 0, &taken);
      if (taken)
        return;
    }
  g_assert_not_reached ();
}

static void
test_reveal (void)
{
  g_autoptr (TrlDocument) document = fixture_document (18);
  TrellisPresenter *presenter = open_presenter (document, NULL);
  const int         ranks[] = { 5, 4, 3, 2, 1, -1, -1 };
  g_assert_cmpint (trellis_presenter_get_reveal (presenter), ==, -1);
  fixture_shoot (GTK_WIDGET (presenter), "present-all");
  for (guint i = 0; i < G_N_ELEMENTS (ranks); i++)
    {
      trellis_presenter_reveal (presenter, 1);
      g_assert_cmpint (trellis_presenter_get_reveal (presenter), ==, ranks[i]);
      fixture_wait (60);
      g_autofree char *name = g_strdup_printf ("present-%u", i);
      if (i == 0 || i == 2)
        fixture_shoot (GTK_WIDGET (presenter), name);
    }
  trellis_presenter_reveal (presenter, -1);
  g_assert_cmpint (trellis_presenter_get_reveal (presenter), ==, 1);
  trellis_presenter_reveal (presenter, 1);
  press (presenter, GDK_KEY_Home);
  g_assert_cmpint (trellis_presenter_get_reveal (presenter), ==, -1);
  press (presenter, GDK_KEY_space);
  g_assert_cmpint (trellis_presenter_get_reveal (presenter), ==, 5);
  press (presenter, GDK_KEY_space);
  press (presenter, GDK_KEY_BackSpace);
  g_assert_cmpint (trellis_presenter_get_reveal (presenter), ==, 5);
  close_presenter (presenter);
}

static void
test_locked (void)
{
  g_autoptr (TrlDocument) document = fixture_document (18);
  TrellisPresenter *presenter = open_presenter (document, NULL);
  TrellisCanvas    *canvas = find_canvas (GTK_WIDGET (presenter));
  guint64           revision = trl_document_get_revision (document);
  g_assert_true (trellis_canvas_get_locked (canvas));
  trellis_canvas_show_node (canvas, "t3");
  gtk_widget_activate_action (GTK_WIDGET (canvas), "canvas.set-level", "i", 3);
  gtk_widget_activate_action (GTK_WIDGET (canvas), "canvas.delete", NULL);
  g_assert_cmpuint (trl_document_get_revision (document), ==, revision);
  trellis_presenter_set_locked (presenter, FALSE);
  g_assert_false (trellis_canvas_get_locked (canvas));
  gtk_widget_activate_action (GTK_WIDGET (canvas), "canvas.set-level", "i", 3);
  g_assert_cmpuint (trl_document_get_revision (document), !=, revision);
  close_presenter (presenter);
}

static void
test_networks (void)
{
  g_autoptr (TrlDocument) document = two_networks ();
  TrellisPresenter *presenter = open_presenter (document, "site");
  trellis_presenter_step_network (presenter, 1);
  g_assert_cmpstr (trellis_presenter_get_network_id (presenter), ==, "second");
  trellis_presenter_step_network (presenter, 1);
  g_assert_cmpstr (trellis_presenter_get_network_id (presenter), ==, "second");
  trellis_presenter_step_network (presenter, -1);
  g_assert_cmpstr (trellis_presenter_get_network_id (presenter), ==, "site");
  /* The network that is shown is removed by an undo elsewhere. */
  trl_document_begin (document, "Remove", NULL);
  trl_document_apply (document,
                      &(TrlEdit){ .kind = TRL_EDIT_REMOVE_NETWORK,
                                  .of = TRL_KIND_NETWORK,
                                  .network = "site" },
                      NULL);
  trl_document_end (document);
  g_assert_cmpstr (trellis_presenter_get_network_id (presenter), ==, "second");
  close_presenter (presenter);
}

static gboolean
has_label (GtkWidget *widget, const char *text)
{
  if (GTK_IS_LABEL (widget) &&
      g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    if (has_label (child, text))
      return TRUE;
  return FALSE;
}

static void
test_notice (void)
{
  g_autoptr (TrlDocument) document = fixture_document (18);
  TrellisPresenter *presenter = open_presenter (document, NULL);
  g_signal_emit_by_name (find_canvas (GTK_WIDGET (presenter)), "notice",
                         "A & <B> removed", FALSE);
  fixture_wait (60);
  g_assert_true (has_label (GTK_WIDGET (presenter), "A & <B> removed"));
  close_presenter (presenter);
}

static void
test_spotlight (void)
{
  g_autoptr (TrlDocument) document = fixture_document (18);
  TrellisPresenter *presenter = open_presenter (document, NULL);
  TrellisCanvas    *canvas = find_canvas (GTK_WIDGET (presenter));
  g_signal_emit_by_name (canvas, "clicked", "t4");
  g_assert_cmpstr (trellis_presenter_get_spotlight (presenter), ==, "t4");
  fixture_wait (60);
  fixture_shoot (GTK_WIDGET (presenter), "present-spotlight");
  g_signal_emit_by_name (canvas, "clicked", NULL);
  g_assert_null (trellis_presenter_get_spotlight (presenter));
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      ADW_COLOR_SCHEME_FORCE_DARK);
  fixture_wait (300);
  fixture_shoot (GTK_WIDGET (presenter), "present-dark");
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      ADW_COLOR_SCHEME_FORCE_LIGHT);
  close_presenter (presenter);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/presenter/reveals-the-deepest-level-first", test_reveal);
  g_test_add_func ("/presenter/is-locked-until-unlocked", test_locked);
  g_test_add_func ("/presenter/steps-through-networks", test_networks);
  g_test_add_func ("/presenter/regress-a-notice-is-no-markup", test_notice);
  g_test_add_func ("/presenter/puts-a-partner-in-the-light", test_spotlight);
  return g_test_run ();
}
