#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What ./dev bench says is true of what it measured."""
import importlib.util
import math
import os
import sys
import tempfile

import tap

sys.path.insert(0, os.path.join(tap.ROOT, "tests", "bench"))
import comparison  # noqa: E402
import frames  # noqa: E402
import networks  # noqa: E402
import process  # noqa: E402
from comparison import BEST, Rival, Wish  # noqa: E402

OURS = {"stress": 0.15, "np2": 0.3, "peak_mb": 90}
THEIRS = {"a": {"stress": 0.16, "np2": 0.35}, "b": {"stress": 0.14, "np2": 0.2}}


def differ(what, found, wanted):
    return [] if found == wanted else ["%s: %r, not %r" % (what, found, wanted)]


def spent():
    said = 'noise\n{"layout_s": 0.5}\n[1]\n3\n{"layout_s": 0.25, "wall_s": 1, "parse_s": 9}\n{broken\n'
    yield from differ("said", comparison.parse_spent(said), {"layout_s": 0.25, "wall_s": 1})
    yield from differ("silence", comparison.parse_spent(""), {})


def exponents():
    for k in (0.5, 1, 1.15, 2):
        found = comparison.exponent([(n, 3 * n ** k) for n in (5000, 20000, 100000)])
        if not math.isclose(found, k):
            yield "n^%g is told as n^%g" % (k, found)


def wishes():
    for wish, wanted in ((Wish("stress", "<=", 0.15), True), (Wish("stress", "<=", 0.149), False),
                         (Wish("np2", ">=", 0.9, "a"), False), (Wish("np2", ">=", 1, "b"), True),
                         (Wish("stress", "<=", 1.01, BEST), False), (Wish("stress", "<=", 1.08, BEST), True),
                         (Wish("np2", ">=", 0.9, "c"), None), (Wish("overlaps", "<=", 0), None)):
        yield from differ(wish, comparison.judge(wish, OURS, THEIRS)[0], wanted)
    for times, wanted in ((4.9, False), (5, True)):
        yield from differ("ratio %g" % times, comparison.judge_rival(Rival("a", 5), {"a": times})[0], wanted)
    yield from differ("no ratio", comparison.judge_rival(Rival("a", 5), {"b": 9})[0], None)


def verdicts():
    for judged, wanted in (([(True, "x"), (True, "y")], "PASS"),
                           ([(True, "x"), (False, "y"), (False, "z")], "SHORT: y; z"),
                           ([(True, "x"), (None, "y")], "PASS; not compared: y"),
                           ([(False, "x"), (None, "y")], "SHORT: x; not compared: y"),
                           ([(None, "x"), (None, "y")], "not compared: x; y")):
        yield from differ(judged, comparison.verdict(judged), wanted)


def tables():
    yield from differ("table", comparison.table([["", "s"], ["Name", "1.25"], ["N", ""]]),
                      ["         s", "Name  1.25", "N"])


def own_networks():
    ties, groups = networks.planted(1000)
    inside = sum(groups[u] == groups[v] for u, v in ties) / len(ties)
    yield from differ("ties", (len(ties), len(set(ties)), len(groups)), (3000, 3000, 1000))
    yield from differ("again", networks.planted(1000), (ties, groups))
    yield from differ("the largest group", max(map(groups.count, groups)), networks.GROUP)
    if not 0.75 < inside < 0.9:
        yield "%g of the ties are inside" % inside
    reached, front = {0}, [0]
    around = {i: [] for i in range(1000)}
    for u, v in ties:
        around[u].append(v)
        around[v].append(u)
    while front:
        found = set(around[front.pop()]) - reached
        reached |= found
        front += found
    yield from differ("nodes reached from the first", len(reached), 1000)


def files():
    with tempfile.TemporaryDirectory() as folder:
        yield from differ("nothing written", len(networks.lacks(folder, "hub20")), len(networks.ENDS))
        networks.make(folder, "hub20")
        yield from differ("all written", networks.lacks(folder, "hub20"), [])


def processes():
    said = process.run([sys.executable, "-c", "print('{\"layout_s\": 2}')"], 1, 60)
    yield from differ("said", (said.status, said.spent), ("ok", {"layout_s": 2}))
    yield from differ("failed", process.run([sys.executable, "-c", "raise SystemExit(3)"], 1, 60).status,
                      "failed")
    late = process.run([sys.executable, "-c", "import time; time.sleep(60)"], 1, 0.2)
    yield from differ("late", late.status, "timeout")
    large = process.run([sys.executable, "-c", "x = bytearray(200 << 20)"], 1, 60)
    if not 200 < large.peak_mb < 300:
        yield "200 MB are told as %g" % large.peak_mb


def gestures():
    yield from differ("nothing drawn", frames.describe([]), "no frame was drawn")
    said = frames.describe([(cost, 1, cost == 9) for cost in range(20)])
    yield from differ("20 frames", said.split(";")[0], " 10.5 ms  (p95 20.0, 20 frames, 5 % late")


def scores():
    """A path whose middle two have changed places: ratios of 2, 2, 1, 1, 1/2, 1/2."""
    if not importlib.util.find_spec("numpy"):
        raise tap.Skip("python3-numpy is not installed")
    with tempfile.TemporaryDirectory() as folder:
        networks.write(folder, "path", [(0, 1), (1, 2), (2, 3)], [0] * 4)
        with open(os.path.join(folder, "places.csv"), "w", encoding="utf-8") as file:
            file.write("id,x,y\nn0,0,7\nn2,10,7\nn1,20,7\nn3,30,7\n")
        code, said = tap.tool([sys.executable, os.path.join(tap.ROOT, "tests", "bench", "score.py"),
                               os.path.join(folder, "path.edges"), os.path.join(folder, "places.csv")])
        yield from differ("exit code of %s" % said, code, 0)
        yield from differ("stress and np2", said.strip().split(",")[-3:-1], ["0.222222", "1"])


tap.run("benching", [
    ("the-last-time-told-counts", spent),
    ("a-power-is-found-again", exponents),
    ("a-wish-is-held-against-its-number-or-peer", wishes),
    ("a-verdict-names-what-is-short-or-not-compared", verdicts),
    ("tables-stand-in-columns", tables),
    ("own-networks-are-connected-and-planted", own_networks),
    ("a-network-is-four-files", files),
    ("frames-are-told-even-if-there-are-none", gestures),
    ("a-path-is-scored-as-by-hand", scores),
    ("a-process-is-measured-and-stopped", processes),
])
