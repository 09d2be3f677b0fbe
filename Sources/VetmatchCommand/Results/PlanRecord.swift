import Audit
import MobilityModel
import Planning
import Reporting
import RoundFiles

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What the audit counts of a plan that keeps every rule, with nothing known of bounds.
struct AuditedValues {
  let tiers: [TierResult]

  init(_ plan: Plan, of round: Round) {
    switch Auditor(round: round).audit(plan.placements) {
    case .broken: tiers = []
    case .sound(let values):
      tiers = values.map { TierResult(tier: $0.tier, value: $0.value, bound: nil, isProven: false) }
    }
  }
}

extension RoundInput {
  /// A plan that keeps every rule, with what is recorded of it.
  ///
  /// - Throws: `Ending.missing`, `Ending.findings` or `Ending.broken`.
  func known(
    _ path: String, _ fingerprints: [InputHash]
  ) throws(Ending) -> (allocation: Allocation, proof: ReportSource.Proof) {
    let plan = try soundPlan(path)
    let values = AuditedValues(plan, of: round).tiers
    guard let record = PlanRecord(beside: path, inputs: fingerprints, values: values) else {
      return (Allocation(plan: plan, tiers: values), .unknown)
    }
    let isProven = record.tiers.allSatisfy(\.isProven)
    return (Allocation(plan: plan, tiers: record.tiers), isProven ? .proven : .gap)
  }
}

/// What `allocate` or `replan` has recorded beside a plan: how good it is known to be.
struct PlanRecord {
  let tiers: [TierResult]

  private struct Summary: Decodable {
    struct Input: Decodable {
      var file: String
      var sha256: String
    }
    struct Tier: Decodable {
      var tier: String
      var value: Int
      var bound: Int?
      var proven: Bool
    }
    var inputs: [Input]
    var tiers: [Tier]
  }

  /// Reads `summary.json` in the folder of a plan; `nil` where there is none, or it is of another
  /// round or another plan: nothing is known then.
  ///
  /// - Parameters:
  ///   - plan: path of the plan.
  ///   - inputs: fingerprints of the round as it is now.
  ///   - values: what the audit counts of the plan.
  init?(beside plan: String, inputs: [InputHash], values: [TierResult]) {
    let folder = plan.lastIndex(of: "/").map { String(plan[...$0]) } ?? ""
    guard let bytes = try? FileBytes.read(folder + "summary.json"),
      let summary = try? JSONDecoder().decode(Summary.self, from: Data(bytes)),
      inputs.allSatisfy({ input in
        summary.inputs.contains { $0.file == input.file && $0.sha256 == input.sha256 }
      }),
      summary.tiers.map(\.tier) == values.map(\.tier.rawValue),
      summary.tiers.map(\.value) == values.map(\.value)
    else { return nil }
    tiers = zip(values, summary.tiers).map { value, recorded in
      TierResult(
        tier: value.tier, value: value.value, bound: recorded.bound, isProven: recorded.proven)
    }
  }
}
