/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The index of ids, beside a hash table of GLib which is told the same. */

#include "model/trl-id-index.h"

#define ROWS 600
#define STEPS 20000

typedef struct
{
  TrlIdIndex  index;
  TrlColumn   ids;
  GHashTable *model; /* id → row + 1 */
} Both;

static void
both_init (Both *both)
{
  *both = (Both){ .index.slots.kind = TRL_COLUMN_PLAIN, .ids.kind = TRL_COLUMN_TEXTS };
  both->model = g_hash_table_new (g_str_hash, g_str_equal);
}

static void
both_clear (Both *both)
{
  trl_id_index_clear (&both->index);
  g_hash_table_unref (both->model);
  trl_column_clear (&both->ids);
}

static const char *
get_id (const Both *both, guint row)
{
  return trl_column_get_text (&both->ids, row);
}

/* Few ids, so that the same one comes and goes in other rows. */
static char *
make_id (GRand *rand)
{
  return g_strdup_printf ("node%04d", g_rand_int_range (rand, 0, 2 * ROWS));
}

static void
put (Both *both, GRand *rand, guint row)
{
  g_autofree char *id = make_id (rand);

  if (g_hash_table_contains (both->model, id))
    {
      g_assert_cmpuint (trl_id_index_add (&both->index, &both->ids, id, row), ==,
                        GPOINTER_TO_UINT (g_hash_table_lookup (both->model, id)) - 1);
      return;
    }
  trl_column_set_text (&both->ids, row, id);
  g_hash_table_insert (both->model, (char *) get_id (both, row),
                       GUINT_TO_POINTER (row + 1));
  g_assert_cmpuint (trl_id_index_add (&both->index, &both->ids, id, row), ==, G_MAXUINT);
}

static void
take (Both *both, guint row)
{
  trl_id_index_remove (&both->index, &both->ids, row);
  g_hash_table_remove (both->model, get_id (both, row));
  trl_column_set_text (&both->ids, row, NULL);
}

static void
check (const Both *both, const TrlIdIndex *index, const char *id)
{
  guint row = GPOINTER_TO_UINT (g_hash_table_lookup (both->model, id));

  g_assert_cmpuint (trl_id_index_find (index, &both->ids, id), ==,
                    row ? row - 1 : G_MAXUINT);
}

static void
test_comes_and_goes (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  Both both;

  both_init (&both);
  check (&both, &both.index, "anything");
  for (guint step = 0; step < STEPS; step++)
    {
      guint            row = (guint) g_rand_int_range (rand, 0, ROWS);
      g_autofree char *any = make_id (rand);

      if (get_id (&both, row))
        take (&both, row);
      else
        put (&both, rand, row);
      check (&both, &both.index, any);
    }
  for (guint row = 0; row < ROWS; row++)
    if (get_id (&both, row))
      check (&both, &both.index, get_id (&both, row));
  g_assert_cmpuint (both.index.n, ==, g_hash_table_size (both.model));
  g_assert_cmpuint (both.index.n, >, ROWS / 4);
  both_clear (&both);
}

/* What happens to the one is nothing to the other. */
static void
test_copy (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);
  TrlIdIndex copy, empty = { .slots.kind = TRL_COLUMN_PLAIN };
  Both       both;

  both_init (&both);
  copy = trl_id_index_copy (&empty);
  g_assert_cmpuint (trl_id_index_find (&copy, &both.ids, "a"), ==, G_MAXUINT);
  for (guint row = 0; row < ROWS; row++)
    put (&both, rand, row);
  copy = trl_id_index_copy (&both.index);
  trl_id_index_clear (&both.index);
  g_assert_cmpuint (trl_id_index_find (&both.index, &both.ids, get_id (&both, 0)), ==,
                    G_MAXUINT);
  for (guint row = 0; row < ROWS; row++)
    if (get_id (&both, row))
      check (&both, &copy, get_id (&both, row));
  trl_id_index_clear (&copy);
  both_clear (&both);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/id-index/follows-rows-that-come-and-go", test_comes_and_goes);
  g_test_add_func ("/model/id-index/copy-stands-by-itself", test_copy);
  return g_test_run ();
}
