/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TrlProgress:
 * @report: (nullable): told the share of all the work that is done, 0 … 1, never less
 *   than before, by the thread that does it; must not take long
 * @from: where the work at hand begins in all of it
 * @to: where it ends
 *
 * Who is told how far a long run is.
 */
typedef struct
{
  void (*report) (double share, gpointer data);
  gpointer data;
  double   from;
  double   to;
} TrlProgress;

/**
 * trl_progress_report:
 * @progress: (nullable)
 * @share: of the work at hand, 0 … 1
 */
void trl_progress_report (const TrlProgress *progress, double share);

/**
 * trl_progress_part:
 * @progress: (nullable)
 * @from, @to: of the work at hand, 0 … 1
 *
 * Returns: for a part of it
 */
TrlProgress trl_progress_part (const TrlProgress *progress, double from, double to);

G_END_DECLS
