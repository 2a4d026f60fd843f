/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the next wave is called and what it starts with.  Nobody has answered yet, so
 * levels are kept only when asked for; a site does not get two waves of one name. */

#include "config.h"

#include "dialogs/trellis-next-wave-dialog.h"

#include "dialogs/trellis-dialog.h"
#include "model/trl-next-wave.h"
#include "trellis-compat.h"

#include <glib/gi18n.h>

typedef struct
{
  GtkWindow      *window;
  GtkWindow      *parent; /* outlives the dialog */
  TrellisSession *session;
  GtkWidget      *name_group;
  GtkWidget      *wave;
  GtkCheckButton *keep;
  GtkWidget      *duplicate;
} Dialog;

static void
free_dialog (gpointer data, GObject *window)
{
  Dialog *self = data;

  g_object_unref (self->session);
  g_free (self);
}

static char *
dup_wave (Dialog *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->wave))));
}

static gboolean
is_taken (Dialog *self, const char *wave)
{
  TrlDocument      *document = trellis_session_get_document (self->session);
  const TrlNetwork *shown = trellis_session_get_network (self->session);

  for (guint i = 0; i < trl_document_get_n_networks (document); i++)
    {
      const TrlNetwork *other = trl_document_get_network (document, i);

      if (g_str_equal (trl_network_get_site (other), trl_network_get_site (shown)) &&
          g_strcmp0 (trl_network_get_text (other, TRL_NETWORK_WAVE), wave) == 0)
        return TRUE;
    }
  return FALSE;
}

/* The first that follows and is free; counting may come around to where it began. */
static char *
propose (Dialog *self)
{
  const TrlNetwork *network = trellis_session_get_network (self->session);
  guint n = trl_document_get_n_networks (trellis_session_get_document (self->session));
  g_autofree char *wave =
    trl_next_wave_label (trl_network_get_text (network, TRL_NETWORK_WAVE));

  for (guint i = 0; i < n && is_taken (self, wave); i++)
    {
      g_autofree char *next = trl_next_wave_label (wave);

      g_free (wave);
      wave = g_steal_pointer (&next);
    }
  return g_steal_pointer (&wave);
}

static void
on_typed (Dialog *self)
{
  g_autofree char *wave = dup_wave (self);
  gboolean         taken = is_taken (self, wave);

  gtk_widget_set_sensitive (self->duplicate, *wave && !taken);
  if (taken)
    gtk_widget_add_css_class (self->wave, "error");
  else
    gtk_widget_remove_css_class (self->wave, "error");
  adw_preferences_group_set_description (
    ADW_PREFERENCES_GROUP (self->name_group),
    taken ? _ ("The site has a wave of this name already.")
          : _ ("The same partners and partnerships once more, so that the two waves can "
               "be compared."));
}

/* The id of the new network, or NULL when the document stays as it was. */
static char *
add_wave (Dialog *self, GError **error)
{
  TrlDocument      *document = trellis_session_get_document (self->session);
  const TrlNetwork *network = trellis_session_get_network (self->session);
  g_autofree char  *wave = dup_wave (self);
  g_autofree char  *id = NULL;
  TrlNetwork       *made;

  trl_document_begin (document, _ ("Duplicate as Next Wave"), NULL);
  made = trl_next_wave_add (document, network, wave,
                            gtk_check_button_get_active (self->keep), error);
  if (!made)
    {
      trl_document_cancel (document);
      return NULL;
    }
  id = g_strdup (trl_network_get_id (made));
  trl_document_end (document);
  return g_steal_pointer (&id);
}

static void
on_duplicate (GtkButton *button, Dialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = add_wave (self, &error);
  g_autofree char *text = NULL;

  if (!id)
    {
      trellis_compat_tell (self->window, _ ("The Wave Was Not Added"), error->message);
      return;
    }
  trellis_session_set_network_id (self->session, id);
  text = g_strdup_printf (
    _ ("Added “%s”"), trl_network_get_name (trellis_session_get_network (self->session)));
  gtk_widget_activate_action (GTK_WIDGET (self->parent), "win.tell", "(sb)", text, TRUE);
  gtk_window_close (self->window);
}

/* Where it is not chosen yet, Return chooses; else it does what the dialog is for. */
static gboolean
on_key (GtkEventController *keys,
        guint               key,
        guint               code,
        GdkModifierType     modifiers,
        GtkCheckButton     *check)
{
  gboolean is_return =
    key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_ISO_Enter;

  if (!is_return || gtk_check_button_get_active (check))
    return GDK_EVENT_PROPAGATE;
  gtk_check_button_set_active (check, TRUE);
  return GDK_EVENT_STOP;
}

static GtkCheckButton *
add_choice (GtkWidget *group, GtkCheckButton *first, const char *title, const char *more)
{
  GtkWidget          *row = adw_action_row_new ();
  GtkWidget          *check = gtk_check_button_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_check_button_set_group (GTK_CHECK_BUTTON (check), first);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, more, -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), more);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), check);
  gtk_widget_add_controller (row, keys);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return GTK_CHECK_BUTTON (check);
}

static void
add_header (Dialog *self, GtkWidget *box)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));

  self->duplicate = gtk_button_new_with_mnemonic (_ ("_Duplicate"));
  gtk_widget_add_css_class (self->duplicate, "suggested-action");
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->duplicate);
  gtk_box_append (GTK_BOX (box), header);
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (gtk_window_close),
                            self->window);
  g_signal_connect (self->duplicate, "clicked", G_CALLBACK (on_duplicate), self);
}

static void
add_name (Dialog *self, GtkWidget *page)
{
  g_autofree char *wave = propose (self);

  self->name_group = adw_preferences_group_new ();
  self->wave = adw_entry_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->wave), _ ("Wave"));
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (self->wave), TRUE);
  gtk_editable_set_text (GTK_EDITABLE (self->wave), wave);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->name_group), self->wave);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page),
                            ADW_PREFERENCES_GROUP (self->name_group));
  g_signal_connect_swapped (self->wave, "changed", G_CALLBACK (on_typed), self);
}

static void
add_levels (Dialog *self, GtkWidget *page)
{
  GtkWidget *group = adw_preferences_group_new ();
  gboolean   counts =
    trl_next_wave_has_fresh_counts (trellis_session_get_network (self->session));
  GtkCheckButton *fresh;

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("Levels"));
  fresh = add_choice (group, NULL, _ ("Start with all levels not reported"),
                      counts ? _ ("And without the numbers of partners; planned "
                                  "partnerships stay as they are")
                             : _ ("Planned partnerships stay as they are"));
  self->keep =
    add_choice (group, fresh, _ ("Keep the levels"), _ ("To change what is different"));
  gtk_check_button_set_active (fresh, TRUE);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
}

GtkWindow *
trellis_next_wave_dialog_show (GtkWindow *parent, TrellisSession *session)
{
  Dialog    *self = g_new0 (Dialog, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *page = adw_preferences_page_new ();

  self->window = trellis_dialog_new (parent, _ ("Duplicate as Next Wave"), 480, -1);
  self->parent = parent;
  self->session = g_object_ref (session);
  g_object_weak_ref (G_OBJECT (self->window), free_dialog, self);
  add_header (self, box);
  add_name (self, page);
  add_levels (self, page);
  on_typed (self);
  gtk_widget_set_vexpand (page, TRUE);
  gtk_widget_set_size_request (page, -1, 380);
  gtk_box_append (GTK_BOX (box), page);
  adw_window_set_content (ADW_WINDOW (self->window), box);
  gtk_window_set_default_widget (self->window, self->duplicate);
  gtk_widget_grab_focus (self->wave);
  gtk_editable_select_region (GTK_EDITABLE (self->wave), 0, -1);
  gtk_window_present (self->window);
  return self->window;
}
