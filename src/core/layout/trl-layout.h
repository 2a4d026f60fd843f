/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "layout/trl-progress.h"
#include "model/trl-network.h"
#include "model/trl-option.h"

G_BEGIN_DECLS

#define TRL_NO_INDEX G_MAXUINT

#define TRL_LAYOUT_ERROR (trl_layout_error_quark ())
GQuark trl_layout_error_quark (void);

typedef enum
{
  TRL_LAYOUT_ERROR_COORDINATES, /* a map is asked for, and nobody has coordinates */
  TRL_LAYOUT_ERROR_UNKNOWN      /* no layout is called so */
} TrlLayoutError;

/* A place in points at 100 %, y downward. */
typedef struct
{
  double x;
  double y;
} TrlPoint;

typedef enum
{
  TRL_LAYOUT_PLACED = 1 << 0, /* the start is a place that somebody or a run gave */
  TRL_LAYOUT_PINNED = 1 << 1  /* it must not move from its start */
} TrlLayoutFlags;

/* The values of TrlLayoutInput::rank that are no level. */
#define TRL_RANK_NOT_REPORTED (-1)
#define TRL_RANK_NO_TIE (-2)

/**
 * TrlLayoutInput:
 * @n: number of nodes
 * @m: number of edges
 * @from: m, dense node indexes as in #TrlGraph
 * @to: m
 * @radius: n, of the disc that must stay clear of others, points
 * @length: (nullable): m, wished length in units of the ideal edge length, above 0;
 *   %NULL: 1 each
 * @depth: (nullable): m, how deep each tie is, 0 the shallowest level of its scale that
 * is a tie … 1 the deepest; NAN: not reported
 * @hub: dense index, or %TRL_NO_INDEX
 * @sector: n, index of the node's type among all of the vocabulary; -1: none
 * @n_sectors: number of types in the vocabulary
 * @sector_family: n_sectors, the family that each type is of, 0 …
 * @rank: n, the level of the tie to the hub: 0 none, 1 … n_ranks - 1, or one of the two
 *   above
 * @n_ranks: levels of the scale, none included
 * @start: (nullable): n, where they are, points; read where flags say so
 * @flags: (nullable): n, #TrlLayoutFlags
 * @longitude: (nullable): n, degrees east, -180 … 180; NAN: unknown, as is the latitude
 * @latitude: (nullable): n, degrees north, -90 … 90
 * @progress: (nullable): who is told how far it is; no place depends on it
 *
 * What a layout may know of a network: no looks, no text.
 */
typedef struct
{
  guint              n;
  guint              m;
  const guint       *from;
  const guint       *to;
  const double      *radius;
  const double      *length;
  const float       *depth;
  guint              hub;
  const int         *sector;
  guint              n_sectors;
  const int         *sector_family;
  const int         *rank;
  int                n_ranks;
  const TrlPoint    *start;
  const guint8      *flags;
  const double      *longitude;
  const double      *latitude;
  const TrlProgress *progress;
} TrlLayoutInput;

/**
 * trl_layout_input_new:
 *
 * Takes from a network what layouts may know; nodes in graph order, which is drawing
 * order, with the disc radii of trl_layout_disc_radius().  Edge lengths are 1 each.
 * Cost: O(n + m).
 *
 * Returns: (transfer full): for trl_layout_input_free()
 */
TrlLayoutInput *trl_layout_input_new (const TrlNetwork *network);

/**
 * trl_layout_input_free:
 * @input: (nullable): with arrays of its own
 */
void trl_layout_input_free (TrlLayoutInput *input);

typedef enum
{
  TRL_UNIT_METRES,
  TRL_UNIT_KILOMETRES,
  TRL_UNIT_MILES
} TrlUnit;

/**
 * TrlLayoutMap:
 * @bar: length of the scale bar, points; 0: this is no map
 * @bar_at: its left end
 * @distance: that it stands for in the middle of the map
 * @unit: of the distance
 * @n_apart: nodes without coordinates, which stand beside the map
 * @apart_at: where what is said of them begins, the left end of its last line
 */
typedef struct
{
  double   bar;
  TrlPoint bar_at;
  double   distance;
  TrlUnit  unit;
  guint    n_apart;
  TrlPoint apart_at;
} TrlLayoutMap;

/**
 * TrlLayoutResult:
 * @n: number of nodes
 * @points: n, centres, points at 100 %
 * @angle: n, the direction in which the label stands at the rim, radians from the right
 *   turning clockwise (y downward); NAN: no rim
 * @centre: of the rings and the rim
 * @rim: radius at which labels at the rim start, clear of all discs; 0: no rim
 * @n_rings: number of rings
 * @ring_radius: n_rings, outward, the line to draw for each level, points
 * @ring_rank: n_rings, the level, deepest first; the last two are
 *   %TRL_RANK_NOT_REPORTED, whose band is drawn hatched when somebody is in it, and 0,
 *   no interaction, which is drawn as no line
 * @ring_inner: n_rings, where the band of the level begins, points
 * @ring_outer: n_rings, where it ends; the next begins there
 * @ring_used: n_rings, number of nodes in each band
 * @map: what a map says beside its nodes
 */
typedef struct
{
  guint        n;
  TrlPoint    *points;
  double      *angle;
  TrlPoint     centre;
  double       rim;
  guint        n_rings;
  double      *ring_radius;
  int         *ring_rank;
  double      *ring_inner;
  double      *ring_outer;
  guint       *ring_used;
  TrlLayoutMap map;
} TrlLayoutResult;

/**
 * trl_layout_result_new:
 *
 * All at the origin, without rim and rings.
 */
TrlLayoutResult *trl_layout_result_new (guint n);

/**
 * trl_layout_result_set_rings:
 *
 * Makes room for rings, all zero.  Once.
 */
void trl_layout_result_set_rings (TrlLayoutResult *result, guint n_rings);

/**
 * trl_layout_result_copy:
 *
 * Returns: (transfer full): the same with arrays of its own
 */
TrlLayoutResult *trl_layout_result_copy (const TrlLayoutResult *result);

/**
 * trl_layout_result_free:
 * @result: (nullable)
 */
void trl_layout_result_free (TrlLayoutResult *result);

/**
 * TrlLayoutSet:
 * @n: number of networks
 * @inputs: n, of one vocabulary
 * @n_partners: different partners in all of them
 * @partner: n, by node of each input which partner it is
 *
 * Networks that are placed so that they can be compared.
 */
typedef struct
{
  guint                        n;
  const TrlLayoutInput *const *inputs;
  guint                        n_partners;
  guint *const                *partner;
} TrlLayoutSet;

/**
 * TrlLayout:
 * @id: stable: saved in files
 * @label: what people read; translatable
 * @description: one sentence; translatable
 * @engine: (nullable): the helper program that does the work, which takes its time even
 *   with few nodes and may not be there; menus keep such layouts together
 * @live: the places are a function of the data and never stored
 * @options: table of what can be chosen
 * @place: does the work; returns %NULL with G_IO_ERROR_CANCELLED when cancelled
 * @place_set: (nullable): does it for several networks that share directions and radii;
 *   an array of #TrlLayoutResult; %NULL: their union is placed instead
 *
 * A row of layouts.def.
 */
typedef struct
{
  const char      *id;
  const char      *label;
  const char      *description;
  const char      *engine;
  gboolean         live;
  const TrlOption *options;
  guint            n_options;
  TrlLayoutResult *(*place) (const TrlLayoutInput *input,
                             const TrlOptions     *options,
                             guint32               seed,
                             GCancellable         *cancellable,
                             GError              **error);
  GPtrArray *(*place_set) (const TrlLayoutSet *set,
                           const TrlOptions   *options,
                           GCancellable       *cancellable,
                           GError            **error);
} TrlLayout;

/**
 * trl_layouts:
 * @n: (out): how many
 *
 * The rows of layouts.def, in menu order.
 */
const TrlLayout *const *trl_layouts (guint *n);

/**
 * trl_layout_find:
 *
 * Returns: (nullable): the layout of that id
 */
const TrlLayout *trl_layout_find (const char *id);

/**
 * trl_layout_find_named:
 * @name: as a person writes it: an id, or what people read, in English or translated, in
 *   capitals or not
 *
 * Errors: TRL_LAYOUT_ERROR_UNKNOWN, which says all ids.
 *
 * Returns: (nullable): the layout of that name
 */
const TrlLayout *trl_layout_find_named (const char *name, GError **error);

/**
 * trl_layout_default:
 *
 * Returns: the id of the layout that suits a network which names none: rings when it has
 *   a hub and no two partners share a type, else stress up to 300 partners, of whom more
 *   are a hairball by their distances, and groups above
 */
const char *trl_layout_default (const TrlNetwork *network);

/**
 * trl_layout_get:
 *
 * Returns: the layout that the network names, or its default where it names none that is
 *   known
 */
const TrlLayout *trl_layout_get (const TrlNetwork *network);

/**
 * trl_layout_get_seed:
 *
 * Returns: the network's seed, 0 … 2^31 - 1; 0 when it has none
 */
guint32 trl_layout_get_seed (const TrlNetwork *network);

/**
 * trl_layout_place:
 * @options: (nullable): %NULL: all at their fallbacks
 *
 * Runs one layout.  The same input, options and seed give the same bits.
 *
 * Errors: G_IO_ERROR_CANCELLED, TRL_LAYOUT_ERROR, TRL_ENGINE_ERROR.
 *
 * Returns: (transfer full): finite places of all nodes
 */
TrlLayoutResult *trl_layout_place (const TrlLayout      *layout,
                                   const TrlLayoutInput *input,
                                   const TrlOptions     *options,
                                   guint32               seed,
                                   GCancellable         *cancellable,
                                   GError              **error);

/**
 * trl_layout_run:
 * @id: (nullable): id of a layout; %NULL is the one that the network names, or its
 *   default
 * @options: (nullable): made from the table of that layout; %NULL: those that the network
 *   holds for it
 *
 * Places the nodes of a network, with the network's seed.  A layout of an id that is not
 * known is its default.
 *
 * Errors: G_IO_ERROR_CANCELLED, TRL_LAYOUT_ERROR, TRL_ENGINE_ERROR.
 *
 * Returns: (transfer full): in the order of trl_network_get_graph()
 */
TrlLayoutResult *trl_layout_run (const TrlNetwork *network,
                                 const char       *id,
                                 const TrlOptions *options,
                                 GCancellable     *cancellable,
                                 GError          **error);

/**
 * trl_layout_run_with_progress:
 * @progress: (nullable): who is told how far it is
 *
 * As trl_layout_run().
 */
TrlLayoutResult *trl_layout_run_with_progress (const TrlNetwork  *network,
                                               const char        *id,
                                               const TrlOptions  *options,
                                               const TrlProgress *progress,
                                               GCancellable      *cancellable,
                                               GError           **error);

/**
 * trl_layout_rank_at:
 *
 * The level of the band that a place lies in, for dragging.
 *
 * Returns: 0 … n_ranks - 1, %TRL_RANK_NOT_REPORTED, or %G_MININT: outside all bands, on
 *   the hub, or the layout has no rings
 */
int trl_layout_rank_at (const TrlLayoutResult *result, double x, double y);

/**
 * trl_layout_disc_radius:
 * @count: organizations that a node stands for; NAN: unknown
 *
 * Returns: the radius of its disc, 7 to 24 points, whose area grows with the count
 */
double trl_layout_disc_radius (double count);

/* The radius of the hub's disc, points. */
#define TRL_LAYOUT_HUB_RADIUS 20.0

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrlLayoutInput, trl_layout_input_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrlLayoutResult, trl_layout_result_free)

G_END_DECLS
