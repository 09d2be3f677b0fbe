import Foundation
import RoundFiles
import Testing

/// Findings about files, their text and their grid.
@Suite struct FileFindingTests {
  private let sessions = "sessions.csv"
  private let streams = "streams.csv"

  private func findings(_ change: (TestFolder) throws -> Void) throws -> [Finding] {
    let folder = try TestFolder(GoodRound.tables)
    try change(folder)
    return FindingCase.findings(in: folder.path)
  }

  private func whole(
    _ kind: FindingKind, _ file: String, _ expected: String, value: String = "",
    maybe: String? = nil
  ) -> Finding {
    Finding(kind.rawValue, file: file, value: value, expected: expected, maybe: maybe)
  }

  private func makePipe(_ path: String) throws { try #require(mkfifo(path, 0o600) == 0) }

  @Test func `a folder that is not there is missing, a file in its place is a finding`() throws {
    let folder = try TestFolder(["x.csv": ""])
    for path in [folder.path + "/none", "", folder.path + "/x.csv/y", "a\u{0}b"] {
      guard case .missing(path) = RoundReader.read(folder: path) else {
        Issue.record("\(path) was read")
        continue
      }
    }
    let path = folder.path + "/x.csv"
    #expect(
      FindingCase.findings(in: path) == [whole(.notAFolder, path, "a folder with tables")])
  }

  @Test func `a table that is missing, empty, a folder or a pipe gives a finding`() throws {
    let isFile = "a file, not a folder"
    #expect(
      try findings { try FileManager.default.removeItem(at: $0.url.appending(path: streams)) }
        == [
          whole(
            .missingTable, streams, "a file of this name; a round cannot do without it")
        ])
    #expect(
      try findings {
        try FileManager.default.moveItem(
          at: $0.url.appending(path: streams), to: $0.url.appending(path: "Streams.csv"))
      } == [
        note(
          .unknownTable, "Streams.csv", 0, nil, "",
          "the name of a table; this file was not read", maybe: streams
        ).withoutRow,
        whole(
          .missingTable, streams, "a file of this name; a round cannot do without it",
          maybe: "Streams.csv"),
      ])
    let names = "a first row with the names of columns"
    for text in ["", "\n\n", "\u{FEFF}", " , ,\r\n"] {
      #expect(
        try findings { try $0.write(text, to: streams) } == [whole(.emptyTable, streams, names)])
    }
    #expect(
      try findings {
        try FileManager.default.removeItem(at: $0.url.appending(path: "twins.csv"))
        try FileManager.default.createDirectory(
          at: $0.url.appending(path: "twins.csv"), withIntermediateDirectories: false)
      } == [whole(.notAFile, "twins.csv", isFile)])
    #expect(
      try findings {
        try FileManager.default.removeItem(at: $0.url.appending(path: "twins.csv"))
        try makePipe($0.path + "/twins.csv")
      } == [whole(.notAFile, "twins.csv", "a file, not a pipe or a device")])
    #expect(
      try findings {
        try FileManager.default.removeItem(at: $0.url.appending(path: "twins.csv"))
        try FileManager.default.createSymbolicLink(
          atPath: $0.path + "/twins.csv", withDestinationPath: "/dev/zero")
      } == [whole(.notAFile, "twins.csv", "a file, not a pipe or a device")])
  }

  @Test func `a file over the limit of size is not read`() throws {
    let size = SizeLimits.fileBytes + 1
    #expect(
      try findings {
        let file = try FileHandle(forWritingTo: $0.url.appending(path: "twins.csv"))
        try file.truncate(atOffset: UInt64(size))
        try file.close()
      } == [
        whole(.fileTooLarge, "twins.csv", "at most \(size - 1) bytes", value: String(size))
      ])
  }

  @Test func `bytes that are not text are found where they are`() throws {
    let bytes = { (text: String, byte: UInt8) in
      Array(text.utf8).map { $0 == 0x7E ? byte : $0 }
    }
    let text = try #require(GoodRound.tables["organisations.csv"])
    let marked = text.replacing("Sevilla hub", with: "Sevil~a")
    let file = "organisations.csv"
    // Half of a character of UTF-8 beside a whole one: no code page either.
    let mixed = marked.replacing("Don Bosko", with: "Don Boško")
    #expect(
      try findings { try $0.write(bytes(mixed, 0xC5), to: file) } == [
        cell(.notUTF8, file, 4, "name", "Sevil\u{FFFD}a", "text in UTF-8")
      ])
    #expect(
      try findings { try $0.write(bytes(marked, 0), to: file) } == [
        cell(.nulByte, file, 4, "name", "Sevil\u{0}a", "text without NUL bytes")
      ])
  }

  @Test func `a file may start with a byte order mark and end its lines in any way`() throws {
    for end in ["\n", "\r\n", "\r"] {
      let found = try findings { folder in
        for (name, text) in GoodRound.tables {
          let blank = end + ",,,,,,,," + end + end
          try folder.write("\u{FEFF}" + text.replacing("\n", with: end) + blank, to: name)
        }
      }
      #expect(found == [], "\(end.debugDescription)")
    }
  }

  @Test func `rows that do not fit the header are found`() throws {
    try FindingCase.check([
      FindingCase(
        streams, "js,Job shadowing,staff,2,14,1,0,no", "js,Job, shadowing,staff,2,14,1,0,no",
        cell(.raggedRow, streams, 3, nil, "9", "8 cells as in row 1")),
      FindingCase(
        streams, "js,Job shadowing,staff,2,14,1,0,no", "js,Job shadowing",
        cell(.raggedRow, streams, 3, nil, "2", "8 cells as in row 1")),
      FindingCase(
        streams, "stream,title", "stream,stream",
        cell(.duplicateColumn, streams, 1, "stream", "stream", "each column once")),
      FindingCase(
        streams, "stream,title,kind", "stream,title,kinds",
        cell(.missingColumn, streams, 1, "kind", "", "a column of this name", maybe: "kinds")),
      FindingCase(
        streams, "stream,title,kind", "key,title,kind",
        cell(.missingColumn, streams, 1, "stream", "", "a column of this name")),
    ])
  }

  @Test func `quotes that do not close are found where they open`() throws {
    let closing = "a quote at the end of the cell"
    let doubled = "nothing after a closing quote, and quotes inside a cell doubled"
    try FindingCase.check([
      FindingCase(
        sessions, "blq-june,m1", "blq-june,\"m1",
        cell(.openQuote, sessions, 3, "stream", "m1,BLQ,2022-06-01,2022-06-30,,,,,", closing)),
      FindingCase(
        "organisations.csv", "Sevilla hub", "\"Sevilla\" hub",
        cell(.strayText, "organisations.csv", 4, "name", "Sevilla", doubled)),
      FindingCase("organisations.csv", "Sevilla hub", "\"Sevilla\" "),
      FindingCase("organisations.csv", "Sevilla hub", "Sevilla \"hub\""),
    ])
  }

  @Test func `a cell may hold separators, quotes and line ends, and rows count lines`() throws {
    try FindingCase.check([
      FindingCase(
        [
          ("organisations.csv", "Qendra", "\"Qendra,\n \"\"Drita\"\"\r\n e \r Re\""),
          ("organisations.csv", ",ES,", ",E,"),
        ],
        cell(
          .badCountry, "organisations.csv", 7, "country", "E",
          "a country as two letters of ISO 3166-1"))
    ])
  }

  @Test func `of a file in which all is wrong a limited number of findings is listed`() throws {
    var tables = GoodRound.tables
    tables["twins.csv"] = "organisation,host\n" + (0..<500).map { "x\($0),\n" }.joined()
    let countries = (0..<500).map { "\nq\($0),,,,," }.joined()
    tables["organisations.csv"]?.append(countries)
    let read = { (limit: Int) in
      FindingCase.findings(
        RoundReader.read(
          tables: tables.mapValues { Array($0.utf8) }, options: ReadingOptions(findingLimit: limit))
      )
    }
    #expect(read(5000).count == 1500)
    let found = read(100)
    #expect(found.count == 202)
    #expect(found[100].kind == FindingKind.tooManyFindings.rawValue)
    #expect(found[100].severity == .note)
    #expect(found[100].row == 106)
    #expect(found[201].kind == FindingKind.tooManyFindings.rawValue)
    #expect(found[201].severity == .error)
    #expect(found[201].row == 52)
    // Notes stop nothing, however many they are.
    tables["twins.csv"] = nil
    #expect(read(100).count == 101)
  }

  @Test func `ten million columns are refused in a moment`() throws {
    let columns = String(repeating: ",", count: 10_000_000)
    #expect(
      try findings { try $0.write("organisation,host" + columns + "x", to: "twins.csv") } == [
        cell(.tooManyColumns, "twins.csv", 1, nil, "10000002", "at most 1000 columns")
      ])
    // Blank ones are what a spreadsheet leaves at the end of rows.
    let blank = "organisation,host" + columns + "\nTIA,SEV" + columns + "\n"
    #expect(try findings { try $0.write(blank, to: "twins.csv") } == [])
  }
}
