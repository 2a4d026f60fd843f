/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Fields of a document's own: a control by kind, and nothing stored that does not fit. */

#include "fixture.h"
#include "panels/trellis-extra-fields.h"

static const struct
{
  const char  *id;
  const char  *name;
  TrlFieldKind kind;
} fields[] = {
  { "staff", "Staff", TRL_FIELD_NUMBER }, { "since", "Met", TRL_FIELD_DATE },
  { "area", "Area", TRL_FIELD_CHOICE },   { "signed", "Signed", TRL_FIELD_YES_NO },
  { "site", "Web site", TRL_FIELD_LINK },
};

typedef struct
{
  TrlDocument        *document;
  TrellisSession     *session;
  TrellisTarget      *target;
  TrellisExtraFields *group;
  GtkWidget          *window;
} Fixture;

static const char *
value (Fixture *self, const char *field)
{
  const TrlTable *nodes =
    trl_network_get_nodes (trellis_session_get_network (self->session));

  return trl_table_get_field (nodes, trl_table_find (nodes, self->target->ids->pdata[0]),
                              field);
}

static void
show (Fixture *self)
{
  trellis_extra_fields_show (self->group, self->target);
}

static void
add_fields (TrlDocument *document)
{
  g_autoptr (TrlVocabulary) words =
    trl_vocabulary_copy (trl_document_get_vocabulary (document));

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      TrlField *field =
        trl_field_new (fields[i].id, fields[i].name, "node", fields[i].kind);

      if (fields[i].kind == TRL_FIELD_CHOICE)
        field->choices = g_strdupv ((char *[]){ "Rural", "Urban", NULL });
      field->is_private = i == 0;
      g_ptr_array_add (words->fields, field);
    }
  trl_document_begin (document, "Fields", NULL);
  trl_document_set_vocabulary (document, words);
  trl_document_end (document);
  trl_document_forget_history (document);
}

static void
set_up (Fixture *self)
{
  const TrlTable *nodes;
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  self->document = fixture_document ();
  add_fields (self->document);
  self->session = trellis_session_new (self->document, NULL, "Sites");
  nodes = trl_network_get_nodes (trellis_session_get_network (self->session));
  g_ptr_array_add (
    ids, (char *) trl_table_get_id (nodes, trl_table_get_rows (nodes, NULL)[1]));
  self->target = trellis_target_new (self->session, TRL_KIND_NODE, ids);
  self->group = TRELLIS_EXTRA_FIELDS (trellis_extra_fields_new ());
  self->window = adw_window_new ();
  adw_window_set_content (ADW_WINDOW (self->window), GTK_WIDGET (self->group));
  show (self);
  g_signal_connect_swapped (self->session, "changed", G_CALLBACK (show), self);
  gtk_window_present (GTK_WINDOW (self->window));
  fixture_spin (200);
}

static void
tear_down (Fixture *self)
{
  g_signal_handlers_disconnect_by_func (self->session, show, self);
  gtk_window_destroy (GTK_WINDOW (self->window));
  trellis_target_free (self->target);
  g_object_unref (self->session);
  g_object_unref (self->document);
}

static GtkWidget *
entry (Fixture *self, const char *name)
{
  GtkWidget *row = fixture_find (GTK_WIDGET (self->group), ADW_TYPE_ENTRY_ROW, name);

  g_assert_nonnull (row);
  return row;
}

static GtkWidget *
list (Fixture *self, const char *name)
{
  GtkWidget *row = fixture_find (GTK_WIDGET (self->group), ADW_TYPE_COMBO_ROW, name);

  g_assert_nonnull (row);
  return row;
}

static void
type (Fixture *self, const char *name, const char *text, gboolean is_good)
{
  GtkWidget *row = entry (self, name);

  gtk_editable_set_text (GTK_EDITABLE (row), text);
  g_assert_cmpint (gtk_widget_has_css_class (row, "error"), ==, !is_good);
}

/* At the end, as typing does: setting a text empties the entry first. */
static void
add (Fixture *self, const char *name, const char *text)
{
  GtkWidget *row = entry (self, name);
  int        position = -1;

  gtk_editable_insert_text (GTK_EDITABLE (row), text, -1, &position);
  g_assert_true (gtk_widget_has_css_class (row, "error"));
}

static void
test_what_does_not_fit_is_told (void)
{
  Fixture self;

  set_up (&self);
  type (&self, "Staff", "12", TRUE);
  g_assert_cmpstr (value (&self, "staff"), ==, "12");
  add (&self, "Staff", " or so");
  g_assert_cmpstr (value (&self, "staff"), ==, "12");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry (&self, "Staff"))), ==,
                   "12 or so");
  type (&self, "Staff", "2,5", TRUE);
  g_assert_cmpstr (value (&self, "staff"), ==, "2.5");
  type (&self, "Staff", "", TRUE);
  g_assert_null (value (&self, "staff"));
  type (&self, "Met", "2024-02-30", FALSE);
  g_assert_null (value (&self, "since"));
  type (&self, "Met", "2024-02", TRUE);
  g_assert_cmpstr (value (&self, "since"), ==, "2024-02");
  type (&self, "Web site", "example.org", TRUE);
  g_assert_cmpstr (value (&self, "site"), ==, "https://example.org");
  tear_down (&self);
}

static void
test_unset_is_neither_yes_nor_no (void)
{
  Fixture      self;
  AdwComboRow *signed_row;

  set_up (&self);
  signed_row = ADW_COMBO_ROW (list (&self, "Signed"));
  g_assert_cmpuint (adw_combo_row_get_selected (signed_row), ==, 0);
  adw_combo_row_set_selected (signed_row, 2);
  g_assert_cmpstr (value (&self, "signed"), ==, "no");
  adw_combo_row_set_selected (signed_row, 1);
  g_assert_cmpstr (value (&self, "signed"), ==, "yes");
  g_assert_true (trl_document_undo (self.document));
  g_assert_null (trl_document_get_undo_name (self.document));
  g_assert_cmpuint (adw_combo_row_get_selected (signed_row), ==, 0);
  tear_down (&self);
}

static void
test_a_value_that_is_no_choice_is_kept (void)
{
  Fixture self;

  set_up (&self);
  adw_combo_row_set_selected (ADW_COMBO_ROW (list (&self, "Area")), 2);
  g_assert_cmpstr (value (&self, "area"), ==, "Urban");
  trellis_target_set_field (self.target, "area", "Lunar", NULL);
  g_assert_cmpstr (value (&self, "area"), ==, "Lunar");
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (list (&self, "Area"))), ==,
                    3);
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (list (&self, "Area"))),
                   ==, "Not one of the choices");
  tear_down (&self);
}

/* For eyes: TRL_SHOTS names a folder. */
static void
test_every_kind_shows (void)
{
  const char *folder = g_getenv ("TRL_SHOTS");
  Fixture     self;

  set_up (&self);
  type (&self, "Staff", "a dozen", FALSE);
  fixture_spin (200);
  if (folder)
    {
      g_autofree char *path = g_strdup_printf ("%s/fields.png", folder);

      fixture_save_png (self.window, path);
    }
  tear_down (&self);
}

int
main (int argc, char *argv[])
{
  TrellisApplication *application;
  int                 status;

  g_test_init (&argc, &argv, NULL);
  application = fixture_start ();
  g_test_add_func ("/app/extra-fields/what-does-not-fit-is-told",
                   test_what_does_not_fit_is_told);
  g_test_add_func ("/app/extra-fields/unset-is-neither-yes-nor-no",
                   test_unset_is_neither_yes_nor_no);
  g_test_add_func ("/app/extra-fields/a-value-that-is-no-choice-is-kept",
                   test_a_value_that_is_no_choice_is_kept);
  g_test_add_func ("/app/extra-fields/every-kind-shows", test_every_kind_shows);
  status = g_test_run ();
  g_object_unref (application);
  return status;
}
