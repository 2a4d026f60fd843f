/* SPDX-License-Identifier: MIT */

/* One request in, places out, then the process ends, which frees everything at once.  No
 * text comes in: labels, fonts, images and HTML are what Graphviz had its holes in. Parts
 * of Graphviz look at what they allocate, and others crash: whoever ends after memory was
 * refused, in whatever way, ends with the status ENOMEM. */
#include "layout/trl-graphviz-wire.h"

#include <errno.h>
#include <gvc.h>
#include <math.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#define INCH 72.0 /* points */
#define MOST_SECONDS 3600
#define MOST_MEMORY ((rlim_t) 2 << 30)
/* Graphviz follows a long chain by calling itself; more is never left free below it. */
#define MOST_STACK ((rlim_t) 96 << 20)
#define MOST_FILES 64
/* Of the ideal length of a tie: between rows, and between discs on a circle. */
#define ROWS 0.8
#define CIRCLE 0.5

enum
{
  DONE,
  BAD_REQUEST = 2,
  NO_LAYOUT = 3,
  NO_ANSWER = 4
};

/* No more than whoever starts this allows. */
static void
set_limit (int resource, rlim_t most)
{
  struct rlimit limit;

  getrlimit (resource, &limit);
  if (limit.rlim_max < most)
    most = limit.rlim_max;
  limit = (struct rlimit){ most, most };
  setrlimit (resource, &limit);
}

/* Sanitizers reserve terabytes of address space. */
static void
set_limits (rlim_t seconds)
{
  struct rlimit time = { seconds, seconds + 1 };

  setrlimit (RLIMIT_CPU, &time);
#ifndef __SANITIZE_ADDRESS__
  set_limit (RLIMIT_AS, MOST_MEMORY);
#endif
  set_limit (RLIMIT_STACK, MOST_STACK);
  set_limit (RLIMIT_FSIZE, 0);
  set_limit (RLIMIT_CORE, 0);
  set_limit (RLIMIT_NOFILE, MOST_FILES);
  prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
}

static void
tell_of_memory (void)
{
  if (errno == ENOMEM)
    _exit (ENOMEM);
}

/* The second time it is fatal. */
static void
on_crash (int number)
{
  (void) number;
  tell_of_memory ();
}

static void
watch_memory (void)
{
  struct sigaction crash = { .sa_handler = on_crash, .sa_flags = (int) SA_RESETHAND };

  sigaction (SIGSEGV, &crash, NULL);
  sigaction (SIGABRT, &crash, NULL);
  atexit (tell_of_memory);
  errno = 0;
}

static int
read_all (void *to, size_t size, size_t n)
{
  return fread (to, size, n, stdin) == n;
}

static int
is_good (const TrlGraphvizRequest *request)
{
  return request->magic == TRL_GRAPHVIZ_MAGIC &&
         request->engine < TRL_GRAPHVIZ_N_ENGINES && request->n > 0 &&
         request->n <= TRL_GRAPHVIZ_MOST_NODES && request->m <= TRL_GRAPHVIZ_MOST_TIES &&
         request->root <= request->n && request->edge > 0 && request->edge < 1e6;
}

/* Inches with three decimals, whatever the locale makes of a point. */
static const char *
inches (double points, char *text, size_t size)
{
  unsigned thousandths = (unsigned) fmin (fmax (points / INCH * 1000, 1), 1e9);

  snprintf (text, size, "%u.%03u", thousandths / 1000, thousandths % 1000);
  return text;
}

static void
set_default (Agraph_t *graph, int kind, const char *name, const char *value)
{
  agattr (graph, kind, (char *) name, (char *) value);
}

static Agraph_t *
make_graph (const TrlGraphvizRequest *request)
{
  Agraph_t *graph = agopen ((char *) "g", Agstrictundirected, NULL);
  char      text[32];

  snprintf (text, sizeof text, "%u", request->seed);
  set_default (graph, AGRAPH, "start", text);
  set_default (graph, AGRAPH, "splines", "false");
  set_default (graph, AGRAPH, "overlap", "true");
  set_default (graph, AGRAPH, "pack", "16");
  set_default (graph, AGRAPH, "nodesep", "0.02");
  set_default (graph, AGRAPH, "K", inches (request->edge, text, sizeof text));
  set_default (graph, AGRAPH, "ranksep",
               inches (request->edge * ROWS, text, sizeof text));
  set_default (graph, AGRAPH, "mindist",
               inches (request->edge * CIRCLE, text, sizeof text));
  set_default (graph, AGNODE, "shape", "circle");
  set_default (graph, AGNODE, "label", "");
  set_default (graph, AGNODE, "fixedsize", "true");
  set_default (graph, AGNODE, "width", "0.3");
  set_default (graph, AGNODE, "height", "0.3");
  set_default (graph, AGEDGE, "len", inches (request->edge, text, sizeof text));
  set_default (graph, AGEDGE, "weight", "1");
  return graph;
}

static int
add_nodes (Agraph_t *graph, const TrlGraphvizRequest *request, Agnode_t **nodes)
{
  for (uint32_t i = 0; i < request->n; i++)
    {
      TrlGraphvizNode node;
      char            text[32];

      if (!read_all (&node, sizeof node, 1) || !(node.radius > 0 && node.radius < 1e6))
        return 0;
      snprintf (text, sizeof text, "%u", i);
      nodes[i] = agnode (graph, text, 1);
      inches (2 * node.radius, text, sizeof text);
      agset (nodes[i], (char *) "width", text);
      agset (nodes[i], (char *) "height", text);
    }
  return 1;
}

static int
add_ties (Agraph_t *graph, const TrlGraphvizRequest *request, Agnode_t **nodes)
{
  for (uint32_t e = 0; e < request->m; e++)
    {
      TrlGraphvizTie tie;
      Agedge_t      *edge;
      char           text[32];

      if (!read_all (&tie, sizeof tie, 1) || tie.from >= request->n ||
          tie.to >= request->n || !(tie.length > 0 && tie.length < 1e3) ||
          !(tie.weight >= 1 && tie.weight < 1e3))
        return 0;
      if (tie.from == tie.to)
        continue;
      edge = agedge (graph, nodes[tie.from], nodes[tie.to], NULL, 1);
      agset (edge, (char *) "len",
             (char *) inches (request->edge * tie.length, text, sizeof text));
      snprintf (text, sizeof text, "%u", (unsigned) (tie.weight + 0.5));
      agset (edge, (char *) "weight", text);
    }
  return 1;
}

/* The circles of twopi and circo begin at the hub. */
static void
set_root (Agraph_t *graph, const TrlGraphvizRequest *request)
{
  char text[32];

  if (request->root == request->n)
    return;
  snprintf (text, sizeof text, "%u", request->root);
  set_default (graph, AGRAPH, "root", text);
}

static int
write_places (const TrlGraphvizRequest *request, Agnode_t **nodes)
{
  for (uint32_t i = 0; i < request->n; i++)
    {
      TrlGraphvizPlace place = { ND_coord (nodes[i]).x, ND_coord (nodes[i]).y };

      if (fwrite (&place, sizeof place, 1, stdout) != 1)
        return 0;
    }
  return fflush (stdout) == 0;
}

static int
answer (const TrlGraphvizRequest *request)
{
  static const char *const engines[] = TRL_GRAPHVIZ_ENGINES;
  Agnode_t               **nodes = calloc (request->n, sizeof (Agnode_t *));
  Agraph_t                *graph = make_graph (request);
  GVC_t                   *context = gvContext ();

  set_root (graph, request);
  if (!nodes || !add_nodes (graph, request, nodes) || !add_ties (graph, request, nodes))
    return BAD_REQUEST;
  watch_memory ();
  if (gvLayout (context, graph, engines[request->engine]) != 0)
    exit (NO_LAYOUT);
  return write_places (request, nodes) ? DONE : NO_ANSWER;
}

/* The only argument is how many seconds of processor time there are. */
int
main (int argc, char **argv)
{
  TrlGraphvizRequest request;
  unsigned           seconds = 0;

  for (const char *digit = argc == 2 ? argv[1] : ""; *digit >= '0' && *digit <= '9';
       digit++)
    if (seconds < MOST_SECONDS)
      seconds = 10 * seconds + (unsigned) (*digit - '0');
  if (seconds == 0)
    return BAD_REQUEST;
  set_limits (seconds < MOST_SECONDS ? seconds : MOST_SECONDS);
  if (!read_all (&request, sizeof request, 1) || !is_good (&request))
    return BAD_REQUEST;
  _exit (answer (&request));
}
