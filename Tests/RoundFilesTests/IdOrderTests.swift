import MobilityModel
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

  /// The ids in so many parts that lie apart from each other, turned by some.
  private func cut(into parts: Int, turned: Int) -> [String] {
    let size = (Self.ids.count + parts - 1) / parts
    let cuts = (0..<parts).map { Self.ids[min($0 * size, 60)..<min($0 * size + size, 60)] }
    return (0..<parts).flatMap { cuts[(parts - 1 - $0 + turned) % parts] }
  }

  @Test(arguments: [1 << 20, 40])
  func `parts of ids come into order, however they stand`(pieceBytes: Int) throws {
    var options = ReadingOptions()
    (options.threads, options.pieceBytes) = (2, pieceBytes)
    for parts in 1...12 {
      for turned in 0..<parts {
        let ids = cut(into: parts, turned: turned)
        #expect(ids.sorted() == Self.ids)
        let reading = RoundReader.read(tables: tables(ids, twins: ids), options: options)
        guard case .round(let round, _) = reading else {
          Issue.record("\(parts) parts turned by \(turned): \(reading.findings)")
          continue
        }
        let places = round.organisations.map(\.id)
        #expect(places == places.sorted() && places.count >= 60)
        #expect(Set(round.twins.map { places[$0.organisation] }).isSuperset(of: ids))
      }
    }
  }
}
