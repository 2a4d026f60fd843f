/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  TRL_GRID_ROW,
  TRL_GRID_COLUMN
} TrlGridAxis;

/**
 * TrlMeant:
 *
 * How the level of a cell stands to the one that is intended.  Neither is better.
 */
typedef enum
{
  TRL_MEANT_UNSAID, /* one of the two is not known */
  TRL_MEANT_BELOW,
  TRL_MEANT_AT,
  TRL_MEANT_ABOVE
} TrlMeant;

G_END_DECLS
