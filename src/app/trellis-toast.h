/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * trellis_toast_new:
 * @text: plain; may hold what looks like markup
 *
 * Returns: (transfer full): a toast that goes by itself
 */
AdwToast *trellis_toast_new (const char *text);

G_END_DECLS
