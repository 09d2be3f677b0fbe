/// What the exact search of a run has done, in steps that are the same on every machine: a measure of
/// its work that no clock disturbs.
///
/// A run adds to it from one thread at a time: what is done side by side counts apart and is added up.
/// It is read when the run has ended.
package final class Effort: @unchecked Sendable {
  /// Parts of trees that were looked at, leaves and neighbourhoods among them.
  package private(set) var nodes = 0
  /// Changes of a basis by the simplex method.
  package private(set) var pivots = 0
  /// Cuts added at roots.
  package private(set) var cuts = 0

  /// Of which this is a part.
  private let whole: Effort?

  package convenience init() { self.init(partOf: nil) }

  /// A count of its own that is added to another one as well, which runs on the same thread.
  init(partOf whole: Effort?) { self.whole = whole }

  func add(nodes: Int = 0, pivots: Int = 0, cuts: Int = 0) {
    self.nodes += nodes
    self.pivots += pivots
    self.cuts += cuts
    whole?.add(nodes: nodes, pivots: pivots, cuts: cuts)
  }

  func add(_ other: Effort) { add(nodes: other.nodes, pivots: other.pivots, cuts: other.cuts) }
}
