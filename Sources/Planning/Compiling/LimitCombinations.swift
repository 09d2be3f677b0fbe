import MobilityModel

/// The combinations of a limit that takes placements off, counts different values or starts from
/// what is carried: each with its values and the options that it looks at.
///
/// It exists, as those of plain limits do, as soon as an option of either side reaches it.
struct LimitCombinations {
  struct Combination {
    /// Of `each`, in its order.
    var values: [String]
    /// Options in rising order, each once, with 1 where it counts and -1 where it is taken off; 0
    /// where it is both.
    var options: [(option: Int, sign: Int)]
    /// One of the options, and whether the limit takes it off.
    var example: (option: Int, isMinus: Bool)?
  }

  /// In the order of their values.
  let all: [Combination]

  init(_ limit: Limit, _ space: OptionSpace, _ facts: Facts) {
    var found: [[String]: Combination] = [:]
    if limit.each.isEmpty { found[[]] = Combination(values: [], options: []) }
    for side in limit.sides {
      var scope = Limit(id: limit.id)
      (scope.where, scope.who, scope.each) = (side.where, side.who, side.each)
      let reach = LimitReach(scope, space, facts)
      for range in reach.combinations {
        guard let first = reach.options[range].first.map({ Int($0) }) else { continue }
        let values = side.each.map { facts.value(of: $0, for: space.table.options[first]) }
        var combination = found[values] ?? Combination(values: values, options: [])
        combination.example = combination.example ?? (first, side.sign < 0)
        combination.options += reach.options[range].map { (Int($0), side.sign) }
        found[values] = combination
      }
    }
    all = found.values.map(\.merged).sorted { $0.values.precede($1.values) }
  }
}

extension LimitCombinations.Combination {
  /// The same with each option once.
  fileprivate var merged: Self {
    var result = self
    result.options = []
    for (option, sign) in options.sorted(by: { $0.option < $1.option }) {
      if let last = result.options.last, last.option == option {
        result.options[result.options.count - 1].sign += sign
      } else {
        result.options.append((option, sign))
      }
    }
    return result
  }
}

extension [String] {
  /// The order of lists by their texts, each by its Unicode scalars.
  func precede(_ others: [String]) -> Bool {
    lexicographicallyPrecedes(others) { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
