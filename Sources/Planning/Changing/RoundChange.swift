package import MobilityModel

/// One datum of a round that could be another one, so that somebody gets a place.
///
/// The cases stand in the order in which changes of the same number of data are looked for: first
/// what concerns one applicant alone, then what opens a place for anybody.
package enum RoundChange: Hashable, Sendable {
  /// An applicant can travel from, or until, another day.
  case availableFrom(application: Int, Day)
  case availableUntil(application: Int, Day)
  /// An applicant's participant speaks a language at this level.
  case speaks(application: Int, LanguageSkill)
  /// An applicant's participant works in a further sector.
  case worksIn(application: Int, Sector)
  /// A rule does not hold for an application.
  case exempts(application: Int, rule: Int)
  /// An application lists a session, after all that it lists.
  case lists(application: Int, session: Int)
  /// No forbid keeps an application from a session: rows that name it, its host or nothing go.
  case permits(application: Int, session: Int)
  /// A session has more places than its `max_people`.
  case seats(session: Int, more: Int)
  /// A limit's `max` is larger, or its `min` smaller.
  case ceiling(limit: Int, more: Int)
  case floor(limit: Int, less: Int)
  /// A session runs with so many participants.
  case minimum(session: Int, people: Int)
  /// A session accepts one more language, at this level.
  case accepts(session: Int, LanguageSkill)
  /// A session asks for this age.
  case minAge(session: Int, Int)

  /// Place in the order of the cases.
  var order: Int {
    switch self {
    case .availableFrom: 0
    case .availableUntil: 1
    case .speaks: 2
    case .worksIn: 3
    case .exempts: 4
    case .lists: 5
    case .permits: 6
    case .seats: 7
    case .ceiling: 8
    case .floor: 9
    case .minimum: 10
    case .accepts: 11
    case .minAge: 12
    }
  }

  /// The application whose options alone the change adds to; `nil` for one that concerns others.
  func onlyApplication(in round: Round) -> Int? {
    switch self {
    case .availableFrom(let application, _), .availableUntil(let application, _),
      .exempts(let application, _), .lists(let application, _), .permits(let application, _):
      return application
    case .speaks(let application, _), .worksIn(let application, _):
      let participant = round.applications[application].participant
      let isAlone = round.applications.count { $0.participant == participant } == 1
      return isAlone ? application : nil
    default: return nil
    }
  }

  /// How far the datum moves: days, steps of a level, places, units of a limit; for comparisons
  /// among changes of one kind.
  func amount(in round: Round) -> Int {
    switch self {
    case .availableFrom(let application, let day):
      let now = round.applications[application].availableFrom ?? day
      return Int(now.number) - Int(day.number)
    case .availableUntil(let application, let day):
      let now = round.applications[application].availableUntil ?? day
      return Int(day.number) - Int(now.number)
    case .speaks(let application, let skill):
      let own = round.participants[round.applications[application].participant].languages
      let level = own.filter { $0.code == skill.code }.map(\.level.rawValue).max() ?? -2
      return Int(skill.level.rawValue - level)
    case .seats(_, let more), .ceiling(_, let more), .floor(_, let more): return more
    case .minimum(let session, let people): return round.sessions[session].minPeople - people
    case .accepts(let session, let skill):
      let asked = round.sessions[session].languages.filter { $0.code == skill.code }
      return asked.map { Int($0.level.rawValue - skill.level.rawValue) }.min() ?? 8
    case .minAge(let session, let age): return (round.sessions[session].minAge ?? age) - age
    case .worksIn, .exempts, .lists, .permits: return 0
    }
  }
}

extension Round {
  /// The round with some data changed.
  package func changing(_ changes: [RoundChange]) -> Round {
    changes.reduce(into: self) { round, change in round.apply(change) }
  }

  private mutating func apply(_ change: RoundChange) {
    switch change {
    case .availableFrom(let application, let day): applications[application].availableFrom = day
    case .availableUntil(let application, let day): applications[application].availableUntil = day
    case .speaks(let application, let skill):
      participants[applications[application].participant].languages.append(skill)
    case .worksIn(let application, let sector):
      participants[applications[application].participant].sectors.append(sector)
    case .exempts(let application, let rule): exempt(application, fromRule: rule)
    case .lists(let application, let session):
      applications[application].preferences.append(.session(session))
    case .permits(let application, let session):
      let host = sessions[session].host
      locks.removeAll { lock in
        lock.application == application && lock.effect == .forbid
          && [.anywhere, .session(session), .host(host)].contains(lock.target)
      }
    case .seats(let session, let more): sessions[session].maxPeople? += more
    case .ceiling(let limit, let more): limits[limit].max? += more
    case .floor(let limit, let less): limits[limit].min? -= less
    case .minimum(let session, let people): sessions[session].minPeople = people
    case .accepts(let session, let skill): sessions[session].languages.append(skill)
    case .minAge(let session, let age): sessions[session].minAge = age
    }
  }

  /// A rule can only name those for whom it holds: all but one.
  private mutating func exempt(_ application: Int, fromRule rule: Int) {
    let others = Set(applications.map(\.id)).subtracting([applications[application].id])
    rules[rule].who.conditions.append(Filter.Condition(key: .application, values: others))
  }
}
