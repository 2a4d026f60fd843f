/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Layouts.  Those that follow the data are run at every change and never stored.  The
 * places of others come from the document; where it has none, the layout runs.  Where it
 * may take its time, a thread runs it.  What it finds goes into the document as one step
 * when a person asked for it; looking at a network is no step, and what is found then
 * waits for the first place that is given by hand.
 */
#include "canvas/trellis-canvas-private.h"
#include "layout/trl-layout-some.h"

#include <glib/gi18n.h>

#define THREAD_NODES 300
#define LIVE_NODES 5000 /* that a layout which follows the data places at once */

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

static const char *const step_names[] = {
  [TRELLIS_LAY_OUT] = N_ ("Lay Out"),
  [TRELLIS_CHOOSE_LAYOUT] = N_ ("Lay Out"),
  [TRELLIS_LAY_OUT_SELECTION] = N_ ("Lay Out Selection"),
  [TRELLIS_CHANGE_OPTIONS] = N_ ("Change Layout Options"),
};

/* Choosing a layout, or its options, and the run that follows are one step; the next
 * choice is another. */
static void
begin_layout (TrellisCanvas *self)
{
  TrellisLayoutWish wish = self->asked ? self->wish : TRELLIS_LAY_OUT;
  g_autofree char  *key = g_strdup_printf ("canvas-lay-out %s %u", self->network_id,
                                          self->asked ? self->wish_serial : 0);
  trl_document_begin (self->document, _ (step_names[wish]), key);
}

/* What is asked for while the answer to another wish is awaited takes its place: the two
 * are one step, for a choice without its places is nothing to come back to. */
static void
ask (TrellisCanvas *self, TrellisLayoutWish wish)
{
  gboolean instead = self->asked && self->job;
  self->chooses = wish == TRELLIS_CHOOSE_LAYOUT || (instead && self->chooses);
  self->wish_serial += instead ? 0 : 1;
  self->asked = TRUE;
  self->wish = wish;
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
  TrlPoint        *places; /* of all, where only some move; else NULL */
  gboolean        *moves;
  TrellisShare    *share;
} LayoutInput;

static void
layout_input_free (gpointer data)
{
  LayoutInput *input = data;
  trl_network_unref (input->network);
  g_free (input->places);
  g_free (input->moves);
  g_clear_pointer (&input->share, trellis_share_unref);
  g_free (input);
}

static void
on_progress (double share, gpointer data)
{
  trellis_share_set (data, share);
}

static gpointer
work_layout (gpointer data, GCancellable *cancellable, GError **error)
{
  LayoutInput *input = data;
  TrlProgress  progress = { input->share ? on_progress : NULL, input->share, 0, 1 };
  if (input->moves)
    return trl_layout_run_some (input->network, input->layout, input->places,
                                input->moves, &progress, cancellable, error);
  return trl_layout_run_with_progress (input->network, input->layout->id, NULL, &progress,
                                       cancellable, error);
}

/* Where a person had all partners placed anew, what the view showed before is no more. */
static void
finish_layout (TrellisCanvas *self, TrlLayoutResult *result)
{
  if (!trellis_canvas_is_live (self))
    keep_places (self, result);
  trellis_canvas_stop_tool (self);
  gboolean anew = !self->now || (self->asked && self->wish != TRELLIS_LAY_OUT_SELECTION);
  trellis_canvas_take_goal (self, result);
  if (anew)
    trellis_canvas_fit_anew (self);
  trellis_canvas_rebuild (self);
  trellis_canvas_update_proxies (self);
  if (self->fits && !trellis_canvas_is_large (self))
    trellis_canvas_zoom_fit (self);
}

/* For whom a layout runs, and which of those started it is. */
typedef struct
{
  TrellisCanvas *canvas;
  guint          serial;
  guint64        revision;
  gboolean       chosen; /* the layout was, for which the document has a step */
  guint64        step;   /* of the document then */
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

/* A layout that could not be done, or was given up, is not chosen; unless something was
 * done since, which stays. */
static void
take_back (TrellisCanvas *self, const Ticket *ticket)
{
  if (ticket->chosen && self->asked &&
      trl_document_get_step (self->document) == ticket->step)
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
  gboolean given_up = trellis_job_is_cancelled (self->job);
  if (given_up) /* what it was for may have gone */
    g_clear_pointer (&places, trl_layout_result_free);
  g_clear_object (&self->job);
  g_object_notify (G_OBJECT (self), "layout-running");
  if (!self->shown)
    return;
  if (places && ticket->revision == trl_network_get_revision (self->shown))
    finish_layout (self, g_steal_pointer (&places));
  else if (!self->now)
    show_circle (self);
  if (error && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    trellis_canvas_notice (self, error->message, FALSE);
  if (error || given_up)
    take_back (self, ticket);
  self->asked = FALSE;
}

static void
start_layout_job (TrellisCanvas *self, LayoutInput *input)
{
  trellis_canvas_cancel_layout (self);
  g_clear_pointer (&self->job_share, trellis_share_unref);
  self->job_share = trellis_share_new ();
  input->share = trellis_share_ref (self->job_share);
  Ticket *ticket = g_new0 (Ticket, 1);
  ticket->canvas = g_object_ref (self);
  ticket->serial = ++self->job_serial;
  ticket->revision = trl_network_get_revision (self->shown);
  ticket->chosen = self->asked && self->chooses;
  ticket->step = trl_document_get_step (self->document);
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

TrellisShare *
trellis_canvas_get_layout_share (TrellisCanvas *self)
{
  return self->job ? self->job_share : NULL;
}

/* Runs a layout whose places are kept.  NULL while a thread works on it, as it does on
 * whatever may take its time.
 * @moves: (transfer full) (nullable): by node, whether it moves; NULL: all do */
static TrlLayoutResult *
run_layout (TrellisCanvas *self, const TrlLayout *layout, gboolean *moves)
{
  LayoutInput *input = g_new0 (LayoutInput, 1);
  input->network = trl_network_copy (self->shown);
  input->layout = layout;
  input->moves = moves;
  if (moves)
    input->places = g_memdup2 (self->goal->points, self->goal->n * sizeof (TrlPoint));
  if (self->graph->n > THREAD_NODES || layout->engine)
    {
      start_layout_job (self, input);
      return NULL;
    }
  TrlLayoutResult *result = work_layout (input, NULL, NULL);
  layout_input_free (input);
  return result;
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
  if (layout->live && self->graph->n > LIVE_NODES)
    return run_layout (self, layout, NULL);
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
      TrlLayoutResult *result = run_layout (self, layout, NULL);
      if (result)
        keep_places (self, result);
      return result;
    }
  return trellis_places_load (self->shown, self->graph, known ? self->places : NULL);
}

/* Runs the layout from where the nodes are. */
static void
arrange_again (TrellisCanvas *self, const TrlLayout *layout, gboolean *moves)
{
  TrlLayoutResult *result = run_layout (self, layout, moves);
  if (result)
    finish_layout (self, result);
}

/* Whether the data allow a layout; says what is missing when they do not.  Where there
 * are many, that shows when it is tried. */
static gboolean
can_lay_out (TrellisCanvas *self, const TrlLayout *layout)
{
  g_autoptr (GError) error = NULL;
  if (!layout->live || self->graph->n > LIVE_NODES)
    return TRUE;
  g_autoptr (TrlLayoutResult) trial =
    trl_layout_run (self->shown, layout->id, NULL, NULL, &error);
  if (!trial)
    trellis_canvas_notice (self, error->message, FALSE);
  return trial != NULL;
}

/* The layout that the places in the document are of; behind one that follows the data,
 * the one that was left for it.  NULL: there are none, or nothing says so. */
static const char *
find_placed_by (TrellisCanvas *self)
{
  const TrlNetwork *real = trellis_canvas_get_real (self);
  const char       *id = trl_network_get_text (real, TRL_NETWORK_LAYOUT);
  const TrlLayout  *layout = id ? trl_layout_find (id) : NULL;
  g_autoptr (TrlGraph) graph = trl_network_get_graph (real);
  if (2 * trellis_places_count (real, graph) < graph->n)
    return NULL;
  layout = layout ? layout : trellis_canvas_get_layout (self);
  return layout->live ? trl_network_get_text (real, TRL_NETWORK_PLACED_BY) : layout->id;
}

/* Whether the places in the document are those of another layout.  Behind one that
 * follows the data, those of before come to light again, if they are of this one. */
static gboolean
has_other_places (const TrlLayout *layout, const char *placed_by)
{
  return !layout->live && placed_by && !g_str_equal (placed_by, layout->id);
}

/* Places that wait behind a layout that follows the data are known by theirs. */
static void
set_layout (TrellisCanvas *self, const TrlLayout *layout, const char *placed_by)
{
  trl_document_set (self->document, TRL_KIND_NETWORK, self->network_id, NULL,
                    TRL_NETWORK_PLACED_BY, TRL_TEXT (layout->live ? placed_by : NULL));
  trl_document_set (self->document, TRL_KIND_NETWORK, self->network_id, NULL,
                    TRL_NETWORK_LAYOUT, TRL_TEXT (layout->id));
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
      g_autofree char *placed_by = g_strdup (find_placed_by (self));
      ask (self, TRELLIS_CHOOSE_LAYOUT);
      begin_layout (self);
      set_layout (self, layout, placed_by);
      trellis_canvas_end (self);
      if (!self->rolled_up && has_other_places (layout, placed_by))
        arrange_again (self, layout, NULL);
    }
  else if (!layout->live && trellis_canvas_may_edit (self))
    {
      ask (self, TRELLIS_LAY_OUT);
      arrange_again (self, layout, NULL);
    }
  self->asked = self->asked && self->job != NULL;
}

/* By node; NULL: nobody is selected. */
static gboolean *
find_selected (TrellisCanvas *self)
{
  g_autofree gboolean *moves = g_new0 (gboolean, self->graph->n + 1);
  gboolean             any = FALSE;
  for (guint i = 0; i < self->graph->n; i++)
    {
      TrlOwner owner = { TRL_OWNER_NODE, self->graph->node_row[i] };
      any |= moves[i] = trellis_canvas_is_selected (self, owner);
    }
  return any ? g_steal_pointer (&moves) : NULL;
}

static void
tell_live (TrellisCanvas *self)
{
  /* Translators: both are names of layouts */
  g_autofree char *text = g_strdup_printf (
    _ ("“%s” follows the data. Choose “%s” or another to place partners by hand."),
    _ (trellis_canvas_get_layout (self)->label), _ (trl_layout_find ("stress")->label));
  trellis_canvas_notice (self, text, FALSE);
}

void
trellis_canvas_lay_out_selection (TrellisCanvas *self)
{
  g_return_if_fail (TRELLIS_IS_CANVAS (self));
  if (!self->shown || !self->goal || !trellis_canvas_may_edit (self))
    return;
  if (trellis_canvas_is_live (self))
    {
      tell_live (self);
      return;
    }
  if (self->asked && self->job && self->wish != TRELLIS_LAY_OUT_SELECTION)
    {
      trellis_canvas_notice (self, _ ("All partners are just being laid out."), FALSE);
      return;
    }
  gboolean *moves = find_selected (self);
  if (!moves)
    {
      trellis_canvas_notice (self, _ ("Select the partners to lay out first."), FALSE);
      return;
    }
  ask (self, TRELLIS_LAY_OUT_SELECTION);
  arrange_again (self, trellis_canvas_get_layout (self), moves);
  self->asked = self->job != NULL;
}

void
trellis_canvas_set_layout_options (TrellisCanvas *self, const char *text)
{
  g_return_if_fail (TRELLIS_IS_CANVAS (self));
  TrlNetwork *network = trellis_canvas_get_real (self);
  if (!network || !self->shown || !trellis_canvas_may_edit (self) ||
      g_strcmp0 (trl_network_get_text (network, TRL_NETWORK_LAYOUT_OPTIONS), text) == 0)
    return;
  ask (self, TRELLIS_CHANGE_OPTIONS);
  begin_layout (self);
  trl_document_set (self->document, TRL_KIND_NETWORK, self->network_id, NULL,
                    TRL_NETWORK_LAYOUT_OPTIONS, TRL_TEXT (text));
  trellis_canvas_end (self);
  if (!trellis_canvas_is_live (self))
    arrange_again (self, trellis_canvas_get_layout (self), NULL);
  self->asked = self->job != NULL;
}
