/// Plans a problem that is too large for the exact search: prices first, then a plan along them,
/// then a bound for every tier from prices.
///
/// All work is counted, so that the same problem gives the same plan and bounds on every run that
/// nothing stops. A stop ends the search for prices and the improvement of the plan; building one
/// and checking it are done all the same.
struct LargeSearch {
  /// Problems with more options than this are planned here.
  static let fewestOptions = 120_000

  private let form: PlanForm
  private let options: SolveOptions
  /// Best prices of rows when all tiers were priced together, in the first one's scale.
  private var firstPrices: [Double] = []

  /// - Returns: `nil` where the problem has not the form that this search knows.
  init?(_ problem: SelectionProblem, _ options: SolveOptions) {
    guard let form = PlanForm(problem) else { return nil }
    self.form = form
    self.options = options
  }

  private var problem: SelectionProblem { form.problem }
  private var coupled: CoupledProblem { form.coupled }
  private var scale: [Double] { form.scale }

  /// - Returns: a selection with a bound for each tier; `nil` if none was found.
  mutating func outcome() -> Outcome? {
    var search = PriceSearch(coupled)
    guard let incumbent = incumbent(&search) else { return nil }
    let values = incumbent.tierValues
    var bounds: [Int?] = []
    for tier in values.indices {
      bounds.append(bound(of: tier, values, &search))
      options.report?(Progress(tier: tier, value: values[tier], bound: bounds[tier]))
    }
    return bounds == values.map { $0 } ? .optimal(incumbent) : .feasible(incumbent, bounds: bounds)
  }

  /// The plan along the prices of all tiers, or, where that is stopped or worse, one along those of the
  /// first tier, which takes a small part of the time.
  private mutating func incumbent(_ search: inout PriceSearch) -> Incumbent? {
    var guide = Guide(form)
    priceNextTier(&search, &guide)
    let early = plan(search, walks: Self.earlyWalks).map { problem.incumbent($0) }
    if let early { options.report?(Progress(tier: 0, value: early.tierValues[0], bound: nil)) }
    while guide.tier < problem.tierCount { priceNextTier(&search, &guide) }
    firstPrices = search.bestPrice
    if let early, options.shouldStop() { return early }
    let late = plan(search, walks: Self.walks).map { problem.incumbent($0) }
    guard let early, let late else { return late ?? early }
    return early.tierValues.lexicographicallyPrecedes(late.tierValues) ? early : late
  }

  // MARK: Prices

  /// How much less a tier weighs than the one before it while a plan is looked for.
  private static let ratio = 20.0
  /// Terms of rows that are gone through for each tier.
  private static let work = 600_000_000

  private var steps: Int { min(400, max(40, Self.work / max(1, coupled.entrySum.count))) }

  /// Costs of the tiers that are priced together, the first ones with the most weight.
  private struct Guide {
    var tier = 0
    var weight = 1.0
    var cost: [Float]
    var countCost: [Double]

    init(_ form: PlanForm) {
      cost = Array(repeating: 0, count: form.coupled.optionCount)
      countCost = Array(repeating: 0, count: form.coupled.countCount)
    }
  }

  /// Prices the next tier together with those before it, from their prices.
  private func priceNextTier(_ search: inout PriceSearch, _ guide: inout Guide) {
    let own = scaled(guide.tier)
    for option in guide.cost.indices {
      guide.cost[option] += Float(guide.weight) * own.cost[option]
    }
    for count in guide.countCost.indices {
      guide.countCost[count] += guide.weight * own.countCost[count]
    }
    search.take(
      cost: guide.cost, countCost: guide.countCost, held: [], price: search.bestPrice)
    run(&search, steps)
    guide.weight /= Self.ratio
    guide.tier += 1
  }

  private func run(_ search: inout PriceSearch, _ steps: Int) {
    for _ in 0..<steps {
      if options.shouldStop() { return }
      search.step()
    }
  }

  /// A tier's costs by option and count, of size about 1.
  private func scaled(_ tier: Int) -> (cost: [Float], countCost: [Double]) {
    let costs = problem.cost[tier]
    return (
      coupled.column.map { Float(Double(costs[Int($0)]) / scale[tier]) },
      coupled.countColumn.map { Double(costs[Int($0)]) / scale[tier] }
    )
  }

  // MARK: Plan

  /// How often all slots are looked at to improve a plan, and the early one.
  private static let (walks, earlyWalks) = (12, 2)

  private func plan(_ search: PriceSearch, walks: Int) -> [Int]? {
    form.selection(
      share: search.suggestion, guide: search.reducedCosts(), countShare: search.countSuggestion,
      walks: walks, shouldStop: options.shouldStop)
  }

  // MARK: Bounds

  /// Of one of an earlier tier, in the mean costs of both, where the search for prices starts.
  private static let firstPrice = 2.0
  /// Steps after which it is looked whether a bound is near enough; to derive one takes as long as
  /// a step.
  private static let look = 20

  /// Bounds a tier among the selections with the given values of the tiers before it, as nearly as
  /// the options ask for.
  private func bound(of tier: Int, _ values: [Int], _ search: inout PriceSearch) -> Int {
    let own = scaled(tier)
    let earlier = (0..<tier).map { heldTier($0, value: values[$0]) }
    // What one of the first tier is worth in this one moves all prices with it.
    let worth = tier == 0 ? 1 : Self.firstPrice
    let start = firstPrices.map { $0 * worth }
    search.take(cost: own.cost, countCost: own.countCost, held: earlier, price: start)
    for first in stride(from: 0, to: 2 * steps, by: Self.look) {
      run(&search, min(Self.look, 2 * steps - first))
      guard options.relativeGap > 0 else { continue }
      let bound = provenBound(of: tier, values, search)
      if SolveOptions.relativeGap(of: values[tier], bound: bound) <= options.relativeGap {
        return bound
      }
    }
    return provenBound(of: tier, values, search)
  }

  /// The bound that the best prices so far prove.
  private func provenBound(of tier: Int, _ values: [Int], _ search: PriceSearch) -> Int {
    let factor = scale[tier]
    let held = (0..<tier).map { earlier in
      (
        cost: problem.cost[earlier], value: values[earlier],
        price: search.bestHeld[earlier] * factor / scale[earlier]
      )
    }
    let priced = PriceBound(
      coupled, cost: problem.cost[tier], held: held, price: search.bestPrice.map { $0 * factor })
    let alone = problem.leastCost(tier: tier)
    return max(priced?.value ?? alone, alone)
  }

  private func heldTier(_ tier: Int, value: Int) -> PriceSearch.HeldTier {
    let own = scaled(tier)
    var size = 1.0
    for cost in own.cost { size += Double(abs(cost)) }
    for cost in own.countCost { size += abs(cost) }
    return PriceSearch.HeldTier(
      cost: own.cost, countCost: own.countCost, value: Double(value) / scale[tier],
      price: -Self.firstPrice, step: 1 / size)
  }
}
