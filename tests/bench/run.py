#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""run.py BUILD [--corpus DIR] [--slow] [--only PART]: how long a person waits.

Each line is the median of several runs, with the shortest and the longest, after one run that does
not count.  Times are of whole processes, from start to end, but for the first frame, which the
program itself reports.  Frames of the grid are of one run each: half of them took less than the first
number, 19 of 20 less than the second.  Frames of the map are in frames.py, files of figures, and
Graphviz beside them, in figures.py; layouts beside other programs in layouts.py, and how they grow in
scaling.py.
"""
import argparse
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time

import figures as files
import frames
import layouts
import networks
import peers
import scaling

RUNS = 9
NODES = 20
PARTS = ("waits", "figures", "layouts")
ROOT = os.path.normpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))


def run(command, **environment):
    """Returns (seconds, what was printed); ends the program when the command fails."""
    start = time.monotonic()
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                          timeout=120, check=False, env=dict(os.environ, **environment))
    spent = time.monotonic() - start
    if done.returncode:
        sys.exit("%s\n%sexit code %d" % (" ".join(command), done.stderr, done.returncode))
    return spent, done.stdout


def report(what, seconds, aim):
    print("%-44s %4.0f ms  (%.0f to %.0f, %d runs; aim: below %.0f ms)" % (
        what, *(1000 * value for value in (statistics.median(seconds), min(seconds), max(seconds))),
        len(seconds), 1000 * aim))


def first_frame(program):
    """Seconds from launch to the first drawn frame of the sample."""
    _, said = run([program, "--sample"], TRELLIS_BENCH="1")
    found = re.search(r"^first-frame ([0-9.]+)", said, re.M)
    if not found:
        sys.exit("%s did not report its first frame" % program)
    return float(found[1]) / 1000


def ring_of_partners(path):
    """An edge table: each partner tied to the next and to the one after, at every level in turn."""
    with open(path, "w", encoding="utf-8") as file:
        file.write("From,To,Level\n")
        for node in range(NODES):
            for step in (1, 2):
                file.write("Partner %d,Partner %d,%d\n" % (
                    node + 1, (node + step) % NODES + 1, (node + step) % 5))


def figures(command_line):
    with tempfile.TemporaryDirectory() as folder:
        table, document = os.path.join(folder, "edges.csv"), os.path.join(folder, "a.trellis")
        ring_of_partners(table)
        run([command_line, "convert", table, "-o", document])
        for form in ("pdf", "svg", "png"):
            command = [command_line, "figure", document, "-o", os.path.join(folder, "a." + form)]
            run(command)
            report("figure of %d partners as %s" % (NODES, form.upper()),
                   [run(command)[0] for _ in range(RUNS)], 0.15)


def large(program, nodes, edges):
    """How long the window is away, and what it has in memory, while a large document is worked on."""
    for view, what in (("map", ""), ("grid", ", in the grid"), ("none", ", map hidden")):
        _, said = run([program, str(nodes), str(edges), view])
        found = re.findall(r"^([a-z]+) ([0-9]+) ([0-9]+)$", said, re.M)
        if len(found) != 9:
            sys.exit("%s did not report its phases" % program)
        for phase, length, pause in found:
            if phase == "memory":
                print("%-44s %4s MiB  (most so far %s MiB; aim: below 400 MB)" % (
                    "memory with %d partners%s" % (nodes, what), length, pause))
                continue
            print("%-44s %4s ms  (longest pause %s ms; aim: below 100 ms)" % (
                "%s %d partners%s" % (phase, nodes, what), length, pause))


def scrolling(program):
    """What frames cost while a grid of 200 sites and 50 partner types is scrolled, in software."""
    _, said = run([program], GSK_RENDERER="cairo")
    for word, what in (("paint", "scrolled grid of 200 x 50, painting a frame"),
                       ("frame", "scrolled grid of 200 x 50, frame to frame")):
        found = re.search(r"^%s ([0-9.]+) ([0-9.]+) ([0-9.]+)" % word, said, re.M)
        if not found:
            sys.exit("%s did not report its frames" % program)
        print("%-44s %4.1f ms  (p95 %.1f, longest %.1f; 60 frames a second: 16.7 ms)" % (
            what, *(float(value) for value in found.groups())))


def built(build, *programs):
    """Their paths; ends the program when one is not there."""
    paths = [os.path.join(build, program) for program in programs]
    for path in paths:
        if not os.path.exists(path):
            sys.exit("%s is not built" % path)
    return paths


def run_waits(build):
    window, command_line, sheet = built(build, "src/app/trellis", "src/cli/trellis-cli",
                                        "tests/app/bench-sheet")
    first_frame(window)
    report("launch to first drawn frame of the sample", [first_frame(window) for _ in range(RUNS)], 0.8)
    figures(command_line)
    scrolling(sheet)
    large(os.path.join(build, "tests/app/bench-large"), 100000, 300000)
    frames.main(window, frames.SIZES)


def run_figures(build):
    command_line, = built(build, "src/cli/trellis-cli")
    with tempfile.TemporaryDirectory() as folder:
        files.run_all(run, command_line, folder, ROOT, 5)


def find_scorer():
    shared = os.path.join(os.environ.get("TRL_SHARED", os.path.join(ROOT, os.pardir, "shared")),
                          "bench", "score.py")
    if os.path.exists(shared):
        return os.path.normpath(shared)
    print("scored by tests/bench/score.py: the shared scorer is not beside the project")
    return os.path.join(ROOT, "tests", "bench", "score.py")


def choose(rows, chosen):
    """The rows of those networks, or all; ends the program when a network has none."""
    known = list(dict.fromkeys(row.network for row in rows))
    for network in chosen or ():
        if network not in known:
            sys.exit("nothing is wanted of %s, but of %s" % (network, ", ".join(known)))
    return [row for row in rows if not chosen or row.network in chosen]


def run_layouts(build, corpus, slow, chosen):
    built(build, "src/cli/trellis-cli")
    rows = choose(layouts.corpus_rows() if corpus else layouts.own_rows(), chosen)
    here, scorer = peers.find(build), find_scorer()
    with tempfile.TemporaryDirectory(prefix="trellis-networks-") as own:
        if not corpus:
            print("networks of our own; --corpus DIR takes others")
            grown = [] if chosen else ["planted%d" % n for n in scaling.SIZES]
            for name in {row.network for row in rows}.union(grown):
                networks.make(own, name)
        bench = layouts.Bench(os.path.abspath(build), corpus or own, scorer, here, slow)
        for row in rows:
            layouts.run_row(bench, row)
        if chosen:
            return
        prefix = "sbm" if corpus else "planted"
        scaling.print_growth(bench, prefix)
        scaling.print_sameness(bench, prefix)


def main():
    parser = argparse.ArgumentParser(prog="./dev bench", usage="%(prog)s [options]")
    parser.add_argument("build", help=argparse.SUPPRESS)
    parser.add_argument("--corpus", metavar="DIR",
                        help="networks for the layouts: NAME.nodes.csv, .edges.csv, .edges and .dot")
    parser.add_argument("--network", metavar="NAME", action="append",
                        help="only the layouts of this network, without growth; may be given again")
    parser.add_argument("--peers", action="store_true", help="install the large peers, and do as --slow")
    parser.add_argument("--slow", action="store_true", help="also what takes minutes")
    parser.add_argument("--only", choices=PARTS, help="only this part")
    asked = parser.parse_args()
    if asked.corpus and not os.path.isdir(asked.corpus):
        parser.error("%s is not a folder" % asked.corpus)
    parts = {
        "waits": lambda: run_waits(asked.build),
        "figures": lambda: run_figures(asked.build),
        "layouts": lambda: run_layouts(asked.build, asked.corpus, asked.peers or asked.slow,
                                       asked.network),
    }
    for name in [asked.only] if asked.only else parts:
        parts[name]()


if __name__ == "__main__":
    main()
