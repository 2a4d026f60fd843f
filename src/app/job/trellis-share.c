/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One whole number that threads can read and write without a lock. */
#include "job/trellis-share.h"

#define WHOLE 10000

struct TrellisShare
{
  int done; /* of WHOLE */
};

TrellisShare *
trellis_share_new (void)
{
  return g_atomic_rc_box_new0 (TrellisShare);
}

TrellisShare *
trellis_share_ref (TrellisShare *share)
{
  return g_atomic_rc_box_acquire (share);
}

void
trellis_share_unref (TrellisShare *share)
{
  g_atomic_rc_box_release (share);
}

void
trellis_share_set (TrellisShare *share, double done)
{
  g_atomic_int_set (&share->done, (int) (WHOLE * CLAMP (done, 0, 1)));
}

double
trellis_share_get (TrellisShare *share)
{
  return (double) g_atomic_int_get (&share->done) / WHOLE;
}
