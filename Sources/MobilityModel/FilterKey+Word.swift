extension FilterKey {
  /// The key as tables write it.
  package func word(in round: Round) -> String {
    switch self {
    case .stream: "stream"
    case .session: "session"
    case .host: "host"
    case .hostCountry: "host_country"
    case .sector: "sector"
    case .application: "application"
    case .participant: "participant"
    case .organisation: "organisation"
    case .country: "country"
    case .role: "role"
    case .group: "group"
    case .nationality: "nationality"
    case .attribute(let column):
      round.attributeNames.indices.contains(column) ? round.attributeNames[column] : ""
    }
  }
}
