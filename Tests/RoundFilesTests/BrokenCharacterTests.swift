import MobilityModel
import RoundFiles
import Testing

/// Characters that are broken, or that another program has lost.
@Suite struct BrokenCharacterTests {
  private let file = "organisations.csv"

  private func findings(_ bytes: [UInt8], encoding: TextEncoding? = nil) -> [Finding] {
    var tables = GoodRound.tables.mapValues { Array($0.utf8) }
    tables[file] = bytes
    return FindingCase.findings(
      RoundReader.read(tables: tables, options: ReadingOptions(encoding: encoding)))
  }

  private func table(_ name: String) -> String {
    (GoodRound.tables[file] ?? "").replacing("Sevilla hub", with: name)
  }

  /// A text in UTF-16 with a mark, in which units stand for `~`.
  private func wide(_ text: String, _ units: [UInt16] = [], isBig: Bool = false) -> [UInt8] {
    var result: [UInt8] = []
    for unit in [0xFEFF] + Array(text.utf16) {
      for half in unit == 0x7E ? units : [unit] {
        let (high, low) = (UInt8(half >> 8), UInt8(half & 255))
        result += isBig ? [high, low] : [low, high]
      }
    }
    return result
  }

  @Test func `half a character of UTF-16 is an error where it stands`() {
    for isBig in [false, true] {
      for units: [UInt16] in [[0xD83D], [0xDE00], [0xDE00, 0xD83D], [0xD83D, 0xD83D, 0xDE00]] {
        let found = findings(wide(table("Sevil~a"), units, isBig: isBig))
        let errors = found.filter { $0.severity == .error }
        #expect(errors.map(\.kind) == [FindingKind.notUTF8.rawValue], "\(units)")
        #expect(errors.first?.row == 4 && errors.first?.column == "name")
        #expect(errors.first?.expected == "text in UTF-16, every character whole")
      }
    }
    let whole = findings(wide(table("Sevil~a"), [0xD83D, 0xDE00]))
    #expect(whole.map(\.kind) == [FindingKind.readEncoding.rawValue])
  }

  @Test func `an odd last byte of UTF-16 is an error`() {
    let text = table("Sevilla").split(separator: "\n").joined(separator: "\n")
    let found = findings(wide(text) + [0x41]).filter { $0.severity == .error }
    #expect(found.map(\.kind) == [FindingKind.notUTF8.rawValue])
    #expect(found.first?.row == 5 && found.first?.column == "longitude")
  }

  @Test func `a byte that a named code page leaves open is an error`() {
    let bytes = Array(table("Sevil~a").utf8).map { $0 == 0x7E ? 0x81 : $0 }
    let found = findings(bytes, encoding: .windows1250).filter { $0.severity == .error }
    #expect(
      found == [
        cell(
          .notUTF8, file, 4, "name", "Sevil\u{FFFD}a",
          "text in windows-1250, which has no such character")
      ])
  }

  @Test func `a character that was lost before gets a note, in cells and in names of columns`() {
    let expected = "the character that a program has lost before"
    let name = note(.lostCharacter, file, 4, "name", "Sevil\u{FFFD}a", expected)
    #expect(findings(Array(table("Sevil\u{FFFD}a").utf8)) == [name])
    #expect(findings(Array(("\u{FEFF}" + table("Sevil\u{FFFD}a")).utf8)) == [name])
    #expect(findings(Array(("\u{FEFF}" + table("Sevil\u{FF0D}a")).utf8)) == [])
    let header = table("Sevilla").replacing("city", with: "ci\u{FFFD}ty")
    let found = findings(Array(header.utf8)).filter {
      $0.kind == FindingKind.lostCharacter.rawValue
    }
    #expect(found == [note(.lostCharacter, file, 1, "city", "ci\u{FFFD}ty", expected)])
  }

  @Test func `a lost character is found wherever a large table is cut`() {
    var rows = GoodRound.tables["organisations.csv"] ?? ""
    for number in 1...500 { rows += "\no\(number),\(number == 333 ? "\u{FFFD}" : "name"),AL,,," }
    var options = ReadingOptions()
    (options.threads, options.pieceBytes) = (3, 500)
    var tables = GoodRound.tables
    tables[file] = rows
    let reading = RoundReader.read(tables: tables.mapValues { Array($0.utf8) }, options: options)
    #expect(FindingCase.findings(reading).map(\.row) == [338])
  }
}
