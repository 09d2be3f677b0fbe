"""SCIP: its defaults, but gaps of 0."""

import pyscipopt

from peers.tiers import Answer, main


def solve(model, tier, start, seconds):
    solver = pyscipopt.Model()
    solver.hideOutput()
    solver.setParams({"limits/gap": 0.0, "limits/absgap": 0.0, "limits/time": float(seconds)})
    columns = [
        solver.addVar(f"x{j}", vtype="I", lb=model.lower[j], ub=model.upper[j],
                      obj=tier.cost.get(j, 0))
        for j in range(len(model.names))
    ]
    solver.addObjoffset(tier.constant)
    for low, high, terms in model.rows:
        add_row(solver, columns, low, high, terms)
    if start:
        known = solver.createSol()
        for column, value in zip(columns, start):
            solver.setSolVal(known, column, value)
        solver.addSol(known)

    def call():
        solver.optimize()
        return answer(solver, columns)

    return call


def add_row(solver, columns, low, high, terms):
    total = pyscipopt.quicksum(a * columns[j] for j, a in terms.items())
    if not terms:
        if (low or 0) > 0 or (high is not None and high < 0):
            solver.addCons(columns[0] <= columns[0].getLbOriginal() - 1)
    elif low is None:
        solver.addCons(total <= high)
    elif high is None:
        solver.addCons(total >= low)
    elif low == high:
        solver.addCons(total == low)
    else:
        solver.addCons(low <= (total <= high))


def answer(solver, columns):
    status = solver.getStatus()
    if status in ("infeasible", "inforunbd"):
        return Answer("infeasible")
    bound = solver.getDualbound()
    bound = None if solver.isInfinity(abs(bound)) else bound
    if solver.getNSols() == 0:
        return Answer("unknown", bound=bound)
    best = solver.getBestSol()
    x = [round(solver.getSolVal(best, column)) for column in columns]
    return Answer("optimal" if status in ("optimal", "gaplimit") else "feasible", x, bound)


if __name__ == "__main__":
    main(f"SCIP {pyscipopt.Model().version()}", solve)
