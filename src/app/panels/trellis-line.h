/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TrellisLine:
 * @widget: to put in a list
 * @count: at its end
 *
 * A line of a side panel: a small picture, a name, a number.
 */
typedef struct
{
  GtkWidget *widget;
  GtkLabel  *name;
  GtkLabel  *count;
} TrellisLine;

/**
 * trellis_line_new_check:
 * @picture: (nullable) (transfer full)
 */
TrellisLine *trellis_line_new_check (GtkWidget *picture, const char *name);
TrellisLine *trellis_line_new_button (GtkWidget *picture, const char *name);

/**
 * trellis_line_set_count:
 * @text: the number as it stands there
 * @description: the line for a screen reader
 * @dim: there is nothing of it
 */
void trellis_line_set_count (TrellisLine *line,
                             const char  *text,
                             const char  *description,
                             gboolean     dim);

/**
 * trellis_line_heading:
 * @suffix: (nullable) (transfer full): at its end
 *
 * Returns: (transfer full): a heading of a part of a side panel
 */
GtkWidget *trellis_line_heading (const char *title, GtkLabel **count, GtkWidget *suffix);

G_END_DECLS
