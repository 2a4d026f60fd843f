# SPDX-License-Identifier: GPL-3.0-or-later
"""How layouts and their options are listed."""
import json
import re

from command import cli, differ, run, tap, write

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


def options():
    """Each option of every layout has a line, with its bounds or choices and what is usual."""
    for layout in json.loads(cli("list", "layouts", "--json")[1]):
        code, out, err = cli("list", "layouts", "--options", layout["id"])
        yield from differ("exit code (%s)" % err, code, 0)
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


def counted():
    """The README counts the layouts that there are."""
    words = ("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen")
    count = re.search(r"\*\*(\w+) ways to lay out", tap.read("README.md"))[1].lower()
    yield from differ("layouts in the README", count, words[len(listed()) - 10])


run("layouts", [
    ("options-are-listed-with-what-is-usual", options),
    ("wrong-options-are-told-the-right-ones", wrong_options),
    ("the-readme-counts-them", counted),
])
