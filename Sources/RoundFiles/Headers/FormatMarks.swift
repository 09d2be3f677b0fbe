/// What stands in the second row of import files of the Beneficiary Module, and of templates made after
/// them: a star or a word for a mandatory column, `DICT` for one with a list of values, or the form in
/// which values are written.
enum FormatMarks {
  /// Words in small letters: English; Bosnian, Croatian, Montenegrin and Serbian; Macedonian;
  /// Albanian; Italian.
  private static let marks: Set<String> = [
    "*", "dict", "mandatory", "optional", "required", "text", "string", "number", "numeric",
    "integer", "decimal", "decimals", "date", "yes/no", "y/n", "dd-mm-yyyy", "dd.mm.yyyy",
    "dd.mm.yyyy.", "dd/mm/yyyy", "yyyy-mm-dd", "0.00", "#", "email",
    "obavezno", "obvezno", "obavezan", "neobavezno", "neobvezno", "opcionalno", "opciono", "tekst",
    "broj", "datum", "da/ne", "dd.mm.gggg", "dd.mm.gggg.", "dd-mm-gggg", "dd/mm/gggg",
    "gggg-mm-dd", "обавезно", "необавезно", "опционо", "датум", "текст", "број", "да/не",
    "дд.мм.гггг", "дд.мм.гггг.", "дд-мм-гггг", "дд/мм/гггг", "гггг-мм-дд",
    "задолжително", "незадолжително", "опционално",
    "detyrueshme", "detyrueshëm", "opsionale", "opsional", "numër", "numri", "data", "po/jo",
    "dd.mm.vvvv", "dd-mm-vvvv", "dd/mm/vvvv",
    "obbligatorio", "obbligatoria", "facoltativo", "facoltativa", "testo", "numero", "sì/no",
    "gg/mm/aaaa", "gg.mm.aaaa", "gg-mm-aaaa", "aaaa-mm-gg",
  ]

  /// For mandatory and optional; they may also be ids or initials.
  private static let letters: Set<String> = ["m", "o", "м", "о"]

  /// Cells with nothing but letters that no row of a table has.
  private static let fewestLetters = 5

  /// Whether a row has nothing but such marks, and at least one.
  static func areMarks(_ cells: [String]) -> Bool {
    let filled = cells.filter { !$0.isEmpty }.map { $0.lowercased() }
    let others = filled.filter { !letters.contains($0) }
    return !filled.isEmpty && others.allSatisfy(isMark)
      && (!others.isEmpty || filled.count >= fewestLetters)
  }

  private static func isMark(_ cell: String) -> Bool {
    // A star may stand with a form: `* DD-MM-YYYY`.
    cell.split { $0 == " " || $0 == "," || $0 == "(" || $0 == ")" || $0 == "\n" }
      .allSatisfy { word in
        let word = word.filter { $0 != "*" }
        return word.isEmpty || marks.contains(String(word))
      }
  }
}
