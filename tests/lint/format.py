#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""clang-format has nothing to add, and files open and end as agreed."""
import re

import tap

TEXT = (".c", ".h", ".py", ".ui", ".build", ".def", ".md", ".in", ".css", ".xml", ".json", ".svg")
# What is compiled into the programs that link Graphviz, whose licence the GPL does not go with.
BESIDE_GRAPHVIZ = r"src/graphviz/|src/core/layout/trl-graphviz-wire\.h$|tests/bench/peer-graphviz\.c$"
LEFT_OVER = r"\b(TODO|FIXME|XXX)\b"


def clang_format(paths):
    if not paths:
        return []
    code, said = tap.tool(["clang-format-14", "--dry-run", "-Werror", *paths], cwd=tap.ROOT)
    if not code:
        return []
    found = re.findall(r"^(\S+):\d+:\d+: error:", said, re.M)
    return ["%s: run ./dev format" % path for path in sorted(set(found))] or [said]


def space(sources):
    for path, text in sources.items():
        for number, line in enumerate(text.split("\n"), 1):
            if line != line.rstrip() and not path.endswith(".md"):
                yield "%s:%d: space at the end of the line" % (path, number)
            if "\t" in line:
                yield "%s:%d: a tab" % (path, number)
        if text and not text.endswith("\n"):
            yield "%s: no line end at the end" % path


def opening(sources):
    """The licence in one line, then, in a .c file, what its idea is."""
    for path, text in sources.items():
        licence = "MIT" if re.match(BESIDE_GRAPHVIZ, path) else "GPL-3.0-or-later"
        if not text.startswith("/* SPDX-License-Identifier: %s */\n" % licence):
            yield "%s:1: does not start with the licence" % path
        elif path.startswith("src/") and path.endswith(".c") and not re.match(r"[^\n]*\n+/\*", text):
            yield "%s:2: does not open with its idea" % path
        for line, match in tap.lines(LEFT_OVER, text):
            yield "%s:%d: %s" % (path, line, match[0])


BAD = {"a.c": "int a; \n\tint b;"}
UNOPENED = {
    "src/a.c": "/* SPDX-License-Identifier: GPL-3.0-or-later */\n#include <glib.h>\n/* TODO */\n",
    "b.h": "#pragma once\n",
    "src/c.c": "/* SPDX-License-Identifier: GPL-3.0-or-later */\n\n/* Rows never move. */\n",
}

tap.run("format", [
    ("sees-what-is-wrong", lambda: [
        *tap.sees(space(BAD), "a.c:1: space", "a.c:2: a tab", "no line end"),
        *tap.sees(opening(UNOPENED), "a.c:2", "TODO", "b.h:1")]),
    ("clang-format-has-nothing-to-add", lambda: clang_format(tap.files("src", "tests"))),
    ("no-stray-space", lambda: space(tap.texts("src", "tests", "data", "po", "flatpak", ends=TEXT))),
    ("files-open-with-licence-and-idea", lambda: opening(tap.texts("src", "tests"))),
])
