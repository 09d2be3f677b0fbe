import RoundFiles
import Testing

@Suite struct ReferenceFindingTests {
  private let sessions = "sessions.csv"
  private let applications = "applications.csv"

  @Test func `a reference to nothing is found in every table`() throws {
    let either = "the id of a session or an organisation"
    let someSession = "the id of a session"
    try FindingCase.check([
      FindingCase(
        sessions, "m1,SEV", "m2,SEV",
        cell(.unknownId, sessions, 2, "stream", "m2", "the id of a stream", maybe: "m1")),
      FindingCase(
        sessions, "m1,SEV", "m1,sev",
        cell(.unknownId, sessions, 2, "host", "sev", "the id of an organisation", maybe: "SEV")),
      FindingCase(
        sessions, "m1,SEV", "m1,",
        cell(.missingValue, sessions, 2, "host", "", "the id of an organisation")),
      FindingCase(
        "participants.csv", "Arta,TIA", "Arta,Tirana",
        cell(
          .unknownId, "participants.csv", 2, "organisation", "Tirana",
          "the id of an organisation")),
      FindingCase(
        applications, "a1,p1", "a1,p11",
        cell(
          .unknownId, applications, 2, "participant", "p11", "the id of a participant",
          maybe: "p1")),
      FindingCase(
        applications, "SEV|blq-june", "SEV|blqjune",
        cell(.unknownId, applications, 2, "preferences", "blqjune", either, maybe: "blq-june")),
      FindingCase(
        "locks.csv", "a1,lock,SEV", "a9,lock,SVE",
        cell(
          .unknownId, "locks.csv", 2, "application", "a9", "the id of an application", maybe: "a1"),
        cell(.unknownId, "locks.csv", 2, "session", "SVE", either, maybe: "SEV")),
      FindingCase(
        "stays.csv", "p1,IT", "nobody,IT",
        cell(
          .unknownId, "stays.csv", 2, "participant", "nobody", "the id of a participant")),
      FindingCase(
        "twins.csv", "TIA,SEV", "TIA,MBX",
        cell(.unknownId, "twins.csv", 2, "host", "MBX", "the id of an organisation")),
      FindingCase(
        "placements.csv", "a1,sev-june,0713", "a1,sev-july,0713",
        cell(
          .unknownId, "placements.csv", 2, "session", "sev-july", someSession, maybe: "sev-june")),
    ])
  }

  @Test func `an id of a session and an organisation is refused where it is used`() throws {
    try FindingCase.check([
      FindingCase(
        [
          (sessions, "blq-week", "SEV")
        ],
        cell(
          .ambiguousId, applications, 2, "preferences", "SEV",
          "an id that is not both a session's and an organisation's"),
        cell(
          .ambiguousId, "locks.csv", 2, "session", "SEV",
          "an id that is not both a session's and an organisation's"))
    ])
  }

  @Test func `intervals and ranges the wrong way round are found`() throws {
    try FindingCase.check([
      FindingCase(
        sessions, "2022-05-02,2022-05-06", "2022-05-06,2022-05-02",
        cell(
          .reversedInterval, sessions, 4, "end", "2022-05-02",
          "a date not before start, which is 2022-05-06")),
      FindingCase(
        applications, "2022-05-01,2022-07-31", "2022-07-31,2022-05-01",
        cell(
          .reversedInterval, applications, 2, "available_until", "2022-05-01",
          "a date not before available_from, which is 2022-07-31")),
      FindingCase(
        "limits.csv", "2022-06-01,2022-06-30", "2022-06-30,2022-06-01",
        cell(
          .reversedInterval, "limits.csv", 2, "until", "2022-06-01",
          "a date not before from, which is 2022-06-30")),
      FindingCase(
        "rules.csv", ",2023-12-31", "2024-01-01,2023-12-31",
        cell(
          .reversedInterval, "rules.csv", 2, "until", "2023-12-31",
          "a date not before from, which is 2024-01-01")),
      FindingCase(
        "stays.csv", "2022-01-10,2022-01-31", "2022-01-31,2022-01-10",
        cell(
          .reversedInterval, "stays.csv", 2, "until", "2022-01-10",
          "a date not before from, which is 2022-01-31")),
      FindingCase(
        "stays.csv", "2022-01-10,2022-01-31", "2002-01-10,2022-01-31",
        cell(
          .outOfRange, "stays.csv", 2, "until", "2022-01-31",
          "at most 3660 days from 2002-01-10")),
      FindingCase(
        sessions, ",2,8,", ",9,8,",
        cell(
          .reversedRange, sessions, 2, "max_people", "8",
          "a number not under min_people, which is 9")),
      FindingCase(
        "streams.csv", "28,35", "36,35",
        cell(
          .reversedRange, "streams.csv", 2, "max_days", "35",
          "a number not under min_days, which is 36")),
      FindingCase(
        "rates.csv", "0,499", "500,499",
        cell(
          .reversedRange, "rates.csv", 2, "max_km", "499",
          "a number not under min_km, which is 500")),
    ])
  }

  @Test func `rows that say something twice are found`() throws {
    try FindingCase.check([
      FindingCase(
        applications, "a4,p1,js", "a4,p1,m1",
        cell(
          .duplicateApplication, applications, 5, "participant", "p1",
          "one application of a participant to stream m1; row 2 is one")),
      FindingCase(
        "twins.csv", "TIA,SEV", "TIA,SEV\nTIA,BLQ\nTIA,SEV",
        note(.duplicateRow, "twins.csv", 4, nil, "", "a row that says something new")),
      FindingCase(
        "stays.csv", "p1,IT,2022-01-10,2022-01-31",
        "p1,IT,2022-01-10,2022-01-31\np1,IT,2022-01-10,2022-01-31",
        note(.duplicateRow, "stays.csv", 3, nil, "", "a row that says something new")),
      FindingCase(
        "placements.csv", "a1,sev-june,0713", "a1,sev-june,0713\na1,blq-june,",
        cell(
          .duplicateId, "placements.csv", 3, "application", "a1",
          "one placement of an application; row 2 is one")),
      FindingCase(
        "placements.csv", "a1,sev-june,0713", "a1,sev-june,0713\na1,sev-june,0713",
        note(.duplicateRow, "placements.csv", 3, nil, "", "a row that says something new")),
    ])
  }

  @Test func `one pass finds what is wrong in every table`() throws {
    try FindingCase.check([
      FindingCase(
        [
          ("settings.csv", "Spring", "Spring\ntwin_score,x"),
          ("organisations.csv", ",ES,", ",E,"), ("streams.csv", "month,learner", "month,pupil"),
          (sessions, "2022-05-02", "2 May"), ("participants.csv", "0713", "13"),
          (applications, "84.5", "many"), ("limits.csv", "at_once", "people_at_once"),
          ("rules.csv", "nationality=XK", "passport=XK"), ("locks.csv", "a1", "a0"),
          ("stays.csv", "p1", "p0"), ("twins.csv", "SEV", "Sevilla"),
          ("rates.csv", ",180", ","), ("placements.csv", "0713", "o713"),
        ],
        cell(.badNumber, "settings.csv", 3, "value", "x", "a whole number"),
        cell(
          .badCountry, "organisations.csv", 4, "country", "E",
          "a country as two letters of ISO 3166-1"),
        cell(
          .unknownValue, "streams.csv", 2, "kind", "pupil", "learner or staff", maybe: "learner"),
        cell(.badDate, sessions, 4, "start", "2 May", "a date as YYYY-MM-DD"),
        cell(
          .badSector, "participants.csv", 2, "sectors", "13",
          "a sector of ISCED-F 2013 as four digits"),
        cell(
          .badDecimal, applications, 2, "points", "many", "a number with at most two decimals"),
        cell(
          .unknownValue, "limits.csv", 2, "measure", "people_at_once",
          "people, days, euros, at_once or different"),
        cell(
          .unknownKey, "rules.csv", 2, "who", "passport",
          "application, country, gender, group, nationality, organisation, participant or role"),
        cell(
          .unknownId, "locks.csv", 2, "application", "a0", "the id of an application", maybe: "a1"),
        cell(
          .unknownId, "stays.csv", 2, "participant", "p0", "the id of a participant", maybe: "p1"),
        cell(.unknownId, "twins.csv", 2, "host", "Sevilla", "the id of an organisation"),
        cell(.missingValue, "rates.csv", 2, "euros", "", "whole euros"),
        cell(
          .badSector, "placements.csv", 2, "sector", "o713",
          "a sector of ISCED-F 2013 as four digits"))
    ])
  }
}
