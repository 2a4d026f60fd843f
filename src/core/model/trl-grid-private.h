/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/trl-grid.h"

G_BEGIN_DECLS

/**
 * TrlTies:
 * @revision: of the network for which it holds
 * @heads: by node row, an end and one more
 * @next: by end, the next one at the same node, and one more; 0 is the last
 * @previous: likewise, the one before
 *
 * The ends of edges at each node, kept up while a grid is edited.  An end is twice the
 * row of its edge, and one more at the second of its nodes.
 */
typedef struct
{
  guint64 revision;
  GArray *heads;
  GArray *next;
  GArray *previous;
} TrlTies;

/**
 * trl_ties_update:
 * trl_ties_add:
 * trl_ties_remove:
 * trl_ties_clear:
 *
 * An update costs O(nodes + edges) after edges came or went that nobody told of, else
 * O(changes); all else costs O(1).  An edge is told of after it was added and before it
 * is removed.
 */
void trl_ties_update (TrlTies *ties, const TrlNetwork *network);
void trl_ties_add (TrlTies *ties, const TrlNetwork *network, guint edge);
void trl_ties_remove (TrlTies *ties, const TrlNetwork *network, guint edge);
void trl_ties_clear (TrlTies *ties);

/**
 * trl_ties_first:
 * trl_ties_next:
 * trl_ties_get_other:
 *
 * The ends at a node, or %TRL_NO_ROW after the last; and the node at the other end.  A
 * loop is met twice.
 */
guint trl_ties_first (const TrlTies *ties, guint node);
guint trl_ties_next (const TrlTies *ties, guint end);
guint trl_ties_get_other (const TrlNetwork *network, guint end);

typedef struct
{
  const TrlTies    *ties;
  const TrlNetwork *network;
  guint             other;
  guint             end;
} TrlTieWalk;

/**
 * trl_tie_walk_begin:
 * trl_tie_walk_next:
 * @b: another node than @a
 *
 * The edges between two nodes.  Cost: O(ends at the one that has fewer) for all.
 *
 * Returns: an edge row, or %TRL_NO_ROW after the last
 */
guint trl_tie_walk_begin (
  TrlTieWalk *walk, const TrlTies *ties, const TrlNetwork *network, guint a, guint b);
guint trl_tie_walk_next (TrlTieWalk *walk);

/**
 * TrlGridSite:
 * @hub: its row, or %TRL_NO_ROW
 * @scale: (nullable): of levels by type
 * @rows: (element-type guint): node rows that are rows of the grid; of partners only
 * @first: one more than the columns: where the members of each begin
 * @members: node rows
 * @sums: by column, partners that the members stand for; one whose number is not said is
 *   one
 * @ids: (nullable): of @members, where columns are partners
 * @columns: by node row, its column, or -1
 *
 * A network that is a row, or whose partners are the rows.
 */
typedef struct
{
  TrlNetwork     *network;
  guint64         revision; /* of the network, for which all this holds */
  TrlVocabulary  *words;    /* that @scale is of */
  guint           hub;
  const TrlScale *scale;
  GArray         *rows;
  guint          *first;
  guint          *members;
  double         *sums;
  GPtrArray      *ids;
  int            *columns;
  TrlTies         ties;
} TrlGridSite;

typedef struct
{
  char *id;
  char *network;
  char *name;
  char *family;
  char *key;  /* of a partner */
  char *type; /* of a partner, or the type itself */
} TrlGridItem;

/**
 * TrlGridItems:
 * @items: (element-type TrlGridItem): in the order of the document; where one is changes
 *   when others are added
 * @order: by place, the index in @items
 * @place: by index in @items, the place
 * @index: id → index and one more
 */
typedef struct
{
  GArray     *items;
  GArray     *order;
  GArray     *place;
  GHashTable *index;
} TrlGridItems;

struct TrlGrid
{
  TrlGridRows    rows;
  TrlGridColumns columns;
  TrlDocument   *document;
  TrlVocabulary *words;
  GPtrArray     *sites; /* TrlGridSite */
  TrlGridItems   axes[2];
  GStringChunk  *texts; /* of all items */
};

/**
 * trl_grid_add_item:
 *
 * Returns: the index of the new row or column
 */
guint trl_grid_add_item (TrlGrid *grid, TrlGridAxis axis, const TrlGridItem *item);

/**
 * trl_grid_add_node:
 *
 * Adds a row or column for a node of a network.
 */
guint trl_grid_add_node (TrlGrid          *grid,
                         TrlGridAxis       axis,
                         const TrlNetwork *network,
                         guint             node);

const TrlGridItem *
trl_grid_get_item (const TrlGrid *grid, TrlGridAxis axis, guint place, guint *index);

/**
 * trl_grid_get_site:
 *
 * Returns: (nullable) (transfer none): the site of a row
 */
TrlGridSite *trl_grid_get_site (const TrlGrid *grid, guint row);

int trl_grid_find_index (const TrlGrid *grid, TrlGridAxis axis, const char *id);

/**
 * trl_grid_clear_members:
 * trl_grid_set_network:
 * trl_grid_gather_members:
 * trl_grid_update_site:
 * @columns: (nullable) (element-type int): of each node in their order, or -1
 *
 * Fills a site, and again when its network has changed since.
 */
void trl_grid_clear_members (TrlGridSite *site);
void trl_grid_set_network (TrlGridSite *site, TrlNetwork *network);
void
trl_grid_gather_members (const TrlGrid *grid, TrlGridSite *site, const GArray *columns);
void trl_grid_update_site (const TrlGrid *grid, TrlGridSite *site);

/**
 * trl_grid_match_partners:
 *
 * Adds a column a partner of any site.  Partners are the same by their key, else by their
 * id, else by name and type, unless both have keys.
 *
 * Returns: (transfer full) (element-type GArray): a site each, the column of each of its
 *   nodes in their order
 */
GPtrArray *trl_grid_match_partners (TrlGrid *grid);

/* What the level of a tie says about a cell; @rank comes first. */
TrlCellState trl_cell_state_of (int rank, const char *presence);

G_END_DECLS
