extension Limit {
  /// Placements that are taken off a count, and how they are split.
  package struct Minus: Hashable, Sendable {
    package var `where`: Filter
    package var who: Filter
    /// As many keys as the limit's own `each`: a placement is taken off the combination that has the
    /// values of these.
    package var each: [FilterKey]

    package init(where place: Filter = Filter(), who: Filter = Filter(), each: [FilterKey] = []) {
      (`where`, self.who, self.each) = (place, who, each)
    }
  }

  /// Placements that a limit counts or takes off.
  package struct Side: Hashable, Sendable {
    package var `where`: Filter
    package var who: Filter
    package var each: [FilterKey]
    /// 1 for what is counted, -1 for what is taken off.
    package var sign: Int
  }

  /// What the limit counts, and after it what it takes off.
  package var sides: [Side] {
    let counted = Side(where: self.where, who: who, each: each, sign: 1)
    guard let minus else { return [counted] }
    return [counted, Side(where: minus.where, who: minus.who, each: minus.each, sign: -1)]
  }

  /// Whether each placement adds its amount to one combination, and counts start from 0.
  package var isPlain: Bool { isSum && carried.isEmpty }

  /// Whether each placement adds its amount to one combination.
  package var isSum: Bool { minus == nil && measure != .different }

  /// The bounds that a combination's placements keep, once what is carried is taken into account.
  package func bounds(at values: [String]) -> Bounds {
    let start = carried[values] ?? 0
    return Bounds(min: min.map { $0 - start }, max: max.map { $0 - start })
  }

  /// A lower and an upper bound; `nil` is none.
  package struct Bounds: Hashable, Sendable {
    package var min: Int?
    package var max: Int?
  }
}
