import MobilityModel

extension TinyRoundBuilder {
  mutating func addParticipants() {
    round.attributeNames = ["first_time", "gender"]
    for index in 0..<random.pick([3, 4, 5, 5, 6, 6]) {
      var person = Participant(id: "p\(index)", organisation: random.pick(schools))
      // From 17 to 19 years old in June 2022.
      let birth = day(-365 * 18 + random.pick([-300, 3, 300]))
      person.birthDate = random.happens(percent: 90) ? birth : nil
      person.nationality = random.pick(["AL", "RS", "XK"])
      person.languages = random.pick([
        [skill("en", .b1)], [skill("en", .b2), skill("it", .c1)], [skill("it", .a1)],
        [skill("en", .native)],
      ])
      person.sectors = random.pick([[713], [713], [713, 1013], [714], [711, 1013], [1013], [912]])
        .map {
          Sector(number: $0)
        }
      person.attributes = [random.pick(["no", "yes"]), random.pick(["f", "m"])]
      round.participants.append(person)
    }
  }

  /// One application for each participant, and for some a second one in another stream.
  mutating func addApplications() {
    var wishes: [(participant: Int, stream: Int)] = []
    for participant in round.participants.indices {
      let streams = random.shuffled(Array(round.streams.indices))
      let count = random.happens(percent: 60) ? 2 : 1
      wishes += streams.prefix(count).map { (participant, $0) }
    }
    for (index, wish) in wishes.prefix(7).enumerated() {
      var application = Application(
        id: "a\(index)", participant: wish.participant, stream: wish.stream)
      let isLeader = random.happens(percent: leaderPercent(wish.stream))
      application.role = isLeader ? .leader : .participant
      application.points = random.pick([0, 5000, 5050, 7500, 10000])
      if random.happens(percent: 10) { application.availableFrom = day(random.pick([-5, 5, 12])) }
      if random.happens(percent: 10) {
        application.availableUntil = day(random.pick([15, 30, 60]))
      }
      application.preferences = preferences()
      round.applications.append(application)
    }
  }

  /// The first application to a stream that needs leaders is most often one.
  private func leaderPercent(_ stream: Int) -> Int {
    if round.streams[stream].learnersPerLeader == 0 { return 4 }
    return round.applications.contains { $0.stream == stream && $0.role == .leader } ? 20 : 80
  }

  private mutating func preferences() -> [Application.Preference] {
    let sessions = round.sessions.indices.map { Application.Preference.session($0) }
    let all = hosts.map { Application.Preference.host($0) } + sessions
    return Array(random.shuffled(all).prefix(random.pick([0, 1, 2, 3])))
  }

  mutating func addGroups() {
    for name in ["g1", "g2"] where random.happens(percent: 25) {
      let stream = random.number(in: 0...(round.streams.count - 1))
      var members = round.applications.indices.filter { round.applications[$0].stream == stream }
      // A name stands for two groups where it is used in two streams.
      if random.happens(percent: 20) { members = Array(round.applications.indices) }
      for member in random.shuffled(members).prefix(random.number(in: 1...3)) {
        round.applications[member].group = name
      }
    }
  }

  mutating func addLocks() {
    for _ in 0..<random.number(in: 1...2) {
      let application = random.number(in: 0...(round.applications.count - 1))
      let target: Lock.Target =
        switch random.number(in: 0...2) {
        case 0: .anywhere
        case 1: .session(random.number(in: 0...(round.sessions.count - 1)))
        default: .host(random.pick(hosts))
        }
      let effect = random.pick(Lock.Effect.allCases)
      let lock = Lock(application: application, effect: effect, target: target)
      if !round.locks.contains(lock) { round.locks.append(lock) }
    }
    round.locks.sort { ($0.application, $0.effect.rawValue) < ($1.application, $1.effect.rawValue) }
  }

  mutating func addStays() {
    for participant in round.participants.indices where random.happens(percent: 50) {
      let start = random.pick([-170, -100, -60])
      let stay = Interval(start: day(start), end: day(start + random.pick([20, 55, 80])))
      let country = random.pick(["DE", "IT", "RS"])
      round.stays.append(Stay(participant: participant, country: country, dates: stay))
    }
  }

  mutating func addPublished() {
    for (index, application) in round.applications.enumerated() where random.happens(percent: 60) {
      let sessions = round.sessions.indices.filter {
        round.sessions[$0].stream == application.stream
      }
      let session = random.pick(sessions)
      let sectors = application.role == .leader ? [] : round.sessions[session].sectors
      let sector = sectors.isEmpty ? Sector.none : random.pick(sectors)
      round.published.append(
        PublishedPlacement(application: index, session: session, sector: sector))
    }
  }
}
