#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""peer-python.py LIBRARY METHOD NETWORK PLACES: a layout of Tulip, graph-tool or igraph.

Prints the time of the layout call alone: of the processor, and on the wall.
"""
import json
import os
import random
import sys
import time


def read(base):
    with open(base + ".nodes.csv", encoding="utf-8") as file:
        n = sum(1 for _ in file) - 1
    with open(base + ".edges", encoding="utf-8") as file:
        return n, [tuple(map(int, line.split())) for line in file]


def with_tulip(method, n, ties):
    from tulip import tlp
    tlp.setSeedOfRandomSequence(1)
    graph = tlp.newGraph()
    nodes = graph.addNodes(n)
    graph.addEdges([(nodes[u], nodes[v]) for u, v in ties])
    places = graph.getLayoutProperty("viewLayout")
    settings = tlp.getDefaultPluginParameters(method, graph)

    def lay_out():
        done = graph.applyLayoutAlgorithm(method, places, settings)
        if not (done[0] if isinstance(done, tuple) else done):
            sys.exit("Tulip could not: %s" % (done,))
    return lay_out, lambda: [(places[node][0], places[node][1]) for node in nodes]


def with_graph_tool(_method, n, ties):
    import graph_tool
    import graph_tool.draw
    graph_tool.seed_rng(1)
    graph = graph_tool.Graph(directed=False)
    graph.add_vertex(n)
    graph.add_edge_list(ties)
    made = []
    return (lambda: made.append(graph_tool.draw.sfdp_layout(graph)),
            lambda: made[0].get_2d_array([0, 1]).T.tolist())


def with_igraph(method, n, ties):
    import igraph
    random.seed(1)
    graph = igraph.Graph(n=n, edges=ties, directed=False)
    made = []
    return lambda: made.append(graph.layout(method)), lambda: [place[:2] for place in made[0].coords]


LIBRARIES = {"tulip": with_tulip, "graph_tool": with_graph_tool, "igraph": with_igraph}


def main(library, method, base, path):
    lay_out, get = LIBRARIES[library](method, *read(base))
    wall, processor = time.monotonic(), time.process_time()
    lay_out()
    spent = {"layout_s": time.process_time() - processor, "wall_s": time.monotonic() - wall}
    with open(path, "w", encoding="utf-8") as file:
        file.write("id,x,y\n")
        file.writelines("n%d,%.9g,%.9g\n" % (i, x, y) for i, (x, y) in enumerate(get()))
    print(json.dumps(spent), flush=True)
    os._exit(0)  # Tulip takes its time to end


if __name__ == "__main__":
    os.environ["OMP_NUM_THREADS"] = "1"
    main(*sys.argv[1:])
