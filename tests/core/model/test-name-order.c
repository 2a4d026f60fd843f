/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The order of names, which is the same wherever the program runs. */

#include "model/trl-name-order.h"

#include <string.h>

static const char *const ordered[] = {
  "",       "“4-H” Clubs", "4-H clubs, County", "12 Oaks", "Ähre",          "Apfel",
  "apfel",  "Äpfel",       "Apfelbaum",         "Azur",    "iLike",         "Ilık",
  "Site",   "Site 9",      "Site 09b",          "Site 10", "Site 10 North", "Strasse",
  "Straße", "Zebra",
};

static void
test_order (void)
{
  guint n = G_N_ELEMENTS (ordered);

  for (guint i = 0; i < n; i++)
    for (guint k = 0; k < n; k++)
      {
        int less = trl_name_compare (ordered[i], ordered[k]);

        g_test_message ("%s, %s", ordered[i], ordered[k]);
        g_assert_cmpint ((less > 0) - (less < 0), ==, (i > k) - (i < k));
      }
}

/* Neither a number of any length nor what is not there is in the way. */
static void
test_odd_names (void)
{
  g_autofree char *digits = g_strnfill (1000, '9');
  g_autofree char *one_more = g_strconcat (digits, "9", NULL);

  g_assert_cmpint (trl_name_compare (digits, one_more), <, 0);
  g_assert_cmpint (trl_name_compare (NULL, ""), ==, 0);
  g_assert_cmpint (trl_name_compare ("Site 1", "Site ١"), !=, 0);
  g_assert_cmpint (trl_name_compare ("Site ١", "Site 2"), <, 0);
  g_assert_cmpint (trl_name_compare ("Site 000", "Site 1"), <, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/name-order/is-that-of-words-and-numbers", test_order);
  g_test_add_func ("/model/name-order/takes-any-name", test_odd_names);
  return g_test_run ();
}
