/// A problem in the form in which plans are built: slots that share sums, and clusters of the counts that
/// hold sums together.
struct PlanForm {
  let problem: SelectionProblem
  let coupled: CoupledProblem
  let clusters: CountClusters
  /// Mean size of the costs of a tier that are not 0, by tier; 1 where all are.
  let scale: [Double]

  /// - Returns: `nil` where the problem has not this form.
  init?(_ problem: SelectionProblem) {
    guard problem.tierCount > 0, var coupled = CoupledProblem(problem),
      let plain = CountClusters(coupled, cost: problem.cost)
    else { return nil }
    coupled.add(HullRows(coupled, plain).rows)
    guard let clusters = CountClusters(coupled, cost: problem.cost) else { return nil }
    self.problem = problem
    self.coupled = coupled
    self.clusters = clusters
    scale = problem.cost.map(Self.meanSize)
  }

  private static func meanSize(_ costs: [Int]) -> Double {
    var (sum, count) = (0.0, 0.0)
    for cost in costs where cost != 0 {
      sum += abs(Double(cost))
      count += 1
    }
    return count > 0 ? sum / count : 1
  }

  /// Builds a plan along a fractional selection, and improves it.
  ///
  /// - Parameters:
  ///   - share: of each option in the fractional selection.
  ///   - guide: reduced cost of each option.
  ///   - countShare: fractional value of each count.
  ///   - walks: how often all slots are looked at to improve the plan.
  ///   - shouldStop: whether improving has to end.
  /// - Returns: a selection; `nil` if none was found.
  func selection(
    share: [Float], guide: [Float], countShare: [Double], walks: Int,
    shouldStop: @escaping () -> Bool
  ) -> [Int]? {
    var plan = PlanSearch(
      PlanState(coupled, clusters, cost: problem.cost), share: share, guide: guide,
      countShare: countShare, shouldStop: shouldStop)
    plan.build()
    _ = plan.improve(walks: walks)
    let selection = plan.state.selection()
    return problem.isSelection(selection) ? selection : nil
  }
}
