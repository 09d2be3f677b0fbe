/// The states whose days count for the 90-days-in-180 rule, and since when.
enum SchengenArea {
  private static let since: [String: Day] = {
    let always = Day(number: .min)
    let old = [
      "AT", "BE", "CH", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HU", "IS", "IT", "LI",
      "LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "SE", "SI", "SK",
    ]
    var first = Dictionary(uniqueKeysWithValues: old.map { ($0, always) })
    first["HR"] = Day(year: 2023, month: 1, day: 1)
    first["BG"] = Day(year: 2025, month: 1, day: 1)
    first["RO"] = Day(year: 2025, month: 1, day: 1)
    return first
  }()

  /// The days of an interval that count when they are spent in a country.
  ///
  /// `nil` if the country is not in the area; an empty interval, its end before its start, where
  /// all days lie before the country joined.
  static func counted(_ dates: Interval, in country: String) -> Interval? {
    guard let joined = since[country] else { return nil }
    return Interval(start: max(dates.start, joined), end: dates.end)
  }
}
