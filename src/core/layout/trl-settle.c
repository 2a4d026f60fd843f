/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Ties are strings of small discs, so that who looks for room asks the same question of
 * ties and of discs.  Only those near the nodes that move are strung; where there are too
 * many for a place between them, none is.
 */

#include "config.h"

#include "layout/trl-settle.h"

#include "layout/trl-room.h"

#include <math.h>

#define TRIES 4000    /* places of a node */
#define SHIFTS 2000   /* places of a picture, fewer of a large one: */
#define LOOKS 2000000 /* at its discs */
#define BEADS 200000  /* most of all ties */
#define BEAD_RADIUS 2.0
#define FARTHER 4 /* times as many places are tried for one on no tie */

typedef struct
{
  const TrlLayoutInput *input;
  const gboolean       *held;
  GArray               *moving; /* guint */
  double                widest; /* radius, points */
  TrlRoom              *discs;
  TrlRoom              *ties;
} Ground;

static void
clear_ground (Ground *ground)
{
  g_array_unref (ground->moving);
  g_clear_pointer (&ground->discs, trl_room_free);
  g_clear_pointer (&ground->ties, trl_room_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Ground, clear_ground)

typedef struct
{
  double left, top, right, bottom;
} Box;

/* Of those that move. */
static Box
find_box (const Ground *ground, const TrlPoint *points)
{
  Box box = { G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE, -G_MAXDOUBLE };

  for (guint k = 0; k < ground->moving->len; k++)
    {
      TrlPoint at = points[g_array_index (ground->moving, guint, k)];

      box.left = fmin (box.left, at.x);
      box.right = fmax (box.right, at.x);
      box.top = fmin (box.top, at.y);
      box.bottom = fmax (box.bottom, at.y);
    }
  return box;
}

static double
get_extent (const Ground *ground, Box box)
{
  return fmax (fmax (box.right - box.left, box.bottom - box.top), 4 * ground->widest);
}

static gboolean
is_near (Box box, double reach, TrlPoint a, TrlPoint b)
{
  return fmax (a.x, b.x) > box.left - reach && fmin (a.x, b.x) < box.right + reach &&
         fmax (a.y, b.y) > box.top - reach && fmin (a.y, b.y) < box.bottom + reach;
}

/* Returns: how many beads more there are. */
static guint
string_tie (const Ground *ground, TrlPoint a, TrlPoint b)
{
  guint n = (guint) fmin (hypot (a.x - b.x, a.y - b.y) / ground->widest, BEADS);

  for (guint k = 1; k < n; k++)
    {
      double   t = (double) k / n;
      TrlPoint at = { a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t };

      trl_room_add (ground->ties, at, BEAD_RADIUS);
    }
  return n;
}

static void
string_ties (Ground *ground, const TrlPoint *points)
{
  const TrlLayoutInput *input = ground->input;
  Box                   box = find_box (ground, points);
  double                reach = 2 * get_extent (ground, box);
  guint                 beads = 0;

  for (guint e = 0; e < input->m && beads < BEADS; e++)
    {
      TrlPoint a = points[input->from[e]], b = points[input->to[e]];

      if (ground->held[input->from[e]] && ground->held[input->to[e]] &&
          is_near (box, reach, a, b))
        beads += string_tie (ground, a, b);
    }
  if (beads < BEADS)
    return;
  trl_room_free (ground->ties);
  ground->ties = trl_room_new (2 * ground->widest);
}

static void
prepare (Ground               *ground,
         const TrlLayoutInput *input,
         const gboolean       *held,
         const TrlPoint       *points,
         double                gap)
{
  *ground = (Ground){ input, held, g_array_new (FALSE, FALSE, sizeof (guint)), 1 };
  for (guint i = 0; i < input->n; i++)
    {
      ground->widest = fmax (ground->widest, input->radius[i]);
      if (!held[i])
        g_array_append_val (ground->moving, i);
    }
  ground->discs = trl_room_new (2 * ground->widest + gap);
  ground->ties = trl_room_new (2 * ground->widest);
  for (guint i = 0; i < input->n; i++)
    if (held[i])
      trl_room_add (ground->discs, points[i], input->radius[i]);
  if (ground->moving->len > 0)
    string_ties (ground, points);
}

/* Whether the discs that move keep their gap from those of a room when all are shifted.
 */
static gboolean
is_clear (const Ground   *ground,
          const TrlRoom  *room,
          const TrlPoint *points,
          TrlPoint        shift,
          double          gap)
{
  for (guint k = 0; k < ground->moving->len; k++)
    {
      guint    i = g_array_index (ground->moving, guint, k);
      TrlPoint at = { points[i].x + shift.x, points[i].y + shift.y };

      if (trl_room_measure (room, at, ground->input->radius[i]) < gap)
        return FALSE;
    }
  return TRUE;
}

static TrlPoint
find_shift (const Ground *ground, const TrlPoint *points, double gap)
{
  double   extent = get_extent (ground, find_box (ground, points));
  double   step = fmax (ground->widest, extent / 10);
  guint    most = MIN (SHIFTS, LOOKS / MAX (ground->moving->len, 1));
  TrlPoint found = { 0, 0 };
  gboolean any = FALSE;

  for (guint k = 0; k < most; k++)
    {
      TrlPoint shift = trl_spiral ((TrlPoint){ 0, 0 }, step, k);

      if (!is_clear (ground, ground->discs, points, shift, gap))
        continue;
      if (is_clear (ground, ground->ties, points, shift, 0))
        return shift;
      if (any)
        continue;
      any = TRUE;
      found = shift;
      most = MIN (most, FARTHER * (k + 8));
    }
  return found;
}

/* Between discs that do not give way there may be no room: then it stays, as near as it
 * was. */
static TrlPoint
find_place (const Ground *ground, TrlPoint from, double radius)
{
  TrlPoint found = from;
  guint    most = TRIES;
  gboolean any = FALSE;

  for (guint k = 0; k < most; k++)
    {
      TrlPoint at = trl_spiral (from, fmax (radius, 1), k);

      if (trl_room_measure (ground->discs, at, radius) < 0)
        continue;
      if (trl_room_measure (ground->ties, at, radius) >= 0)
        return at;
      if (any)
        continue;
      any = TRUE;
      found = at;
      most = MIN (most, FARTHER * (k + 8));
    }
  return found;
}

gboolean
trl_settle_as_one (const TrlLayoutInput *input,
                   const gboolean       *held,
                   double                gap,
                   TrlPoint             *points,
                   GCancellable         *cancellable,
                   GError              **error)
{
  g_auto (Ground) ground = { 0 };
  TrlPoint shift;

  prepare (&ground, input, held, points, gap);
  shift = find_shift (&ground, points, gap);
  for (guint k = 0; k < ground.moving->len; k++)
    {
      guint i = g_array_index (ground.moving, guint, k);

      points[i] = (TrlPoint){ points[i].x + shift.x, points[i].y + shift.y };
    }
  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

gboolean
trl_settle_each (const TrlLayoutInput *input,
                 const gboolean       *held,
                 TrlPoint             *points,
                 GCancellable         *cancellable,
                 GError              **error)
{
  g_auto (Ground) ground = { 0 };

  prepare (&ground, input, held, points, 0);
  for (guint k = 0; k < ground.moving->len; k++)
    {
      guint i = g_array_index (ground.moving, guint, k);

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      points[i] = find_place (&ground, points[i], input->radius[i]);
      trl_room_add (ground.discs, points[i], input->radius[i]);
    }
  return TRUE;
}
