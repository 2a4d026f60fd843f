#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every string that a person reads is found by the translators, and no translation is broken."""
import os
import re

import tap

MARKED = re.compile(r"\b(_|N_|C_|NC_|ngettext|g_dngettext|Q_) \(\"")
TEMPLATE = re.compile(r"translatable=\"yes\"")


def listed():
    return [line for line in tap.read("po/POTFILES.in").splitlines()
            if line and not line.startswith("#")]


def potfiles(sources, paths, exists):
    """Files with marked strings are in POTFILES.in, which names no other and none twice."""
    for path, text in sources.items():
        marked = TEMPLATE.search(text) if path.endswith(".ui") else \
            MARKED.search(tap.without_comments(text))
        if marked and path not in paths:
            yield "%s: has strings and is not in po/POTFILES.in" % path
    for path in sorted(set(paths)):
        if not exists(path):
            yield "po/POTFILES.in: no file %s" % path
        if paths.count(path) > 1:
            yield "po/POTFILES.in: %s twice" % path


def cut(sources):
    """A text joined to a macro is found by translators only up to the macro."""
    for path, text in sources.items():
        for line, match in tap.lines(r"\b(?:_|N_|ngettext) \((?:\s*\"(?:[^\"\\]|\\.)*\")+\s*[A-Z]\w+",
                                     tap.without_comments(text)):
            yield "%s:%d: %s" % (path, line, " ".join(match[0].split()))


def languages():
    return tap.read("po/LINGUAS").split()


def catalogues():
    for language in languages():
        path = os.path.join(tap.ROOT, "po", language + ".po")
        yield from tap.complaint(["msgfmt", "--check", "-o", os.devnull, path])


SOURCES = {"src/a.c": '_ ("Yes")', "src/b.c": '/* _ ("no") */', "src/c.ui": 'translatable="yes"'}

tap.run("po", [
    ("sees-what-is-wrong", lambda: tap.sees(
        cut({"a.c": 'f (_ ("a " "b"), N_ ("%" G_GUINT64_FORMAT " MB"));'}), "a.c:1") + tap.sees(
        potfiles(SOURCES, ["src/z.c", "src/c.ui", "src/c.ui"], lambda path: path != "src/z.c"),
        "src/a.c", "no file src/z.c", "src/c.ui twice")),
    ("files-with-strings-are-listed", lambda: potfiles(
        tap.texts("src", "data", ends=(".c", ".h", ".ui")), listed(),
        lambda path: os.path.exists(os.path.join(tap.ROOT, path)))),
    ("texts-are-not-cut-by-macros", lambda: cut(tap.texts("src"))),
    ("catalogues-are-sound", catalogues),
])
