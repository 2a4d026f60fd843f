# SPDX-License-Identifier: GPL-3.0-or-later
"""The programs that layouts are held against: how each is asked, and whether it is here.

Each is asked for a layout with what it does by default, by an adapter that writes places as id,x,y and
prints the time of the layout call alone.
"""
import os
import shutil
import subprocess
import sys
from collections import namedtuple

HERE = os.path.dirname(os.path.abspath(__file__))

# family: what has to be there, a key of PACKAGES; method: what it calls its layout
Peer = namedtuple("Peer", "label family method")
PEERS = {
    "neato": Peer("Graphviz neato", "graphviz", "neato"),
    "sfdp": Peer("Graphviz sfdp", "graphviz", "sfdp"),
    "tulip-stress": Peer("Tulip stress minimization", "tulip", "Stress Majorization (OGDF)"),
    "tulip-fm3": Peer("Tulip FM3", "tulip", "FM^3 (OGDF)"),
    "tulip-fmme": Peer("Tulip FMME", "tulip", "Fast Multipole Multilevel Embedder (OGDF)"),
    "graph-tool-sfdp": Peer("graph-tool sfdp", "graph_tool", "sfdp"),
    "igraph-drl": Peer("igraph DrL", "igraph", "drl"),
    "igraph-kk": Peer("igraph Kamada-Kawai", "igraph", "kk"),
    "forceatlas2": Peer("ForceAtlas2", "node", "forceatlas2"),
}
PACKAGES = {
    "graphviz": "libgraphviz-dev, before the build is set up",
    "tulip": "tulip",
    "graph_tool": "python3-graph-tool",
    "igraph": "python3-igraph",
    "node": "nodejs and, of npm, graphology and graphology-layout-forceatlas2, found by NODE_PATH",
}


def succeeds(command):
    try:
        return subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                              timeout=60, check=False).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def graphviz_adapter(build):
    return os.path.join(build, "tests", "bench", "peer-graphviz")


def is_here(family, build):
    if family == "graphviz":
        return os.path.exists(graphviz_adapter(build))
    if family == "node":
        return shutil.which("node") is not None and succeeds(
            ["node", "-e", "require.resolve('graphology'); require.resolve('graphology-layout-forceatlas2')"])
    return succeeds([sys.executable, "-c", "import %s" % family])


def find(build):
    """The names of those that are here; says which are not, and what they need."""
    families = {family: is_here(family, build) for family in PACKAGES}
    for family, here in families.items():
        if not here:
            print("skipped: %s; not installed (%s)" % (
                ", ".join(peer.label for peer in PEERS.values() if peer.family == family),
                PACKAGES[family]))
    return {name for name, peer in PEERS.items() if families[peer.family]}


def command(name, build, base, places):
    """How the peer is asked to lay out the network at base (a path without the end)."""
    peer = PEERS[name]
    if peer.family == "graphviz":
        return [graphviz_adapter(build), peer.method, base + ".dot", places]
    if peer.family == "node":
        return ["node", "--max-old-space-size=8000", os.path.join(HERE, "peer-node.js"), base, places]
    return [sys.executable, os.path.join(HERE, "peer-python.py"), peer.family, peer.method, base, places]
