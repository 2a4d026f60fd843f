/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The clock of a thread costs a call of the system: it is read each so many steps. */

#include "config.h"

#include "job/trellis-pace.h"

#include <time.h>

#define STEPS_A_LOOK 64
#define WORK_MS 1.0

double
trellis_pace_get_work (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

gboolean
trellis_pace_is_due (TrellisPace *pace)
{
  return ++pace->steps % STEPS_A_LOOK == 0 &&
         trellis_pace_get_work () - pace->worked >= WORK_MS;
}

void
trellis_pace_go_on (TrellisPace *pace, TrellisRest rest)
{
  static const gulong rests_us[] = { 0, 3000, 7000 };

  if (rest != TRELLIS_REST_NONE)
    g_usleep (rests_us[rest]);
  pace->worked = trellis_pace_get_work ();
}
