/// Options by sum.
struct Addends {
  private var start: [Int32]
  private var option: [Int32]
  /// Slot by option.
  private(set) var slot: [Int32]

  init(_ problem: CoupledProblem) {
    slot = Array(repeating: 0, count: problem.optionCount)
    for place in 0..<problem.slotCount {
      for option in problem.options(of: place) { slot[option] = Int32(place) }
    }
    start = Array(repeating: 0, count: problem.sumCount + 1)
    for sum in problem.entrySum { start[Int(sum) + 1] += 1 }
    for sum in 0..<problem.sumCount { start[sum + 1] += start[sum] }
    var next = start
    option = Array(repeating: 0, count: problem.entrySum.count)
    for place in 0..<problem.optionCount {
      for entry in problem.entries(of: place) {
        let sum = Int(problem.entrySum[entry])
        option[Int(next[sum])] = Int32(place)
        next[sum] += 1
      }
    }
  }

  func options(of sum: Int) -> ArraySlice<Int32> { option[Int(start[sum])..<Int(start[sum + 1])] }
}
