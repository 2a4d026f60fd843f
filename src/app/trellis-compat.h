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

/**
 * TrellisFileKind:
 * @label: translated
 * @ending: of names, without the dot
 */
typedef struct
{
  const char *label;
  const char *ending;
} TrellisFileKind;

/**
 * TrellisFileAsk:
 * @accept: what the button says, with a mnemonic
 * @name: (nullable): proposed; %NULL: a folder is asked for
 * @folder: (nullable): where it begins
 * @kinds: (array length=n_kinds): what can be written
 * @kind: which of them it begins with
 *
 * A question where to write something, and as what.
 */
typedef struct
{
  const char            *title;
  const char            *accept;
  const char            *name;
  GFile                 *folder;
  const TrellisFileKind *kinds;
  guint                  n_kinds;
  guint                  kind;
} TrellisFileAsk;

/**
 * TrellisFileAskFunc:
 * @file: (nullable): what was chosen; without an ending where that of another kind was
 *   left on it, so that nobody was asked yet whether it may be replaced
 * @kind: which was chosen
 */
typedef void (*TrellisFileAskFunc) (GFile *file, guint kind, gpointer user_data);

/**
 * trellis_compat_ask_file:
 *
 * The ending of the name follows the kind.
 *
 * Returns: (transfer none): the chooser, shown
 */
GtkFileChooser *trellis_compat_ask_file (GtkWindow            *parent,
                                         const TrellisFileAsk *ask,
                                         TrellisFileAskFunc    func,
                                         gpointer              user_data);

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

/**
 * trellis_compat_return_focus:
 * @menu: with submenus, and part of a window as long as @back is
 * @back: (transfer none): who gets the keyboard when @menu is gone and nobody else took
 * it
 */
void trellis_compat_return_focus (GtkPopover *menu, GtkWidget *back);

G_END_DECLS
