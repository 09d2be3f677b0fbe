"""Reads the MPS files of a round: whole numbers, free form, a file for each tier."""

import re
from dataclasses import dataclass, field


@dataclass
class Model:
    """Columns and rows that all tiers share; `None` is no bound."""

    names: list = field(default_factory=list)
    lower: list = field(default_factory=list)
    upper: list = field(default_factory=list)
    # [lower, upper, {column: coefficient}] for each row
    rows: list = field(default_factory=list)

    def breaks(self, x):
        """Whether whole-number values break a row or a bound."""
        if any(not low <= v <= high for low, v, high in zip(self.lower, x, self.upper)):
            return True
        for low, high, terms in self.rows:
            total = sum(a * x[j] for j, a in terms.items())
            if (low is not None and total < low) or (high is not None and total > high):
                return True
        return False


@dataclass
class Tier:
    """An objective, to be minimised: `constant` and what each column costs."""

    name: str
    cost: dict
    constant: int

    def value(self, x):
        return self.constant + sum(c * x[j] for j, c in self.cost.items())

    def kept_at(self, value):
        """The row that holds the tier at a value."""
        return [value - self.constant, value - self.constant, self.cost]


def read_tiers(folder):
    """The model and the tiers of a folder with `1-filled.mps`, `2-targets.mps` and so on."""
    paths = sorted(folder.glob("*.mps"), key=lambda p: int(re.match(r"\d+", p.name).group()))
    if not paths:
        raise ValueError(f"{folder} has no MPS files")
    model, tiers = None, []
    for path in paths:
        read, cost, constant = Reader(path).read()
        if model and (read.names, read.rows) != (model.names, model.rows):
            raise ValueError(f"{path.name} has other columns or rows than {paths[0].name}")
        model = model or read
        tiers.append(Tier(re.sub(r"^\d+-|\.mps$", "", path.name), cost, constant))
    return model, tiers


class Reader:
    """Reads one file, section by section."""

    def __init__(self, path):
        self.path = path
        self.model = Model()
        self.objective = None
        self.kind, self.row, self.column = {}, {}, {}
        self.cost, self.constant = {}, 0

    def read(self):
        section = None
        with open(self.path) as lines:
            for line in lines:
                words = line.split()
                if not words or line.startswith("*"):
                    continue
                if not line[0].isspace():
                    section = words[0]
                    continue
                getattr(self, f"_{section.lower()}")(words)
        return self.model, self.cost, self.constant

    def _rows(self, words):
        kind, name = words
        if kind == "N":
            # The first free row is the objective; others bound nothing.
            self.objective = self.objective or name
            return
        self.kind[name] = kind
        self.row[name] = len(self.model.rows)
        bounds = {"L": [None, 0], "G": [0, None], "E": [0, 0]}[kind]
        self.model.rows.append([*bounds, {}])

    def _columns(self, words):
        if "'MARKER'" in words:
            return
        column = self._column(words[0])
        for name, number in _pairs(words[1:]):
            if name == self.objective:
                if number:
                    self.cost[column] = number
            elif name in self.row:
                self.model.rows[self.row[name]][2][column] = number

    def _column(self, name):
        if name not in self.column:
            self.column[name] = len(self.model.names)
            self.model.names.append(name)
            self.model.lower.append(0)
            self.model.upper.append(1)
        return self.column[name]

    def _rhs(self, words):
        for name, number in _pairs(words[len(words) % 2:]):
            if name == self.objective:
                self.constant = -number
            elif name in self.row:
                row = self.model.rows[self.row[name]]
                row[0], row[1] = (None if b is None else number for b in row[:2])

    def _ranges(self, words):
        for name, number in _pairs(words[len(words) % 2:]):
            row, kind = self.model.rows[self.row[name]], self.kind[name]
            if kind == "G" or (kind == "E" and number > 0):
                row[1] = row[0] + abs(number)
            else:
                row[0] = row[1] - abs(number)

    def _bounds(self, words):
        kind, column = words[0], self.column[words[2]]
        number = int(words[3]) if len(words) > 3 else 1
        if kind not in ("UP", "LO", "FX", "BV"):
            raise ValueError(f"{self.path.name}: a bound of the kind {kind} is not read")
        if kind in ("LO", "FX"):
            self.model.lower[column] = number
        if kind in ("UP", "FX", "BV"):
            self.model.upper[column] = number


def _pairs(words):
    return [(words[i], int(words[i + 1])) for i in range(0, len(words), 2)]
