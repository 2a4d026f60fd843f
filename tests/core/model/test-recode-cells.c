/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whatever is done to the words, every cell of the ten sites is accounted for, and undo
 * gives back the same bytes. */

#include "recode.h"

#include <math.h>
#include <string.h>

/* What is known of a type at a site. */
typedef struct
{
  char  *name;
  char  *level;
  char  *intended;
  char  *note;
  double count;
} Cell;

static void
cell_free (gpointer data)
{
  Cell *cell = data;

  g_free (cell->name);
  g_free (cell->level);
  g_free (cell->intended);
  g_free (cell->note);
  g_free (cell);
}

static void
read_cells (GHashTable *cells, const TrlNetwork *network)
{
  const TrlTable *nodes = trl_network_get_nodes (network);
  const TrlTable *edges = trl_network_get_edges (network);
  guint           n;
  const guint    *rows = trl_table_get_rows (edges, &n);

  for (guint i = 0; i < n; i++)
    {
      guint       node = trl_table_get_end (edges, rows[i], 1);
      const char *type = trl_table_get_text (nodes, node, TRL_NODE_TYPE);
      Cell       *cell = g_new0 (Cell, 1);
      char       *key =
        g_strdup_printf ("%s %s", trl_network_get_id (network), type ? type : "");

      cell->name = g_strdup (trl_table_get_text (nodes, node, TRL_NODE_NAME));
      cell->level = g_strdup (trl_table_get_text (edges, rows[i], TRL_EDGE_LEVEL));
      cell->intended = g_strdup (trl_table_get_text (edges, rows[i], TRL_EDGE_INTENDED));
      cell->note = g_strdup (trl_table_get_text (edges, rows[i], TRL_EDGE_NOTE));
      cell->count = trl_table_get_number (nodes, node, TRL_NODE_COUNT);
      g_assert_false (g_hash_table_contains (cells, key));
      g_hash_table_insert (cells, key, cell);
    }
}

static GHashTable *
take_cells (TrlDocument *document)
{
  GHashTable *cells = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, cell_free);

  for (guint i = 0; i < trl_document_get_n_networks (document); i++)
    read_cells (cells, trl_document_get_network (document, i));
  return cells;
}

static void
assert_same_cells (GHashTable *cells, GHashTable *expected)
{
  GHashTableIter iter;
  gpointer       key, value;

  g_assert_cmpuint (g_hash_table_size (cells), ==, g_hash_table_size (expected));
  g_hash_table_iter_init (&iter, expected);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      const Cell *want = value, *cell = g_hash_table_lookup (cells, key);

      g_assert_nonnull (cell);
      g_assert_cmpstr (cell->level, ==, want->level);
      g_assert_cmpstr (cell->intended, ==, want->intended);
      g_assert_cmpstr (cell->note, ==, want->note);
      g_assert_true (cell->count == want->count ||
                     (isnan (cell->count) && isnan (want->count)));
    }
}

static void
expect_level (char **level, const char *from, const char *to)
{
  if (g_strcmp0 (*level, from) != 0)
    return;
  g_free (*level);
  *level = g_strdup (to);
}

static void
expect_levels (GHashTable *cells, const char *from, const char *to)
{
  GHashTableIter iter;
  gpointer       value;

  g_hash_table_iter_init (&iter, cells);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Cell *cell = value;

      expect_level (&cell->level, from, to);
      expect_level (&cell->intended, from, to);
    }
}

static void
expect_deeper (char **level, const char *other, const TrlScale *scale)
{
  if (trl_scale_get_rank (scale, other) > trl_scale_get_rank (scale, *level))
    {
      g_free (*level);
      *level = g_strdup (other);
    }
}

static const char *
name_of (const TrlScale *scale, const char *level)
{
  int rank = trl_scale_get_rank (scale, level);

  return rank < 0 ? "Not reported" : trl_scale_get_level (scale, (guint) rank)->name;
}

/* No answer goes without a word in the note. */
static void
expect_noted (Cell *cell, const Cell *had, const TrlScale *scale)
{
  g_autoptr (GString) text = g_string_new (cell->note);
  gboolean intended = had->intended && g_strcmp0 (had->intended, cell->intended) != 0;

  if (g_strcmp0 (had->level, cell->level) == 0 && !intended)
    return;
  g_string_append_printf (text, "%s%s: %s", text->len ? "\n" : "", had->name,
                          name_of (scale, had->level));
  if (!isnan (had->count))
    g_string_append_printf (text, had->count == 1 ? ", %g partner" : ", %g partners",
                            had->count);
  if (intended)
    g_string_append_printf (text, ", Intended level: %s", name_of (scale, had->intended));
  g_free (cell->note);
  cell->note = g_strdup (text->str);
}

static void
expect_joined (Cell *cell, const Cell *other, const TrlScale *scale)
{
  gboolean         unknown = !cell->level || !other->level;
  g_autofree char *level = g_strdup (cell->level);
  g_autofree char *intended = g_strdup (cell->intended);
  const Cell       before = { cell->name, level, intended, NULL, cell->count };
  g_autofree char *note = cell->note;

  expect_deeper (&cell->level, other->level, scale);
  expect_deeper (&cell->intended, other->intended, scale);
  if (unknown && trl_scale_get_rank (scale, cell->level) == 0)
    g_clear_pointer (&cell->level, g_free);
  cell->note = note && other->note && !g_str_equal (note, other->note)
                 ? g_strdup_printf ("%s\n%s", note, other->note)
                 : g_strdup (note ? note : other->note);
  expect_noted (cell, &before, scale);
  expect_noted (cell, other, scale);
  cell->count = isnan (cell->count) && isnan (other->count)
                  ? NAN
                  : (isnan (cell->count) ? 1 : cell->count) +
                      (isnan (other->count) ? 1 : other->count);
}

static void
expect_merge (GHashTable *cells, TrlDocument *document, const char *from, const char *to)
{
  const TrlScale *scale =
    trl_vocabulary_find_scale (trl_document_get_vocabulary (document), NULL);

  for (guint i = 0; i < trl_document_get_n_networks (document); i++)
    {
      const char      *id = trl_network_get_id (trl_document_get_network (document, i));
      g_autofree char *old = g_strdup_printf ("%s %s", id, from);
      g_autofree char *new = g_strdup_printf ("%s %s", id, to);
      Cell    *cell = g_hash_table_lookup (cells, new);
      gpointer key, other;

      if (!g_hash_table_steal_extended (cells, old, &key, &other))
        continue;
      g_free (key);
      if (!cell)
        {
          g_hash_table_insert (cells, g_steal_pointer (&new), other);
          continue;
        }
      expect_joined (cell, other, scale);
      cell_free (other);
    }
}

static const char *
any_of (GRand *random, GPtrArray *words, guint first)
{
  int index = g_rand_int_range (random, (int) first, (int) words->len);

  return *(char **) words->pdata[index];
}

static void
move (GPtrArray *list, guint from, int to)
{
  gpointer item = g_ptr_array_steal_index (list, from);

  g_ptr_array_insert (list, to, item);
}

static void
rename_and_move (GRand *random, TrlRecoding *recoding, GHashTable *cells)
{
  TrlVocabulary  *words = trl_recoding_get_words (recoding);
  GPtrArray      *levels = ((TrlScale *) words->scales->pdata[0])->levels;
  TrlLevel       *level = levels->pdata[g_rand_int_range (random, 0, (int) levels->len)];
  guint           from = (guint) g_rand_int_range (random, 0, (int) words->types->len);
  TrlPartnerType *type = words->types->pdata[from];

  g_free (level->name);
  level->name = g_strdup_printf ("Level %u", g_rand_int (random));
  g_free (type->name);
  type->name = g_strdup_printf ("Type %u", g_rand_int (random));
  move (words->types, from, g_rand_int_range (random, 0, (int) words->types->len));
  from = (guint) g_rand_int_range (random, 1, (int) levels->len);
  move (levels, from, g_rand_int_range (random, 1, (int) levels->len));
}

static void
replace_level (GRand *random, TrlRecoding *recoding, GHashTable *cells)
{
  TrlVocabulary   *words = trl_recoding_get_words (recoding);
  TrlScale        *scale = words->scales->pdata[0];
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (scale->levels->len < 3)
    {
      g_autofree char *id = g_strdup_printf ("new-%u", g_rand_int (random));

      trl_scale_add (scale, id, id, NULL);
      return;
    }
  from = g_strdup (any_of (random, scale->levels, 1));
  to = g_strdup (any_of (random, scale->levels, 0));
  if (g_str_equal (from, to))
    g_clear_pointer (&to, g_free);
  g_assert_true (trl_recoding_remove (recoding, TRL_WORD_LEVEL, scale->id, from, to));
  expect_levels (cells, from, to);
}

static TrlDocument *expecting;

static void
merge_types (GRand *random, TrlRecoding *recoding, GHashTable *cells)
{
  TrlVocabulary   *words = trl_recoding_get_words (recoding);
  g_autofree char *from = g_strdup (any_of (random, words->types, 0));
  g_autofree char *to = g_strdup (any_of (random, words->types, 0));

  if (words->types->len < 3 || g_str_equal (from, to))
    return;
  g_assert_true (trl_recoding_remove (recoding, TRL_WORD_TYPE, NULL, from, to));
  expect_merge (cells, expecting, from, to);
}

static void (*const editors[]) (GRand *, TrlRecoding *, GHashTable *) = {
  rename_and_move,
  replace_level,
  merge_types,
};

/* Gives the sample what it lacks: notes, intended levels, ties that nobody rated. */
static void
enrich (TrlDocument *document, GRand *random)
{
  const TrlScale *scale =
    trl_vocabulary_find_scale (trl_document_get_vocabulary (document), NULL);

  trl_document_begin (document, "Enrich", NULL);
  for (guint i = 0; i < trl_document_get_n_networks (document); i++)
    {
      TrlNetwork     *network = trl_document_get_network (document, i);
      const char     *id = trl_network_get_id (network);
      const TrlTable *edges = trl_network_get_edges (network);
      guint           n;
      const guint    *rows = trl_table_get_rows (edges, &n);

      for (guint j = 0; j < n; j++)
        {
          const char      *edge = trl_table_get_id (edges, rows[j]);
          g_autofree char *note = g_strdup_printf ("%u of %u", j, i);

          if (g_rand_int_range (random, 0, 3) == 0)
            trl_document_set (document, TRL_KIND_EDGE, id, edge, TRL_EDGE_NOTE,
                              TRL_TEXT (note));
          if (g_rand_int_range (random, 0, 3) == 0)
            trl_document_set (document, TRL_KIND_EDGE, id, edge, TRL_EDGE_INTENDED,
                              TRL_TEXT (any_of (random, scale->levels, 0)));
          if (g_rand_int_range (random, 0, 6) == 0)
            trl_document_set (document, TRL_KIND_EDGE, id, edge, TRL_EDGE_LEVEL,
                              TRL_NONE_VALUE);
        }
    }
  trl_document_end (document);
  trl_document_forget_history (document);
}

static void
test_every_cell_is_accounted_for (void)
{
  for (guint seed = 1; seed <= 12; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      g_autoptr (TrlDocument) document = open_sample ();
      g_autofree char *first = NULL;
      guint            n = 15;

      enrich (document, random);
      first = bytes_of (document);
      expecting = document;
      for (guint i = 0; i < n; i++)
        {
          g_autoptr (GHashTable) expected = take_cells (document);
          g_autoptr (GHashTable) cells = NULL;
          g_autoptr (TrlRecoding) recoding =
            trl_recoding_new (trl_document_get_vocabulary (document));

          editors[g_rand_int_range (random, 0, G_N_ELEMENTS (editors))](random, recoding,
                                                                        expected);
          recode (document, recoding);
          cells = take_cells (document);
          assert_same_cells (cells, expected);
        }
      undo_and_redo_all (document, first, n);
    }
}

/* The level that gives way is counted, and can be read in the note. */
static void
test_regress_the_other_level_is_noted (void)
{
  g_autoptr (TrlDocument) document = open_sample ();
  g_autofree char *first = bytes_of (document);
  g_autoptr (GHashTable) before = take_cells (document);
  g_autoptr (GHashTable) after = NULL;
  g_autoptr (TrlRecoding) recoding =
    trl_recoding_new (trl_document_get_vocabulary (document));
  TrlRecodeCount count;
  guint          n_noted = 0;
  GHashTableIter iter;
  gpointer       value;

  trl_recoding_remove (recoding, TRL_WORD_TYPE, NULL, "district", "k12");
  g_assert_true (trl_recoding_count (recoding, document, &count, NULL));
  g_assert_cmpuint (count.n_differing, >, 0);
  recode (document, recoding);
  after = take_cells (document);
  g_hash_table_iter_init (&iter, after);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const char *note = ((Cell *) value)->note;

      n_noted +=
        note && (strstr (note, "School Districts: ") || strstr (note, "K-12 Schools: "));
    }
  g_assert_cmpuint (n_noted, >=, count.n_differing);
  g_assert_cmpuint (g_hash_table_size (before), ==,
                    g_hash_table_size (after) + count.n_merged);
  undo_and_redo_all (document, first, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/recode/every-cell-is-accounted-for",
                   test_every_cell_is_accounted_for);
  g_test_add_func ("/model/recode/regress-the-other-level-is-noted",
                   test_regress_the_other_level_is_noted);
  return g_test_run ();
}
