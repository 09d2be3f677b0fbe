import MobilityModel

/// Levels of a language as people write them.
enum LevelForms {
  /// The level of a text in another form; the lower one where it names two.
  ///
  /// `b2`, `B1+` (which is above B1 and not yet B2), `C1/C2`, `maternji jezik`.
  static func level(_ text: String) -> Level? {
    if words.contains(FoldedText.key(text)) { return .native }
    let parts = text.split { $0 == "/" || $0 == "-" || $0 == "–" }
    let levels = parts.compactMap { part -> Level? in
      var word = part.filter { $0 != " " }
      if word.hasSuffix("+") { word.removeLast() }
      return Level(code: word.uppercased())
    }
    guard !levels.isEmpty, levels.count == parts.count, parts.count <= 2 else { return nil }
    return levels.min { $0.rawValue < $1.rawValue }
  }

  private static let words = Set(
    """
    native, native speaker, native language, mother tongue, mothertongue, L1, \
    maternji, maternji jezik, materinji, materinski, мајчин, мајчин јазик, матерњи, \
    amtare, gjuhë amtare, gjuha amtare, nënë, gjuha e nënës, madrelingua, lingua madre
    """.split(separator: ",").map { FoldedText.key(String($0)) })
}
