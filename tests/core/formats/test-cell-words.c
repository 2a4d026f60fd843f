/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A cell is read as what it says or not at all. */

#include "formats/trl-cell-words.h"

#include <math.h>

typedef struct
{
  const char  *text;
  TrlCellState state;
  int          rank;
  double       count;
} Case;

static void
check (const TrlScale *scale, const Case *want, gboolean comma)
{
  TrlCellEdit edit;

  if (!trl_cell_words_read (scale, want->text, comma, &edit))
    g_error ("“%s” is not read", want->text);
  g_assert_true (edit.mask & TRL_CELL_SET_LEVEL);
  g_assert_cmpint (edit.state, ==, want->state);
  g_assert_cmpint (edit.rank, ==, want->rank);
  g_assert_cmpint ((edit.mask & TRL_CELL_SET_COUNT) != 0, ==,
                   isfinite (want->count) || want->state == TRL_CELL_EMPTY);
  if (isfinite (want->count))
    g_assert_cmpfloat (edit.count, ==, want->count);
  g_assert_true (edit.scale == scale);
}

static void
test_read (void)
{
  static const Case cases[] = {
    { "", TRL_CELL_EMPTY, -1, NAN },
    { "  ", TRL_CELL_EMPTY, -1, NAN },
    { "0", TRL_CELL_NONE, 0, NAN },
    { "3", TRL_CELL_LEVEL, 3, NAN },
    { "3.0", TRL_CELL_LEVEL, 3, NAN },
    { " 4 (12)", TRL_CELL_LEVEL, 4, 12 },
    { "Coordination (8)", TRL_CELL_LEVEL, 3, 8 },
    { "coordination(8)", TRL_CELL_LEVEL, 3, 8 },
    { "COLLABORATION", TRL_CELL_LEVEL, 4, NAN },
    { "coll", TRL_CELL_LEVEL, 4, NAN },
    { "net", TRL_CELL_LEVEL, 1, NAN },
    { "Cooperación", TRL_CELL_LEVEL, 2, NAN },
    { "ninguna", TRL_CELL_NONE, 0, NAN },
    { "No interaction (0)", TRL_CELL_NONE, 0, 0 },
    { "no", TRL_CELL_NONE, 0, NAN },
    { "N", TRL_CELL_NOT_REPORTED, -1, NAN },
    { "n (3)", TRL_CELL_NOT_REPORTED, -1, 3 },
    { "Not reported", TRL_CELL_NOT_REPORTED, -1, NAN },
    { "No informado", TRL_CELL_NOT_REPORTED, -1, NAN },
    { "don't know", TRL_CELL_NOT_REPORTED, -1, NAN },
    { "No sabe", TRL_CELL_NOT_REPORTED, -1, NAN },
    { "not asked", TRL_CELL_NOT_REPORTED, -1, NAN },
    { "Absent", TRL_CELL_ABSENT, -1, NAN },
  };
  g_autoptr (TrlVocabulary) words = trl_vocabulary_new_default ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    check (words->scales->pdata[0], &cases[i], FALSE);
}

static void
test_comma (void)
{
  static const Case three = { "3,0", TRL_CELL_LEVEL, 3, NAN };
  static const Case counted = { "2,0 (7)", TRL_CELL_LEVEL, 2, 7 };
  g_autoptr (TrlVocabulary) words = trl_vocabulary_new_default ();

  check (words->scales->pdata[0], &three, TRUE);
  check (words->scales->pdata[0], &counted, TRUE);
}

static void
test_unreadable (void)
{
  static const char *const texts[] = { "5",   "-1",     "2.5", "3,0",          "c",
                                       "co",  "maybe",  "(8)", "3 (-1)",       "99",
                                       "3 4", "Site A", "1e9", "Food Agencies" };
  g_autoptr (TrlVocabulary) words = trl_vocabulary_new_default ();
  TrlCellEdit edit;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (trl_cell_words_read (words->scales->pdata[0], texts[i], FALSE, &edit))
      g_error ("“%s” is read as %d at rank %d", texts[i], edit.state, edit.rank);
}

static void
test_round_trip (void)
{
  static const TrlCellForm forms[] = { { FALSE, FALSE, FALSE },
                                       { TRUE, FALSE, FALSE },
                                       { FALSE, TRUE, FALSE },
                                       { TRUE, TRUE, FALSE } };
  g_autoptr (GPtrArray) scales = trl_known_scales ();
  g_autoptr (TrlVocabulary) words = trl_vocabulary_new_default ();

  for (guint s = 0; s <= scales->len; s++)
    for (int rank = -3; rank < 5; rank++)
      for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
        {
          const TrlScale *scale =
            s < scales->len ? scales->pdata[s] : words->scales->pdata[0];
          TrlCellState     state = rank > 0    ? TRL_CELL_LEVEL
                                   : rank == 0 ? TRL_CELL_NONE
                                               : (TrlCellState) (rank + 3);
          TrlCell          cell = { .state = state,
                                    .scale = scale,
                                    .rank = MAX (rank, -1),
                                    .count = state == TRL_CELL_EMPTY ? NAN : 7 };
          g_autofree char *text = trl_cell_words_write (&cell, &forms[i]);
          Case want = { text, state, MAX (rank, -1), forms[i].counts ? cell.count : NAN };
          check (scale, &want, FALSE);
        }
}

static void
check_match (const TrlScale *scale, const char *typed, const char *want)
{
  g_autoptr (GArray) ranks = trl_cell_words_match (scale, typed);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < ranks->len; i++)
    g_string_append_printf (text, "%s%d", i ? " " : "", g_array_index (ranks, int, i));
  g_assert_cmpstr (text->str, ==, want);
}

static void
test_match (void)
{
  g_autoptr (TrlVocabulary) words = trl_vocabulary_new_default ();
  const TrlScale *scale = words->scales->pdata[0];

  check_match (scale, "n", "-1 1 0");
  check_match (scale, "N", "-1 1 0");
  check_match (scale, "no", "0 -1");
  check_match (scale, "not", "-1");
  check_match (scale, "c", "2 3 4");
  check_match (scale, "coo", "2 3");
  check_match (scale, "coord", "3");
  check_match (scale, "3", "3");
  check_match (scale, "9", "");
  check_match (scale, "", "");
  check_match (scale, "x", "");
  check_match (scale, "redes", "1");
}

static void
test_form (void)
{
  TrlCellForm form = { FALSE, FALSE, FALSE };

  trl_cell_words_get_form ("3", FALSE, &form);
  trl_cell_words_get_form ("N", FALSE, &form);
  trl_cell_words_get_form ("", FALSE, &form);
  g_assert_false (form.names || form.counts);
  trl_cell_words_get_form ("3 (2)", FALSE, &form);
  g_assert_true (!form.names && form.counts);
  trl_cell_words_get_form ("Coordination", FALSE, &form);
  g_assert_true (form.names && form.counts);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/cell-words/numbers-names-and-counts-are-read", test_read);
  g_test_add_func ("/formats/cell-words/decimal-commas-are-read", test_comma);
  g_test_add_func ("/formats/cell-words/what-is-ambiguous-is-no-cell", test_unreadable);
  g_test_add_func ("/formats/cell-words/what-is-written-reads-back", test_round_trip);
  g_test_add_func ("/formats/cell-words/typing-finds-the-likeliest-first", test_match);
  g_test_add_func ("/formats/cell-words/the-form-of-cells-is-seen", test_form);
  return g_test_run ();
}
