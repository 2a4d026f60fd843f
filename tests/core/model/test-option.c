/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/trl-option.h"

#include <locale.h>

static const char *const choices[] = { "short", "long", NULL };

static const TrlOption table[] = {
  { .id = "radius",
    .label = "Radius",
    .type = TRL_OPTION_NUMBER,
    .fallback = "170",
    .min = 40,
    .max = 2000 },
  { .id = "starts",
    .label = "Starts",
    .type = TRL_OPTION_INTEGER,
    .fallback = "0",
    .min = 0,
    .max = 64 },
  { .id = "keep", .label = "Keep", .type = TRL_OPTION_FLAG, .fallback = "no" },
  { .id = "names",
    .label = "Names",
    .type = TRL_OPTION_CHOICE,
    .fallback = "short",
    .choices = choices },
  { .id = "title", .label = "Title", .type = TRL_OPTION_TEXT, .fallback = "" },
  { .id = "shift", .label = "Shift", .type = TRL_OPTION_NUMBER, .fallback = "0" },
};

static TrlOptions *
make (void)
{
  return trl_options_new (table, G_N_ELEMENTS (table));
}

static void
test_fallbacks (void)
{
  g_autoptr (TrlOptions) options = make ();

  g_assert_cmpfloat (trl_options_get_number (options, "radius"), ==, 170);
  g_assert_cmpint (trl_options_get_integer (options, "starts"), ==, 0);
  g_assert_false (trl_options_get_flag (options, "keep"));
  g_assert_cmpstr (trl_options_get_text (options, "names"), ==, "short");
  g_assert_cmpstr (trl_options_get_text (options, "title"), ==, "");
}

static void
test_set (void)
{
  g_autoptr (TrlOptions) options = make ();
  g_autoptr (TrlOptions) copy = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (trl_options_set_pair (options, "radius=99.5", &error));
  g_assert_true (trl_options_set_pair (options, "title=a = b", &error));
  g_assert_true (trl_options_set (options, "keep", "true", &error));
  g_assert_true (trl_options_set (options, "names", "long", &error));
  g_assert_true (trl_options_set (options, "starts", "64", &error));
  g_assert_true (trl_options_set (options, "shift", "-1e3", &error));
  g_assert_no_error (error);

  copy = trl_options_copy (options);
  g_assert_true (trl_options_set (options, "radius", NULL, &error));
  g_assert_cmpfloat (trl_options_get_number (options, "radius"), ==, 170);
  g_assert_cmpfloat (trl_options_get_number (copy, "radius"), ==, 99.5);
  g_assert_cmpstr (trl_options_get_text (copy, "title"), ==, "a = b");
  g_assert_true (trl_options_get_flag (copy, "keep"));
  g_assert_cmpstr (trl_options_get_text (copy, "names"), ==, "long");
  g_assert_cmpint (trl_options_get_integer (copy, "starts"), ==, 64);
  g_assert_cmpfloat (trl_options_get_number (copy, "shift"), ==, -1000);
}

static void
test_refused (void)
{
  static const struct
  {
    const char *pair;
    int         code;
  } cases[] = {
    { "radius=nan", TRL_OPTION_ERROR_VALUE },
    { "radius=inf", TRL_OPTION_ERROR_VALUE },
    { "radius=", TRL_OPTION_ERROR_VALUE },
    { "radius=39", TRL_OPTION_ERROR_VALUE },
    { "radius=99,5", TRL_OPTION_ERROR_VALUE },
    { "shift=nan", TRL_OPTION_ERROR_VALUE },
    { "starts=65", TRL_OPTION_ERROR_VALUE },
    { "starts=1.5", TRL_OPTION_ERROR_VALUE },
    { "starts=99999999999999999999", TRL_OPTION_ERROR_VALUE },
    { "keep=maybe", TRL_OPTION_ERROR_VALUE },
    { "names=banana", TRL_OPTION_ERROR_VALUE },
    { "title=\xff", TRL_OPTION_ERROR_VALUE },
    { "title", TRL_OPTION_ERROR_VALUE },
    { "colour=red", TRL_OPTION_ERROR_UNKNOWN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TrlOptions) options = make ();
      g_autoptr (GError) error = NULL;

      g_assert_false (trl_options_set_pair (options, cases[i].pair, &error));
      g_assert_error (error, TRL_OPTION_ERROR, cases[i].code);
      g_assert_cmpfloat (trl_options_get_number (options, "radius"), ==, 170);
    }
}

/* Who gets a name wrong is told all that are right. */
static void
test_unknown (void)
{
  g_autoptr (TrlOptions) options = make ();
  g_autoptr (TrlOptions) none = trl_options_new (NULL, 0);
  g_autoptr (GError) error = NULL;

  g_assert_false (trl_options_set (options, "colour", "red", &error));
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    g_assert_nonnull (strstr (error->message, table[i].id));
  g_clear_error (&error);
  g_assert_false (trl_options_set (none, "colour", "red", &error));
  g_assert_cmpstr (error->message, ==, "There is no option “colour”");
}

static void
test_joined (void)
{
  g_autoptr (TrlOptions) options =
    trl_options_new_joined (table, 2, table + 3, G_N_ELEMENTS (table) - 3);
  g_autoptr (TrlOptions) copy = trl_options_copy (options);
  g_autoptr (TrlOptions) none = trl_options_new (NULL, 0);
  guint            n;
  const TrlOption *rows = trl_options_get_table (copy, &n);

  g_assert_cmpuint (n, ==, G_N_ELEMENTS (table) - 1);
  g_assert_cmpstr (rows[1].id, ==, "starts");
  g_assert_cmpstr (rows[2].id, ==, "names");
  g_assert_true (trl_options_set (copy, "names", "long", NULL));
  g_assert_cmpstr (trl_options_get_text (copy, "names"), ==, "long");
  g_assert_cmpstr (trl_options_get_text (options, "names"), ==, "short");
  g_assert_false (trl_options_set (copy, "keep", "yes", NULL));
  trl_options_get_table (none, &n);
  g_assert_cmpuint (n, ==, 0);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/option/starts-at-the-fallbacks", test_fallbacks);
  g_test_add_func ("/model/option/keeps-what-is-set", test_set);
  g_test_add_func ("/model/option/refuses-what-does-not-fit", test_refused);
  g_test_add_func ("/model/option/unknown-names-are-answered-with-those-there-are",
                   test_unknown);
  g_test_add_func ("/model/option/two-tables-are-joined", test_joined);
  return g_test_run ();
}
