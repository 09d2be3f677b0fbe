import MobilityModel

/// Cells as lists: values joined by `|`.
extension TableReader {
  /// Where the values of a list lie, in their order.
  func items(_ column: Column) -> [Range<Int>] {
    guard case .bytes(let range) = cell(column) else { return [] }
    return items(range, column)
  }

  private func items(_ range: Range<Int>, _ column: Column) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = range.lowerBound
    var hasEmpty = false
    for index in range.lowerBound...range.upperBound {
      guard index == range.upperBound || bytes[index] == ASCII.bar else { continue }
      let item = trimmed(start..<index)
      start = index + 1
      if item.isEmpty {
        hasEmpty = true
      } else if result.count < SizeLimits.listItems {
        result.append(item)
      } else {
        add(
          .tooManyItems, column.name, value: string(range),
          expected: "at most \(SizeLimits.listItems) values")
        return result
      }
    }
    if hasEmpty {
      add(
        .emptyItem, column.name, value: string(range), expected: "a value between every two |",
        severity: .note)
    }
    return result
  }

  /// The list as read by `parse`; a value that stands twice counts where it stands first.
  func list<Value: Hashable>(_ column: Column, _ parse: (Range<Int>) -> Value?) -> [Value] {
    let items = items(column)
    guard !items.isEmpty else { return [] }
    var result: [Value] = []
    result.reserveCapacity(items.count)
    var seen: Set<Value> = []
    for item in items {
      guard let value = parse(item) else { continue }
      // Lists are short as a rule, and then looking through them is faster than hashing.
      let isKnown: Bool
      if items.count <= 16 {
        isKnown = result.contains(value)
      } else {
        isKnown = !seen.insert(value).inserted
      }
      guard !isKnown else {
        add(
          .duplicateItem, column.name, value: string(item), expected: "each value once",
          severity: .note)
        continue
      }
      result.append(value)
    }
    return result
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
    let value = string(range)
    let parts = value.split(separator: ":", omittingEmptySubsequences: false).map { $0.trimmed() }
    guard parts.count == 2 else {
      add(
        .badLanguage, column.name, value: value, expected: "a language and a level, as en:B1",
        maybe: LanguageForms.likely(value))
      return nil
    }
    let level = Level(code: parts[1])
    if level == nil {
      add(
        .badLevel, column.name, value: value, expected: LanguageForms.expectedLevel,
        maybe: LanguageForms.likely(value))
    }
    guard LanguageCodes.contains(parts[0]) else {
      add(
        .badLanguage, column.name, value: value,
        expected: "a code of ISO 639-1, or of 639-3 where there is none",
        maybe: LanguageForms.likely(value))
      return nil
    }
    return level.map { LanguageSkill(code: parts[0], level: $0) }
  }

  func countries(_ column: Column) -> [String] {
    list(column) { country($0, column) }
  }
}
