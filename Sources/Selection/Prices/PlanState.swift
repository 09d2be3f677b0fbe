/// A plan in the making: an option or none for each slot, and values for the counts that hold them
/// together.
///
/// The counts of a cluster are decided; they give every sum a range, and a step is taken only where
/// it stays in the ranges or comes nearer to them. What soft rows are missed by follows from the
/// sums. Slots that follow another one (a member's place in the session of its group) move with it.
struct PlanState {
  let problem: CoupledProblem
  let clusters: CountClusters
  let links: SlotLinks
  /// Costs by tier and column.
  let cost: [[Int]]
  /// Chosen option or -1, by slot.
  private(set) var choice: [Int32]
  private(set) var sum: [Int]
  /// Range of a sum under the counts as they are decided.
  private(set) var low: [Int]
  private(set) var high: [Int]
  private(set) var countValue: [Int]
  /// Slots whose choice adds to a sum, for sums that few can be in.
  private(set) var members: [[Int32]]
  private(set) var isListed: [Bool]
  /// Cost of all choices, of counts in clusters and of what soft rows are missed by, by tier.
  private(set) var total: [Int]
  private let soft: SoftRows
  // What the step at hand does: its change of each sum that it touches.
  private(set) var change: [Int]
  private(set) var touched: [Int32] = []
  private var moves: [(slot: Int32, option: Int32)] = []
  private var added: [Int32] = []
  private var removed: [Int32] = []
  private(set) var journal: [Undo] = []

  enum Undo {
    case choice(slot: Int32, old: Int32)
    case counts(cluster: Int32, old: [Int])
  }

  /// Sums that more than this many slots can be in at once keep no list of them.
  private static let longestList = 150

  init(_ problem: CoupledProblem, _ clusters: CountClusters, cost: [[Int]]) {
    self.problem = problem
    self.clusters = clusters
    self.cost = cost
    links = SlotLinks(problem)
    choice = Array(repeating: -1, count: problem.slotCount)
    sum = Array(repeating: 0, count: problem.sumCount)
    change = sum
    low = sum
    high = sum
    countValue = Array(repeating: 0, count: problem.countCount)
    total = Array(repeating: 0, count: cost.count)
    members = Array(repeating: [], count: problem.sumCount)
    isListed = Array(repeating: false, count: problem.sumCount)
    soft = SoftRows(problem, clusters, cost: cost)
    for cluster in clusters.clusters {
      set(cluster.counts, cluster.combinations.first ?? cluster.counts.map { _ in 0 })
    }
    for place in sum.indices {
      range(Int32(place))
      isListed[place] = mostOf(place) <= Self.longestList && !links.isLink[place]
      soft.add(place, at: 0, times: 1, to: &total)
    }
  }

  /// The most that a sum could be whatever the counts.
  private func mostOf(_ sum: Int) -> Int {
    var most = Int.max
    for row in problem.rows(of: sum) where !clusters.isSoft[Int(row)] {
      let row = problem.rows[Int(row)]
      if row.upper == .max { continue }
      var bound = row.upper
      for term in problem.counts(of: row) {
        let column = Int(problem.countColumn[Int(term.count)])
        let ends = (
          term.coefficient * problem.lower[column], term.coefficient * problem.upper[column]
        )
        bound -= min(ends.0, ends.1)
      }
      most = min(most, bound)
    }
    return most
  }

  // MARK: Counts

  private mutating func set(_ counts: [Int32], _ values: [Int]) {
    for (count, value) in zip(counts, values) {
      let column = Int(problem.countColumn[Int(count)])
      for tier in cost.indices {
        total[tier] += cost[tier][column] * (value - countValue[Int(count)])
      }
      countValue[Int(count)] = value
    }
  }

  /// Works out the range of a sum from its rows.
  private mutating func range(_ sum: Int32) {
    var (low, high) = (Int.min, Int.max)
    for place in problem.rows(of: Int(sum)) where !clusters.isSoft[Int(place)] {
      let row = problem.rows[Int(place)]
      var fixed = 0
      for term in problem.counts(of: row) {
        fixed += term.coefficient * countValue[Int(term.count)]
      }
      if row.lower != .min { low = max(low, row.lower - fixed) }
      if row.upper != .max { high = min(high, row.upper - fixed) }
    }
    self.low[Int(sum)] = low
    self.high[Int(sum)] = high
  }

  func values(of cluster: Int) -> [Int] {
    clusters.clusters[cluster].counts.map { countValue[Int($0)] }
  }

  /// Decides the counts of a cluster; sums may be out of their ranges afterwards.
  mutating func decide(_ cluster: Int, _ values: [Int]) {
    journal.append(.counts(cluster: Int32(cluster), old: self.values(of: cluster)))
    write(cluster, values)
  }

  private mutating func write(_ cluster: Int, _ values: [Int]) {
    set(clusters.clusters[cluster].counts, values)
    for sum in clusters.clusters[cluster].sums { range(sum) }
  }

  /// By how much the sums of a cluster would be out of range with other counts.
  func missed(
    _ cluster: Int, _ values: [Int], shortage: Double, sums: (Int) -> Double
  ) -> Double {
    var missed = 0.0
    let members = clusters.clusters[cluster]
    for sum in members.sums {
      for place in problem.rows(of: Int(sum)) where !clusters.isSoft[Int(place)] {
        let row = problem.rows[Int(place)]
        var activity = sums(Int(sum))
        for term in problem.counts(of: row) {
          guard let at = members.counts.firstIndex(of: term.count) else { continue }
          activity += Double(term.coefficient * values[at])
        }
        if row.lower != .min { missed += shortage * max(0, Double(row.lower) - activity) }
        if row.upper != .max { missed += max(0, activity - Double(row.upper)) }
      }
    }
    return missed
  }

  // MARK: A step

  /// Starts a step that moves nobody yet.
  mutating func begin() {
    for sum in touched { change[Int(sum)] = 0 }
    touched.removeAll(keepingCapacity: true)
    moves.removeAll(keepingCapacity: true)
    added.removeAll(keepingCapacity: true)
    removed.removeAll(keepingCapacity: true)
  }

  @inline(__always)
  private mutating func count(_ option: Int32, _ sign: Int) {
    if sign > 0 { added.append(option) } else { removed.append(option) }
    for entry in problem.entries(of: Int(option)) {
      let sum = problem.entrySum[entry]
      if links.isLink[Int(sum)] { continue }
      // A sum that came back to 0 stands there twice, which does no harm.
      if change[Int(sum)] == 0 { touched.append(sum) }
      change[Int(sum)] += sign * Int(problem.entryCoefficient[entry])
    }
  }

  /// Takes a slot's choice away within the step, with those that follow it.
  mutating func moveOut(_ slot: Int) {
    guard choice[slot] >= 0 else { return }
    count(choice[slot], -1)
    moves.append((Int32(slot), -1))
    for link in links.followers(of: choice[slot]) where choice[Int(link.slot)] >= 0 {
      count(choice[Int(link.slot)], -1)
      moves.append((link.slot, -1))
    }
  }

  /// Gives a slot without a choice an option within the step; those that follow it get the one that
  /// fits and has the lowest guide.
  mutating func moveIn(_ slot: Int, _ option: Int32, _ guide: [Float]) {
    count(option, 1)
    moves.append((Int32(slot), option))
    for link in links.followers(of: option) {
      let follower = bestFollower(link, guide)
      if follower < 0 { continue }
      count(follower, 1)
      moves.append((link.slot, follower))
    }
  }

  private func bestFollower(_ link: SlotLinks.Link, _ guide: [Float]) -> Int32 {
    var best: Int32 = -1
    var bestFits = false
    for option in problem.options(of: Int(link.slot)) {
      var isLinked = false
      var fits = true
      for entry in problem.entries(of: option) {
        let sum = Int(problem.entrySum[entry])
        if problem.entrySum[entry] == link.sum {
          isLinked = true
        } else if !links.isLink[sum] {
          let step = change[sum] + Int(problem.entryCoefficient[entry])
          if step > 0, self.sum[sum] + step > high[sum] { fits = false }
        }
      }
      guard isLinked, fits || !bestFits else { continue }
      if best < 0 || fits && !bestFits || guide[option] < guide[Int(best)] {
        best = Int32(option)
        bestFits = fits
      }
    }
    return best
  }

  /// Whether the step leaves no sum farther out of its range than it is.
  func isAllowed() -> Bool {
    for sum in touched where !isAllowed(sum) { return false }
    return true
  }

  @inline(__always)
  func isAllowed(_ sum: Int32) -> Bool {
    let step = change[Int(sum)]
    if step > 0 { return self.sum[Int(sum)] + step <= high[Int(sum)] }
    return step == 0 || self.sum[Int(sum)] + step >= low[Int(sum)]
  }

  /// What the step adds to a tier.
  func stepCost(tier: Int) -> Int {
    var sum = 0
    for option in added { sum += cost[tier][Int(problem.column[Int(option)])] }
    for option in removed { sum -= cost[tier][Int(problem.column[Int(option)])] }
    return sum + missedCost(tier: tier)
  }

  /// Whether the step makes the first tier that it changes better.
  func isBetter() -> Bool {
    for tier in cost.indices {
      let change = stepCost(tier: tier)
      if change != 0 { return change < 0 }
    }
    return false
  }

  mutating func commit() {
    // What goes makes room for what comes.
    for (slot, option) in moves where option < 0 { choose(Int(slot), -1) }
    for (slot, option) in moves where option >= 0 { choose(Int(slot), option) }
    begin()
  }

  /// Cost of the step beyond that of the options: what soft rows are missed by.
  private func missedCost(tier: Int) -> Int {
    var cost = 0
    for (place, sum) in touched.enumerated()
    where soft.hasRows(Int(sum)) && change[Int(sum)] != 0 && !touched[..<place].contains(sum) {
      let now = self.sum[Int(sum)]
      cost += soft.cost(Int(sum), from: now, to: now + change[Int(sum)], tier: tier)
    }
    return cost
  }

  // MARK: Choices

  /// Sets the choice of one slot, whatever it breaks.
  mutating func choose(_ slot: Int, _ option: Int32) {
    let old = choice[slot]
    if old == option { return }
    journal.append(.choice(slot: Int32(slot), old: old))
    write(slot, option)
  }

  private mutating func write(_ slot: Int, _ option: Int32) {
    if choice[slot] >= 0 { apply(slot, choice[slot], -1) }
    choice[slot] = option
    if option >= 0 { apply(slot, option, 1) }
  }

  private mutating func apply(_ slot: Int, _ option: Int32, _ sign: Int) {
    let column = Int(problem.column[Int(option)])
    for tier in cost.indices { total[tier] += sign * cost[tier][column] }
    for entry in problem.entries(of: Int(option)) {
      let place = Int(problem.entrySum[entry])
      soft.add(place, at: sum[place], times: -1, to: &total)
      sum[place] += sign * Int(problem.entryCoefficient[entry])
      soft.add(place, at: sum[place], times: 1, to: &total)
      guard isListed[place] else { continue }
      if sign > 0 {
        members[place].append(Int32(slot))
      } else if let at = members[place].lastIndex(of: Int32(slot)) {
        members[place].remove(at: at)
      }
    }
  }

  /// Takes a slot's choice away, and those of the slots that follow it.
  mutating func clear(_ slot: Int) {
    guard choice[slot] >= 0 else { return }
    for link in links.followers(of: choice[slot]) { choose(Int(link.slot), -1) }
    choose(slot, -1)
  }

  // MARK: Undo

  var mark: Int { journal.count }

  mutating func undo(to mark: Int) {
    while journal.count > mark {
      switch journal.removeLast() {
      case .choice(let slot, let old): write(Int(slot), old)
      case .counts(let cluster, let old): write(Int(cluster), old)
      }
    }
  }

  mutating func forget() { journal.removeAll(keepingCapacity: true) }

  // MARK: Result

  func isOff(_ sum: Int) -> Bool {
    !links.isLink[sum] && (self.sum[sum] < low[sum] || self.sum[sum] > high[sum])
  }

  /// The values of the problem's columns.
  func selection() -> [Int] {
    var value = Array(repeating: 0, count: problem.lower.count)
    for option in choice where option >= 0 { value[Int(problem.column[Int(option)])] = 1 }
    for (count, column) in problem.countColumn.enumerated() {
      value[Int(column)] = countValue[count]
    }
    soft.write(to: &value, sums: sum)
    return value
  }
}
