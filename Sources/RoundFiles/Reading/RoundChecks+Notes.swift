import MobilityModel

/// What does not stop a run, but a planner should know.
extension RoundChecks {
  func noteSessions() {
    for (place, session) in round.sessions.enumerated() {
      let stream = round.streams[session.stream]
      let days = session.dates.days
      guard days < stream.minDays ?? days || days > stream.maxDays ?? days else { continue }
      log.add(
        Finding(
          .sessionLength, file: SessionsTable.file, row: ids.sessions.line(at: place),
          column: "end", value: String(days),
          expected: "\(bounds(stream)) days, as stream \(stream.id) has them", severity: .note))
    }
  }

  private func bounds(_ stream: MobilityModel.Stream) -> String {
    switch (stream.minDays, stream.maxDays) {
    case (let low?, let high?): "\(low) to \(high)"
    case (let low?, nil): "at least \(low)"
    case (nil, let high?): "at most \(high)"
    case (nil, nil): "any number of"
    }
  }

  func notePeople() {
    var hasApplied = Array(repeating: false, count: round.participants.count)
    for place in round.applications.indices {
      hasApplied[round.applications[place].participant] = true
    }
    let first = round.sessions.map(\.dates.start).min()
    let oldest = first.flatMap { Day(year: $0.year - 100, month: 1, day: 1) }
    for place in round.participants.indices {
      if !hasApplied[place], ids.people.kept[place] == nil {
        note(
          .noApplication, participant: place, "participant", round.participants[place].id,
          "an application")
      }
      guard let first, let born = round.participants[place].birthDate,
        born > first || born < oldest ?? born
      else {
        continue
      }
      note(
        .oddBirthDate, participant: place, "birth_date", born.iso,
        "a birth date up to 100 years before the first session")
    }
  }

  private func note(
    _ kind: FindingKind, participant place: Int, _ column: String, _ value: String,
    _ expected: String
  ) {
    log.add(
      Finding(
        kind, file: ParticipantsTable.file, row: ids.participants.line(at: place), column: column,
        value: value, expected: expected, severity: .note))
  }

  /// Leaders are placed exactly where a stream asks for them.
  func noteLeaders() {
    var leaders = Array(repeating: 0, count: round.streams.count)
    for place in round.applications.indices where round.applications[place].role == .leader {
      leaders[round.applications[place].stream] += 1
      let stream = round.streams[round.applications[place].stream]
      guard stream.learnersPerLeader == 0 else { continue }
      log.add(
        Finding(
          .unusedLeader, file: ApplicationsTable.file, row: ids.applications.line(at: place),
          column: "role", value: "leader",
          expected: "a stream with learners_per_leader; no leader is placed in \(stream.id)",
          severity: .note))
    }
    for (place, stream) in round.streams.enumerated()
    where stream.learnersPerLeader > 0 && leaders[place] == 0 {
      log.add(
        Finding(
          .noLeaders, file: StreamsTable.file, row: ids.streams.line(at: place),
          column: "learners_per_leader", value: String(stream.learnersPerLeader),
          expected: "an application as leader in \(stream.id); without one nobody can be placed",
          severity: .note))
    }
  }

  /// Values of filters that nobody has.
  func noteUses() {
    var known: [FilterKey: (set: Set<String>, sorted: [String])] = [:]
    for use in log.uses {
      let values = known[use.key] ?? bearers(of: use.key)
      known[use.key] = values
      guard !values.set.contains(use.value) else { continue }
      log.add(
        Finding(
          .unusedValue, file: use.file, row: use.row, column: use.column, value: use.value,
          expected: "a value that somebody has",
          maybe: NearMiss.closest(to: use.value, among: values.sorted, log: log),
          severity: .note))
    }
  }

  private func bearers(of key: FilterKey) -> (set: Set<String>, sorted: [String]) {
    let values: Set<String> =
      switch key {
      case .group: Set(round.applications.lazy.map(\.group))
      case .attribute(let index): Set(round.participants.lazy.map { $0.attributes[index] })
      default: []
      }
    return (values, values.sorted { $0.precedesByScalars($1) })
  }
}
