import MobilityModel

/// The values of filter keys, straight from the round's tables.
struct KeyValues {
  let round: Round

  /// Whether the value of `key` is known from the application alone, the session alone, or neither.
  enum Side { case application, session, sector }

  static func side(of key: FilterKey) -> Side {
    switch key {
    case .stream, .session, .host, .hostCountry: .session
    case .sector: .sector
    case .application, .participant, .organisation, .country, .role, .group, .attribute,
      .nationality:
      .application
    }
  }

  func value(of key: FilterKey, ofSession session: Session) -> String {
    switch key {
    case .stream: round.streams[session.stream].id
    case .session: session.id
    case .host: round.organisations[session.host].id
    case .hostCountry: round.organisations[session.host].country
    default: ""
    }
  }

  func value(of key: FilterKey, ofApplication application: Application) -> String {
    let participant = round.participants[application.participant]
    switch key {
    case .application: return application.id
    case .participant: return participant.id
    case .organisation: return round.organisations[participant.organisation].id
    case .country: return round.organisations[participant.organisation].country
    case .role: return application.role.rawValue
    case .group: return application.group
    case .nationality: return participant.nationality
    case .attribute(let index):
      return participant.attributes.indices.contains(index) ? participant.attributes[index] : ""
    default: return ""
    }
  }

  func value(of key: FilterKey, of placement: Option) -> String {
    switch Self.side(of: key) {
    case .application: value(of: key, ofApplication: round.application(placement))
    case .session: value(of: key, ofSession: round.session(placement))
    case .sector: placement.sector.code
    }
  }
}
