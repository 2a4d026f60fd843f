/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "canvas/trellis-canvas.h"
#include "draw/trl-draw.h"

G_BEGIN_DECLS

/* Where a pointer is, pixels of the canvas. */
typedef struct
{
  double          x;
  double          y;
  GdkModifierType state;
  guint           button;
} TrellisPointer;

/**
 * TrellisTool:
 * @cursor: (nullable): CSS name of the pointer while the tool works
 * @claims: whether a drag that begins there is this tool's
 * @begin: makes the state of one drag; %NULL refuses it
 * @update: the pointer moved
 * @end: the button was let go; does what the drag meant
 * @cancel: (nullable): Esc; puts everything back
 * @draw: (nullable): above the picture, in pixels
 * @find_box: (nullable): where it draws, pixels; %NULL: anywhere
 * @free: of the state
 *
 * What a drag does.  A row of the table in trellis-canvas-input.c.
 */
typedef struct
{
  const char *cursor;
  gboolean (*claims) (TrellisCanvas *canvas, const TrellisPointer *at);
  gpointer (*begin) (TrellisCanvas *canvas, const TrellisPointer *at);
  void (*update) (TrellisCanvas *canvas, gpointer data, const TrellisPointer *at);
  void (*end) (TrellisCanvas *canvas, gpointer data, const TrellisPointer *at);
  void (*cancel) (TrellisCanvas *canvas, gpointer data);
  void (*draw) (TrellisCanvas *canvas, gpointer data, cairo_t *cr);
  TrlRect (*find_box) (TrellisCanvas *canvas, gpointer data);
  void (*free) (gpointer data);
} TrellisTool;

extern const TrellisTool trellis_tool_pan;
extern const TrellisTool trellis_tool_connect;
extern const TrellisTool trellis_tool_select;
extern const TrellisTool trellis_tool_box;
extern const TrellisTool trellis_tool_lasso;
extern const TrellisTool trellis_tool_drift; /* pans, by the background */

G_END_DECLS
