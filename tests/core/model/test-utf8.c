/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The quick check beside that of GLib. */

#include "model/trl-utf8.h"

#include <string.h>

static void
check (const char *text, gsize length)
{
  const char *wrong, *expected;
  gboolean    good = g_utf8_validate_len (text, length, &expected);

  g_assert_true (trl_utf8_validate (text, length, &wrong) == good);
  g_assert_true (wrong == expected);
  g_assert_true (trl_utf8_validate (text, length, NULL) == good);
}

/* Each odd byte and each letter of several bytes at each place, whole and cut. */
static void
test_places (void)
{
  static const char *const odd[] = { "\x01",
                                     "\x7f",
                                     "\x80",
                                     "\xc3",
                                     "\xff",
                                     "é",
                                     "€",
                                     "😀",
                                     "\xc0\xaf",
                                     "\xed\xa0\x80",
                                     "\xf4\x90\x80\x80" };

  for (gsize length = 0; length < 30; length++)
    for (gsize at = 0; at <= length; at++)
      for (guint i = 0; i <= G_N_ELEMENTS (odd); i++)
        {
          char  text[40];
          gsize n = i < G_N_ELEMENTS (odd) ? strlen (odd[i]) : 1;

          memset (text, 'a', sizeof text);
          memcpy (text + at, i < G_N_ELEMENTS (odd) ? odd[i] : "", n);
          for (gsize cut = at; cut <= length + n; cut++)
            check (text, cut);
        }
}

static void
test_random (void)
{
  static const char *const pieces[] = {
    "letters and more", "é", "日本語", "😀", "\x80", "", "x"
  };
  g_autoptr (GRand) random = g_rand_new_with_seed (2);

  for (guint round = 0; round < 20000; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      gint32 n = g_rand_int_range (random, 0, 12);

      for (gint32 i = 0; i < n; i++)
        {
          const char *piece =
            pieces[g_rand_int_range (random, 0, round % 4 ? 4 : G_N_ELEMENTS (pieces))];

          g_string_append_len (text, piece, *piece ? (gssize) strlen (piece) : 1);
        }
      check (text->str, text->len);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/utf8/odd-bytes-are-seen-anywhere", test_places);
  g_test_add_func ("/model/utf8/any-text", test_random);
  return g_test_run ();
}
