import MobilityModel
import Testing

@testable import RoundFiles

@Suite struct ScenarioTests {
  private let base: ScenarioBase

  init() throws {
    let tables = GoodRound.tables.mapValues { Array($0.utf8) }
    guard case .base(let base) = ScenarioBase.read(TablesInMemory(tables: tables)) else {
      throw Absent()
    }
    self.base = base
  }

  private struct Absent: Error {}

  private func read(_ rows: [String]) -> ScenarioReading {
    let text = (["scenario,table,row,column,value"] + rows).joined(separator: "\n")
    return ScenarioReader.read(.file(Array(text.utf8)), file: "s.csv", of: base)
  }

  /// The round of the only scenario.
  private func round(_ rows: String...) throws -> Round {
    guard case .scenarios(let scenarios) = read(rows.map { "x," + $0 }),
      case .round(let round, _) = try #require(scenarios.first).round()
    else {
      Issue.record("\(read(rows.map { "x," + $0 }))")
      throw Absent()
    }
    #expect(scenarios.count == 1)
    return round
  }

  /// The findings about the rows, as `row column kind maybe`.
  private func findings(_ rows: String...) -> [String] {
    switch read(rows) {
    case .findings(let findings): findings.map(Self.text)
    case .missing: ["missing"]
    case .scenarios(let scenarios):
      scenarios.flatMap { $0.round(file: "s.csv").findings }.filter { $0.severity == .error }
        .map(Self.text)
    }
  }

  private static func text(_ finding: Finding) -> String {
    "\(finding.file) \(finding.row ?? 0) \(finding.column ?? "-") \(finding.kind)"
      + (finding.maybe.map { " \($0)" } ?? "")
  }

  @Test func `a cell is changed by the id of its row`() throws {
    let round = try round("sessions,sev-june,max_people,9")
    #expect(round.sessions.first { $0.id == "sev-june" }?.maxPeople == 9)
  }

  @Test func `a table of scenarios may have the names of columns that headers_csv adds`() throws {
    var tables = GoodRound.tables
    tables["headers.csv"] =
      "table,column,header\nscenarios,scenario,Annahme\nscenarios,row,Zeile\n,value,Wert"
    tables["scenarios.csv"] = "Annahme,table,Zeile,column,Wert\nx,sessions,sev-june,max_people,9"
    let reading = ScenarioBase.read(TablesInMemory(tables: tables.mapValues { Array($0.utf8) }))
    guard case .base(let base) = reading, let own = tables["scenarios.csv"] else { throw Absent() }
    let file = ScenarioReader.read(.file(Array(own.utf8)), file: "s.csv", of: base)
    for reading in [ScenarioReader.own(of: base), file] {
      guard case .scenarios(let scenarios) = reading else { throw Absent() }
      #expect(scenarios.map(\.name) == ["x"])
    }
    guard case .findings = ScenarioReader.read(.file(Array(own.utf8)), file: "s.csv", of: self.base)
    else { throw Absent() }
  }

  @Test func `an emptied cell says nothing any more`() throws {
    let round = try round("sessions,sev-june,max_people,")
    #expect(round.sessions.first { $0.id == "sev-june" }?.maxPeople == .some(.none))
  }

  @Test func `dates are shifted and numbers scaled, by conditions on the row and what it names`()
    throws
  {
    let round = try round(
      "sessions,host_country=ES|IT&stream=m1,start,-7d", "sessions,stream=m1,end,+14d",
      "sessions,,max_people,*1.3", "applications,country=AL,points,*0.9",
      "limits,beds,max,*0.75")
    let sessions = Dictionary(uniqueKeysWithValues: round.sessions.map { ($0.id, $0) })
    #expect(sessions["sev-june"]?.dates.start.iso == "2022-05-25")
    #expect(sessions["blq-june"]?.dates.end.iso == "2022-07-14")
    #expect(sessions["blq-week"]?.dates.start.iso == "2022-05-02")
    // 10.4 and 2.6, to the nearest whole; a cell that is empty stays so.
    #expect(sessions["sev-june"]?.maxPeople == 10 && sessions["blq-week"]?.maxPeople == 3)
    #expect(sessions["blq-june"]?.maxPeople == .some(.none))
    #expect(round.applications.map(\.points) == [7605, 7100, 0, 0])
    // 4.5 goes up.
    #expect(round.limits.first { $0.id == "beds" }?.max == 5)
  }

  @Test func `rows come, as copies too, and go`() throws {
    let round = try round(
      "sessions,sev-july,,copy sev-june", "sessions,sev-july,start,+30d",
      "sessions,sev-july,end,+30d", "rules,closed,,add", "rules,closed,where,host=BLQ",
      "rules,closed,reason,works", "locks,application=a3&effect=forbid,,add",
      "locks,application=a1,,delete", "limits,,,delete")
    let copy = try #require(round.sessions.first { $0.id == "sev-july" })
    #expect(copy.dates.start.iso == "2022-07-01" && copy.maxPeople == 8)
    #expect(round.sessions.first { $0.id == "sev-june" }?.dates.start.iso == "2022-06-01")
    #expect(round.rules.map(\.id) == ["XK-ES", "closed"])
    #expect(round.locks.map(\.application) == [1, 2])
    #expect(round.locks.allSatisfy { $0.effect == .forbid })
    #expect(round.limits.isEmpty)
  }

  @Test func `a setting that the round does not name is set, and a table that it lacks is made`()
    throws
  {
    let round = try round(
      "settings,only_listed,value,yes", "settings,name,value,Autumn",
      "placements,application=a2&session=blq-june,,add")
    #expect(round.settings.onlyListed && round.settings.name == "Autumn")
    #expect(round.published.contains { $0.application == 1 })
  }

  @Test func `the order of rows changes nothing`() throws {
    let rows = [
      "sessions,sev-july,,copy sev-june", "sessions,sev-july,max_people,3",
      "sessions,sev-june,max_people,*0.5", "applications,a4,,delete",
      "applications,participant=p1,points,50",
    ]
    let (one, other) = try (
      round(rows[0], rows[1], rows[2], rows[3], rows[4]),
      round(rows[4], rows[3], rows[2], rows[1], rows[0])
    )
    #expect(one.sessions == other.sessions && one.applications == other.applications)
    #expect(one.sessions.first { $0.id == "sev-july" }?.maxPeople == 3)
  }

  @Test func `what a row of a scenario cannot mean is a finding at that row`() {
    #expect(findings("x,sesions,sev-june,start,+1d") == ["s.csv 2 table unknown-value sessions"])
    #expect(
      findings("x,sessions,sev-jun,start,+1d") == ["s.csv 2 row unknown-id sev-june"])
    #expect(
      findings("x,sessions,sev-june,max_peple,9") == ["s.csv 2 column unknown-column max_people"])
    #expect(findings("x,sessions,hst=SEV,start,+1d") == ["s.csv 2 row unknown-key host"])
    #expect(findings("x,sessions,host=TIA,start,+1d") == ["s.csv 2 row no-row"])
    #expect(findings("x,locks,a1,effect,forbid") == ["s.csv 2 row bad-filter"])
    #expect(findings("x,sessions,sev-june,languages,*2") == ["s.csv 2 value bad-number"])
    #expect(findings("x,sessions,sev-june,min_people,+1d") == ["s.csv 2 value bad-date"])
    #expect(findings("x,sessions,sev-june,,add") == ["s.csv 2 row duplicate-id"])
    #expect(findings("x,sessions,sev-june,,remove") == ["s.csv 2 value unknown-value"])
    #expect(findings("base,sessions,sev-june,,delete") == ["s.csv 2 scenario bad-id"])
    #expect(findings(",sessions,sev-june,,delete") == ["s.csv 2 scenario missing-value"])
    #expect(
      findings("x,sessions,sev-june,max_people,9", "x,sessions,,max_people,8")
        == ["s.csv 3 value clashing-changes"])
  }

  @Test func `what the changed round says of a changed cell stands at the row that changed it`() {
    #expect(findings("x,sessions,sev-june,max_people,many") == ["s.csv 2 value bad-number"])
    #expect(
      findings("y,limits,beds,max,1", "x,limits,beds,where,hst=SEV").last?
        .hasPrefix("s.csv 3 value unknown-key") == true)
    // Nobody changed the rows that name the application.
    #expect(
      findings("x,applications,a1,,delete") == [
        "locks.csv 2 application unknown-id a2", "placements.csv 2 application unknown-id a2",
      ])
    #expect(findings("x,streams,m9,,add").allSatisfy { $0.hasPrefix("s.csv 2 value") })
  }

  @Test func `written tables are the round that was read`() throws {
    guard case .scenarios(let scenarios) = read(["x,sessions,sev-june,max_people,9"]) else {
      throw Absent()
    }
    let files = scenarios[0].tables.map { ("\($0.name).csv", CSVText.bytes($0.table)) }
    guard
      case .round(let read, _) = RoundReader.read(tables: Dictionary(files) { first, _ in first }),
      case .round(let changed, _) = scenarios[0].round()
    else { throw Absent() }
    #expect(read.sessions == changed.sessions && read.limits == changed.limits)
    #expect(read.applications == changed.applications && read.settings == changed.settings)
  }
}
