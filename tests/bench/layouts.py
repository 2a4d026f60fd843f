# SPDX-License-Identifier: GPL-3.0-or-later
"""Our layouts beside those of other programs, on the same networks in one run.

Ours runs in turn with the other, on the same processor; medians count.  A ratio is the time of the
other by ours: of the processor on one thread, or, where we take two, on the wall.
"""
import csv
import math
import os
import statistics
import subprocess
import sys
import tempfile
from collections import namedtuple

import networks
import peers
import process
from comparison import BEST, Rival, Wish, judge, judge_rival, table, verdict

LIMIT = 120  # seconds for a program
SLOW_LIMIT = 900
ENOUGH = 5  # seconds of a program, after which it is not run again
RADIUS = 9.6  # of the disc of one organization, points
SMALL_PEERS = tuple(Rival(name, 1) for name in peers.PEERS)

# wishes: of our layout; rivals: what it is timed beside; threads: ours
Row = namedtuple("Row", "title network arguments rivals wishes threads", defaults=(1,))


def stress_row(network, rivals, most_stress, title="", arguments=(), megabytes=None, threads=1):
    wishes = [Wish("stress", "<=", most_stress) if most_stress else Wish("stress", "<=", 1.02, BEST)]
    if megabytes:
        wishes.append(Wish("peak_mb", "<=", megabytes))
    return Row(title or network, network, ("--layout", "stress", *arguments), rivals, wishes, threads)


def groups_row(network):
    wishes = [Wish(measure, ">=", share, peer) for measure in ("np2", "purity")
              for share, peer in ((1, "forceatlas2"), (0.9, "igraph-drl"))]
    return Row(network + " groups", network, ("--layout", "groups"),
               (Rival("forceatlas2", 75), Rival("igraph-drl", 30)), wishes)


def small_row(network):
    return Row(network, network, ("--layout", "stress"), (),
               [Wish("layout_s", "<=", 0.005), Wish("stress", "<=", 1.01, BEST), Wish("overlaps", "<=", 0)])


def middle_rows(prefix, stresses):
    """1000 and 5000 nodes; without bounds the best peer of the row is the bound."""
    pivots = ("--set", "solver=pivots")
    return [
        stress_row(prefix + "1000", (Rival("tulip-stress", 50), Rival("neato", 100)), stresses[0]),
        stress_row(prefix + "5000", (Rival("tulip-stress", 50),), stresses[1], megabytes=80,
                   title=prefix + "5000, all distances", arguments=("--set", "solver=all")),
        stress_row(prefix + "5000", (Rival("sfdp", 12), Rival("graph-tool-sfdp", 100)), stresses[2],
                   title=prefix + "5000, distances to pivots", arguments=pivots),
        groups_row(prefix + "5000"),
    ]


def corpus_rows():
    return [small_row(name) for name in ("hub20", "karate", "sites10", "sbm200")] + \
        middle_rows("sbm", (0.147, 0.159, 0.172)) + [
            stress_row("sbm20000", (Rival("sfdp", 15), Rival("tulip-fm3", 15),
                                    Rival("graph-tool-sfdp", 100, True)), 0.175),
            stress_row("dir20000", (Rival("sfdp", 20), Rival("tulip-fm3", 20)), 0.147),
            stress_row("sbm100000", (Rival("sfdp", 30, True), Rival("tulip-fm3", 15, True)), 0.182,
                       megabytes=120),
            stress_row("dir100000", (Rival("tulip-fm3", 8, True),), 0.167),
            stress_row("sbm100000", (Rival("tulip-fmme", 1.5),), 0.187, arguments=("--set", "solver=few"),
                       title="sbm100000, two threads, on the wall", threads=2),
        ]


def own_rows():
    return [small_row(name) for name in ("hub20", "planted200")] + \
        middle_rows("planted", (None, None, None))


def our_command(build, base, arguments, threads, places):
    return [os.path.join(build, "src", "cli", "trellis-cli"), "layout", base + ".nodes.csv",
            base + ".edges.csv", *arguments, "--threads", str(threads), "-o", places]


def count_overlaps(path):
    """Pairs of discs that meet, of the size they are drawn in."""
    with open(path, encoding="utf-8", newline="") as file:
        places = [(float(row["x"]), float(row["y"])) for row in csv.DictReader(file)]
    return sum(math.dist(a, b) < 2 * RADIUS - 1e-4 for i, a in enumerate(places) for b in places[:i])


class Bench:
    """Where the programs, the networks and the scorer are; slow: whether to wait for minutes."""

    def __init__(self, build, folder, scorer, here, slow):
        self.build, self.folder, self.scorer, self.here, self.slow = build, folder, scorer, here, slow
        self.scratch = tempfile.TemporaryDirectory(prefix="trellis-bench-")

    def base(self, network):
        return os.path.join(self.folder, network)

    def places(self, name):
        return os.path.join(self.scratch.name, name + ".csv")

    def ours(self, row):
        done = process.run(our_command(self.build, self.base(row.network), row.arguments, row.threads,
                                       self.places("ours")), row.threads, LIMIT)
        if done.status != "ok":
            sys.exit("trellis-cli layout of %s: %s %s" % (row.network, done.status, done.said))
        return done

    def beside(self, row, rival):
        """Runs ours and the other in turn, ours first and last; the other up to five times."""
        command = peers.command(rival.peer, self.build, self.base(row.network), self.places(rival.peer))
        mine, theirs = [self.ours(row)], []
        while len(theirs) < 5:
            done = process.run(command, row.threads, SLOW_LIMIT if rival.slow else LIMIT)
            if done.status != "ok":
                return mine, [], done.status
            theirs.append(done)
            mine.append(self.ours(row))
            if sum(one.processor_s for one in theirs) > ENOUGH:
                break
        return mine, theirs, ""

    def score(self, row, names):
        """Stress, np2 and purity of the places of each, as far as the network has them."""
        said = subprocess.run([sys.executable, self.scorer, self.base(row.network) + ".edges",
                               *map(self.places, names), "--csv", *self.scorer_options()],
                              stdout=subprocess.PIPE, text=True, check=True).stdout
        rows = list(csv.DictReader(said.splitlines()))
        return {name: {key: float(scored[key]) for key in ("stress", "np2", "purity") if scored.get(key)}
                for name, scored in zip(names, rows)}

    def scorer_options(self):
        return ["--no-cross"] if os.path.dirname(self.scorer) != os.path.dirname(__file__) else []


def medians(runs):
    return {"layout_s": statistics.median(run.spent["layout_s"] for run in runs),
            "wall_s": statistics.median(run.spent["wall_s"] for run in runs),
            "peak_mb": statistics.median(run.peak_mb for run in runs)}


def run_rivals(bench, row):
    """(our runs, {peer: its runs}, {peer: ratio}, {peer: why there is none})."""
    clock = "wall_s" if row.threads > 1 else "layout_s"
    mine, theirs, ratios, notes = [bench.ours(row) for _ in range(3)], {}, {}, {}
    for rival in row.rivals or SMALL_PEERS:
        if rival.peer not in bench.here:
            notes[rival.peer] = "not installed"
        elif rival.slow and not bench.slow:
            notes[rival.peer] = "slow; with --slow"
        else:
            ours, runs, why = bench.beside(row, rival)
            mine += ours
            if why:
                notes[rival.peer] = "%s after %d s" % (why, SLOW_LIMIT if rival.slow else LIMIT) \
                    if why == "timeout" else why
                continue
            theirs[rival.peer] = runs
            ratios[rival.peer] = medians(runs)[clock] / medians(ours)[clock]
    return mine, theirs, ratios, notes


def cells(name, measured, clock, ratio, wanted):
    shown = ["%.4g" % measured[key] if key in measured else "" for key in ("stress", "np2", "purity")]
    return [name, "%.4f" % measured[clock], ratio, wanted, *shown, "%.0f" % measured["peak_mb"]]


def print_row(row, ours, theirs, ratios, notes):
    clock = "wall_s" if row.threads > 1 else "layout_s"
    wanted = {rival.peer: "%g" % rival.times for rival in row.rivals}
    rows = [["", "seconds", "ratio", "wanted", "stress", "np2", "purity", "peak MB"],
            cells("Trellis", ours, clock, "", "")]
    rows += [cells(peers.PEERS[name].label, theirs[name], clock, "%.3g" % ratios[name],
                   wanted.get(name, "")) for name in theirs]
    judged = [judge_rival(rival, ratios) for rival in row.rivals] + \
        [judge(wish, ours, theirs) for wish in row.wishes]
    print("\n%s" % row.title)
    print("\n".join("  " + line for line in table(rows)))
    for name, why in notes.items():
        print("  %s: %s" % (peers.PEERS[name].label, why))
    print("  " + verdict(judged), flush=True)


def run_row(bench, row):
    missing = networks.lacks(bench.folder, row.network)
    if missing:
        print("\n%s\n  skipped: %s not in %s" % (row.title, ", ".join(missing), bench.folder), flush=True)
        return
    mine, theirs, ratios, notes = run_rivals(bench, row)
    scored = bench.score(row, ["ours", *theirs])
    ours = {**medians(mine), **scored["ours"]}
    if not row.rivals:
        ours["overlaps"] = count_overlaps(bench.places("ours"))
    print_row(row, ours, {name: {**medians(runs), **scored[name]} for name, runs in theirs.items()},
              ratios, notes)
