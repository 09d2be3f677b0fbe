import MobilityModel
import Planning
import RoundFiles

/// What a bundle claims of its plan, tier by tier.
struct BundleOutcome: Hashable {
  /// In the order of the objective.
  let tiers: [TierResult]

  init(_ tiers: [TierResult]) { self.tiers = tiers }

  /// What is known of a plan from a run that looked for the best one.
  ///
  /// A bound of the run holds among plans that are worth the same as its own in the tiers before, so
  /// it holds for this plan up to the first tier in which the two differ.
  ///
  /// - Parameters:
  ///   - values: what the plan is worth, in the order of the objective.
  ///   - run: what the run knows of the plan that it found.
  init(values: [Int], run: [TierResult]) {
    var (isEqual, isProven) = (true, true)
    tiers = zip(values, run).map { value, known in
      let bound = isEqual ? known.bound : nil
      isProven = isProven && bound == value
      isEqual = isEqual && known.value == value
      return TierResult(tier: known.tier, value: value, bound: bound, isProven: isProven)
    }
  }

  /// Reads the table; `nil` where it is not exactly as it would be written.
  init?(_ text: String) {
    let rows = text.split(separator: "\n").dropFirst()
    var tiers: [TierResult] = []
    for row in rows {
      let cells = row.split(separator: ",", omittingEmptySubsequences: false)
      guard cells.count == 4, let tier = Tier(rawValue: String(cells[0])), let value = Int(cells[1])
      else { return nil }
      tiers.append(
        TierResult(tier: tier, value: value, bound: Int(cells[2]), isProven: cells[3] == "yes"))
    }
    self.tiers = tiers
    guard text == self.text else { return nil }
  }

  var isProven: Bool { tiers.allSatisfy(\.isProven) }

  /// The first tier in which a plan is known that is better than what is claimed to be possible, with
  /// what it is worth there.
  func refuted(by run: [TierResult]) -> TierResult? {
    for (claim, found) in zip(tiers, run) {
      if let bound = claim.bound {
        let isBetter = claim.tier.isMaximised ? found.value > bound : found.value < bound
        if isBetter { return found }
      }
      if found.value != claim.value { return nil }
    }
    return nil
  }

  var text: String {
    CSVText.write(
      Table(
        columns: ["tier", "value", "bound", "proven"],
        rows: tiers.map { tier in
          [
            tier.tier.rawValue, String(tier.value), tier.bound.map(String.init) ?? "",
            tier.isProven ? "yes" : "no",
          ]
        }))
  }
}
