"""Times `check` on a large round, as it is and as spreadsheets save it, and on a wide table."""

import argparse
import csv
import shutil
from pathlib import Path

from measuring.command import Vetmatch
from measuring.machine import machine
from measuring.markdown import table

WORK = Path(__file__).resolve().parent / ".work"
COLUMNS = ["tables", "size", "rows", "seconds", "processor", "MB/s", "peak memory", "of the size"]


def main():
    arguments = parsed()
    vetmatch = Vetmatch(arguments.vetmatch)
    plain = vetmatch.generate("scaled", arguments.people, 7, WORK / f"plain-{arguments.people}")
    rounds = {"clean": plain, "wide, nothing but cells": wide()}
    if arguments.dirty:
        rounds["semicolons, Windows-1250, 1.6.2022"] = saved_by_a_spreadsheet(plain)
    print("\n".join(machine()), "\n")
    lines = [cells(name, folder, best(vetmatch, folder, arguments))
             for name, folder in rounds.items()]
    print("\n".join(table(COLUMNS, lines)))


def best(vetmatch, folder, arguments):
    """The fastest of some runs: everything that makes one slower is other programs'."""
    options = ["--threads", str(arguments.threads)]
    runs = (vetmatch.check(folder, *options)[0] for _ in range(arguments.repeat))
    return min(runs, key=lambda run: run.seconds)


def cells(name, folder, run):
    files = list(folder.glob("*.csv"))
    size = sum(file.stat().st_size for file in files)
    rows = sum(count_rows(file) for file in files)
    return [name, f"{size / 1e6:.0f} MB", f"{rows:,}", f"{run.seconds:.2f}",
            f"{run.cpu_seconds:.2f}", f"{size / 1e6 / run.seconds:.0f}",
            f"{run.peak_bytes / 1e6:.0f} MB", f"{run.peak_bytes / size:.1f} times"]


def count_rows(file):
    with open(file, "rb") as data:
        return sum(block.count(b"\n") for block in iter(lambda: data.read(1 << 20), b""))


def wide():
    """A small round with a table whose columns mean nothing to the format: what is left is CSV."""
    folder = WORK / "wide"
    if not (folder / "organisations.csv").exists():
        folder.mkdir(parents=True, exist_ok=True)
        for table_name, text in SMALL.items():
            (folder / f"{table_name}.csv").write_text(text)
        extra = [f"note{number}" for number in range(60)]
        with open(folder / "organisations.csv", "w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(["organisation", "country", *extra])
            writer.writerow(["org", "AL", *extra])
            row = [f"Škola {number}" if number % 7 == 0 else f"value{number}" for number in range(60)]
            writer.writerows([f"x{number:07}", "BA", *row] for number in range(400_000))
    return folder


SMALL = {
    "streams": "stream,kind\nm1,learner\n",
    "sessions": "session,stream,host,start,end\ns,m1,org,2022-06-01,2022-06-30\n",
    "participants": "participant,organisation,sectors\np,org,0713\n",
    "applications": "application,participant,stream\na,p,m1\n",
}


def saved_by_a_spreadsheet(plain):
    folder = plain.with_name(plain.name.replace("plain", "dirty"))
    if not folder.exists():
        made = folder.with_suffix(".new")
        shutil.rmtree(made, ignore_errors=True)
        made.mkdir(parents=True)
        for file in plain.glob("*.csv"):
            with open(file, newline="", encoding="utf-8") as source, \
                    open(made / file.name, "w", newline="", encoding="cp1250",
                         errors="replace") as target:
                writer = csv.writer(target, delimiter=";", lineterminator="\r\n")
                writer.writerows([day(cell) for cell in row] for row in csv.reader(source))
        made.rename(folder)
    return folder


def day(cell):
    if len(cell) == 10 and cell[4] == cell[7] == "-" and cell.replace("-", "").isdigit():
        return f"{int(cell[8:])}.{int(cell[5:7])}.{cell[:4]}"
    return cell


def parsed():
    parser = argparse.ArgumentParser(prog="Benchmarks/reading/run", description=__doc__)
    parser.add_argument("--people", type=int, default=1_000_000, help="of the round [1,000,000]")
    parser.add_argument("--repeat", type=int, default=3, help="runs of each; the fastest counts [3]")
    parser.add_argument("--threads", type=int, default=2, help="of the reader [2]")
    parser.add_argument("--dirty", action="store_true", help="also as a spreadsheet saves it")
    parser.add_argument("--vetmatch", help="a built command; without it, it is built")
    return parser.parse_args()


if __name__ == "__main__":
    main()
