/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One network with its title, legend, caption and source. */
#include "config.h"

#include "figure/trl-figure.h"

#include "figure/trl-figure-fill.h"
#include "figure/trl-figure-networks.h"
#include "figure/trl-figure-places.h"
#include "figure/trl-figure-words.h"
#include "model/trl-rollup.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static const char *const pips_choices[] = { "auto", "never", "always", NULL };
static const char *const pips_labels[] = { N_ ("Where no ring says it"), N_ ("Never"),
                                           N_ ("Always"), NULL };

static const TrlOption options[] = {
  { "labels", N_ ("Names"), TRL_OPTION_FLAG, "yes" },
  { "counts", N_ ("Numbers of Partners"), TRL_OPTION_FLAG, "yes" },
  { "ghosts", N_ ("Types without Interaction"), TRL_OPTION_FLAG, "yes" },
  { "ring-names", N_ ("Names of Rings"), TRL_OPTION_FLAG, "yes" },
  { "letters", N_ ("Letters of Types"), TRL_OPTION_FLAG, "no" },
  { "intended", N_ ("Intended Levels"), TRL_OPTION_FLAG, "no" },
  { "pips", N_ ("Dots That Count the Level"), TRL_OPTION_CHOICE, "auto", 0, 0,
    pips_choices, pips_labels },
};

/* What the page asks for while it looks for a scale. */
typedef struct
{
  TrlNetwork      *network;
  TrlLayoutResult *places;
  TrlSceneOptions  scene;
  TrlSceneNotes    notes;
} Drawing;

static TrlScene *
draw_picture (gpointer data, double scale)
{
  Drawing *drawing = data;

  drawing->scene.scale = scale;
  drawing->scene.sketch = FALSE;
  return trl_scene_build_noting (drawing->network, drawing->places, &drawing->scene,
                                 &drawing->notes);
}

static TrlScene *
sketch_picture (gpointer data, double scale)
{
  Drawing      *drawing = data;
  TrlSceneNotes notes;

  drawing->scene.scale = scale;
  drawing->scene.sketch = TRUE;
  return trl_scene_build_noting (drawing->network, drawing->places, &drawing->scene,
                                 &notes);
}

static TrlLegend *
draw_legend (gpointer data, double scale)
{
  Drawing *drawing = data;

  drawing->scene.scale = scale;
  return trl_legend_new (&drawing->network, 1, &drawing->scene);
}

/* Many partners need smaller names; none is printed below 6 points. */
static double
size_of_names (const TrlFigureRequest *request, const TrlNetwork *network)
{
  double size = trl_page_get_text_size (request->width);
  guint  n = trl_network_count_partners (network);

  if (request->text_size > 0)
    return MAX (6, request->text_size);
  return MAX (6, n > 150  ? size * 0.72
                 : n > 60 ? size * 0.8
                 : n > 30 ? size * 0.9
                          : size);
}

/* Where the legend stands beside, height is scarcer than width: names get longer lines.
 */
static double
width_of_names (const TrlFigureRequest *request, double size)
{
  if (request->height > 0 && request->width > 1.35 * request->height)
    return 15 * size;
  return CLAMP (request->width * 0.2, 46, 9 * size);
}

static void
choose_looks (const TrlFigureRequest *request, Drawing *drawing)
{
  const char *pips = trl_options_get_text (request->options, "pips");

  trl_scene_options_init (&drawing->scene);
  drawing->scene.theme = request->theme;
  drawing->scene.palette = request->palette;
  drawing->scene.all_levels = request->legend_all;
  drawing->scene.text_size = size_of_names (request, drawing->network);
  drawing->scene.labels = trl_options_get_flag (request->options, "labels");
  drawing->scene.counts = trl_options_get_flag (request->options, "counts");
  drawing->scene.ghosts = trl_options_get_flag (request->options, "ghosts");
  drawing->scene.ring_names = trl_options_get_flag (request->options, "ring-names");
  drawing->scene.letters = trl_options_get_flag (request->options, "letters");
  drawing->scene.intended = trl_options_get_flag (request->options, "intended");
  for (guint i = 0; pips_choices[i]; i++)
    if (g_str_equal (pips, pips_choices[i]))
      drawing->scene.pips = (TrlPips) i;
  if (drawing->scene.pips == TRL_PIPS_AUTO)
    drawing->scene.pips = drawing->places->n_rings > 0 ? TRL_PIPS_NEVER : TRL_PIPS_ALWAYS;
  drawing->scene.least_text = MAX (6, 0.62 * trl_page_get_text_size (request->width));
  drawing->scene.label_width = width_of_names (request, drawing->scene.text_size);
}

/* The caption says what found no room, which is known once there is a picture, and takes
 * room itself: so the page is made twice when something was left out.  Where the page is
 * as high as its content, the picture stays, and its scale with it. */
static TrlScene *
compose (const TrlFigureRequest *request,
         Drawing                *drawing,
         GCancellable           *cancellable,
         GError                **error)
{
  g_autoptr (TrlProfile) profile = trl_profile_new (drawing->network);
  TrlFigureFacts facts = { drawing->network, profile, &drawing->scene,
                           drawing->places->n_rings };
  TrlScene      *scene = NULL;
  double         largest = 1.6;

  for (guint turn = 0; turn < 2; turn++)
    {
      g_auto (TrlPageWords) made = { 0 };
      g_auto (TrlPageWords) words = { 0 };
      TrlPage page = {
        .largest = largest,
        .picture = draw_picture,
        .sketch = sketch_picture,
        .legend = draw_legend,
        .data = drawing,
      };

      made.title = g_strdup (trl_network_get_name (drawing->network));
      made.subtitle = trl_figure_words_subtitle (&facts);
      made.caption = trl_figure_words_caption (&facts);
      made.source = trl_figure_words_source (request->document, drawing->network);
      trl_figure_fill_words (request, &made, &words);
      trl_figure_fill_page (request, &words, &page);
      g_clear_pointer (&scene, trl_scene_unref);
      scene = trl_page_compose (&page, cancellable, error);
      if (!scene || !trl_figure_wants_made_caption (request) ||
          (drawing->notes.unnamed == 0 && !drawing->notes.hub_name))
        break;
      facts.notes = drawing->notes;
      if (request->height <= 0)
        largest = drawing->scene.scale;
    }
  return scene;
}

static TrlScene *
build (const TrlFigureRequest *request, GCancellable *cancellable, GError **error)
{
  TrlNetwork *network = trl_figure_find_network (request, error);
  g_autoptr (TrlNetwork) rolled = NULL;
  g_autoptr (TrlLayoutResult) places = NULL;
  g_autoptr (TrlTextCache) texts = NULL;
  Drawing drawing = { 0 };

  if (!network)
    return NULL;
  if (request->roll_up && !trl_network_is_grained_by_type (network))
    network = rolled = trl_network_roll_up (network);
  places = trl_figure_places (network, request->layout, request->positions_csv,
                              cancellable, error);
  if (!places)
    return NULL;
  drawing.network = network;
  drawing.places = places;
  texts = trl_text_cache_new ();
  choose_looks (request, &drawing);
  drawing.scene.texts = texts;
  return compose (request, &drawing, cancellable, error);
}

const TrlFigure trl_figure_network = {
  .id = "network",
  .label = N_ ("Network"),
  .description = N_ ("One network with its legend, in rings, spokes or by closeness."),
  .options = options,
  .n_options = G_N_ELEMENTS (options),
  .build = build,
};
