/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "trellis-session.h"

G_BEGIN_DECLS

#define TRELLIS_TYPE_FIGURE_GALLERY (trellis_figure_gallery_get_type ())
G_DECLARE_FINAL_TYPE (
  TrellisFigureGallery, trellis_figure_gallery, TRELLIS, FIGURE_GALLERY, AdwBin)

/**
 * TrellisFigureGallery:
 *
 * The figures that a document has saved, and those that it can make, each as a small
 * page.
 */

/**
 * TrellisFigureGallery::chosen:
 * @id: of a row of figures.def
 */

/**
 * TrellisFigureGallery::opened:
 * @id: of a saved figure
 */

GtkWidget *trellis_figure_gallery_new (TrellisSession *session);

/**
 * trellis_figure_gallery_choose:
 *
 * Selects a figure, and says so where it was not selected.
 */
void trellis_figure_gallery_choose (TrellisFigureGallery *gallery, const char *id);

/**
 * trellis_figure_gallery_open:
 * @id: of a saved figure
 *
 * Selects a saved figure, and says so where it was not selected.
 */
void trellis_figure_gallery_open (TrellisFigureGallery *gallery, const char *id);

G_END_DECLS
