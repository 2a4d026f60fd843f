/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows one below another.  By distance each connected part hangs from its own root and
 * parts are set side by side, so that ties only join neighbouring rows; by type and by
 * depth a row is the same for everybody. */
#include "config.h"

#include "layout/trl-hold.h"
#include "layout/trl-layers.h"
#include "layout/trl-pack.h"
#include "layout/trl-sectors.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define ASPECT 1.4

typedef struct
{
  const TrlLayoutInput *input;
  GCancellable         *cancellable;
  double                gap;
  double                drop;
  TrlPoint             *points;
} Run;

/* The hub, or the first of those with most ties. */
static guint
find_root (const TrlLayoutInput *input, const TrlPart *part)
{
  guint root = 0, most = 0;

  for (guint i = 0; i < part->n; i++)
    {
      guint degree = part->first[i + 1] - part->first[i];

      if (part->node[i] == input->hub)
        return i;
      if (degree > most)
        {
          most = degree;
          root = i;
        }
    }
  return root;
}

static guint *
layers_by_distance (const TrlLayoutInput *input, const TrlPart *part)
{
  guint             root = find_root (input, part), head = 0, tail = 0;
  guint            *layer = g_new (guint, part->n + 1);
  g_autofree guint *queue = g_new (guint, part->n + 1);

  for (guint i = 0; i < part->n; i++)
    layer[i] = G_MAXUINT;
  layer[root] = 0;
  queue[tail++] = root;
  while (head < tail)
    {
      guint node = queue[head++];

      for (guint k = part->first[node]; k < part->first[node + 1]; k++)
        if (layer[part->neighbour[k]] == G_MAXUINT)
          {
            layer[part->neighbour[k]] = layer[node] + 1;
            queue[tail++] = part->neighbour[k];
          }
    }
  return layer;
}

/* The hub, then the deepest; not reported, none and no tie at the end. */
static guint *
layers_by_depth (const TrlLayoutInput *input)
{
  guint *layer = g_new0 (guint, input->n + 1);

  for (guint i = 0; i < input->n; i++)
    {
      int rank = input->rank ? input->rank[i] : TRL_RANK_NO_TIE;
      int row = rank > 0                        ? input->n_ranks - rank
                : rank == TRL_RANK_NOT_REPORTED ? input->n_ranks
                : rank == 0                     ? input->n_ranks + 1
                                                : input->n_ranks + 2;

      layer[i] = i == input->hub ? 0 : (guint) MAX (row, 1);
    }
  return layer;
}

/* Numbers the layers that somebody is in from 0 on. */
static guint
close_up (guint *layer, guint n)
{
  g_autofree guint *number = NULL;
  guint             most = 0, used = 0;

  for (guint i = 0; i < n; i++)
    most = MAX (most, layer[i]);
  number = g_new0 (guint, most + 2);
  for (guint i = 0; i < n; i++)
    number[layer[i]] = 1;
  for (guint l = 0; l <= most; l++)
    number[l] = number[l] ? used++ : 0;
  for (guint i = 0; i < n; i++)
    layer[i] = number[layer[i]];
  return used;
}

/* Takes @layer. */
static gboolean
arrange (const Run *run, const TrlPart *part, guint *layer, GError **error)
{
  g_autofree guint    *own = layer;
  g_autofree double   *radius = g_new (double, part->n + 1);
  g_autofree guint    *order = NULL;
  g_autofree TrlPoint *points = NULL;
  TrlLayers            layers = { part,     own,       close_up (own, part->n), radius,
                                  run->gap, run->drop, run->cancellable };

  for (guint i = 0; i < part->n; i++)
    radius[i] = run->input->radius[part->node[i]];
  order = trl_layers_order (&layers, error);
  if (!order)
    return FALSE;
  points = trl_layers_place (&layers, order);
  for (guint i = 0; i < part->n; i++)
    run->points[part->node[i]] = points[i];
  return TRUE;
}

/* The corners of the discs of a part. */
static TrlPoint
measure (const Run *run, const TrlPart *part, TrlPoint *size)
{
  TrlPoint least = { G_MAXDOUBLE, G_MAXDOUBLE }, most = { -G_MAXDOUBLE, -G_MAXDOUBLE };

  for (guint i = 0; i < part->n; i++)
    {
      const TrlPoint *at = &run->points[part->node[i]];
      double          r = run->input->radius[part->node[i]];

      least = (TrlPoint){ fmin (least.x, at->x - r), fmin (least.y, at->y - r) };
      most = (TrlPoint){ fmax (most.x, at->x + r), fmax (most.y, at->y + r) };
    }
  *size = (TrlPoint){ most.x - least.x, most.y - least.y };
  return least;
}

/* Sets parts side by side, and the whole about the origin. */
static void
pack (const Run *run, GPtrArray *parts)
{
  g_autofree TrlBox   *boxes = g_new0 (TrlBox, parts->len + 1);
  g_autofree TrlPoint *corners = g_new0 (TrlPoint, parts->len + 1);
  TrlPoint             size, all;

  for (guint k = 0; k < parts->len; k++)
    {
      corners[k] = measure (run, g_ptr_array_index (parts, k), &size);
      boxes[k] = (TrlBox){ size.x + run->gap, size.y + run->gap, k };
    }
  all = trl_pack (boxes, parts->len, ASPECT);
  for (guint k = 0; k < parts->len; k++)
    {
      const TrlPart *part = g_ptr_array_index (parts, k);

      for (guint i = 0; i < part->n; i++)
        {
          TrlPoint *at = &run->points[part->node[i]];

          at->x += boxes[k].place.x - corners[k].x - (all.x - run->gap) / 2;
          at->y += boxes[k].place.y - corners[k].y - (all.y - run->gap) / 2;
        }
    }
}

static gboolean
arrange_all (const Run *run, const char *by, GError **error)
{
  gboolean distance = g_str_equal (by, "distance");
  g_autoptr (GPtrArray) parts =
    distance ? trl_parts_new (run->input) : trl_parts_new_whole (run->input);

  for (guint k = 0; k < parts->len; k++)
    {
      const TrlPart *part = g_ptr_array_index (parts, k);
      guint         *layer = distance ? layers_by_distance (run->input, part)
                             : g_str_equal (by, "type") ? trl_sectors_rank (run->input)
                                                        : layers_by_depth (run->input);

      if (!arrange (run, part, layer, error))
        return FALSE;
    }
  pack (run, parts);
  return TRUE;
}

static TrlLayoutResult *
place (const TrlLayoutInput *input,
       const TrlOptions     *options,
       guint32               seed,
       GCancellable         *cancellable,
       GError              **error)
{
  g_autoptr (TrlLayoutResult) result = trl_layout_result_new (input->n);
  Run run = { input, cancellable, trl_options_get_number (options, "gap"),
              trl_options_get_number (options, "drop"), result->points };

  if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
      !arrange_all (&run, trl_options_get_text (options, "by"), error) ||
      !trl_hold_pinned (input, result, run.gap, cancellable, error))
    return NULL;
  return g_steal_pointer (&result);
}

static const char *const bys[] = { "distance", "type", "depth", NULL };
static const char *const by_labels[] = { N_ ("Steps from the hub"), N_ ("Partner type"),
                                         N_ ("Depth of the tie to the hub"), NULL };

static const TrlOption options[] = {
  { .id = "by",
    .label = N_ ("A row for each"),
    .type = TRL_OPTION_CHOICE,
    .fallback = "distance",
    .choices = bys,
    .choice_labels = by_labels },
  { .id = "drop",
    .label = N_ ("Space between rows"),
    .type = TRL_OPTION_NUMBER,
    .fallback = "60",
    .min = 0,
    .max = 1000 },
  { .id = "gap",
    .label = N_ ("Space between discs"),
    .type = TRL_OPTION_NUMBER,
    .fallback = "36",
    .min = 0,
    .max = 500 },
};

/*
 * Shape: rows; where there is no hub, a part hangs from the first of its most connected
 * nodes.  A row too wide for the picture is folded.  Pinned nodes do not move.
 * Cost: that of trl_layers_order().
 * Source: see trl-layers.h.
 */
const TrlLayout trl_layout_layers = {
  .id = "layers",
  .label = N_ ("Layers"),
  .description = N_ ("Rows by how many steps from the hub partners are"),
  .live = FALSE,
  .options = options,
  .n_options = G_N_ELEMENTS (options),
  .place = place,
};
