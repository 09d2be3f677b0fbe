import Audit
import MobilityModel
import Planning
import RoundFiles

/// One sweep over the scenarios of a round.
struct SweepRun {
  private let input: ScenarioInput
  private let tiers: [Tier]
  private let inputs: String

  /// - Throws: `Ending.findings` where an input cannot be read any more.
  init(_ input: ScenarioInput) throws(Ending) {
    self.input = input
    tiers = input.base.round.settings.objective.filter { $0 != .draw }
    var hashes = try input.base.fingerprints()
    if let file = input.file {
      switch InputHash.ofFile(file) {
      case .success(let own): hashes += own
      case .failure(let failure): throw .findings(failure.findings)
      }
    }
    let lines = hashes.map { $0.sha256 + "\n" }.joined()
    inputs = String(SHA256.hex(Array(lines.utf8)).prefix(16))
  }

  /// Plans the round and its scenarios.
  ///
  /// - Throws: `Ending.findings` where the round of a scenario cannot be read, `Ending.fault` where the
  ///   audit does not accept a plan.
  func table(
    shard: Shard?, threads: Int, until interruption: Interruption
  ) async throws(Ending) -> SweepResult {
    try await checkAll(threads)
    let scenarios = shard?.items(of: input.scenarios) ?? input.scenarios
    let tiers = tiers
    let round = input.base.round
    let (found, finder) = PlanFinder { interruption.isDue }.learn(
      round, crew: ThreadCrew(threads: threads))
    let base = Self.row(ScenarioBase.base, round, found, tiers)
    let basePlan = try base.get().plan.map { PlacedIds($0, round) }
    let results = await inOrder(scenarios, threads: threads) { scenario in
      guard case .round(let changed, _) = scenario.round() else {
        return Result<Planned, Ending>.failure(
          .fault(["scenario \(scenario.name) was read before"]))
      }
      return Self.row(scenario.name, changed, finder.answer(changed), tiers).map { planned in
        var row = planned.row
        row.moves = planned.plan.map { PlacedIds($0, changed).moves(since: basePlan) }
        return Planned(row: row, plan: nil)
      }
    }
    var rows = [try base.get().row]
    rows[0].moves = basePlan.map { $0.moves(since: $0) }
    for result in results { rows.append(try result.get().row) }
    return SweepResult(tiers: tiers, rows: rows, inputs: inputs)
  }

  /// All findings of all scenarios at once, before anything is planned.
  private func checkAll(_ threads: Int) async throws(Ending) {
    let name = input.file?.split(separator: "/").last.map(String.init)
    let findings = await inOrder(input.scenarios, threads: threads) { scenario -> [Finding] in
      let reading = name.map { scenario.round(file: $0) } ?? scenario.round()
      if case .findings(let findings) = reading { return findings }
      return []
    }
    let all = findings.flatMap { $0 }
    if !all.isEmpty { throw .findings(all) }
  }

  private struct Planned: Sendable {
    var row: SweepRow
    var plan: Plan?
  }

  private static func row(
    _ name: String, _ round: Round, _ answer: PlanFinder.Answer, _ tiers: [Tier]
  ) -> Result<Planned, Ending> {
    Result { () throws(Ending) -> Planned in
      switch answer {
      case .infeasible: return Planned(row: SweepRow(name: name, status: .infeasible))
      case .open(nil): return Planned(row: SweepRow(name: name, status: .unknown))
      case .tooLarge(let error): throw .tooLarge("scenario \(name): \(error.message)")
      case .best(let allocation), .open(let allocation?):
        let plan = try AuditedPlan(allocation, of: round)
        let values = try CompareRun.values(plan.plan, round, tiers)
        return Planned(
          row: SweepRow(
            name: name, status: plan.isProven ? .optimal : .feasible, values: values),
          plan: plan.plan)
      }
    }
  }

  // MARK: Merging

  /// Puts the tables of parts together.
  ///
  /// - Throws: `Ending.missing`, or `Ending.findings` about parts of other inputs, rows that contradict
  ///   each other and scenarios that are in no part.
  func merged(_ paths: [String]) throws(Ending) -> SweepResult {
    var found: [String: (cells: [String], row: SweepRow)] = [:]
    var findings: [Finding] = []
    for path in paths {
      switch SweepReader.read(path: path) {
      case .missing(let path): throw .missing(path: path)
      case .findings(let own): findings += own
      case .part(let table, let lines):
        let file = path.split(separator: "/").last.map(String.init) ?? path
        guard table.columns == SweepResult.columns(tiers) else {
          findings.append(
            Finding(
              "unknown-column", file: file, row: 1, value: table.columns.joined(separator: ","),
              expected: SweepResult.columns(tiers).joined(separator: ",")))
          continue
        }
        for (cells, line) in zip(table.rows, lines) {
          findings += take(cells, Place(file: file, line: line), into: &found)
        }
      }
    }
    findings += absent(found.keys)
    guard findings.isEmpty else { throw .findings(findings) }
    return SweepResult(tiers: tiers, rows: found.values.map(\.row), inputs: inputs)
  }

  private struct Place {
    var file: String
    var line: Int

    func finding(_ kind: String, _ column: String, _ value: String, _ expected: String) -> Finding {
      Finding(kind, file: file, row: line, column: column, value: value, expected: expected)
    }
  }

  private func take(
    _ cells: [String], _ place: Place,
    into found: inout [String: (cells: [String], row: SweepRow)]
  ) -> [Finding] {
    guard cells.last == inputs else {
      return [
        place.finding(
          "unknown-value", "inputs", cells.last ?? "",
          "\(inputs), which stands for this round and these scenarios")
      ]
    }
    guard let row = SweepResult.row(cells, tiers) else {
      return [place.finding("unknown-value", "status", cells[1], "a row that sweep has written")]
    }
    let isKnown =
      row.name == ScenarioBase.base || input.scenarios.contains { $0.name == row.name }
    if !isKnown { return [place.finding("unknown-id", "scenario", row.name, "a scenario")] }
    if let other = found[row.name], other.cells != cells {
      return [
        place.finding(
          "duplicate-id", "scenario", row.name, "one result; another part has a different one")
      ]
    }
    found[row.name] = (cells, row)
    return []
  }

  private func absent(_ names: some Collection<String>) -> [Finding] {
    let known = Set(names)
    return ([ScenarioBase.base] + input.scenarios.map(\.name)).filter { !known.contains($0) }.map {
      Finding(
        "missing-value", file: "sweep", column: "scenario", value: $0,
        expected: "a row for this scenario in one of the parts")
    }
  }
}

/// Who is where in a plan, by ids.
struct PlacedIds: Sendable {
  private let sessions: [String: String]
  private let participants: Int

  init(_ plan: Plan, _ round: Round) {
    sessions = Dictionary(
      uniqueKeysWithValues: plan.placements.map {
        (round.applications[Int($0.application)].id, round.sessions[Int($0.session)].id)
      })
    participants = plan.placements.count {
      round.applications[Int($0.application)].role == .participant
    }
  }

  /// How many are added, dropped and moved; placed are participants, the others all people.
  func moves(since other: PlacedIds?) -> SweepRow.Moves {
    var moves = SweepRow.Moves(placed: participants)
    guard let other else { return moves }
    moves.added = sessions.keys.count { other.sessions[$0] == nil }
    moves.dropped = other.sessions.keys.count { sessions[$0] == nil }
    moves.moved = sessions.count { id, session in
      other.sessions[id].map { $0 != session } ?? false
    }
    return moves
  }
}
