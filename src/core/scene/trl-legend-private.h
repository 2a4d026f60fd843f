/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scene/trl-legend.h"

G_BEGIN_DECLS

struct TrlLegend
{
  GArray              *entries; /* TrlLegendEntry */
  const TrlVocabulary *vocabulary;
  TrlNetwork *const   *networks; /* while it is made */
  guint                n_networks;
  gboolean             has_hub; /* about which the first of them stands */
  TrlSceneOptions      options;
  guint                n_edges; /* of the picture */
  TrlLook             *look;    /* NULL: of a chart */
  double               zoom;
};

G_END_DECLS
