import MobilityModel
import RoundFiles
import Testing

/// Columns of which nothing is read, and other names under which columns are.
@Suite struct UnreadColumnTests {
  private func read(
    _ file: String, _ text: String, options: ReadingOptions = ReadingOptions()
  ) -> (round: Round?, findings: [Finding]) {
    var tables = GoodRound.tables
    tables[file] = text
    switch RoundReader.read(tables: tables.mapValues { Array($0.utf8) }, options: options) {
    case .round(let round, let notes): return (round, notes)
    case .findings(let findings): return (nil, findings)
    case .missing: return (nil, [])
    }
  }

  private let good = "session,stream,host,start,end,"
  private let row = "s1,m1,SEV,2022-06-01,2022-06-30,"

  private func unread(_ name: String, maybe: String? = nil) -> Finding {
    note(
      .unreadColumn, "sessions.csv", 1, name, name,
      "a column of sessions (not there: min_people, max_people, languages, sectors, min_age); "
        + "nothing of this one is read", maybe: maybe)
  }

  private func unread(in text: String) -> [Finding] {
    read("sessions.csv", text).findings.filter { $0.kind == FindingKind.unreadColumn.rawValue }
  }

  @Test func `a column that is not known and holds something is said, with what it may be`() {
    #expect(unread(in: good + "Betten\n\(row)8") == [unread("Betten")])
    #expect(unread(in: good + "Maksimumm\n\(row)8") == [unread("Maksimumm", maybe: "max_people")])
  }

  @Test func `a column in which nothing stands is not said`() {
    #expect(
      unread(in: good + "Betten,min_age\n\(row),16\n\(row.replacing("s1", with: "s2")) ,") == [])
    #expect(unread(in: good + "Betten,min_age") == [])
  }

  @Test func `something further down is enough`() {
    let text = good + "Betten\n\(row)\n\n\(row.replacing("s1", with: "s2"))\"\"\"8\"\"\""
    #expect(unread(in: text) == [unread("Betten")])
  }

  @Test func `a second row of marks does not fill a column`() {
    #expect(unread(in: good + "Betten\n*,*,*,*,*,DICT\n\(row)") == [])
  }

  @Test func `of a column that is there already another name is said`() {
    let found = read("twins.csv", "organisation,School,host\nTIA,not this one,SEV").findings
    let expected = note(
      .unreadColumn, "twins.csv", 1, "School", "School",
      "one column for organisation, which is there; nothing of this one is read")
    #expect(found == [expected])
  }

  @Test func `further columns of participants and of plans are somebody's`() {
    let plan = read("placements.csv", "application,session,sector,reason\na1,sev-june,0713,first")
    #expect(plan.findings == [])
    let people = "participant,organisation,sectors,gender,Betten\np1,TIA,0713,f,2\n"
    let found = read("participants.csv", people + "p2,PRN,1013,m,2\np3,PRN,,f,2").findings
    #expect(!found.contains { $0.kind == FindingKind.unreadColumn.rawValue })
  }

  @Test func `a table that is read in pieces says it once, however many threads there are`() {
    let rows = (1...2000).map { "s\($0),m1,SEV,2022-06-01,2022-06-30,8" }.joined(separator: "\n")
    for threads in [1, 4] {
      var options = ReadingOptions()
      (options.threads, options.pieceBytes) = (threads, 1000)
      let found = read("sessions.csv", good + "Betten\n" + rows, options: options).findings
      #expect(found.filter { $0.kind == FindingKind.unreadColumn.rawValue } == [unread("Betten")])
    }
  }

  /// Headers of sessions with the fewest and the most people.
  private static let sessions = [
    "Termin;Tok;Domaćin;Početak;Kraj;Minimum;Maksimum",
    "Термин;Ток;Домаћин;Почетак;Крај;Минимум;Максимум",
    "Сесија;Програма;Домаќин;Почеток;Крај;Минимален број учесници;Капацитет",
    "Sesioni;Programi;Pritësi;Fillimi;Fundi;Minimumi;Maksimumi",
    "Sessione;Flusso;Ospitante;Inizio;Fine;Minimo;Massimo",
    "Sessione;Flusso;Ospitante;Inizio;Fine;Numero minimo;Numero massimo",
    "Session;Program;Host;Start;End;Min number of participants;Max number of participants",
    "Termin;Tok;Domaćin;Početak;Kraj;Najmanje osoba;Broj mjesta",
    "Session;Stream;Host;Start;End;Minimum participants;Capacity",
  ]

  @Test func `names of bounds on people are known in the languages of the region`() {
    for header in Self.sessions {
      let (round, found) = read(
        "sessions.csv", header + "\nsev-june;m1;SEV;2022-06-01;2022-06-30;2;8")
      _ = round
      #expect(!found.contains { $0.kind == FindingKind.unreadColumn.rawValue }, "\(header)")
      let columns = found.filter { $0.kind == FindingKind.readColumn.rawValue }.map(\.readAs)
      #expect(columns.contains("min_people") && columns.contains("max_people"), "\(header)")
    }
  }

  /// A table, another name and its column.
  private static let names = [
    ("applications", "Raspoloživ od", "available_from"),
    ("applications", "Расположлив од", "available_from"),
    ("applications", "Disponibile dal", "available_from"),
    ("applications", "Disponibile al", "available_until"),
    ("applications", "I disponueshëm nga", "available_from"),
    ("applications", "I disponueshëm deri", "available_until"),
    ("applications", "Достапен до", "available_until"), ("applications", "Skupina", "group"),
    ("applications", "Grupa", "group"), ("applications", "Gruppo", "group"),
    ("applications", "Grupi", "group"), ("applications", "Група", "group"),
    ("applications", "Programi", "stream"), ("applications", "Програм", "stream"),
    ("participants", "Nacionalnost", "nationality"),
    ("participants", "Националност", "nationality"),
    ("participants", "Kombësia", "nationality"), ("participants", "Nazionalità", "nationality"),
    ("streams", "Najmanje dana", "min_days"), ("streams", "Максимален број денови", "max_days"),
    ("streams", "Numero massimo di giorni", "max_days"), ("streams", "Ditë minimale", "min_days"),
    ("streams", "Učesnika po pratiocu", "learners_per_leader"),
    ("streams", "Учесници по придружник", "learners_per_leader"),
    ("streams", "Visto nazionale", "national_visa"), ("streams", "Viza kombëtare", "national_visa"),
  ]

  @Test func `every name that planners of the region use is the column that they mean`() {
    for (table, name, column) in Self.names {
      let file = table + ".csv"
      let lines = (GoodRound.tables[file] ?? "").split(separator: "\n")
      let names = (lines.first ?? "").split(separator: ",").map { $0 == column ? name : String($0) }
      let text = names.joined(separator: ",") + "\n" + lines.dropFirst().joined(separator: "\n")
      let (round, found) = read(file, text)
      #expect(round != nil, "\(name)")
      #expect(found.map(\.readAs) == [column], "\(name) \(found.map(\.message))")
    }
  }
}
