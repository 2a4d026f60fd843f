/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define TRL_MAX_SAVED_FIGURES 500 /* of a document */
#define TRL_MAX_SETTINGS 200      /* of a saved figure */
#define TRL_MAX_SETTING_KEY 100   /* characters */

/**
 * TrlSetting:
 * @key: what is chosen, such as `figure`, `network`, `width`: [a-z0-9-]
 * @text: what for; of a foreign one, its value as it stood in the file
 * @foreign: no text but a number, a word, a list or an object, which only another version
 *   can read: kept in its place until it is set here, and its key may be any
 */
typedef struct
{
  char    *key;
  char    *text;
  gboolean foreign;
} TrlSetting;

/**
 * TrlSavedFigure:
 * @id: lasts as long as the document; never reused
 * @name: what people call it
 * @settings: (element-type TrlSetting): in order, each key once
 * @extra: unknown members as they stood in the file, `"a": 1, "b": [2]`, or %NULL
 *
 * A figure that someone has set up and wants to make again.  The model gives its settings
 * no meaning.  Once a document holds a list of them, neither list nor figures change: an
 * edit replaces the list by another one.
 */
typedef struct
{
  char      *id;
  char      *name;
  GPtrArray *settings;
  char      *extra;
} TrlSavedFigure;

/**
 * trl_saved_figure_new:
 * @id: (nullable): %NULL makes a random one
 * @name: (nullable): %NULL is the id
 *
 * Returns: (transfer full): a figure without settings
 */
TrlSavedFigure *trl_saved_figure_new (const char *id, const char *name);

/**
 * trl_saved_figure_copy:
 * trl_saved_figure_free:
 *
 * A copy under the same id; an end.
 */
TrlSavedFigure *trl_saved_figure_copy (const TrlSavedFigure *figure);
void            trl_saved_figure_free (TrlSavedFigure *figure);

/**
 * trl_saved_figure_get:
 *
 * Returns: (nullable): the text of a setting, borrowed; %NULL also of a foreign one
 */
const char *trl_saved_figure_get (const TrlSavedFigure *figure, const char *key);

/**
 * trl_saved_figure_set:
 * @text: (nullable): %NULL removes the setting
 *
 * A key that is new comes last; another keeps its place.
 */
void trl_saved_figure_set (TrlSavedFigure *figure, const char *key, const char *text);

/**
 * trl_saved_figure_add_foreign:
 * @key: that no setting has
 * @value: JSON
 *
 * Adds a foreign setting, last.
 */
void
trl_saved_figure_add_foreign (TrlSavedFigure *figure, const char *key, const char *value);

/**
 * trl_saved_figure_get_n_settings:
 * trl_saved_figure_get_setting:
 *
 * The settings in their order; borrowed.
 */
guint             trl_saved_figure_get_n_settings (const TrlSavedFigure *figure);
const TrlSetting *trl_saved_figure_get_setting (const TrlSavedFigure *figure,
                                                guint                 index);

/**
 * trl_saved_figure_equal:
 *
 * Returns: whether both are the same in everything, the order of settings too
 */
gboolean trl_saved_figure_equal (const TrlSavedFigure *a, const TrlSavedFigure *b);

/**
 * trl_saved_figure_check:
 *
 * Whether a document may hold the figure: it has an id, its texts are sound, and its
 * settings are not too many and have keys as they should be, each once.
 *
 * Errors: TRL_MODEL_ERROR_VALUE.
 */
gboolean trl_saved_figure_check (const TrlSavedFigure *figure, GError **error);

/**
 * trl_saved_figures_new:
 *
 * Returns: (transfer full) (element-type TrlSavedFigure): an empty list that owns its
 *   items
 */
GPtrArray *trl_saved_figures_new (void);

/**
 * trl_saved_figures_equal:
 *
 * Returns: whether two lists hold equal figures in the same order
 */
gboolean trl_saved_figures_equal (const GPtrArray *a, const GPtrArray *b);

/**
 * trl_saved_figures_check:
 *
 * Whether a document may hold the list.
 *
 * Errors: TRL_MODEL_ERROR_VALUE, TRL_MODEL_ERROR_TAKEN for an id that stands twice.
 */
gboolean trl_saved_figures_check (const GPtrArray *figures, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrlSavedFigure, trl_saved_figure_free)

G_END_DECLS
