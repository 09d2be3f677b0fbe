"""CP-SAT: its defaults, but gaps of 0 and two workers."""

import ortools
from ortools.sat.python import cp_model

from peers.tiers import Answer, main

WORKERS = 2


def solve(model, tier, start, seconds):
    program = cp_model.CpModel()
    columns = [
        program.new_int_var(low, high, "") for low, high in zip(model.lower, model.upper)
    ]
    for low, high, terms in model.rows:
        add_row(program, columns, low, high, terms)
    program.minimize(total(columns, tier.cost) + tier.constant)
    for column, value in zip(columns, start or []):
        program.add_hint(column, value)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = WORKERS
    solver.parameters.max_time_in_seconds = seconds
    solver.parameters.relative_gap_limit = 0.0
    solver.parameters.absolute_gap_limit = 0.0

    def call():
        return answer(solver, solver.solve(program), columns)

    return call


def total(columns, terms):
    return cp_model.LinearExpr.weighted_sum([columns[j] for j in terms], list(terms.values()))


def add_row(program, columns, low, high, terms):
    low = cp_model.INT_MIN if low is None else low
    high = cp_model.INT_MAX if high is None else high
    program.add_linear_constraint(total(columns, terms), low, high)


def answer(solver, status, columns):
    if status == cp_model.INFEASIBLE:
        return Answer("infeasible")
    if status == cp_model.MODEL_INVALID:
        raise ValueError("the model is not valid for CP-SAT")
    if status == cp_model.UNKNOWN:
        return Answer("unknown")
    x = [solver.value(column) for column in columns]
    name = "optimal" if status == cp_model.OPTIMAL else "feasible"
    return Answer(name, x, solver.best_objective_bound)


if __name__ == "__main__":
    main(f"CP-SAT {ortools.__version__}", solve)
