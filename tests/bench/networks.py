# SPDX-License-Identifier: GPL-3.0-or-later
"""Networks to lay out: a folder of tables, or some of our own.

A network NAME is four files: NAME.nodes.csv (id, label, type, block), NAME.edges.csv (source, target,
depth), NAME.edges ("u v" a line, numbers from 0) and NAME.dot.  Node number 12 has the id n12.
"""
import os
import random

ENDS = (".nodes.csv", ".edges.csv", ".edges", ".dot")
GROUP = 40  # nodes
INSIDE = 0.8  # of the ties
TIES = 3  # a node


def lacks(folder, name):
    """The files of a network that are not there."""
    return [name + end for end in ENDS if not os.path.exists(os.path.join(folder, name + end))]


def star(n):
    return [(0, i) for i in range(1, n)], [0] * n


def planted(n, seed=1):
    """Groups in a connected network: four of five ties stay inside.

    Each node is tied to one before it in its group, the first of a group to any before it; the rest
    are drawn.  Numbers are shuffled, so that they tell nothing of the groups.  Returns (ties, group
    of each node).
    """
    chance = random.Random("%d %d" % (n, seed))
    first_of = [i - i % GROUP for i in range(n)]
    ties = {(chance.randrange(first_of[i] if i > first_of[i] else 0, i), i) for i in range(1, n)}
    while len(ties) < TIES * n:
        u = chance.randrange(n)
        v = (first_of[u] + chance.randrange(min(GROUP, n - first_of[u]))
             if chance.random() < INSIDE else chance.randrange(n))
        if u != v:
            ties.add((min(u, v), max(u, v)))
    number = list(range(n))
    chance.shuffle(number)
    groups = [0] * n
    for i in range(n):
        groups[number[i]] = i // GROUP
    return sorted((min(number[u], number[v]), max(number[u], number[v])) for u, v in ties), groups


def write(folder, name, ties, groups):
    base = os.path.join(folder, name)
    n = len(groups)
    with open(base + ".edges", "w", encoding="utf-8") as file:
        file.writelines("%d %d\n" % tie for tie in ties)
    with open(base + ".edges.csv", "w", encoding="utf-8") as file:
        file.write("source,target,depth\n")
        file.writelines("n%d,n%d,%d\n" % (u, v, (u + v) % 5 + 1) for u, v in ties)
    with open(base + ".nodes.csv", "w", encoding="utf-8") as file:
        file.write("id,label,type,block\n")
        file.writelines("n%d,Partner %d,Education,%d\n" % (i, i, groups[i]) for i in range(n))
    with open(base + ".dot", "w", encoding="utf-8") as file:
        file.write("graph G {\n")
        file.writelines("n%d;\n" % i for i in range(n))
        file.writelines("n%d -- n%d;\n" % tie for tie in ties)
        file.write("}\n")


def make(folder, name):
    """Writes one of our own: hub20, or planted with a number of nodes."""
    made = star(20) if name == "hub20" else planted(int(name[len("planted"):]))
    write(folder, name, *made)
