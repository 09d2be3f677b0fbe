/// What the columns of a program are known by in other programs.
struct ColumnNames: Sendable {
  /// Indexed by column.
  private(set) var keys: [Key]
  /// Further keys of columns that stand for several.
  private(set) var others: [(key: Key, column: Int32)] = []
  /// Columns that were taken out with a value above 0.
  private(set) var taken: Set<Key> = []

  init(_ keys: [Key]) { self.keys = keys }

  mutating func append(_ key: Key) { keys.append(key) }

  /// The names in a program of fewer columns.
  ///
  /// - Parameters:
  ///   - columns: what each column became, or -1 for one that is fixed.
  ///   - count: how many there are.
  ///   - value: of a column that is fixed.
  /// - Returns: the names, with those that were taken out above 0.
  func reduced(to columns: [Int32], count: Int, fixedAt value: [Int]) -> ColumnNames {
    var smaller = ColumnNames(Array(repeating: 0, count: count))
    smaller.others = others
    smaller.taken = taken
    var isNamed = Array(repeating: false, count: count)
    for (column, key) in keys.enumerated() {
      let new = Int(columns[column])
      if new < 0 {
        if value[column] > 0 { smaller.taken.insert(key) }
      } else if isNamed[new] {
        smaller.others.append((key, Int32(column)))
      } else {
        smaller.keys[new] = key
        isNamed[new] = true
      }
    }
    smaller.others = smaller.others.compactMap { key, column in
      let new = columns[Int(column)]
      if new < 0, value[Int(column)] > 0 { smaller.taken.insert(key) }
      return new < 0 ? nil : (key, new)
    }
    return smaller
  }

  /// The names of some of the columns.
  func of(_ columns: [Int32], places: [Int32], isOwn: (Int) -> Bool) -> ColumnNames {
    var some = ColumnNames(columns.map { keys[Int($0)] })
    some.taken = taken
    some.others = others.filter { isOwn(Int($0.column)) }.map { ($0.key, places[Int($0.column)]) }
    return some
  }
}
