/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The actions of a window, one row each: what menus, buttons and keys name.  A row says
 * what must be there for the action to make sense.
 */

#include "config.h"

#include "trellis-compat.h"
#include "trellis-window-private.h"

#include "dialogs/trellis-codebook-dialog.h"
#include "dialogs/trellis-connect-dialog.h"
#include "dialogs/trellis-duplicates-dialog.h"
#include "dialogs/trellis-export-dialog.h"
#include "dialogs/trellis-next-wave-dialog.h"
#include "dialogs/trellis-report-dialog.h"
#include "present/trellis-presenter.h"

#include "model/trl-next-wave.h"

#include <glib/gi18n.h>
#include <string.h>

typedef enum
{
  NEEDS_NOTHING,
  NEEDS_DOCUMENT,
  NEEDS_NETWORK,
  NEEDS_PARTNERS,
  NEEDS_SELECTED,
  NEEDS_TWO_NETWORKS,
  NEEDS_EARLIER_WAVE,
  NEEDS_UNDO,
  NEEDS_REDO,
  NEEDS_REPORT
} Needs;

typedef struct
{
  GActionEntry entry;
  Needs        needs;
} Row;

static void
on_new (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  trellis_window_new_document (TRELLIS_WINDOW (data));
}

static void
on_open (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  trellis_window_ask_open (TRELLIS_WINDOW (data));
}

static void
on_open_uri (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TrellisWindow *self = TRELLIS_WINDOW (data);
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  gtk_popover_popdown (adw_split_button_get_popover (self->open_button));
  trellis_application_open (
    TRELLIS_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))), &file, 1,
    GTK_WINDOW (self));
}

static void
on_save (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  trellis_window_save (TRELLIS_WINDOW (data), FALSE);
}

static void
on_save_as (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  trellis_window_save (TRELLIS_WINDOW (data), TRUE);
}

static void
on_export (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TrellisWindow *self = TRELLIS_WINDOW (data);

  /* What is on show is what is exported. */
  if (gtk_widget_get_mapped (GTK_WIDGET (self->figures_view)))
    trellis_figures_view_export (self->figures_view);
  else
    trellis_export_dialog_show (self, self->session);
}

static void
on_export_survey (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  trellis_window_export_survey (TRELLIS_WINDOW (data));
}

static void
on_undo (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  trl_document_undo (trellis_session_get_document (TRELLIS_WINDOW (data)->session));
}

static void
on_redo (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  trl_document_redo (trellis_session_get_document (TRELLIS_WINDOW (data)->session));
}

static void
on_find (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  trellis_find_bar_open (TRELLIS_WINDOW (data)->find_bar);
}

/* Of two actions: the next, and the previous. */
static int
get_step (GSimpleAction *action)
{
  return strstr (g_action_get_name (G_ACTION (action)), "previous") ? -1 : 1;
}

static void
on_find_step (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  trellis_find_bar_step (TRELLIS_WINDOW (data)->find_bar, get_step (action));
}

/* A new partner is named where it stands. */
static void
on_add_partner (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TrellisWindow *self = TRELLIS_WINDOW (data);

  adw_view_stack_set_visible_child_name (self->views, "map");
  trellis_canvas_add_partner (self->canvas);
}

static void
on_connect (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TrellisWindow *self = TRELLIS_WINDOW (data);

  trellis_connect_dialog_show (GTK_WINDOW (self), self->session, self->canvas);
}

static void
on_codebook (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  trellis_codebook_dialog_show (GTK_WINDOW (data), TRELLIS_WINDOW (data)->session);
}

static void
on_find_duplicates (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TrellisWindow *self = TRELLIS_WINDOW (data);

  trellis_duplicates_dialog_show (GTK_WINDOW (self), self->session);
}

static void
on_show_disagreements (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TrellisWindow *self = TRELLIS_WINDOW (data);

  adw_view_stack_set_visible_child_name (self->views, "grid");
  trellis_grid_view_show_disagreements (self->grid_view);
}

static void
on_add_network (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  trellis_networks_panel_add (TRELLIS_WINDOW (data)->networks_panel);
}

static void
on_next_wave (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TrellisWindow *self = TRELLIS_WINDOW (data);

  trellis_next_wave_dialog_show (GTK_WINDOW (self), self->session);
}

static void
on_show_change (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TrellisWindow *self = TRELLIS_WINDOW (data);
  TrlNetwork    *network = trellis_session_get_network (self->session);
  TrlNetwork    *last =
    trl_next_wave_find_last (trellis_session_get_document (self->session), network);

  if (!last)
    return;
  adw_view_stack_set_visible_child_name (self->views, "compare");
  trellis_compare_page_show_change (self->compare_page, trl_network_get_id (last),
                                    trl_network_get_id (network));
}

static void
on_remove_network (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TrellisWindow   *self = TRELLIS_WINDOW (data);
  TrlNetwork      *network = trellis_session_get_network (self->session);
  TrlDocument     *document = trellis_session_get_document (self->session);
  g_autofree char *text =
    g_strdup_printf (_ ("Removed “%s”"), trl_network_get_name (network));
  g_autofree char *id = g_strdup (trl_network_get_id (network));

  trl_document_begin (document, _ ("Remove Network"), NULL);
  trl_document_apply (
    document,
    &(TrlEdit){ TRL_EDIT_REMOVE_NETWORK, .of = TRL_KIND_NETWORK, .network = id }, NULL);
  trl_document_end (document);
  trellis_window_tell (self, text, TRUE);
}

static void
on_step_network (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  trellis_session_step_network (TRELLIS_WINDOW (data)->session, get_step (action));
}

static void
on_roll_up (GSimpleAction *action, GVariant *state, gpointer data)
{
  TrellisWindow *self = TRELLIS_WINDOW (data);
  TrlDocument   *document = trellis_session_get_document (self->session);
  gboolean       on = g_variant_get_boolean (state);
  const char    *id = trellis_session_get_network_id (self->session);

  trl_document_begin (document, on ? _ ("Show by Type") : _ ("Show Organizations"), NULL);
  trl_document_set (document, TRL_KIND_NETWORK, id, NULL, TRL_NETWORK_ROLL_UP,
                    TRL_FLAG (on));
  trl_document_end (document);
}

static void
on_layout (GSimpleAction *action, GVariant *state, gpointer data)
{
  trellis_canvas_lay_out (TRELLIS_WINDOW (data)->canvas,
                          g_variant_get_string (state, NULL));
}

static void
on_lay_out (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  trellis_canvas_lay_out (TRELLIS_WINDOW (data)->canvas, NULL);
}

static void
on_layout_options (GSimpleAction *action, GVariant *text, gpointer data)
{
  const char *options = g_variant_get_string (text, NULL);

  trellis_canvas_set_layout_options (TRELLIS_WINDOW (data)->canvas,
                                     *options ? options : NULL);
}

static void
on_show_layout_options (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  trellis_status_show_options (TRELLIS_WINDOW (data)->status);
}

static void
on_step_pane (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  trellis_window_step_pane (TRELLIS_WINDOW (data), get_step (action));
}

static void
on_panels (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TrellisWindow *self = TRELLIS_WINDOW (data);
  gboolean       any = adw_flap_get_reveal_flap (self->left_flap) ||
                 adw_flap_get_reveal_flap (self->right_flap);

  adw_flap_set_reveal_flap (self->left_flap, !any);
  adw_flap_set_reveal_flap (self->right_flap, !any);
}

static void
on_present (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TrellisWindow *self = TRELLIS_WINDOW (data);

  gtk_window_present (GTK_WINDOW (trellis_presenter_new (
    GTK_WINDOW (self), trellis_session_get_document (self->session),
    trellis_session_get_network_id (self->session))));
}

static void
on_menu (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gtk_menu_button_popup (TRELLIS_WINDOW (data)->menu_button);
}

static void
on_cancel_job (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TrellisWindow *self = TRELLIS_WINDOW (data);

  if (self->job)
    trellis_job_cancel (self->job);
  else if (self->canvas)
    trellis_canvas_cancel_layout (self->canvas);
}

static void
on_import_report (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TrellisWindow *self = TRELLIS_WINDOW (data);

  trellis_report_dialog_show (GTK_WINDOW (self), self->report);
}

static void
on_view (GSimpleAction *action, GVariant *state, gpointer data)
{
  TrellisWindow *self = TRELLIS_WINDOW (data);
  const char    *name = g_variant_get_string (state, NULL);

  if (adw_view_stack_get_child_by_name (self->views, name))
    adw_view_stack_set_visible_child_name (self->views, name);
  gtk_window_set_focus_visible (GTK_WINDOW (self), TRUE); /* keys lead here */
}

/* What a view has to say or to show beyond itself, for widgets that do not know their
 * window. */
static void
on_tell (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const char *text;
  gboolean    can_undo;

  g_variant_get (parameter, "(&sb)", &text, &can_undo);
  trellis_window_tell (TRELLIS_WINDOW (data), text, can_undo);
}

static void
on_tell_file (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const char *text, *uri;

  g_variant_get (parameter, "(&s&s)", &text, &uri);
  trellis_window_tell_file (TRELLIS_WINDOW (data), text, uri);
}

static void
on_show_file (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  trellis_compat_show_in_folder (GTK_WINDOW (data),
                                 g_variant_get_string (parameter, NULL));
}

static void
on_show_details (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TrellisWindow *self = TRELLIS_WINDOW (data);

  adw_flap_set_reveal_flap (self->right_flap, TRUE);
  trellis_inspector_focus (self->inspector);
}

static void
on_show_type (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TrellisWindow *self = TRELLIS_WINDOW (data);

  trellis_inspector_show_type (self->inspector, g_variant_get_string (parameter, NULL));
  on_show_details (action, NULL, data);
}

static void
on_show_partner (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TrellisWindow *self = TRELLIS_WINDOW (data);

  adw_view_stack_set_visible_child_name (self->views, "map");
  trellis_canvas_show_node (self->canvas, g_variant_get_string (parameter, NULL));
}

static void
on_show_network (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TrellisWindow *self = TRELLIS_WINDOW (data);
  const char    *id = g_variant_get_string (parameter, NULL);

  if (!trl_document_find_network (trellis_session_get_document (self->session), id))
    return;
  trellis_session_set_network_id (self->session, id);
  adw_view_stack_set_visible_child_name (self->views, "map");
}

/* The map's own actions, under names that work wherever the focus is. */
static void
on_map (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autofree char *name =
    g_strconcat ("canvas.", g_action_get_name (G_ACTION (action)), NULL);

  gtk_widget_activate_action (GTK_WIDGET (TRELLIS_WINDOW (data)->canvas), name, NULL);
}

static const Row rows[] = {
  { { "new", on_new }, NEEDS_NOTHING },
  { { "open", on_open }, NEEDS_NOTHING },
  { { "open-uri", on_open_uri, "s" }, NEEDS_NOTHING },
  { { "save", on_save }, NEEDS_DOCUMENT },
  { { "save-as", on_save_as }, NEEDS_DOCUMENT },
  { { "export", on_export }, NEEDS_PARTNERS },
  { { "export-survey", on_export_survey }, NEEDS_NOTHING },
  { { "undo", on_undo }, NEEDS_UNDO },
  { { "redo", on_redo }, NEEDS_REDO },
  { { "find", on_find }, NEEDS_PARTNERS },
  { { "find-next", on_find_step }, NEEDS_PARTNERS },
  { { "find-previous", on_find_step }, NEEDS_PARTNERS },
  { { "add-partner", on_add_partner }, NEEDS_NETWORK },
  { { "connect", on_connect }, NEEDS_PARTNERS },
  { { "codebook", on_codebook }, NEEDS_DOCUMENT },
  { { "find-duplicates", on_find_duplicates }, NEEDS_PARTNERS },
  { { "show-disagreements", on_show_disagreements }, NEEDS_PARTNERS },
  { { "add-network", on_add_network }, NEEDS_DOCUMENT },
  { { "next-wave", on_next_wave }, NEEDS_NETWORK },
  { { "show-change", on_show_change }, NEEDS_EARLIER_WAVE },
  { { "remove-network", on_remove_network }, NEEDS_NETWORK },
  { { "next-network", on_step_network }, NEEDS_TWO_NETWORKS },
  { { "previous-network", on_step_network }, NEEDS_TWO_NETWORKS },
  { { "roll-up", NULL, NULL, "false", on_roll_up }, NEEDS_NETWORK },
  { { "layout", NULL, "s", "''", on_layout }, NEEDS_NETWORK },
  { { "lay-out", on_lay_out }, NEEDS_NETWORK },
  { { "lay-out-selection", on_map }, NEEDS_SELECTED },
  { { "layout-options", on_layout_options, "s" }, NEEDS_NETWORK },
  { { "show-layout-options", on_show_layout_options }, NEEDS_NETWORK },
  { { "view", NULL, "s", "'map'", on_view }, NEEDS_DOCUMENT },
  { { "tell", on_tell, "(sb)" }, NEEDS_DOCUMENT },
  { { "tell-file", on_tell_file, "(ss)" }, NEEDS_DOCUMENT },
  { { "show-file", on_show_file, "s" }, NEEDS_NOTHING },
  { { "show-details", on_show_details }, NEEDS_DOCUMENT },
  { { "show-type", on_show_type, "s" }, NEEDS_NETWORK },
  { { "show-partner", on_show_partner, "s" }, NEEDS_PARTNERS },
  { { "show-network", on_show_network, "s" }, NEEDS_NETWORK },
  { { "next-pane", on_step_pane }, NEEDS_DOCUMENT },
  { { "previous-pane", on_step_pane }, NEEDS_DOCUMENT },
  { { "panels", on_panels }, NEEDS_DOCUMENT },
  { { "present", on_present }, NEEDS_NETWORK },
  { { "menu", on_menu }, NEEDS_NOTHING },
  { { "cancel-job", on_cancel_job }, NEEDS_NOTHING },
  { { "import-report", on_import_report }, NEEDS_REPORT },
  { { "delete", on_map }, NEEDS_NETWORK },
  { { "zoom-in", on_map }, NEEDS_NETWORK },
  { { "zoom-out", on_map }, NEEDS_NETWORK },
  { { "zoom-100", on_map }, NEEDS_NETWORK },
  { { "zoom-fit", on_map }, NEEDS_NETWORK },
};

static gboolean
is_met (TrellisWindow *self, Needs needs)
{
  TrlDocument *document =
    self->session ? trellis_session_get_document (self->session) : NULL;
  TrlNetwork *network = document ? trellis_session_get_network (self->session) : NULL;

  switch (needs)
    {
    case NEEDS_NOTHING:
      return TRUE;
    case NEEDS_DOCUMENT:
      return document != NULL;
    case NEEDS_NETWORK:
      return network != NULL;
    case NEEDS_PARTNERS:
      return network && trl_table_get_size (trl_network_get_nodes (network)) > 0;
    case NEEDS_SELECTED:
      return network &&
             trellis_selection_get_n (trellis_session_get_selection (self->session),
                                      TRL_KIND_NODE) > 0;
    case NEEDS_TWO_NETWORKS:
      return document && trl_document_get_n_networks (document) > 1;
    case NEEDS_EARLIER_WAVE:
      return network && trl_next_wave_find_last (document, network);
    case NEEDS_UNDO:
      return document && trl_document_get_undo_name (document);
    case NEEDS_REDO:
      return document && trl_document_get_redo_name (document);
    case NEEDS_REPORT:
      return self->report != NULL;
    }
  return FALSE;
}

static void
set_state (TrellisWindow *self, const char *name, GVariant *state)
{
  g_simple_action_set_state (
    G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), name)), state);
}

static void
update_states (TrellisWindow *self)
{
  const TrlNetwork *network =
    self->session ? trellis_session_get_shown (self->session) : NULL;

  set_state (self, "view",
             g_variant_new_string (adw_view_stack_get_visible_child_name (self->views)));
  if (!network)
    return;
  set_state (self, "layout",
             g_variant_new_string (trellis_session_get_layout_id (self->session)));
  set_state (self, "roll-up",
             g_variant_new_boolean (trellis_session_is_rolled_up (self->session)));
}

/* @format names the step: “Undo %s”. */
static void
name_button (GtkWidget *button, const char *plain, const char *format, const char *step)
{
  g_autofree char *text = step ? g_strdup_printf (format, step) : g_strdup (plain);

  gtk_widget_set_tooltip_text (button, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text, -1);
}

static void
update_row (TrellisWindow *self, const Row *row)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), row->entry.name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), is_met (self, row->needs));
}

void
trellis_window_update_selected (TrellisWindow *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (rows[i].needs == NEEDS_SELECTED)
      update_row (self, &rows[i]);
}

void
trellis_window_update_actions (TrellisWindow *self)
{
  TrlDocument *document =
    self->session ? trellis_session_get_document (self->session) : NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    update_row (self, &rows[i]);
  update_states (self);
  /* Translators: %s is the name of a step: Undo Move Partner */
  name_button (self->undo_button, _ ("Undo"), _ ("Undo %s"),
               document ? trl_document_get_undo_name (document) : NULL);
  name_button (self->redo_button, _ ("Redo"), _ ("Redo %s"),
               document ? trl_document_get_redo_name (document) : NULL);
}

static void
on_reveal_changed (AdwFlap *flap, GParamSpec *pspec, TrellisWindow *self)
{
  GSettings *settings = trellis_application_get_settings (
    TRELLIS_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))));

  if (adw_flap_get_fold_policy (flap) == ADW_FLAP_FOLD_POLICY_NEVER && self->session)
    g_settings_set_boolean (settings,
                            flap == self->left_flap ? "show-sidebar" : "show-inspector",
                            adw_flap_get_reveal_flap (flap));
}

static void
add_panel_action (TrellisWindow *self, const char *name, AdwFlap *flap)
{
  g_autoptr (GPropertyAction) action = g_property_action_new (name, flap, "reveal-flap");

  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (action));
  g_signal_connect (flap, "notify::reveal-flap", G_CALLBACK (on_reveal_changed), self);
}

static void
add_minimap_action (TrellisWindow *self)
{
  g_autoptr (GPropertyAction) action =
    g_property_action_new ("minimap", self->minimap, "enabled");

  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (action));
}

void
trellis_window_install_actions (TrellisWindow *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_action_map_add_action_entries (G_ACTION_MAP (self), &rows[i].entry, 1, self);
  add_panel_action (self, "left-panel", self->left_flap);
  add_panel_action (self, "right-panel", self->right_flap);
  add_minimap_action (self);
}
