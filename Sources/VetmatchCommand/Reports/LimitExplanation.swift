import MobilityModel
import Planning
import RoundFiles

/// What a limit holds, whom it keeps out, and what one more unit would bring.
struct LimitExplanation {
  /// What one more unit, or one that is asked for less, would bring.
  struct Unit {
    let change: RoundChange
    let answer: WhatIf.Answer
    /// The plan as it is.
    let published: Plan
  }

  /// Index into `Round.limits`.
  let limit: Int
  let uses: [LimitUse]
  let heldBack: [HeldBack]
  /// Empty where the limit has slack on both sides.
  let units: [Unit]

  private static let mostRows = 20

  func lines(_ text: ExplanationText, _ style: Style) -> [String] {
    let limit = text.round.limits[limit]
    let reason = limit.reason.isEmpty ? "" : ": \(limit.reason)"
    let measure =
      limit.of.map { "different values of \($0.word(in: text.round))" } ?? limit.measure.rawValue
    let net = limit.minus == nil ? "" : ", less what is taken off"
    let kind = "limit \(limit.id), \(limit.kind.rawValue), in \(measure)\(net)"
    return wrapped((kind + reason).printable, indent: 0).map(style.bold) + [""] + useLines(text)
      + [""] + heldLines(text) + unitLines(text)
  }

  private func useLines(_ text: ExplanationText) -> [String] {
    let limit = text.round.limits[limit]
    var table = TextTable([.left, .right, .right, .right, .left])
    table.add(["", "count", "min", "max", ""])
    for use in uses.prefix(Self.mostRows) {
      table.add([
        use.each.map(\.value).joined(separator: ", "), use.count.grouped,
        limit.min?.grouped ?? "", limit.max?.grouped ?? "", state(of: use, limit),
      ])
    }
    let rest = uses.count - Self.mostRows
    return table.lines() + (rest > 0 ? ["and \(rest.grouped) more"] : [])
  }

  private func state(of use: LimitUse, _ limit: Limit) -> String {
    if let most = limit.max, use.count >= most { return use.count > most ? "over" : "full" }
    if let least = limit.min, use.count <= least {
      return use.count < least ? "under" : "at its least"
    }
    return "slack"
  }

  private func heldLines(_ text: ExplanationText) -> [String] {
    if heldBack.isEmpty { return ["it keeps nobody out who has no place"] }
    let alone = heldBack.filter(\.isOnlyReason)
    let title =
      "it keeps \(counted(heldBack.count, "application", "applications")) out of a session, "
      + "\(alone.count.grouped) of them where nothing else does"
    let ids = heldBack.prefix(Self.mostRows).map { text.id($0.application).printable }
    let rest = heldBack.count - Self.mostRows
    return wrapped(title, indent: 0) + listed(ids, indent: 2)
      + (rest > 0 ? ["  and \(rest.grouped) more"] : [])
  }

  private func unitLines(_ text: ExplanationText) -> [String] {
    if units.isEmpty { return ["", "it has slack: one more unit would bring nothing"] }
    return [""]
      + units.flatMap { unit in
        wrapped("\(text.words.words(unit.change)): \(unit.words(text))".printable, indent: 0)
      }
  }

  func json(_ text: ExplanationText) -> JSONText.Value {
    let limit = text.round.limits[limit]
    return [
      "limit": .string(limit.id), "kind": .string(limit.kind.rawValue),
      "measure": .string(limit.measure.rawValue), "min": .number(limit.min),
      "max": .number(limit.max),
      "uses": .array(
        uses.map { use in
          [
            "each": .array(use.each.map { .string($0.value) }), "count": .integer(use.count),
            "missed": .integer(use.missed), "state": .string(state(of: use, limit)),
          ]
        }),
      "held_back": .array(
        heldBack.map { held in
          [
            "application": .string(text.id(held.application)),
            "sessions": .array(held.sessions.map { .string(text.round.sessions[$0].id) }),
            "only_reason": .bool(held.isOnlyReason),
          ]
        }),
      "one_unit": .array(units.map { $0.json(text) }),
    ]
  }
}

extension LimitExplanation.Unit {
  func words(_ text: ExplanationText) -> String {
    switch answer {
    case .open: return "not decided in time"
    case .infeasible: return "no plan keeps the rules"
    case .best(let plan, let values):
      let (new, gone) = moves(to: plan, text)
      let people =
        (new.isEmpty ? [] : ["placed: " + new.joined(separator: ", ")])
        + (gone.isEmpty ? [] : ["without a place: " + gone.joined(separator: ", ")])
      return ([text.difference(to: values)] + people).joined(separator: "; ")
    }
  }

  /// Who has a place in the new plan only, and who in the old one only.
  private func moves(to plan: Plan, _ text: ExplanationText) -> (new: [String], gone: [String]) {
    let before = Set(published.placements.map(\.application))
    let after = Set(plan.placements.map(\.application))
    func ids(_ applications: Set<Int32>) -> [String] {
      applications.map { text.id(Int($0)) }.sorted()
    }
    return (ids(after.subtracting(before)), ids(before.subtracting(after)))
  }

  fileprivate func json(_ text: ExplanationText) -> JSONText.Value {
    guard case .best(let plan, let values) = answer else {
      return [
        "change": .string(text.words.words(change)),
        "status": .string(answer == .infeasible ? "infeasible" : "open"),
      ]
    }
    let (new, gone) = moves(to: plan, text)
    return [
      "change": .string(text.words.words(change)), "status": "proven",
      "difference": text.differencesJSON(to: values),
      "placed": .array(new.map { .string($0) }), "unplaced": .array(gone.map { .string($0) }),
    ]
  }
}
