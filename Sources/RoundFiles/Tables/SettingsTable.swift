import MobilityModel

/// `settings.csv`: the round's choices; what is not set keeps its default.
struct SettingsTable: RoundTable {
  static let name = "settings"

  let setting: Column
  let value: Column

  init(_ header: inout Header) {
    setting = header.required("setting")
    value = header.required("value")
  }

  struct Row {
    var name: String
    var line: Int
    /// Puts the value into the settings; `nil` if it is wrong or not given.
    var apply: ((inout Values) -> Void)?
  }

  /// What the table decides: the round's settings, and how its files write numbers.
  struct Values {
    var ofRound = Settings()
    var usesDecimalComma = false
  }

  static let names = [
    "name", "objective", "preference_scores", "only_listed", "sector_scores", "min_sector_match",
    "language_step_score", "twin_score", "short_stay_nationalities", "draw_seed", "decimal_comma",
  ]

  private static let score = -SizeLimits.whole...SizeLimits.whole

  func row(_ table: borrowing TableReader, _ ids: RoundIds) -> Row {
    guard case .bytes(let range) = table.cell(setting) else {
      if case .empty = table.cell(setting) {
        table.add(.missingValue, setting.name, expected: "the name of a setting")
      }
      return Row(name: "", line: table.row)
    }
    let name = table.string(range)
    guard Self.names.contains(name) else {
      table.add(
        .unknownSetting, setting.name, value: name, expected: TableReader.oneOf(Self.names),
        maybe: NearMiss.closest(to: name, among: Self.names, log: table.log))
      return Row(name: "", line: table.row)
    }
    return Row(name: name, line: table.row, apply: change(name, table))
  }

  private func change(_ name: String, _ table: borrowing TableReader) -> ((inout Values) -> Void)? {
    if case .faulty = table.cell(value) { return nil }
    if case .empty = table.cell(value) {
      // An empty list of scores is a choice; any other empty value is none.
      return name == "preference_scores" ? { $0.ofRound.preferenceScores = [] } : nil
    }
    switch name {
    case "name": return set(\.name, table.text(value))
    case "draw_seed": return set(\.drawSeed, table.text(value))
    case "objective": return set(\.objective, tiers(table))
    case "preference_scores": return set(\.preferenceScores, scores(table))
    case "sector_scores": return set(\.sectorScores, sectorScores(table))
    case "only_listed": return set(\.onlyListed, table.isYes(value))
    case "decimal_comma": return table.isYes(value).map { yes in { $0.usesDecimalComma = yes } }
    case "min_sector_match": return set(\.minSectorMatch, sectorMatch(table))
    case "language_step_score":
      return set(\.languageStepScore, table.whole(value, in: Self.score))
    case "twin_score": return set(\.twinScore, table.whole(value, in: Self.score))
    default: return set(\.shortStayNationalities, Set(table.countries(value)))
    }
  }

  private func set<Value>(
    _ path: WritableKeyPath<Settings, Value>, _ value: Value?
  ) -> ((inout Values) -> Void)? {
    value.map { value in { $0.ofRound[keyPath: path] = value } }
  }

  private func scores(_ table: borrowing TableReader) -> [Int] {
    table.items(value).compactMap { table.whole($0, value, in: Self.score) }
  }

  private func sectorScores(_ table: borrowing TableReader) -> [Int]? {
    let items = table.items(value)
    guard items.count == 3 else {
      if case .bytes(let range) = table.cell(value) {
        table.add(
          .wrongCount, value.name, value: table.string(range),
          expected: "three scores: of an exact, a narrow and a broad match")
      }
      return nil
    }
    return items.compactMap { table.whole($0, value, in: Self.score) }
  }

  private func sectorMatch(_ table: borrowing TableReader) -> SectorMatch? {
    let word: SectorMatchWord? = table.choice(value)
    return word?.match
  }

  private func tiers(_ table: borrowing TableReader) -> [Tier]? {
    var result: [Tier] = []
    for item in table.items(value) {
      let word = table.string(item)
      guard let tier: Tier = table.choice(item, value, kind: .unknownTier) else { continue }
      guard !result.contains(tier) else {
        table.add(.duplicateTier, value.name, value: word, expected: "each tier once")
        continue
      }
      result.append(tier)
    }
    return result.isEmpty ? nil : result
  }
}

/// The words for grades of sector matches.
private enum SectorMatchWord: String, CaseIterable {
  case exact, narrow, broad

  var match: SectorMatch {
    switch self {
    case .exact: .exact
    case .narrow: .narrow
    case .broad: .broad
    }
  }
}
