import MobilityModel

/// Languages with levels as people write them by habit.
enum LanguageForms {
  static let expected = "a language and a level, as en:B1"
  static let expectedLevel = "a level: A1, A2, B1, B2, C1, C2 or native"
  static let expectedCode = "a code of ISO 639-1, or of 639-3 where there is none"

  /// The skill of a text in another form: `en:b2`, `EN-B2`, `English B2`, `engleski jezik (B1+)`.
  static func skill(_ text: String) -> LanguageSkill? {
    guard text.utf8.count <= 80 else { return nil }
    var words = text.split { " :=()_".contains($0) }.map(String.init)
    if words.count == 1 {
      words = words[0].split(maxSplits: 1) { $0 == "-" || $0 == "/" }.map(String.init)
    }
    for count in words.indices.dropFirst() {
      let language = words[..<count].joined(separator: " ")
      let level = words[count...].joined(separator: " ")
      if let code = LanguageCodes.likelyCode(language), let level = LevelForms.level(level) {
        return LanguageSkill(code: code, level: level)
      }
    }
    return nil
  }
}
