#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every string that a person reads is found by the translators, and no translation is broken."""
import os
import re
import tempfile

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


KEYWORDS = ("_", "N_", "C_:1c,2", "NC_:1c,2", "ngettext:1,2", "g_dcgettext:2",
            "g_dngettext:2,3", "g_dpgettext2:2c,3")


def untranslated(catalogue, template):
    """What a catalogue lacks, or doubts, of a template."""
    code, said = tap.tool(["msgcmp", catalogue, template])
    if not code:
        return []
    with open(template, encoding="utf-8") as file:
        rows = file.read().split("\n")
    problems = []
    for line, why in re.findall(r"\.pot?:(\d+): (?:warning: )?this message (.*?)(?: in \S+)?$",
                                said, re.M):
        start = end = int(line) - 1
        while not rows[start].startswith("msgid "):
            start -= 1
        words = "".join(re.findall(r'"(.*)"', "\n".join(rows[start:end])))
        problems.append("%s: “%s” %s" % (os.path.basename(catalogue), words, why))
    return problems or [said]


def incomplete():
    with tempfile.TemporaryDirectory() as folder:
        template = os.path.join(folder, "trellis.pot")
        yield from tap.complaint(
            ["xgettext", "--from-code=UTF-8", "--files-from=po/POTFILES.in", "-o", template,
             *("--keyword=" + word for word in KEYWORDS)], cwd=tap.ROOT)
        for language in languages():
            yield from untranslated(os.path.join(tap.ROOT, "po", language + ".po"), template)


def sees_gaps():
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for name, words in (("a.po", 'msgid "one"\nmsgstr "uno"\n'),
                            ("a.pot", 'msgid "one"\nmsgstr ""\n\nmsgid "two"\nmsgstr ""\n')):
            paths.append(os.path.join(folder, name))
            with open(paths[-1], "w", encoding="utf-8") as file:
                file.write(words)
        return tap.sees(untranslated(*paths), "“two” is used")


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
    ("sees-gaps", sees_gaps),
    ("every-string-is-translated", incomplete),
])
