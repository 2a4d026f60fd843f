/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/trl-document.h"

G_BEGIN_DECLS

/**
 * TrlFigureAxis:
 * @id: what the options `x` and `y` of the figure `axes` take
 * @label: what people read
 * @known: whether any network has a number for it
 *
 * Something that can be an axis.
 */
typedef struct
{
  char    *id;
  char    *label;
  gboolean known;
} TrlFigureAxis;

/**
 * trl_figure_axes_list:
 *
 * What the networks of a document can be placed by: measures and attributes, then fields
 * of numbers.  The options also take "", which chooses among those that are known.
 * Cost: that of a profile of each network.
 *
 * Returns: (transfer full) (element-type TrlFigureAxis): frees its elements
 */
GPtrArray *trl_figure_axes_list (TrlDocument *document);

G_END_DECLS
