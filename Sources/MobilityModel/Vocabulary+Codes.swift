extension Sector {
  /// Reads four digits (`0713`), or empty text as `.none`; `nil` for anything else.
  package init?(code text: some StringProtocol) {
    let bytes = text.utf8.prefix(5)
    if bytes.isEmpty {
      self = .none
      return
    }
    guard bytes.count == 4, let number = decimal(bytes) else { return nil }
    self.init(number: Int16(number))
  }

  /// Four digits, or empty for `.none`.
  package var code: String {
    if number < 0 { return "" }
    let digits = String(number)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// The closest match between this place sector and one of a person's; `nil` if there is none.
  package func match(with own: [Sector]) -> SectorMatch? {
    own.lazy.compactMap(match(with:)).min()
  }

  /// How closely two sectors agree: in 4, 3 or 2 leading digits, or `nil` in fewer.
  package func match(with other: Sector) -> SectorMatch? {
    if number < 0 || other.number < 0 { return nil }
    if number == other.number { return .exact }
    if number / 10 == other.number / 10 { return .narrow }
    return number / 100 == other.number / 100 ? .broad : nil
  }
}

extension Level {
  private static let codes = ["A1", "A2", "B1", "B2", "C1", "C2", "native"]

  /// Reads `A1` to `C2` or `native`, in exactly these letters.
  package init?(code text: some StringProtocol) {
    guard let place = Self.codes.firstIndex(where: { $0 == text }) else { return nil }
    self = Self.allCases[place]
  }

  package var code: String { Self.codes[Int(rawValue)] }
}

extension LanguageSkill {
  /// Reads `code:LEVEL`, the code being two or three lower-case letters.
  package init?(code text: some StringProtocol) {
    guard let colon = text.firstIndex(of: ":") else { return nil }
    let language = text[..<colon]
    guard (2...3).contains(language.utf8.count),
      language.utf8.allSatisfy({ (0x61...0x7A).contains($0) }),
      let level = Level(code: text[text.index(after: colon)...])
    else { return nil }
    self.init(code: String(language), level: level)
  }

  /// As tables write it: `en:B1`.
  package var text: String { code + ":" + level.code }
}
