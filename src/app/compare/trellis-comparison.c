/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Networks are always copied, also where no thread is needed: what is on show never
 * changes under the panels, and is replaced as a whole.
 */

#include "config.h"

#include "compare/trellis-comparison.h"

#include "model/trl-rollup.h"

#include <glib/gi18n.h>

#define MUCH 1500      /* partners and partnerships, that take some 50 ms */
#define NAME_SIZE 9.0  /* points: names are read in one picture or two */
#define TEXT_SIZE 13.0 /* points: letters are read in pictures that are made small */

struct TrellisComparison
{
  GPtrArray      *networks;
  gboolean        is_change;
  gboolean        joined;
  gboolean        named;
  TrlChanges     *changes;
  TrlChangeMarks *marks;
  char           *layout;
  TrlPanelsOrder  order;
  TrlPanelsLook   look;
  TrlLevelSet    *hidden_levels; /* these and the strings of the look, owned */
  GHashTable     *hidden_types;
  char           *type;
  char           *key;
  TrlPanels      *panels;
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
trellis_comparison_new_change (const TrlNetwork *from,
                               const TrlNetwork *to,
                               const char       *layout)
{
  g_autoptr (GPtrArray) networks = g_ptr_array_new ();
  TrellisComparison *self;

  g_ptr_array_add (networks, (TrlNetwork *) from);
  g_ptr_array_add (networks, (TrlNetwork *) to);
  self = trellis_comparison_new (networks, layout, TRL_PANELS_BY_DOCUMENT);
  self->is_change = TRUE;
  self->joined = TRUE;
  self->named = TRUE;
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
  g_clear_pointer (&self->changes, trl_changes_free);
  g_clear_pointer (&self->marks, trl_change_marks_free);
  g_ptr_array_unref (self->networks);
  g_clear_pointer (&self->hidden_levels, trl_level_set_free);
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
trellis_comparison_set_joined (TrellisComparison *self, gboolean joined)
{
  g_return_if_fail (self->is_change);
  self->joined = joined;
}

void
trellis_comparison_set_named (TrellisComparison *self, gboolean named)
{
  g_return_if_fail (self->is_change);
  self->named = named;
}

const TrlChanges *
trellis_comparison_get_changes (const TrellisComparison *self)
{
  return self->changes;
}

/* Marks are of the joined network, whose ids may mean others in the first. */
static void
look_at_change (TrellisComparison *self)
{
  static const gboolean apart[] = { TRUE, TRUE, FALSE };
  static const gboolean joined[] = { FALSE, FALSE, TRUE };

  self->look.shown = self->joined ? joined : apart;
  self->look.scene.marks = self->joined ? self->marks : NULL;
  if (self->named)
    {
      self->look.names = TRL_PANEL_NAMES_ALL;
      self->look.scene.text_size = NAME_SIZE;
    }
}

void
trellis_comparison_set_look (TrellisComparison *self,
                             TrlTheme           theme,
                             TrellisFilter     *filter,
                             const char        *type,
                             const char        *key)
{
  g_clear_pointer (&self->hidden_levels, trl_level_set_free);
  g_clear_pointer (&self->hidden_types, g_hash_table_unref);
  self->hidden_levels = trl_level_set_copy (trellis_filter_get_hidden_levels (filter));
  self->hidden_types = copy_set (trellis_filter_get_hidden_types (filter));
  g_free (self->type);
  self->type = g_strdup (type);
  g_free (self->key);
  self->key = g_strdup (key);
  trl_panels_look_init (&self->look);
  self->look.names = TRL_PANEL_NAMES_LETTERS;
  self->look.scene.text_size = TEXT_SIZE;
  self->look.scene.theme = theme;
  self->look.scene.hidden_levels = self->hidden_levels;
  self->look.scene.hidden_types = self->hidden_types;
  self->look.spotlight_type = self->type;
  self->look.spotlight = self->key;
  if (self->is_change)
    look_at_change (self);
  if (self->panels)
    trl_panels_draw (self->panels, &self->look);
}

gboolean
trellis_comparison_is_large (const TrellisComparison *self)
{
  guint n = self->is_change ? 2 : self->networks->len; /* the joined one is of both */
  guint weight = 0;

  for (guint i = 0; i < n; i++)
    weight += trl_table_get_size (trl_network_get_nodes (self->networks->pdata[i])) +
              trl_table_get_size (trl_network_get_edges (self->networks->pdata[i]));
  return weight > MUCH;
}

static void
find_changes (TrellisComparison *self)
{
  GPtrArray *networks =
    g_ptr_array_new_with_free_func ((GDestroyNotify) trl_network_unref);

  self->changes = trl_changes_new (self->networks->pdata[0], self->networks->pdata[1]);
  for (guint i = 0; i < 2; i++)
    g_ptr_array_add (networks,
                     trl_network_ref (trl_changes_get_network (self->changes, i)));
  g_ptr_array_add (networks, trl_change_join (self->changes, &self->marks));
  g_ptr_array_unref (self->networks);
  self->networks = networks;
  look_at_change (self);
}

gboolean
trellis_comparison_build (TrellisComparison *self,
                          GCancellable      *cancellable,
                          GError           **error)
{
  TrlPanelsRequest request = { .layout = self->layout, .order = self->order };

  g_return_val_if_fail (!self->panels && self->networks->len > 0, FALSE);
  if (self->is_change)
    find_changes (self);
  request.networks = (TrlNetwork *const *) self->networks->pdata;
  request.n = self->networks->len;
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

/* What became of it, where the two networks of a change are drawn as one. */
static char *
with_change (const TrellisComparison *self, TrlKind of, const char *id, char *text)
{
  TrlTieChange change =
    self->look.scene.marks ? trl_change_marks_get (self->marks, of, id) : TRL_TIE_SAME;
  char *longer;

  if (change == TRL_TIE_SAME)
    return text;
  longer = g_strdup_printf ("%s\n%s", text, trl_tie_change_get_label (change));
  g_free (text);
  return longer;
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

static char *
describe_node (const TrlNetwork *network, guint row)
{
  const char *level = level_of (network, row);

  return level ? g_strdup_printf ("%s\n%s", name_of (network, row), level)
               : g_strdup (name_of (network, row));
}

char *
trellis_comparison_describe (const TrellisComparison *self, guint panel, TrlOwner owner)
{
  const TrlNetwork *network = trl_panels_get_panel (self->panels, panel)->network;

  if (owner.kind == TRL_OWNER_EDGE)
    return with_change (self, TRL_KIND_EDGE,
                        trl_table_get_id (trl_network_get_edges (network), owner.row),
                        describe_edge (network, owner.row));
  if (owner.kind == TRL_OWNER_NODE)
    return with_change (self, TRL_KIND_NODE,
                        trl_table_get_id (trl_network_get_nodes (network), owner.row),
                        describe_node (network, owner.row));
  return NULL;
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

const char *
trellis_comparison_find_key (const TrellisComparison *self,
                             const char              *network,
                             const char              *node)
{
  for (guint i = 0; i < trl_panels_get_n (self->panels); i++)
    {
      const TrlPanel *panel = trl_panels_get_panel (self->panels, i);
      guint           row = trl_table_find (trl_network_get_nodes (panel->network), node);

      if (g_strcmp0 (trl_network_get_id (panel->source), network) == 0 &&
          row != TRL_NO_ROW && !trl_network_is_grained_by_type (panel->network))
        return trl_panels_get_key (self->panels, i, row);
    }
  return NULL;
}

const char *
trellis_comparison_find_type (const TrlNetwork *network, GPtrArray *ids)
{
  const TrlTable *nodes = trl_network_get_nodes (network);
  const char     *type = NULL;

  for (guint i = 0; i < ids->len; i++)
    {
      guint       row = trl_table_find (nodes, ids->pdata[i]);
      const char *own =
        row == TRL_NO_ROW ? NULL : trl_table_get_text (nodes, row, TRL_NODE_TYPE);

      if (!own || (type && !g_str_equal (own, type)))
        return NULL;
      type = own;
    }
  return type;
}
