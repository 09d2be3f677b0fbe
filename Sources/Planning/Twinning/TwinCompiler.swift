import MobilityModel
import Selection

/// Schools as a selection problem whose best selections are the best twinnings among some pairs.
///
/// - A school of the Western Balkans that takes one twin is a slot with an option for each of its
///   pairs; where one takes more, each of its pairs is a slot of its own.
/// - A school that takes one twin adds to the tier `twinned` with the pair itself; one that takes
///   more has a count that is 1 where it has a twin.
/// - Rows cap the twins of a school.
///
/// The worst rank is no tier of the problem: whoever compiles it leaves out the pairs that are worse.
/// Columns and rows stand in the order of schools, which is that of their ids.
struct TwinCompiler {
  /// The tiers that a problem can have.
  static let allTiers = TwinTier.allCases.filter { $0 != .worstRank }

  private(set) var problem: SelectionProblem
  let pairs: [SchoolPair]
  /// Column of a pair, indexed as `pairs`.
  private(set) var column: [SelectionProblem.Column] = []
  let pairing: SchoolPairing
  let tiers: [TwinTier]
  /// Schools whose pairs are the options of one slot, which caps them.
  private var isSlot: Set<Int> = []
  private typealias Term = SelectionProblem.Term

  /// - Parameters:
  ///   - pairing: the schools.
  ///   - pairs: those that may be twins, in rising order.
  ///   - tiers: what is optimised.
  ///   - demanded: a school that must have a twin.
  init(
    _ pairing: SchoolPairing, _ pairs: [SchoolPair], tiers: [TwinTier],
    demanding demanded: Int? = nil
  ) {
    (self.pairing, self.pairs, self.tiers) = (pairing, pairs, tiers)
    problem = SelectionProblem(tierCount: tiers.count)
    column = Array(repeating: -1, count: pairs.count)
    addPairs()
    addSchools(demanded)
  }

  private mutating func addPairs() {
    var own = [[Int]](repeating: [], count: pairing.schools.count)
    for (place, pair) in pairs.enumerated() { own[pair.wb].append(place) }
    for (school, places) in own.enumerated() where !places.isEmpty {
      let agreed = places.filter { pairing.isAgreed(pairs[$0]) }
      if pairing.schools[school].mostTwins == 1, agreed.count < 2 {
        addSlot(agreed.isEmpty ? places : agreed, isRequired: !agreed.isEmpty)
        isSlot.insert(school)
      } else {
        for place in places { addSlot([place], isRequired: pairing.isAgreed(pairs[place])) }
      }
    }
  }

  private mutating func addSlot(_ places: [Int], isRequired: Bool) {
    let slot = problem.addSlot(isRequired: isRequired)
    for place in places {
      column[place] = problem.addOption(slot: slot, cost: tiers.map { cost(pairs[place], in: $0) })
    }
  }

  /// What a pair costs, all of it minimised: the one place where what is maximised changes its sign.
  private func cost(_ pair: SchoolPair, in tier: TwinTier) -> Int {
    switch tier {
    case .twinned: -[pair.eu, pair.wb].count { pairing.schools[$0].mostTwins == 1 }
    case .worstRank: 0
    case .wishes: -pairing.wishes(pair)
    case .sectors: -pairing.sectors(pair)
    case .languages: -pairing.languages(pair)
    case .km: pairing.kilometres(pair)
    case .draw: -pairing.draw(pair)
    }
  }

  /// The most twins of each school, and whether it has one where it takes several.
  private mutating func addSchools(_ demanded: Int?) {
    var own = [[Term]](repeating: [], count: pairing.schools.count)
    for (pair, column) in zip(pairs, column) where column >= 0 {
      own[pair.eu].append(Term(column))
      own[pair.wb].append(Term(column))
    }
    for (school, var terms) in own.enumerated() {
      terms.sort { $0.column < $1.column }
      if school == demanded { problem.addRow(lower: 1, upper: nil, ascending: terms) }
      let most = pairing.schools[school].mostTwins
      if most < terms.count, !isSlot.contains(school) {
        problem.addRow(lower: nil, upper: most, ascending: terms)
      }
      guard most > 1, !terms.isEmpty else { continue }
      let twinned = problem.addCount(
        lower: 0, upper: 1, cost: tiers.map { $0 == .twinned ? -1 : 0 })
      problem.addRow(lower: 0, upper: nil, ascending: terms + [Term(twinned, -1)])
    }
  }
}
