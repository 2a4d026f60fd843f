/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/trl-graph.h"
#include "model/trl-table.h"

G_BEGIN_DECLS

TrlGraph *trl_graph_new (const TrlTable *nodes, const TrlTable *edges);

G_END_DECLS
