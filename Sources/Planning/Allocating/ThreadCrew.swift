import MobilityModel
import Selection

/// Threads that solve the parts of one problem side by side.
///
/// Plans of several rounds side by side are the work of ``inOrder(_:threads:_:)``; a crew is for one
/// round that somebody waits for.
package struct ThreadCrew: Crew {
  private let threads: Int

  /// - Parameter threads: pieces at a time, at least 1.
  package init(threads: Int) { self.threads = threads }

  package func results<Result: Sendable>(of pieces: [@Sendable () -> Result]) -> [Result] {
    sideBySide(pieces, threads: threads) { $0() }
  }
}
