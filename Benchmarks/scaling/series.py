"""Makes rounds of growing size, plans each within a limit, and fits how fast the effort grows."""

import argparse
import csv
import os
import sys
from datetime import datetime
from pathlib import Path

from measuring.command import Failure, Vetmatch
from measuring.machine import load, machine
from measuring.processes import end_on_signals
from scaling.fit import fits
from scaling.table import counted, markdown

HERE = Path(__file__).resolve().parent
SIZES = [1000, 3000, 10_000, 30_000, 100_000, 300_000, 1_000_000]
COLUMNS = ["people", "seed", "applications", "options", "status", "check_seconds",
           "check_peak_bytes", "seconds", "cpu_seconds", "peak_bytes", "limit", "load", "tier",
           "value", "bound", "proven"]


def main():
    arguments = parsed()
    end_on_signals()
    try:
        measure(arguments)
    except KeyboardInterrupt:
        print("stopped; what was finished is written", file=sys.stderr)
        return 130
    except Failure as failure:
        print(failure, file=sys.stderr)
        return 1
    return 0


def measure(arguments):
    vetmatch = Vetmatch(arguments.vetmatch)
    arguments.results.mkdir(parents=True, exist_ok=True)
    path, facts, runs = arguments.results / arguments.name, machine(), []
    with open(f"{path}.csv", "x", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        for size in arguments.sizes:
            runs.append(one(vetmatch, size, arguments))
            writer.writerows(rows(runs[-1]))
            file.flush()
            os.fsync(file.fileno())
            show(runs[-1])
            Path(f"{path}.md").write_text(markdown(runs, facts))
    for line in fits(runs):
        print(line)


def one(vetmatch, size, arguments):
    """What one size took: reading and counting options first, then the whole of `allocate`."""
    place = HERE / ".work" / f"scaled-{size}-seed{arguments.seed}"
    folder = vetmatch.generate("scaled", size, arguments.seed, place)
    before = load()
    check, overview = vetmatch.check(folder)
    run, answer = vetmatch.allocate(folder, HERE / ".work" / "out", arguments.time_limit)
    return {
        "people": size, "seed": arguments.seed,
        "applications": overview["round"]["applications"],
        "options": overview["round"]["options"], "status": answer.get("status", "failed"),
        "check_seconds": check.seconds, "check_peak_bytes": check.peak_bytes,
        "seconds": run.seconds, "cpu_seconds": run.cpu_seconds, "peak_bytes": run.peak_bytes,
        "limit": arguments.time_limit, "load": before, "tiers": answer.get("tiers", []),
    }


def rows(run):
    """A row for each tier, or one where there is no plan."""
    facts = {k: f"{v:.4f}" if isinstance(v, float) else v for k, v in run.items() if k != "tiers"}
    none = {"tier": "", "value": None, "bound": None, "proven": False}
    return [
        facts | {k: tier[k] for k in ("tier", "value", "bound")}
        | {"proven": "yes" if tier["proven"] else "no"}
        for tier in run["tiers"] or [none]
    ]


def show(run):
    proven = sum(1 for tier in run["tiers"] if tier["proven"])
    print(f"{run['people']:>9,} people {counted(run['options']):>11} options  check {run['check_seconds']:6.2f} s"
          f"  allocate {run['seconds']:8.2f} s {run['peak_bytes'] / 2**20:7,.0f} MiB"
          f"  {run['status']}, {proven} of {len(run['tiers'])} tiers proven", flush=True)


def parsed():
    parser = argparse.ArgumentParser(prog="Benchmarks/scaling/run", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES,
                        help="people of each round, 1,000 to 1,000,000")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--time-limit", type=float, default=60, help="of `allocate` [60]")
    parser.add_argument("--name", default=datetime.now().strftime("%Y-%m-%d-%H%M%S"),
                        help="of the results; it must be a new one")
    parser.add_argument("--results", type=Path, default=HERE / "results", help="their folder")
    parser.add_argument("--vetmatch", help="a built command, in place of a release build")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
