/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TrellisPace:
 *
 * How a thread that draws for long shares the processor with a gesture: it works a
 * millisecond or so, looks up, and may rest.
 */
typedef struct
{
  guint  steps;
  double worked; /* of this thread, when it began or rested last, milliseconds */
} TrellisPace;

/**
 * trellis_pace_get_work:
 *
 * Returns: processor time that this thread has taken, milliseconds
 */
double trellis_pace_get_work (void);

/**
 * trellis_pace_is_due:
 * @pace: with @worked of trellis_pace_get_work() when the thread began
 *
 * To be asked at every step, which should be far shorter than a millisecond.
 *
 * Returns: whether it is time to look up; then trellis_pace_go_on() comes
 */
gboolean trellis_pace_is_due (TrellisPace *pace);

typedef enum
{
  TRELLIS_REST_NONE,
  TRELLIS_REST_SHORT, /* works a quarter of the time */
  TRELLIS_REST_LONG   /* an eighth */
} TrellisRest;

/**
 * trellis_pace_go_on:
 *
 * Sleeps some milliseconds first, if it is to rest.
 */
void trellis_pace_go_on (TrellisPace *pace, TrellisRest rest);

G_END_DECLS
