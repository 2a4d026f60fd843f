/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every figure, in every theme, on columns, a page and a slide: nothing that an editor
 * would send back. */

#include "samples.h"

#include "figure/trl-figure-check.h"
#include "figure/trl-figure.h"

typedef struct
{
  const char *figure;
  const char *layout;
  const char *settings[3];
  const char *sample; /* NULL: the survey of ten sites */
} Case;

/* What nobody chose is drawn first. */
static const Case cases[] = {
  { "network", NULL, { NULL } },
  { "network", "spokes", { NULL } },
  { "network", "stress", { NULL } },
  { "network", NULL, { "letters=yes" } },
  { "network", NULL, { "labels=numbers", "most=5" } },
  { "network", "rings", { NULL }, "seven-roles" },
  { "multiples", NULL, { NULL } },
  { "reach", NULL, { NULL } },
  { "reach", NULL, { "group=family", "colour=yes" } },
  { "depth", NULL, { NULL } },
  { "depth", NULL, { "types=frequent", "diverging=yes" } },
  { "matrix", NULL, { NULL } },
  { "quadrant", NULL, { NULL } },
  { "axes", NULL, { NULL } },
  { "axes", NULL, { "x=partners", "y=breadth" } },
  { "crosstab", NULL, { NULL } },
  { "crosstab", NULL, { "classes=4" } },
  { "model", NULL, { NULL } },
  { "change", NULL, { NULL } },
};

/* In millimetres; a height of 0: by content. */
static const struct
{
  const char *id;
  double      width, height;
} pages[] = {
  { "column", 85, 0 },
  { "wide column", 120, 0 },
  { "page", 180, 0 },
  { "slide", 338.7, 190.5 },
};

/* What lies where, for who has to mend it. */
static void
tell (const TrlScene *scene, const char *name, const TrlFigureProblem *problem)
{
  const TrlRect *at = &problem->where;
  const TrlItem *items;
  guint          n;

  g_test_message ("%s: %s, first at %.0f,%.0f %.0f×%.0f", name, problem->text, at->x,
                  at->y, at->width, at->height);
  items = trl_scene_get_items (scene, &n);
  for (guint i = 0; i < n; i++)
    {
      TrlRect box;

      trl_scene_get_item_bounds (scene, i, &box);
      if (items[i].kind == TRL_ITEM_TEXT && box.x < at->x + at->width &&
          at->x < box.x + box.width && box.y < at->y + at->height &&
          at->y < box.y + box.height)
        g_test_message ("  “%s”", trl_scene_get_text (scene, items[i].text)->string);
    }
}

static guint
check_page (TrlDocument *document, const Case *c, guint page, TrlTheme theme)
{
  const char      *shade = trl_theme_ids[theme];
  TrlFigureRequest request = { .document = document,
                               .figure = c->figure,
                               .layout = c->layout,
                               .width = pages[page].width * TRL_POINTS_PER_MM,
                               .height = pages[page].height * TRL_POINTS_PER_MM,
                               .theme = theme };
  g_autofree char *name =
    g_strdup_printf ("%s on a %s, %s", c->figure, pages[page].id, shade);
  g_autoptr (TrlOptions) options = trl_figure_options_new (c->figure);
  g_autoptr (GError) error = NULL;
  g_autoptr (TrlScene) scene = NULL;
  g_autoptr (GArray) problems = NULL;

  for (guint i = 0; c->settings[i]; i++)
    g_assert_true (trl_options_set_pair (options, c->settings[i], NULL));
  request.options = options;
  scene = trl_figure_build (&request, NULL, &error);
  g_assert_no_error (error);
  problems = trl_figure_check (scene, 0);
  for (guint i = 0; i < problems->len; i++)
    tell (scene, name, &g_array_index (problems, TrlFigureProblem, i));
  return problems->len;
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (TrlDocument) document =
    open_sample (c->sample ? c->sample : "ecosystem-lab-illustrative");
  guint n = 0;

  for (guint page = 0; page < G_N_ELEMENTS (pages); page++)
    for (TrlTheme theme = 0; theme < TRL_N_THEMES; theme++)
      n += check_page (document, c, page, theme);
  g_assert_cmpuint (n, ==, 0);
}

static void
test_all (void)
{
  guint                   n;
  const TrlFigure *const *figures = trl_figures (&n);

  for (guint i = 0; i < n; i++)
    {
      gboolean found = FALSE;

      for (guint k = 0; k < G_N_ELEMENTS (cases); k++)
        found |= g_str_equal (cases[k].figure, figures[i]->id);
      g_test_message ("%s", figures[i]->id);
      g_assert_true (found);
    }
}

/* How large a picture is: the widest of its rings. */
static double
measure_rings (const TrlScene *scene)
{
  guint          n;
  const TrlItem *items = trl_scene_get_items (scene, &n);
  double         widest = 0;

  for (guint i = 0; i < n; i++)
    if (items[i].kind == TRL_ITEM_DISC && items[i].owner.kind == TRL_OWNER_RING)
      widest = MAX (widest, items[i].radius);
  return widest;
}

static double
measure_picture (TrlDocument *document, double width, double height, TrlLegendPlace place)
{
  g_autoptr (TrlOptions) options = trl_figure_options_new ("network");
  TrlFigureRequest request = { .document = document,
                               .layout = "rings",
                               .width = width * TRL_POINTS_PER_MM,
                               .height = height * TRL_POINTS_PER_MM,
                               .legend = { .place = place },
                               .options = options };
  g_autoptr (TrlScene) scene = trl_figure_build (&request, NULL, NULL);

  return measure_rings (scene);
}

/* Large names make a narrow page higher; they do not crush what they name. */
static void
test_large_names (void)
{
  static const double sizes[] = { 8, 9, 10, 12 };
  g_autoptr (TrlDocument) document = open_sample ("ecosystem-lab-illustrative");

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (guint k = 0; k < 2; k++)
      {
        const char *figure = k ? "model" : "network";
        g_autoptr (TrlOptions) options = trl_figure_options_new (figure);
        TrlFigureRequest request = { .document = document,
                                     .figure = figure,
                                     .width = 85 * TRL_POINTS_PER_MM,
                                     .text_size = sizes[i],
                                     .options = options };
        g_autoptr (TrlScene) scene = trl_figure_build (&request, NULL, NULL);
        g_autoptr (GArray) problems = trl_figure_check (scene, 0);

        for (guint p = 0; p < problems->len; p++)
          tell (scene, figure, &g_array_index (problems, TrlFigureProblem, p));
        g_assert_cmpuint (problems->len, ==, 0);
        if (k == 0)
          g_assert_cmpfloat (measure_rings (scene), >, 15);
      }
}

/* Upright pages, square ones, slides. */
static void
test_side_of_legend (void)
{
  static const double sizes[][2] = {
    { 210, 297 }, { 215.9, 279.4 }, { 180, 180 }, { 254, 190.5 }, { 338.7, 190.5 }
  };
  g_autoptr (TrlDocument) document = open_sample ("ecosystem-lab-illustrative");

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      double width = sizes[i][0], height = sizes[i][1];
      double chosen = measure_picture (document, width, height, TRL_LEGEND_AUTO);
      double below = measure_picture (document, width, height, TRL_LEGEND_BELOW);
      double beside = measure_picture (document, width, height, TRL_LEGEND_BESIDE);

      g_test_message ("%.0f×%.0f: %.0f; below %.0f, beside %.0f", width, height, chosen,
                      below, beside);
      g_assert_cmpfloat (chosen, >=, 0.95 * MAX (below, beside));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figure/pages/every-figure-is-checked", test_all);
  g_test_add_func ("/figure/pages/large-names-make-it-higher", test_large_names);
  g_test_add_func ("/figure/pages/legend-leaves-most-to-the-picture",
                   test_side_of_legend);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Case      *c = &cases[i];
      const char      *more = c->layout ? c->layout : c->settings[0];
      g_autofree char *path = g_strdup_printf ("/figure/pages/%s%s%s", c->figure,
                                               more ? "-" : "", more ? more : "");

      g_test_add_data_func (path, c, test_case);
    }
  return g_test_run ();
}
