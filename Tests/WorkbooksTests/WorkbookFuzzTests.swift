import RoundFiles
import Testing
import TestSupport

@testable import Workbooks

/// Workbooks that no program would write must give faults or findings, never a trap or a hang.
@Suite struct WorkbookFuzzTests {
  private static let table = Table(
    columns: ["participant", "name", "birth_date", "points"],
    rows: (0..<20).map { ["p\($0)", "Đ=\($0)_x000D_", "2004-01-0\(1 + $0 % 9)", "\($0).5"] })

  private static func workbook() throws -> [UInt8] {
    try WorkbookBytes.write([
      Sheet(
        name: "data", table: table, kinds: ["birth_date": .date, "points": .decimal],
        entries: ["points": .decimal])
    ])
  }

  @Test func `three thousand workbooks with changed bytes are read without a trap`() throws {
    let original = try Self.workbook()
    var generator = SplitMix64(seed: 7)
    var refused = 0
    for _ in 0..<3_000 {
      var bytes = original
      for _ in 0..<generator.number(in: 1...4) { mutate(&bytes, &generator) }
      if fault(bytes) != nil { refused += 1 }
    }
    #expect(refused > 1500)
  }

  @Test func `three thousand workbooks with changed parts are read without a trap`() throws {
    let archive = try ZipArchive(try Self.workbook())
    let names = [
      "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml",
      "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml",
    ]
    var parts: [(String, [UInt8])] = []
    for name in names {
      var bytes: [UInt8] = []
      try archive.read(try #require(archive[name])) { piece throws(WorkbookFault) in
        bytes += piece
      }
      parts.append((name, bytes))
    }
    var generator = SplitMix64(seed: 8)
    var (refused, read) = (0, 0)
    for _ in 0..<3_000 {
      let changed = generator.number(in: 0...(parts.count - 1))
      var zip = ZipWriter()
      for (index, part) in parts.enumerated() {
        var bytes = part.1
        if index == changed { mutate(&bytes, &generator) }
        zip.add(part.0, bytes)
      }
      if fault(zip.finish()) == nil { read += 1 } else { refused += 1 }
    }
    #expect(refused > 300 && read > 300)
  }

  private static let pieces = [
    "", "\0", "<", ">", "&", "\"", "<c>", "</c>", "<v>", "<row r=\"5\">", " r=\"ZZZ9\"", "1e999",
    "-1", "99999999999999999999", "\u{FEFF}", "<!DOCTYPE a>", "<![CDATA[", "]]>", "&#0;",
    "&#x110000;", "<is><t>", "nan", "_xFFFF_", "_xD800_", " t=\"s\"", " t=\"d\"", " s=\"3\"",
  ]

  private func mutate(_ bytes: inout [UInt8], _ generator: inout SplitMix64) {
    guard !bytes.isEmpty else { return }
    let start = generator.number(in: 0...(bytes.count - 1))
    let end = min(bytes.count, start + generator.number(in: 0...12))
    switch generator.number(in: 0...4) {
    case 0: bytes[start] = UInt8(generator.number(in: 0...255))
    case 1: bytes.removeSubrange(start..<end)
    case 2: bytes.insert(contentsOf: bytes[start..<end], at: start)
    case 3: bytes.removeSubrange(start...)
    default:
      let piece = generator.pick(Self.pieces)
      bytes.replaceSubrange(start..<end, with: piece.utf8)
    }
  }
}
