import MobilityModel
import Selection

extension Compiler {
  /// At most one placement of a participant on any day.
  mutating func addPersons() {
    for applications in severalApplications() {
      let participant = round.applications[applications[0]].participant
      if space.ignoring.contains(.person(participant: participant)) { continue }
      let options = applications.flatMap { application in
        space.table.range(ofApplication: application).filter { space.isAlive[$0] }
      }
      addCliques(options, of: participant)
    }
  }

  /// The applications of each participant who has more than one, in rising order.
  private func severalApplications() -> [[Int]] {
    var first = [Int32](repeating: -1, count: round.participants.count)
    var several: [Int: [Int]] = [:]
    for (place, application) in round.applications.enumerated() {
      let person = application.participant
      if first[person] < 0 {
        first[person] = Int32(place)
      } else {
        several[person, default: [Int(first[person])]].append(place)
      }
    }
    return several.sorted { $0.key < $1.key }.map(\.value)
  }

  /// A row for each largest set of options that share a day, where two applications are in it.
  private mutating func addCliques(_ options: [Int], of participant: Int) {
    let dates = options.map { round.sessions[space.session($0)].dates }
    let byStart = options.indices.sorted { (dates[$0].start, $0) < (dates[$1].start, $1) }
    var active: [Int] = []
    var firstEnd = Day(number: .max)
    for next in byStart where dates[next].days > 0 {
      if dates[next].start > firstEnd {
        addClique(active.map { options[$0] }, of: participant)
        active.removeAll { dates[$0].end < dates[next].start }
        firstEnd = active.map { dates[$0].end }.min() ?? Day(number: .max)
      }
      active.append(next)
      firstEnd = min(firstEnd, dates[next].end)
    }
    addClique(active.map { options[$0] }, of: participant)
  }

  /// - Parameters:
  ///   - options: options that share a day, the one that starts last at the end.
  ///   - participant: whose they are.
  private mutating func addClique(_ options: [Int], of participant: Int) {
    guard let first = options.first, let last = options.last,
      options.contains(where: { space.application($0) != space.application(first) })
    else { return }
    for option in options { row.add(Int(column[option])) }
    let day = round.sessions[space.session(last)].dates.start
    addRow(.person(participant, day), lower: nil, upper: 1, ascending: row.take())
  }
}
