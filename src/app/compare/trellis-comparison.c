/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Networks are always copied, also where no thread is needed: what is on show never
 * changes under the panels, and is replaced as a whole.
 */

#include "config.h"

#include "compare/trellis-comparison.h"

#include "model/trl-rollup.h"

#include <glib/gi18n.h>

#define TEXT_SIZE 13.0 /* points: letters are read in pictures that are made small */

struct TrellisComparison
{
  GPtrArray     *networks;
  char          *layout;
  TrlPanelsOrder order;
  TrlPanelsLook  look;
  GHashTable    *hidden_types; /* the strings of the look, owned */
  char          *type;
  char          *key;
  TrlPanels     *panels;
};

TrellisComparison *
trellis_comparison_new (GPtrArray *networks, const char *layout, TrlPanelsOrder order)
{
  TrellisComparison *self = g_atomic_rc_box_new0 (TrellisComparison);

  self->networks = g_ptr_array_new_with_free_func ((GDestroyNotify) trl_network_unref);
  for (guint i = 0; i < networks->len; i++)
    g_ptr_array_add (self->networks, trl_network_copy (networks->pdata[i]));
  self->layout = g_strdup (layout);
  self->order = order;
  trl_panels_look_init (&self->look);
  return self;
}

TrellisComparison *
trellis_comparison_ref (TrellisComparison *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  TrellisComparison *self = data;

  g_clear_pointer (&self->panels, trl_panels_free);
  g_ptr_array_unref (self->networks);
  g_clear_pointer (&self->hidden_types, g_hash_table_unref);
  g_free (self->layout);
  g_free (self->type);
  g_free (self->key);
}

void
trellis_comparison_unref (TrellisComparison *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

static GHashTable *
copy_set (GHashTable *set)
{
  GHashTable    *copy = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer       key;

  if (!set)
    return copy;
  g_hash_table_iter_init (&iter, set);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_hash_table_add (copy, g_strdup (key));
  return copy;
}

void
trellis_comparison_set_look (TrellisComparison *self,
                             TrlTheme           theme,
                             TrellisFilter     *filter,
                             const char        *type,
                             const char        *key)
{
  g_clear_pointer (&self->hidden_types, g_hash_table_unref);
  self->hidden_types = copy_set (trellis_filter_get_hidden_types (filter));
  g_free (self->type);
  self->type = g_strdup (type);
  g_free (self->key);
  self->key = g_strdup (key);
  trl_panels_look_init (&self->look);
  self->look.names = TRL_PANEL_NAMES_LETTERS;
  self->look.scene.text_size = TEXT_SIZE;
  self->look.scene.theme = theme;
  self->look.scene.hidden_levels = trellis_filter_get_hidden_levels (filter);
  self->look.scene.hidden_types = self->hidden_types;
  self->look.spotlight_type = self->type;
  self->look.spotlight = self->key;
  if (self->panels)
    trl_panels_draw (self->panels, &self->look);
}

guint
trellis_comparison_get_weight (const TrellisComparison *self)
{
  guint weight = 0;

  for (guint i = 0; i < self->networks->len; i++)
    weight += trl_table_get_size (trl_network_get_nodes (self->networks->pdata[i])) +
              trl_table_get_size (trl_network_get_edges (self->networks->pdata[i]));
  return weight;
}

gboolean
trellis_comparison_build (TrellisComparison *self,
                          GCancellable      *cancellable,
                          GError           **error)
{
  TrlPanelsRequest request = { .networks = (TrlNetwork *const *) self->networks->pdata,
                               .n = self->networks->len,
                               .layout = self->layout,
                               .order = self->order };

  g_return_val_if_fail (!self->panels && request.n > 0, FALSE);
  self->panels = trl_panels_new (&request, &self->look, cancellable, error);
  return self->panels != NULL;
}

const TrlPanels *
trellis_comparison_get_panels (const TrellisComparison *self)
{
  return self->panels;
}

static const char *
name_of_type (const TrlNetwork *network, const char *id)
{
  const TrlPartnerType *type =
    id ? trl_vocabulary_find_type (trl_network_get_vocabulary (network), id) : NULL;

  return type ? type->name : NULL;
}

static const char *
name_of (const TrlNetwork *network, guint row)
{
  const TrlTable *nodes = trl_network_get_nodes (network);
  const char     *name = trl_table_get_text (nodes, row, TRL_NODE_NAME);

  if (!name || !*name)
    name = name_of_type (network, trl_table_get_text (nodes, row, TRL_NODE_TYPE));
  if (name && *name)
    return name;
  return row == trl_network_get_hub (network) ? _ ("Hub") : _ ("Unnamed partner");
}

static const char *
name_level (const TrlScale *scale, int rank)
{
  return rank < 0 ? _ ("Not reported") : trl_scale_get_level (scale, (guint) rank)->name;
}

/* Of the deepest tie, or that with the hub; nothing where there is none. */
static const char *
level_of (const TrlNetwork *network, guint row)
{
  const TrlScale *scale = NULL;
  int             rank = trl_network_get_node_rank (network, row, &scale);

  if (row == trl_network_get_hub (network) || rank < -1)
    return NULL;
  return name_level (scale, rank);
}

static char *
describe_edge (const TrlNetwork *network, guint row)
{
  const TrlTable  *edges = trl_network_get_edges (network);
  g_autofree char *from =
    trl_text_isolate (name_of (network, trl_table_get_end (edges, row, 0)));
  g_autofree char *to =
    trl_text_isolate (name_of (network, trl_table_get_end (edges, row, 1)));

  return g_strdup_printf ("%s – %s\n%s", from, to,
                          name_level (trl_network_get_edge_scale (network, row),
                                      trl_network_get_edge_rank (network, row)));
}

char *
trellis_comparison_describe (const TrellisComparison *self, guint panel, TrlOwner owner)
{
  const TrlNetwork *network = trl_panels_get_panel (self->panels, panel)->network;
  const char       *level;

  if (owner.kind == TRL_OWNER_EDGE)
    return describe_edge (network, owner.row);
  if (owner.kind != TRL_OWNER_NODE)
    return NULL;
  level = level_of (network, owner.row);
  return level ? g_strdup_printf ("%s\n%s", name_of (network, owner.row), level)
               : g_strdup (name_of (network, owner.row));
}

char *
trellis_comparison_describe_type (const TrellisComparison *self,
                                  guint                    panel,
                                  const char              *type)
{
  const TrlNetwork *network = trl_panels_get_panel (self->panels, panel)->network;
  const char       *name = name_of_type (network, type);
  g_autoptr (GArray) rows = trl_network_get_type_members (network, type);
  const char *level = NULL;

  if (!name)
    return NULL;
  if (rows->len == 0)
    /* Translators: %s is a partner type; nothing was said about it, not even that there
     * is no interaction */
    return g_strdup_printf (_ ("%s: nothing known"), name);
  if (rows->len == 1)
    level = level_of (network, g_array_index (rows, guint, 0));
  if (level)
    return g_strdup_printf ("%s: %s", name, level);
  return g_strdup_printf (ngettext ("%s: %u partner", "%s: %u partners", rows->len), name,
                          rows->len);
}
