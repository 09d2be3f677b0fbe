/// A first plan along the vertex of a relaxation, for problems in which the exact search takes long to
/// find any selection.
///
/// The tiers are weighed against each other, so that the vertex is good in the first and leans towards
/// the next. Most of its columns are whole; counts are decided near the others, slots follow, and what
/// falls short is filled by chains of moves.
struct VertexPlan {
  /// Smaller problems find a selection as soon by a dive.
  private static let fewestColumns = 10_000
  /// How much less a tier weighs than the one before it, and how many tiers count.
  private static let (ratio, tiers) = (20.0, 4)
  private static let walks = 12

  private let form: PlanForm

  /// - Returns: `nil` where the problem has not the form that plans are built in.
  init?(_ problem: SelectionProblem) {
    guard let form = PlanForm(problem) else { return nil }
    self.form = form
  }

  /// Whether a problem is so large that a plan is looked for before anything is proven.
  static func isDue(_ problem: SelectionProblem) -> Bool { problem.columnCount >= fewestColumns }

  /// - Returns: a selection; `nil` if none was found.
  /// - Complexity: mostly that of one relaxation.
  func selection(_ options: SolveOptions) -> [Int]? {
    guard let vertex = vertex(options) else { return nil }
    return form.selection(
      share: form.coupled.column.map { Float(vertex.value[Int($0)]) },
      guide: form.coupled.column.map { Float(vertex.reducedCost[Int($0)]) },
      countShare: form.coupled.countColumn.map { vertex.value[Int($0)] },
      walks: Self.walks, shouldStop: options.shouldStop)
  }

  /// The relaxation at its best vertex; `nil` if it has none or a limit was reached.
  private func vertex(_ options: SolveOptions) -> Simplex? {
    let picked = PickedProgram(form.problem)
    var relaxation = Relaxation(picked.program)
    relaxation.setGuide(guide(picked))
    let result = relaxation.optimize(
      cutoff: .infinity, pivotLimit: .max, shouldStop: options.shouldStop)
    options.effort?.add(pivots: relaxation.simplex.counters.all)
    guard case .optimal = result else { return nil }
    return relaxation.simplex
  }

  private func guide(_ picked: PickedProgram) -> [Double] {
    var guide = Array(repeating: 0.0, count: picked.program.columnCount)
    var weight = 1.0
    for (costs, scale) in zip(picked.cost, form.scale).prefix(Self.tiers) {
      for column in guide.indices { guide[column] += weight * Double(costs[column]) / scale }
      weight /= Self.ratio
    }
    return guide
  }
}
