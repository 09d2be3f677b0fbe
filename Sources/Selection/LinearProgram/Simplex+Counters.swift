/// What a simplex method has done, in steps that are the same on every machine.
extension Simplex {
  struct Counters: Hashable, Sendable {
    var pivots = 0
    var primalPivots = 0

    var all: Int { pivots + primalPivots }

    static func + (one: Self, other: Self) -> Self {
      Counters(
        pivots: one.pivots + other.pivots, primalPivots: one.primalPivots + other.primalPivots)
    }

    static func - (one: Self, other: Self) -> Self {
      Counters(
        pivots: one.pivots - other.pivots, primalPivots: one.primalPivots - other.primalPivots)
    }
  }
}
