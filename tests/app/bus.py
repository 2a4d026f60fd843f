# SPDX-License-Identifier: GPL-3.0-or-later
"""The accessibility bus, for tests that ask what a screen reader finds in a program."""
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


def find(program, role, name):
    """The first widget of that role and name in a program that runs, or None."""
    for app in pyatspi.Registry.getDesktop(0):
        if app and app.name == program:
            for node in walk(app):
                if node.getRoleName() == role and node.name == name:
                    return node
    return None


def is_focused(item):
    return item.getState().contains(pyatspi.STATE_FOCUSED)


def focus_window(title):
    xdotool("windowfocus", xdotool("search", "--onlyvisible", "--name", title).split()[0])


def run(command, what, looks, tests, prefix):
    """Starts a program, waits for what @looks for, and gives it to each test."""
    print("1..%d" % len(tests))
    program = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    failed = False
    try:
        found = wait(what, looks)
        for number, test in enumerate(tests, 1):
            name = "/%s/%s" % (prefix, test.__name__.replace("_", "-"))
            try:
                test(found)
                print("ok %d %s" % (number, name))
            except Exception as error:
                failed = True
                print("not ok %d %s\n# %r" % (number, name, error))
    finally:
        program.terminate()
        program.wait(5)
    sys.exit(failed)
