/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scene/trl-panels.h"

G_BEGIN_DECLS

struct TrlPanels
{
  guint            n;
  TrlPanel        *panels;   /* n, in the order that was asked for */
  TrlNetwork     **networks; /* n, those that are drawn, as the panels */
  TrlUnion        *partners; /* of @networks */
  const TrlLayout *layout;
  GArray          *types; /* TrlPanelsType */
  guint           *first; /* n + 1: rows of owners of each panel in a common scene */
  guint            n_edges;
  double           far; /* where ghosts stand, points at 100 % from the centre */
  TrlRect          box;
  TrlLegend       *legend;
  TrlTextCache    *texts;
};

/* The order of the panels: a permutation of the networks. */
guint *trl_panels_find_order (TrlNetwork *const *networks, guint n, TrlPanelsOrder order);

/* “11 of 18 types · 64 % at Coordination or deeper” */
char *trl_panels_make_subtitle (const TrlNetwork *network);

/* The types about which something is known, with letters and directions. */
void trl_panels_find_types (TrlPanels *panels);

G_END_DECLS
