/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Each kind of problem is found where it is, and nothing else is. */

#include "figure/trl-figure-check.h"
#include "figure/trl-line-box.h"

#include <math.h>
#include <string.h>

static const TrlColour black = { 0, 0, 0, 1 }, white = { 1, 1, 1, 1 },
                       grey = { 0.6, 0.6, 0.6, 1 }, clear = { 0 };

static TrlScene *
make_page (void)
{
  TrlScene *scene = trl_scene_new ();

  trl_scene_set_page (scene, white, 300, 200);
  return scene;
}

static void
add_text (TrlScene *scene, const char *string, double x, double y, TrlTextSpec spec)
{
  spec.string = string;
  spec.anchor_x = spec.anchor_y = 0.5;
  trl_scene_add_text (scene, (TrlOwner){ 0 }, x, y, &spec, black);
}

static void
add_disc (TrlScene *scene, double x, double y, double radius, TrlColour fill)
{
  trl_scene_add (
    scene,
    &(TrlItem){ .kind = TRL_ITEM_DISC, .x = x, .y = y, .radius = radius, .fill = fill });
}

/* Returns: what is wrong, each as its kind and count */
static char *
describe (TrlScene *scene, double least)
{
  g_autoptr (GArray) problems = NULL;
  GString *out = g_string_new (NULL);

  trl_scene_freeze (scene);
  problems = trl_figure_check (scene, least);
  for (guint i = 0; i < problems->len; i++)
    {
      const TrlFigureProblem *problem = &g_array_index (problems, TrlFigureProblem, i);

      g_string_append_printf (out, "%s%d×%u", i ? " " : "", (int) problem->kind,
                              problem->count);
      g_assert_cmpuint (strlen (problem->text), >, 10);
      g_assert_cmpfloat (problem->where.width, >, 0);
    }
  return g_string_free (out, FALSE);
}

#define assert_problems(scene, least, expected)                                          \
  G_STMT_START                                                                           \
  {                                                                                      \
    g_autofree char *found_ = describe (scene, least);                                   \
    g_assert_cmpstr (found_, ==, expected);                                              \
  }                                                                                      \
  G_STMT_END

/* A partner counts once, by its disc. */
static void
test_tiny (void)
{
  g_autoptr (TrlScene) scene = make_page ();

  for (guint row = 0; row < 3; row++)
    for (guint mark = 0; mark < 2; mark++)
      trl_scene_add (scene, &(TrlItem){ .kind = TRL_ITEM_DISC,
                                        .owner = { TRL_OWNER_NODE, row },
                                        .x = 50 * (row + 1),
                                        .y = 50,
                                        .radius = row == 2 && mark ? 5 : 0.3,
                                        .fill = black });
  add_disc (scene, 20, 20, 0.2, black);
  assert_problems (scene, 0, "5×2");
}

static void
test_clean (void)
{
  g_autoptr (TrlScene) scene = make_page ();
  g_autoptr (TrlScene) nothing = trl_scene_new ();

  add_text (scene, "Clinic", 60, 60, (TrlTextSpec){ 0 });
  add_text (scene, "School", 60, 69, (TrlTextSpec){ 0 }); /* as near as two lines */
  add_text (scene, "A text\nof lines", 200, 60, (TrlTextSpec){ .size = 6 });
  add_disc (scene, 20, 20, 20, grey);
  assert_problems (scene, 0, "");
  assert_problems (nothing, 0, "");
}

static void
test_small (void)
{
  g_autoptr (TrlScene) scene = make_page ();
  g_autoptr (GArray) problems = NULL;
  const TrlFigureProblem *problem;

  add_text (scene, "fits", 60, 30, (TrlTextSpec){ .size = 6 });
  add_text (scene, "small", 60, 60, (TrlTextSpec){ .size = 5.5 });
  add_text (scene, "smaller", 60, 90, (TrlTextSpec){ .size = 4 });
  assert_problems (scene, 0, "0×2");
  assert_problems (scene, 5, "0×1");
  assert_problems (scene, 4, "");
  problems = trl_figure_check (scene, 0);
  problem = &g_array_index (problems, TrlFigureProblem, 0);
  g_assert_cmpstr (problem->text, ==, "2 texts are smaller than 6 points");
  g_assert_cmpfloat (fabs (problem->where.x + problem->where.width / 2 - 60), <, 0.01);
  g_assert_cmpfloat (fabs (problem->where.y + problem->where.height / 2 - 60), <, 0.01);
}

static void
test_overlap (void)
{
  g_autoptr (TrlScene) scene = make_page ();

  add_text (scene, "Clinic", 60, 60, (TrlTextSpec){ 0 });
  add_text (scene, "School", 60, 67, (TrlTextSpec){ 0 });
  add_text (scene, "College", 70, 60, (TrlTextSpec){ 0 });
  add_text (scene, "far", 200, 60, (TrlTextSpec){ 0 });
  assert_problems (scene, 0, "1×2");
}

/* The short line of a block leaves room beside it. */
static void
test_short_lines (void)
{
  g_autoptr (TrlScene) scene = make_page ();

  add_text (scene, "A rather long line\nof", 100, 60,
            (TrlTextSpec){ .align = TRL_ALIGN_LEFT });
  add_text (scene, "here", 120, 65.4, (TrlTextSpec){ 0 });
  assert_problems (scene, 0, "");
}

/* Side by side, their upright boxes meet. */
static void
test_turned (void)
{
  g_autoptr (TrlScene) scene = make_page ();
  g_autoptr (TrlScene) close = make_page ();

  for (guint i = 0; i < 5; i++)
    add_text (scene, "A slanting name", 60 + 16 * i, 90,
              (TrlTextSpec){ .angle = -G_PI / 4 });
  assert_problems (scene, 0, "");
  for (guint i = 0; i < 5; i++)
    add_text (close, "A slanting name", 60 + 10 * i, 90,
              (TrlTextSpec){ .angle = -G_PI / 4 });
  assert_problems (close, 0, "1×4");
}

static void
test_crossing (void)
{
  g_autoptr (TrlScene) scene = make_page ();

  add_text (scene, "A name that lies", 150, 100, (TrlTextSpec){ 0 });
  add_text (scene, "A name that stands", 150, 100, (TrlTextSpec){ .angle = G_PI / 2 });
  add_text (scene, "beside them", 150, 85, (TrlTextSpec){ .angle = 0 });
  assert_problems (scene, 0, "1×2");
}

static void
test_cut_off (void)
{
  g_autoptr (TrlScene) scene = make_page ();

  add_disc (scene, 5, 50, 5.4, grey);
  add_disc (scene, 5, 80, 5.6, grey);
  add_disc (scene, 296, 80, 5, clear); /* is not painted */
  add_text (scene, "Clinic", 3, 120, (TrlTextSpec){ 0 });
  add_text (scene, "School", 60, 4.5, (TrlTextSpec){ 0 }); /* only its leading is off */
  add_text (scene, "College", 150, 199, (TrlTextSpec){ 0 });
  assert_problems (scene, 0, "2×3");
}

static void
test_without_page (void)
{
  g_autoptr (TrlScene) scene = trl_scene_new ();

  add_disc (scene, -500, 50, 5, grey);
  add_text (scene, "Clinic", 60, 120, (TrlTextSpec){ 0 });
  assert_problems (scene, 0, "");
}

static void
add_on (TrlScene *scene, double x, TrlColour ink, TrlTextSpec spec)
{
  spec.string = "Hi";
  spec.anchor_x = spec.anchor_y = 0.5;
  trl_scene_add_text (scene, (TrlOwner){ 0 }, x, 100, &spec, ink);
}

static void
test_contrast (void)
{
  static const TrlColour middling = { 0.55, 0.55, 0.55, 1 }; /* 3.4:1 on white */
  static const TrlColour faint_black = { 0, 0, 0, 0.3 };
  g_autoptr (TrlScene) scene = make_page ();

  add_on (scene, 20, middling, (TrlTextSpec){ .size = 12 });
  add_on (scene, 60, middling, (TrlTextSpec){ .size = 14 });
  add_on (scene, 100, middling, (TrlTextSpec){ .size = 18 });
  add_on (scene, 140, middling, (TrlTextSpec){ .size = 14, .bold = TRUE });
  add_on (scene, 180, faint_black, (TrlTextSpec){ .size = 12 });
  add_on (scene, 220, white, (TrlTextSpec){ .size = 12, .halo = black });
  add_on (scene, 260, black, (TrlTextSpec){ .size = 12 });
  assert_problems (scene, 0, "3×3");
}

/* What lies under the middle of a text is what it is read on. */
static void
test_beneath (void)
{
  static const TrlColour glass = { 0, 0, 0, 0.2 };
  g_autoptr (TrlScene) scene = make_page ();

  add_disc (scene, 20, 100, 15, black);
  add_on (scene, 20, white, (TrlTextSpec){ 0 });
  add_on (scene, 60, white, (TrlTextSpec){ 0 });
  add_disc (scene, 60, 100, 15, black); /* hides it, and helps nobody */
  add_disc (scene, 100, 100, 15, clear);
  add_on (scene, 100, white, (TrlTextSpec){ 0 });
  add_disc (scene, 140, 100, 15, black);
  add_disc (scene, 140, 100, 12, white);
  add_on (scene, 140, black, (TrlTextSpec){ 0 });
  add_disc (scene, 180, 100, 15, glass);
  add_on (scene, 180, black, (TrlTextSpec){ 0 });
  add_disc (scene, 250, 112, 15, black); /* only the corner of its box is beneath */
  add_on (scene, 238, black, (TrlTextSpec){ .size = 6 });
  assert_problems (scene, 0, "3×2");
}

static void
test_dark_page (void)
{
  g_autoptr (TrlScene) scene = trl_scene_new ();

  trl_scene_set_page (scene, black, 300, 200);
  add_on (scene, 100, white, (TrlTextSpec){ 0 });
  assert_problems (scene, 0, "");
}

static void
test_glyphs (void)
{
  g_autoptr (TrlScene) scene = make_page ();

  add_text (scene, "\U000F0000\U000F0001 private", 60, 60, (TrlTextSpec){ 0 });
  add_text (scene, "common", 60, 90, (TrlTextSpec){ 0 });
  assert_problems (scene, 0, "4×2");
}

static void
test_many (void)
{
  g_autoptr (TrlScene) scene = make_page ();

  add_text (scene, "tiny", 60, 60, (TrlTextSpec){ .size = 3 });
  add_text (scene, "tiny", 60, 60, (TrlTextSpec){ .size = 3 });
  add_text (scene, "away", 299, 90, (TrlTextSpec){ 0 });
  add_on (scene, 100, white, (TrlTextSpec){ 0 });
  assert_problems (scene, 0, "0×2 1×1 2×1 3×1");
}

/* Twenty thousand names, each beside others. */
static void
test_cost (void)
{
  g_autoptr (TrlScene) scene = trl_scene_new ();
  g_autoptr (TrlTextBlock) block =
    trl_text_break (NULL, &(TrlTextSpec){ .string = "Name" });
  double seconds;

  trl_scene_set_page (scene, white, 10000, 10000);
  for (guint i = 0; i < 20000; i++)
    {
      double x = 30 + 60 * (i % 160), y = 30 + 60 * (i / 160);

      add_disc (scene, x, y, 20, grey);
      trl_scene_take_text (scene, (TrlOwner){ 0 }, x - 10, y - 5,
                           trl_text_block_copy (block, 1), black);
    }
  g_test_timer_start ();
  assert_problems (scene, 0, "");
  seconds = g_test_timer_elapsed ();
  g_test_message ("%.2f s", seconds);
  g_assert_cmpfloat (seconds, <, 10);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figure/check/a-clean-page-has-no-problem", test_clean);
  g_test_add_func ("/figure/check/small-texts-are-found", test_small);
  g_test_add_func ("/figure/check/texts-on-texts-are-found", test_overlap);
  g_test_add_func ("/figure/check/short-lines-leave-room", test_short_lines);
  g_test_add_func ("/figure/check/turned-texts-stand-side-by-side", test_turned);
  g_test_add_func ("/figure/check/crossing-texts-are-found", test_crossing);
  g_test_add_func ("/figure/check/what-is-cut-off-is-found", test_cut_off);
  g_test_add_func ("/figure/check/without-a-page-nothing-is-cut", test_without_page);
  g_test_add_func ("/figure/check/faint-texts-are-found", test_contrast);
  g_test_add_func ("/figure/check/what-is-beneath-counts", test_beneath);
  g_test_add_func ("/figure/check/a-dark-page-is-dark", test_dark_page);
  g_test_add_func ("/figure/check/characters-without-a-font-are-found", test_glyphs);
  g_test_add_func ("/figure/check/partners-too-small-to-see-are-found", test_tiny);
  g_test_add_func ("/figure/check/each-kind-is-told-once", test_many);
  g_test_add_func ("/figure/check/large-pages-are-quick", test_cost);
  return g_test_run ();
}
