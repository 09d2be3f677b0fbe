import MobilityModel
import Selection

/// The values of a key, with the columns that place the applicants who share them.
struct EqualShares {
  /// Those who share a value, and have an option at all.
  struct Members {
    var value: String
    var eligible: Int
    /// What adds up to those of them who are placed.
    var placed: [SelectionProblem.Term]
  }

  /// At most so many values stay below a share.
  struct Level {
    var share: PlacedShare
    var below: Int
  }

  /// In the order of values.
  let members: [Members]
  /// Place of an application's value in `members`, or -1 where it does not count; indexed by
  /// application.
  private let place: [Int]
  /// Every share that can come about and is not 0, in rising order.
  let shares: [PlacedShare]

  init(over key: FilterKey, _ tables: RoundTables, _ compilation: Compilation) {
    var found: [String: Members] = [:]
    var values = [String?](repeating: nil, count: tables.round.applications.count)
    for application in tables.round.applications.indices
    where tables.round.applications[application].role == .participant {
      let options = tables.options.range(ofApplication: application)
      if options.isEmpty { continue }
      let value = tables.facts.value(of: key, application: application)
      values[application] = value
      found[value, default: Members(value: value, eligible: 0, placed: [])].add(
        options.compactMap { compilation.column(ofOption: $0) })
    }
    let sorted = found.values.sorted {
      $0.value.unicodeScalars.lexicographicallyPrecedes($1.value.unicodeScalars)
    }
    let places = Dictionary(uniqueKeysWithValues: sorted.enumerated().map { ($1.value, $0) })
    place = values.map { value in value.flatMap { places[$0] } ?? -1 }
    members = sorted
    let sizes = Set(members.map(\.eligible))
    let all = sizes.flatMap { size in
      (1...size).map { PlacedShare(placed: $0, eligible: size) }
    }
    shares = Set(all).map(\.reduced).sorted()
  }

  /// The shares that a plan gives, in the order of values.
  func shares(of plan: Plan) -> [PlacedShare] {
    var placed = [Int](repeating: 0, count: members.count)
    for placement in plan.placements where place[Int(placement.application)] >= 0 {
      placed[place[Int(placement.application)]] += 1
    }
    return members.indices.map {
      PlacedShare(placed: placed[$0], eligible: members[$0].eligible)
    }
  }

  /// The last of `shares` that all but so many values reach; -1 if that is none.
  func reached(by plan: Plan, butFor count: Int) -> Int {
    let sorted = shares(of: plan).sorted()
    guard count < sorted.count else { return shares.count - 1 }
    return shares.lastIndex { !(sorted[count] < $0) } ?? -1
  }

  /// Adds rows that keep levels: at most so many values stay below each share.
  ///
  /// A value has a count for each level that lets somebody stay below it, 1 where it does. The levels of
  /// a value stand in one row, `placed + sum of (needed - needed before) * below >= needed at the last`,
  /// where staying below a level means staying below all after it: of a value that may miss the last
  /// level only a little is given up, even where these counts are fractions.
  ///
  /// - Parameters:
  ///   - levels: rising shares with rising numbers.
  ///   - problem: where the rows go.
  ///   - isShort: whether the last level may be missed.
  /// - Returns: what the last level is missed by, in placements; empty if it may not be.
  func add(
    _ levels: [Level], to problem: inout SteppedProblem, isShort: Bool
  ) -> [SelectionProblem.Column] {
    var below = levels.map { _ in [SelectionProblem.Term]() }
    var short: [SelectionProblem.Column] = []
    for members in members {
      var (terms, needed) = (members.placed, 0)
      var before: SelectionProblem.Column?
      for (place, level) in levels.enumerated() {
        let more = level.share.placements(of: members.eligible) - needed
        needed += more
        if level.below == 0 { continue }
        let column = problem.addCount(1)
        terms.append(SelectionProblem.Term(column, more))
        below[place].append(SelectionProblem.Term(column))
        if let before {
          problem.addRow(
            upper: 0, [SelectionProblem.Term(before), SelectionProblem.Term(column, -1)])
        }
        before = column
      }
      if isShort {
        short.append(problem.addCount(needed))
        terms.append(SelectionProblem.Term(short[short.count - 1]))
      }
      problem.addRow(lower: needed, terms)
    }
    for (level, terms) in zip(levels, below) where level.below > 0 {
      problem.addRow(upper: level.below, terms)
    }
    return short
  }
}

extension EqualShares.Members {
  fileprivate mutating func add(_ columns: [SelectionProblem.Column]) {
    eligible += 1
    placed += columns.map { SelectionProblem.Term($0) }
  }
}
