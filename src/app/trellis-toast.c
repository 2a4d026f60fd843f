/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Titles of toasts are markup; what they say here are names that people give. */

#include "config.h"

#include "trellis-toast.h"

#define SECONDS 6

AdwToast *
trellis_toast_new (const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  AdwToast        *toast = adw_toast_new (escaped);

  adw_toast_set_timeout (toast, SECONDS);
  return toast;
}
