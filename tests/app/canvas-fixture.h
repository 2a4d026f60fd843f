/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "canvas/trellis-canvas.h"

/* A canvas in a window of its own, with a document made here. */
typedef struct
{
  TrlDocument      *document;
  TrellisSelection *selection;
  TrellisFilter    *filter;
  GtkWidget        *window;
  TrellisCanvas    *canvas;
  char             *notice; /* the last one */
  char             *opened; /* what was last activated or opened */
} Fixture;

/* Prepares GTK for tests; call instead of g_test_init(). */
void fixture_init (int *argc, char ***argv);

/**
 * fixture_document:
 *
 * A document with one network of the default vocabulary: a hub and @n_types partner
 * types, one node each, id “t0” …, name of the type, levels by turns 4 … 0 and not
 * reported, the tie’s id “e0” …  Counts are 1, 4, 7 …
 */
TrlDocument *fixture_document (guint n_types);

/**
 * fixture_document_of_organizations:
 * @hub: whether there is one
 *
 * @n organizations “o0” … of several types on a ring of ties with chords “l0” …
 */
TrlDocument *fixture_document_of_organizations (guint n, gboolean hub);

const char *fixture_network_id (TrlDocument *document);

/* Takes the document over and shows its first network. */
void fixture_open (Fixture *fixture, TrlDocument *document, int width, int height);
void fixture_close (Fixture *fixture);

/* Runs the main loop until the next frame is painted. */
void fixture_paint (Fixture *fixture);
void fixture_wait (guint ms);

/* Saves what a widget draws as NAME.png where TRELLIS_TEST_SHOTS says; else does nothing.
 */
void fixture_shoot (GtkWidget *widget, const char *name);

TrlNetwork *fixture_network (Fixture *fixture);
guint       fixture_row (Fixture *fixture, const char *id);
int  fixture_rank (Fixture *fixture, const char *node); /* of the tie with the hub */
void fixture_act (Fixture *fixture, const char *action, const char *target);
