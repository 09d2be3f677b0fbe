import MobilityModel

/// The values of one filter key as small numbers, so that a million placements are cheap to sort.
struct KeyLabels {
  private let side: KeyValues.Side
  /// Indexed by application or by session; unused for a sector, which is a number already.
  private let label: [Int32]
  private let labelOfValue: [String: Int32]

  init(_ key: FilterKey, _ values: KeyValues) {
    side = KeyValues.side(of: key)
    let listed: [String] =
      switch side {
      case .application:
        values.round.applications.map { values.value(of: key, ofApplication: $0) }
      case .session: values.round.sessions.map { values.value(of: key, ofSession: $0) }
      case .sector: []
      }
    var known: [String: Int32] = [:]
    label = listed.map { value in
      if let label = known[value] { return label }
      known[value] = Int32(known.count)
      return Int32(known.count - 1)
    }
    labelOfValue = known
  }

  /// Number of labels, used or not.
  var count: Int { side == .sector ? 10_001 : labelOfValue.count }

  func label(of placement: Option) -> Int32 {
    switch side {
    case .application: label[Int(placement.application)]
    case .session: label[Int(placement.session)]
    case .sector: Int32(placement.sector.number) + 1
    }
  }

  /// For each label, whether its value is one of `values`.
  func isAny(of values: Set<String>) -> [Bool] {
    if side == .sector { return isAnySector(of: values) }
    var isAny = Array(repeating: false, count: count)
    for value in values {
      if let label = labelOfValue[value] { isAny[Int(label)] = true }
    }
    return isAny
  }

  private func isAnySector(of values: Set<String>) -> [Bool] {
    var isAny = Array(repeating: false, count: count)
    for sector in values.compactMap({ Sector(code: $0) }) { isAny[Int(sector.number) + 1] = true }
    return isAny
  }
}

/// What a limit looks at: the placements for which its `where` and its `who` hold.
struct LimitScope {
  private struct Condition {
    var labels: KeyLabels
    var isAllowed: [Bool]

    func holds(_ placement: Option) -> Bool { isAllowed[Int(labels.label(of: placement))] }
  }

  private var ofSessions: [Condition] = []
  private var ofPlacements: [Condition] = []

  init(of limit: Limit, _ labels: [FilterKey: KeyLabels]) {
    for condition in limit.where.conditions + limit.who.conditions {
      guard let labels = labels[condition.key] else { continue }
      let compiled = Condition(labels: labels, isAllowed: labels.isAny(of: condition.values))
      if KeyValues.side(of: condition.key) == .session {
        ofSessions.append(compiled)
      } else {
        ofPlacements.append(compiled)
      }
    }
  }

  /// Whether the conditions hold that speak of the session alone.
  func holdsForSession(of placement: Option) -> Bool {
    ofSessions.allSatisfy { $0.holds(placement) }
  }

  /// Whether the others hold too, given that those do.
  func holdsWithin(_ placement: Option) -> Bool { ofPlacements.allSatisfy { $0.holds(placement) } }
}
