/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The popover beside Open: files opened or saved lately, newest first. */
#define TRELLIS_TYPE_RECENT (trellis_recent_get_type ())
G_DECLARE_FINAL_TYPE (TrellisRecent, trellis_recent, TRELLIS, RECENT, GtkPopover)

/**
 * trellis_recent_add:
 *
 * Remembers that @file was opened or saved.
 */
void trellis_recent_add (GFile *file);

G_END_DECLS
