import MobilityModel
import RoundFiles
import Testing

/// Which code page short texts are in, by what the other tables of a round show.
@Suite struct CodePageTests {
  private let central: [Character: UInt8] = [
    "Đ": 0xD0, "đ": 0xF0, "ć": 0xE6, "č": 0xE8, "š": 0x9A, "ž": 0x9E, "Ž": 0x8E, "Š": 0x8A,
    "Č": 0xC8, "Ć": 0xC6, "è": 0xE8,
  ]
  private let cyrillic: [Character: UInt8] = [
    "С": 0xD1, "к": 0xEA, "о": 0xEE, "п": 0xEF, "ј": 0xBC, "е": 0xE5, "Ж": 0xC6, "И": 0xC8,
    "л": 0xEB, "и": 0xE8,
  ]

  private func read(
    author: String, _ own: [Character: UInt8], name: String, _ others: [Character: UInt8]
  ) -> (authors: [String], findings: [Finding]) {
    var tables = GoodRound.tables.mapValues { Array($0.utf8) }
    tables["locks.csv"] = bytes(
      (GoodRound.tables["locks.csv"] ?? "").replacing("Mira", with: author), own)
    tables["organisations.csv"] = bytes(
      (GoodRound.tables["organisations.csv"] ?? "").replacing("Don Bosko", with: name), others)
    switch RoundReader.read(tables: tables) {
    case .round(let round, let notes): return (round.locks.map(\.author), notes)
    case .findings(let findings): return ([], findings)
    case .missing: return ([], [])
    }
  }

  private func bytes(_ text: String, _ letters: [Character: UInt8]) -> [UInt8] {
    text.flatMap { letters[$0].map { [$0] } ?? Array($0.utf8) }
  }

  @Test func `a table of initials is in the code page that other tables show`() {
    for author in ["ŽŠ", "Š", "ČĆ", "Ž.Š."] {
      let (authors, found) = read(author: author, central, name: "Đorđe Popović", central)
      #expect(authors == [author, author])
      #expect(found.map(\.value) == ["windows-1250", "windows-1250"], "\(author)")
    }
    for author in ["ЖИ", "Ж", "или"] {
      let (authors, found) = read(author: author, cyrillic, name: "Скопје", cyrillic)
      #expect(authors == [author, author])
      #expect(found.map(\.value) == ["windows-1251", "windows-1251"], "\(author)")
    }
  }

  @Test func `without other tables that show it short text is an error, not a guess`() {
    for author in ["ŽŠ", "Š", "ČĆ"] {
      let (_, found) = read(author: author, central, name: "Don Bosko", [:])
      #expect(
        Set(found.filter { $0.severity == .error }.map(\.kind)) == [FindingKind.notUTF8.rawValue])
    }
  }

  @Test func `other tables tell the script, but not the centre of Europe from its west`() {
    #expect(read(author: "ŽŠ", central, name: "Škola", central).authors == ["ŽŠ", "ŽŠ"])
    let west = read(author: "Caffè", central, name: "Đorđe Popović", central)
    #expect(west.findings.contains { $0.kind == FindingKind.notUTF8.rawValue })
  }

  @Test func `tables in both scripts tell nothing of a third one`() {
    var tables = GoodRound.tables.mapValues { Array($0.utf8) }
    for (file, old, new, letters) in [
      ("locks.csv", "Mira", "ŽŠ", central), ("organisations.csv", "Don Bosko", "Đorđe", central),
      ("participants.csv", "Arta", "Скопје", cyrillic),
    ] { tables[file] = bytes((GoodRound.tables[file] ?? "").replacing(old, with: new), letters) }
    let found = FindingCase.findings(RoundReader.read(tables: tables))
    #expect(
      Set(found.filter { $0.severity == .error }.map(\.file)) == ["locks.csv"])
  }

  @Test func `a table that tells itself is not asked for others`() {
    let (authors, found) = read(author: "Šćepan", central, name: "Скопје", cyrillic)
    #expect(authors == ["Šćepan", "Šćepan"])
    #expect(Set(found.map(\.value)) == ["windows-1250", "windows-1251"])
  }

  @Test func `initials beside one Latin word are Latin, however many there are`() {
    let author = "ŽŠ ČĆ ŽĆ kuća"
    #expect(read(author: author, central, name: "Don Bosko", [:]).authors == [author, author])
  }

  @Test func `a repaired copy has the same letters`() throws {
    var tables = GoodRound.tables.mapValues { Array($0.utf8) }
    tables["locks.csv"] = bytes(
      (GoodRound.tables["locks.csv"] ?? "").replacing("Mira", with: "ŽŠ"), central)
    tables["participants.csv"] = bytes(
      (GoodRound.tables["participants.csv"] ?? "").replacing("Arta", with: "Đorđe"), central)
    let repaired = RoundRepair.repair(tables: tables)
    let locks = try #require(repaired.files.first { $0.name == "locks.csv" })
    #expect(String(decoding: locks.bytes, as: UTF8.self).contains("ŽŠ"))
    #expect(repaired.untouched == [])
  }
}
