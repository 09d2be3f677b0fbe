import Dispatch
import Selection
import Synchronization

/// Threads that solve the parts of one problem side by side.
///
/// Plans of several rounds side by side are the work of ``inOrder(_:threads:_:)``; a crew is for one
/// round that somebody waits for.
package struct ThreadCrew: Crew {
  private let threads: Int

  /// - Parameter threads: pieces at a time, at least 1.
  package init(threads: Int) { self.threads = threads }

  package func results<Result: Sendable>(of pieces: [@Sendable () -> Result]) -> [Result] {
    let workers = min(threads, pieces.count)
    if workers < 2 { return OneByOne().results(of: pieces) }
    let next = Atomic(0)
    let results = Mutex([Result?](repeating: nil, count: pieces.count))
    DispatchQueue.concurrentPerform(iterations: workers) { _ in
      while true {
        let place = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard place < pieces.count else { return }
        let result = pieces[place]()
        results.withLock { $0[place] = result }
      }
    }
    return results.withLock { $0.compactMap(\.self) }
  }
}
