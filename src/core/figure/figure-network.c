/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One network with its title, legend, caption and source. */
#include "config.h"

#include "figure/trl-figure.h"

#include "figure/trl-figure-alt.h"
#include "figure/trl-figure-fill.h"
#include "figure/trl-figure-hidden.h"
#include "figure/trl-figure-key.h"
#include "figure/trl-figure-named.h"
#include "figure/trl-figure-networks.h"
#include "figure/trl-figure-partners.h"
#include "figure/trl-figure-places.h"
#include "figure/trl-figure-words.h"
#include "formats/trl-csv.h"
#include "model/trl-rollup.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Of the room on a page of a height, what a list of names takes at most. */
#define MOST_OF_ROOM 0.5
/* Discs in a crowd. */
#define LEAST_DISCS 0.4
#define SCALE_WITH_PIPS 0.7

#define LARGEST 1.6 /* scale of the picture */
#define MANY 500    /* partners: a picture takes time to draw */

static const char *const names_choices[] = { "all", "connected", "numbers", "none",
                                             NULL };
static const char *const names_labels[] = { N_ ("As There Is Room"),
                                            N_ ("The Most Connected"),
                                            N_ ("The Most Connected, Others by Number"),
                                            N_ ("None"), NULL };
static const char *const pips_choices[] = { "auto", "never", "always", NULL };
static const char *const pips_labels[] = { N_ ("Where no ring says it"), N_ ("Never"),
                                           N_ ("Always"), NULL };

static const TrlOption options[] = {
  { "labels", N_ ("Names"), TRL_OPTION_CHOICE, "all", 0, 0, names_choices, names_labels },
  { "most", N_ ("The Most Connected: How Many"), TRL_OPTION_INTEGER, "25", 0, 1000 },
  { "counts", N_ ("Numbers of Partners"), TRL_OPTION_FLAG, "yes" },
  { "ghosts", N_ ("Types without Interaction"), TRL_OPTION_FLAG, "yes" },
  { "ring-names", N_ ("Names of Rings"), TRL_OPTION_FLAG, "yes" },
  { "letters", N_ ("Letters of Types"), TRL_OPTION_FLAG, "no" },
  { "intended", N_ ("Intended Levels"), TRL_OPTION_FLAG, "no" },
  { "pips", N_ ("Dots That Count the Level"), TRL_OPTION_CHOICE, "auto", 0, 0,
    pips_choices, pips_labels },
  { "hide-levels", N_ ("Levels Left Out"), TRL_OPTION_TEXT, "" },
  { "hide-types", N_ ("Partner Types Left Out"), TRL_OPTION_TEXT, "" },
};

/* What the page asks for while it looks for a scale. */
typedef struct
{
  TrlNetwork          *network;
  TrlLayoutResult     *places;
  TrlSceneOptions      scene;
  TrlSceneNotes        notes;
  TrlFigureHidden     *hidden;
  TrlFigureRanking    *ranking; /* of who is named, if not all or none */
  TrlFigureNamed      *named;   /* NULL: all are, or none */
  GHashTable          *measured;
  GCancellable        *cancellable;
  TrlLegend           *legend; /* as it was counted */
  TrlScene            *drawn;  /* the last picture */
  double               drawn_scale;
  double               key_size;
  const TrlSceneNotes *said;  /* what the words say found no room; NULL: whatever did */
  gboolean             stale; /* something else did */
} Drawing;

/* A page that is made again for its caption alone has the same picture. */
static TrlScene *
draw_picture (gpointer data, double scale)
{
  Drawing *drawing = data;

  drawing->scene.scale = scale;
  if (drawing->drawn && drawing->drawn_scale == scale)
    return trl_scene_ref (drawing->drawn);
  drawing->scene.sketch = FALSE;
  drawing->drawn_scale = scale;
  g_clear_pointer (&drawing->drawn, trl_scene_unref);
  drawing->drawn = trl_scene_build_noting (drawing->network, drawing->places,
                                           &drawing->scene, &drawing->notes);
  return trl_scene_ref (drawing->drawn);
}

static TrlScene *
sketch_picture (gpointer data, double scale)
{
  Drawing      *drawing = data;
  TrlSceneNotes notes;

  drawing->scene.scale = scale;
  if (drawing->drawn && drawing->drawn_scale == scale)
    return trl_scene_ref (drawing->drawn);
  drawing->scene.sketch = TRUE;
  return trl_scene_build_noting (drawing->network, drawing->places, &drawing->scene,
                                 &notes);
}

/* Partners that are left out make the box too large at worst. */
static gboolean
find_box (gpointer data, double *width, double *height)
{
  const Drawing         *drawing = data;
  const TrlLayoutResult *places = drawing->places;
  TrlPoint               least = places->points[0], most = least;

  if (places->n < MANY)
    return FALSE;
  for (guint i = 1; i < places->n; i++)
    {
      least.x = MIN (least.x, places->points[i].x);
      least.y = MIN (least.y, places->points[i].y);
      most.x = MAX (most.x, places->points[i].x);
      most.y = MAX (most.y, places->points[i].y);
    }
  *width = most.x - least.x;
  *height = most.y - least.y;
  return TRUE;
}

static gboolean
says_otherwise (gpointer data)
{
  Drawing *drawing = data;

  drawing->stale = drawing->said && (drawing->notes.unnamed != drawing->said->unnamed ||
                                     drawing->notes.hub_name != drawing->said->hub_name);
  return drawing->stale;
}

static TrlLegend *
draw_legend (gpointer data, double scale)
{
  Drawing *drawing = data;

  if (!drawing->legend)
    drawing->legend = trl_legend_new (&drawing->network, 1, &drawing->scene);
  return trl_legend_copy (drawing->legend, scale);
}

static double
put_key (gpointer data, TrlScene *scene, double x, double y, double width)
{
  const Drawing       *drawing = data;
  const TrlThemeStyle *style = trl_theme_get_style (drawing->scene.theme);
  TrlFigureKey         key = { .size = drawing->key_size,
                               .ink = style->ink,
                               .dim = style->dim,
                               .measured = drawing->measured,
                               .cancellable = drawing->cancellable };

  if (!drawing->named)
    return 0;
  key.names = drawing->named->listed;
  return trl_figure_key_put (&key, scene, x, y, width);
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
  return CLAMP (request->width * 0.2, 6 * size, 9 * size);
}

static void
choose_looks (const TrlFigureRequest *request, Drawing *drawing)
{
  const char *pips = trl_options_get_text (request->options, "pips");

  trl_scene_options_init (&drawing->scene);
  drawing->scene.theme = request->theme;
  drawing->scene.palette = request->palette;
  trl_figure_hidden_apply (drawing->hidden, &drawing->scene);
  drawing->scene.all_levels = request->legend_all;
  drawing->scene.sheer = TRUE;
  drawing->scene.text_size = size_of_names (request, drawing->network);
  drawing->key_size = MAX (6, 0.92 * drawing->scene.text_size);
  drawing->scene.labels =
    !g_str_equal (trl_options_get_text (request->options, "labels"), "none");
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

static void
name_partners (const TrlFigureRequest *request, Drawing *drawing, guint listed)
{
  guint most = (guint) trl_options_get_integer (request->options, "most");

  g_clear_pointer (&drawing->named, trl_figure_named_free);
  drawing->named = trl_figure_named_new (drawing->ranking, most, listed);
  drawing->scene.names = drawing->named->names;
}

static gboolean
key_fits (const TrlFigureRequest *request,
          Drawing                *drawing,
          guint                   listed,
          double                  width,
          double                  height)
{
  name_partners (request, drawing, listed);
  return put_key (drawing, NULL, 0, 0, width) <= height * MOST_OF_ROOM;
}

/* Names of a few find room in a crowd where discs leave it. */
static void
shrink_discs (Drawing *drawing)
{
  guint n = trl_network_count_partners (drawing->network);

  drawing->scene.disc_scale = CLAMP (sqrt (60.0 / MAX (n, 1)), LEAST_DISCS, 1);
  if (drawing->scene.disc_scale < SCALE_WITH_PIPS)
    drawing->scene.pips = TRL_PIPS_NEVER;
}

/* Who is named and who numbered.  On a page of a height the list is as long as there is
 * room for it, and the best connected are on it. */
static void
choose_names (const TrlFigureRequest *request, Drawing *drawing, const TrlPage *page)
{
  const char *labels = trl_options_get_text (request->options, "labels");
  guint       low = 0, high;
  double      width, height;

  if (g_str_equal (labels, "all") || g_str_equal (labels, "none"))
    return;
  shrink_discs (drawing);
  trl_page_get_room (page, &width, &height);
  drawing->ranking =
    trl_figure_ranking_new (drawing->network, drawing->places, &drawing->scene);
  name_partners (request, drawing, g_str_equal (labels, "numbers") ? G_MAXUINT : 0);
  if (request->height <= 0 || drawing->named->listed->len == 0)
    return;
  high = MIN (drawing->named->listed->len,
              trl_figure_key_count_most (drawing->key_size, height * MOST_OF_ROOM)) +
         1;
  while (high - low > 1 && !g_cancellable_is_cancelled (drawing->cancellable))
    {
      guint middle = (low + high) / 2;

      if (key_fits (request, drawing, middle, width, height))
        low = middle;
      else
        high = middle;
    }
  name_partners (request, drawing, low);
}

static void
fill_page (const TrlFigureRequest *request,
           const TrlFigureFacts   *facts,
           Drawing                *drawing,
           TrlPageWords           *words,
           TrlPage                *page)
{
  g_auto (TrlPageWords) made = { 0 };

  made.title = g_strdup (trl_network_get_name (drawing->network));
  made.subtitle = trl_figure_words_subtitle (facts);
  made.caption = trl_figure_words_caption (facts);
  made.source = trl_figure_words_source (request->document, drawing->network);
  trl_figure_fill_words (request, &made, words);
  *page = (TrlPage){
    .largest = LARGEST,
    .texts = drawing->scene.texts,
    .picture = draw_picture,
    .sketch = sketch_picture,
    .bare = find_box,
    .is_stale = says_otherwise,
    .legend = draw_legend,
    .below = put_key,
    .data = drawing,
  };
  trl_figure_fill_page (request, words, page);
}

static gboolean
has_list (const Drawing *drawing)
{
  return drawing->named && drawing->named->listed->len > 0;
}

/* A number that is not in the picture is of no use in the list. */
static guint
shorten_list (Drawing *drawing)
{
  guint dropped;

  if (!has_list (drawing) || drawing->notes.unnamed == 0)
    return 0;
  dropped =
    trl_figure_named_keep_placed (drawing->named, drawing->network, drawing->drawn);
  drawing->notes.unnamed -= MIN (dropped, drawing->notes.unnamed);
  if (dropped > 0)
    g_clear_pointer (&drawing->drawn, trl_scene_unref);
  return dropped;
}

/* The caption says what found no room, which is known once there is a picture, and takes
 * room itself: so the page is planned again when something was left out.  Where the page
 * is as high as its content, the picture stays, and its scale with it. */
static TrlScene *
compose (const TrlFigureRequest *request,
         TrlFigureFacts         *facts,
         Drawing                *drawing,
         GCancellable           *cancellable,
         GError                **error)
{
  TrlScene *scene = NULL;
  double    largest = LARGEST;
  guint turns = has_list (drawing) ? 4 : trl_figure_wants_made_caption (request) ? 2 : 1;

  do
    {
      g_auto (TrlPageWords) words = { 0 };
      TrlPage page;

      drawing->said = --turns > 0 ? &facts->notes : NULL;
      drawing->stale = FALSE;
      fill_page (request, facts, drawing, &words, &page);
      page.largest = largest;
      scene = trl_page_compose (&page, cancellable, error);
      if (drawing->stale && shorten_list (drawing) == 0 &&
          !trl_figure_wants_made_caption (request))
        turns = 1;
      facts->notes = drawing->notes;
      if (request->height <= 0)
        largest = drawing->scene.scale;
    }
  while (drawing->stale);
  return scene;
}

static TrlScene *
draw (const TrlFigureRequest *request,
      Drawing                *drawing,
      GCancellable           *cancellable,
      GError                **error)
{
  g_autoptr (TrlProfile) profile = trl_profile_new (drawing->network);
  g_auto (TrlPageWords) words = { 0 };
  TrlFigureFacts facts;
  TrlPage        page;
  TrlScene      *scene = NULL;

  drawing->cancellable = cancellable;
  drawing->measured = trl_figure_key_new_measured ();
  trl_figure_facts_init (&facts, drawing->network, profile, &drawing->scene,
                         drawing->places->n_rings);
  facts.left_out = drawing->hidden->words;
  fill_page (request, &facts, drawing, &words, &page);
  choose_names (request, drawing, &page);
  facts.named = drawing->named;
  if (!g_cancellable_set_error_if_cancelled (cancellable, error))
    scene = compose (request, &facts, drawing, cancellable, error);
  g_clear_pointer (&drawing->measured, g_hash_table_unref);
  g_clear_pointer (&drawing->ranking, trl_figure_ranking_free);
  g_clear_pointer (&drawing->named, trl_figure_named_free);
  g_clear_pointer (&drawing->legend, trl_legend_free);
  g_clear_pointer (&drawing->drawn, trl_scene_unref);
  return scene;
}

/* The network as it is drawn, and where; @rolled owns what had to be made. */
static gboolean
place (const TrlFigureRequest *request,
       Drawing                *drawing,
       TrlNetwork            **rolled,
       GCancellable           *cancellable,
       GError                **error)
{
  drawing->network = trl_figure_find_network (request, error);
  if (!drawing->network || !trl_figure_hidden_init (drawing->hidden, request, error))
    return FALSE;
  if (request->roll_up && !trl_network_is_grained_by_type (drawing->network))
    drawing->network = *rolled = trl_network_roll_up (drawing->network);
  drawing->places = trl_figure_places (drawing->network, request->layout,
                                       request->positions_csv, cancellable, error);
  return drawing->places != NULL;
}

static TrlScene *
build (const TrlFigureRequest *request, GCancellable *cancellable, GError **error)
{
  g_autoptr (TrlNetwork) rolled = NULL;
  g_autoptr (TrlLayoutResult) places = NULL;
  g_autoptr (TrlTextCache) texts = NULL;
  g_auto (TrlFigureHidden) hidden = { 0 };
  Drawing  drawing = { .hidden = &hidden };
  gboolean placed = place (request, &drawing, &rolled, cancellable, error);

  places = drawing.places;
  if (!placed)
    return NULL;
  texts = trl_text_cache_new ();
  choose_looks (request, &drawing);
  drawing.scene.texts = texts;
  return draw (request, &drawing, cancellable, error);
}

/* Places are points at 100 %, whatever the scale of the page. */
static char *
make_table (const TrlFigureRequest *request, GError **error)
{
  g_autoptr (TrlNetwork) rolled = NULL;
  g_autoptr (TrlLayoutResult) places = NULL;
  g_autoptr (TrlScene) scene = NULL;
  g_autoptr (GArray) partners = NULL;
  g_autoptr (GString) csv = g_string_new (TRL_FIGURE_PARTNER_CELLS ",x,y\r\n");
  g_auto (TrlFigureHidden) hidden = { 0 };
  Drawing  drawing = { .hidden = &hidden };
  gboolean placed = place (request, &drawing, &rolled, NULL, error);

  places = drawing.places;
  if (!placed)
    return NULL;
  choose_looks (request, &drawing);
  drawing.scene.labels = FALSE;
  scene = trl_scene_build (drawing.network, places, &drawing.scene);
  partners = trl_figure_partners_new (drawing.network, scene);
  for (guint i = 0; i < partners->len; i++)
    {
      const TrlFigurePartner *partner = &g_array_index (partners, TrlFigurePartner, i);
      const TrlPoint         *point = &places->points[partner->index];

      trl_figure_partner_append (csv, partner, FALSE);
      trl_csv_append_number (csv, point->x, FALSE);
      trl_csv_append_number (csv, point->y, TRUE);
    }
  return g_string_free (g_steal_pointer (&csv), FALSE);
}

const TrlFigure trl_figure_network = {
  .id = "network",
  .label = N_ ("Network"),
  .description = N_ ("One network with its legend, in rings, spokes or by closeness."),
  .options = options,
  .n_options = G_N_ELEMENTS (options),
  .build = build,
  .make_table = make_table,
  .say = trl_figure_alt_say_network,
};
