import RoundFiles
import Testing

@Suite struct NoteTests {
  private let participants = "participants.csv"
  private let streams = "streams.csv"

  @Test func `what a planner should know is noted and stops nothing`() throws {
    let birth = "a birth date up to 100 years before the first session"
    try FindingCase.check([
      FindingCase(
        "sessions.csv", "m1,BLQ,2022-06-01,2022-06-30", "m1,BLQ,2022-06-01,2022-06-10",
        note(
          .sessionLength, "sessions.csv", 3, "end", "10", "28 to 35 days, as stream m1 has them")),
      FindingCase(
        participants, "p3,Drita", "p4,Edon,PRN,,,,0713,\np3,Drita",
        note(.noApplication, participants, 4, "participant", "p4", "an application")),
      FindingCase(
        participants, "2004-01-31", "2024-01-31",
        note(.oddBirthDate, participants, 2, "birth_date", "2024-01-31", birth)),
      FindingCase(
        participants, "2004-01-31", "1904-01-31",
        note(.oddBirthDate, participants, 2, "birth_date", "1904-01-31", birth)),
      FindingCase(
        "organisations.csv", ",ES,", ",,",
        note(
          .noCountry, "organisations.csv", 4, "country", "",
          "a country, so that quotas and stay rules can count")),
      FindingCase(
        streams, "35,1,4,no", "35,1,0,no",
        note(
          .unusedLeader, "applications.csv", 4, "role", "leader",
          "a stream with learners_per_leader; no leader is placed in m1")),
      FindingCase(
        streams, "14,1,0,no", "14,1,3,no",
        note(
          .noLeaders, streams, 3, "learners_per_leader", "3",
          "an application as leader in js; without one nobody can be placed")),
    ])
  }

  @Test func `who applies for a place needs a sector, a leader does not`() throws {
    let expected = "one or more sectors of a person who applies for a place"
    try FindingCase.check([
      FindingCase(
        participants, "it:A1,0713", "it:A1,",
        cell(.missingValue, participants, 2, "sectors", "", expected)),
      FindingCase(
        participants, "0713,f", "7,f",
        cell(
          .badSector, participants, 2, "sectors", "7", "a sector of ISCED-F 2013 as four digits")),
    ])
  }

  @Test func `columns and files that look like slips are pointed out`() throws {
    try FindingCase.check([
      FindingCase(
        "sessions.csv", "max_people", "max_peolpe",
        note(
          .unknownColumn, "sessions.csv", 1, "max_peolpe", "max_peolpe",
          "a column of this table", maybe: "max_people")),
      FindingCase(
        participants, "gender", "country",
        note(
          .shadowedColumn, participants, 1, "country", "country",
          "a name that is not already a key of filters"),
        cell(
          .unknownKey, "limits.csv", 3, "who", "gender",
          "application, country, group, nationality, organisation, participant or role")),
    ])
    var tables = GoodRound.tables
    tables["limit.csv"] = tables.removeValue(forKey: "limits.csv")
    tables["README.csv"] = "not,a,table"
    let folder = try TestFolder(tables)
    #expect(
      FindingCase.findings(in: folder.path) == [
        note(
          .unknownTable, "limit.csv", 0, nil, "", "the name of a table; this file was not read",
          maybe: "limits.csv"
        ).withoutRow
      ])
  }
}

extension Finding {
  var withoutRow: Finding {
    var copy = self
    copy.row = nil
    return copy
  }
}
