/// Searches prices of rows, and a fractional selection that fits them, for one cost of each option.
///
/// The pair is a saddle point of the Lagrangian in which every row has its price and every slot and
/// count is decided alone. Each step moves the selection against its reduced costs, the prices
/// against what rows are missed by, and back towards an anchor (Halpern 1967), which makes the
/// distance to the solutions fall with the number of steps; where it has fallen enough the anchor is
/// moved up.
///
/// Source: Chambolle and Pock 2011; Applegate and others 2021 (PDLP); Lu and Yang 2024 (restarted
/// reflected Halpern steps).
struct PriceSearch {
  let problem: CoupledProblem
  /// Cost of an option, of size about 1.
  private(set) var cost: [Float]
  private var countCost: [Double]
  /// The present selection, and the anchor.
  private(set) var value: [Float]
  private var anchor: [Float]
  private var count: [Double]
  private var countAnchor: [Double]
  /// Price by row.
  private(set) var price: [Double]
  private var priceAnchor: [Double]
  private let steps: StepSizes
  /// Of the selection's steps against the prices'.
  private var weight = 1.0
  private(set) var stepCount = 0
  /// Best bound so far for the given cost, as floating point has it, and its prices.
  private(set) var bestBound = -Double.infinity
  private(set) var bestPrice: [Double]
  /// Selection after the last step, before it was drawn to the anchor.
  private(set) var suggestion: [Float]
  private(set) var countSuggestion: [Double]
  private var sumPrice: [Double]
  private var activity: [Double]
  private var sinceAnchor = 0
  private var firstDistance = 0.0
  private var lastDistance = Double.infinity
  private var scratch: [Float] = []

  init(_ problem: CoupledProblem) {
    self.problem = problem
    cost = Array(repeating: 0, count: problem.optionCount)
    countCost = Array(repeating: 0, count: problem.countCount)
    value = cost
    anchor = cost
    suggestion = cost
    count = problem.countColumn.map {
      Double(min(max(0, problem.lower[Int($0)]), problem.upper[Int($0)]))
    }
    countAnchor = count
    countSuggestion = count
    price = Array(repeating: 0, count: problem.rows.count)
    priceAnchor = price
    bestPrice = price
    sumPrice = Array(repeating: 0, count: problem.sumCount)
    activity = sumPrice
    steps = StepSizes(problem)
  }

  /// A tier that is held at a value: what it costs by option and by count.
  struct HeldTier {
    var cost: [Float]
    var countCost: [Double]
    var value: Double
    var price: Double
    /// Inverse of the sum of its costs.
    var step: Double
  }

  /// Tiers that stay at their values, each priced like a row.
  private(set) var held: [HeldTier] = []
  private var heldAnchor: [Double] = []
  private var oldHeld: [Double] = []
  private(set) var bestHeld: [Double] = []

  /// Takes up another objective and other prices, and starts from them.
  mutating func take(cost: [Float], countCost: [Double], held: [HeldTier], price: [Double]) {
    self.cost = cost
    self.countCost = countCost
    self.held = held
    self.price = price
    heldAnchor = held.map(\.price)
    bestHeld = heldAnchor
    anchor = value
    countAnchor = count
    priceAnchor = price
    bestBound = -.infinity
    bestPrice = price
    sinceAnchor = 0
    lastDistance = .infinity
  }

  /// One step.
  mutating func step() {
    for sum in sumPrice.indices {
      var total = 0.0
      for row in problem.rows(of: sum) { total += price[Int(row)] }
      sumPrice[sum] = total
      activity[sum] = 0
    }
    let pull = Double(sinceAnchor + 1) / Double(sinceAnchor + 2)
    var (moved, bound) = stepSlots(Float(pull))
    let counts = stepCounts(pull)
    moved += counts.moved
    bound += counts.bound
    let prices = stepPrices(pull)
    let tiers = stepHeld(pull)
    let risen = prices.moved + tiers.moved
    bound += prices.bound + tiers.bound
    if bound > bestBound {
      bestBound = bound
      bestPrice = oldPrice
      bestHeld = oldHeld
    }
    stepCount += 1
    sinceAnchor += 1
    anchorIfDue((moved * weight + risen / weight).squareRoot())
  }

  /// The prices before the last step.
  private var oldPrice: [Double] = []
  private var movedCounts: [Double] = []

  private var heldActivity: [Double] = []

  private mutating func stepSlots(_ pull: Float) -> (moved: Double, bound: Double) {
    var moved = 0.0
    var bound = 0.0
    heldActivity = Array(repeating: 0, count: held.count)
    let tau = Float(1 / weight)
    for slot in 0..<problem.slotCount {
      let options = problem.options(of: slot)
      if options.isEmpty { continue }
      let length = steps.slot[slot] * tau
      let first = options.lowerBound
      if scratch.count < options.count {
        scratch = Array(repeating: 0, count: options.count)
      }
      var least: Float = problem.isRequired[slot] ? .infinity : 0
      for option in options {
        var reduced = cost[option]
        for tier in held.indices { reduced -= Float(held[tier].price) * held[tier].cost[option] }
        for entry in problem.entries(of: option) {
          reduced -=
            Float(problem.entryCoefficient[entry])
            * Float(sumPrice[Int(problem.entrySum[entry])])
        }
        least = min(least, reduced)
        scratch[option - first] = value[option] - length * reduced
      }
      bound += Double(least)
      scratch.project(options.count, isRequired: problem.isRequired[slot])
      var change: Float = 0
      for option in options {
        let next = scratch[option - first]
        let old = value[option]
        suggestion[option] = next
        let reflected = 2 * next - old
        if reflected != 0 {
          for tier in held.indices {
            heldActivity[tier] += Double(reflected) * Double(held[tier].cost[option])
          }
          for entry in problem.entries(of: option) {
            activity[Int(problem.entrySum[entry])] +=
              Double(reflected) * Double(problem.entryCoefficient[entry])
          }
        }
        change += (next - old) * (next - old)
        value[option] = pull * reflected + (1 - pull) * anchor[option]
      }
      moved += Double(change / steps.slot[slot])
    }
    return (moved, bound)
  }

  private mutating func stepCounts(_ pull: Double) -> (moved: Double, bound: Double) {
    var reduced = countCost
    for (place, row) in problem.rows.enumerated() where price[place] != 0 {
      for term in problem.counts(of: row) {
        reduced[Int(term.count)] -= price[place] * Double(term.coefficient)
      }
    }
    for tier in held {
      for place in reduced.indices { reduced[place] -= tier.price * tier.countCost[place] }
    }
    var moved = 0.0
    var bound = 0.0
    movedCounts = count
    for place in 0..<problem.countCount {
      let low = Double(problem.lower[Int(problem.countColumn[place])])
      let high = Double(problem.upper[Int(problem.countColumn[place])])
      bound += min(reduced[place] * low, reduced[place] * high)
      let old = count[place]
      let next = min(high, max(low, old - steps.count[place] / weight * reduced[place]))
      countSuggestion[place] = next
      moved += (next - old) * (next - old) / steps.count[place]
      movedCounts[place] = 2 * next - old
      count[place] = pull * (2 * next - old) + (1 - pull) * countAnchor[place]
    }
    return (moved, bound)
  }

  private mutating func stepPrices(_ pull: Double) -> (moved: Double, bound: Double) {
    var moved = 0.0
    var bound = 0.0
    oldPrice = price
    for (place, row) in problem.rows.enumerated() {
      var sum = row.sum >= 0 ? activity[Int(row.sum)] : 0
      for term in problem.counts(of: row) {
        sum += Double(term.coefficient) * movedCounts[Int(term.count)]
      }
      let old = price[place]
      if old != 0 { bound += old * Double(old > 0 ? row.lower : row.upper) }
      let length = steps.row[place] * weight
      let raw = old - length * sum
      var next = 0.0
      if row.lower != .min, raw + length * Double(row.lower) > 0 {
        next = raw + length * Double(row.lower)
      } else if row.upper != .max, raw + length * Double(row.upper) < 0 {
        next = raw + length * Double(row.upper)
      }
      moved += (next - old) * (next - old) / steps.row[place]
      var pulled = pull * (2 * next - old) + (1 - pull) * priceAnchor[place]
      // A price has no sense on the side where a row has no bound.
      if pulled > 0 && row.lower == .min || pulled < 0 && row.upper == .max { pulled = 0 }
      price[place] = pulled
    }
    return (moved, bound)
  }

  /// Reduced cost of every option at the best prices.
  func reducedCosts() -> [Float] {
    var sums = [Float](repeating: 0, count: problem.sumCount)
    for sum in sums.indices {
      for row in problem.rows(of: sum) { sums[sum] += Float(bestPrice[Int(row)]) }
    }
    return (0..<problem.optionCount).map { option in
      var reduced = cost[option]
      for entry in problem.entries(of: option) {
        reduced -= Float(problem.entryCoefficient[entry]) * sums[Int(problem.entrySum[entry])]
      }
      return reduced
    }
  }

  private mutating func stepHeld(_ pull: Double) -> (moved: Double, bound: Double) {
    var moved = 0.0
    var bound = 0.0
    oldHeld = held.map(\.price)
    for tier in held.indices {
      var sum = heldActivity[tier]
      for place in movedCounts.indices { sum += held[tier].countCost[place] * movedCounts[place] }
      let old = held[tier].price
      bound += old * held[tier].value
      let next = old + held[tier].step * weight * (held[tier].value - sum)
      moved += (next - old) * (next - old) / held[tier].step
      held[tier].price = pull * (2 * next - old) + (1 - pull) * heldAnchor[tier]
    }
    return (moved, bound)
  }

  private mutating func anchorIfDue(_ distance: Double) {
    if sinceAnchor == 1 { firstDistance = distance }
    let isDue =
      distance <= 0.2 * firstDistance
      || (distance <= 0.8 * firstDistance && distance > lastDistance)
      || Double(sinceAnchor) >= 0.36 * Double(stepCount)
    lastDistance = distance
    guard isDue, sinceAnchor > 1 else { return }
    balance()
    anchor = value
    countAnchor = count
    priceAnchor = price
    heldAnchor = held.map(\.price)
    sinceAnchor = 0
    lastDistance = .infinity
  }

  /// Sets the steps of selection and prices against each other by how far each has come.
  private mutating func balance() {
    var primal = 0.0
    for slot in 0..<problem.slotCount {
      var sum: Float = 0
      for option in problem.options(of: slot) {
        sum += (value[option] - anchor[option]) * (value[option] - anchor[option])
      }
      primal += Double(sum / steps.slot[slot])
    }
    for place in count.indices {
      primal +=
        (count[place] - countAnchor[place]) * (count[place] - countAnchor[place])
        / steps.count[place]
    }
    var dual = 0.0
    for place in price.indices {
      dual +=
        (price[place] - priceAnchor[place]) * (price[place] - priceAnchor[place])
        / steps.row[place]
    }
    for tier in held.indices {
      let way = held[tier].price - heldAnchor[tier]
      dual += way * way / held[tier].step
    }
    guard primal > 1e-12, dual > 1e-12 else { return }
    let wanted = (dual / primal).squareRoot()
    weight = (weight * wanted).squareRoot()
  }
}
