/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The codebook: what is typed and pressed there is a step of the document each. */

#include "codebook-fixture.h"
#include "scene/trl-palette.h"
#include "store/trl-store.h"

static TrellisApplication *application;

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
test_typing_is_one_step (void)
{
  Book       self;
  GtkWidget *entry;

  book_set_up (&self);
  entry = fixture_find (book_open_row (&self, "Networking"), ADW_TYPE_ENTRY_ROW, "Name");
  g_assert_nonnull (entry);
  book_type (entry, "Netw");
  book_type (entry, "Net");
  g_assert_cmpstr (book_level (&self, 1)->name, ==, "Networking");
  book_enter (entry);
  g_assert_cmpstr (book_level (&self, 1)->name, ==, "Net");
  g_assert_cmpstr (trl_document_get_undo_name (self.document), ==, "Edit Level");
  g_assert_true (trl_document_undo (self.document));
  g_assert_cmpstr (book_level (&self, 1)->name, ==, "Networking");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "Networking");
  g_assert_null (trl_document_get_undo_name (self.document));
  book_tear_down (&self);
}

static void
test_empty_and_taken_names_are_refused (void)
{
  Book       self;
  GtkWidget *row, *entry;

  book_set_up (&self);
  row = book_open_row (&self, "Networking");
  entry = fixture_find (row, ADW_TYPE_ENTRY_ROW, "Name");
  book_type (entry, "");
  g_assert_true (gtk_widget_has_css_class (entry, "error"));
  g_assert_cmpstr (book_level (&self, 1)->name, ==, "Networking");
  book_type (entry, "cooperation ");
  g_assert_true (gtk_widget_has_css_class (entry, "error"));
  g_assert_cmpstr (book_level (&self, 1)->name, ==, "Networking");
  book_type (entry, "Contacts");
  g_assert_false (gtk_widget_has_css_class (entry, "error"));
  book_enter (entry);
  g_assert_cmpstr (book_level (&self, 1)->name, ==, "Contacts");
  book_tear_down (&self);
}

/* All that goes before a refused name is a good one. */
static void
test_regress_a_refused_name_leaves_the_old_one (void)
{
  static const char *const names[] = { "networking", "" };
  Book                     self;
  GtkWidget               *entry;

  book_set_up (&self);
  entry = fixture_find (book_open_row (&self, "Cooperation"), ADW_TYPE_ENTRY_ROW, "Name");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      gtk_widget_grab_focus (entry);
      book_type_slowly (entry, names[i]);
      g_assert_true (gtk_widget_has_css_class (entry, "error"));
      book_leave (&self);
      g_assert_cmpstr (book_level (&self, 2)->name, ==, "Cooperation");
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "Cooperation");
      g_assert_false (gtk_widget_has_css_class (entry, "error"));
    }
  g_assert_null (trl_document_get_undo_name (self.document));
  book_tear_down (&self);
}

/* Whichever way one leaves, a good name is kept, in one step. */
static void
test_regress_what_was_typed_is_kept (void)
{
  Book       self;
  GtkWidget *row, *entry;

  book_set_up (&self);
  row = book_open_row (&self, "Networking");
  entry = fixture_find (row, ADW_TYPE_ENTRY_ROW, "Name");
  gtk_widget_grab_focus (entry);
  book_type_slowly (entry, "Contacts");
  book_leave (&self);
  g_assert_cmpstr (book_level (&self, 1)->name, ==, "Contacts");
  book_type_slowly (entry, "Acquaintances");
  g_signal_emit_by_name (book_find_tooltip (row, "Move down"), "clicked");
  g_assert_cmpstr (book_level (&self, 2)->name, ==, "Acquaintances");
  fixture_spin (100);
  entry =
    fixture_find (book_open_row (&self, "Acquaintances"), ADW_TYPE_ENTRY_ROW, "Name");
  book_type_slowly (entry, "Friends");
  gtk_window_close (self.window);
  g_assert_cmpstr (book_level (&self, 2)->name, ==, "Friends");
  for (guint i = 0; i < 4; i++)
    g_assert_true (trl_document_undo (self.document));
  g_assert_null (trl_document_get_undo_name (self.document));
  g_assert_cmpstr (book_level (&self, 1)->name, ==, "Networking");
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
  Book       self;
  GtkWidget *entry;
  guint      n = 0;

  book_set_up (&self);
  entry = fixture_find (book_open_row (&self, "Networking"), ADW_TYPE_ENTRY_ROW, "Name");
  g_signal_connect (self.document, "changed", G_CALLBACK (count_changes), &n);
  book_type_slowly (entry, "A longer name for it");
  g_assert_cmpuint (n, ==, 0);
  book_enter (entry);
  g_assert_cmpuint (n, ==, 1);
  g_signal_handlers_disconnect_by_func (self.document, count_changes, &n);
  book_tear_down (&self);
}

static void
test_regress_choices_can_be_typed (void)
{
  Book            self;
  GtkWidget      *entry;
  const TrlField *field;

  book_set_up (&self);
  add_long_words (self.document);
  fixture_spin (200);
  adw_view_stack_set_visible_child_name (
    ADW_VIEW_STACK (book_find (&self, ADW_TYPE_VIEW_STACK, NULL)), "Fields");
  fixture_spin (100);
  entry = fixture_find (book_open_row (&self, "地域の種類 <&>"), ADW_TYPE_ENTRY_ROW,
                        "Choices, separated by semicolons");
  book_type_slowly (entry, "Rural;Small town ; City;");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==,
                   "Rural;Small town ; City;");
  book_enter (entry);
  field =
    trl_vocabulary_find_field (trl_document_get_vocabulary (self.document), "node", "a");
  g_assert_cmpuint (g_strv_length (field->choices), ==, 3);
  g_assert_cmpstr (field->choices[1], ==, "Small town");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==,
                   "Rural; Small town; City");
  book_tear_down (&self);
}

/* What a key does in the whole window. */
static void
press_key (GtkWindow *window, const char *key)
{
  g_autoptr (GListModel) all = gtk_widget_observe_controllers (GTK_WIDGET (window));

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (GListModel) keys = g_list_model_get_item (all, i);

      for (guint j = 0;
           GTK_IS_SHORTCUT_CONTROLLER (keys) && j < g_list_model_get_n_items (keys); j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (keys, j);
          g_autofree char *name =
            gtk_shortcut_trigger_to_string (gtk_shortcut_get_trigger (shortcut));

          if (g_str_equal (name, key))
            gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0,
                                          GTK_WIDGET (window), NULL);
        }
    }
  fixture_spin (50);
}

/* A thread writes it. */
static gboolean
is_saved (gpointer document)
{
  return !trl_document_is_modified (document);
}

static void
test_regress_keys_know_what_is_typed (void)
{
  Book             self;
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "k.trellis", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (TrlDocument) saved = NULL;
  TrellisWindow *parent;
  GtkWidget     *entry;

  book_set_up (&self);
  parent = fixture_open (application, NULL);
  trellis_session_set_file (self.session, file);
  trellis_window_set_session (parent, self.session);
  gtk_window_set_transient_for (self.window, GTK_WINDOW (parent));
  entry = fixture_find (book_open_row (&self, "Networking"), ADW_TYPE_ENTRY_ROW, "Name");
  book_type (entry, "Contacts");
  press_key (self.window, "<Control>s");
  g_assert_true (fixture_wait (is_saved, self.document));
  saved = trl_store_load (path, NULL, NULL, NULL);
  g_assert_nonnull (saved);
  g_assert_cmpstr (
    trl_scale_get_level (
      trl_vocabulary_find_scale (trl_document_get_vocabulary (saved), NULL), 1)
      ->name,
    ==, "Contacts");
  book_type (entry, "Friends");
  press_key (self.window, "<Control>q");
  g_assert_cmpstr (book_level (&self, 1)->name, ==, "Friends");
  book_type (entry, "Cooperation");
  press_key (self.window, "<Control>z");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "Friends");
  press_key (self.window, "<Control>z");
  g_assert_cmpstr (book_level (&self, 1)->name, ==, "Contacts");
  book_tear_down (&self);
  gtk_window_destroy (GTK_WINDOW (parent));
}

static gboolean
can (Book *self, const char *what)
{
  return gtk_widget_get_sensitive (book_find_tooltip (GTK_WIDGET (self->window), what));
}

static void
press (Book *self, const char *what)
{
  g_signal_emit_by_name (book_find_tooltip (GTK_WIDGET (self->window), what), "clicked");
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
  Book self = { .document = fixture_document () };

  rename_network (self.document, "One");
  rename_network (self.document, "Two");
  g_assert_true (trl_document_undo (self.document));
  book_show (&self);
  g_assert_false (can (&self, "Undo"));
  g_assert_false (can (&self, "Redo"));
  press (&self, "Undo");
  press (&self, "Redo");
  g_assert_cmpuint (trl_document_get_n_undo (self.document), ==, 1);
  g_assert_cmpuint (trl_document_get_n_redo (self.document), ==, 1);
  book_type (
    fixture_find (book_open_row (&self, "Networking"), ADW_TYPE_ENTRY_ROW, "Name"),
    "Net");
  g_assert_true (can (&self, "Undo"));
  press (&self, "Undo");
  g_assert_cmpstr (book_level (&self, 1)->name, ==, "Networking");
  g_assert_false (can (&self, "Undo"));
  g_assert_true (can (&self, "Redo"));
  press (&self, "Redo");
  g_assert_cmpstr (book_level (&self, 1)->name, ==, "Net");
  g_assert_false (can (&self, "Redo"));
  g_assert_cmpuint (trl_document_get_n_undo (self.document), ==, 2);
  book_tear_down (&self);
}

static void
test_levels_move_and_none_stays_first (void)
{
  Book       self;
  GtkWidget *row;

  book_set_up (&self);
  row = book_open_row (&self, "Networking");
  g_assert_false (gtk_widget_get_sensitive (book_find_tooltip (row, "Move up")));
  g_signal_emit_by_name (book_find_tooltip (row, "Move down"), "clicked");
  g_assert_cmpstr (book_level (&self, 1)->id, ==, "cooperation");
  g_assert_cmpstr (book_level (&self, 2)->id, ==, "networking");
  fixture_spin (100);
  row = book_open_row (&self, "No interaction");
  g_assert_false (gtk_widget_get_sensitive (book_find_tooltip (row, "Move down")));
  g_assert_false (gtk_widget_get_sensitive (book_find_tooltip (row, "Remove")));
  g_assert_true (trl_document_undo (self.document));
  fixture_spin (100);
  g_assert_cmpstr (book_level (&self, 1)->id, ==, "networking");
  book_tear_down (&self);
}

static const TrlPartnerType *
partner_type (Book *self, const char *id)
{
  return trl_vocabulary_find_type (trl_document_get_vocabulary (self->document), id);
}

/* One letter, and of one type. */
static void
test_regress_letters_tell_types_apart (void)
{
  static const struct
  {
    const char *text;
    const char *kept;
  } letters[] = { { "DW", "K" }, { "d", "K" }, { "Y", "Y" }, { "é", "é" }, { "", NULL } };
  Book       self;
  GtkWidget *row, *entry;

  book_set_up (&self);
  adw_view_stack_set_visible_child_name (
    ADW_VIEW_STACK (book_find (&self, ADW_TYPE_VIEW_STACK, NULL)), "Partner Types");
  fixture_spin (100);
  row = book_open_row (&self, "K-12 Schools");
  entry = fixture_find (row, ADW_TYPE_ENTRY_ROW, "Icon letter");
  book_type (entry, "D");
  g_assert_true (book_says (row, "“School Districts” has this letter."));
  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    {
      book_type (entry, letters[i].text);
      g_assert_true (gtk_widget_has_css_class (entry, "error") == (i < 2));
      book_enter (entry);
      g_assert_cmpstr (partner_type (&self, "k12")->letter, ==, letters[i].kept);
    }
  book_tear_down (&self);
}

/* What the map shows is what the chooser opens on. */
static void
test_regress_a_colour_of_the_palette_is_shown (void)
{
  Book       self;
  GtkWidget *button;
  GdkRGBA    shown;
  TrlPalette palette;

  book_set_up (&self);
  button =
    fixture_find (book_open_row (&self, "Networking"), GTK_TYPE_COLOR_BUTTON, NULL);
  g_assert_nonnull (button);
  trl_palette_init (
    &palette,
    trl_vocabulary_find_scale (trl_document_get_vocabulary (self.document), NULL),
    TRL_THEME_LIGHT, TRL_PALETTE_OWN);
  gtk_color_chooser_get_rgba (GTK_COLOR_CHOOSER (button), &shown);
  g_assert_cmpfloat_with_epsilon (shown.red, palette.levels[1].fill.r, 1 / 255.);
  g_assert_cmpfloat_with_epsilon (shown.green, palette.levels[1].fill.g, 1 / 255.);
  g_assert_cmpfloat_with_epsilon (shown.blue, palette.levels[1].fill.b, 1 / 255.);
  book_tear_down (&self);
}

/* Said as soon as the colour is there, and of what is shown. */
static void
test_likeness_is_told (void)
{
  static const char good[] = "Neighbouring levels differ by ΔE 14.3 or more.";
  Book              self;
  GtkWidget        *window;

  book_set_up (&self);
  window = GTK_WIDGET (self.window);
  g_assert_true (book_says (window, good));
  book_colour_level (self.document, 2, "#f0c860");
  g_assert_false (book_says (window, good));
  g_assert_true (
    book_says (window, "Networking and Cooperation look alike to some readers ("));
  g_assert_true (book_says (window, "where 12 is easily told apart."));
  fixture_spin (100);
  gtk_window_set_default_size (self.window, 720, 900);
  book_shoot (window, "codebook-alike");
  book_rename_level (self.document, 1, "Contact");
  g_assert_true (book_says (window, "Contact and Cooperation look alike"));
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      ADW_COLOR_SCHEME_FORCE_DARK);
  fixture_spin (100);
  g_assert_false (book_says (window, "Contact and Cooperation look alike"));
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      ADW_COLOR_SCHEME_DEFAULT);
  trl_document_undo (self.document);
  trl_document_undo (self.document);
  g_assert_true (book_says (window, good));
  book_tear_down (&self);
}

/* A definition is seen whole, and typed as a name is. */
static void
test_regress_definitions_wrap (void)
{
  Book           self;
  GtkWidget     *view;
  GtkTextBuffer *buffer;

  book_set_up (&self);
  gtk_window_set_default_size (self.window, 360, 640);
  view = fixture_find (book_open_row (&self, "Networking"), GTK_TYPE_TEXT_VIEW, NULL);
  g_assert_nonnull (view);
  g_assert_cmpint (gtk_widget_get_height (view), >, 50);
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  gtk_text_buffer_set_text (buffer, "They talk,\nnow and then.", -1);
  g_assert_null (trl_document_get_undo_name (self.document));
  gtk_text_buffer_insert_at_cursor (buffer, "\n", 1);
  g_assert_cmpstr (book_level (&self, 1)->definition, ==, "They talk, now and then.");
  g_assert_true (trl_document_undo (self.document));
  g_assert_null (trl_document_get_undo_name (self.document));
  book_tear_down (&self);
}

/* A node of a survey is a type, and no partner. */
static void
test_regress_uses_of_types_are_told (void)
{
  Book self;

  book_set_up (&self);
  adw_view_stack_set_visible_child_name (
    ADW_VIEW_STACK (book_find (&self, ADW_TYPE_VIEW_STACK, NULL)), "Partner Types");
  fixture_spin (100);
  g_assert_true (book_says (book_find (&self, ADW_TYPE_EXPANDER_ROW, "School Districts"),
                            "3 networks · 3 partnerships"));
  book_tear_down (&self);
  self.document = fixture_organizations ();
  book_show (&self);
  adw_view_stack_set_visible_child_name (
    ADW_VIEW_STACK (book_find (&self, ADW_TYPE_VIEW_STACK, NULL)), "Partner Types");
  fixture_spin (100);
  g_assert_true (book_says (book_find (&self, ADW_TYPE_EXPANDER_ROW, "Food Agencies"),
                            "4 partners · 1 network · "));
  book_tear_down (&self);
}

static GtkAdjustment *
find_scroll (GtkWidget *stack)
{
  GtkWidget *page = adw_view_stack_get_visible_child (ADW_VIEW_STACK (stack));

  return gtk_scrolled_window_get_vadjustment (
    GTK_SCROLLED_WINDOW (fixture_find (page, GTK_TYPE_SCROLLED_WINDOW, NULL)));
}

/* What is painted, whatever the adjustment says. */
static gboolean
is_scrolled (gpointer stack)
{
  GtkWidget *page = adw_view_stack_get_visible_child (ADW_VIEW_STACK (stack));
  GtkWidget *row = fixture_find (page, ADW_TYPE_EXPANDER_ROW, "K-12 Schools");
  double     x, y;

  return gtk_widget_translate_coordinates (row, page, 0, 0, &x, &y) && y < -100;
}

static gboolean
is_at_the_end (gpointer stack)
{
  GtkWidget *page = adw_view_stack_get_visible_child (ADW_VIEW_STACK (stack));
  GtkWidget *row = fixture_find (page, ADW_TYPE_EXPANDER_ROW, "New partner type");
  double     x, y;

  return row && gtk_widget_translate_coordinates (row, page, 0, 0, &x, &y) &&
         y + gtk_widget_get_height (row) <= gtk_widget_get_height (page);
}

/* One goes on where one was. */
static void
test_regress_removing_keeps_the_place (void)
{
  Book           self;
  GtkWidget     *stack, *ask, *row;
  GtkAdjustment *scroll;

  book_set_up (&self);
  stack = book_find (&self, ADW_TYPE_VIEW_STACK, NULL);
  adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (stack), "Partner Types");
  fixture_spin (100);
  scroll = find_scroll (stack);
  row = book_open_row (&self, "Healthcare Providers");
  gtk_adjustment_set_value (scroll, 300);
  g_signal_emit_by_name (book_find_tooltip (row, "Remove"), "clicked");
  fixture_spin (200);
  ask = book_find_dialog (&self, "Remove Partner Type");
  book_choose (ask, "No type");
  g_signal_emit_by_name (book_find_mnemonic (ask, "_Remove"), "clicked");
  fixture_spin (300);
  g_assert_null (book_find (&self, ADW_TYPE_EXPANDER_ROW, "Healthcare Providers"));
  g_assert_true (fixture_wait (is_scrolled, stack));
  row =
    gtk_widget_get_ancestor (gtk_window_get_focus (self.window), ADW_TYPE_EXPANDER_ROW);
  g_assert_nonnull (row);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==,
                   "Transportation Agencies");
  book_shoot (GTK_WIDGET (self.window), "codebook-removed");
  g_signal_emit_by_name (
    book_find_mnemonic (adw_view_stack_get_visible_child (ADW_VIEW_STACK (stack)),
                        "_Add Partner Type"),
    "clicked");
  g_assert_true (fixture_wait (is_at_the_end, stack));
  book_shoot (GTK_WIDGET (self.window), "codebook-added");
  book_tear_down (&self);
}

static void
test_every_page_shows (void)
{
  static const char *const pages[] = { "Scales", "Partner Types", "Roles", "Fields",
                                       "Partnerships" };
  static const char *const rows[] = { "Networking", "K-12 Schools", "Funder",
                                      "地域の種類 <&>", "Space" };
  Book                     self;

  book_set_up (&self);
  add_long_words (self.document);
  gtk_window_set_default_size (self.window, 360, 640);
  fixture_spin (300);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      GtkWidget       *stack = book_find (&self, ADW_TYPE_VIEW_STACK, NULL);
      g_autofree char *name = g_strdup_printf ("codebook-%u", i);

      adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (stack), pages[i]);
      fixture_spin (100);
      book_open_row (&self, rows[i]);
      book_shoot (GTK_WIDGET (self.window), name);
    }
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (self.window)), <=, 400);
  book_tear_down (&self);
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
  g_test_add_func ("/app/codebook/regress-keys-know-what-is-typed",
                   test_regress_keys_know_what_is_typed);
  g_test_add_func ("/app/codebook/levels-move-and-none-stays-first",
                   test_levels_move_and_none_stays_first);
  g_test_add_func ("/app/codebook/regress-letters-tell-types-apart",
                   test_regress_letters_tell_types_apart);
  g_test_add_func ("/app/codebook/regress-a-colour-of-the-palette-is-shown",
                   test_regress_a_colour_of_the_palette_is_shown);
  g_test_add_func ("/app/codebook/levels-that-look-alike-are-told",
                   test_likeness_is_told);
  g_test_add_func ("/app/codebook/regress-definitions-wrap",
                   test_regress_definitions_wrap);
  g_test_add_func ("/app/codebook/regress-uses-of-types-are-told",
                   test_regress_uses_of_types_are_told);
  g_test_add_func ("/app/codebook/regress-removing-keeps-the-place",
                   test_regress_removing_keeps_the_place);
  g_test_add_func ("/app/codebook/every-page-shows", test_every_page_shows);
  status = g_test_run ();
  g_object_unref (application);
  return status;
}
