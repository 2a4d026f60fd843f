/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Indexes and sizes go out, places come back; each is looked at as if a stranger had sent
 * it.  Graphviz counts y upward. */
#include "config.h"

#include "layout/trl-graphviz.h"

#include "engine/trl-engine.h"
#include "layout/trl-graphviz-wire.h"
#include "layout/trl-hold.h"
#include "layout/trl-lengths.h"
#include "layout/trl-separate.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* As in trl_separate_find_stretch(). */
#define ROOM 1.6
/* Places beyond are no picture, points. */
#define FARTHEST 1e7
/* How much more the deepest ties weigh than the shallowest. */
#define MOST_WEIGHT 3.0

static guint
find_engine (const char *engine)
{
  static const char *const engines[] = TRL_GRAPHVIZ_ENGINES;
  guint                    i = 0;

  while (!g_str_equal (engines[i], engine))
    i++;
  return i;
}

static double
get_weight (const TrlLayoutInput *input, guint edge)
{
  double depth = input->depth ? input->depth[edge] : (double) NAN;

  return isnan (depth) ? 1 : 1 + (MOST_WEIGHT - 1) * depth;
}

/* Ties run away from the hub, so that it comes to stand on top. */
static void
append_ties (GByteArray *bytes, const TrlLayoutInput *input, const double *length)
{
  for (guint e = 0; e < input->m; e++)
    {
      gboolean       turned = input->to[e] == input->hub;
      TrlGraphvizTie tie = { turned ? input->to[e] : input->from[e],
                             turned ? input->from[e] : input->to[e],
                             length ? length[e] : 1, get_weight (input, e) };

      g_byte_array_append (bytes, (const guint8 *) &tie, sizeof tie);
    }
}

static GBytes *
make_request (const TrlLayoutInput *input,
              const TrlOptions     *options,
              guint                 engine,
              guint32               seed)
{
  GByteArray *bytes = g_byte_array_new ();
  gboolean    by_depth = g_str_equal (trl_options_get_text (options, "lengths"), "depth");
  g_autofree double *length = by_depth ? trl_lengths_by_depth (input) : NULL;
  double             gap = trl_options_get_number (options, "gap");
  TrlGraphvizRequest request = { TRL_GRAPHVIZ_MAGIC,
                                 engine,
                                 seed,
                                 input->n,
                                 input->m,
                                 MIN (input->hub, input->n),
                                 trl_options_get_number (options, "edge-length") };

  g_byte_array_append (bytes, (const guint8 *) &request, sizeof request);
  for (guint i = 0; i < input->n; i++)
    {
      TrlGraphvizNode node = { input->radius[i] + gap / 2 };

      g_byte_array_append (bytes, (const guint8 *) &node, sizeof node);
    }
  append_ties (bytes, input, length);
  return g_byte_array_free_to_bytes (bytes);
}

static gboolean
take_places (TrlLayoutResult *result, GBytes *answer, GError **error)
{
  gsize                   size;
  const TrlGraphvizPlace *places = g_bytes_get_data (answer, &size);
  gboolean                good = size == result->n * sizeof *places;

  for (guint i = 0; good && i < result->n; i++)
    {
      TrlGraphvizPlace place;

      memcpy (&place, places + i, sizeof place);
      good = fabs (place.x) < FARTHEST && fabs (place.y) < FARTHEST;
      result->points[i] = (TrlPoint){ place.x, -place.y };
    }
  if (!good)
    g_set_error (error, TRL_ENGINE_ERROR, TRL_ENGINE_ERROR_DIED,
                 _ ("“%s” gave no usable places. Nothing was changed; choose another "
                    "layout."),
                 TRL_GRAPHVIZ_PROGRAM);
  return good;
}

/* By how much pinned nodes are off on average; without any, the middle of the whole. */
static TrlPoint
find_shift (const TrlLayoutInput *input, const TrlPoint *points)
{
  TrlPoint least = points[0], most = points[0], sum = { 0, 0 };
  guint    n = 0;

  for (guint i = 0; i < input->n; i++)
    {
      least = (TrlPoint){ fmin (least.x, points[i].x), fmin (least.y, points[i].y) };
      most = (TrlPoint){ fmax (most.x, points[i].x), fmax (most.y, points[i].y) };
      if (!trl_hold_is_pinned (input, i))
        continue;
      sum.x += input->start[i].x - points[i].x;
      sum.y += input->start[i].y - points[i].y;
      n++;
    }
  if (n > 0)
    return (TrlPoint){ sum.x / n, sum.y / n };
  return (TrlPoint){ -(least.x + most.x) / 2, -(least.y + most.y) / 2 };
}

static gboolean
settle (const TrlLayoutInput *input,
        TrlLayoutResult      *result,
        double                gap,
        GCancellable         *cancellable,
        GError              **error)
{
  double stretch =
    trl_separate_find_stretch (input->n, result->points, input->radius, gap, ROOM);
  TrlPoint shift;

  for (guint i = 0; i < input->n; i++)
    {
      result->points[i].x *= stretch;
      result->points[i].y *= stretch;
    }
  if (!trl_separate (input->n, result->points, input->radius, NULL, gap, 0, cancellable,
                     error))
    return FALSE;
  shift = find_shift (input, result->points);
  for (guint i = 0; i < input->n; i++)
    {
      result->points[i].x += shift.x;
      result->points[i].y += shift.y;
    }
  return trl_hold_pinned (input, result, gap, cancellable, error);
}

/* What is too large for one layout is not so for others. */
static GBytes *
ask (const char       *engine,
     GBytes           *request,
     const TrlOptions *options,
     guint             n,
     GCancellable     *cancellable,
     GError          **error)
{
  g_autoptr (GError) reason = NULL;
  guint   seconds = (guint) trl_options_get_integer (options, "seconds");
  GBytes *answer =
    trl_engine_run (TRL_GRAPHVIZ_PROGRAM, request, seconds, cancellable, &reason);

  if (g_error_matches (reason, TRL_ENGINE_ERROR, TRL_ENGINE_ERROR_MEMORY))
    g_set_error (
      error, TRL_ENGINE_ERROR, TRL_ENGINE_ERROR_MEMORY,
      _ ("The network of %u partners is too large for Graphviz %s, which needs "
         "more memory than it may take. Nothing was changed; choose “%s” or "
         "“%s” instead."),
      n, engine, _ (trl_layout_find ("stress")->label),
      _ (trl_layout_find ("groups")->label));
  else if (reason)
    g_propagate_error (error, g_steal_pointer (&reason));
  return answer;
}

TrlLayoutResult *
trl_graphviz_place (const char           *engine,
                    const TrlLayoutInput *input,
                    const TrlOptions     *options,
                    guint32               seed,
                    GCancellable         *cancellable,
                    GError              **error)
{
  g_autoptr (TrlLayoutResult) result = trl_layout_result_new (input->n);
  g_autoptr (GBytes) request = make_request (input, options, find_engine (engine), seed);
  g_autoptr (GBytes) answer = NULL;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (input->n == 0)
    return g_steal_pointer (&result);
  answer = ask (engine, request, options, input->n, cancellable, error);
  if (!answer || !take_places (result, answer, error) ||
      !settle (input, result, trl_options_get_number (options, "gap"), cancellable,
               error))
    return NULL;
  return g_steal_pointer (&result);
}

const TrlOption trl_graphviz_options[TRL_GRAPHVIZ_N_OPTIONS] = {
  { .id = "edge-length",
    .label = N_ ("Length of a partnership"),
    .type = TRL_OPTION_NUMBER,
    .fallback = "64",
    .min = 8,
    .max = 1000 },
  { .id = "lengths",
    .label = N_ ("Lengths of partnerships"),
    .type = TRL_OPTION_CHOICE,
    .fallback = "equal",
    .choices = trl_lengths_choices,
    .choice_labels = trl_lengths_labels },
  { .id = "gap",
    .label = N_ ("Space between discs"),
    .type = TRL_OPTION_NUMBER,
    .fallback = "14",
    .min = 0,
    .max = 100 },
  { .id = "seconds",
    .label = N_ ("Longest time, in seconds"),
    .type = TRL_OPTION_INTEGER,
    .fallback = "60",
    .min = 1,
    .max = 3600 },
};
