import RoundFiles
import Testing

/// Cells as no planner fills them.
///
/// What is done with a cell must be linear in its length, and whatever is wrong must come back as
/// a finding of bounded size.
@Suite struct HostileCellTests {
  private static let size = 20_000

  private static let cells: [String] = [
    "|", "&", "=", "+", "1", "-", ".", "1,", "'", "'=", "a|", "a=b&", "en:B1|", "x ", "\u{301}",
    "2022-01-01|", "9|", "0713|", "\"\"", "\u{202E}",
  ].map { String(repeating: $0, count: size / $0.utf8.count) }

  @Test func `huge cells in every column give findings of bounded size`() {
    let original = GoodRound.tables
    for name in original.keys.sorted() {
      for cell in Self.cells {
        var tables = original
        let header = original[name]?.split(separator: "\n").first ?? ""
        let row = header.split(separator: ",").map { _ in "\"" + cell + "\"" }
        tables[name, default: ""] += "\n" + row.joined(separator: ",")
        let reading = RoundReader.read(tables: tables.mapValues { Array($0.utf8) })
        let findings = FindingCase.findings(reading)
        #expect(!findings.isEmpty, "\(name): \(cell.prefix(10))")
        #expect(findings.allSatisfy { $0.message.utf8.count < 10_000 })
      }
    }
  }

  @Test func `huge names of columns give findings of bounded size`() {
    for cell in Self.cells {
      var tables = GoodRound.tables
      for name in GoodRound.tables.keys {
        tables[name] = tables[name]?.replacing("\n", with: ",\"x\"\n", maxReplacements: 1)
          .replacing(",\"x\"\n", with: ",\"" + cell + "\"\n", maxReplacements: 1)
          .replacing("\n", with: ",v\n")
          .replacing("\"" + cell + "\",v\n", with: "\"" + cell + "\"\n")
        tables[name, default: ""] += ",v"
      }
      tables["rules.csv", default: ""] += "\nr2,place=x,passport=y,,,,v"
      let reading = RoundReader.read(tables: tables.mapValues { Array($0.utf8) })
      let findings = FindingCase.findings(reading)
      #expect(findings.contains { $0.kind == FindingKind.unknownKey.rawValue })
      #expect(findings.allSatisfy { $0.message.utf8.count < 10_000 }, "\(cell.prefix(10))")
    }
  }

  @Test func `a thousand columns of a planner's own cost no more than their names`() {
    var tables = GoodRound.tables
    let names = (0..<900).map { "column\($0)" }.joined(separator: ",")
    let blanks = String(repeating: ",", count: 900)
    tables["participants.csv"] = tables["participants.csv"]?
      .replacing("\n", with: blanks + "\n")
      .replacing("gender" + blanks, with: "gender," + names)
    tables["participants.csv"]?.append(blanks)
    let rows = (0..<300).map { "r\($0),,colunm\($0)=x,,," }.joined(separator: "\n")
    tables["rules.csv", default: ""] += "\n" + rows
    let findings = FindingCase.findings(
      RoundReader.read(tables: tables.mapValues { Array($0.utf8) }))
    #expect(findings.count == 300)
    #expect(findings.first?.maybe == "column0")
    #expect(findings.allSatisfy { $0.message.utf8.count < 1_000 })
  }
}
