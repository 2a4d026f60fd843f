/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A page is judged by what is painted: the same list of items that all painters draw. A
 * kind of problem is a row of the table, with a function that looks at one item. */

#include "config.h"

#include "figure/trl-figure-check.h"

#include "figure/trl-line-box.h"
#include "scene/trl-colour-science.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define DEFAULT_LEAST_TEXT 6.0
#define TOLERANCE 0.5 /* points */
#define ROUNDING 1e-3
#define LEAST_RADIUS 0.5 /* points: thinner than a hair */

typedef struct
{
  const TrlScene *scene;
  const TrlItem  *items;
  guint           n_items;
  double          least_text;
  gboolean        has_page;
  TrlColour       background; /* opaque */
  double          width, height;
} Check;

static gboolean
is_text (const TrlItem *item)
{
  return item->kind == TRL_ITEM_TEXT && item->fill.a > 0;
}

static const TrlTextBlock *
get_block (const Check *check, guint i)
{
  return trl_scene_get_text (check->scene, check->items[i].text);
}

static guint
is_small (const Check *check, guint i)
{
  return is_text (&check->items[i]) &&
         get_block (check, i)->size < check->least_text - ROUNDING;
}

static gboolean
texts_meet (const Check *check, guint i, guint k)
{
  const TrlTextBlock *a = get_block (check, i), *b = get_block (check, k);

  for (guint m = 0; m < a->n_lines; m++)
    for (guint n = 0; n < b->n_lines; n++)
      {
        TrlLineBox one, other;

        trl_line_box_init (&one, &check->items[i], a, m);
        trl_line_box_init (&other, &check->items[k], b, n);
        if (trl_line_boxes_meet (&one, &other, TOLERANCE))
          return TRUE;
      }
  return FALSE;
}

static guint
lies_on_text (const Check *check, guint i)
{
  TrlRect box;
  g_autoptr (GArray) near = NULL;

  if (!is_text (&check->items[i]))
    return FALSE;
  trl_scene_get_item_bounds (check->scene, i, &box);
  near = trl_scene_find_items (check->scene, &box);
  for (guint m = 0; m < near->len; m++)
    {
      guint k = g_array_index (near, guint, m);

      if (k >= i)
        break;
      if (is_text (&check->items[k]) && texts_meet (check, i, k))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_beyond (const Check *check, const TrlRect *box)
{
  return box->x < -TOLERANCE || box->y < -TOLERANCE ||
         box->x + box->width > check->width + TOLERANCE ||
         box->y + box->height > check->height + TOLERANCE;
}

static gboolean
is_painted (const TrlItem *item)
{
  return item->fill.a > 0 || (item->stroke.a > 0 && item->width > 0);
}

/* Of a text the letters count; the room around them may leave the page. */
static guint
is_cut_off (const Check *check, guint i)
{
  TrlRect box;

  if (!check->has_page || !is_painted (&check->items[i]))
    return FALSE;
  trl_scene_get_item_bounds (check->scene, i, &box);
  if (check->items[i].kind != TRL_ITEM_TEXT || !is_beyond (check, &box))
    return is_beyond (check, &box);
  for (guint m = 0; m < get_block (check, i)->n_lines; m++)
    {
      TrlLineBox line;

      trl_line_box_init (&line, &check->items[i], get_block (check, i), m);
      trl_line_box_get_bounds (&line, &box);
      if (line.half_width > 0 && is_beyond (check, &box))
        return TRUE;
    }
  return FALSE;
}

static void
find_middle (const TrlItem *item, const TrlTextBlock *block, double *x, double *y)
{
  double dx = (0.5 - block->anchor_x) * block->width;
  double dy = (0.5 - block->anchor_y) * block->height;
  double c = cos (block->angle), s = sin (block->angle);

  *x = item->x + dx * c - dy * s;
  *y = item->y + dx * s + dy * c;
}

static gboolean
is_filled (const TrlItem *item)
{
  return item->fill.a > 0 && item->kind >= TRL_ITEM_DISC && item->kind <= TRL_ITEM_SECTOR;
}

/* What shows through is mixed, back to front, as it is painted. */
static TrlColour
get_beneath (const Check *check, guint i)
{
  const TrlTextBlock *block = get_block (check, i);
  TrlColour           colour = check->background;
  double              x, y;
  g_autoptr (GArray) near = NULL;

  find_middle (&check->items[i], block, &x, &y);
  near = trl_scene_find_items (check->scene, &(TrlRect){ x, y, 0, 0 });
  for (guint m = 0; m < near->len; m++)
    {
      guint          k = g_array_index (near, guint, m);
      const TrlItem *item = &check->items[k];

      if (k >= i)
        break;
      if (is_filled (item) && trl_scene_item_covers (check->scene, k, x, y))
        colour = trl_colour_mix (colour, item->fill, item->fill.a);
    }
  return trl_colour_mix (colour, block->halo, MAX (block->halo.a, 0));
}

static guint
is_faint (const Check *check, guint i)
{
  const TrlTextBlock *block;
  TrlColour           beneath, ink;
  gboolean            large;

  if (!is_text (&check->items[i]))
    return FALSE;
  block = get_block (check, i);
  large = block->size >= (block->bold ? 14 : 18) - ROUNDING;
  beneath = get_beneath (check, i);
  ink = trl_colour_mix (beneath, check->items[i].fill, check->items[i].fill.a);
  return trl_colour_contrast (ink, beneath) < (large ? 3 : 4.5) - ROUNDING;
}

static guint
count_unknown (const Check *check, guint i)
{
  return is_text (&check->items[i]) ? get_block (check, i)->unknown : 0;
}

/* Of a partner's marks the largest counts, which is its disc. */
static guint
is_tiny (const Check *check, guint i)
{
  const TrlItem *item = &check->items[i];
  guint          n;
  const guint   *items;

  if (item->owner.kind != TRL_OWNER_NODE ||
      (item->kind != TRL_ITEM_DISC && item->kind != TRL_ITEM_SHAPE))
    return FALSE;
  items = trl_scene_get_owner_items (check->scene, item->owner, &n);
  for (guint k = 0; k < n; k++)
    {
      const TrlItem *other = &check->items[items[k]];

      if ((other->kind == TRL_ITEM_DISC || other->kind == TRL_ITEM_SHAPE) &&
          (other->radius >= LEAST_RADIUS || items[k] < i))
        return FALSE;
    }
  return TRUE;
}

/* Each returns how often an item has the problem. */
static guint (*const counters[TRL_N_PROBLEMS]) (const Check *check, guint i) = {
  [TRL_PROBLEM_SMALL_TEXT] = is_small,  [TRL_PROBLEM_OVERLAP] = lies_on_text,
  [TRL_PROBLEM_CUT_OFF] = is_cut_off,   [TRL_PROBLEM_CONTRAST] = is_faint,
  [TRL_PROBLEM_GLYPHS] = count_unknown, [TRL_PROBLEM_TINY] = is_tiny,
};

static char *
word (TrlProblemKind kind, guint n, double least)
{
  switch (kind)
    {
    case TRL_PROBLEM_SMALL_TEXT:
      return g_strdup_printf (ngettext ("%u text is smaller than %g points",
                                        "%u texts are smaller than %g points", n),
                              n, least);
    case TRL_PROBLEM_OVERLAP:
      return g_strdup_printf (
        ngettext ("%u text overlaps another", "%u texts overlap others", n), n);
    case TRL_PROBLEM_CUT_OFF:
      return g_strdup_printf (
        ngettext ("%u item runs off the page", "%u items run off the page", n), n);
    case TRL_PROBLEM_CONTRAST:
      return g_strdup_printf (
        ngettext ("%u text is hard to tell from what is beneath it",
                  "%u texts are hard to tell from what is beneath them", n),
        n);
    case TRL_PROBLEM_GLYPHS:
      return g_strdup_printf (
        ngettext ("%u character is drawn as a box because no font here has it",
                  "%u characters are drawn as boxes because no font here has them", n),
        n);
    case TRL_PROBLEM_TINY:
      return g_strdup_printf (
        ngettext ("%u partner is drawn too small to be seen well; a larger page or "
                  "smaller names leave more room",
                  "%u partners are drawn too small to be seen well; a larger page or "
                  "smaller names leave more room",
                  n),
        n);
    case TRL_N_PROBLEMS:
    default:
      g_assert_not_reached ();
    }
}

static void
add_problem (GArray *problems, const Check *check, TrlProblemKind kind)
{
  TrlFigureProblem problem = { .kind = kind };

  for (guint i = 0; i < check->n_items; i++)
    {
      guint n = counters[kind](check, i);

      if (n > 0 && problem.count == 0)
        trl_scene_get_item_bounds (check->scene, i, &problem.where);
      problem.count += n;
    }
  if (problem.count == 0)
    return;
  problem.text = word (kind, problem.count, check->least_text);
  g_array_append_val (problems, problem);
}

static void
clear_problem (gpointer problem)
{
  g_free (((TrlFigureProblem *) problem)->text);
}

GArray *
trl_figure_check (const TrlScene *scene, double least_text)
{
  static const TrlColour white = { 1, 1, 1, 1 };
  Check                  check = { .scene = scene, .background = white };
  TrlColour              page = { 0 };
  GArray                *problems;

  g_return_val_if_fail (scene && trl_scene_is_frozen (scene), NULL);
  problems = g_array_new (FALSE, FALSE, sizeof (TrlFigureProblem));
  g_array_set_clear_func (problems, clear_problem);
  check.items = trl_scene_get_items (scene, &check.n_items);
  check.least_text = least_text > 0 ? least_text : DEFAULT_LEAST_TEXT;
  check.has_page = trl_scene_get_page (scene, &page, &check.width, &check.height);
  if (check.has_page)
    check.background = trl_colour_mix (white, page, page.a);
  for (TrlProblemKind kind = 0; kind < TRL_N_PROBLEMS; kind++)
    add_problem (problems, &check, kind);
  return problems;
}
