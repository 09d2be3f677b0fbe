/// A selection problem as slots of options that share *sums*: the form in which prices and large
/// plans look at it.
///
/// Rows that add up the same options bound one sum; they differ in their counts and bounds. Options
/// stand slot by slot, each with the sums that it adds to. Indices are `Int32`, so that an option
/// takes 4 bytes and 8 more for each of its sums.
struct CoupledProblem: Sendable {
  /// Options of slot `s` are `slotStart[s]..<slotStart[s + 1]`.
  private(set) var slotStart: [Int32] = [0]
  private(set) var isRequired: [Bool] = []
  /// The problem's column, indexed by option.
  private(set) var column: [Int32] = []
  /// The problem's column, indexed by count.
  private(set) var countColumn: [Int32] = []
  /// The sums of option `o` are at `entryStart[o]..<entryStart[o + 1]`.
  private(set) var entryStart: [Int32] = [0]
  private(set) var entrySum: [Int32] = []
  private(set) var entryCoefficient: [Int32] = []
  private(set) var sumCount = 0
  private(set) var rows: [Row] = []
  private(set) var terms: [CountTerm] = []
  /// Rows that bound sum `s` are `rowsOfSum[sumStart[s]..<sumStart[s + 1]]`.
  private(set) var rowsOfSum: [Int32] = []
  private(set) var sumStart: [Int32] = []
  let lower: [Int]
  let upper: [Int]

  /// Bounds on a sum and some counts together.
  struct Row: Sendable {
    /// Index of a sum; -1 where only counts are added up.
    var sum: Int32
    /// `Int.min` and `Int.max` are no bounds.
    var lower: Int
    var upper: Int
    /// Its counts in `terms`.
    var terms: Range<Int32>
  }

  /// A count in a row.
  struct CountTerm: Sendable {
    var count: Int32
    var coefficient: Int
  }

  var slotCount: Int { isRequired.count }
  var optionCount: Int { column.count }
  var countCount: Int { countColumn.count }

  @inline(__always)
  func options(of slot: Int) -> Range<Int> { Int(slotStart[slot])..<Int(slotStart[slot + 1]) }

  @inline(__always)
  func entries(of option: Int) -> Range<Int> {
    Int(entryStart[option])..<Int(entryStart[option + 1])
  }

  @inline(__always)
  func counts(of row: Row) -> ArraySlice<CountTerm> {
    terms[Int(row.terms.lowerBound)..<Int(row.terms.upperBound)]
  }

  /// The first count of a row that has one.
  @inline(__always)
  func firstCount(of row: Row) -> CountTerm { terms[Int(row.terms.lowerBound)] }

  @inline(__always)
  func rows(of sum: Int) -> ArraySlice<Int32> {
    rowsOfSum[Int(sumStart[sum])..<Int(sumStart[sum + 1])]
  }

  /// - Returns: `nil` where a coefficient of an option is beyond 32 bits.
  /// - Complexity: linear in the terms of the problem, expected.
  init?(_ problem: SelectionProblem) {
    lower = problem.lower
    upper = problem.upper
    var place = [Int32](repeating: -1, count: problem.columnCount)
    for slot in problem.slots {
      for option in slot.options {
        place[option] = Int32(column.count)
        column.append(Int32(option))
      }
      slotStart.append(Int32(column.count))
      isRequired.append(slot.isRequired)
    }
    for count in 0..<problem.columnCount where problem.slot[count] < 0 {
      place[count] = Int32(countColumn.count)
      countColumn.append(Int32(count))
    }
    guard addRows(problem, place) else { return nil }
    indexSums()
  }

  /// Finds the sums, then deals them out to their options.
  private mutating func addRows(_ problem: SelectionProblem, _ place: [Int32]) -> Bool {
    var known = SumIndex()
    var entryCounts = [Int32](repeating: 0, count: optionCount + 1)
    for (number, row) in problem.rows.enumerated() {
      let split = row.terms.partitioned { problem.slot[$0.column] < 0 }
      let counts = split.counts.map {
        CountTerm(count: place[$0.column], coefficient: $0.coefficient)
      }
      var sum: Int32 = -1
      if !split.options.isEmpty {
        let isNew = known.find(split.options, number, problem)
        sum = Int32(isNew.sum)
        for term in split.options where isNew.isNew {
          guard Int(Int32(truncatingIfNeeded: term.coefficient)) == term.coefficient else {
            return false
          }
          entryCounts[Int(place[term.column]) + 1] += 1
        }
      }
      add(sum: sum, lower: row.lower ?? .min, upper: row.upper ?? .max, counts)
    }
    sumCount = known.representative.count
    for option in 0..<optionCount { entryCounts[option + 1] += entryCounts[option] }
    entryStart = entryCounts
    entrySum = Array(repeating: 0, count: Int(entryStart[optionCount]))
    entryCoefficient = entrySum
    for (sum, row) in known.representative.enumerated() {
      for term in problem.rows[row].terms where problem.slot[term.column] >= 0 {
        let option = Int(place[term.column])
        let entry = Int(entryCounts[option])
        entrySum[entry] = Int32(sum)
        entryCoefficient[entry] = Int32(term.coefficient)
        entryCounts[option] += 1
      }
    }
    return true
  }

  private mutating func add(sum: Int32, lower: Int, upper: Int, _ counts: [CountTerm]) {
    let first = Int32(terms.count)
    terms += counts
    rows.append(Row(sum: sum, lower: lower, upper: upper, terms: first..<Int32(terms.count)))
  }

  /// Adds rows that follow from the others in whole numbers.
  mutating func add(_ derived: [(sum: Int32, lower: Int, upper: Int, counts: [CountTerm])]) {
    for row in derived { add(sum: row.sum, lower: row.lower, upper: row.upper, row.counts) }
    indexSums()
  }

  private mutating func indexSums() {
    sumStart = Array(repeating: 0, count: sumCount + 1)
    for row in rows where row.sum >= 0 { sumStart[Int(row.sum) + 1] += 1 }
    for sum in 0..<sumCount { sumStart[sum + 1] += sumStart[sum] }
    var next = sumStart
    rowsOfSum = Array(repeating: 0, count: Int(sumStart[sumCount]))
    for (place, row) in rows.enumerated() where row.sum >= 0 {
      rowsOfSum[Int(next[Int(row.sum)])] = Int32(place)
      next[Int(row.sum)] += 1
    }
  }
}

/// The different sums of options that have been seen, each by the first row that has it.
private struct SumIndex {
  private var bucket: [UInt64: [Int]] = [:]
  private(set) var representative: [Int] = []

  mutating func find(
    _ terms: [SelectionProblem.Term], _ row: Int, _ problem: SelectionProblem
  ) -> (sum: Int, isNew: Bool) {
    // Not seeded: the order of sums must not hang on the run.
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for term in terms {
      hash = (hash ^ UInt64(truncatingIfNeeded: term.column)) &* 0x100_0000_01b3
      hash = (hash ^ UInt64(truncatingIfNeeded: term.coefficient)) &* 0x100_0000_01b3
    }
    for sum in bucket[hash] ?? [] {
      let other = problem.rows[representative[sum]].terms
      if other.lazy.filter({ problem.slot[$0.column] >= 0 }).elementsEqual(terms) {
        return (sum, false)
      }
    }
    bucket[hash, default: []].append(representative.count)
    representative.append(row)
    return (representative.count - 1, true)
  }
}

extension [SelectionProblem.Term] {
  fileprivate func partitioned(
    _ isCount: (SelectionProblem.Term) -> Bool
  ) -> (options: [SelectionProblem.Term], counts: [SelectionProblem.Term]) {
    guard contains(where: isCount) else { return (self, []) }
    return (filter { !isCount($0) }, filter(isCount))
  }
}
