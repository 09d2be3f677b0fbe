/// The limits of an INTERVET-like round.
struct IntervetLimits {
  var seed: UInt64
  var copies: Int

  /// Every limit, sorted by what it is about.
  func make() -> [LimitRow] { targets() + schoolCaps() + beds() + companyPlaces() + others() }

  private func targets() -> [LimitRow] {
    let bounds: [(MobilityStream, ClosedRange<Int>)] = [
      (.oneMonth, 55...66), (.threeMonth, 9...10), (.jobShadowing, 9...9), (.summerSchool, 6...6),
      (.thematicTeam, 12...12),
    ]
    let countries = bounds.map { stream, range in
      LimitRow(
        id: "target-\(stream.rawValue)", place: "stream=\(stream.rawValue)",
        who: "role=participant", each: "country", min: range.lowerBound * copies,
        max: range.upperBound * copies, kind: "soft",
        reason: "Each of the six countries gets about a sixth of the places")
    }
    return countries + [
      LimitRow(
        id: "target-first-time", place: "stream=one-month",
        who: "role=participant&first_time=yes", min: 300 * copies, kind: "soft",
        reason: "First-timers first"),
      LimitRow(
        id: "target-girls", place: "stream=one-month", who: "role=participant&gender=f",
        min: 165 * copies, kind: "soft", reason: "Girls and boys alike"),
    ]
  }

  private func schoolCaps() -> [LimitRow] {
    [
      LimitRow(
        id: "school-one-month", place: "stream=one-month", who: "role=participant",
        each: "organisation", max: 9, reason: "No school takes more than nine places"),
      LimitRow(
        id: "school-three-month", place: "stream=three-month", each: "organisation", max: 2,
        reason: "No school takes more than two places"),
      LimitRow(
        id: "school-host-week", place: "stream=job-shadowing", each: "session+organisation",
        max: 1, reason: "One colleague of a school in a host's week"),
      LimitRow(
        id: "school-summer", place: "stream=summer-school", each: "organisation", max: 2,
        reason: "No school takes more than two places"),
    ]
  }

  private func beds() -> [LimitRow] {
    Hub.forLearners.map { host in
      LimitRow(
        id: "beds-\(host.id)", place: "host=\(host.id)&stream=one-month|three-month",
        measure: "at_once", max: host.beds * copies, reason: "Beds, leaders included")
    }
  }

  private func companyPlaces() -> [LimitRow] {
    var random = Randomness(seed: seed, "company places")
    var rows: [LimitRow] = []
    for host in Hub.forLearners {
      for (index, field) in host.fields.enumerated() {
        let places = (7 - index / 2 + random.below(3) - 1) * copies
        rows.append(
          LimitRow(
            id: "places-\(host.id)-\(field)",
            place: "host=\(host.id)&stream=one-month|three-month&sector=\(field)",
            measure: "at_once", max: places, reason: "Places in companies of this field"))
      }
    }
    return rows
  }

  private func others() -> [LimitRow] {
    [
      LimitRow(
        id: "mixed-teams", place: "stream=thematic-team", each: "session+country", min: 2, max: 3,
        kind: "or_none", reason: "Two or three of a country, or none"),
      LimitRow(
        id: "budget-learners", place: "stream=one-month|three-month", measure: "euros",
        max: 1_000_000 * copies, reason: "Grants for learners and those who accompany them"),
    ]
  }
}
