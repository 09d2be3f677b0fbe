/// What the tests and scores ask of sessions, in columns indexed by session.
final class SessionColumns: Sendable {
  /// A language that is asked for, interned, and the level.
  struct Need: Hashable, Sendable {
    var language: Int32
    var level: Int8
  }

  let stream: [Int32]
  let host: [Int32]
  /// First and last day.
  let start: [Int32]
  let end: [Int32]
  /// Each distinct list of alternatives, in rising order of language, then level; an empty one
  /// asks for none.
  let needs: Slices<Need>
  /// The list of a session.
  let needList: [Int32]
  /// Each distinct list of place sectors in rising order, `.none` alone where none is on offer.
  let sectors: Slices<Int16>
  /// The list of a session.
  let sectorList: [Int32]
  /// The latest birth date that is old enough, as `birthKey`; `Int.max` if no age is asked for.
  let latestBirth: [Int]
  /// The languages that some session asks for.
  let languages: Interner<String>

  init(_ round: Round) {
    let sessions = round.sessions
    stream = sessions.map { Int32($0.stream) }
    host = sessions.map { Int32($0.host) }
    start = sessions.map { $0.dates.start.number }
    end = sessions.map { $0.dates.end.number }
    var languages = Interner<String>()
    var needs = Interner<[Need]>()
    var sectors = Interner<[Int16]>()
    needList = sessions.map { needs.place(of: Self.needs($0, &languages)) }
    sectorList = sessions.map { session in
      let offered = Set(session.sectors.map(\.number)).sorted()
      return sectors.place(of: offered.isEmpty ? [Sector.none.number] : offered)
    }
    self.needs = Slices(needs.values)
    self.sectors = Slices(sectors.values)
    self.languages = languages
    latestBirth = sessions.map(Self.latestBirth)
  }

  private static func needs(_ session: Session, _ languages: inout Interner<String>) -> [Need] {
    let asked = session.languages.map {
      Need(language: languages.place(of: $0.code), level: $0.level.rawValue)
    }
    return Set(asked).sorted { ($0.language, $0.level) < ($1.language, $1.level) }
  }

  /// Birthdays of 29 February fall on 1 March in other years.
  private static func latestBirth(_ session: Session) -> Int {
    guard let age = session.minAge else { return .max }
    let start = session.dates.start.date
    // No day has a year beyond seven digits, so the clamp changes no answer.
    let years = min(max(age, -20_000_000), 20_000_000)
    return birthKey(year: start.year - years, month: start.month, day: start.day)
  }

  /// A number that orders dates by year, month and day.
  static func birthKey(year: Int, month: Int, day: Int) -> Int { (year * 16 + month) * 32 + day }
}

/// What the tests and scores ask of applications and their participants.
final class ApplicantColumns: Sendable {
  // Indexed by application.
  let participant: [Int32]
  let stream: [Int32]
  let isLeader: [Bool]
  let from: [Int32]
  let until: [Int32]
  // Indexed by participant.
  let organisation: [Int32]
  /// Birth date as `SessionColumns.birthKey`; `Int.max` if it is not given.
  let birth: [Int]
  /// Languages that some session asks for, in rising order, each once with its best level.
  let skills: Slices<SessionColumns.Need>
  /// Rising, each once.
  let sectors: Slices<Int16>

  init(_ round: Round, languages: Interner<String>) {
    participant = round.applications.map { Int32($0.participant) }
    stream = round.applications.map { Int32($0.stream) }
    isLeader = round.applications.map { $0.role == .leader }
    from = round.applications.map { $0.availableFrom?.number ?? .min }
    until = round.applications.map { $0.availableUntil?.number ?? .max }
    organisation = round.participants.map { Int32($0.organisation) }
    birth = round.participants.map { participant in
      guard let date = participant.birthDate?.date else { return .max }
      return SessionColumns.birthKey(year: date.year, month: date.month, day: date.day)
    }
    var skills = Slices<SessionColumns.Need>()
    var sectors = Slices<Int16>()
    for participant in round.participants {
      for skill in participant.languages {
        guard let language = languages.known(skill.code) else { continue }
        skills.add(SessionColumns.Need(language: language, level: skill.level.rawValue))
      }
      skills.close(
        sortedBy: { ($0.language, $1.level) < ($1.language, $0.level) },
        droppingSame: { $0.language == $1.language })
      for sector in participant.sectors where sector != .none { sectors.add(sector.number) }
      sectors.close(sortedBy: <, droppingSame: ==)
    }
    self.skills = skills
    self.sectors = sectors
  }
}

/// Sessions and applicants side by side, with the questions that need both.
struct RoundColumns: Sendable {
  let session: SessionColumns
  let applicant: ApplicantColumns

  init(_ round: Round) {
    session = SessionColumns(round)
    applicant = ApplicantColumns(round, languages: session.languages)
  }

  /// The closest match between a place sector and a participant's, as `SectorMatch.rawValue`;
  /// 3 if there is none.
  @inline(__always)
  func match(_ sector: Int16, participant: Int) -> Int {
    var best = 3
    for place in applicant.sectors.range(participant) {
      let own = applicant.sectors.elements[place]
      if own == sector { return 0 }
      if own / 10 == sector / 10 { best = 1 }
      if own / 100 == sector / 100 { best = min(best, 2) }
    }
    return best
  }

  /// The fewest and the most steps by which a participant is above an alternative of a list of
  /// needs that they meet, each at most 2; `nil` if they meet none.
  @inline(__always)
  func steps(participant: Int, needs list: Int) -> (fewest: Int, most: Int)? {
    var found: (fewest: Int, most: Int)?
    let owned = applicant.skills.range(participant)
    var next = owned.lowerBound
    for need in session.needs.range(list) {
      let asked = session.needs.elements[need]
      while next < owned.upperBound, applicant.skills.elements[next].language < asked.language {
        next += 1
      }
      guard next < owned.upperBound else { break }
      let skill = applicant.skills.elements[next]
      guard skill.language == asked.language, skill.level >= asked.level else { continue }
      let above = min(2, Int(skill.level) - Int(asked.level))
      found = (min(found?.fewest ?? above, above), max(found?.most ?? above, above))
    }
    return found
  }
}
