import MobilityModel

extension Auditor {
  func unknownPlacements(in placements: [Option]) -> [Violation] {
    placements.map { placement in
      let row = "\(placement.application), \(placement.session)"
      var violation = Violation(.unknown, .application("\(placement.application)"))
      violation.message = "The round has no application and session with the numbers \(row)."
      return violation
    }
  }

  /// An application has at most one placement.
  func repeatedApplications(in known: [Option]) -> [Violation] {
    let repeated = Set(
      zip(known, known.dropFirst()).filter { $0.application == $1.application }
        .map(\.0.application))
    let placements = Dictionary(grouping: known.filter { repeated.contains($0.application) }) {
      $0.application
    }
    return placements.sorted { $0.key < $1.key }.map { index, repeated in
      let application = round.applications[Int(index)].id
      var violation = Violation(.onePlacement, .application(application))
      violation.count = repeated.count
      violation.max = 1
      violation.placements = repeated.map(round.named)
      violation.message =
        "Application \(application) has \(repeated.count) placements; at most one is allowed."
      return violation
    }
  }

  /// Every placement is an option.
  func refusedPlacements(in plan: [Option]) -> [Violation] {
    plan.compactMap { placement in
      let refusal = eligibility.refusal(
        application: Int(placement.application), session: Int(placement.session),
        sector: placement.sector)
      guard let refusal else { return nil }
      let named = round.named(placement)
      var violation = Violation(.noOption, .application(named.application))
      violation.refusal = refusal.code
      if case .rule(let rule) = refusal { violation.datedRule = round.rules[rule].id }
      violation.placements = [named]
      violation.message = Wording.noOption(named, refusal, in: round)
      return violation
    }
  }

  /// Two placements of one participant share no day.
  func overlaps(in plan: [Option]) -> [Violation] {
    var placements: [[Option]] = Array(repeating: [], count: round.participants.count)
    for placement in plan {
      placements[round.applications[Int(placement.application)].participant].append(placement)
    }
    return placements.indices.compactMap { overlap(of: $0, among: placements[$0]) }
  }

  private func overlap(of participant: Int, among placements: [Option]) -> Violation? {
    guard placements.count > 1 else { return nil }
    let inTime = placements.map { (dates: round.session($0).dates, placement: $0) }.sorted {
      ($0.dates.start, $0.dates.end, $0.placement) < ($1.dates.start, $1.dates.end, $1.placement)
    }
    var overlapping = Set<Option>()
    var day: Day?
    var lastToEnd = inTime[0]
    for next in inTime.dropFirst() {
      if next.dates.start <= lastToEnd.dates.end {
        overlapping.formUnion([lastToEnd.placement, next.placement])
        day = day ?? next.dates.start
      }
      if next.dates.end > lastToEnd.dates.end { lastToEnd = next }
    }
    guard let day else { return nil }
    return overlap(of: participant, among: overlapping.sorted(), on: day)
  }

  private func overlap(of participant: Int, among placements: [Option], on day: Day) -> Violation {
    let id = round.participants[participant].id
    var violation = Violation(.overlap, .participant(id))
    violation.day = day
    violation.count = placements.count
    violation.placements = placements.map(round.named)
    violation.message = Wording.overlap(id, violation.placements, day)
    return violation
  }

  /// A locked application is placed.
  func unplacedLocks(in plan: [Option]) -> [Violation] {
    let placed = Set(plan.map { Int($0.application) })
    let locks = Dictionary(
      grouping: round.locks.filter { $0.effect == .lock }, by: \.application)
    return Set(locks.keys).subtracting(placed).sorted().map { application in
      let id = round.applications[application].id
      var violation = Violation(.locked, .application(id))
      violation.count = 0
      violation.min = 1
      violation.absent = [id]
      let places = locks[application, default: []].places(in: round)
      violation.message =
        "Application \(id) is locked to \(places), so it must have a placement."
      return violation
    }
  }
}
