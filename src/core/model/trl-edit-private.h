/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/trl-document.h"

G_BEGIN_DECLS

/**
 * TrlState:
 *
 * What edits change: all of a document but its history.
 */
typedef struct
{
  TrlRecord     *record;
  TrlVocabulary *vocabulary;
  GPtrArray     *networks; /* TrlNetwork */
  GPtrArray     *figures;  /* TrlSavedFigure; never altered, only replaced */
} TrlState;

TrlEdit *trl_edit_copy (const TrlEdit *edit);
void     trl_edit_free (TrlEdit *edit);

/**
 * trl_edit_is_same_target:
 *
 * Returns: whether both set the same value, so that the older inverse serves for both
 */
gboolean trl_edit_is_same_target (const TrlEdit *a, const TrlEdit *b);

/**
 * trl_edit_check:
 *
 * Holds an edit from outside against the rules of the model, which undo need not do.
 *
 * Errors: TRL_MODEL_ERROR.
 */
gboolean trl_edit_check (const TrlState *state, const TrlEdit *edit, GError **error);

/**
 * trl_edit_check_text:
 * @text: (nullable)
 * @key: what it is the text of, for the message
 *
 * Errors: TRL_MODEL_ERROR_VALUE.
 *
 * Returns: whether it is valid UTF-8 of at most 64 KiB
 */
gboolean trl_edit_check_text (const char *text, const char *key, GError **error);

/**
 * trl_edit_check_record:
 *
 * Holds what is added against the rules of the model, for networks too that are filled
 * before a document takes them.
 *
 * Errors: TRL_MODEL_ERROR_VALUE.
 */
gboolean trl_edit_check_record (const TrlRecord *record, GError **error);

/**
 * trl_edit_apply:
 * @mask: (inout): flags of #TrlChange are added
 * @inverse: (out) (transfer full): %NULL when nothing changed
 *
 * Makes the change.  On failure nothing has changed.
 *
 * Errors: TRL_MODEL_ERROR.
 */
gboolean trl_edit_apply (
  TrlState *state, const TrlEdit *edit, guint *mask, TrlEdit **inverse, GError **error);

TrlNetwork *trl_state_find_network (const TrlState *state, const char *id, guint *index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrlEdit, trl_edit_free)

G_END_DECLS
