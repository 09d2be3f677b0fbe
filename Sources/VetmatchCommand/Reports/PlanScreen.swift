import MobilityModel
import Planning

/// What a person wants to know of a plan that has been written, on one screen.
struct PlanScreen {
  let results: Results
  let folder: String
  let wasSignalled: Bool

  func lines(style: Style) -> [String] {
    [title(style), ""] + tiers(style) + ["", "written to \(folder.printable)"]
  }

  private func title(_ style: Style) -> String {
    if results.plan.isProven { return style.good("optimal") }
    return "\(style.warning("feasible")): stopped before every tier was proven"
  }

  private func tiers(_ style: Style) -> [String] {
    var table = TextTable([.left, .right, .left])
    for tier in results.plan.tiers {
      table.add([tier.tier.rawValue, tier.tier.text(tier.value), tier.state])
    }
    return table.lines()
  }
}

extension TierResult {
  /// How far the proof of this tier has come.
  var state: String {
    if isProven { return "proven" }
    guard let bound else { return "no bound" }
    return "bound \(tier.text(bound)), gap \(gapText(value: value, bound: bound))"
  }
}
