import MobilityModel
import Planning
import RoundFiles

/// Who is in a session, and who is next.
struct SessionExplanation {
  /// Index into `Round.sessions`.
  let session: Int
  let placements: [MobilityModel.Option]
  /// Of participants, then of leaders.
  let reserves: [Reserve]

  /// Reserves that a screen lists at most; `reserves.csv` and `--json` have all.
  private static let mostReserves = 10

  func lines(_ text: ExplanationText, _ style: Style) -> [String] {
    [style.bold(text.words.session(session).printable), "  " + size(text), ""]
      + placementLines(text) + [""] + reserveLines(text)
  }

  private func count(_ role: Role, _ text: ExplanationText) -> Int {
    placements.count { text.round.applications[Int($0.application)].role == role }
  }

  private func size(_ text: ExplanationText) -> String {
    let dated = text.round.sessions[session]
    let most = dated.maxPeople.map { " of at most \($0.grouped)" } ?? ""
    let least = dated.minPeople > 0 ? ", at least \(dated.minPeople.grouped) or none" : ""
    let leaders = counted(count(.leader, text), "leader", "leaders")
    return
      "\(counted(count(.participant, text), "participant", "participants"))\(most)\(least), \(leaders)"
  }

  private func placementLines(_ text: ExplanationText) -> [String] {
    if placements.isEmpty { return ["nobody is placed here"] }
    var table = TextTable([.left, .left, .left, .right, .right, .left])
    table.add(["in", "", "school", "points", "choice", "sector"])
    let sorted = placements.sorted { left, right in
      let (one, other) = (points(left, text), points(right, text))
      return one == other ? left < right : one > other
    }
    for placement in sorted {
      let application = text.round.applications[Int(placement.application)]
      let person = text.round.participants[application.participant]
      table.add([
        application.id, application.role.rawValue,
        text.round.organisations[person.organisation].id, hundredths(application.points),
        text.round.rank(of: placement).map(String.init) ?? "", placement.sector.code,
      ])
    }
    return table.lines()
  }

  private func points(_ option: MobilityModel.Option, _ text: ExplanationText) -> Int {
    text.round.applications[Int(option.application)].points
  }

  private func reserveLines(_ text: ExplanationText) -> [String] {
    if reserves.isEmpty { return ["nobody could take a place that becomes free"] }
    var table = TextTable([.right, .left, .left, .right, .left])
    table.add(["next", "", "", "points", "instead of"])
    for reserve in reserves.prefix(Self.mostReserves) {
      let application = text.round.applications[Int(reserve.claim.application)]
      let isGroup = reserve.options.count > 1
      table.add([
        String(reserve.rank), isGroup ? application.group : application.id,
        isGroup ? "group of \(reserve.options.count)" : application.role.rawValue,
        hundredths(application.points), holders(reserve, text).joined(separator: ", "),
      ])
    }
    let rest = reserves.count - Self.mostReserves
    return table.lines() + (rest > 0 ? ["and \(rest.grouped) more"] : [])
  }

  /// Those whose seats it could take, by the ids that are shown.
  private func holders(_ reserve: Reserve, _ text: ExplanationText) -> [String] {
    reserve.seats.words { text.id(Int($0)) }
  }

  func json(_ text: ExplanationText) -> JSONText.Value {
    let dated = text.round.sessions[session]
    return [
      "session": .string(dated.id), "participants": .integer(count(.participant, text)),
      "leaders": .integer(count(.leader, text)), "min_people": .integer(dated.minPeople),
      "max_people": .number(dated.maxPeople),
      "in": .array(
        placements.map { placement in
          [
            "application": .string(text.id(Int(placement.application))),
            "sector": .string(placement.sector.code),
            "points": .integer(points(placement, text)),
          ]
        }),
      "next": .array(
        reserves.map { reserve in
          [
            "application": .string(text.id(Int(reserve.claim.application))),
            "applications": .array(
              reserve.options.map { text.id(Int($0.application)) }.sorted().map { .string($0) }),
            "rank": .integer(reserve.rank), "free": .bool(reserve.isFree),
            "instead_of": .array(holders(reserve, text).map { .string($0) }),
          ]
        }),
    ]
  }
}
