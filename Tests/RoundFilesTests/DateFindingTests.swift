import RoundFiles
import Testing

@Suite struct DateFindingTests {
  private let date = "a date as YYYY-MM-DD"
  private let applications = "applications.csv"
  private let participants = "participants.csv"

  @Test func `a date in another form is read where it can mean one day only`() throws {
    let forms = [
      "2022-6-1": "2022-06-01", "01.06.2022": "2022-06-01", "31.5.2022.": "2022-05-31",
      "31. 5. 2022.": "2022-05-31", "1-6-2022": "2022-06-01", "2022/06/01": "2022-06-01",
      "06/30/2022": "2022-06-30", "30/06/2022": "2022-06-30", "06/06/2022": "2022-06-06",
      "44713": "2022-06-01", "44713.0": "2022-06-01", "2022-06-01 00:00:00": "2022-06-01",
      "2022-06-01T00:00:00Z": "2022-06-01", "1.6.2022 0:00": "2022-06-01",
      "31.5.2022 g.": "2022-05-31", "31. 5. 2022. godine": "2022-05-31",
      "31.5.2022г.": "2022-05-31", "31.05.2022. год.": "2022-05-31",
      "1. juna 2022. g.": "2022-06-01",
    ]
    try FindingCase.check(
      forms.map { value, day in
        FindingCase(
          applications, "2022-07-31", value,
          reading(.readDate, applications, 2, "available_until", value, date, as: day))
      })
  }

  @Test func `a date that is none, or could be two, is found with what may be meant`() throws {
    let likely = [
      "2022-02-30": "2022-02-28", "2022-13-01": "2022-01-13", "12.31.2022": "2022-12-31",
      "31. lipnja 2022.": "2022-06-30",
    ]
    let unlikely = [
      "June 2022", "2022-00-10", "20220601", "x", "1.6.222", "1.6-2022", "2022-06-01 09:30", "4471",
      "99999", "2022", "1..2022", "1 Juno 2022", "1 June? 2022", "1x June 2022", "June 2022 June",
      "June July 2022",
      "1 June", "1 June 222", "111 June 2022", "1 June 2022 - 2 June 2022", "2 May or 1 June 2022",
    ]
    let cases = likely.map { ($0.key, Optional($0.value)) } + unlikely.map { ($0, nil) }
    try FindingCase.check(
      cases.map { value, maybe in
        FindingCase(
          applications, "2022-07-31", value,
          cell(.badDate, applications, 2, "available_until", value, date, maybe: maybe))
      } + [
        FindingCase(
          applications, "2022-07-31", "05/06/2022",
          cell(
            .ambiguousDate, applications, 2, "available_until", "05/06/2022",
            date + ": it may be 2022-06-05 or 2022-05-06"))
      ])
  }

  @Test func `a weekday before a date is passed over, and tells one day from another`() throws {
    let forms = [
      "petak, 31.12.2021": "2021-12-31", "Fri 31.12.2021": "2021-12-31",
      "Friday, 31/12/2021": "2021-12-31", "Петак 31.12.2021. године": "2021-12-31",
      "e premte 31.12.2021": "2021-12-31", "venerdì 31 dicembre 2021": "2021-12-31",
      "Friday, December 31, 2021": "2021-12-31", "Fri. 2021-12-31": "2021-12-31",
      "pet, 31. 12. 2021. g.": "2021-12-31", "Monday, 1969-12-29": "1969-12-29",
      "Sun 05/06/2022": "2022-06-05", "Fri 05/06/2022": "2022-05-06", "Mar 5 2022": "2022-03-05",
    ]
    try FindingCase.check(
      forms.map { value, day in
        FindingCase(
          applications, ",,2022-05-01,2022-07-31", ",,\"\(value)\",",
          reading(.readDate, applications, 2, "available_from", value, date, as: day))
      })
  }

  @Test func `a date on another weekday than the one beside it is found`() throws {
    let days = [
      "ponedjeljak, 31.12.2021": "2021-12-31 is a Friday",
      "Mon 2021-12-31": "2021-12-31 is a Friday",
      "e diel 1.1.1900": "1900-01-01 is a Monday",
      "Tue 05/06/2022": "it may be 2022-06-05 or 2022-05-06",
    ]
    try FindingCase.check(
      days.map { value, words in
        FindingCase(
          applications, ",,2022-05-01,2022-07-31", ",,\"\(value)\",",
          cell(.ambiguousDate, applications, 2, "available_from", value, "\(date): \(words)"))
      })
    try FindingCase.check(
      ["petak", "Fri,", "Fri 31.12.", "Someday 31.12.2021", "godine", "31.12.2021 x"].map {
        FindingCase(
          applications, ",,2022-05-01,2022-07-31", ",,\"\($0)\",",
          cell(.badDate, applications, 2, "available_from", $0, date))
      })
  }

  @Test func `a year of two digits is never completed, but the likely day is said`() throws {
    let days = [
      "31.12.21": "2021-12-31", "1.6.22.": "2022-06-01", "05-12-49": "2049-12-05",
      "17.5.50": "1950-05-17", "30-6-22": nil, "6/30/22": "2022-06-30",
      "21-12-31": nil, "05/06/22": nil, "5-Jun-22": "2022-06-05", "5. juni 99.": "1999-06-05",
      "31.2.22": nil, "31 June 22": nil,
    ]
    try FindingCase.check(
      days.map { value, maybe in
        FindingCase(
          applications, "2022-07-31", value,
          cell(
            .ambiguousDate, applications, 2, "available_until", value,
            date + ", with all four digits of the year", maybe: maybe))
      })
  }

  /// In the order of the year.
  private static let months = [
    "January Jan januara јануара јануари siječnja janar janarit gennaio",
    "February Feb februara фебруар февруари veljače shkurt shkurtit febbraio",
    "March Mar marta март ožujka OŽUJAK mars marzo", "April Apr aprila април travnja prill aprile",
    "May maj maja мај svibnja maji maggio mag",
    "June Jun juni juna јуни јуна lipnja Lipanj qershor giugno GIU",
    "July Jul juli jula јули srpnja korrik luglio", "August avgusta август kolovoza gusht agosto",
    "September Sept septembra септември rujna shtator settembre set",
    "October oktobra октомври listopada tetor ottobre ott",
    "November novembra ноември studenoga studeni nëntor nentor novembre",
    "December decembra декември prosinca dhjetor dicembre dic",
  ]

  @Test func `the month may be a word in each language of the region`() throws {
    for (place, names) in Self.months.enumerated() {
      let day = "2004-\(place < 9 ? "0" : "")\(place + 1)-05"
      try FindingCase.check(
        names.split(separator: " ").map { name in
          let value = "5. \(name) 2004."
          return FindingCase(
            participants, "2004-01-31", value,
            reading(.readDate, participants, 2, "birth_date", value, date, as: day))
        })
    }
  }

  @Test func `a month in words may stand first, second or between marks`() throws {
    let forms = [
      "5 June 2022", "June 5, 2022", "5th June 2022", "5. juni 2022. godine", "5.juna 2022",
      "5-Jun-2022", "2022-Jun-05", "05/jun/2022", "1º giugno 2022", "5. јуна 2022. г.",
      "5 qershor 2022 00:00", "JUNE 5 2022",
    ]
    try FindingCase.check(
      forms.map { value in
        let day = value.hasPrefix("1") ? "2022-06-01" : "2022-06-05"
        return FindingCase(
          applications, "2022-07-31", value.contains(",") ? "\"\(value)\"" : value,
          reading(.readDate, applications, 2, "available_until", value, date, as: day))
      })
  }
}
