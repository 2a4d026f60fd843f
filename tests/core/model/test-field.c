/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a value of each kind of field looks like. */

#include "model/trl-field.h"

static const struct
{
  TrlFieldKind kind;
  const char  *typed;
  const char  *stored;
  gboolean     is_good;
} cases[] = {
  { TRL_FIELD_TEXT, " as it is ", " as it is ", TRUE },
  { TRL_FIELD_NUMBER, "12", "12", TRUE },
  { TRL_FIELD_NUMBER, " -3,5 ", "-3.5", TRUE },
  { TRL_FIELD_NUMBER, "1e6", "1e6", TRUE },
  { TRL_FIELD_NUMBER, "1,234", "1,234", FALSE },
  { TRL_FIELD_NUMBER, "0x10", "0x10", FALSE },
  { TRL_FIELD_NUMBER, "1e999", "1e999", FALSE },
  { TRL_FIELD_NUMBER, "twelve", "twelve", FALSE },
  { TRL_FIELD_DATE, "2024", "2024", TRUE },
  { TRL_FIELD_DATE, "2024-02", "2024-02", TRUE },
  { TRL_FIELD_DATE, "2024-02-29", "2024-02-29", TRUE },
  { TRL_FIELD_DATE, "2023-02-29", "2023-02-29", FALSE },
  { TRL_FIELD_DATE, "2023-13", "2023-13", FALSE },
  { TRL_FIELD_DATE, "24-1-1", "24-1-1", FALSE },
  { TRL_FIELD_CHOICE, "RURAL", "Rural", TRUE },
  { TRL_FIELD_CHOICE, "Lunar", "Lunar", FALSE },
  { TRL_FIELD_YES_NO, "TRUE", "yes", TRUE },
  { TRL_FIELD_YES_NO, "0", "no", TRUE },
  { TRL_FIELD_YES_NO, "perhaps", "perhaps", FALSE },
  { TRL_FIELD_LINK, "example.org/a", "https://example.org/a", TRUE },
  { TRL_FIELD_LINK, "ann@example.org", "mailto:ann@example.org", TRUE },
  { TRL_FIELD_LINK, "https://example.org", "https://example.org", TRUE },
  { TRL_FIELD_LINK, "javascript:alert(1)", "javascript:alert(1)", FALSE },
  { TRL_FIELD_LINK, "file:///etc/passwd", "file:///etc/passwd", FALSE },
  { TRL_FIELD_LINK, "nowhere", "nowhere", FALSE },
};

static TrlField *
make_field (TrlFieldKind kind)
{
  TrlField *field = trl_field_new ("f", "Field", "node", kind);

  field->choices = g_strdupv ((char *[]){ "Rural", "Urban", NULL });
  return field;
}

static void
test_values_fit_their_kind (void)
{
  g_autoptr (TrlVocabulary) words = trl_vocabulary_new_empty ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TrlField        *field = make_field (cases[i].kind);
      g_autofree char *stored = trl_field_normalise (field, cases[i].typed);
      g_autoptr (GError) error = NULL;

      g_ptr_array_add (words->fields, field);
      g_assert_cmpstr (stored, ==, cases[i].stored);
      g_assert_cmpint (trl_field_check (field, stored, &error), ==, cases[i].is_good);
      if (!cases[i].is_good)
        g_assert_error (error, TRL_MODEL_ERROR, TRL_MODEL_ERROR_VALUE);
    }
}

static void
test_nothing_fits_every_kind (void)
{
  g_autoptr (TrlVocabulary) words = trl_vocabulary_new_empty ();

  for (TrlFieldKind kind = 0; kind < TRL_N_FIELD_KINDS; kind++)
    {
      TrlField *field = make_field (kind);

      g_ptr_array_add (words->fields, field);
      g_assert_null (trl_field_normalise (field, "  "));
      g_assert_null (trl_field_normalise (field, NULL));
      g_assert_true (trl_field_check (field, NULL, NULL));
      g_assert_true (trl_field_check (field, "", NULL));
      g_assert_nonnull (trl_field_kind_name (kind));
    }
}

static void
test_a_choice_without_choices_takes_any_text (void)
{
  g_autoptr (TrlVocabulary) words = trl_vocabulary_new_empty ();
  TrlField        *field = trl_field_new ("f", "Field", "node", TRL_FIELD_CHOICE);
  g_autofree char *stored = trl_field_normalise (field, "Any");

  g_ptr_array_add (words->fields, field);
  g_assert_cmpstr (stored, ==, "Any");
  g_assert_true (trl_field_check (field, "Any", NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/field/values-fit-their-kind", test_values_fit_their_kind);
  g_test_add_func ("/model/field/nothing-fits-every-kind", test_nothing_fits_every_kind);
  g_test_add_func ("/model/field/a-choice-without-choices-takes-any-text",
                   test_a_choice_without_choices_takes_any_text);
  return g_test_run ();
}
