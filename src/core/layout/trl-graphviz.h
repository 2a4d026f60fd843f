/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/trl-layout.h"

G_BEGIN_DECLS

/* The helper program. */
#define TRL_GRAPHVIZ_PROGRAM "trellis-graphviz"

/* What can be chosen about each of the layouts of Graphviz. */
#define TRL_GRAPHVIZ_N_OPTIONS 4
extern const TrlOption trl_graphviz_options[TRL_GRAPHVIZ_N_OPTIONS];

/**
 * trl_graphviz_place:
 * @engine: dot, neato, fdp, sfdp, twopi or circo
 * @options: of trl_graphviz_options
 *
 * Has Graphviz place the nodes, then pushes discs apart and holds those that are pinned.
 * Cost: that of the engine in its own process, and of trl_separate().
 * Errors: G_IO_ERROR_CANCELLED, TRL_ENGINE_ERROR.
 */
TrlLayoutResult *trl_graphviz_place (const char           *engine,
                                     const TrlLayoutInput *input,
                                     const TrlOptions     *options,
                                     guint32               seed,
                                     GCancellable         *cancellable,
                                     GError              **error);

/* The place() of a row. */
#define TRL_GRAPHVIZ_PLACE(engine)                                                       \
  static TrlLayoutResult *place (const TrlLayoutInput *input, const TrlOptions *options, \
                                 guint32 seed, GCancellable *cancellable,                \
                                 GError **error)                                         \
  {                                                                                      \
    return trl_graphviz_place (engine, input, options, seed, cancellable, error);        \
  }

G_END_DECLS
