#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""globals.py LIBRARY: core keeps no state between calls, and no program links what it must not.

Tables are constant; what the compiler may write to is only what GLib's macros make: an error
quark, a type, its signals and properties.
"""
import os
import re
import sys

import tap

# The font of the figure that a thread builds, put back when it is built: letters are measured in
# too many places to hand it to each.
THREADS = ("thread_family",)
ALLOWED = re.compile(r"^(q|static_g_define_type_id|g_define_type_id|signals|properties|\w+_signal"
                     r"|\w+_parent_class|\w+_private_offset)(\.\d+)*$")
WRITTEN = re.compile(r"^(\.data|\.bss|\*COM\*|\.tdata|\.tbss)")
READ_ONLY = ".data.rel.ro"


def problems(listing):
    """Reads what `objdump -t` says of a library."""
    file = "?"
    for line in listing.splitlines():
        member = re.match(r"^(\S+\.o):", line)
        if member:
            file = member[1]
        symbol = re.match(r"^[0-9a-f]{8,} (.{7}) (\S+)\t[0-9a-f]+ +(?:\.hidden )?(\S+)$", line)
        if not symbol or "d" in symbol[1] or not WRITTEN.match(symbol[2]):
            continue
        if symbol[2].startswith(".t") and symbol[3] in THREADS:
            continue
        if not symbol[2].startswith(READ_ONLY) and not ALLOWED.match(symbol[3]):
            yield "%s: %s can be written to" % (file, symbol[3])


def core(library):
    code, said = tap.tool(["objdump", "-t", library])
    return ["%s: %s" % (library, said)] if code else problems(said)


def linked(program, forbidden):
    path = os.path.join(tap.BUILD, program)
    if not os.path.exists(path):
        raise tap.Skip("%s is not built" % program)
    _, said = tap.tool(["ldd", path])
    return ["%s links %s" % (program, name)
            for name in re.findall(r"^\s+(\S+)", said, re.M) if re.match(forbidden, name)]


SAMPLE = """a.c.o:     file format elf64-x86-64
0000000000000000 l     O .bss\t0000000000000004 q.0
0000000000000000 l     O .bss\t0000000000000008 cache
0000000000000000 l    d  .data\t0000000000000000 .data
0000000000000020 g     O .data.rel.ro.local\t0000000000000018 trl_metric_richness
0000000000000000 g     O .data\t0000000000000004 .hidden count
0000000000000000 l     F .text\t0000000000000004 helper
"""

tap.run("globals", [
    ("sees-what-is-wrong", lambda: tap.sees(problems(SAMPLE), "a.c.o: cache", "a.c.o: count")),
    ("core-keeps-no-state", lambda: core(sys.argv[1])),
    ("command-line-links-no-toolkit", lambda: linked(
        "src/cli/trellis-cli", r"lib(gtk|gdk|gsk|adwaita|igraph|gvc|cgraph)")),
    ("window-links-no-helper-library", lambda: linked(
        "src/app/trellis", r"lib(igraph|gvc|cgraph)")),
])
