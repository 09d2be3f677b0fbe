import Foundation
import RoundFiles
import Testing

/// Bytes that no planner would write must give findings, never a trap or a hang.
@Suite struct ReaderFuzzTests {
  private static let pieces: [[UInt8]] =
    [
      [0], [0x22], [0x22, 0x22], [0x2C], [0x0A], [0x0D], [0x0D, 0x0A], [0x7C], [0x26], [0x3D],
      [0x2B], [0x2D], [0x27, 0x3D], [0xFF], [0xC3], [0xE2, 0x80, 0xAE], [0xEF, 0xBB, 0xBF], [0x20],
      [0x09], [0x3B], [0xFE, 0xFF], [0xFF, 0xFE], [0xC2, 0xA0], [0xE8], [0x9A], [0xE6, 0xF0],
    ]
    + [
      "9223372036854775808", "-9223372036854775808", "0000-00-00", "9999-12-31", "nan", "1e999",
      "application=a1|", "&&=|=", "yes", "SEV", "44713", "31.12.2021.", "1/2/2021", "1.234,5",
      "1 234", "C1/C2", "en:", "713", "sep=;\n", "*,DICT,*\n", "Datum rođenja", "Kosovo*", "da",
      "decimal_comma,yes\n", "\n\n\n,,,\n", "\"a;b;c\"\n", "Ђорђе",
    ].map { Array($0.utf8) }

  /// The good round as it is, with semicolons, in UTF-16, and in a code page.
  private static let variants: [[(name: String, bytes: [UInt8])]] = {
    let tables = GoodRound.tables.sorted { $0.key < $1.key }
    let plain = tables.map { ($0.key, Array($0.value.utf8)) }
    let semicolons = tables.map { ($0.key, Array($0.value.replacing(",", with: ";").utf8)) }
    let wide = tables.map { table in
      let units = table.value.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
      return (table.key, [0xFF, 0xFE] + units)
    }
    let central = tables.map { table in
      (table.key, table.value.utf8.map { $0 == 0x6C ? 0x9A : $0 } as [UInt8])
    }
    return [plain, plain, semicolons, wide, central]
  }()

  @Test func `thousands of tables are read and repaired without a trap`() {
    var generator = SeededGenerator(seed: 2024)
    var (wrong, sound) = (0, 0)
    for round in 0..<600 {
      // One reading covers all tables: up to thirteen mutated inputs at a time.
      let tables = Self.variants[round % Self.variants.count]
      let only = round % 3 == 0 ? Int.random(in: tables.indices, using: &generator) : nil
      var mutated: [String: [UInt8]] = [:]
      for (index, (name, original)) in tables.enumerated() {
        var bytes = original
        if index == only ?? index { mutate(&bytes, &generator) }
        mutated[name] = bytes
      }
      let repair = RoundRepair.repair(tables: mutated)
      switch repair.reading {
      case .round:
        sound += 1
        expectSound(repair, "round \(round)")
      case .findings(let findings):
        wrong += 1
        #expect(findings.contains { $0.severity == .error })
        #expect(findings.allSatisfy { !$0.message.contains("\n") })
      case .missing: Issue.record("tables in memory are there")
      }
    }
    #expect(wrong > 300)
    #expect(sound > 10)
  }

  /// A round that can be used stays one when its tables are written anew, and needs no repair then.
  private func expectSound(_ repair: RoundRepair.Result, _ round: Comment) {
    let copies = Dictionary(uniqueKeysWithValues: repair.files.map { ($0.name, $0.bytes) })
    let findings = FindingCase.findings(RoundReader.read(tables: copies))
    #expect(findings.allSatisfy { $0.severity == .note && $0.readAs == nil }, round)
  }

  private func mutate(_ bytes: inout [UInt8], _ generator: inout SeededGenerator) {
    guard !bytes.isEmpty else { return }
    let start = Int.random(in: 0..<bytes.count, using: &generator)
    let end = min(bytes.count, start + Int.random(in: 0...12, using: &generator))
    switch Int.random(in: 0..<5, using: &generator) {
    case 0: bytes[start] = UInt8.random(in: 0...255, using: &generator)
    case 1: bytes.removeSubrange(start..<end)
    case 2: bytes.insert(contentsOf: bytes[start..<end], at: start)
    case 3: bytes.removeSubrange(start...)
    default:
      let piece = Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &generator)]
      bytes.replaceSubrange(start..<end, with: piece)
    }
  }
}
