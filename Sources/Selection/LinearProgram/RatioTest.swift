/// The entering variable of a dual pivot and the variables that change ends on the way to it.
struct EnteringChoice {
  var variable: Int
  var flips: [Int32]
}

extension Simplex {
  private struct Breakpoint {
    var ratio: Double
    var variable: Int32
  }

  /// Walks along the dual ray until the slope turns, flipping ranges on the way, and takes the
  /// largest pivot among the breakpoints that lie together there.
  ///
  /// - Parameters:
  ///   - sign: 1 if the leaving variable is above its range, -1 if below.
  ///   - slope: how far it is outside.
  /// - Returns: `nil` if the dual is unbounded along the ray.
  func chooseEntering(sign: Double, slope: Double) -> EnteringChoice? {
    var rest = breakpoints(sign: sign)
    var heap: [Breakpoint] = []
    var slope = slope
    var passed: [Breakpoint] = []
    while true {
      if heap.isEmpty {
        if rest.isEmpty { break }
        heap = takeNearest(&rest)
        let after = heap.reduce(slope) { $0 - drop(at: $1) }
        if after >= 0 {
          // The slope does not turn among these, whatever their order.
          slope = after
          passed += heap
          heap.removeAll()
          continue
        }
        makeHeap(&heap)
      }
      guard let next = popLeast(&heap) else { break }
      passed.append(next)
      slope -= drop(at: next)
      if slope < 0 { break }
    }
    // All breakpoints passed and the slope still rises: moving every variable to its other end
    // does not repair the row.
    if slope > Self.feasibility { return nil }
    if slope >= 0 { passed.sort(by: isLess) }
    guard let last = passed.last else { return nil }
    let turn = passed.count - 1
    if heap.isEmpty, !rest.isEmpty {
      heap = takeNearest(&rest)
      makeHeap(&heap)
    }
    addTies(&heap, &passed, at: last)
    return choice(among: passed, turn: turn)
  }

  /// By how much the slope falls at a breakpoint.
  private func drop(at breakpoint: Breakpoint) -> Double {
    let variable = Int(breakpoint.variable)
    return abs(tableauRow[variable]) * (program.upper[variable] - program.lower[variable])
  }

  private func breakpoints(sign: Double) -> [Breakpoint] {
    var found: [Breakpoint] = []
    for index in touched {
      let variable = Int(index)
      let direction = sign * tableauRow[variable]
      if abs(direction) <= 1e-9 || program.lower[variable] == program.upper[variable] { continue }
      if isAtUpper[variable] ? direction < 0 : direction > 0 {
        found.append(
          Breakpoint(ratio: max(0, reducedCost[variable] / direction), variable: index))
      }
    }
    return found
  }

  /// Takes the breakpoints up to a few times the least ratio out of `rest`, as a heap: a pivot
  /// passes few of many, so that ordering all of them would be most of its work.
  private func takeNearest(_ rest: inout [Breakpoint]) -> [Breakpoint] {
    var least = Double.infinity
    for breakpoint in rest { least = min(least, breakpoint.ratio) }
    let reach = 4 * least + 4 * Self.optimality
    var heap: [Breakpoint] = []
    var kept = 0
    for breakpoint in rest {
      if breakpoint.ratio <= reach {
        heap.append(breakpoint)
      } else {
        rest[kept] = breakpoint
        kept += 1
      }
    }
    rest.removeLast(rest.count - kept)
    return heap
  }

  /// Adds the breakpoints that a tolerance on reduced costs cannot tell from the last one.
  private func addTies(
    _ heap: inout [Breakpoint], _ passed: inout [Breakpoint], at last: Breakpoint
  ) {
    let width = Self.optimality / max(abs(tableauRow[Int(last.variable)]), 1e-6)
    while let next = heap.first, next.ratio <= last.ratio + width {
      _ = popLeast(&heap)
      passed.append(next)
    }
  }

  /// Takes the largest pivot near the breakpoint `turn` at which the slope turns.
  ///
  /// Only variables before the turn are flipped; one that is passed within the tolerance is not,
  /// its cost is shifted after the pivot.
  private func choice(among passed: [Breakpoint], turn: Int) -> EnteringChoice {
    let ratio = passed[turn].ratio
    var best = passed[turn]
    var bestSize = 0.0
    for breakpoint in passed.reversed() {
      let size = abs(tableauRow[Int(breakpoint.variable)])
      let slack = (ratio - breakpoint.ratio) * size
      if slack > Self.optimality { continue }
      if size > bestSize * 1.0000001 {
        bestSize = size
        best = breakpoint
      }
    }
    // Small pivots are avoided where a smaller step with a larger one does nearly as well.
    if bestSize < Self.pivotTolerance {
      for breakpoint in passed {
        let size = abs(tableauRow[Int(breakpoint.variable)])
        if size > bestSize {
          bestSize = size
          best = breakpoint
        }
      }
    }
    let flips = passed[0..<turn].filter { $0.variable != best.variable && $0.ratio < best.ratio }
    return EnteringChoice(variable: Int(best.variable), flips: flips.map(\.variable))
  }

  // A heap by hand: ties in the ratio are broken by the variable, so that runs repeat.

  private func isLess(_ left: Breakpoint, _ right: Breakpoint) -> Bool {
    left.ratio != right.ratio ? left.ratio < right.ratio : left.variable < right.variable
  }

  private func makeHeap(_ heap: inout [Breakpoint]) {
    for root in stride(from: heap.count / 2 - 1, through: 0, by: -1) { siftDown(&heap, root) }
  }

  private func siftDown(_ heap: inout [Breakpoint], _ start: Int) {
    var root = start
    while true {
      var child = 2 * root + 1
      if child >= heap.count { return }
      if child + 1 < heap.count, isLess(heap[child + 1], heap[child]) { child += 1 }
      if !isLess(heap[child], heap[root]) { return }
      heap.swapAt(child, root)
      root = child
    }
  }

  private func popLeast(_ heap: inout [Breakpoint]) -> Breakpoint? {
    guard let least = heap.first, let last = heap.popLast() else { return nil }
    if !heap.isEmpty {
      heap[0] = last
      siftDown(&heap, 0)
    }
    return least
  }
}
