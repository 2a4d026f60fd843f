/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A value becomes marks here and nowhere else; what looks alike means the same. */
#include "scene/trl-look.h"

#include "scene/trl-colour-science.h"

#include <math.h>

/* Above this many ties all lines get thinner, so that the disc of a partner stays larger
 * than the line that reaches it. */
#define FULL_WIDTH_EDGES 40.0
#define LEAST_WIDTH_SHARE 0.3

/* In a dense network shallow ties fade, blended ahead, and what is not reported is drawn
 * plain: a thousand gaps and question marks would be all there is to see. */
#define FADE_FROM 40.0
#define MOST_FADE 0.4
#define PLAIN_FROM 150

struct TrlLook
{
  const TrlVocabulary *vocabulary;
  TrlSceneOptions      options;
  guint                n_edges;
  double               width_share;
  double               fade;     /* of the shallowest level */
  TrlPalette          *palettes; /* one a scale of the vocabulary */
  GHashTable          *shapes;   /* id of a partner type → TrlShape */
};

TrlLook *
trl_look_new (const TrlVocabulary   *vocabulary,
              const TrlSceneOptions *options,
              guint                  n_edges)
{
  TrlLook *look = g_new0 (TrlLook, 1);

  look->vocabulary = vocabulary;
  if (options->n_edges > 0)
    n_edges = options->n_edges;
  look->n_edges = n_edges;
  look->fade = CLAMP ((n_edges - FADE_FROM) / 300, 0, MOST_FADE);
  look->options = *options;
  look->palettes = g_new0 (TrlPalette, vocabulary->scales->len);
  for (guint i = 0; i < vocabulary->scales->len; i++)
    trl_palette_init (&look->palettes[i], g_ptr_array_index (vocabulary->scales, i),
                      options->theme, options->palette);
  look->shapes = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < vocabulary->types->len; i++)
    {
      const TrlPartnerType *type = g_ptr_array_index (vocabulary->types, i);

      g_hash_table_insert (look->shapes, type->id,
                           GUINT_TO_POINTER (trl_shape_from_name (type->shape)));
    }
  look->width_share = n_edges <= FULL_WIDTH_EDGES
                        ? 1
                        : MAX (LEAST_WIDTH_SHARE, sqrt (FULL_WIDTH_EDGES / n_edges));
  look->width_share *= CLAMP (sqrt (trl_look_node_scale (options)), 0.45, 1.6);
  return look;
}

void
trl_look_free (TrlLook *look)
{
  if (!look)
    return;
  g_free (look->palettes);
  g_hash_table_unref (look->shapes);
  g_free (look);
}

const TrlThemeStyle *
trl_look_get_style (const TrlLook *look)
{
  return trl_theme_get_style (look->options.theme);
}

TrlColour
trl_look_get_ghost (TrlTheme theme)
{
  const TrlThemeStyle *style = trl_theme_get_style (theme);

  return trl_colour_mix (style->dim, style->background, 0.35);
}

gboolean
trl_look_marks_unreported (guint n_edges)
{
  return n_edges < PLAIN_FROM;
}

double
trl_look_node_scale (const TrlSceneOptions *options)
{
  double own = options->disc_scale > 0 ? options->disc_scale : 1;

  return own * (options->scale <= 1 ? options->scale : pow (options->scale, 0.35));
}

static const TrlPalette *
palette_of (const TrlLook *look, const TrlScale *scale)
{

  for (guint i = 0; scale && i < look->vocabulary->scales->len; i++)
    if (g_ptr_array_index (look->vocabulary->scales, i) == scale)
      return &look->palettes[i];
  return look->palettes;
}

static const TrlLevelStyle *
level_style (const TrlLook *look, const TrlScale *scale, int rank)
{
  const TrlPalette *palette = palette_of (look, scale);

  return &palette->levels[MIN ((guint) rank, palette->n_levels - 1)];
}

static double
outline_width (const TrlLook *look)
{
  return 0.9 * CLAMP (sqrt (trl_look_node_scale (&look->options)), 0.55, 1.5);
}

static void
look_hollow (const TrlLook *look, int rank, TrlNodeLook *out)
{
  const TrlThemeStyle *style = trl_look_get_style (look);

  out->stroke = style->quiet;
  if (rank == 0)
    {
      out->dash[0] = 2.4 * outline_width (look);
      out->dash[1] = 1.8 * outline_width (look);
    }
  else if (trl_look_marks_unreported (look->n_edges))
    {
      out->hatch = TRUE;
      out->mark = "?";
    }
}

void
trl_look_node (const TrlLook *look, const TrlScale *scale, int rank, TrlNodeLook *out)
{
  const TrlThemeStyle *style = trl_look_get_style (look);

  *out = (TrlNodeLook){ .fill = style->background,
                        .ink = style->ink,
                        .stroke = style->outline,
                        .width = outline_width (look) };
  if (rank == 0 || rank == TRL_LOOK_NOT_REPORTED)
    look_hollow (look, rank, out);
  else if (rank > 0)
    {
      const TrlLevelStyle *level = level_style (look, scale, rank);

      out->fill = level->fill;
      out->ink = level->ink;
      out->pips = (guint) rank;
    }
  else
    out->fill = trl_colour_mix (style->background, style->quiet, 0.22);
}

/* The deepest level never fades. */
static double
fade_of (const TrlLook *look, const TrlScale *scale, int rank)
{
  guint engaged = palette_of (look, scale)->n_levels - 1;

  return engaged < 2 ? 0 : look->fade * (1 - (rank - 1) / (engaged - 1.0));
}

gboolean
trl_look_edge (const TrlLook  *look,
               const TrlScale *scale,
               int             rank,
               gboolean        planned,
               TrlEdgeLook    *out)
{
  const TrlThemeStyle *style = trl_look_get_style (look);

  if (rank == 0)
    return FALSE;
  *out = (TrlEdgeLook){ .stroke = style->quiet, .width = look->width_share };
  if (rank > 0)
    {
      const TrlLevelStyle *level = level_style (look, scale, rank);

      out->stroke =
        trl_colour_mix (level->line, style->background, fade_of (look, scale, rank));
      out->width = MAX (0.4, level->width * look->width_share);
    }
  else if (trl_look_marks_unreported (look->n_edges))
    out->gap = planned ? 0 : 0.16;
  else
    out->stroke = trl_colour_mix (style->quiet, style->background, look->fade);
  if (planned)
    {
      out->dash[0] = 3 + out->width;
      out->dash[1] = 2 + out->width;
    }
  return TRUE;
}

TrlShape
trl_look_shape (const TrlLook *look, const char *type)
{
  gpointer shape = type ? g_hash_table_lookup (look->shapes, type) : NULL;

  return shape ? (TrlShape) GPOINTER_TO_UINT (shape) : TRL_SHAPE_CIRCLE;
}

const char *
trl_look_letter (const TrlLook *look, const char *type)
{
  const TrlPartnerType *found =
    look->options.letters ? trl_vocabulary_find_type (look->vocabulary, type) : NULL;

  return found ? found->letter : NULL;
}

void
trl_look_add_pips (const TrlNodeLook *node,
                   TrlScene          *scene,
                   TrlOwner           owner,
                   double             x,
                   double             y,
                   double             room)
{
  double step = MIN (3.4, 1.75 * room / MAX (node->pips, 3)), radius = step * 0.36;

  if (radius < 0.4)
    return;
  for (guint i = 0; i < node->pips; i++)
    trl_scene_add (scene, &(TrlItem){ .kind = TRL_ITEM_DISC,
                                      .owner = owner,
                                      .fill = node->ink,
                                      .x = x + (i - (node->pips - 1) / 2.0) * step,
                                      .y = y,
                                      .radius = radius });
}
