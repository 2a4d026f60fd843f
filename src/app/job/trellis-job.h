/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define TRELLIS_TYPE_JOB (trellis_job_get_type ())
G_DECLARE_FINAL_TYPE (TrellisJob, trellis_job, TRELLIS, JOB, GObject)

/**
 * TrellisJobWork:
 *
 * Runs in a thread of its own; touches nothing but @input and what it makes.
 *
 * Returns: the result, %NULL with @error set
 */
typedef gpointer (*TrellisJobWork) (gpointer      input,
                                    GCancellable *cancellable,
                                    GError      **error);

/**
 * TrellisJobDone:
 * @result: (transfer full) (nullable): what the work returned
 * @error: (nullable): why there is none; work that was cancelled in time says
 *   G_IO_ERROR_CANCELLED
 *
 * Runs on the main thread, once, also after a cancel.
 */
typedef void (*TrellisJobDone) (gpointer result, const GError *error, gpointer user_data);

/**
 * trellis_job_start:
 * @title: what people read while it runs: “Arranging partners”
 * @input: (transfer full): given to @work
 *
 * Returns: (transfer full): the job, to show and to cancel
 */
TrellisJob *trellis_job_start (const char    *title,
                               TrellisJobWork work,
                               gpointer       input,
                               GDestroyNotify free_input,
                               TrellisJobDone done,
                               gpointer       user_data);

/**
 * trellis_job_cancel:
 * trellis_job_is_cancelled:
 *
 * Asks the work to stop.  Work that has ended by then, or does not ask, hands its result
 * over all the same.
 */
void        trellis_job_cancel (TrellisJob *job);
gboolean    trellis_job_is_cancelled (TrellisJob *job);
const char *trellis_job_get_title (TrellisJob *job);
gboolean    trellis_job_is_running (TrellisJob *job);

G_END_DECLS
