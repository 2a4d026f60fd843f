/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Ties that pull alike however long they are leave groups of many ties among themselves
 * as clumps with gaps between.  By type, all partners are one part, so that those of a
 * type come together though no tie connects them. */
#include "config.h"

#include "layout/trl-arrange.h"
#include "layout/trl-force.h"

#include <glib/gi18n-lib.h>

/* So that groups keep apart when their discs are pushed apart.  Few are stretched to free
 * single pairs as well. */
#define ROOM_TIGHT 8.0
#define ROOM_TIGHT_FEW 3.0
#define ROOM_LOOSE 2.5
#define FEW 1000
/* Of tight groups. */
#define GENTLE_STEPS 32

/* The types that there are, with those of no type as one more: by node, 0 … n - 1. */
static guint *
number_types (const TrlLayoutInput *input, guint *n)
{
  g_autofree guint *number = g_new0 (guint, input->n_sectors + 1);
  guint            *group = g_new (guint, input->n + 1);

  *n = 0;
  for (guint i = 0; i < input->n; i++)
    {
      guint sector = input->sector != NULL ? (guint) (input->sector[i] + 1) : 0;

      if (number[sector] == 0)
        number[sector] = ++*n;
      group[i] = number[sector] - 1;
    }
  return group;
}

static gboolean
solve (const TrlArrange     *arrange,
       const TrlArrangePart *task,
       TrlPoint             *points,
       GError              **error)
{
  TrlForce force = *(const TrlForce *) arrange->data;

  force.part = task->part;
  force.fixed = task->fixed;
  force.settled = task->settled;
  force.random = task->random;
  force.cancellable = task->cancellable;
  force.progress = &task->progress;
  return trl_force_solve (&force, points, error);
}

static TrlLayoutResult *
place (const TrlLayoutInput *input,
       const TrlOptions     *options,
       guint32               seed,
       GCancellable         *cancellable,
       GError              **error)
{
  TrlForce          force = { 0 };
  TrlArrange        arrange = { .solve = solve, .data = &force, .seed = seed };
  g_autofree guint *group = number_types (input, &force.n_groups);
  g_autoptr (GPtrArray) parts = NULL;

  if (g_str_equal (trl_options_get_text (options, "by"), "type") && force.n_groups > 1)
    force.group = group;
  else
    force.n_groups = 0;
  force.tight = g_str_equal (trl_options_get_text (options, "tightness"), "tight");
  arrange.room = !force.tight        ? ROOM_LOOSE
                 : (input->n <= FEW) ? ROOM_TIGHT_FEW
                                     : ROOM_TIGHT;
  arrange.gentle = force.tight ? GENTLE_STEPS : 0;
  trl_arrange_read (&arrange, options);
  parts = force.group != NULL ? trl_parts_new_whole (input) : trl_parts_new (input);
  return trl_arrange (&arrange, input, parts, cancellable, error);
}

static const char *const bys[] = { "ties", "type", NULL };
static const char *const by_labels[] = { N_ ("Partnerships"), N_ ("Partner type"), NULL };
static const char *const tightness[] = { "tight", "loose", NULL };
static const char *const tightness_labels[] = { N_ ("Tight"), N_ ("Loose"), NULL };

static const TrlOption options[] = {
  { .id = "by",
    .label = N_ ("Group by"),
    .type = TRL_OPTION_CHOICE,
    .fallback = "ties",
    .choices = bys,
    .choice_labels = by_labels },
  { .id = "tightness",
    .label = N_ ("Groups are"),
    .type = TRL_OPTION_CHOICE,
    .fallback = "tight",
    .choices = tightness,
    .choice_labels = tightness_labels },
  TRL_ARRANGE_OPTIONS ("6"),
};

/*
 * Shape: free; who has many ties in common stands together.  Pinned nodes do not move.
 * Cost: O(s (n log n + m)), s 50; see trl-force.h.
 * Source: as in trl-force.h.
 */
const TrlLayout trl_layout_groups = {
  .id = "groups",
  .label = N_ ("By Group"),
  .description = N_ ("Partners who work with the same others stand together"),
  .live = FALSE,
  .options = options,
  .n_options = G_N_ELEMENTS (options),
  .place = place,
};
