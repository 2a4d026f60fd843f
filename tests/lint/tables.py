#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each row of a table has its file, each such file its row, and each id is given once.

`metrics.def` with the row `TRL_METRIC (degree)` wants `metric-degree.c` beside it.
"""
import os
import re

import tap

ROW = r"^TRL_([A-Z]+) \((\w+)\)$"
ID = r"^  \.id = \"([^\"]*)\""
GOOD_ID = re.compile(r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$")


def problems(tables, sources):
    for table, text in tables.items():
        folder, kind = os.path.dirname(table), os.path.basename(table)[:-len("s.def")]
        rows, ids = {}, {}
        for number, line in enumerate(text.split("\n"), 1):
            where = "%s:%d: " % (table, number)
            row = re.match(ROW, line)
            if not line or line.startswith("/*"):
                continue
            if not row or row[1].lower() != kind:
                yield where + "not a row TRL_%s (name)" % kind.upper()
                continue
            name = "%s/%s-%s.c" % (folder, kind, row[2].replace("_", "-"))
            if name in rows:
                yield where + "a second row for " + name
            elif name not in sources:
                yield where + "no file " + name
            rows[name] = row[2]
        if not rows:
            yield "%s: has no row" % table
        pattern = re.compile(r"%s/%s-[^/]+\.c$" % (re.escape(folder), kind))
        for path in filter(pattern.match, sources):
            if path not in rows:
                yield "%s: has no row in %s" % (path, table)
                continue
            found = re.findall(ID, sources[path], re.M)
            if not re.search(r"\btrl_%s_%s = \{" % (kind, rows[path]), sources[path]):
                yield "%s: does not define trl_%s_%s" % (path, kind, rows[path])
            if len(found) != 1:
                yield "%s: %d ids, not one" % (path, len(found))
            for name in found:
                if not GOOD_ID.match(name):
                    yield "%s: “%s” is no lower-case-with-hyphens" % (path, name)
                if name in ids:
                    yield "%s: the id “%s” is also that of %s" % (path, name, ids[name])
                ids[name] = path


BAD_TABLE = {"c/metrics.def": "TRL_METRIC (one)\nTRL_METRIC (two)\nTRL_LAYOUT (x)\nTRL_METRIC (four)\n"}
BAD_SOURCES = {
    "c/metric-one.c": 'const TrlMetric trl_metric_one = {\n  .id = "one",\n};\n',
    "c/metric-two.c": 'const TrlMetric trl_metric_two = {\n  .id = "one",\n};\n',
    "c/metric-three.c": "",
}

tap.run("tables", [
    ("sees-what-is-wrong", lambda: tap.sees(
        problems(BAD_TABLE, BAD_SOURCES), "metrics.def:3: not a row", "no file c/metric-four.c",
        "metric-three.c: has no row", "“one” is also that of c/metric-one.c")),
    ("rows-files-and-ids-agree", lambda: problems(
        tap.texts("src", ends=(".def",)), tap.texts("src", ends=(".c",)))),
])
