/// When an INTERVET takes place, and the rules of that time.
enum IntervetEra {
  /// From 2021 to 2023, as it was.
  case project
  /// Four years later: from the autumn of 2025 on.
  case today

  var title: String {
    switch self {
    case .project: "INTERVET Western Balkans"
    case .today: "INTERVET Western Balkans under the rules of 2025"
    }
  }

  /// What the key of the lot begins with.
  var key: String {
    switch self {
    case .project: "intervet"
    case .today: "intervet-2025"
    }
  }

  /// Whole weeks, so that a Monday stays one.
  var daysLater: Int {
    switch self {
    case .project: 0
    case .today: 7 * 209
    }
  }

  /// A day of the project, moved to this time.
  func day(_ year: Int, _ month: Int, _ day: Int) -> CalendarDay {
    CalendarDay(year, month, day) + daysLater
  }

  /// Whether three months are spent on a visa of the host's country; without one the ninety days in
  /// half a year hold for them, too.
  var hasNationalVisa: Bool { self == .project }

  /// A long stay has ninety days at least, and one without a visa has ninety at most.
  var threeMonthDays: ClosedRange<Int> { hasNationalVisa ? 90...92 : 90...90 }

  /// Where people have been before.
  ///
  /// Croatia is in the Schengen area since 2023, Bulgaria and Romania
  /// since 2025, and days there have counted from then on.
  var stayCountries: [String] {
    switch self {
    case .project: ["IT", "DE", "AT", "SI", "GR", "DE", "IT", "CH"]
    case .today: ["IT", "DE", "AT", "HR", "GR", "HR", "BG", "RO"]
    }
  }

  /// Rows of rules.csv.
  var rules: [[String]] {
    let general = [
      [
        "lyon-august", "host=sepr&sector=0212|1012", "role=participant", day(2022, 8, 1).iso,
        day(2022, 8, 21).iso, "Companies of these fields in Lyon are closed",
      ],
      [
        "second-year", "stream=three-month", "school_year=2", "", "",
        "Three months are for those in their last years and for graduates",
      ],
    ]
    return self == .project ? [Self.kosovoInSpain] + general : general
  }

  private static let kosovoInSpain = [
    "kosovo-spain", "host_country=ES", "nationality=XK", "", "2023-12-31",
    "Spain did not accept passports issued by Kosovo before 1 January 2024",
  ]

  /// What is to be kept beside the limits of any time.
  var limits: [LimitRow] {
    guard !hasNationalVisa else { return [] }
    return [
      LimitRow(
        id: "ninety-days", place: "stream=one-month|three-month", each: "participant",
        measure: "days", max: 90,
        reason: "Nobody stays ninety days and another month within half a year")
    ]
  }
}
