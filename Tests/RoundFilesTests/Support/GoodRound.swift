import RoundFiles
import Testing

/// A small round in which nothing is wrong and nothing is worth a note.
enum GoodRound {
  static let tables = [
    "settings.csv": """
    setting,value
    name,Spring
    objective,filled|targets|points|fit|travel|draw
    preference_scores,100|80
    short_stay_nationalities,AL|XK
    """,
    "organisations.csv": """
    organisation,name,country,city,latitude,longitude
    TIA,Don Bosko,AL,Tirana,41.3275,19.8187
    PRN,Qendra,XK,Prishtina,42.6629,21.1655
    SEV,Sevilla hub,ES,Seville,37.3891,-5.9845
    BLQ,Bologna hub,IT,Bologna,44.4949,11.3426
    """,
    "streams.csv": """
    stream,title,kind,min_days,max_days,weight,learners_per_leader,national_visa
    m1,One month,learner,28,35,1,4,no
    js,Job shadowing,staff,2,14,1,0,no
    """,
    "sessions.csv": """
    session,stream,host,start,end,min_people,max_people,languages,sectors,min_age
    sev-june,m1,SEV,2022-06-01,2022-06-30,2,8,en:B1|es:A2,0713|1013,16
    blq-june,m1,BLQ,2022-06-01,2022-06-30,,,,,
    blq-week,js,BLQ,2022-05-02,2022-05-06,,2,,,
    """,
    "participants.csv": """
    participant,name,organisation,birth_date,nationality,languages,sectors,gender
    p1,Arta,TIA,2004-01-31,AL,en:B2|it:A1,0713,f
    p2,Besnik,PRN,2003-11-02,XK,en:B1,1013,m
    p3,Drita,PRN,1980-05-05,XK,en:C1,,f
    """,
    "applications.csv": """
    application,participant,stream,role,available_from,available_until,preferences,points,group
    a1,p1,m1,,2022-05-01,2022-07-31,SEV|blq-june,84.5,g1
    a2,p2,m1,participant,,,BLQ,71,g1
    a3,p3,m1,leader,,,,,
    a4,p1,js,,,,,,
    """,
    "limits.csv": """
    limit,where,who,each,measure,from,until,min,max,kind,reason
    beds,host=SEV,,,at_once,2022-06-01,2022-06-30,,6,hard,beds
    girls,,gender=f|m&role=participant,session+country,people,,,1,3,soft,balance
    """,
    "rules.csv": """
    rule,where,who,from,until,reason
    XK-ES,host_country=ES,nationality=XK,,2023-12-31,passport
    """,
    "locks.csv": """
    application,effect,session,reason,author
    a1,lock,SEV,promised,Mira
    a2,forbid,blq-june,,Mira
    """,
    "stays.csv": """
    participant,country,from,until
    p1,IT,2022-01-10,2022-01-31
    """,
    "twins.csv": """
    organisation,host
    TIA,SEV
    """,
    "rates.csv": """
    rate,role,host_country,min_km,max_km,euros
    travel,,,0,499,180
    travel,,,500,1999,275
    daily,leader,ES|IT,,,104
    """,
    "placements.csv": """
    application,session,sector
    a1,sev-june,0713
    """,
  ]
}

/// A small edit to a good round, and all findings that it must give.
struct FindingCase {
  /// File, the text to be replaced, and what replaces it.
  var edits: [(file: String, old: String, new: String)]
  var findings: [Finding]

  init(_ file: String, _ old: String, _ new: String, _ findings: Finding...) {
    edits = [(file, old, new)]
    self.findings = findings
  }

  init(_ file: String, _ old: String, _ new: String, _ findings: [Finding]) {
    edits = [(file, old, new)]
    self.findings = findings
  }

  init(_ edits: [(String, String, String)], _ findings: Finding...) {
    self.edits = edits.map { (file: $0.0, old: $0.1, new: $0.2) }
    self.findings = findings
  }

  /// Checks that reading gives exactly the findings of every case.
  static func check(_ cases: [FindingCase]) throws {
    for example in cases {
      var tables = GoodRound.tables
      for (file, old, new) in example.edits {
        let text = try #require(tables[file])
        try #require(text.contains(old), "\(file): \(old)")
        tables[file] = text.replacing(old, with: new, maxReplacements: 1)
      }
      let found = findings(RoundReader.read(tables: tables.mapValues { Array($0.utf8) }))
      #expect(found == example.findings, "\(example.edits.map(\.new))")
    }
  }

  /// All findings of a round, whether it can be used or not.
  static func findings(in path: String) -> [Finding] {
    findings(RoundReader.read(folder: path))
  }

  static func findings(_ reading: RoundReading) -> [Finding] {
    switch reading {
    case .round(_, let notes):
      #expect(notes.allSatisfy { $0.severity == .note })
      return notes
    case .findings(let findings):
      #expect(findings.contains { $0.severity == .error })
      return findings
    case .missing(let path):
      Issue.record("\(path) is missing")
      return []
    }
  }
}

/// An error in a cell.
func cell(
  _ kind: FindingKind, _ file: String, _ row: Int, _ column: String?, _ value: String,
  _ expected: String, maybe: String? = nil
) -> Finding {
  Finding(
    kind.rawValue, file: file, row: row, column: column, value: value, expected: expected,
    maybe: maybe)
}

/// A note about a cell.
func note(
  _ kind: FindingKind, _ file: String, _ row: Int, _ column: String?, _ value: String,
  _ expected: String, maybe: String? = nil
) -> Finding {
  Finding(
    kind.rawValue, file: file, row: row, column: column, value: value, expected: expected,
    maybe: maybe, severity: .note)
}

/// A note about a value that was read in another way than it is written.
func reading(
  _ kind: FindingKind, _ file: String, _ row: Int?, _ column: String?, _ value: String,
  _ expected: String, as readAs: String? = nil
) -> Finding {
  Finding(
    kind.rawValue, file: file, row: row, column: column, value: value, expected: expected,
    readAs: readAs, severity: .note)
}
