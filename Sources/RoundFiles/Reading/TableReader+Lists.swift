import MobilityModel

/// Cells as lists: values joined by `|`.
extension TableReader {
  /// Where the values of a list lie, in their order.
  func items(_ column: Column) -> [Range<Int>] {
    var result: [Range<Int>] = []
    forEachItem(column) { result.append($0) }
    return result
  }

  /// Whether a byte separates values where people do not know the bar: a comma, a semicolon, a
  /// line end.
  private static func isOtherBar(_ byte: UInt8) -> Bool {
    byte == ASCII.comma || byte == ASCII.semicolon || byte == ASCII.lf || byte == ASCII.cr
  }

  /// What separates the values of a list.
  private struct Bars {
    /// Number of bars.
    var count = 0
    /// Number of other signs that can stand in no value.
    var others = 0

    /// Whether the other signs stand for bars.
    var areOthers: Bool { count == 0 && others > 0 }
  }

  private func bars(_ range: Range<Int>) -> Bars {
    var bars = Bars()
    let bytes = record.bytes.span
    for index in range {
      let byte = bytes[index]
      if byte == ASCII.bar {
        bars.count += 1
      } else if byte <= ASCII.semicolon, Self.isOtherBar(byte) {
        bars.others += 1
      }
    }
    return bars
  }

  /// Whether an offset has the LF of a CR LF, which is one line end.
  private func endsLine(at index: Int, _ range: Range<Int>) -> Bool {
    index > range.lowerBound && bytes[index] == ASCII.lf && bytes[index - 1] == ASCII.cr
  }

  private func noteOtherBars(_ range: Range<Int>, _ column: Column) {
    let parts = bytes[range].split(whereSeparator: Self.isOtherBar)
    let values = parts.map { string(trimmed($0.startIndex..<$0.endIndex)) }
    add(
      .readList, column.name, value: string(range), expected: "values joined by |",
      readAs: values.joined(separator: "|"), severity: .note)
    for index in range where Self.isOtherBar(bytes[index]) && !endsLine(at: index, range) {
      let isLineEnd = index + 1 < range.upperBound && endsLine(at: index + 1, range)
      note(separator: index..<index + (isLineEnd ? 2 : 1), column)
    }
  }

  // Inlined, as is `list`: two million lists are read, and each would make closures otherwise.
  @inline(__always)
  private func forEachItem(
    _ column: Column, hasOtherBars: Bool = false, _ body: (Range<Int>) -> Void
  ) {
    guard case .bytes(let range) = cell(column) else { return }
    var start = range.lowerBound
    var count = 0
    var hasEmpty = false
    let bytes = record.bytes.span
    for index in range.lowerBound...range.upperBound {
      guard
        index == range.upperBound || bytes[index] == ASCII.bar
          || (hasOtherBars && Self.isOtherBar(bytes[index]))
      else { continue }
      let item = trimmed(start..<index)
      let isSecondOfLineEnd = hasOtherBars && index < range.upperBound && endsLine(at: index, range)
      start = index + 1
      if isSecondOfLineEnd { continue }
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

  /// The list as read by `parse`; a value that stands twice counts where it stands first.
  ///
  /// A type of another room says itself when two values are the same: from here the compiler does not
  /// see how it would.
  @inline(__always)
  func list<Value: Hashable>(
    _ column: Column, areSame: (Value, Value) -> Bool = { $0 == $1 },
    _ parse: (Range<Int>) -> Value?
  ) -> [Value] {
    guard case .bytes(let range) = cell(column) else { return [] }
    let bars = bars(range)
    if bars.areOthers { noteOtherBars(range, column) }
    var result: [Value] = []
    // A bound on the number of values, so that a list takes no more memory than it needs.
    result.reserveCapacity(min(max(bars.count, bars.others) + 1, SizeLimits.listItems))
    var seen: Set<Value> = []
    forEachItem(column, hasOtherBars: bars.areOthers) { item in
      guard let value = parse(item) else { return }
      // Lists are short as a rule, and then looking through them is faster than hashing.
      if result.count == 16 { seen = Set(result) }
      let isKnown =
        result.count < 16 ? result.contains { areSame($0, value) } : !seen.insert(value).inserted
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
    return cached(range, cache, read)
  }

  private func cached<Value>(
    _ range: Range<Int>, _ cache: CellCache<Value>, _ read: () -> Value
  ) -> Value {
    cache.value(of: bytes, range) {
      let before = log.count
      return (read(), log.count == before)
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
    guard let sector = SectorForms.sector(value) else {
      add(.badSector, column.name, value: value, expected: SectorForms.expected)
      return nil
    }
    readAs(sector.code, .readSector, range, column, SectorForms.expected)
    return sector
  }

  func languages(_ column: Column) -> [LanguageSkill] {
    list(column) { range in cached(range, knownSkills) { language(range, column) } }
  }

  private func language(_ range: Range<Int>, _ column: Column) -> LanguageSkill? {
    let value = string(range)
    if let skill = LanguageSkill(code: value), LanguageCodes.contains(skill.code) { return skill }
    if let skill = LanguageForms.skill(value) {
      readAs(skill.text, .readLanguage, range, column, LanguageForms.expected)
      return skill
    }
    report(value, column)
    return nil
  }

  private func report(_ value: String, _ column: Column) {
    let parts = value.split(separator: ":", maxSplits: 1).map { $0.trimmed() }
    guard parts.count == 2 else {
      add(.badLanguage, column.name, value: value, expected: LanguageForms.expected)
      return
    }
    if LevelForms.level(parts[1]) == nil {
      add(.badLevel, column.name, value: value, expected: LanguageForms.expectedLevel)
    }
    if LanguageCodes.likelyCode(parts[0]) == nil {
      add(.badLanguage, column.name, value: value, expected: LanguageForms.expectedCode)
    }
  }

  func countries(_ column: Column) -> [String] {
    list(column) { country($0, column) }
  }
}
