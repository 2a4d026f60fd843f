/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "trellis-session.h"

G_BEGIN_DECLS

/* The network on show in numbers: breadth, depth, who and what is missing.  Reported, not
 * judged. */
#define TRELLIS_TYPE_NUMBERS (trellis_numbers_get_type ())
G_DECLARE_FINAL_TYPE (
  TrellisNumbers, trellis_numbers, TRELLIS, NUMBERS, AdwPreferencesGroup)

GtkWidget *trellis_numbers_new (void);
void       trellis_numbers_show (TrellisNumbers *numbers, TrellisSession *session);

G_END_DECLS
