import RoundFiles
import Testing

@Suite struct ValueFindingTests {
  private let id = "an id of 1 to 64 characters of A-Z a-z 0-9 . _ -"
  private let sessions = "sessions.csv"
  private let applications = "applications.csv"
  private let participants = "participants.csv"
  private let settings = "settings.csv"

  @Test func `the good round has no findings`() throws {
    try FindingCase.check([FindingCase([])])
  }

  @Test func `wrong numbers are found`() throws {
    let whole = "a whole number"
    let decimal = "a number with at most two decimals"
    try FindingCase.check([
      FindingCase(
        sessions, ",2,8,", ",two,8,", cell(.badNumber, sessions, 2, "min_people", "two", whole)),
      FindingCase(
        sessions, ",2,8,", ",2.0,8,",
        reading(.readNumber, sessions, 2, "min_people", "2.0", whole, as: "2")),
      FindingCase(
        sessions, ",2,8,", ",-1,8,",
        cell(
          .outOfRange, sessions, 2, "min_people", "-1",
          "a whole number from 0 to 1000000000000")),
      FindingCase(
        sessions, ",2,8,", ",2,99999999999999999999999999,",
        cell(
          .outOfRange, sessions, 2, "max_people", "99999999999999999999999999",
          "a whole number from 0 to 1000000000000")),
      FindingCase(
        sessions, "1013,16", "1013,151",
        cell(.outOfRange, sessions, 2, "min_age", "151", "a whole number from 0 to 150")),
      FindingCase(
        applications, "84.5", "84.555",
        cell(
          .ambiguousNumber, applications, 2, "points", "84.555",
          decimal + ": it may be 84555 or 84.555")),
      FindingCase(
        applications, "84.5", "84.5551",
        cell(.badDecimal, applications, 2, "points", "84.5551", decimal)),
      FindingCase(
        applications, "84.5", "1 200",
        reading(.readNumber, applications, 2, "points", "1 200", decimal, as: "1200")),
      FindingCase(
        applications, "84.5", "1 20",
        cell(.badDecimal, applications, 2, "points", "1 20", decimal, maybe: "120")),
      FindingCase(
        applications, "84.5", "\"1,998.50\"",
        cell(.badDecimal, applications, 2, "points", "1,998.50", decimal, maybe: "1998.50")),
      FindingCase(
        [
          (settings, "name,Spring", "decimal_comma,yes"), (applications, "84.5", "\"1.998,50\""),
          (sessions, ",2,8,", ",2,1.200,"), ("organisations.csv", "41.3275", "\"41,3275\""),
        ],
        reading(
          .readNumber, "organisations.csv", 2, "latitude", "41,3275", "degrees as a decimal number",
          as: "41.3275"),
        reading(.readNumber, sessions, 2, "max_people", "1.200", whole, as: "1200"),
        reading(.readNumber, applications, 2, "points", "1.998,50", decimal, as: "1998.50")),
      FindingCase(
        applications, "84.5", "\"84,5\"",
        cell(.badDecimal, applications, 2, "points", "84,5", decimal, maybe: "84.5")),
      FindingCase(
        applications, "84.5", "84.500",
        cell(
          .ambiguousNumber, applications, 2, "points", "84.500",
          decimal + ": it may be 84500 or 84.50")),
      FindingCase(
        applications, "84.5", "1e3", cell(.badDecimal, applications, 2, "points", "1e3", decimal)),
      FindingCase(
        applications, "84.5", "99999999999999",
        cell(
          .outOfRange, applications, 2, "points", "99999999999999",
          "points from -10000000000 to 10000000000")),
      FindingCase(
        "organisations.csv", "41.3275", "91",
        cell(
          .outOfRange, "organisations.csv", 2, "latitude", "91", "degrees from -90 to 90")),
      FindingCase(
        "organisations.csv", "41.3275", "nan",
        cell(
          .badDecimal, "organisations.csv", 2, "latitude", "nan", "degrees as a decimal number")),
      FindingCase(
        "organisations.csv", "41.3275", "",
        cell(
          .missingValue, "organisations.csv", 2, "latitude", "",
          "a latitude with the longitude")),
      FindingCase(
        "streams.csv", "35,1,4", "35,0,4",
        cell(
          .outOfRange, "streams.csv", 2, "weight", "0", "a whole number from 1 to 1000000000000")),
    ])
  }

  @Test func `words of a vocabulary are found with what was meant`() throws {
    let level = "a level: A1, A2, B1, B2, C1, C2 or native"
    let language = "a code of ISO 639-1, or of 639-3 where there is none"
    let sector = "a sector of ISCED-F 2013 as four digits"
    let country = "a country as two letters of ISO 3166-1"
    let skill = "a language and a level, as en:B1"
    try FindingCase.check([
      FindingCase(
        participants, "en:C1", "en:c1",
        reading(.readLanguage, participants, 4, "languages", "en:c1", skill, as: "en:C1")),
      FindingCase(
        participants, "en:C1", "en:B1+",
        reading(.readLanguage, participants, 4, "languages", "en:B1+", skill, as: "en:B1")),
      FindingCase(
        participants, "en:C1", "en:dobro",
        cell(.badLevel, participants, 4, "languages", "en:dobro", level)),
      FindingCase(
        participants, "en:C1", "English C1",
        reading(.readLanguage, participants, 4, "languages", "English C1", skill, as: "en:C1")),
      FindingCase(
        participants, "en:C1", "eng:C1",
        reading(.readLanguage, participants, 4, "languages", "eng:C1", skill, as: "en:C1")),
      FindingCase(
        participants, "en:C1", "cnr:native|xx:B1",
        cell(.badLanguage, participants, 4, "languages", "xx:B1", language)),
      FindingCase(
        participants, "0713", "713",
        reading(.readSector, participants, 2, "sectors", "713", sector, as: "0713")),
      FindingCase(
        participants, "0713", "07I3",
        cell(.badSector, participants, 2, "sectors", "07I3", sector)),
      FindingCase(
        participants, ",XK,en:C1", ",Kosovo*,en:C1",
        reading(.readCountry, participants, 4, "nationality", "Kosovo*", country, as: "XK")),
      FindingCase(
        "organisations.csv", ",ES,", ",Spain,",
        reading(.readCountry, "organisations.csv", 4, "country", "Spain", country, as: "ES")),
      FindingCase(
        "organisations.csv", ",ES,", ",es,",
        reading(.readCountry, "organisations.csv", 4, "country", "es", country, as: "ES")),
      FindingCase(
        "organisations.csv", ",ES,", ",ZZ,",
        cell(.badCountry, "organisations.csv", 4, "country", "ZZ", country)),
      FindingCase(
        "streams.csv", "35,1,4,no", "35,1,4,No",
        reading(.readWord, "streams.csv", 2, "national_visa", "No", "yes or no", as: "no")),
      FindingCase(
        applications, "leader", "leadr",
        cell(
          .unknownValue, applications, 4, "role", "leadr", "participant or leader",
          maybe: "leader")),
      FindingCase(
        "locks.csv", "forbid", "never",
        cell(.unknownValue, "locks.csv", 3, "effect", "never", "lock or forbid")),
    ])
  }

  @Test func `wrong and repeated ids are found`() throws {
    let long = String(repeating: "x", count: 65)
    try FindingCase.check([
      FindingCase(
        sessions, "blq-week", "blq week",
        cell(.badId, sessions, 4, "session", "blq week", id, maybe: "blq-week")),
      FindingCase(
        sessions, "blq-week", "blqž", cell(.badId, sessions, 4, "session", "blqž", id)),
      FindingCase(sessions, "blq-week", long, cell(.badId, sessions, 4, "session", long, id)),
      FindingCase(sessions, "blq-week", "", cell(.missingValue, sessions, 4, "session", "", id)),
      FindingCase(
        sessions, "blq-week", "sev-june",
        cell(
          .duplicateId, sessions, 4, "session", "sev-june",
          "a session of its own; row 2 has this one")),
      FindingCase(
        applications, "71,g1", "71,g 1",
        cell(.badId, applications, 3, "group", "g 1", id, maybe: "g-1")),
    ])
  }

  @Test func `lists are checked value by value`() throws {
    let many = (0...1000).map { "x\($0)" }.joined(separator: "|")
    try FindingCase.check([
      FindingCase(
        applications, "SEV|blq-june", "SEV||blq-june|",
        note(
          .emptyItem, applications, 2, "preferences", "SEV||blq-june|",
          "a value between every two |")),
      FindingCase(
        applications, "SEV|blq-june", "SEV|blq-june|SEV",
        note(.duplicateItem, applications, 2, "preferences", "SEV", "each value once")),
      FindingCase(
        participants, "en:B2|it:A1", "en:B2|en:A1",
        note(
          .duplicateItem, participants, 2, "languages", "en:B2|en:A1",
          "each language once; the best level counts")),
      FindingCase(
        "rates.csv", "ES|IT", many,
        (0..<1000).map {
          cell(
            .badCountry, "rates.csv", 4, "host_country", "x\($0)",
            "a country as two letters of ISO 3166-1")
        } + [
          cell(
            .tooManyItems, "rates.csv", 4, "host_country", String(many.prefix(120)) + "…",
            "at most 1000 values")
        ]),
    ])
  }
}
