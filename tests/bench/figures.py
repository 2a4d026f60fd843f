# SPDX-License-Identifier: GPL-3.0-or-later
"""How long a file of a figure takes, by itself and beside Graphviz.

Both programs get the same places and draw straight lines on a page as wide; PNG has 300 dots an inch.
With names, Graphviz puts each into its disc, Trellis beside it as long as there is room.  Beside
Graphviz, times are what the processor spends on whole processes, one after the other in turn, and so
is what each costs to start; the least of several runs counts.  Ratios of times and of sizes are theirs
by ours: above 1 we are faster, and smaller.
"""
import csv
import json
import os
import resource
import shutil
import statistics
import subprocess
import sys

FORMS = ("pdf", "svg", "png")
AIMS = {"pdf": 2, "svg": 5, "png": 1.7}  # how many times as fast
SIZES = (1000, 5000, 20000)
WIDTH = 180  # of the page, in mm
DOTS = 300
POINTS = WIDTH / 25.4 * 72


def describe(times):
    return "%6.0f ms (%.0f to %.0f, %d runs)" % (
        1000 * statistics.median(times), 1000 * min(times), 1000 * max(times), len(times))


def of_sites(run, command_line, folder, document, runs):
    """Every figure of a survey of 10 sites by 18 types."""
    _, listed = run([command_line, "list", "figures", "--json"])
    for figure in (row["id"] for row in json.loads(listed)):
        for form in FORMS:
            command = [command_line, "figure", document, "--figure", figure,
                       "-o", os.path.join(folder, "survey." + form)]
            run(command)
            print("%-44s %s" % ("figure %s of 10 x 18 as %s" % (figure, form.upper()),
                                describe([run(command)[0] for _ in range(runs)])), flush=True)


def write_dot(path, nodes, edges, places, names):
    """The network as Graphviz reads it, at its places, scaled to the width of the page."""
    left = min(x for x, _ in places.values())
    scale = POINTS / (max(x for x, _ in places.values()) - left)
    with open(path, "w", encoding="utf-8") as file:
        file.write('graph G {\nnode [shape=circle, width=0.05, fixedsize=true, fontsize=6, '
                   'style=filled, fillcolor="#3366cc"];\nedge [penwidth=0.3, color="#888888"];\n')
        for node in nodes:
            x, y = places[node["id"]]
            file.write('%s [pos="%.2f,%.2f", label="%s"];\n' % (
                node["id"], (x - left) * scale, -y * scale, node["label"] if names else ""))
        file.writelines("%s -- %s;\n" % (edge["source"], edge["target"]) for edge in edges)
        file.write("}\n")


def rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def beside_graphviz(run, command_line, folder, corpus):
    """The figure of one network at 1000 nodes and more."""
    made = subprocess.run([sys.executable, corpus, folder, "--only",
                           ",".join("sbm%d" % size for size in SIZES)],
                          stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=False)
    if made.returncode:
        print("networks beside Graphviz: skipped, %s" % made.stderr.strip().splitlines()[-1])
        return
    for size in SIZES:
        tables = [os.path.join(folder, "sbm%d.%s.csv" % (size, what)) for what in ("nodes", "edges")]
        document, positions = os.path.join(folder, "n.trellis"), os.path.join(folder, "places.csv")
        run([command_line, "convert", *tables, "-o", document])
        run([command_line, "layout", document, "--layout", "stress", "-o", positions])
        places = {row["id"]: (float(row["x"]), float(row["y"])) for row in rows(positions)}
        for names, said in ((True, "with names"), (False, "no names")):
            dot = os.path.join(folder, "n.dot")
            write_dot(dot, *map(rows, tables), places, names)
            for form in FORMS:
                ours = [command_line, "figure", document, "--positions", positions,
                        "--width", "%dmm" % WIDTH, "--dpi", str(DOTS),
                        "--set", "labels=%s" % ("all" if names else "none"),
                        "-o", os.path.join(folder, "ours." + form)]
                theirs = ["neato", "-n2", "-Gsplines=line", "-Gdpi=%d" % (DOTS if form == "png" else 72),
                          "-T" + form, dot, "-o", os.path.join(folder, "theirs." + form)]
                compare(run, "%d nodes %s as %s" % (size, said, form.upper()), ours, theirs,
                        AIMS[form], 5 if size == SIZES[0] else 3)


def spend(run, command):
    """Seconds of the processor, for the program and for the system on its behalf."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    run(command)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def compare(run, what, ours, theirs, aim, runs):
    pairs = [(spend(run, ours), spend(run, theirs)) for _ in range(runs)]
    mine, other = (min(pair[i] for pair in pairs) for i in (0, 1))
    small, large = (os.path.getsize(command[-1]) for command in (ours, theirs))
    print("%-44s %6.0f ms  Graphviz %6.0f ms  ratio %5.2f (aim: above %g)  "
          "%6.0f kB  Graphviz %6.0f kB  ratio %5.2f (aim: above 1)" % (
              what, 1000 * mine, 1000 * other, other / mine, aim,
              small / 1000, large / 1000, large / small), flush=True)


def run_all(run, command_line, folder, root, runs):
    of_sites(run, command_line, folder,
             os.path.join(root, "data", "samples", "ecosystem-lab-illustrative.trellis"), runs)
    corpus = os.path.join(os.environ.get("TRL_SHARED", os.path.join(root, os.pardir, "shared")),
                          "bench", "corpus.py")
    if not os.path.exists(corpus):
        print("networks beside Graphviz: skipped, the shared corpus is not beside the project")
    elif not shutil.which("neato"):
        print("networks beside Graphviz: skipped, neato is not installed")
    else:
        beside_graphviz(run, command_line, folder, corpus)
