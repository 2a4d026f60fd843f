/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A part of the work knows its own share alone. */
#include "config.h"

#include "layout/trl-progress.h"

void
trl_progress_report (const TrlProgress *progress, double share)
{
  if (progress != NULL && progress->report != NULL)
    progress->report (progress->from + share * (progress->to - progress->from),
                      progress->data);
}

TrlProgress
trl_progress_part (const TrlProgress *progress, double from, double to)
{
  double width = progress != NULL ? progress->to - progress->from : 0;

  if (progress == NULL)
    return (TrlProgress){ NULL };
  return (TrlProgress){ progress->report, progress->data, progress->from + from * width,
                        progress->from + to * width };
}
