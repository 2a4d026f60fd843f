/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The codebook: what is typed and pressed there is a step of the document each. */

#include "dialogs/trellis-codebook-dialog.h"
#include "fixture.h"

#include "model/trl-recode.h"

#include <string.h>

static TrellisApplication *application;

typedef struct
{
  TrlDocument    *document;
  TrellisSession *session;
  GtkWindow      *window;
} Fixture;

static void
show (Fixture *self)
{
  self->session = trellis_session_new (self->document, NULL, "Sites");
  self->window = trellis_codebook_dialog_show (NULL, self->session);
  fixture_spin (300);
}

static void
set_up (Fixture *self)
{
  self->document = fixture_document ();
  show (self);
}

static void
tear_down (Fixture *self)
{
  gtk_window_destroy (self->window);
  fixture_spin (50);
  g_object_unref (self->session);
  g_object_unref (self->document);
}

/* For eyes: TRL_SHOTS names a folder. */
static void
shoot (GtkWidget *window, const char *name)
{
  const char      *folder = g_getenv ("TRL_SHOTS");
  g_autofree char *path = folder ? g_strdup_printf ("%s/%s.png", folder, name) : NULL;

  if (path)
    fixture_save_png (window, path);
}

static GtkWidget *
find (Fixture *self, GType type, const char *label)
{
  return fixture_find (GTK_WIDGET (self->window), type, label);
}

static GtkWidget *
open_row (Fixture *self, const char *name)
{
  GtkWidget *row = find (self, ADW_TYPE_EXPANDER_ROW, name);

  g_assert_nonnull (row);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  fixture_spin (400);
  return row;
}

static const TrlLevel *
level (Fixture *self, guint rank)
{
  return trl_scale_get_level (
    trl_vocabulary_find_scale (trl_document_get_vocabulary (self->document), NULL), rank);
}

static void
type (GtkWidget *row, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row), text);
}

static GtkWidget *
find_tooltip (GtkWidget *widget, const char *tooltip)
{
  if (GTK_IS_BUTTON (widget) &&
      g_strcmp0 (gtk_widget_get_tooltip_text (widget), tooltip) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_tooltip (child, tooltip);

      if (found)
        return found;
    }
  return NULL;
}

static void
add_long_words (TrlDocument *document)
{
  g_autoptr (TrlVocabulary) words =
    trl_vocabulary_copy (trl_document_get_vocabulary (document));
  g_autofree char *name = g_strnfill (200, 'W');
  TrlField *field = trl_field_new ("a", "地域の種類 <&>", "node", TRL_FIELD_CHOICE);
  TrlLevel *coloured = ((TrlScale *) words->scales->pdata[0])->levels->pdata[1];

  coloured->colour = g_strdup ("#ffee88");
  field->choices = g_strdupv ((char *[]){ "Rural", "Urban", NULL });
  g_ptr_array_add (words->fields, field);
  g_ptr_array_add (words->roles, trl_role_new ("long", name, "دور طويل"));
  trl_document_begin (document, "Words", NULL);
  trl_document_set_vocabulary (document, words);
  trl_document_end (document);
}

static void
enter (GtkWidget *row)
{
  g_signal_emit_by_name (row, "entry-activated");
}

/* As a hand does: a letter at a time. */
static void
type_slowly (GtkWidget *row, const char *text)
{
  int at = 0;

  type (row, "");
  for (const char *p = text; *p; p = g_utf8_next_char (p))
    gtk_editable_insert_text (GTK_EDITABLE (row), p, (int) (g_utf8_next_char (p) - p),
                              &at);
}

static void
leave (Fixture *self)
{
  gtk_window_set_focus (self->window, NULL);
  fixture_spin (20);
}

static void
test_typing_is_one_step (void)
{
  Fixture    self;
  GtkWidget *entry;

  set_up (&self);
  entry = fixture_find (open_row (&self, "Networking"), ADW_TYPE_ENTRY_ROW, "Name");
  g_assert_nonnull (entry);
  type (entry, "Netw");
  type (entry, "Net");
  g_assert_cmpstr (level (&self, 1)->name, ==, "Networking");
  enter (entry);
  g_assert_cmpstr (level (&self, 1)->name, ==, "Net");
  g_assert_cmpstr (trl_document_get_undo_name (self.document), ==, "Edit Level");
  g_assert_true (trl_document_undo (self.document));
  g_assert_cmpstr (level (&self, 1)->name, ==, "Networking");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "Networking");
  g_assert_null (trl_document_get_undo_name (self.document));
  tear_down (&self);
}

static void
test_empty_and_taken_names_are_refused (void)
{
  Fixture    self;
  GtkWidget *row, *entry;

  set_up (&self);
  row = open_row (&self, "Networking");
  entry = fixture_find (row, ADW_TYPE_ENTRY_ROW, "Name");
  type (entry, "");
  g_assert_true (gtk_widget_has_css_class (entry, "error"));
  g_assert_cmpstr (level (&self, 1)->name, ==, "Networking");
  type (entry, "cooperation ");
  g_assert_true (gtk_widget_has_css_class (entry, "error"));
  g_assert_cmpstr (level (&self, 1)->name, ==, "Networking");
  type (entry, "Contacts");
  g_assert_false (gtk_widget_has_css_class (entry, "error"));
  enter (entry);
  g_assert_cmpstr (level (&self, 1)->name, ==, "Contacts");
  tear_down (&self);
}

/* All that goes before a refused name is a good one. */
static void
test_regress_a_refused_name_leaves_the_old_one (void)
{
  static const char *const names[] = { "networking", "" };
  Fixture                  self;
  GtkWidget               *entry;

  set_up (&self);
  entry = fixture_find (open_row (&self, "Cooperation"), ADW_TYPE_ENTRY_ROW, "Name");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      gtk_widget_grab_focus (entry);
      type_slowly (entry, names[i]);
      g_assert_true (gtk_widget_has_css_class (entry, "error"));
      leave (&self);
      g_assert_cmpstr (level (&self, 2)->name, ==, "Cooperation");
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "Cooperation");
      g_assert_false (gtk_widget_has_css_class (entry, "error"));
    }
  g_assert_null (trl_document_get_undo_name (self.document));
  tear_down (&self);
}

/* Whichever way one leaves, a good name is kept, in one step. */
static void
test_regress_what_was_typed_is_kept (void)
{
  Fixture    self;
  GtkWidget *row, *entry;

  set_up (&self);
  row = open_row (&self, "Networking");
  entry = fixture_find (row, ADW_TYPE_ENTRY_ROW, "Name");
  gtk_widget_grab_focus (entry);
  type_slowly (entry, "Contacts");
  leave (&self);
  g_assert_cmpstr (level (&self, 1)->name, ==, "Contacts");
  type_slowly (entry, "Acquaintances");
  g_signal_emit_by_name (find_tooltip (row, "Move down"), "clicked");
  g_assert_cmpstr (level (&self, 2)->name, ==, "Acquaintances");
  fixture_spin (100);
  entry = fixture_find (open_row (&self, "Acquaintances"), ADW_TYPE_ENTRY_ROW, "Name");
  type_slowly (entry, "Friends");
  gtk_window_close (self.window);
  g_assert_cmpstr (level (&self, 2)->name, ==, "Friends");
  for (guint i = 0; i < 4; i++)
    g_assert_true (trl_document_undo (self.document));
  g_assert_null (trl_document_get_undo_name (self.document));
  g_assert_cmpstr (level (&self, 1)->name, ==, "Networking");
  fixture_spin (50);
  g_object_unref (self.session);
  g_object_unref (self.document);
}

static void
count_changes (TrlDocument *document, guint mask, guint *n)
{
  (*n)++;
}

static void
test_regress_typing_recodes_once (void)
{
  Fixture    self;
  GtkWidget *entry;
  guint      n = 0;

  set_up (&self);
  entry = fixture_find (open_row (&self, "Networking"), ADW_TYPE_ENTRY_ROW, "Name");
  g_signal_connect (self.document, "changed", G_CALLBACK (count_changes), &n);
  type_slowly (entry, "A longer name for it");
  g_assert_cmpuint (n, ==, 0);
  enter (entry);
  g_assert_cmpuint (n, ==, 1);
  g_signal_handlers_disconnect_by_func (self.document, count_changes, &n);
  tear_down (&self);
}

static void
test_regress_choices_can_be_typed (void)
{
  Fixture         self;
  GtkWidget      *entry;
  const TrlField *field;

  set_up (&self);
  add_long_words (self.document);
  fixture_spin (200);
  adw_view_stack_set_visible_child_name (
    ADW_VIEW_STACK (find (&self, ADW_TYPE_VIEW_STACK, NULL)), "Fields");
  fixture_spin (100);
  entry = fixture_find (open_row (&self, "地域の種類 <&>"), ADW_TYPE_ENTRY_ROW,
                        "Choices, separated by semicolons");
  type_slowly (entry, "Rural;Small town ; City;");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==,
                   "Rural;Small town ; City;");
  enter (entry);
  field =
    trl_vocabulary_find_field (trl_document_get_vocabulary (self.document), "node", "a");
  g_assert_cmpuint (g_strv_length (field->choices), ==, 3);
  g_assert_cmpstr (field->choices[1], ==, "Small town");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==,
                   "Rural; Small town; City");
  tear_down (&self);
}

static gboolean
can (Fixture *self, const char *what)
{
  return gtk_widget_get_sensitive (find_tooltip (GTK_WIDGET (self->window), what));
}

static void
press (Fixture *self, const char *what)
{
  g_signal_emit_by_name (find_tooltip (GTK_WIDGET (self->window), what), "clicked");
  fixture_spin (50);
}

static void
rename_network (TrlDocument *document, const char *name)
{
  trl_document_begin (document, "Rename", NULL);
  trl_document_set (document, TRL_KIND_NETWORK, "Site A", NULL, TRL_NETWORK_NAME,
                    TRL_TEXT (name));
  trl_document_end (document);
}

/* What was done on the map before cannot be seen from here. */
static void
test_regress_undo_is_of_the_codebook (void)
{
  Fixture self = { .document = fixture_document () };

  rename_network (self.document, "One");
  rename_network (self.document, "Two");
  g_assert_true (trl_document_undo (self.document));
  show (&self);
  g_assert_false (can (&self, "Undo"));
  g_assert_false (can (&self, "Redo"));
  press (&self, "Undo");
  press (&self, "Redo");
  g_assert_cmpuint (trl_document_get_n_undo (self.document), ==, 1);
  g_assert_cmpuint (trl_document_get_n_redo (self.document), ==, 1);
  type (fixture_find (open_row (&self, "Networking"), ADW_TYPE_ENTRY_ROW, "Name"), "Net");
  g_assert_true (can (&self, "Undo"));
  press (&self, "Undo");
  g_assert_cmpstr (level (&self, 1)->name, ==, "Networking");
  g_assert_false (can (&self, "Undo"));
  g_assert_true (can (&self, "Redo"));
  press (&self, "Redo");
  g_assert_cmpstr (level (&self, 1)->name, ==, "Net");
  g_assert_false (can (&self, "Redo"));
  g_assert_cmpuint (trl_document_get_n_undo (self.document), ==, 2);
  tear_down (&self);
}

static void
test_levels_move_and_none_stays_first (void)
{
  Fixture    self;
  GtkWidget *row;

  set_up (&self);
  row = open_row (&self, "Networking");
  g_assert_false (gtk_widget_get_sensitive (find_tooltip (row, "Move up")));
  g_signal_emit_by_name (find_tooltip (row, "Move down"), "clicked");
  g_assert_cmpstr (level (&self, 1)->id, ==, "cooperation");
  g_assert_cmpstr (level (&self, 2)->id, ==, "networking");
  fixture_spin (100);
  row = open_row (&self, "No interaction");
  g_assert_false (gtk_widget_get_sensitive (find_tooltip (row, "Move down")));
  g_assert_false (gtk_widget_get_sensitive (find_tooltip (row, "Remove")));
  g_assert_true (trl_document_undo (self.document));
  fixture_spin (100);
  g_assert_cmpstr (level (&self, 1)->id, ==, "networking");
  tear_down (&self);
}

static GtkWidget *
find_dialog (Fixture *self, const char *title)
{
  g_autoptr (GList) all = gtk_window_list_toplevels ();

  for (GList *l = all; l; l = l->next)
    if (g_strcmp0 (gtk_window_get_title (l->data), title) == 0)
      return l->data;
  return NULL;
}

static GtkWidget *
find_mnemonic (GtkWidget *widget, const char *label)
{
  if (GTK_IS_BUTTON (widget) &&
      g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_mnemonic (child, label);

      if (found)
        return found;
    }
  return NULL;
}

/* In the first list of a dialog. */
static void
choose (GtkWidget *ask, const char *name)
{
  AdwComboRow *combo = ADW_COMBO_ROW (fixture_find (ask, ADW_TYPE_COMBO_ROW, NULL));
  GListModel  *names = adw_combo_row_get_model (combo);

  for (guint i = 0; i < g_list_model_get_n_items (names); i++)
    if (g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (names), i), name))
      {
        adw_combo_row_set_selected (combo, i);
        fixture_spin (100);
        return;
      }
  g_assert_not_reached ();
}

static gboolean
says (GtkWidget *widget, const char *text)
{
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), text))
    return gtk_widget_get_mapped (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    if (says (child, text))
      return TRUE;
  return FALSE;
}

/* Two levels that become one are told before, and which of them is kept. */
static void
test_regress_merging_tells_where_levels_differ (void)
{
  Fixture    self;
  GtkWidget *ask;

  set_up (&self);
  adw_view_stack_set_visible_child_name (
    ADW_VIEW_STACK (find (&self, ADW_TYPE_VIEW_STACK, NULL)), "Partner Types");
  fixture_spin (100);
  g_signal_emit_by_name (
    find_tooltip (open_row (&self, "School Districts"), "Merge into another type"),
    "clicked");
  fixture_spin (200);
  ask = find_dialog (&self, "Merge Partner Types");
  g_assert_nonnull (ask);
  g_assert_false (gtk_widget_get_sensitive (find_mnemonic (ask, "_Merge")));
  g_assert_false (says (ask, "touched"));
  choose (ask, "K-12 Schools");
  g_assert_true (gtk_widget_get_sensitive (find_mnemonic (ask, "_Merge")));
  g_assert_true (says (ask, "In 3 networks the two have different levels: the deeper"));
  shoot (ask, "codebook-merge");
  g_signal_emit_by_name (find_mnemonic (ask, "_Merge"), "clicked");
  fixture_spin (200);
  g_assert_cmpstr (trl_document_get_undo_name (self.document), ==, "Remove Partner Type");
  tear_down (&self);
}

static void
test_a_used_level_asks_what_replaces_it (void)
{
  Fixture    self;
  GtkWidget *ask;

  set_up (&self);
  g_signal_emit_by_name (find_tooltip (open_row (&self, "Cooperation"), "Remove"),
                         "clicked");
  fixture_spin (200);
  ask = find_dialog (&self, "Remove Level");
  g_assert_nonnull (ask);
  g_assert_cmpstr (level (&self, 2)->id, ==, "cooperation");
  g_assert_false (gtk_widget_get_sensitive (find_mnemonic (ask, "_Remove")));
  choose (ask, "Coordination");
  g_assert_true (gtk_widget_get_sensitive (find_mnemonic (ask, "_Remove")));
  choose (ask, "Not reported");
  shoot (ask, "codebook-replace");
  g_signal_emit_by_name (find_mnemonic (ask, "_Remove"), "clicked");
  fixture_spin (200);
  g_assert_cmpstr (level (&self, 2)->id, ==, "coordination");
  g_assert_true (trl_document_undo (self.document));
  g_assert_null (trl_document_get_undo_name (self.document));
  g_assert_cmpstr (level (&self, 2)->id, ==, "cooperation");
  tear_down (&self);
}

static void
test_another_scale_is_one_step (void)
{
  Fixture    self;
  GtkWidget *ask;

  set_up (&self);
  g_signal_emit_by_name (find_mnemonic (GTK_WIDGET (self.window), "_Use Another Scale…"),
                         "clicked");
  fixture_spin (300);
  ask = find_dialog (&self, "Use Another Scale");
  g_assert_nonnull (ask);
  g_assert_true (gtk_widget_get_sensitive (find_mnemonic (ask, "_Apply")));
  shoot (ask, "codebook-switch");
  g_signal_emit_by_name (find_mnemonic (ask, "_Apply"), "clicked");
  fixture_spin (300);
  g_assert_cmpstr (
    trl_vocabulary_find_scale (trl_document_get_vocabulary (self.document), NULL)->id, ==,
    "frey");
  g_assert_true (trl_document_undo (self.document));
  g_assert_null (trl_document_get_undo_name (self.document));
  tear_down (&self);
}

static void
rename_level (TrlDocument *document, guint rank, const char *name)
{
  g_autoptr (TrlVocabulary) words =
    trl_vocabulary_copy (trl_document_get_vocabulary (document));
  TrlLevel *level = ((TrlScale *) words->scales->pdata[0])->levels->pdata[rank];

  g_free (level->name);
  level->name = g_strdup (name);
  trl_document_begin (document, "Words", NULL);
  trl_document_set_vocabulary (document, words);
  trl_document_end (document);
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
  Fixture    self = { .document = fixture_document () };
  GtkWidget *ask, *combo;

  rename_level (self.document, 1, "Some & contact");
  rename_level (self.document, 2, "Help");
  take_level_away (self.document, "networking");
  show (&self);
  g_signal_emit_by_name (find_mnemonic (GTK_WIDGET (self.window), "_Use Another Scale…"),
                         "clicked");
  fixture_spin (300);
  ask = find_dialog (&self, "Use Another Scale");
  shoot (ask, "codebook-switch-asks");
  g_assert_false (gtk_widget_get_sensitive (find_mnemonic (ask, "_Apply")));
  g_assert_true (says (ask, "Still to be chosen: Help"));
  combo = fixture_find (ask, ADW_TYPE_COMBO_ROW, "Help");
  adw_combo_row_set_selected (ADW_COMBO_ROW (combo), 3);
  fixture_spin (50);
  g_assert_false (says (ask, "Still to be chosen"));
  g_assert_true (gtk_widget_get_sensitive (find_mnemonic (ask, "_Apply")));
  g_signal_emit_by_name (find_mnemonic (ask, "_Apply"), "clicked");
  fixture_spin (300);
  g_assert_cmpstr (
    trl_vocabulary_find_scale (trl_document_get_vocabulary (self.document), NULL)->id, ==,
    "frey");
  tear_down (&self);
}

static void
test_every_page_shows (void)
{
  static const char *const pages[] = { "Scales", "Partner Types", "Roles", "Fields",
                                       "Partnerships" };
  static const char *const rows[] = { "Networking", "K-12 Schools", "Funder",
                                      "地域の種類 <&>", "Space" };
  Fixture                  self;

  set_up (&self);
  add_long_words (self.document);
  gtk_window_set_default_size (self.window, 360, 640);
  fixture_spin (300);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      GtkWidget       *stack = find (&self, ADW_TYPE_VIEW_STACK, NULL);
      g_autofree char *name = g_strdup_printf ("codebook-%u", i);

      adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (stack), pages[i]);
      fixture_spin (100);
      open_row (&self, rows[i]);
      shoot (GTK_WIDGET (self.window), name);
    }
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (self.window)), <=, 400);
  tear_down (&self);
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  application = fixture_start ();
  g_test_add_func ("/app/codebook/typing-is-one-step", test_typing_is_one_step);
  g_test_add_func ("/app/codebook/empty-and-taken-names-are-refused",
                   test_empty_and_taken_names_are_refused);
  g_test_add_func ("/app/codebook/regress-a-refused-name-leaves-the-old-one",
                   test_regress_a_refused_name_leaves_the_old_one);
  g_test_add_func ("/app/codebook/regress-what-was-typed-is-kept",
                   test_regress_what_was_typed_is_kept);
  g_test_add_func ("/app/codebook/regress-typing-recodes-once",
                   test_regress_typing_recodes_once);
  g_test_add_func ("/app/codebook/regress-choices-can-be-typed",
                   test_regress_choices_can_be_typed);
  g_test_add_func ("/app/codebook/regress-undo-is-of-the-codebook",
                   test_regress_undo_is_of_the_codebook);
  g_test_add_func ("/app/codebook/levels-move-and-none-stays-first",
                   test_levels_move_and_none_stays_first);
  g_test_add_func ("/app/codebook/a-used-level-asks-what-replaces-it",
                   test_a_used_level_asks_what_replaces_it);
  g_test_add_func ("/app/codebook/regress-merging-tells-where-levels-differ",
                   test_regress_merging_tells_where_levels_differ);
  g_test_add_func ("/app/codebook/another-scale-is-one-step",
                   test_another_scale_is_one_step);
  g_test_add_func ("/app/codebook/regress-unused-levels-need-no-answer",
                   test_regress_unused_levels_need_no_answer);
  g_test_add_func ("/app/codebook/every-page-shows", test_every_page_shows);
  status = g_test_run ();
  g_object_unref (application);
  return status;
}
