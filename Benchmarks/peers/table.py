"""The results as Markdown."""

from measuring.markdown import table
from peers.results import TOTAL, VETMATCH

SUMMARY = ["round", "solver", "result", "tiers proven", "seconds", "process", "processor",
           "peak memory", "times as fast as the fastest peer"]
DETAIL = ["round", "solver", "tier", "value", "bound", "proven", "seconds"]


def markdown(results, machine):
    lines = ["# Peers side by side", "", *machine, ""]
    versions = sorted({row.version for row in results.totals()})
    limits = " or ".join(f"{limit:g}" for limit in sorted({r.limit for r in results.totals()}))
    lines += [f"At most {limits} s of solving for each run. {', '.join(versions)}.", "",
              "Seconds are those of solving; with a * those of the whole process.", ""]
    lines += ["## Runs", "", *table(SUMMARY, [summary(results, row) for row in results.totals()])]
    lines += ["", "## Tiers", "", *table(DETAIL, [detail(r) for r in results.rows
                                                  if r.tier != TOTAL])]
    lines += ["", *[f"**{line}**" for line in disagreements(results)]]
    return "\n".join(lines).rstrip() + "\n"


def summary(results, row):
    tiers = [r for r in results.rows
             if (r.round, r.solver) == (row.round, row.solver) and r.tier != TOTAL]
    proven = sum(1 for tier in tiers if tier.proven)
    note = "" if row.sound else ", **breaks a row**"
    return [row.round, row.solver, row.status + note, f"{proven} of {len(tiers)}",
            f"{row.seconds:.2f}" + ("*" if row.clock == "process" else ""),
            f"{row.process_seconds:.2f}", f"{row.cpu_seconds:.2f}",
            f"{row.peak_bytes / 2**20:,.0f} MiB", ratio(results, row)]


def ratio(results, row):
    """How many times as fast a run is as the fastest peer that has proven the same round.

    Where none has, the peers' limit is what it is at least.
    """
    peers = [r for r in results.totals() if r.round == row.round and r.solver != VETMATCH]
    if not row.proven or not peers or not row.seconds:
        return ""
    proven = [r.seconds for r in peers if r.proven]
    if proven:
        return f"{min(proven) / row.seconds:.2f}"
    return f"> {max(r.seconds for r in peers) / row.seconds:.2f}"


def detail(row):
    def number(value):
        return "" if value is None else f"{value:,}"

    seconds = "" if row.seconds is None else f"{row.seconds:.2f}"
    return [row.round, row.solver, row.tier, number(row.value), number(row.bound),
            "yes" if row.proven else "no", seconds]


def disagreements(results):
    """Proven values that differ from one solver to the other, and selections that break a row."""
    found, first = [], {}
    for row in results.rows:
        if row.sound is False and row.tier != TOTAL:
            found.append(f"{row.round}, {row.tier}: {row.solver}'s selection breaks a row")
        if not row.proven or row.tier == TOTAL:
            continue
        other = first.setdefault((row.round, row.tier), row)
        if other.value != row.value:
            found.append(
                f"{row.round}, {row.tier}: {other.solver} proves {other.value}, "
                f"{row.solver} proves {row.value}")
    return found
