"""Fits y = factor * people ^ exponent by least squares on the logarithms."""

import math

# Quantity, what it is called, and whether only runs count that were proven to the end: a run that
# a limit stopped says how long the limit was.
QUANTITIES = [
    ("options", "options", False),
    ("check_seconds", "seconds to read and find options", False),
    ("seconds", "seconds of allocate, of proven runs", True),
    ("peak_bytes", "peak memory", False),
]


def exponent(points):
    """The exponent and the share of the variance it explains; `None` below two sizes."""
    logs = [(math.log(x), math.log(y)) for x, y in points if x > 0 and y > 0]
    if len({x for x, _ in logs}) < 2:
        return None
    mean_x, mean_y = (sum(part) / len(logs) for part in zip(*logs))
    xx = sum((x - mean_x) ** 2 for x, _ in logs)
    xy = sum((x - mean_x) * (y - mean_y) for x, y in logs)
    yy = sum((y - mean_y) ** 2 for _, y in logs)
    return xy / xx, xy * xy / (xx * yy) if yy else 1.0


def fits(runs):
    """A line of words for each quantity."""
    return [f"{words}: {fitted(runs, key, proven_only)}" for key, words, proven_only in QUANTITIES]


def fitted(runs, key, proven_only):
    points = [(r["people"], r[key]) for r in runs
              if r[key] is not None and (r["status"] == "optimal" or not proven_only)]
    found = exponent(points)
    if not found:
        return f"no exponent from {len(points)} sizes"
    return f"people ^ {found[0]:.2f} (r² {found[1]:.3f}, {len(points)} sizes)"
