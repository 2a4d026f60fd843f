/* SPDX-License-Identifier: GPL-3.0-or-later */

/* All cells of a level column together choose its scale. */

#include "formats/trl-level-words.h"

#include <string.h>

typedef struct
{
  TrlVocabulary *vocabulary;
  TrlLevelWords *words;
  gboolean       levels;
} Column;

/* Cells separated by |, each with a label after = where it has one. */
static void
open_column (Column *column, const char *cells)
{
  g_auto (GStrv) list = g_strsplit (cells, "|", -1);

  column->vocabulary = trl_vocabulary_new_default ();
  column->words = trl_level_words_new (column->vocabulary->scales->pdata[0], NULL, FALSE);
  for (guint i = 0; list[i] != NULL; i++)
    {
      char *label = strchr (list[i], '=');
      if (label != NULL)
        *label++ = '\0';
      trl_level_words_add (column->words, list[i], label);
    }
  column->levels = trl_level_words_choose (column->words, "Contact");
}

static void
close_column (Column *column)
{
  trl_level_words_free (column->words);
  trl_vocabulary_unref (column->vocabulary);
}

static void
check_cell (Column *column, const char *cell, TrlLevelKind kind, const char *says)
{
  TrlLevelAnswer answer = trl_level_words_read (column->words, cell);
  g_assert_cmpint (answer.kind, ==, kind);
  g_assert_cmpstr (kind == TRL_LEVEL_GIVEN ? answer.level : answer.missing, ==, says);
}

static void
check_scale (const char *cells, const char *id)
{
  Column column;
  open_column (&column, cells);
  g_assert_true (column.levels);
  g_assert_cmpstr (trl_level_words_get_scale (column.words)->id, ==, id);
  close_column (&column);
}

static void
test_default (void)
{
  Column column;
  open_column (&column, "cooperation|No Interaction|3|");

  g_assert_cmpstr (trl_level_words_get_scale (column.words)->id, ==, "interaction");
  check_cell (&column, "COOPERATION", TRL_LEVEL_GIVEN, "cooperation");
  check_cell (&column, "coop", TRL_LEVEL_GIVEN, "cooperation");
  check_cell (&column, "none", TRL_LEVEL_GIVEN, "none");
  check_cell (&column, "Sin interacción", TRL_LEVEL_GIVEN, "none");
  check_cell (&column, "Colaboración", TRL_LEVEL_GIVEN, "collaboration");
  check_cell (&column, "3 - Coordination", TRL_LEVEL_GIVEN, "coordination");
  check_cell (&column, "Coordination (3)", TRL_LEVEL_GIVEN, "coordination");
  check_cell (&column, "Networking: we know of them", TRL_LEVEL_GIVEN, "networking");
  check_cell (&column, "Level 2", TRL_LEVEL_GIVEN, "cooperation");
  check_cell (&column, "4", TRL_LEVEL_GIVEN, "collaboration");
  check_cell (&column, "3.0", TRL_LEVEL_GIVEN, "coordination");
  check_cell (&column, "0", TRL_LEVEL_GIVEN, "none");
  check_cell (&column, "", TRL_LEVEL_EMPTY, NULL);
  check_cell (&column, "Don't know", TRL_LEVEL_MISSING, "dont-know");
  check_cell (&column, "NA", TRL_LEVEL_MISSING, "dont-know");
  check_cell (&column, "-", TRL_LEVEL_MISSING, "dont-know");
  check_cell (&column, "not asked", TRL_LEVEL_MISSING, "not-asked");
  check_cell (&column, "not reported", TRL_LEVEL_MISSING, NULL);
  check_cell (&column, "banana", TRL_LEVEL_UNKNOWN, NULL);
  check_cell (&column, "co", TRL_LEVEL_UNKNOWN, NULL);
  check_cell (&column, "2.5", TRL_LEVEL_UNKNOWN, NULL);
  check_cell (&column, "7", TRL_LEVEL_UNKNOWN, NULL);
  close_column (&column);
}

static void
test_known (void)
{
  check_scale ("0|1|4", "interaction");
  check_scale ("networking|coalition|collaboration", "frey");
  check_scale ("Networking|Cooperating|Coordinating", "himmelman");
  check_scale ("awareness|cooperation", "partner");
  check_scale ("cooperation|coordination|banana", "interaction");
  check_scale ("banana", "interaction");
  check_scale ("", "interaction");
}

/* Himmelman's order is its own: cooperating is deeper than coordinating. */
static void
test_himmelman (void)
{
  Column column;
  open_column (&column, "Coordinating|Cooperating|Networking");
  const TrlScale *scale = trl_level_words_get_scale (column.words);
  TrlLevelAnswer  a = trl_level_words_read (column.words, "Coordinating");
  TrlLevelAnswer  b = trl_level_words_read (column.words, "Cooperating");

  g_assert_cmpint (trl_scale_get_rank (scale, a.level), <,
                   trl_scale_get_rank (scale, b.level));
  close_column (&column);
}

static void
test_own (void)
{
  Column column;
  open_column (&column, "2=Quarterly|5=Daily|3=Monthly|4=Weekly|99");
  const TrlScale *scale = trl_level_words_get_scale (column.words);

  g_assert_cmpstr (scale->id, ==, "contact");
  g_assert_cmpuint (trl_scale_get_n_levels (scale), ==, 6);
  g_assert_cmpstr (trl_scale_get_level (scale, 0)->id, ==, "none");
  g_assert_cmpstr (trl_scale_get_level (scale, 1)->name, ==, "1");
  g_assert_cmpstr (trl_scale_get_level (scale, 5)->name, ==, "Daily");
  g_assert_true (trl_level_words_uses_labels (column.words));
  check_cell (&column, "5", TRL_LEVEL_GIVEN, "5");
  check_cell (&column, "0", TRL_LEVEL_GIVEN, "none");
  check_cell (&column, "99", TRL_LEVEL_UNKNOWN, NULL);
  check_cell (&column, "Weekly", TRL_LEVEL_GIVEN, "4");
  close_column (&column);
}

static void
test_labels_stay (void)
{
  Column column;
  open_column (&column, "2=Collaborate informally|4=Collaborate formally");
  g_assert_cmpstr (trl_level_words_get_scale (column.words)->id, ==, "interaction");
  g_assert_false (trl_level_words_uses_labels (column.words));
  close_column (&column);
}

static void
test_amounts (void)
{
  Column column;
  open_column (&column, "120.5|3|80|4000|17");
  g_assert_false (column.levels);
  close_column (&column);
  open_column (&column, "0|2|3|2.5");
  g_assert_true (column.levels);
  check_cell (&column, "2.5", TRL_LEVEL_UNKNOWN, NULL);
  close_column (&column);
}

static void
test_settled (void)
{
  g_autoptr (TrlVocabulary) vocabulary = trl_vocabulary_new_default ();
  g_autoptr (GHashTable) values = g_hash_table_new (g_str_hash, g_str_equal);
  g_hash_table_insert (values, "banana", "networking");
  g_autoptr (TrlLevelWords) words =
    trl_level_words_new (vocabulary->scales->pdata[0], values, FALSE);

  trl_level_words_add (words, "Banana", NULL);
  g_assert_true (trl_level_words_choose (words, "x"));
  TrlLevelAnswer answer = trl_level_words_read (words, "Banana");
  g_assert_cmpint (answer.kind, ==, TRL_LEVEL_GIVEN);
  g_assert_cmpstr (answer.level, ==, "networking");
}

/* Himmelman orders coordinating before cooperating: by the numbers alone, the two would
 * change places. */
static void
test_labels_beside_numbers (void)
{
  Column column;

  check_scale ("1=Networking|2=Coordinating|3=Cooperating|4=Collaborating", "himmelman");
  check_scale ("1=Networking|2=Cooperation|3=Coordination|4=Collaboration",
               "interaction");
  check_scale ("2=Collaborate informally|3=Collaborate formally", "interaction");
  open_column (&column, "1=Collaboration|2=Networking|3=No interaction");
  g_assert_true (trl_level_words_uses_labels (column.words));
  check_cell (&column, "1", TRL_LEVEL_GIVEN, "1");
  g_assert_cmpstr (
    trl_scale_get_level (trl_level_words_get_scale (column.words), 1)->name, ==,
    "Collaboration");
  close_column (&column);
}

/* Names that no scale knows give way to the numbers, and that is said. */
static void
test_other_names (void)
{
  Column column;

  open_column (&column, "2=Collaborate informally|3=Collaborate formally");
  g_assert_true (trl_level_words_has_other_names (column.words));
  close_column (&column);
  open_column (&column, "1=Networking|2=Cooperation|3");
  g_assert_false (trl_level_words_has_other_names (column.words));
  close_column (&column);
  open_column (&column, "2=Quarterly|5=Daily"); /* these name a scale of their own */
  g_assert_false (trl_level_words_has_other_names (column.words));
  close_column (&column);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/levels/the-default-scale", test_default);
  g_test_add_func ("/formats/levels/names-choose-a-scale", test_known);
  g_test_add_func ("/formats/levels/himmelman-keeps-its-order", test_himmelman);
  g_test_add_func ("/formats/levels/numbers-make-a-scale", test_own);
  g_test_add_func ("/formats/levels/labels-beside-the-default-stay", test_labels_stay);
  g_test_add_func ("/formats/levels/amounts-are-no-levels", test_amounts);
  g_test_add_func ("/formats/levels/a-person-settles-a-word", test_settled);
  g_test_add_func ("/formats/levels/labels-beside-numbers-are-believed",
                   test_labels_beside_numbers);
  g_test_add_func ("/formats/levels/names-given-up-are-told", test_other_names);
  return g_test_run ();
}
