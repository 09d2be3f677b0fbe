import MobilityModel
import Testing

@Suite struct DayTests {
  @Test func `every day of two cycles of years is the day after the one before`() {
    var number: Int32?
    for year in 1600...2400 {
      for month in 1...12 {
        for dayOfMonth in 1...31 {
          guard let day = Day(year: year, month: month, day: dayOfMonth) else { continue }
          #expect(number.map { day.number == $0 + 1 } ?? true)
          #expect(day.year == year && day.month == month && day.day == dayOfMonth)
          number = day.number
        }
      }
    }
    #expect(Day(year: 1970, month: 1, day: 1)?.number == 0)
    #expect(Day(year: 2000, month: 2, day: 29)?.number == 11_016)
  }

  @Test func `dates are written as they are read`() {
    for text in ["0001-01-01", "1900-02-28", "1969-12-31", "2024-02-29", "9999-12-31"] {
      #expect(Day(iso: text)?.iso == text)
    }
  }

  @Test func `text that is no date is refused`() {
    let wrong = [
      "", "2024-02-30", "2023-02-29", "1900-02-29", "2024-13-01", "2024-00-01", "2024-01-00",
      "2024-1-01", "24-01-01", "2024-01-011", "2024/01/01", "0000-01-01", "+024-01-01",
      "2024-01-0a", "２０２４-01-01", "2024-06-31",
    ]
    for text in wrong { #expect(Day(iso: text) == nil, "\(text)") }
  }

  @Test func `days far outside the calendar can still be written`() {
    #expect(Day(number: .max).iso == "5881580-07-11")
    #expect(Day(number: .min).iso == "-5877641-06-23")
  }
}
