/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Headers, partner types and numbers as people write them. */

#include "formats/trl-meaning.h"
#include "formats/trl-type-words.h"
#include "formats/trl-words.h"

static void
check_header (const char *header, const char *id)
{
  double     certainty;
  TrlMeaning meaning = trl_meaning_of_header (header, &certainty);
  g_assert_cmpstr (trl_meaning_get_id (meaning), ==, id);
  g_assert_cmpfloat (certainty, >=, 0);
  g_assert_true ((certainty > 0) == (meaning != TRL_MEANING_FIELD));
}

static void
test_headers (void)
{
  check_header ("site", "site");
  check_header ("Site_Name", "site");
  check_header ("  SITE ", "site");
  check_header ("partner_type", "partner-type");
  check_header ("Sector", "partner-type");
  check_header ("Block", "partner-type");
  check_header ("Organization", "partner");
  check_header ("Label", "partner");
  check_header ("vertex.names", "partner");
  check_header ("Level of interaction (choose one)", "level");
  check_header ("Depth", "level");
  check_header ("collaborate", "level");
  check_header ("Number of partners", "partners");
  check_header ("Tipo de socio", "partner-type");
  check_header ("Nivel de interacción", "level");
  check_header ("Organización", "partner");
  check_header ("Origen", "from");
  check_header ("Destino", "to");
  check_header ("Agency level", "field");
  check_header ("Years in tobacco control", "field");
  check_header ("", "field");
}

static void
test_meanings_have_ids (void)
{
  for (guint i = 0; i < TRL_N_MEANINGS; i++)
    {
      g_assert_cmpint (trl_meaning_find (trl_meaning_get_id ((TrlMeaning) i)), ==, i);
      g_assert_cmpstr (trl_meaning_get_label ((TrlMeaning) i), !=, "");
    }
  g_assert_cmpint (trl_meaning_find ("nothing"), ==, -1);
}

static void
check_type (const TrlVocabulary *vocabulary, const char *word, const char *id)
{
  const TrlPartnerType *type = trl_type_words_find (vocabulary, word);
  g_assert_cmpstr (type ? type->id : NULL, ==, id);
}

static void
test_types (void)
{
  g_autoptr (TrlVocabulary) vocabulary = trl_vocabulary_new_default ();

  for (guint i = 0; i < vocabulary->types->len; i++)
    {
      const TrlPartnerType *type = vocabulary->types->pdata[i];
      g_autofree char      *loud = g_ascii_strup (type->name, -1);
      check_type (vocabulary, type->id, type->id);
      check_type (vocabulary, type->name, type->id);
      check_type (vocabulary, loud, type->id);
    }
  check_type (vocabulary, "K12 school", "k12");
  check_type (vocabulary, "cultural & recreational centres", "culture");
  check_type (vocabulary, "Cultural/recreation center", "culture");
  check_type (vocabulary, "Local business", "business");
  check_type (vocabulary, "Public agency", "public");
  check_type (vocabulary, "museum", "culture");
  check_type (vocabulary, "philanthropy & funders", "funder");
  check_type (vocabulary, "Organizaciones Comunitarias", "cbo");
  check_type (vocabulary, "Empresas locales", "business");
  check_type (vocabulary, "Contractor", NULL);
  check_type (vocabulary, "", NULL);
}

static void
test_added_types (void)
{
  g_autoptr (TrlVocabulary) vocabulary = trl_vocabulary_new_default ();
  const TrlPartnerType *zoo = trl_type_words_add (vocabulary, "Zoos");

  g_assert_cmpstr (zoo->origin, ==, "file");
  g_assert_cmpstr (zoo->letter, ==, "Z");
  g_assert_true (trl_type_words_find (vocabulary, "zoo") == zoo);
  g_assert_cmpstr (trl_type_words_add (vocabulary, "Food!")->id, !=, "food");
}

static void
test_numbers (void)
{
  double number = 0;

  g_assert_true (trl_word_number ("2.5", FALSE, &number));
  g_assert_cmpfloat (number, ==, 2.5);
  g_assert_true (trl_word_number (" 2,5 ", TRUE, &number));
  g_assert_cmpfloat (number, ==, 2.5);
  g_assert_false (trl_word_number ("2,5", FALSE, &number));
  g_assert_false (trl_word_number ("1e999", FALSE, &number));
  g_assert_false (trl_word_number ("nan", FALSE, &number));
  g_assert_false (trl_word_number ("0x10", FALSE, &number));
  g_assert_false (trl_word_number ("", FALSE, &number));
  g_assert_cmpint (trl_word_answer ("Yes"), ==, 1);
  g_assert_cmpint (trl_word_answer ("Sí"), ==, 1);
  g_assert_cmpint (trl_word_answer ("no"), ==, 0);
  g_assert_cmpint (trl_word_answer ("maybe"), ==, -1);
}

/* Words of plain letters take another way; a letter that folds to a plain one must lead
 * to the same key. */
static void
test_plain_words_fold_like_others (void)
{
  static const char *const texts[] = {
    "", " ", "Partner_Type 2", " \tA  b\n C ", "1-2 (x), y!", "UNDIRECTED"
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *wide = g_strconcat (texts[i], "\uff21", NULL);
      g_autofree char *narrow = g_strconcat (texts[i], "a", NULL);
      g_autofree char *wide_word = trl_fold (wide), *narrow_word = trl_fold (narrow);
      g_autofree char *wide_key = trl_fold_key (wide),
                      *narrow_key = trl_fold_key (narrow);

      g_assert_cmpstr (narrow_word, ==, wide_word);
      g_assert_cmpstr (narrow_key, ==, wide_key);
    }
  g_assert_cmpint (trl_word_answer (""), ==, -1);
  g_assert_cmpint (trl_word_answer (" Yes"), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/words/headers-in-two-languages", test_headers);
  g_test_add_func ("/formats/words/meanings-have-ids", test_meanings_have_ids);
  g_test_add_func ("/formats/words/types-in-many-spellings", test_types);
  g_test_add_func ("/formats/words/added-types-are-distinct", test_added_types);
  g_test_add_func ("/formats/words/numbers-and-answers", test_numbers);
  g_test_add_func ("/formats/words/plain-words-fold-like-others",
                   test_plain_words_fold_like_others);
  return g_test_run ();
}
