/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a person pinned stands where it was, whatever the layout thinks of it. */
#include "config.h"

#include "layout/trl-hold.h"

#include "layout/trl-separate.h"

#include <math.h>

gboolean
trl_hold_is_pinned (const TrlLayoutInput *input, guint node)
{
  return input->start != NULL && input->flags != NULL &&
         (input->flags[node] & TRL_LAYOUT_PINNED) != 0;
}

gboolean
trl_hold_pinned (const TrlLayoutInput *input,
                 TrlLayoutResult      *result,
                 double                gap,
                 GCancellable         *cancellable,
                 GError              **error)
{
  g_autofree gboolean *fixed = g_new0 (gboolean, input->n + 1);
  gboolean             any = FALSE;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  for (guint i = 0; i < input->n; i++)
    if (trl_hold_is_pinned (input, i))
      {
        any = fixed[i] = TRUE;
        result->points[i] = input->start[i];
        result->angle[i] = NAN;
      }
  return !any || trl_separate (input->n, result->points, input->radius, fixed, gap, 0,
                               cancellable, error);
}
