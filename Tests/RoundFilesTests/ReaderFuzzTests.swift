import Foundation
import RoundFiles
import Testing

/// Bytes that no planner would write must give findings, never a trap or a hang.
@Suite struct ReaderFuzzTests {
  private static let pieces: [[UInt8]] = [
    [0], [0x22], [0x22, 0x22], [0x2C], [0x0A], [0x0D], [0x0D, 0x0A], [0x7C], [0x26], [0x3D],
    [0x2B], [0x2D], [0x27, 0x3D], [0xFF], [0xC3], [0xE2, 0x80, 0xAE], [0xEF, 0xBB, 0xBF], [0x20],
    [0x09], Array("9223372036854775808".utf8), Array("-9223372036854775808".utf8),
    Array("0000-00-00".utf8), Array("9999-12-31".utf8), Array("nan".utf8), Array("1e999".utf8),
    Array("application=a1|".utf8), Array("&&=|=".utf8), Array("yes".utf8), Array("SEV".utf8),
  ]

  @Test func `twenty thousand mutated tables are read without a trap`() {
    let tables = GoodRound.tables.map { ($0.key, Array($0.value.utf8)) }.sorted { $0.0 < $1.0 }
    var generator = SeededGenerator(seed: 2024)
    var count = 0
    for _ in 0..<2000 {
      // One reading covers all tables: thirteen mutated inputs at a time.
      var mutated: [String: [UInt8]] = [:]
      for (name, original) in tables {
        var bytes = original
        for _ in 0..<Int.random(in: 0...2, using: &generator) { mutate(&bytes, &generator) }
        mutated[name] = bytes
      }
      switch RoundReader.read(tables: mutated) {
      case .round: continue
      case .findings(let findings):
        count += 1
        #expect(findings.contains { $0.severity == .error })
        #expect(findings.allSatisfy { !$0.message.contains("\n") })
      case .missing: Issue.record("tables in memory are there")
      }
    }
    #expect(count > 1000)
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
