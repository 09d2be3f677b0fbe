import MobilityModel

/// What only shows when all tables are read.
struct RoundChecks {
  let round: Round
  let ids: RoundIds
  let log: FindingLog
  /// That look for people side by side.
  let threads: Int

  init(_ round: Round, _ ids: RoundIds, _ log: FindingLog, threads: Int) {
    (self.round, self.ids, self.log, self.threads) = (round, ids, log, threads)
  }

  func run() {
    noteMixedDates()
    checkApplications()
    checkSectors()
    // The rest follows references, which are only sound where nothing is wrong.
    guard !log.hasErrors else { return }
    checkTotals()
    guard !log.hasErrors else { return }
    noteSessions()
    notePeople()
    noteSamePeople()
    noteLeaders()
    noteUses()
  }

  /// A participant applies to a stream once.
  private func checkApplications() {
    var keys: [(participant: Int, stream: Int, row: Int)] = []
    keys.reserveCapacity(round.applications.count)
    for place in round.applications.indices {
      let (participant, stream) =
        (round.applications[place].participant, round.applications[place].stream)
      guard participant >= 0, stream >= 0 else { continue }
      keys.append((participant, stream, ids.applications.line(at: place)))
    }
    keys.sort { ($0.participant, $0.stream, $0.row) < ($1.participant, $1.stream, $1.row) }
    for (first, second) in zip(keys, keys.dropFirst())
    where (first.participant, first.stream) == (second.participant, second.stream) {
      log.add(
        Finding(
          .duplicateApplication, file: ApplicationsTable.file, row: second.row,
          column: "participant", value: round.participants[second.participant].id,
          expected: "one application of a participant to stream "
            + "\(round.streams[second.stream].id); row \(first.row) is one"))
    }
  }

  /// Who may take a place needs a sector in which to take it.
  private func checkSectors() {
    let said = log.findings.filter {
      $0.file == ParticipantsTable.file && $0.severity == .error
        && ($0.column == nil || $0.column == "sectors")
    }
    guard !said.contains(where: { $0.kind == FindingKind.missingColumn.rawValue }) else { return }
    let rows = Set(said.map(\.row))
    var isTold = Set<Int>()
    for index in round.applications.indices {
      let place = round.applications[index].participant
      guard round.applications[index].role == .participant, place >= 0,
        round.participants[place].sectors.isEmpty, isTold.insert(place).inserted
      else { continue }
      let row = ids.participants.line(at: place)
      guard !rows.contains(row) else { continue }
      log.add(
        Finding(
          .missingValue, file: ParticipantsTable.file, row: row, column: "sectors",
          expected: "one or more sectors of a person who applies for a place"))
    }
  }
}
