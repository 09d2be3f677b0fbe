/// Does independent pieces of work, one after the other or side by side.
///
/// The solver hands pieces on and takes their results in the order of the pieces, so that no answer
/// hangs on how many threads there are. Threads come from outside: the solver itself imports nothing.
package protocol Crew: Sendable {
  /// Does all pieces.
  ///
  /// - Parameter pieces: what is to be done; those that take longest come first.
  /// - Returns: a result for each piece, in their order.
  func results<Result: Sendable>(of pieces: [@Sendable () -> Result]) -> [Result]
}

/// Does one piece after the other.
package struct OneByOne: Crew {
  package init() {}

  package func results<Result: Sendable>(of pieces: [@Sendable () -> Result]) -> [Result] {
    pieces.map { $0() }
  }
}
