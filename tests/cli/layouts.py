# SPDX-License-Identifier: GPL-3.0-or-later
"""How layouts are named, listed and chosen, and where their places may go."""
import json
import os
import re

from command import cli, differ, path, read, run, tap, write

EDGES = "From,To,Level\na,b,1\nb,c,2\nc,a,3\n"


def said(code, words, *arguments):
    """The command ends with a code, and says each of the words on standard error."""
    got, _, err = cli(*arguments)
    yield from differ("exit code of %s (%s)" % (arguments, err), got, code)
    for word in words:
        if word not in err:
            yield "%s: “%s” is not in: %s" % (arguments, word, err)


def listed():
    return [row["id"] for row in json.loads(cli("list", "layouts", "--json")[1])]


def endings():
    """A name that promises what the command does not write is refused before anything is done."""
    edges = write("edges.csv", EDGES)
    for name in ("x.pdf", "x.SVG", "x.png", "x.eps"):
        yield from said(2, (name, ".csv", ".trellis", "trellis-cli figure"),
                        "layout", "missing.csv", "-o", name)
    for name in ("x.zzz", "x", "x.csv.gz"):
        yield from said(2, (name, ".csv", ".trellis"), "layout", "missing.csv", "-o", name)
    yield from differ("what was written", [name for name in os.listdir(path("")) if name[0] == "x"], [])
    for name in ("places.CSV", "places.Trellis"):
        yield from said(0, (), "layout", edges, "-o", name)
    yield from differ("the table begins with", read("places.CSV")[:7], b"id,x,y\n")
    yield from differ("the document begins with", read("places.Trellis")[:1], b"{")
    yield from differ("the table on standard output", cli("layout", edges, "-o", "-")[1][:7], "id,x,y\n")


def options():
    """Each option of every layout has a line, with its bounds or choices and what is usual."""
    for layout in json.loads(cli("list", "layouts", "--json")[1]):
        code, out, err = cli("list", "layouts", "--options", layout["id"])
        yield from differ("exit code (%s)" % err, code, 0)
        yield from differ("by its name", cli("list", "layouts", "--options", layout["label"])[1], out)
        for option in layout["options"]:
            line = re.search("^%s  .*" % option["id"], out, re.M)
            if not line or option["label"] not in line[0] or "[%s]" % option["fallback"] not in line[0]:
                yield "%s: %s is not told in %s" % (layout["id"], option["id"], out)
            elif "min" in option and "%g…%g" % (option["min"], option["max"]) not in line[0]:
                yield "%s has no bounds: %s" % (option["id"], line[0])
            for choice in option.get("choices", ()):
                if not re.search("^ +%s +%s$" % (choice["id"], re.escape(choice["label"])), out, re.M):
                    yield "%s: %s is not told in %s" % (option["id"], choice["id"], out)
    yield from differ("the first of stress", cli("list", "layouts", "--options", "Stress")[1].split()[:2],
                      ["from-current", "yes|no"])
    yield from said(2, ("clouds", "list layouts"), "list", "layouts", "--options", "clouds")
    yield from said(2, ("layouts and figures",), "list", "formats", "--options", "csv")


def wrong_options():
    """What is refused comes with what is not."""
    edges = write("edges.csv", EDGES)
    for setting, words in (("colour=red", ("colour", "edge-length", "solver")),
                           ("solver=best", ("auto, all, pivots, few",)),
                           ("gap=1000", ("from 0 to 100",)), ("separate=maybe", ("yes or no",))):
        yield from said(2, words, "layout", edges, "-o", "no.csv", "--layout", "stress", "--set", setting)
    yield from said(2, ("colour", "palette"), "figure", edges, "-o", "no.svg", "--set", "colour=red")


def names():
    """A layout is found by its id and by what the window calls it, in capitals or not."""
    edges = write("edges.csv", EDGES)
    for layout in json.loads(cli("list", "layouts", "--json")[1]):
        if layout["id"].startswith("graphviz") or layout["id"] == "map":
            continue
        for i, name in enumerate((layout["id"], layout["id"].title(), layout["label"], layout["label"].upper())):
            yield from said(0, (), "layout", edges, "-o", "by-%d.csv" % i, "--layout", name)
            if read("by-%d.csv" % i) != read("by-0.csv"):
                yield "%s is not %s" % (name, layout["id"])
    yield from said(0, (), "figure", edges, "-o", "named.svg", "--layout", "By distance")
    yield from said(0, (), "figure", edges, "-o", "plain.svg", "--layout", "stress")
    yield from differ("a figure of By distance", read("named.svg"), read("plain.svg"))
    for command in (("layout", "missing.csv", "-o", "no.csv"), ("figure", "missing.csv", "-o", "no.svg")):
        yield from said(2, ["clouds"] + listed(), *command, "--layout", "clouds")


def threads():
    """Help and refusal agree on what may be asked for; 0 is all, as if nothing was said."""
    edges = write("edges.csv", EDGES)
    yield from said(0, (), "layout", edges, "-o", "all.csv", "--threads", "0")
    yield from said(2, ("1 to 16", "0 for all"), "layout", edges, "-o", "no.csv", "--threads", "17")
    told = " ".join(cli("layout", "--help")[1].split())
    for word in ("1 to 16", "0, the default, is all"):
        if word not in told:
            yield "help does not say “%s”: %s" % (word, told)


def coordinates():
    """Who cannot be put on a map is told of, on import with the line and by the layout with the name."""
    rows = "name,type,level,latitude,longitude\nA,CBO,1,41.8,-87.6\nB,CBO,2,95,-87.6\nC,CBO,2,41.9,-87.7\n"
    table = write("map.csv", rows)
    yield from said(0, ("map.csv:3: “95” is no latitude",), "convert", table, "-o", "map.trellis")
    for file in (table, "map.trellis"):
        yield from said(0, ("2 partners", "beside the map", "B"), "layout", file, "--layout", "map", "-o", "map-places.csv")
    document = json.loads(read("map.trellis"))
    nameless = [node for node in document["networks"][0]["nodes"] if node.get("name") == "B"]
    for node in nameless:
        del node["name"]
    yield from said(0, (nameless[0]["id"],), "layout", write("nameless.trellis", json.dumps(document)),
                    "--layout", "map", "-o", "map-places.csv")
    _, _, err = cli("layout", table, "--layout", "stress", "-o", "map-places.csv")
    yield from differ("what stress says of the map", "beside the map" in err, False)


def losses():
    """What a reader leaves out is said by every command, not only by those that list all that it says."""
    table = write("odd.csv", "source,target,depth\na,a,2\na,b,3\nb,,3\na,c,x\n")
    lost = ("odd.csv:2: ", "odd.csv:4: ", "“x” is not a level", "2 skipped")
    for words in (("layout", table, "-o", "odd-places.csv"), ("figure", table, "-o", "odd.svg"), ("info", table),
                  ("measure", table)):
        yield from said(0, lost, *words)
    _, _, err = cli("info", write("edges.csv", EDGES))
    yield from differ("what info says of a sound table", err, "")


def counted():
    """The README counts the layouts that there are."""
    words = ("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen")
    count = re.search(r"\*\*(\w+) ways to lay out", tap.read("README.md"))[1].lower()
    yield from differ("layouts in the README", count, words[len(listed()) - 10])


run("layouts", [
    ("places-go-where-their-name-says", endings),
    ("options-are-listed-with-what-is-usual", options),
    ("wrong-options-are-told-the-right-ones", wrong_options),
    ("names-are-those-of-the-window-too", names),
    ("threads-are-told-as-they-are-taken", threads),
    ("who-has-no-place-on-a-map-is-told-of", coordinates),
    ("what-is-left-out-is-said", losses),
    ("the-readme-counts-them", counted),
])
