/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Texts are cleaned, broken and cut before anything draws them. */

#include "scene/trl-text.h"

#include <math.h>

static char *
lines_of (const TrlTextSpec *spec)
{
  g_autoptr (TrlTextBlock) block = trl_text_break (NULL, spec);
  GString *out = g_string_new (NULL);
  for (guint i = 0; i < block->n_lines; i++)
    g_string_append_printf (out, "%s%s", i ? "|" : "", block->lines[i].string);
  return g_string_free (out, FALSE);
}

#define assert_lines(expected, ...)                                                      \
  G_STMT_START                                                                           \
  {                                                                                      \
    g_autofree char *lines_ = lines_of (&(TrlTextSpec){ __VA_ARGS__ });                  \
    g_assert_cmpstr (lines_, ==, expected);                                              \
  }                                                                                      \
  G_STMT_END

static void
test_clean (void)
{
  g_autofree char *clean = trl_text_clean ("a\x01"
                                           "b\tc\r\nd\re\x7f\xc2\x85"
                                           "f\xff<&>\xef\xbf\xbf");
  g_assert_cmpstr (clean, ==, "ab c\nd\nef\xef\xbf\xbd<&>");
}

static void
test_shorten (void)
{
  g_autofree char *kept = trl_text_shorten ("Ärzte", 5);
  g_autofree char *cut = trl_text_shorten ("Ärzte ohne", 7);
  g_autofree char *accent = trl_text_shorten ("ne\xcc\x81 x", 3);
  g_assert_cmpstr (kept, ==, "Ärzte");
  g_assert_cmpstr (cut, ==, "Ärzte…");
  g_assert_cmpstr (accent, ==, "n…");
}

static void
test_words (void)
{
  assert_lines ("Local Businesses", .string = "Local Businesses");
  assert_lines ("Local|Businesses", .string = "Local Businesses", .width = 50);
  assert_lines ("one||two", .string = "one\n\ntwo");
}

static void
test_fits (void)
{
  g_autoptr (TrlTextBlock) block = trl_text_break (
    NULL, &(TrlTextSpec){ .string = "Workforce and Economic Development Agencies",
                          .width = 80 });
  g_assert_cmpuint (block->n_lines, >, 1);
  for (guint i = 0; i < block->n_lines; i++)
    g_assert_cmpfloat (block->lines[i].width, <=, 80.5);
  g_assert_cmpfloat_with_epsilon (block->height, block->n_lines * 9 * 1.2, 1e-9);
}

static double
raggedness (gboolean balance)
{
  TrlTextSpec spec = { .string = "a few small words that go on to the end",
                       .balance = balance };
  g_autoptr (TrlTextBlock) whole = trl_text_break (NULL, &spec);
  spec.width = 0.9 * whole->width;
  g_autoptr (TrlTextBlock) block = trl_text_break (NULL, &spec);
  g_assert_cmpuint (block->n_lines, ==, 2);
  return fabs (block->lines[0].width - block->lines[1].width);
}

static void
test_balance (void)
{
  g_assert_cmpfloat (raggedness (TRUE), <, raggedness (FALSE));
}

static void
test_max_lines (void)
{
  const char *text = "Workforce and Economic Development Agencies";
  g_autoptr (TrlTextBlock) block =
    trl_text_break (NULL, &(TrlTextSpec){ .string = text, .width = 70, .max_lines = 2 });
  g_assert_cmpuint (block->n_lines, ==, 2);
  g_assert_true (g_str_has_suffix (block->lines[1].string, "…"));
  g_assert_cmpfloat (block->lines[1].width, <=, 70.5);
  g_assert_cmpstr (block->string, ==, text);
  assert_lines ("one…", .string = "one\ntwo", .max_lines = 1);
}

static double
first_x (const char *string, TrlAlign align)
{
  g_autofree char *two = g_strconcat (string, "\n", string, " ", string, NULL);
  g_autoptr (TrlTextBlock) block =
    trl_text_break (NULL, &(TrlTextSpec){ .string = two, .align = align });
  return block->lines[0].x / (block->width - block->lines[0].width);
}

static void
test_align (void)
{
  g_assert_cmpfloat (first_x ("ab", TRL_ALIGN_START), ==, 0);
  g_assert_cmpfloat (first_x ("ab", TRL_ALIGN_CENTRE), ==, 0.5);
  g_assert_cmpfloat (first_x ("ab", TRL_ALIGN_END), ==, 1);
  g_assert_cmpfloat (first_x ("שלום", TRL_ALIGN_START), ==, 1);
  g_assert_cmpfloat (first_x ("שלום", TRL_ALIGN_END), ==, 0);
  g_assert_cmpfloat (first_x ("שלום", TRL_ALIGN_LEFT), ==, 0);
  g_assert_cmpfloat (first_x ("שלום", TRL_ALIGN_RIGHT), ==, 1);
}

static void
test_direction (void)
{
  g_assert_true (trl_text_is_rtl ("12 ארגון abc"));
  g_assert_true (trl_text_is_rtl ("منظمة"));
  g_assert_false (trl_text_is_rtl ("Org ארגון"));
  g_assert_false (trl_text_is_rtl ("123 …"));
}

static void
test_borrowed_glyphs (void)
{
  g_autoptr (TrlTextBlock) latin =
    trl_text_break (NULL, &(TrlTextSpec){ .string = "Tokyo" });
  g_autoptr (TrlTextBlock) han =
    trl_text_break (NULL, &(TrlTextSpec){ .string = "東京都" });
  g_assert_cmpfloat (latin->height, ==, han->height);
  g_assert_cmpfloat (latin->lines[0].baseline, ==, han->lines[0].baseline);
}

static void
test_unknown (void)
{
  g_autoptr (TrlTextBlock) fine = trl_text_break (NULL, &(TrlTextSpec){ .string = "Ä" });
  g_autoptr (TrlTextBlock) box =
    trl_text_break (NULL, &(TrlTextSpec){ .string = "a\uf8ff\U000f1234" });
  g_assert_cmpuint (fine->unknown, ==, 0);
  g_assert_cmpuint (box->unknown, >, 0);
}

static void
test_scale (void)
{
  g_autoptr (TrlTextBlock) small =
    trl_text_break (NULL, &(TrlTextSpec){ .string = "Örganization", .size = 9 });
  g_autoptr (TrlTextBlock) large =
    trl_text_break (NULL, &(TrlTextSpec){ .string = "Örganization", .size = 36 });
  g_autoptr (TrlTextBlock) copy = trl_text_block_copy (small, 4);
  g_assert_cmpfloat_with_epsilon (large->width, 4 * small->width, 0.02 * large->width);
  g_assert_cmpfloat_with_epsilon (copy->lines[0].baseline, large->lines[0].baseline,
                                  1e-9);
}

/* Blanks at the end of a line are no part of it, whoever ended the line. */
static void
test_blanks_at_ends (void)
{
  static const struct
  {
    const char *with, *without;
    double      width;
  } rows[] = {
    { "Alpha ", "Alpha", 0 },
    { "Alpha \nB", "Alpha\nB", 0 },
    { "A\nAlpha ", "A\nAlpha", 0 },
    { "Alpha \nB", "Alpha\nB", 200 },
    { "Alpha Beta \nB", "Alpha Beta\nB", 30 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      TrlTextSpec spec = { .string = rows[i].with,
                           .size = 10,
                           .width = rows[i].width,
                           .align = TRL_ALIGN_RIGHT };
      g_autoptr (TrlTextBlock) with = trl_text_break (NULL, &spec);
      g_autoptr (TrlTextBlock) without = NULL;

      spec.string = rows[i].without;
      without = trl_text_break (NULL, &spec);
      g_assert_cmpuint (with->n_lines, ==, without->n_lines);
      for (guint k = 0; k < with->n_lines; k++)
        {
          TrlTextSpec one = { .string = with->lines[k].string, .size = 10 };
          g_autoptr (TrlTextBlock) line = trl_text_break (NULL, &one);

          g_assert_cmpfloat_with_epsilon (with->lines[k].width, line->width, 1e-3);
          g_assert_cmpfloat_with_epsilon (with->lines[k].x, without->lines[k].x, 1e-3);
        }
    }
}

/* Whatever the size, lines break alike and are as wide to the last digit. */
static void
test_every_size_is_set_alike (void)
{
  for (double size = 5; size < 40; size += 2.7)
    {
      TrlTextSpec spec = { .string = "Food agencies and schools of the county",
                           .size = size,
                           .width = 9 * size };
      TrlTextSpec large = spec;
      large.size = 3 * size;
      large.width = 3 * spec.width;
      g_autoptr (TrlTextBlock) a = trl_text_break (NULL, &spec);
      g_autoptr (TrlTextBlock) b = trl_text_break (NULL, &large);

      g_assert_cmpuint (a->n_lines, >, 1);
      g_assert_cmpuint (a->n_lines, ==, b->n_lines);
      for (guint i = 0; i < a->n_lines; i++)
        {
          g_assert_cmpstr (a->lines[i].string, ==, b->lines[i].string);
          g_assert_cmpfloat (fabs (3 * a->lines[i].width - b->lines[i].width), <, 1e-9);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/text/control-characters-are-left-out", test_clean);
  g_test_add_func ("/scene/text/cutting-keeps-accents-with-letters", test_shorten);
  g_test_add_func ("/scene/text/breaks-at-words-and-line-feeds", test_words);
  g_test_add_func ("/scene/text/lines-fit-the-width", test_fits);
  g_test_add_func ("/scene/text/balanced-lines-are-alike", test_balance);
  g_test_add_func ("/scene/text/too-many-lines-end-in-an-ellipsis", test_max_lines);
  g_test_add_func ("/scene/text/start-follows-the-direction", test_align);
  g_test_add_func ("/scene/text/first-letter-sets-the-direction", test_direction);
  g_test_add_func ("/scene/text/borrowed-glyphs-move-no-line", test_borrowed_glyphs);
  g_test_add_func ("/scene/text/missing-glyphs-are-counted", test_unknown);
  g_test_add_func ("/scene/text/blanks-at-ends-have-no-width", test_blanks_at_ends);
  g_test_add_func ("/scene/text/grows-with-the-size", test_scale);
  g_test_add_func ("/scene/text/every-size-is-set-alike", test_every_size_is_set_alike);
  return g_test_run ();
}
