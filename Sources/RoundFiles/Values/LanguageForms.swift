import MobilityModel

/// Languages with levels as tables write them, and as people write them by habit.
enum LanguageForms {
  static let expectedLevel = "a level: A1, A2, B1, B2, C1, C2 or native"

  /// The skill that was probably meant: `en:b2`, `EN-B2`, `English B2`, `en:B1+`.
  static func likely(_ text: String) -> String? {
    let parts = text.split { ":-/ _=".contains($0) }.map(String.init)
    guard parts.count == 2, text.utf8.count <= 64, let code = LanguageCodes.likelyCode(parts[0]),
      let level = likelyLevel(parts[1])
    else { return nil }
    return code + ":" + level
  }

  private static func likelyLevel(_ text: String) -> String? {
    let word = text.hasSuffix("+") ? String(text.dropLast()) : text
    if let level = Level(code: word.uppercased()) { return level.code }
    let native = ["native", "mother", "mothertongue", "maternji", "l1"]
    return native.contains(word.lowercased()) ? "native" : nil
  }
}

enum SectorForms {
  /// Four digits, where a spreadsheet has eaten leading zeros or added an empty decimal.
  static func likely(_ text: String) -> String? {
    let whole = text.split(separator: ".", omittingEmptySubsequences: false)
    if whole.count == 2, whole[1].allSatisfy({ $0 == "0" }) { return padded(whole[0]) }
    return padded(text.filter { $0 != " " }[...])
  }

  private static func padded(_ digits: Substring) -> String? {
    guard (3...4).contains(digits.utf8.count), digits.utf8.allSatisfy(ASCII.isDigit) else {
      return nil
    }
    return String(repeating: "0", count: 4 - digits.utf8.count) + digits
  }
}
