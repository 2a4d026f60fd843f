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

typedef struct
{
  const TrlLayoutInput *input;
  const TrlOptions     *options;
  GCancellable         *cancellable;
  TrlLayoutResult      *result;
  guint                *band;   /* n: index among the rings, innermost first */
  double               *angle;  /* n */
  GArray               *placed; /* TrlDisc: the hub and the rings that are done */
  double               *half;   /* by ring: of the thickness of its band, points */
  double                step;   /* between two rings, points */
  double                gap;
} Rings;

static guint
get_n_engaged (const TrlLayoutInput *input)
{
  return (guint) MAX (input->n_ranks - 1, 0);
}

/* Deepest first, then not reported, then none, where those without any tie stand too. */
static guint
get_band (const TrlLayoutInput *input, guint node)
{
  guint n = get_n_engaged (input);
  int   rank = input->rank != NULL ? input->rank[node] : TRL_RANK_NO_TIE;

  if (rank == TRL_RANK_NOT_REPORTED)
    return n;
  if (rank <= 0)
    return n + 1;
  return n - MIN ((guint) rank, n);
}

static void
count_bands (Rings *rings)
{
  const TrlLayoutInput *input = rings->input;
  TrlLayoutResult      *result = rings->result;
  guint                 n = get_n_engaged (input);

  for (guint i = 0; i < n + 2; i++)
    result->ring_rank[i] = (int) (n - i);
  result->ring_rank[n] = TRL_RANK_NOT_REPORTED;
  result->ring_rank[n + 1] = 0;
  for (guint i = 0; i < input->n; i++)
    {
      rings->band[i] = get_band (input, i);
      if (i != input->hub)
        result->ring_used[rings->band[i]]++;
    }
}

/* Half the thickness of a band while there is room, points; the band for what is not
 * reported is only a place to drop something while it is empty. */
static double
get_calm_half (const Rings *rings, guint ring)
{
  const TrlLayoutResult *result = rings->result;
  gboolean               empty =
    result->ring_rank[ring] == TRL_RANK_NOT_REPORTED && result->ring_used[ring] == 0;

  return rings->step / (empty ? 4 : 2);
}

static GArray *
collect_discs (const Rings *rings, guint ring)
{
  const TrlLayoutInput *input = rings->input;
  GArray               *discs = g_array_new (FALSE, FALSE, sizeof (TrlDisc));

  for (guint i = 0; i < input->n; i++)
    if (i != input->hub && rings->band[i] == ring)
      {
        TrlDisc disc = trl_disc (i, rings->angle[i], input->radius[i] + rings->gap / 2);

        g_array_append_val (discs, disc);
      }
  trl_band_sort (discs);
  return discs;
}

static gboolean
lay_ring (Rings *rings, guint ring, double least, GError **error)
{
  TrlLayoutResult *result = rings->result;
  g_autoptr (GArray) discs = collect_discs (rings, ring);
  double  half = rings->half[ring];
  TrlBand band = { least, 0, 0 };
  double  grow;

  for (;; band.wish += grow, half += THICKEN * grow)
    {
      grow = 1 + band.wish / 100;
      if (g_cancellable_set_error_if_cancelled (rings->cancellable, error))
        return FALSE;
      band.least = band.wish - half * STRAY;
      band.most = band.wish + half * STRAY;
      if (trl_band_place (&band, discs, rings->placed))
        break;
    }
  for (guint i = 0; i < discs->len; i++)
    {
      const TrlDisc *disc = &g_array_index (discs, TrlDisc, i);

      result->points[disc->node].x = disc->distance * disc->east;
      result->points[disc->node].y = disc->distance * disc->south;
      result->rim = fmax (result->rim, disc->distance + disc->radius);
    }
  g_array_append_vals (rings->placed, discs->data, discs->len);
  result->ring_radius[ring] = band.wish;
  rings->half[ring] = half;
  return TRUE;
}

/* Bands meet where the slack between two rings is shared evenly. */
static void
bound_bands (Rings *rings)
{
  TrlLayoutResult *result = rings->result;
  guint            n = result->n_rings;

  for (guint i = 0; i < n; i++)
    {
      double edge = result->ring_radius[i] + rings->half[i];
      double next = i + 1 == n ? edge : result->ring_radius[i + 1] - rings->half[i + 1];

      result->ring_outer[i] = (edge + next) / 2;
      if (i + 1 < n)
        result->ring_inner[i + 1] = result->ring_outer[i];
    }
  result->ring_inner[0] =
    rings->input->hub != TRL_NO_INDEX ? rings->input->radius[rings->input->hub] : 0;
  result->ring_outer[n - 1] = fmax (result->ring_outer[n - 1], result->rim);
}

static void
place_hub (Rings *rings)
{
  const TrlLayoutInput *input = rings->input;

  if (input->hub != TRL_NO_INDEX)
    {
      TrlDisc hub = trl_disc (input->hub, 0, input->radius[input->hub] + rings->gap / 2);

      g_array_append_val (rings->placed, hub);
    }
}

/* Where the ring after @ring would like to be, and how thick its band is. */
static double
prepare_next (Rings *rings, guint ring, double calm)
{
  double edge = rings->result->ring_radius[ring] + rings->half[ring];
  double half = get_calm_half (rings, ring + 1);
  double next = fmax (calm, edge + SQUEEZE * half);

  rings->half[ring + 1] = fmin (half, next - edge);
  return next;
}

static gboolean
lay_rings (Rings *rings, GError **error)
{
  TrlLayoutResult *result = rings->result;
  double           outermost = trl_options_get_number (rings->options, "radius");
  guint            n = get_n_engaged (rings->input);
  double           calm = n > 1 ? outermost * INNERMOST : outermost, next = calm;

  rings->step = n > 1 ? (outermost - calm) / (n - 1) : outermost / 4;
  rings->half[0] = get_calm_half (rings, 0);
  for (guint i = 0; i < result->n_rings; i++)
    {
      if (!lay_ring (rings, i, next, error))
        return FALSE;
      if (i < n)
        result->rim = fmax (result->rim, result->ring_radius[i]);
      if (i + 1 == result->n_rings)
        break;
      calm += get_calm_half (rings, i) + get_calm_half (rings, i + 1);
      next = prepare_next (rings, i, calm);
    }
  result->rim += RIM_GAP;
  bound_bands (rings);
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
  g_autoptr (GArray) placed = g_array_new (FALSE, FALSE, sizeof (TrlDisc));
  g_autofree guint  *band = g_new0 (guint, input->n + 1);
  g_autofree double *angle = NULL;
  g_autofree double *half = g_new0 (double, get_n_engaged (input) + 2);
  Rings              rings = { input, options, cancellable, result };

  rings.placed = placed;
  rings.band = band;
  rings.half = half;
  rings.gap = trl_options_get_number (options, "gap");
  trl_layout_result_set_rings (result, get_n_engaged (input) + 2);
  count_bands (&rings);
  place_hub (&rings);
  rings.angle = angle = trl_sectors_angles (input, band);
  if (!lay_rings (&rings, error))
    return NULL;
  if (input->n > 0)
    memcpy (result->angle, angle, input->n * sizeof (double));
  return g_steal_pointer (&result);
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
 * Cost: O(n log n + t k²) for k nodes in the fullest ring and t tries, about 1 when
 * nothing is crowded.
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
};
