#!/usr/bin/env python3
"""Checks a certificate that `vetmatch allocate --proof` has written.

    python3 docs/check-proof.py FILE

It shares nothing with the program: it reads the problem, the plan and the steps from the file,
and follows docs/proof-format.md step by step. Python counts in whole numbers of any size. Exit
code 0 if no plan is better, 1 if the proof does not hold.
"""

import math, re, sys

NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)\Z")

class Refused(Exception):
    pass

def need(holds, why):
    if not holds:
        raise Refused(why)

def number(word):
    need(NUMBER.match(word) and word != "-0", f"expected a whole number, not {word!r}")
    return int(word)

class Lines:
    """The lines of a file, one after the other."""
    def __init__(self, path):
        self.file = open(path, encoding="utf-8", newline="\n")
        self.count = 0
    def next(self):
        line = self.file.readline()
        self.count += 1
        need(line.endswith("\n"), "the file ends too soon")
        return line[:-1]
    def words(self, head=None):
        words = self.next().split(" ")
        need(head is None or words[0] == head, f"expected '{head}'")
        return words

class Row:
    """lower <= sum of coefficient times column <= upper; None is no bound."""
    __slots__ = ("terms", "lower", "upper")
    def __init__(self, terms, lower, upper):
        self.terms, self.lower, self.upper = terms, lower, upper
    def value(self, plan):
        return sum(factor * plan[column] for column, factor in self.terms)

def bound(word):
    return None if word == "-" else number(word)

def pairs(words):
    need(len(words) % 2 == 0, "expected pairs of numbers")
    numbers = [number(word) for word in words]
    return list(zip(numbers[::2], numbers[1::2]))

class Checker:
    def __init__(self, path):
        self.lines = Lines(path)
        self.lower, self.upper, self.rows = [], [], []
        self.tier_names, self.costs, self.constants = [], [], []
        self.scopes = []  # (what was supposed, rows before it, ranges to go back to)
        self.tier, self.tier_row, self.is_proven = -1, None, True
    def read_problem(self):
        lines = self.lines
        need(lines.next() == "vetmatch-proof 1", "expected 'vetmatch-proof 1'")
        while (words := lines.words())[0] == "input":
            pass
        need(words[0] == "columns" and len(words) == 2, "expected 'columns'")
        for _ in range(number(words[1])):
            _, low, high = lines.words()
            self.lower.append(number(low))
            self.upper.append(number(high))
            need(self.lower[-1] <= self.upper[-1], "a range is empty")
        for _ in range(number(lines.words("rows")[1])):
            words = lines.words()
            self.rows.append(Row(self.terms(words[3:]), bound(words[1]), bound(words[2])))
        self.problem_rows = len(self.rows)
        for _ in range(number(lines.words("tiers")[1])):
            words = lines.words()
            self.tier_names.append(words[0])
            self.constants.append(number(words[1]))
            self.costs.append(Row(self.terms(words[2:]), None, None))
    def terms(self, words):
        terms = pairs(words)
        columns = [column for column, _ in terms]
        need(columns == sorted(set(columns)), "columns do not rise")
        need(not columns or 0 <= columns[0] and columns[-1] < len(self.lower), "no such column")
        return terms
    def read_plan(self):
        plan = [0] * len(self.lower)
        last = -1
        for _ in range(number(self.lines.words("plan")[1])):
            [(column, value)] = pairs(self.lines.words())
            need(last < column < len(plan), "no such column")
            plan[column], last = value, column
        self.values = [number(word) for word in self.lines.words("values")[1:]]
        need(len(self.values) == len(self.costs), "expected a value for each tier")
        for column, value in enumerate(plan):
            need(self.lower[column] <= value <= self.upper[column], "the plan leaves a range")
        for row in self.rows:
            value = row.value(plan)
            need(row.lower is None or row.lower <= value, "the plan breaks a row")
            need(row.upper is None or value <= row.upper, "the plan breaks a row")
        for cost, constant, claimed in zip(self.costs, self.constants, self.values):
            need(cost.value(plan) + constant == claimed, "the plan is worth something else")
    def check(self):
        self.read_problem()
        self.read_plan()
        need(self.lines.next() == "steps", "expected 'steps'")
        rules = {
            "v": self.add_sum, "t": self.begin_tier, "b": self.suppose_better,
            "<": lambda numbers: self.suppose(True, numbers),
            ">": lambda numbers: self.suppose(False, numbers), "p": self.propagate,
            "x": self.refute_by_row, "n": self.narrow_all, "c": self.refute,
            "a": lambda numbers: self.append(*self.combine(group(numbers))),
            "e": self.add_equation, "r": self.add_rounded,
        }
        steps = 0
        while (words := self.lines.words()) != ["end"]:
            need(words[0] in rules, f"{words[0]!r} is no step")
            rules[words[0]]([number(word) for word in words[1:]])
            steps += 1
        need(self.lines.file.readline() == "", "expected the end of the file")
        need(not self.scopes and self.is_proven, "a supposition is still open")
        need(self.tier == len(self.costs) - 1, "a tier is not proven")
        return steps
    def row(self, number):
        need(0 <= number < len(self.rows), f"there is no row {number}")
        return self.rows[number]
    def add_sum(self, numbers):
        need(self.tier < 0 and len(numbers) == 1, "'v' may not stand here")
        need(numbers[0] < self.problem_rows, "not a row of the problem")
        row = self.row(numbers[0])
        least, most = self.extent(row)
        low = least if row.lower is None else max(least, row.lower)
        high = most if row.upper is None else min(most, row.upper)
        need(low <= high, "the row cannot be kept")
        self.rows.append(Row(row.terms + [(len(self.lower), -1)], 0, 0))
        self.lower.append(low)
        self.upper.append(high)
    def begin_tier(self, numbers):
        need(self.is_proven and self.tier + 1 < len(self.costs) and not numbers, "no tier begins")
        self.tier += 1
        self.is_proven = False
        cost = self.values[self.tier] - self.constants[self.tier]
        self.tier_row = Row(self.costs[self.tier].terms, None, cost)
        self.rows.append(self.tier_row)
    def suppose_better(self, numbers):
        need(not self.scopes and not self.is_proven and not numbers, "'b' may not stand here")
        self.scopes.append((("b",), len(self.rows), []))
        self.rows.append(Row(self.tier_row.terms, None, self.tier_row.upper - 1))
    def suppose(self, is_most, numbers):
        (column, value), low, high = numbers, self.lower, self.upper
        need(self.scopes and 0 <= column < len(low), "no column to be supposed of")
        low, high = low[column], high[column]
        need(low <= value < high if is_most else low < value <= high, "the range is not split")
        self.scopes.append((("<" if is_most else ">", column, value), len(self.rows), []))
        self.set_range(column, *((low, value) if is_most else (value, high)))
    def set_range(self, column, low, high):
        if self.scopes:
            self.scopes[-1][2].append((column, self.lower[column], self.upper[column]))
        self.lower[column], self.upper[column] = low, high
    def close(self):
        need(self.scopes, "nothing is supposed here")
        supposed, rows, changes = self.scopes.pop()
        for column, low, high in reversed(changes):
            self.lower[column], self.upper[column] = low, high
        del self.rows[rows:]
        if supposed[0] == "b":
            self.tier_row.lower = self.tier_row.upper
            self.is_proven = True
        elif supposed[0] == "<":
            self.set_range(supposed[1], supposed[2] + 1, self.upper[supposed[1]])
        else:
            self.set_range(supposed[1], self.lower[supposed[1]], supposed[2] - 1)
    def extent(self, row):
        ends = [sorted((f * self.lower[c], f * self.upper[c])) for c, f in row.terms]
        return sum(low for low, _ in ends), sum(high for _, high in ends)
    def narrow(self, column, factor, room, need_):
        low, high = old = self.lower[column], self.upper[column]
        from_least, from_most = (room, need_) if factor > 0 else (need_, room)
        if from_least is not None:
            high = min(high, old[0] + from_least // abs(factor))
        if from_most is not None:
            low = max(low, old[1] - from_most // abs(factor))
        if low > high:
            return False
        if (low, high) != old:
            self.set_range(column, low, high)
        return True
    def one_pass(self, numbers):
        [row] = map(self.row, numbers)
        least, most = self.extent(row)
        room = None if row.upper is None else row.upper - least
        need_ = None if row.lower is None else most - row.lower
        if any(space is not None and space < 0 for space in (room, need_)):
            return False
        return all(self.narrow(c, f, room, need_) for c, f in row.terms if f)
    def propagate(self, numbers):
        need(self.one_pass(numbers), "this leaves nothing")
    def refute_by_row(self, numbers):
        need(not self.one_pass(numbers), "the row can be kept")
        self.close()
    def inequality(self, code):
        """Its terms' sign, its row and its right side as "sign * row <= right"."""
        row = self.row(code // 2)
        sign, side = (1, row.upper) if code % 2 == 0 else (-1, row.lower)
        need(side is not None, f"row {code // 2} has no such bound")
        return row, sign, sign * side
    def add(self, total, row, multiplier):
        for column, factor in row.terms:
            total[column] = total.get(column, 0) + multiplier * factor
    def combine(self, terms):
        need(terms, "expected a combination")
        total, right = {}, 0
        for code, multiplier in terms:
            need(multiplier > 0, "an inequality cannot be turned round")
            row, sign, side = self.inequality(code)
            self.add(total, row, sign * multiplier)
            right += multiplier * side
        return total, right
    def room(self, total, right):
        return right - sum(f * (self.lower[c] if f > 0 else self.upper[c]) for c, f in total.items())
    def narrow_all(self, numbers):
        total, right = self.combine(group(numbers))
        room = self.room(total, right)
        need(room >= 0, "this leaves nothing")
        for column, factor in total.items():
            if factor:
                self.narrow(column, factor, room, None)
    def refute(self, numbers):
        need(self.room(*self.combine(group(numbers))) < 0, "the combination can be kept")
        self.close()
    def append(self, total, right):
        """As a row, without fixed columns and divided by what its coefficients share."""
        for column, factor in total.items():
            if self.lower[column] == self.upper[column]:
                right -= factor * self.lower[column]
        terms = sorted((c, f) for c, f in total.items() if f and self.lower[c] < self.upper[c])
        shared = math.gcd(*(factor for _, factor in terms)) or 1
        self.rows.append(Row([(c, f // shared) for c, f in terms], None, right // shared))
    def add_equation(self, numbers):
        total, right = {}, 0
        for code, multiplier in group(numbers):
            row = self.row(code)
            need(row.lower is not None and row.lower == row.upper, f"row {code} is no equation")
            self.add(total, row, multiplier)
            right += multiplier * row.upper
        self.rows.append(Row(sorted((c, f) for c, f in total.items() if f), right, right))
    def add_rounded(self, numbers):
        divisor, count = numbers[:2]
        at_upper = set(numbers[2 : 2 + count])
        need(divisor > 1 and len(at_upper) == count >= 0, "expected a divisor and columns")
        total, right, slacks = {}, 0, []
        for code, multiplier in group(numbers[2 + count :]):
            row, sign, side = self.inequality(code)
            self.add(total, row, sign * multiplier)
            right += multiplier * side
            if row.lower != row.upper:
                slacks.append((row, sign, side, multiplier))
        free = {c: f for c, f in total.items() if f and self.lower[c] < self.upper[c]}
        right -= sum(f * self.lower[c] for c, f in total.items() if c not in free)
        end = {c: self.upper[c] if c in at_upper else self.lower[c] for c in free}
        right -= sum(factor * end[column] for column, factor in free.items())
        part = right % divisor
        def rounded(value):
            return (divisor - part) * (value // divisor) + max(0, value % divisor - part)
        right = (divisor - part) * (right // divisor)
        cut = {}
        for column, factor in free.items():
            cut[column] = -rounded(-factor) if column in at_upper else rounded(factor)
            right += cut[column] * end[column]
        for row, sign, side, multiplier in slacks:
            factor = rounded(multiplier)
            self.add(cut, row, -sign * factor)
            right -= factor * side
        self.append(cut, right)

def group(numbers):
    need(numbers and len(numbers) % 2 == 0, "expected pairs of numbers")
    return list(zip(numbers[::2], numbers[1::2]))

def main(path):
    checker = Checker(path)
    try:
        steps = checker.check()
    except (Refused, ValueError, IndexError, OSError) as fault:
        print(f"refused, line {checker.lines.count}: {fault}")
        return 1
    print(f"proven: no plan is better; {steps} steps checked")
    for name, value in zip(checker.tier_names, checker.values):
        print(f"{name} {value}")
    return 0

if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1]))
