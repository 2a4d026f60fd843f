/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "trellis-session.h"

G_BEGIN_DECLS

/* All of what is selected, to read and to edit; the network when nothing is. */
#define TRELLIS_TYPE_INSPECTOR (trellis_inspector_get_type ())
G_DECLARE_FINAL_TYPE (TrellisInspector, trellis_inspector, TRELLIS, INSPECTOR, AdwBin)

void trellis_inspector_set_session (TrellisInspector *inspector, TrellisSession *session);

/**
 * trellis_inspector_show_type:
 * @type: id of a partner type; "" is no type
 *
 * Lists the organizations of a type, until something else is selected.
 */
void trellis_inspector_show_type (TrellisInspector *inspector, const char *type);

/**
 * trellis_inspector_focus:
 *
 * Moves the keyboard to the first field.
 */
void trellis_inspector_focus (TrellisInspector *inspector);

G_END_DECLS
