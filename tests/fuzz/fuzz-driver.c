/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Damages the files it is given, the same way on every run: bits flip, stretches go, come
 * twice or are swapped for what readers find hard. */

#include "fuzz.h"

#include <string.h>

#define N_RUNS 10000
#define MAX_STRETCH 40

static const char *const hard[] = {
  "",     "\"",   "\\",      "\\ud800", "{",        "}",
  "[",    "]",    ",",       ":",       "null",     "1e999",
  "-0",   "\xff", "\xc3",    "\n",      "\xe2\x80", "9007199254740993",
  "true", "id",   "\\u0000",
};

static void
flip (GByteArray *file, guint at, GRand *random)
{
  file->data[at] ^= (guint8) (1 << g_rand_int_range (random, 0, 8));
}

static void
cut (GByteArray *file, guint at, GRand *random)
{
  guint n = (guint) g_rand_int_range (random, 1, MAX_STRETCH);

  g_byte_array_remove_range (file, at, MIN (n, file->len - at));
}

static void
insert (GByteArray *file, guint at, const guint8 *bytes, guint n)
{
  g_autofree guint8 *rest = g_memdup2 (file->data + at, file->len - at);
  guint              n_rest = file->len - at;

  g_byte_array_set_size (file, at);
  g_byte_array_append (file, bytes, n);
  g_byte_array_append (file, rest, n_rest);
}

static void
repeat (GByteArray *file, guint at, GRand *random)
{
  guint              wanted = (guint) g_rand_int_range (random, 1, MAX_STRETCH);
  guint              n = MIN (wanted, file->len - at); /* a macro asks twice */
  g_autofree guint8 *stretch = g_memdup2 (file->data + at, n);

  insert (file, (guint) g_rand_int_range (random, 0, (int) file->len), stretch, n);
}

static void
make_hard (GByteArray *file, guint at, GRand *random)
{
  const char *what = hard[g_rand_int_range (random, 0, G_N_ELEMENTS (hard))];

  insert (file, at, (const guint8 *) what, (guint) strlen (what));
}

static void (*const damages[]) (GByteArray *, guint, GRand *) = {
  flip,
  cut,
  repeat,
  make_hard,
};

static void
test_damaged (gconstpointer path)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  g_autofree char *seed = NULL;
  gsize            size;

  g_assert_true (g_file_get_contents (path, &seed, &size, NULL));
  LLVMFuzzerTestOneInput ((const guint8 *) seed, size);
  for (guint run = 0; run < N_RUNS; run++)
    {
      g_autoptr (GByteArray) file = g_byte_array_new ();

      g_byte_array_append (file, (const guint8 *) seed, (guint) size);
      for (int n = g_rand_int_range (random, 1, 4); n > 0 && file->len > 0; n--)
        {
          guint at = (guint) g_rand_int_range (random, 0, (int) file->len);

          damages[g_rand_int_range (random, 0, G_N_ELEMENTS (damages))](file, at, random);
        }
      LLVMFuzzerTestOneInput (file->data, file->len);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (int i = 1; i < argc; i++)
    {
      g_autofree char *name = g_path_get_basename (argv[i]);
      g_autofree char *test =
        g_strdup_printf ("/fuzz/damaged-%s-is-read-or-refused", name);

      g_test_add_data_func (test, argv[i], test_damaged);
    }
  return g_test_run ();
}
