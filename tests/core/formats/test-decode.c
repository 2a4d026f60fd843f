/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every encoding gives the same text, and what is no text is refused with a reason. */

#include "formats/trl-decode.h"
#include "formats/trl-format.h"

#include <string.h>

#define TEXT(literal) literal, sizeof (literal) - 1

typedef struct
{
  const char *data;
  gsize       length;
  const char *encoding;
} Case;

static const Case same[] = {
  { TEXT ("Se\xc3\xb1or,1\n"), "UTF-8" },
  { TEXT ("\xef\xbb\xbfSe\xc3\xb1or,1\n"), "UTF-8" },
  { TEXT ("Se\xf1or,1\n"), "Windows-1252" },
  { TEXT ("\xff\xfeS\0e\0\xf1\0o\0r\0,\0"
          "1\0\n\0"),
    "UTF-16LE" },
  { TEXT ("\xfe\xff\0S\0e\0\xf1\0o\0r\0,\0"
          "1\0\n"),
    "UTF-16BE" },
  { TEXT ("S\0e\0\xf1\0o\0r\0,\0"
          "1\0\n\0"),
    "UTF-16LE" },
  { TEXT ("\0S\0e\0\xf1\0o\0r\0,\0"
          "1\0\n"),
    "UTF-16BE" },
};

static void
test_same (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) in = g_bytes_new_static (same[i].data, same[i].length);
      const char *encoding = NULL;
      g_autoptr (GBytes) out = trl_decode ("a.csv", in, &encoding, &error);
      gsize n;
      g_assert_no_error (error);
      g_assert_cmpstr (encoding, ==, same[i].encoding);
      const char *text = g_bytes_get_data (out, &n);
      g_assert_cmpmem (text, n, "Señor,1\n", strlen ("Señor,1\n"));
    }
}

static void
check_refused (const char *data, gsize length, const char *says)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) in = g_bytes_new (data, length);
  const char *encoding = NULL;
  g_autoptr (GBytes) out = trl_decode ("a.csv", in, &encoding, &error);

  g_assert_null (out);
  g_assert_error (error, TRL_FORMAT_ERROR, TRL_FORMAT_ERROR_CONTENT);
  g_assert_nonnull (strstr (error->message, "a.csv"));
  g_assert_nonnull (strstr (error->message, says));
}

static void
test_refused (void)
{
  check_refused (TEXT (""), "empty");
  check_refused (TEXT ("\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), "PNG");
  check_refused (TEXT ("PK\x03\x04\x14\0\x06\0"), "CSV");
  check_refused (TEXT ("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), "CSV");
  check_refused (TEXT ("a,b\n1,\0"), "a.csv:2");
  check_refused (TEXT ("\xef\xbb\xbfSe\xf1or"), "UTF-8");
  check_refused (TEXT ("\xff\xfe\x00\xd8\x41\x00"), "UTF-16LE");
}

static void
test_noise (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  g_autofree guint8 *noise = g_malloc (1 << 20);

  for (guint i = 0; i < 1 << 20; i++)
    noise[i] = (guint8) g_rand_int_range (random, 0, 256);
  check_refused ((char *) noise, 1 << 20, "control character");
  for (guint i = 0; i < 1 << 20; i++)
    noise[i] = noise[i] == 0 ? 1 : noise[i];
  check_refused ((char *) noise, 1 << 20, "control character");
}

static void
test_western_gaps (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) in = g_bytes_new_static (TEXT ("caf\xe9 \x81\x93quoted\x94\n"));
  const char *encoding = NULL;
  g_autoptr (GBytes) out = trl_decode ("a.csv", in, &encoding, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (g_bytes_get_data (out, NULL), ==, "café ?“quoted”\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/decode/every-encoding-gives-the-same-text", test_same);
  g_test_add_func ("/formats/decode/what-is-no-text-is-refused", test_refused);
  g_test_add_func ("/formats/decode/noise-is-refused", test_noise);
  g_test_add_func ("/formats/decode/open-bytes-of-western-text", test_western_gaps);
  return g_test_run ();
}
