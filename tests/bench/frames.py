#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""frames.py PROGRAM [NODES]…: what a frame costs while a map is panned, zoomed and a partner dragged.

Opens networks of NODES partners and three times as many partnerships, one in ten across the whole map, in a
map of 1280 by 800 pixels, and sends real input by the X server, a step a frame.  A frame costs what the
program, its threads and the X server used of the processor since the frame before; late is the share of
frames that somewhere show nothing, or what is out of date; or, for more than 100 ms by then, what is
stretched to more than twice its size; or, for more than 250 ms and with no zoom on its way, what was not
drawn for that scale.  Each gesture waits until the program neither draws nor works; where that takes a second
or more, a line says how long.  Run by `./dev bench`.
"""
import base64
import hashlib
import os
import random
import re
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
import time

SIZES = 1000, 10000, 50000, 100000
WIDTH, HEIGHT = 1280, 800
STEPS = 90
LEVELS = "networking", "cooperation", "coordination", "collaboration"
SPACE = 28  # points between partners, about
NEAR = 60
FRAME = 0.0167
BUSY = 0.1  # of a processor, with which something is worked on


def ident(text):
    return base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()[:16]).decode().rstrip("=")


def places(chance, count):
    """The first lies in the middle, the next four in the corners, all others anywhere."""
    side = SPACE * count ** 0.5
    fixed = [(side / 2, side / 2), (0, 0), (side, 0), (0, side), (side, side)]
    return fixed + [(chance.uniform(0, side), chance.uniform(0, side)) for _ in range(count - len(fixed))]


def ties(chance, points, count):
    cells = {}
    for index, (x, y) in enumerate(points):
        cells.setdefault((int(x // NEAR), int(y // NEAR)), []).append(index)
    found = set()
    while len(found) < count:
        start = chance.randrange(len(points))
        end = chance.randrange(len(points))
        if chance.random() >= 0.1:
            x, y = points[start]
            cell = cells.get((int(x // NEAR) + chance.randint(-1, 1), int(y // NEAR) + chance.randint(-1, 1)))
            end = chance.choice(cell) if cell else start
        if start != end and (end, start) not in found:
            found.add((start, end))
    return sorted(found)


def write_document(path, count):
    chance = random.Random(count)
    points = places(chance, count)
    nodes = ('{"id": "%s", "order": %d, "name": "Partner %d", "x": %.2f, "y": %.2f}' % (
        ident("n%d" % i), i + 1, i + 1, x, y) for i, (x, y) in enumerate(points))
    edges = ('{"id": "%s", "order": %d, "from": "%s", "to": "%s", "level": "%s"}' % (
        ident("e%d" % i), i + 1, ident("n%d" % a), ident("n%d" % b), LEVELS[i % len(LEVELS)])
        for i, (a, b) in enumerate(ties(chance, points, 3 * count)))
    with open(path, "w", encoding="utf-8") as file:
        file.write('{"trellis": 1, "format": {"version": 1, "minReader": 1, "generator": "bench"}, "id": "%s",\n'
                   '"networks": [{"id": "%s", "name": "Bench", "layout": "stress",\n"nodes": [\n%s],\n"edges": [\n%s]}]}\n'
                   % (ident("document"), ident("network"), ",\n".join(nodes), ",\n".join(edges)))


class Ended(Exception):
    """There is nothing to measure any more."""


class Program:
    """The window, and the lines that it prints."""

    def __init__(self, command, server):
        environment = dict(os.environ, TRELLIS_BENCH="frames", TRELLIS_BENCH_SERVER=server)
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)
        self.frames = []
        self.place = None
        self.last = time.monotonic()
        threading.Thread(target=self.read, daemon=True).start()

    def read(self):
        for line in self.process.stdout:
            word, *values = line.split()
            if word == "frame":
                self.frames.append((float(values[0]), float(values[1]), int(values[2])))
                self.last = time.monotonic()
            elif word == "canvas":
                self.place = [int(value) for value in values]

    def worked(self):
        """Seconds of the processor that all its threads have used so far."""
        with open("/proc/%d/stat" % self.process.pid, encoding="utf-8") as file:
            fields = file.read().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def settle(self, quiet=1.5, most=120):
        """Waits until nothing is drawn and nothing is worked on any more; returns the seconds this took,
        None when it took too long."""
        start = still = time.monotonic()
        worked = self.worked()
        while time.monotonic() - start < most:
            time.sleep(0.25)
            if self.process.poll() is not None:
                raise Ended("the program has ended")
            now, was = time.monotonic(), worked
            worked = self.worked()
            if not self.frames or worked - was > BUSY * 0.25:
                still = now
            if now - max(still, self.last) > quiet:
                return now - start - quiet
        return None

    def end(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()


def send(*commands):
    subprocess.run(["xdotool", *(str(word) for command in commands for word in command)], check=True)


def find_window():
    for _ in range(600):
        found = subprocess.run(["xdotool", "search", "--onlyvisible", "--class", "trellis"], check=False,
                               stdout=subprocess.PIPE, text=True).stdout.split()
        if found:
            return found[-1]
        time.sleep(0.1)
    raise Ended("no window was opened")


def steps(dx, dy, count=STEPS):
    """Moves that come back to where they began, a step a frame."""
    for step in range(count):
        turn = 1 if step < count / 2 else -1
        yield "mousemove_relative", "--", turn * dx, turn * dy
        yield "sleep", FRAME


def drag(button, dx, dy):
    send(("mousedown", button), ("sleep", FRAME), *steps(dx, dy), ("sleep", FRAME), ("mouseup", button))


def zoom():
    """In, out and in again by the wheel, two frames a step."""
    turns = [("click", "--repeat", count, "--delay", int(2000 * FRAME), button)
             for count, button in ((10, 4), (20, 5), (10, 4))]
    send(("keydown", "ctrl"), *turns, ("keyup", "ctrl"))


def describe(frames):
    """What is said of frames: half of them cost less than the first number, 19 of 20 less than p95."""
    if not frames:
        return "no frame was drawn"
    costs = sorted(program + server for program, server, _ in frames)
    late = 100 * sum(frame[2] for frame in frames) / len(frames)
    fifth = costs[min(len(costs) - 1, int(0.95 * len(costs)))]
    return "%5.1f ms  (p95 %.1f, %d frames, %.0f %% late; aim: p95 at most 16.7 ms)" % (
        statistics.median(costs), fifth, len(frames), late)


def report(what, text):
    print("%-44s %s" % (what, text), flush=True)


def wait(program, what):
    spent = program.settle()
    if not program.frames:
        raise Ended("no frame was drawn")
    if spent is None:
        report(what, "not quiet yet, measured all the same")
    elif spent > 1:
        report(what, "quiet after %.1f s" % spent)


def measure(program, name, gesture):
    """The first frame bears what was done since the one before it, long ago."""
    wait(program, "  before " + name.strip())
    first = len(program.frames) + 1
    gesture()
    time.sleep(0.1)
    report(name, describe(program.frames[first:]))


def run(command, server, count):
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "bench.trellis")
        write_document(path, count)
        program = Program([command, path], server)
        try:
            window = find_window()
            name = "%d partners, %d partnerships" % (count, 3 * count)
            wait(program, name + ", opening")
            fit(program, window)
            left, top = (int(word) for word in re.findall(r"Position: (-?\d+),(-?\d+)", subprocess.run(
                ["xdotool", "getwindowgeometry", window], check=True, stdout=subprocess.PIPE, text=True).stdout)[0])
            x = left + program.place[0] + WIDTH // 2
            y = top + program.place[1] + HEIGHT // 2
            for view, key in ("whole", "ctrl+9"), ("at 100 %", "ctrl+0"):
                send(("key", key), ("mousemove", x, y))
                print("%s, %s" % (name, view), flush=True)
                measure(program, "  panning", lambda: drag(2, 9, 6))
                measure(program, "  zooming", zoom)
                measure(program, "  dragging a partner", lambda: drag(1, 4, 3))
                send(("key", "ctrl+z"))
        except (Ended, OSError, subprocess.CalledProcessError) as problem:
            report("%d partners" % count, problem)
        finally:
            program.end()


def fit(program, window):
    """Makes the map as large as is said above."""
    for _ in range(3):
        width, height = (int(word) for word in re.findall(r"Geometry: (\d+)x(\d+)", subprocess.run(
            ["xdotool", "getwindowgeometry", window], check=True, stdout=subprocess.PIPE, text=True).stdout)[0])
        send(("windowmove", window, 0, 0), ("windowsize", window, width + WIDTH - program.place[2],
                                            height + HEIGHT - program.place[3]), ("windowfocus", window))
        program.settle()


def main(command, sizes):
    for count in sizes:
        run(command, os.environ.get("HEADLESS_SERVER", ""), count)


if __name__ == "__main__":
    main(sys.argv[1], [int(word) for word in sys.argv[2:]] or SIZES)
