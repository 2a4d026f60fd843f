/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is under the pointer or inside a lasso: the same list that is painted, read from
 * the front. */

#include "config.h"

#include "scene/trl-scene-private.h"

#include <math.h>

#define CURVE_STEPS 16

typedef struct
{
  const TrlScene *scene;
  const TrlItem  *item;
} Target;

static double
distance_to_segment (double x, double y, double x1, double y1, double x2, double y2)
{
  double dx = x2 - x1, dy = y2 - y1, length = dx * dx + dy * dy;
  double t = length > 0 ? CLAMP (((x - x1) * dx + (y - y1) * dy) / length, 0, 1) : 0;
  return hypot (x - x1 - t * dx, y - y1 - t * dy);
}

/* Negative inside. */
static double
distance_to_box (double x, double y, double left, double top, double width, double height)
{
  double dx = fabs (x - left - width / 2) - width / 2;
  double dy = fabs (y - top - height / 2) - height / 2;
  return hypot (MAX (dx, 0), MAX (dy, 0)) + MIN (MAX (dx, dy), 0);
}

static double
distance_line (const Target *target, double x, double y)
{
  const TrlItem *item = target->item;
  return distance_to_segment (x, y, item->x, item->y, item->x2, item->y2);
}

static double
distance_curve (const Target *target, double x, double y)
{
  const TrlItem *item = target->item;
  double         from_x = item->x, from_y = item->y, nearest = G_MAXDOUBLE;
  for (guint i = 1; i <= CURVE_STEPS; i++)
    {
      double t = (double) i / CURVE_STEPS, u = 1 - t;
      double to_x = u * u * item->x + 2 * u * t * item->cx + t * t * item->x2;
      double to_y = u * u * item->y + 2 * u * t * item->cy + t * t * item->y2;
      nearest = MIN (nearest, distance_to_segment (x, y, from_x, from_y, to_x, to_y));
      from_x = to_x;
      from_y = to_y;
    }
  return nearest;
}

static double
distance_disc (const Target *target, double x, double y)
{
  return hypot (x - target->item->x, y - target->item->y) - target->item->radius;
}

static double
distance_shape (const Target *target, double x, double y)
{
  const TrlItem *item = target->item;
  double         dx = x - item->x, dy = y - item->y;
  return trl_shape_get_distance (item->shape, item->radius, item->angle, dx, dy);
}

static double
distance_rect (const Target *target, double x, double y)
{
  const TrlItem *item = target->item;
  return distance_to_box (x, y, item->x, item->y, item->x2, item->y2);
}

static double
distance_sector (const Target *target, double x, double y)
{
  const TrlItem *item = target->item;
  double         dx = x - item->x, dy = y - item->y, away = hypot (dx, dy);
  double         turn = fmod (atan2 (dy, dx) - item->x2, 2 * G_PI);
  if ((turn < 0 ? turn + 2 * G_PI : turn) <= item->y2 - item->x2)
    return MAX (item->cx - away, away - item->radius);
  double nearest = G_MAXDOUBLE, ends[] = { item->x2, item->y2 };
  for (guint i = 0; i < 2; i++)
    {
      double c = cos (ends[i]), s = sin (ends[i]), near = item->cx, far = item->radius;
      nearest =
        MIN (nearest, distance_to_segment (dx, dy, near * c, near * s, far * c, far * s));
    }
  return nearest;
}

static double
distance_text (const Target *target, double x, double y)
{
  const TrlTextBlock *text = trl_scene_get_text (target->scene, target->item->text);
  double              c = cos (text->angle), s = sin (text->angle);
  double              dx = x - target->item->x, dy = y - target->item->y;
  return distance_to_box (dx * c + dy * s, dy * c - dx * s, -text->anchor_x * text->width,
                          -text->anchor_y * text->height, text->width, text->height);
}

static double (*const distances[TRL_N_ITEM_KINDS]) (const Target *,
                                                    double x,
                                                    double y) = {
  [TRL_ITEM_LINE] = distance_line, [TRL_ITEM_CURVE] = distance_curve,
  [TRL_ITEM_DISC] = distance_disc, [TRL_ITEM_SHAPE] = distance_shape,
  [TRL_ITEM_RECT] = distance_rect, [TRL_ITEM_SECTOR] = distance_sector,
  [TRL_ITEM_TEXT] = distance_text,
};

static gboolean
can_be_hit (const TrlItem *item)
{
  return item->owner.kind == TRL_OWNER_NODE || item->owner.kind == TRL_OWNER_EDGE ||
         item->owner.kind == TRL_OWNER_LEGEND;
}

/* A hollow node or legend entry is picked by its inside, a hollow anything else is not.
 */
static gboolean
is_filled (const TrlItem *item)
{
  return item->fill.a > 0 || item->hatch || item->owner.kind != TRL_OWNER_EDGE;
}

static double
distance_of (const TrlScene *scene, const TrlItem *item, double x, double y)
{
  double distance = distances[item->kind](&(Target){ scene, item }, x, y);
  distance = is_filled (item) ? distance : fabs (distance);
  return MAX (distance - (item->stroke.a > 0 ? item->width / 2 : 0), 0);
}

gboolean
trl_scene_hit (
  const TrlScene *scene, double x, double y, double tolerance, TrlOwner *owner)
{
  g_return_val_if_fail (scene && scene->frozen && owner, FALSE);
  g_return_val_if_fail (isfinite (x) && isfinite (y) && tolerance >= 0, FALSE);
  TrlRect area = { x - tolerance, y - tolerance, 2 * tolerance, 2 * tolerance };
  double  nearest = G_MAXDOUBLE;
  g_autoptr (GArray) found = trl_scene_find_items (scene, &area);
  for (guint i = found->len; i-- > 0;)
    {
      const TrlItem *item = trl_scene_get_item (scene, g_array_index (found, guint, i));
      double distance = can_be_hit (item) ? distance_of (scene, item, x, y) : G_MAXDOUBLE;
      if (distance <= tolerance && distance < nearest)
        {
          nearest = distance;
          *owner = item->owner;
        }
    }
  return nearest <= tolerance;
}

gboolean
trl_scene_item_covers (const TrlScene *scene, guint item, double x, double y)
{
  g_return_val_if_fail (scene && item < scene->items->len, FALSE);
  const TrlItem *found = trl_scene_get_item (scene, item);
  return found && distances[found->kind](&(Target){ scene, found }, x, y) <= 0;
}

typedef gboolean (*Inside) (gconstpointer area, double x, double y);

/* Where a thing is: the centre of a node's body, both ends of an edge's line. */
static gboolean
is_caught (const TrlItem *item, Inside inside, gconstpointer area)
{
  gboolean body = item->kind == TRL_ITEM_DISC || item->kind == TRL_ITEM_SHAPE;
  if (item->owner.kind == TRL_OWNER_NODE)
    return body && inside (area, item->x, item->y);
  return item->owner.kind == TRL_OWNER_EDGE && trl_item_is_line (item) &&
         inside (area, item->x, item->y) && inside (area, item->x2, item->y2);
}

static GArray *
catch_owners (const TrlScene *scene,
              const TrlRect  *box,
              Inside          inside,
              gconstpointer   area)
{
  GArray *owners = g_array_new (FALSE, FALSE, sizeof (TrlOwner));
  g_autoptr (GArray) found = trl_scene_find_items (scene, box);
  g_autoptr (GHashTable) nodes = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) edges = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < found->len; i++)
    {
      const TrlItem *item = trl_scene_get_item (scene, g_array_index (found, guint, i));
      GHashTable    *seen = item->owner.kind == TRL_OWNER_NODE ? nodes : edges;
      if (is_caught (item, inside, area) &&
          g_hash_table_add (seen, GUINT_TO_POINTER (item->owner.row)))
        g_array_append_val (owners, item->owner);
    }
  return owners;
}

static gboolean
inside_rect (gconstpointer area, double x, double y)
{
  const TrlRect *rect = area;
  return x >= rect->x && x <= rect->x + rect->width && y >= rect->y &&
         y <= rect->y + rect->height;
}

GArray *
trl_scene_hit_rect (const TrlScene *scene, const TrlRect *area)
{
  g_return_val_if_fail (scene && scene->frozen && area, NULL);
  return catch_owners (scene, area, inside_rect, area);
}

typedef struct
{
  const double *xy;
  guint         n;
} Polygon;

static gboolean
inside_polygon (gconstpointer area, double x, double y)
{
  const Polygon *polygon = area;
  gboolean       inside = FALSE;
  for (guint i = 0; i < polygon->n; i++)
    {
      const double *a = polygon->xy + 2 * i,
                   *b = polygon->xy + 2 * ((i + 1) % polygon->n);
      if ((a[1] > y) != (b[1] > y) &&
          x < a[0] + (y - a[1]) / (b[1] - a[1]) * (b[0] - a[0]))
        inside = !inside;
    }
  return inside;
}

GArray *
trl_scene_hit_polygon (const TrlScene *scene, const double *xy, guint n)
{
  g_return_val_if_fail (scene && scene->frozen && xy && n > 0, NULL);
  double left = xy[0], right = xy[0], top = xy[1], bottom = xy[1];
  for (guint i = 1; i < n; i++)
    {
      left = MIN (left, xy[2 * i]);
      right = MAX (right, xy[2 * i]);
      top = MIN (top, xy[2 * i + 1]);
      bottom = MAX (bottom, xy[2 * i + 1]);
    }
  TrlRect box = { left, top, right - left, bottom - top };
  return catch_owners (scene, &box, inside_polygon, &(Polygon){ xy, n });
}
