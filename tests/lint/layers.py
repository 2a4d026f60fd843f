#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Folders of core include only what stands left of them, and nothing of a toolkit."""
import re

import tap

ORDER = ("model", "engine", "store", "formats", "analysis", "layout", "scene", "draw", "figure",
         "report")
INCLUDE = r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]'
TOOLKIT = re.compile(r"^(gtk|gdk|gsk|adwaita|libadwaita)([/.-]|$)")
GENERATED = {"config.h", "places.h"}


def problems(sources):
    for path, text in sources.items():
        core = re.match(r"src/core/(?:(\w+)/)?", path)
        own = core[1] if core else None
        if own and own not in ORDER:
            yield "%s: the folder has no place in the order %s" % (path, " < ".join(ORDER))
            continue
        for line, match in tap.lines(INCLUDE, text):
            quoted, name = match[1] == '"', match[2]
            where = "%s:%d: " % (path, line)
            if TOOLKIT.match(name):
                yield where + "<%s> belongs to the toolkit" % name
            if not quoted or name in GENERATED or not core:
                continue
            folder = name.split("/")[0]
            if name.endswith(".def") and "/" not in name:
                continue
            if folder not in ORDER or "/" not in name:
                yield where + '"%s" is not written folder/file.h' % name
            elif own and ORDER.index(folder) > ORDER.index(own):
                yield where + "%s may not include %s" % (own, name)


def app_problems(sources):
    """Nothing but the application includes its headers."""
    for path, text in sources.items():
        for line, match in tap.lines(INCLUDE, text):
            if match[1] == '"' and re.search(r"(^|/)trellis-", match[2]):
                yield "%s:%d: %s belongs to the application" % (path, line, match[2])


BROKEN = {
    "src/core/model/a.c": '#include "layout/trl-layout.h"\n#include "model/trl-table.h"\n',
    "src/core/scene/b.h": '#include <gtk/gtk.h>\n#include "draw.h"\n',
    "src/core/odd/c.c": "",
    "src/core/draw/d.c": '#include "scene/trl-scene.h"\n#include "config.h"\n#include <cairo.h>\n',
}

tap.run("layers", [
    ("sees-what-is-wrong", lambda: tap.sees(
        problems(BROKEN), "model may not include layout", "<gtk/gtk.h>", '"draw.h"', "no place")),
    ("core-includes-leftwards-only", lambda: problems(tap.texts("src/core"))),
    ("core-and-command-line-know-no-window", lambda: [
        *problems(tap.texts("src/cli", "src/graphviz")),
        *app_problems(tap.texts("src/core", "src/cli", "src/graphviz"))]),
])
