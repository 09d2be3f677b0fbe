/// Decides which options exist, and names the reason where one does not.
///
/// Made once for a round; every answer then costs a few dozen instructions, plus a binary search
/// in the lists of preferences, locks and stays of the application at hand.
package struct Eligibility: Sendable {
  let columns: RoundColumns
  let rules: RuleBook
  private let stays: ShortStays
  let preferences: TargetLists
  private let forbids: TargetLists
  private let locks: TargetLists
  private let onlyListed: Bool
  /// Raw value of the loosest match that is enough.
  let loosestMatch: Int

  package init(_ round: Round) {
    columns = RoundColumns(round)
    rules = RuleBook(round, Facts(round))
    stays = ShortStays(round)
    preferences = .preferences(round)
    forbids = .locks(round, .forbid)
    locks = .locks(round, .lock)
    onlyListed = round.settings.onlyListed
    loosestMatch = round.settings.minSectorMatch.rawValue
  }

  /// The place sectors in which an application could work during a session, whether or not a test
  /// refuses them: those on offer, or `.none` alone for a leader and where none is on offer.
  package func placeSectors(application: Int, session: Int) -> [Sector] {
    if columns.applicant.isLeader[application] { return [.none] }
    let offered = columns.session.sectors
    let list = Int(columns.session.sectorList[session])
    return offered.elements[offered.range(list)].map { Sector(number: $0) }
  }

  /// The first test of an option that fails, or `nil` if the option exists.
  ///
  /// A sector that the session does not offer to the application is refused as `.sector`.
  package func refusal(application: Int, session: Int, sector: Sector) -> Refusal? {
    if columns.applicant.stream[application] != columns.session.stream[session] { return .stream }
    if !fitsDates(application, session) { return .dates }
    if !speaks(application, session) { return .language }
    if !placeSectors(application: application, session: session).contains(sector)
      || !fitsSector(application, sector)
    {
      return .sector
    }
    if !isOldEnough(application, session) { return .age }
    if let rule = rules.refusing(application: application, session: session, sector: sector) {
      return .rule(rule)
    }
    return lateRefusal(application, session)
  }

  /// Every test of an option that fails, in the order of the tests, each rule on its own.
  ///
  /// Empty for an option that exists.
  package func refusals(application: Int, session: Int, sector: Sector) -> [Refusal] {
    if columns.applicant.stream[application] != columns.session.stream[session] {
      return [.stream]
    }
    var failed: [Refusal] = []
    if !fitsDates(application, session) { failed.append(.dates) }
    if !speaks(application, session) { failed.append(.language) }
    if !placeSectors(application: application, session: session).contains(sector)
      || !fitsSector(application, sector)
    {
      failed.append(.sector)
    }
    if !isOldEnough(application, session) { failed.append(.age) }
    failed += rules.allRefusing(application: application, session: session, sector: sector).map {
      .rule($0)
    }
    return failed + lateRefusals(application, session)
  }

  private func lateRefusals(_ application: Int, _ session: Int) -> [Refusal] {
    let (host, target) = (columns.session.host[session], Int32(session))
    var failed: [Refusal] = []
    if stays.refuse(participant: person(application), session: session) { failed.append(.stay) }
    if onlyListed, !preferences.isEmpty(application),
      !preferences.names(application, session: target, host: host)
    {
      failed.append(.preference)
    }
    if forbids.names(application, session: target, host: host) { failed.append(.forbidden) }
    if !locks.isEmpty(application), !locks.names(application, session: target, host: host) {
      failed.append(.locked)
    }
    return failed
  }

  /// The first of the tests that stand after the rules to fail.
  func lateRefusal(_ application: Int, _ session: Int) -> Refusal? {
    if stays.refuse(participant: person(application), session: session) { return .stay }
    let host = columns.session.host[session]
    let target = Int32(session)
    if onlyListed, !preferences.isEmpty(application),
      !preferences.names(application, session: target, host: host)
    {
      return .preference
    }
    if forbids.names(application, session: target, host: host) { return .forbidden }
    if !locks.isEmpty(application), !locks.names(application, session: target, host: host) {
      return .locked
    }
    return nil
  }

  @inline(__always)
  private func person(_ application: Int) -> Int { Int(columns.applicant.participant[application]) }

  /// First and last day on which an application could travel.
  func availability(_ application: Int) -> (from: Int32, until: Int32) {
    (columns.applicant.from[application], columns.applicant.until[application])
  }

  @inline(__always)
  private func fitsDates(_ application: Int, _ session: Int) -> Bool {
    columns.applicant.from[application] <= columns.session.start[session]
      && columns.session.end[session] <= columns.applicant.until[application]
  }

  @inline(__always)
  private func speaks(_ application: Int, _ session: Int) -> Bool {
    speaks(application, needs: Int(columns.session.needList[session]))
  }

  @inline(__always)
  func speaks(_ application: Int, needs list: Int) -> Bool {
    columns.session.needs.range(list).isEmpty
      || columns.steps(participant: person(application), needs: list) != nil
  }

  @inline(__always)
  func fitsSector(_ application: Int, _ sector: Sector) -> Bool {
    sector == .none
      || columns.match(sector.number, participant: person(application)) <= loosestMatch
  }

  @inline(__always)
  func isOldEnough(_ application: Int, _ session: Int) -> Bool {
    columns.applicant.birth[person(application)] <= columns.session.latestBirth[session]
  }
}

/// The 90-days-in-180 rule for those whom it concerns.
struct ShortStays: Sendable {
  private let history: StayHistory
  /// Whether a participant's nationality is under the rule, indexed by participant.
  private let isConcerned: [Bool]
  /// A session's days that count; `nil` if it is outside the area or under a national visa.
  private let counted: [Interval?]
  private let dates: [Interval]

  init(_ round: Round) {
    history = StayHistory(round)
    isConcerned = round.participants.map {
      round.settings.shortStayNationalities.contains($0.nationality)
    }
    counted = round.sessions.map { session in
      if round.streams[session.stream].hasNationalVisa { return nil }
      return SchengenArea.counted(
        session.dates, in: round.organisations[session.host].country)
    }
    dates = round.sessions.map(\.dates)
  }

  @inline(__always)
  func refuse(participant: Int, session: Int) -> Bool {
    guard isConcerned[participant], let counted = counted[session] else { return false }
    return history.exceeds(participant: participant, session: dates[session], counted: counted)
  }
}
