/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A cell is as wide as the reach, so that who matters is in the same cell or beside it.
 */

#include "config.h"

#include "layout/trl-room.h"

#include <math.h>

#define GOLDEN 2.399963 /* radians: never the same direction twice */
#define MOST_CELL 1e9   /* so that its number has room in 32 bits */

typedef struct
{
  TrlPoint at;
  double   radius;
} Disc;

struct TrlRoom
{
  double      reach;
  GHashTable *cells; /* column and row → GArray of Disc */
};

static guint
hash_cell (gconstpointer key)
{
  guint64 pair = *(const guint64 *) key;

  return (guint) (pair >> 32) * 73856093u ^ (guint) pair * 19349663u;
}

TrlRoom *
trl_room_new (double reach)
{
  TrlRoom *room = g_new0 (TrlRoom, 1);

  g_return_val_if_fail (reach > 0, NULL);

  room->reach = reach;
  room->cells = g_hash_table_new_full (hash_cell, g_int64_equal, g_free,
                                       (GDestroyNotify) g_array_unref);
  return room;
}

void
trl_room_free (TrlRoom *room)
{
  g_hash_table_unref (room->cells);
  g_free (room);
}

static int
find_cell (const TrlRoom *room, double at)
{
  return (int) CLAMP (floor (at / room->reach), -MOST_CELL, MOST_CELL);
}

static gint64
make_key (int column, int row)
{
  return (gint64) ((guint64) (guint32) column << 32 | (guint32) row);
}

void
trl_room_add (TrlRoom *room, TrlPoint at, double radius)
{
  gint64  key = make_key (find_cell (room, at.x), find_cell (room, at.y));
  GArray *cell = g_hash_table_lookup (room->cells, &key);
  Disc    disc = { at, radius };

  if (!cell)
    {
      cell = g_array_new (FALSE, FALSE, sizeof (Disc));
      g_hash_table_insert (room->cells, g_memdup2 (&key, sizeof key), cell);
    }
  g_array_append_val (cell, disc);
}

/* Ends where less than @enough is found. */
static double
measure_down_to (const TrlRoom *room, TrlPoint at, double radius, double enough)
{
  int    column = find_cell (room, at.x), row = find_cell (room, at.y);
  double least = G_MAXDOUBLE;

  for (int k = 0; k < 9 && least >= enough; k++)
    {
      gint64        key = make_key (column + k % 3 - 1, row + k / 3 - 1);
      const GArray *cell = g_hash_table_lookup (room->cells, &key);

      for (guint i = 0; cell && i < cell->len && least >= enough; i++)
        {
          const Disc *disc = &g_array_index (cell, Disc, i);
          double      apart = hypot (disc->at.x - at.x, disc->at.y - at.y);

          least = fmin (least, apart - disc->radius - radius);
        }
    }
  return least;
}

double
trl_room_measure (const TrlRoom *room, TrlPoint at, double radius)
{
  return measure_down_to (room, at, radius, -G_MAXDOUBLE);
}

gboolean
trl_room_is_clear (const TrlRoom *room, TrlPoint at, double radius, double gap)
{
  return measure_down_to (room, at, radius, gap) >= gap;
}

TrlPoint
trl_spiral (TrlPoint middle, double step, guint k)
{
  double away = step * sqrt (k);

  return (TrlPoint){ middle.x + away * cos (k * GOLDEN),
                     middle.y + away * sin (k * GOLDEN) };
}
