/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

typedef enum
{
  TRELLIS_WIDTH_NARROW, /* one thing at a time */
  TRELLIS_WIDTH_MEDIUM, /* the map and one panel */
  TRELLIS_WIDTH_WIDE,   /* everything */
  TRELLIS_WIDTH_FULL    /* everything, with words beside pictures */
} TrellisWidth;

#define TRELLIS_TYPE_ADAPTIVE (trellis_adaptive_get_type ())
G_DECLARE_FINAL_TYPE (TrellisAdaptive, trellis_adaptive, TRELLIS, ADAPTIVE, GtkWidget)

/**
 * TrellisAdaptive::width-changed:
 *
 * The content has much more or much less room than before; see
 * trellis_adaptive_get_width().
 */

void         trellis_adaptive_set_child (TrellisAdaptive *adaptive, GtkWidget *child);
TrellisWidth trellis_adaptive_get_width (TrellisAdaptive *adaptive);

G_END_DECLS
