/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/trl-part.h"
#include "layout/trl-random.h"

G_BEGIN_DECLS

/**
 * TrlArrangePart:
 * @part: at least two nodes
 * @fixed: (nullable): n, which nodes must not move
 * @settled: the points given are nearly where they should be
 * @progress: who is told how far it is
 *
 * One part to place.  Points are in units of the edge length.
 */
typedef struct
{
  const TrlPart  *part;
  const gboolean *fixed;
  gboolean        settled;
  TrlRandom      *random;
  GCancellable   *cancellable;
  TrlProgress     progress;
} TrlArrangePart;

typedef struct TrlArrange TrlArrange;

/**
 * TrlArrange:
 * @solve: places one part; @points is n, read when a node is fixed or @settled
 * @data: (nullable): of @solve
 * @room: as in trl_separate_find_stretch()
 * @gentle: as in trl_separate()
 * @edge: the usual length of a tie, points
 * @gap: to leave between discs, points
 * @separate: whether to leave it
 * @from_current: places in the input are to start from
 *
 * How the parts of a network are placed.
 */
struct TrlArrange
{
  gboolean (*solve) (const TrlArrange     *arrange,
                     const TrlArrangePart *part,
                     TrlPoint             *points,
                     GError              **error);
  gconstpointer data;
  guint32       seed;
  double        room;
  guint         gentle;
  double        edge;
  double        gap;
  gboolean      separate;
  gboolean      from_current;
};

/* The rows of an option table that trl_arrange_read() reads; the gap as text. */
#define TRL_ARRANGE_OPTIONS(usual_gap)                                                   \
  { .id = "from-current",                                                                \
    .label = N_ ("Start from where partners are"),                                       \
    .type = TRL_OPTION_FLAG,                                                             \
    .fallback = "no" },                                                                  \
    { .id = "edge-length",                                                               \
      .label = N_ ("Length of a partnership"),                                           \
      .type = TRL_OPTION_NUMBER,                                                         \
      .fallback = "64",                                                                  \
      .min = 8,                                                                          \
      .max = 1000 },                                                                     \
    { .id = "separate",                                                                  \
      .label = N_ ("Keep discs apart"),                                                  \
      .type = TRL_OPTION_FLAG,                                                           \
      .fallback = "yes" },                                                               \
  {                                                                                      \
    .id = "gap", .label = N_ ("Space between discs"), .type = TRL_OPTION_NUMBER,         \
    .fallback = usual_gap, .min = 0, .max = 100                                          \
  }

/**
 * trl_arrange_read:
 * @options: of a table with %TRL_ARRANGE_OPTIONS
 *
 * Takes over what they say.
 */
void trl_arrange_read (TrlArrange *arrange, const TrlOptions *options);

/**
 * trl_arrange:
 * @parts: (element-type TrlPart): each node of the input is in one
 *
 * Places each part by itself, turns it so that it is wide, pushes its discs apart, and
 * sets parts side by side.  A part with pinned nodes, or with places to start from, is
 * neither turned nor moved; pinned nodes stay to the bit.
 * Cost: that of @solve, trl_separate() and trl_pack().
 * Errors: those of @solve; G_IO_ERROR_CANCELLED.
 *
 * Returns: (transfer full): the places of all nodes
 */
TrlLayoutResult *trl_arrange (const TrlArrange     *arrange,
                              const TrlLayoutInput *input,
                              GPtrArray            *parts,
                              GCancellable         *cancellable,
                              GError              **error);

G_END_DECLS
