"""The series as Markdown."""

from measuring.markdown import table
from scaling.fit import fits

RUNS = ["people", "applications", "options", "check", "allocate", "processor", "peak memory",
        "result"]
TIERS = ["people", "tier", "value", "bound", "gap", "proven"]


def markdown(runs, machine):
    lines = ["# Growth with the number of people", "", *machine, ""]
    lines += [f"Seed {runs[0]['seed']}, at most {runs[0]['limit']:g} s for each search.", ""]
    lines += ["## Runs", "", *table(RUNS, map(run_cells, runs))]
    lines += ["", "## Tiers", "", *table(TIERS, [c for run in runs for c in tier_cells(run)])]
    lines += ["", "## Exponents", "", *[f"- {line}" for line in fits(runs)]]
    return "\n".join(lines) + "\n"


def run_cells(run):
    return [f"{run['people']:,}", f"{run['applications']:,}", counted(run["options"]),
            f"{run['check_seconds']:.2f} s", f"{run['seconds']:.2f} s",
            f"{run['cpu_seconds']:.2f} s", f"{run['peak_bytes'] / 2**20:,.0f} MiB", run["status"]]


def counted(options):
    """`check` does not count the options of a large round."""
    return "not counted" if options is None else f"{options:,}"


def tier_cells(run):
    for tier in run["tiers"]:
        value, bound = tier["value"], tier["bound"]
        yield [f"{run['people']:,}", tier["tier"], f"{value:,}",
               "" if bound is None else f"{bound:,}", gap(value, bound),
               "yes" if tier["proven"] else "no"]


def gap(value, bound):
    return "" if bound is None else f"{100 * abs(bound - value) / max(1, abs(value)):.3f} %"
