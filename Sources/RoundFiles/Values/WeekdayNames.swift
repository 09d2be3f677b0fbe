import MobilityModel

/// Names of the days of the week in English, Bosnian, Croatian, Montenegrin and Serbian (one spelling
/// stands for both scripts), Macedonian, Albanian and Italian, also as they are shortened.
///
/// Short names that are a month's as well are left out: `mar` is March more often than a Tuesday.
enum WeekdayNames {
  /// The weekday with which a text starts, from 0 for Monday, and the text after it; `nil` where none
  /// does, or nothing follows.
  static func leading(_ text: String) -> (weekday: Int, rest: String)? {
    // Before a number, before a comma, or one word: `e hënë 5.6.2022`, `e hënë, June 5`, `Mon June 5`.
    let ends = [
      text.firstIndex(where: \.isNumber), text.firstIndex(of: ","),
      text.firstIndex { $0 == " " || $0 == "\u{A0}" },
    ]
    for case let end? in ends where end > text.startIndex {
      if let number = numbers[FoldedText.key(String(text[..<end]))].flatMap({ Int($0) }) {
        let rest = text[end...].drop { ", \u{A0}".contains($0) }
        return rest.isEmpty ? nil : (number, String(rest))
      }
    }
    return nil
  }

  /// The weekday of a day, from 0 for Monday.
  static func weekday(_ day: Day) -> Int {
    // Day 0 is a Thursday.
    let number = (Int(day.number) + 3) % 7
    return number < 0 ? number + 7 : number
  }

  static func english(_ day: Day) -> String {
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"][weekday(day)]
  }

  /// Number by folded name.
  private static let numbers = NameList.codes(names)

  private static let names = """
    0 Monday, Mon, ponedjeljak, ponedeljak, понеделник, pon, hënë, e hënë, hën, lunedì, lun
    1 Tuesday, Tue, Tues, utorak, uto, вторник, вто, martë, e martë, martedì
    2 Wednesday, Wed, srijeda, srijedu, sreda, sredu, sri, sre, mërkurë, e mërkurë, mër, mercoledì, mer
    3 Thursday, Thu, Thur, Thurs, četvrtak, čet, четврток, enjte, e enjte, enj, giovedì, gio
    4 Friday, Fri, petak, pet, петок, premte, e premte, pre, venerdì, ven
    5 Saturday, Sat, subota, subotu, sub, сабота, саб, shtunë, e shtunë, sabato, sab
    6 Sunday, Sun, nedjelja, nedjelju, nedelja, nedelju, ned, недела, diel, e diel, die, domenica, dom
    """
}

extension DateForms.Reading {
  /// The reading of a date beside which a weekday stands, which may tell one day from another.
  func on(_ weekday: Int) -> Self {
    switch self {
    case .day(let day): WeekdayNames.weekday(day) == weekday ? self : .otherWeekday(day)
    case .ambiguous(let day, let other):
      switch (WeekdayNames.weekday(day) == weekday, WeekdayNames.weekday(other) == weekday) {
      case (true, false): .day(day)
      case (false, true): .day(other)
      default: self
      }
    case .shortYear, .otherWeekday, .bad: self
    }
  }
}
