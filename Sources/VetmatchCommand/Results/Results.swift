import MobilityModel
import Planning
import RoundFiles

/// What `allocate` writes: an audited plan as the files of the result folder.
struct Results {
  let plan: AuditedPlan
  let review: PlanReview
  let counts: Counts
  let gap: Double
  let timeLimit: Double?
  let fingerprints: [InputHash]

  init(_ plan: AuditedPlan, run: AllocationRun, fingerprints: [InputHash]) {
    self.plan = plan
    review = PlanReview(plan.round, plan.plan)
    counts = Counts(review, of: plan.plan, in: plan.round)
    gap = run.gap
    timeLimit = run.timeLimit
    self.fingerprints = fingerprints
  }

  var status: String { plan.isProven ? "optimal" : "feasible" }

  /// Who goes where and who does not, by the names of tables.
  var tables: [(name: String, table: Table)] {
    [
      ("placements", PlacementTable(round: plan.round).table(of: plan.plan)),
      ("unplaced", UnplacedTable(round: plan.round, review: review).table),
    ]
  }

  /// The tables as CSV, and `summary.json`.
  var files: [OutputFile] {
    tables.map { OutputFile(name: "\($0.name).csv", bytes: CSVText.bytes($0.table)) }
      + [OutputFile(name: "summary.json", text: JSONText.write(summary))]
  }
}
