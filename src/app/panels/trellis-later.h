/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-session.h"

G_BEGIN_DECLS

/**
 * TrellisLaterTurn:
 *
 * Who counts first; between two turns the main loop does whatever else waits.
 */
typedef enum
{
  TRELLIS_LATER_INSPECTOR,
  TRELLIS_LATER_STATUS,
  TRELLIS_LATER_LEGEND,
  TRELLIS_LATER_NETWORKS,
  TRELLIS_LATER_ROLES
} TrellisLaterTurn;

/**
 * trellis_later:
 * @source: of the caller: 0 when nothing waits; removed by it when it goes
 * @update: returns G_SOURCE_REMOVE, after @source was set to 0
 *
 * Calls what counts nodes and edges at once where there are few, and where there are many
 * when nothing more urgent waits, once for all changes until then.
 */
void trellis_later (guint           *source,
                    TrellisLaterTurn turn,
                    TrellisSession  *session,
                    GSourceFunc      update,
                    gpointer         data);

G_END_DECLS
