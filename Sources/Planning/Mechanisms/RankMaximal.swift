import MobilityModel
import Selection

/// Most first choices, then most second ones, and so on to those that nobody listed.
///
/// A person counts one, whatever the weight of the stream: the steps are those of a rank-maximal
/// matching, with the round's rules in place of the seats alone.
///
/// Source: R. W. Irving, T. Kavitha, K. Mehlhorn, D. Michail and K. E. Paluch, "Rank-maximal matchings",
/// ACM Transactions on Algorithms 2 (2006) 602-610.
struct RankMaximal {
  private let run: MechanismRun

  init(_ run: MechanismRun) { self.run = run }

  func outcome() -> Allocator.BareOutcome {
    let columns = columnsByRank()
    var problem = SteppedProblem(run.compilation.problem)
    for columns in columns.listed + [columns.unlisted] { problem.addStep(columns) }
    let kinds = columns.listed.indices.map { MechanismStep.Kind.choice($0 + 1) }
    return run.finish(problem, kinds + [.unlisted])
  }

  /// A cost of -1 for each participant that a column places, by the rank of the session.
  private func columnsByRank() -> (
    listed: [[SelectionProblem.Term]], unlisted: [SelectionProblem.Term]
  ) {
    var listed: [[SelectionProblem.Term]] = []
    var unlisted: [SelectionProblem.Term] = []
    for (place, option) in run.tables.options.options.enumerated() {
      guard let column = run.compilation.column(ofOption: place),
        run.round.applications[Int(option.application)].role == .participant
      else { continue }
      let term = SelectionProblem.Term(column, -1)
      guard let rank = run.round.rank(of: option) else {
        unlisted.append(term)
        continue
      }
      while listed.count < rank { listed.append([]) }
      listed[rank - 1].append(term)
    }
    return (listed, unlisted)
  }
}
