/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figures/trellis-figure-choice.h"
#include "figures/trellis-figure-controls.h"
#include "figures/trellis-figure-gallery.h"
#include "figures/trellis-figure-maker.h"
#include "figures/trellis-figure-preview.h"
#include "figures/trellis-figure-studio.h"
#include "trellis-compat.h"

G_BEGIN_DECLS

struct _TrellisFigureStudio
{
  GtkBox                 parent_instance;
  TrellisFigureGallery  *gallery; /* or NULL */
  TrellisFigurePreview  *preview;
  TrellisFigureControls *controls;
  TrellisFigureMaker    *maker;
  TrellisFigureChoice   *choice;
  GtkWidget             *name_group; /* of the saved figure that is shown, or NULL */
  AdwEntryRow           *name;
  GtkWidget             *save;
  AdwClamp              *clamp; /* around the controls */
  TrellisSession        *session;
  char                  *saved; /* id of the saved figure that is shown */
  GHashTable            *seen;  /* id of each saved figure: what it was last */
  TrlFigureSettings     *draft; /* of a new figure that undo took out of sight, or NULL */
  char                  *gone;  /* id of the one that was shown when it went, or NULL */
  char                  *unknown; /* why the saved figure cannot be shown */
  char                  *target;  /* what is written once a person agrees */
  GdkContentProvider    *drag;    /* of the file that was dragged out last, or NULL */
  guint                  timer;
  gboolean               ready;
};

static inline TrlDocument *
studio_document (TrellisFigureStudio *self)
{
  return trellis_session_get_document (self->session);
}

static inline GtkWindow *
studio_window (TrellisFigureStudio *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

static inline void
studio_say (TrellisFigureStudio *self, const char *text, gboolean can_undo)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "(sb)", text, can_undo);
}

/**
 * trellis_figure_studio_queue_page:
 *
 * Makes the page anew, in a moment.
 */
void trellis_figure_studio_queue_page (TrellisFigureStudio *studio);

/* trellis-figure-studio-saved.c: the saved figure that is shown. */

/**
 * trellis_figure_studio_open:
 * trellis_figure_studio_choose:
 *
 * Shows a saved figure by its id, or begins a new one of a row of figures.def.
 */
void trellis_figure_studio_open (TrellisFigureStudio *studio, const char *id);
void trellis_figure_studio_choose (TrellisFigureStudio *studio, const char *id);

/**
 * trellis_figure_studio_see_saved:
 *
 * Returns: (transfer full) (nullable): id of a saved figure that is not as it was when
 *   this was called last, and is not the one that is shown
 */
char *trellis_figure_studio_see_saved (TrellisFigureStudio *studio);

void trellis_figure_studio_show_saved (TrellisFigureStudio *studio);
void trellis_figure_studio_renamed (TrellisFigureStudio *studio);

/**
 * trellis_figure_studio_leave_name:
 *
 * Gives up a name that was being typed.
 */
gboolean trellis_figure_studio_leave_name (TrellisFigureStudio *studio);
void     trellis_figure_studio_controls_changed (TrellisFigureStudio *studio);
void     trellis_figure_studio_document_changed (TrellisFigureStudio *studio);
void     trellis_figure_studio_install_saved (GtkWidgetClass *widget_class);

/* trellis-figure-studio-output.c: files, clipboard, drag and paper. */

/**
 * trellis_figure_studio_written:
 * trellis_figure_studio_saved_written:
 * trellis_figure_studio_copied:
 * @reason: (nullable): why there is not what was asked for
 *
 * Say what came of it.
 */
void trellis_figure_studio_written (TrellisFigureStudio *studio,
                                    const char          *path,
                                    const char          *reason);
void trellis_figure_studio_saved_written (TrellisFigureStudio *studio,
                                          const char          *path,
                                          guint                n,
                                          const char          *reason);
void trellis_figure_studio_copied (TrellisFigureStudio *studio,
                                   GdkContentProvider  *content,
                                   const char          *reason);

/**
 * trellis_figure_studio_drag:
 *
 * Returns: (transfer full) (nullable): a file to be dragged out; it stays until the next
 *   one, or until trellis_figure_studio_end_drag() when the window goes
 */
GdkContentProvider *trellis_figure_studio_drag (TrellisFigureStudio *studio);
void                trellis_figure_studio_end_drag (TrellisFigureStudio *studio);
void                trellis_figure_studio_install_output (GtkWidgetClass *widget_class);

/**
 * trellis_figure_studio_ask:
 * @ask: what is asked; of its kinds only how many of the formats there are, 0: all
 *
 * Asks for a file or a folder, from the folder of the document on.
 */
void trellis_figure_studio_ask (TrellisFigureStudio *studio,
                                TrellisFileAsk      *ask,
                                TrellisFileAskFunc   func);

/* trellis-figure-studio-book.c: all saved figures. */
void trellis_figure_studio_install_book (GtkWidgetClass *widget_class);

/**
 * trellis_figure_studio_tell_exported:
 *
 * Emits ::exported.
 */
void trellis_figure_studio_tell_exported (TrellisFigureStudio *studio,
                                          const char          *text,
                                          const char          *path);

G_END_DECLS
