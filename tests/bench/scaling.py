# SPDX-License-Identifier: GPL-3.0-or-later
"""How our time grows with the network, and whether places are the same on every processor."""
import hashlib
import itertools
import os
import statistics

import layouts
import networks
import process
from comparison import exponent, table

SIZES = (200, 1000, 5000, 20000, 100000)
GROWTH_FROM = 5000
GROWTH = 1.15
LANES = ("plain", "avx2", "avx512")
THREADS = (1, 2)
AS_FITS = ("--layout", "stress")
PIVOTS = ("--layout", "stress", "--set", "solver=pivots")
GROUPS = ("--layout", "groups")
SAME = ((1000, AS_FITS), (5000, AS_FITS), (5000, GROUPS), (20000, AS_FITS))


def lay_out(bench, network, arguments, threads=1, lanes=None):
    """Seconds of the processor, and the sum of the places; None when the program failed."""
    places = bench.places("scaling")
    variables = {"TRL_LANES": lanes} if lanes else {}
    done = process.run(layouts.our_command(bench.build, bench.base(network), arguments, threads, places),
                       threads, layouts.LIMIT, **variables)
    if done.status != "ok":
        return None
    with open(places, "rb") as file:
        return done.spent["layout_s"], hashlib.md5(file.read()).hexdigest()


def time_of(bench, network, arguments, runs):
    done = [lay_out(bench, network, arguments) for _ in range(runs)]
    return None if None in done else statistics.median(seconds for seconds, _ in done)


def print_growth(bench, prefix):
    rows, points = [["nodes", "as fits the size", "distances to pivots"]], []
    for n in SIZES:
        network = "%s%d" % (prefix, n)
        if networks.lacks(bench.folder, network):
            print("\ngrowth: %s skipped, it is not in %s" % (network, bench.folder))
            continue
        runs = 5 if n < 20000 else 3
        times = [time_of(bench, network, arguments, runs) for arguments in (AS_FITS, PIVOTS)]
        rows.append(["%d" % n] + ["failed" if time is None else "%.4f s" % time for time in times])
        if n >= GROWTH_FROM and times[1] is not None:
            points.append((n, times[1]))
    print("\ngrowth of our time, one thread")
    print("\n".join("  " + line for line in table(rows)))
    if len(points) > 1:
        grown = exponent(points)
        print("  from %d nodes on n^%.2f, wanted at most n^%g: %s" % (
            points[0][0], grown, GROWTH, "PASS" if grown <= GROWTH else "SHORT"), flush=True)


def has(lanes):
    """Whether the processor has what a code path needs."""
    if lanes == "plain":
        return True
    if not os.path.exists("/proc/cpuinfo"):
        return False
    with open("/proc/cpuinfo", encoding="utf-8") as file:
        flags = file.read().split()
    return all(flag in flags for flag in
               (("avx2",) if lanes == "avx2" else ("avx512f", "avx512bw", "avx512vl", "avx512dq")))


def print_sameness(bench, prefix):
    print("\nsame places, to the last digit written")
    usable = [lanes for lanes in LANES if has(lanes)]
    for lanes in set(LANES) - set(usable):
        print("  %s: skipped, this processor has none" % lanes)
    for n, arguments in SAME:
        network = "%s%d" % (prefix, n)
        if networks.lacks(bench.folder, network):
            print("  %s: skipped, it is not in %s" % (network, bench.folder))
            continue
        done = [lay_out(bench, network, arguments, threads, lanes)
                for threads, lanes in itertools.product(THREADS, usable)]
        sums = {one[1] if one else "failed" for one in done}
        print("  %s %s, %s, on 1 and 2 threads: %s" % (
            network, arguments[1], ", ".join(usable),
            "PASS, md5 " + sums.pop() if len(sums) == 1 and None not in done
            else "SHORT, %d different" % len(sums)), flush=True)
