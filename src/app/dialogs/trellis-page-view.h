/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "scene/trl-scene.h"

G_BEGIN_DECLS

/**
 * TrellisPageView:
 *
 * A page as it will be printed, as large as there is room.
 */
#define TRELLIS_TYPE_PAGE_VIEW (trellis_page_view_get_type ())
G_DECLARE_FINAL_TYPE (TrellisPageView, trellis_page_view, TRELLIS, PAGE_VIEW, GtkWidget)

/**
 * TrellisPageView:margin:
 *
 * Pixels around the page.
 */

/**
 * trellis_page_view_set_scene:
 * @scene: (nullable): frozen
 */
void trellis_page_view_set_scene (TrellisPageView *view, TrlScene *scene);

G_END_DECLS
