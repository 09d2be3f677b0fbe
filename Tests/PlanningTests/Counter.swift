import Synchronization

/// Counts how often something is asked.
final class Counter: Sendable {
  private let count = Atomic(0)

  /// How often, this time included.
  func next() -> Int { count.add(1, ordering: .relaxed).newValue }
}
