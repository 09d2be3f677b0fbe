import MobilityModel
import RoundFiles
import Testing

/// How a file shows its separator, its names of columns, and what else stands around its rows.
@Suite struct FileShapeTests {
  private let streams = "streams.csv"
  private let separators = [("semicolon", ";"), ("tab", "\t")]

  private func findings(
    _ file: String, _ text: String, options: ReadingOptions = ReadingOptions()
  ) -> [Finding] {
    var tables = GoodRound.tables.mapValues { Array($0.utf8) }
    tables[file] = Array(text.utf8)
    return FindingCase.findings(RoundReader.read(tables: tables, options: options))
  }

  private func table(_ file: String, _ separator: String) -> String {
    (GoodRound.tables[file] ?? "").replacing(",", with: separator)
  }

  private func separatorNote(_ file: String, _ name: String) -> Finding {
    reading(.readSeparator, file, nil, nil, name, "commas between cells; \(name) found")
  }

  @Test func `every table shows its separator by the names of its columns`() {
    for file in GoodRound.tables.keys.sorted() {
      for (name, sign) in separators {
        #expect(findings(file, table(file, sign)) == [separatorNote(file, name)], "\(file) \(name)")
      }
    }
  }

  @Test func `commas inside cells do not make commas the separator`() {
    let text = table(streams, ";").replacing("One month", with: "One, two, three, four, five")
    #expect(findings(streams, text) == [separatorNote(streams, "semicolon")])
  }

  @Test func `a separator that is named is used, and so is one that the first line names`() {
    let named = findings(streams, table(streams, ";"), options: ReadingOptions(separator: .comma))
    #expect(named.contains { $0.kind == FindingKind.missingColumn.rawValue })
    for end in ["\n", "\r\n", "\r"] {
      let hinted = findings(streams, "sep=;" + end + table(streams, ";"))
      #expect(hinted == [separatorNote(streams, "semicolon")])
      let broken = findings(
        streams, "SEP=;" + end + table(streams, ";").replacing("learner;28", with: "pupil;28"))
      #expect(broken.last?.row == 3, "the line of the hint counts")
    }
  }

  @Test func `titles above the names are passed over, and rows keep their numbers`() {
    let text = "One month\n,,,,,,,\n" + table(streams, ",").replacing(",no", with: ",maybe")
    let found = findings(streams, text)
    #expect(
      found.prefix(2) == [
        reading(
          .readTitle, streams, 1, nil, "One month",
          "the names of columns; this row was passed over"),
        cell(.badYesNo, streams, 4, "national_visa", "maybe", "yes or no"),
      ])
  }

  @Test func `a second row of marks is passed over, a row of data never`() {
    let marks = "*,*,DICT,* number,,decimals,,yes/no"
    let rows = (GoodRound.tables[streams] ?? "").replacing("kind,min_days", with: "kind,min_days")
    let lines = rows.split(separator: "\n", maxSplits: 1)
    let found = findings(streams, "\(lines[0])\n\(marks)\n\(lines[1])")
    #expect(
      found == [
        reading(
          .readMarks, streams, 2, nil, "*",
          "a row of the table; this one describes columns and was passed over")
      ])
    let data = findings(streams, "\(lines[0])\ntext,*,*,,,,,\n\(lines[1])")
    #expect(data.isEmpty == false)
  }

  @Test func `rows that stand whole in their first cell are taken apart`() {
    let packed = table(streams, ";").split(separator: "\n").map { "\"\($0)\"\r\n" }.joined()
    #expect(
      findings(streams, packed) == [
        reading(
          .readPacked, streams, nil, nil, "",
          "cells, not whole rows each in one cell; the rows were taken apart"),
        separatorNote(streams, "semicolon"),
      ])
    let quoted = table(streams, ";").replacing("One month", with: "\"One; \"\"month\"\"\"")
      .split(separator: "\n").map { "\"\($0.replacing("\"", with: "\"\""))\"\n" }.joined()
    #expect(findings(streams, quoted).count == 2)
  }

  @Test func `a million blank rows and thousands of blank columns count for nothing`() {
    let text = (GoodRound.tables[streams] ?? "")
    let wide = text.split(separator: "\n").map { $0 + String(repeating: ",", count: 16_376) }
    let blank = String(repeating: ",,,,,,,\r\n", count: 1_048_570)
    #expect(findings(streams, wide.joined(separator: "\n") + "\n" + blank) == [])
  }

  @Test func `something in a column without a name is a row of the wrong length`() {
    let text = (GoodRound.tables[streams] ?? "").replacing(",no", with: ",no,,x")
    #expect(findings(streams, text).map(\.value) == ["10", "10"])
    #expect(findings(streams, text).allSatisfy { $0.kind == FindingKind.raggedRow.rawValue })
  }

  @Test func `wide blanks and blanks of no width around a cell do not count`() {
    let blanks = "\u{A0}\u{200B} \u{FEFF}\u{202F}"
    let text = (GoodRound.tables[streams] ?? "")
      .replacing("month,learner", with: "month,\(blanks)learner\(blanks)")
      .replacing("stream,", with: "\(blanks)stream\(blanks),")
    #expect(findings(streams, text) == [])
  }
}
