extension ScaledRound {
  /// Fields of the companies around a host: those of a few kinds of school.
  private static let fields = SchoolKind.all.map(\.fields)

  static func host(_ index: Int, seed: UInt64) -> Hub {
    var random = Randomness(seed: seed, "host", index)
    let place = random.pick(EuropeanCities.all)
    let number = (index + 1).padded(4)
    let first = random.below(fields.count)
    let kinds = [first, first + 2, first + 5].map { fields[$0 % fields.count] }
    return Hub(
      id: "h" + number, name: "Training centre \(number), \(place.city.name)",
      country: place.country, city: place.city, learnerLanguages: "en:B1|\(place.language):A2",
      staffLanguages: "en:B1|\(place.language):B1",
      fields: Array(Set(kinds.flatMap(\.self)).sorted()),
      appeal: 1, beds: random.number(in: 40...62))
  }

  /// Three one-month departures; then job shadowing twice, or once and a long stay.
  static func sessions(of host: Hub, _ index: Int, seed: UInt64) -> [MadeSession] {
    var random = Randomness(seed: seed, "sessions of a host", index)
    let starts = [CalendarDay(2023, 2, 20), CalendarDay(2023, 5, 29), CalendarDay(2023, 9, 18)]
    var made = starts.enumerated().map { number, start in
      let seats = random.pick([24, 30, 34, 36, 36, 44])
      return MadeSession(
        id: "m1-\(host.id)-\(number + 1)", stream: .oneMonth, host: host.id,
        start: start + 7 * random.below(5), days: random.number(in: 28...31), seats: seats,
        least: 8, languages: host.learnerLanguages, fields: host.offer(7, &random), minAge: 16)
    }
    let isLong = index.isMultiple(of: 2)
    if isLong {
      made.append(
        MadeSession(
          id: "m3-\(host.id)-1", stream: .threeMonth, host: host.id,
          start: CalendarDay(2023, 5, 1) + 7 * random.below(16),
          days: random.number(in: 90...92), seats: 16, least: 4,
          languages: host.learnerLanguages, fields: host.offer(8, &random), minAge: 17))
    }
    for number in 0..<(isLong ? 1 : 2) {
      made.append(
        MadeSession(
          id: "js-\(host.id)-\(number + 1)", stream: .jobShadowing, host: host.id,
          start: CalendarDay(2023, 3, 6) + 7 * random.below(30), days: 5, seats: 14, least: 4,
          languages: host.staffLanguages))
    }
    return made
  }
}
