/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "model/trl-edit.h"

G_BEGIN_DECLS

#define TRL_MODEL_ERROR (trl_model_error_quark ())
GQuark trl_model_error_quark (void);

typedef enum
{
  TRL_MODEL_ERROR_NOT_FOUND, /* the edit names something that is not there */
  TRL_MODEL_ERROR_TAKEN,     /* the id exists already */
  TRL_MODEL_ERROR_VALUE,     /* not finite, wrong type, too long, not UTF-8 */
  TRL_MODEL_ERROR_IN_USE     /* a node still has edges */
} TrlModelError;

#define TRL_TYPE_DOCUMENT (trl_document_get_type ())
G_DECLARE_FINAL_TYPE (TrlDocument, trl_document, TRL, DOCUMENT, GObject)

/**
 * TrlDocument::changed:
 * @mask: flags of #TrlChange
 *
 * Emitted once a step: at trl_document_end(), undo and redo; with a mask of 0 when the
 * history is forgotten.
 */

/**
 * trl_document_new:
 *
 * A document with the default vocabulary and no network.
 */
TrlDocument *trl_document_new (void);

/**
 * trl_document_new_from_record:
 * @record: of kind %TRL_KIND_DOCUMENT: the id, properties and unknown members of a file
 */
TrlDocument *trl_document_new_from_record (const TrlRecord *record);

/**
 * trl_document_copy:
 *
 * What the document holds now, without its history: for a thread.
 */
TrlDocument *trl_document_copy (TrlDocument *document);

/**
 * trl_document_get_id:
 * trl_document_get_text:
 * trl_document_get_record:
 * trl_document_get_vocabulary:
 *
 * What belongs to the document itself; borrowed, and good until it changes.
 */
const char          *trl_document_get_id (TrlDocument *document);
const char          *trl_document_get_text (TrlDocument *document, guint prop);
const TrlRecord     *trl_document_get_record (TrlDocument *document);
const TrlVocabulary *trl_document_get_vocabulary (TrlDocument *document);

/**
 * trl_document_get_n_networks:
 * trl_document_get_network:
 * trl_document_find_network:
 * trl_document_get_network_index:
 *
 * The networks in their order; borrowed.  Looking for one that is not there gives %NULL
 * or -1.
 */
guint       trl_document_get_n_networks (TrlDocument *document);
TrlNetwork *trl_document_get_network (TrlDocument *document, guint index);
TrlNetwork *trl_document_find_network (TrlDocument *document, const char *id);
int         trl_document_get_network_index (TrlDocument *document, const char *id);

/**
 * trl_document_get_n_figures:
 * trl_document_get_figure:
 * trl_document_find_figure:
 * @id: (nullable)
 *
 * The saved figures in their order; borrowed, and good until they change.  Looking for
 * one that is not there gives %NULL.
 */
guint                 trl_document_get_n_figures (TrlDocument *document);
const TrlSavedFigure *trl_document_get_figure (TrlDocument *document, guint index);
const TrlSavedFigure *trl_document_find_figure (TrlDocument *document, const char *id);

/**
 * trl_document_get_revision:
 *
 * Returns: a number that changes with every change; undo and redo make a new one
 */
guint64 trl_document_get_revision (TrlDocument *document);

/**
 * trl_document_begin:
 * @name: what Undo calls the step; translated, title case
 * @merge_key: (nullable): a step with the key of the one before it joins it, unless
 * something else came between
 *
 * Steps do not nest.
 */
void trl_document_begin (TrlDocument *document, const char *name, const char *merge_key);

/**
 * trl_document_apply:
 *
 * Makes one change; only between begin and end.  On failure nothing has changed.
 * Cost: O(1) for a value, O(n) worst for structure.
 *
 * Errors: TRL_MODEL_ERROR.
 */
gboolean trl_document_apply (TrlDocument *document, const TrlEdit *edit, GError **error);

/**
 * trl_document_end:
 *
 * Keeps the step, if anything changed, and emits #TrlDocument::changed once.
 */
void trl_document_end (TrlDocument *document);

/**
 * trl_document_cancel:
 *
 * Plays the step back; as if it had not begun.
 */
void trl_document_cancel (TrlDocument *document);

/**
 * trl_document_undo:
 * trl_document_redo:
 * trl_document_get_undo_name:
 * trl_document_get_redo_name:
 *
 * Plays the last step back, or the last one undone again; %FALSE, or a name of %NULL,
 * when there is none.
 */
gboolean trl_document_undo (TrlDocument *document);
gboolean trl_document_redo (TrlDocument *document);
const char *
trl_document_get_undo_name (TrlDocument *document); /* NULL: nothing to undo */
const char *trl_document_get_redo_name (TrlDocument *document);

/**
 * trl_document_get_n_undo:
 * trl_document_get_n_redo:
 *
 * Returns: how many steps can be undone, or done again
 */
guint trl_document_get_n_undo (TrlDocument *document);
guint trl_document_get_n_redo (TrlDocument *document);

typedef enum
{
  TRL_STEP_DO,
  TRL_STEP_UNDO,
  TRL_STEP_REDO
} TrlStepKind;

/**
 * TrlStepNote:
 * @name: as trl_document_begin() got it
 * @merge_key: (nullable): likewise
 * @edits: (element-type TrlEdit): what was applied, first to last; borrowed
 *
 * What a step did: whoever applies its edits to the same document has the same again.
 */
typedef struct
{
  TrlStepKind      kind;
  const char      *name;
  const char      *merge_key;
  const GPtrArray *edits;
} TrlStepNote;

typedef void (*TrlWitness) (TrlDocument       *document,
                            const TrlStepNote *note,
                            gpointer           data);

/**
 * trl_document_set_witness:
 * @witness: (nullable): told of every step that changes something before anybody else is;
 *   it must not change the document
 *
 * For a journal.  There is one; a second takes its place.
 */
void trl_document_set_witness (TrlDocument *document, TrlWitness witness, gpointer data);

/**
 * trl_document_is_modified:
 *
 * Returns: whether the current step is another than the one that was saved
 */
gboolean trl_document_is_modified (TrlDocument *document);

/**
 * trl_document_get_step:
 *
 * Returns: what stands, as a number: another one after each change, the old one again
 *   after undo
 */
guint64 trl_document_get_step (TrlDocument *document);

/**
 * trl_document_mark_saved:
 * trl_document_mark_saved_step:
 * @step: of trl_document_get_step(), when a copy was made that has been saved since
 *
 * Makes the current step, or an earlier one, the one that is not modified.
 */
void trl_document_mark_saved (TrlDocument *document);
void trl_document_mark_saved_step (TrlDocument *document, guint64 step);

/**
 * trl_document_forget_history:
 *
 * Makes what is there the beginning: for readers, once they have filled a fresh document.
 */
void trl_document_forget_history (TrlDocument *document);

/**
 * trl_document_set:
 * trl_document_set_field:
 * trl_document_add:
 *
 * Shorthands for edits, inside a step. They warn and return FALSE when the edit is
 * refused.
 */
gboolean trl_document_set (TrlDocument *document,
                           TrlKind      of,
                           const char  *network,
                           const char  *id,
                           guint        prop,
                           TrlValue     value);
gboolean trl_document_set_field (TrlDocument *document,
                                 TrlKind      of,
                                 const char  *network,
                                 const char  *id,
                                 const char  *field,
                                 const char  *text);
gboolean
trl_document_add (TrlDocument *document, const char *network, const TrlRecord *record);

/**
 * trl_document_remove_nodes:
 * @ids: n, of nodes; not borrowed from the network, which lets go of them
 *
 * Removes nodes, the edges of each first, and lets go of the hub.
 * Cost: O(n + m) once and O(degree) a node.
 */
gboolean trl_document_remove_nodes (TrlDocument       *document,
                                    const char        *network,
                                    const char *const *ids,
                                    guint              n);

/**
 * trl_document_remove_node:
 *
 * trl_document_remove_nodes() of one.
 */
gboolean
trl_document_remove_node (TrlDocument *document, const char *network, const char *id);

/**
 * trl_document_remove_edge:
 *
 * Removes one edge.
 */
gboolean
trl_document_remove_edge (TrlDocument *document, const char *network, const char *id);

/**
 * trl_document_add_network:
 * @record: (nullable): of kind TRL_KIND_NETWORK
 *
 * Returns: (transfer none): the new network, last in the list
 */
TrlNetwork *trl_document_add_network (TrlDocument *document, const TrlRecord *record);

/**
 * trl_document_set_vocabulary:
 *
 * Takes the words as they are from now on; @vocabulary must not be altered afterwards.
 */
void trl_document_set_vocabulary (TrlDocument *document, TrlVocabulary *vocabulary);

/**
 * trl_document_set_figures:
 * @figures: (element-type TrlSavedFigure): of trl_saved_figures_new(); must not be
 * altered afterwards
 *
 * Replaces all saved figures, inside a step.  Warns and returns %FALSE when they are
 * refused; see trl_saved_figures_check().
 */
gboolean trl_document_set_figures (TrlDocument *document, GPtrArray *figures);

/**
 * trl_document_put_figure:
 *
 * Replaces the saved figure of that id by a copy of this one, or adds it as the last.
 *
 * Returns: %FALSE, with a warning, when it is refused
 */
gboolean trl_document_put_figure (TrlDocument *document, const TrlSavedFigure *figure);

/**
 * trl_document_remove_figure:
 * trl_document_move_figure:
 * @index: where it is to stand; beyond the end is last
 *
 * Returns: %FALSE when there is no saved figure with that id
 */
gboolean trl_document_remove_figure (TrlDocument *document, const char *id);
gboolean trl_document_move_figure (TrlDocument *document, const char *id, guint index);

G_END_DECLS
