import Dispatch
import Synchronization

/// Does something to each of many pieces, with so many threads side by side, and hands over what came
/// of them in the order of the pieces.
///
/// The calling thread takes what is done, and does pieces itself while the next one is not: neither
/// waits for the end of a batch. No thread gets far ahead of what was taken, so that memory does not
/// grow with the number of pieces.
///
/// `take` is called on the calling thread with the place of a piece and what came of it; where it returns
/// `false`, the rest is left.
package func sideBySide<Piece: Sendable, Result: Sendable>(
  _ pieces: [Piece], threads: Int, _ body: @escaping @Sendable (Piece) -> Result,
  takingInOrder take: (Int, consuming Result) -> Bool
) {
  let work = OrderedWork(pieces, ahead: 2 * threads, body)
  let helpers = DispatchGroup()
  for _ in 1..<max(1, min(threads, pieces.count)) {
    DispatchQueue.global().async(group: helpers) {
      while work.doNext(waiting: true) {}
    }
  }
  for place in pieces.indices {
    while !work.isDone(place), work.doNext(waiting: false) {}
    guard let result = work.result(place), take(place, result) else { break }
  }
  work.end()
  helpers.wait()
}

/// Pieces in a row, of which threads take the next one each.
private final class OrderedWork<Piece: Sendable, Result: Sendable>: Sendable {
  private let pieces: [Piece]
  private let body: @Sendable (Piece) -> Result
  private let state: Mutex<State>
  /// Counts the pieces that may be begun.
  private let room = DispatchSemaphore(value: 0)
  /// Is signalled when a piece is done, indexed by piece.
  private let done: [DispatchSemaphore]

  private struct State {
    var next = 0
    /// What was not taken yet, indexed by piece.
    var results: [Result?]
  }

  init(_ pieces: [Piece], ahead: Int, _ body: @escaping @Sendable (Piece) -> Result) {
    (self.pieces, self.body) = (pieces, body)
    state = Mutex(State(results: Array(repeating: nil, count: pieces.count)))
    done = pieces.map { _ in DispatchSemaphore(value: 0) }
    for _ in 0..<ahead { room.signal() }
  }

  /// Does the next piece; `false` where there is none, or, without waiting, none that may be begun.
  func doNext(waiting: Bool) -> Bool {
    guard room.wait(timeout: waiting ? .distantFuture : .now()) == .success else { return false }
    let place = state.withLock { state in
      defer { state.next += 1 }
      return state.next
    }
    guard place < pieces.count else {
      // Another thread may wait for the same.
      room.signal()
      return false
    }
    let result = body(pieces[place])
    state.withLock { $0.results[place] = result }
    done[place].signal()
    return true
  }

  func isDone(_ place: Int) -> Bool { state.withLock { $0.results[place] != nil } }

  /// What came of a piece, which is handed over once.
  func result(_ place: Int) -> Result? {
    done[place].wait()
    defer { room.signal() }
    return state.withLock { $0.results[place].take() }
  }

  /// Leaves the pieces that were not begun.
  func end() {
    state.withLock { $0.next = max($0.next, pieces.count) }
    room.signal()
  }
}
