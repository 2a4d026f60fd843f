# SPDX-License-Identifier: GPL-3.0-or-later
"""What is wanted of a layout, whether it was reached, and how that is printed.

Nothing here runs a program or reads a file.
"""
import json
import math
from collections import namedtuple

# Of a measure of ours: at most ("<=") or at least (">=") a number; with a peer, so many times what
# that one has, or the best of all.
Wish = namedtuple("Wish", "measure sense number peer", defaults=(None,))
# A peer that should take at least so many times our time; slow: minutes.
Rival = namedtuple("Rival", "peer times slow", defaults=(False,))
BEST = "the best peer"
SIGNS = {"<=": "at most", ">=": "at least"}


def parse_spent(said):
    """What a program tells of the time of its layout: {"layout_s": seconds, "wall_s": seconds}."""
    spent = {}
    for line in said.splitlines():
        try:
            told = json.loads(line)
        except ValueError:
            continue
        if isinstance(told, dict):
            spent.update((key, float(told[key])) for key in ("layout_s", "wall_s") if key in told)
    return spent


def exponent(points):
    """The k of t = c n^k through (n, t) by least squares; needs two different n."""
    logs = [(math.log(n), math.log(t)) for n, t in points]
    middle = [sum(column) / len(logs) for column in zip(*logs)]
    across = sum((x - middle[0]) ** 2 for x, _ in logs)
    return sum((x - middle[0]) * (y - middle[1]) for x, y in logs) / across


def bound(wish, theirs):
    """The number that ours is held against; None: no such peer was measured."""
    if wish.peer is None:
        return wish.number
    values = [measured[wish.measure] for peer, measured in theirs.items()
              if wish.measure in measured and wish.peer in (peer, BEST)]
    if not values:
        return None
    return wish.number * (min(values) if wish.sense == "<=" else max(values))


def judge(wish, ours, theirs):
    """(True, False, or None where it cannot be told; a sentence)."""
    wanted, value = bound(wish, theirs), ours.get(wish.measure)
    if wanted is None or value is None:
        return None, "%s beside %s" % (wish.measure, wish.peer) if wish.peer else wish.measure
    reached = value <= wanted if wish.sense == "<=" else value >= wanted
    beside = " (%g times that of %s)" % (wish.number, wish.peer) if wish.peer else ""
    return reached, "%s %.4g, wanted %s %.4g%s" % (wish.measure, value, SIGNS[wish.sense], wanted, beside)


def judge_rival(rival, ratios):
    """The same for a ratio of times."""
    if rival.peer not in ratios:
        return None, "time beside %s" % rival.peer
    return (ratios[rival.peer] >= rival.times,
            "%.3g times as fast as %s, wanted %g" % (ratios[rival.peer], rival.peer, rival.times))


def verdict(judged):
    """One line: PASS where nothing falls short of what it was held against; what was not is named."""
    short = [text for reached, text in judged if reached is False]
    unknown = [text for reached, text in judged if reached is None]
    parts = ["SHORT: " + "; ".join(short)] if short else ["PASS"] if len(unknown) < len(judged) else []
    if unknown:
        parts.append("not compared: " + "; ".join(unknown))
    return "; ".join(parts)


def table(rows):
    """The rows of texts as lines: the first column to the left, the others to the right."""
    widths = [max(map(len, column)) for column in zip(*rows)]
    return ["  ".join(cell.rjust(width) if column else cell.ljust(width)
                      for column, (cell, width) in enumerate(zip(row, widths))).rstrip()
            for row in rows]
