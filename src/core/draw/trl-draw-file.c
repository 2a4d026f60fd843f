/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the writers of files share. */

#include "config.h"

#include "draw/trl-draw-private.h"

#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (TrlDrawError, trl_draw_error)

gboolean
trl_draw_check (cairo_surface_t *surface, GError **error)
{
  cairo_status_t status = cairo_surface_status (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error (error, TRL_DRAW_ERROR, TRL_DRAW_ERROR_FAILED,
               _ ("The picture could not be drawn: %s"), cairo_status_to_string (status));
  return FALSE;
}

char *
trl_draw_format_date (gint64 seconds)
{
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc (seconds);
  return date ? g_date_time_format (date, "%Y-%m-%dT%H:%M:%SZ")
              : g_strdup ("1970-01-01T00:00:00Z");
}

cairo_status_t
trl_draw_collect (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}
