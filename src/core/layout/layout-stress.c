/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Each connected part is placed by itself, so that drawn distances are distances in the
 * network. */
#include "config.h"

#include "layout/trl-arrange.h"
#include "layout/trl-distances.h"
#include "layout/trl-stress.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* So that discs can be pushed apart without piling up. */
#define ROOM 1.6
/* The lengths of the shallowest ties and of the deepest, in edge lengths. */
#define SHALLOW 1.6
#define DEEP 0.6

typedef gboolean (*Solver) (const TrlStress *stress, TrlPoint *points, GError **error);

/* Bytes hold all distances of a part that is not too long. */
static Solver
find_solver (const TrlPart *part)
{
  if (part->n <= TRL_STRESS_MOST_EXACT)
    return trl_stress_solve_exact;
  if (part->n <= TRL_STRESS_MOST_DENSE && trl_distances_are_fine (part))
    return trl_stress_solve_dense;
  return trl_stress_solve_sparse;
}

static gboolean
solve (const TrlArrange     *arrange,
       const TrlArrangePart *task,
       TrlPoint             *points,
       GError              **error)
{
  TrlStress stress = { task->part, task->fixed, task->settled, task->random,
                       task->cancellable };

  return find_solver (task->part) (&stress, points, error);
}

/* A tie whose level is not reported keeps the ideal length. */
static double *
find_lengths (const TrlLayoutInput *input)
{
  double *length = g_new (double, input->m + 1);

  for (guint e = 0; e < input->m; e++)
    length[e] =
      isnan (input->depth[e]) ? 1 : SHALLOW + (DEEP - SHALLOW) * input->depth[e];
  return length;
}

static TrlLayoutResult *
place (const TrlLayoutInput *input,
       const TrlOptions     *options,
       guint32               seed,
       GCancellable         *cancellable,
       GError              **error)
{
  gboolean by_depth = g_str_equal (trl_options_get_text (options, "lengths"), "depth");
  g_autofree double *length = by_depth && input->depth ? find_lengths (input) : NULL;
  TrlLayoutInput     measured = *input;
  g_autoptr (GPtrArray) parts = NULL;
  TrlArrange arrange = { .solve = solve, .seed = seed, .room = ROOM };

  if (length)
    measured.length = length;
  parts = trl_parts_new (&measured);
  trl_arrange_read (&arrange, options);
  return trl_arrange (&arrange, &measured, parts, cancellable, error);
}

static const char *const lengths[] = { "equal", "depth", NULL };
static const char *const length_labels[] = { N_ ("All the same"),
                                             N_ ("The deeper, the shorter"), NULL };

static const TrlOption options[] = {
  TRL_ARRANGE_OPTIONS ("14"),
  { .id = "lengths",
    .label = N_ ("Lengths of partnerships"),
    .type = TRL_OPTION_CHOICE,
    .fallback = "equal",
    .choices = lengths,
    .choice_labels = length_labels },
};

/*
 * Shape: free; distances on paper are distances in the network, where ties may be the
 * shorter the deeper they are.  Pinned nodes do not move.  Parts of up to 5,000 nodes are
 * placed by all their distances.
 * Cost: O(n m + s n^2) up to 5,000 nodes, O(p (n + m) s) above; see trl-stress.h.
 * Source: as in trl-stress.h.
 */
const TrlLayout trl_layout_stress = {
  .id = "stress",
  .label = N_ ("By Distance"),
  .description = N_ ("Partners stand as far apart as the network between them is long"),
  .live = FALSE,
  .options = options,
  .n_options = G_N_ELEMENTS (options),
  .place = place,
};
