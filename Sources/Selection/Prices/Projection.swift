extension [Float] {
  /// Moves the first `count` numbers to the nearest point with nothing below 0 and a sum of at most
  /// 1, or of 1.
  mutating func project(_ count: Int, isRequired: Bool) {
    var sum: Float = 0
    for place in 0..<count { sum += Swift.max(0, self[place]) }
    if sum <= 1 && !isRequired {
      for place in 0..<count { self[place] = Swift.max(0, self[place]) }
      return
    }
    // Newton's method on the shift: it rises (or falls) to the root in a few rounds.
    var shift: Float = -Float.infinity
    var next: Float = 0
    var total: Float = 0
    for place in 0..<count { total += self[place] }
    next = (total - 1) / Float(count)
    var rounds = 0
    while next > shift && rounds < 50 {
      shift = next
      var active: Float = 0
      var above: Float = 0
      for place in 0..<count where self[place] > shift {
        above += self[place]
        active += 1
      }
      if active == 0 { break }
      next = (above - 1) / active
      rounds += 1
    }
    for place in 0..<count { self[place] = Swift.max(0, self[place] - shift) }
  }
}
