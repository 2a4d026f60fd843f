/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The hub in the middle, everyone else on one circle, each partner type in the direction
 * that it has in every network of the document.  A crowd stands in rows, two to begin
 * with. */
#include "config.h"

#include "layout/trl-band.h"
#include "layout/trl-layout.h"
#include "layout/trl-sectors.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define RIM_GAP 6.0
/* By how much the rows deepen for each point that the circle grows. */
#define DEEPEN 0.6

static gboolean
is_pinned (const TrlLayoutInput *input, guint node)
{
  return input->start != NULL && input->flags != NULL &&
         (input->flags[node] & TRL_LAYOUT_PINNED) != 0;
}

static GArray *
collect_discs (const TrlLayoutInput *input,
               const double         *angle,
               double                gap,
               double               *widest)
{
  GArray *discs = g_array_new (FALSE, FALSE, sizeof (TrlDisc));

  for (guint i = 0; i < input->n; i++)
    if (i != input->hub)
      {
        TrlDisc disc = trl_disc (i, angle[i], input->radius[i] + gap / 2);

        g_array_append_val (discs, disc);
        *widest = fmax (*widest, disc.radius);
      }
  trl_band_sort (discs);
  return discs;
}

static gboolean
find_places (const TrlBand *band, GPtrArray *circles)
{
  g_autoptr (GArray) nobody = g_array_new (FALSE, FALSE, sizeof (TrlDisc));

  for (guint k = 0; k < circles->len; k++)
    if (!trl_band_place (band, g_ptr_array_index (circles, k), nobody))
      return FALSE;
  return TRUE;
}

static void
report (const TrlProgress *progress, const TrlBand *band, GPtrArray *circles)
{
  double share = 1;

  for (guint k = 0; k < circles->len; k++)
    share = fmin (share, trl_band_guess_share (band, g_ptr_array_index (circles, k)));
  trl_progress_report (progress, share);
}

/* The circle grows, and the rows with it, until everybody has room in each network. */
static gboolean
lay_circles (GPtrArray         *circles,
             double             radius,
             double             rows,
             const TrlProgress *progress,
             GCancellable      *cancellable,
             GError           **error)
{
  TrlBand band = { radius, radius, radius + rows };
  double  grow;

  while (!g_cancellable_set_error_if_cancelled (cancellable, error))
    {
      report (progress, &band, circles);
      if (find_places (&band, circles))
        return TRUE;
      grow = 1 + band.wish / 100;
      band.wish += grow;
      band.least = band.wish;
      band.most += (1 + DEEPEN) * grow;
    }
  return FALSE;
}

static void
take_places (TrlLayoutResult *result, const TrlLayoutInput *input, const GArray *discs)
{
  for (guint i = 0; i < discs->len; i++)
    {
      const TrlDisc *disc = &g_array_index (discs, TrlDisc, i);

      result->angle[disc->node] = disc->angle;
      result->points[disc->node].x = disc->distance * disc->east;
      result->points[disc->node].y = disc->distance * disc->south;
      result->rim = fmax (result->rim, disc->distance + disc->radius + RIM_GAP);
    }
  for (guint i = 0; i < input->n; i++)
    if (is_pinned (input, i))
      {
        result->points[i] = input->start[i];
        result->angle[i] = NAN;
      }
}

static GPtrArray *
take_circles (const TrlLayoutSet *set, GPtrArray *circles)
{
  GPtrArray *results =
    g_ptr_array_new_with_free_func ((GDestroyNotify) trl_layout_result_free);
  double rim = 0;

  for (guint k = 0; k < set->n; k++)
    {
      TrlLayoutResult *result = trl_layout_result_new (set->inputs[k]->n);

      take_places (result, set->inputs[k], g_ptr_array_index (circles, k));
      rim = fmax (rim, result->rim);
      g_ptr_array_add (results, result);
    }
  for (guint k = 0; k < set->n; k++)
    ((TrlLayoutResult *) g_ptr_array_index (results, k))->rim = rim;
  return results;
}

static GPtrArray *
place_set (const TrlLayoutSet *set,
           const TrlOptions   *options,
           GCancellable       *cancellable,
           GError            **error)
{
  g_autoptr (GPtrArray) angles = trl_sectors_angles_together (set, NULL);
  g_autoptr (GPtrArray) circles =
    g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  double gap = trl_options_get_number (options, "gap"), widest = 0;

  for (guint k = 0; k < set->n; k++)
    g_ptr_array_add (
      circles,
      collect_discs (set->inputs[k], g_ptr_array_index (angles, k), gap, &widest));
  if (!lay_circles (circles, trl_options_get_number (options, "radius"), 2 * widest,
                    set->inputs[0]->progress, cancellable, error))
    return NULL;
  return take_circles (set, circles);
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
    .label = N_ ("Radius of the circle"),
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
 * Shape: a circle; a pinned node keeps its place and has no label at the rim.
 * Cost: O(t n c) for t tries, 1 when nothing is crowded, and c discs in the way of one;
 * three seconds for 100,000 nodes. Source: none; the spokes are this program's own.
 */
const TrlLayout trl_layout_spokes = {
  .id = "spokes",
  .label = N_ ("Spokes"),
  .description =
    N_ ("The hub in the middle, each partner type in a direction of its own"),
  .live = TRUE,
  .options = options,
  .n_options = G_N_ELEMENTS (options),
  .place = place,
  .place_set = place_set,
};
