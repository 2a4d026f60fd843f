/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The rules that a change from outside must keep: finite numbers, sound text, known
 * words. */

#include "config.h"

#include "model/trl-edit-private.h"
#include "model/trl-utf8.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define MAX_TEXT (64 * 1024)
#define MAX_POSITION 1e6

static gboolean
refuse (GError **error, const char *message, const char *what)
{
  g_set_error (error, TRL_MODEL_ERROR, TRL_MODEL_ERROR_VALUE, message, what);
  return FALSE;
}

gboolean
trl_edit_check_text (const char *text, const char *key, GError **error)
{
  gsize length = text ? strlen (text) : 0;

  if (length > MAX_TEXT)
    return refuse (error, _ ("The text of “%s” is longer than 64 KiB"), key);
  if (text && !trl_utf8_validate (text, length, NULL))
    return refuse (error, _ ("The text of “%s” is not valid UTF-8"), key);
  return TRUE;
}

static gboolean
check_value (TrlKind of, guint prop, const TrlValue *value, GError **error)
{
  guint          n;
  const TrlProp *props = trl_props (of, &n);
  gboolean       is_number;

  g_return_val_if_fail (prop < n, FALSE);

  is_number = props[prop].type == TRL_PROP_NUMBER || props[prop].type == TRL_PROP_FLAG;
  if (value->type == TRL_VALUE_NONE)
    return TRUE;
  if ((value->type == TRL_VALUE_NUMBER) != is_number)
    return refuse (error, _ ("“%s” cannot hold a value of this kind"), props[prop].key);
  if (!is_number)
    return trl_edit_check_text (value->text, props[prop].key, error);
  if (!isfinite (value->number))
    return refuse (error, _ ("“%s” needs a finite number"), props[prop].key);
  if (props[prop].type == TRL_PROP_FLAG && value->number != 1)
    return refuse (error, _ ("“%s” is either set or not"), props[prop].key);
  if (props[prop].change == TRL_CHANGE_POSITIONS && fabs (value->number) > MAX_POSITION)
    return refuse (error, _ ("“%s” is too far away"), props[prop].key);
  if (of == TRL_KIND_NODE && prop == TRL_NODE_COUNT && value->number < 0)
    return refuse (error, _ ("“%s” cannot be below zero"), props[prop].key);
  return TRUE;
}

gboolean
trl_edit_check_record (const TrlRecord *record, GError **error)
{
  GHashTableIter iter;
  gpointer       field, text;
  guint          n;

  trl_props (record->kind, &n);
  if (!*record->id || !trl_edit_check_text (record->id, "id", error))
    return *record->id ? FALSE : refuse (error, _ ("“%s” cannot be empty"), "id");
  for (guint i = 0; i < n; i++)
    if (record->values[i].type != TRL_VALUE_NONE &&
        !check_value (record->kind, i, &record->values[i], error))
      return FALSE;
  if (!record->fields)
    return TRUE;
  g_hash_table_iter_init (&iter, record->fields);
  while (g_hash_table_iter_next (&iter, &field, &text))
    if (!trl_edit_check_text (field, "id", error) ||
        !trl_edit_check_text (text, field, error))
      return FALSE;
  return TRUE;
}

/* A level that is chosen must be one of the scale of its edge; a type, one of the words.
 */
static gboolean
check_word (const TrlState *state, const TrlEdit *edit, GError **error)
{
  TrlNetwork     *network = trl_state_find_network (state, edit->network, NULL);
  const char     *word = edit->value.text;
  const TrlTable *edges;
  guint           row;

  if (!word || !network || edit->field)
    return TRUE;
  if (edit->of == TRL_KIND_NODE && edit->prop == TRL_NODE_TYPE &&
      !trl_vocabulary_find_type (state->vocabulary, word))
    return refuse (error, _ ("There is no partner type “%s”"), word);
  if (edit->of != TRL_KIND_EDGE ||
      (edit->prop != TRL_EDGE_LEVEL && edit->prop != TRL_EDGE_BACK &&
       edit->prop != TRL_EDGE_INTENDED))
    return TRUE;
  edges = trl_network_get_edges (network);
  row = trl_table_find (edges, edit->id);
  if (row != TRL_NO_ROW)
    {
      const TrlScale *scale = trl_network_get_edge_scale (network, row);

      if (!scale || trl_scale_get_rank (scale, word) < 0)
        return refuse (error, _ ("There is no level “%s” on this scale"), word);
    }
  return TRUE;
}

static gboolean
check_hub (const TrlState *state, const TrlEdit *edit, GError **error)
{
  TrlNetwork *network = trl_state_find_network (state, edit->network, NULL);
  const char *hub = edit->value.text;

  if (edit->of != TRL_KIND_NETWORK || edit->field || edit->prop != TRL_NETWORK_HUB ||
      !hub || !network ||
      trl_table_find (trl_network_get_nodes (network), hub) != TRL_NO_ROW)
    return TRUE;
  g_set_error (error, TRL_MODEL_ERROR, TRL_MODEL_ERROR_NOT_FOUND,
               _ ("There is no partner with the id “%s” to be the hub"), hub);
  return FALSE;
}

gboolean
trl_edit_check (const TrlState *state, const TrlEdit *edit, GError **error)
{
  switch (edit->kind)
    {
    case TRL_EDIT_ADD:
      g_return_val_if_fail (edit->record != NULL, FALSE);
      return trl_edit_check_record (edit->record, error);
    case TRL_EDIT_ADD_NETWORK:
      return !edit->record || trl_edit_check_record (edit->record, error);
    case TRL_EDIT_SET_VOCABULARY:
      g_return_val_if_fail (edit->vocabulary != NULL, FALSE);
      return TRUE;
    case TRL_EDIT_SET_FIGURES:
      g_return_val_if_fail (edit->figures != NULL, FALSE);
      return trl_saved_figures_check (edit->figures, error);
    case TRL_EDIT_SET:
      if (edit->field)
        return trl_edit_check_text (edit->value.text, edit->field, error);
      return check_value (edit->of, edit->prop, &edit->value, error) &&
             check_word (state, edit, error) && check_hub (state, edit, error);
    case TRL_EDIT_REMOVE:
    case TRL_EDIT_REMOVE_NETWORK:
    case TRL_EDIT_PLACE_NETWORK:
    case TRL_N_EDITS:
    default:
      return TRUE;
    }
}
