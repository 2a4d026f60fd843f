#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""An error code exists only if the program raises it and a test sees it raised."""
import re

import tap

CODE = r"^\s+((?:TRL|TRELLIS)_\w+_ERROR_\w+)\s*[,=}/\n]"
ENUM = r"typedef enum\n\{(.*?)\n\} Tr\w+Error;"


def codes(headers):
    """Yields (path, code) for each code declared."""
    for path, text in headers.items():
        for _, match in tap.lines(ENUM, text):
            for code in re.findall(CODE, match[1] + "\n", re.M):
                yield path, code


def unused(headers, sources, why):
    everything = "\n".join(map(tap.without_comments, sources.values()))
    words = set(re.findall(r"\w+", everything))
    return ["%s: %s %s" % (path, code, why) for path, code in codes(headers) if code not in words]


HEADER = {"a.h": "typedef enum\n{\n  TRL_A_ERROR_ONE,\n  TRL_A_ERROR_TWO, /* why */\n"
                 "  TRL_A_ERROR_THREE\n} TrlAError;\n"}

tap.run("errors", [
    ("sees-what-is-wrong", lambda: tap.sees(
        unused(HEADER, {"a.c": "TRL_A_ERROR_ONE /* TRL_A_ERROR_TWO */"}, "unraised"),
        "TRL_A_ERROR_TWO", "TRL_A_ERROR_THREE")),
    ("every-code-is-raised", lambda: unused(
        tap.texts("src", ends=(".h",)), tap.texts("src", ends=(".c",)), "is never raised")),
    ("every-code-is-tested", lambda: unused(
        tap.texts("src", ends=(".h",)), tap.texts("tests"), "is in no test")),
])
