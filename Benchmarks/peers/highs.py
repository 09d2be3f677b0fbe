"""HiGHS: its defaults, but gaps of 0."""

import highspy
import numpy

from peers.tiers import Answer, main


def solve(model, tier, start, seconds):
    solver = highspy.Highs()
    solver.silent()
    for option in ("mip_rel_gap", "mip_abs_gap"):
        solver.setOptionValue(option, 0.0)
    solver.setOptionValue("time_limit", float(seconds))
    solver.passModel(program(model, tier))
    if start:
        known = highspy.HighsSolution()
        known.col_value = [float(v) for v in start]
        solver.setSolution(known)

    def call():
        solver.run()
        return answer(solver)

    return call


def program(model, tier):
    """The tier as the solver's own structure, row by row."""
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = len(model.names), len(model.rows)
    cost = numpy.zeros(lp.num_col_)
    for column, value in tier.cost.items():
        cost[column] = value
    lp.col_cost_, lp.offset_ = cost, float(tier.constant)
    lp.col_lower_ = numpy.array(model.lower, float)
    lp.col_upper_ = numpy.array(model.upper, float)
    lp.row_lower_ = numpy.array([-numpy.inf if r[0] is None else r[0] for r in model.rows], float)
    lp.row_upper_ = numpy.array([numpy.inf if r[1] is None else r[1] for r in model.rows], float)
    lengths = [len(row[2]) for row in model.rows]
    matrix = lp.a_matrix_
    matrix.format_ = highspy.MatrixFormat.kRowwise
    matrix.num_col_, matrix.num_row_ = lp.num_col_, lp.num_row_
    matrix.start_ = numpy.concatenate([[0], numpy.cumsum(lengths)]).astype(numpy.int32)
    matrix.index_ = numpy.array([j for row in model.rows for j in row[2]], numpy.int32)
    matrix.value_ = numpy.array([a for row in model.rows for a in row[2].values()], float)
    lp.integrality_ = [highspy.HighsVarType.kInteger] * lp.num_col_
    return lp


def answer(solver):
    status, info = solver.getModelStatus(), solver.getInfo()
    if status == highspy.HighsModelStatus.kInfeasible:
        return Answer("infeasible")
    if info.primal_solution_status != highspy.SolutionStatus.kSolutionStatusFeasible:
        return Answer("unknown", bound=info.mip_dual_bound)
    is_proven = status == highspy.HighsModelStatus.kOptimal
    x = [round(v) for v in solver.getSolution().col_value]
    return Answer("optimal" if is_proven else "feasible", x, info.mip_dual_bound)


if __name__ == "__main__":
    main("HiGHS " + highspy.Highs().version(), solve)
