#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""score.py NETWORK.edges PLACES… --csv: how good places are, one line a file.

With d the steps between two nodes and e how far apart they are drawn:
  stress  the mean of ((s e - d) / d)^2 for the scale s that makes it least, 0 perfect … 1: over all
          pairs up to 1000 nodes, above over those with 200 nodes drawn at random, the same for all
          places.  Pairs without a path between them do not count.  (Gansner, Koren and North 2004.)
  np2     the mean over nodes, 1000 at most, of how well the nodes up to two steps away are the nearest
          on paper, as many of those: common ones by all (Kruiger et al. 2017, doi:10.1111/cgf.13187).
  purity  the share of the ten nearest nodes that are of the same block of NETWORK.nodes.csv, over
          nodes of blocks of eleven and more, 5000 at most.
Cost: O(p (n + m) + p n) for p nodes drawn.
"""
import csv
import sys

import numpy as np

ALL = 1000
PIVOTS = 200
NEAREST = 10
CHUNK = 50  # nodes whose distances to all others are held at once


def number(name):
    return int(name.lstrip("n"))


def read_network(path):
    """(n, ties both ways as rows of neighbours: first, neighbour; block of each node)."""
    with open(path[:-len(".edges")] + ".nodes.csv", encoding="utf-8", newline="") as file:
        blocks = np.array([int(row["block"]) for row in csv.DictReader(file)])
    n = len(blocks)
    ties = np.loadtxt(path, dtype=np.int64, ndmin=2)
    ties = np.unique(np.vstack([ties, ties[:, ::-1]]), axis=0)
    ties = ties[ties[:, 0] != ties[:, 1]]
    first = np.searchsorted(ties[:, 0], np.arange(n + 1))
    return n, first, ties[:, 1], blocks


def read_places(path, n):
    places = np.full((n, 2), np.nan)
    with open(path, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            places[number(row["id"])] = float(row["x"]), float(row["y"])
    if not np.isfinite(places).all():
        sys.exit("%s: not every node has a place" % path)
    return places


def next_to(nodes, first, neighbour):
    counts = first[nodes + 1] - first[nodes]
    starts = np.repeat(first[nodes] - np.concatenate([[0], np.cumsum(counts)[:-1]]), counts)
    return neighbour[starts + np.arange(counts.sum())]


def steps_from(node, n, first, neighbour):
    """How many steps away each node is, -1 where there is no path."""
    steps = np.full(n, -1)
    steps[node] = 0
    front = np.array([node])
    while len(front):
        found = next_to(front, first, neighbour)
        found = np.unique(found[steps[found] < 0])
        steps[found] = steps[front[0]] + 1
        front = found
    return steps


def draw(n, most, seed):
    return np.arange(n) if n <= most else np.sort(np.random.default_rng(seed).permutation(n)[:most])


def stress(places, sources, steps):
    one = two = pairs = 0
    for source, row in zip(sources, steps):
        far = row > 0
        ratio = np.hypot(*(places[far] - places[source]).T) / row[far]
        one, two, pairs = one + ratio.sum(), two + (ratio * ratio).sum(), pairs + len(ratio)
    return 1 - one * one / (pairs * two) if two > 0 else 1.0


def nearest(places, nodes, counts):
    """For each of the nodes, so many nearest others."""
    for start in range(0, len(nodes), CHUNK):
        some = nodes[start:start + CHUNK]
        away = ((places[some, None] - places[None]) ** 2).sum(2)
        away[np.arange(len(some)), some] = np.inf
        for row, count in zip(away, counts[start:start + CHUNK]):
            yield np.argpartition(row, min(count, len(row) - 1))[:count]


def two_steps(nodes, first, neighbour):
    for node in nodes:
        direct = next_to(np.array([node]), first, neighbour)
        both = np.unique(np.concatenate([direct, next_to(direct, first, neighbour)]))
        yield both[both != node]


def neighbourhoods(places, nodes, near):
    kept = [(node, around) for node, around in zip(nodes, near) if 0 < len(around) <= 2000]
    if not kept:
        return float("nan")
    drawn = nearest(places, np.array([node for node, _ in kept]), [len(around) for _, around in kept])
    common = [(len(np.intersect1d(around, found)), len(around)) for (_, around), found in zip(kept, drawn)]
    return float(np.mean([c / (2 * k - c) for c, k in common]))


def purity(places, blocks):
    nodes = np.flatnonzero(np.bincount(blocks)[blocks] > NEAREST)
    if len(np.unique(blocks)) < 2 or not len(nodes):
        return float("nan")
    nodes = nodes[draw(len(nodes), 5000, 1)]
    found = nearest(places, nodes, [NEAREST] * len(nodes))
    return float(np.mean([(blocks[others] == blocks[node]).mean() for node, others in zip(nodes, found)]))


def main(path, places_of):
    n, first, neighbour, blocks = read_network(path)
    sources = draw(n, n if n <= ALL else PIVOTS, 1)
    steps = [steps_from(source, n, first, neighbour) for source in sources]
    around = draw(n, 1000, 2)
    near = list(two_steps(around, first, neighbour))
    print("pos,stress,np2,purity")
    for name in places_of:
        places = read_places(name, n)
        print("%s,%.6g,%.6g,%.6g" % (name, stress(places, sources, steps),
                                     neighbourhoods(places, around, near), purity(places, blocks)))


if __name__ == "__main__":
    main(sys.argv[1], [argument for argument in sys.argv[2:] if not argument.startswith("--")])
