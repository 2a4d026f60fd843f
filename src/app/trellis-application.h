/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TRELLIS_TYPE_APPLICATION (trellis_application_get_type ())
G_DECLARE_FINAL_TYPE (
  TrellisApplication, trellis_application, TRELLIS, APPLICATION, AdwApplication)

/**
 * TrellisAccel:
 * @action: detailed name: `win.save`
 * @keys: up to two accelerators
 */
typedef struct
{
  const char *action;
  const char *keys[3];
} TrellisAccel;

TrellisApplication *trellis_application_new (void);

/**
 * trellis_application_open:
 * @files: (array length=n)
 * @from: (nullable): a window to use when it shows nothing yet
 *
 * Shows files: a document already open comes to the front, others get a window each.
 * Several tables together make one document.
 */
void trellis_application_open (TrellisApplication *application,
                               GFile             **files,
                               guint               n,
                               GtkWindow          *from);

/**
 * trellis_application_get_settings:
 *
 * Returns: (transfer none): what people chose in the preferences, and sizes of windows
 */
GSettings *trellis_application_get_settings (TrellisApplication *application);

/**
 * trellis_accels:
 * @n: (out): how many there are
 *
 * The keys of the window's and the application's actions; keys of the map are the map's.
 */
const TrellisAccel *trellis_accels (guint *n);

G_END_DECLS
