/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A copy of the network, which costs little, is the list; a hundred thousand objects with
 * a text each would keep a person waiting at every change.
 */

#include "config.h"

#include "panels/trellis-partner-list.h"

#include <glib/gi18n.h>

struct _TrellisPartnerList
{
  GObject      parent;
  TrlNetwork  *network;
  const guint *rows; /* of network */
  guint        n;
  char        *none;
};

static GType
get_item_type (GListModel *model)
{
  return GTK_TYPE_STRING_OBJECT;
}

static guint
get_n_items (GListModel *model)
{
  return TRELLIS_PARTNER_LIST (model)->n + 1;
}

static const char *
get_name (const TrlNetwork *network, guint row)
{
  const char *name =
    trl_table_get_text (trl_network_get_nodes (network), row, TRL_NODE_NAME);

  return name ? name : _ ("Unnamed");
}

static gpointer
get_item (GListModel *model, guint position)
{
  TrellisPartnerList *self = TRELLIS_PARTNER_LIST (model);

  if (position > self->n)
    return NULL;
  return gtk_string_object_new (
    position == 0 ? self->none : get_name (self->network, self->rows[position - 1]));
}

static void
list_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TrellisPartnerList,
                               trellis_partner_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_init))

static void
trellis_partner_list_finalize (GObject *object)
{
  TrellisPartnerList *self = TRELLIS_PARTNER_LIST (object);

  trl_network_unref (self->network);
  g_free (self->none);
  G_OBJECT_CLASS (trellis_partner_list_parent_class)->finalize (object);
}

static void
trellis_partner_list_class_init (TrellisPartnerListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = trellis_partner_list_finalize;
}

static void
trellis_partner_list_init (TrellisPartnerList *self)
{
}

TrellisPartnerList *
trellis_partner_list_new (const TrlNetwork *network, const char *none)
{
  TrellisPartnerList *self = g_object_new (TRELLIS_TYPE_PARTNER_LIST, NULL);

  self->network = trl_network_copy (network);
  self->rows = trl_table_get_rows (trl_network_get_nodes (self->network), &self->n);
  self->none = g_strdup (none);
  return self;
}

gboolean
trellis_partner_list_is_like (TrellisPartnerList *self, const TrlNetwork *network)
{
  const TrlTable *nodes = trl_network_get_nodes (network);
  const TrlTable *own = trl_network_get_nodes (self->network);
  guint           n;
  const guint    *rows = trl_table_get_rows (nodes, &n);

  if (n != self->n)
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (!g_str_equal (trl_table_get_id (nodes, rows[i]),
                      trl_table_get_id (own, self->rows[i])) ||
        !g_str_equal (get_name (network, rows[i]),
                      get_name (self->network, self->rows[i])))
      return FALSE;
  return TRUE;
}

guint
trellis_partner_list_find (TrellisPartnerList *self, const char *id)
{
  guint row = trl_table_find (trl_network_get_nodes (self->network), id);

  for (guint i = 0; row != TRL_NO_ROW && i < self->n; i++)
    if (self->rows[i] == row)
      return i + 1;
  return 0;
}

const char *
trellis_partner_list_get_id (TrellisPartnerList *self, guint position)
{
  if (position == 0 || position > self->n)
    return NULL;
  return trl_table_get_id (trl_network_get_nodes (self->network),
                           self->rows[position - 1]);
}
