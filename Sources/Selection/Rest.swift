/// What all else of a problem adds to the value and bound of a part, for those who watch a run.
struct Rest: Sendable {
  /// Cost of the other parts' present selections; `nil` while one has none.
  var value: Int? = 0
  /// What the others cannot cost less than.
  var bound = 0

  /// The same with all but one of several parts; those before it are solved in the tier.
  func adding(_ parts: [TierPart], butFor place: Int, tier: Int) -> Rest {
    var rest = self
    for (other, part) in parts.enumerated() where other != place {
      let bound = other < place ? part.bound : .min
      rest.add(
        value: part.incumbentCost(tier: tier),
        bound: bound == .min ? part.leastCost(tier: tier) : bound)
    }
    return rest
  }

  mutating func add(value: Int?, bound: Int) {
    self.value = self.value.flatMap { sum in value.map { sum + $0 } }
    self.bound += bound
  }

  /// Where the whole stands when a part stands somewhere.
  func completing(_ part: Progress) -> Progress {
    Progress(
      tier: part.tier,
      value: part.value.flatMap { own in value.map { own + $0 } },
      bound: part.bound.map { $0 + bound })
  }
}
