/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/trl-option.h"

G_BEGIN_DECLS

/**
 * trellis_option_rows_new:
 * @options: what the rows change; must outlive them
 * @table: of the same options
 * @n: length of @table
 * @changed: is called after each change, with @data
 *
 * A switch for each option that is a flag, a list for a choice, a number with steps, an
 * entry for a text.
 *
 * Returns: an #AdwPreferencesGroup
 */
GtkWidget *trellis_option_rows_new (TrlOptions      *options,
                                    const TrlOption *table,
                                    guint            n,
                                    void (*changed) (gpointer data),
                                    gpointer data);

/**
 * trellis_option_rows_name_switch:
 *
 * Gives every switch within a widget a name that is read aloud: that of an expander row
 * is nobody's but the row's, which leaves it without one.
 */
void trellis_option_rows_name_switch (GtkWidget *widget, const char *label);

G_END_DECLS
