/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Nodes are matched by the surest sign first: all by id, then by key, then by name and
 * type.  Each sign leads to one partner, and a partner is given out once a network. */
#include "config.h"

#include "model/trl-union.h"

#include "model/trl-rollup.h"

#include <string.h>

#define HUB "hub"

typedef struct
{
  TrlNetwork *network;
  gboolean    by_type;
  guint       n_rows;
  guint      *partner; /* n_rows, or TRL_NO_ROW */
  GArray     *row;     /* guint by partner, TRL_NO_ROW: not here */
} Member;

struct TrlUnion
{
  guint       n;
  Member     *members;
  GPtrArray  *keys;    /* char *, by partner */
  GHashTable *by_key;  /* key → partner + 1; the keys are those of @keys */
  GHashTable *by_sign; /* sign → partner + 1 */
};

/* The signs of a node, from the surest on; NULL where it has none. */
typedef char *(*SignFunc) (const Member *member, guint row);

static char *
sign_of_kind (const Member *member, guint row)
{
  const TrlTable *nodes = trl_network_get_nodes (member->network);
  const char     *type = trl_table_get_text (nodes, row, TRL_NODE_TYPE);

  if (row == trl_network_get_hub (member->network))
    return member->by_type || trl_table_get_flag (nodes, row, TRL_NODE_IMPLIED)
             ? g_strdup (HUB)
             : NULL;
  return member->by_type && type ? g_strconcat ("type:", type, NULL) : NULL;
}

static char *
sign_of_id (const Member *member, guint row)
{
  const TrlTable *nodes = trl_network_get_nodes (member->network);

  return g_strconcat ("id:", trl_table_get_id (nodes, row), NULL);
}

static char *
sign_of_source (const Member *member, guint row)
{
  const TrlTable *nodes = trl_network_get_nodes (member->network);
  const char     *key = trl_table_get_text (nodes, row, TRL_NODE_KEY);

  return key ? g_strconcat ("key:", key, NULL) : NULL;
}

static char *
sign_of_name (const Member *member, guint row)
{
  const TrlTable  *nodes = trl_network_get_nodes (member->network);
  const char      *name = trl_table_get_text (nodes, row, TRL_NODE_NAME);
  const char      *type = trl_table_get_text (nodes, row, TRL_NODE_TYPE);
  g_autofree char *whole = NULL;
  g_autofree char *folded = NULL;

  if (!name || !*name)
    return NULL;
  whole = g_utf8_normalize (name, -1, G_NORMALIZE_ALL_COMPOSE);
  folded = g_utf8_casefold (whole ? whole : name, -1);
  return g_strconcat ("name:", folded, "\n", type ? type : "", NULL);
}

static const SignFunc signs[] = { sign_of_kind, sign_of_id, sign_of_source,
                                  sign_of_name };

static void
give (Member *member, guint row, guint partner)
{
  guint none = TRL_NO_ROW;

  while (member->row->len <= partner)
    g_array_append_val (member->row, none);
  g_array_index (member->row, guint, partner) = row;
  member->partner[row] = partner;
}

/* Matches what one sign can match with partners of the networks before. */
static void
match (TrlUnion *self, Member *member, SignFunc sign)
{
  guint        n;
  const guint *rows = trl_table_get_rows (trl_network_get_nodes (member->network), &n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = NULL;
      guint            found;

      if (member->partner[rows[i]] != TRL_NO_ROW)
        continue;
      text = sign (member, rows[i]);
      found = text ? GPOINTER_TO_UINT (g_hash_table_lookup (self->by_sign, text)) : 0;
      if (found > 0 && (found - 1 >= member->row->len ||
                        g_array_index (member->row, guint, found - 1) == TRL_NO_ROW))
        give (member, rows[i], found - 1);
    }
}

static void
add_partner (TrlUnion *self, Member *member, guint row)
{
  char *key = sign_of_kind (member, row);

  if (!key)
    key = sign_of_id (member, row);
  for (guint i = 2; g_hash_table_contains (self->by_key, key); i++)
    {
      g_autofree char *taken = key;

      key = g_strdup_printf ("%s/%u", taken, i);
    }
  give (member, row, self->keys->len);
  g_ptr_array_add (self->keys, key);
  g_hash_table_insert (self->by_key, key, GUINT_TO_POINTER (self->keys->len));
}

/* All signs of a node lead to its partner from now on, unless they led elsewhere before.
 */
static void
learn (TrlUnion *self, const Member *member, guint row)
{
  for (guint s = 0; s < G_N_ELEMENTS (signs); s++)
    {
      char *text = signs[s](member, row);

      if (text && !g_hash_table_contains (self->by_sign, text))
        g_hash_table_insert (self->by_sign, text,
                             GUINT_TO_POINTER (member->partner[row] + 1));
      else
        g_free (text);
    }
}

static void
add_member (TrlUnion *self, Member *member, TrlNetwork *network)
{
  const TrlTable *nodes = trl_network_get_nodes (network);
  guint           n;
  const guint    *rows = trl_table_get_rows (nodes, &n);

  member->n_rows = trl_table_get_capacity (nodes);
  member->network = trl_network_ref (network);
  member->by_type = trl_network_is_grained_by_type (network);
  member->row = g_array_new (FALSE, FALSE, sizeof (guint));
  member->partner = g_new (guint, member->n_rows + 1);
  memset (member->partner, 0xff, (member->n_rows + 1) * sizeof (guint));
  for (guint s = 0; s < G_N_ELEMENTS (signs); s++)
    match (self, member, signs[s]);
  for (guint i = 0; i < n; i++)
    {
      if (member->partner[rows[i]] == TRL_NO_ROW)
        add_partner (self, member, rows[i]);
      learn (self, member, rows[i]);
    }
}

TrlUnion *
trl_union_new (TrlNetwork *const *networks, guint n)
{
  TrlUnion *self = g_new0 (TrlUnion, 1);

  self->n = n;
  self->members = g_new0 (Member, n + 1);
  self->keys = g_ptr_array_new_with_free_func (g_free);
  self->by_key = g_hash_table_new (g_str_hash, g_str_equal);
  self->by_sign = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint k = 0; k < n; k++)
    add_member (self, &self->members[k], networks[k]);
  return self;
}

void
trl_union_free (TrlUnion *self)
{
  if (!self)
    return;
  for (guint k = 0; k < self->n; k++)
    {
      trl_network_unref (self->members[k].network);
      g_array_unref (self->members[k].row);
      g_free (self->members[k].partner);
    }
  g_free (self->members);
  g_hash_table_unref (self->by_key);
  g_hash_table_unref (self->by_sign);
  g_ptr_array_unref (self->keys);
  g_free (self);
}

guint
trl_union_get_n (const TrlUnion *self)
{
  return self->keys->len;
}

guint
trl_union_find (const TrlUnion *self, guint network, guint row)
{
  g_return_val_if_fail (network < self->n, TRL_NO_ROW);
  if (row >= self->members[network].n_rows)
    return TRL_NO_ROW;
  return self->members[network].partner[row];
}

guint
trl_union_get_row (const TrlUnion *self, guint network, guint partner)
{
  g_return_val_if_fail (network < self->n, TRL_NO_ROW);
  if (partner >= self->members[network].row->len)
    return TRL_NO_ROW;
  return g_array_index (self->members[network].row, guint, partner);
}

const char *
trl_union_get_key (const TrlUnion *self, guint partner)
{
  g_return_val_if_fail (partner < self->keys->len, NULL);
  return g_ptr_array_index (self->keys, partner);
}

guint
trl_union_find_key (const TrlUnion *self, const char *key)
{
  guint found = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_key, key));

  return found > 0 ? found - 1 : TRL_NO_ROW;
}
