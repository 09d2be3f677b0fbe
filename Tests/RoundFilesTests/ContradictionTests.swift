import MobilityModel
import RoundFiles
import Testing

/// Rows and cells that do not go together, and separators that are one.
@Suite struct ContradictionTests {
  private func read(_ edits: [String: String]) -> (round: Round?, findings: [Finding]) {
    let tables = GoodRound.tables.merging(edits) { $1 }
    switch RoundReader.read(tables: tables.mapValues { Array($0.utf8) }) {
    case .round(let round, let notes): return (round, notes)
    case .findings(let findings): return (nil, findings)
    case .missing: return (nil, [])
    }
  }

  @Test func `decisions about people that contradict are an error`() {
    let rows = "participant,other,decision\np1,p2,different\np2,p1,same\np3,p3,same\n"
    let expected = "the same answer in all rows; others make one person of p1 and p2"
    let file = "same-person.csv"
    let found = read([file: rows]).findings.filter {
      $0.kind == FindingKind.clashingDecisions.rawValue
    }
    #expect(
      found == [
        cell(.clashingDecisions, file, 2, "decision", "different", expected),
        cell(
          .clashingDecisions, file, 4, "other", "p3",
          "another participant than in the column participant"),
      ])
  }

  @Test func `decisions that contradict by way of a third person are one, too`() {
    let rows = "participant,other,decision\np1,p2,same\np2,p3,same\np1,p3,different\n"
    let found = read(["same-person.csv": rows]).findings
    #expect(found.contains { $0.kind == "clashing-decisions" && $0.row == 4 })
  }

  private func dates(_ first: String, _ second: String) -> [Finding] {
    let people = (GoodRound.tables["participants.csv"] ?? "")
      .replacing("2004-01-31", with: first).replacing("2003-11-02", with: second)
    return read(["participants.csv": people]).findings.filter {
      $0.kind == FindingKind.mixedDates.rawValue
    }
  }

  @Test func `a column with the day first and the month first gets a note`() {
    #expect(
      dates("13/01/2004", "01/14/2004") == [
        note(
          .mixedDates, "participants.csv", 3, "birth_date", "01/14/2004",
          "one order of day and month; row 2, 13/01/2004, has the day first")
      ])
    #expect(dates("01/13/2004", "14/01/2004").count == 1)
    #expect(dates("13/01/2004", "14/02/2004") == [])
    #expect(dates("13/01/2004", "14.02.2004") == [])
    #expect(dates("13/01/2004", "05/05/2004") == [])
  }

  @Test func `a line end of CR LF in a list is one separator`() throws {
    let people = (GoodRound.tables["participants.csv"] ?? "")
      .replacing(
        "Arta,TIA,2004-01-31,AL,en:B2|it:A1,0713",
        with: """
          Arta,TIA,2004-01-31,AL,en:B2|it:A1,"0713\r
          0714"
          """)
    let (round, found) = read(["participants.csv": people])
    #expect(found.map(\.kind) == [FindingKind.readList.rawValue])
    #expect(found.first?.readAs == "0713|0714")
    #expect(round?.participants.first?.sectors.map(\.code) == ["0713", "0714"])
    let tables = GoodRound.tables.merging(["participants.csv": people]) { $1 }
    let repaired = RoundRepair.repair(tables: tables.mapValues { Array($0.utf8) })
    let copy = try #require(repaired.files.first { $0.name == "participants.csv" })
    #expect(String(decoding: copy.bytes, as: UTF8.self).contains(",0713|0714,"))
  }

  @Test func `two line ends have nothing between them`() {
    let people = (GoodRound.tables["participants.csv"] ?? "")
      .replacing("en:B2|it:A1", with: "\"en:B2\r\n\r\nit:A1\"")
    #expect(read(["participants.csv": people]).findings.map(\.kind) == ["read-list", "empty-item"])
  }

  @Test func `a row of marks may have words of the region, and letters`() {
    let lines = (GoodRound.tables["streams.csv"] ?? "").split(separator: "\n", maxSplits: 1)
    for marks in [
      "obavezno,,obavezno,DD.MM.GGGG,,,,", "M,O,M,O,O,O,O,O", "обавезно,M,,ДД.ММ.ГГГГ.,,,,O",
      "obbligatorio,facoltativo,M,GG/MM/AAAA,,,,",
    ] {
      let found = read(["streams.csv": "\(lines[0])\n\(marks)\n\(lines[1])"]).findings
      #expect(found.map(\.kind) == [FindingKind.readMarks.rawValue], "\(marks)")
    }
    let organisations = (GoodRound.tables["organisations.csv"] ?? "") + "\nM,M,ES,,,\nO,O,ES,,,"
    let twins = read(["organisations.csv": organisations, "twins.csv": "organisation,host\nM,O"])
    #expect(twins.findings == [])
    #expect(twins.round?.twins.count == 1)
  }
}
