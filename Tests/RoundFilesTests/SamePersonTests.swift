import MobilityModel
import RoundFiles
import Testing

/// People who stand in a round under two spellings.
@Suite struct SamePersonTests {
  private let file = "participants.csv"

  private func read(
    _ people: [(name: String, born: String)], decisions: String? = nil,
    applications: [String] = []
  ) -> (round: Round?, findings: [Finding]) {
    var tables = GoodRound.tables
    for (index, person) in people.enumerated() {
      tables[file, default: ""] += "\nx\(index),\(person.name),TIA,\(person.born),AL,,0713,f"
      if decisions == nil {
        tables["applications.csv", default: ""] += "\nxa\(index),x\(index),js,,,,,,"
      }
    }
    for row in applications { tables["applications.csv", default: ""] += "\n" + row }
    tables["same-person.csv"] = decisions.map { "participant,other,decision\n" + $0 }
    switch RoundReader.read(tables: tables.mapValues { Array($0.utf8) }) {
    case .round(let round, let notes): return (round, notes)
    case .findings(let findings): return (nil, findings)
    case .missing: return (nil, [])
    }
  }

  private func isSame(_ left: String, _ right: String) -> Bool {
    read([(left, "2004-05-05"), (right, "2004-05-05")]).findings.map(\.kind)
      == [FindingKind.samePerson.rawValue]
  }

  @Test func `spellings of one name are seen as one`() {
    let same = [
      ("Đorđe Đurić", "Djordje Djuric"), ("Đorđe Đurić", "Dorde Duric"),
      ("Ђорђе Ђурић", "Đorđe Đurić"), ("Ђорђе Ђурић", "DJORDJE DJURIC"),
      ("Љиљана Његош", "Ljiljana Njegoš"), ("Džemal Ćosić", "Џемал Ћосић"),
      ("Ѓорѓи Ќосевски", "Gjorgji Kjosevski"), ("Душко Шекер", "Dushko Sheker"),
      ("Ѓорѓи Ќосев", "Ǵorǵi Ḱosev"), ("Ǵorǵi Ḱosev", "Gjorgji Kjosev"),
      ("Г\u{301}орг\u{301}и К\u{301}осев", "G\u{301}org\u{301}i K\u{301}osev"),
      ("Shpëtim Çela", "Shpetim Cela"), ("Xhevdet Hoxha", "Dževdet Hodža"),
      ("Ana Marija Žunić", "Žunić Ana-Marija"), ("ǈiǉana", "Ljiljana"),
      ("Łukasz Müller", "lukasz muller"), ("Z\u{30C}eljko", "Željko"),
    ]
    for (left, right) in same { #expect(isSame(left, right), "\(left), \(right)") }
  }

  @Test func `other names, and the same name with another birth date, are other people`() {
    let different = [
      ("Ana Marić", "Ena Marić"), ("Ivan Ilić", "Ivana Ilić"), ("Petar", "Petra"), ("Ana", "Ana A"),
    ]
    for (left, right) in different { #expect(!isSame(left, right), "\(left), \(right)") }
    let found = read([("Ana Marić", "2004-05-05"), ("Ana Marić", "2004-05-06")]).findings
    #expect(found == [])
  }

  @Test func `the note names the other row, and ends when a planner decides`() {
    let people = [("Đorđe", "2004-05-05"), ("Ђорђе", "2004-05-05")]
    let expected =
      "another person than x0 in row 5, Đorđe, born on the same day; same-person.csv decides"
    #expect(
      read(people).findings == [note(.samePerson, file, 6, "name", "Ђорђе", expected)])
    let decided = read(
      people, decisions: "x1,x0,different", applications: ["xa0,x0,js,,,,,,", "xa1,x1,js,,,,,,"])
    #expect(decided.findings == [])
  }

  @Test func `what refers to a second spelling counts as the first one's`() throws {
    let people = [("Đorđe", "2004-05-05"), ("Ђорђе", "2004-05-05"), ("Djordje", "2004-05-05")]
    let rows = ["xa0,x0,m1,,,,,,", "xa1,x1,js,,,,,,"]
    let (round, found) = read(people, decisions: "x0,x1,same\nx2,x0,same", applications: rows)
    let sound = try #require(round)
    #expect(found == [])
    let owners = sound.applications.suffix(2).map { sound.participants[$0.participant].id }
    #expect(owners == ["x2", "x2"])
    #expect(sound.participants.map(\.name).contains("Ђорђе"))
    let twice = read(people, decisions: "x0,x1,same", applications: rows + ["xa2,x0,js,,,,,,"])
    #expect(twice.findings.map(\.kind) == [FindingKind.duplicateApplication.rawValue])
  }

  @Test func `decisions about nobody are found`() {
    let found = read([], decisions: "p1,p9,same\np1,p2,maybe").findings
    #expect(found.map(\.kind) == ["unknown-id", "unknown-value"])
  }
}
