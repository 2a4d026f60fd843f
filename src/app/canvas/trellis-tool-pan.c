/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Moves the view.  By the middle button or with Space anywhere, by the first button on
 * the background. */
#include "canvas/trellis-canvas-private.h"

typedef struct
{
  double x, y;
} Pan;

static gboolean
claims (TrellisCanvas *self, const TrellisPointer *at)
{
  return at->button == GDK_BUTTON_MIDDLE || self->space_held;
}

static gboolean
claims_rest (TrellisCanvas *self, const TrellisPointer *at)
{
  return at->button == GDK_BUTTON_PRIMARY;
}

static gpointer
begin (TrellisCanvas *self, const TrellisPointer *at)
{
  Pan *pan = g_new0 (Pan, 1);
  self->space_pans = self->space_held;
  pan->x = at->x;
  pan->y = at->y;
  return pan;
}

static void
update (TrellisCanvas *self, gpointer data, const TrellisPointer *at)
{
  Pan *pan = data;
  self->fits = FALSE;
  trellis_viewport_pan (&self->view, at->x - pan->x, at->y - pan->y);
  trellis_canvas_go (self, self->view.now, FALSE);
  pan->x = at->x;
  pan->y = at->y;
}

const TrellisTool trellis_tool_pan = {
  .cursor = "grabbing",
  .claims = claims,
  .begin = begin,
  .update = update,
  .end = update,
  .free = g_free,
};

const TrellisTool trellis_tool_drift = {
  .cursor = "grabbing",
  .claims = claims_rest,
  .begin = begin,
  .update = update,
  .end = update,
  .free = g_free,
};
