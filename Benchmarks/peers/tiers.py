"""Solves a folder of MPS files tier by tier with another solver, and prints a line for each.

Every tier is solved with the values of the tiers before as equations and the last selection as a
start, until one is not proven. Only the time inside the solver counts.
"""

import argparse
import json
import math
import time
from dataclasses import dataclass
from pathlib import Path

from peers.mps import read_tiers


@dataclass
class Answer:
    """What a solver says of one tier: `optimal`, `feasible`, `infeasible` or `unknown`."""

    status: str
    x: list = None
    bound: float = None


def main(version, solve):
    """Runs `solve(model, tier, start, seconds)`, which gives a call that gives an `Answer`."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--limit", type=float, required=True)
    arguments = parser.parse_args()
    model, tiers = read_tiers(arguments.folder)
    say(version=version, columns=len(model.names), rows=len(model.rows))
    run(model, tiers, solve, arguments.limit)


def run(model, tiers, solve, limit):
    """Goes from tier to tier until the limit, in seconds over all of them."""
    start, left = None, limit
    for place, tier in enumerate(tiers):
        call = solve(model, tier, start, max(left, 0.01))
        begin = time.perf_counter()
        answer = call()
        seconds = time.perf_counter() - begin
        left -= seconds
        report(model, tier, answer, seconds)
        if answer.status != "optimal" or left <= 0:
            if answer.x:
                report_rest(tiers[place + 1:], answer.x)
            return
        start = answer.x
        model.rows.append(tier.kept_at(tier.value(start)))


def report(model, tier, answer, seconds):
    """Says what was found; whether it holds is counted again in whole numbers."""
    value = tier.value(answer.x) if answer.x else None
    bound = answer.bound
    if bound is None or not math.isfinite(bound):
        bound = None
    else:
        # No whole number lies between a bound and the next one above it.
        bound = math.ceil(bound - 1e-6 * max(1, abs(bound) / 1e6))
    say(
        tier=tier.name, status=answer.status, value=value, bound=bound,
        proven=answer.status == "optimal", sound=not model.breaks(answer.x) if answer.x else None,
        seconds=seconds)


def report_rest(tiers, x):
    """The last selection has values in the tiers that were not reached, too."""
    for tier in tiers:
        say(tier=tier.name, status="feasible", value=tier.value(x), proven=False)


def say(**facts):
    print(json.dumps(facts), flush=True)
