/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/trl-grid.h"

G_BEGIN_DECLS

/**
 * TrlPairs:
 * @revision: of the network for which it holds
 * @heads: two node rows → an edge row and one more
 * @next: by edge row, the next one between the same two, and one more; 0 is the end
 *
 * Which edges lie between two nodes, in O(1), and kept up while a grid is edited.
 */
typedef struct
{
  guint64     revision;
  GHashTable *heads;
  GArray     *next;
} TrlPairs;

void trl_pairs_update (TrlPairs *pairs, const TrlNetwork *network);
void trl_pairs_add (TrlPairs *pairs, const TrlNetwork *network, guint edge);
void trl_pairs_remove (TrlPairs *pairs, const TrlNetwork *network, guint edge);
void trl_pairs_clear (TrlPairs *pairs);

/**
 * trl_pairs_first:
 * trl_pairs_next:
 *
 * Returns: an edge row, or %TRL_NO_ROW after the last
 */
guint trl_pairs_first (const TrlPairs *pairs, guint a, guint b);
guint trl_pairs_next (const TrlPairs *pairs, guint edge);

/**
 * TrlGridSite:
 * @hub: its row, or %TRL_NO_ROW
 * @scale: (nullable): of levels by type
 * @rows: (element-type guint): node rows that are rows of the grid; of partners only
 * @first: one more than the columns: where the members of each begin
 * @members: node rows
 * @ids: of @members
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
  GPtrArray      *ids;
  TrlPairs        pairs;
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
 * @items: (element-type TrlGridItem): in the order of the document
 * @order: by place, the index in @items
 * @place: by index in @items, the place
 * @index: id → index and one more
 */
typedef struct
{
  GPtrArray  *items;
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
 * trl_grid_set_network:
 * trl_grid_gather_members:
 * trl_grid_update_site:
 * @columns: (nullable) (element-type int): of each node in their order, or -1
 *
 * Fills a site, and again when its network has changed since.
 */
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
