/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/trl-level-words.h"
#include "formats/trl-source.h"
#include "formats/trl-ties.h"

G_BEGIN_DECLS

/**
 * TrlDraftNetwork:
 * @record: what is known of the network itself, until the draft is finished
 * @network: its nodes and edges, by row
 * @by_key: folded key → node row + 1
 * @by_name: folded name → node row + 1, where it is not the key too; asked after @by_key,
 * since the name of one may be the key of another
 * @pool: (nullable): the pool that its first rows came from; what is not found by its own
 * keys and names is found by those of the pool
 * @uses: id → how often it was derived, of those that were more than once, since two rows
 * may have one key
 * @rows: what a row is about → where it stood, to notice the same row again
 * @ties: what was told of the tie of two nodes, to find the answer of the other end
 * @hub: a node row, or %TRL_NO_ROW
 * @by_type: whether the nodes are put in the order of partner types at the end
 */
typedef struct TrlDraftNetwork TrlDraftNetwork;

struct TrlDraftNetwork
{
  TrlRecord       *record;
  TrlNetwork      *network;
  GHashTable      *by_key;
  GHashTable      *by_name;
  TrlDraftNetwork *pool;
  GHashTable      *uses;
  GHashTable      *rows;
  TrlTies         *ties;
  guint            hub;
  gboolean         by_type;
};

/**
 * TrlDraft:
 * @document: what the document says of itself
 * @vocabulary: being made
 * @networks: (element-type TrlDraftNetwork)
 * @by_site: folded site and wave → network, borrowed
 * @pool: (nullable): the partners of node tables, for every table of ties
 * @pool_used: whether a network took them
 * @sites: (element-type TrlSource): site tables, borrowed
 * @types: word → id of a type
 * @scales: (element-type TrlScale): those that levels use, in order of use; owned
 * @default_used: whether a level of the vocabulary's own scale was read
 * @n_records: nodes and edges so far
 * @refused: (nullable): why the model refused a node or an edge; the first one ends it
 * all
 *
 * A document while readers fill it.  Nothing of it is a document before
 * trl_draft_finish(), so that nothing half-read escapes.
 */
struct TrlDraft
{
  const TrlReadRequest *request;
  TrlReadReport        *report;
  GCancellable         *cancellable;
  TrlRecord            *document;
  TrlVocabulary        *vocabulary;
  GPtrArray            *networks;
  GHashTable           *by_site;
  TrlDraftNetwork      *pool;
  gboolean              pool_used;
  GPtrArray            *sites;
  GHashTable           *types;
  gboolean              types_chosen;
  GPtrArray            *scales;
  gboolean              default_used;
  guint                 n_records;
  GError               *refused;
};

/**
 * trl_draft_new:
 * trl_draft_free:
 *
 * A draft with the default vocabulary and nothing in it; it borrows all three.
 */
TrlDraft *trl_draft_new (const TrlReadRequest *request,
                         TrlReadReport        *report,
                         GCancellable         *cancellable);
void      trl_draft_free (TrlDraft *draft);

/**
 * trl_draft_finish:
 *
 * Joins site tables, names hubs and makes the document.
 *
 * Cost: O(n log n) for n nodes and edges.
 *
 * Errors: TRL_FORMAT_ERROR_CONTENT when there is no network in it,
 * TRL_FORMAT_ERROR_LIMIT.
 */
TrlDocument *trl_draft_finish (TrlDraft *draft, GError **error);

/**
 * trl_draft_step:
 *
 * To be asked at every row.
 *
 * Errors: G_IO_ERROR_CANCELLED, TRL_FORMAT_ERROR_LIMIT.
 */
gboolean trl_draft_step (TrlDraft *draft, GError **error);

/**
 * trl_draft_get_network:
 * trl_draft_find_network:
 *
 * Get makes the network if need be; find may return %NULL.
 *
 * Returns: (transfer none): the network of a site and a wave (either may be ""), made if
 * need be
 */
TrlDraftNetwork *
trl_draft_get_network (TrlDraft *draft, const char *site, const char *wave);
TrlDraftNetwork *
trl_draft_find_network (TrlDraft *draft, const char *site, const char *wave);

/**
 * trl_draft_add_network:
 * trl_draft_network_new:
 * trl_draft_network_free:
 *
 * Add puts a network into the draft; new makes one that is in no draft.
 *
 * Returns: (transfer none): a new network, with an id of its own though the name be taken
 */
TrlDraftNetwork *trl_draft_add_network (TrlDraft *draft, const char *name);
TrlDraftNetwork *trl_draft_network_new (const char *id);
void             trl_draft_network_free (TrlDraftNetwork *network);

/**
 * trl_draft_node_new:
 * trl_draft_add_node:
 * @key: what the source calls it; the id derives from it
 * @node: (transfer full): filled by the reader; later changes go to its row
 *
 * New makes a record that is in no network yet; add puts it there.  A node that the model
 * refuses ends the reading at the next trl_draft_step().
 *
 * Returns: the row of the node, or %TRL_NO_ROW
 */
TrlRecord       *
trl_draft_node_new (TrlDraftNetwork *network, const char *key, const char *name);
guint trl_draft_add_node (TrlDraft        *draft,
                          TrlDraftNetwork *network,
                          const char      *key,
                          TrlRecord       *node);

/**
 * trl_draft_find_node:
 *
 * Returns: the row of the node with that key, or else that name, or %TRL_NO_ROW
 */
guint trl_draft_find_node (TrlDraftNetwork *network, const char *key);

/**
 * trl_draft_node_name:
 *
 * Returns: (transfer none): the name of a node
 */
const char *trl_draft_node_name (const TrlDraftNetwork *network, guint node);

/**
 * trl_draft_edge_new:
 * trl_draft_add_edge:
 * @from, @to: node rows
 * @edge: (transfer full)
 *
 * As with nodes; the id derives from those of the ends.
 *
 * Returns: the row of the edge, or %TRL_NO_ROW
 */
TrlRecord *trl_draft_edge_new (TrlDraftNetwork *network, guint from, guint to);
guint trl_draft_add_edge (TrlDraft *draft, TrlDraftNetwork *network, TrlRecord *edge);

/**
 * trl_draft_replace_edge:
 * @edge: (transfer full): what the row @row held, altered
 */
void trl_draft_replace_edge (TrlDraft        *draft,
                             TrlDraftNetwork *network,
                             guint            row,
                             TrlRecord       *edge);

/**
 * trl_draft_need_hub:
 *
 * Returns: the row of the hub; an implied one is made first when there is none
 */
guint trl_draft_need_hub (TrlDraft *draft, TrlDraftNetwork *network);

/**
 * trl_draft_name_hub:
 *
 * Says who the hub is: a partner of that name becomes the hub, else the implied one is
 * called so.
 */
void trl_draft_name_hub (TrlDraft *draft, TrlDraftNetwork *network, const char *name);

/**
 * trl_draft_keep_row:
 * trl_draft_blank_row:
 * trl_draft_skip_row:
 * trl_draft_merge_row:
 *
 * What happens to a row: each row of a source is counted by one of these, once.
 */
void trl_draft_keep_row (TrlDraft *draft);
void trl_draft_blank_row (TrlDraft *draft);
void trl_draft_skip_row (TrlDraft        *draft,
                         const TrlSource *source,
                         guint            row,
                         const char      *format,
                         ...) G_GNUC_PRINTF (4, 5);
void trl_draft_merge_row (TrlDraft        *draft,
                          const TrlSource *source,
                          guint            row,
                          const char      *format,
                          ...) G_GNUC_PRINTF (4, 5);

/**
 * trl_draft_first_row:
 * @about: what the row is about
 *
 * Returns: the row of @source that was about the same before, or the row itself
 */
guint trl_draft_first_row (TrlDraftNetwork *network,
                           const TrlSource *source,
                           guint            row,
                           const char      *about);

/**
 * trl_draft_is_same_row:
 *
 * Returns: whether two rows have the same cells
 */
gboolean trl_draft_is_same_row (const TrlSource *source, guint a, guint b);

/* Words: trl-draft-words.c. */

/**
 * trl_draft_use:
 * @meanings: what the reader takes, ended by TRL_N_MEANINGS
 *
 * Makes fields of all other columns, and lists as questions the columns that were taken
 * on their content alone.
 */
void trl_draft_use (TrlDraft *draft, TrlSource *source, const TrlMeaning *meanings);

/**
 * trl_draft_choose_types:
 * trl_draft_collect_words:
 * @words: (element-type utf8): the different words for partner types
 *
 * The first table with types decides: when fewer than half of its words are known types,
 * the vocabulary has the types of the file and no others.
 */
void        trl_draft_choose_types (TrlDraft *draft, GHashTable *words);
GHashTable *trl_draft_collect_words (const TrlSource *source, TrlMeaning meaning);

/**
 * trl_draft_type:
 *
 * Returns: (nullable): the id of the type, which is added and listed when it is new
 */
const char *
trl_draft_type (TrlDraft *draft, const TrlSource *source, guint row, const char *word);

/**
 * trl_draft_set_roles:
 *
 * Reads the roles of a node, divided by `;` or `|`; new ones are added and listed.
 */
void trl_draft_set_roles (TrlDraft        *draft,
                          const TrlSource *source,
                          guint            row,
                          TrlRecord       *node);

/**
 * trl_draft_read_degrees:
 * @column: of latitude or longitude, whether it is used or kept as a field
 *
 * Reads a cell of coordinates, and lists it when it holds none and is not empty.
 *
 * Returns: degrees, as trl_degrees_read()
 */
double trl_draft_read_degrees (TrlDraft        *draft,
                               const TrlSource *source,
                               guint            row,
                               guint            column);

/**
 * trl_draft_keep_fields:
 *
 * Keeps every column that nobody understood as a field of @record.
 */
void trl_draft_keep_fields (TrlDraft        *draft,
                            const TrlSource *source,
                            guint            row,
                            TrlRecord       *record);

/**
 * trl_draft_set_text:
 *
 * Sets a property from the column that has @meaning, unless the cell is empty.
 */
void trl_draft_set_text (
  const TrlSource *source, guint row, TrlMeaning meaning, TrlRecord *record, guint prop);

/* Levels: trl-draft-levels.c. */

/**
 * trl_draft_levels_new:
 * @name: of a scale, should one be needed
 *
 * Returns: (transfer full): how the level columns of a source read; the scale is in the
 * draft.  A level column that holds amounts becomes a field.
 */
TrlLevelWords *
trl_draft_levels_new (TrlDraft *draft, TrlSource *source, const char *name);

/**
 * trl_draft_choose_scale:
 *
 * Lets words that were shown their cells choose, and keeps the scale.
 *
 * Returns: whether they are levels
 */
gboolean trl_draft_choose_scale (TrlDraft *draft, TrlLevelWords *words, const char *name);

/**
 * trl_draft_set_level:
 *
 * Reads a level cell into @prop of an edge.  What is no level is listed, and the level
 * stays not reported.
 */
void trl_draft_set_level (TrlDraft            *draft,
                          const TrlSource     *source,
                          guint                row,
                          guint                column,
                          const TrlLevelWords *words,
                          TrlRecord           *edge,
                          guint                prop);

/**
 * trl_draft_set_tie:
 *
 * Reads every column that is about the tie: levels, kind, dates, presence, plan.
 */
void trl_draft_set_tie (TrlDraft            *draft,
                        const TrlSource     *source,
                        guint                row,
                        const TrlLevelWords *words,
                        TrlRecord           *edge);

/* Sites: trl-draft-sites.c. */

/**
 * trl_draft_set_site:
 *
 * Reads every column that is about the site into a network.
 */
void trl_draft_set_site (TrlDraft        *draft,
                         const TrlSource *source,
                         guint            row,
                         TrlDraftNetwork *network);

/**
 * trl_draft_join_sites:
 *
 * Gives the rows of the site tables to the networks of their sites, and puts the networks
 * in the order of the table.
 */
void trl_draft_join_sites (TrlDraft *draft);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrlDraft, trl_draft_free)

G_END_DECLS
