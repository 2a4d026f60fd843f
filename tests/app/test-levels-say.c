/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the page says of a paste: in a few words, with all of it behind a button. */

#include "config.h"

#include "levels-fixture.h"

static TrellisApplication *application;

static GtkWidget *
find_text (LevelsFixture *s, const char *text)
{
  return fixture_find (GTK_WIDGET (s->page), GTK_TYPE_LABEL, text);
}

static void
offer (LevelsFixture *s, const char *text)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (s->window), text);
}

static gboolean
says_partly (gpointer s)
{
  return find_text (s, "Pasted 1 cell, 1 was not read") != NULL;
}

static gboolean
says_nothing (gpointer s)
{
  return find_text (s, "Nothing was pasted") != NULL;
}

static void
paste_partly (LevelsFixture *s)
{
  offer (s, "3\tmaybe\n");
  levels_select_area (s, 0, 0, 1, 1);
  g_assert_true (levels_act (s, "grid.paste"));
  g_assert_true (fixture_wait (says_partly, s));
}

static void
test_newer_replaces (void)
{
  LevelsFixture    s;
  g_autofree char *text = NULL;

  levels_set_up (&s, fixture_document ());
  text = g_strdup_printf (
    "“%s” ends at level 4",
    trl_vocabulary_find_scale (trl_document_get_vocabulary (s.document), NULL)->name);
  paste_partly (&s);
  levels_type_at (&s, 0, 0, "9"); /* no such level, which is said */
  fixture_spin (600);
  g_assert_null (find_text (&s, "Pasted 1 cell, 1 was not read"));
  g_assert_nonnull (find_text (&s, text));
  levels_tear_down (&s);
}

static void
test_undo_withdraws (void)
{
  LevelsFixture s;

  levels_set_up (&s, fixture_document ());
  paste_partly (&s);
  levels_type_at (&s, 0, 2, "1"); /* work goes on beside the report */
  fixture_spin (300);
  g_assert_true (says_partly (&s));
  g_assert_true (trl_document_undo (s.document));
  fixture_spin (600);
  g_assert_false (says_partly (&s));
  levels_tear_down (&s);
}

static GtkWindow *
find_dialog (LevelsFixture *s)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l; l = l->next)
    if (gtk_window_get_transient_for (l->data) == GTK_WINDOW (s->window))
      return l->data;
  return NULL;
}

static void
test_refusal_has_details (void)
{
  LevelsFixture s;
  GtkWindow    *dialog;

  levels_set_up (&s, fixture_document ());
  offer (&s, "maybe\tperhaps\n");
  g_assert_true (levels_act (&s, "grid.paste"));
  g_assert_true (fixture_wait (says_nothing, &s));
  g_assert_true (levels_act (&s, "grid.paste-report"));
  fixture_spin (200);
  dialog = find_dialog (&s);
  g_assert_nonnull (dialog);
  g_assert_cmpstr (gtk_window_get_title (dialog), ==, "Nothing Was Pasted");
  g_assert_nonnull (
    fixture_find (GTK_WIDGET (dialog), ADW_TYPE_ACTION_ROW,
                  "Row 1, column 2, “perhaps”: not a level of interaction"));
  gtk_window_destroy (dialog);
  levels_tear_down (&s);
}

int
main (int argc, char **argv)
{
  int status;

  gtk_test_init (&argc, &argv, NULL);
  application = fixture_start ();
  g_test_add_func ("/levels-say/newer-message-replaces-a-report", test_newer_replaces);
  g_test_add_func ("/levels-say/undo-withdraws-a-report", test_undo_withdraws);
  g_test_add_func ("/levels-say/refusal-has-details", test_refusal_has_details);
  status = g_test_run ();
  g_object_unref (application);
  return status;
}
