import MobilityModel
import Planning
import RoundFiles
import Selection

/// The plans of all mechanisms for one round, measured with the same measures.
struct ComparisonRun {
  let input: RoundInput
  /// Among whom `equal` makes shares equal.
  let key: FilterKey
  /// Seconds for each mechanism; `nil` is no limit.
  let timeLimit: Double?
  let progress: ProgressLine

  /// Makes the plans and writes their measures, where a folder is given.
  ///
  /// - Throws: `Ending`, with nothing written.
  func report(writingTo output: String?) throws(Ending) -> ComparisonReport {
    if let output { try RoundPlace.folder(output).check(inputs: [input.place.path]) }
    var measured: [MeasuredPlan] = []
    for mechanism in [Mechanism.best, .merit, .rank, .equal(over: key)] {
      let interruption = Interruption(timeLimit: timeLimit.map { .seconds($0) })
      var run = AllocationRun(input: input, gap: 0, timeLimit: timeLimit, progress: progress)
      run.mechanism = mechanism
      switch try run.allocate(until: interruption) {
      case .infeasible(let found): return .infeasible(ClashReport(found, in: input))
      case .unknown: measured.append(MeasuredPlan(mechanism, measures: nil))
      case .optimal(let allocation), .feasible(let allocation):
        let plan = try AuditedPlan(allocation, of: input.round, by: mechanism)
        measured.append(MeasuredPlan(mechanism, measures: PlanMeasures(plan, over: key)))
      }
    }
    let table = ComparisonTable(plans: measured, over: key.word(in: input.round))
    if let output {
      let file = OutputFile(name: "mechanisms.csv", bytes: CSVText.bytes(table.table))
      try RoundPlace.folder(output).write(files: [file])
    }
    return .compared(table, output: output)
  }
}

/// A mechanism, and what its plan is like; `nil` if none was found in time.
struct MeasuredPlan {
  let mechanism: Mechanism
  let measures: PlanMeasures?

  init(_ mechanism: Mechanism, measures: PlanMeasures?) {
    (self.mechanism, self.measures) = (mechanism, measures)
  }

  var status: String {
    measures.map { $0.isProven ? "optimal" : "feasible" } ?? "unknown"
  }
}

/// What plans of one round are compared by.
struct PlanMeasures {
  let isProven: Bool
  let placed: Int
  let leaders: Int
  /// Hundredths.
  let points: Int
  let missedTargets: Int
  let km: Int
  /// Placements by first, second, third and a later choice, and those not listed.
  let choices: [Int]
  /// Of listed placements, in hundredths.
  let meanRank: Int?
  /// Cases of justified envy of somebody with fewer points, and by lot.
  let enviesByPoints: Int
  let enviesByLot: Int
  /// Pairs of a session and somebody who wants a seat of it and could have it at once.
  let wasted: Int
  /// Of any value of the key, those placed out of those eligible, in hundredths of a percent.
  let leastShare: Int?

  init(_ plan: AuditedPlan, over key: FilterKey) {
    let review = PlanReview(plan.round, plan.plan)
    let valuation = Valuation(plan.round)
    let all = review.fairShares(by: [.role]).first
    let envy = review.justifiedEnvy()
    let uses = review.limitUses()
    isProven = plan.isProven
    placed = all?.placed ?? 0
    leaders = plan.plan.placements.count - placed
    // Sums of hostile tables stop at the ends of the range.
    points = plan.plan.placements.reduce(0) { WholeNumbers.sum($0, valuation.points($1)) }
    km = plan.plan.placements.reduce(0) { WholeNumbers.sum($0, valuation.km($1)) }
    missedTargets = uses.reduce(0) { WholeNumbers.sum($0, $1.missed) }
    choices = all?.choices ?? [0, 0, 0, 0, 0]
    meanRank = all?.meanRank
    enviesByPoints = envy.count { !$0.isByLot }
    enviesByLot = envy.count - enviesByPoints
    wasted = review.wastedSeats().count
    leastShare = review.fairShares(by: [key]).filter { $0.eligible > 0 }
      .map { $0.placed * 10_000 / $0.eligible }.min()
  }
}

/// The measures of all plans, in the forms in which they are shown.
struct ComparisonTable {
  let plans: [MeasuredPlan]
  /// The column that shares are counted by.
  let over: String

  /// A measure's name, and its values.
  struct Row {
    /// What numbers are numbers of.
    enum Unit { case whole, hundredths }

    let name: String
    let words: String
    var unit = Unit.whole
    let value: (PlanMeasures) -> Int?
  }

  private static let names = [
    ("first", "first choices"), ("second", "second choices"), ("third", "third choices"),
    ("later", "later choices"), ("unlisted", "not listed"),
  ]

  var rows: [Row] {
    let most = plans.compactMap(\.measures?.placed).max() ?? 0
    return [
      Row(name: "placed", words: "placed") { $0.placed },
      Row(name: "fewer_placed", words: "fewer than the most") { most - $0.placed },
      Row(name: "leaders", words: "leaders") { $0.leaders },
      Row(name: "points", words: "points", unit: .hundredths) { $0.points },
    ]
      + Self.names.enumerated().map { place, name in
        Row(name: name.0, words: name.1) { $0.choices[place] }
      } + [
        Row(name: "mean_rank", words: "mean choice", unit: .hundredths) { $0.meanRank },
        Row(name: "envy_points", words: "envy by points") { $0.enviesByPoints },
        Row(name: "envy_lot", words: "envy by lot") { $0.enviesByLot },
        Row(name: "wasted", words: "wasted seats") { $0.wasted },
        Row(name: "missed_targets", words: "missed targets") { $0.missedTargets },
        Row(name: "km", words: "km") { $0.km },
        Row(name: "least_share", words: "least share, %", unit: .hundredths) { $0.leastShare },
      ]
  }

  /// A row for each mechanism.
  var table: Table {
    Table(
      columns: ["mechanism", "over", "status"] + rows.map(\.name),
      rows: plans.map { plan in
        [plan.mechanism.name, over, plan.status]
          + rows.map { row in plan.measures.flatMap(row.value).map(row.unit.fileText) ?? "" }
      })
  }
}

extension ComparisonTable.Row.Unit {
  /// A value for a cell of a file.
  fileprivate func fileText(_ value: Int) -> String {
    self == .whole ? String(value) : decimal(value)
  }
}
