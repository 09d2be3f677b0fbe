import Audit
import MobilityModel
import RoundFiles

/// What an audit says about a plan.
struct VerdictReport: Report {
  let verdict: Verdict
  let placements: Int
  /// Whether the round's seed is the one whose hash was published; `nil` if nobody asks.
  var isDrawKept: Bool?
  /// Where the balances for the year after have been written.
  var carried: String?

  /// Has a plan audited; what it breaks is told in the names that are shown.
  init(of plan: [MobilityModel.Option], in input: RoundInput) {
    let verdict = Auditor(round: input.round).audit(plan)
    if case .broken = verdict, input.names != nil {
      self.verdict = Auditor(round: input.shown).audit(plan)
    } else {
      self.verdict = verdict
    }
    placements = plan.count
  }

  var isSound: Bool {
    if case .sound = verdict { true } else { false }
  }

  var json: JSONText.Value {
    let found: [(String, JSONText.Value)] =
      switch verdict {
      case .sound(let values):
        [("status", "sound"), ("tiers", .array(values.map(\.json)))]
      case .broken(let violations):
        [("status", "broken"), ("violations", .array(violations.map(\.json)))]
      }
    let draw = isDrawKept.map { [("draw_kept", JSONText.Value.bool($0))] } ?? []
    let written = carried.map { [("carried", JSONText.Value.string($0))] } ?? []
    return .object([found[0], ("placements", .integer(placements)), found[1]] + draw + written)
  }

  func lines(style: Style) -> [String] {
    let lines =
      switch verdict {
      case .sound(let values): soundLines(values, style)
      case .broken(let violations): brokenLines(violations, style)
      }
    return lines + drawLines(style) + carriedLines(style)
  }

  private func carriedLines(_ style: Style) -> [String] {
    carried.map { ["", "\(style.good("written")): \($0.printable), for the year after"] } ?? []
  }

  private func drawLines(_ style: Style) -> [String] {
    guard let isDrawKept else { return [] }
    let words =
      isDrawKept
      ? "\(style.good("drawn"))  the draw_seed is the one whose hash was published"
      : "\(style.bad("broken"))  the draw_seed is not the one whose hash was published"
    return ["", words]
  }

  private func soundLines(_ values: [TierValue], _ style: Style) -> [String] {
    var table = TextTable([.left, .right, .left])
    for tier in values {
      table.add([tier.tier.rawValue, tier.tier.text(tier.value), tier.tier.meaning])
    }
    let title =
      "\(style.good("sound"))  the plan keeps every rule; \(placements.grouped) placements"
    return [title, ""] + table.lines()
  }

  private func brokenLines(_ violations: [Violation], _ style: Style) -> [String] {
    let rules = Dictionary(grouping: violations, by: \.rule)
    let title =
      "\(style.bad("broken"))  \(counted(rules.count, "rule is", "rules are")) broken, "
      + counted(violations.count, "time", "times")
    var lines = [title]
    for rule in BrokenRule.allCases {
      guard let broken = rules[rule] else { continue }
      lines += ["", style.bold(rule.rawValue)]
      for violation in broken { lines += violationLines(violation, style) }
    }
    return lines
  }

  private func violationLines(_ violation: Violation, _ style: Style) -> [String] {
    var names = violation.placements.map(\.text)
    if violation.unlisted > 0 { names.append("and \(violation.unlisted.grouped) more") }
    return wrapped(violation.message.printable, indent: 2)
      + listed(names, indent: 4).map { style.faint($0) }
  }
}

extension Violation.Placement {
  /// The placement in a line: `A7 in S2 for 0713`.
  fileprivate var text: String {
    "\(application) in \(session)\(sector.isEmpty ? "" : " for \(sector)")".printable
  }
}
