/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "panels/trellis-target.h"

G_BEGIN_DECLS

/* The partnerships of one partner, each a row that selects it. */
#define TRELLIS_TYPE_TIES (trellis_ties_get_type ())
G_DECLARE_FINAL_TYPE (TrellisTies, trellis_ties, TRELLIS, TIES, AdwPreferencesGroup)

GtkWidget *trellis_ties_new (void);
void       trellis_ties_show (TrellisTies *ties, const TrellisTarget *target);

/**
 * trellis_tie_level_name:
 *
 * Returns: (transfer none): the name of the level that a tie is shown at
 */
const char *trellis_tie_level_name (const TrlNetwork *network, guint edge);

G_END_DECLS
