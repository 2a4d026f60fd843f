#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""reader.py PROGRAM: what a screen reader finds on the canvas, asked over the accessibility bus."""
import sys

from bus import find, focus_window, is_focused, pyatspi, run, wait, xdotool


def items(canvas):
    return [child for child in canvas if child.getRoleName() == "list item"]


def names_every_partner(canvas):
    found = items(canvas)
    assert len(found) == 19, len(found)
    assert found[0].name == "Hub", found[0].name
    assert "K-12 Schools" in [item.name for item in found]


def describes_the_tie(canvas):
    described = items(canvas)[2].description
    assert described.startswith("Coordination with"), described
    assert described.endswith("4 partners"), described


def lies_where_it_is_drawn(canvas):
    box = canvas.queryComponent().getExtents(pyatspi.WINDOW_COORDS)
    for item in items(canvas):
        own = item.queryComponent().getExtents(pyatspi.WINDOW_COORDS)
        x, y = own.x + own.width // 2, own.y + own.height // 2
        assert own.width >= 24 and own.height >= 24, (item.name, own)
        assert box.x <= x <= box.x + box.width, (item.name, own)
        assert box.y <= y <= box.y + box.height, (item.name, own)


def tab_moves_the_focus(canvas):
    focus_window("Canvas")
    wait("a focus", lambda: any(is_focused(item) for item in items(canvas)), 5)
    before = [is_focused(item) for item in items(canvas)].index(True)
    xdotool("key", "Tab")
    wait("the focus", lambda: is_focused(items(canvas)[before + 1]), 5)


TESTS = (names_every_partner, describes_the_tie, lies_where_it_is_drawn, tab_moves_the_focus)

run(sys.argv[1:], "the canvas", lambda: find("show-canvas", "list", "Partnership map"), TESTS, "reader")
