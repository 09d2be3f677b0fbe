import Foundation
import MobilityModel
import RoundFiles
import Testing

@Suite struct CSVTextTests {
  @Test func `cells are quoted only where they need it and lines end in LF`() {
    let table = Table(
      columns: ["id", "text"],
      rows: [["1", "plain"], ["2", "a,b"], ["3", "say \"hi\""], ["4", "two\nlines"], ["5"]])
    #expect(
      CSVText.write(table)
        == "id,text\n1,plain\n2,\"a,b\"\n3,\"say \"\"hi\"\"\"\n4,\"two\nlines\"\n5,\n")
  }

  @Test func `an empty cell in a table of one column is still a row`() {
    #expect(CSVText.write(Table(columns: ["a"], rows: [[""], ["x"]])) == "a\n\"\"\nx\n")
  }

  @Test func `text that a spreadsheet would run is neutralised, ids and numbers are not`() {
    let texts = ["=1+1", "+49", "@SUM(A1)", "-A1", "\tx", "\rx", "'=x", "-12.5", "-", "'tis"]
    let table = Table(columns: ["application", "name"], rows: texts.map { ["-x", $0] })
    let cells = [
      "'=1+1", "'+49", "'@SUM(A1)", "'-A1", "'\tx", "\"'\rx\"", "''=x", "-12.5", "'-", "'tis",
    ]
    #expect(
      CSVText.write(table) == "application,name\n" + cells.map { "-x,\($0)\n" }.joined())
  }

  @Test func `text comes back from a written table as it was`() throws {
    let names = [
      "=cmd()", "'=x", "''@x", "-A1", "-5", "+", "Đorđe, \"Ђорђе\"", "two\nlines", "'", "''",
      "a|b&c=d", "\u{202E}evil", "'tis", "@", "'''''''''''-",
    ]
    let table = Table(
      columns: ["organisation", "name", "country"],
      rows: names.enumerated().map { ["o\(100 + $0)", $1, "AL"] })
    var tables = GoodRound.tables.mapValues { Array($0.utf8) }
    let known = try #require(tables["organisations.csv"]).split(separator: 10).dropFirst()
    let more = known.map { Array($0.split(separator: 44)[0...2].joined(separator: [44])) }
    tables["organisations.csv"] = CSVText.bytes(table) + more.joined(separator: [10])
    guard case .round(let round, _) = RoundReader.read(tables: tables) else {
      throw TestFailure("what was written cannot be read")
    }
    let read = round.organisations.filter { $0.id.hasPrefix("o") }.map(\.name)
    #expect(read == names)
  }
}

@Suite struct JSONTextTests {
  @Test func `keys keep their order, two spaces a level`() {
    let value: JSONText.Value = [
      "status": "optimal", "b": 1, "a": [1, ["x": nil], [], [:]], "yes": true,
      "points": .decimal(units: -5, places: 2), "large": .integer(.min),
    ]
    #expect(
      String(decoding: JSONText.bytes(value), as: UTF8.self) == """
        {
          "status": "optimal",
          "b": 1,
          "a": [
            1,
            {
              "x": null
            },
            [],
            {}
          ],
          "yes": true,
          "points": -0.05,
          "large": -9223372036854775808
        }

        """)
  }

  @Test func `every text comes back from a reader of JSON`() throws {
    let texts = [
      "\"\\/\u{8}\u{0}\n\r\t\u{1F}\u{7F}", "Ђорђе 🇽🇰 \u{2028}\u{2029}", "e\u{301}", "</script>", "",
    ]
    let data = Data(JSONText.bytes(.array(texts.map { .string($0) })))
    let read = try #require(try JSONSerialization.jsonObject(with: data) as? [String])
    #expect(read.map { Array($0.unicodeScalars) } == texts.map { Array($0.unicodeScalars) })
  }
}

@Suite struct InputHashTests {
  @Test func `each table of a round has its fingerprint, in the order of names`() throws {
    let folder = try TestFolder([
      "streams.csv": "abc", "applications.csv": "", "README.md": "x", "other.csv": "y",
    ])
    #expect(
      try InputHash.ofTables(folder: folder.path).get() == [
        InputHash(
          file: "applications.csv",
          sha256: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        InputHash(
          file: "streams.csv",
          sha256: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      ])
  }

  @Test func `a table that cannot be read has no fingerprint`() throws {
    let folder = try TestFolder()
    try FileManager.default.createDirectory(
      at: folder.url.appending(path: "rules.csv"), withIntermediateDirectories: false)
    guard case .failure(let failure) = InputHash.ofTables(folder: folder.path) else {
      throw TestFailure("a folder has a fingerprint")
    }
    #expect(failure.findings.map(\.kind) == ["not-a-file"])
  }
}

@Suite struct FindingMessageTests {
  @Test func `a finding is one line with place, value and what was meant`() {
    #expect(
      cell(
        .badDate, "sessions.csv", 7, "start", "2022-13-01", "a date as YYYY-MM-DD",
        maybe: "2022-01-13"
      ).message
        == "sessions.csv:7 start \"2022-13-01\": expected a date as YYYY-MM-DD; "
        + "maybe \"2022-01-13\"")
    #expect(
      Finding("missing-table", file: "streams.csv", expected: "a file of this name").message
        == "streams.csv: expected a file of this name")
  }

  @Test func `a value can neither break the line nor move the cursor`() {
    let value = "a\n\"b\" \u{1B}[31m\u{202E}\\"
    #expect(
      cell(.badId, "x.csv", 2, "id", value, "an id").message
        == "x.csv:2 id \"a\\u{A}\\\"b\\\" \\u{1B}[31m\\u{202E}\\\\\": expected an id")
  }
}
