/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One function an edit kind: it changes the state and gives the edit that changes it
 * back. */

#include "config.h"

#include "model/trl-edit-private.h"
#include "model/trl-network-private.h"

#include <glib/gi18n-lib.h>

typedef gboolean (*ApplyFunc) (
  TrlState *state, const TrlEdit *edit, guint *mask, TrlEdit **inverse, GError **error);

TrlEdit *
trl_edit_copy (const TrlEdit *edit)
{
  TrlEdit *copy = g_new0 (TrlEdit, 1);

  *copy = *edit;
  copy->network = g_strdup (edit->network);
  copy->id = g_strdup (edit->id);
  copy->field = g_strdup (edit->field);
  trl_value_copy (&copy->value, &edit->value);
  copy->record = edit->record ? trl_record_copy (edit->record) : NULL;
  copy->object = edit->object ? trl_network_ref ((TrlNetwork *) edit->object) : NULL;
  copy->vocabulary = edit->vocabulary ? trl_vocabulary_ref (edit->vocabulary) : NULL;
  copy->figures = edit->figures ? g_ptr_array_ref (edit->figures) : NULL;
  return copy;
}

void
trl_edit_free (TrlEdit *edit)
{
  if (!edit)
    return;
  g_free ((char *) edit->network);
  g_free ((char *) edit->id);
  g_free ((char *) edit->field);
  trl_value_clear (&edit->value);
  trl_record_free ((TrlRecord *) edit->record);
  trl_network_unref ((TrlNetwork *) edit->object);
  trl_vocabulary_unref (edit->vocabulary);
  g_clear_pointer (&edit->figures, g_ptr_array_unref);
  g_free (edit);
}

gboolean
trl_edit_is_same_target (const TrlEdit *a, const TrlEdit *b)
{
  return a->kind == TRL_EDIT_SET && b->kind == TRL_EDIT_SET && a->of == b->of &&
         g_strcmp0 (a->network, b->network) == 0 && g_strcmp0 (a->id, b->id) == 0 &&
         g_strcmp0 (a->field, b->field) == 0 && (a->field || a->prop == b->prop);
}

TrlNetwork *
trl_state_find_network (const TrlState *state, const char *id, guint *index)
{
  for (guint i = 0; id && i < state->networks->len; i++)
    {
      TrlNetwork *network = state->networks->pdata[i];

      if (!g_str_equal (trl_network_get_id (network), id))
        continue;
      if (index)
        *index = i;
      return network;
    }
  return NULL;
}

static gboolean
refuse_missing (GError **error, const char *id)
{
  g_set_error (error, TRL_MODEL_ERROR, TRL_MODEL_ERROR_NOT_FOUND,
               _ ("There is nothing with the id “%s”"), id ? id : "");
  return FALSE;
}

static gboolean
refuse_taken (GError **error, const char *id)
{
  g_set_error (error, TRL_MODEL_ERROR, TRL_MODEL_ERROR_TAKEN, _ ("The id “%s” is taken"),
               id);
  return FALSE;
}

/* The network and the row that an edit is about. */
static TrlNetwork *
find_row (const TrlState *state, const TrlEdit *edit, guint *row, GError **error)
{
  TrlNetwork *network = trl_state_find_network (state, edit->network, NULL);

  *row = network ? trl_table_find (trl_network_get_table (network, edit->of), edit->id)
                 : TRL_NO_ROW;
  if (*row != TRL_NO_ROW)
    return network;
  refuse_missing (error, network ? edit->id : edit->network);
  return NULL;
}

static gboolean
apply_add (
  TrlState *state, const TrlEdit *edit, guint *mask, TrlEdit **inverse, GError **error)
{
  TrlNetwork      *network = trl_state_find_network (state, edit->network, NULL);
  const TrlRecord *record = edit->record;

  if (!network)
    return refuse_missing (error, edit->network);
  for (guint end = 0; record->kind == TRL_KIND_EDGE && end < 2; end++)
    if (trl_table_find (trl_network_get_nodes (network), record->ends[end]) == TRL_NO_ROW)
      return refuse_missing (error, record->ends[end]);
  if (trl_network_add_row (network, record) == TRL_NO_ROW)
    return refuse_taken (error, record->id);

  *mask |= TRL_CHANGE_STRUCTURE;
  *inverse = trl_edit_copy (&(TrlEdit){ .kind = TRL_EDIT_REMOVE,
                                        .of = record->kind,
                                        .network = edit->network,
                                        .id = record->id });
  return TRUE;
}

static gboolean
apply_remove (
  TrlState *state, const TrlEdit *edit, guint *mask, TrlEdit **inverse, GError **error)
{
  guint       row;
  TrlNetwork *network = find_row (state, edit, &row, error);
  g_autoptr (TrlRecord) record = NULL;

  if (!network)
    return FALSE;
  if (edit->of == TRL_KIND_NODE && trl_network_count_ends (network, row) > 0)
    {
      g_set_error (error, TRL_MODEL_ERROR, TRL_MODEL_ERROR_IN_USE,
                   _ ("The partner “%s” still has partnerships"), edit->id);
      return FALSE;
    }
  record = trl_table_get_record (trl_network_get_table (network, edit->of), row,
                                 trl_network_get_nodes (network));
  trl_network_remove_row (network, edit->of, row);

  *mask |= TRL_CHANGE_STRUCTURE;
  *inverse = trl_edit_copy (&(TrlEdit){
    .kind = TRL_EDIT_ADD, .of = edit->of, .network = edit->network, .record = record });
  return TRUE;
}

/* What undoes a setting is the same setting with the value that stood there. */
static TrlEdit *
inverse_setting (const TrlEdit *edit, const TrlValue *old)
{
  TrlEdit inverse = *edit;

  inverse.value = *old;
  return trl_edit_copy (&inverse);
}

static guint
change_of (const TrlEdit *edit)
{
  return edit->field ? TRL_CHANGE_VALUES : trl_props (edit->of, NULL)[edit->prop].change;
}

static gboolean
set_row (
  TrlState *state, const TrlEdit *edit, guint *mask, TrlEdit **inverse, GError **error)
{
  guint           row;
  TrlNetwork     *network = find_row (state, edit, &row, error);
  const TrlTable *table;
  g_auto (TrlValue) old = TRL_NONE_VALUE;

  if (!network)
    return FALSE;
  table = trl_network_get_table (network, edit->of);
  if (edit->field)
    old = TRL_TEXT (g_strdup (trl_table_get_field (table, row, edit->field)));
  else
    old = trl_table_get_value (table, row, edit->prop);
  if (trl_value_equal (&old, &edit->value))
    return TRUE;

  *inverse = inverse_setting (edit, &old);
  *mask |= change_of (edit);
  if (edit->field)
    trl_network_set_row_field (network, edit->of, row, edit->field, edit->value.text);
  else
    trl_network_set_row (network, edit->of, row, edit->prop, &edit->value);
  return TRUE;
}

/* Networks learn the document's words and rules, which their levels depend on. */
static void
tell_words (const TrlState *state, TrlNetwork *network)
{
  trl_network_set_words (network, state->vocabulary,
                         trl_record_get_text (state->record, TRL_DOCUMENT_LEVEL_RULE),
                         trl_record_get_text (state->record, TRL_DOCUMENT_ROLL_UP_RULE));
}

static void
tell_all_words (const TrlState *state)
{
  for (guint i = 0; i < state->networks->len; i++)
    tell_words (state, state->networks->pdata[i]);
}

/* A document and a network are one record each. */
static gboolean
set_record (
  TrlState *state, const TrlEdit *edit, guint *mask, TrlEdit **inverse, GError **error)
{
  TrlNetwork      *network = NULL;
  const TrlRecord *record = state->record;
  g_auto (TrlValue) old = TRL_NONE_VALUE;

  if (edit->of == TRL_KIND_NETWORK)
    {
      network = trl_state_find_network (state, edit->network, NULL);
      if (!network)
        return refuse_missing (error, edit->network);
      record = trl_network_get_record (network);
    }
  if (edit->field)
    old = TRL_TEXT (g_strdup (trl_record_get_field (record, edit->field)));
  else
    trl_value_copy (&old, &record->values[edit->prop]);
  if (trl_value_equal (&old, &edit->value))
    return TRUE;

  *inverse = inverse_setting (edit, &old);
  *mask |= change_of (edit);
  if (network && edit->field)
    trl_network_set_own_field (network, edit->field, edit->value.text);
  else if (network)
    trl_network_set_own (network, edit->prop, &edit->value);
  else if (edit->field)
    trl_record_set_field (state->record, edit->field, edit->value.text);
  else
    trl_record_set (state->record, edit->prop, edit->value);
  if (!network)
    tell_all_words (state);
  return TRUE;
}

static gboolean
apply_set (
  TrlState *state, const TrlEdit *edit, guint *mask, TrlEdit **inverse, GError **error)
{
  if (edit->of == TRL_KIND_NODE || edit->of == TRL_KIND_EDGE)
    return set_row (state, edit, mask, inverse, error);
  return set_record (state, edit, mask, inverse, error);
}

static gboolean
apply_add_network (
  TrlState *state, const TrlEdit *edit, guint *mask, TrlEdit **inverse, GError **error)
{
  g_autoptr (TrlNetwork) network = edit->object
                                     ? trl_network_ref ((TrlNetwork *) edit->object)
                                     : trl_network_new (edit->record);
  const char *id = trl_network_get_id (network);

  if (trl_state_find_network (state, id, NULL))
    return refuse_taken (error, id);

  tell_words (state, network);
  *mask |= TRL_CHANGE_STRUCTURE;
  *inverse = trl_edit_copy (
    &(TrlEdit){ .kind = TRL_EDIT_REMOVE_NETWORK, .of = TRL_KIND_NETWORK, .network = id });
  g_ptr_array_insert (state->networks,
                      edit->position < state->networks->len ? (int) edit->position : -1,
                      g_steal_pointer (&network));
  return TRUE;
}

static gboolean
apply_remove_network (
  TrlState *state, const TrlEdit *edit, guint *mask, TrlEdit **inverse, GError **error)
{
  guint       index;
  TrlNetwork *network = trl_state_find_network (state, edit->network, &index);

  if (!network)
    return refuse_missing (error, edit->network);

  *mask |= TRL_CHANGE_STRUCTURE;
  *inverse = trl_edit_copy (&(TrlEdit){ .kind = TRL_EDIT_ADD_NETWORK,
                                        .of = TRL_KIND_NETWORK,
                                        .network = edit->network,
                                        .object = network,
                                        .position = index });
  g_ptr_array_remove_index (state->networks, index);
  return TRUE;
}

static gboolean
apply_place_network (
  TrlState *state, const TrlEdit *edit, guint *mask, TrlEdit **inverse, GError **error)
{
  guint       index, to;
  TrlNetwork *network = trl_state_find_network (state, edit->network, &index);

  if (!network)
    return refuse_missing (error, edit->network);
  to = MIN (edit->position, state->networks->len - 1);
  if (to == index)
    return TRUE;

  *mask |= TRL_CHANGE_STRUCTURE;
  *inverse = trl_edit_copy (&(TrlEdit){ .kind = TRL_EDIT_PLACE_NETWORK,
                                        .of = TRL_KIND_NETWORK,
                                        .network = edit->network,
                                        .position = index });
  g_ptr_array_insert (state->networks, (int) to,
                      g_ptr_array_steal_index (state->networks, index));
  return TRUE;
}

static gboolean
apply_set_vocabulary (
  TrlState *state, const TrlEdit *edit, guint *mask, TrlEdit **inverse, GError **error)
{
  if (edit->vocabulary == state->vocabulary)
    return TRUE;

  *mask |= TRL_CHANGE_VOCABULARY | TRL_CHANGE_VALUES;
  *inverse = trl_edit_copy (&(TrlEdit){ .kind = TRL_EDIT_SET_VOCABULARY,
                                        .of = TRL_KIND_DOCUMENT,
                                        .vocabulary = state->vocabulary });
  trl_vocabulary_unref (state->vocabulary);
  state->vocabulary = trl_vocabulary_ref (edit->vocabulary);
  tell_all_words (state);
  return TRUE;
}

static gboolean
apply_set_figures (
  TrlState *state, const TrlEdit *edit, guint *mask, TrlEdit **inverse, GError **error)
{
  if (trl_saved_figures_equal (edit->figures, state->figures))
    return TRUE;

  *mask |= TRL_CHANGE_FIGURES;
  *inverse = trl_edit_copy (&(TrlEdit){
    .kind = TRL_EDIT_SET_FIGURES, .of = TRL_KIND_DOCUMENT, .figures = state->figures });
  g_ptr_array_unref (state->figures);
  state->figures = g_ptr_array_ref (edit->figures);
  return TRUE;
}

/* A new edit is a row here. */
static const ApplyFunc appliers[TRL_N_EDITS] = {
  [TRL_EDIT_ADD] = apply_add,
  [TRL_EDIT_REMOVE] = apply_remove,
  [TRL_EDIT_SET] = apply_set,
  [TRL_EDIT_ADD_NETWORK] = apply_add_network,
  [TRL_EDIT_REMOVE_NETWORK] = apply_remove_network,
  [TRL_EDIT_PLACE_NETWORK] = apply_place_network,
  [TRL_EDIT_SET_VOCABULARY] = apply_set_vocabulary,
  [TRL_EDIT_SET_FIGURES] = apply_set_figures,
};

gboolean
trl_edit_apply (
  TrlState *state, const TrlEdit *edit, guint *mask, TrlEdit **inverse, GError **error)
{
  g_return_val_if_fail (edit->kind < TRL_N_EDITS, FALSE);

  *inverse = NULL;
  return appliers[edit->kind](state, edit, mask, inverse, error);
}
