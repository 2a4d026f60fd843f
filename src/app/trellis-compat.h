/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TrellisFileFunc:
 * @files: (nullable) (element-type GFile): what was chosen; %NULL when nothing was
 */
typedef void (*TrellisFileFunc) (GListModel *files, gpointer user_data);

/**
 * TrellisAnswerFunc:
 * @answer: id of the response
 */
typedef void (*TrellisAnswerFunc) (const char *answer, gpointer user_data);

/**
 * TrellisAnswer:
 * @label: with a mnemonic
 */
typedef struct
{
  const char           *id;
  const char           *label;
  AdwResponseAppearance appearance;
} TrellisAnswer;

/**
 * trellis_compat_open_files:
 * @filters: (nullable) (element-type GtkFileFilter)
 */
void trellis_compat_open_files (GtkWindow      *parent,
                                const char     *title,
                                GListModel     *filters,
                                TrellisFileFunc func,
                                gpointer        user_data);
void trellis_compat_save_file (GtkWindow      *parent,
                               const char     *title,
                               const char     *name,
                               GListModel     *filters,
                               TrellisFileFunc func,
                               gpointer        user_data);

void trellis_compat_choose_folder (GtkWindow      *parent,
                                   const char     *title,
                                   TrellisFileFunc func,
                                   gpointer        user_data);

/**
 * TrellisColourFunc:
 *
 * Gets a colour that a person chose, and the button.
 */
typedef void (*TrellisColourFunc) (const GdkRGBA *colour, gpointer button);

/**
 * trellis_compat_colour_button_new:
 * trellis_compat_colour_button_show:
 * @text: `#rrggbb`
 *
 * A button that shows a colour and opens a chooser; what it shows is set without calling
 * the function.
 */
GtkWidget *trellis_compat_colour_button_new (const char *title, TrellisColourFunc func);
void       trellis_compat_colour_button_show (GtkWidget *button, const char *text);

/**
 * trellis_compat_ask:
 * @answers: ends with an id of %NULL; the first is what Escape means
 *
 * Returns: (transfer none): the dialog, shown
 */
GtkWindow *trellis_compat_ask (GtkWindow           *parent,
                               const char          *heading,
                               const char          *body,
                               const TrellisAnswer *answers,
                               const char          *preferred,
                               TrellisAnswerFunc    func,
                               gpointer             user_data);

/**
 * trellis_compat_tell:
 * @parent: (nullable): %NULL: whichever window there is; where there is none the desktop
 *   tells
 */
void trellis_compat_tell (GtkWindow *parent, const char *heading, const char *body);
void trellis_compat_about (GtkWindow *parent);

/**
 * trellis_compat_show_in_folder:
 * @uri: of a file or a folder on this computer
 *
 * Opens the folder of a file, with the file selected where there is a program that does
 * so; or the folder itself.
 */
void trellis_compat_show_in_folder (GtkWindow *parent, const char *uri);

G_END_DECLS
