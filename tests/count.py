#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Adds up test runs: count.py [--broken WHAT]… NAME=testlog.json…

Each TAP point is a test; a program that speaks no TAP is one.  A program that ends badly without
having said so (a crash, a time-out, a point that never came) is one failure more.  WHAT names a
step that failed before its tests could run.  Prints what was skipped and what failed, with the
reason, and as its last line "N passed, N failed".
"""
import json
import re
import sys

POINT = re.compile(r"^(not )?ok\b[ \t]*\d*[ \t]*-?[ \t]*(.*)$")
DIRECTIVE = re.compile(r"(?:^|\s)#\s*(skip|todo)\S*\s*(.*)$", re.I)
GOOD = {"OK", "SKIP", "EXPECTEDFAIL"}


def points(text):
    """Yields (state, name, reason) for each TAP point, state one of passed, failed, skipped."""
    for line in text.splitlines():
        match = POINT.match(line)
        if not match:
            continue
        failed, name = match[1] is not None, match[2]
        directive = DIRECTIVE.search(name)
        name = DIRECTIVE.sub("", name).strip()
        kind = directive[1].lower() if directive else ""
        if kind == "skip":
            yield "skipped", name, directive[2].strip()
        elif failed and kind != "todo":
            yield "failed", name, ""
        else:
            yield "passed", name, ""


def results(record):
    """Yields the same for one program of a meson test log."""
    program, result, output = record["name"], record["result"], record.get("stdout", "")
    plan = re.search(r"^1\.\.(\d+)(.*)$", output, re.M)
    found = list(points(output)) if plan else []
    yield from ((state, "%s %s" % (program, name), why) for state, name, why in found)
    if result not in GOOD:
        if not any(state == "failed" for state, _, _ in found):
            yield "failed", program, "%s, exit code %s" % (result.lower(), record.get("returncode"))
    elif not found:
        if result == "SKIP":
            # Meson's own words for a program that skips all: "1..0 # skip WHY", or its output.
            why = plan[2].lstrip(" #") if plan else output.strip().splitlines()[-1:] and \
                output.strip().splitlines()[-1]
            yield "skipped", program, re.sub(r"^skip\S*\s*", "", why or "", flags=re.I)
        else:
            yield "passed", program, ""


def add_up(runs, broken=()):
    """Returns the lines to print and whether all is well, for a list of (name, records)."""
    passed, failed, skipped = 0, [], []
    for run, records in runs:
        for record in records:
            for state, name, why in results(record):
                line = "%s: %s%s" % (run, name, ": " + why if why else "")
                if state == "passed":
                    passed += 1
                elif state == "failed":
                    failed.append(line)
                else:
                    skipped.append(line + ("" if why else ": no reason given"))
    failed += broken
    lines = ["skipped  " + line for line in skipped] + ["FAILED   " + line for line in failed]
    lines.append("%d passed, %d failed" % (passed, len(failed)))
    return lines, not failed and passed > 0


def main(arguments):
    runs, broken = [], []
    arguments = iter(arguments)
    for argument in arguments:
        if argument == "--broken":
            broken.append(next(arguments))
            continue
        name, path = argument.split("=", 1)
        try:
            with open(path, encoding="utf-8") as log:
                runs.append((name, [json.loads(line) for line in log if line.strip()]))
        except OSError as error:
            broken.append("%s: no test log (%s)" % (name, error.strerror))
    lines, well = add_up(runs, broken)
    print("\n".join(lines))
    return 0 if well else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
