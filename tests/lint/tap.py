# SPDX-License-Identifier: GPL-3.0-or-later
"""Lints are lists of checks.  A check has a sentence for a name and is a function that returns its
problems, one text each; none means that all is well.  This file runs them as TAP, and finds and
reads the sources.

Each lint also has a check or two of itself, on a few lines that are wrong on purpose: a lint that
sees nothing would pass for ever.
"""
import os
import re
import subprocess
import sys

ROOT = os.environ.get("TRL_SOURCE") or \
    os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
BUILD = os.environ.get("TRL_BUILD") or os.path.join(ROOT, "build")
APP_ID = "io.github.trellis_networks.Trellis"


class Skip(Exception):
    """Raised by a check that cannot be made here; says why."""


def run(suite, checks, family="lint"):
    """Runs the checks, a list of (sentence, function), and ends the program."""
    print("1..%d" % len(checks))
    failed = False
    for number, (name, check) in enumerate(checks, 1):
        label = "%d /%s/%s/%s" % (number, family, suite, name)
        try:
            problems = list(check())
        except Skip as why:
            print("ok %s # SKIP %s" % (label, why))
            continue
        failed = failed or bool(problems)
        print("%s %s" % ("not ok" if problems else "ok", label))
        for problem in problems[:40]:
            print("# " + str(problem).replace("\n", "\n# "))
        if len(problems) > 40:
            print("# … and %d more" % (len(problems) - 40))
    sys.stdout.flush()
    sys.exit(1 if failed else 0)


def sees(problems, *words):
    """The outcome of a check of the lint itself: every word must stand in a problem of its own."""
    problems = [str(problem) for problem in problems]
    missed = [word for word in words if not any(word in problem for problem in problems)]
    extra = len(problems) - len(words)
    return ["did not see “%s”" % word for word in missed] + \
        (["saw %d too many: %s" % (extra, problems)] if extra > 0 and not missed else [])


def files(*folders, ends=(".c", ".h")):
    """Paths relative to the root, sorted, of the files below the folders."""
    found = []
    for folder in folders:
        for parent, _, names in os.walk(os.path.join(ROOT, folder)):
            found += [os.path.relpath(os.path.join(parent, name), ROOT)
                      for name in names if name.endswith(ends)]
    return sorted(found)


def read(path):
    with open(os.path.join(ROOT, path), encoding="utf-8") as file:
        return file.read()


def texts(*folders, ends=(".c", ".h")):
    return {path: read(path) for path in files(*folders, ends=ends)}


def lines(pattern, text):
    """Yields (line number, match) for each place that matches."""
    for match in re.finditer(pattern, text, re.M | re.S):
        yield text.count("\n", 0, match.start()) + 1, match


def without_comments(text):
    """The C text with comments blanked and lines kept, strings left alone."""
    def blank(match):
        part = match[0]
        return part if part[0] in "\"'" else re.sub(r"[^\n]", " ", part)
    return re.sub(r"/\*.*?\*/|//[^\n]*|\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'", blank, text,
                  flags=re.S)


def without_strings(text):
    """The same with what stands in quotes blanked too."""
    return re.sub(r"\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'",
                  lambda match: '"' + " " * (len(match[0]) - 2) + '"', without_comments(text))


def tool(command, **options):
    """Runs a program of the system and returns (exit code, all it said)."""
    try:
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                              timeout=60, check=False, **options)
    except FileNotFoundError:
        raise Skip("%s is not installed" % command[0]) from None
    return done.returncode, done.stdout


def complaint(command, **options):
    """A check: what the program said, when it did not succeed."""
    code, said = tool(command, **options)
    return ["%s: %s" % (command[0], said.strip() or "exit code %d" % code)] if code else []
