"""The results of a comparison: a CSV file to which each finished run is added at once."""

import csv
import os
from dataclasses import asdict, dataclass, fields

TOTAL = "total"
VETMATCH = "vetmatch"


@dataclass
class Row:
    """A tier of a run, or, with the tier `total`, the run as a whole.

    Values are in the round's own sense, points in hundredths. `seconds` is the time of solving,
    for `vetmatch` that of the whole process unless `clock` says `solver`; `process_seconds`,
    `cpu_seconds`, `peak_bytes` and `load` are known of whole runs only.
    """

    round: str
    solver: str
    version: str
    tier: str
    status: str
    value: int = None
    bound: int = None
    proven: bool = None
    sound: bool = None
    seconds: float = None
    clock: str = None
    process_seconds: float = None
    cpu_seconds: float = None
    peak_bytes: int = None
    limit: float = None
    load: float = None


COLUMNS = [field.name for field in fields(Row)]


class Results:
    """Rows in memory and on the disk."""

    def __init__(self, path):
        self.path = path
        self.rows = _finished(_read(path)) if path.exists() else []
        self._write("w", self.rows, header=True)

    def has(self, round, solver):
        return any(r.round == round and r.solver == solver for r in self.rows)

    def add(self, rows):
        """Adds a finished run; when this returns it is on the disk."""
        self.rows += rows
        self._write("a", rows)

    def totals(self):
        return [row for row in self.rows if row.tier == TOTAL]

    def _write(self, mode, rows, header=False):
        with open(self.path, mode, newline="") as file:
            writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
            if header:
                writer.writeheader()
            writer.writerows({k: _cell(v) for k, v in asdict(row).items()} for row in rows)
            file.flush()
            os.fsync(file.fileno())


def _finished(rows):
    """Without the rows of a run whose end is missing."""
    done = {(row.round, row.solver) for row in rows if row.tier == TOTAL}
    return [row for row in rows if (row.round, row.solver) in done]


def _cell(value):
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:.4f}" if isinstance(value, float) else value


def _read(path):
    kinds = {field.name: field.type for field in fields(Row)}
    with open(path, newline="") as file:
        return [Row(**{k: _parsed(v, kinds[k]) for k, v in row.items()})
                for row in csv.DictReader(file)]


def _parsed(text, kind):
    if kind is str:
        return text
    if text == "":
        return None
    return text == "yes" if kind is bool else kind(text)
