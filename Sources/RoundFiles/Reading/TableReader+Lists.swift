import MobilityModel

/// Cells as lists: values joined by `|`.
extension TableReader {
  /// Where the values of a list lie, in their order.
  func items(_ column: Column) -> [Range<Int>] {
    var result: [Range<Int>] = []
    forEachItem(column) { result.append($0) }
    return result
  }

  private func forEachItem(_ column: Column, _ body: (Range<Int>) -> Void) {
    guard case .bytes(let range) = cell(column) else { return }
    var start = range.lowerBound
    var count = 0
    var hasEmpty = false
    for index in range.lowerBound...range.upperBound {
      guard index == range.upperBound || record.bytes[index] == ASCII.bar else { continue }
      let item = trimmed(start..<index)
      start = index + 1
      if item.isEmpty {
        hasEmpty = true
        continue
      }
      count += 1
      guard count <= SizeLimits.listItems else {
        add(
          .tooManyItems, column.name, value: string(range),
          expected: "at most \(SizeLimits.listItems) values")
        return
      }
      body(item)
    }
    if hasEmpty {
      add(
        .emptyItem, column.name, value: string(range), expected: "a value between every two |",
        severity: .note)
    }
  }

  /// A bound on the number of values, so that a list takes no more memory than it needs.
  private func countOfItems(_ column: Column) -> Int {
    guard case .bytes(let range) = cell(column) else { return 0 }
    var count = 1
    for index in range { count += record.bytes[index] == ASCII.bar ? 1 : 0 }
    return min(count, SizeLimits.listItems)
  }

  /// The list as read by `parse`; a value that stands twice counts where it stands first.
  func list<Value: Hashable>(_ column: Column, _ parse: (Range<Int>) -> Value?) -> [Value] {
    var result: [Value] = []
    result.reserveCapacity(countOfItems(column))
    var seen: Set<Value> = []
    forEachItem(column) { item in
      guard let value = parse(item) else { return }
      // Lists are short as a rule, and then looking through them is faster than hashing.
      if result.count == 16 { seen = Set(result) }
      let isKnown = result.count < 16 ? result.contains(value) : !seen.insert(value).inserted
      guard !isKnown else {
        add(
          .duplicateItem, column.name, value: string(item), expected: "each value once",
          severity: .note)
        return
      }
      result.append(value)
    }
    return result
  }

  /// What `read` makes of a cell, or made of the same cell in an earlier row without a finding.
  func cached<Value>(
    _ column: Column, _ cache: CellCache<Value>, _ read: () -> Value
  ) -> Value {
    guard case .bytes(let range) = cell(column) else { return read() }
    return cache.value(of: bytes, range) {
      let before = log.findings.count
      return (read(), log.findings.count == before)
    }
  }

  func sectors(_ column: Column) -> [Sector] {
    list(column) { sector($0, column) }.sorted()
  }

  func sector(_ range: Range<Int>, _ column: Column) -> Sector? {
    if range.count == 4, case .value(let number) = Numbers.whole(bytes, range), number >= 0 {
      return Sector(number: Int16(truncatingIfNeeded: number))
    }
    let value = string(range)
    add(
      .badSector, column.name, value: value, expected: "a sector of ISCED-F 2013 as four digits",
      maybe: SectorForms.likely(value))
    return nil
  }

  func languages(_ column: Column) -> [LanguageSkill] {
    list(column) { language($0, column) }
  }

  private func language(_ range: Range<Int>, _ column: Column) -> LanguageSkill? {
    guard let colon = range.first(where: { bytes[$0] == ASCII.colon }) else {
      reportLanguage(range, column, .badLanguage, "a language and a level, as en:B1")
      return nil
    }
    let code = string(trimmed(range.lowerBound..<colon))
    let level = Level(code: string(trimmed(colon + 1..<range.upperBound)))
    if level == nil { reportLanguage(range, column, .badLevel, LanguageForms.expectedLevel) }
    guard LanguageCodes.contains(code) else {
      reportLanguage(
        range, column, .badLanguage, "a code of ISO 639-1, or of 639-3 where there is none")
      return nil
    }
    return level.map { LanguageSkill(code: code, level: $0) }
  }

  private func reportLanguage(
    _ range: Range<Int>, _ column: Column, _ kind: FindingKind, _ expected: String
  ) {
    let value = string(range)
    add(
      kind, column.name, value: value, expected: expected, maybe: LanguageForms.likely(value))
  }

  func countries(_ column: Column) -> [String] {
    list(column) { country($0, column) }
  }
}
