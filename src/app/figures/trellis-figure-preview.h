/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scene/trl-scene.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TRELLIS_TYPE_FIGURE_PREVIEW (trellis_figure_preview_get_type ())
G_DECLARE_FINAL_TYPE (
  TrellisFigurePreview, trellis_figure_preview, TRELLIS, FIGURE_PREVIEW, GtkBox)

/**
 * TrellisFigurePreview:
 *
 * The page as it will be written, or why there is none; what an editor would object to;
 * and how others see it, which changes nothing but the preview.
 */

/**
 * TrellisFigurePreview::drag:
 *
 * The page is about to be dragged out.
 *
 * Returns: (transfer full) (nullable): what is dragged
 */

/**
 * TrellisFigurePreview::stop:
 *
 * What makes it busy shall end.
 */

GtkWidget *trellis_figure_preview_new (void);

/**
 * trellis_figure_preview_set_busy:
 *
 * Shows, after a moment, that something is going on, and how to stop it.
 */
void trellis_figure_preview_set_busy (TrellisFigurePreview *preview, gboolean busy);

/**
 * trellis_figure_preview_show:
 * @scene: (nullable): a frozen page
 * @reason: (nullable): why there is no page
 * @remark: (nullable): one more objection, beside those about the page itself
 */
void trellis_figure_preview_show (TrellisFigurePreview *preview,
                                  TrlScene             *scene,
                                  const char           *reason,
                                  const char           *remark);

/**
 * trellis_figure_preview_get_scene:
 *
 * Returns: (transfer none) (nullable): the page as it is written
 */
TrlScene *trellis_figure_preview_get_scene (TrellisFigurePreview *preview);

G_END_DECLS
