import MobilityModel

/// Where days stand on a drawing, with the months written above.
struct DayAxis {
  let days: Interval
  let left: Double
  let right: Double
  let language: Language

  /// The left edge of a day.
  func x(_ day: Day) -> Double { left + Double(day.number - days.start.number) * step }

  /// The width of a stretch of days.
  func width(_ days: Interval) -> Double { Double(days.days) * step }

  private var step: Double { (right - left) / Double(max(1, days.days)) }

  /// First days of months, every so many that their names have room.
  private var months: [Day] {
    var (year, month) = (days.start.year, days.start.month)
    var found: [Day] = []
    while let day = Day(year: year, month: month, day: 1), day <= days.end {
      if day >= days.start { found.append(day) }
      (year, month) = month == 12 ? (year + 1, 1) : (year, month + 1)
    }
    let most = Int((right - left) / 44)
    let every = max(1, (found.count + most - 1) / max(1, most))
    return found.enumerated().filter { $0.offset % every == 0 }.map(\.element)
  }

  /// Lines down to `bottom` and names of months and years above `top`.
  func drawn(top: Double, bottom: Double) -> Markup {
    .several(
      months.enumerated().map { place, day in
        let x = x(day)
        let isNamed = place == 0 || day.month == 1
        let name = language.months[day.month - 1]
        return .several([
          Drawing.line(day.month == 1 ? "year" : "month", x, top, x, bottom),
          Drawing.label("tick", x + 3, top - 5, name),
          isNamed ? Drawing.label("tick year-name", x + 3, top - 19, String(day.year)) : .nothing,
        ])
      })
  }
}
