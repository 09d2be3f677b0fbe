import MobilityModel
import Planning
import RoundFiles

/// What `allocate` writes: an audited plan as the files of the result folder.
struct Results {
  let plan: AuditedPlan
  let gap: Double
  let timeLimit: Double?
  let fingerprints: [InputHash]

  init(_ plan: AuditedPlan, run: AllocationRun, fingerprints: [InputHash]) {
    self.plan = plan
    gap = run.gap
    timeLimit = run.timeLimit
    self.fingerprints = fingerprints
  }

  /// `placements.csv`, `unplaced.csv` and `summary.json`.
  var files: [OutputFile] {
    [
      OutputFile(
        name: "placements.csv",
        bytes: CSVText.bytes(PlacementTable(round: plan.round).table(of: plan.plan))),
      OutputFile(name: "summary.json", text: JSONText.write(summary)),
    ]
  }

  var status: String { plan.isProven ? "optimal" : "feasible" }

  /// The content of `summary.json`; `docs/summary-schema.md` describes it.
  var summary: JSONText.Value {
    [
      "schema": 1,
      "version": .string(Vetmatch.version),
      "status": .string(status),
      "tiers": .array(plan.tiers.map(\.json)),
      "inputs": .array(fingerprints.map(\.json)),
    ]
  }
}

extension TierResult {
  fileprivate var json: JSONText.Value {
    [
      "tier": .string(tier.rawValue),
      "sense": .string(tier.isMaximised ? "max" : "min"),
      "value": .integer(value),
      "bound": .number(bound),
      "proven": .bool(isProven),
    ]
  }
}

extension InputHash {
  fileprivate var json: JSONText.Value {
    ["file": .string(file), "sha256": .string(sha256)]
  }
}
