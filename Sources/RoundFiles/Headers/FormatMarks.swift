/// What stands in the second row of import files of the Beneficiary Module: a star for a mandatory
/// column, `DICT` for one with a list of values, or the form in which values are written.
enum FormatMarks {
  private static let marks: Set<String> = [
    "*", "dict", "mandatory", "optional", "required", "text", "string", "number", "numeric",
    "integer", "decimal", "decimals", "date", "yes/no", "y/n", "dd-mm-yyyy", "dd.mm.yyyy",
    "dd/mm/yyyy", "yyyy-mm-dd", "0.00", "#", "email",
  ]

  /// Whether a row has nothing but such marks, and at least one.
  static func areMarks(_ cells: [String]) -> Bool {
    let filled = cells.filter { !$0.isEmpty }
    return !filled.isEmpty
      && filled.allSatisfy { cell in
        // A star may stand with a form: `* DD-MM-YYYY`.
        cell.lowercased().split { $0 == " " || $0 == "," || $0 == "(" || $0 == ")" || $0 == "\n" }
          .allSatisfy { word in
            let word = word.filter { $0 != "*" }
            return word.isEmpty || marks.contains(String(word))
          }
      }
  }
}
