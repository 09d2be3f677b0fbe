"""Runs vetmatch and the other solvers on the same rounds, one process after the other."""

import argparse
import os
import sys
from datetime import datetime
from pathlib import Path

from measuring.command import Failure, Vetmatch
from measuring.machine import machine
from measuring.processes import end_on_signals
from peers import rounds
from peers.chart import chart
from peers.results import Results
from peers.runs import SOLVERS, run
from peers.table import disagreements, markdown

HERE = Path(__file__).resolve().parent


def main():
    arguments = parsed()
    end_on_signals()
    try:
        return compare(arguments)
    except KeyboardInterrupt:
        print(f"stopped; go on with --name {arguments.name}", file=sys.stderr)
        return 130
    except Failure as failure:
        print(failure, file=sys.stderr)
        return 1


def compare(arguments):
    vetmatch = Vetmatch(arguments.vetmatch)
    folder = arguments.results
    folder.mkdir(parents=True, exist_ok=True)
    work = HERE / ".work"
    results = Results(folder / f"{arguments.name}.csv")
    facts = machine()
    for name in rounds.names(arguments.rounds):
        place = rounds.folder(name, vetmatch, work)
        models = models_of(name, place, vetmatch, work) if peers_of(arguments) else None
        for solver in arguments.solvers:
            if results.has(name, solver):
                continue
            rows = run(solver, name, place, models, vetmatch, work, arguments.limit)
            results.add(rows)
            show(rows[-1])
            write(results, folder / arguments.name, facts)
    wrong = disagreements(results)
    for line in wrong:
        print(line, file=sys.stderr)
    return 1 if wrong else 0


def peers_of(arguments):
    return [solver for solver in arguments.solvers if solver != "vetmatch"]


def models_of(name, place, vetmatch, work):
    """The exported problem; it is written anew, since the command may have changed."""
    models = work / "models" / name.replace("/", "-").replace(":", "-seed")
    for old in models.glob("*.mps"):
        old.unlink()
    return vetmatch.export(place, models)


def show(total):
    print(f"{total.round:44} {total.solver:9} {total.status:10} {total.seconds:9.2f} s"
          f" {total.peak_bytes / 2**20:7.0f} MiB", flush=True)


def write(results, path, facts):
    """Replaces the table and the chart by those of all runs so far."""
    for ending, text in ((".md", markdown(results, facts)), (".svg", chart(results.totals()))):
        new = path.with_name(path.name + ending + ".new")
        new.write_text(text)
        os.replace(new, path.with_name(path.name + ending))


def parsed():
    parser = argparse.ArgumentParser(prog="Benchmarks/peers/run", description=__doc__)
    parser.add_argument("--rounds", nargs="+", default=["small", "intervet"], help=rounds.HELP)
    parser.add_argument("--solvers", nargs="+", choices=SOLVERS, default=SOLVERS)
    parser.add_argument("--limit", type=float, default=300,
                        help="seconds for each solver on each round, over all tiers [300]")
    parser.add_argument("--name", default=datetime.now().strftime("%Y-%m-%d-%H%M%S"),
                        help="of the results; an earlier name goes on with that run")
    parser.add_argument("--results", type=Path, default=HERE / "results", help="their folder")
    parser.add_argument("--vetmatch", help="a built command, in place of a release build")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
