package import MobilityModel

/// Seeded tiny rounds, small enough that every plan can be looked at.
///
/// 3 to 7 applications, 2 to 4 sessions and 1 to 3 streams, with every table and every rule of the
/// format turning up in a good share of the rounds. The ranks and ids follow `Round`'s order.
package enum TinyRounds {
  /// No round has more combinations of options than this.
  package static let maxPlans = 8_000

  /// A day in the middle of the sessions' first days.
  package static let start = Day(number: Int32(TinyRoundBuilder.june + 8))

  package static func make(seed: UInt64) -> Round {
    var random = SplitMix64(seed: seed)
    while true {
      var builder = TinyRoundBuilder(random: random)
      let round = builder.made()
      if planCount(of: round) <= maxPlans { return round }
      random = builder.random
    }
  }

  /// Number of ways to give each application one of its options or none.
  package static func planCount(of round: Round) -> Int {
    let table = OptionTable(round)
    return round.applications.indices.reduce(1) { product, application in
      min(product * (table.range(ofApplication: application).count + 1), 1_000_000)
    }
  }
}

struct TinyRoundBuilder {
  var random: SplitMix64
  var round = Round()

  /// 2022-06-01, around which everything happens.
  static let june = 19_144

  init(random: SplitMix64) { self.random = random }

  mutating func made() -> Round {
    addSettings()
    addOrganisations()
    addStreams()
    addSessions()
    addParticipants()
    addApplications()
    addGroups()
    addRates()
    if random.happens(percent: 70) { addLimits() }
    if random.happens(percent: 25) { addRule() }
    if random.happens(percent: 35) { addLocks() }
    if random.happens(percent: 30) { addStays() }
    if random.happens(percent: 40) { addTwins() }
    if random.happens(percent: 50) { addPublished() }
    return round
  }

  func day(_ offset: Int) -> Day { Day(number: Int32(Self.june + offset)) }

  mutating func addSettings() {
    let tiers = random.shuffled(Tier.allCases.filter { $0 != .draw })
    let count = random.number(in: 1...tiers.count)
    round.settings.objective = Array(tiers.prefix(count))
    if random.happens(percent: 60) { round.settings.objective.append(.draw) }
    if random.happens(percent: 30) { round.settings.objective = Settings().objective }
    round.settings.onlyListed = random.happens(percent: 15)
    round.settings.minSectorMatch = random.pick([.exact, .narrow, .narrow, .broad])
    round.settings.languageStepScore = random.pick([0, 10])
    round.settings.drawSeed = random.pick(["", "seven"])
    if random.happens(percent: 30) { round.settings.shortStayNationalities = ["AL", "XK"] }
  }

  mutating func addOrganisations() {
    let known = [
      Organisation(
        id: "BEG", country: "RS", coordinates: Coordinates(latitude: 44.79, longitude: 20.45)),
      Organisation(
        id: "BLQ", country: "IT", coordinates: Coordinates(latitude: 44.49, longitude: 11.34)),
      Organisation(
        id: "MBX", country: "SI", coordinates: Coordinates(latitude: 46.55, longitude: 15.65)),
      Organisation(
        id: "PRN", country: "XK", coordinates: Coordinates(latitude: 42.66, longitude: 21.17)),
      Organisation(
        id: "TIA", country: "AL", coordinates: Coordinates(latitude: 41.33, longitude: 19.82)),
    ]
    round.organisations = known
  }

  var hosts: [Int] { [1, 2] }
  var schools: [Int] { [0, 3, 4] }

  mutating func addStreams() {
    let hasLeaders = random.happens(percent: 40)
    for id in ["js", "m1", "pro"].prefix(random.pick([1, 1, 1, 2, 2, 2, 3])) {
      var stream = Stream(id: id)
      stream.weight = random.pick([1, 1, 1, 2, 3])
      stream.learnersPerLeader = hasLeaders ? random.pick([0, 1, 2, 3]) : 0
      stream.hasNationalVisa = random.happens(percent: 20)
      round.streams.append(stream)
    }
  }

  mutating func addSessions() {
    let hasMinimums = random.happens(percent: 50)
    let count = Swift.max(round.streams.count, random.pick([2, 3, 4, 4, 4]))
    for index in 0..<count {
      // Every stream has a session, so that its applications have somewhere to go.
      let stream =
        index < round.streams.count ? index : random.number(in: 0...(round.streams.count - 1))
      let start = random.pick([0, 0, 5, 10, 14, 20, 40])
      let days = random.pick([5, 7, 14, 15, 16, 30, 92])
      let dates = Interval(start: day(start), end: day(start + days - 1))
      var session = Session(
        id: "s\(index)", stream: stream, host: random.pick(hosts), dates: dates)
      session.minPeople = hasMinimums ? random.pick([0, 1, 2, 2, 3]) : 0
      let most: Int? = random.pick([nil, nil, 1, 2, 2, 3, 4])
      session.maxPeople = most.map { Swift.max($0, session.minPeople) }
      if random.happens(percent: 20) { session.languages = [skill("en", .b1), skill("it", .a2)] }
      session.sectors = random.pick(
        [[], [], [], [], [713], [713, 714], [713, 1013]].map { $0.map(Sector.init(number:)) })
      if random.happens(percent: 7) { session.minAge = 18 }
      round.sessions.append(session)
    }
  }

  func skill(_ code: String, _ level: Level) -> LanguageSkill {
    LanguageSkill(code: code, level: level)
  }
}
