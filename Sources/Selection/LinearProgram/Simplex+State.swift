/// What follows from a basis: factors, prices and values.
extension Simplex {
  /// Factors the basis afresh and recomputes everything that pivots only update.
  mutating func refresh() {
    factor()
    noteIdle()
    priceAll()
    placeNonbasic()
    computeBasicValues()
    isStale = false
  }

  private mutating func noteIdle() {
    for variable in 0..<variableCount {
      isIdle[variable] =
        slotOf[variable] >= 0 || program.lower[variable] == program.upper[variable]
    }
  }

  private mutating func factor() {
    var columns = SparseColumns()
    columns.index.reserveCapacity(rowCount * 4)
    columns.value.reserveCapacity(rowCount * 4)
    for variable in basic {
      if Int(variable) >= columnCount {
        columns.append(index: variable - Int32(columnCount), value: 1)
      } else {
        for entry in program.columns.range(Int(variable)) {
          columns.append(index: program.columns.index[entry], value: program.columns.value[entry])
        }
      }
      columns.close()
    }
    for (slot, row) in factorization.factor(columns) {
      let out = Int(basic[slot])
      slotOf[out] = -1
      isAtUpper[out] = abs(value[out] - program.upper[out]) < abs(value[out] - program.lower[out])
      basic[slot] = Int32(columnCount + row)
      slotOf[columnCount + row] = Int32(slot)
    }
  }

  /// Prices every row and sets all reduced costs.
  mutating func priceAll() {
    let dual = duals(of: cost)
    for row in 0..<rowCount { reducedCost[columnCount + row] = cost[columnCount + row] - dual[row] }
    for column in 0..<columnCount {
      var sum = cost[column]
      for entry in program.columns.range(column) {
        sum -= program.columns.value[entry] * dual[Int(program.columns.index[entry])]
      }
      reducedCost[column] = sum
    }
    for variable in basic { reducedCost[Int(variable)] = 0 }
  }

  /// Row multipliers of the basis for a cost, in the scale of the program's rows.
  mutating func duals(of cost: [Double]) -> [Double] {
    var dual = SparseVector<Double>(count: rowCount)
    for slot in 0..<rowCount where cost[Int(basic[slot])] != 0 {
      slotWork.set(slot, cost[Int(basic[slot])])
    }
    factorization.solveTransposed(&slotWork, into: &dual)
    return dual.value
  }

  /// Prices of the rows as the caller gave them, for a cost that need not be the one in force.
  mutating func rowDuals(of columnCost: [Int]) -> [Double] {
    var full = Array(repeating: 0.0, count: variableCount)
    for column in 0..<columnCount { full[column] = Double(columnCost[column]) }
    let dual = duals(of: full)
    return (0..<rowCount).map { dual[$0] * program.scale[$0] }
  }

  /// Puts what is nonbasic at the end of its range that its reduced cost asks for.
  private mutating func placeNonbasic() {
    for variable in 0..<variableCount where !isBasic(variable) {
      if reducedCost[variable] < -Self.optimality {
        isAtUpper[variable] = true
      } else if reducedCost[variable] > Self.optimality {
        isAtUpper[variable] = false
      }
      value[variable] = isAtUpper[variable] ? program.upper[variable] : program.lower[variable]
    }
  }

  /// Same as `placeNonbasic`, but every variable stays at the end where it is.
  mutating func refreshKeepingEnds() {
    factor()
    noteIdle()
    priceAll()
    for variable in 0..<variableCount where !isBasic(variable) {
      value[variable] = isAtUpper[variable] ? program.upper[variable] : program.lower[variable]
    }
    computeBasicValues()
    isStale = false
  }

  mutating func computeBasicValues() {
    hasShift = false
    rowWork.removeAll()
    for variable in 0..<variableCount where !isBasic(variable) && value[variable] != 0 {
      scatter(variable, times: -value[variable])
    }
    factorization.solve(&rowWork, into: &slotWork)
    for slot in 0..<rowCount {
      value[Int(basic[slot])] = slotWork[slot]
      noteOutside(slot)
    }
    slotWork.removeAll()
    objective = 0
    for variable in 0..<variableCount where cost[variable] != 0 {
      objective += cost[variable] * value[variable]
    }
  }

  /// Computes the row of the inverse that belongs to a slot.
  mutating func computeInverseRow(slot: Int) {
    slotWork.set(slot, 1)
    factorization.solveTransposed(&slotWork, into: &rho)
  }

  /// Computes the row of the inverse and of the tableau that belong to a slot.
  mutating func computeTableauRow(slot: Int) {
    computeInverseRow(slot: slot)
    for variable in touched { tableauRow[Int(variable)] = 0 }
    touched.removeAll(keepingCapacity: true)
    for place in rho.places where abs(rho[Int(place)]) >= 1e-13 {
      let slack = columnCount + Int(place)
      if !isIdle[slack] {
        touched.append(Int32(slack))
        tableauRow[slack] = rho[Int(place)]
      }
    }
    let count = Self.addRows(
      program.rows, times: rho, to: &tableauRow, noting: &touchWork, butFor: isIdle)
    touched.append(contentsOf: touchWork[..<count])
  }

  /// Adds the multiples of rows that `multipliers` asks for, but for idle columns.
  ///
  /// Which columns are idle and which are new follows no pattern, so there is nothing to branch on.
  ///
  /// - Returns: how many columns are noted that were not touched before.
  private static func addRows(
    _ rows: SparseColumns, times multipliers: SparseVector<Double>, to sums: inout [Double],
    noting touched: inout [Int32], butFor idle: [Bool]
  ) -> Int {
    let start = rows.start.span
    let index = rows.index.span
    let factor = rows.value.span
    let isIdle = idle.span
    var sum = sums.mutableSpan
    var noted = touched.mutableSpan
    var count = 0
    for place in multipliers.places {
      let multiplier = multipliers[Int(place)]
      if abs(multiplier) < 1e-13 { continue }
      for entry in Int(start[Int(place)])..<Int(start[Int(place) + 1]) {
        let column = Int(index[entry])
        let isOpen = !isIdle[column]
        let before = sum[column]
        noted[count] = Int32(column)
        count += isOpen && before == 0 ? 1 : 0
        let after = before + multiplier * factor[entry]
        // A zero would look as if the column had not been touched.
        sum[column] = !isOpen ? before : after == 0 ? 1e-300 : after
      }
    }
    return count
  }

  /// Computes the entering column in terms of the basis.
  mutating func computeEntering(_ variable: Int) {
    scatter(variable, times: 1)
    factorization.solve(&rowWork, into: &entering)
  }

  mutating func scatter(_ variable: Int, times factor: Double) {
    if variable >= columnCount {
      rowWork.add(factor, at: variable - columnCount)
      return
    }
    rowWork.add(variable, of: program.columns, times: factor)
  }

  /// Exchanges the variable in `slot` for `variable`; `entering` and the tableau row belong to them.
  mutating func exchange(slot: Int, entering variable: Int, leavingAtUpper: Bool) {
    let leaving = Int(basic[slot])
    let dualStep = reducedCost[variable] / tableauRow[variable]
    if dualStep != 0 {
      for index in touched {
        reducedCost[Int(index)] -= dualStep * tableauRow[Int(index)]
      }
    }
    reducedCost[leaving] = -dualStep
    reducedCost[variable] = 0
    factorization.replace(slot: slot, column: entering)
    slotOf[leaving] = -1
    slotOf[variable] = Int32(slot)
    basic[slot] = Int32(variable)
    isIdle[variable] = true
    isIdle[leaving] = program.lower[leaving] == program.upper[leaving]
    isAtUpper[leaving] = leavingAtUpper
    value[leaving] = leavingAtUpper ? program.upper[leaving] : program.lower[leaving]
    noteOutside(slot)
  }

  /// Puts a slot on the list of those to be looked at if its value is out of its range.
  @inline(__always)
  mutating func noteOutside(_ slot: Int) {
    if isOutside[slot] || excess(slot) <= Self.feasibility { return }
    isOutside[slot] = true
    outside.append(Int32(slot))
  }

  /// How far the value in a slot is out of its range; negative inside.
  @inline(__always)
  func excess(_ slot: Int) -> Double {
    let variable = Int(basic[slot])
    return max(program.lower[variable] - value[variable], value[variable] - program.upper[variable])
  }

  /// Moves the basic variables by `-step` times the entering column.
  mutating func moveBasics(by step: Double) {
    for place in entering.places {
      let slot = Int(place)
      value[Int(basic[slot])] -= step * entering[slot]
      noteOutside(slot)
    }
  }
}
