/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figure/trl-figure-settings.h"
#include "trellis-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TrellisFigureContext:
 * @settings: what rows show and change
 * @changed: called with @data after each change
 *
 * What all rows about a figure have in common; outlives them.
 */
typedef struct
{
  TrlFigureSettings *settings;
  TrellisSession    *session;
  void (*changed) (gpointer data);
  gpointer data;
} TrellisFigureContext;

/**
 * trellis_figure_context_set:
 *
 * Sets a value and tells; what is refused, or is there already, changes nothing.
 */
void trellis_figure_context_set (TrellisFigureContext *context,
                                 const char           *key,
                                 const char           *text);

/**
 * TrellisCheckFunc:
 * @chosen: ids, in the order of the rows
 */
typedef void (*TrellisCheckFunc) (const char *const *chosen, gpointer data);

/**
 * trellis_figure_checks_new:
 * @title: of the row
 * @ids, @labels: (element-type utf8): of the things to choose from
 * @chosen: ids that are checked
 * @none: said where nothing is checked
 *
 * Returns: an #AdwExpanderRow with a check button for each thing
 */
GtkWidget *trellis_figure_checks_new (const char        *title,
                                      const GPtrArray   *ids,
                                      const GPtrArray   *labels,
                                      const char *const *chosen,
                                      const char        *none,
                                      TrellisCheckFunc   changed,
                                      gpointer           data);

/**
 * trellis_figure_combo_new:
 * @labels: (array zero-terminated=1)
 * @values: (array zero-terminated=1): texts of the setting, one a label
 *
 * Returns: an #AdwComboRow that sets @key to one of the values
 */
GtkWidget *trellis_figure_combo_new (TrellisFigureContext *context,
                                     const char           *key,
                                     const char           *title,
                                     const char *const    *labels,
                                     const char *const    *values);

/**
 * trellis_figure_network_rows:
 * trellis_figure_layout_row:
 * trellis_figure_size_rows:
 * trellis_figure_font_row:
 *
 * Adds rows to a group: which networks, where the figure is of networks how they are laid
 * out; the size of the page; the font.
 */
void trellis_figure_network_rows (TrellisFigureContext *context,
                                  AdwPreferencesGroup  *group);
void trellis_figure_layout_row (TrellisFigureContext *context,
                                AdwPreferencesGroup  *group);
void trellis_figure_size_rows (TrellisFigureContext *context, AdwPreferencesGroup *group);
void trellis_figure_font_row (TrellisFigureContext *context, AdwPreferencesGroup *group);

/**
 * trellis_figure_words_new:
 *
 * Returns: a group with a row for each text on the page, and for those in the file
 */
GtkWidget *trellis_figure_words_new (TrellisFigureContext *context);

/**
 * trellis_figure_special_row:
 * @data: a #TrellisFigureContext
 *
 * A #TrellisOptionRowFunc: what is chosen from the document has a list in place of an
 * entry for ids.
 */
GtkWidget *trellis_figure_special_row (const TrlOption *option, gpointer data);

G_END_DECLS
