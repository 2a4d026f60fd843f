# SPDX-License-Identifier: GPL-3.0-or-later
"""Documents, places and tables that are written."""
import csv
import io
import json
import os

from command import SAMPLES, cli, differ, info, path, read, run, write

EDGES = "From,To,Level\n" + "".join("n%d,n%d,%d\n" % (i, (i * 7 + 3) % 20, i % 5) for i in range(20))


def places():
    edges = write("edges.csv", EDGES)
    results = [cli("layout", edges, "-o", "places-%d.csv" % i, "--layout", "stress", "--seed", "7")
               for i in (1, 2)]
    yield from differ("exit codes", [result[0] for result in results], [0, 0])
    spent = json.loads(results[0][1])
    yield from differ("what it tells", sorted(spent), ["layout_s", "wall_s"])
    if min(spent.values()) < 0:
        yield "a time below zero"
    if read("places-1.csv") != read("places-2.csv"):
        yield "the same seed gives other places"
    rows = list(csv.DictReader(io.StringIO(read("places-1.csv").decode())))
    yield from differ("ids", sorted(row["id"] for row in rows), sorted("n%d" % i for i in range(20)))


def threads():
    """As many threads as are asked for, and the same places; one spends no more than it waits."""
    many = write("many.csv", "From,To\n" + "".join(
        "n%d,n%d\n" % (i, (i * k + 1) % 6000) for i in range(6000) for k in (3, 7)))
    spent = {}
    for n in ("1", "4"):
        code, out, err = cli("layout", many, "-o", "by-%s.csv" % n, "--layout", "stress", "--threads", n)
        yield from differ("exit code (%s)" % err, code, 0)
        spent[n] = json.loads(out)
    if read("by-1.csv") != read("by-4.csv"):
        yield "the places depend on the threads"
    if spent["1"]["layout_s"] > 1.05 * spent["1"]["wall_s"] + 0.02:
        yield "one thread spent more than passed: %s" % spent["1"]


def stored_places():
    edges = write("edges.csv", EDGES)
    code, _, err = cli("layout", edges, "-o", "placed.trellis", "--layout", "stress")
    yield from differ("exit code (%s)" % err, code, 0)
    nodes = json.loads(read("placed.trellis"))["networks"][0]["nodes"]
    yield from differ("nodes with a place", sum("x" in node and "y" in node for node in nodes), 20)


def stored_choice():
    """What a document says of its layout holds when nothing is said."""
    edges = write("edges.csv", EDGES)
    settings = ("--layout", "stress", "--seed", "7", "--set", "edge-length=90", "--set", "gap=14")
    for name in ("chosen.trellis", "chosen.csv"):
        code, _, err = cli("layout", edges, "-o", name, *settings)
        yield from differ("exit code (%s)" % err, code, 0)
    network = json.loads(read("chosen.trellis"))["networks"][0]
    yield from differ("what is kept", (network["layout"], network["seed"], network["layoutOptions"]),
                      ("stress", 7, "stress.edge-length=90"))
    cli("layout", "chosen.trellis", "-o", "chosen-again.csv")
    yield from differ("places from what is kept", read("chosen-again.csv"), read("chosen.csv"))
    cli("layout", "chosen.trellis", "-o", "usual.trellis", "--set", "edge-length=64")
    network = json.loads(read("usual.trellis"))["networks"][0]
    yield from differ("what is kept of the usual", network.get("layoutOptions"), None)


def blank_form():
    sample = os.path.join(SAMPLES, "ecosystem-lab-illustrative.trellis")
    code, _, err = cli("convert", sample, "-o", "blank.csv", "--to", "blank-survey")
    yield from differ("exit code (%s)" % err, code, 0)
    code, _, err = cli("info", "blank.csv")
    yield from differ("exit code of reading it (%s)" % err, code, 0)


def table_again():
    sample = os.path.join(SAMPLES, "ecosystem-lab-illustrative.trellis")
    code, _, err = cli("convert", sample, "-o", "again.csv")
    yield from differ("exit code (%s)" % err, code, 0)
    yield from differ("what is read again", info("again.csv"), info(sample))


def formulas():
    name = write("formula.csv", "site,partner_type,partners,level,note\n"
                                "\"=1+1\",Food Agencies,1,networking,@SUM(A1)\n")
    cli("convert", name, "-o", "formula-out.csv")
    for row in csv.reader(io.StringIO(read("formula-out.csv").decode())):
        for cell in row:
            if cell[:1] in "=+-@\t\r" and cell[:1] != "":
                yield "a spreadsheet would run " + cell


def lists():
    for what in ("formats", "layouts", "measures", "figures", "samples"):
        code, out, _ = cli("list", what, "--json")
        rows = json.loads(out)
        if code or len(rows) < 1 or len({row["id"] for row in rows}) != len(rows):
            yield "list %s: %s" % (what, out)


def samples():
    for name in ("ecosystem-lab-illustrative", "ecosystem-lab-documented", "seven-roles", "blank-survey"):
        code, _, err = cli("check", os.path.join(SAMPLES, name + ".trellis"))
        yield from differ("problems of %s (%s)" % (name, err), code, 0)


def change():
    write("waves.csv", "site,partner_type,level\nA,Food Agencies,networking\nA,K-12 Schools,none\n"
                       "B,Food Agencies,coordination\nB,K-12 Schools,networking\n")
    code, out, err = cli("change", "waves.csv", "--from", "A", "--to", "B", "--json")
    yield from differ("exit code (%s)" % err, code, 0)
    counts = json.loads(out)["counts"]
    yield from differ("added and deepened", (counts["added"], counts["deepened"], counts["same"]), (1, 1, 0))
    code, _, _ = cli("change", "waves.csv", "--from", "A", "--to", "B", "-o", "change.csv")
    rows = list(csv.reader(io.StringIO(read("change.csv").decode())))
    yield from differ("lines of added", [row[2:] for row in rows if row[2:3] == ["Added"]],
                      [["Added", "No interaction", "Networking"]])
    yield from differ("exit code without networks", cli("change", "waves.csv")[0], 2)
    yield from differ("exit code of an unknown network", cli("change", "waves.csv", "--from", "A", "--to", "Z")[0], 2)


def measures():
    sample = os.path.join(SAMPLES, "ecosystem-lab-illustrative.trellis")
    code, _, _ = cli("measure", sample, "-o", "measures.csv")
    rows = list(csv.DictReader(io.StringIO(read("measures.csv").decode())))
    yield from differ("exit code", code, 0)
    found = [row["value"] for row in rows if row["measure"] == "richness" and row["network"] == "Site F"]
    yield from differ("richness of Site F", found, ["18"])


def no_gtk():
    import subprocess
    import sys
    said = subprocess.run(["ldd", sys.argv[1]], stdout=subprocess.PIPE, text=True, check=False).stdout
    for library in ("libgtk", "libadwaita", "libigraph", "libgvc"):
        if library in said:
            yield "it links " + library


def whole_or_not():
    os.makedirs(path("folder"), exist_ok=True)
    edges = write("edges.csv", EDGES)
    code, _, err = cli("convert", edges, "-o", "nowhere/out.trellis")
    yield from differ("exit code (%s)" % err, code, 3)
    code, _, err = cli("convert", edges, "-o", "folder", "--to", "trellis")
    yield from differ("exit code onto a folder (%s)" % err, code, 3)
    yield from differ("what is left in the folder", os.listdir(path("folder")), [])


run("writing", [
    ("places-are-repeatable-and-keep-ids", places),
    ("threads-change-no-place", threads),
    ("a-document-keeps-its-places", stored_places),
    ("a-document-keeps-what-was-chosen", stored_choice),
    ("a-blank-form-opens-again", blank_form),
    ("a-table-reads-as-it-was", table_again),
    ("no-cell-is-a-formula", formulas),
    ("lists-name-every-row-once", lists),
    ("samples-have-no-problems", samples),
    ("measures-as-a-table", measures),
    ("changes-as-a-table", change),
    ("no-window-toolkit-is-linked", no_gtk),
    ("an-output-is-whole-or-not-there", whole_or_not),
])
