import MobilityModel

/// Cells as filters, and as keys of filters.
extension TableReader {
  private static let filterExpected = "conditions key=value|value joined by &"

  func filter(_ column: Column, _ side: FilterSide, _ ids: RoundIds) -> Filter {
    guard case .bytes(let range) = cell(column) else { return Filter() }
    var conditions: [Filter.Condition] = []
    var keys: Set<FilterKey> = []
    for part in split(range, at: ASCII.ampersand, column) {
      guard let condition = condition(part, column, side, ids) else { continue }
      if !keys.insert(condition.key).inserted {
        add(
          .duplicateKey, column.name, value: string(part),
          expected: "each key once; two conditions on one key must both hold", severity: .note)
      }
      conditions.append(condition)
    }
    return Filter(conditions)
  }

  private func condition(
    _ range: Range<Int>, _ column: Column, _ side: FilterSide, _ ids: RoundIds
  ) -> Filter.Condition? {
    guard let sign = bytes[range].firstIndex(of: ASCII.equals), sign > range.lowerBound else {
      add(
        .badFilter, column.name, value: string(range), expected: Self.filterExpected)
      return nil
    }
    let word = string(trimmed(range.lowerBound..<sign))
    guard let found = key(word, column, side, ids) else { return nil }
    var values: Set<String> = []
    for item in split(sign + 1..<range.upperBound, at: ASCII.bar, column) {
      if let value = value(item, of: found, word, column, ids) { values.insert(value) }
    }
    return Filter.Condition(key: found, values: values)
  }

  private func key(
    _ word: String, _ column: Column, _ side: FilterSide, _ ids: RoundIds
  ) -> FilterKey? {
    if let found = FilterSide.find(word, ids) {
      guard found.side != side else { return found.key }
      add(
        .wrongSideKey, column.name, value: word,
        expected: "a key of \(side.rawValue): \(ids.keys[side].expected); "
          + "\(word) belongs in the column \(found.side.rawValue)")
      return nil
    }
    // Without the columns of participants nobody can say which keys there are.
    guard ids.participants.isComplete else { return nil }
    let keys = ids.keys[side]
    add(
      .unknownKey, column.name, value: word, expected: keys.expected,
      maybe: NearMiss.closest(to: word, among: keys.words, log: log))
    return nil
  }

  /// A value as the key's table has it; `nil`, after a finding, if there can be none like it.
  private func value(
    _ range: Range<Int>, of key: FilterKey, _ word: String, _ column: Column,
    _ ids: RoundIds
  ) -> String? {
    guard !range.isEmpty else { return absent(key, word, column) }
    let text = text(range)
    switch key {
    case .stream: return reference(range, column, to: ids.streams).map { _ in text }
    case .session: return reference(range, column, to: ids.sessions).map { _ in text }
    case .host, .organisation:
      return reference(range, column, to: ids.organisations).map { _ in text }
    case .application: return reference(range, column, to: ids.applications).map { _ in text }
    case .participant: return reference(range, column, to: ids.participants).map { _ in text }
    case .hostCountry, .country, .nationality: return country(range, column)
    case .sector: return sector(range, column).map(\.code)
    case .role:
      let role: Role? = choice(range, column)
      return role?.rawValue
    case .group, .attribute:
      log.add(ValueUse(key: key, value: text, file: file, row: row, column: column.name))
      return text
    }
  }

  /// The empty value, which stands for "not given" where a key may have none.
  private func absent(_ key: FilterKey, _ word: String, _ column: Column) -> String? {
    switch key {
    case .hostCountry, .country, .nationality, .sector, .group, .attribute: return ""
    case .stream, .session, .host, .application, .participant, .organisation, .role:
      add(.missingValue, column.name, expected: "a value after \(word)=")
      return nil
    }
  }

  /// Keys of both sides joined by `+`.
  func keys(_ column: Column, _ ids: RoundIds) -> [FilterKey] {
    guard case .bytes(let range) = cell(column) else { return [] }
    var result: [FilterKey] = []
    for part in split(range, at: ASCII.plus, column) {
      let word = string(part)
      guard let found = FilterSide.find(word, ids) else {
        guard ids.participants.isComplete else { continue }
        add(
          .unknownKey, column.name, value: word,
          expected: "keys joined by +: " + ids.keys.both.expected,
          maybe: NearMiss.closest(to: word, among: ids.keys.both.words, log: log))
        continue
      }
      guard !result.contains(found.key) else {
        add(
          .duplicateKey, column.name, value: word, expected: "each key once", severity: .note)
        continue
      }
      result.append(found.key)
    }
    return result
  }

  /// The parts between separators, blanks around them left out, empty ones kept.
  private func split(
    _ range: Range<Int>, at separator: UInt8, _ column: Column
  ) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = range.lowerBound
    for index in range where bytes[index] == separator {
      guard result.count < SizeLimits.listItems else {
        add(
          .tooManyItems, column.name, value: string(range),
          expected: "at most \(SizeLimits.listItems) values")
        return result
      }
      result.append(trimmed(start..<index))
      start = index + 1
    }
    result.append(trimmed(start..<range.upperBound))
    return result
  }
}
