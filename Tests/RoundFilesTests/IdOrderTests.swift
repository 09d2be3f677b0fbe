import RoundFiles
import Testing

/// Ids are found, and found twice, in whatever order a table has them.
@Suite struct IdOrderTests {
  private let twins = "twins.csv"
  private let organisations = "organisations.csv"

  /// Ids of one to twelve letters, some of which start alike beyond the first eight.
  private static let ids: [String] = (0..<60).map { number in
    let word = String(repeating: "abcdefgh", count: number % 3)
    return "\(word.prefix(number % 11))x\(number)"
  }.sorted()

  /// The ids in so many parts, each of which rises and starts below the end of the one before.
  private func dealt(into parts: Int) -> [String] {
    (0..<parts).flatMap { part in
      stride(from: part, to: Self.ids.count, by: parts).map { Self.ids[$0] }
    }
  }

  private func tables(_ ids: [String], twins: [String]) -> [String: [UInt8]] {
    var tables = GoodRound.tables
    tables[organisations, default: ""] += ids.map { "\n\($0),,AL,,," }.joined()
    tables[self.twins] = "organisation,host\n" + twins.map { "\($0),SEV\n" }.joined()
    return tables.mapValues { Array($0.utf8) }
  }

  @Test func `ids in any number of rising parts are found in any order`() throws {
    for parts in 1...12 {
      let ids = dealt(into: parts)
      for asked in [ids, Self.ids, Array(Self.ids.reversed())] {
        let found = FindingCase.findings(
          RoundReader.read(tables: tables(ids, twins: asked + ["abcdefghx"])))
        #expect(
          found.map { [$0.kind, $0.value] } == [["unknown-id", "abcdefghx"]], "\(parts) parts")
      }
    }
  }

  @Test func `an id that stands twice is found beside its first row`() throws {
    for parts in 1...12 {
      let ids = dealt(into: parts)
      for place in stride(from: 0, to: ids.count, by: 7) {
        let found = FindingCase.findings(
          RoundReader.read(tables: tables(ids + [ids[place]], twins: [])))
        // The rows of the good round stand above.
        #expect(
          found.map { [$0.kind, $0.value] } == [["duplicate-id", ids[place]]], "\(parts) parts")
        #expect(found.first?.expected.contains("row \(place + 6) has") == true)
      }
    }
  }
}
