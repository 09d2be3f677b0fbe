import RoundFiles
import Testing

/// Findings about settings, filters and limits.
@Suite struct ConditionFindingTests {
  private let settings = "settings.csv"
  private let limits = "limits.csv"
  private let rules = "rules.csv"

  @Test func `wrong settings are found`() throws {
    let names =
      "name, objective, preference_scores, only_listed, sector_scores, min_sector_match, "
      + "language_step_score, twin_score, short_stay_nationalities, draw_seed or "
      + "decimal_comma"
    let tiers = "filled, targets, points, fit, changes, travel, euros or draw"
    try FindingCase.check([
      FindingCase(
        settings, "preference_scores", "preferences_score",
        cell(
          .unknownSetting, settings, 4, "setting", "preferences_score", names,
          maybe: "preference_scores")),
      FindingCase(
        settings, "name,Spring", "name,Spring\nname,Autumn",
        cell(
          .duplicateSetting, settings, 3, "setting", "name",
          "each setting once; row 2 has this one")),
      FindingCase(
        settings, "|fit|", "|fits|",
        cell(.unknownTier, settings, 3, "value", "fits", tiers, maybe: "fit")),
      FindingCase(
        settings, "|fit|", "|filled|",
        cell(.duplicateTier, settings, 3, "value", "filled", "each tier once")),
      FindingCase(
        settings, "100|80", "100|80%",
        cell(.badNumber, settings, 4, "value", "80%", "a whole number")),
      FindingCase(
        settings, "100|80", "100|80\nsector_scores,1|2",
        cell(
          .wrongCount, settings, 5, "value", "1|2",
          "three scores: of an exact, a narrow and a broad match")),
      FindingCase(
        settings, "100|80", "100|80\nmin_sector_match,Broad",
        reading(.readWord, settings, 5, "value", "Broad", "exact, narrow or broad", as: "broad")),
      FindingCase(
        settings, "100|80", "100|80\nonly_listed,true",
        reading(.readWord, settings, 5, "value", "true", "yes or no", as: "yes")),
      FindingCase(
        settings, "AL|XK", "AL|KS",
        reading(
          .readCountry, settings, 5, "value", "KS", "a country as two letters of ISO 3166-1",
          as: "XK")),
      FindingCase(
        settings, "name,Spring", ",Spring",
        cell(.missingValue, settings, 2, "setting", "", "the name of a setting")),
    ])
  }

  @Test func `filters that cannot be understood are found`() throws {
    let shape = "conditions key=value|value joined by &"
    let whereKeys = "host, host_country, sector, session or stream"
    let whoKeys =
      "application, country, gender, group, nationality, organisation, participant or role"
    try FindingCase.check([
      FindingCase(
        limits, "host=SEV", "SEV", cell(.badFilter, limits, 2, "where", "SEV", shape)),
      FindingCase(
        limits, "host=SEV", "host=SEV&", cell(.badFilter, limits, 2, "where", "", shape)),
      FindingCase(
        limits, "host=SEV", "=SEV", cell(.badFilter, limits, 2, "where", "=SEV", shape)),
      FindingCase(
        limits, "host=SEV", "hosts=SEV",
        cell(.unknownKey, limits, 2, "where", "hosts", whereKeys, maybe: "host")),
      FindingCase(
        rules, "nationality=XK", "colour=blue",
        cell(.unknownKey, rules, 2, "who", "colour", whoKeys)),
      FindingCase(
        limits, "host=SEV", "country=AL",
        cell(
          .wrongSideKey, limits, 2, "where", "country",
          "a key of where: \(whereKeys); country belongs in the column who")),
      FindingCase(
        rules, "nationality=XK", "host=SEV",
        cell(
          .wrongSideKey, rules, 2, "who", "host",
          "a key of who: \(whoKeys); host belongs in the column where")),
      FindingCase(
        limits, "session+country", "session+land",
        cell(
          .unknownKey, limits, 3, "each", "land",
          "keys joined by +: application, country, gender, group, host, host_country, nationality, "
            + "organisation, participant, role, sector, session or stream")),
      FindingCase(
        limits, "session+country", "session+country+session",
        note(.duplicateKey, limits, 3, "each", "session", "each key once")),
      FindingCase(
        limits, "host=SEV", "host=SEV&host=SEV|BLQ",
        note(
          .duplicateKey, limits, 2, "where", "host=SEV|BLQ",
          "each key once; two conditions on one key must both hold")),
    ])
  }

  @Test func `values of filters are checked as their tables' values`() throws {
    try FindingCase.check([
      FindingCase(
        limits, "host=SEV", "host=SEV|SEW",
        cell(.unknownId, limits, 2, "where", "SEW", "the id of an organisation", maybe: "SEV")),
      FindingCase(
        limits, "host=SEV", "host=",
        cell(.missingValue, limits, 2, "where", "", "a value after host=")),
      FindingCase(
        limits, "host=SEV", "sector=713",
        reading(
          .readSector, limits, 2, "where", "713", "a sector of ISCED-F 2013 as four digits",
          as: "0713")),
      FindingCase(limits, "host=SEV", "sector=&host_country=EL"),
      FindingCase(
        limits, "role=participant", "role=learner",
        cell(
          .unknownValue, limits, 3, "who", "learner", "participant or leader", maybe: "participant")
      ),
      FindingCase(
        limits, "gender=f|m", "gender=f|w",
        note(.unusedValue, limits, 3, "who", "w", "a value that somebody has")),
      FindingCase(
        limits, "gender=f|m", "group=g1|g2|",
        note(.unusedValue, limits, 3, "who", "g2", "a value that somebody has", maybe: "g1")),
    ])
  }

  @Test func `limits that contradict themselves are found`() throws {
    try FindingCase.check([
      FindingCase(
        limits, "1,3,soft", "4,3,soft",
        cell(.reversedRange, limits, 3, "max", "3", "a number not under min, which is 4")),
      FindingCase(
        limits, "6,hard", "6,soft",
        cell(
          .softAtOnce, limits, 2, "kind", "soft", "hard or or_none where measure is at_once")),
      FindingCase(
        limits, "2022-06-01,2022-06-30,,6", ",,1,6",
        cell(
          .atOnceDates, limits, 2, "from", "",
          "a date: a min with at_once needs both from and until"),
        cell(
          .atOnceDates, limits, 2, "until", "",
          "a date: a min with at_once needs both from and until")),
      FindingCase(
        limits, "people,,,1,3", "people,2022-01-01,,,3",
        note(
          .unusedDates, limits, 3, "from", "2022-01-01",
          "dates only where measure is at_once; elsewhere they say nothing")),
      FindingCase(
        limits, "people,,,1,3", "people,,,,",
        note(
          .noBounds, limits, 3, nil, "", "a min or a max; without them this limits nothing")),
      FindingCase(
        limits, "people,,,1,3", ",,,1,3",
        cell(.missingValue, limits, 3, "measure", "", "people, days, euros, at_once or different")),
      FindingCase(
        limits, "soft,balance", "softly,balance",
        cell(.unknownValue, limits, 3, "kind", "softly", "hard, or_none or soft", maybe: "soft")),
    ])
  }

  @Test func `numbers whose sums would leave 64 bits are found before the run`() throws {
    let huge = "1000000000000"
    try FindingCase.check([
      FindingCase(
        [
          ("rates.csv", "daily,leader,ES|IT,,,104", "daily,leader,ES|IT,,,\(huge)"),
          (
            "sessions.csv", "2022-05-02,2022-05-06", "2022-05-02,2032-05-06"
          ),
        ],
        note(
          .sessionLength, "sessions.csv", 4, "end", "3658", "2 to 14 days, as stream js has them")),
      FindingCase(
        [
          (limits, "1,3,soft", "\(huge),,soft"),
          (limits, "session+country", "application+sector+session+group+nationality"),
        ],
        Finding(
          FindingKind.totalOutOfRange.rawValue, file: limits, column: "min",
          expected: "numbers with which targets cannot pass 1000000000000000000 in a plan")),
    ])
  }
}
