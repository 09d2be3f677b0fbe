/// Chooses the cuts that a point is farthest outside of and that differ in direction.
///
/// Source: Wesselmann and Stuhl 2012.
enum CutSelection {
  static let leastEfficacy = 1e-3
  private static let mostParallel = 0.5

  /// Terms that a cut may have in a program of so many columns.
  static func mostTerms(columns: Int) -> Int { 200 + columns / 8 }

  static func choose(_ cuts: [Cut], at value: [Double], most: Int) -> [Cut] {
    let columns = value.count
    let widest = mostTerms(columns: columns)
    var scored: [(cut: Cut, score: Double)] = []
    for cut in Set(cuts) where cut.columns.count <= widest {
      let score = cut.efficacy(value)
      if score > leastEfficacy { scored.append((cut, score)) }
    }
    scored.sort { $0.score != $1.score ? $0.score > $1.score : $0.cut.precedes($1.cut) }
    var chosen: [Cut] = []
    var place = Array(repeating: 0.0, count: columns)
    for (cut, _) in scored {
      if chosen.count == most { break }
      for (column, factor) in zip(cut.columns, cut.coefficients) {
        place[Int(column)] = Double(factor)
      }
      let norm = cut.norm
      let isNew = chosen.allSatisfy { other in
        other.dot(place) <= mostParallel * norm * other.norm
      }
      for column in cut.columns { place[Int(column)] = 0 }
      if isNew { chosen.append(cut) }
    }
    return chosen
  }
}

extension Cut {
  fileprivate var norm: Double {
    coefficients.reduce(0.0) { $0 + Double($1) * Double($1) }.squareRoot()
  }

  fileprivate func dot(_ dense: [Double]) -> Double {
    var sum = 0.0
    for (column, factor) in zip(columns, coefficients) {
      sum += Double(factor) * dense[Int(column)]
    }
    return sum
  }

  /// An order that depends on nothing but the cuts.
  fileprivate func precedes(_ other: Cut) -> Bool {
    if columns != other.columns { return columns.lexicographicallyPrecedes(other.columns) }
    if coefficients != other.coefficients {
      return coefficients.lexicographicallyPrecedes(other.coefficients)
    }
    return upper < other.upper
  }
}
