/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "canvas/trellis-minimap.h"
#include "compare/trellis-compare-page.h"
#include "figures/trellis-figures-view.h"
#include "formats/trl-read-report.h"
#include "grid/trellis-grid-view.h"
#include "job/trellis-job.h"
#include "panels/trellis-inspector.h"
#include "panels/trellis-legend-panel.h"
#include "panels/trellis-networks-panel.h"
#include "panels/trellis-roles-panel.h"
#include "trellis-adaptive.h"
#include "trellis-find-bar.h"
#include "trellis-status.h"
#include "trellis-window.h"

G_BEGIN_DECLS

/* One type in several files: the widget, its actions, its files, its parts. */
struct _TrellisWindow
{
  AdwApplicationWindow  parent;
  TrellisAdaptive      *adaptive;
  GtkWidget            *header;
  AdwWindowTitle       *window_title;
  AdwToastOverlay      *toasts;
  GtkStack             *stack;
  GtkSpinner           *busy_spinner;
  AdwStatusPage        *busy_page;
  AdwFlap              *left_flap;
  AdwFlap              *right_flap;
  AdwWindowTitle       *start_title; /* beside the switcher, which takes the middle */
  AdwViewSwitcher      *switcher;
  AdwViewSwitcherBar   *switcher_bar;
  AdwViewStack         *views;
  TrellisGridView      *grid_view;
  TrellisComparePage   *compare_page;
  TrellisFiguresView   *figures_view;
  GtkOverlay           *map;
  GtkWidget            *hint;
  TrellisMinimap       *minimap;
  GtkMenuButton        *menu_button;
  GtkWidget            *left_button;
  GtkWidget            *right_button;
  GtkWidget            *add_button;
  GtkWidget            *undo_button;
  GtkWidget            *redo_button;
  GtkWidget            *find_button;
  GtkWidget            *present_button;
  AdwSplitButton       *open_button;
  TrellisFindBar       *find_bar;
  GtkWidget            *foot; /* below what toasts cover */
  TrellisStatus        *status;
  TrellisInspector     *inspector;
  TrellisNetworksPanel *networks_panel;
  TrellisLegendPanel   *legend_panel;
  TrellisRolesPanel    *roles_panel;
  TrellisCanvas        *canvas; /* of the session */
  TrellisSession       *session;
  TrellisJob           *job;        /* reading or writing */
  GFile                *loading;    /* what the job reads */
  GFile                *replaced;   /* while a person is asked whether it may be */
  char                **titles;     /* paths of what is read or asked about; else NULL */
  TrlReadReport        *report;     /* of the last import */
  AdwToast             *undo_toast; /* offers to undo the last step */
  guint64               undo_revision; /* that the offer is about */
  gboolean              asking;        /* the question on closing is on show */
  gboolean              discard; /* the answer to the question on closing was given */
  gboolean              close_when_saved;
  gboolean              saving;
  GFile                *save_next; /* asked for while another save goes on */
  gboolean              save_next_force;
  guint                 zoom_idle;
};

/* trellis-window.c */
GSettings *trellis_window_get_settings (TrellisWindow *window);

/* trellis-window-panes.c */
/* Gives the focus to the part of the window after that which has it, or before it. */
void trellis_window_step_pane (TrellisWindow *window, int by);

/* trellis-window-room.c */
void trellis_window_suit_width (TrellisWindow *window);
void trellis_window_place_title (TrellisWindow *window);
void trellis_window_fold_inspector (TrellisWindow *window);

/* trellis-window-actions.c */
void trellis_window_install_actions (TrellisWindow *window);
void trellis_window_update_actions (TrellisWindow *window);
/* Of those that depend on what is selected only. */
void trellis_window_update_selected (TrellisWindow *window);

/* trellis-window-files.c */
void trellis_window_ask_open (TrellisWindow *window);
void trellis_window_save (TrellisWindow *window, gboolean as);

/**
 * trellis_window_write:
 * @force: overwrite what somebody else has written since; asked of a person before
 *
 * A thread writes what the document is now.  While it does, the last of further calls
 * waits, and then writes what the document is by that time.
 */
void trellis_window_write (TrellisWindow *window, GFile *file, gboolean force);

/**
 * trellis_window_save_to:
 * @path: as a person chose it, who was asked about a file of just that name
 *
 * Adds the ending where it is missing; asks before that replaces another file.
 */
void trellis_window_save_to (TrellisWindow *window, const char *path);
void trellis_window_export_survey (TrellisWindow *window);
void trellis_window_new_document (TrellisWindow *window);

/**
 * trellis_window_may_close:
 *
 * Returns: whether nothing would be lost; else a question is on its way, whose answer may
 *   close the window later
 */
gboolean trellis_window_may_close (TrellisWindow *window);
void     trellis_window_set_job (TrellisWindow *window, TrellisJob *job);
void     trellis_window_show_work (TrellisWindow *window);
void     trellis_window_show_page (TrellisWindow *window);

/**
 * trellis_window_tell_report:
 * @report: (transfer full): what the toast opens
 */
void trellis_window_tell_report (TrellisWindow *window,
                                 const char    *text,
                                 TrlReadReport *report);

G_END_DECLS
