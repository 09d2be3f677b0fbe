import MobilityModel
import Planning

/// What a person wants to know of a plan that has been written, on one screen of 80 by 24.
struct PlanScreen {
  let results: Results
  let output: String
  let title: String
  let wasSignalled: Bool
  /// What became of the certificate, where one was asked for.
  var proof: Proof?

  enum Proof: Equatable { case written(String), missing }

  /// Rows that a table on the screen has at most; the rest is in `summary.json`.
  private static let mostRows = 7

  func lines(style: Style) -> [String] {
    let shares = sideBySide(streams, countries)
    return [heading(style), people] + mechanism + locks + [""] + tiers(style) + [""] + shares
      + ["", "written to \(output.printable)"] + proofLines(style)
  }

  private func proofLines(_ style: Style) -> [String] {
    switch proof {
    case nil: []
    case .written(let path): ["proof written to \(path.printable)"]
    case .missing: [style.warning("no proof written") + ", a limit was reached before it was whole"]
    }
  }

  private func heading(_ style: Style) -> String {
    let name = title.printable.clipped(to: 40)
    let limit = wasSignalled ? "stopped" : "a limit was reached"
    return style.bold(name) + "  "
      + (results.plan.isProven
        ? style.good("optimal") + ", every tier is proven"
        : style.warning("feasible") + ", \(limit) before every tier was proven")
  }

  private var people: String {
    let counts = results.counts
    let leaders =
      counts.total.leaders == 0
      ? "" : " with \(counted(counts.total.leaders, "leader", "leaders")),"
    return "\(counts.total.placed.grouped) of \(counts.total.applied.grouped) applications placed,"
      + "\(leaders) in \(counts.running.grouped) of \(counts.sessions.grouped) sessions"
  }

  private var mechanism: [String] {
    switch results.mechanism {
    case .best: return []
    case .equal(let key):
      return ["mechanism equal: equal shares by \(key.word(in: results.shown))".printable]
    case let mechanism: return ["mechanism \(mechanism.name): \(mechanism.meaning)"]
    }
  }

  private var locks: [String] {
    let round = results.shown
    let locked = Set(round.locks.filter { $0.effect == .lock }.map(\.application)).count
    let forbids = round.locks.count { $0.effect == .forbid }
    let parts = [
      locked == 0 ? "" : "\(locked.grouped) by a lock",
      forbids == 0 ? "" : counted(forbids, "forbid is kept", "forbids are kept"),
    ].filter { !$0.isEmpty }
    return parts.isEmpty ? [] : [parts.joined(separator: ", ")]
  }

  private func tiers(_ style: Style) -> [String] {
    var table = TextTable([.left, .right, .left])
    for step in results.plan.steps.prefix(Self.mostRows) {
      table.add([step.kind.name, step.value.grouped, step.state])
    }
    if let more = more(results.plan.steps.count).first { table.add([more]) }
    for tier in results.plan.tiers {
      table.add([tier.tier.rawValue, tier.tier.text(tier.value), tier.state])
    }
    return table.lines()
  }

  private var streams: [String] {
    var table = TextTable([.left, .right, .right, .right, .right], gap: 1)
    table.add(["stream", "applied", "placed", "places", "target"])
    for stream in results.counts.streams.prefix(Self.mostRows) {
      table.add(
        [stream.id.clipped(to: 15)] + stream.share.cells
          + [stream.places?.grouped ?? "", stream.share.target?.text ?? ""])
    }
    return table.lines(width: 46) + more(results.counts.streams.count)
  }

  private var countries: [String] {
    var table = TextTable([.left, .right, .right, .right], gap: 1)
    table.add(["country", "applied", "placed", "target"])
    for country in results.counts.countries.prefix(Self.mostRows) {
      table.add(
        [country.country.isEmpty ? "none" : country.country] + country.share.cells
          + [country.share.target?.text ?? ""])
    }
    return table.lines(width: 32) + more(results.counts.countries.count)
  }

  private func more(_ count: Int) -> [String] {
    count > Self.mostRows ? ["and \((count - Self.mostRows).grouped) more"] : []
  }
}

extension MechanismStep {
  /// How far the proof of this step has come.
  var state: String {
    if isProven { return "proven" }
    return bound.map { "bound \($0.grouped)" } ?? "no bound"
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

extension Share {
  fileprivate var cells: [String] { [applied.grouped, placed.grouped] }
}

extension Target {
  /// As `330-396`, `330 or more`.
  var text: String {
    switch (min, max) {
    case (let min?, let max?): min == max ? min.grouped : "\(min.grouped)-\(max.grouped)"
    case (let min?, nil): "\(min.grouped)+"
    case (nil, let max?): "up to \(max.grouped)"
    case (nil, nil): ""
    }
  }
}
