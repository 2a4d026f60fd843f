/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What a window shows before it has a document: new, open, samples. */
#define TRELLIS_TYPE_WELCOME (trellis_welcome_get_type ())
G_DECLARE_FINAL_TYPE (TrellisWelcome, trellis_welcome, TRELLIS, WELCOME, AdwBin)

G_END_DECLS
