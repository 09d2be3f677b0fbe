import MobilityModel
import Planning
import RoundFiles

/// How two plans differ.
struct CompareReport: Report {
  let run: CompareRun
  /// Where the tables have been written.
  let output: String?

  /// Changes that a screen lists at most; `changes.csv` has all.
  private static let mostChanges = 20

  var json: JSONText.Value {
    [
      "status": "ok",
      "tiers": .array(
        run.tiers.map {
          [
            "tier": .string($0.tier.rawValue), "a": .integer($0.before), "b": .integer($0.after),
          ]
        }),
      "changes": .array(run.comparison.changes.map(json)),
      "counts": .array(
        run.comparison.counts.map {
          [
            "by": .string($0.group.rawValue), "value": .string($0.value),
            "a": .integer($0.before), "b": .integer($0.after), "added": .integer($0.added),
            "dropped": .integer($0.dropped), "moved": .integer($0.moved),
          ]
        }),
    ]
  }

  private func json(_ change: PlanComparison.Change) -> JSONText.Value {
    [
      "change": .string(change.kind.rawValue), "application": .string(run.person(change)[0]),
      "a": place(change.before, run.before), "b": place(change.after, run.after),
      "in_the_way_in_a": .string(change.before.reason),
      "in_the_way_in_b": .string(change.after.reason),
    ]
  }

  private func place(_ side: PlanComparison.Side, _ round: Round) -> JSONText.Value {
    side.placement?.json(ExplanationText(round: round, values: [])) ?? .null
  }

  func lines(style: Style) -> [String] {
    let changes = run.comparison.changes
    let rest = changes.count - Self.mostChanges
    return tiers + ["", style.bold(heading)]
      + changes.prefix(Self.mostChanges).flatMap { wrapped(words($0).printable, indent: 2) }
      + (rest > 0 ? ["  and \(rest.grouped) more"] : []) + counts
      + (output.map { ["", "\(style.good("written")): \($0.printable)"] } ?? [])
  }

  private var tiers: [String] {
    var table = TextTable([.left, .right, .right, .right])
    table.add(["tier", "plan A", "plan B", "B to A"])
    for pair in run.tiers {
      table.add([
        pair.tier.rawValue, pair.tier.text(pair.before), pair.tier.text(pair.after),
        pair.tier.difference(step(from: pair.before, to: pair.after)),
      ])
    }
    return table.lines()
  }

  private var heading: String {
    let kinds = PlanDifference.Kind.allCases.compactMap { kind -> String? in
      let count = run.comparison.changes.count { $0.kind == kind }
      return count == 0 ? nil : "\(count.grouped) \(kind.words)"
    }
    return kinds.isEmpty ? "the plans place the same people alike" : kinds.joined(separator: ", ")
  }

  private func words(_ change: PlanComparison.Change) -> String {
    let ways = [
      change.before.placement.map { "from \(run.before.words($0))" },
      change.after.placement.map { "to \(run.after.words($0))" },
    ]
    let reasons = [
      ("A", change.before.reason), ("B", change.after.reason),
    ].filter { !$0.1.isEmpty }.map { "in \($0.0) \($0.1)" }
    return "\(change.kind.rawValue) \(run.person(change)[0]) "
      + ways.compactMap { $0 }.joined(separator: " ")
      + (reasons.isEmpty ? "" : ": " + reasons.joined(separator: "; "))
  }

  private var counts: [String] {
    PlanComparison.Group.allCases.flatMap { group -> [String] in
      var table = TextTable([.left] + Array(repeating: .right, count: 5))
      table.add([group.rawValue, "plan A", "plan B", "added", "dropped", "moved"])
      for count in run.comparison.counts where count.group == group {
        table.add(
          [count.value.isEmpty ? "-" : count.value]
            + [count.before, count.after, count.added, count.dropped, count.moved].map(\.grouped))
      }
      return [""] + table.lines()
    }
  }
}

extension Round {
  /// A placement in a few words.
  func words(_ option: MobilityModel.Option) -> String {
    sessions[Int(option.session)].id
      + (option.sector == .none ? "" : " for \(option.sector.code)")
  }
}
