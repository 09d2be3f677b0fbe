/// Ranges of columns with everything that the rows say about them, and a way back.
///
/// `least[row]` and `most[row]` are the smallest and largest activity of a row within the ranges;
/// they are kept up to date with every change, so that a row is looked at only when it may act.
struct Domain {
  private(set) var lower: [Int]
  private(set) var upper: [Int]
  private(set) var least: [Int] = []
  private(set) var most: [Int] = []
  private var trail: [Change] = []
  private var queue: [Int32] = []
  private var isQueued: [Bool] = []
  private var work = 0

  /// The row that is looked at until it has narrowed a column, -1 for none.
  private var reason: Int32 = -1
  /// The row that could not be kept when `propagate` last returned `false`, and the point at which
  /// it was looked at.
  private(set) var refuted = (row: Int32(-1), mark: 0)

  private struct Change {
    var column: Int32
    /// The row that narrowed the column and perhaps those that follow, if it is the first of them,
    /// or -1.
    var reason: Int32
    var lower: Int
    var upper: Int
  }

  init(_ program: borrowing PropagationRows, lower: [Int], upper: [Int]) {
    self.lower = lower
    self.upper = upper
    least = Array(repeating: 0, count: program.rows.count)
    most = least
    isQueued = Array(repeating: false, count: program.rows.count)
    for row in 0..<program.rows.count {
      for entry in program.rows.range(row) {
        let column = Int(program.rows.column[entry])
        let factor = program.rows.coefficient[entry]
        least[row] += factor > 0 ? factor * lower[column] : factor * upper[column]
        most[row] += factor > 0 ? factor * upper[column] : factor * lower[column]
      }
    }
  }

  func isFixed(_ column: Int) -> Bool { lower[column] == upper[column] }

  /// A point to come back to.
  var mark: Int { trail.count }

  /// Takes back every change since `mark`.
  mutating func undo(to mark: Int, _ program: borrowing PropagationRows) {
    while trail.count > mark {
      let change = trail.removeLast()
      shift(Int(change.column), change.lower, change.upper, program)
    }
  }

  /// The rows that have narrowed columns between two points, in the order in which they were looked
  /// at.
  func reasons(_ changes: Range<Int>) -> [Int] {
    trail[changes].lazy.map { Int($0.reason) }.filter { $0 >= 0 }
  }

  /// Puts every row in line to be looked at by the next `propagate`.
  mutating func queueAll() {
    for row in 0..<least.count where !isQueued[row] {
      isQueued[row] = true
      queue.append(Int32(row))
    }
  }

  /// Puts a row in line to be looked at by the next `propagate`.
  mutating func queue(row: Int) {
    if isQueued[row] { return }
    isQueued[row] = true
    queue.append(Int32(row))
  }

  /// Narrows a column; `false` if nothing is left of it.
  mutating func narrow(
    _ column: Int, _ newLower: Int, _ newUpper: Int, _ program: borrowing PropagationRows
  ) -> Bool {
    let low = max(newLower, lower[column])
    let high = min(newUpper, upper[column])
    if low > high { return false }
    if low == lower[column] && high == upper[column] { return true }
    trail.append(
      Change(column: Int32(column), reason: reason, lower: lower[column], upper: upper[column]))
    reason = -1
    shift(column, low, high, program)
    for entry in program.columnRange(column) {
      let row = program.rowOf[entry]
      if isQueued[Int(row)] { continue }
      isQueued[Int(row)] = true
      queue.append(row)
    }
    return true
  }

  private mutating func shift(
    _ column: Int, _ low: Int, _ high: Int, _ program: borrowing PropagationRows
  ) {
    let lowStep = low - lower[column]
    let highStep = high - upper[column]
    for entry in program.columnRange(column) {
      let row = Int(program.rowOf[entry])
      let factor = program.factorOf[entry]
      if factor > 0 {
        least[row] += factor * lowStep
        most[row] += factor * highStep
      } else {
        least[row] += factor * highStep
        most[row] += factor * lowStep
      }
    }
    lower[column] = low
    upper[column] = high
  }

  /// Narrows columns by the rows in line until nothing follows any more.
  ///
  /// - Returns: `false` if some row or column cannot be kept.
  mutating func propagate(_ program: borrowing PropagationRows) -> Bool {
    var head = 0
    var isSound = true
    // Ranges of whole numbers can shrink by one for ever so long; the bound on steps only gives
    // up strength, never soundness.
    var stepsLeft = 50 * (least.count + 100)
    while head < queue.count {
      let row = Int(queue[head])
      head += 1
      isQueued[row] = false
      if isSound && stepsLeft > 0 {
        let mark = trail.count
        reason = Int32(row)
        isSound = propagate(row, program, &stepsLeft)
        if !isSound { refuted = (Int32(row), mark) }
      }
    }
    reason = -1
    queue.removeAll(keepingCapacity: true)
    return isSound
  }

  private mutating func propagate(
    _ row: Int, _ program: borrowing PropagationRows, _ stepsLeft: inout Int
  ) -> Bool {
    let rowLower = program.rows.lower[row]
    let rowUpper = program.rows.upper[row]
    if least[row] > rowUpper || most[row] < rowLower { return false }
    let room = rowUpper == .max ? Int.max : rowUpper - least[row]
    let need = rowLower == .min ? Int.max : most[row] - rowLower
    let widest = program.largestFactor[row]
    if widest <= room / program.widestRange(row) && widest <= need / program.widestRange(row) {
      return true
    }
    for entry in program.rows.range(row) {
      let column = Int(program.rows.column[entry])
      if lower[column] == upper[column] { continue }
      let factor = program.rows.coefficient[entry]
      stepsLeft -= 1
      if !tighten(column, factor, room, need, program) { return false }
    }
    return true
  }

  /// `room` is how far a row's least activity may rise, `need` how far its most may fall.
  private mutating func tighten(
    _ column: Int, _ factor: Int, _ room: Int, _ need: Int, _ program: borrowing PropagationRows
  ) -> Bool {
    var low = lower[column]
    var high = upper[column]
    if factor > 0 {
      if room != .max { high = min(high, lower[column] + room / factor) }
      if need != .max { low = max(low, upper[column] - need / factor) }
    } else {
      if room != .max { low = max(low, upper[column] - room / -factor) }
      if need != .max { high = min(high, lower[column] + need / -factor) }
    }
    if low == lower[column] && high == upper[column] { return true }
    return narrow(column, low, high, program)
  }
}

/// Rows with the way from a column to its rows.
struct PropagationRows: Sendable {
  private(set) var rows: IntegerRows
  private let columnStart: [Int32]
  let rowOf: [Int32]
  let factorOf: [Int]
  /// Largest coefficient of a row without its sign.
  let largestFactor: [Int]
  private let columnSpan: [Int]

  /// - Parameters:
  ///   - rows: the rows, taken over.
  ///   - lower: lower ends of the widest ranges that columns will have.
  ///   - upper: their upper ends.
  init(_ rows: IntegerRows, lower: [Int], upper: [Int]) {
    self.rows = rows
    var start = Array(repeating: Int32(0), count: lower.count + 1)
    for column in rows.column { start[Int(column) + 1] += 1 }
    for column in 0..<lower.count { start[column + 1] += start[column] }
    var next = start
    var rowOf = Array(repeating: Int32(0), count: rows.column.count)
    var factorOf = Array(repeating: 0, count: rows.column.count)
    var largest = Array(repeating: 1, count: rows.count)
    var span = Array(repeating: 1, count: rows.count)
    for row in 0..<rows.count {
      for entry in rows.range(row) {
        let column = Int(rows.column[entry])
        rowOf[Int(next[column])] = Int32(row)
        factorOf[Int(next[column])] = rows.coefficient[entry]
        next[column] += 1
        largest[row] = max(largest[row], abs(rows.coefficient[entry]))
        span[row] = max(span[row], upper[column] - lower[column])
      }
    }
    columnStart = start
    self.rowOf = rowOf
    self.factorOf = factorOf
    largestFactor = largest
    columnSpan = span
  }

  /// Narrows the bounds of a row for good.
  mutating func narrow(row: Int, lower: Int, upper: Int) {
    rows.lower[row] = lower
    rows.upper[row] = upper
  }

  func columnRange(_ column: Int) -> Range<Int> {
    Int(columnStart[column])..<Int(columnStart[column + 1])
  }

  /// Width of the widest column range in a row, at least 1.
  func widestRange(_ row: Int) -> Int { columnSpan[row] }
}
