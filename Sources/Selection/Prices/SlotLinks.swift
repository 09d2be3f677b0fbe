/// Slots whose choice follows that of another: a row `x1 + x2 + ... - z = 0` whose options `x` are
/// all of one slot says that whoever picks `z` picks one of them, too.
struct SlotLinks: Sendable {
  struct Link: Sendable {
    var slot: Int32
    var sum: Int32
  }

  /// Whether a slot follows others, by slot.
  private(set) var isFollower: [Bool]
  /// Whether a sum is that of such a row, by sum.
  private(set) var isLink: [Bool]
  /// The option that is followed, by sum of such a row; -1 for others.
  private(set) var followed: [Int32]
  private var start: [Int32]
  private var links: [Link] = []

  init(_ problem: CoupledProblem) {
    isFollower = Array(repeating: false, count: problem.slotCount)
    isLink = Array(repeating: false, count: problem.sumCount)
    followed = Array(repeating: -1, count: problem.sumCount)
    var found: [(option: Int32, link: Link)] = []
    let candidates = (0..<problem.sumCount).map { sum in
      problem.rows(of: sum).contains {
        let row = problem.rows[Int($0)]
        return row.lower == 0 && row.upper == 0 && row.terms.isEmpty
      }
    }
    var lead = [Int32](repeating: -1, count: problem.sumCount)
    var follower = lead
    var isOther = candidates.map { !$0 }
    for slot in 0..<problem.slotCount {
      for option in problem.options(of: slot) {
        for entry in problem.entries(of: option) {
          let sum = Int(problem.entrySum[entry])
          if isOther[sum] { continue }
          switch problem.entryCoefficient[entry] {
          case -1 where lead[sum] < 0: lead[sum] = Int32(option)
          case 1 where follower[sum] < 0 || follower[sum] == Int32(slot):
            follower[sum] = Int32(slot)
          default: isOther[sum] = true
          }
        }
      }
    }
    for sum in 0..<problem.sumCount
    where !isOther[sum] && lead[sum] >= 0 && follower[sum] >= 0 {
      isLink[sum] = true
      followed[sum] = lead[sum]
      isFollower[Int(follower[sum])] = true
      found.append((lead[sum], Link(slot: follower[sum], sum: Int32(sum))))
    }
    found.sort { ($0.option, $0.link.sum) < ($1.option, $1.link.sum) }
    start = Array(repeating: 0, count: problem.optionCount + 1)
    for (option, link) in found {
      start[Int(option) + 1] += 1
      links.append(link)
    }
    for option in 0..<problem.optionCount { start[option + 1] += start[option] }
  }

  @inline(__always)
  func followers(of option: Int32) -> ArraySlice<Link> {
    links[Int(start[Int(option)])..<Int(start[Int(option) + 1])]
  }
}
