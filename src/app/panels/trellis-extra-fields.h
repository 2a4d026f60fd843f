/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "panels/trellis-target.h"

G_BEGIN_DECLS

/* The fields of a document's own: what columns of a table became, what a team added. */
#define TRELLIS_TYPE_EXTRA_FIELDS (trellis_extra_fields_get_type ())
G_DECLARE_FINAL_TYPE (
  TrellisExtraFields, trellis_extra_fields, TRELLIS, EXTRA_FIELDS, AdwPreferencesGroup)

GtkWidget *trellis_extra_fields_new (void);

/**
 * trellis_extra_fields_show:
 * @target: (transfer none): must stay until the next call
 */
void trellis_extra_fields_show (TrellisExtraFields *fields, const TrellisTarget *target);

G_END_DECLS
