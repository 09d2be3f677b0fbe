/// What filters and the `each` of limits can ask of an option, by key.
package struct Facts: Sendable {
  private let round: Round
  /// Columns of the keys at which the round's own filters and limits look.
  private let kept: [FilterKey: IndexedColumn]

  package init(_ round: Round) {
    let filters =
      round.limits.flatMap { limit in limit.sides.flatMap { [$0.where, $0.who] } }
      + round.rules.flatMap {
        [$0.where, $0.who]
      }
    var asked: [FilterKey: Set<String>] = [:]
    for condition in filters.lazy.flatMap(\.conditions) where condition.key != .sector {
      asked[condition.key, default: []].formUnion(condition.values)
    }
    let split = round.limits.lazy.flatMap { limit in
      limit.sides.flatMap(\.each) + (limit.of.map { [$0] } ?? [])
    }
    for key in split where key != .sector {
      asked[key, default: []].formUnion([])
    }
    var kept: [FilterKey: IndexedColumn] = [:]
    for (key, values) in asked {
      kept[key] = IndexedColumn(KeyColumn(of: key, in: round), asked: values)
    }
    self.init(round, keeping: kept)
  }

  init(_ round: Round, keeping kept: [FilterKey: IndexedColumn]) {
    self.round = round
    self.kept = kept
  }

  /// The value of a key as tables write it; empty for `sector` where there is none, and for a
  /// group or a column that is not given.
  package func value(of key: FilterKey, for option: Option) -> String {
    switch key {
    case .sector: option.sector.code
    case .stream, .session, .host, .hostCountry: value(of: key, session: Int(option.session))
    default: value(of: key, application: Int(option.application))
    }
  }

  /// Whether every condition of a filter holds for an option.
  ///
  /// Compares texts; ``test(_:)`` prepares a filter that is asked many times.
  package func holds(_ filter: Filter, for option: Option) -> Bool {
    filter.conditions.allSatisfy { $0.values.contains(value(of: $0.key, for: option)) }
  }

  /// The value of a key that looks at the session; empty for the others.
  package func value(of key: FilterKey, session: Int) -> String {
    let session = round.sessions[session]
    switch key {
    case .stream: return round.streams[session.stream].id
    case .session: return session.id
    case .host: return round.organisations[session.host].id
    case .hostCountry: return round.organisations[session.host].country
    default: return ""
    }
  }

  /// The value of a key that looks at the application, its stream or its participant; empty for the
  /// others.
  package func value(of key: FilterKey, application: Int) -> String {
    let application = round.applications[application]
    switch key {
    case .application: return application.id
    case .stream: return round.streams[application.stream].id
    case .role: return application.role.rawValue
    case .group: return application.group
    default: break
    }
    let participant = round.participants[application.participant]
    switch key {
    case .participant: return participant.id
    case .organisation: return round.organisations[participant.organisation].id
    case .country: return round.organisations[participant.organisation].country
    case .nationality: return participant.nationality
    case .attribute(let column):
      return participant.attributes.indices.contains(column) ? participant.attributes[column] : ""
    default: return ""
    }
  }

  /// A filter prepared for many questions.
  ///
  /// - Complexity: O(*s*) for *s* sessions for a filter of the round's own; O(*s* + *n*) for *n*
  ///   applications for any other.
  package func test(_ filter: Filter) -> FilterTest { FilterTest(filter, self) }

  /// The distinct values of a key and where they apply, for a key other than `sector`.
  package func column(of key: FilterKey) -> KeyColumn {
    kept[key]?.column ?? KeyColumn(of: key, in: round)
  }

  func indexed(_ key: FilterKey) -> IndexedColumn {
    kept[key] ?? IndexedColumn(KeyColumn(of: key, in: round), asked: [])
  }
}

extension FilterKey {
  /// Whether the key looks at where a placement is, and not at who is placed.
  package var isWhere: Bool {
    switch self {
    case .stream, .session, .host, .hostCountry, .sector: true
    default: false
    }
  }
}
