/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "trellis-session.h"

G_BEGIN_DECLS

#define TRELLIS_TYPE_FIGURE_STUDIO (trellis_figure_studio_get_type ())
G_DECLARE_FINAL_TYPE (
  TrellisFigureStudio, trellis_figure_studio, TRELLIS, FIGURE_STUDIO, GtkBox)

/**
 * TrellisFigureStudio:
 *
 * A figure as its page, and all that can be chosen about it; the page is what is written.
 */

/**
 * TrellisFigureStudio:ready:
 *
 * Whether there is a page that can be exported.
 */

/**
 * TrellisFigureStudio:busy:
 *
 * Whether something is being made: the page that was asked for, or what goes out.
 */

/**
 * TrellisFigureStudio::exported:
 *
 * @text: what to say of it
 * @uri: of a file or a folder
 *
 * A file was written, or several in a folder.
 */

/**
 * TrellisFigureShortcut:
 *
 * A key of the studio.
 */
typedef struct
{
  const char *accelerators;
  const char *action;
} TrellisFigureShortcut;

/**
 * trellis_figure_studio_shortcuts:
 * @n: (out): how many
 */
const TrellisFigureShortcut *trellis_figure_studio_shortcuts (guint *n);

/**
 * trellis_figure_studio_new:
 * @settings: where choices are kept
 * @with_gallery: whether figures are chosen by small pages, with a button that exports;
 *   else by a row, and the button is somebody else's
 */
GtkWidget *trellis_figure_studio_new (GSettings      *settings,
                                      TrellisSession *session,
                                      gboolean        with_gallery);

/**
 * trellis_figure_studio_export:
 *
 * Asks for a file and writes the figure.
 */
void trellis_figure_studio_export (TrellisFigureStudio *studio);

/**
 * trellis_figure_studio_save_to:
 * @path: as a person chose it, who was asked about a file of just that name
 *
 * Writes the figure.  An ending that is known decides about the format; else that of the
 * chosen one is added, and what is there already is replaced only after a question.
 */
void trellis_figure_studio_save_to (TrellisFigureStudio *studio, const char *path);

/**
 * trellis_figure_studio_save_all_to:
 * @path: a file, or a folder that is there, as a person chose it
 *
 * Writes all saved figures: as pages of one PDF, or each to a file in the folder; what
 * comes of it is said in the window.
 */
void trellis_figure_studio_save_all_to (TrellisFigureStudio *studio, const char *path);

/**
 * trellis_figure_studio_show_figure:
 * @id: of a figure
 */
void trellis_figure_studio_show_figure (TrellisFigureStudio *studio, const char *id);

/**
 * trellis_figure_studio_set_narrow:
 * @narrow: puts the page above the controls, and a row in the place of the gallery
 */
void trellis_figure_studio_set_narrow (TrellisFigureStudio *studio, gboolean narrow);

G_END_DECLS
