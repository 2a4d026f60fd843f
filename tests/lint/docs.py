#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What core offers is documented where it is declared.

A comment names its functions at the start of a line, `trl_stamp_new:`; those that belong together
may share one.
"""
import re

import tap

SHARE = 0.98
DECLARATION = r"^(?!typedef|#|static|extern|struct|enum)[A-Za-z_][\w \t\n*]*?\b(trl_\w+) \(([^;{]*?)\)[^;{()]*;"


def declared(text):
    """Yields (line, name, arguments) of each function declared, error quarks left out."""
    for line, match in tap.lines(DECLARATION, tap.without_comments(text)):
        if not match[1].endswith("_quark"):
            yield line, match[1], match[2]


def comments(text):
    """The comment of each function named in one."""
    found = {}
    for match in re.finditer(r"/\*\*.*?\*/", text, re.S):
        for name in re.findall(r"^ \* (trl_\w+)(?: ?\(\))?:$", match[0], re.M):
            found[name] = match[0]
    return found


def undocumented(sources, share):
    total, missing = 0, []
    for path, text in sources.items():
        known = comments(text)
        for line, name, _ in declared(text):
            total += 1
            if name not in known:
                missing.append("%s:%d: %s" % (path, line, name))
    if total and len(missing) > (1 - share) * total:
        yield from missing
        yield "%d of %d documented" % (total - len(missing), total)


def unsaid(sources):
    """A function that can fail says how."""
    for path, text in sources.items():
        known = comments(text)
        for line, name, arguments in declared(text):
            comment = known.get(name, "")
            if comment and "GError **" in arguments and not re.search(r"\bErrors:", comment):
                yield "%s:%d: %s does not say “Errors:”" % (path, line, name)


def cost_and_source(sources):
    """An algorithm says its cost, where it comes from and what its numbers are."""
    for path, text in sources.items():
        for word in ("Cost:", "Source:") + (("Units:",) if "/metric-" in path else ()):
            if word not in text:
                yield "%s: does not say “%s”" % (path, word)


def headers():
    return {path: text for path, text in tap.texts("src/core", ends=(".h",)).items()
            if "private" not in path}


def algorithms():
    return {path: text for path, text in tap.texts("src/core", ends=(".c",)).items()
            if re.search(r"/(layout|metric)-[^/]+$", path)}


BAD = {
    "a.h": "/**\n * trl_a:\n *\n * Opens it.\n */\ngboolean trl_a (const char *path, GError **error);\n"
           "void trl_b (void);\nGQuark trl_c_quark (void);\n"
           "/**\n * trl_d:\n * trl_e:\n *\n * Both. */\nint trl_d (void);\nchar *\ntrl_e (int a);\n",
}

tap.run("docs", [
    ("sees-what-is-wrong", lambda: [
        *tap.sees(undocumented(BAD, 0.98), "a.h:7: trl_b", "3 of 4"),
        *tap.sees(unsaid(BAD), "trl_a does not say"),
        *tap.sees(cost_and_source({"metric-a.c": "/* Cost: O(n).\nUnits: 1. */"}), "Source:")]),
    ("what-core-offers-is-documented", lambda: undocumented(headers(), SHARE)),
    ("what-can-fail-says-how", lambda: unsaid(headers())),
    ("algorithms-say-cost-and-source", lambda: cost_and_source(algorithms())),
])
