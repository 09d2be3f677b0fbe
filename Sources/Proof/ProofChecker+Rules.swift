/// What follows from rows.
extension ProofChecker {
  /// Narrows every column of a row to what the row leaves it, once.
  mutating func propagate(refutes: Bool) throws(ProofFault) {
    let row = try readRow()
    guard let extent = rows.extent(row, lower, upper) else { throw scanner.fault(.numberTooLarge) }
    let room = rows.upper[row].map { Int128($0) - extent.least }
    let need = rows.lower[row].map { extent.most - Int128($0) }
    var isRefuted = room.map { $0 < 0 } ?? false || need.map { $0 < 0 } ?? false
    if !isRefuted {
      for entry in rows.range(row) where rows.coefficient[entry] != 0 {
        if !narrow(Int(rows.column[entry]), rows.coefficient[entry], room, need) {
          isRefuted = true
          break
        }
      }
    }
    if isRefuted != refutes {
      throw scanner.fault(refutes ? .notRefuted : .unexpectedRefutation)
    }
    if refutes { try close() }
  }

  /// - Returns: `false` if nothing is left of the column.
  private mutating func narrow(
    _ column: Int, _ factor: Int, _ room: Int128?, _ need: Int128?
  ) -> Bool {
    var (low, high) = (Int128(lower[column]), Int128(upper[column]))
    let size = Int128(factor.magnitude)
    // By how much the column may leave the end at which the row is least, or the other one.
    let (fromLeast, fromMost) = (room.map { $0 / size }, need.map { $0 / size })
    if let steps = factor > 0 ? fromLeast : fromMost {
      high = min(high, Int128(lower[column]) + steps)
    }
    if let steps = factor > 0 ? fromMost : fromLeast {
      low = max(low, Int128(upper[column]) - steps)
    }
    if low > high { return false }
    if low != Int128(lower[column]) || high != Int128(upper[column]) {
      setRange(column, Int(low), Int(high))
    }
    return true
  }

  // MARK: Combinations

  /// Reads inequalities with their multipliers and adds them up.
  private mutating func readCombination() throws(ProofFault) {
    combination.clear()
    repeat {
      let (inequality, multiplier) = (try scanner.nextNumber(), try scanner.nextNumber())
      guard multiplier > 0 else { throw scanner.fault(.badMultiplier(multiplier)) }
      _ = try addInequality(inequality, multiplier)
    } while !scanner.isAtLineEnd
  }

  /// - Returns: the row, and whether its upper bound is used.
  private mutating func addInequality(
    _ inequality: Int, _ multiplier: Int
  ) throws(ProofFault) -> (row: Int, isUpper: Bool) {
    let row = inequality / 2
    guard inequality >= 0, row < rows.count else { throw scanner.fault(.unknownRow(row)) }
    try spend(rows.range(row).count + 1)
    let isUpper = inequality % 2 == 0
    guard let bound = isUpper ? rows.upper[row] : rows.lower[row] else {
      throw scanner.fault(.noBound(row: row))
    }
    let signed = isUpper ? multiplier : -multiplier
    guard combination.add(rows, row, signed), combination.addRight(signed, bound) else {
      throw scanner.fault(.numberTooLarge)
    }
    return (row, isUpper)
  }

  mutating func narrow() throws(ProofFault) {
    try readCombination()
    guard let room = combination.room(lower, upper) else { throw scanner.fault(.numberTooLarge) }
    if room < 0 { throw scanner.fault(.unexpectedRefutation) }
    for column in combination.touched where combination.sum[column] != 0 {
      _ = narrow(column, combination.sum[column], room, nil)
    }
  }

  mutating func refuteByCombination() throws(ProofFault) {
    try readCombination()
    guard let room = combination.room(lower, upper) else { throw scanner.fault(.numberTooLarge) }
    guard room < 0 else { throw scanner.fault(.notRefuted) }
    try close()
  }

  mutating func addCombination() throws(ProofFault) {
    try readCombination()
    try appendReduced()
  }

  mutating func addEquation() throws(ProofFault) {
    combination.clear()
    repeat {
      let row = try readRow()
      let multiplier = try scanner.nextNumber()
      guard let bound = rows.upper[row], rows.lower[row] == bound else {
        throw scanner.fault(.notAnEquation(row: row))
      }
      guard combination.add(rows, row, multiplier), combination.addRight(multiplier, bound) else {
        throw scanner.fault(.numberTooLarge)
      }
    } while !scanner.isAtLineEnd
    guard let right = combination.smallRight, let terms = combination.smallTerms else {
      throw scanner.fault(.numberTooLarge)
    }
    try append(lower: right, upper: right, terms: terms)
  }

  /// Appends the combination without fixed columns, divided by what its coefficients share.
  private mutating func appendReduced() throws(ProofFault) {
    guard combination.takeOutFixed(lower, upper) else { throw scanner.fault(.numberTooLarge) }
    combination.divide()
    guard let right = combination.smallRight, let terms = combination.smallTerms else {
      throw scanner.fault(.numberTooLarge)
    }
    try append(lower: nil, upper: right, terms: terms)
  }

  // MARK: Rounding

  mutating func addRounded() throws(ProofFault) {
    let divisor = try scanner.nextNumber()
    guard divisor > 1 else { throw scanner.fault(.malformed(expected: "a divisor above 1")) }
    let ends = try readEnds()
    combination.clear()
    var slacks: [(row: Int, isUpper: Bool, multiplier: Int)] = []
    repeat {
      let (inequality, multiplier) = (try scanner.nextNumber(), try scanner.nextNumber())
      let (row, isUpper) = try addInequality(inequality, multiplier)
      if rows.lower[row] != rows.upper[row] { slacks.append((row, isUpper, multiplier)) }
    } while !scanner.isAtLineEnd
    guard combination.takeOutFixed(lower, upper),
      let rounding = combination.round(divisor: divisor, lower, upper, atUpper: ends)
    else { throw scanner.fault(.numberTooLarge) }
    for slack in slacks {
      try spend(rows.range(slack.row).count)
      guard let factor = rounding.apply(slack.multiplier),
        let bound = slack.isUpper ? rows.upper[slack.row] : rows.lower[slack.row],
        case let signed = slack.isUpper ? -factor : factor,
        combination.add(rows, slack.row, signed), combination.addRight(signed, bound)
      else { throw scanner.fault(.numberTooLarge) }
    }
    try appendReduced()
  }

  /// The columns that are measured from their upper ends, rising.
  private mutating func readEnds() throws(ProofFault) -> Set<Int> {
    let count = try scanner.nextNumber()
    guard count >= 0, count <= lower.count else {
      throw scanner.fault(.malformed(expected: "a number of columns"))
    }
    var ends: Set<Int> = []
    for _ in 0..<count {
      let column = try readColumn()
      try spend(1)
      guard ends.insert(column).inserted else { throw scanner.fault(.unknownColumn(column)) }
    }
    return ends
  }
}
