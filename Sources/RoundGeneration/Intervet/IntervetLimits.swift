/// The limits of an INTERVET-like round.
struct IntervetLimits {
  var seed: UInt64
  var shape: IntervetShape

  static let columns = [
    "limit", "where", "who", "each", "measure", "from", "until", "min", "max", "kind", "reason",
  ]

  func rows() -> [[String]] { targets() + schoolCaps() + beds() + companyPlaces() + mixed() }

  private func row(
    _ id: String, where place: String = "", who: String = "", each: String = "",
    measure: String = "people", min: Int? = nil, max: Int? = nil, kind: String = "hard",
    reason: String
  ) -> [String] {
    [
      id, place, who, each, measure, "", "", min.map(String.init) ?? "", max.map(String.init) ?? "",
      kind, reason,
    ]
  }

  private func targets() -> [[String]] {
    let copies = shape.copies
    let bounds: [(MobilityStream, Int, Int)] = [
      (.oneMonth, 55, 66), (.threeMonth, 9, 10), (.jobShadowing, 9, 9), (.summerSchool, 6, 6),
      (.thematicTeam, 12, 12),
    ]
    return bounds.map { stream, least, most in
      row(
        "target-\(stream.rawValue)", where: "stream=\(stream.rawValue)", who: "role=participant",
        each: "country", min: least * copies, max: most * copies, kind: "soft",
        reason: "Each of the six countries gets about a sixth of the places")
    } + [
      row(
        "target-first-time", where: "stream=one-month", who: "role=participant&first_time=yes",
        min: 310 * copies, kind: "soft", reason: "First-timers first"),
      row(
        "target-girls", where: "stream=one-month", who: "role=participant&gender=f",
        min: 165 * copies, kind: "soft", reason: "Girls and boys alike"),
    ]
  }

  private func schoolCaps() -> [[String]] {
    [
      row(
        "school-one-month", where: "stream=one-month", who: "role=participant",
        each: "organisation", max: 9, reason: "No school takes more than nine places"),
      row(
        "school-three-month", where: "stream=three-month", each: "organisation", max: 2,
        reason: "No school takes more than two places"),
      row(
        "school-host-week", where: "stream=job-shadowing", each: "session+organisation", max: 1,
        reason: "One colleague of a school in a host's week"),
      row(
        "school-summer", where: "stream=summer-school", each: "organisation", max: 2,
        reason: "No school takes more than two places"),
    ]
  }

  private func beds() -> [[String]] {
    Hub.forLearners.map { host in
      row(
        "beds-\(host.id)", where: "host=\(host.id)&stream=one-month|three-month",
        measure: "at_once", max: host.beds * shape.copies, reason: "Beds, leaders included")
    }
  }

  private func companyPlaces() -> [[String]] {
    var random = Randomness(seed: seed, "company places")
    return Hub.forLearners.flatMap { host in
      host.sectors.enumerated().map { index, sector in
        let places = Swift.max(2, 7 - index / 2 + random.below(3) - 1) * shape.copies
        return row(
          "places-\(host.id)-\(sector)",
          where: "host=\(host.id)&stream=one-month|three-month&sector=\(sector)",
          measure: "at_once", max: places, reason: "Places in companies of this field")
      }
    }
  }

  private func mixed() -> [[String]] {
    [
      row(
        "mixed-teams", where: "stream=thematic-team", each: "session+country", min: 2, max: 3,
        kind: "or_none", reason: "Two or three of a country, or none")
    ]
  }
}
