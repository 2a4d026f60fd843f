/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Each connected part is placed by itself, so that drawn distances are distances in the
 * network. */
#include "config.h"

#include "layout/trl-arrange.h"
#include "layout/trl-distances.h"
#include "layout/trl-lengths.h"
#include "layout/trl-stress.h"

#include <glib/gi18n-lib.h>

/* So that discs can be pushed apart without piling up. */
#define ROOM 1.6

typedef gboolean (*Solver) (const TrlStress *stress, TrlPoint *points, GError **error);

/* The largest parts that a choice places by all their distances, and whether it is quick
 * with those that it does not. */
typedef struct
{
  guint    most;
  gboolean quick;
} Choice;

static const char *const solvers[] = { "auto", "all", "pivots", "few", NULL };
static const char *const solver_labels[] = { N_ ("As fits the size"), N_ ("All"),
                                             N_ ("Of some partners"),
                                             N_ ("Of few partners, quickly"), NULL };
static const Choice      choices[] = {
       { TRL_STRESS_MOST_DENSE, FALSE },
       { TRL_STRESS_MOST_ALL, FALSE },
       { 0, FALSE },
       { 0, TRUE },
};

static const Choice *
find_choice (const TrlOptions *options)
{
  const char *solver = trl_options_get_text (options, "solver");
  guint       which = 0;

  while (solvers[which + 1] && !g_str_equal (solvers[which], solver))
    which++;
  return &choices[which];
}

/* Bytes hold all distances of a part that is not too long. */
static Solver
find_solver (const TrlPart *part, guint most)
{
  if (part->n <= MIN (most, TRL_STRESS_MOST_EXACT))
    return trl_stress_solve_exact;
  if (part->n <= most && trl_distances_are_fine (part))
    return trl_stress_solve_dense;
  return trl_stress_solve_sparse;
}

static gboolean
solve (const TrlArrange     *arrange,
       const TrlArrangePart *task,
       TrlPoint             *points,
       GError              **error)
{
  const Choice *choice = arrange->data;
  TrlStress     stress = { .part = task->part,
                           .fixed = task->fixed,
                           .settled = task->settled,
                           .quick = choice->quick,
                           .random = task->random,
                           .cancellable = task->cancellable,
                           .progress = &task->progress };

  return find_solver (task->part, choice->most) (&stress, points, error);
}

static TrlLayoutResult *
place (const TrlLayoutInput *input,
       const TrlOptions     *options,
       guint32               seed,
       GCancellable         *cancellable,
       GError              **error)
{
  gboolean by_depth = g_str_equal (trl_options_get_text (options, "lengths"), "depth");
  g_autofree double *length = by_depth ? trl_lengths_by_depth (input) : NULL;
  TrlLayoutInput     measured = *input;
  g_autoptr (GPtrArray) parts = NULL;
  TrlArrange arrange = {
    .solve = solve, .data = find_choice (options), .seed = seed, .room = ROOM
  };

  if (length)
    measured.length = length;
  parts = trl_parts_new (&measured);
  trl_arrange_read (&arrange, options);
  return trl_arrange (&arrange, &measured, parts, cancellable, error);
}

static const TrlOption options[] = {
  TRL_ARRANGE_OPTIONS ("14"),
  { .id = "lengths",
    .label = N_ ("Lengths of partnerships"),
    .type = TRL_OPTION_CHOICE,
    .fallback = "equal",
    .choices = trl_lengths_choices,
    .choice_labels = trl_lengths_labels },
  { .id = "solver",
    .label = N_ ("Distances used"),
    .type = TRL_OPTION_CHOICE,
    .fallback = "auto",
    .choices = solvers,
    .choice_labels = solver_labels },
};

/*
 * Shape: free; distances on paper are distances in the network, where ties may be the
 * shorter the deeper they are.  Pinned nodes do not move.  Parts of up to 5,000 nodes are
 * placed by all their distances, when that is asked for those of up to 20,000, which
 * takes 600 MB; all others, and those too long for bytes, by distances to some pivots, or
 * for a quick look to few.
 * Cost: O(n m + s n^2) up to 5,000 nodes, O(p (n + m) + s (p n + m)) above, for p pivots
 * and s sweeps; two seconds for 100,000 nodes and 200,000 ties, or a chain of as many
 * nodes, seven to ten where ties have lengths.  See trl-stress.h.
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
