import Audit
import MobilityModel
import TestSupport

/// A small round for examples by hand: six applications `a` to `f` of six participants, and three
/// sessions of thirty days, `s` and `t` in June in Bologna and Maribor, `u` in July in Bologna.
struct WorkedRound {
  var round = Round()

  static let june = 19_144

  init() {
    round.organisations = [
      Organisation(id: "BLQ", country: "IT"), Organisation(id: "MBX", country: "SI"),
      Organisation(id: "PRN", country: "XK"), Organisation(id: "TIA", country: "AL"),
    ]
    round.streams = [Stream(id: "m1")]
    for (index, session) in [("s", 0, 0), ("t", 1, 0), ("u", 0, 30)].enumerated() {
      let dates = Interval(start: Self.day(session.2), end: Self.day(session.2 + 29))
      round.sessions.append(Session(id: session.0, stream: 0, host: session.1, dates: dates))
      round.sessions[index].maxPeople = 4
    }
    round.attributeNames = ["gender"]
    for (index, id) in ["a", "b", "c", "d", "e", "f"].enumerated() {
      var participant = Participant(id: "p\(id)", organisation: index < 3 ? 2 : 3)
      participant.attributes = [index % 2 == 0 ? "f" : "m"]
      participant.sectors = [Sector(number: 713)]
      round.participants.append(participant)
      round.applications.append(Application(id: id, participant: index, stream: 0))
    }
    round.settings.objective = [.filled]
  }

  /// Days after 2022-06-01.
  static func day(_ offset: Int) -> Day { Day(number: Int32(june + offset)) }

  /// Placements written as `"a s"`, or `"a s 0713"` with a sector.
  func plan(_ placements: String...) -> [Option] {
    placements.map { text in
      let parts = text.split(separator: " ").map(String.init)
      let application = round.applications.firstIndex { $0.id == parts[0] } ?? 0
      let session = round.sessions.firstIndex { $0.id == parts[1] } ?? 0
      let sector = parts.count > 2 ? Sector(code: parts[2]) : nil
      return Option(
        application: Int32(application), session: Int32(session), sector: sector ?? .none)
    }
  }

  func audit(_ placements: [Option]) -> Verdict { Auditor(round: round).audit(placements) }

  /// The violations of a broken plan; none of a sound one.
  func violations(_ placements: [Option]) -> [Violation] {
    if case .broken(let violations) = audit(placements) { violations } else { [] }
  }
}

/// Placements written as `"a s"` and so on, in the order in which violations list them.
func named(_ placements: String...) -> [Violation.Placement] {
  placements.map { text in
    let parts = text.split(separator: " ").map(String.init)
    return Violation.Placement(
      application: parts[0], session: parts[1], sector: parts.count > 2 ? parts[2] : "")
  }
}

/// A violation with these fields set; for comparing whole violations.
func violation(
  _ rule: BrokenRule, _ subject: Violation.Subject, _ message: String,
  _ set: (inout Violation) -> Void
) -> Violation {
  var violation = Violation(rule, subject)
  violation.message = message
  set(&violation)
  return violation
}
