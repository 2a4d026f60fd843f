/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/trl-option.h"

G_BEGIN_DECLS

/**
 * TrellisOptionRowFunc:
 *
 * Returns: (transfer floating) (nullable): a row of its own for an option; %NULL: the
 *   usual one
 */
typedef GtkWidget *(*TrellisOptionRowFunc) (const TrlOption *option, gpointer data);

/**
 * trellis_option_rows_new:
 * @options: what the rows change; must outlive them
 * @table: of the same options
 * @n: length of @table
 * @special: (nullable): asked first for each option
 * @changed: is called after each change, with @data
 *
 * A switch for each option that is a flag, a list for a choice, a number with steps, an
 * entry for a text.
 *
 * Returns: an #AdwPreferencesGroup
 */
GtkWidget *trellis_option_rows_new (TrlOptions          *options,
                                    const TrlOption     *table,
                                    guint                n,
                                    TrellisOptionRowFunc special,
                                    void (*changed) (gpointer data),
                                    gpointer data);

/**
 * trellis_option_rows_add:
 *
 * As trellis_option_rows_new(), at the end of a group that is there.
 *
 * Returns: (transfer none): the last of the rows
 */
GtkWidget *trellis_option_rows_add (AdwPreferencesGroup *group,
                                    TrlOptions          *options,
                                    const TrlOption     *table,
                                    guint                n,
                                    TrellisOptionRowFunc special,
                                    void (*changed) (gpointer data),
                                    gpointer data);

/**
 * trellis_option_rows_wrap:
 * @row: of strings
 *
 * Long choices take several lines in the open list, rather than being cut.
 */
void trellis_option_rows_wrap (AdwComboRow *row);

/**
 * trellis_option_rows_name_switch:
 *
 * Gives every switch within a widget a name that is read aloud: that of an expander row
 * is nobody's but the row's, which leaves it without one.
 */
void trellis_option_rows_name_switch (GtkWidget *widget, const char *label);

G_END_DECLS
