/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Layouts.  Those that follow the data are run at every change and never stored.  The
 * places of others come from the document; where it has none, the layout runs, in a
 * thread when there are many nodes.  What it finds goes into the document as one step
 * when a person asked for it; looking at a network is no step, and what is found then
 * waits for the first place that is given by hand.
 */
#include "canvas/trellis-canvas-private.h"

#include <glib/gi18n.h>

#define THREAD_NODES 300

/* A network that names no layout keeps the one that suited it when it came into view,
 * also when an edit would make another one suit it better. */
const TrlLayout *
trellis_canvas_get_layout (TrellisCanvas *self)
{
  const char      *id = trl_network_get_text (self->shown, TRL_NETWORK_LAYOUT);
  const TrlLayout *layout = id ? trl_layout_find (id) : NULL;
  if (layout && (layout->live || !self->rolled_up))
    return layout;
  if (!self->layout)
    self->layout = trl_layout_find (trl_layout_default (self->shown));
  return self->layout;
}

gboolean
trellis_canvas_is_live (TrellisCanvas *self)
{
  return self->shown && trellis_canvas_get_layout (self)->live;
}

/* Choosing a layout and its first run are one step. */
static void
begin_layout (TrellisCanvas *self)
{
  g_autofree char *key = g_strconcat ("canvas-lay-out ", self->network_id, NULL);
  trl_document_begin (self->document, _ ("Lay Out"), key);
}

/* Whether nobody changed anything since the file was opened. */
static gboolean
is_fresh (TrellisCanvas *self)
{
  return !trl_document_is_modified (self->document) &&
         !trl_document_get_undo_name (self->document) &&
         !trl_document_get_redo_name (self->document);
}

/* Whether places that a layout found go into the document: those that were asked for,
 * those that come with opening a file, and those around places that a person gave while
 * the others were still sought. */
static gboolean
may_store (TrellisCanvas *self)
{
  if (self->locked || self->rolled_up)
    return FALSE;
  return self->asked || is_fresh (self) ||
         (!trl_document_get_redo_name (self->document) &&
          trellis_places_count (self->shown, self->graph) > 0);
}

/* Makes the places part of the document.  Those that come with opening a file are no
 * step: they follow from the file. */
static void
store_places (TrellisCanvas *self, const TrlLayoutResult *result)
{
  gboolean fresh = !self->asked && is_fresh (self);
  g_signal_handler_block (self->document, self->document_changed);
  begin_layout (self);
  trellis_places_store (self->document, self->shown, self->graph, result);
  trl_document_end (self->document);
  if (fresh)
    trl_document_forget_history (self->document);
  g_signal_handler_unblock (self->document, self->document_changed);
}

/* Places that are only shown hold until others are in the document, and again when those
 * are undone. */
static void
keep_places (TrellisCanvas *self, const TrlLayoutResult *result)
{
  g_clear_pointer (&self->found, trellis_places_free);
  if (may_store (self))
    store_places (self, result);
  else
    self->found = trellis_places_new (self->shown, self->graph, result);
}

typedef struct
{
  TrlNetwork      *network;
  const TrlLayout *layout;
} LayoutInput;

static void
layout_input_free (gpointer data)
{
  LayoutInput *input = data;
  trl_network_unref (input->network);
  g_free (input);
}

static gpointer
work_layout (gpointer data, GCancellable *cancellable, GError **error)
{
  LayoutInput *input = data;
  return trl_layout_run (input->network, input->layout->id, NULL, cancellable, error);
}

static void
finish_layout (TrellisCanvas *self, TrlLayoutResult *result)
{
  keep_places (self, result);
  trellis_canvas_stop_tool (self);
  gboolean first = self->now == NULL;
  trellis_canvas_take_goal (self, result);
  trellis_canvas_rebuild (self);
  trellis_canvas_update_proxies (self);
  if (first || self->fits)
    trellis_canvas_zoom_fit (self);
}

/* For whom a layout runs, and which of those started it is. */
typedef struct
{
  TrellisCanvas *canvas;
  guint          serial;
  guint64        revision;
  gboolean       chosen; /* the layout was, for which the document has a step */
} Ticket;

static void
ticket_free (Ticket *ticket)
{
  g_object_unref (ticket->canvas);
  g_free (ticket);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ticket, ticket_free)

/* Something to see and to work with where there are no places. */
static void
show_circle (TrellisCanvas *self)
{
  TrlLayoutResult *circle = trellis_places_circle (self->graph);
  g_clear_pointer (&self->found, trellis_places_free);
  self->found = trellis_places_new (self->shown, self->graph, circle);
  trellis_canvas_take_goal (self, circle);
  trellis_canvas_rebuild (self);
  trellis_canvas_update_proxies (self);
  trellis_canvas_zoom_fit (self);
}

/* A layout that could not be done is not chosen. */
static void
take_back (TrellisCanvas *self)
{
  if (g_strcmp0 (trl_document_get_undo_name (self->document), _ ("Lay Out")) == 0)
    trl_document_undo (self->document);
}

static void
on_layout_done (gpointer result, const GError *error, gpointer data)
{
  g_autoptr (Ticket) ticket = data;
  g_autoptr (TrlLayoutResult) places = result;
  TrellisCanvas *self = ticket->canvas;
  if (ticket->serial != self->job_serial || !self->job)
    return;
  if (trellis_job_is_cancelled (self->job)) /* what it was for may have gone */
    g_clear_pointer (&places, trl_layout_result_free);
  g_clear_object (&self->job);
  g_object_notify (G_OBJECT (self), "layout-running");
  if (!self->shown)
    return;
  if (places && ticket->revision == trl_network_get_revision (self->shown))
    finish_layout (self, g_steal_pointer (&places));
  else if (!self->now)
    show_circle (self);
  self->asked = FALSE;
  if (!error || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  trellis_canvas_notice (self, error->message, FALSE);
  if (ticket->chosen)
    take_back (self);
}

static void
start_layout_job (TrellisCanvas *self, const TrlLayout *layout)
{
  trellis_canvas_cancel_layout (self);
  LayoutInput *input = g_new0 (LayoutInput, 1);
  input->network = trl_network_copy (self->shown);
  input->layout = layout;
  Ticket *ticket = g_new0 (Ticket, 1);
  ticket->canvas = g_object_ref (self);
  ticket->serial = ++self->job_serial;
  ticket->revision = trl_network_get_revision (self->shown);
  ticket->chosen = self->asked && self->drawn_layout != layout;
  g_clear_object (&self->job);
  self->job = trellis_job_start (_ ("Arranging partners"), work_layout, input,
                                 layout_input_free, on_layout_done, ticket);
  g_object_notify (G_OBJECT (self), "layout-running");
}

void
trellis_canvas_cancel_layout (TrellisCanvas *self)
{
  if (self->job)
    trellis_job_cancel (self->job);
}

gboolean
trellis_canvas_is_laying_out (TrellisCanvas *self)
{
  return self->job != NULL;
}

/* Runs a layout whose places are kept.  NULL while a thread works on it, as it does on
 * whatever may take its time. */
static TrlLayoutResult *
run_layout (TrellisCanvas *self, const TrlLayout *layout)
{
  if (self->graph->n > THREAD_NODES || layout->engine)
    {
      start_layout_job (self, layout);
      return NULL;
    }
  return trl_layout_run (self->shown, layout->id, NULL, NULL, NULL);
}

/* Where data do not allow a live layout, which is said once, they are on a circle. */
static TrlLayoutResult *
run_live (TrellisCanvas *self, const TrlLayout *layout)
{
  g_autoptr (GError) error = NULL;
  TrlLayoutResult *result = trl_layout_run (self->shown, layout->id, NULL, NULL, &error);
  if (result)
    return result;
  if (self->drawn_layout != layout)
    trellis_canvas_notice (self, error->message, FALSE);
  return trellis_places_circle (self->graph);
}

TrlLayoutResult *
trellis_canvas_find_goal (TrellisCanvas *self)
{
  const TrlLayout *layout = trellis_canvas_get_layout (self);
  if (layout->live)
    return run_live (self, layout);
  guint    n = self->graph->n, placed = trellis_places_count (self->shown, self->graph);
  gboolean known = self->places && self->drawn_layout == layout;
  if (!known)
    g_clear_pointer (&self->found, trellis_places_free);
  if (placed == 0 && self->found)
    return trellis_places_load (self->shown, self->graph, self->found);
  /* A few places, given while the others were still sought, are no picture. */
  if (n > 0 && (placed == 0 || (!known && 2 * placed < n)))
    {
      TrlLayoutResult *result = run_layout (self, layout);
      if (result)
        keep_places (self, result);
      return result;
    }
  return trellis_places_load (self->shown, self->graph, known ? self->places : NULL);
}

/* Runs the layout from where the nodes are. */
static void
arrange_again (TrellisCanvas *self, const TrlLayout *layout)
{
  TrlLayoutResult *result = run_layout (self, layout);
  if (result)
    finish_layout (self, result);
}

/* Whether the data allow a layout; says what is missing when they do not. */
static gboolean
can_lay_out (TrellisCanvas *self, const TrlLayout *layout)
{
  g_autoptr (GError) error = NULL;
  if (!layout->live)
    return TRUE;
  g_autoptr (TrlLayoutResult) trial =
    trl_layout_run (self->shown, layout->id, NULL, NULL, &error);
  if (!trial)
    trellis_canvas_notice (self, error->message, FALSE);
  return trial != NULL;
}

void
trellis_canvas_lay_out (TrellisCanvas *self, const char *id)
{
  g_return_if_fail (TRELLIS_IS_CANVAS (self));
  if (!self->shown)
    return;
  const TrlLayout *layout = id ? trl_layout_find (id) : trellis_canvas_get_layout (self);
  g_return_if_fail (layout != NULL);
  if (layout != trellis_canvas_get_layout (self))
    {
      if (!trellis_canvas_may_edit (self))
        {
          gtk_widget_error_bell (GTK_WIDGET (self));
          return;
        }
      if (!can_lay_out (self, layout))
        return;
      self->asked = TRUE;
      begin_layout (self);
      trl_document_set (self->document, TRL_KIND_NETWORK, self->network_id, NULL,
                        TRL_NETWORK_LAYOUT, TRL_TEXT (layout->id));
      trellis_canvas_end (self);
      trellis_canvas_zoom_fit (self);
    }
  else if (!layout->live && trellis_canvas_may_edit (self))
    {
      self->asked = TRUE;
      arrange_again (self, layout);
    }
  self->asked = self->asked && self->job != NULL;
}
