/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Nodes are sorted along a curve that fills the square, by the bits of x and y in turn:
 * each square of the tree is a run of them, and so is a bundle of neighbours, which walks
 * the tree once.  Squares stand in the order of the walk; each knows where to go on when
 * it is not looked into. */
#include "config.h"

#include "layout/trl-force-tree.h"

#include "layout/trl-force-lanes.h"

#include <math.h>
#include <string.h>

#define LEAF 16      /* so few nodes are not divided */
#define TOP_SHIFT 30 /* of the two bits of the largest squares */
#define STEPS 65535  /* of the grid along each side */
/* Side to distance of a square that is not looked into. */
#define OPENING 1.2f

typedef struct
{
  float x, y; /* centre of mass */
  float mass;
  float side; /* -1: not divided */
  guint first, last;
  guint next;
} Square;

struct TrlForceTree
{
  guint      n;
  guint     *node; /* along the curve */
  guint32   *key;
  guint64   *sorted, *spare;
  float     *x, *y, *mass; /* along the curve */
  Square    *squares;
  guint      n_squares;
  TrlPushers pushers;
};

TrlForceTree *
trl_force_tree_new (guint most)
{
  TrlForceTree *tree = g_new0 (TrlForceTree, 1);

  tree->node = g_new (guint, most + 1);
  tree->key = g_new (guint32, most + 1);
  tree->sorted = g_new (guint64, most + 1);
  tree->spare = g_new (guint64, most + 1);
  tree->x = g_new0 (float, most + LEAF);
  tree->y = g_new0 (float, most + LEAF);
  tree->mass = g_new0 (float, most + LEAF);
  /* Each square that is divided has two at least. */
  tree->squares = g_new (Square, 2 * (gsize) most + 1);
  tree->pushers.x = g_new (float, 3 * (gsize) most + LEAF + 1);
  tree->pushers.y = g_new (float, 3 * (gsize) most + LEAF + 1);
  tree->pushers.mass = g_new (float, 3 * (gsize) most + LEAF + 1);
  return tree;
}

void
trl_force_tree_free (TrlForceTree *tree)
{
  if (tree == NULL)
    return;
  g_free (tree->node);
  g_free (tree->key);
  g_free (tree->sorted);
  g_free (tree->spare);
  g_free (tree->x);
  g_free (tree->y);
  g_free (tree->mass);
  g_free (tree->squares);
  g_free (tree->pushers.x);
  g_free (tree->pushers.y);
  g_free (tree->pushers.mass);
  g_free (tree);
}

/* Puts a zero before each of 16 bits. */
static inline guint32
spread (guint32 bits)
{
  bits = (bits | bits << 8) & 0x00ff00ff;
  bits = (bits | bits << 4) & 0x0f0f0f0f;
  bits = (bits | bits << 2) & 0x33333333;
  return (bits | bits << 1) & 0x55555555;
}

/* Returns the side of the square around all. */
static float
make_keys (TrlForceTree *tree, const float *x, const float *y)
{
  float left = x[0], right = x[0], top = y[0], bottom = y[0], side, scale;

  for (guint i = 1; i < tree->n; i++)
    {
      left = MIN (left, x[i]);
      right = MAX (right, x[i]);
      top = MIN (top, y[i]);
      bottom = MAX (bottom, y[i]);
    }
  side = MAX (right - left, bottom - top);
  scale = side > 0 ? STEPS / side : 0;
  for (guint i = 0; i < tree->n; i++)
    {
      guint32 across = MIN ((guint32) ((x[i] - left) * scale), STEPS);
      guint32 down = MIN ((guint32) ((y[i] - top) * scale), STEPS);

      tree->sorted[i] = (guint64) (spread (across) | spread (down) << 1) << 32 | i;
    }
  return side;
}

/* By their keys, a byte at a time. */
static void
sort_keys (TrlForceTree *tree)
{
  for (guint shift = 32; shift < 64; shift += 8)
    {
      guint    place[257] = { 0 };
      guint64 *kept = tree->sorted;

      for (guint i = 0; i < tree->n; i++)
        place[(kept[i] >> shift & 255) + 1]++;
      for (guint k = 1; k < 256; k++)
        place[k] += place[k - 1];
      for (guint i = 0; i < tree->n; i++)
        tree->spare[place[kept[i] >> shift & 255]++] = kept[i];
      tree->sorted = tree->spare;
      tree->spare = kept;
    }
}

/* Where the quarter of a run begins. */
static guint
find_quarter (
  const TrlForceTree *tree, guint first, guint last, guint shift, guint quarter)
{
  while (first < last)
    {
      guint middle = (first + last) / 2;

      if ((tree->key[middle] >> shift & 3) < quarter)
        first = middle + 1;
      else
        last = middle;
    }
  return first;
}

static void
weigh (Square *square, float x, float y, float mass)
{
  square->x += x * mass;
  square->y += y * mass;
  square->mass += mass;
}

static guint
add_square (TrlForceTree *tree, guint first, guint last, int shift, float side)
{
  guint   at = tree->n_squares++;
  Square *square = &tree->squares[at];

  /* One quarter alone is the same square, only smaller. */
  while (shift >= 0 && tree->key[first] >> shift == tree->key[last - 1] >> shift)
    {
      shift -= 2;
      side /= 2;
    }
  *square = (Square){ .side = side, .first = first, .last = last };
  if (last - first <= LEAF || shift < 0)
    {
      square->side = -1;
      for (guint k = first; k < last; k++)
        weigh (square, tree->x[k], tree->y[k], tree->mass[k]);
    }
  else
    for (guint quarter = 0, end = first; end < last; quarter++)
      {
        guint begin = end;

        end = find_quarter (tree, begin, last, (guint) shift, quarter + 1);
        if (begin < end)
          {
            const Square *part =
              &tree->squares[add_square (tree, begin, end, shift - 2, side / 2)];

            weigh (square, part->x, part->y, part->mass);
          }
      }
  square->x /= square->mass;
  square->y /= square->mass;
  square->next = tree->n_squares;
  return at;
}

void
trl_force_tree_fill (
  TrlForceTree *tree, guint n, const float *x, const float *y, const float *mass)
{
  float side;

  tree->n = n;
  side = make_keys (tree, x, y);
  sort_keys (tree);
  for (guint k = 0; k < n; k++)
    {
      guint i = tree->node[k] = (guint) tree->sorted[k];

      tree->key[k] = (guint32) (tree->sorted[k] >> 32);
      tree->x[k] = x[i];
      tree->y[k] = y[i];
      tree->mass[k] = mass[i];
    }
  tree->n_squares = 0;
  add_square (tree, 0, n, TOP_SHIFT, side);
}

typedef struct
{
  float left, right, top, bottom;
} Frame;

static Frame
frame_bundle (const TrlBundle *bundle)
{
  Frame frame = { bundle->x[0], bundle->x[0], bundle->y[0], bundle->y[0] };

  for (guint k = 1; k < TRL_BUNDLE; k++)
    {
      frame.left = MIN (frame.left, bundle->x[k]);
      frame.right = MAX (frame.right, bundle->x[k]);
      frame.top = MIN (frame.top, bundle->y[k]);
      frame.bottom = MAX (frame.bottom, bundle->y[k]);
    }
  return frame;
}

static gboolean
is_far (const Square *square, const Frame *frame)
{
  float dx = MAX (MAX (frame->left - square->x, square->x - frame->right), 0);
  float dy = MAX (MAX (frame->top - square->y, square->y - frame->bottom), 0);

  return square->side * square->side < OPENING * OPENING * (dx * dx + dy * dy);
}

/* All of a leaf, and what follows it: a copy of fixed length is fastest. */
static void
copy_leaf (TrlForceTree *tree, guint from, guint to)
{
  memcpy (tree->pushers.x + to, tree->x + from, LEAF * sizeof (float));
  memcpy (tree->pushers.y + to, tree->y + from, LEAF * sizeof (float));
  memcpy (tree->pushers.mass + to, tree->mass + from, LEAF * sizeof (float));
}

static void
collect_pushers (TrlForceTree *tree, const Frame *frame)
{
  TrlPushers *pushers = &tree->pushers;

  pushers->n = 0;
  for (guint at = 0; at < tree->n_squares;)
    {
      const Square *square = &tree->squares[at];

      if (square->side < 0)
        {
          for (guint k = square->first; k < square->last; k += LEAF)
            copy_leaf (tree, k, pushers->n + k - square->first);
          pushers->n += square->last - square->first;
          at = square->next;
        }
      else if (is_far (square, frame))
        {
          pushers->x[pushers->n] = square->x;
          pushers->y[pushers->n] = square->y;
          pushers->mass[pushers->n++] = square->mass;
          at = square->next;
        }
      else
        at++;
    }
}

void
trl_force_tree_repel (
  TrlForceTree *tree, TrlLanes lanes, float soft, float *fx, float *fy)
{
  for (guint first = 0; first < tree->n; first += TRL_BUNDLE)
    {
      guint     count = MIN (tree->n - first, TRL_BUNDLE);
      TrlBundle bundle = { 0 };
      Frame     frame;

      for (guint k = 0; k < TRL_BUNDLE; k++)
        {
          bundle.x[k] = tree->x[first + MIN (k, count - 1)];
          bundle.y[k] = tree->y[first + MIN (k, count - 1)];
        }
      frame = frame_bundle (&bundle);
      collect_pushers (tree, &frame);
      trl_lanes_repel (lanes, &tree->pushers, soft, &bundle);
      for (guint k = 0; k < count; k++)
        {
          fx[tree->node[first + k]] = bundle.fx[k];
          fy[tree->node[first + k]] = bundle.fy[k];
        }
    }
}
