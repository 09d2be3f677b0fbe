import MobilityModel
import RoundFiles
import Testing

/// Tables in the encodings in which spreadsheets of the region save them.
@Suite struct TextEncodingTests {
  private static let upper = Array(0x80...0xFF as ClosedRange<UInt8>)

  /// The bytes of a text in a code page of which the tests know a few letters.
  private func bytes(_ text: String, _ letters: [Character: UInt8]) -> [UInt8] {
    text.flatMap { letters[$0].map { [$0] } ?? Array($0.utf8) }
  }

  private let central: [Character: UInt8] = [
    "Đ": 0xD0, "đ": 0xF0, "ć": 0xE6, "č": 0xE8, "š": 0x9A, "ž": 0x9E, "ë": 0xEB, "ç": 0xE7,
    "Š": 0x8A, "è": 0xE8,
  ]
  private let cyrillic: [Character: UInt8] = [
    "Ђ": 0x80, "о": 0xEE, "р": 0xF0, "ђ": 0x90, "е": 0xE5, "А": 0xC0, "н": 0xED, "а": 0xE0,
    "Ј": 0xA3, "ј": 0xBC, "ѓ": 0x83, "Ѓ": 0x81, "и": 0xE8, "С": 0xD1, "к": 0xEA, "п": 0xEF,
    "љ": 0x9A, "џ": 0x9F,
  ]

  private func names(_ bytes: [UInt8], options: ReadingOptions = ReadingOptions()) -> (
    [String], [Finding]
  ) {
    var tables = GoodRound.tables.mapValues { Array($0.utf8) }
    tables["organisations.csv"] = bytes
    switch RoundReader.read(tables: tables, options: options) {
    case .round(let round, let notes): return (round.organisations.map(\.name), notes)
    case .findings(let findings): return ([], findings)
    case .missing: return ([], [])
    }
  }

  private func table(_ name: String) throws -> String {
    try #require(GoodRound.tables["organisations.csv"]).replacing("Don Bosko", with: name)
  }

  private func note(_ encoding: String, _ words: String) -> Finding {
    reading(
      .readEncoding, "organisations.csv", nil, nil, encoding,
      "text in UTF-8; read as \(encoding), as in \(words): see whether names are right")
  }

  @Test func `windows-1250 is recognised and said, and no letter is lost`() throws {
    for name in ["Škola Đorđe Popović", "Shkëlqim Çela".replacing("Ç", with: "ç"), "Ivaniš"] {
      let (names, found) = names(bytes(try table(name), central))
      #expect(names.contains(name))
      let words = name.split(separator: " ").filter { !$0.utf8.allSatisfy { $0 < 0x80 } }
      #expect(found == [note("windows-1250", words.joined(separator: ", "))])
    }
  }

  @Test func `windows-1251 is recognised and said, and no letter is lost`() throws {
    for name in ["Ђорђе", "Ана Ѓорѓи", "Скопје"] {
      let (names, found) = names(bytes(try table(name), cyrillic))
      #expect(names.contains(name))
      #expect(
        found == [note("windows-1251", name.split(separator: " ").joined(separator: ", "))])
    }
  }

  @Test func `a letter that could be of the west or the centre of Europe is not guessed`() throws {
    let text = bytes(try table("Scuola Caffè"), central)
    let found = names(text).1
    #expect(found.map(\.kind) == [FindingKind.notUTF8.rawValue])
    let west = names(text, options: ReadingOptions(encoding: .windows1252))
    #expect(west.0.contains("Scuola Caffè"))
    #expect(west.1 == [note("windows-1252", "Caffè")])
    #expect(names(text, options: ReadingOptions(encoding: .windows1250)).0.contains("Scuola Caffč"))
  }

  @Test func `UTF-16 is read in both orders, with and without a mark`() throws {
    let text = try table("Ђорђе 😀")
    for isBig in [false, true] {
      let pairs = text.utf16.flatMap { unit in
        isBig ? [UInt8(unit >> 8), UInt8(unit & 255)] : [UInt8(unit & 255), UInt8(unit >> 8)]
      }
      for mark in [isBig ? [0xFE, 0xFF] : [0xFF, 0xFE], [UInt8]()] {
        let (names, found) = names(mark + pairs)
        #expect(names.contains("Ђорђе 😀"))
        #expect(found.map(\.value) == [isBig ? "utf-16be" : "utf-16le"])
      }
    }
  }

  @Test func `every byte of a code page is a character of its own or said to be none`() {
    let sizes = [TextEncoding.windows1250: 123, .windows1251: 127, .windows1252: 123]
    for (encoding, size) in sizes {
      let scalars = String(decoding: encoding.decoded(Self.upper), as: UTF8.self).unicodeScalars
      #expect(scalars.count == 128, "\(encoding)")
      #expect(Set(scalars.filter { $0 != "\u{FFFD}" }).count == size, "\(encoding)")
    }
  }
}
