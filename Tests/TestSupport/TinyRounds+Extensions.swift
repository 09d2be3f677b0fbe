package import MobilityModel

extension TinyRounds {
  /// A tiny round whose limits take placements off, count different values, or start from what is
  /// carried.
  package static func extended(seed: UInt64) -> Round {
    var round = make(seed: seed)
    var random = SplitMix64(seed: ~seed)
    for place in round.limits.indices {
      switch random.number(in: 0...3) {
      case 0: round.limits[place] = different(round.limits[place].id, &random)
      case 1: round.limits[place] = difference(round.limits[place].id, round, &random)
      case 2: carry(&round.limits[place], round, &random)
      default: break
      }
    }
    return round
  }

  private static func different(_ id: String, _ random: inout SplitMix64) -> Limit {
    var limit = Limit(id: id)
    limit.measure = .different
    limit.of = random.pick([
      .host, .country, .session, .hostCountry, .participant, .sector, .attribute(1),
    ])
    limit.each = random.pick([[], [.participant], [.session], [.country], [.host], [.stream]])
    limit.kind = random.pick([.hard, .soft, .soft, .orNone])
    if random.happens(percent: 40) {
      limit.who = Filter([.init(key: .role, values: ["participant"])])
    }
    if random.happens(percent: 50) {
      limit.min = random.pick(limit.kind == .hard ? [1] : [1, 2, 2, 3])
    }
    if limit.min == nil || random.happens(percent: 50) {
      limit.max = max(limit.min ?? 0, random.pick([0, 1, 1, 2]))
    }
    return limit
  }

  private static func difference(
    _ id: String, _ round: Round, _ random: inout SplitMix64
  ) -> Limit {
    var limit = Limit(id: id)
    limit.measure = random.pick([.people, .people, .days, .euros])
    limit.kind = random.pick([.hard, .soft, .soft, .orNone])
    var minus = Limit.Minus()
    (limit.each, minus.each) = random.pick([
      ([], []), ([.country], [.hostCountry]), ([.organisation, .host], [.host, .organisation]),
      ([.host], [.host]), ([.session], [.session]),
    ])
    let hosts = round.sessions.map { round.organisations[$0.host].id }
    let host = Filter.Condition(key: .host, values: [random.pick(hosts)])
    if random.happens(percent: 40) { limit.where = Filter([host]) }
    if random.happens(percent: 40) {
      minus.who = Filter([.init(key: .attribute(1), values: ["f"])])
    }
    limit.minus = minus
    let unit = [Limit.Measure.days: 10, .euros: 300][limit.measure] ?? 1
    if random.happens(percent: 70) { limit.min = -unit * random.pick([-1, 0, 0, 1, 2]) }
    if limit.min == nil || random.happens(percent: 60) {
      limit.max = max(limit.min ?? -100, unit * random.pick([-1, 0, 0, 1, 2]))
    }
    return limit
  }

  /// Something that the count of one combination, or of several, starts from.
  private static func carry(_ limit: inout Limit, _ round: Round, _ random: inout SplitMix64) {
    guard limit.measure != .atOnce, limit.kind != .orNone, limit.each.count < 2 else { return }
    let values =
      limit.each.isEmpty ? [[]] : ["BEG", "TIA", "AL", "RS", "f", "m", "BLQ"].map { [$0] }
    let unit = [Limit.Measure.days: 10, .euros: 300][limit.measure] ?? 1
    for value in values { limit.carried[value] = unit * random.pick([-2, -1, 1, 2]) }
  }
}
