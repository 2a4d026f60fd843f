/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Ties are strings of small discs, so that who looks for room asks the same question of
 * ties and of discs.  Only as much of them is strung as places that are tried can touch;
 * where those would be too many, fewer places are looked at, and no place counts as clear
 * of ties that was not. */

#include "config.h"

#include "layout/trl-settle.h"

#include "layout/trl-room.h"

#include <math.h>

#define TRIES 4000    /* places of a node */
#define SHIFTS 2000   /* places of a picture */
#define LOOKS 2000000 /* at its discs, in all places: about a second */
#define BEADS 200000  /* most of all ties */
#define BEAD_RADIUS 2.0
#define FARTHER 4 /* times as many places are tried for one on no tie */
#define EXTRA 8

typedef struct
{
  const TrlLayoutInput *input;
  const gboolean       *held;
  GArray               *moving; /* guint */
  double                widest; /* radius, points */
  double                widest_moving;
  double                narrowest_moving;
  TrlRoom              *discs;
  TrlRoom              *ties;
  double                strung; /* points about those that move in which ties are known */
  guint                 looks;  /* left */
  GCancellable         *cancellable;
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

static Box
widen (Box box, double by)
{
  return (Box){ box.left - by, box.top - by, box.right + by, box.bottom + by };
}

static double
get_extent (const Ground *ground, Box box)
{
  return fmax (fmax (box.right - box.left, box.bottom - box.top), 4 * ground->widest);
}

/* Cuts off what of a way from @at by @way is not between two lines. */
static void
cut (double at, double way, double least, double most, double *from, double *to)
{
  double a = (least - at) / way, b = (most - at) / way;

  if (way != 0)
    {
      *from = fmax (*from, fmin (a, b));
      *to = fmin (*to, fmax (a, b));
    }
  else if (at < least || at > most)
    *to = -1;
}

/* Returns the beads of what is in the area of a tie; adds them to the room, if any.  They
 * are so near to each other that no disc that moves fits between two on their line. */
static guint
string_tie (const Ground *ground, Box area, TrlPoint a, TrlPoint b, TrlRoom *room)
{
  double gap = 2 * sqrt (BEAD_RADIUS * (2 * ground->narrowest_moving + BEAD_RADIUS));
  double from = 0, to = 1;
  guint  n;

  cut (a.x, b.x - a.x, area.left, area.right, &from, &to);
  cut (a.y, b.y - a.y, area.top, area.bottom, &from, &to);
  if (to < from)
    return 0;
  n = (guint) CLAMP (ceil (hypot (a.x - b.x, a.y - b.y) * (to - from) / gap), 1, BEADS);
  for (guint k = 0; room && k <= n; k++)
    {
      double   t = from + (to - from) * k / n;
      TrlPoint at = { a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t };

      trl_room_add (room, at, BEAD_RADIUS);
    }
  return n + 1;
}

/* All ties between those that stand.  Ends early where there are too many. */
static guint
string_area (const Ground *ground, const TrlPoint *points, Box area, TrlRoom *room)
{
  const TrlLayoutInput *input = ground->input;
  guint                 beads = 0;

  for (guint e = 0; e < input->m && beads <= BEADS; e++)
    {
      guint from = input->from[e], to = input->to[e];

      if (g_cancellable_is_cancelled (ground->cancellable))
        break;
      if (ground->held[from] && ground->held[to])
        beads += string_tie (ground, area, points[from], points[to], room);
    }
  return beads;
}

/* For places up to @reach from where those that move are, or as far as ties are not too
 * many. */
static void
string_ties (Ground *ground, const TrlPoint *points, double reach)
{
  Box    box = find_box (ground, points);
  double touch = ground->widest_moving + BEAD_RADIUS;

  for (; reach >= BEAD_RADIUS; reach /= 2)
    {
      Box area = widen (box, reach + touch);

      if (string_area (ground, points, area, NULL) > BEADS)
        continue;
      string_area (ground, points, area, ground->ties);
      ground->strung = reach;
      return;
    }
}

static void
prepare (Ground               *ground,
         const TrlLayoutInput *input,
         const gboolean       *held,
         const TrlPoint       *points,
         double                gap,
         GCancellable         *cancellable)
{
  *ground = (Ground){ input, held, g_array_new (FALSE, FALSE, sizeof (guint)), 1, 1 };
  ground->narrowest_moving = G_MAXDOUBLE;
  ground->looks = LOOKS;
  ground->cancellable = cancellable;
  for (guint i = 0; i < input->n; i++)
    {
      ground->widest = fmax (ground->widest, input->radius[i]);
      if (held[i])
        continue;
      g_array_append_val (ground->moving, i);
      ground->widest_moving = fmax (ground->widest_moving, input->radius[i]);
      ground->narrowest_moving = fmin (ground->narrowest_moving, input->radius[i]);
    }
  ground->discs = trl_room_new (2 * ground->widest + gap);
  ground->ties = trl_room_new (ground->widest_moving + BEAD_RADIUS);
  for (guint i = 0; i < input->n; i++)
    if (held[i])
      trl_room_add (ground->discs, points[i], input->radius[i]);
}

/* Whether the discs that move keep their gap from those of a room when all are shifted.
 */
static gboolean
is_clear (
  Ground *ground, const TrlRoom *room, const TrlPoint *points, TrlPoint shift, double gap)
{
  for (guint k = 0; k < ground->moving->len; k++)
    {
      guint    i = g_array_index (ground->moving, guint, k);
      TrlPoint at = { points[i].x + shift.x, points[i].y + shift.y };

      if (ground->looks == 0)
        return FALSE;
      ground->looks--;
      if (!trl_room_is_clear (room, at, ground->input->radius[i], gap))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_over (const Ground *ground)
{
  return ground->looks == 0 || g_cancellable_is_cancelled (ground->cancellable);
}

/* Among the shifts from @k on.  Returns @most where there is none. */
static guint
find_room (
  Ground *ground, const TrlPoint *points, double gap, double step, guint k, guint most)
{
  for (; k < most && !is_over (ground); k++)
    if (is_clear (ground, ground->discs, points, trl_spiral ((TrlPoint){ 0, 0 }, step, k),
                  gap))
      return k;
  return most;
}

/* The nearest with room tells how far ties matter. */
static TrlPoint
find_shift (Ground *ground, const TrlPoint *points, double gap)
{
  TrlPoint here = { 0, 0 };
  double   extent = get_extent (ground, find_box (ground, points));
  double   step = fmax (ground->widest, extent / 10);
  guint    first = find_room (ground, points, gap, step, 0, SHIFTS);
  guint    most = MIN (SHIFTS, FARTHER * (first + EXTRA));

  if (first == SHIFTS)
    return here;
  string_ties (ground, points, step * sqrt (most));
  most = MIN (most, (guint) pow (ground->strung / step, 2) + 1);
  for (guint k = first; k < most; k = find_room (ground, points, gap, step, k + 1, most))
    {
      TrlPoint shift = trl_spiral (here, step, k);

      if (is_clear (ground, ground->ties, points, shift, 0))
        return shift;
    }
  return trl_spiral (here, step, first);
}

/* Between discs that do not give way there may be no room: then it stays, as near as it
 * was. */
static TrlPoint
find_place (const Ground *ground, TrlPoint from, double radius)
{
  TrlPoint found = from;
  double   step = fmax (radius, 1);
  guint    most = TRIES;
  gboolean any = FALSE;

  for (guint k = 0; k < most; k++)
    {
      TrlPoint at = trl_spiral (from, step, k);

      if (!trl_room_is_clear (ground->discs, at, radius, 0))
        continue;
      if (step * sqrt (k) > ground->strung)
        return any ? found : at;
      if (trl_room_is_clear (ground->ties, at, radius, 0))
        return at;
      if (any)
        continue;
      any = TRUE;
      found = at;
      most = MIN (most, FARTHER * (k + EXTRA));
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

  prepare (&ground, input, held, points, gap, cancellable);
  if (ground.moving->len == 0)
    return !g_cancellable_set_error_if_cancelled (cancellable, error);
  shift = find_shift (&ground, points, gap);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  for (guint k = 0; k < ground.moving->len; k++)
    {
      guint i = g_array_index (ground.moving, guint, k);

      points[i] = (TrlPoint){ points[i].x + shift.x, points[i].y + shift.y };
    }
  return TRUE;
}

gboolean
trl_settle_each (const TrlLayoutInput *input,
                 const gboolean       *held,
                 gboolean              beside_ties,
                 TrlPoint             *points,
                 GCancellable         *cancellable,
                 GError              **error)
{
  g_auto (Ground) ground = { 0 };
  g_autofree TrlPoint *places = NULL;

  prepare (&ground, input, held, points, 0, cancellable);
  places = g_new (TrlPoint, ground.moving->len + 1);
  if (beside_ties && ground.moving->len > 0)
    string_ties (&ground, points, ground.widest_moving * sqrt (TRIES));
  for (guint k = 0; k < ground.moving->len; k++)
    {
      guint i = g_array_index (ground.moving, guint, k);

      if (g_cancellable_is_cancelled (cancellable))
        break;
      places[k] = find_place (&ground, points[i], input->radius[i]);
      trl_room_add (ground.discs, places[k], input->radius[i]);
    }
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  for (guint k = 0; k < ground.moving->len; k++)
    points[g_array_index (ground.moving, guint, k)] = places[k];
  return TRUE;
}
