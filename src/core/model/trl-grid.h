/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/trl-document.h"

G_BEGIN_DECLS

#define TRL_GRID_ERROR (trl_grid_error_quark ())
GQuark trl_grid_error_quark (void);

typedef enum
{
  TRL_GRID_ERROR_MANY,    /* the cell stands for several partners: edit those */
  TRL_GRID_ERROR_NO_HUB,  /* partners are tied to each other, and nobody convenes */
  TRL_GRID_ERROR_OUTSIDE, /* a partner with itself, or a row or column that has gone */
  TRL_GRID_ERROR_VALUE    /* a level of no scale, a number that is none */
} TrlGridError;

typedef enum
{
  TRL_GRID_ROWS_SITES,   /* a row a network */
  TRL_GRID_ROWS_PARTNERS /* a row a partner of one network, its hub among them */
} TrlGridRows;

typedef enum
{
  TRL_GRID_COLUMNS_TYPES,   /* a column a partner type of the vocabulary */
  TRL_GRID_COLUMNS_PARTNERS /* a column a partner: of the network, or of any site */
} TrlGridColumns;

typedef enum
{
  TRL_GRID_ROW,
  TRL_GRID_COLUMN
} TrlGridAxis;

/**
 * TrlGrid:
 *
 * Depth as a table: who is rated down the side, whom with across.  Derived from a
 * document and never stored; when the document changes, a new one is made.  Cells are
 * worked out when they are asked for.
 */
typedef struct TrlGrid TrlGrid;

/**
 * trl_grid_new:
 * trl_grid_free:
 * @network: (nullable): id of the network whose partners are rows; not used for sites
 *
 * Cost: O(nodes + edges) of the networks that are rows.
 *
 * Returns: (transfer full): in the order of the document
 */
TrlGrid *trl_grid_new (TrlDocument   *document,
                       TrlGridRows    rows,
                       TrlGridColumns columns,
                       const char    *network);
void     trl_grid_free (TrlGrid *grid);

/**
 * TrlGridHeader:
 * @id: of a network, a node or a partner type; "" is the column of partners without one
 * @network: id of the network that a row is, or lies in; %NULL for columns
 * @name: what people read
 * @family: (nullable): of a type, or of a partner's type
 *
 * A row or a column.  The texts are borrowed from the grid.
 */
typedef struct
{
  const char *id;
  const char *network;
  const char *name;
  const char *family;
} TrlGridHeader;

/**
 * trl_grid_get_size:
 * trl_grid_get_header:
 * trl_grid_get_rows:
 * trl_grid_get_columns:
 *
 * How many rows or columns there are, what one of them is, and what they are made of.
 */
guint          trl_grid_get_size (const TrlGrid *grid, TrlGridAxis axis);
void           trl_grid_get_header (const TrlGrid *grid,
                                    TrlGridAxis    axis,
                                    guint          index,
                                    TrlGridHeader *header);
TrlGridRows    trl_grid_get_rows (const TrlGrid *grid);
TrlGridColumns trl_grid_get_columns (const TrlGrid *grid);

/**
 * trl_grid_find:
 *
 * Returns: the index of the row or column with an id, or -1
 */
int trl_grid_find (const TrlGrid *grid, TrlGridAxis axis, const char *id);

/**
 * trl_grid_reorder:
 * @order: a permutation: the present index of what comes first, second, …
 */
void trl_grid_reorder (TrlGrid *grid, TrlGridAxis axis, const guint *order);

typedef enum
{
  TRL_CELL_EMPTY,        /* nothing is known */
  TRL_CELL_ABSENT,       /* known not to be there */
  TRL_CELL_NOT_REPORTED, /* there, at a level that nobody gave */
  TRL_CELL_NONE,         /* no interaction */
  TRL_CELL_LEVEL,        /* a rank above 0 */
  TRL_CELL_OUTSIDE,      /* no cell: a partner with itself */
  TRL_N_CELL_STATES
} TrlCellState;

/**
 * TrlCell:
 * @scale: (nullable): that @rank and the other ranks are of
 * @rank: the level shown; -1 without one
 * @count: partners that the cell stands for; NAN: not known
 * @n_nodes: partners of the column's type, named or counted by one node
 * @n_edges: partnerships behind the cell, planned ones among them
 * @node: row of the one partner; %TRL_NO_ROW: none or several
 * @edge: row of the one partnership; %TRL_NO_ROW: none or several
 * @intended: rank that is meant; -1: nobody said; of several, the deepest
 * @answers: the ranks that the two ends gave, where both did, of the row's own end first;
 *   else -1, -1
 * @planned: all its partnerships are planned
 * @missing: (nullable): why there is no level
 *
 * Texts are borrowed from the document and good until it changes.
 */
typedef struct
{
  TrlCellState    state;
  const TrlScale *scale;
  int             rank;
  double          count;
  guint           n_nodes;
  guint           n_edges;
  guint           node;
  guint           edge;
  int             intended;
  int             answers[2];
  gboolean        planned;
  const char     *missing;
  const char     *note;
  const char     *source;
} TrlCell;

/**
 * trl_grid_get_cell:
 *
 * A cell of several partnerships has the level that trl_network_roll_up() would give.
 * Among partners, a tie with a direction stands in the row of whom it comes from.  What
 * the document holds now is read, also after edits; rows and columns stay as they were.
 * Cost: O(partners behind the cell) and their partnerships, at most.
 */
void trl_grid_get_cell (const TrlGrid *grid, guint row, guint column, TrlCell *cell);

/**
 * trl_grid_list_tied:
 * @row: a partner
 * @columns: (element-type guint): set to those in which the partner has partnerships, in
 *   their order; all other cells of the row have none
 *
 * Cost: O(k log k) for k partnerships of the row.
 */
void trl_grid_list_tied (const TrlGrid *grid, guint row, GArray *columns);

/**
 * trl_grid_find_column_of:
 * @node: a row in the nodes of trl_grid_get_network()
 *
 * Returns: the column that the node stands behind, or -1
 */
int trl_grid_find_column_of (const TrlGrid *grid, guint row, guint node);

/**
 * trl_grid_get_network:
 *
 * Returns: (transfer none): the network that a row is, or lies in
 */
TrlNetwork *trl_grid_get_network (const TrlGrid *grid, guint row);

/**
 * trl_grid_get_members:
 *
 * Returns: (transfer full) (element-type guint): rows of the nodes behind a cell, in the
 *   nodes of trl_grid_get_network()
 */
GArray *trl_grid_get_members (const TrlGrid *grid, guint row, guint column);

/**
 * TrlMeant:
 *
 * How the level of a cell stands to the one that is intended.  Neither is better.
 */
typedef enum
{
  TRL_MEANT_UNSAID, /* one of the two is not known */
  TRL_MEANT_BELOW,
  TRL_MEANT_AT,
  TRL_MEANT_ABOVE
} TrlMeant;

/**
 * trl_cell_get_meant:
 *
 * Returns: how the level of the cell stands to the intended one
 */
TrlMeant trl_cell_get_meant (const TrlCell *cell);

typedef enum
{
  TRL_CELL_SET_LEVEL = 1 << 0, /* @state, and @rank on @scale for a level */
  TRL_CELL_SET_COUNT = 1 << 1,
  TRL_CELL_SET_NOTE = 1 << 2,
  TRL_CELL_SET_SOURCE = 1 << 3,
  TRL_CELL_SET_INTENDED = 1 << 4
} TrlCellMask;

/**
 * TrlCellEdit:
 * @mask: flags of #TrlCellMask: what is set; the rest stays
 * @state: %TRL_CELL_EMPTY takes the partnership away, unless a level is intended for it
 *   and stays so, and the partner with it where it
 *   stood for nothing else (no count, note, source, field, name of its own)
 * @scale: (nullable): of the ranks; %NULL: the cell's, or the first of the vocabulary
 * @intended: -1 takes it away
 */
typedef struct
{
  guint           mask;
  TrlCellState    state;
  const TrlScale *scale;
  int             rank;
  double          count;
  const char     *note;
  const char     *source;
  int             intended;
} TrlCellEdit;

/**
 * trl_cell_edit_intend:
 *
 * Turns what an edit says of the level into what is meant.  No level means that nobody
 * said; a number of partners is left out, because nobody counts what is only meant.
 */
void trl_cell_edit_intend (TrlCellEdit *edit);

/**
 * trl_grid_edit_cell:
 * @grid: its rows and columns are found again by their ids, so one grid may serve for all
 *   edits of a step
 *
 * Changes one cell, inside a step of the document.  What is missing is made: the partner
 * of a type (called as the type), its tie, an implied hub where a network has nobody yet.
 * A cell that is so already is left alone, and no edit is made.  A level takes the place
 * of both answers; a note or an intended level alone says nothing about presence.  Among
 * partners, counts are left alone.
 * Cost: O(1) for a cell that is there.
 *
 * Errors: TRL_GRID_ERROR; nothing has changed then.
 */
gboolean trl_grid_edit_cell (TrlDocument       *document,
                             const TrlGrid     *grid,
                             guint              row,
                             guint              column,
                             const TrlCellEdit *edit,
                             GError           **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrlGrid, trl_grid_free)

G_END_DECLS
