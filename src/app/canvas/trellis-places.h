/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/trl-layout.h"
#include "model/trl-document.h"

G_BEGIN_DECLS

/**
 * TrellisPlaces:
 *
 * Where the nodes of a picture belong and where they are drawn, by id: the memory from
 * one state of a document to the next.
 */
typedef struct TrellisPlaces TrellisPlaces;

TrellisPlaces *trellis_places_new (const TrlNetwork      *network,
                                   const TrlGraph        *graph,
                                   const TrlLayoutResult *goal);
void           trellis_places_free (TrellisPlaces *places);

/**
 * trellis_places_set_drawn:
 * @now: in the order of the goal that @places was made with
 */
void trellis_places_set_drawn (TrellisPlaces *places, const TrlLayoutResult *now);

/**
 * trellis_places_move:
 * @index: in the order of the goal that @places was made with
 *
 * One node belongs elsewhere now, and is drawn there.
 */
void trellis_places_move (TrellisPlaces *places, guint index, TrlPoint to);

/* Both leave @point alone and return %FALSE for an id they do not know. */
gboolean
trellis_places_find_drawn (const TrellisPlaces *places, const char *id, TrlPoint *point);
gboolean
trellis_places_find_goal (const TrellisPlaces *places, const char *id, TrlPoint *point);

/**
 * trellis_places_count:
 *
 * Returns: how many nodes have a place in the document
 */
guint trellis_places_count (const TrlNetwork *network, const TrlGraph *graph);

/**
 * trellis_places_load:
 * @before: (nullable): places that hold for nodes which the document does not place
 *
 * The places in the document.  A node without one settles near its neighbours, clear of
 * other discs; the same data give the same places.
 * Cost: O(n) for each such node.
 */
TrlLayoutResult *trellis_places_load (const TrlNetwork    *network,
                                      const TrlGraph      *graph,
                                      const TrellisPlaces *before);

/**
 * trellis_places_store:
 *
 * Writes the places into the document, inside a step.
 */
void trellis_places_store (TrlDocument           *document,
                           const TrlNetwork      *network,
                           const TrlGraph        *graph,
                           const TrlLayoutResult *result);

/**
 * trellis_places_circle:
 *
 * Returns: all nodes on one circle: something to see when a layout was cancelled
 */
TrlLayoutResult *trellis_places_circle (const TrlGraph *graph);

G_END_DECLS
