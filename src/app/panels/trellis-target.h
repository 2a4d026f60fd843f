/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-session.h"

G_BEGIN_DECLS

#define TRELLIS_TEXT_MAX (64 * 1024) /* bytes that the model takes */

/**
 * TrellisTarget:
 * @kind: of thing
 * @ids: (element-type utf8): one or several; for network and document the network's id
 *
 * What a form edits: one thing, or several of a kind at once.
 */
typedef struct
{
  TrellisSession *session;
  TrlKind         kind;
  char           *network;
  GPtrArray      *ids;
} TrellisTarget;

/**
 * trellis_target_new:
 * @ids: (nullable) (element-type utf8): copied; %NULL is the network on show
 */
TrellisTarget *trellis_target_new (TrellisSession *session, TrlKind kind, GPtrArray *ids);
void           trellis_target_free (TrellisTarget *target);

/**
 * trellis_target_get_text:
 * @text: (out) (nullable) (transfer full): the value that all have in common
 *
 * Returns: %FALSE when the things differ in it
 */
gboolean trellis_target_get_text (const TrellisTarget *target, guint prop, char **text);
gboolean
trellis_target_get_number (const TrellisTarget *target, guint prop, double *number);
gboolean
trellis_target_get_field (const TrellisTarget *target, const char *field, char **text);

/**
 * trellis_target_set:
 * @merges: whether it joins the step before when that was the same field of the same
 * things: typing
 *
 * Gives all things the value, in one step.
 *
 * Returns: %FALSE when the model refuses it, as it does with texts of more than
 *   %TRELLIS_TEXT_MAX; nothing has changed then
 */
gboolean trellis_target_set (const TrellisTarget *target,
                             guint                prop,
                             TrlValue             value,
                             gboolean             merges,
                             GError             **error);
gboolean trellis_target_set_field (const TrellisTarget *target,
                                   const char          *field,
                                   const char          *text,
                                   GError             **error);

/**
 * trellis_target_get_rank:
 * @prop: %TRL_EDGE_LEVEL or %TRL_EDGE_INTENDED
 * @rank: (out): the rank in common, -1 not reported
 */
gboolean trellis_target_get_rank (const TrellisTarget *target, guint prop, int *rank);
void     trellis_target_set_rank (const TrellisTarget *target, guint prop, int rank);

/**
 * trellis_target_get_scale:
 *
 * Returns: the scale that all partnerships have in common, the first one's otherwise
 */
const TrlScale *trellis_target_get_scale (const TrellisTarget *target);

/**
 * trellis_target_get_row:
 *
 * Returns: the table row of the @index-th thing, or %TRL_NO_ROW
 */
guint           trellis_target_get_row (const TrellisTarget *target, guint index);
const TrlTable *trellis_target_get_table (const TrellisTarget *target);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrellisTarget, trellis_target_free)

G_END_DECLS
