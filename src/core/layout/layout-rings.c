/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Direction says the partner type, distance the level: the deepest level is nearest to
 * the hub.  Rings are laid from the inside out; a ring is as far out as its discs need to
 * find free places within its band, which thickens as it moves out, and at least one step
 * beyond the ring before it. */
#include "config.h"

#include "layout/trl-band.h"
#include "layout/trl-layout.h"
#include "layout/trl-sectors.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Share of half a band that discs may leave their ring by: a band must read as a ring. */
#define STRAY 0.8
/* The innermost ring, as a share of the outermost. */
#define INNERMOST 0.3
/* By how much half a band grows for each point that its ring moves out. */
#define THICKEN 0.4
/* What a band may shrink to, so that a crowd within does not move the rings beyond it. */
#define SQUEEZE 0.7
#define RIM_GAP 6.0

/* One of the networks that have their rings in common. */
typedef struct
{
  const TrlLayoutInput *input;
  TrlLayoutResult      *result;
  double               *angle;  /* n */
  GArray               *placed; /* TrlDisc: the hub and the rings that are done */
  GArray               *discs;  /* TrlDisc: of the ring that is being laid */
} Member;

typedef struct
{
  const TrlLayoutSet *set;
  const TrlOptions   *options;
  GCancellable       *cancellable;
  Member             *members; /* set->n */
  guint             **band;    /* by member: n: index among the rings, innermost first */
  guint               n_engaged, n_rings;
  double             *radius; /* by ring */
  double             *half;   /* by ring: of the thickness of its band, points */
  double              step;   /* between two rings, points */
  double              gap;
  double              rim;
  guint               n_placed, n_discs; /* of all members */
} Rings;

static guint
get_n_engaged (const TrlLayoutSet *set)
{
  int n = 0;

  for (guint k = 0; k < set->n; k++)
    n = MAX (n, set->inputs[k]->n_ranks - 1);
  return (guint) n;
}

/* Deepest first, then not reported, then none, where those without any tie stand too. */
static guint
get_band (const TrlLayoutInput *input, guint node, guint n)
{
  int rank = input->rank != NULL ? input->rank[node] : TRL_RANK_NO_TIE;

  if (rank == TRL_RANK_NOT_REPORTED)
    return n;
  if (rank <= 0)
    return n + 1;
  return n - MIN ((guint) rank, n);
}

static void
count_bands (const Rings *rings, const Member *member, guint *band)
{
  const TrlLayoutInput *input = member->input;
  TrlLayoutResult      *result = member->result;
  guint                 n = rings->n_engaged;

  for (guint i = 0; i < n + 2; i++)
    result->ring_rank[i] = (int) (n - i);
  result->ring_rank[n] = TRL_RANK_NOT_REPORTED;
  result->ring_rank[n + 1] = 0;
  for (guint i = 0; i < input->n; i++)
    {
      band[i] = get_band (input, i, n);
      if (i != input->hub)
        result->ring_used[band[i]]++;
    }
}

static gboolean
is_unused (const Rings *rings, guint ring)
{
  for (guint k = 0; k < rings->set->n; k++)
    if (rings->members[k].result->ring_used[ring] > 0)
      return FALSE;
  return TRUE;
}

/* Half the thickness of a band while there is room, points; the band for what is not
 * reported is only a place to drop something while it is empty. */
static double
get_calm_half (const Rings *rings, guint ring)
{
  gboolean empty = ring == rings->n_engaged && is_unused (rings, ring);

  return rings->step / (empty ? 4 : 2);
}

static void
collect_discs (const Rings *rings, guint ring)
{
  for (guint k = 0; k < rings->set->n; k++)
    {
      Member               *member = &rings->members[k];
      const TrlLayoutInput *input = member->input;

      g_array_set_size (member->discs, 0);
      for (guint i = 0; i < input->n; i++)
        if (i != input->hub && rings->band[k][i] == ring)
          {
            TrlDisc disc =
              trl_disc (i, member->angle[i], input->radius[i] + rings->gap / 2);

            g_array_append_val (member->discs, disc);
          }
      trl_band_sort (member->discs);
    }
}

static gboolean
find_places (const Rings *rings, const TrlBand *band)
{
  for (guint k = 0; k < rings->set->n; k++)
    if (!trl_band_place (band, rings->members[k].discs, rings->members[k].placed))
      return FALSE;
  return TRUE;
}

static void
take_places (Rings *rings)
{
  for (guint k = 0; k < rings->set->n; k++)
    {
      Member *member = &rings->members[k];

      for (guint i = 0; i < member->discs->len; i++)
        {
          const TrlDisc *disc = &g_array_index (member->discs, TrlDisc, i);

          member->result->points[disc->node].x = disc->distance * disc->east;
          member->result->points[disc->node].y = disc->distance * disc->south;
          rings->rim = fmax (rings->rim, disc->distance + disc->radius);
        }
      g_array_append_vals (member->placed, member->discs->data, member->discs->len);
      rings->n_placed += member->discs->len;
    }
}

/* In which all discs before those of this ring stand, and some of this ring may. */
static void
report (const Rings *rings, const TrlBand *band)
{
  double done = rings->n_placed;

  for (guint k = 0; k < rings->set->n; k++)
    {
      const GArray *discs = rings->members[k].discs;

      done += discs->len * trl_band_guess_share (band, discs);
    }
  trl_progress_report (rings->set->inputs[0]->progress, done / MAX (rings->n_discs, 1));
}

static gboolean
lay_ring (Rings *rings, guint ring, double least, GError **error)
{
  double  half = rings->half[ring];
  TrlBand band = { least, 0, 0 };
  double  grow;

  collect_discs (rings, ring);
  for (;; band.wish += grow, half += THICKEN * grow)
    {
      grow = 1 + band.wish / 100;
      if (g_cancellable_set_error_if_cancelled (rings->cancellable, error))
        return FALSE;
      band.least = band.wish - half * STRAY;
      band.most = band.wish + half * STRAY;
      report (rings, &band);
      if (find_places (rings, &band))
        break;
    }
  take_places (rings);
  rings->radius[ring] = band.wish;
  rings->half[ring] = half;
  return TRUE;
}

/* Bands meet where the slack between two rings is shared evenly. */
static void
bound_bands (const Rings *rings, const Member *member)
{
  TrlLayoutResult *result = member->result;
  guint            n = result->n_rings, hub = member->input->hub;

  memcpy (result->ring_radius, rings->radius, n * sizeof (double));
  for (guint i = 0; i < n; i++)
    {
      double edge = result->ring_radius[i] + rings->half[i];
      double next = i + 1 == n ? edge : result->ring_radius[i + 1] - rings->half[i + 1];

      result->ring_outer[i] = (edge + next) / 2;
      if (i + 1 < n)
        result->ring_inner[i + 1] = result->ring_outer[i];
    }
  result->ring_inner[0] = hub != TRL_NO_INDEX ? member->input->radius[hub] : 0;
  result->rim = rings->rim;
  result->ring_outer[n - 1] = fmax (result->ring_outer[n - 1], result->rim);
}

static void
place_hub (const Rings *rings, const Member *member)
{
  const TrlLayoutInput *input = member->input;

  if (input->hub != TRL_NO_INDEX)
    {
      TrlDisc hub = trl_disc (input->hub, 0, input->radius[input->hub] + rings->gap / 2);

      g_array_append_val (member->placed, hub);
    }
}

/* Where the ring after @ring would like to be, and how thick its band is. */
static double
prepare_next (Rings *rings, guint ring, double calm)
{
  double edge = rings->radius[ring] + rings->half[ring];
  double half = get_calm_half (rings, ring + 1);
  double next = fmax (calm, edge + SQUEEZE * half);

  rings->half[ring + 1] = fmin (half, next - edge);
  return next;
}

static gboolean
lay_rings (Rings *rings, GError **error)
{
  double outermost = trl_options_get_number (rings->options, "radius");
  guint  n = rings->n_engaged;
  double calm = n > 1 ? outermost * INNERMOST : outermost, next = calm;

  rings->step = n > 1 ? (outermost - calm) / (n - 1) : outermost / 4;
  rings->half[0] = get_calm_half (rings, 0);
  for (guint i = 0; i < rings->n_rings; i++)
    {
      if (!lay_ring (rings, i, next, error))
        return FALSE;
      if (i < n)
        rings->rim = fmax (rings->rim, rings->radius[i]);
      if (i + 1 == rings->n_rings)
        break;
      calm += get_calm_half (rings, i) + get_calm_half (rings, i + 1);
      next = prepare_next (rings, i, calm);
    }
  rings->rim += RIM_GAP;
  for (guint k = 0; k < rings->set->n; k++)
    bound_bands (rings, &rings->members[k]);
  return TRUE;
}

static void
rings_init (Rings *rings)
{
  guint n = rings->set->n;
  g_autoptr (GPtrArray) angles = NULL;

  rings->n_engaged = get_n_engaged (rings->set);
  rings->n_rings = rings->n_engaged + 2;
  rings->gap = trl_options_get_number (rings->options, "gap");
  rings->members = g_new0 (Member, n);
  rings->band = g_new0 (guint *, n);
  rings->radius = g_new0 (double, rings->n_rings);
  rings->half = g_new0 (double, rings->n_rings);
  for (guint k = 0; k < n; k++)
    {
      Member *member = &rings->members[k];

      member->input = rings->set->inputs[k];
      member->result = trl_layout_result_new (member->input->n);
      member->placed = g_array_new (FALSE, FALSE, sizeof (TrlDisc));
      member->discs = g_array_new (FALSE, FALSE, sizeof (TrlDisc));
      rings->band[k] = g_new0 (guint, member->input->n + 1);
      trl_layout_result_set_rings (member->result, rings->n_rings);
      count_bands (rings, member, rings->band[k]);
      rings->n_discs += member->input->n;
      place_hub (rings, member);
    }
  angles = trl_sectors_angles_together (rings->set, rings->band);
  for (guint k = 0; k < n; k++)
    rings->members[k].angle = g_steal_pointer (&angles->pdata[k]);
}

static void
rings_clear (Rings *rings)
{
  for (guint k = 0; k < rings->set->n; k++)
    {
      trl_layout_result_free (rings->members[k].result);
      g_array_unref (rings->members[k].placed);
      g_array_unref (rings->members[k].discs);
      g_free (rings->members[k].angle);
      g_free (rings->band[k]);
    }
  g_free (rings->members);
  g_free (rings->band);
  g_free (rings->radius);
  g_free (rings->half);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Rings, rings_clear)

static GPtrArray *
place_set (const TrlLayoutSet *set,
           const TrlOptions   *options,
           GCancellable       *cancellable,
           GError            **error)
{
  g_autoptr (GPtrArray) results =
    g_ptr_array_new_with_free_func ((GDestroyNotify) trl_layout_result_free);
  g_auto (Rings) rings = { set, options, cancellable };

  rings_init (&rings);
  if (!lay_rings (&rings, error))
    return NULL;
  for (guint k = 0; k < set->n; k++)
    {
      Member *member = &rings.members[k];

      if (member->input->n > 0)
        memcpy (member->result->angle, member->angle, member->input->n * sizeof (double));
      g_ptr_array_add (results, g_steal_pointer (&member->result));
    }
  return g_steal_pointer (&results);
}

static TrlLayoutResult *
place (const TrlLayoutInput *input,
       const TrlOptions     *options,
       guint32               seed,
       GCancellable         *cancellable,
       GError              **error)
{
  const TrlLayoutSet set = { .n = 1, .inputs = &input };
  g_autoptr (GPtrArray) results = place_set (&set, options, cancellable, error);

  return results ? g_ptr_array_steal_index (results, 0) : NULL;
}

static const TrlOption options[] = {
  { .id = "radius",
    .label = N_ ("Radius of the outermost ring"),
    .type = TRL_OPTION_NUMBER,
    .fallback = "170",
    .min = 40,
    .max = 5000 },
  { .id = "gap",
    .label = N_ ("Space between discs"),
    .type = TRL_OPTION_NUMBER,
    .fallback = "3",
    .min = 0,
    .max = 100 },
};

/*
 * Shape: one ring a level, one band more each for not reported and none.
 * Cost: O(n log n + t k c) for k nodes in the fullest ring, c discs in the way of
 * one and t tries, about 1 when nothing is crowded; three seconds for 100,000 nodes.
 * Source: none; the rings of depth are this program's own.
 */
const TrlLayout trl_layout_rings = {
  .id = "rings",
  .label = N_ ("Rings of Depth"),
  .description = N_ ("The deeper the partnership, the nearer to the hub"),
  .live = TRUE,
  .options = options,
  .n_options = G_N_ELEMENTS (options),
  .place = place,
  .place_set = place_set,
};
