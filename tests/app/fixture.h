/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-window.h"

G_BEGIN_DECLS

/* What the window's tests share: the program itself, run inside the test, and patience.
 */

/**
 * fixture_start:
 *
 * Starts the program in this process, without settings of a person and without others.
 *
 * Returns: (transfer full): registered and ready for windows
 */
TrellisApplication *fixture_start (void);

/**
 * fixture_spin:
 *
 * Lets the main loop run for @ms milliseconds.
 */
void fixture_spin (guint ms);

typedef gboolean (*FixtureCheck) (gpointer data);

/**
 * fixture_wait:
 *
 * Returns: whether @check came true within some seconds
 */
gboolean fixture_wait (FixtureCheck check, gpointer data);

/**
 * fixture_wait_file:
 *
 * Returns: whether there was a file of that name within some seconds
 */
gboolean fixture_wait_file (const char *path);

/**
 * fixture_settle:
 * @studio: of figures
 *
 * Waits until the page is what was chosen last and nothing else is being made.
 */
void fixture_settle (GtkWidget *studio);

/**
 * fixture_document:
 *
 * Returns: (transfer full): three sites of partner types about a hub, levels of all kinds
 */
TrlDocument *fixture_document (void);

/**
 * fixture_organizations:
 *
 * Returns: (transfer full): one network of 24 named organizations and their ties
 */
TrlDocument *fixture_organizations (void);

/**
 * fixture_add_wave:
 *
 * Adds the next wave of the first network of fixture_document(): one partner and its
 * partnership are lost, one partnership is added, two are deepened, one is loosened, and
 * one is newly reported.
 *
 * Returns: (transfer none): the new network
 */
TrlNetwork *fixture_add_wave (TrlDocument *document);

/**
 * fixture_open:
 *
 * Returns: (transfer none): a window of the program that shows the document, painted once
 */
TrellisWindow *fixture_open (TrellisApplication *application, TrlDocument *document);

/**
 * fixture_find:
 * @type: of the widget
 * @label: (nullable): its accessible name, title or label
 *
 * Returns: (transfer none) (nullable): the first such widget inside @root that can be
 * seen
 */
GtkWidget *fixture_find (GtkWidget *root, GType type, const char *label);

/**
 * fixture_press:
 *
 * Gives a key to what a widget does before its children.
 */
void fixture_press (GtkWidget *widget, guint key);

/**
 * fixture_render:
 *
 * Returns: (transfer full): what @widget draws
 */
GdkTexture *fixture_render (GtkWidget *widget);

/**
 * fixture_save_png:
 *
 * Writes what @widget draws.
 */
void fixture_save_png (GtkWidget *widget, const char *path);

G_END_DECLS
