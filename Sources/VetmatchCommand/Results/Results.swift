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

  /// `placements.csv`, `unplaced.csv` and `summary.json`.
  var files: [OutputFile] {
    let placements = PlacementTable(round: plan.round).table(of: plan.plan)
    let unplaced = UnplacedTable(round: plan.round, review: review).table
    return [
      OutputFile(name: "placements.csv", bytes: CSVText.bytes(placements)),
      OutputFile(name: "unplaced.csv", bytes: CSVText.bytes(unplaced)),
      OutputFile(name: "summary.json", text: JSONText.write(summary)),
    ]
  }
}
