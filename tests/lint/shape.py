#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""No file and no function is longer than a reader holds in mind."""
import tap

FILE = 1000
FUNCTION = 100


def functions(text):
    """Yields (line, name, length) of each definition, from its return type to its last brace."""
    rows = text.split("\n")
    for index, row in enumerate(rows):
        if row != "{":
            continue
        start = index - 1
        while start > 0 and rows[start - 1].strip() and not rows[start - 1].startswith(("}", "#")) \
                and not rows[start - 1].rstrip().endswith(("*/", ";")):
            start -= 1
        end = index
        while end < len(rows) and not rows[end].startswith("}"):
            end += 1
        head = " ".join(rows[start:index])
        if "(" in head and "=" not in head:
            name = head.split(" (")[0].split()[-1].lstrip("*")
            yield start + 1, name, end - start + 1


def problems(sources, file_limit=FILE, function_limit=FUNCTION):
    for path, text in sources.items():
        count = text.count("\n")
        if count > file_limit:
            yield "%s: %d lines" % (path, count)
        for line, name, length in functions(text):
            if length > function_limit:
                yield "%s:%d: %s has %d lines" % (path, line, name, length)


LONG = {"a.c": "int x;\n\nstatic int\nlong_one (int a,\n          int b)\n{\n" + "  a++;\n" * 5 + "}\n"
               "\nint\nshort_one (void)\n{\n}\n"}

tap.run("shape", [
    ("sees-what-is-wrong", lambda: tap.sees(problems(LONG, 10, 8), "a.c: 17", "a.c:3: long_one has 10")),
    ("files-and-functions-fit-a-head", lambda: problems(tap.texts("src", "tests"))),
])
