extension Application {
  /// The place of a session, or of its host, in the list of preferences, counted from 1.
  package func rank(ofSession session: Int, host: Int) -> Int? {
    let place = preferences.firstIndex { $0 == .session(session) || $0 == .host(host) }
    return place.map { $0 + 1 }
  }
}

extension Round {
  /// The place of an option's session in the applicant's list, counted from 1; `nil` if the list
  /// names neither the session nor its host.
  package func rank(of option: Option) -> Int? {
    let session = Int(option.session)
    return applications[Int(option.application)].rank(
      ofSession: session, host: sessions[session].host)
  }
}
