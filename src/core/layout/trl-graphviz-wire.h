/* SPDX-License-Identifier: MIT */
#pragma once

#include <stdint.h>

/* What goes through the pipe to trellis-graphviz: a request, its nodes, its ties; and
 * what comes back: a place a node.  Numbers are those of the machine.  No text of a
 * document is sent. */

#define TRL_GRAPHVIZ_MAGIC 0x31565247u
#define TRL_GRAPHVIZ_MOST_NODES 1000000u
#define TRL_GRAPHVIZ_MOST_TIES 4000000u

/* Lengths are points; root is the hub, or n. */
typedef struct
{
  uint32_t magic;
  uint32_t engine; /* index in TRL_GRAPHVIZ_ENGINES */
  uint32_t seed;
  uint32_t n;
  uint32_t m;
  uint32_t root;
  double   edge; /* the ideal length of a tie */
} TrlGraphvizRequest;

typedef struct
{
  double radius;
} TrlGraphvizNode;

typedef struct
{
  uint32_t from;
  uint32_t to;
  double   length; /* in ideal lengths */
  double   weight; /* 1 … */
} TrlGraphvizTie;

/* From the left and from the bottom, points. */
typedef struct
{
  double x;
  double y;
} TrlGraphvizPlace;

#define TRL_GRAPHVIZ_ENGINES                                                             \
  {                                                                                      \
    "dot", "neato", "fdp", "sfdp", "twopi", "circo"                                      \
  }
#define TRL_GRAPHVIZ_N_ENGINES 6
