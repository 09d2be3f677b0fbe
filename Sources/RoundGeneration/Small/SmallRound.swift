/// A random round with a mix of everything that the format allows.
///
/// Each seed draws which features it has, so that a few hundred seeds cover their combinations.
struct SmallRound {
  var shape: SmallShape
  var seed: UInt64
  var hosts: [SmallPlace] = []
  var schools: [SmallPlace] = []
  var streams: [SmallStream] = []
  var sessions: [SmallSession] = []
  var people: [SmallPerson] = []
  var wishes: [SmallWish] = []

  init(shape: SmallShape, seed: UInt64) {
    self.shape = shape
    self.seed = seed
    makePlaces()
    makeStreams()
    makeSessions()
    makePeople()
    makeGroups()
  }

  func write(to sink: inout some TableSink) {
    writeSettings(to: &sink)
    writePlaces(to: &sink)
    writeSessions(to: &sink)
    writePeople(to: &sink)
    writeLimits(to: &sink)
    writeRules(to: &sink)
    writeLocks(to: &sink)
    writeHistory(to: &sink)
    writePublished(to: &sink)
    writeRates(to: &sink)
  }

  /// A sequence of its own for a purpose.
  func draw(_ purpose: StaticString, _ index: Int = 0) -> Randomness {
    Randomness(seed: seed, purpose, index)
  }

  func size(_ purpose: StaticString, in range: ClosedRange<Int>) -> Int {
    var random = draw(purpose)
    return random.number(in: range)
  }

  private mutating func makePlaces() {
    var random = draw("places")
    let hubs = random.shuffled(Hub.ofIntervet)
    for index in 0..<random.number(in: shape.hosts) {
      let hub = hubs[index % hubs.count]
      hosts.append(SmallPlace(id: "h\(index + 1)", country: hub.country, city: hub.city))
    }
    let countries = random.shuffled(Country.all).prefix(random.number(in: 2...6))
    for index in 0..<random.number(in: shape.schools) {
      let country = random.pick(Array(countries))
      schools.append(
        SmallPlace(id: "s\(index + 1)", country: country.code, city: random.pick(country.cities)))
    }
  }

  private mutating func makeStreams() {
    var random = draw("streams")
    for index in 0..<random.number(in: shape.streams) {
      streams.append(
        SmallStream(
          id: ["month", "quarter", "shadowing", "summer"][index % 4],
          weight: random.pick([1, 1, 1, 2, 3]),
          learnersPerLeader: random.pick([0, 0, 0, 1, 2, 3, 5, 12]),
          hasNationalVisa: random.chance(20)))
    }
  }

  private mutating func makeSessions() {
    let count = max(streams.count, size("session count", in: shape.sessions))
    for index in 0..<count {
      var random = draw("session", index)
      let stream = index < streams.count ? index : random.below(streams.count)
      var session = SmallSession(
        id: "f\(index + 1)", stream: stream, host: random.below(hosts.count),
        start: CalendarDay(2022, 1, 10) + 7 * random.below(24),
        days: random.pick([4, 5, 12, 28, 30, 30, 61, 90]))
      let seats = random.number(in: 1...shape.seats)
      session.seats = random.chance(90) ? seats : nil
      session.least =
        random.chance(shape.withMinimum) ? random.number(in: 1...max(1, seats * 2 / 3)) : nil
      if random.chance(shape.askingForLanguage) {
        session.languages = random.pick(["en:B1", "en:B1|it:A2", "en:A2|de:B1", "en:B2|sr:B2"])
      }
      if random.chance(shape.withFields) {
        let offer = random.shuffled(SmallSession.allFields)
        session.fields = offer.prefix(random.number(in: 1...shape.fields)).sorted()
      }
      if random.chance(15) { session.minAge = random.pick([16, 17, 18]) }
      sessions.append(session)
    }
  }
}
