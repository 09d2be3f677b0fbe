package import MobilityModel

extension Round {
  /// One unit more, or one step less, of everything that keeps people out: each limit's `max` and
  /// `min`, each session's places and minimum, and the language levels and the age that it asks for.
  ///
  /// In the order of limits, then of sessions.
  package var unitChanges: [RoundChange] {
    limits.indices.flatMap(unitChanges(ofLimit:))
      + sessions.indices.flatMap(unitChanges(ofSession:))
  }

  private func unitChanges(ofLimit place: Int) -> [RoundChange] {
    var changes: [RoundChange] = []
    if limits[place].max != nil { changes.append(.ceiling(limit: place, more: 1)) }
    if let least = limits[place].min, least > 0 { changes.append(.floor(limit: place, less: 1)) }
    return changes
  }

  private func unitChanges(ofSession place: Int) -> [RoundChange] {
    let session = sessions[place]
    var changes: [RoundChange] = []
    if session.maxPeople != nil { changes.append(.seats(session: place, more: 1)) }
    if session.minPeople > 1 {
      changes.append(.minimum(session: place, people: session.minPeople - 1))
    }
    changes += session.languages.compactMap { skill in
      // A lower level beside the one that is asked is the same as the lower level alone.
      Level(rawValue: skill.level.rawValue - 1).map {
        .accepts(session: place, LanguageSkill(code: skill.code, level: $0))
      }
    }
    if let age = session.minAge, age > 0 { changes.append(.minAge(session: place, age - 1)) }
    return changes
  }
}
