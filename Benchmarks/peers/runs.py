"""One run of one solver on one round, as rows of the results."""

import json
import sys

from measuring.machine import load
from measuring.processes import measured
from peers.results import TOTAL, VETMATCH, Row

PEERS = ["highs", "scip", "cpsat"]
SOLVERS = [VETMATCH, *PEERS]

# The tiers of which a round wants the most; a model minimises all of them.
MAXIMISED = {"filled", "points", "fit", "draw"}


def run(solver, name, folder, models, vetmatch, work, limit):
    """The rows of a run, that of the whole last."""
    before = load()
    if solver == VETMATCH:
        rows = own(name, folder, vetmatch, work, limit)
    else:
        rows = peer(solver, name, models, limit)
    rows[-1].limit, rows[-1].load = limit, before
    return rows


def own(name, folder, vetmatch, work, limit):
    process, answer = vetmatch.allocate(folder, work / "out", limit)
    version = f"vetmatch {vetmatch.version()}"
    tiers = answer.get("tiers", [])
    rows = [
        Row(name, VETMATCH, version, tier["tier"],
            "optimal" if tier["proven"] else "feasible", tier["value"], tier["bound"],
            tier["proven"], True, tier.get("seconds"))
        for tier in tiers
    ]
    solving = solver_seconds(answer)
    clock = "process" if solving is None else "solver"
    seconds = process.seconds if solving is None else solving
    status = answer.get("status", "failed")
    return rows + [total(name, VETMATCH, version, status, rows, seconds, process, clock)]


def solver_seconds(answer):
    """What the command itself says of the time of solving, where it does."""
    for place in (answer, answer.get("run", {}), answer.get("statistics", {})):
        for key in ("solver_seconds", "seconds"):
            if key in place:
                return place[key]
    return None


def peer(solver, name, models, limit):
    process = measured(
        [sys.executable, "-m", f"peers.{solver}", str(models), "--limit", str(limit)],
        patience=2 * limit + 120)
    facts = [json.loads(line) for line in process.output.splitlines() if line.startswith("{")]
    version = facts[0]["version"] if facts else solver
    rows = [tier(name, solver, version, fact) for fact in facts if "tier" in fact]
    status = peer_status(process, rows)
    if status == "failed":
        print(process.errors.strip() or f"{solver} was ended", file=sys.stderr)
    seconds = sum(row.seconds or 0 for row in rows)
    return rows + [total(name, solver, version, status, rows, seconds, process, "solver")]


def tier(name, solver, version, fact):
    sign = -1 if fact["tier"] in MAXIMISED else 1
    value, bound = (
        None if fact.get(key) is None else sign * fact[key] for key in ("value", "bound"))
    return Row(name, solver, version, fact["tier"], fact["status"], value, bound,
               fact.get("proven"), fact.get("sound"), fact.get("seconds"), clock="solver")


def peer_status(process, rows):
    if process.status != 0:
        return "failed"
    statuses = [row.status for row in rows]
    for status in ("infeasible", "unknown", "feasible"):
        if status in statuses:
            has_plan = any(row.value is not None for row in rows)
            return "feasible" if status == "unknown" and has_plan else status
    return "optimal"


def total(name, solver, version, status, rows, seconds, process, clock):
    sound = all(row.sound for row in rows if row.sound is not None)
    return Row(
        name, solver, version, TOTAL, status, proven=status in ("optimal", "infeasible"),
        sound=sound, seconds=seconds, clock=clock, process_seconds=process.seconds,
        cpu_seconds=process.cpu_seconds, peak_bytes=process.peak_bytes)
