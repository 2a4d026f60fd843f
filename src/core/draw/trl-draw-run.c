/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Edges that lie one upon the other in one colour look the same as one path of them all,
 * which is a fraction of the work and of the file.  Sheer ones do but where two of a path
 * cross, and of the thousands that it takes for edges to be sheer, that is few. */

#include "config.h"

#include "draw/trl-draw-private.h"

#define CROWD 500       /* edges; among fewer, each is something of its own */
#define MOST_IN_RUN 100 /* programs that show a file draw longer paths slowly */

gboolean
trl_draw_is_crowd (const TrlScene *scene)
{
  guint          n, edges = 0;
  const TrlItem *items = trl_scene_get_items (scene, &n);

  for (guint i = 0; i < n && edges <= CROWD; i++)
    edges += items[i].owner.kind == TRL_OWNER_EDGE;
  return edges > CROWD;
}

static gboolean
may_join (const TrlItem *item)
{
  return item->owner.kind == TRL_OWNER_EDGE && trl_item_is_line (item) &&
         item->stroke.a > 0 && item->width > 0 && item->inline_width <= 0;
}

static gboolean
is_alike (const TrlItem *a, const TrlItem *b)
{
  return a->stroke.r == b->stroke.r && a->stroke.g == b->stroke.g &&
         a->stroke.b == b->stroke.b && a->stroke.a == b->stroke.a &&
         a->width == b->width && a->dash[0] == b->dash[0] && a->dash[1] == b->dash[1];
}

guint
trl_draw_count_run (const TrlItem *items, guint n)
{
  guint count = 1;

  if (!may_join (&items[0]))
    return 1;
  while (count < MIN (n, MOST_IN_RUN) && may_join (&items[count]) &&
         is_alike (&items[0], &items[count]))
    count++;
  return count;
}
