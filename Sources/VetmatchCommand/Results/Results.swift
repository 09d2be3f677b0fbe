import MobilityModel
import Planning
import RoundFiles

/// What `allocate` writes: an audited plan as the files of the result folder.
struct Results {
  let plan: AuditedPlan
  /// The round as it is shown, and the names of people in it.
  let shown: Round
  let names: Pseudonyms?
  let review: PlanReview
  let counts: Counts
  let mechanism: Mechanism
  let gap: Double
  let timeLimit: Double?
  let fingerprints: [InputHash]
  let notes: ReadingNotes
  /// Of the program that is named in the summary.
  var version = Vetmatch.version
  /// Further tables about the plan.
  private let more: [(name: String, table: Table)]

  init(
    _ plan: AuditedPlan, run: AllocationRun, fingerprints: [InputHash],
    more: [(name: String, table: Table)] = []
  ) {
    self.more = more
    self.plan = plan
    (shown, names) = (run.input.shown, run.input.names)
    review = PlanReview(plan.round, plan.plan)
    counts = Counts(review, of: plan.plan, in: plan.round)
    mechanism = run.mechanism
    gap = run.gap
    timeLimit = run.timeLimit
    self.fingerprints = fingerprints
    notes = run.input.readingNotes
  }

  var status: String { plan.isProven ? "optimal" : "feasible" }

  /// Who goes where and who does not, by the names of tables.
  var tables: [(name: String, table: Table)] {
    let tables =
      [
        (name: "placements", table: PlacementTable(round: shown).table(of: plan.plan)),
        (name: "unplaced", table: UnplacedTable(round: shown, review: review).table),
      ] + more
    let reserves = ReserveTable(round: shown, review: review).table
    guard names != nil else { return tables + [(name: "reserves", table: reserves)] }
    return tables.map { ($0.name, $0.table.withoutNames.sorted) }
      + [(name: "reserves", table: reserves.withoutNames)]
  }

  /// What was decided before the run.
  var locks: LockTable { LockTable(round: shown, isSorted: names != nil) }

  /// The tables as CSV, and `summary.json`.
  var files: [OutputFile] {
    tables.map { OutputFile(name: "\($0.name).csv", bytes: CSVText.bytes($0.table)) }
      + [OutputFile(name: "summary.json", bytes: JSONText.bytes(summary))]
  }
}

extension Table {
  /// The table without names of people.
  var withoutNames: Table {
    let kept = columns.indices.filter { columns[$0] != "name" }
    return Table(
      columns: kept.map { columns[$0] }, rows: rows.map { row in kept.map { row[$0] } })
  }

  /// The table in the order of its first column: the order of ids would tell something about those
  /// that are not shown.
  var sorted: Table {
    Table(columns: columns, rows: rows.sorted { $0.lexicographicallyPrecedes($1) })
  }
}
