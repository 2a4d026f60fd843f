#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""reader.py PROGRAM: what a screen reader finds on the canvas, asked over the accessibility bus."""
import subprocess
import sys
import time

try:
    import pyatspi
except ImportError:
    print("1..0 # SKIP pyatspi is not installed")
    sys.exit(0)


def wait(what, find, seconds=15):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            found = find()
            if found:
                return found
        except Exception:  # objects come and go while we look
            pass
        time.sleep(0.05)
    raise AssertionError("timed out waiting for " + what)


def xdotool(*words):
    return subprocess.run(["xdotool", *words], check=True, capture_output=True, text=True).stdout


def walk(node):
    yield node
    for i in range(node.childCount):
        child = node.getChildAtIndex(i)
        if child is not None:
            yield from walk(child)


def find_map():
    for app in pyatspi.Registry.getDesktop(0):
        if app and app.name == "show-canvas":
            for node in walk(app):
                if node.getRoleName() == "list" and node.name == "Partnership map":
                    return node
    return None


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


def is_focused(item):
    return item.getState().contains(pyatspi.STATE_FOCUSED)


def tab_moves_the_focus(canvas):
    window = xdotool("search", "--onlyvisible", "--name", "Canvas").split()[0]
    xdotool("windowfocus", window)
    wait("a focus", lambda: any(is_focused(item) for item in items(canvas)), 5)
    before = [is_focused(item) for item in items(canvas)].index(True)
    xdotool("key", "Tab")
    wait("the focus", lambda: is_focused(items(canvas)[before + 1]), 5)


TESTS = (names_every_partner, describes_the_tie, lies_where_it_is_drawn, tab_moves_the_focus)


def main():
    print("1..%d" % len(TESTS))
    program = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL)
    failed = False
    try:
        canvas = wait("the canvas", find_map)
        for number, test in enumerate(TESTS, 1):
            name = "/reader/" + test.__name__.replace("_", "-")
            try:
                test(canvas)
                print("ok %d %s" % (number, name))
            except Exception as error:
                failed = True
                print("not ok %d %s\n# %r" % (number, name, error))
    finally:
        program.terminate()
        program.wait(5)
    sys.exit(failed)


main()
