import Foundation
import MobilityModel
import RoundFiles
import Testing

/// What is read does not depend on the pieces in which a table is read, nor on the threads.
@Suite struct TableOfPiecesTests {
  /// Sizes of pieces in bytes: a row each, and some rows each.
  private static let sizes = [1, 90, 400]

  private func options(_ size: Int, limit: Int = SizeLimits.findings) -> ReadingOptions {
    var options = ReadingOptions(findingLimit: limit)
    (options.threads, options.pieceBytes) = (3, size)
    return options
  }

  private func whole(limit: Int = SizeLimits.findings) -> ReadingOptions {
    var options = ReadingOptions(findingLimit: limit)
    options.threads = 1
    return options
  }

  /// Checks that pieces of all sizes give what one thread gives; the findings of that.
  @discardableResult
  private func expectSame(
    _ tables: [String: [UInt8]], limit: Int = SizeLimits.findings, _ comment: Comment
  ) -> [Finding] {
    let expected = RoundRepair.repair(tables: tables, options: whole(limit: limit))
    for size in Self.sizes {
      let found = RoundRepair.repair(tables: tables, options: options(size, limit: limit))
      #expect(found.reading.findings == expected.reading.findings, comment)
      #expect(found.files == expected.files, comment)
      #expect(rows(found.reading) == rows(expected.reading), comment)
    }
    return expected.reading.findings
  }

  private func rows(_ reading: RoundReading) -> [String] {
    guard case .round(let round, _) = reading else { return [] }
    return round.organisations.map { "\($0)" } + round.participants.map { "\($0)" }
      + round.applications.map { "\($0)" }
  }

  /// The good round with further organisations.
  private func tables(_ organisations: [String]) -> [String: [UInt8]] {
    var tables = GoodRound.tables
    tables["organisations.csv", default: ""] += organisations.map { "\n" + $0 }.joined()
    return tables.mapValues { Array($0.utf8) }
  }

  private let many = (0..<60).map { "org\($0 * 37 % 60),Škola \($0),AL,,," }

  @Test func `rounds as programs write them`() throws {
    let root = DataSets.root.appending(path: "dirty")
    for name in try FileManager.default.contentsOfDirectory(atPath: root.path).sorted() {
      let folder = root.appending(path: name)
      let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
      var tables: [String: [UInt8]] = [:]
      for file in files where file.hasSuffix(".csv") {
        tables[file] = try Array(Data(contentsOf: folder.appending(path: file)))
      }
      if !tables.isEmpty { expectSame(tables, "\(name)") }
    }
  }

  @Test func `line ends within quotes, blank rows, CR LF and a table without any line end`() {
    let rows = many.map { $0.replacing("Škola", with: "\"Škola\n\n,x\" ") }
    for table in [many, rows, many.flatMap { [$0, "", "\r"] }, many.map { $0 + "\r" }] {
      expectSame(tables(table), "\(table[0])")
    }
    expectSame(
      tables(many.map { $0.replacing("Škola", with: "\"Ško\r\n\"\"la\"\"\n\"") }), "quotes")
    let returns = tables(many).mapValues { bytes in bytes.map { $0 == 0x0A ? 0x0D : $0 } }
    #expect(expectSame(returns, "CR").isEmpty)
  }

  @Test func `errors stand at their rows, however far the pieces before them reach`() throws {
    for place in stride(from: 0, to: many.count, by: 7) {
      var rows = many
      rows[place] = "org\(place) ,,AT,north,"
      #expect(!expectSame(tables(rows), "ragged").isEmpty)
      rows[place] = "org 1,,Nowhere,north,,"
      #expect(!expectSame(tables(rows), "wrong cells").isEmpty)
      rows[place] = "new,\"open,AL,,,"
      #expect(!expectSame(tables(rows), "an open quote").isEmpty)
    }
  }

  @Test func `an id that stands twice in two pieces is found beside its first row`() throws {
    for place in stride(from: 1, to: many.count, by: 7) {
      let found = expectSame(tables(many + [many[place]]), "twice")
      #expect(found.map(\.kind) == ["duplicate-id"])
      #expect(found.first?.expected.contains("row \(place + 6) has") == true)
    }
  }

  @Test func `of more findings than are listed, the first ones are`() throws {
    let notes = many.map { $0.replacing("AL", with: "Albania") }
    let errors = many.enumerated().map { $1.replacing("AL", with: $0 % 3 == 0 ? "Albania" : "??") }
    for limit in [0, 1, 5, 30] {
      let found = expectSame(tables(notes), limit: limit, "notes")
      #expect(found.last?.kind == "too-many-findings")
      expectSame(tables(errors), limit: limit, "errors")
    }
  }

  @Test func `tables that are mutated at random`() {
    var generator = SeededGenerator(seed: 77)
    for round in 0..<120 {
      var tables = tables(many)
      for name in tables.keys.sorted() where Int.random(in: 0..<4, using: &generator) == 0 {
        guard var bytes = tables[name], !bytes.isEmpty else { continue }
        let place = Int.random(in: bytes.indices, using: &generator)
        bytes[place] =
          [0x22, 0x2C, 0x0A, 0x0D, 0x20, 0x7C, 0xC5].randomElement(using: &generator) ?? 0
        tables[name] = bytes
      }
      expectSame(tables, "round \(round)")
    }
  }
}
