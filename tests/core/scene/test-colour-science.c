/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "scene/trl-colour-science.h"

typedef struct
{
  TrlLab a, b;
  double difference;
} Pair;

/* Sharma, Wu & Dalal 2005, table 1. */
static const Pair pairs[] = {
  { { 50, 2.6772, -79.7751 }, { 50, 0, -82.7485 }, 2.0425 },
  { { 50, 3.1571, -77.2803 }, { 50, 0, -82.7485 }, 2.8615 },
  { { 50, 2.8361, -74.0200 }, { 50, 0, -82.7485 }, 3.4412 },
  { { 50, -1.3802, -84.2814 }, { 50, 0, -82.7485 }, 1.0000 },
  { { 50, -1.1848, -84.8006 }, { 50, 0, -82.7485 }, 1.0000 },
  { { 50, -0.9009, -85.5211 }, { 50, 0, -82.7485 }, 1.0000 },
  { { 50, 0, 0 }, { 50, -1, 2 }, 2.3669 },
  { { 50, -1, 2 }, { 50, 0, 0 }, 2.3669 },
  { { 50, 2.4900, -0.0010 }, { 50, -2.4900, 0.0009 }, 7.1792 },
  { { 50, 2.4900, -0.0010 }, { 50, -2.4900, 0.0011 }, 7.2195 },
  { { 50, -0.0010, 2.4900 }, { 50, 0.0009, -2.4900 }, 4.8045 },
  { { 50, -0.0010, 2.4900 }, { 50, 0.0011, -2.4900 }, 4.7461 },
  { { 50, 2.5, 0 }, { 50, 0, -2.5 }, 4.3065 },
  { { 50, 2.5, 0 }, { 73, 25, -18 }, 27.1492 },
  { { 50, 2.5, 0 }, { 61, -5, 29 }, 22.8977 },
  { { 50, 2.5, 0 }, { 56, -27, -3 }, 31.9030 },
  { { 50, 2.5, 0 }, { 58, 24, 15 }, 19.4535 },
  { { 50, 2.5, 0 }, { 50, 3.1736, 0.5854 }, 1.0000 },
  { { 50, 2.5, 0 }, { 50, 1.8634, 0.5757 }, 1.0000 },
  { { 60.2574, -34.0099, 36.2677 }, { 60.4626, -34.1751, 39.4387 }, 1.2644 },
  { { 63.0109, -31.0961, -5.8663 }, { 62.8187, -29.7946, -4.0864 }, 1.2630 },
  { { 61.2901, 3.7196, -5.3901 }, { 61.4292, 2.2480, -4.9620 }, 1.8731 },
  { { 35.0831, -44.1164, 3.7933 }, { 35.0232, -40.0716, 1.5901 }, 1.8645 },
  { { 22.7233, 20.0904, -46.6940 }, { 23.0331, 14.9730, -42.5619 }, 2.0373 },
  { { 36.4612, 47.8580, 18.3852 }, { 36.2715, 50.5065, 21.2231 }, 1.4146 },
  { { 90.8027, -2.0831, 1.4410 }, { 91.1528, -1.6435, 0.0447 }, 1.4441 },
  { { 90.9257, -0.5406, -0.9208 }, { 88.6381, -0.8985, -0.7239 }, 1.5381 },
  { { 6.7747, -0.2908, -2.4247 }, { 5.8714, -0.0985, -2.2286 }, 0.6377 },
  { { 2.0776, 0.0795, -1.1350 }, { 0.9033, -0.0636, -0.5514 }, 0.9082 },
};

static void
test_published_pairs (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    g_assert_cmpfloat_with_epsilon (trl_lab_difference (pairs[i].a, pairs[i].b),
                                    pairs[i].difference, 1e-4);
}

static void
test_lab_there_and_back (void)
{
  for (guint32 r = 0; r < 256; r += 51)
    for (guint32 g = 0; g < 256; g += 51)
      for (guint32 b = 0; b < 256; b += 51)
        {
          TrlColour in = trl_colour_hex (r << 16 | g << 8 | b);
          TrlColour out = trl_colour_from_lab (trl_colour_to_lab (in));

          g_assert_cmpfloat_with_epsilon (in.r, out.r, 1e-3);
          g_assert_cmpfloat_with_epsilon (in.g, out.g, 1e-3);
          g_assert_cmpfloat_with_epsilon (in.b, out.b, 1e-3);
        }
}

static void
test_known_contrast (void)
{
  g_assert_cmpfloat_with_epsilon (
    trl_colour_contrast (trl_colour_hex (0), trl_colour_hex (0xffffff)), 21, 1e-9);
  g_assert_cmpfloat_with_epsilon (
    trl_colour_contrast (trl_colour_hex (0x767676), trl_colour_hex (0xffffff)), 4.54,
    0.005);
}

/* Greys stay grey, whoever looks: each row of a simulation adds up to one. */
static void
test_greys_stay (void)
{
  for (TrlSight sight = 0; sight < TRL_N_SIGHTS; sight++)
    for (guint v = 0; v <= 10; v++)
      {
        TrlColour grey = { v / 10.0, v / 10.0, v / 10.0, 1 };
        TrlColour seen = trl_colour_simulate (grey, sight);

        g_assert_cmpfloat_with_epsilon (seen.r, grey.r, 2e-4);
        g_assert_cmpfloat_with_epsilon (seen.g, grey.g, 2e-4);
        g_assert_cmpfloat_with_epsilon (seen.b, grey.b, 2e-4);
      }
}

static double
seen_apart (TrlColour a, TrlColour b, TrlSight sight)
{
  return trl_lab_difference (trl_colour_to_lab (trl_colour_simulate (a, sight)),
                             trl_colour_to_lab (trl_colour_simulate (b, sight)));
}

/* Red and green that differ for most come close for a deuteranope. */
static void
test_red_and_green_meet (void)
{
  TrlColour a = trl_colour_hex (0xb06020), b = trl_colour_hex (0x808020);
  double    is = seen_apart (a, b, TRL_SIGHT_NORMAL);

  g_assert_cmpfloat (seen_apart (a, b, TRL_SIGHT_DEUTAN_MACHADO), <, is / 2);
  g_assert_cmpfloat (seen_apart (a, b, TRL_SIGHT_DEUTAN_VIENOT), <, is / 2);
  g_assert_cmpfloat (seen_apart (a, b, TRL_SIGHT_TRITAN_BRETTEL), >, is / 2);
}

static void
test_contrast_is_reached (void)
{
  static const guint32 backgrounds[] = { 0xffffff, 0x1e1e1e };

  for (guint i = 0; i < G_N_ELEMENTS (backgrounds); i++)
    for (guint32 v = 0; v < 0xffffff; v += 0x0f3a57)
      {
        TrlColour back = trl_colour_hex (backgrounds[i]), in = trl_colour_hex (v);
        TrlColour out = trl_colour_reach_contrast (in, back, 3);

        g_assert_cmpfloat (trl_colour_contrast (out, back), >=, 2.999);
        if (trl_colour_contrast (in, back) < 3)
          g_assert_cmpfloat (trl_colour_contrast (out, back), <, 3.1);
      }
}

static void
test_texts (void)
{
  TrlColour colour = { 9, 9, 9, 9 };

  g_assert_false (trl_colour_parse (NULL, &colour));
  g_assert_false (trl_colour_parse ("#12345", &colour));
  g_assert_false (trl_colour_parse ("#12345g", &colour));
  g_assert_false (trl_colour_parse ("1234567", &colour));
  g_assert_cmpfloat (colour.r, ==, 9);
  g_assert_true (trl_colour_parse ("#ff8000", &colour));
  g_assert_cmpfloat_with_epsilon (colour.g, 128 / 255.0, 1e-7);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/colour/published-pairs-agree", test_published_pairs);
  g_test_add_func ("/scene/colour/lab-and-back-is-the-same", test_lab_there_and_back);
  g_test_add_func ("/scene/colour/contrast-agrees-with-wcag", test_known_contrast);
  g_test_add_func ("/scene/colour/greys-stay-grey-in-every-sight", test_greys_stay);
  g_test_add_func ("/scene/colour/red-and-green-meet", test_red_and_green_meet);
  g_test_add_func ("/scene/colour/contrast-is-reached-and-not-passed",
                   test_contrast_is_reached);
  g_test_add_func ("/scene/colour/only-hexadecimal-texts-are-read", test_texts);
  return g_test_run ();
}
