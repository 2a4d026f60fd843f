/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Forms read and write through this: whatever is done to several things is one step with
 * one name, and typing in one field is one step.
 */

#include "config.h"

#include "panels/trellis-target.h"

#include <glib/gi18n.h>
#include <math.h>

TrellisTarget *
trellis_target_new (TrellisSession *session, TrlKind kind, GPtrArray *ids)
{
  TrellisTarget *self = g_new0 (TrellisTarget, 1);

  self->session = g_object_ref (session);
  self->kind = kind;
  self->network = g_strdup (trellis_session_get_network_id (session));
  self->ids = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; ids && i < ids->len; i++)
    g_ptr_array_add (self->ids, g_strdup (ids->pdata[i]));
  if (!ids)
    g_ptr_array_add (self->ids, g_strdup (self->network));
  return self;
}

void
trellis_target_free (TrellisTarget *self)
{
  g_object_unref (self->session);
  g_free (self->network);
  g_ptr_array_unref (self->ids);
  g_free (self);
}

static TrlNetwork *
get_network (const TrellisTarget *self)
{
  return trl_document_find_network (trellis_session_get_document (self->session),
                                    self->network);
}

const TrlTable *
trellis_target_get_table (const TrellisTarget *self)
{
  return trl_network_get_table (get_network (self), self->kind);
}

guint
trellis_target_get_row (const TrellisTarget *self, guint index)
{
  return trl_table_find (trellis_target_get_table (self), self->ids->pdata[index]);
}

static const char *
read_text (const TrellisTarget *self, guint index, guint prop)
{
  guint row;

  if (self->kind == TRL_KIND_DOCUMENT)
    return trl_document_get_text (trellis_session_get_document (self->session), prop);
  if (self->kind == TRL_KIND_NETWORK)
    return trl_network_get_text (get_network (self), prop);
  row = trellis_target_get_row (self, index);
  return row == TRL_NO_ROW
           ? NULL
           : trl_table_get_text (trellis_target_get_table (self), row, prop);
}

static double
read_number (const TrellisTarget *self, guint index, guint prop)
{
  guint row;

  if (self->kind == TRL_KIND_NETWORK)
    return trl_network_get_number (get_network (self), prop);
  row = trellis_target_get_row (self, index);
  return row == TRL_NO_ROW
           ? NAN
           : trl_table_get_number (trellis_target_get_table (self), row, prop);
}

static const char *
read_field (const TrellisTarget *self, guint index, const char *field)
{
  guint row;

  if (self->kind == TRL_KIND_NETWORK)
    return trl_network_get_field (get_network (self), field);
  row = trellis_target_get_row (self, index);
  return row == TRL_NO_ROW
           ? NULL
           : trl_table_get_field (trellis_target_get_table (self), row, field);
}

gboolean
trellis_target_get_text (const TrellisTarget *self, guint prop, char **text)
{
  const char *first = read_text (self, 0, prop);

  *text = NULL;
  for (guint i = 1; i < self->ids->len; i++)
    if (g_strcmp0 (first, read_text (self, i, prop)) != 0)
      return FALSE;
  *text = g_strdup (first);
  return TRUE;
}

gboolean
trellis_target_get_number (const TrellisTarget *self, guint prop, double *number)
{
  *number = read_number (self, 0, prop);
  for (guint i = 1; i < self->ids->len; i++)
    {
      double other = read_number (self, i, prop);

      if (isnan (other) != isnan (*number) || (!isnan (other) && other != *number))
        return FALSE;
    }
  return TRUE;
}

gboolean
trellis_target_get_field (const TrellisTarget *self, const char *field, char **text)
{
  const char *first = read_field (self, 0, field);

  *text = NULL;
  for (guint i = 1; i < self->ids->len; i++)
    if (g_strcmp0 (first, read_field (self, i, field)) != 0)
      return FALSE;
  *text = g_strdup (first);
  return TRUE;
}

static void
begin (const TrellisTarget *self, const char *label, const char *key)
{
  /* Translators: the name of a step; %s is a field: Change Note */
  g_autofree char *name = g_strdup_printf (_ ("Change %s"), label);

  trl_document_begin (trellis_session_get_document (self->session), name, key);
}

static char *
make_key (const TrellisTarget *self, const char *what)
{
  g_autofree char *ids = NULL;

  g_ptr_array_add (self->ids, NULL);
  ids = g_strjoinv (" ", (char **) self->ids->pdata);
  g_ptr_array_remove_index (self->ids, self->ids->len - 1);
  return g_strdup_printf ("form %d %s %s %s", self->kind, self->network, what, ids);
}

static const char *
id_for_edit (const TrellisTarget *self, guint index)
{
  return self->kind <= TRL_KIND_NETWORK ? NULL : self->ids->pdata[index];
}

/* The same change to all things; the first that is refused is the last. */
static gboolean
apply (const TrellisTarget *self, TrlEdit edit, GError **error)
{
  TrlDocument *document = trellis_session_get_document (self->session);
  gboolean     done = TRUE;

  edit.kind = TRL_EDIT_SET;
  edit.of = self->kind;
  edit.network = self->network;
  for (guint i = 0; done && i < self->ids->len; i++)
    {
      edit.id = id_for_edit (self, i);
      done = trl_document_apply (document, &edit, error);
    }
  if (done)
    trl_document_end (document);
  else
    trl_document_cancel (document);
  return done;
}

gboolean
trellis_target_set (
  const TrellisTarget *self, guint prop, TrlValue value, gboolean merges, GError **error)
{
  const TrlProp   *row = &trl_props (self->kind, NULL)[prop];
  g_autofree char *key = merges ? make_key (self, row->key) : NULL;

  begin (self, _ (row->label), key);
  return apply (self, (TrlEdit){ .prop = prop, .value = value }, error);
}

static const char *
get_field_name (const TrellisTarget *self, const char *field)
{
  static const char *const kinds[] = { "document", "network", "node", "edge" };
  const TrlField          *row = trl_vocabulary_find_field (
             trl_network_get_vocabulary (get_network (self)), kinds[self->kind], field);

  return row && row->name ? row->name : field;
}

gboolean
trellis_target_set_field (const TrellisTarget *self,
                          const char          *field,
                          const char          *text,
                          GError             **error)
{
  g_autofree char *named = g_strconcat ("field ", field, NULL);
  g_autofree char *key = make_key (self, named);

  begin (self, get_field_name (self, field), key);
  return apply (self, (TrlEdit){ .field = field, .value = TRL_TEXT (text) }, error);
}

const TrlScale *
trellis_target_get_scale (const TrellisTarget *self)
{
  TrlNetwork     *network = get_network (self);
  guint           row = trellis_target_get_row (self, 0);
  const TrlScale *own =
    row == TRL_NO_ROW ? NULL : trl_network_get_edge_scale (network, row);

  return own ? own
             : trl_vocabulary_find_scale (trl_network_get_vocabulary (network), NULL);
}

static int
read_rank (const TrellisTarget *self, guint index, guint prop)
{
  TrlNetwork *network = get_network (self);
  guint       row = trellis_target_get_row (self, index);

  if (row == TRL_NO_ROW)
    return -1;
  return trl_scale_get_rank (
    trl_network_get_edge_scale (network, row),
    trl_table_get_text (trl_network_get_edges (network), row, prop));
}

gboolean
trellis_target_get_rank (const TrellisTarget *self, guint prop, int *rank)
{
  *rank = read_rank (self, 0, prop);
  for (guint i = 1; i < self->ids->len; i++)
    if (read_rank (self, i, prop) != *rank)
      return FALSE;
  return TRUE;
}

/* What is said in place of a level does not stand beside one. */
static void
clear_excuses (TrlDocument *document, const TrellisTarget *self, const char *id)
{
  trl_document_set (document, TRL_KIND_EDGE, self->network, id, TRL_EDGE_MISSING,
                    TRL_NONE_VALUE);
  trl_document_set (document, TRL_KIND_EDGE, self->network, id, TRL_EDGE_PRESENCE,
                    TRL_NONE_VALUE);
}

static const char *
level_id (const TrellisTarget *self, guint index, int rank)
{
  guint           row = trellis_target_get_row (self, index);
  const TrlScale *scale = trl_network_get_edge_scale (get_network (self), row);

  if (rank < 0 || (guint) rank >= trl_scale_get_n_levels (scale))
    return NULL;
  return trl_scale_get_level (scale, (guint) rank)->id;
}

void
trellis_target_set_rank (const TrellisTarget *self, guint prop, int rank)
{
  TrlDocument *document = trellis_session_get_document (self->session);

  begin (self, _ (trl_props (TRL_KIND_EDGE, NULL)[prop].label), NULL);
  for (guint i = 0; i < self->ids->len; i++)
    {
      const char *id = self->ids->pdata[i];
      const char *level = level_id (self, i, rank);

      if (rank >= 0 && !level)
        continue; /* on a scale without such a level */
      trl_document_set (document, TRL_KIND_EDGE, self->network, id, prop,
                        TRL_TEXT (level));
      if (level && prop == TRL_EDGE_LEVEL)
        clear_excuses (document, self, id);
    }
  trl_document_end (document);
}
