import Dispatch
import Synchronization

/// Does something to each of some pieces, with so many threads side by side.
///
/// A thread that is done with a piece takes the next one, so that pieces need not be alike. With one
/// thread, or one piece, the caller's does everything.
///
/// - Returns: what came of each piece, in the order of the pieces.
package func sideBySide<Piece: Sendable, Result: Sendable>(
  _ pieces: [Piece], threads: Int, _ body: @Sendable (Piece) -> Result
) -> [Result] {
  let workers = min(threads, pieces.count)
  if workers < 2 { return pieces.map(body) }
  let next = Atomic(0)
  let results = Mutex([Result?](repeating: nil, count: pieces.count))
  DispatchQueue.concurrentPerform(iterations: workers) { _ in
    while true {
      let place = next.wrappingAdd(1, ordering: .relaxed).oldValue
      guard place < pieces.count else { return }
      let result = body(pieces[place])
      results.withLock { $0[place] = result }
    }
  }
  return results.withLock { $0.compactMap(\.self) }
}
