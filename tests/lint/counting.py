#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The sum that ./dev test prints counts what did not pass, however it did not."""
import os
import sys

import tap

sys.path.insert(0, os.path.join(tap.ROOT, "tests"))
import count  # noqa: E402


def record(output, result="OK", code=0):
    return {"name": "t", "stdout": output, "result": result, "returncode": code}


CASES = (
    ("points", [record("1..2\nok 1 /a\nok 2 /b\n")], "2 passed, 0 failed"),
    ("skip", [record("1..2\nok 1 /a # SKIP why\nok 2 /b\n")], "1 passed, 0 failed"),
    ("failed point", [record("1..2\nok 1 /a\nnot ok 2 /b\n", "FAIL", 1)], "1 passed, 1 failed"),
    ("crash", [record("1..3\nok 1 /a\n", "ERROR", -11)], "1 passed, 1 failed"),
    ("hang", [record("1..3\nok 1 /a\n", "TIMEOUT", -15)], "1 passed, 1 failed"),
    ("leak after the last", [record("1..1\nok 1 /a\n", "ERROR", 23)], "1 passed, 1 failed"),
    ("no TAP", [record("fine\n"), record("", "FAIL", 1)], "1 passed, 1 failed"),
    ("skip all", [record("1..0 # skip none here\n", "SKIP"), record("")], "1 passed, 0 failed"),
)


def sums():
    for name, records, wanted in CASES:
        lines, well = count.add_up([("run", records)])
        if lines[-1] != wanted or well != wanted.endswith(" 0 failed"):
            yield "%s: %s, not %s" % (name, lines[-1], wanted)


def reasons():
    lines, _ = count.add_up([("run", [record("1..1\nok 1 /a # SKIP no display\n")])])
    if lines[0] != "skipped  run: t /a: no display":
        yield lines[0]


def nothing():
    if count.add_up([("run", [])])[1] or count.add_up([], ["run: build"])[1]:
        yield "a run without tests passes"


tap.run("counting", [
    ("every-way-to-fail-counts", sums),
    ("skips-are-named-with-their-reason", reasons),
    ("a-run-of-nothing-fails", nothing),
])
