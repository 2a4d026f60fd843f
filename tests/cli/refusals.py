# SPDX-License-Identifier: GPL-3.0-or-later
"""Bad input gets a sentence, never a crash."""
import os
import random
import time

from command import SAMPLES, cli, differ, path, read, run, write


def refused(*arguments, code=1):
    """The command failed as it should, with words and without a signal."""
    got, _, err = cli(*arguments)
    yield from differ("exit code of %s (%s)" % (arguments[:2], err[:300]), got, code)
    if not err.strip():
        yield "%s says nothing" % (arguments[:2],)


def noise():
    chance = random.Random(1)
    yield from refused("info", write("noise.csv", chance.randbytes(1 << 20)))
    yield from refused("info", write("noise.trellis", chance.randbytes(1 << 20)))


def empty():
    yield from refused("info", write("empty.csv", ""))
    yield from refused("info", write("empty.trellis", ""))
    yield from refused("info", write("byte.csv", "x"))


def huge():
    for name in ("huge.csv", "huge.trellis"):
        with open(path(name), "wb") as file:
            file.truncate(3 << 30)
        start = time.monotonic()
        yield from refused("info", path(name))
        if time.monotonic() - start > 5:
            yield "it took long to refuse " + name


def cut():
    whole = open(os.path.join(SAMPLES, "ecosystem-lab-documented.trellis"), "rb").read()
    chance = random.Random(2)
    for at in sorted(chance.sample(range(len(whole) - 2), 60)):
        yield from refused("info", write("cut.trellis", whole[:at]))


def lines():
    whole = open(os.path.join(SAMPLES, "ecosystem-lab-documented.trellis"), encoding="utf-8").read()
    line = whole[:whole.index('"hub"')].count("\n") + 1
    _, _, err = cli("info", write("odd.trellis", whole.replace('"hub":', '"hub"', 1)))
    if "odd.trellis:%d: " % line not in err:
        yield "the line %d is not named: %s" % (line, err)


def flipped():
    whole = open(os.path.join(SAMPLES, "ecosystem-lab-documented.trellis"), "rb").read()
    chance = random.Random(3)
    for _ in range(60):
        at = chance.randrange(len(whole))
        broken = bytearray(whole)
        broken[at] ^= 1 << chance.randrange(8)
        code, _, err = cli("info", write("flipped.trellis", bytes(broken)))
        if code not in (0, 1) or (code == 1 and not err.strip()):
            yield "byte %d: exit code %d" % (at, code)


def folder():
    os.makedirs(path("a-folder"), exist_ok=True)
    yield from refused("info", path("a-folder"))
    yield from refused("info", path("is-not-there.csv"))


def twins():
    name = write("twins.csv", "Label,Type\nA,Food Agencies\nA,Food Agencies\nB,\n")
    ties = write("ties.csv", "From,To,Level\nA,B,2\nA,B,3\nB,A,4\nA,A,1\nA,C,2\n")
    code, _, err = cli("convert", name, ties, "-o", "twins.trellis")
    yield from differ("exit code (%s)" % err, code, 0)
    for line in ("twins.csv:3", "ties.csv:3", "ties.csv:4", "ties.csv:5", "ties.csv:6"):
        if line not in err:
            yield "%s is not accounted for: %s" % (line, err)


def wrong_use():
    table = write("use.csv", "From,To\nA,B\n")
    yield from refused(code=2)
    yield from refused("fly", code=2)
    yield from refused("info", code=2)
    yield from refused("info", "--no-such-option", table, code=2)
    yield from refused("convert", table, code=2)
    yield from refused("convert", table, "-o", "x.unknown", code=2)
    yield from refused("info", table, "--from", "martian", code=2)
    yield from refused("info", table, "--map", "level=Nowhere", code=2)
    yield from refused("layout", table, "-o", "x.csv", "--layout", "martian", code=2)
    for threads in ("-1", "17", "two"):
        yield from refused("layout", table, "-o", "x.csv", "--threads", threads, code=2)
    yield from refused("figure", table, "-o", "x.pdf", "--network", "Nowhere", code=2)
    yield from refused("figure", table, "-o", "x.tiff", code=2)
    yield from refused("figure", table, "-o", "x.pdf", "--width", "wide", code=2)
    for dots in ("0", "-5", "nan", "1e9"):
        yield from refused("figure", table, "-o", "x.png", "--dpi", dots, code=2)
    yield from refused("measure", table, "--measure", "martian", code=2)
    yield from refused("figure", table, "-o", "x.pdf", "--width", "1mm", code=2)
    yield from refused("measure", table, "--json", "--csv", code=2)
    yield from refused("list", "planets", code=2)
    for name in ("x.csv", "x.pdf", "x.png", "x.unknown", "x.tiff"):
        if os.path.exists(path(name)):
            yield name + " was written"


def strange_scale():
    """A tie on a scale that nobody explains has no level; it is drawn all the same."""
    name = write("scale.trellis", '{"trellis":1,"networks":[{"id":"n","nodes":[{"id":"a"},{"id":"b"}],'
                 '"edges":[{"id":"e","from":"a","to":"b","scale":"nobody","level":"deep","back":"deep",'
                 '"intended":"deep"}]}]}')
    for layout in ("rings", "spokes", "stress"):
        code, _, err = cli("figure", name, "-o", "scale.svg", "--layout", layout)
        yield from differ("exit code in %s (%s)" % (layout, err), code, 0)
    yield from differ("exit code of measure", cli("measure", name, "--json")[0], 0)
    yield from differ("exit code of info", cli("info", name, "--json")[0], 0)


def output_kept():
    write("kept.trellis", "precious")
    yield from refused("convert", write("noise2.csv", b"\0\1\2" * 1000), "-o", "kept.trellis")
    yield from differ("what stood there", read("kept.trellis"), b"precious")


run("refusals", [
    ("noise", noise),
    ("nothing", empty),
    ("three-gigabytes", huge),
    ("a-document-cut-anywhere", cut),
    ("a-document-s-fault-has-its-line", lines),
    ("a-document-with-a-flipped-bit", flipped),
    ("folders-and-missing-files", folder),
    ("twins-and-dangling-ties-are-listed", twins),
    ("wrong-use", wrong_use),
    ("a-scale-that-is-nowhere", strange_scale),
    ("an-output-survives-a-failure", output_kept),
])
