/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One message at a time: a newer one takes the place of the one before, and a report of a
 * paste goes with the paste.
 */

#include "config.h"

#include "grid/trellis-levels-page-private.h"

#include "trellis-toast.h"

#include <glib/gi18n.h>

#define REPORT_SECONDS 20 /* time to reach for the button; the menu keeps the report */

void
trellis_levels_page_unsay (TrellisLevelsPage *self)
{
  g_autoptr (AdwToast) toast = g_steal_pointer (&self->toast);

  if (toast)
    adw_toast_dismiss (toast);
}

static void
on_dismissed (AdwToast *toast, TrellisLevelsPage *self)
{
  if (self->toast == toast)
    g_clear_object (&self->toast);
}

static void
show (TrellisLevelsPage *self, AdwToast *toast, gboolean reports)
{
  trellis_levels_page_unsay (self);
  self->toast = g_object_ref (toast);
  self->reports = reports;
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (on_dismissed), self, 0);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

void
trellis_levels_page_say (TrellisLevelsPage *self, const char *text)
{
  show (self, trellis_toast_new (text), FALSE);
}

void
trellis_levels_page_say_report (TrellisLevelsPage *self,
                                const char        *text,
                                const char        *title,
                                GPtrArray         *problems)
{
  AdwToast *toast = trellis_toast_new (text);

  g_clear_pointer (&self->problems, g_ptr_array_unref);
  g_clear_pointer (&self->problems_title, g_free);
  if (problems && problems->len > 0)
    {
      self->problems = g_ptr_array_ref (problems);
      self->problems_title = g_strdup (title);
      adw_toast_set_timeout (toast, REPORT_SECONDS);
      adw_toast_set_button_label (toast, _ ("_Details"));
      adw_toast_set_action_name (toast, "grid.paste-report");
    }
  trellis_levels_page_update_actions (self);
  show (self, toast, TRUE);
}

void
trellis_levels_page_say_left (TrellisLevelsPage *self, guint n, GError *error)
{
  g_autoptr (GError) owned = error;

  if (owned)
    trellis_levels_page_say (self, owned->message);
  else if (n)
    {
      g_autofree char *text = g_strdup_printf (
        ngettext ("%u cell was left as it was", "%u cells were left as they were", n), n);

      trellis_levels_page_say (self, text);
    }
}

/* Only what was undone can be done again. */
void
trellis_levels_page_check_report (TrellisLevelsPage *self)
{
  TrlDocument *document = trellis_session_get_document (self->session);

  if (self->toast && self->reports && trl_document_get_redo_name (document))
    trellis_levels_page_unsay (self);
}
