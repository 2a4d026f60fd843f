/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the codebook asks before words that are used go: what takes their place. */

#include "codebook-fixture.h"
#include "model/trl-recode.h"

static TrellisApplication *application;

static void
test_a_used_level_asks_what_replaces_it (void)
{
  Book       self;
  GtkWidget *ask;

  book_set_up (&self);
  g_signal_emit_by_name (
    book_find_tooltip (book_open_row (&self, "Cooperation"), "Remove"), "clicked");
  fixture_spin (200);
  ask = book_find_dialog (&self, "Remove Level");
  g_assert_nonnull (ask);
  g_assert_cmpstr (book_level (&self, 2)->id, ==, "cooperation");
  g_assert_false (gtk_widget_get_sensitive (book_find_mnemonic (ask, "_Remove")));
  book_choose (ask, "Coordination");
  g_assert_true (gtk_widget_get_sensitive (book_find_mnemonic (ask, "_Remove")));
  book_choose (ask, "Not reported");
  book_shoot (ask, "codebook-replace");
  g_signal_emit_by_name (book_find_mnemonic (ask, "_Remove"), "clicked");
  fixture_spin (200);
  g_assert_cmpstr (book_level (&self, 2)->id, ==, "coordination");
  g_assert_true (trl_document_undo (self.document));
  g_assert_null (trl_document_get_undo_name (self.document));
  g_assert_cmpstr (book_level (&self, 2)->id, ==, "cooperation");
  book_tear_down (&self);
}

/* Two levels that become one are told before, and which of them is kept. */
static void
test_regress_merging_tells_where_levels_differ (void)
{
  Book       self;
  GtkWidget *ask;

  book_set_up (&self);
  adw_view_stack_set_visible_child_name (
    ADW_VIEW_STACK (book_find (&self, ADW_TYPE_VIEW_STACK, NULL)), "Partner Types");
  fixture_spin (100);
  g_signal_emit_by_name (book_find_tooltip (book_open_row (&self, "School Districts"),
                                            "Merge into another type"),
                         "clicked");
  fixture_spin (200);
  ask = book_find_dialog (&self, "Merge Partner Types");
  g_assert_nonnull (ask);
  g_assert_false (gtk_widget_get_sensitive (book_find_mnemonic (ask, "_Merge")));
  g_assert_false (book_says (ask, "touched"));
  book_choose (ask, "K-12 Schools");
  g_assert_true (gtk_widget_get_sensitive (book_find_mnemonic (ask, "_Merge")));
  g_assert_true (
    book_says (ask, "In 3 networks the two have different levels: the deeper"));
  book_shoot (ask, "codebook-merge");
  g_signal_emit_by_name (book_find_mnemonic (ask, "_Merge"), "clicked");
  fixture_spin (200);
  g_assert_cmpstr (trl_document_get_undo_name (self.document), ==, "Remove Partner Type");
  book_tear_down (&self);
}

static void
test_another_scale_is_one_step (void)
{
  Book       self;
  GtkWidget *ask;

  book_set_up (&self);
  g_signal_emit_by_name (
    book_find_mnemonic (GTK_WIDGET (self.window), "_Use Another Scale…"), "clicked");
  fixture_spin (300);
  ask = book_find_dialog (&self, "Use Another Scale");
  g_assert_nonnull (ask);
  g_assert_true (gtk_widget_get_sensitive (book_find_mnemonic (ask, "_Apply")));
  book_shoot (ask, "codebook-switch");
  g_signal_emit_by_name (book_find_mnemonic (ask, "_Apply"), "clicked");
  fixture_spin (300);
  g_assert_cmpstr (
    trl_vocabulary_find_scale (trl_document_get_vocabulary (self.document), NULL)->id, ==,
    "frey");
  g_assert_true (trl_document_undo (self.document));
  g_assert_null (trl_document_get_undo_name (self.document));
  book_tear_down (&self);
}

static void
take_level_away (TrlDocument *document, const char *level)
{
  g_autoptr (TrlRecoding) recoding =
    trl_recoding_new (trl_document_get_vocabulary (document));

  trl_recoding_map (recoding, TRL_WORD_LEVEL, "interaction", level, NULL);
  g_assert_true (trl_document_recode (document, recoding, "Level", NULL, NULL));
}

/* What is still to be answered is said, and a level without uses is not. */
static void
test_regress_unused_levels_need_no_answer (void)
{
  Book       self = { .document = fixture_document () };
  GtkWidget *ask, *combo;

  book_rename_level (self.document, 1, "Some & contact");
  book_rename_level (self.document, 2, "Help");
  take_level_away (self.document, "networking");
  book_show (&self);
  g_signal_emit_by_name (
    book_find_mnemonic (GTK_WIDGET (self.window), "_Use Another Scale…"), "clicked");
  fixture_spin (300);
  ask = book_find_dialog (&self, "Use Another Scale");
  book_shoot (ask, "codebook-switch-asks");
  g_assert_false (gtk_widget_get_sensitive (book_find_mnemonic (ask, "_Apply")));
  g_assert_true (book_says (ask, "Still to be chosen: Help"));
  combo = fixture_find (ask, ADW_TYPE_COMBO_ROW, "Help");
  adw_combo_row_set_selected (ADW_COMBO_ROW (combo), 3);
  fixture_spin (50);
  g_assert_false (book_says (ask, "Still to be chosen"));
  g_assert_true (gtk_widget_get_sensitive (book_find_mnemonic (ask, "_Apply")));
  g_signal_emit_by_name (book_find_mnemonic (ask, "_Apply"), "clicked");
  fixture_spin (300);
  g_assert_cmpstr (
    trl_vocabulary_find_scale (trl_document_get_vocabulary (self.document), NULL)->id, ==,
    "frey");
  book_tear_down (&self);
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  application = fixture_start ();
  g_test_add_func ("/app/codebook-ask/a-used-level-asks-what-replaces-it",
                   test_a_used_level_asks_what_replaces_it);
  g_test_add_func ("/app/codebook-ask/regress-merging-tells-where-levels-differ",
                   test_regress_merging_tells_where_levels_differ);
  g_test_add_func ("/app/codebook-ask/another-scale-is-one-step",
                   test_another_scale_is_one_step);
  g_test_add_func ("/app/codebook-ask/regress-unused-levels-need-no-answer",
                   test_regress_unused_levels_need_no_answer);
  status = g_test_run ();
  g_object_unref (application);
  return status;
}
