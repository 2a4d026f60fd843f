/* SPDX-License-Identifier: MIT */

/* peer-graphviz ENGINE FILE.dot PLACES.csv: a layout of Graphviz without its start, its
 * parser and its writer in the time.  Discs are points without text, and sfdp does not
 * push them apart, so that all programs are asked the same. */
#include <cgraph.h>
#include <gvc.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static double
seconds (clockid_t clock)
{
  struct timespec now;

  clock_gettime (clock, &now);
  return (double) now.tv_sec + (double) now.tv_nsec * 1e-9;
}

static Agraph_t *
read_graph (const char *path)
{
  FILE     *file = fopen (path, "r");
  Agraph_t *graph = file ? agread (file, NULL) : NULL;

  if (file)
    fclose (file);
  return graph;
}

static void
set_attributes (Agraph_t *graph)
{
  agattr (graph, AGRAPH, (char *) "overlap", "true");
  agattr (graph, AGNODE, (char *) "shape", "point");
  agattr (graph, AGNODE, (char *) "label", "");
  for (Agnode_t *node = agfstnode (graph); node; node = agnxtnode (graph, node))
    agset (node, (char *) "label", "");
}

static int
write_places (Agraph_t *graph, const char *path)
{
  FILE *file = fopen (path, "w");

  if (!file)
    return 1;
  fprintf (file, "id,x,y\n");
  for (Agnode_t *node = agfstnode (graph); node; node = agnxtnode (graph, node))
    fprintf (file, "%s,%.9g,%.9g\n", agnameof (node), ND_coord (node).x,
             ND_coord (node).y);
  return fclose (file);
}

int
main (int argc, char **argv)
{
  GVC_t    *context = gvContext ();
  Agraph_t *graph = argc == 4 ? read_graph (argv[2]) : NULL;
  double    wall, processor;

  if (!graph)
    return 2;
  set_attributes (graph);
  wall = seconds (CLOCK_MONOTONIC);
  processor = seconds (CLOCK_PROCESS_CPUTIME_ID);
  if (gvLayout (context, graph, argv[1]) != 0)
    return 1;
  processor = seconds (CLOCK_PROCESS_CPUTIME_ID) - processor;
  wall = seconds (CLOCK_MONOTONIC) - wall;
  if (write_places (graph, argv[3]) != 0)
    return 1;
  printf ("{\"layout_s\": %.6f, \"wall_s\": %.6f}\n", processor, wall);
  fflush (stdout);
  _exit (0); /* to free a hundred thousand nodes takes long */
}
