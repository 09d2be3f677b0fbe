import MobilityModel

/// Dates with the month in words: `5 June 2022`, `5. lipnja 2022.`, `June 5, 2022`, `2022-Jun-05`.
extension DateForms {
  /// The day of a date with the name of a month; `nil` where there is none.
  static func namedReading(_ text: String) -> Reading? {
    var parts = text.split { " .,-/\u{A0}".contains($0) }
    // What is folded away could be a doubt: `5 June? 2022`.
    guard parts.count == 3, !text.contains("?"), parts.allSatisfy(isWord),
      let place = parts.firstIndex(where: { MonthNames.month(String($0)) != nil }),
      let month = MonthNames.month(String(parts.remove(at: place)))
    else { return nil }
    return reading(month: month, parts[0], parts[1])
  }

  /// The text without a word for "year" at its end, as in `31.12.2021 g.`.
  static func withoutYearWord(_ text: String) -> String {
    let end = text.lastIndex { !"., \u{A0}".contains($0) } ?? text.startIndex
    let head = text[...end]
    let start = head.lastIndex { !$0.isLetter }.map { head.index(after: $0) } ?? head.startIndex
    guard yearWords.contains(FoldedText.key(String(head[start...]))) else { return text }
    return String(head[..<start]).trimmed()
  }

  /// Words for "year" after the number, as in `5. juna 2022. godine`, folded.
  private static let yearWords: Set = ["g", "god", "godine", "godina", "viti"]

  private static func isWord(_ part: Substring) -> Bool {
    part.allSatisfy { $0.isLetter || $0.isNumber || $0 == "°" }
  }

  /// The day of a month and the two numbers that stand with it, one of them the year.
  private static func reading(month: Int, _ first: Substring, _ second: Substring) -> Reading {
    if let year = fourDigits(first), let day = dayOfMonth(second) {
      return yearFirst(year, month, day)
    }
    guard let day = dayOfMonth(first) else { return .bad(maybe: nil) }
    if let year = fourDigits(second) { return yearFirst(year, month, day) }
    guard let year = likelyYear(second) else { return .bad(maybe: nil) }
    return .shortYear(maybe: Day(year: year, month: month, day: day))
  }

  private static func fourDigits(_ text: Substring) -> Int? {
    text.utf8.count == 4 && text.utf8.allSatisfy(ASCII.isDigit) ? Int(text) : nil
  }

  /// `5`, `05`, `5th`, `1º`.
  private static func dayOfMonth(_ text: Substring) -> Int? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let ending = text[digits.endIndex...].lowercased()
    guard digits.utf8.count <= 2, ["", "st", "nd", "rd", "th", "º", "°"].contains(ending) else {
      return nil
    }
    return Int(digits)
  }
}
