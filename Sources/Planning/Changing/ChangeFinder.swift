import MobilityModel

/// Which data would have to be others for an application to go to a session of a plan's round.
///
/// What it finds is necessary as far as it goes, seen from one plan: whether it is enough shows only
/// when the changed round is planned.
struct ChangeFinder {
  private let review: PlanReview
  private var round: Round { review.round }

  init(_ review: PlanReview) { self.review = review }

  /// A way to place somebody.
  struct Way: Hashable {
    /// In the order in which they are found; empty where nothing but the objective is in the way.
    var changes: [RoundChange]
    /// The placements that would come.
    var arriving: [Option]
    /// The placements that would go for them.
    var leaving: [Option] = []
  }

  /// The ways to place an application, with its group, with the fewest changes first.
  ///
  /// Ways with equally many stand in the order of the kinds of changes, then of their amounts, then
  /// of sessions.
  func ways(application: Int) -> [Way] {
    let members = review.groups.members(with: application)?.applications ?? [application]
    return inOrder(sessions(of: application).flatMap { ways(members, session: $0) })
  }

  /// The ways in which an application that travels alone could have somebody's seat in a better plan
  /// if only its own data were others, in the same order.
  ///
  /// Into each session it comes for whoever leaves the best plan behind.
  func exchanges(application: Int) -> [Way] {
    if review.groups.members(with: application) != nil { return [] }
    return inOrder(
      sessions(of: application).flatMap { session -> [Way] in
        guard let entrance = bestEntrance(application, session),
          let holder = holder(leavingFor: entrance.option)
        else { return [] }
        return entrance.changes.filter { !$0.isEmpty }.map {
          Way(changes: $0, arriving: [entrance.option], leaving: [holder])
        }
      })
  }

  /// Whoever can leave a session for an option, with the best plan behind; `nil` if none is better.
  private func holder(leavingFor option: Option) -> Option? {
    let worth = review.state.placements[Int(option.session)].compactMap { holder in
      let change = PlanChange(leaving: [holder], arriving: [option])
      return review.allows(change) ? (holder: holder, cost: review.costs(of: change)) : nil
    }
    let best = worth.min { $0.cost.lexicographicallyPrecedes($1.cost) }
    guard let best, best.cost.lexicographicallyPrecedes(review.costs.zero) else { return nil }
    return best.holder
  }

  private func sessions(of application: Int) -> [Int] {
    review.sessions[round.applications[application].stream]
  }

  private func inOrder(_ ways: [Way]) -> [Way] {
    let keyed = ways.enumerated().map { place, way in
      (
        way: way, count: way.changes.count, order: way.changes.map(\.order).max() ?? -1,
        amount: way.changes.reduce(0) { $0 + $1.amount(in: round) }, place: place
      )
    }
    return keyed.sorted {
      ($0.count, $0.order, $0.amount, $0.place) < ($1.count, $1.order, $1.amount, $1.place)
    }.map(\.way)
  }

  private func ways(_ members: [Int], session: Int) -> [Way] {
    let single = members.compactMap { bestEntrance($0, session) }
    guard single.count == members.count else { return [] }
    let arriving = single.map(\.option)
    guard let rules = ruleChanges(PlanChange(arriving: arriving)) else { return [] }
    let entrances = single.reduce([[]] as [[RoundChange]]) { ways, next in
      ways.flatMap { way in next.changes.map { way + $0.filter { !way.contains($0) } } }
    }
    return entrances.prefix(4).map { Way(changes: $0 + rules, arriving: arriving) }
  }

  /// Of several place sectors the one with the fewest changes.
  private func bestEntrance(_ application: Int, _ session: Int) -> Entrance? {
    review.eligibility.placeSectors(application: application, session: session).compactMap {
      entrance(application, session, $0)
    }.min { $0.changes[0].count < $1.changes[0].count }
  }

  private struct Entrance {
    var option: Option
    /// Ways to be eligible, never empty: an applicant's language can change or the session's.
    var changes: [[RoundChange]]
  }

  /// What makes an option of an application, a session and a place sector; `nil` if nothing does.
  private func entrance(_ application: Int, _ session: Int, _ sector: Sector) -> Entrance? {
    var changes: [[RoundChange]] = [[]]
    let refusals = review.eligibility.refusals(
      application: application, session: session, sector: sector)
    for refusal in refusals {
      let steps = steps(refusal, application, session, sector)
      if steps.isEmpty { return nil }
      changes = changes.flatMap { way in steps.map { way + $0 } }
    }
    return Entrance(
      option: Option(
        application: Int32(application), session: Int32(session), sector: sector),
      changes: changes)
  }

  /// The ways past a refusal; empty if there is none.
  private func steps(
    _ refusal: Refusal, _ application: Int, _ session: Int, _ sector: Sector
  ) -> [[RoundChange]] {
    switch refusal {
    case .stream, .stay, .locked: return []
    case .dates: return [windows(application, round.sessions[session].dates)]
    case .language: return languages(application, session).map { [$0] }
    case .sector: return [[.worksIn(application: application, sector)]]
    case .age: return age(application, session).map { [[$0]] } ?? []
    case .rule(let rule): return [[.exempts(application: application, rule: rule)]]
    case .preference: return [[.lists(application: application, session: session)]]
    case .forbidden: return [[.permits(application: application, session: session)]]
    }
  }

  private func windows(_ application: Int, _ dates: Interval) -> [RoundChange] {
    let applicant = round.applications[application]
    var changes: [RoundChange] = []
    if let from = applicant.availableFrom, from > dates.start {
      changes.append(.availableFrom(application: application, dates.start))
    }
    if let until = applicant.availableUntil, until < dates.end {
      changes.append(.availableUntil(application: application, dates.end))
    }
    return changes
  }

  /// The applicant at the level that is asked for, or the session with the level that the applicant
  /// has: for the language in which the fewest steps are missing.
  private func languages(_ application: Int, _ session: Int) -> [RoundChange] {
    let own = round.participants[round.applications[application].participant].languages
    func level(_ code: String) -> Level? {
      own.filter { $0.code == code }.map(\.level).max()
    }
    let asked = round.sessions[session].languages.min { left, right in
      let missing = [left, right].map { skill in
        Int(skill.level.rawValue) - (level(skill.code).map { Int($0.rawValue) } ?? -2)
      }
      return (missing[0], left.code) < (missing[1], right.code)
    }
    guard let asked else { return [] }
    let reached = RoundChange.speaks(application: application, asked)
    guard let has = level(asked.code) else { return [reached] }
    return [
      reached, .accepts(session: session, LanguageSkill(code: asked.code, level: has)),
    ]
  }

  private func age(_ application: Int, _ session: Int) -> RoundChange? {
    let dated = round.sessions[session]
    let participant = round.participants[round.applications[application].participant]
    guard let birth = participant.birthDate?.date, let asked = dated.minAge else { return nil }
    let start = dated.dates.start.date
    let hadBirthday = (start.month, start.day) >= (birth.month, birth.day)
    let age = start.year - birth.year - (hadBirthday ? 0 : 1)
    return age >= 0 && age < asked ? .minAge(session: session, age) : nil
  }

  /// What makes room for placements in the plan; `nil` if nothing does.
  private func ruleChanges(_ change: PlanChange) -> [RoundChange]? {
    let obstacles = Obstacles(review, change)
    if obstacles.ruleCount == 0 { return [] }
    let session = change.sessions[0]
    let people = change.arriving.count {
      round.applications[Int($0.application)].role == .participant
    }
    let present = review.state.participants[session] + people
    var changes: [RoundChange] = []
    for obstacle in obstacles.found {
      switch obstacle.cause {
      case .full:
        let more = present - (round.sessions[session].maxPeople ?? present)
        changes.append(.seats(session: session, more: more))
      case .minimum: changes.append(.minimum(session: session, people: present))
      case .limit:
        guard let place = round.limits.firstIndex(where: { $0.id == obstacle.id }) else {
          return nil
        }
        let missing = review.limits[place].missing(after: change)
        if missing.most > 0 { changes.append(.ceiling(limit: place, more: missing.most)) }
        if missing.least > 0 { changes.append(.floor(limit: place, less: missing.least)) }
      default: return nil
      }
    }
    return changes
  }
}
