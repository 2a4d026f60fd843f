/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/trl-document.h"

G_BEGIN_DECLS

#define TRELLIS_TYPE_PRESENTER (trellis_presenter_get_type ())
G_DECLARE_FINAL_TYPE (TrellisPresenter, trellis_presenter, TRELLIS, PRESENTER, AdwWindow)

/**
 * TrellisPresenter:
 *
 * Shows the networks of a document in a room: full screen, in large type, locked.  Space
 * and Right reveal the levels, the deepest first; a click puts a partner and its ties in
 * the light; Page Up and Page Down change the network; Esc leaves the light, then the
 * presenter.
 */

/**
 * trellis_presenter_new:
 * @parent: (nullable): the window that comes back in front
 * @network_id: (nullable): where to begin; %NULL is the first
 *
 * Returns: a window that is full screen once it is presented
 */
GtkWidget *
trellis_presenter_new (GtkWindow *parent, TrlDocument *document, const char *network_id);

/**
 * trellis_presenter_reveal:
 * @steps: 1 goes on by a level, -1 goes back
 *
 * All is shown at first.  Going on from there begins with the hub alone.
 */
void trellis_presenter_reveal (TrellisPresenter *presenter, int steps);

/**
 * trellis_presenter_get_reveal:
 *
 * Returns: the lowest rank shown, the number of levels when none is, -1 when all are
 */
int trellis_presenter_get_reveal (TrellisPresenter *presenter);

void        trellis_presenter_step_network (TrellisPresenter *presenter, int steps);
void        trellis_presenter_set_locked (TrellisPresenter *presenter, gboolean locked);
const char *trellis_presenter_get_network_id (TrellisPresenter *presenter);
const char *trellis_presenter_get_spotlight (TrellisPresenter *presenter);

/**
 * TrellisPresenterShortcut:
 * @accelerators: separated by blanks
 * @title: translatable
 *
 * What the shortcuts window shows.
 */
typedef struct
{
  const char *accelerators;
  const char *title;
} TrellisPresenterShortcut;

const TrellisPresenterShortcut *trellis_presenter_shortcuts (guint *n);

G_END_DECLS
