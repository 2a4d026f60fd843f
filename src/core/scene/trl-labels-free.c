/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every label has 32 places (16 in a crowd) or, if it may stand far off, 128, ranked by a
 * fixed cost (habit, lines beneath) that is worked out once; only the conflicts among
 * labels change while they move about. */
#include "scene/trl-labels.h"

#include "scene/trl-label-grid.h"

#include <math.h>

#define FREE_PLACES 32
#define NEAR_PLACES 8
#define CROWD 80 /* with more labels, leader lines would be the clutter */
#define CROWD_PLACES 16
#define FAR_DIRECTIONS 16
#define FAR_COST 3.0
#define ROUNDS 3
#define FORBIDDEN 1e6

/* Which way from the disc, and the cost of the habit: right is read best. */
typedef struct
{
  double dx, dy, cost;
} Direction;

static const Direction directions[NEAR_PLACES] = {
  { 1, 0, 0 },        { -1, 0, 0.6 },      { 0, 1, 0.5 },     { 0, -1, 0.7 },
  { 0.8, -0.6, 1.0 }, { -0.8, -0.6, 1.2 }, { 0.8, 0.6, 1.0 }, { -0.8, 0.6, 1.2 },
};
static const double reach[FREE_PLACES / NEAR_PLACES] = { 2.0, 12.0, 24.0, 40.0 };
static const double far_reach[] = { 85, 155, 230, 310, 410, 525 };
#define N_PLACES (FREE_PLACES + FAR_DIRECTIONS * G_N_ELEMENTS (far_reach))

typedef struct
{
  TrlFreeLabel       *labels;
  guint               n;
  const TrlLabelDisc *discs;
  const TrlLabelLine *lines;
  const TrlRect      *area;
  TrlLabelGrid        disc_grid, line_grid, label_grid;
  double             *cost;  /* n × N_PLACES, without other labels */
  int                *place; /* n, -1: none */
  guint               n_places;
} Placer;

/* Far off, the text begins, is centred or ends where its direction leads. */
static TrlRect
far_box_at (const TrlFreeLabel *label, guint place)
{
  double angle = 2 * G_PI * (place % FAR_DIRECTIONS) / FAR_DIRECTIONS;
  double far = label->radius + far_reach[place / FAR_DIRECTIONS] * label->far;
  double share = CLAMP (0.5 - cos (angle), 0, 1);

  return (TrlRect){ label->x + cos (angle) * far - share * label->width,
                    label->y + sin (angle) * far - label->height / 2, label->width,
                    label->height };
}

static TrlRect
box_at (const TrlFreeLabel *label, guint place)
{
  const Direction *d = &directions[place % NEAR_PLACES];
  double           far, x, y;

  if (place >= FREE_PLACES)
    return far_box_at (label, place - FREE_PLACES);
  far = label->radius + reach[place / NEAR_PLACES];
  x = label->x + d->dx * far;
  y = label->y + d->dy * far;
  if (d->dx == 0)
    x -= label->width / 2;
  else if (d->dx < 0)
    x -= label->width;
  if (d->dy == 0)
    y -= label->height / 2;
  else if (d->dy < 0)
    y -= d->dx == 0 ? label->height : label->height - label->line * 0.4;
  else if (d->dx != 0)
    y -= label->line * 0.4;
  return (TrlRect){ x, y, label->width, label->height };
}

typedef struct
{
  const Placer *placer;
  TrlRect       box;
  double        sum;
  gboolean      hit;
  guint         self;
  guint         blockers[3];
  guint         n_blockers;
} Probe;

static gboolean
visit_disc (guint index, gpointer data)
{
  Probe              *probe = data;
  const TrlLabelDisc *disc = &probe->placer->discs[index];
  const TrlRect      *box = &probe->box;
  double              dx = disc->x - CLAMP (disc->x, box->x, box->x + box->width);
  double              dy = disc->y - CLAMP (disc->y, box->y, box->y + box->height);
  double              near = disc->radius + 0.75;

  probe->hit = dx * dx + dy * dy < near * near;
  return !probe->hit;
}

static gboolean
visit_line (guint index, gpointer data)
{
  Probe              *probe = data;
  const TrlLabelLine *line = &probe->placer->lines[index];

  probe->sum +=
    line->weight * trl_rect_covered (&probe->box, line->x1, line->y1, line->x2, line->y2);
  return TRUE;
}

static gboolean
visit_label (guint index, gpointer data)
{
  Probe *probe = data;

  if (index == probe->self ||
      !trl_rect_overlaps (&probe->placer->labels[index].box, &probe->box))
    return TRUE;
  for (guint i = 0; i < probe->n_blockers; i++)
    if (probe->blockers[i] == index)
      return TRUE;
  probe->blockers[probe->n_blockers++] = index;
  return probe->n_blockers < G_N_ELEMENTS (probe->blockers);
}

static gboolean
within (const TrlRect *area, const TrlRect *box)
{
  return !area || (box->x >= area->x && box->y >= area->y &&
                   box->x + box->width <= area->x + area->width &&
                   box->y + box->height <= area->y + area->height);
}

static double
cost_of_place (guint place)
{
  if (place < FREE_PLACES)
    return directions[place % NEAR_PLACES].cost + 4.0 * (place / NEAR_PLACES);
  return 12 + FAR_COST * ((place - FREE_PLACES) / FAR_DIRECTIONS);
}

/* @probe: has the box */
static gboolean
is_allowed (Placer *placer, const TrlFreeLabel *label, Probe *probe)
{
  if (!label->outside && !within (placer->area, &probe->box))
    return FALSE;
  trl_label_grid_visit (&placer->disc_grid, &probe->box, visit_disc, probe);
  return !probe->hit;
}

static double
fixed_cost (Placer *placer, guint i, guint place)
{
  const TrlFreeLabel *label = &placer->labels[i];
  Probe               probe = { .placer = placer, .box = box_at (label, place) };

  if (label->hemmed_in || !is_allowed (placer, label, &probe))
    return FORBIDDEN;
  trl_label_grid_visit (&placer->line_grid, &probe.box, visit_line, &probe);
  return cost_of_place (place) + probe.sum / MAX (label->line, 1);
}

/* The labels in the way of a label at a place. */
static Probe
conflicts (Placer *placer, guint i, guint place)
{
  Probe probe = { .placer = placer,
                  .box = box_at (&placer->labels[i], place),
                  .self = i };

  trl_label_grid_visit (&placer->label_grid, &probe.box, visit_label, &probe);
  return probe;
}

static void
put (Placer *placer, guint i, int place)
{
  TrlFreeLabel *label = &placer->labels[i];

  if (placer->place[i] >= 0)
    trl_label_grid_remove (&placer->label_grid, &label->box, i);
  placer->place[i] = place;
  if (place < 0)
    return;
  label->box = box_at (label, (guint) place);
  trl_label_grid_add (&placer->label_grid, &label->box, i);
}

static guint
count_places (const Placer *placer, guint i)
{
  return placer->labels[i].far > 0 ? N_PLACES : placer->n_places;
}

/* The cheapest place without a conflict, or -1. */
static int
best_place (Placer *placer, guint i)
{
  int    best = -1;
  double least = FORBIDDEN;

  for (guint place = 0; place < count_places (placer, i); place++)
    {
      double cost = placer->cost[i * N_PLACES + place];

      if (cost < least && conflicts (placer, i, place).n_blockers == 0)
        {
          least = cost;
          best = (int) place;
        }
    }
  return best;
}

/* Puts label @i where one other stands, if that one finds another place. */
static gboolean
push_aside (Placer *placer, guint i, guint place)
{
  Probe probe = conflicts (placer, i, place);
  guint other = probe.blockers[0];
  int   old, fresh;

  if (probe.n_blockers != 1 || placer->labels[other].fixed)
    return FALSE;
  old = placer->place[other];
  put (placer, other, -1);
  put (placer, i, (int) place);
  fresh = best_place (placer, other);
  if (fresh >= 0)
    {
      put (placer, other, fresh);
      return TRUE;
    }
  put (placer, i, -1);
  put (placer, other, old);
  return FALSE;
}

/* Returns whether anything moved. */
static gboolean
improve (Placer *placer, guint i)
{
  int before = placer->place[i], best;

  put (placer, i, -1);
  best = best_place (placer, i);
  put (placer, i, best);
  for (guint place = 0; best < 0 && place < count_places (placer, i); place++)
    if (placer->cost[i * N_PLACES + place] < FORBIDDEN && push_aside (placer, i, place))
      return TRUE;
  return best != before;
}

static int
compare_priority (gconstpointer a, gconstpointer b, gpointer data)
{
  const TrlFreeLabel *labels = data;
  guint               i = *(const guint *) a, j = *(const guint *) b;
  double              d = labels[j].priority - labels[i].priority;

  return d < 0 ? -1 : d > 0 ? 1 : (int) i - (int) j;
}

/* Of the discs that labels belong to. */
static TrlRect
find_bounds (const Placer *placer)
{
  double left = INFINITY, top = INFINITY, right = -INFINITY, bottom = -INFINITY;

  for (guint i = 0; i < placer->n; i++)
    {
      const TrlFreeLabel *label = &placer->labels[i];

      if (label->fixed)
        continue;
      left = MIN (left, label->x - label->radius - label->width);
      right = MAX (right, label->x + label->radius + label->width);
      top = MIN (top, label->y - label->radius - label->height);
      bottom = MAX (bottom, label->y + label->radius + label->height);
    }
  return left <= right ? (TrlRect){ left, top, right - left, bottom - top }
                       : (TrlRect){ 0, 0, 1, 1 };
}

static void
init_discs (Placer *placer, const TrlRect *bounds, guint n_discs)
{
  trl_label_grid_init (&placer->disc_grid, bounds);
  for (guint i = 0; i < n_discs; i++)
    {
      const TrlLabelDisc *disc = &placer->discs[i];
      double              r = disc->radius + 1;

      trl_label_grid_add (&placer->disc_grid,
                          &(TrlRect){ disc->x - r, disc->y - r, 2 * r, 2 * r }, i);
    }
  placer->n_places = placer->n > CROWD ? CROWD_PLACES : FREE_PLACES;
}

static void
placer_init (Placer *placer, guint n_discs, guint n_lines)
{
  TrlRect bounds = find_bounds (placer);

  init_discs (placer, &bounds, n_discs);
  trl_label_grid_init (&placer->line_grid, &bounds);
  trl_label_grid_init (&placer->label_grid, &bounds);
  for (guint i = 0; i < n_lines; i++)
    trl_label_grid_add_line (&placer->line_grid, &placer->lines[i], i);
  placer->cost = g_new (double, placer->n *N_PLACES + 1);
  placer->place = g_new (int, placer->n + 1);
  for (guint i = 0; i < placer->n; i++)
    {
      placer->place[i] = -1;
      if (placer->labels[i].fixed)
        trl_label_grid_add (&placer->label_grid, &placer->labels[i].box, i);
      for (guint place = 0; place < count_places (placer, i); place++)
        placer->cost[i * N_PLACES + place] = fixed_cost (placer, i, place);
    }
}

static void
placer_clear (Placer *placer)
{
  trl_label_grid_clear (&placer->disc_grid);
  trl_label_grid_clear (&placer->line_grid);
  trl_label_grid_clear (&placer->label_grid);
  g_free (placer->cost);
  g_free (placer->place);
}

static void
finish (const Placer *placer, guint i)
{
  TrlFreeLabel *label = &placer->labels[i];
  guint         place = (guint) placer->place[i];
  double        dx, inset = MIN (label->line, label->height) / 2;

  label->placed = label->fixed || placer->place[i] >= 0;
  if (!label->placed || label->fixed)
    return;
  dx = directions[place % NEAR_PLACES].dx;
  if (place >= FREE_PLACES)
    dx =
      round (cos (2 * G_PI * ((place - FREE_PLACES) % FAR_DIRECTIONS) / FAR_DIRECTIONS));
  label->side = dx > 0 ? 1 : dx < 0 ? -1 : 0;
  label->leader = place >= NEAR_PLACES;
  label->at_x = CLAMP (label->x, label->box.x, label->box.x + label->box.width);
  label->at_y =
    CLAMP (label->y, label->box.y + inset, label->box.y + label->height - inset);
  if (label->side == 0)
    label->at_y = label->y < label->box.y ? label->box.y : label->box.y + label->height;
}

/* A larger box reaches at least as far from each place as a smaller one. */
void
trl_labels_find_hemmed_in (TrlFreeLabel       *labels,
                           guint               n,
                           const TrlLabelDisc *discs,
                           guint               n_discs,
                           const TrlRect      *area)
{
  Placer  placer = { .labels = labels, .n = n, .discs = discs, .area = area };
  TrlRect bounds = find_bounds (&placer);

  init_discs (&placer, &bounds, n_discs);
  for (guint i = 0; i < n; i++)
    {
      gboolean free_place = labels[i].fixed;

      for (guint place = 0; !free_place && place < count_places (&placer, i); place++)
        {
          Probe probe = { .placer = &placer, .box = box_at (&labels[i], place) };

          free_place = is_allowed (&placer, &labels[i], &probe);
        }
      labels[i].hemmed_in = !free_place;
    }
  trl_label_grid_clear (&placer.disc_grid);
}

guint
trl_labels_place_free (TrlFreeLabel       *labels,
                       guint               n,
                       const TrlLabelDisc *discs,
                       guint               n_discs,
                       const TrlLabelLine *lines,
                       guint               n_lines,
                       const TrlRect      *area)
{
  Placer placer = {
    .labels = labels, .n = n, .discs = discs, .lines = lines, .area = area
  };
  g_autofree guint *order = g_new (guint, n + 1);
  guint             left_out = 0;
  gboolean          moved = TRUE;

  placer_init (&placer, n_discs, n_lines);
  for (guint i = 0; i < n; i++)
    order[i] = i;
  g_qsort_with_data (order, (int) n, sizeof *order, compare_priority, labels);
  for (guint i = 0; i < n; i++)
    if (!labels[order[i]].fixed)
      put (&placer, order[i], best_place (&placer, order[i]));
  for (guint round = 0; moved && round < ROUNDS; round++)
    {
      moved = FALSE;
      for (guint i = 0; i < n; i++)
        if (!labels[order[i]].fixed && improve (&placer, order[i]))
          moved = TRUE;
    }
  for (guint i = 0; i < n; i++)
    {
      finish (&placer, i);
      left_out += !labels[i].placed;
    }
  placer_clear (&placer);
  return left_out;
}
